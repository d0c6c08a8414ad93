/** Shapes of data that come from elsewhere. Each says whether a value has the shape, every key of it and no other. */

export type Guard<T> = (value: unknown) => value is T;

export const isText: Guard<string> = (value) => typeof value === "string";

export const isWhole: Guard<number> = (value): value is number => Number.isSafeInteger(value);

/** A SHA-256 in hexadecimal digits. */
export const isHash: Guard<string> = (value): value is string => isText(value) && /^[0-9a-f]{64}$/.test(value);

export function oneOf<const T extends string>(...words: readonly T[]): Guard<T> {
  return (value): value is T => words.some((it) => it === value);
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((it) => guard(it));
}

export function pairOf<A, B>(first: Guard<A>, second: Guard<B>): Guard<readonly [A, B]> {
  return (value): value is readonly [A, B] =>
    Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1]);
}

/** Any names, each with a value of the shape. */
export function tableOf<T>(guard: Guard<T>): Guard<Readonly<Record<string, T>>> {
  return (value): value is Readonly<Record<string, T>> =>
    isPlain(value) && Object.values(value).every((it) => guard(it));
}

/** These names and no others. */
export function objectOf<T extends object>(guards: { readonly [K in keyof T]: Guard<T[K]> }): Guard<T> {
  const wanted: readonly (readonly [string, Guard<unknown>])[] = Object.entries(guards);
  return (value): value is T => {
    if (!isPlain(value)) return false;
    const held = new Map(Object.entries(value));
    return held.size === wanted.length && wanted.every(([name, guard]) => held.has(name) && guard(held.get(name)));
  };
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
