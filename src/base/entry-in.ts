import { invariant } from "./invariant.ts";

/** What a map holds under a key that it has. */
export function entryIn<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const entry = map.get(key);
  invariant(entry !== undefined, "the map has an entry under the key");
  return entry;
}
