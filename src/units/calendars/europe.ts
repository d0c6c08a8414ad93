/** Calendars of Europe: the euro's settlement system, banks in London, Oslo and Zurich, and the exchange in Oslo. */
import {
  afterEaster,
  ascensionDay,
  calendarFromRules,
  easterMonday,
  fixedDay,
  goodFriday,
  lastWeekday,
  notMoved,
  nthWeekday,
  toMonday,
  whitMonday,
} from "./rules.ts";

const newYear = fixedDay(1, 1, notMoved);
const labourDay = fixedDay(5, 1, notMoved);
const christmas = [fixedDay(12, 25, notMoved), fixedDay(12, 26, notMoved)];

/** Days on which the euro can't be paid: the closing days of TARGET (now T2). */
export const target = calendarFromRules({
  name: "target",
  firstYear: 2000,
  rules: [newYear, goodFriday, easterMonday, labourDay, ...christmas],
  closures: ["2001-12-31"], // The changeover to notes and coins.
});

/** Bank holidays of England and Wales. */
export const london = calendarFromRules({
  name: "london",
  firstYear: 1998,
  rules: [
    fixedDay(1, 1, toMonday),
    goodFriday,
    easterMonday,
    nthWeekday(5, 1, 1),
    lastWeekday(5, 1),
    lastWeekday(8, 1),
    // Both on a weekend, or one of them: Monday the 27th or 28th, and Tuesday.
    fixedDay(12, 25, { saturday: 2, sunday: 2 }),
    fixedDay(12, 26, { saturday: 2, sunday: 2 }),
  ],
  closures: [
    "1999-12-31", // The millennium.
    "2002-06-03", // The Queen's Golden Jubilee; the holiday of May was moved to the day after it.
    "2002-06-04",
    "2011-04-29", // A royal wedding.
    "2012-06-04", // The Queen's Diamond Jubilee, in the same way.
    "2012-06-05",
    "2020-05-08", // The early holiday of May, moved to 75 years after the end of the war in Europe.
    "2022-06-02", // The Queen's Platinum Jubilee, in the same way.
    "2022-06-03",
    "2022-09-19", // The Queen's funeral.
    "2023-05-08", // The King's coronation.
  ],
  openings: ["2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30"],
});

const norway = [
  newYear,
  afterEaster(-3),
  goodFriday,
  easterMonday,
  labourDay,
  fixedDay(5, 17, notMoved),
  ascensionDay,
  whitMonday,
  ...christmas,
];

/** Banks in Norway. */
export const oslo = calendarFromRules({ name: "oslo", firstYear: 1998, rules: norway });

/** The stock exchange in Oslo, which also closes on the eves of Christmas and the new year. */
export const osloExchange = calendarFromRules({
  name: "oslo-exchange",
  firstYear: 1998,
  rules: [...norway, fixedDay(12, 24, notMoved), fixedDay(12, 31, notMoved)],
});

/** Banks in Zurich. */
export const zurich = calendarFromRules({
  name: "zurich",
  firstYear: 1998,
  rules: [
    newYear,
    fixedDay(1, 2, notMoved),
    goodFriday,
    easterMonday,
    labourDay,
    ascensionDay,
    whitMonday,
    fixedDay(8, 1, notMoved),
    ...christmas,
  ],
});
