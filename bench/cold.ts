/** The bundled command line, started anew each time, beside an empty Node process. Build it first: `npm run build`. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { summary } from "./measure.ts";
import type { Row } from "./rows.ts";
import { inTime } from "./rows.ts";

const scenario = "test/data/acceptance/juniper-2005/04-interest-exempt-months.json";
const rounds = 15;

export function coldStart(): Row[] {
  if (!existsSync("dist/tenor.mjs")) throw new Error("there is no dist/tenor.mjs: run `npm run build` first");
  const commands = [
    ["empty", ["-e", "0"]],
    ["check", ["bin/tenor.mjs", "check", "terms/juniper-2005.tenor"]],
    ["run", ["bin/tenor.mjs", "run", scenario]],
    ["check, no compile cache", ["dist/tenor.mjs", "check", "terms/juniper-2005.tenor"]],
    ["run, no compile cache", ["dist/tenor.mjs", "run", scenario]],
  ] as const;
  const times = commands.map((): number[] => []);
  for (let round = -2; round < rounds; round += 1) {
    for (const [index, [name, args]] of commands.entries()) {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, [...args], { encoding: "utf8" });
      const ms = performance.now() - start;
      if (status !== 0) throw new Error(`${name}: ${stderr}`);
      if (round >= 0) times[index]?.push(ms);
    }
  }
  const [empty, ...others] = summary(
    commands.map(([name]) => name),
    times,
  );
  return others.map(({ name, median, ratio }) => ({
    what: `${name.replace(/^\w+/, "`tenor $&`")}, cold`,
    beside: "an empty Node process",
    ratio,
    aim: name.startsWith("check") ? 2.5 : 4,
    figures: `${inTime(median)}, empty ${inTime(empty?.median ?? 0)}`,
  }));
}
