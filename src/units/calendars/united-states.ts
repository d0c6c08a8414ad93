/** Calendars of the United States: banks, the New York Stock Exchange, the market of government bonds. */
import type { HolidayRule, WeekendRule } from "./rules.ts";
import { calendarFromRules, fixedDay, goodFriday, lastWeekday, nthWeekday, since } from "./rules.ts";

const fridayOrMonday: WeekendRule = { saturday: -1, sunday: 1 };
const mondayOnly: WeekendRule = { saturday: 0, sunday: 1 };

const martinLutherKingDay = nthWeekday(1, 1, 3);
const columbusDay = nthWeekday(10, 1, 2);
const veteransDay = fixedDay(11, 11, mondayOnly);

/** What all of them keep; a New Year's Day on a Saturday is not made up for. */
const holidays = (weekend: WeekendRule): HolidayRule[] => [
  fixedDay(1, 1, mondayOnly),
  nthWeekday(2, 1, 3),
  lastWeekday(5, 1),
  // A federal holiday since June 2021. That year's 19th was a Saturday and nobody closed on the Friday.
  since(2022, fixedDay(6, 19, weekend)),
  fixedDay(7, 4, weekend),
  nthWeekday(9, 1, 1),
  nthWeekday(11, 4, 4),
  fixedDay(12, 25, weekend),
];

/**
 * Banks in New York: the standard holidays of the Federal Reserve Banks, which stay open on the Friday before a holiday that
 * falls on a Saturday, and did so on days of mourning and in emergencies.
 */
export const usBank = calendarFromRules({
  name: "us-bank",
  firstYear: 1986,
  rules: [...holidays(mondayOnly), martinLutherKingDay, columbusDay, veteransDay],
});

/** The New York Stock Exchange: its Rule 7.2. */
export const nyse = calendarFromRules({
  name: "nyse",
  firstYear: 1986,
  rules: [...holidays(fridayOrMonday), since(1998, martinLutherKingDay), goodFriday],
  closures: [
    "1994-04-27", // Mourning for President Nixon.
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
});

/** When the employment figures come out on Good Friday, on the first Friday of April, the market closes at noon only. */
const goodFridayWithoutFigures: HolidayRule = (year) => {
  const day = goodFriday(year);
  return day === nthWeekday(4, 5, 1)(year) ? undefined : day;
};

/**
 * US government securities: days that SIFMA (until 2006 the Bond Market Association) recommends to close all day. Days that
 * it closes early are business days.
 */
export const usGovernmentBonds = calendarFromRules({
  name: "us-government-bonds",
  firstYear: 1998,
  rules: [...holidays(fridayOrMonday), martinLutherKingDay, columbusDay, veteransDay, goodFridayWithoutFigures],
  closures: [
    "2001-09-11", // Attacks of 11 September; trading went on again on the 13th.
    "2001-09-12",
    "2004-06-11", // Mourning for President Reagan.
    "2012-10-30", // Hurricane Sandy; on the 29th the market closed at noon.
    "2018-12-05", // Mourning for President G. H. W. Bush.
  ],
});
