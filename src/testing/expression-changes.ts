/** What could be written instead of an expression, one word or figure at a time. */
import { byKind } from "../base/by-kind.ts";
import type {
  Arithmetic,
  Case,
  Compare,
  Constant,
  DayFold,
  DayRange,
  Expr,
  Extreme,
  Interest,
  Logic,
  Round,
  Shift,
  Step,
  ValueType,
} from "../core/core.ts";
import { wordsOf } from "../source/span.ts";
import { dayCounts, isDayCount } from "../units/day-count.ts";
import type { RoundingMode } from "../units/exact.ts";
import { renderValue } from "../units/render-value.ts";
import { nextValue } from "./next-value.ts";

/** Another expression, and what the change is, in the words of the template. */
export interface ExpressionChange {
  readonly what: ChangeKind;
  readonly from: string;
  readonly to: string;
  readonly expr: Expr;
}

export type ChangeKind = "number" | "comparison" | "day count" | "order" | "clause" | "operation";

export function changesOf(expr: Expr): readonly ExpressionChange[] {
  return changes(expr);
}

const none = (): readonly ExpressionChange[] => [];

const changes = byKind<Expr, readonly ExpressionChange[]>({
  Constant: constantChanges,
  Compare: comparisonChanges,
  Arithmetic: arithmeticChanges,
  Extreme: extremeChanges,
  Logic: logicChanges,
  Case: caseChanges,
  Round: roundingChanges,
  Shift: unitChanges,
  Step: unitChanges,
  DayFold: foldChanges,
  Interest: (expr) => rangeChanges(expr, expr.days, (days) => ({ ...expr, days })),
  EventFold: (expr) => {
    const operation = turned[expr.operation];
    return operation === undefined ? [] : [changed("operation", expr.operation, operation, { ...expr, operation })];
  },
  Not: (expr) => [changed("clause", wordsOf(expr.span), "the same without `not`", expr.condition)],
  OnlyWhile: (expr) => [changed("clause", wordsOf(expr.condition.span), "always", expr.value)],
  ReadParam: none,
  ReadDefinition: none,
  ReadDisplaced: none,
  ReadState: none,
  ReadField: none,
  EventMoment: none,
  Today: none,
  MarketPrice: none,
  Total: none,
  ByReading: none,
  OrElse: none,
  RoundedPower: none,
  AsOf: none,
  AccountMeasure: none,
  PeriodEdge: none,
  DatePart: none,
  Every: none,
  TimeElsewhere: none,
  TimeShift: none,
  IsSet: none,
  HasHappened: none,
  ReadingIs: none,
  FamilyHolds: none,
  FamilyStart: none,
  OccurrenceValue: none,
  Phrase: none,
});

function changed(what: ChangeKind, from: string, to: string, expr: Expr): ExpressionChange {
  return { what, from, to, expr };
}

function constantChanges(expr: Constant): readonly ExpressionChange[] {
  const { value, type } = expr;
  const from = wordsOf(expr.span);
  if (type.kind === "choice" && typeof value === "string" && isDayCount(value)) {
    const other = dayCounts.find((it) => it !== value && type.options.includes(it));
    return other === undefined ? [] : [changed("day count", from, other, { ...expr, value: other })];
  }
  // What a phrase such as `5 days have passed` or `must not` brings with it stands in no template.
  if (type.kind === "yes or no" && from !== "yes" && from !== "no") return [];
  const next = nextValue(value, type, from);
  return next === undefined ? [] : [changed("number", from, renderValue(next, type), { ...expr, value: next })];
}

const otherEdge = { "=": "≠", "≠": "=", "<": "≤", "≤": "<", ">": "≥", "≥": ">" } as const;

const comparisonWords: Readonly<Record<Compare["operator"], string>> = {
  "=": "is",
  "≠": "is not",
  "<": "is less than",
  "≤": "is at most",
  ">": "is more than",
  "≥": "is at least",
};
const dateWords: Readonly<Record<Compare["operator"], string>> = {
  "=": "is",
  "≠": "is not",
  "<": "is before",
  "≤": "is on or before",
  ">": "is after",
  "≥": "is on or after",
};

/** How a comparison is written. */
export function comparisonIn(operator: Compare["operator"], { kind }: ValueType): string {
  return (kind === "quantity" ? comparisonWords : dateWords)[operator];
}

/** Words and choices from a list are no figures: what is another word is not near it. */
function comparisonChanges(expr: Compare): readonly ExpressionChange[] {
  const { operator, left } = expr;
  if (left.type.kind === "text") return [];
  const other = otherEdge[operator];
  const words = (it: Compare["operator"]) =>
    `${wordsOf(left.span)} ${comparisonIn(it, left.type)} ${wordsOf(expr.right.span)}`;
  return [changed("comparison", words(operator), words(other), { ...expr, operator: other })];
}

const opposite = { "+": "-", "-": "+", "*": "/", "/": "*", "^": "*" } as const;

