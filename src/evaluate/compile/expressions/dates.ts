import { lastUpTo } from "../../../base/last-up-to.ts";
import type { DayUnit, Every, PeriodEdge, Shift, Step } from "../../../core/core.ts";
import type { Calendar } from "../../../units/business-days.ts";
import { businessDaysAfter, isBusinessDay, onOrAfter, onOrBefore } from "../../../units/business-days.ts";
import { calendarOf } from "../../../units/calendars/day-unit.ts";
import { rowsReachTo } from "../../../units/calendars/market-rows.ts";
import { isExpected, unknownDay } from "../../../units/calendars/trading-days.ts";
import type { Exact } from "../../../units/exact.ts";
import { exact } from "../../../units/exact.ts";
import { theMarket } from "../../../units/market-columns.ts";
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
    if (found !== undefined) return count === 0 ? found : noted(found, from, unit, run);
    const reach = reachOf(unit, run, from, sign * count < 0 ? -1 : 1);
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
    default: {
      const calendar = calendarIn(unit, run);
      if (calendar !== undefined) return businessDaysAfter(calendar, date, by);
      return by === 0 ? date : tradingDay(date, by, rowsOf(run));
    }
  }
}

/** The calendar by which a kind of day goes in a run; undefined of days with a row of market data, and of those that go by none. */
export function calendarIn(unit: Shift["unit"], { inputs }: Run, series?: string): Calendar | undefined {
  if (unit === "trading day") return series === undefined ? inputs.trading : undefined;
  return calendarOf(unit, inputs.calendar);
}

/** A day that was counted to from another. */
function noted(found: PlainDate, from: PlainDate, unit: Shift["unit"], run: Run): PlainDate {
  noteExpected(found > from ? found : from, unit, run);
  return found;
}

/** Where days up to one are counted that are trading days beyond the data, the run notes that these are only expected. */
export function noteExpected(last: PlainDate, unit: Shift["unit"], run: Run): void {
  const { trading } = run.inputs;
  if (unit === "trading day" && trading !== undefined && isExpected(trading, last)) run.expect();
}

/** The days with a row of a series, and the last day of which it is known whether it has one. */
export interface Rows {
  readonly days: ArrayLike<number>;
  readonly reachTo: number;
}

const noRows: Rows = { days: [], reachTo: -Infinity };

/** Of a series; where none is named, of that which has the trading days. */
export function rowsOf({ inputs }: Run, series?: string): Rows {
  const market = series === undefined ? inputs.traded : inputs.series.get(series);
  return market === undefined ? noRows : { days: market.days, reachTo: rowsReachTo(market) };
}

/** Undefined where the days in between are not all known: beyond the rows there may be trading days or none. */
function tradingDay(date: PlainDate, by: number, { days, reachTo }: Rows): PlainDate | undefined {
  const first = days[0];
  if (first === undefined) return undefined;
  // What comes after (before) the date has to be covered, the date itself does not.
  if (by > 0 ? date + 1 < first : date - 1 > reachTo) return undefined;
  const upTo = lastUpTo(days, date);
  const isTrading = days[upTo] === date;
  const found = days[by > 0 ? upTo + by : upTo + by + (isTrading ? 0 : 1)];
  return found === undefined ? undefined : asPlainDate(found);
}

/** How far the data go from which days of a kind are known, looked at from one day on, or back. */
export function reachOf(unit: Shift["unit"], run: Run, start: PlainDate, by: 1 | -1, series?: string): Reach {
  const { inputs, program } = run;
  const calendar = calendarIn(unit, run, series);
  if (calendar !== undefined) {
    const { name, from, to } = calendar;
    // Before its first day, what ends it explains nothing.
    const ends = by === 1 || start > to ? calendar.ends : undefined;
    const day = calendar === inputs.trading ? unknownDay(inputs.trading, start, by) : undefined;
    if (day === undefined) return { kind: "calendar", name, from, to, ends };
    return { kind: "no row", series: program.tradedSeries ?? theMarket, name, day };
  }
  if (unit !== "trading day") return { kind: "years" };
  const name = series ?? program.tradedSeries ?? theMarket;
  const { days, reachTo } = rowsOf(run, name);
  const first = days[0];
  if (first === undefined) return { kind: "no market data", series: name };
  return { kind: "market data", series: name, from: asPlainDate(first), to: asPlainDate(reachTo) };
}

