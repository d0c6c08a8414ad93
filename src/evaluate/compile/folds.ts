import type { DayRange, DayWindow, Expr, Value } from "../../core/core.ts";
import { isTimeless } from "../../core/dependencies.ts";
import { printSource } from "../../core/source-text.ts";
import { isBusinessDay } from "../../units/business-days.ts";
import type { DayCount } from "../../units/day-count.ts";
import { dayWeight, yearBasis } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import { add, divide, exact, multiply, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import { shareExponent } from "../../units/value-type.ts";
import type { Binding, Moment, Result, Run } from "../state/run.ts";
import { restate } from "../state/run.ts";
import { lastUpTo } from "../values/history.ts";
import { LimitReached } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";
import type { Code, Compiler, CompilerOf } from "./compile.ts";
import { reachOf, wholeNumber } from "./dates.ts";
import { occurrencesAt } from "./occurrences.ts";
import { compareValues } from "./operators.ts";

type Kinds = "DayFold" | "EventFold" | "Interest";

/** What runs over many days or many events. */
export const foldCompilers: { readonly [K in Kinds]: CompilerOf<K> } = {
  DayFold: compileDayFold,
  EventFold: compileEventFold,
  Interest: compileInterest,
};

type DaysOf = (moment: Moment, binding: Binding | undefined) => readonly PlainDate[] | Problem;

function compileDayFold(expr: Extract<Expr, { kind: "DayFold" }>, compiler: Compiler): Code {
  const counting = expr.operation === "number" && expr.body === undefined ? compileCount(expr, compiler) : undefined;
  if (counting !== undefined) return counting;
  const daysOf = compileDays(expr.days, expr, compiler);
  const { body, where, pick, operation } = expr;
  const bodyCode = body === undefined ? undefined : compiler.compile(body);
  const whereCode = where === undefined ? undefined : compiler.compile(where);
  const count = pick === undefined ? undefined : compiler.compile(pick.count);
  const exponent = body === undefined ? 0 : shareExponent(body.type);
  return (moment, binding) => {
    const days = daysOf(moment, binding);
    if (isProblem(days)) return days;
    moment.run.spend(days.length, expr.span);
    const quantified = quantifierOf(operation);
    let undecided: Problem | undefined;
    const values: Result[] = [];
    for (const day of days) {
      const then = moment.run.endOf(day, moment);
      const isIn = whereCode === undefined || whereCode(then, binding);
      if (isProblem(isIn)) return isIn;
      if (isIn !== true) continue;
      const value = bodyCode === undefined ? day : restate(bodyCode(then, binding), exponent, then, moment);
      if (quantified !== undefined) {
        if (isProblem(value)) undecided ??= value;
        else if (value === quantified.decisive) return quantified.result;
        continue;
      }
      if (isProblem(value)) return value;
      values.push(value);
    }
    if (quantified !== undefined) return undecided ?? !quantified.result;
    const picked = count === undefined ? values : pickOf(values, count(moment, binding), expr);
    return isProblem(picked) ? picked : folded(operation as Folding, picked as readonly Value[], expr);
  };
}

/**
 * The number of days on which something holds that nothing but a change can move: looked at once from each change to the
 * next. Day by day, three years of late deliveries asked about each quarter take longer than all the rest of the note.
 */
function compileCount({ days, where }: Extract<Expr, { kind: "DayFold" }>, compiler: Compiler): Code | undefined {
  if (days.kind !== "DayRange" || days.unit !== "day" || where === undefined) return undefined;
  if (!isTimeless(where, compiler.program)) return undefined;
  const boundsOf = compileBounds(days, compiler);
  const holdsThen = compiler.compile(where);
  return (moment, binding) => {
    const bounds = boundsOf(moment, binding);
    if (isProblem(bounds)) return bounds;
    if (bounds.last - bounds.first > moment.run.limits.days) throw new LimitReached("days", where.span);
    let count = 0;
    for (let day = bounds.first; day <= bounds.last; ) {
      const holds = holdsThen(moment.run.endOf(day, moment), binding);
      if (isProblem(holds)) return holds;
      // The day that asks may not be over, and then has a state of its own.
      const change = day < moment.day ? Math.min(moment.run.nextChange(day) ?? moment.day, moment.day) : day + 1;
      const next = Math.min(change, bounds.last + 1);
      if (holds === true) count += next - day;
      day = next as PlainDate;
    }
    return exact(count);
  };
}

/** For every, some and no: the truth of one that decides, and what it decides. */
function quantifierOf(operation: string): { decisive: boolean; result: boolean } | undefined {
  switch (operation) {
    case "every":
      return { decisive: false, result: false };
    case "some":
      return { decisive: true, result: true };
    case "no":
      return { decisive: true, result: false };
    default:
      return undefined;
  }
}

function pickOf(
  values: readonly Result[],
  count: Result,
  { pick, span }: Extract<Expr, { kind: "DayFold" }>,
): readonly Result[] | Problem {
  if (isProblem(count)) return count;
  const wanted = wholeNumber(count as Exact);
  if (wanted === undefined || wanted < 1) {
    return new Failure("undefined", "the number of lowest or highest values is a whole number from 1", span);
  }
  if (values.length < wanted) {
    const why = `\`${printSource(span)}\` needs ${wanted} values, and there are ${values.length}`;
    return new Failure("missing data", why, span);
  }
  const direction = pick?.which === "highest" ? -1 : 1;
  return values.toSorted((a, b) => direction * compareValues(a as Value, b as Value)).slice(0, wanted);
}

type Folding = "sum" | "average" | "highest" | "lowest" | "earliest" | "latest" | "number" | "first" | "last";

function folded(operation: Folding, values: readonly Value[], expr: Expr): Result {
  if (operation === "number") return exact(values.length);
  if (operation === "sum") return sumOf(values) ?? noResult(expr);
  if (values.length === 0) return new Absent(`nothing to take in \`${printSource(expr.span)}\``, "");
  switch (operation) {
    case "average": {
      const sum = sumOf(values);
      return (sum && divide(sum, exact(values.length))) ?? noResult(expr);
    }
    case "first":
      return values[0] as Value;
    case "last":
      return values.at(-1) as Value;
    case "highest":
    case "latest":
      return values.reduce((best, value) => (compareValues(value, best) > 0 ? value : best));
    case "lowest":
    case "earliest":
      return values.reduce((best, value) => (compareValues(value, best) < 0 ? value : best));
  }
}

/** Undefined where there is no room for the result. */
function sumOf(values: readonly Value[]): Exact | undefined {
  return values.reduce<Exact | undefined>((sum, value) => sum && add(sum, value as Exact), zero);
}

function noResult({ span }: Expr): Failure {
  return new Failure(
    "undefined",
    `\`${printSource(span)}\` has no result: it is unlimited less an amount, or has more digits than are kept`,
    span,
  );
}

function compileEventFold(expr: Extract<Expr, { kind: "EventFold" }>, { compile }: Compiler): Code {
  const body = expr.body === undefined ? undefined : compile(expr.body);
  const where = expr.where === undefined ? undefined : compile(expr.where);
  const quantified = quantifierOf(expr.operation);
  return (moment, outer) => {
    let undecided: Problem | undefined;
    const values: Value[] = [];
    for (const occurrence of occurrencesAt(expr.event, moment)) {
      moment.run.spend(1, expr.span);
      const binding = { occurrence, outer };
      const isIn = where === undefined || where(moment, binding);
      if (isProblem(isIn)) return isIn;
      if (isIn !== true) continue;
      const value = body === undefined ? true : body(moment, binding);
      if (quantified !== undefined) {
        if (isProblem(value)) undecided ??= value;
        else if (value === quantified.decisive) return quantified.result;
        continue;
      }
      if (value instanceof Failure) return value;
      // Where one of them has no value, there is nothing of it to take in.
      if (!(value instanceof Absent)) values.push(value as Value);
    }
    if (quantified !== undefined) return undecided ?? !quantified.result;
    return folded(expr.operation as Folding, values, expr);
  };
}

function compileInterest(expr: Extract<Expr, { kind: "Interest" }>, compiler: Compiler): Code {
  const daysOf = compileDays(expr.days, expr, compiler);
  const rate = compiler.compile(expr.rate);
  const base = compiler.compile(expr.base);
  const basisOf = compiler.compile(expr.basis);
  return (moment, binding) => {
    const days = daysOf(moment, binding);
    if (isProblem(days)) return days;
    moment.run.spend(days.length, expr.span);
    const yearly = rate(moment, binding);
    if (isProblem(yearly)) return yearly;
    const basis = basisOf(moment, binding);
    if (isProblem(basis)) return basis;
    const year = exact(yearBasis(basis as DayCount));
    let sum: Exact | undefined = zero;
    for (const day of days) {
      const amount = base(moment.run.endOf(day, moment), binding);
      if (isProblem(amount)) return amount;
      const weighted = multiply(amount as Exact, exact(dayWeight(day, basis as DayCount)));
      sum = sum && weighted && add(sum, weighted);
    }
    const aYear = sum && multiply(sum, yearly as Exact);
    return (aYear && divide(aYear, year)) ?? noResult(expr);
  };
}

function compileDays(days: DayRange | DayWindow, expr: Expr, compiler: Compiler): DaysOf {
  return days.kind === "DayWindow" ? compileWindow(days, expr, compiler) : compileRange(days, expr, compiler);
}

function compileWindow(days: DayWindow, expr: Expr, { compile }: Compiler): DaysOf {
  const countOf = compile(days.count);
  const ending = compile(days.ending);
  return (moment, binding) => {
    const end = ending(moment, binding);
    if (isProblem(end)) return end;
    const counted = countOf(moment, binding);
    if (isProblem(counted)) return counted;
    const count = wholeNumber(counted as Exact);
    if (count === undefined || count < 1) {
      return new Failure("undefined", "a window holds a whole number of days, at least one", expr.span);
    }
    // A window up to a day that is yet to come would hold days of which nothing is known.
    const isAhead = moment.day < (end as PlainDate);
    const found = isAhead ? undefined : daysUpTo(end as PlainDate, count, days.unit, moment.run);
    return found ?? shortWindow(end as PlainDate, count, days, expr, moment);
  };
}

function shortWindow(end: PlainDate, count: number, { unit }: DayWindow, expr: Expr, { run, day }: Moment): Failure {
  const wanted = `${count} ${unit}s ending ${formatDate(end)}`;
  const why = end > day ? `it is only ${formatDate(day)}` : reachOf(unit, run);
  return new Failure("missing data", `there are no ${wanted}: ${why}`, expr.span);
}

function daysUpTo(end: PlainDate, count: number, unit: DayRange["unit"], run: Run): readonly PlainDate[] | undefined {
  if (unit === "trading day") {
    const days = run.inputs.market?.days ?? [];
    const last = lastUpTo(days, end);
    const isBeyond = days.length === 0 || end > (days[days.length - 1] as number);
    if (isBeyond || last + 1 < count) return undefined;
    return Array.from(days.slice(last + 1 - count, last + 1)) as PlainDate[];
  }
  const found: PlainDate[] = [];
  for (let day = end; found.length < count; day = (day - 1) as PlainDate) {
    const counts = unit === "day" ? true : isBusinessDay(run.inputs.calendar, day);
    if (counts === undefined) return undefined;
    if (counts) found.unshift(day);
  }
  return found;
}

function compileRange(range: DayRange, expr: Expr, compiler: Compiler): DaysOf {
  const boundsOf = compileBounds(range, compiler);
  return (moment, binding) => {
    const bounds = boundsOf(moment, binding);
    return isProblem(bounds) ? bounds : daysBetween(bounds.first, bounds.last, range.unit, expr, moment.run);
  };
}

interface Bounds {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** The first and the last day that may be in. */
function compileBounds(
  range: DayRange,
  { compile }: Compiler,
): (moment: Moment, binding: Binding | undefined) => Bounds | Problem {
  const from = compile(range.from);
  const to = compile(range.to);
  return (moment, binding) => {
    const start = from(moment, binding);
    if (isProblem(start)) return start;
    const end = to(moment, binding);
    if (isProblem(end)) return end;
    const first = (start as number) + (range.fromIncluded ? 0 : 1);
    const named = (end as number) - (range.toIncluded ? 0 : 1);
    // A day is in once it has ended.
    const last = Math.min(named, moment.hasEnded ? moment.day : moment.day - 1);
    return { first: first as PlainDate, last: last as PlainDate };
  };
}

function daysBetween(
  first: PlainDate,
  last: PlainDate,
  unit: DayRange["unit"],
  expr: Expr,
  run: Run,
): readonly PlainDate[] | Problem {
  if (last < first) return [];
  if (unit === "trading day") {
    const days = run.inputs.market?.days ?? [];
    const reaches = days.length > 0 && first >= (days[0] as number) && last <= (days[days.length - 1] as number);
    if (!reaches) return shortRange(first, last, unit, expr, run);
    return Array.from(days.slice(lastUpTo(days, first - 1) + 1, lastUpTo(days, last) + 1)) as PlainDate[];
  }
  if (last - first > run.limits.days) throw new LimitReached("days", expr.span);
  const found: PlainDate[] = [];
  for (let day: number = first; day <= last; day += 1) {
    const counts = unit === "day" ? true : isBusinessDay(run.inputs.calendar, day as PlainDate);
    if (counts === undefined) return shortRange(first, last, unit, expr, run);
    if (counts) found.push(day as PlainDate);
  }
  return found;
}

function shortRange(first: PlainDate, last: PlainDate, unit: DayRange["unit"], expr: Expr, run: Run): Failure {
  const range = `the ${unit}s from ${formatDate(first)} to ${formatDate(last)} are not known`;
  return new Failure("missing data", `${range}: ${reachOf(unit, run)}`, expr.span);
}
