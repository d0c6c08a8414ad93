/** Items by what `keyOf` gives for each, in the order in which they come. `Map.groupBy` does the same from Node 21 on. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) listUnder(groups, keyOf(item), item);
  return groups;
}

/** Adds an item to the end of the list that a key has. */
export function listUnder<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
