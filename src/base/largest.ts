/** The largest of some numbers, or `least` where none is larger. Takes any number of them: `Math.max(…)` has no room for many. */
export function largest(numbers: Iterable<number>, least: number): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
