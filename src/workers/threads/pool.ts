/** Threads of this process, as many as there are cores unless said otherwise. */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Outcome, Part, Work } from "../work.ts";
import type { Answered, Task } from "./thread.ts";

/** Where the thread's code is: beside this bundle, or, from the sources, beside this file. */
declare const TENOR_WORK: string;
const threadFile = typeof TENOR_WORK === "undefined" ? "./thread.ts" : "./thread.cjs";

export class ThreadPool {
  readonly threads: number;
  readonly #pool: Piscina<Task, Answered>;
  readonly #stop = new AbortController();

  constructor(threads = availableParallelism()) {
    this.threads = threads;
    this.#pool = new Piscina({
      name: "runTask",
      filename: fileURLToPath(new URL(threadFile, import.meta.url)),
      minThreads: threads,
      maxThreads: threads,
    });
  }

  /** A chunk that throws has failed; a thread that is lost is replaced. Rejects once the pool is closed. */
  async run(workId: string, part: Part, work: () => Work | Promise<Work>): Promise<Outcome> {
    try {
      const answered = await this.#run({ workId, part });
      const outcome = answered === "which work?" ? await this.#run({ workId, part, work: await work() }) : answered;
      return outcome === "which work?" ? { failed: "The thread does not take the work" } : outcome;
    } catch (error) {
      this.#stop.signal.throwIfAborted();
      return { failed: error instanceof Error ? error.message : String(error) };
    }
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#pool.destroy();
  }

  #run(task: Task): Promise<Answered> {
    return this.#pool.run(task, { signal: this.#stop.signal });
  }
}
