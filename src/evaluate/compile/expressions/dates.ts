import { lastUpTo } from "../../../base/last-up-to.ts";
import type { DayUnit, Every, Expr, PeriodEdge, Shift, Step } from "../../../core/core.ts";
import { businessDaysAfter, isBusinessDay, onOrAfter, onOrBefore } from "../../../units/business-days.ts";
import { calendarOf } from "../../../units/calendars/day-unit.ts";
import type { Exact } from "../../../units/exact.ts";
import { exact } from "../../../units/exact.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import {
  addDays,
  addMonths,
  addYears,
  asPlainDate,
  earliestDate,
  firstOfMonth,
  firstOfQuarter,
  firstOfYear,
  lastOfMonth,
  lastOfQuarter,
  lastOfYear,
  monthsBetween,
  partsOf,
} from "../../../units/plain-date.ts";
import type { Code, Run } from "../../state/run.ts";
import type { Reach } from "../../values/problem.ts";
import { Failure, isProblem } from "../../values/problem.ts";
import type { Compiler, CompilerOf } from "../compiler.ts";
import { withOne, withTwo } from "./operands.ts";

type Kinds = "Shift" | "Step" | "PeriodEdge" | "Every" | "DatePart";

/** Dates reckoned from other dates. They may lie ahead as far as the calendar and the market data reach. */
export const dateCompilers: { readonly [K in Kinds]: CompilerOf<K> } = {
  Shift: compileShift,
  Step: compileStep,
  PeriodEdge: compilePeriodEdge,
  Every: compileEvery,
  DatePart: ({ part, of }, { day }) => withOne(day(of), (date) => exact(partsOf(date)[part])),
};

function compileShift(expr: Shift, { figure, day }: Compiler): Code<PlainDate> {
  const { unit, direction, span } = expr;
  const sign = signs[direction];
  return withTwo(day(expr.from), figure(expr.count), (from, counted, { run }) => {
    const count = wholeNumber(counted);
    if (count === undefined) return new Failure("undefined", { kind: "no whole number", of: "shift" }, span);
    const found = shifted(from, sign * count, unit, run);
    if (found !== undefined) return found;
    const reach = reachOf(unit, run);
    return new Failure("missing data", { kind: "shift out of reach", count, unit, direction, from, reach }, span);
  });
}

const signs: { readonly [K in Shift["direction"]]: 1 | -1 } = { after: 1, before: -1 };

/** The number as one that counts; undefined where it is a fraction or too large to count with. */
export function wholeNumber({ n, d }: Exact): number | undefined {
  return d === 1n && n <= 1_000_000n && n >= -1_000_000n ? Number(n) : undefined;
}

