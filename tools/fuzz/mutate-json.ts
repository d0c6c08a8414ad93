/** Random changes of a JSON document: a value, a key, an entry of a list; now and then of its characters. */
import { mutateBytes } from "./mutate-text.ts";
import type { Random } from "./random.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const oddValues: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e300,
  12.5,
  "",
  " ",
  "0",
  "-0",
  "-1",
  "8",
  "8%",
  "1/3",
  "1/0",
  "1/190",
  "NaN",
  "Infinity",
  "1e9",
  "unlimited",
  "$18,250",
  "1,000",
  "2024-02-30",
  "0000-01-01",
  "9999-12-31",
  "2005-12-28",
  "24:00",
  "18:01",
  "yes",
  "no",
  "Event of Default",
  "9".repeat(60),
  "x".repeat(300),
  "\u202e",
  "\u0000",
  "=1+1",
  "__proto__",
  "constructor",
  [],
  {},
  [[]],
  { value: "x" },
];

/** Each time another: a later change may go into a list or an object that was put in. */
const oddValue = (random: Random): Json => structuredClone(random.pick(oddValues));

export function mutateJson(text: string, random: Random): string {
  if (random.chance(6)) return mutateBytes(text, random);
  const document = JSON.parse(text) as Json;
  for (let count = 1 + random.below(2); count > 0; count -= 1) mutateIn(document, random);
  return JSON.stringify(document, null, 1);
}

/** Goes down to a random place and changes something there. */
function mutateIn(document: Json, random: Random): void {
  let place = document;
  for (;;) {
    const inner: Json[] = Array.isArray(place)
      ? place
      : typeof place === "object" && place !== null
        ? Object.values(place)
        : [];
    const deeper = inner.filter((it) => typeof it === "object" && it !== null && Object.keys(it).length > 0);
    if (deeper.length === 0 || random.chance(4)) break;
    place = random.pick(deeper);
  }
  if (Array.isArray(place)) mutateList(place, random);
  else if (typeof place === "object" && place !== null) mutateObject(place, random);
}

function mutateList(list: Json[], random: Random): void {
  const at = random.below(list.length);
  const to = random.below(list.length);
  const [here = null, there = null] = [list[at], list[to]];
  const kind = random.below(4);
  if (kind === 0) list.splice(at, 1);
  else if (kind === 1) list.splice(to, 0, structuredClone(here));
  else if (kind === 2) [list[at], list[to]] = [there, here];
  else list[at] = oddValue(random);
}

function mutateObject(object: { [key: string]: Json }, random: Random): void {
  const keys = Object.keys(object);
  const key = keys[random.below(keys.length)] ?? "x";
  const kind = random.below(5);
  if (kind === 0) delete object[key];
  else if (kind === 1) object[`${key}x`] = object[key] ?? null;
  else if (kind === 2) object[random.pick(["on", "at", "id", "for", "market", "Amount", "é", ""])] = oddValue(random);
  else object[key] = oddValue(random);
}
