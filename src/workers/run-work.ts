/** Runs a work chunk by chunk, wherever, and gives the chunks back in the order of the parts. */
import { openHere } from "./here.ts";
import { chunkId, hashOf, manifestOf } from "./ids.ts";
import { Kept } from "./kept.ts";
import type { Chunk, Done, JobTransport, Outcome, Part, RunOptions, Work } from "./work.ts";

/**
 * Lazy over the parts: so many are handed out ahead as keep everybody busy, and no more is held than those. A chunk that
 * fails stops nothing. Ends early where the signal says so; throws `CannotRun` where nothing can run at all.
 */
export async function* runWork(work: Work, parts: Iterable<Part>, options: RunOptions = {}): AsyncGenerator<Done> {
  const manifest = manifestOf(work);
  const workId = hashOf(manifest);
  const kept = options.keep === undefined ? undefined : new Kept(options.keep, workId);
  const transport = await openTransport(work, manifest, options);
  const progress = countingFrom(options.onProgress);
  const begin = async (part: Part, index: number): Promise<Done> => {
    const outcome = await doneOnce({ id: chunkId(workId, part), part }, transport, kept);
    progress();
    return { part, index, ...outcome };
  };
  try {
    yield* inOrder(parts, begin, transport.ahead, options.signal);
  } finally {
    await transport.close();
  }
}

/** Forgets what was kept of a work, once all of it has been used. */
export function forgetKept(work: Work, folder: string): void {
  new Kept(folder, hashOf(manifestOf(work))).forget();
}

async function openTransport(work: Work, manifest: string, options: RunOptions): Promise<JobTransport> {
  if (options.here !== undefined) return openHere(options.here, options.signal);
  if (options.redis === undefined) {
    const { openThreads } = await import("./threads/open-threads.ts");
    return openThreads(work, hashOf(manifest), options);
  }
  const { openQueue } = await import("./redis/hand-out.ts");
  return openQueue(work, manifest, options.redis, options);
}

/** What failed is not kept: the reason may be gone at a second start. */
async function doneOnce(chunk: Chunk, transport: JobTransport, kept: Kept | undefined): Promise<Outcome> {
  const known = kept?.read(chunk.id);
  if (known !== undefined) return { bytes: known };
  const outcome = await transport.run(chunk);
  if ("bytes" in outcome) kept?.write(chunk.id, outcome.bytes);
  return outcome;
}

function countingFrom(onProgress: RunOptions["onProgress"]): () => void {
  let done = 0;
  return () => {
    done++;
    onProgress?.(done);
  };
}

async function* inOrder(
  parts: Iterable<Part>,
  begin: (part: Part, index: number) => Promise<Done>,
  ahead: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Done> {
  const begun: Promise<Done>[] = [];
  let index = 0;
  for (const part of parts) {
    if (signal?.aborted) break;
    const done = begin(part, index++);
    // It is awaited in its turn; until then nobody else hears of a failure.
    done.catch(() => undefined);
    begun.push(done);
    if (begun.length >= ahead) yield* first(begun, signal);
  }
  while (begun.length > 0) yield* first(begun, signal);
}

async function* first(begun: Promise<Done>[], signal: AbortSignal | undefined): AsyncGenerator<Done> {
  const next = begun.shift();
  if (next === undefined) return;
  try {
    yield await next;
  } catch (error) {
    if (!signal?.aborted) throw error;
    // Stopped: those behind it may be done, and are kept; but the order ends here.
    await Promise.allSettled(begun);
    begun.length = 0;
  }
}
