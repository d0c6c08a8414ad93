/**
 * All that can be reached in a graph from each node, over one edge or more; itself only where it lies on a circle.
 *
 * Computed once for each node. What a node reaches is copied whole from nodes that are known, so that a dense graph costs as
 * much as it has edges, times what is new.
 */
export function reachIn<T>(next: (node: T) => Iterable<T>): (from: T) => ReadonlySet<T> {
  const known = new Map<T, ReadonlySet<T>>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    const found = new Set<T>();
    const waiting = [...next(from)];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (found.has(node)) continue;
      found.add(node);
      const beyond = known.get(node);
      if (beyond === undefined) waiting.push(...next(node));
      else for (const it of beyond) found.add(it);
    }
    known.set(from, found);
    return found;
  };
}
