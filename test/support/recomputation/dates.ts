/** Dates counted from dates, a day at a time. */
import type { Expr } from "../../../src/core/core.ts";
import type { Calendar, LoadedScenario, Market, PlainDate, Template } from "../../../src/index.ts";
import { formatDate, parseDate } from "../../../src/index.ts";
import { builtInCalendar } from "../../../src/units/calendars/built-in.ts";

/** What days are business days, and what days have a row in which series. */
export interface Data {
  readonly calendar: Calendar;
  readonly exchange?: Calendar | undefined;
  /** By whose clock the note's times go. */
  readonly place?: string | undefined;
  readonly series: ReadonlyMap<string, Market>;
  /** The series whose days the trading days are. */
  readonly traded: string | undefined;
}

export function dataOf({ program }: Template, { environment }: LoadedScenario): Data {
  const { calendar, exchange, series } = environment;
  return { calendar, exchange, series, traded: program.tradedSeries, place: program.place };
}

type ExprOf<K> = Extract<Expr, { readonly kind: K }>;
type DayUnit = ExprOf<"Step">["unit"];

export function dayNumbers(date: number): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, day = 0] = formatDate(date as PlainDate)
    .split("-")
    .map(Number);
  return { year, month, day };
}

/** A day of a month; the month's last where it is shorter. Months may be counted on beyond a year. */
export function dayOfMonth(year: number, month: number, day: number): PlainDate | undefined {
  const [inYear, inMonth] = [year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1];
  for (let last = day; last >= 28; last -= 1) {
    const found = parseDate(written(inYear, inMonth, last));
    if (found !== undefined) return found;
  }
  return parseDate(written(inYear, inMonth, day));
}

function written(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function shifted(
  { unit, direction }: ExprOf<"Shift">,
  from: number,
  count: number,
  data: Data,
): PlainDate | undefined {
  const by = direction === "after" ? count : -count;
  const { year, month, day } = dayNumbers(from);
  if (unit === "month") return dayOfMonth(year, month + by, day);
  if (unit === "year") return dayOfMonth(year + by, month, day);
  return counted(from, by, unit, data);
}

/** The nth day of a kind strictly after a date, or before it for a negative number; the date itself for 0. */
function counted(from: number, by: number, unit: DayUnit, data: Data, series?: string): PlainDate | undefined {
  let day = unit === "day" ? from + by : from;
  for (let left = unit === "day" ? 0 : Math.abs(by); left > 0; ) {
    day += by > 0 ? 1 : -1;
    const counts = isDayOf(unit, day, data, series);
    if (counts === undefined) return undefined;
    if (counts) left -= 1;
  }
  return day >= firstDate && day <= lastDate ? (day as PlainDate) : undefined;
}

/** Dates lie in the years 1 to 9999. */
const [firstDate = 0, lastDate = 0] = ["0001-01-01", "9999-12-31"].map(parseDate);

/** Undefined where calendar or market data don't reach. */
export function isDayOf(unit: DayUnit, day: number, data: Data, series?: string): boolean | undefined {
  const { calendar } = data;
  if (unit === "day") return true;
  const date = day as PlainDate;
  const named = /^"(.*)" business day$/.exec(unit)?.[1];
  if (named !== undefined) {
    const own = builtInCalendar(named);
    return own && isDayOf("business day", day, { ...data, calendar: own });
  }
  if (unit === "business day") {
    if (day < calendar.from || day > calendar.to) return undefined;
    const weekday = new Date(`${formatDate(date)}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !calendar.isHoliday(date);
  }
  const name = series ?? data.traded;
  const market = name === undefined ? undefined : data.series.get(name);
  if (data.exchange !== undefined && series === undefined) {
    const isOpen = isDayOf("business day", day, { ...data, calendar: data.exchange });
    const [begin = Infinity, end = -Infinity] = [market?.days[0], market?.days[market.days.length - 1]];
    return isOpen === true && day >= begin && day <= end && (market?.rowOf(date) ?? -1) < 0 ? undefined : isOpen;
  }
  const [first = Infinity, last = -Infinity] = [market?.days[0], market?.days[market.days.length - 1]];
  return day < first || day > last ? undefined : market !== undefined && market.rowOf(date) >= 0;
}

export function stepped(
  { unit, relation, series }: Pick<ExprOf<"Step">, "unit" | "relation" | "series">,
  from: number,
  data: Data,
): PlainDate | undefined {
  if (relation === "modified following" || relation === "modified preceding") {
    const isAhead = relation === "modified following";
    const near = stepped({ unit, relation: isAhead ? "on or after" : "on or before" }, from, data);
    const isInMonth = near !== undefined && formatDate(near).slice(0, 7) === formatDate(from as PlainDate).slice(0, 7);
    return isInMonth ? near : stepped({ unit, relation: isAhead ? "on or before" : "on or after" }, from, data);
  }
  const by = relation === "after" || relation === "on or after" ? 1 : -1;
  const itself = relation.startsWith("on") ? isDayOf(unit, from, data, series) : false;
  if (itself === undefined) return undefined;
  return itself ? (from as PlainDate) : counted(from, by, unit, data, series);
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

export function edge({ which, unit, period }: ExprOf<"PeriodEdge">, of: number, data: Data): PlainDate | undefined {
  const { year, month } = dayNumbers(of);
  const length = monthsOf[period];
  const first = month - ((month - 1) % length);
  const day = which === "first" ? dayOfMonth(year, first, 1) : dayOfMonth(year, first + length - 1, 31);
  if (day === undefined) return undefined;
  return stepped({ unit, relation: which === "first" ? "on or after" : "on or before" }, day, data);
}

export function everySo({ relation }: ExprOf<"Every">, months: number, anchor: number, from: number) {
  const isForward = relation.endsWith("after");
  const { year, month, day } = dayNumbers(anchor);
  let last = anchor as PlainDate;
  for (let count = 1; count < 20_000; count += 1) {
    const next = dayOfMonth(year, month + count * months, day);
    if (next === undefined) return isForward ? undefined : last;
    const isIn = { "on or after": next >= from, after: next > from, "on or before": next <= from, before: next < from };
    if (isForward ? isIn[relation] : !isIn[relation]) return isForward ? next : last;
    last = next;
  }
  return undefined;
}
