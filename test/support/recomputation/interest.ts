import type { Operation } from "../../../src/index.ts";
import { dayNumbers } from "./dates.ts";
import type { Fraction } from "./fraction.ts";
import { over, times, whole } from "./fraction.ts";
import type { Worked } from "./values.ts";

type Stretch = Extract<Operation, { kind: "interest" }>;

/** Days × base × rate ÷ the days of a year; the days counted here. */
export function interestOf(stretch: Stretch, [base, rate]: readonly (Fraction | undefined)[]): Worked {
  const amount = base && rate && times(base, rate);
  const days = amount && times(amount, whole(weightOf(stretch.first, stretch.last, stretch.dayCount)));
  return days && over(days, whole(yearOf(stretch.dayCount)));
}

export function yearOf(dayCount: Stretch["dayCount"]): number {
  return dayCount === "actual/365" ? 365 : 360;
}

/** Both days included. */
export function weightOf(first: number, last: number, dayCount: Stretch["dayCount"]): number {
  if (dayCount !== "30E/360") return last - first + 1;
  return monthsOfThirty(last + 1) - monthsOfThirty(first);
}

function monthsOfThirty(date: number): number {
  const { year, month, day } = dayNumbers(date);
  return 360 * year + 30 * month + Math.min(day, 30);
}