/** Only where the result keeps its unit. */
function arithmeticChanges(expr: Arithmetic): readonly ExpressionChange[] {
  if (expr.left.type.kind !== "quantity" || expr.right.type.kind !== "quantity") return [];
  const isPlain = Object.values(expr.right.type.unit).every((it) => typeof it !== "number" || it === 0);
  if (!isPlain && expr.operator !== "+" && expr.operator !== "-") return [];
  const operator = opposite[expr.operator];
  const words = (it: string) => `${wordsOf(expr.left.span)} ${it} ${wordsOf(expr.right.span)}`;
  return [changed("operation", words(expr.operator), words(operator), { ...expr, operator })];
}

function extremeChanges(expr: Extreme): readonly ExpressionChange[] {
  const which = expr.which === "least" ? "greatest" : "least";
  return [changed("order", `the ${expr.which}: ${wordsOf(expr.span)}`, `the ${which}`, { ...expr, which })];
}

/** All or any, and each condition left out. */
function logicChanges(expr: Logic): readonly ExpressionChange[] {
  const { conditions, operator } = expr;
  const other = operator === "all" ? "any" : "all";
  const without = conditions.map((left) => {
    const rest = conditions.filter((it) => it !== left);
    return changed("clause", wordsOf(left.span), "left out", { ...expr, conditions: rest });
  });
  const turnedRound = changed("operation", `${operator} of: ${wordsOf(expr.span)}`, `${other} of`, {
    ...expr,
    operator: other,
  });
  return conditions.length < 2 ? [] : [turnedRound, ...without];
}

/** Cases are tried in order: each with the next in its place. Those that a duty has by itself stand in no template. */
function caseChanges(expr: Case): readonly ExpressionChange[] {
  const { arms } = expr;
  if (arms.some(({ condition }) => wordsOf(condition.span) === "")) return [];
  return arms.map((arm, index) => {
    const next = arms[index + 1];
    const words = wordsOf(arm.condition.span);
    if (next === undefined) {
      const rest = arms.slice(0, -1);
      const without: Expr = rest.length === 0 ? expr.otherwise : { ...expr, arms: rest };
      return changed("clause", `if ${words}`, "left out", without);
    }
    const swapped = [...arms.slice(0, index), next, arm, ...arms.slice(index + 2)];
    return changed("order", `if ${words}`, `if ${wordsOf(next.condition.span)} first`, { ...expr, arms: swapped });
  });
}

const otherRounding: Readonly<Record<RoundingMode, RoundingMode>> = {
  down: "up",
  up: "down",
  "half up": "down",
  "half even": "half up",
};

function roundingChanges(expr: Round): readonly ExpressionChange[] {
  const mode = otherRounding[expr.mode];
  return [changed("operation", `rounded ${expr.mode}`, `rounded ${mode}`, { ...expr, mode })];
}

function unitChanges(expr: Shift | Step): readonly ExpressionChange[] {
  const { unit } = expr;
  if (unit === "day" || unit === "month" || unit === "year") return [];
  return [changed("day count", wordsOf(expr.span), "days of any kind", { ...expr, unit: "day" })];
}

const turned: Readonly<Record<string, "highest" | "lowest" | "every" | "some" | undefined>> = {
  highest: "lowest",
  lowest: "highest",
  every: "some",
  some: "every",
};

function foldChanges(expr: DayFold): readonly ExpressionChange[] {
  const { days, operation } = expr;
  const other = turned[operation];
  const turnedRound =
    other === undefined ? [] : [changed("operation", operation, other, { ...expr, operation: other })];
  if (days.kind === "DayRange") return [...turnedRound, ...rangeChanges(expr, days, (it) => ({ ...expr, days: it }))];
  if (days.unit === "day") return turnedRound;
  const anyDay = changed("day count", wordsOf(expr.span), "days of any kind", {
    ...expr,
    days: { ...days, unit: "day" },
  });
  return [...turnedRound, anyDay];
}

/** From and including, or but excluding; and which days count. */
function rangeChanges(
  expr: DayFold | Interest,
  days: DayRange,
  within: (days: DayRange) => Expr,
): readonly ExpressionChange[] {
  const { fromIncluded, toIncluded, unit } = days;
  const edge = (which: string, isIncluded: boolean, day: Expr, made: DayRange) => {
    const words = (included: boolean) =>
      `${which} ${included ? "and including" : "but excluding"} ${wordsOf(day.span)}`;
    return changed("comparison", words(isIncluded), words(!isIncluded), within(made));
  };
  const isWritten = [days.from, days.to].every((day) => isPartOf(day, expr));
  const edges = isWritten
    ? [
        edge("from", fromIncluded, days.from, { ...days, fromIncluded: !fromIncluded }),
        edge("to", toIncluded, days.to, { ...days, toIncluded: !toIncluded }),
      ]
    : [];
  return [
    ...edges,
    ...(unit === "day"
      ? []
      : [changed("day count", wordsOf(expr.span), "days of any kind", within({ ...days, unit: "day" }))]),
  ];
}

/** Whether a day is written within a range; that of `5 days have passed` is not. */
function isPartOf({ span: part }: Expr, { span: whole }: Expr): boolean {
  return part.start >= whole.start && part.end <= whole.end && part.end - part.start < whole.end - whole.start;
}
