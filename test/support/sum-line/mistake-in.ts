/** Whether a line adds up, and has the answer as its result. */
import type { Data } from "../recomputation/dates.ts";
import type { Bounds } from "./bounds.ts";
import { meet } from "./bounds.ts";
import { readCondition } from "./conditions.ts";
import { Reader } from "./reader.ts";
import type { Read } from "./sums.ts";
import { bounds, Sums } from "./sums.ts";

/** What is wrong with a line, in words; undefined where its sum gives its result. `shown` is the answer as a line shows it. */
export function mistakeIn(line: string, shown: string, data: Data): string | undefined {
  try {
    return mistakeOf(line, shown, data);
  } catch (error) {
    return `${String(error)}: ${line}`;
  }
}

function mistakeOf(line: string, shown: string, data: Data): string | undefined {
  const truth = /^(.*), so (yes|no)(?: \(.*\))?$/s.exec(line);
  if (truth !== null) return mistakeOfTruth(truth[1] ?? "", truth[2] ?? "", shown, data);
  if (line === shown || (line.startsWith(`${shown} (`) && line.endsWith(")"))) return undefined;
  const reader = new Reader(line);
  const sums = new Sums(reader, data);
  let value: Read = sums.phrase();
  for (let from = reader.at; reader.take(/ = /) !== undefined; from = reader.at) {
    const next = reader.attempt(() => sums.unrounded());
    if (next === undefined) return `no figure at ${from} of ${line}`;
    if (!isSame(value, next)) return `the sum is not the figure at ${from} of ${line}`;
    value = sums.rounded(next);
  }
  const end = line.slice(0, reader.at);
  if (!end.endsWith(` = ${shown}`)) return `the line ends without ${shown}: ${line}`;
  return /^(?: \(.*\))?$/s.test(reader.rest) ? undefined : `“${reader.rest}” is left of ${line}`;
}

function mistakeOfTruth(condition: string, said: string, shown: string, data: Data): string | undefined {
  if (said !== shown) return `${condition} is said to be ${said}, and the answer is ${shown}`;
  const reader = new Reader(condition);
  const truth = readCondition(reader, new Sums(reader, data));
  if (reader.rest !== "") return `“${reader.rest}” is left of ${condition}`;
  return truth === undefined || truth === (said === "yes") ? undefined : `${condition} is ${String(truth)}`;
}

function isSame(a: Read, b: Read): boolean {
  if (typeof a === "object" && typeof b === "object") return isWithin(a, b);
  return a === b;
}

const isWithin = (a: Bounds, b: Bounds) => meet(bounds(a), bounds(b));
