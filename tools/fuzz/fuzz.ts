/**
 * `npm run fuzz`: throws random inputs at Tenor and looks for one that breaks a promise.
 *
 *     npm run fuzz -- --count 100000 --seed 7 --workers 2
 *
 * Inputs are numbered. A run goes on where the last one with the same seed stopped; `--from N` starts elsewhere, `--only N`
 * tries one input again and prints it. Findings go to `.fuzz/`. Ends with `N inputs, N findings`; status 1 with findings.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { readCorpus } from "./corpus.ts";
import type { Finding } from "./try-inputs.ts";
import { kindOf, tryInput } from "./try-inputs.ts";

const options = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    from: { type: "string" },
    only: { type: "string" },
    workers: { type: "string", default: "2" },
  },
}).values;
const seed = Number(options.seed);
const folder = ".fuzz";
const stateFile = `${folder}/seed-${seed}.json`;

/** After so many inputs a run that is stopped goes on there. */
const inOneGo = 20_000;

/** Milliseconds for an input, of the processor: on a busy machine a worker may wait for its turn much longer. */
const mostTime = 10_000;

mkdirSync(folder, { recursive: true });
if (options.only === undefined) await fuzz();
else await tryAgain(Number(options.only));

async function tryAgain(index: number): Promise<void> {
  const found = await tryInput(seed, index, readCorpus(), () => performance.now());
  process.stdout.write(
    found === undefined ? `${kindOf(index)} ${index}: holds\n` : `${found.input}\n\n${found.broken}\n`,
  );
  process.exitCode = found === undefined ? 0 : 1;
}

async function fuzz(): Promise<void> {
  const start = Number(options.from ?? lastTried());
  const until = start + Number(options.count);
  const workers = Number(options.workers);
  const findings: Finding[] = [];
  for (let from = start; from < until; from += inOneGo) {
    const to = Math.min(from + inOneGo, until);
    const lanes = Array.from({ length: workers }, (_, lane) => runLane(from + lane, workers, to, findings));
    await Promise.all(lanes);
    writeFileSync(stateFile, JSON.stringify({ next: to }));
  }
  for (const { kind, index, broken } of findings) process.stdout.write(`${kind} ${index}: ${broken.split("\n")[0]}\n`);
  process.stdout.write(`${until - start} inputs, ${findings.length} findings\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

function lastTried(): number {
  return existsSync(stateFile) ? (JSON.parse(readFileSync(stateFile, "utf8")) as { next: number }).next : 0;
}

/** Every `step`th input from a number on. A worker that hangs is ended, its input noted, and another goes on after it. */
async function runLane(from: number, step: number, until: number, findings: Finding[]): Promise<void> {
  let next = from;
  while (next < until) {
    const progress = new Int32Array(new SharedArrayBuffer(4));
    const hung = await oneWorker(next, step, until, progress, (found) => note(found, findings));
    if (hung === undefined) return;
    note({ index: hung, kind: kindOf(hung), broken: "never ended", input: "" }, findings);
    next = hung + step;
  }
}

function note(found: Finding, findings: Finding[]): void {
  findings.push(found);
  writeFileSync(
    `${folder}/${seed}-${found.index}.txt`,
    `${found.kind} ${found.index}: ${found.broken}\n\n${found.input}\n`,
  );
}

/** What all workers have used so far, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** The number of the input at which the worker hung or died; undefined where it came to the end. */
function oneWorker(
  from: number,
  step: number,
  until: number,
  progress: Int32Array,
  report: (found: Finding) => void,
): Promise<number | undefined> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: { seed, from, step, until, progress },
  });
  let seen = -1;
  let since = processorTime();
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      const at = Atomics.load(progress, 0);
      if (at !== seen) [seen, since] = [at, processorTime()];
      else if (processorTime() - since > mostTime * step) void worker.terminate().then(() => done(at));
      if (process.stderr.isTTY) process.stderr.write(`\r${at} of ${until} `);
    }, 500);
    const done = (at: number | undefined) => {
      clearInterval(watch);
      resolve(at);
    };
    worker.on("message", report);
    worker.on("error", () => done(Atomics.load(progress, 0)));
    worker.on("exit", () => done(Atomics.load(progress, 0) >= until ? undefined : Atomics.load(progress, 0)));
  });
}
