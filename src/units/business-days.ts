import { invariant } from "../base/invariant.ts";
import { once } from "../base/once.ts";
import type { PlainDate } from "./plain-date.ts";
import { asPlainDate, dateOf, earliestDate, isWeekend, latestDate, nextDay, yearOf } from "./plain-date.ts";

/**
 * The days on which business rests, over a stretch of years. Saturdays and Sundays are never business days, so what is said
 * about them does not matter. Outside its stretch a calendar knows nothing, and neither does what is asked of it here.
 */
export interface Calendar {
  readonly name: string;
  /** First day that is covered. */
  readonly from: PlainDate;
  /** Last day that is covered. */
  readonly to: PlainDate;
  isHoliday(day: PlainDate): boolean;
  /** Why it ends with its last day, and what to do where a later one is asked for. */
  readonly ends?: string | undefined;
  /** Whether it is not known of a day that is covered; in a calendar without this, all of them are known. */
  isUnknown?(day: PlainDate): boolean;
}

/** From 1 January of the first year to 31 December of the last year named; a calendar of no holidays covers no day. */
export function calendarFromHolidays(name: string, holidays: readonly PlainDate[]): Calendar {
  const days = new Set(holidays);
  // One after the other: a call takes only so many arguments, and a file may have more rows.
  const [first, last] = holidays.reduce(
    ([least, most], day) => [day < least ? day : least, day > most ? day : most],
    [latestDate, earliestDate],
  );
  const from = dateOf(yearOf(first), 1, 1) ?? latestDate;
  const to = dateOf(yearOf(last), 12, 31) ?? earliestDate;
  return { name, from, to, isHoliday: (day) => days.has(day) };
}

/** Open where all are open (`and`), or where one of them is (`or`). Covers the days that all of them cover. */
export function jointCalendar(name: string, calendars: readonly Calendar[], joins: "and" | "or"): Calendar {
  const from = calendars.reduce((latest, it) => (it.from > latest ? it.from : latest), earliestDate);
  const to = calendars.reduce((earliest, it) => (it.to < earliest ? it.to : earliest), latestDate);
  const isClosed = (day: PlainDate) => (it: Calendar) => it.isHoliday(day);
  const isHoliday = (day: PlainDate) =>
    joins === "and" ? calendars.some(isClosed(day)) : calendars.every(isClosed(day));
  const ends = calendars.find((it) => it.to === to)?.ends;
  return { name, from, to, isHoliday, ends };
}

/** Undefined outside the days that the calendar covers, and where it is not known. */
export function isBusinessDay(calendar: Calendar, day: PlainDate): boolean | undefined {
  if (!covers(calendar, day) || calendar.isUnknown?.(day) === true) return undefined;
  return !isWeekend(day) && !calendar.isHoliday(day);
}

/**
 * The nth business day strictly after the day, which need not be one itself; the day as it is for 0, a day before it for a
 * negative count. Undefined where the calendar does not reach.
 */
export function businessDaysAfter(calendar: Calendar, day: PlainDate, count: number): PlainDate | undefined {
  invariant(Number.isInteger(count), "business days are counted whole");
  const isFew = Math.abs(count) <= fewDays || calendar.isUnknown !== undefined;
  return isFew ? step(calendar, day, count) : lookUp(calendar, day, count);
}

/** So many business days are counted one by one; for more of them it is worth the while to number all of a calendar. */
const fewDays = 100;

function step(calendar: Calendar, day: PlainDate, count: number): PlainDate | undefined {
  const direction = count > 0 ? 1 : -1;
  let found = day;
  for (let left = Math.abs(count); left > 0; ) {
    const next = asPlainDate(found + direction);
    const isOpen = isBusinessDay(calendar, next);
    if (isOpen === undefined) return undefined;
    found = next;
    if (isOpen) left -= 1;
  }
  return found;
}

function lookUp(calendar: Calendar, day: PlainDate, count: number): PlainDate | undefined {
  const { businessDays, before } = tableOf(calendar);
  // What comes after the day has to be covered, the day itself does not.
  const first = count > 0 ? before[day + 1 - calendar.from] : before[day - calendar.from];
  return first === undefined ? undefined : businessDays[count > 0 ? first + count - 1 : first + count];
}

/** The day itself if it is a business day, else the first one after it. */
export function onOrAfter(calendar: Calendar, day: PlainDate): PlainDate | undefined {
  return nearest(calendar, day, 1);
}

/** The day itself if it is a business day, else the last one before it. */
export function onOrBefore(calendar: Calendar, day: PlainDate): PlainDate | undefined {
  return nearest(calendar, day, -1);
}

function nearest(calendar: Calendar, day: PlainDate, by: 1 | -1): PlainDate | undefined {
  const isOpen = isBusinessDay(calendar, day);
  return isOpen === false ? businessDaysAfter(calendar, day, by) : isOpen && day;
}

function covers(calendar: Calendar, day: PlainDate): boolean {
  return day >= calendar.from && day <= calendar.to;
}

/** All business days in order, and how many come before each covered day and at the end. */
interface Table {
  readonly businessDays: readonly PlainDate[];
  /** By days since the calendar begins; one more entry than it has days. */
  readonly before: readonly number[];
}

/** Computed once for each calendar; the cache doesn't affect any result. */
const tableOf = once(tableFor);

function tableFor(calendar: Calendar): Table {
  const businessDays: PlainDate[] = [];
  const before: number[] = [];
  for (let day = calendar.from; day <= calendar.to; day = nextDay(day)) {
    before.push(businessDays.length);
    if (!isWeekend(day) && !calendar.isHoliday(day)) businessDays.push(day);
    if (day === latestDate) break;
  }
  before.push(businessDays.length);
  return { businessDays, before };
}
