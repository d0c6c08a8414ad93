/** What a thread does: it opens works, keeps the last few of them open, and runs chunks. */
import type { Kind, Opened } from "../kinds/kind.ts";
import { portfolio } from "../kinds/portfolio.ts";
import { simulation } from "../kinds/simulation.ts";
import type { Outcome, Part, Work, WorkKind } from "../work.ts";

export interface Task {
  readonly workId: string;
  readonly part: Part;
  /** Left out where the thread may know it already. */
  readonly work?: Work;
}

/** What a chunk gave; or that the thread has to be given the work as well. */
export type Answered = Outcome | "which work?";

const kinds: { readonly [K in WorkKind]: Kind } = { portfolio, simulation };

const mostOpen = 4;
const open = new Map<string, Promise<Opened>>();

export async function runTask({ workId, part, work }: Task): Promise<Answered> {
  const known = open.get(workId) ?? (work === undefined ? undefined : openedFrom(work));
  if (known === undefined) return "which work?";
  keepOpen(workId, known);
  const opened = await known;
  return opened.ok ? { bytes: await opened.run(part) } : { failed: opened.failed };
}

async function openedFrom(work: Work): Promise<Opened> {
  return kinds[work.kind].open(work);
}

/** The last used stands last. */
function keepOpen(workId: string, opened: Promise<Opened>): void {
  open.delete(workId);
  open.set(workId, opened);
  const [oldest = ""] = open.keys();
  if (open.size > mostOpen) open.delete(oldest);
}
