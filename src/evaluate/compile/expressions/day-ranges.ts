/** The days of a range or a window, or why they are not known. */
import { lastUpTo } from "../../../base/last-up-to.ts";
import type { DayFold, DayRange, DayUnit, DayWindow, Expr, Interest } from "../../../core/core.ts";
import { sizeOf } from "../../../core/depth.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import { asPlainDate } from "../../../units/plain-date.ts";
import type { Binding, Code, Moment, Run } from "../../state/run.ts";
import { LimitReached } from "../../values/limits.ts";
import type { Problem } from "../../values/problem.ts";
import { Failure, isProblem } from "../../values/problem.ts";
import type { TypedCompiler } from "../typed-compiler.ts";
import { isBetweenRows, isDayOf, noteExpected, reachOf, rowsOf, wholeNumber } from "./dates.ts";
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

function compileWindow(dayWindow: DayWindow, { span }: Expr, compiler: TypedCompiler): Code<Days> {
  const { where, unit, ending } = dayWindow;
  const chosenUpTo = where && compileChosen(dayWindow, where, compiler);
  return withTwo(compiler.day(ending), compiler.figure(dayWindow.count), (end, counted, moment, binding) => {
    const count = wholeNumber(counted);
    if (count === undefined || count < 1) {
      return new Failure("undefined", { kind: "no whole number", of: "days of a window" }, span);
    }
    // A window up to a day that is yet to come would hold days of which nothing is known.
    if (moment.day < end) return shortWindow(end, count, dayWindow, span, moment);
    if (chosenUpTo !== undefined) return chosenUpTo(end, count, moment, binding);
    return daysUpTo(end, count, unit, span, moment.run) ?? shortWindow(end, count, dayWindow, span, moment);
  });
}

/**
 * The days up to an end, back to that on which the condition has held on so many of them; those in between on which it does
 * not hold are in, for who goes through them to see. A day that has not ended is none of them.
 */
function compileChosen(dayWindow: DayWindow, where: Expr, { condition }: TypedCompiler) {
  const { unit } = dayWindow;
  const { span } = where;
  const holds = condition(where);
  const size = sizeOf(where);
  return (end: PlainDate, count: number, moment: Moment, binding: Binding | undefined): Days | Problem => {
    const { run } = moment;
    const days: PlainDate[] = [];
    let found = 0;
    noteExpected(end, unit, run);
    for (let day = asPlainDate(Math.min(end, lastEnded(moment))); found < count; day = asPlainDate(day - 1)) {
      if (end - day > run.limits.days) throw new LimitReached("days", span);
      const counts = isDayOf(day, unit, run);
      if (counts === undefined) return shortWindow(end, count, dayWindow, span, moment, { found, clause: span });
      if (!counts) continue;
      run.evaluates(size, span);
      const place = run.tracer?.place();
      const isMet = holds(run.endOf(day, moment), binding);
      if (isProblem(isMet)) return isMet;
      // Who goes through the days looks at it again.
      if (place !== undefined) run.tracer?.forget(place);
      days.push(day);
      if (isMet) found += 1;
    }
    return days.toReversed();
  };
}

function shortWindow(
  end: PlainDate,
  count: number,
  { unit }: DayWindow,
  span: Expr["span"],
  { run, day }: Moment,
  chosen?: { readonly found: number; readonly clause: Expr["span"] },
): Failure {
  const limit = end > day ? ({ kind: "today", day } as const) : reachOf(unit, run, end, -1);
  return new Failure("missing data", { kind: "window out of reach", count, unit, end, limit, chosen }, span);
}

function daysUpTo(end: PlainDate, count: number, unit: DayUnit, span: Expr["span"], run: Run): Days | undefined {
  if (unit === "trading day" && run.inputs.trading === undefined) {
    const { days, reachTo } = rowsOf(run);
    const last = lastUpTo(days, end);
    if (end > reachTo || last + 1 < count) return undefined;
    return datesIn(days, last + 1 - count, last + 1);
  }
  noteExpected(end, unit, run);
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
    new Failure(
      "missing data",
      { kind: "range out of reach", unit, first, last, reach: reachOf(unit, run, first, 1) },
      span,
    );
  if (unit === "trading day" && run.inputs.trading === undefined) {
    const rows = rowsOf(run);
    if (!isBetweenRows(first, last, rows)) return unknown();
    const { days } = rows;
    return datesIn(days, lastUpTo(days, first - 1) + 1, lastUpTo(days, last) + 1);
  }
  if (last - first > run.limits.days) throw new LimitReached("days", span);
  noteExpected(last, unit, run);
  const found: PlainDate[] = [];
  for (let day = first; day <= last; day = asPlainDate(day + 1)) {
    const counts = isDayOf(day, unit, run);
    if (counts === undefined) return unknown();
    if (counts) found.push(day);
  }
  return found;
}
