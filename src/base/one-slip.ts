import { listUnder } from "./group-by.ts";
import { longestName } from "./nearest-name.ts";

/**
 * For each name the others that a slip of the keyboard makes of it: a letter of one word left out, added, replaced or
 * swapped with its neighbour.
 *
 * Words of three letters or fewer, words with digits, and words that differ in their first letter or by a plural's `s` are
 * meant as they are: Series A and Series B, Rate and Date, Payment and Payments.
 */
export function oneSlipApart(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const byRest = new Map<string, string[]>();
  for (const name of new Set(names)) for (const rest of restsOf(name)) listUnder(byRest, rest, name);
  const found = new Map<string, Set<string>>();
  for (const alike of byRest.values()) {
    if (alike.length > mostAlike) continue;
    for (const name of alike) {
      for (const other of alike) if (isSlip(name, other)) found.set(name, (found.get(name) ?? new Set()).add(other));
    }
  }
  return new Map([...found].map(([name, others]) => [name, [...others]]));
}

/** So many names that differ by one letter are meant to. */
const mostAlike = 50;

/** A name, and what is left of it without a letter that may be mistyped: names one slip apart have one of these in common. */
function restsOf(name: string): Set<string> {
  const rests = new Set([name]);
  if (name.length > longestName) return rests;
  for (const { 0: word, index } of name.matchAll(/[^ ]+/g)) {
    if (!canBeMistyped(word)) continue;
    for (let at = index + 1; at < index + word.length; at++) rests.add(name.slice(0, at) + name.slice(at + 1));
  }
  return rests;
}

const canBeMistyped = (word: string) => word.length > 3 && !/\d/.test(word);

/** Of two names that have a rest in common: whether the words in which they differ are mistyped. */
function isSlip(name: string, other: string): boolean {
  if (name === other || Math.abs(name.length - other.length) > 1) return false;
  const [words, others] = [name.split(" "), other.split(" ")];
  if (words.length !== others.length) return false;
  const at = words.findIndex((word, index) => word !== others[index]);
  const [word = "", meant = ""] = [words[at], others[at]];
  const isPlural = `${word}s` === meant || `${meant}s` === word;
  return !isPlural && canBeMistyped(word) && canBeMistyped(meant) && isOneEdit(word, meant);
}

/** What two words have beside their common beginning and end: at most a letter each, or two letters swapped. */
function isOneEdit(word: string, other: string): boolean {
  const shorter = Math.min(word.length, other.length);
  let start = 0;
  while (start < shorter && word[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && word.at(-1 - end) === other.at(-1 - end)) end++;
  const [rest, otherRest] = [word, other].map((it) => it.slice(start, it.length - end));
  if (rest === undefined || otherRest === undefined || start === 0) return false;
  const isSwap = rest.length === 2 && rest === `${otherRest[1]}${otherRest[0]}`;
  return isSwap || (rest.length <= 1 && otherRest.length <= 1);
}
