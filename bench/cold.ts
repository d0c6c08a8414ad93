/**
 * The command line as it is installed, started anew each time, beside an empty Node process: with a template in the
 * user's cache, and with nothing there. Build it first: `npm run build`.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { summary } from "./measure.ts";
import type { Row } from "./rows.ts";
import { inTime } from "./rows.ts";

const check = ["check", "terms/juniper-2005.tenor"];
const run = ["run", "test/data/acceptance/juniper-2005/04-interest-exempt-months.json"];
const rounds = 15;

/** Each way to start, with the most that it may cost. */
const starts: readonly (readonly [name: string, args: readonly string[], aim?: number])[] = [
  ["`tenor check`, cold", check, 3],
  ["`tenor run`, cold", run, 4],
  ["`tenor check`, cold, nothing in the cache", [...check, "--no-cache"]],
  ["`tenor run`, cold, nothing in the cache", [...run, "--no-cache"]],
];

export function coldStart(): Row[] {
  if (!existsSync("dist/tenor.cjs")) throw new Error("there is no dist/tenor.cjs: run `npm run build` first");
  const folder = mkdtempSync(join(tmpdir(), "tenor-installed-"));
  try {
    for (const part of ["bin", "dist", "terms", "package.json"]) cpSync(part, join(folder, part), { recursive: true });
    const times = timesOf([["-e", "0"], ...starts.map(([, args]) => [join(folder, "bin/tenor.mjs"), ...args])], folder);
    const [empty, ...measured] = summary(["an empty Node process", ...starts.map(([name]) => name)], times);
    return measured.map(({ name, median, ratio }, index) => ({
      what: name,
      beside: empty?.name ?? "",
      ratio,
      aim: starts[index]?.[2],
      figures: `${inTime(median)}, empty ${inTime(empty?.median ?? 0)}`,
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timesOf(commands: readonly (readonly string[])[], folder: string): number[][] {
  const env = { ...process.env, TENOR_CACHE: "", XDG_CACHE_HOME: folder };
  const times = commands.map((): number[] => []);
  for (let round = -2; round < rounds; round += 1) {
    for (const [index, args] of commands.entries()) {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
      const ms = performance.now() - start;
      if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
      if (round >= 0) times[index]?.push(ms);
    }
  }
  return times;
}
