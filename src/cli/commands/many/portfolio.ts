import type { RunOptions } from "../../../workers/work.ts";
import type { ExitStatus } from "../../exit-status.ts";
import { exitStatus } from "../../exit-status.ts";
import { folderProblem } from "../../files/folder-problem.ts";
import { readTime, wrongTime } from "../../files/read-time.ts";
import { limitsAsked } from "../../limits.ts";
import type { Options, Run } from "../../options.ts";
import type { Portfolio } from "../../portfolio/prepare.ts";
import { prepare } from "../../portfolio/prepare.ts";
import { readRows } from "../../portfolio/read-rows.ts";
import { resultsOf } from "../../portfolio/results.ts";
import type { RowWriter } from "../../portfolio/writers.ts";
import { writerFor } from "../../portfolio/writers.ts";
import { fileProblem } from "../../problem.ts";
import { refuse, wrongUse } from "../../refuse.ts";
import type { Terminal } from "../../terminal.ts";
import { Progress } from "../../testing/progress.ts";
import { stoppable, wholeNumber, workerOptions } from "../../workers/worker-options.ts";

/** `tenor portfolio FILE`: many notes through the exact engine, in one table. */
export const run: Run = async ([path = ""], options, terminal) => {
  const { within, value, chunk, json, csv, parquet } = options;
  const [time, size, workers] = [readTime(within), wholeNumber(chunk), workerOptions(options)];
  if (time === undefined) return wrongUse(wrongTime(within), terminal);
  if (size === undefined) return wrongUse(`--chunk ${chunk} is not a number of rows; write one such as 50`, terminal);
  if (typeof workers === "string") return wrongUse(workers, terminal);
  if ([json, csv, parquet !== undefined].filter(Boolean).length > 1)
    return wrongUse("--json, --csv and --parquet are three forms of one result; ask for one of them", terminal);
  const folder = options.keep === undefined ? undefined : folderProblem(options.keep);
  if (folder !== undefined) return refuse([folder], json, terminal);
  const rows = await readRows(path);
  if (!rows.ok) return refuse(rows.diagnostics, json, terminal);
  const portfolio = await prepare(path, rows.value, { values: value, within: time, limits: { ...limitsAsked() } });
  return stoppable((signal) => runAll(portfolio, size, { ...workers, signal }, options, terminal));
};

async function runAll(
  portfolio: Portfolio,
  size: number,
  workers: RunOptions,
  options: Options,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { CannotRun, forgetKept, runWork } = await import("../../../workers/workers.ts");
  const progress = new Progress(terminal.err, portfolio.tasks.length);
  const writer = writerFor(options, terminal);
  const onProgress = (done: number) => progress.show(Math.min(done * size, portfolio.tasks.length), "rows");
  const onNotice = (text: string) => {
    progress.wipe();
    terminal.err.write(`${text}\n`);
  };
  try {
    const done = runWork(portfolio.work, partsOf(portfolio, size), { ...workers, onProgress, onNotice });
    const taken = await takeAll(done, portfolio, size, writer);
    progress.wipe();
    const isWhole = taken.rows === portfolio.tasks.length;
    const problem = await writer.end(isWhole);
    if (problem !== undefined) return refuse([problem], options.json, terminal);
    if (!isWhole) onNotice(stoppedWords(taken.rows, portfolio.tasks.length, workers.keep));
    else if (workers.keep !== undefined && taken.failed === 0) forgetKept(portfolio.work, workers.keep);
    return isWhole && taken.failed === 0 ? exitStatus.fine : exitStatus.failed;
  } catch (error) {
    progress.wipe();
    if (!(error instanceof CannotRun)) throw error;
    return refuse([fileProblem("", error.message, error.help)], options.json, terminal);
  }
}

function* partsOf({ tasks }: Portfolio, size: number): Generator<object> {
  for (let at = 0; at < tasks.length; at += size) yield tasks.slice(at, at + size);
}

async function takeAll(
  done: ReturnType<typeof import("../../../workers/workers.ts").runWork>,
  { tasks }: Portfolio,
  size: number,
  writer: RowWriter,
): Promise<{ readonly rows: number; readonly failed: number }> {
  let [rows, failed] = [0, 0];
  for await (const chunk of done) {
    for (const result of resultsOf(chunk, tasks.slice(chunk.index * size, (chunk.index + 1) * size))) {
      writer.take(result);
      rows++;
      if ("failed" in result) failed++;
    }
  }
  return { rows, failed };
}

function stoppedWords(rows: number, all: number, keep: string | undefined): string {
  const next = keep === undefined ? "nothing is kept" : "what is done is kept: start the command again to go on";
  return `stopped after ${rows} of ${all} rows; ${next}`;
}
