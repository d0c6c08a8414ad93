import type { Operation } from "../../../src/index.ts";
import { parseDate } from "../../../src/index.ts";
import { dayNumbers, dayOfMonth, isDayOf } from "./dates.ts";
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

type Counted = Pick<Stretch, "counting" | "first" | "periodStart">;

/** A stretch lies in one year or one interest period, where the day count goes by these. */
export function yearOf({ counting: { name, periods }, first, periodStart }: Counted): number {
  if (name === "actual/actual") return isLeap(dayNumbers(first).year) ? 366 : 365;
  if (name === "business/252") return 252;
  if (periods === undefined || !["actual/actual ICMA", "actual/actual AFB", "actual/365L"].includes(name)) {
    return name.startsWith("actual/") && name !== "actual/360" ? 365 : 360;
  }
  const [begins, ends] = periodOf(first, periods.months, periods.anchor, name === "actual/actual AFB");
  if (name === "actual/actual ICMA") return ((ends - begins) * 12) / periods.months;
  if (name === "actual/365L" && periods.months !== 12) return isLeap(dayNumbers(ends).year) ? 366 : 365;
  if (name === "actual/365L") return hasLeapDay(begins + 1, ends + 1) ? 366 : 365;
  if (periods.months === 12 && begins >= periodStart) return ends - begins;
  return hasLeapDay(Math.max(begins, periodStart), ends) ? 366 : 365;
}

/** The interest period of a day: a month at a time from the anchor, on its day of the month, to the two that enclose it. */
function periodOf(day: number, months: number, anchor: number, isAfb: boolean): [begins: number, ends: number] {
  const { year, month, day: ofMonth } = dayNumbers(anchor);
  const isFebruary = isAfb && month === 2 && isLastOfMonth(anchor);
  const nth = (k: number) => {
    const at = month + k * months;
    const found = dayOfMonth(year, at, isFebruary && (((at - 2) % 12) + 12) % 12 === 0 ? 29 : ofMonth);
    return found ?? (k < 0 ? firstDay : afterLastDay);
  };
  let k = 0;
  while (nth(k) > day) k -= 1;
  while (nth(k + 1) <= day) k += 1;
  return [nth(k), nth(k + 1)];
}

const [firstDay = 0, lastDay = 0] = ["0001-01-01", "9999-12-31"].map(parseDate);
const afterLastDay = lastDay + 1;

function hasLeapDay(from: number, before: number): boolean {
  for (let day = from; day < before; day += 1) {
    const { month, day: ofMonth } = dayNumbers(day);
    if (month === 2 && ofMonth === 29) return true;
  }
  return false;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Both days included. */
export function weightOf({ first, last, counting, periodStart }: Counted & Pick<Stretch, "last">): number {
  const { name, calendar, maturity } = counting;
  const between = (place: (date: number) => number) => place(last + 1) - place(first);
  if (name === "30/360") return between((date) => bondDays(periodStart, date, false));
  if (name === "30U/360") return between((date) => bondDays(periodStart, date, true));
  if (name === "30E/360") return between((date) => monthsOfThirty(date, false));
  if (name === "30E/360 ISDA") {
    const days = between((date) => monthsOfThirty(date, isLastOfMonth(date)));
    // The day before a maturity on the last of February is one day, and does not fill the month up to 30.
    return days - (isMaturingIn(first, last, maturity) ? 30 - dayNumbers(maturity ?? 0).day : 0);
  }
  if (name !== "business/252" || calendar === undefined) return last - first + 1;
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return days.filter((day) => isDayOf("business day", day, { calendar, series: new Map(), traded: undefined }) === true)
    .length;
}

function isMaturingIn(first: number, last: number, maturity: number | undefined): boolean {
  if (maturity === undefined || dayNumbers(maturity).month !== 2 || !isLastOfMonth(maturity)) return false;
  return first <= maturity - 1 && maturity - 1 <= last;
}

function monthsOfThirty(date: number, isThirtieth: boolean): number {
  const { year, month, day } = dayNumbers(date);
  return 360 * year + 30 * month + (isThirtieth ? 30 : Math.min(day, 30));
}

const isLastOfMonth = (date: number): boolean => dayNumbers(date + 1).day === 1;

/**
 * ISDA 2006, 4.16(f): a 31st ends as the 30th only where the period starts on a 30th or 31st. As it is used in the US, a start
 * on the last of February is one, too, and then the last of February ends as the 30th.
 */
function bondDays(start: number, date: number, isUs: boolean): number {
  const isLastOfFebruary = (it: number) => isUs && dayNumbers(it).month === 2 && isLastOfMonth(it);
  const startsLate = isLastOfFebruary(start) || dayNumbers(start).day >= 30;
  const { year, month, day } = dayNumbers(date);
  const endsLate = (day === 31 && startsLate) || (isLastOfFebruary(date) && isLastOfFebruary(start));
  return 360 * year + 30 * month + (endsLate ? 30 : day);
}
