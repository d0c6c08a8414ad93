import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  businessDaysAfter,
  calendarFromHolidays,
  isBusinessDay,
  onOrAfter,
  onOrBefore,
} from "../../src/units/business-days.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { addDays, earliestDate, formatDate, latestDate, parseDate } from "../../src/units/plain-date.ts";

function day(text: string): PlainDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}

function textOf(date: PlainDate | undefined): string | undefined {
  return date === undefined ? undefined : formatDate(date);
}

// 2006: 1 January and 31 December are Sundays. 2 January and 4 July, a Tuesday, are holidays; so is 1 July, a Saturday.
const calendar = calendarFromHolidays("test", [day("2006-07-04"), day("2006-01-02"), day("2006-07-01")]);

test("a calendar covers whole years", () => {
  expect([calendar.name, textOf(calendar.from), textOf(calendar.to)]).toEqual(["test", "2006-01-01", "2006-12-31"]);
  const two = calendarFromHolidays("two", [day("2007-12-25"), day("2005-12-26")]);
  expect([textOf(two.from), textOf(two.to)]).toEqual(["2005-01-01", "2007-12-31"]);
});

test("a calendar of no holidays covers nothing", () => {
  const empty = calendarFromHolidays("empty", []);
  expect([earliestDate, day("2006-01-03"), latestDate].map((date) => isBusinessDay(empty, date))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(businessDaysAfter(empty, day("2006-01-03"), 1)).toBeUndefined();
});

test.each([
  ["a Sunday", "2006-01-01", false],
  ["a holiday", "2006-01-02", false],
  ["a Tuesday", "2006-01-03", true],
  ["a Saturday", "2006-01-07", false],
  ["the day before the calendar", "2005-12-31", undefined],
  ["the day after it", "2007-01-01", undefined],
])("is %s a business day?", (_, date, answer) => {
  expect(isBusinessDay(calendar, day(date))).toBe(answer);
});

test.each([
  ["from a Friday over the weekend and the holiday", "2006-06-30", 2, "2006-07-05"], // 3 July, then the 5th.
  ["from a holiday", "2006-07-04", 1, "2006-07-05"],
  ["from a Saturday", "2006-07-01", 1, "2006-07-03"],
  ["none, even from a holiday", "2006-07-04", 0, "2006-07-04"],
  ["back over the holiday", "2006-07-05", -1, "2006-07-03"],
  ["back from a Sunday", "2006-07-02", -2, "2006-06-29"],
  ["from the last day before the calendar", "2005-12-31", 1, "2006-01-03"],
  ["from farther before it", "2005-12-30", 1, undefined],
  ["to its last business day", "2006-12-28", 1, "2006-12-29"],
  ["past its end", "2006-12-29", 1, undefined],
  ["from its last day", "2006-12-31", 1, undefined],
  ["back from the day after its end", "2007-01-01", -1, "2006-12-29"],
  ["back from farther after it", "2007-01-02", -1, undefined],
  ["back past its start", "2006-01-03", -1, undefined],
  ["no 1000 of them in a year", "2006-01-03", 1000, undefined],
])("business days after: %s", (_, from, count, to) => {
  expect(textOf(businessDaysAfter(calendar, day(from), count))).toBe(to);
});

test.each([
  ["a business day", "2006-07-03", "2006-07-03", "2006-07-03"],
  ["a holiday", "2006-07-04", "2006-07-05", "2006-07-03"],
  ["a Saturday", "2006-07-08", "2006-07-10", "2006-07-07"],
  ["the start", "2006-01-01", "2006-01-03", undefined],
  ["the end", "2006-12-30", undefined, "2006-12-29"],
  ["a day outside", "2007-01-02", undefined, undefined],
])("rolled from %s", (_, from, after, before) => {
  expect([textOf(onOrAfter(calendar, day(from))), textOf(onOrBefore(calendar, day(from)))]).toEqual([after, before]);
});

test("half a business day is a bug", () => {
  expect(() => businessDaysAfter(calendar, day("2006-01-03"), 0.5)).toThrow("whole");
});

test("a calendar can reach the last date of all", () => {
  const last = calendarFromHolidays("last", [day("9999-01-01")]);
  expect(textOf(businessDaysAfter(last, latestDate, -1))).toBe("9999-12-30"); // 31 December 9999 is a Friday.
});

describe("against a walk day by day", () => {
  const date = fc.integer({ min: calendar.from, max: calendar.to }).map((days) => days as PlainDate);

  test("steps forward and back", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -300, max: 300 }), (from, count) => {
        expect(businessDaysAfter(calendar, from, count)).toBe(walked(from, count));
      }),
    );
  });

  function walked(from: PlainDate, count: number): PlainDate | undefined {
    let date: PlainDate | undefined = from;
    let left = Math.abs(count);
    while (left > 0) {
      date = addDays(date, Math.sign(count));
      const open = date === undefined ? undefined : isBusinessDay(calendar, date);
      if (date === undefined || open === undefined) return undefined;
      if (open) left--;
    }
    return date;
  }
});
