/** Where two results have other contents: each place by its JSON pointer, with what it is about. */
import type { Difference, JsonObject } from "./read-result.ts";
import { isObject } from "./read-result.ts";

/** More places than these are not listed. */
const mostPlaces = 100;

/** `at` is the place of the two in their results. */
export function resultDifferences(was: unknown, now: unknown, at = ""): Difference[] {
  const found: Difference[] = [];
  compare(was, now, { at, name: undefined }, found);
  return found;
}

interface Place {
  readonly at: string;
  /** The answer or the entry that it belongs to. */
  readonly name: string | undefined;
}

function compare(was: unknown, now: unknown, { at, name }: Place, found: Difference[]): void {
  if (found.length >= mostPlaces) return;
  const [before, after] = [partsOf(was), partsOf(now)];
  if (before === undefined || after === undefined || Array.isArray(was) !== Array.isArray(now)) {
    if (was === now) return;
    found.push({ what: "result", ...(name !== undefined && { name }), at, was: shown(was), now: shown(now) });
    return;
  }
  const inside = (isObject(was) ? labelOf(was) : undefined) ?? name;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    // Inputs are compared by themselves.
    if (at === "" && key === "madeFrom") continue;
    // A result of an earlier version does not list these.
    if (at === "" && listedLater.has(key) && !before.has(key)) continue;
    compare(before.get(key), after.get(key), { at: `${at}/${pointerPart(key)}`, name: inside }, found);
  }
}

const listedLater = new Set(["breaches", "lapses"]);

/** `Conversion Shares of first on 2006-03-15` of an answer, the name of an entry of the journal. */
function labelOf({ value, name, of, on, text }: JsonObject): string | undefined {
  const called = [value, name, text].find((it) => typeof it === "string");
  if (called === undefined) return undefined;
  const owner = typeof of === "string" ? ` of ${of}` : "";
  return `${called}${owner}${typeof on === "string" ? ` on ${on}` : ""}`;
}

function pointerPart(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function partsOf(value: unknown): Map<string, unknown> | undefined {
  return isObject(value) || Array.isArray(value) ? new Map(Object.entries(value)) : undefined;
}

/** A part that is there on one side only is not repeated as a whole. */
function shown(value: unknown): unknown {
  if (value === undefined) return null;
  return isObject(value) || Array.isArray(value) ? "…" : value;
}
