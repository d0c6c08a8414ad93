import type { Part, Work } from "../work.ts";

/** How chunks of one kind of work are run. Their bytes depend on the work and the part alone. */
export interface Kind {
  /** Once for each work and worker. The files are texts from elsewhere: what is wrong with them is said in words. */
  open(work: Work): Opened | Promise<Opened>;
}

export type Opened =
  | { readonly ok: true; readonly run: (part: Part) => Uint8Array | Promise<Uint8Array> }
  | { readonly ok: false; readonly failed: string };
