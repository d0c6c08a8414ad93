/** The operation that gives a value of an explanation from what it uses, in English. */

import { byKind } from "../base/by-kind.ts";
import type { Arithmetic, Expr } from "../core/core.ts";
import type { Operation, ReasonFact } from "../evaluate/reasons/reason-facts.ts";
import { isFigure } from "../evaluate/state/run.ts";
import { formatDate } from "../units/plain-date.ts";
import { renderValue } from "../units/render-value.ts";
import type { ValueType } from "../units/value-type.ts";
import { stepWords } from "./problems.ts";
import { unitWords } from "./sums/day-words.ts";

export function operationWords({ operation, operands }: ReasonFact): string {
  return words(operation, operands);
}

const words = byKind<Operation, string, [operands: readonly ReasonFact[]]>({
  given: () => "given",
  solved: () => "solved",
  expression: ({ expr }) => expressionWords(expr),
  clause: () => "the last",
  "share basis": ({ exponent }) => (exponent > 0 ? "the first times the ratios" : "the first divided by the ratios"),
  limit: ({ beyond }) => (beyond === "void" ? "the first, or nothing beyond the limits" : "the least"),
  undecided: () => "whether it may be given is unknown",
  start: () => "as it started",
  changes: () => "the first, with the changes",
  change: ({ sets, sign }) => (sets ? "set to the last" : sign === 1 ? "plus the last" : "minus the last"),
  account: ({ reading }) => `${reading.measure}: the sum of what each did`,
  posting: ({ posting }) => posting.verb,
  payment: ({ part: { among } }) =>
    among === undefined
      ? "the least of what is left of the payment and what is open"
      : among.isProRata
        ? "its part of what is left of the payment, in proportion to what is open"
        : "of what is left of the payment, what was due first before the rest",
  "base fell": () => "the base fell",
  interest: interestWords,
  family: ({ isStart }) => (isStart ? "the earliest start" : "any of them continues"),
  default: () => "occurred, and continues",
});

/** `31 days × $100,000 × 4% per year ÷ 365`. */
export function interestWords(
  { weight, yearDays }: Extract<Operation, { kind: "interest" }>,
  operands: readonly ReasonFact[],
): string {
  const factors = operands.map(({ result, type }) => (isFigure(result) ? renderValue(result, type) : "?"));
  return `${weight} ${weight === 1 ? "day" : "days"} × ${factors.join(" × ")} ÷ ${yearDays}`;
}

const arithmetic: { readonly [K in Arithmetic["operator"]]: string } = {
  "+": "sum",
  "-": "difference",
  "*": "product",
  "/": "quotient",
  "^": "power",
};

const between: { readonly [K in ValueType["kind"]]?: string } = { date: "days between", time: "hours between" };

const lookedUp = () => "the last";
const expressionWords = byKind<Expr, string>({
  Constant: lookedUp,
  ReadParam: lookedUp,
  ReadDefinition: lookedUp,
  ReadDisplaced: lookedUp,
  ReadState: lookedUp,
  ReadField: lookedUp,
  EventMoment: lookedUp,
  Today: lookedUp,
  MarketPrice: lookedUp,
  OccurrenceValue: lookedUp,
  Phrase: () => "in words",
  FamilyHolds: lookedUp,
  FamilyStart: lookedUp,
  AsOf: () => "the last, as of the first",
  Arithmetic: ({ operator, left }) => between[left.type.kind] ?? arithmetic[operator],
  Extreme: ({ which }) => (which === "least" ? "the least" : "the greatest"),
  Total: () => "sum",
  Case: () => "the last, by the conditions before it",
  ByReading: ({ reading }) => `the last, as "${reading}" is read`,
  ReadingIs: ({ reading, choice }) => `whether "${reading}" is read "${choice}"`,
  OnlyWhile: () => "the last, while the first holds",
  OrElse: () => "the first that has a value",
  Round: ({ mode }) => `the first rounded ${mode} to a multiple of the second`,
  RoundedPower: ({ mode, base }) =>
    `${base === undefined ? "e to the first" : "the first to the second"}, rounded ${mode} to a multiple of the last`,
  AccountMeasure: ({ on, measure }) =>
    on === undefined || measure === "payable" ? "the last" : "the second × the first ÷ the third",
  Interest: () => "sum of interest",
  DayFold: ({ operation, pick }) => `${operation}${pick === undefined ? "" : ` of the ${pick.which}`} over days`,
  EventFold: ({ operation }) => `${operation} over events`,
  TimeElsewhere: ({ place }) => `the clock of ${place}`,
  TimeShift: ({ minutes, direction }) => `${minutes === 60 ? "hours" : "minutes"} ${direction}`,
  Shift: ({ unit, direction }) => `${unit}s ${direction}`,
  Step: ({ unit, relation, series }) => stepWords(unitWords(unit, series), relation),
  PeriodEdge: ({ which, unit, period }) => `the ${which} ${unit} of the ${period}`,
  DatePart: ({ part }) => `the ${part} of`,
  Every: ({ relation }) => `the period ${relation}`,
  Compare: ({ operator }) => operator,
  IsSet: () => "has a value",
  HasHappened: () => "has happened",
  Not: () => "not",
  Logic: ({ operator }) => operator,
});

export function daysWords(first: Parameters<typeof formatDate>[0], last: Parameters<typeof formatDate>[0]): string {
  return first === last ? `on ${formatDate(first)}` : `from ${formatDate(first)} to ${formatDate(last)}`;
}
