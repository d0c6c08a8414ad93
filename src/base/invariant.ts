/**
 * States what must hold if the program is right; throws where it does not.
 *
 * For bugs of ours only. Input that can be wrong gives a diagnostic instead.
 */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
}
