/** How deep the nodes at or under a part of a program lie in one another: how deep its evaluation goes at least. */
export function depthOf(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  let deepest = 0;
  for (const inner of partsIn(part)) deepest = Math.max(deepest, depthOf(inner));
  return ownNodes(part) + deepest;
}

/** How many nodes there are at or under a part of a program: how many its evaluation looks at, at most, once each. */
export function sizeOf(part: unknown): number {
  if (typeof part !== "object" || part === null) return 0;
  let size = ownNodes(part);
  for (const inner of partsIn(part)) size += sizeOf(inner);
  return size;
}

function ownNodes(part: object): number {
  return "kind" in part ? 1 : 0;
}

/** Places and types hold no expressions. */
function partsIn(part: object): unknown[] {
  if (part instanceof Map) return [...part.values()];
  const { span: _span, type: _type, ...inner }: { span?: unknown; type?: unknown } = part;
  return Object.values(inner);
}
