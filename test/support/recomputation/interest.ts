import type { Operation } from "../../../src/index.ts";
import { dayNumbers } from "./dates.ts";
import type { Fraction } from "./fraction.ts";
import { over, times, whole } from "./fraction.ts";
import type { Worked } from "./values.ts";

type Stretch = Extract<Operation, { kind: "interest" }>;

/** Days × base × rate ÷ the days of a year; the days counted here. */
export function interestOf(stretch: Stretch, [base, rate]: readonly (Fraction | undefined)[]): Worked {
  const amount = base && rate && times(base, rate);
  const days = amount && times(amount, whole(weightOf(stretch)));
  return days && over(days, whole(yearOf(stretch)));
}

/** A stretch lies in one year, where the day count goes by calendar years. */
export function yearOf({ dayCount, first }: Pick<Stretch, "dayCount" | "first">): number {
  if (dayCount === "actual/actual") return isLeap(dayNumbers(first).year) ? 366 : 365;
  return dayCount === "actual/365" ? 365 : 360;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Both days included. */
export function weightOf({ first, last, dayCount, periodStart }: Omit<Stretch, "weight" | "yearDays" | "of">): number {
  const between = (place: (date: number) => number) => place(last + 1) - place(first);
  if (dayCount === "30/360") return between((date) => bondDays(periodStart, date));
  if (dayCount === "30E/360") return between((date) => monthsOfThirty(date, false));
  if (dayCount === "30E/360 ISDA") return between((date) => monthsOfThirty(date, isLastOfMonth(date)));
  return last - first + 1;
}

function monthsOfThirty(date: number, isThirtieth: boolean): number {
  const { year, month, day } = dayNumbers(date);
  return 360 * year + 30 * month + (isThirtieth ? 30 : Math.min(day, 30));
}

const isLastOfMonth = (date: number): boolean => dayNumbers(date + 1).day === 1;

/** ISDA 2006, 4.16(f): a 31st ends as the 30th only where the period starts on a 30th or 31st. */
function bondDays(start: number, date: number): number {
  const startDay = Math.min(dayNumbers(start).day, 30);
  const { year, month, day } = dayNumbers(date);
  return 360 * year + 30 * month + (day === 31 && startDay === 30 ? 30 : day);
}
