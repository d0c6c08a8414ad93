import type { JobTransport, RunOptions, Work } from "../work.ts";
import { ThreadPool } from "./pool.ts";

/** Chunks run in threads of this process. */
export function openThreads(work: Work, workId: string, { threads, signal }: RunOptions): JobTransport {
  const pool = new ThreadPool(threads);
  const stop = () => void pool.close();
  signal?.addEventListener("abort", stop, { once: true });
  return {
    ahead: pool.threads * 4,
    run: ({ part }) => pool.run(workId, part, () => work),
    close: async () => {
      signal?.removeEventListener("abort", stop);
      await pool.close();
    },
  };
}
