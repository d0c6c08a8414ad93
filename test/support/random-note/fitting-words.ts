import type { Meaning, Role } from "../../../grammar/vocabulary.ts";
import { allNames, namesIn, rowOf } from "../../../grammar/words.ts";
import { marketColumns } from "../../../src/units/market-columns.ts";
import type { Type } from "./template.ts";

// Which of the language's words fit where. A word that the vocabulary gets fails to compile until it is said here, or is
// drawn with the others of its role, where they all fit alike.

const quantities = ["money", "price", "shares", "number"] as const;

export const comparedTypes: Readonly<Record<Meaning<"comparison">, readonly Type[]>> = {
  is: [...quantities, "date"],
  "is not": [...quantities, "date"],
  ...{ "more than": quantities, "less than": quantities, "at least": quantities, "at most": quantities },
  ...{ before: ["date"], after: ["date"], "on or before": ["date"], "on or after": ["date"] },
};

export const pairTypes: Readonly<Record<Meaning<"pairPick">, readonly Type[]>> = {
  ...{ lesser: quantities, greater: quantities, earlier: ["date"], later: ["date"] },
};

/** Whether a fold has a value where there is nothing to go over. */
export const foldsWithValue: Readonly<Record<Meaning<"fold">, readonly ("always" | "maybe")[]>> = {
  ...{ sum: ["always"], product: [], average: ["maybe"], highest: ["maybe"], lowest: ["maybe"] },
};

/** What is counted or found among days. */
export const countsWithType: Readonly<Record<Meaning<"count">, readonly Type[]>> = {
  ...{ number: ["number"], first: ["date"], last: ["date"] },
};

/** The figures of an account, by type; `start of` is of a default. */
export const measureTypes: Readonly<Record<Meaning<"measure">, Type | undefined>> = {
  ...{ unpaid: "money", due: "money", overdue: "money", accruing: "money", paid: "money" },
  ...{ "first overdue": "date", "start of": undefined },
};

/** The first day after another, the last one before it. */
export const whichOf: Readonly<Record<Meaning<"relation">, Meaning<"which">>> = {
  ...{ "on or after": "first", after: "first", "on or before": "last", before: "last" },
};

const columnTypes: Readonly<Record<(typeof marketColumns)[number], Type>> = {
  ...{ open: "price", high: "price", low: "price", close: "price", vwap: "price", volume: "shares" },
};

export function columnsOf(type: Type): string[] {
  return marketColumns.filter((column) => columnTypes[column] === type).map((column) => `market ${column}`);
}

/** All words of some roles. */
export function wordsIn(...roles: readonly Role[]): string[] {
  return namesIn(...roles).map((name) => rowOf(name).words);
}

/** Whether all words of a role have to come up in random notes: those of values, conditions and changes. */
const isDrawn: Readonly<Record<Role, boolean>> = {
  ...{ definition: true, basis: true, continues: true, edge: true },
  ...{ stateVerb: true, accountVerb: true, beyond: true, tail: true },
  ...{ rounding: true, minorUnit: true, conditionList: true, logic: true, negation: true },
  ...{ dayQuantifier: true, eventQuantifier: true, comparison: true, stateTest: true, shiftTest: true },
  ...{ sum: true, product: true, power: true, pairPick: true },
  ...{ listPick: true, total: true, extremeFold: true, fold: true },
  ...{ count: true, extremes: true, rangeStart: true, rangeEnd: true },
  ...{ relation: true, shift: true, which: true, whichOfEvery: true },
  ...{ whichAnniversary: true, convention: true, period: true, datePart: true, dayUnit: true, longUnit: true },
  ...{ measure: true, payable: true, interest: true, yesNo: true },
  ...{ constant: true, euler: true, be: true, standing: true, lateness: true, dutyMeasure: true },
  ...{ head: false, line: false, connector: false, part: false },
  ...{ type: false, kind: false, takes: false, declaration: false },
  ...{ modality: false, member: false, reference: false, figure: false },
  ...{ clockUnit: true, dayEdge: true, table: true, list: true, continuing: true },
  ...{ stub: true, fraction: false, literal: false, section: false, mark: false, marketData: false },
};

/** All words that have to come up in random notes. */
export function wordsToDraw(): string[] {
  const roles: readonly string[] = Object.entries(isDrawn).flatMap(([role, is]) => (is ? [role] : []));
  return allNames()
    .map(rowOf)
    .flatMap(({ words, role }) => (roles.includes(role) ? [words] : []));
}
