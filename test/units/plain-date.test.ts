import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlainDate } from "../../src/units/plain-date.ts";
import {
  addDays,
  addMonths,
  addYears,
  dateOf,
  dayOfWeek,
  daysBetween,
  earliestDate,
  firstOfMonth,
  firstOfQuarter,
  firstOfYear,
  formatDate,
  isWeekend,
  lastOfMonth,
  lastOfQuarter,
  lastOfYear,
  latestDate,
  nextDay,
  parseDate,
  partsOf,
  yearOf,
} from "../../src/units/plain-date.ts";

function day(text: string): PlainDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}

function textOf(date: PlainDate | undefined): string | undefined {
  return date === undefined ? undefined : formatDate(date);
}

describe("reading and writing", () => {
  test.each([
    ["1970-01-01", 0],
    ["1970-02-01", 31],
    ["1969-12-31", -1],
    ["1971-01-01", 365],
    ["2000-01-01", 30 * 365 + 7], // 1972, 76, 80, 84, 88, 92, 96.
    ["2000-03-01", 30 * 365 + 7 + 31 + 29],
  ])("%s is day %i", (text, days) => {
    expect(parseDate(text)).toBe(days);
    expect(formatDate(day(text))).toBe(text);
  });

  test.each([
    ["no 30 February", "2006-02-30"],
    ["no leap day in a common year", "2006-02-29"],
    ["no leap day in 1900", "1900-02-29"],
    ["no 31 April", "2006-04-31"],
    ["no month 13", "2006-13-01"],
    ["no month 0", "2006-00-10"],
    ["no day 0", "2006-01-00"],
    ["before the range", "0000-12-31"],
    ["after the range", "10000-01-01"],
    ["one digit", "2006-1-01"],
    ["another order", "01-02-2006"],
    ["a time behind it", "2006-01-01T00:00"],
    ["a line break behind it", "2006-01-01\n"],
    ["nothing", ""],
  ])("%s", (_, text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  test.each([
    [2006, 1.5, 1],
    [2006.5, 1, 1],
    [2006, 1, 1.5],
    [Number.NaN, 1, 1],
  ])("%d, %d, %d is no date", (year, month, dayOfMonth) => {
    expect(dateOf(year, month, dayOfMonth)).toBeUndefined();
  });
});

describe("months", () => {
  test.each([
    ["a short month", "2006-01-30", 1, "2006-02-28"],
    ["a short month of a leap year", "2008-01-30", 1, "2008-02-29"],
    ["from its last day it does not stick to the end", "2006-02-28", 1, "2006-03-28"],
    ["over the year's end", "2006-12-15", 1, "2007-01-15"],
    ["back over the year's start", "2006-01-31", -2, "2005-11-30"],
    ["none", "2006-01-31", 0, "2006-01-31"],
    ["out of range", "9999-12-01", 1, undefined],
    ["out of range backward", "0001-01-31", -1, undefined],
  ])("%s", (_, from, months, to) => {
    expect(textOf(addMonths(day(from), months))).toBe(to);
  });

  test("a year after 29 February is 28 February", () => {
    expect(textOf(addYears(day("2008-02-29"), 1))).toBe("2009-02-28");
    expect(textOf(addYears(day("2008-02-29"), 4))).toBe("2012-02-29");
  });

  test("ends of periods", () => {
    const date = day("2008-02-10");
    expect(
      [firstOfMonth, lastOfMonth, firstOfQuarter, lastOfQuarter, firstOfYear, lastOfYear].map((end) =>
        textOf(end(date)),
      ),
    ).toEqual(["2008-02-01", "2008-02-29", "2008-01-01", "2008-03-31", "2008-01-01", "2008-12-31"]);
  });
});

describe("days", () => {
  test("a difference counts the first day and not the last", () => {
    expect(daysBetween(day("2006-01-01"), day("2006-02-01"))).toBe(31);
    expect(daysBetween(day("2006-02-01"), day("2006-01-01"))).toBe(-31);
  });

  test("nothing leaves the range", () => {
    expect([earliestDate, latestDate].map(textOf)).toEqual(["0001-01-01", "9999-12-31"]);
    expect(addDays(latestDate, 1)).toBeUndefined();
    expect(addDays(earliestDate, -1)).toBeUndefined();
    expect(textOf(addDays(earliestDate, daysBetween(earliestDate, latestDate)))).toBe("9999-12-31");
    expect(() => nextDay(latestDate)).toThrow("latest");
  });

  test("fractions of days and months are bugs", () => {
    expect(() => addDays(earliestDate, 0.5)).toThrow("whole");
    expect(() => addMonths(earliestDate, 0.5)).toThrow("whole");
    expect(() => yearOf(0.5 as PlainDate)).toThrow("whole day");
  });

  test("the weekdays around a known Sunday, 1 January 2006", () => {
    const week = Array.from({ length: 7 }, (_, index) => addDays(day("2006-01-01"), index) ?? earliestDate);
    expect(week.map(dayOfWeek)).toEqual([7, 1, 2, 3, 4, 5, 6]);
    expect(week.map(isWeekend)).toEqual([true, false, false, false, false, false, true]);
  });
});

// Temporal is in the Node that the project brings; Node before 26 has it only behind a flag.
describe.skipIf(typeof Temporal === "undefined")("the same as Temporal (skipped where Node has no Temporal)", () => {
  const date = fc.integer({ min: earliestDate, max: latestDate }).map((days) => days as PlainDate);

  function inTemporal(of: PlainDate): Temporal.PlainDate {
    return Temporal.PlainDate.from("1970-01-01").add({ days: of });
  }

  test("every day from 1898 to 2104, and the first and the last of every year: parts, text, weekday", () => {
    const differences: string[] = [];
    for (let year = 1; year <= 9999; year += 1) {
      const [first, last] = [dateOf(year, 1, 1), dateOf(year, 12, 31)];
      expect([first, last].map(textOf)).toEqual(
        [1, 12].map((month) => Temporal.PlainDate.from({ year, month, day: month === 1 ? 1 : 31 }).toString()),
      );
    }
    const end = day("2104-12-31");
    let there = inTemporal(day("1898-01-01"));
    for (let here = day("1898-01-01"); here < end; here = nextDay(here)) {
      const { year, month, day: dayOfMonth } = partsOf(here);
      const same =
        year === there.year &&
        month === there.month &&
        dayOfMonth === there.day &&
        dayOfWeek(here) === there.dayOfWeek &&
        formatDate(here) === there.toString() &&
        parseDate(there.toString()) === here;
      if (!same) differences.push(there.toString());
      there = there.add({ days: 1 });
    }
    expect(differences).toEqual([]);
    expect(formatDate(end)).toBe(there.toString());
  });

  test("days and months added", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
        for (const [here, there] of [
          [addDays(from, count), inTemporal(from).add({ days: count })],
          [addMonths(from, count), inTemporal(from).add({ months: count })],
        ] as const) {
          const inRange = there.year >= 1 && there.year <= 9999;
          expect(textOf(here)).toBe(inRange ? there.toString() : undefined);
        }
      }),
    );
  });

  test("ends of months, quarters and years", () => {
    fc.assert(
      fc.property(date, (of) => {
        const there = inTemporal(of);
        const quarter = there.with({ day: 1, month: Math.floor((there.month - 1) / 3) * 3 + 1 });
        expect(textOf(firstOfMonth(of))).toBe(there.with({ day: 1 }).toString());
        expect(textOf(lastOfMonth(of))).toBe(there.with({ day: there.daysInMonth }).toString());
        expect(textOf(firstOfQuarter(of))).toBe(quarter.toString());
        expect(textOf(lastOfQuarter(of))).toBe(quarter.add({ months: 3 }).subtract({ days: 1 }).toString());
        expect(textOf(firstOfYear(of))).toBe(there.with({ day: 1, month: 1 }).toString());
        expect(textOf(lastOfYear(of))).toBe(there.with({ day: 31, month: 12 }).toString());
      }),
    );
  });
});
