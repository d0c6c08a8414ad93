/** The days of a range or a window: those of a kind that have ended, or why they are not known. */
import { assertNever } from "../../base/assert-never.ts";
import type { DayRange, DayUnit, DayWindow, Expr } from "../../core/core.ts";
import { isBusinessDay } from "../../units/business-days.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import type { Code, Moment, Run } from "../state/run.ts";
import { lastUpTo } from "../values/history.ts";
import { LimitReached } from "../values/limits.ts";
import { Failure, isProblem } from "../values/problem.ts";
import { isBetweenRows, reachOf, wholeNumber } from "./dates.ts";
import type { TypedCompiler } from "./typed-compiler.ts";

type Days = readonly PlainDate[];

/** `expr` is what the days are for; a problem with them is shown there. */
export function compileDays(days: DayRange | DayWindow, expr: Expr, compiler: TypedCompiler): Code<Days> {
  switch (days.kind) {
    case "DayWindow":
      return compileWindow(days, expr, compiler);
    case "DayRange":
      return compileRange(days, expr, compiler);
    default:
      return assertNever(days);
  }
}

function compileWindow(dayWindow: DayWindow, { span }: Expr, { figure, day }: TypedCompiler): Code<Days> {
  const countOf = figure(dayWindow.count);
  const endOf = day(dayWindow.ending);
  return (moment, binding) => {
    const end = endOf(moment, binding);
    if (isProblem(end)) return end;
    const counted = countOf(moment, binding);
    if (isProblem(counted)) return counted;
    const count = wholeNumber(counted);
    if (count === undefined || count < 1) {
      return new Failure("undefined", { kind: "no whole number", of: "days of a window" }, span);
    }
    // A window up to a day that is yet to come would hold days of which nothing is known.
    const found = moment.day < end ? undefined : daysUpTo(end, count, dayWindow.unit, moment.run);
    return found ?? shortWindow(end, count, dayWindow, span, moment);
  };
}

function shortWindow(
  end: PlainDate,
  count: number,
  { unit }: DayWindow,
  span: Expr["span"],
  { run, day }: Moment,
): Failure {
  const limit = end > day ? ({ kind: "today", day } as const) : reachOf(unit, run);
  return new Failure("missing data", { kind: "window out of reach", count, unit, end, limit }, span);
}

function daysUpTo(end: PlainDate, count: number, unit: DayUnit, run: Run): Days | undefined {
  if (unit === "trading day") {
    const days = run.inputs.market?.days ?? [];
    const last = lastUpTo(days, end);
    const lastRow = days[days.length - 1];
    if (lastRow === undefined || end > lastRow || last + 1 < count) return undefined;
    return datesIn(days, last + 1 - count, last + 1);
  }
  const found: PlainDate[] = [];
  for (let day = end; found.length < count; day = asPlainDate(day - 1)) {
    const counts = isCounted(day, unit, run);
    if (counts === undefined) return undefined;
    if (counts) found.unshift(day);
  }
  return found;
}

/** Whether a day is one of a kind; undefined where that is not known. */
function isCounted(day: PlainDate, unit: Exclude<DayUnit, "trading day">, run: Run): boolean | undefined {
  switch (unit) {
    case "day":
      return true;
    case "business day":
      return isBusinessDay(run.inputs.calendar, day);
    default:
      return assertNever(unit);
  }
}

function datesIn(days: ArrayLike<number>, from: number, to: number): Days {
  return Array.from({ length: to - from }, (_, index) => asPlainDate(days[from + index] ?? 0));
}

function compileRange(range: DayRange, expr: Expr, compiler: TypedCompiler): Code<Days> {
  const boundsOf = compileBounds(range, compiler);
  return (moment, binding) => {
    const bounds = boundsOf(moment, binding);
    return isProblem(bounds) ? bounds : daysBetween(bounds, range.unit, expr.span, moment.run);
  };
}

export interface Bounds {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** The first and the last day that may be in. */
export function compileBounds(range: DayRange, { day }: TypedCompiler): Code<Bounds> {
  const from = day(range.from);
  const to = day(range.to);
  return (moment, binding) => {
    const start = from(moment, binding);
    if (isProblem(start)) return start;
    const end = to(moment, binding);
    if (isProblem(end)) return end;
    const named = end - (range.toIncluded ? 0 : 1);
    // A day is in once it has ended.
    const last = Math.min(named, moment.hasEnded ? moment.day : moment.day - 1);
    return { first: asPlainDate(start + (range.fromIncluded ? 0 : 1)), last: asPlainDate(last) };
  };
}

function daysBetween({ first, last }: Bounds, unit: DayUnit, span: Expr["span"], run: Run): Days | Failure {
  if (last < first) return [];
  const unknown = () =>
    new Failure("missing data", { kind: "range out of reach", unit, first, last, reach: reachOf(unit, run) }, span);
  if (unit === "trading day") {
    const days = run.inputs.market?.days ?? [];
    if (!isBetweenRows(first, last, days)) return unknown();
    return datesIn(days, lastUpTo(days, first - 1) + 1, lastUpTo(days, last) + 1);
  }
  if (last - first > run.limits.days) throw new LimitReached("days", span);
  const found: PlainDate[] = [];
  for (let day = first; day <= last; day = asPlainDate(day + 1)) {
    const counts = isCounted(day, unit, run);
    if (counts === undefined) return unknown();
    if (counts) found.push(day);
  }
  return found;
}
