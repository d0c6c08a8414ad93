import { Actual365Fixed, Thirty360 } from "@quantlib/ql";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DayCount } from "../../src/units/day-count.ts";
import { dayCounts, daysIn, dayWeight, yearBasis } from "../../src/units/day-count.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { earliestDate, latestDate, nextDay, parseDate } from "../../src/units/plain-date.ts";
import { inQuantLib } from "./quantlib-date.ts";

function day(text: string): PlainDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}

test.each<[string, string, string, DayCount, number]>([
  ["a common year", "2006-01-01", "2007-01-01", "actual/365", 365],
  ["a leap year is longer", "2008-01-01", "2009-01-01", "actual/365", 366],
  ["January over 360", "2006-01-01", "2006-02-01", "actual/360", 31],
  ["January in a year of 30-day months", "2006-01-01", "2006-02-01", "30E/360", 30],
  ["a whole year of them", "2006-05-17", "2007-05-17", "30E/360", 360],
  ["to a 31st, taken as the 30th", "2006-01-15", "2006-01-31", "30E/360", 15],
  ["from a 31st, taken as the 30th", "2006-01-31", "2006-02-28", "30E/360", 28],
  ["February runs on to 1 March", "2006-02-28", "2006-03-01", "30E/360", 3],
  ["backward", "2006-02-01", "2006-01-01", "30E/360", -30],
  ["no time at all", "2006-02-01", "2006-02-01", "actual/365", 0],
])("%s", (_, from, to, basis, days) => {
  expect(daysIn(day(from), day(to), basis)).toBe(days);
});

test.each<[string, string, DayCount, number]>([
  ["any day as it is", "2006-01-31", "actual/365", 1],
  ["a 30th before a 31st", "2006-01-30", "30E/360", 0],
  ["a 31st", "2006-01-31", "30E/360", 1],
  ["a 30th at the end", "2006-04-30", "30E/360", 1],
  ["28 February: 30 - 28 + 1", "2006-02-28", "30E/360", 3],
  ["28 February before a 29th", "2008-02-28", "30E/360", 1],
  ["29 February: 30 - 29 + 1", "2008-02-29", "30E/360", 2],
  ["a day in the middle", "2006-02-14", "30E/360", 1],
])("the weight of %s", (_, date, basis, weight) => {
  expect(dayWeight(day(date), basis)).toBe(weight);
});

test("the last date of all has a weight", () => {
  expect(dayCounts.map((basis) => dayWeight(latestDate, basis))).toEqual([1, 1, 1]);
});

test("the year that each divides by", () => {
  expect(dayCounts.map((basis) => [basis, yearBasis(basis)])).toEqual([
    ["actual/365", 365],
    ["actual/360", 360],
    ["30E/360", 360],
  ]);
});

test.each(dayCounts)("the weights of %s add up to its days, on every day from 1999 to 2009", (basis) => {
  const from = day("1999-01-01");
  const wrong: PlainDate[] = [];
  let sum = 0;
  for (let date = from; date < day("2010-01-01"); date = nextDay(date)) {
    if (daysIn(from, date, basis) !== sum) wrong.push(date);
    sum += dayWeight(date, basis);
  }
  expect(wrong).toEqual([]);
});

describe("the same as QuantLib", () => {
  const oracles: Record<DayCount, { dayCount(from: Date, to: Date): number }> = {
    "actual/365": new Actual365Fixed(),
    "actual/360": new Actual365Fixed(), // The same days; the version at hand counts milliseconds in its Actual360.
    "30E/360": new Thirty360(Thirty360.Convention.European),
  };
  const date = fc.integer({ min: earliestDate, max: latestDate }).map((days) => days as PlainDate);

  test.each(dayCounts)("%s", (basis) => {
    fc.assert(
      fc.property(date, date, (from, to) => {
        expect(daysIn(from, to, basis)).toBe(oracles[basis].dayCount(inQuantLib(from), inQuantLib(to)));
      }),
    );
  });

  test("30E/360 where its rules bite: from and to each of the last five days of a month", () => {
    const ends = ["2007-01", "2007-02", "2008-02", "2007-04"].flatMap((month) =>
      ["27", "28", "29", "30", "31"].flatMap((end) => parseDate(`${month}-${end}`) ?? []),
    );
    for (const from of ends) {
      for (const to of ends) {
        expect(daysIn(from, to, "30E/360")).toBe(oracles["30E/360"].dayCount(inQuantLib(from), inQuantLib(to)));
      }
    }
  });
});
