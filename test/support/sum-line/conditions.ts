/** Reads a condition of a line and decides it again from the figures and from what has a name in it. */
import { order } from "../recomputation/fraction.ts";
import { meet } from "./bounds.ts";
import type { Reader } from "./reader.ts";
import type { Read, Sums } from "./sums.ts";
import { bounds } from "./sums.ts";

/** Undefined where it can't be known, as figures are cut or something is unknown. */
type Truth = boolean | undefined;

export function readCondition(reader: Reader, sums: Sums): Truth {
  const parts = [readPart(reader, sums)];
  let word = "";
  for (let found = reader.take(/ (and|or) /); found !== undefined; found = reader.take(/ (and|or) /)) {
    word = found[1] ?? "";
    parts.push(readPart(reader, sums));
  }
  if (word === "") return parts[0];
  const deciding = word === "or";
  if (parts.includes(deciding)) return deciding;
  return parts.includes(undefined) ? undefined : !deciding;
}

function readPart(reader: Reader, sums: Sums): Truth {
  if (reader.take(/not /) !== undefined) {
    const truth = readPart(reader, sums);
    return truth === undefined ? undefined : !truth;
  }
  const quoted = reader.take(/“.*?” \((yes|no)\)/);
  if (quoted !== undefined) return quoted[1] === "yes";
  const compared = reader.attempt(() => readComparison(reader, sums));
  if (compared !== undefined) return compared.truth;
  const counted = reader.take(/(\d+) of (\d+) [-a-z "]+ meet it, as (each must|one must|none may)/);
  if (counted !== undefined) return quantified(Number(counted[1]), Number(counted[2]), counted[3] ?? "");
  if (reader.take(/\(/) !== undefined) {
    const inner = readCondition(reader, sums);
    reader.need(/\)/);
    return inner;
  }
  const named = reader.need(/.*? \((yes|no)\)|unknown|no value|yes|no/);
  return named[1] === undefined ? { yes: true, no: false }[named[0]] : named[1] === "yes";
}

function quantified(met: number, all: number, rule: string): boolean {
  return rule === "each must" ? met === all : rule === "one must" ? met > 0 : met === 0;
}

function readComparison(reader: Reader, sums: Sums): { readonly truth: Truth } {
  const left = sums.sum();
  const operator = reader.need(/ (=|≠|<|≤|>|≥) /)[1] ?? "";
  return { truth: compared(left, operator, sums.sum()) };
}

function compared(left: Read, operator: string, right: Read): Truth {
  if (typeof left === "string" || typeof right === "string") return operator === "=" ? left === right : left !== right;
  const [a, b] = [bounds(left), bounds(right)];
  const isExact = order(a.low, a.high) === 0 && order(b.low, b.high) === 0;
  if (!isExact && meet(a, b)) return undefined;
  const side = order(a.low, b.low);
  const truths: Readonly<Record<string, boolean>> = {
    "=": side === 0,
    "≠": side !== 0,
    "<": side < 0,
    "≤": side <= 0,
    ">": side > 0,
    "≥": side >= 0,
  };
  return truths[operator];
}
