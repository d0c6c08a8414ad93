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
for (let index = from; index < until; index += step) {
  Atomics.store(progress, 0, index);
  const found = await tryInput(seed, index, corpus, () => performance.now());
  if (found !== undefined) parentPort?.postMessage(found);
}
Atomics.store(progress, 0, until);
