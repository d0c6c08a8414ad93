/** Calendars of Asia and the Pacific: banks in Tokyo, Sydney and Singapore. */
import type { PlainDate } from "../plain-date.ts";
import { addDays, dateOf, dayOfWeek } from "../plain-date.ts";
import type { HolidayRule, WeekendRule } from "./rules.ts";
import {
  calendarFromRules,
  certain,
  easterMonday,
  fixedDay,
  goodFriday,
  moved,
  notMoved,
  nthWeekday,
  since,
  through,
  toMonday,
} from "./rules.ts";

/** Banks in New South Wales. Anzac Day on a weekend is not made up for. */
export const sydney = calendarFromRules({
  name: "sydney",
  firstYear: 1998,
  rules: [
    fixedDay(1, 1, toMonday),
    fixedDay(1, 26, toMonday),
    goodFriday,
    easterMonday,
    fixedDay(4, 25, notMoved),
    nthWeekday(6, 1, 2),
    nthWeekday(8, 1, 1),
    nthWeekday(10, 1, 1),
    fixedDay(12, 25, { saturday: 2, sunday: 2 }),
    fixedDay(12, 26, { saturday: 2, sunday: 2 }),
  ],
  closures: [
    "2011-04-26", // Anzac Day fell on Easter Monday.
    "2022-09-22", // Mourning for the Queen.
  ],
});

/** In Japan and Singapore a holiday on a Sunday is made up for on Monday, one on a Saturday is not. */
const sundayToMonday: WeekendRule = { saturday: 0, sunday: 1 };

/**
 * A day on which day and night are equal in Tokyo. `first` is its time in March or September 2000, in millionths of a day of
 * the month; each year it comes 0.242194 days later, and each leap year a day earlier.
 */
function equinox(month: 3 | 9, first: number): (year: number) => PlainDate {
  return (year) => {
    const years = year - 2000;
    return certain(dateOf(year, month, Math.floor((first + 242_194 * years) / 1_000_000 - Math.floor(years / 4))));
  };
}

const springEquinox = equinox(3, 20_691_150);
const autumnEquinox = equinox(9, 23_090_000);
const respectForTheAged = nthWeekday(9, 1, 3);

/** The day between two holidays is one, too: Tuesday before an equinox on Wednesday. */
const dayBeforeAutumn: HolidayRule = (year) => {
  const day = certain(addDays(autumnEquinox(year), -1));
  return addDays(day, -1) === respectForTheAged(year) ? day : undefined;
};

/** Since 2007 any of 3 to 5 May that falls on a Sunday is made up for after the last of them; before, only the 5th. */
const sixthOfMay: HolidayRule = (year) => {
  const day = certain(dateOf(year, 5, 6));
  const madeUp = year >= 2007 ? [1, 2, 3] : [1];
  return madeUp.includes(dayOfWeek(day)) ? day : undefined;
};

/** Banks in Japan. Later years are as the law stands. */
export const tokyo = calendarFromRules({
  name: "tokyo",
  firstYear: 2000,
  rules: [
    ...[1, 2, 3].map((day) => fixedDay(1, day, notMoved)),
    fixedDay(12, 31, notMoved),
    nthWeekday(1, 1, 2),
    fixedDay(2, 11, sundayToMonday),
    since(2020, fixedDay(2, 23, sundayToMonday)),
    (year) => moved(springEquinox(year), sundayToMonday),
    fixedDay(4, 29, sundayToMonday),
    ...[3, 4, 5].map((day) => fixedDay(5, day, notMoved)),
    sixthOfMay,
    through(2002, fixedDay(7, 20, sundayToMonday)),
    since(2003, nthWeekday(7, 1, 3)),
    since(2016, fixedDay(8, 11, sundayToMonday)),
    through(2002, fixedDay(9, 15, sundayToMonday)),
    since(2003, respectForTheAged),
    since(2003, dayBeforeAutumn),
    (year) => moved(autumnEquinox(year), sundayToMonday),
    nthWeekday(10, 1, 2),
    fixedDay(11, 3, sundayToMonday),
    fixedDay(11, 23, sundayToMonday),
    through(2018, fixedDay(12, 23, sundayToMonday)),
  ],
  closures: [
    "2019-04-30", // The change of emperor.
    "2019-05-01",
    "2019-05-02",
    "2019-10-22",
    "2020-07-23", // Three holidays moved for the Olympic Games planned for that year.
    "2020-07-24",
    "2020-08-10",
    "2021-07-22", // And for the games themselves.
    "2021-07-23",
    "2021-08-09",
  ],
  openings: ["2020-07-20", "2020-08-11", "2020-10-12", "2021-07-19", "2021-08-11", "2021-10-11"],
});

/**
 * What Singapore proclaims each year, by month and day, as it was kept and on weekdays only: Chinese New Year, Hari Raya Puasa
 * and Haji, Vesak Day, Deepavali, days of polling, and the jubilee of 2015. Source: the Ministry of Manpower's lists of
 * public holidays. No rule gives these days: mosques and temples settle them from year to year.
 */
const proclaimed: Readonly<Record<number, string>> = {
  2001: "01-24 01-25 03-06 05-07 11-14 12-17",
  2002: "02-12 02-13 05-27 11-04 12-06",
  2003: "02-03 02-12 05-15 10-23 11-25",
  2004: "01-22 01-23 02-02 06-02 11-11 11-15",
  2005: "01-21 02-09 02-10 05-23 11-01 11-03",
  2006: "01-10 01-30 01-31 05-12 10-24",
  2007: "01-02 02-19 02-20 05-31 11-08 12-20",
  2008: "02-07 02-08 05-19 10-01 10-27 12-08",
  2009: "01-26 01-27 09-21 11-16 11-27",
  2010: "02-15 02-16 05-28 09-10 11-05 11-17",
  2011: "02-03 02-04 05-17 08-30 10-26 11-07",
  2012: "01-23 01-24 08-20 10-26 11-13",
  2013: "02-11 02-12 05-24 08-08 10-15",
  2014: "01-31 05-13 07-28 10-06 10-22",
  2015: "02-19 02-20 06-01 07-17 08-07 09-11 09-24 11-10",
  2016: "02-08 02-09 07-06 09-12",
  2017: "01-30 05-10 06-26 09-01 10-18",
  2018: "02-16 05-29 06-15 08-22 11-06",
  2019: "02-05 02-06 05-20 06-05 08-12 10-28",
  2020: "01-27 05-07 05-25 07-10 07-31",
  2021: "02-12 05-13 05-26 07-20 11-04",
  2022: "02-01 02-02 05-03 05-16 07-11 10-24",
  2023: "01-23 01-24 06-02 06-29 09-01 11-13",
  2024: "02-12 04-10 05-22 06-17 10-31",
  2025: "01-29 01-30 03-31 05-12 10-20",
  2026: "02-17 02-18 05-27 06-01 11-09",
};

/** Banks in Singapore. What comes after the last year that is proclaimed is not known. */
export const singapore = calendarFromRules({
  name: "singapore",
  firstYear: 2001,
  lastYear: 2026,
  ends: "Singapore proclaims its holidays from year to year, as the moon is seen; a calendar file can have those of later years",
  rules: [
    ...[fixedDay(1, 1, sundayToMonday), fixedDay(5, 1, sundayToMonday), fixedDay(8, 9, sundayToMonday)],
    ...[goodFriday, fixedDay(12, 25, sundayToMonday)],
  ],
  closures: Object.entries(proclaimed).flatMap(([year, days]) => days.split(" ").map((day) => `${year}-${day}`)),
});
