/** Chunks that are done, in a folder: one file for each, under its name. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "./ids.ts";

/** Where the folder can't be used, nothing is kept, and chunks are run again. */
export class Kept {
  readonly #folder: string;
  #isMade = false;
  #canKeep = true;

  constructor(folder: string, workId: string) {
    this.#folder = join(folder, workId);
  }

  /** Undefined where it is not there, or damaged: then it is done again. */
  read(id: string): Uint8Array | undefined {
    const file = unlessFails(() => readFileSync(join(this.#folder, id)));
    const [hash, bytes] = [file?.subarray(0, hashLength), file?.subarray(hashLength)];
    return bytes !== undefined && hash?.toString("latin1") === hashOf(bytes) ? bytes : undefined;
  }

  /** Another process, and a second start after a crash, finds the whole chunk or none. */
  write(id: string, bytes: Uint8Array): void {
    if (!this.#canKeep) return;
    const written = unlessFails(() => this.#write(join(this.#folder, id), bytes));
    this.#canKeep = written === true;
  }

  #write(path: string, bytes: Uint8Array): true {
    if (!this.#isMade) mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.#isMade = true;
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, Buffer.concat([Buffer.from(hashOf(bytes), "latin1"), bytes]), { mode: 0o600 });
    renameSync(unfinished, path);
    return true;
  }

  forget(): void {
    unlessFails(() => rmSync(this.#folder, { recursive: true, force: true }));
  }
}

const hashLength = 64;

function unlessFails<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