/** N units after (before, where negative); undefined where calendar or data don't reach. */
function shifted(date: PlainDate, by: number, unit: Shift["unit"], run: Run): PlainDate | undefined {
  switch (unit) {
    case "day":
      return addDays(date, by);
    case "month":
      return addMonths(date, by);
    case "year":
      return addYears(date, by);
    case "trading day":
      return by === 0 ? date : tradingDay(date, by, run);
    default: {
      const calendar = calendarOf(unit, run.inputs.calendar);
      return calendar && businessDaysAfter(calendar, date, by);
    }
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
  const isTrading = days[upTo] === date;
  const found = days[by > 0 ? upTo + by : upTo + by + (isTrading ? 0 : 1)];
  return found === undefined ? undefined : asPlainDate(found);
}

/** How far the data go from which days of a kind are known. */
export function reachOf(unit: Shift["unit"], { inputs }: Run): Reach {
  const calendar = calendarOf(unit, inputs.calendar);
  if (calendar !== undefined) {
    const { name, from, to } = calendar;
    return { kind: "calendar", name, from, to };
  }
  if (unit !== "trading day") return { kind: "years" };
  const days = inputs.market?.days ?? [];
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return { kind: "no market data" };
  return { kind: "market data", from: asPlainDate(first), to: asPlainDate(last) };
}

function compileStep(expr: Step, { day }: Compiler): Code<PlainDate> {
  const { unit, relation, span } = expr;
  return withOne(day(expr.from), (from, { run }) => stepOr(from, unit, relation, run, span));
}

type Relation = Every["relation"];

/** The first (last) day of a kind on that side of a date; a failure where it is not known. */
export function stepOr(
  from: PlainDate,
  unit: DayUnit,
  relation: Step["relation"],
  run: Run,
  span: Expr["span"],
): PlainDate | Failure {
  const found = stepped(from, unit, relation, run);
  if (found !== undefined) return found;
  const reach = reachOf(unit, run);
  return new Failure("missing data", { kind: "step out of reach", unit, relation, from, reach }, span);
}

function stepped(date: PlainDate, unit: DayUnit, relation: Step["relation"], run: Run): PlainDate | undefined {
  if (relation === "modified following") return modified(date, unit, 1, run);
  if (relation === "modified preceding") return modified(date, unit, -1, run);
  const { isForward, takesDate } = relations[relation];
  const by = isForward ? 1 : -1;
  if (!takesDate) return shifted(date, by, unit, run);
  switch (unit) {
    case "day":
      return date;
    case "trading day": {
      const days = run.inputs.market?.days ?? [];
      if (days[lastUpTo(days, date)] === date) return date;
      // A day outside the rows may be a trading day itself.
      return isBetweenRows(date, date, days) ? tradingDay(date, by, run) : undefined;
    }
    default: {
      const calendar = calendarOf(unit, run.inputs.calendar);
      return calendar && (isForward ? onOrAfter(calendar, date) : onOrBefore(calendar, date));
    }
  }
}

/** The nearest day of a kind on that side, the date itself too, if it lies in the date's month; else that on the other side. */
function modified(date: PlainDate, unit: DayUnit, by: 1 | -1, run: Run): PlainDate | undefined {
  for (let day = date; monthsBetween(date, day) === 0; day = asPlainDate(day + by)) {
    const counts = isDayOf(day, unit, run);
    if (counts !== false) return counts && day;
  }
  return stepped(date, unit, by === 1 ? "before" : "after", run);
}

/** Whether a day is one of a kind; undefined where that is not known. */
export function isDayOf(day: PlainDate, unit: DayUnit, { inputs: { calendar, market } }: Run): boolean | undefined {
  switch (unit) {
    case "day":
      return day >= earliestDate ? true : undefined;
    case "trading day": {
      const days = market?.days ?? [];
      return isBetweenRows(day, day, days) ? days[lastUpTo(days, day)] === day : undefined;
    }
    default: {
      const named = calendarOf(unit, calendar);
      return named && isBusinessDay(named, day);
    }
  }
}

/** Whether the rows of market data begin by one day and reach to another. */
export function isBetweenRows(first: PlainDate, last: PlainDate, days: ArrayLike<number>): boolean {
  const [begin, end] = [days[0], days[days.length - 1]];
  return begin !== undefined && end !== undefined && first >= begin && last <= end;
}

/** Which way a relation looks from a date, and whether the date itself is in. */
const relations: { readonly [K in Relation]: { readonly isForward: boolean; readonly takesDate: boolean } } = {
  "on or after": { isForward: true, takesDate: true },
  "on or before": { isForward: false, takesDate: true },
  after: { isForward: true, takesDate: false },
  before: { isForward: false, takesDate: false },
};

const edges: {
  readonly [W in PeriodEdge["which"]]: { readonly [P in PeriodEdge["period"]]: (date: PlainDate) => PlainDate };
} = {
  first: { month: firstOfMonth, quarter: firstOfQuarter, year: firstOfYear },
  last: { month: lastOfMonth, quarter: lastOfQuarter, year: lastOfYear },
};

function compilePeriodEdge(expr: PeriodEdge, { day }: Compiler): Code<PlainDate> {
  const edge = edges[expr.which][expr.period];
  const relation = expr.which === "first" ? "on or after" : "on or before";
  return withOne(day(expr.of), (date, { run }) => stepOr(edge(date), expr.unit, relation, run, expr.span));
}

function compileEvery(expr: Every, { figure, day }: Compiler): Code<PlainDate> {
  const { relation, span } = expr;
  const fromOf = day(expr.from);
  return withTwo(figure(expr.months), day(expr.anchor), (counted, anchor, moment, binding) => {
    const from = fromOf(moment, binding);
    if (isProblem(from)) return from;
    const months = wholeNumber(counted);
    if (months === undefined || months < 1) {
      return new Failure("undefined", { kind: "no whole number", of: "months between" }, span);
    }
    const reach = reachOf("month", moment.run);
    return (
      anniversary(anchor, months, from, relation) ??
      new Failure("missing data", { kind: "period out of reach", months, anchor, reach }, span)
    );
  });
}

/** Each is counted from the anchor, so that a month too short for its day moves no later one. */
function anniversary(anchor: PlainDate, months: number, from: PlainDate, relation: Relation): PlainDate | undefined {
  const nth = (k: number) => addMonths(anchor, k * months);
  const { isForward, takesDate } = relations[relation];
  const passed = (date: PlainDate) => (isForward === takesDate ? date >= from : date > from);
  // In a month before that of `from` none has passed it.
  for (let k = Math.max(1, Math.floor((monthsBetween(anchor, from) - 1) / months)); ; k += 1) {
    const date = nth(k);
    // Where dates end, none lies ahead. Before the first of them the anchor itself stands.
    if (date === undefined || passed(date)) return isForward ? date : nth(k - 1);
  }
}
