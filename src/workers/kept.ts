/** Chunks that are done, in a folder: one file for each, under its name. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "./ids.ts";

export class Kept {
  readonly #folder: string;
  #isMade = false;

  constructor(folder: string, workId: string) {
    this.#folder = join(folder, workId);
  }

  /** Undefined where it is not there, or damaged: then it is done again. */
  read(id: string): Uint8Array | undefined {
    const file = unlessMissing(() => readFileSync(join(this.#folder, id)));
    const [hash, bytes] = [file?.subarray(0, hashLength), file?.subarray(hashLength)];
    return bytes !== undefined && hash?.toString("latin1") === hashOf(bytes) ? bytes : undefined;
  }

  /** Another process, and a second start after a crash, finds the whole chunk or none. */
  write(id: string, bytes: Uint8Array): void {
    if (!this.#isMade) mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.#isMade = true;
    const path = join(this.#folder, id);
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, Buffer.concat([Buffer.from(hashOf(bytes), "latin1"), bytes]), { mode: 0o600 });
    renameSync(unfinished, path);
  }

  forget(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

const hashLength = 64;

function unlessMissing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
