/** Runs the paths of a simulation, wherever, and adds up what they came to in the order of the paths. */
import type { Agreement, CheckedPath, OpenSimulation, PathRange } from "../../index.ts";
import { agreementOf, Merging } from "../../index.ts";
import { checkedIn, chunkIn, simulationBytes } from "../../workers/kinds/simulation-parts.ts";
import type { Done, Part, RunOptions, Work } from "../../workers/work.ts";
import type { Problem } from "../problem.ts";
import { fileProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";
import { Progress } from "../testing/progress.ts";

export interface PathsAsked {
  readonly simulation: OpenSimulation;
  readonly work: Work;
  readonly paths: number;
  /** How many of them run in both engines. */
  readonly checks: number;
  readonly workers: RunOptions;
  readonly terminal: Terminal;
}

export type RanPaths =
  | { readonly merged: Merging; readonly check: Agreement | undefined }
  /** What is done is kept for the next start. */
  | "stopped"
  | readonly Problem[];

/** A path may take the exact engine a third of a second. */
const checksOfChunk = 4;
/** Fewer chunks than these are run before a thread is ready. */
const worthThreads = 3;

export async function runPaths(asked: PathsAsked): Promise<RanPaths> {
  const { simulation, work, paths, workers, terminal } = asked;
  const { CannotRun, forgetKept, runWork } = await import("../../workers/workers.ts");
  const ranges = simulation.chunks(paths);
  const parts: readonly Part[] = [...ranges, ...checksOf(asked)];
  const progress = new Progress(terminal.err, paths);
  const taking = new Taking(asked, ranges);
  const options = {
    ...workers,
    ...(isWorthThreads(workers, parts) ? {} : { here: (part: Part) => simulationBytes(simulation, part) }),
    onProgress: (done: number) => progress.show(Math.min(done * (ranges[0]?.count ?? 0), paths), "paths"),
    onNotice: (text: string) => {
      progress.wipe();
      terminal.err.write(`${text}\n`);
    },
  };
  try {
    for await (const done of runWork(work, parts, options)) {
      if (!taking.take(done)) return taking.problems;
    }
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    return [fileProblem("", error.message, error.help)];
  } finally {
    progress.wipe();
  }
  if (taking.taken < parts.length) return stopped(taking.paths, asked);
  if (workers.keep !== undefined) forgetKept(work, workers.keep);
  return { merged: taking.merged, check: taking.agreement() };
}

function isWorthThreads({ redis, threads }: RunOptions, parts: readonly Part[]): boolean {
  return redis !== undefined || (threads === undefined ? parts.length >= worthThreads : threads > 1);
}

function checksOf({ simulation, paths, checks }: PathsAsked): { readonly checks: readonly number[] }[] {
  const drawn = checks === 0 ? [] : simulation.drawn(paths, checks);
  return Array.from({ length: Math.ceil(drawn.length / checksOfChunk) }, (_, index) => ({
    checks: drawn.slice(index * checksOfChunk, (index + 1) * checksOfChunk),
  }));
}

/** Takes chunks as they come, in the order of the parts. */
class Taking {
  readonly merged = new Merging();
  readonly #asked: PathsAsked;
  readonly #ranges: readonly PathRange[];
  readonly #checked: CheckedPath[] = [];
  taken = 0;
  paths = 0;
  problems: readonly Problem[] = [];

  constructor(asked: PathsAsked, ranges: readonly PathRange[]) {
    this.#asked = asked;
    this.#ranges = ranges;
  }

  /** False where the chunk has failed. */
  take(done: Done): boolean {
    if ("failed" in done) {
      this.problems = this.#whyFailed(done.index, done.failed);
      return false;
    }
    const range = this.#ranges[done.index];
    this.taken += 1;
    this.paths += range?.count ?? 0;
    if (range === undefined) this.#checked.push(...checkedIn(done.bytes));
    else this.merged.add(chunkIn(done.bytes));
    return true;
  }

  /** A message has a place in a text that is here: the paths are run once more, and fail in the same way. */
  #whyFailed(index: number, failed: string): readonly Problem[] {
    const range = this.#ranges[index];
    const again = range && this.#asked.simulation.run(range);
    if (again?.ok === false) return again.diagnostics;
    return [fileProblem("", `paths could not be run: ${failed}`, "run the same command with --threads 1")];
  }

  agreement(): Agreement | undefined {
    const { checks, simulation } = this.#asked;
    return checks === 0 ? undefined : agreementOf(this.#checked, simulation.base.metrics);
  }
}

function stopped(done: number, { paths, workers, terminal: { err } }: PathsAsked): "stopped" {
  const next =
    workers.keep === undefined ? "done; nothing is kept" : "done and kept; the same command goes on from there";
  err.write(`stopped: ${done} of ${paths} paths are ${next}\n`);
  return "stopped";
}
