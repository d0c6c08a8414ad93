import { assertNever } from "../base/assert-never.ts";
import type { Exact } from "./exact.ts";
import { exact } from "./exact.ts";
import type { PlainDate } from "./plain-date.ts";
import { asPlainDate, isLeapYear, lastOfMonth, lastOfYear, nextDay, partsOf, yearOf } from "./plain-date.ts";

/**
 * How a contract turns a stretch of time into a fraction of a year.
 *
 * | name | days | over |
 * | --- | --- | --- |
 * | actual/365 | as they are | 365, also in a leap year (fixed) |
 * | actual/360 | as they are | 360 |
 * | actual/actual | as they are | the length of the calendar year in which they lie (ISDA) |
 * | 30/360 | of months of 30 days (bond basis): a 31st is the 30th at the start, and at the end after a start on the 30th or 31st | 360 |
 * | 30E/360 | of months of 30 days (Eurobond basis): a 31st is the 30th at either end | 360 |
 * | 30E/360 ISDA | the same, and the last of February is the 30th, too | 360 |
 *
 * Source: ISDA 2006 Definitions, 4.16(b), (d) to (h).
 */
export const dayCounts = ["actual/365", "actual/360", "actual/actual", "30/360", "30E/360", "30E/360 ISDA"] as const;

export type DayCount = (typeof dayCounts)[number];

export function isDayCount(text: string): text is DayCount {
  return dayCounts.some((known) => known === text);
}

/**
 * Days from `from` (included) to `to` (excluded) as the basis counts them in an interest period that began on `start`;
 * negative where `to` comes first. Only under 30/360 does the start of the period matter: the days of adjoining stretches
 * of one period always add up to those of the whole.
 */
export function daysIn(from: PlainDate, to: PlainDate, basis: DayCount, start: PlainDate = from): number {
  switch (basis) {
    case "actual/365":
    case "actual/360":
    case "actual/actual":
      return to - from;
    case "30/360":
      return bondDays(start, to) - bondDays(start, from);
    case "30E/360":
      return monthDays(to, endsOnThirtieth(to)) - monthDays(from, endsOnThirtieth(from));
    case "30E/360 ISDA":
      return monthDays(to, isLastOfMonth(to)) - monthDays(from, isLastOfMonth(from));
    default:
      return assertNever(basis);
  }
}

/** What the days of a stretch count for, in days of a year of `yearBasis` days: a day of a leap year is 365/366 of one. */
export function weightIn(from: PlainDate, to: PlainDate, basis: DayCount, start: PlainDate = from): Exact {
  if (basis !== "actual/actual") return exact(daysIn(from, to, basis, start));
  let [common, leap] = [0, 0];
  for (const { days, yearDays } of yearsIn(from, to, basis)) {
    if (yearDays === leapYear) leap += days;
    else common += days;
  }
  return exact(common * leapYear + leap * 365, leapYear);
}

const leapYear = 366;

/** A part of a stretch that lies in years of one length; `last` is included. */
export interface DaysOfYears {
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
  /** Days in the year by which it divides. */
  readonly yearDays: 360 | 365 | 366;
}

/** The stretch itself, or under actual/actual its parts by calendar year; none where it has no day. */
export function yearsIn(from: PlainDate, to: PlainDate, basis: DayCount, start: PlainDate = from): DaysOfYears[] {
  if (to <= from) return [];
  if (basis !== "actual/actual") {
    const days = daysIn(from, to, basis, start);
    return [{ first: from, last: asPlainDate(to - 1), days, yearDays: yearBasis(basis) }];
  }
  const parts: DaysOfYears[] = [];
  for (let first = from; first < to; ) {
    const end = nextDay(lastOfYear(first));
    const next = end < to ? end : to;
    const yearDays = isLeapYear(yearOf(first)) ? leapYear : 365;
    parts.push({ first, last: asPlainDate(next - 1), days: next - first, yearDays });
    first = next;
  }
  return parts;
}

/** Days in the year by which the basis divides; under actual/actual, those of a common year. */
export function yearBasis(basis: DayCount): 365 | 360 {
  return basis === "actual/365" || basis === "actual/actual" ? 365 : 360;
}

/** From the start of a period: 30/360, the bond basis. */
function bondDays(start: PlainDate, to: PlainDate): number {
  const startsOnThirtieth = partsOf(start).day >= 30;
  return monthDays(to, startsOnThirtieth && endsOnThirtieth(to)) - monthDays(start, startsOnThirtieth);
}

/** The day's place in a count in which every month has 30 days. */
function monthDays(date: PlainDate, isThirtieth: boolean): number {
  const { year, month, day } = partsOf(date);
  return 360 * year + 30 * month + (isThirtieth ? 30 : day);
}

const endsOnThirtieth = (date: PlainDate): boolean => partsOf(date).day >= 30;
const isLastOfMonth = (date: PlainDate): boolean => date === lastOfMonth(date) || endsOnThirtieth(date);
