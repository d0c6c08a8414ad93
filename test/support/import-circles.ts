/** Groups of files that import one another, directly or by way of others; types count. Each sorted, and sorted by the first. */
export function importCircles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = visited([...imports.keys()], (file) => imports.get(file) ?? []).flat();
  const importers = new Map<string, string[]>([...imports.keys()].map((file) => [file, []]));
  for (const [file, targets] of imports) for (const target of targets) importers.get(target)?.push(file);
  // What is left last is looked at first, along the arrows turned round: Kosaraju's way to the circles.
  return visited(order.reverse(), (file) => importers.get(file) ?? [])
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted())
    .toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}

/** From each file not yet seen, all that is reached, each behind what is reached from it. */
function visited(files: readonly string[], next: (file: string) => readonly string[]): string[][] {
  const seen = new Set<string>();
  const visit = (file: string): string[] => {
    if (seen.has(file)) return [];
    seen.add(file);
    return [...next(file).flatMap(visit), file];
  };
  return files.map(visit).filter((group) => group.length > 0);
}
