import type { DayUnit, Expr } from "../../core/core.ts";
import { businessDaysAfter, businessDaysBefore, onOrAfter, onOrBefore } from "../../units/business-days.ts";
import type { Exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import {
  addDays,
  addMonths,
  addYears,
  firstOfMonth,
  firstOfQuarter,
  firstOfYear,
  formatDate,
  lastOfMonth,
  lastOfQuarter,
  lastOfYear,
} from "../../units/plain-date.ts";
import type { Run } from "../state/run.ts";
import { lastUpTo } from "../values/history.ts";
import { Failure, isProblem } from "../values/problem.ts";
import type { Code, Compiler, CompilerOf } from "./compile.ts";

type Kinds = "Shift" | "Step" | "PeriodEdge" | "Every";

/** Dates reckoned from other dates. They may lie ahead as far as the calendar and the market data reach. */
export const dateCompilers: { readonly [K in Kinds]: CompilerOf<K> } = {
  Shift: compileShift,
  Step: compileStep,
  PeriodEdge: compilePeriodEdge,
  Every: compileEvery,
};

function compileShift(expr: Extract<Expr, { kind: "Shift" }>, { compile }: Compiler): Code {
  const countOf = compile(expr.count);
  const from = compile(expr.from);
  const sign = expr.direction === "after" ? 1 : -1;
  return (moment, binding) => {
    const date = from(moment, binding);
    if (isProblem(date)) return date;
    const count = countOf(moment, binding);
    if (isProblem(count)) return count;
    const whole = wholeNumber(count as Exact);
    if (whole === undefined) return new Failure("undefined", "a number of days or months is a whole number", expr.span);
    const found = shifted(date as PlainDate, sign * whole, expr.unit, moment.run);
    if (found !== undefined) return found;
    const wanted = `${whole} ${expr.unit}${whole === 1 ? "" : "s"} ${expr.direction} ${formatDate(date as PlainDate)}`;
    return beyond(wanted, expr.unit, moment.run, expr.span);
  };
}

/** The number as one that counts; undefined where it is a fraction or too large to count with. */
export function wholeNumber({ n, d }: Exact): number | undefined {
  return d === 1n && n <= 1_000_000n && n >= -1_000_000n ? Number(n) : undefined;
}

/** N units after (before, where negative); undefined where calendar or data don't reach. */
export function shifted(
  date: PlainDate,
  by: number,
  unit: DayUnit | "month" | "year",
  run: Run,
): PlainDate | undefined {
  switch (unit) {
    case "day":
      return addDays(date, by);
    case "month":
      return addMonths(date, by);
    case "year":
      return addYears(date, by);
    case "business day":
      return by >= 0
        ? businessDaysAfter(run.inputs.calendar, date, by)
        : businessDaysBefore(run.inputs.calendar, date, -by);
    case "trading day":
      return by === 0 ? date : tradingDay(date, by, run);
  }
}

/** Undefined where the days in between are not all known: beyond the market's rows there may be trading days or none. */
function tradingDay(date: PlainDate, by: number, { inputs }: Run): PlainDate | undefined {
  const days = inputs.market?.days ?? [];
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  // What comes after (before) the date has to be covered, the date itself does not.
  if (by > 0 ? date + 1 < first : date - 1 > last) return undefined;
  const upTo = lastUpTo(days, date);
  const isTrading = upTo >= 0 && days[upTo] === date;
  return days[by > 0 ? upTo + by : upTo + by + (isTrading ? 0 : 1)] as PlainDate | undefined;
}

/** What was looked for, and how far it could be. */
function beyond(wanted: string, unit: string, run: Run, span: Expr["span"]): Failure {
  return new Failure("missing data", `${wanted}: ${reachOf(unit, run)}`, span);
}

/** How far the data go from which days of a kind are known, as a sentence. */
export function reachOf(unit: string, { inputs }: Run): string {
  if (unit === "business day") {
    const { name, from, to } = inputs.calendar;
    return `the calendar ${name} reaches from ${formatDate(from)} to ${formatDate(to)}`;
  }
  if (unit !== "trading day") return "a date lies outside the years 1 to 9999";
  const { market } = inputs;
  if (market === undefined) return "the scenario names no market data";
  const [first, last] = [market.days[0] as PlainDate, market.days[market.days.length - 1] as PlainDate];
  return `the market data reach from ${formatDate(first)} to ${formatDate(last)}`;
}

function compileStep(expr: Extract<Expr, { kind: "Step" }>, { compile }: Compiler): Code {
  const from = compile(expr.from);
  return (moment, binding) => {
    const date = from(moment, binding);
    return isProblem(date) ? date : stepOr(date as PlainDate, expr.unit, expr.relation, moment.run, expr.span);
  };
}

type Relation = Extract<Expr, { kind: "Step" }>["relation"];

/** The first (last) day of a kind on that side of a date; a failure where it is not known. */
function stepOr(date: PlainDate, unit: DayUnit, relation: Relation, run: Run, span: Expr["span"]): PlainDate | Failure {
  const found = stepped(date, unit, relation, run);
  if (found !== undefined) return found;
  const which = relation === "after" || relation === "on or after" ? "first" : "last";
  return beyond(`the ${which} ${unit} ${relation} ${formatDate(date)}`, unit, run, span);
}

function stepped(date: PlainDate, unit: DayUnit, relation: Relation, run: Run): PlainDate | undefined {
  if (relation === "after") return shifted(date, 1, unit, run);
  if (relation === "before") return shifted(date, -1, unit, run);
  if (unit === "day") return date;
  if (unit === "business day") {
    return relation === "on or after" ? onOrAfter(run.inputs.calendar, date) : onOrBefore(run.inputs.calendar, date);
  }
  const days = run.inputs.market?.days ?? [];
  if (days[lastUpTo(days, date)] === date) return date;
  // A day outside the rows may be a trading day itself.
  const isKnown = days.length > 0 && date >= (days[0] as number) && date <= (days[days.length - 1] as number);
  return isKnown ? tradingDay(date, relation === "on or after" ? 1 : -1, run) : undefined;
}

const edges = {
  first: { month: firstOfMonth, quarter: firstOfQuarter, year: firstOfYear },
  last: { month: lastOfMonth, quarter: lastOfQuarter, year: lastOfYear },
} as const;

function compilePeriodEdge(expr: Extract<Expr, { kind: "PeriodEdge" }>, { compile }: Compiler): Code {
  const of = compile(expr.of);
  const edge = edges[expr.which][expr.period];
  const relation = expr.which === "first" ? "on or after" : "on or before";
  return (moment, binding) => {
    const date = of(moment, binding);
    if (isProblem(date)) return date;
    return stepOr(edge(date as PlainDate), expr.unit, relation, moment.run, expr.span);
  };
}

function compileEvery(expr: Extract<Expr, { kind: "Every" }>, { compile }: Compiler): Code {
  const parts = [expr.months, expr.anchor, expr.from].map(compile);
  return (moment, binding) => {
    const values = parts.map((part) => part(moment, binding));
    const problem = values.find(isProblem);
    if (problem !== undefined) return problem;
    const [months, anchor, from] = values;
    const step = wholeNumber(months as Exact);
    if (step === undefined || step < 1)
      return new Failure("undefined", "the months between are a whole number", expr.span);
    const found = anniversary(anchor as PlainDate, step, from as PlainDate, expr.relation);
    if (found !== undefined) return found;
    const wanted = `every ${step} months from ${formatDate(anchor as PlainDate)}`;
    return beyond(wanted, "month", moment.run, expr.span);
  };
}

/** Each is counted from the anchor, so that a month too short for its day moves no later one. */
function anniversary(anchor: PlainDate, months: number, from: PlainDate, relation: Relation): PlainDate | undefined {
  const nth = (k: number) => addMonths(anchor, k * months);
  const forward = relation === "on or after" || relation === "after";
  const passed = (date: PlainDate) =>
    relation === "after" || relation === "on or before" ? date > from : date >= from;
  for (let k = 1; ; k += 1) {
    const date = nth(k);
    if (date === undefined && forward) return undefined;
    // Before the first of them the anchor itself stands.
    if (date === undefined || passed(date)) return forward ? date : nth(k - 1);
  }
}
