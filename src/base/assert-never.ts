/**
 * Closes a switch over a union: a kind without its case fails to compile here.
 *
 * Throws when it is reached after all, which a value from outside that skipped its reader can bring about.
 */
export function assertNever(value: never): never {
  const { kind = value }: { kind?: unknown } = Object(value);
  throw new Error(`A case is missing for ${JSON.stringify(kind)}`);
}
