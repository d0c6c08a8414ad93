/**
 * The candidate that `name` was most likely meant to be, or undefined where none is near.
 *
 * Upper and lower case are the same. Near means one slip per three letters, at least one; of two equally near the first
 * given is taken. A text that is too long for a name has no near one. Candidates that equal `name` to the letter are passed over: they can't be what was missing.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > longestName) return undefined;
  const wanted = name.toLowerCase();
  let nearest: string | undefined;
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), limit);
    if (distance > limit) continue;
    nearest = candidate;
    limit = distance - 1;
    if (distance === 0) break;
  }
  return nearest;
}

/** Longer than any name or heading that was meant: what two texts cost to compare grows with the square of their length. */
export const longestName = 200;

/**
 * Slips that lead from one text to the other: a letter left out, added, replaced, or two neighbours swapped.
 *
 * No letter is touched by two slips (optimal string alignment). Counts UTF-16 units. A result above `limit` says only that
 * the distance is above it.
 */
export function editDistance(from: string, to: string, limit: number = Number.POSITIVE_INFINITY): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let slips = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1));
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        slips = Math.min(slips, at(beforeLast, column - 2) + 1);
      }
      current.push(slips);
      least = Math.min(least, slips);
    }
    // A swap reaches back two rows, so a row above the limit ends the search only when the one before is above it too.
    if (least > limit && Math.min(...last) >= limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
