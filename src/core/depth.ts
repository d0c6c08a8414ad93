/** How deep the nodes at or under a part of a program lie in one another: how deep its evaluation goes at least. */
export function depthOf(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  const own = "kind" in part ? 1 : 0;
  const inside = part instanceof Map ? [...part.values()] : Object.entries(part).flatMap(insideOf);
  return own + inside.reduce<number>((deepest, it) => Math.max(deepest, depthOf(it)), 0);
}

/** Places and types hold no expressions. */
function insideOf([name, part]: [string, unknown]): unknown[] {
  return name === "span" || name === "type" ? [] : [part];
}
