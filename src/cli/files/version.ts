import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "./folders.ts";

/** The version of this Tenor, as its package says. */
export function version(): string {
  const text = readFileSync(join(packageFolder(), "package.json"), "utf8");
  return String(Object(JSON.parse(text)).version);
}
