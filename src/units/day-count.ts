import { assertNever } from "../base/assert-never.ts";
import type { Calendar } from "./business-days.ts";
import { isBusinessDay } from "./business-days.ts";
import type { Exact } from "./exact.ts";
import { add, exact, zero } from "./exact.ts";
import type { PlainDate } from "./plain-date.ts";
import {
  addMonths,
  asPlainDate,
  dateOf,
  earliestDate,
  isLeapYear,
  lastOfMonth,
  lastOfYear,
  latestDate,
  nextDay,
  partsOf,
  yearOf,
} from "./plain-date.ts";

/**
 * How a contract turns a stretch of time into a fraction of a year.
 *
 * | name | days | over |
 * | --- | --- | --- |
 * | actual/365 | as they are | 365, also in a leap year (fixed) |
 * | actual/365L | as they are | 366 in a year's period with a 29 February, and in a shorter one that ends in a leap year; else 365 |
 * | actual/360 | as they are | 360 |
 * | actual/actual | as they are | the length of the calendar year in which they lie (ISDA) |
 * | actual/actual ICMA | as they are | the length of their interest period, times the periods of a year |
 * | actual/actual AFB | as they are | 366 with a 29 February among them, else 365; a whole year is one |
 * | 30/360 | of months of 30 days (bond basis): a 31st is the 30th at the start, and at the end after a start on the 30th or 31st | 360 |
 * | 30E/360 | of months of 30 days (Eurobond basis): a 31st is the 30th at either end | 360 |
 * | 30E/360 ISDA | the same, and the last of February is the 30th, too, unless the note matures on it | 360 |
 * | 30U/360 | as 30/360; after a start on the last of February that is a 30th, and so is the last of February at the end (US) | 360 |
 * | business/252 | business days | 252 |
 *
 * Sources: ISDA 2006 Definitions, 4.16(b), (d) to (h); ICMA Rule 251; the AFB (later FBF) master agreement of 1994 as ISDA
 * explains it in "EMU and Market Conventions" (1998); for 30U/360 the Securities Industry Association's methods of 1993.
 */
export const dayCounts = [
  ...(["actual/365", "actual/365L", "actual/360", "actual/actual", "actual/actual ICMA", "actual/actual AFB"] as const),
  ...(["30/360", "30E/360", "30E/360 ISDA", "30U/360", "business/252"] as const),
] as const;

export type DayCount = (typeof dayCounts)[number];

export function isDayCount(text: string): text is DayCount {
  return dayCounts.some((known) => known === text);
}

/** A day count with what some of them go by beside the days. */
export interface DayCounting {
  readonly name: DayCount;
  readonly periods?: InterestPeriods | undefined;
  /** Which days are business days. */
  readonly calendar?: Calendar | undefined;
  /**
   * By 30E/360 ISDA, the last day of February is no 30th where a stretch ends with the maturity. A stretch that goes on
   * behind it has as few days in that month, so that parts add up.
   */
  readonly maturity?: PlainDate | undefined;
}

/** Periods of so many months, one of which begins on the anchor; the others by its day of the month, both ways. */
export interface InterestPeriods {
  readonly months: number;
  readonly anchor: PlainDate;
}

/** Whether the interest periods say how much a day is. */
export function goesByPeriods(name: DayCount): boolean {
  return name === "actual/365L" || name === "actual/actual ICMA" || name === "actual/actual AFB";
}

/** Over a range of days that ends before a day; by AFB its years are counted back from there where no periods are said. */
export function overRange(counting: DayCounting, end: PlainDate): DayCounting {
  if (counting.name !== "actual/actual AFB" || counting.periods !== undefined) return counting;
  return { ...counting, periods: { months: 12, anchor: end } };
}

/**
 * Days from `from` (included) to `to` (excluded) as the day count counts them in an interest period that began on `start`;
 * negative where `to` comes first. Only under 30/360 and 30U/360 does the start of the period matter: the days of adjoining
 * stretches of one period always add up to those of the whole.
 */
export function daysIn(
  from: PlainDate,
  to: PlainDate,
  { name, calendar, maturity }: DayCounting,
  start: PlainDate = from,
): number {
  switch (name) {
    case "actual/365":
    case "actual/365L":
    case "actual/360":
    case "actual/actual":
    case "actual/actual ICMA":
    case "actual/actual AFB":
      return to - from;
    case "30/360":
      return daysFrom(start, to, false) - daysFrom(start, from, false);
    case "30U/360":
      return daysFrom(start, to, true) - daysFrom(start, from, true);
    case "30E/360":
      return monthDays(to, endsOnThirtieth(to)) - monthDays(from, endsOnThirtieth(from));
    case "30E/360 ISDA":
      return monthDays(to, isLastOfMonth(to)) - monthDays(from, isLastOfMonth(from)) - leftOut(from, to, maturity);
    case "business/252":
      return to < from ? -businessDaysIn(to, from, calendar) : businessDaysIn(from, to, calendar);
    default:
      return assertNever(name);
  }
}

/** What the days of a stretch count for, in days of a year of `yearBasis` days: by actual/actual a day of a leap year is 365/366. */
export function weightIn(from: PlainDate, to: PlainDate, counting: DayCounting, start: PlainDate = from): Exact {
  const { name } = counting;
  if (name !== "actual/actual" && !goesByPeriods(name)) return exact(daysIn(from, to, counting, start));
  return yearsIn(from, to, counting, start)
    .map(({ days, yearDays }) => exact(days * yearBasis(name), yearDays))
    .reduce((sum, part) => add(sum, part) ?? sum, zero);
}

