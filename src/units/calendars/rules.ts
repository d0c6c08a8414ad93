import { invariant } from "../../base/invariant.ts";
import type { Calendar } from "../business-days.ts";
import type { DayOfWeek, PlainDate } from "../plain-date.ts";
import { addDays, dateOf, dayOfWeek, lastOfMonth, parseDate, yearOf } from "../plain-date.ts";

/** When a holiday is kept in a year; undefined where it is not. */
export type HolidayRule = (year: number) => PlainDate | undefined;

/** By how many days a holiday on a Saturday or a Sunday is moved; 0 where it is not made up for. */
export interface WeekendRule {
  readonly saturday: -1 | 0 | 2;
  readonly sunday: 0 | 1 | 2;
}

/** A holiday on a weekend is lost. */
export const notMoved: WeekendRule = { saturday: 0, sunday: 0 };
/** The Monday after. */
export const toMonday: WeekendRule = { saturday: 2, sunday: 1 };

export interface CalendarRules {
  readonly name: string;
  readonly firstYear: number;
  /** 2099 where nothing else is said. */
  readonly lastYear?: number;
  readonly ends?: string;
  readonly rules: readonly HolidayRule[];
  /** Days, as ISO dates, on which business rested just once. */
  readonly closures?: readonly string[];
  /** Days on which a rule's holiday was not kept, as it was moved to one of the closures. */
  readonly openings?: readonly string[];
}

/** A calendar from its first year to its last. The holidays of a year are computed on first use. */
export function calendarFromRules(from: CalendarRules): Calendar {
  const { name, firstYear, lastYear = 2099, ends, rules, closures = [], openings = [] } = from;
  const years = new Map<number, ReadonlySet<PlainDate>>();
  const [closed, open] = [daysOf(closures), daysOf(openings)];
  const holidaysOf = (year: number) => {
    const known = years.get(year);
    if (known !== undefined) return known;
    // A rule may bring a holiday of the year before or after into this one.
    const found = new Set([year - 1, year, year + 1].flatMap((each) => rules.flatMap((rule) => rule(each) ?? [])));
    years.set(year, found);
    return found;
  };
  return {
    name,
    from: certain(dateOf(firstYear, 1, 1)),
    to: certain(dateOf(lastYear, 12, 31)),
    ends,
    isHoliday: (day) => closed.has(day) || (holidaysOf(yearOf(day)).has(day) && !open.has(day)),
  };
}

function daysOf(texts: readonly string[]): ReadonlySet<PlainDate> {
  return new Set(texts.map((text) => certain(parseDate(text))));
}

/** A day of a month, moved off the weekend. */
export function fixedDay(month: number, day: number, weekend: WeekendRule): HolidayRule {
  return (year) => moved(certain(dateOf(year, month, day)), weekend);
}

/** A day, moved off the weekend. */
export function moved(date: PlainDate, { saturday, sunday }: WeekendRule): PlainDate {
  const weekday = dayOfWeek(date);
  return certain(addDays(date, weekday === 6 ? saturday : weekday === 7 ? sunday : 0));
}

/** The nth such weekday of a month. */
export function nthWeekday(month: number, weekday: DayOfWeek, nth: 1 | 2 | 3 | 4): HolidayRule {
  return (year) => {
    const first = certain(dateOf(year, month, 1));
    return addDays(first, ((weekday - dayOfWeek(first) + 7) % 7) + 7 * (nth - 1));
  };
}

export function lastWeekday(month: number, weekday: DayOfWeek): HolidayRule {
  return (year) => {
    const last = lastOfMonth(certain(dateOf(year, month, 1)));
    return addDays(last, -((dayOfWeek(last) - weekday + 7) % 7));
  };
}

/** A rule that is kept from some year on. */
export function since(firstKept: number, rule: HolidayRule): HolidayRule {
  return (year) => (year >= firstKept ? rule(year) : undefined);
}

/** A rule that was kept through some year. */
export function through(lastKept: number, rule: HolidayRule): HolidayRule {
  return (year) => (year <= lastKept ? rule(year) : undefined);
}

/** So many days after Easter Sunday of the Western churches, before it where negative. */
export function afterEaster(days: number): HolidayRule {
  return (year) => addDays(easterSunday(year), days);
}

export const goodFriday = afterEaster(-2);
export const easterMonday = afterEaster(1);
export const ascensionDay = afterEaster(39);
export const whitMonday = afterEaster(50);

/** The first Sunday after the ecclesiastical full moon on or after 21 March, from 1900 to 2199. */
function easterSunday(year: number): PlainDate {
  // The moon's dates repeat after 19 years and come 11 days earlier each year; in these three centuries the Gregorian
  // correction makes the constant 24. The 30th and, late in the cycle, the 29th day are brought one forward.
  const golden = year % 19;
  const shifted = (19 * golden + 24) % 30;
  const daysToMoon = shifted === 29 || (shifted === 28 && golden > 10) ? shifted - 1 : shifted;
  const moon = certain(addDays(certain(dateOf(year, 3, 21)), daysToMoon));
  return certain(addDays(moon, 7 - (dayOfWeek(moon) % 7)));
}

export function certain(date: PlainDate | undefined): PlainDate {
  invariant(date !== undefined, "the rules stay within the range of dates");
  return date;
}
