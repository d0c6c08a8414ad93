import { groupBy } from "../base/group-by.ts";

/** A map in the order of its names, as code units; of two equal names the last stands. */
export function byName<T>(entries: Iterable<readonly [string, T]>): Map<string, T> {
  return new Map([...entries].toSorted(([a], [b]) => compareText(a, b)));
}

/** Sorts by several texts, of which the first that differs decides; the rest are computed only where needed. */
export function byTexts<T>(items: readonly T[], [textOf, ...rest]: readonly ((item: T) => string)[]): readonly T[] {
  if (textOf === undefined || items.length < 2) return items;
  return [...byName(groupBy(items, textOf)).values()].flatMap((alike) => byTexts(alike, rest));
}

/** An id for each: its base and, from the second of one base on, a count. */
export function numbered<T>(items: readonly T[], baseOf: (item: T) => string): (T & { readonly id: string })[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const base = baseOf(item);
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return { id: count === 1 ? base : `${base} #${count}`, ...item };
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
