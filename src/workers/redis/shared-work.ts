/** A work in Redis: its manifest and its files, each under the hash of its text, so that none can be exchanged unseen. */
import type { Redis as Connection } from "ioredis";
import { codeVersion, hashOf } from "../ids.ts";
import type { Guard } from "../shape.ts";
import { isHash, isText, listOf, objectOf, oneOf, pairOf } from "../shape.ts";
import type { Outcome, Part, Work } from "../work.ts";
import { workKinds } from "../work.ts";

/** Seconds for which a work and its files stay in Redis. */
const stay = 7 * 24 * 60 * 60;

const isObject: Guard<object> = (value): value is object => typeof value === "object" && value !== null;
const isManifest = objectOf<Manifest>({
  format: oneOf("tenor/work@1"),
  version: isText,
  kind: oneOf(...workKinds),
  files: listOf(pairOf(isText, isHash)),
  settings: isObject,
});
interface Manifest extends Pick<Work, "kind" | "settings"> {
  readonly format: "tenor/work@1";
  readonly version: string;
  readonly files: readonly (readonly [name: string, hash: string])[];
}

/** What stands in the queue: which work, and the chunk's own part. */
export interface QueuedChunk {
  readonly workId: string;
  readonly part: Part;
}
export const isQueuedChunk = objectOf<QueuedChunk>({ workId: isHash, part: isObject });

/** What comes back: the bytes as base64 with their hash, or why there are none. */
const isBytes = objectOf<{ bytes: string; hash: string }>({ bytes: isText, hash: isHash });
const isFailure = objectOf<{ failed: string }>({ failed: isText });

export async function putWork(connection: Connection, work: Work, manifest: string): Promise<void> {
  for (const text of Object.values(work.files)) await connection.set(fileKey(hashOf(text)), text, "EX", stay);
  await connection.set(workKey(hashOf(manifest)), manifest, "EX", stay);
}

/** The work under a name; throws in words where it is not there, or is not what its name says. */
export async function getWork(connection: Connection, workId: string): Promise<Work> {
  const manifest = await textUnder(connection, workKey(workId), workId);
  const read: unknown = JSON.parse(manifest);
  if (!isManifest(read)) throw new Error("The work in Redis has another shape");
  if (read.version !== codeVersion) throw new Error(`The work is of version ${read.version}, not ${codeVersion}`);
  const files: [string, string][] = [];
  for (const [name, hash] of read.files) files.push([name, await textUnder(connection, fileKey(hash), hash)]);
  return { kind: read.kind, settings: read.settings, files: Object.fromEntries(files) };
}

export function encoded(outcome: Outcome): object {
  if ("failed" in outcome) return outcome;
  return { bytes: Buffer.from(outcome.bytes).toString("base64"), hash: hashOf(outcome.bytes) };
}

/** Undefined where it is no outcome, or is damaged. */
export function decoded(value: unknown): Outcome | undefined {
  if (isFailure(value)) return value;
  if (!isBytes(value)) return undefined;
  const bytes = new Uint8Array(Buffer.from(value.bytes, "base64"));
  return hashOf(bytes) === value.hash ? { bytes } : undefined;
}

async function textUnder(connection: Connection, key: string, hash: string): Promise<string> {
  const text = await connection.get(key);
  if (text === null) throw new Error("The work, or a file of it, is no longer in Redis");
  if (hashOf(text) !== hash) throw new Error("A text in Redis is not the one that its name says");
  return text;
}

const workKey = (workId: string) => `tenor:work:${workId}`;
const fileKey = (hash: string) => `tenor:file:${hash}`;
