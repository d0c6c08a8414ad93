/** A map in the order of its names, as code units; of two equal names the last stands. */
export function byName<T>(entries: Iterable<readonly [string, T]>): Map<string, T> {
  return new Map([...entries].toSorted(([a], [b]) => compareText(a, b)));
}

/** By several texts, the first that differs deciding. */
export function byTexts<T>(items: readonly T[], textsOf: (item: T) => readonly string[]): T[] {
  const keyed = items.map((item) => ({ item, texts: textsOf(item) }));
  return keyed.toSorted((a, b) => compareTexts(a.texts, b.texts)).map(({ item }) => item);
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

function compareTexts(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const compared = compareText(text, b[index] ?? "");
    if (compared !== 0) return compared;
  }
  return 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
