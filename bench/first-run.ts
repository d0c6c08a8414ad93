/** The first time in a process, when nothing is warm: the library loaded, a template compiled, a scenario run. */
import { spawnSync } from "node:child_process";
import { median } from "./measure.ts";
import type { Row } from "./rows.ts";
import { inTime } from "./rows.ts";

const program = `
import { readFileSync } from "node:fs";
import { compile, loadScenario, runScenario } from "./src/index.ts";
import { benchTemplate, loadedCase, threeYears } from "./bench/cases.ts";
import { manyClauses } from "./bench/parsing.ts";
const noteCase = threeYears(3, false);
const clauses = manyClauses(200);
const start = performance.now();
const template = benchTemplate("three-year");
const compiled = performance.now();
const loaded = loadedCase(template, noteCase);
const read = performance.now();
runScenario(template, loaded);
const run = performance.now();
runScenario(template, loaded);
const again = performance.now();
process.stdout.write(JSON.stringify([compiled - start, read - compiled, run - read, again - run]));
`;
const clausesProgram = `
import { compile } from "./src/index.ts";
import { manyClauses } from "./bench/parsing.ts";
const clauses = manyClauses(200);
const start = performance.now();
compile(clauses);
process.stdout.write(JSON.stringify([performance.now() - start]));
`;

export function firstRun(): Row[] {
  const rounds = Array.from({ length: 9 }, () => [timesOf(program), timesOf(clausesProgram)] as const);
  const of = (index: number) => median(rounds.map(([note]) => note[index] ?? 0));
  const [compiled, read, first, second] = [of(0), of(1), of(2), of(3)];
  const clauses = median(rounds.map(([, times]) => times[0] ?? 0));
  return [
    {
      what: "three years, first run in a process",
      beside: "the second run",
      ratio: first / second,
      aim: undefined,
      figures: `compile ${inTime(compiled)}, read ${inTime(read)}, first run ${inTime(first)}`,
    },
    { what: "200 clauses to core, first", beside: "150 ms", ratio: clauses / 150, aim: 1, figures: inTime(clauses) },
  ];
}

function timesOf(text: string): number[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", text], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as number[];
}
