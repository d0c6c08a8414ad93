interface Kinded {
  readonly kind: string;
}

/** What is made of each kind of a union. A kind that is missing fails to compile. */
type ByKind<T extends Kinded, R, More extends readonly unknown[]> = {
  readonly [K in T["kind"]]: (it: Extract<T, { readonly kind: K }>, ...more: More) => R;
};

/** Makes something of whatever kind of a union it is handed, by a table. */
export function byKind<T extends Kinded, R, More extends readonly unknown[] = []>(
  table: ByKind<T, R, More>,
): (it: T, ...more: More) => R;
export function byKind(table: Readonly<Record<string, (...it: unknown[]) => unknown>>) {
  return (it: Kinded, ...more: unknown[]) => table[it.kind]?.(it, ...more);
}
