import { invariant } from "../base/invariant.ts";

declare const plainDate: unique symbol;

/**
 * A day of the civil calendar, without a time zone: whole days since 1970-01-01, from 0001-01-01 to 9999-12-31.
 *
 * Two of them compare and subtract as numbers. What would leave the range is undefined.
 */
export type PlainDate = number & { readonly [plainDate]: true };

/** The year as written, the month from 1 to 12, the day of the month from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const daysOfWeek = [1, 2, 3, 4, 5, 6, 7] as const;

const firstYear = 1;
const lastYear = 9999;

/** From 0001-01-01 to 1970-01-01: 1969 years, 477 of them leap years. */
const daysBefore1970 = 1969 * 365 + 477;

/** Days before each month in a year that is not a leap year, and after the last. */
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
const daysBeforeMonthInLeapYear = daysBeforeMonth.map((days, index) => (index < 2 ? days : days + 1));

export const earliestDate: PlainDate = asPlainDate(startOfYear(firstYear));
export const latestDate: PlainDate = asPlainDate(startOfYear(lastYear + 1) - 1);

/** The day with a number. Unchecked: the edge of a range may lie a day outside the years that dates have. */
export function asPlainDate(days: number): PlainDate {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return days as PlainDate; // cast: the brand says what the number counts
}

/** Reads "2006-02-28" and nothing looser; undefined for a day that does not exist or is out of range. */
export function parseDate(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return dateOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));
}

/** "2006-02-28". */
export function formatDate(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return `${year.toString().padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Undefined for a day that does not exist or is out of range. */
export function dateOf(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayNumber(year, month, day);
}

export function partsOf(date: PlainDate): DateParts {
  const year = yearOf(date);
  const dayOfYear = date - startOfYear(year);
  // A month has at most 31 days, so this is the month or the one before it.
  const guess = Math.floor(dayOfYear / 31) + 1;
  const month = dayOfYear >= daysBefore(year, guess + 1) ? guess + 1 : guess;
  return { year, month, day: dayOfYear - daysBefore(year, month) + 1 };
}

export function yearOf(date: PlainDate): number {
  invariant(date >= earliestDate && date <= latestDate && Number.isInteger(date), "a date is a whole day in range");
  // The guess is off by one at most: leap days stray less than a year from their average over the range.
  const guess = firstYear + Math.floor((date - earliestDate) / 365.2425);
  if (date < startOfYear(guess)) return guess - 1;
  return date >= startOfYear(guess + 1) ? guess + 1 : guess;
}

/** `days` is whole and may be negative. */
export function addDays(date: PlainDate, days: number): PlainDate | undefined {
  invariant(Number.isInteger(days), "days are added whole");
  return inRange(date + days);
}

/** The day after; asking for the one after the latest date is a bug of the caller's. */
export function nextDay(date: PlainDate): PlainDate {
  invariant(date < latestDate, "no day after the latest date");
  return asPlainDate(date + 1);
}

/**
 * The same day of the month so many months later (earlier, if negative); where that month is too short, its last day:
 * one month after 30 January is 28 or 29 February, and one month after 28 February is 28 March.
 */
export function addMonths(date: PlainDate, months: number): PlainDate | undefined {
  invariant(Number.isInteger(months), "months are added whole");
  const { year, month, day } = partsOf(date);
  const count = year * 12 + month - 1 + months;
  const inYear = Math.floor(count / 12);
  if (inYear < firstYear || inYear > lastYear) return undefined;
  const inMonth = count - inYear * 12 + 1;
  return dayNumber(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)));
}

/** Calendar months from that of one date to that of another, whatever their days. */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
  const [first, last] = [partsOf(from), partsOf(to)];
  return 12 * (last.year - first.year) + last.month - first.month;
}

/** As twelve months each: a year after 29 February is 28 February. */
export function addYears(date: PlainDate, years: number): PlainDate | undefined {
  return addMonths(date, years * 12);
}

/** `to` less `from`: `from` counts and `to` does not. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return to - from;
}

export function dayOfWeek(date: PlainDate): DayOfWeek {
  // Day 0, 1 January 1970, was a Thursday; the multiple of 7 keeps the remainder positive back to the first year.
  return daysOfWeek[(date + 3 + 7 * 103_000) % 7] ?? 1;
}

/** A Saturday or a Sunday. */
export function isWeekend(date: PlainDate): boolean {
  return dayOfWeek(date) >= 6;
}

export function firstOfMonth(date: PlainDate): PlainDate {
  const { year, month } = partsOf(date);
  return dayNumber(year, month, 1);
}

export function lastOfMonth(date: PlainDate): PlainDate {
  const { year, month } = partsOf(date);
  return dayNumber(year, month, daysInMonth(year, month));
}

/** Quarters of the calendar year, which begin in January, April, July and October. */
export function firstOfQuarter(date: PlainDate): PlainDate {
  const { year, month } = partsOf(date);
  return dayNumber(year, month - ((month - 1) % 3), 1);
}

/** Quarters of the calendar year, which end with March, June, September and December. */
export function lastOfQuarter(date: PlainDate): PlainDate {
  const { year, month } = partsOf(date);
  const last = month - ((month - 1) % 3) + 2;
  return dayNumber(year, last, daysInMonth(year, last));
}

export function firstOfYear(date: PlainDate): PlainDate {
  return asPlainDate(startOfYear(yearOf(date)));
}

export function lastOfYear(date: PlainDate): PlainDate {
  return asPlainDate(startOfYear(yearOf(date) + 1) - 1);
}

function inRange(days: number): PlainDate | undefined {
  return days >= earliestDate && days <= latestDate ? asPlainDate(days) : undefined;
}

function dayNumber(year: number, month: number, day: number): PlainDate {
  return asPlainDate(startOfYear(year) + daysBefore(year, month) + day - 1);
}

function daysInMonth(year: number, month: number): number {
  return daysBefore(year, month + 1) - daysBefore(year, month);
}

function daysBefore(year: number, month: number): number {
  return (isLeapYear(year) ? daysBeforeMonthInLeapYear : daysBeforeMonth)[month - 1] ?? 0;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function startOfYear(year: number): number {
  invariant(year >= firstYear && year <= lastYear + 1, "the year is in range");
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return before * 365 + leapDays - daysBefore1970;
}

function twoDigits(number: number): string {
  return number.toString().padStart(2, "0");
}
