/** What became of the changes so far, kept in a file of the working copy, so that it outlives the process that tries. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";

/** A change that a test noticed, or a test that was tried against all changes that it reaches. */
export type Line =
  | { readonly change: string; readonly test: string; readonly failure: string }
  | { readonly test: string; readonly reached: readonly string[]; readonly atLoading: readonly string[] };

/** The failure of a change with which a test would not end. */
export const endless = "runs without end";

/** With `TENOR_MUTATE_ONE_IN=8` each eighth change is tried, for an estimate of the score in an eighth of the time. */
const { TENOR_MUTATE_ONE_IN: oneIn = "1" } = process.env;

export function isInSample(change: string): boolean {
  return Number(change) % Number(oneIn) === 0;
}

const log = "tried.jsonl";
const current = "trying.json";

export function write(line: Line): void {
  appendFileSync(log, `${JSON.stringify(line)}\n`);
}

/** Says what is being tried, and by which process; undefined where nothing is. */
export function writeCurrent(change: string | undefined): void {
  writeFileSync(current, JSON.stringify(change === undefined ? null : { change, pid: process.pid, since: Date.now() }));
}

export function readCurrent(): { change: string; pid: number; since: number } | undefined {
  return existsSync(current) ? (JSON.parse(readFileSync(current, "utf8") || "null") ?? undefined) : undefined;
}

export interface Found {
  /** How each change was noticed, and by which test. */
  readonly noticed: Map<string, string>;
  readonly noticedBy: Map<string, string>;
  /** The tests that are done, with the changes that each reaches. */
  readonly tests: Map<string, readonly string[]>;
  /** Changes that are passed as modules load. */
  readonly atLoading: Set<string>;
}

export function readTried(): Found {
  const found: Found = { noticed: new Map(), noticedBy: new Map(), tests: new Map(), atLoading: new Set() };
  const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
  for (const text of lines.filter((it) => it !== "")) {
    const line = JSON.parse(text) as Line;
    if ("change" in line) {
      found.noticed.set(line.change, line.failure);
      found.noticedBy.set(line.change, line.test);
    } else {
      found.tests.set(line.test, line.reached);
      for (const change of line.atLoading) found.atLoading.add(change);
    }
  }
  return found;
}
