/** Work that is done in chunks, by threads of this process or by workers on other machines. */

/** What all chunks of a run share. It travels once, by content; a worker opens it once and keeps it. */
export interface Work {
  readonly kind: WorkKind;
  /** Texts by names of the kind's own. A worker never opens a path. */
  readonly files: Readonly<Record<string, string>>;
  /** Everything else that the bytes of a chunk depend on, as JSON has it. */
  readonly settings: object;
}

export const workKinds = ["portfolio", "simulation"] as const;
export type WorkKind = (typeof workKinds)[number];

/** What a chunk has of its own, as JSON has it, such as the numbers of the paths that it runs. */
export type Part = object;

/** A part of a work under the name by which a second start, a worker and Redis know it: a SHA-256. */
export interface Chunk {
  readonly id: string;
  readonly part: Part;
}

/** The bytes that a chunk gave, or why it gave none. */
export type Outcome = { readonly bytes: Uint8Array } | { readonly failed: string };

/** A chunk that is done, in its place among the parts. */
export type Done = { readonly part: Part; readonly index: number } & Outcome;

export interface RunOptions {
  /** Where Redis is; without it the chunks run in threads of this process. */
  readonly redis?: string | undefined;
  /** Runs the chunks in this process, where there are too few of them to be worth a thread. */
  readonly here?: ((part: Part) => Uint8Array) | undefined;
  /** How many threads; by default, as many as there are cores. */
  readonly threads?: number | undefined;
  /** A folder in which chunks that are done are kept, so that a second start goes on from them. */
  readonly keep?: string | undefined;
  /** Stops the run: nothing new begins, and what is done stays kept. */
  readonly signal?: AbortSignal | undefined;
  /** How many chunks are done, in whatever order. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** What the user should hear of: a lost connection, a worker of another version. */
  readonly onNotice?: ((text: string) => void) | undefined;
  /** For how many seconds to wait for a worker of this version, where none is there. */
  readonly patience?: number | undefined;
}

/** Who runs chunks. */
export interface JobTransport {
  /** As many chunks are handed out at once, so that nobody waits for the next. */
  readonly ahead: number;
  /** Rejects where the run was stopped, or where nothing can go on at all. */
  run(chunk: Chunk): Promise<Outcome>;
  close(): Promise<void>;
}

/** What stands in the way of all chunks, in words for the user. */
export class CannotRun extends Error {
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}
