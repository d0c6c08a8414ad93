import type { Calendar } from "../business-days.ts";
import type { HolidayRule, WeekendRule } from "./rules.ts";
import { calendarFromRules, fixedDay, goodFriday, lastWeekday, nthWeekday, since } from "./rules.ts";

/** The calendar of that name, from 1998 to 2035; undefined where there is none. */
export function builtInCalendar(name: string): Calendar | undefined {
  return calendars.find((calendar) => calendar.name === name);
}

const fridayOrMonday: WeekendRule = { saturday: "friday", sunday: "monday" };
const mondayOnly: WeekendRule = { saturday: "not kept", sunday: "monday" };

const martinLutherKingDay = nthWeekday(1, 1, 3);
const presidentsDay = nthWeekday(2, 1, 3);
const memorialDay = lastWeekday(5, 1);
const laborDay = nthWeekday(9, 1, 1);
const columbusDay = nthWeekday(10, 1, 2);
const thanksgivingDay = nthWeekday(11, 4, 4);
const veteransDay = fixedDay(11, 11, mondayOnly);

/** What all of them keep; a New Year's Day on a Saturday is not made up for. */
const holidays = (weekend: WeekendRule): HolidayRule[] => [
  fixedDay(1, 1, mondayOnly),
  martinLutherKingDay,
  presidentsDay,
  memorialDay,
  // A federal holiday since June 2021. That year's 19th was a Saturday and nobody closed on the Friday.
  since(2022, fixedDay(6, 19, weekend)),
  fixedDay(7, 4, weekend),
  laborDay,
  thanksgivingDay,
  fixedDay(12, 25, weekend),
];

/**
 * Banks in New York: the standard holidays of the Federal Reserve Banks, which stay open on the Friday before a holiday that
 * falls on a Saturday, and did so on days of mourning and in emergencies.
 */
const usBank = calendarFromRules("us-bank", [...holidays(mondayOnly), columbusDay, veteransDay], []);

/** The New York Stock Exchange: its Rule 7.2. */
const nyse = calendarFromRules(
  "nyse",
  [...holidays(fridayOrMonday), goodFriday],
  [
    "2001-09-11", // Attacks of 11 September, closed for four days.
    "2001-09-12",
    "2001-09-13",
    "2001-09-14",
    "2004-06-11", // Mourning for President Reagan.
    "2007-01-02", // Mourning for President Ford.
    "2012-10-29", // Hurricane Sandy.
    "2012-10-30",
    "2018-12-05", // Mourning for President G. H. W. Bush.
    "2025-01-09", // Mourning for President Carter.
  ],
);

/**
 * US government securities: days that SIFMA (until 2006 the Bond Market Association) recommends to close all day. Days that
 * it closes early are business days.
 */
const usGovernmentBonds = calendarFromRules(
  "us-government-bonds",
  [
    ...holidays(fridayOrMonday),
    columbusDay,
    veteransDay,
    // When the employment figures come out on Good Friday, on the first Friday of April, the market closes at noon only.
    (year) => {
      const day = goodFriday(year);
      return day === nthWeekday(4, 5, 1)(year) ? undefined : day;
    },
  ],
  [
    "2001-09-11", // Attacks of 11 September; trading went on again on the 13th.
    "2001-09-12",
    "2004-06-11", // Mourning for President Reagan.
    "2012-10-30", // Hurricane Sandy; on the 29th the market closed at noon.
    "2018-12-05", // Mourning for President G. H. W. Bush.
  ],
);

const calendars = [usBank, nyse, usGovernmentBonds];

export const builtInCalendarNames: readonly string[] = calendars.map(({ name }) => name);
/** Those among them that say when an exchange trades. */
export const exchangeNames: readonly string[] = [nyse.name];
