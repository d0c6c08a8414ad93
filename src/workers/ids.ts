/** Names by content: equal names, equal bytes, on every machine. */
import { createHash } from "node:crypto";
import type { Part, Work } from "./work.ts";

/** Put in when the command line is bundled: the version and a hash of the code that runs chunks. */
declare const TENOR_WORK: string;

/** Only equal code gives equal bytes for certain, so a worker takes no chunk of another version. */
export const codeVersion = typeof TENOR_WORK === "undefined" ? "sources" : TENOR_WORK;

/** What a worker has to know of a work, with its files by their hashes, as text; its hash is the work's name. */
export function manifestOf({ kind, files, settings }: Work): string {
  const hashes = Object.entries(files).map(([name, text]) => [name, hashOf(text)]);
  return JSON.stringify({ format: "tenor/work@1", version: codeVersion, kind, files: hashes, settings });
}

export function chunkId(workId: string, part: Part): string {
  return hashOf(`${workId}\n${JSON.stringify(part)}`);
}

/** SHA-256, as 64 hexadecimal digits. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
