/** Which tokens of two texts of one statement belong together, where one of them has words that the other lacks. */

/** For each key of `one`, the place of its partner in `other`; undefined where it has none. In order. */
export function alignedWith(one: readonly string[], other: readonly string[]): (number | undefined)[] {
  const head = sharedHead(one, other);
  const tail = sharedHead(one.slice(head).toReversed(), other.slice(head).toReversed());
  const between = longestShared(one.slice(head, one.length - tail), other.slice(head, other.length - tail));
  return [
    ...Array.from({ length: head }, (_, index) => index),
    ...between.map((place) => (place === undefined ? undefined : place + head)),
    ...Array.from({ length: tail }, (_, index) => other.length - tail + index),
  ];
}

function sharedHead(one: readonly string[], other: readonly string[]): number {
  const end = one.findIndex((key, index) => key !== other[index]);
  return end === -1 ? one.length : end;
}

/** A table of so many places is made; beyond, nothing between the shared ends belongs together. */
const mostPlaces = 4_000_000;

function longestShared(one: readonly string[], other: readonly string[]): (number | undefined)[] {
  const width = other.length + 1;
  if (one.length === 0 || other.length === 0 || one.length * width > mostPlaces) return one.map(() => undefined);
  // lengths[i * width + j]: how many are shared from the place i of one and j of the other on.
  const lengths = new Uint32Array((one.length + 1) * width);
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        one[i] === other[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  let from = 0;
  return one.map((key, i) => {
    while (from < other.length && key !== other[from] && lengthAt(i, from + 1) === lengthAt(i, from)) from += 1;
    if (key !== other[from] || lengthAt(i + 1, from) === lengthAt(i, from)) return undefined;
    from += 1;
    return from - 1;
  });
}
