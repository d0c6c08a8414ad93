/** Tries inputs in a thread of its own, so that one that never ends can be stopped. */
import { parentPort, workerData } from "node:worker_threads";
import { readCorpus } from "./corpus.ts";
import { tryInput } from "./try-inputs.ts";

const { seed, from, step, until, progress } = workerData as {
  seed: number;
  from: number;
  step: number;
  until: number;
  progress: Int32Array;
};
const corpus = readCorpus();

/** Time that this thread has worked, in milliseconds: on a busy machine it waits, too. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

for (let index = from; index < until; index += step) {
  Atomics.store(progress, 0, index);
  const found = await tryInput(seed, index, corpus, worked);
  if (found !== undefined) parentPort?.postMessage(found);
}
Atomics.store(progress, 0, until);
