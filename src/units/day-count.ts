import { assertNever } from "../base/assert-never.ts";
import type { PlainDate } from "./plain-date.ts";
import { lastOfMonth, partsOf } from "./plain-date.ts";

/**
 * How a contract turns a stretch of time into a fraction of a year.
 *
 * Days are the actual ones over a fixed year of 365 or 360, or those of a year of twelve months of 30 days
 * ("30E/360", the Eurobond basis: a 31st is taken as the 30th at either end, the end of February as it stands).
 * Source: ISDA 2006 Definitions, 4.16(d), (e) and (g).
 */
export type DayCount = "actual/365" | "actual/360" | "30E/360";

/** Days in the year by which each basis divides. */
const yearDays: { readonly [K in DayCount]: 365 | 360 } = { "actual/365": 365, "actual/360": 360, "30E/360": 360 };

export const dayCounts: readonly DayCount[] = ["actual/365", "actual/360", "30E/360"];

export function isDayCount(text: string): text is DayCount {
  return Object.hasOwn(yearDays, text);
}

/** Days from `from` (included) to `to` (excluded) as the basis counts them; negative where `to` comes first. */
export function daysIn(from: PlainDate, to: PlainDate, basis: DayCount): number {
  switch (basis) {
    case "actual/365":
    case "actual/360":
      return to - from;
    case "30E/360":
      return thirtyDayNumber(to) - thirtyDayNumber(from);
    default:
      return assertNever(basis);
  }
}

/**
 * What one day counts for: `daysIn` from the day to the one after it. The weights of adjoining days add up to those of the
 * whole stretch. Under 30E/360 a 30th before a 31st counts 0, the last of February 3, or 2 in a leap year.
 */
export function dayWeight(date: PlainDate, basis: DayCount): number {
  switch (basis) {
    case "actual/365":
    case "actual/360":
      return 1;
    case "30E/360":
      return thirtyDayWeight(date);
    default:
      return assertNever(basis);
  }
}

function thirtyDayWeight(date: PlainDate): number {
  const { day } = partsOf(date);
  if (date === lastOfMonth(date)) return Math.max(31 - day, 1);
  return day === 30 ? 0 : 1;
}

/** Days in the year by which the basis divides. */
export function yearBasis(basis: DayCount): 365 | 360 {
  return yearDays[basis];
}

/** The day's place in a count in which every month has 30 days. */
function thirtyDayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  return 360 * year + 30 * month + Math.min(day, 30);
}
