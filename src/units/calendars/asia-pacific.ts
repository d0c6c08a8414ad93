/** Calendars of Asia and the Pacific: banks in Tokyo and Sydney. */
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

/** In Japan a holiday on a Sunday is made up for on Monday, one on a Saturday is not. */
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
