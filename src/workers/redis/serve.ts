/** A worker: takes chunks out of Redis, runs them in threads, and gives back their bytes. */
import { chunkId } from "../ids.ts";
import { ThreadPool } from "../threads/pool.ts";
import type { Outcome } from "../work.ts";
import { openRedis, queueName } from "./open-redis.ts";
import { sayEvery, sayGone, sayPresent } from "./present.ts";
import { encoded, getWork, isQueuedChunk } from "./shared-work.ts";

export interface ServeOptions {
  readonly threads?: number | undefined;
  /** Stops it: what has begun is finished, and nothing new begins. */
  readonly signal: AbortSignal;
  readonly onReady?: () => void;
  readonly onChunk?: (failed: string | undefined) => void;
}

/** Milliseconds without a sign of life after which a chunk is another worker's. */
const lockTime = 6_000;
/** How many workers may be lost over one chunk before it counts as failed. */
const mostLost = 4;

/** Ends when the signal says so. Throws `CannotRun` where Redis can't be used. */
export async function serveQueue(url: string, options: ServeOptions): Promise<void> {
  const redis = await openRedis(url);
  const pool = new ThreadPool(options.threads);
  const { connection } = redis;
  const run = async (name: string | undefined, data: unknown): Promise<object> => {
    const outcome = await outcomeOf(name, data);
    options.onChunk?.("failed" in outcome ? outcome.failed : undefined);
    return encoded(outcome);
  };
  const outcomeOf = async (name: string | undefined, data: unknown): Promise<Outcome> => {
    if (!isQueuedChunk(data)) return { failed: "What is in the queue is no chunk of a work" };
    const { workId, part } = data;
    if (name !== `c-${chunkId(workId, part)}`) return { failed: "A chunk is not the one that its name says" };
    return pool.run(workId, part, () => getWork(connection, workId));
  };
  const worker = new redis.bull.Worker(queueName, (job) => run(job.id, job.data), {
    connection: redis.another(),
    concurrency: pool.threads,
    lockDuration: lockTime,
    stalledInterval: lockTime / 2,
    maxStalledCount: mostLost,
  });
  // A lost connection is made again by itself.
  worker.on("error", () => undefined);
  const id = crypto.randomUUID();
  const say = () => void sayPresent(connection, id).catch(() => undefined);
  const saying = setInterval(say, sayEvery);
  try {
    await worker.waitUntilReady();
    await sayPresent(connection, id);
    options.onReady?.();
    await stopped(options.signal);
    await worker.close();
    await sayGone(connection, id).catch(() => undefined);
  } finally {
    clearInterval(saying);
    await pool.close();
    await redis.close();
  }
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
