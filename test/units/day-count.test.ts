import { Actual365Fixed, ActualActual, Thirty360 } from "@quantlib/ql";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DayCount } from "../../src/units/day-count.ts";
import { dayCounts, daysIn, weightIn, yearBasis, yearsIn } from "../../src/units/day-count.ts";
import { exact } from "../../src/units/exact.ts";
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

test.each<[string, string, string, DayCount, number]>([
  ["15 January to 31 March: 2 months and 16 days", "2020-01-15", "2020-03-31", "30/360", 76],
  ["the same, where a 31st is always the 30th", "2020-01-15", "2020-03-31", "30E/360", 75],
  ["28 February to 31 March: 30 + 3", "2020-02-28", "2020-03-31", "30/360", 33],
  ["from a 31st to a 31st: 2 months", "2020-01-31", "2020-03-31", "30/360", 60],
  ["from a 30th to a 31st: 2 months", "2020-01-30", "2020-03-31", "30/360", 60],
  ["from a 31st to the end of February", "2007-01-31", "2007-02-28", "30/360", 28],
  ["the end of February is the 30th", "2007-01-31", "2007-02-28", "30E/360 ISDA", 30],
  ["at the start, too", "2007-02-28", "2007-03-31", "30E/360 ISDA", 30],
  ["and the 28th in a leap year is not", "2008-02-28", "2008-03-31", "30E/360 ISDA", 32],
  ["a leap year as it is", "2008-01-01", "2009-01-01", "actual/actual", 366],
])("%s", (_, from, to, basis, days) => {
  expect(daysIn(day(from), day(to), basis)).toBe(days);
});

test("under 30/360 the start of the period says how a 31st at the end counts", () => {
  // From 15 January the 30th to the 31st of March is one day; from 31 January it is zero.
  const march = [day("2020-03-30"), day("2020-03-31")] as const;
  expect(daysIn(...march, "30/360", day("2020-01-15"))).toBe(1);
  expect(daysIn(...march, "30/360", day("2020-01-31"))).toBe(0);
});

test("actual/actual takes each calendar year over its own length", () => {
  // From 1 November 2019 to 1 May 2020: 30 + 31 = 61 days of 365, and 31 + 29 + 31 + 30 = 121 of 366.
  const [from, to] = [day("2019-11-01"), day("2020-05-01")];
  expect(yearsIn(from, to, "actual/actual").map(({ days, yearDays }) => [days, yearDays])).toEqual([
    [61, 365],
    [121, 366],
  ]);
  // In days of a year of 365: 61 + 121 x 365 / 366 = (61 x 366 + 121 x 365) / 366 = (22,326 + 44,165) / 366.
  expect(weightIn(from, to, "actual/actual")).toEqual(exact(66_491, 366));
});

test("the year that each divides by", () => {
  expect(dayCounts.map((basis) => [basis, yearBasis(basis)])).toEqual([
    ["actual/365", 365],
    ["actual/360", 360],
    ["actual/actual", 365],
    ["30/360", 360],
    ["30E/360", 360],
    ["30E/360 ISDA", 360],
  ]);
});

test.each(dayCounts)("the days of %s add up to those of the whole period, on every day from 1999 to 2009", (basis) => {
  for (const start of ["1999-01-01", "1999-01-31", "1999-02-28"].map(day)) {
    const wrong: PlainDate[] = [];
    let sum = 0;
    for (let date = start; date < day("2010-01-01"); date = nextDay(date)) {
      if (daysIn(start, date, basis) !== sum) wrong.push(date);
      sum += daysIn(date, nextDay(date), basis, start);
    }
    expect(wrong).toEqual([]);
  }
});

describe("the same as QuantLib", () => {
  type Compared = Exclude<DayCount, "30E/360 ISDA">; // The version at hand has none.
  const compared = dayCounts.filter((basis): basis is Compared => basis !== "30E/360 ISDA");
  const oracles: Record<Compared, { dayCount(from: Date, to: Date): number }> = {
    "actual/365": new Actual365Fixed(),
    "actual/actual": new Actual365Fixed(),
    "30/360": new Thirty360(Thirty360.Convention.BondBasis),
    "actual/360": new Actual365Fixed(), // The same days; the version at hand counts milliseconds in its Actual360.
    "30E/360": new Thirty360(Thirty360.Convention.European),
  };
  const date = fc.integer({ min: earliestDate, max: latestDate }).map((days) => days as PlainDate);

  test.each(compared)("%s", (basis) => {
    fc.assert(
      fc.property(date, date, (from, to) => {
        expect(daysIn(from, to, basis)).toBe(oracles[basis].dayCount(inQuantLib(from), inQuantLib(to)));
      }),
    );
  });

  test("actual/actual as a part of a year", () => {
    const oracle = new ActualActual(ActualActual.Convention.ISDA);
    const inYears = fc.integer({ min: day("1901-01-01"), max: day("2190-12-31") }).map((days) => days as PlainDate);
    fc.assert(
      fc.property(inYears, inYears, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const { n, d } = weightIn(from, to, "actual/actual");
        const there = oracle.yearFraction(inQuantLib(from), inQuantLib(to));
        expect(Number(n) / Number(d) / 365).toBeCloseTo(there, 9);
      }),
    );
  });

  test.each(["30/360", "30E/360"] as const)("%s from and to each of the last five days of a month", (basis) => {
    const ends = ["2007-01", "2007-02", "2008-02", "2007-04"].flatMap((month) =>
      ["27", "28", "29", "30", "31"].flatMap((end) => parseDate(`${month}-${end}`) ?? []),
    );
    for (const from of ends) {
      for (const to of ends) {
        expect(daysIn(from, to, basis)).toBe(oracles[basis].dayCount(inQuantLib(from), inQuantLib(to)));
      }
    }
  });
});
