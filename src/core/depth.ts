/** How deep the nodes at or under a part of a program lie in one another: how deep its evaluation goes at least. */
export function depthOf(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  return ownNodes(part) + partsIn(part).reduce<number>((deepest, it) => Math.max(deepest, depthOf(it)), 0);
}

/** How many nodes there are at or under a part of a program: how many its evaluation looks at, at most, once each. */
export function sizeOf(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  return ownNodes(part) + partsIn(part).reduce<number>((sum, it) => sum + sizeOf(it), 0);
}

function ownNodes(part: object): number {
  return "kind" in part ? 1 : 0;
}

function partsIn(part: object): unknown[] {
  return part instanceof Map ? [...part.values()] : Object.entries(part).flatMap(insideOf);
}

/** Places and types hold no expressions. */
function insideOf([name, part]: [string, unknown]): unknown[] {
  return name === "span" || name === "type" ? [] : [part];
}
