import { invariant } from "../../base/invariant.ts";
import { lazily } from "../../base/lazily.ts";
import type { Calendar } from "../business-days.ts";
import type { DayOfWeek, PlainDate } from "../plain-date.ts";
import { addDays, dateOf, dayOfWeek, lastOfMonth, parseDate } from "../plain-date.ts";

/** When a holiday is kept in a year; undefined where it is not. */
export type HolidayRule = (year: number) => PlainDate | undefined;

/** What becomes of a holiday on a weekend: kept on the Friday before, on the Monday after, or not at all. */
export interface WeekendRule {
  readonly saturday: "friday" | "not kept";
  readonly sunday: "monday";
}

const firstYear = 1998;
const lastYear = 2035;

/**
 * A calendar of 1998 to 2035 from rules that hold every year and the days, as ISO dates, on which it closed just once. Its
 * holidays are worked out when one is first asked about.
 */
export function calendarFromRules(name: string, rules: readonly HolidayRule[], closures: readonly string[]): Calendar {
  const holidays = lazily(() => holidaysOf(rules, closures));
  return {
    name,
    from: certain(dateOf(firstYear, 1, 1)),
    to: certain(dateOf(lastYear, 12, 31)),
    isHoliday: (day) => holidays().has(day),
  };
}

function holidaysOf(rules: readonly HolidayRule[], closures: readonly string[]): ReadonlySet<PlainDate> {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  const yearly = years.flatMap((year) => rules.flatMap((rule) => rule(year) ?? []));
  return new Set([...yearly, ...closures.map((text) => certain(parseDate(text)))]);
}

/** A day of a month, moved off the weekend. */
export function fixedDay(month: number, day: number, weekend: WeekendRule): HolidayRule {
  return (year) => {
    const date = certain(dateOf(year, month, day));
    if (dayOfWeek(date) === 7) return addDays(date, 1);
    if (dayOfWeek(date) === 6) return weekend.saturday === "friday" ? addDays(date, -1) : undefined;
    return date;
  };
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

/** The Friday before Easter Sunday of the Western churches. */
export const goodFriday: HolidayRule = (year) => addDays(easterSunday(year), -2);

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

function certain(date: PlainDate | undefined): PlainDate {
  invariant(date !== undefined, "the rules stay within the range of dates");
  return date;
}