/** A part of a stretch of which all days are divided by one number; `last` is included. */
export interface DaysOfYears {
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
  /** Days in the year by which it divides. */
  readonly yearDays: number;
}

/** The stretch itself, or its parts by calendar year or interest period; none where it has no day. */
export function yearsIn(from: PlainDate, to: PlainDate, counting: DayCounting, start: PlainDate = from): DaysOfYears[] {
  const parts: DaysOfYears[] = [];
  for (let first = from; first < to; ) {
    const { end, yearDays } = yearAt(first, counting, start);
    const next = end < to ? end : to;
    parts.push({ first, last: asPlainDate(next - 1), days: daysIn(first, next, counting, start), yearDays });
    first = next;
  }
  return parts;
}

/** Days in the year by which the day count divides, where that is one number; otherwise those of a common year. */
export function yearBasis(name: DayCount): 365 | 360 | 252 {
  if (name === "business/252") return 252;
  return name.startsWith("actual/") && name !== "actual/360" ? 365 : 360;
}

/** By what a day is divided, and the first day that is divided by something else. */
function yearAt(
  day: PlainDate,
  { name, periods }: DayCounting,
  start: PlainDate,
): { end: PlainDate; yearDays: number } {
  if (name === "actual/actual") {
    return { end: nextDay(lastOfYear(day)), yearDays: isLeapYear(yearOf(day)) ? 366 : 365 };
  }
  if (periods === undefined || !goesByPeriods(name)) return { end: afterAll, yearDays: yearBasis(name) };
  const { months } = periods;
  const { first, end } = periodAt(day, periods, name === "actual/actual AFB");
  if (name === "actual/actual ICMA") return { end, yearDays: (12 / months) * (end - first) };
  if (name === "actual/365L") {
    const isLong = months === 12 ? hasLeapDay(asPlainDate(first + 1), asPlainDate(end + 1)) : isLeapYear(yearOf(end));
    return { end, yearDays: isLong ? 366 : 365 };
  }
  if (months === 12 && first >= start) return { end, yearDays: end - first };
  return { end, yearDays: hasLeapDay(first > start ? first : start, end) ? 366 : 365 };
}

const afterAll = asPlainDate(latestDate + 1);

/** The period in which a day lies, its end excluded; `keepsFebruary`: one from the last of February goes by that day. */
function periodAt(day: PlainDate, { months, anchor }: InterestPeriods, keepsFebruary: boolean) {
  const isKept = keepsFebruary && isLastOfFebruary(anchor);
  const nth = (k: number): PlainDate => {
    const date = addMonths(anchor, k * months) ?? (k < 0 ? earliestDate : afterAll);
    return isKept && partsOf(date).month === 2 ? lastOfMonth(date) : date;
  };
  const monthsOn = 12 * (yearOf(day) - yearOf(anchor)) + partsOf(day).month - partsOf(anchor).month;
  let k = Math.floor(monthsOn / months);
  // In the month of a day that opens a period, the day itself may lie before it.
  if (nth(k) > day) k -= 1;
  return { first: nth(k), end: nth(k + 1) };
}

/** Whether a 29 February lies from one day on and before another. */
function hasLeapDay(from: PlainDate, to: PlainDate): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const leapDay = dateOf(year, 2, 29);
    if (leapDay !== undefined && leapDay >= from && leapDay < to) return true;
  }
  return false;
}

/** Days that the calendar does not know count for nothing: who counts by them asks before. */
function businessDaysIn(from: PlainDate, to: PlainDate, calendar: Calendar | undefined): number {
  let count = 0;
  for (let day = from; day < to; day = nextDay(day)) if (calendar && isBusinessDay(calendar, day) === true) count += 1;
  return count;
}

/** From the start of a period: 30/360, the bond basis, and as it is used in the US, where the last of February is a 30th. */
function daysFrom(start: PlainDate, to: PlainDate, keepsFebruary: boolean): number {
  const startsInFebruary = keepsFebruary && isLastOfFebruary(start);
  const startsOnThirtieth = startsInFebruary || endsOnThirtieth(start);
  const isThirtieth = startsOnThirtieth && endsOnThirtieth(to);
  return monthDays(to, isThirtieth || (startsInFebruary && isLastOfFebruary(to))) - monthDays(start, startsOnThirtieth);
}

/** The day's place in a count in which every month has 30 days. */
function monthDays(date: PlainDate, isThirtieth: boolean): number {
  const { year, month, day } = partsOf(date);
  return 360 * year + 30 * month + (isThirtieth ? 30 : day);
}

/** ISDA 2006, 4.16(h)(ii): days that are counted behind the last of February, but not where the note matures on it. */
function leftOut(from: PlainDate, to: PlainDate, maturity: PlainDate | undefined): number {
  if (maturity === undefined || !isLastOfFebruary(maturity)) return 0;
  const days = 30 - partsOf(maturity).day;
  if (from < maturity && maturity <= to) return days;
  return to < maturity && maturity <= from ? -days : 0;
}

const endsOnThirtieth = (date: PlainDate): boolean => partsOf(date).day >= 30;
const isLastOfMonth = (date: PlainDate): boolean => date === lastOfMonth(date) || endsOnThirtieth(date);
const isLastOfFebruary = (date: PlainDate): boolean => partsOf(date).month === 2 && date === lastOfMonth(date);
