/**
 * Chunks of a simulation that was stopped, in the user's cache folder: the same command takes them from there. A simulation
 * that is done keeps nothing.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ChunkData, PathRange } from "../../index.ts";
import { cacheFolder } from "../compiled/cache.ts";
import { version } from "../files/version.ts";

/** Without a cache folder, or where it can't be used, nothing is kept, and chunks are run again. */
export class KeptChunks {
  readonly #folder: string | undefined;

  #hasFailed = false;

  /** `receipt` stands for everything that a chunk depends on, but for the version. */
  constructor(receipt: string) {
    const folder = cacheFolder(process.env, process.platform);
    this.#folder = folder && join(folder, "simulations", `${version()}-${receipt.slice(0, 32)}`);
  }

  /** Whether what was written is there for the next start. */
  get isKeeping(): boolean {
    return this.#folder !== undefined && !this.#hasFailed;
  }

  /** What was kept of a chunk. */
  read(range: PathRange): ChunkData | undefined {
    const path = this.#pathOf(range);
    return path && unlessFails(() => JSON.parse(readFileSync(path, "utf8")));
  }

  /** Another process finds the whole chunk or none. */
  write(range: PathRange, chunk: ChunkData): void {
    const [folder, path] = [this.#folder, this.#pathOf(range)];
    if (folder === undefined || path === undefined) return;
    const written = unlessFails(() => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeFileSync(`${path}.${process.pid}`, JSON.stringify(chunk), { mode: 0o600 });
      renameSync(`${path}.${process.pid}`, path);
      return true;
    });
    this.#hasFailed ||= written === undefined;
  }

  clear(): void {
    const folder = this.#folder;
    if (folder !== undefined) unlessFails(() => rmSync(folder, { recursive: true, force: true }));
  }

  #pathOf({ first, count }: PathRange): string | undefined {
    return this.#folder && join(this.#folder, `${first}-${count}.json`);
  }
}

function unlessFails<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