function compileStep(expr: Step, { day }: Compiler): Code<PlainDate> {
  const step = withOne(day(expr.from), (from, { run }) => stepOr(from, expr, run));
  const { series = theMarket, notBefore, span } = expr;
  if (notBefore === undefined) return step;
  return withTwo(step, day(notBefore), (found, first) =>
    found >= first
      ? found
      : new Failure("missing data", { kind: "observed too early", series, day: found, notBefore: first }, span),
  );
}

type Relation = Every["relation"];

/** The first (last) day of a kind on that side of a date; a failure where it is not known. */
export function stepOr(from: PlainDate, step: Stepping & Pick<Step, "span">, run: Run): PlainDate | Failure {
  const found = stepped(from, step, run);
  const { unit, relation, series, span } = step;
  if (found !== undefined) return series === undefined ? noted(found, from, unit, run) : found;
  const reach = reachOf(unit, run, from, isForwardStep(relation) ? 1 : -1, series);
  return new Failure("missing data", { kind: "step out of reach", unit, relation, from, reach }, span);
}

type Stepping = Pick<Step, "unit" | "relation"> & { readonly series?: string | undefined };

function isForwardStep(relation: Step["relation"]): boolean {
  if (relation === "modified following" || relation === "modified preceding") return relation === "modified following";
  return relations[relation].isForward;
}

function stepped(date: PlainDate, { unit, relation, series }: Stepping, run: Run): PlainDate | undefined {
  if (relation === "modified following") return modified(date, { unit, relation, series }, 1, run);
  if (relation === "modified preceding") return modified(date, { unit, relation, series }, -1, run);
  const { isForward, takesDate } = relations[relation];
  const by = isForward ? 1 : -1;
  if (!takesDate) return shifted(date, by, unit, run);
  if (unit === "day") return date;
  const calendar = calendarIn(unit, run, series);
  if (calendar !== undefined) return isForward ? onOrAfter(calendar, date) : onOrBefore(calendar, date);
  const rows = rowsOf(run, series);
  if (rows.days[lastUpTo(rows.days, date)] === date) return date;
  // A day outside the rows may be a trading day itself.
  return isBetweenRows(date, date, rows) ? tradingDay(date, by, rows) : undefined;
}

/** The nearest day of a kind on that side, the date itself too, if it lies in the date's month; else that on the other side. */
function modified(date: PlainDate, { unit, series }: Stepping, by: 1 | -1, run: Run): PlainDate | undefined {
  for (let day = date; monthsBetween(date, day) === 0; day = asPlainDate(day + by)) {
    const counts = isDayOf(day, unit, run, series);
    if (counts !== false) return counts && day;
  }
  return stepped(date, { unit, series, relation: by === 1 ? "before" : "after" }, run);
}

/** Whether a day is one of a kind; undefined where that is not known. */
export function isDayOf(day: PlainDate, unit: DayUnit, run: Run, series?: string): boolean | undefined {
  if (unit === "day") return day >= earliestDate ? true : undefined;
  const calendar = calendarIn(unit, run, series);
  if (calendar !== undefined) return isBusinessDay(calendar, day);
  const rows = rowsOf(run, series);
  return isBetweenRows(day, day, rows) ? rows.days[lastUpTo(rows.days, day)] === day : undefined;
}

/** Whether the rows of market data begin by one day, and are known to another. */
export function isBetweenRows(first: PlainDate, last: PlainDate, { days, reachTo }: Rows): boolean {
  return days[0] !== undefined && first >= days[0] && last <= reachTo;
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
  const { unit, span } = expr;
  const relation = expr.which === "first" ? "on or after" : "on or before";
  return withOne(day(expr.of), (date, { run }) => stepOr(edge(date), { unit, relation, span }, run));
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
    const reach = reachOf("month", moment.run, anchor, 1);
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
