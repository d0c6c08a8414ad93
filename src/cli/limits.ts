/** Limits that the command line changes: `--limit steps=200000000`. */
import type { Limits } from "../index.ts";
import { defaultLimits } from "../index.ts";

/** Each command is a bundle of its own, and all of them see the environment. */
const variable = "TENOR_LIMITS";

/** All but two: for definitions that read one another deeper the stack has no room, and a template is kept compiled. */
const names = Object.keys(defaultLimits).filter((name) => name !== "depth" && name !== "templateLength");

/** Sets the limits that were asked for; returns what is wrong with the first invalid one. */
export function keepLimits(asked: readonly string[]): string | undefined {
  const wrong = asked.find((text) => {
    const [name = "", value = ""] = text.split("=");
    return !names.includes(name) || !/^[1-9]\d{0,14}$/.test(value);
  });
  if (wrong !== undefined)
    return `\`${wrong}\` is no limit: write one of ${names.join(", ")}, \`=\` and a whole number`;
  process.env[variable] = asked.join(",");
  return undefined;
}

/** The limits that were asked for; the rest stay as they are. */
export function limitsAsked(): Partial<Limits> {
  const asked = (process.env[variable] ?? "").split(",").map((text) => text.split("="));
  return Object.fromEntries(
    asked.flatMap(([name = "", value]) => (names.includes(name) ? [[name, Number(value)] as const] : [])),
  );
}
