/**
 * Paths by chunks: each is a tally of its own, by whoever makes it, and they are merged in the order of the paths. So the result
 * has the same bytes however the chunks were handed out.
 */
import type { Known, PathFacts } from "./path-facts.ts";
import { figuresOf } from "./path-facts.ts";
import type { TallyData } from "./tally.ts";
import { Tally } from "./tally.ts";

/** Paths from one number on. */
export interface PathRange {
  readonly first: number;
  readonly count: number;
}

/** What an engine that runs paths has to offer. */
export interface PathRunner {
  /** How many figures a path has: the metrics, and the values that are asked for. */
  readonly metrics: number;
  /** The days of each series that is charted. */
  readonly series: readonly number[];
  /** What a path came to. */
  run(path: number): PathFacts;
}

/** A chunk, and what it came to under each of the variants: that, and the differences path by path. */
export interface ChunkData {
  readonly base: TallyData;
  readonly variants: readonly { readonly own: TallyData; readonly differences: TallyData }[];
}

/** About so many runs of a path are in a chunk, a second or less: where paths are divided does not depend on who works. */
const runsOfChunk = { compiled: 4096, exact: 16 };

/** `engine` is what runs the paths, but for those that only the exact one can decide. */
export function chunksOf(paths: number, engine: "compiled" | "exact", variants = 0): PathRange[] {
  const size = Math.max(1, Math.ceil(runsOfChunk[engine] / (variants + 1)));
  return Array.from({ length: Math.ceil(paths / size) }, (_, index) => {
    const first = index * size;
    return { first, count: Math.min(size, paths - first) };
  });
}

export function runChunk(
  runner: PathRunner,
  variants: readonly PathRunner[],
  { first, count }: PathRange,
  onPath?: (done: number) => void,
): ChunkData {
  const base = new Tally(runner.metrics, runner.series);
  const others = variants.map(({ metrics }) => ({ own: new Tally(metrics, []), differences: new Tally(metrics, []) }));
  for (let path = first; path < first + count; path += 1) {
    const facts = runner.run(path);
    const figures = figuresOf(facts);
    base.add(path, facts, figures);
    for (const [index, { own, differences }] of others.entries()) {
      const variant = variants[index]?.run(path);
      if (variant === undefined) continue;
      const its = figuresOf(variant);
      own.add(path, variant, its);
      differences.addFigures(
        path,
        its.map((it, at) => difference(it, figures[at] ?? 0)),
      );
    }
    onPath?.(path - first + 1);
  }
  const data = others.map(({ own, differences }) => ({ own: own.toData(), differences: differences.toData() }));
  return { base: base.toData(), variants: data };
}

function difference(of: Known<number>, from: Known<number>): Known<number> {
  if (typeof of === "string") return of;
  return typeof from === "string" ? from : of - from;
}

/** Adds chunks up, one after the other as they come in the order of the paths: no more than two are held at once. */
export class Merging {
  #base: Tally | undefined;
  #variants: { readonly own: Tally; readonly differences: Tally }[] = [];

  add({ base, variants }: ChunkData): void {
    const [next, others] = [Tally.from(base), variants.map(tallies)];
    if (this.#base === undefined) [this.#base, this.#variants] = [next, others];
    else {
      this.#base.merge(next);
      for (const [index, { own, differences }] of others.entries()) {
        this.#variants[index]?.own.merge(own);
        this.#variants[index]?.differences.merge(differences);
      }
    }
  }

  /** Undefined as long as there is none. */
  get base(): Tally | undefined {
    return this.#base;
  }

  get variants(): readonly { readonly own: Tally; readonly differences: Tally }[] {
    return this.#variants;
  }
}

function tallies({ own, differences }: ChunkData["variants"][number]) {
  return { own: Tally.from(own), differences: Tally.from(differences) };
}
