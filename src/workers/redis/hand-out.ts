/** Hands out the chunks of a work through Redis, and waits for what workers make of them. */
import type { Job, Queue, QueueEvents } from "bullmq";
import { hashOf } from "../ids.ts";
import type { Chunk, JobTransport, Outcome, RunOptions, Work } from "../work.ts";
import { CannotRun } from "../work.ts";
import type { Redis } from "./open-redis.ts";
import { openRedis, queueName } from "./open-redis.ts";
import { presentWorkers } from "./present.ts";
import { decoded, putWork } from "./shared-work.ts";

/** Milliseconds after which a chunk that is waited for is looked at again: news of it may have been lost with a connection. */
const lookEvery = 2_000;
const usualPatience = 60;
const chunksAhead = 256;

export async function openQueue(work: Work, manifest: string, url: string, options: RunOptions): Promise<JobTransport> {
  const redis = await openRedis(url);
  await putWork(redis.connection, work, manifest);
  const queue = new redis.bull.Queue(queueName, { connection: redis.another() });
  const events = new redis.bull.QueueEvents(queueName, { connection: redis.another() });
  await events.waitUntilReady();
  const handing = new Handing(redis, queue, events, hashOf(manifest), options);
  return { ahead: chunksAhead, run: (chunk) => handing.run(chunk), close: () => handing.close() };
}

class Handing {
  readonly #redis: Redis;
  readonly #queue: Queue;
  readonly #events: QueueEvents;
  readonly #workId: string;
  readonly #options: RunOptions;
  #looked: Promise<void> | undefined;
  #patience: number;

  constructor(redis: Redis, queue: Queue, events: QueueEvents, workId: string, options: RunOptions) {
    this.#redis = redis;
    this.#queue = queue;
    this.#events = events;
    this.#workId = workId;
    this.#options = options;
    this.#patience = (options.patience ?? usualPatience) * 1_000;
    // Many chunks wait for one stream of news.
    events.setMaxListeners(0);
    queue.setMaxListeners(0);
  }

  /** The same chunk handed out twice is one job: its name is what it is made of. */
  async run(chunk: Chunk): Promise<Outcome> {
    let job = await this.#add(chunk);
    for (;;) {
      this.#options.signal?.throwIfAborted();
      const outcome = await this.#waitFor(job);
      if (outcome !== undefined) {
        // What failed is not kept: the reason may be gone at a second start.
        if ("failed" in outcome) await job.remove().catch(() => undefined);
        return outcome;
      }
      // A server that kept nothing has forgotten it.
      if ((await job.getState()) === "unknown") job = await this.#add(chunk);
      await this.#lookForWorkers();
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.#events.close(), this.#queue.close()]);
    await this.#redis.close();
  }

  #add({ id, part }: Chunk): Promise<Job> {
    const keep = { age: 24 * 60 * 60 };
    const data = { workId: this.#workId, part };
    return this.#queue.add("chunk", data, { jobId: `c-${id}`, removeOnComplete: keep, removeOnFail: true });
  }

  /** Undefined where nothing is known of it yet. */
  async #waitFor(job: Job): Promise<Outcome | undefined> {
    try {
      return outcomeOf(await job.waitUntilFinished(this.#events, lookEvery));
    } catch (error) {
      const state = await job.getState();
      if (state === "completed") {
        const done = await this.#queue.getJob(job.id ?? "");
        return done === undefined ? undefined : outcomeOf(done.returnvalue);
      }
      const known = state === "failed" || state === "unknown";
      const isLate = error instanceof Error && error.message.includes("timed out");
      return known && !isLate ? { failed: error instanceof Error ? error.message : String(error) } : undefined;
    }
  }

  /** One look serves all that wait. */
  #lookForWorkers(): Promise<void> {
    this.#looked ??= this.#look().finally(() => {
      this.#looked = undefined;
    });
    return this.#looked;
  }

  async #look(): Promise<void> {
    const { own, otherVersions } = await presentWorkers(this.#redis.connection);
    if (own > 0) {
      this.#patience = (this.#options.patience ?? usualPatience) * 1_000;
      return;
    }
    this.#patience -= lookEvery;
    if (this.#patience > 0) return;
    const others = otherVersions.length === 0 ? "" : `, only of version ${otherVersions.join(", ")}`;
    throw new CannotRun(
      `There is no worker of this version of Tenor${others}`,
      "start one with `tenor worker --redis URL`, from the same version",
    );
  }
}

function outcomeOf(value: unknown): Outcome {
  return decoded(value) ?? { failed: "A worker gave something that is no result, or one that was damaged" };
}
