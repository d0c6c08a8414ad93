/** The days of a range or a window, or why they are not known. */
import { lastUpTo } from "../../../base/last-up-to.ts";
import type { DayFold, DayRange, DayUnit, DayWindow, Expr, Interest } from "../../../core/core.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import { asPlainDate } from "../../../units/plain-date.ts";
import type { Code, Moment, Run } from "../../state/run.ts";
import { LimitReached } from "../../values/limits.ts";
import { Failure } from "../../values/problem.ts";
import type { TypedCompiler } from "../typed-compiler.ts";
import { isBetweenRows, isDayOf, reachOf, wholeNumber } from "./dates.ts";
import { withOne, withTwo } from "./operands.ts";

type Days = readonly PlainDate[];

/** `expr` is what the days are for; a problem with them is shown there. */
export function compileDays(expr: DayFold | Interest, compiler: TypedCompiler): Code<Days> {
  const { days } = expr;
  if (days.kind === "DayRange") return compileRange(days, expr, compiler);
  const daysOf = compileWindow(days, expr, compiler);
  return isConditioned(expr) ? withOne(daysOf, endedOf) : daysOf;
}

/** Days that are picked by a condition: each is judged at its end. */
function isConditioned(expr: DayFold | Interest): boolean {
  return expr.kind === "DayFold" && expr.where !== undefined;
}

function endedOf(days: Days, moment: Moment): Days {
  return days.filter((day) => day <= lastEnded(moment));
}

/** The last day that has ended. */
export function lastEnded({ day, hasEnded }: Moment): PlainDate {
  return hasEnded ? day : asPlainDate(day - 1);
}

function compileWindow(dayWindow: DayWindow, { span }: Expr, { figure, day }: TypedCompiler): Code<Days> {
  return withTwo(day(dayWindow.ending), figure(dayWindow.count), (end, counted, moment) => {
    const count = wholeNumber(counted);
    if (count === undefined || count < 1) {
      return new Failure("undefined", { kind: "no whole number", of: "days of a window" }, span);
    }
    // A window up to a day that is yet to come would hold days of which nothing is known.
    const found = moment.day < end ? undefined : daysUpTo(end, count, dayWindow.unit, span, moment.run);
    return found ?? shortWindow(end, count, dayWindow, span, moment);
  });
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

function daysUpTo(end: PlainDate, count: number, unit: DayUnit, span: Expr["span"], run: Run): Days | undefined {
  if (unit === "trading day") {
    const days = run.inputs.market?.days ?? [];
    const last = lastUpTo(days, end);
    const lastRow = days[days.length - 1];
    if (lastRow === undefined || end > lastRow || last + 1 < count) return undefined;
    return datesIn(days, last + 1 - count, last + 1);
  }
  const found: PlainDate[] = [];
  for (let day = end; found.length < count; day = asPlainDate(day - 1)) {
    if (end - day > run.limits.days) throw new LimitReached("days", span);
    const counts = isDayOf(day, unit, run);
    if (counts === undefined) return undefined;
    if (counts) found.push(day);
  }
  return found.toReversed();
}

function datesIn(days: ArrayLike<number>, from: number, to: number): Days {
  return Array.from({ length: to - from }, (_, index) => asPlainDate(days[from + index] ?? 0));
}

function compileRange(range: DayRange, expr: DayFold | Interest, compiler: TypedCompiler): Code<Days> {
  const bounds = compileBounds(range, isConditioned(expr), compiler);
  return withOne(bounds, (found, { run }) => daysBetween(found, range.unit, expr.span, run));
}

export interface Bounds {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** The first and the last day that may be in; with a condition, none that has not ended. */
export function compileBounds(range: DayRange, isConditioned: boolean, { day }: TypedCompiler): Code<Bounds> {
  return withTwo(day(range.from), day(range.to), (start, end, moment) => {
    const named = end - (range.toIncluded ? 0 : 1);
    const last = isConditioned ? Math.min(named, lastEnded(moment)) : named;
    return { first: asPlainDate(start + (range.fromIncluded ? 0 : 1)), last: asPlainDate(last) };
  });
}

export function daysBetween({ first, last }: Bounds, unit: DayUnit, span: Expr["span"], run: Run): Days | Failure {
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
    const counts = isDayOf(day, unit, run);
    if (counts === undefined) return unknown();
    if (counts) found.push(day);
  }
  return found;
}
