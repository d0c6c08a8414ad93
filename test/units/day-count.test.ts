import { Actual365Fixed, ActualActual, Thirty360 } from "@quantlib/ql";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtInCalendar } from "../../src/units/calendars/built-in.ts";
import type { DayCount, DayCounting } from "../../src/units/day-count.ts";
import { dayCounts, daysIn, overRange, weightIn, yearBasis, yearsIn } from "../../src/units/day-count.ts";
import type { Exact } from "../../src/units/exact.ts";
import { add, divide, exact } from "../../src/units/exact.ts";
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
  expect(daysIn(day(from), day(to), { name: basis })).toBe(days);
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
  expect(daysIn(day(from), day(to), { name: basis })).toBe(days);
});

// ISDA 2006, 4.16(h): 360 × years + 30 × months + days between, the last of February as the 30th, but not where the end is the maturity.
test.each([
  // 30 × (14 - 8) + (30 - 30), as the maturity + (28 - 30).
  ["a half year to the end of February", "2006-08-31", "2007-02-28", 180, 178],
  ["in a leap year", "2007-08-31", "2008-02-29", 180, 179],
  // 30 - 14 and 28 - 14.
  ["within February", "2006-02-14", "2006-02-28", 16, 14],
  // 360 + (30 - 30), and 360 + (29 - 30); 360 + (28 - 30).
  ["from the end of February to that of a leap year", "2007-02-28", "2008-02-29", 360, 359],
  ["from that of a leap year", "2008-02-29", "2009-02-28", 360, 358],
  // The start counts as the 30th on either day.
  ["a period that begins there", "2007-02-28", "2007-08-31", 180, 180],
  // 28 February 2008 is not the last: 30 × 6 + (28 - 30).
  ["to a 28th in a leap year", "2007-08-31", "2008-02-28", 178, 178],
  ["to a 31st", "2006-09-30", "2006-10-31", 30, 30],
])("30E/360 ISDA, %s, and where the end is the maturity", (_, from, to, days, atMaturity) => {
  const name = "30E/360 ISDA";
  expect(daysIn(day(from), day(to), { name })).toBe(days);
  expect(daysIn(day(from), day(to), { name, maturity: day(to) })).toBe(atMaturity);
});

test("days of adjoining stretches add up across a maturity by 30E/360 ISDA", () => {
  const counting = { name: "30E/360 ISDA", maturity: day("2007-02-28") } as const;
  const of = (from: string, to: string) => daysIn(day(from), day(to), counting);
  expect(of("2007-02-01", "2007-02-28") + of("2007-02-28", "2007-03-15")).toBe(of("2007-02-01", "2007-03-15"));
  expect(of("2007-02-28", "2007-02-01")).toBe(-of("2007-02-01", "2007-02-28"));
});

test("under 30/360 the start of the period says how a 31st at the end counts", () => {
  // From 15 January the 30th to the 31st of March is one day; from 31 January it is zero.
  const march = [day("2020-03-30"), day("2020-03-31")] as const;
  expect(daysIn(...march, { name: "30/360" }, day("2020-01-15"))).toBe(1);
  expect(daysIn(...march, { name: "30/360" }, day("2020-01-31"))).toBe(0);
});

test("actual/actual takes each calendar year over its own length", () => {
  // From 1 November 2019 to 1 May 2020: 30 + 31 = 61 days of 365, and 31 + 29 + 31 + 30 = 121 of 366.
  const [from, to] = [day("2019-11-01"), day("2020-05-01")];
  expect(yearsIn(from, to, { name: "actual/actual" }).map(({ days, yearDays }) => [days, yearDays])).toEqual([
    [61, 365],
    [121, 366],
  ]);
  // In days of a year of 365: 61 + 121 x 365 / 366 = (61 x 366 + 121 x 365) / 366 = (22,326 + 44,165) / 366.
  expect(weightIn(from, to, { name: "actual/actual" })).toEqual(exact(66_491, 366));
});

test("the year that each divides by", () => {
  expect(dayCounts.map((basis) => [basis, yearBasis(basis)])).toEqual([
    ["actual/365", 365],
    ["actual/365L", 365],
    ["actual/360", 360],
    ["actual/actual", 365],
    ["actual/actual ICMA", 365],
    ["actual/actual AFB", 365],
    ["30/360", 360],
    ["30E/360", 360],
    ["30E/360 ISDA", 360],
    ["30U/360", 360],
    ["business/252", 252],
  ]);
});

const calendar = builtInCalendar("us-bank");
const everyDay = dayCounts.map(
  (name): DayCounting => ({ name, calendar, periods: { months: 6, anchor: day("1999-05-31") } }),
);

test.each(everyDay)(
  "the days of $name add up to those of the whole period, on every day from 1999 to 2009",
  (counting) => {
    for (const start of ["1999-01-01", "1999-01-31", "1999-02-28"].map(day)) {
      const wrong: PlainDate[] = [];
      let sum = 0;
      for (let date = start; date < day("2010-01-01"); date = nextDay(date)) {
        if (daysIn(start, date, counting) !== sum) wrong.push(date);
        sum += daysIn(date, nextDay(date), counting, start);
      }
      expect(wrong).toEqual([]);
    }
  },
);

/** A part of a year, as a quotient. */
function yearsOf(from: string, to: string, counting: DayCounting): Exact | undefined {
  return divide(weightIn(day(from), day(to), overRange(counting, day(to))), exact(yearBasis(counting.name)));
}
const sumOf = (...parts: readonly (readonly [days: number, year: number])[]) =>
  parts.reduce((sum, [days, year]) => add(sum, exact(days, year)) ?? sum, exact(0));
type Part = readonly [days: number, year: number];

/**
 * The examples of ISDA's paper "EMU and Market Conventions: Recent Developments" (1998). Each period lies among periods of
 * the months given; by ICMA (ISMA then) a day is divided by the days of its own period times the periods of a year.
 */
describe("the published examples of actual/actual", () => {
  test.each<[string, string, string, number, string, Part[], Part[], Part[]]>([
    [
      "half a year",
      ...(["2003-11-01", "2004-05-01", 6, "2003-11-01"] as const),
      [
        [61, 365],
        [121, 366],
      ],
      [[182, 182 * 2]],
      [[182, 366]],
    ],
    ["a short first period", "1999-02-01", "1999-07-01", 12, "1999-07-01", [[150, 365]], [[150, 365]], [[150, 365]]],
    [
      "the year after it",
      ...(["1999-07-01", "2000-07-01", 12, "1999-07-01"] as const),
      [
        [184, 365],
        [182, 366],
      ],
      [[366, 366]],
      [[366, 366]],
    ],
    [
      "a long first period",
      ...(["2002-08-15", "2003-07-15", 6, "2003-07-15"] as const),
      [[334, 365]],
      [
        [181, 181 * 2],
        [153, 184 * 2],
      ],
      [[334, 365]],
    ],
    [
      "the half year after it",
      ...(["2003-07-15", "2004-01-15", 6, "2003-07-15"] as const),
      [
        [170, 365],
        [14, 366],
      ],
      [[184, 184 * 2]],
      [[184, 365]],
    ],
    [
      "the half year before a short last period",
      ...(["1999-07-30", "2000-01-30", 6, "1999-07-30"] as const),
      [
        [155, 365],
        [29, 366],
      ],
      [[184, 184 * 2]],
      [[184, 365]],
    ],
    [
      "a short last period",
      ...(["2000-01-30", "2000-06-30", 6, "1999-07-30"] as const),
      [[152, 366]],
      [[152, 182 * 2]],
      [[152, 366]],
    ],
    // Quarters end with the months: the anchor is a 31st.
    [
      "a long last period",
      ...(["1999-11-30", "2000-04-30", 3, "1999-08-31"] as const),
      [
        [32, 365],
        [120, 366],
      ],
      [
        [91, 91 * 4],
        [61, 92 * 4],
      ],
      [[152, 366]],
    ],
  ])("%s, from %s to %s", (_, from, to, months, anchor, isda, icma, afb) => {
    const periods = { months, anchor: day(anchor) };
    expect(yearsOf(from, to, { name: "actual/actual" })).toEqual(sumOf(...isda));
    expect(yearsOf(from, to, { name: "actual/actual ICMA", periods })).toEqual(sumOf(...icma));
    expect(yearsOf(from, to, { name: "actual/actual AFB" })).toEqual(sumOf(...afb));
  });
});

describe("actual/actual AFB, counted back from the end", () => {
  test.each<[string, string, string, Part[]]>([
    [
      "two years and a rest without a 29 February",
      "2000-03-01",
      "2002-04-01",
      [
        [2, 1],
        [31, 365],
      ],
    ],
    [
      "a rest with one",
      "2000-02-01",
      "2001-03-01",
      [
        [1, 1],
        [29, 366],
      ],
    ],
    ["from 28 February back to the 29th", "2000-02-29", "2001-02-28", [[1, 1]]],
    [
      "the 28th before it is one day more",
      "2000-02-28",
      "2001-02-28",
      [
        [1, 1],
        [1, 365],
      ],
    ],
    ["to 29 February", "2003-02-28", "2004-02-29", [[1, 1]]],
  ])("%s", (_, from, to, parts) => {
    expect(yearsOf(from, to, { name: "actual/actual AFB" })).toEqual(sumOf(...parts));
  });

  test("of an account period by period: a whole year is one, a shorter one goes by its own 29 February", () => {
    const yearly: DayCounting = { name: "actual/actual AFB", periods: { months: 12, anchor: day("2003-03-01") } };
    // 2003-03-01 to 2004-03-01 are 366 days, one year; up to 1 June 2003 92 of them.
    expect(divide(weightIn(day("2003-03-01"), day("2003-06-01"), yearly, day("2003-03-01")), exact(365))).toEqual(
      exact(92, 366),
    );
    // Begun on 1 March 2004 among periods from 1 January, the rest of that year has no 29 February.
    const calendarYears: DayCounting = {
      name: "actual/actual AFB",
      periods: { months: 12, anchor: day("2004-01-01") },
    };
    const start = day("2004-03-01");
    expect(divide(weightIn(start, day("2005-01-01"), calendarYears, start), exact(365))).toEqual(exact(306, 365));
  });
});

describe("actual/365L", () => {
  test.each<[string, string, string, number, string, Part[]]>([
    // A year's period is long if a 29 February comes after its first day, up to and including its end.
    ["a year with a 29 February", "2003-07-01", "2004-07-01", 12, "2003-07-01", [[366, 366]]],
    ["a year that ends on one", "2003-02-28", "2004-02-28", 12, "2003-02-28", [[365, 365]]],
    ["a year that begins on one", "2004-02-29", "2005-02-28", 12, "2004-02-29", [[365, 365]]],
    // A shorter one goes by the year in which it ends.
    ["half a year that ends in a leap year", "2003-07-15", "2004-01-15", 6, "2003-07-15", [[184, 366]]],
    ["half a year that begins in one", "2004-09-01", "2005-03-01", 6, "2004-09-01", [[181, 365]]],
    [
      "two halves",
      "2003-07-15",
      "2004-07-15",
      6,
      "2003-07-15",
      [
        [184, 366],
        [182, 366],
      ],
    ],
  ])("%s", (_, from, to, months, anchor, parts) => {
    expect(yearsOf(from, to, { name: "actual/365L", periods: { months, anchor: day(anchor) } })).toEqual(
      sumOf(...parts),
    );
  });
});

describe("months of thirty days at the end of February", () => {
  // 360 (Y2 - Y1) + 30 (M2 - M1) + (D2 - D1), with the days as each takes them.
  test.each<[string, string, number, number, number, number]>([
    // 180 + (28 - 30); ISDA's E basis 180 + (30 - 30)
    ["2006-08-31", "2007-02-28", 178, 178, 180, 178],
    // 180 + (31 - 28), (30 - 28), (30 - 30); in the US the 28th is a 30th at the start, and so the 31st at the end
    ["2007-02-28", "2007-08-31", 183, 182, 180, 180],
    ["2007-08-31", "2008-02-29", 179, 179, 180, 179],
    ["2008-02-29", "2008-08-31", 182, 181, 180, 180],
    // 360 + (28 - 29); with both a 30th 360
    ["2008-02-29", "2009-02-28", 359, 359, 360, 360],
    // 360 + (29 - 26), (30 - 26)
    ["2007-02-26", "2008-02-29", 363, 363, 364, 363],
    // 30 + (31 - 28), (30 - 28), (30 - 30)
    ["2007-02-28", "2007-03-31", 33, 32, 30, 30],
    ["2007-02-28", "2007-03-05", 7, 7, 5, 5],
    // The 28th of a leap year is not the last.
    ["2008-02-28", "2008-03-31", 33, 32, 32, 33],
    ["2007-01-15", "2007-03-31", 76, 75, 75, 76],
    ["2007-01-31", "2007-03-31", 60, 60, 60, 60],
  ])("from %s to %s", (from, to, bond, euro, isda, us) => {
    const found = (["30/360", "30E/360", "30E/360 ISDA", "30U/360"] as const).map((name) =>
      daysIn(day(from), day(to), { name }),
    );
    expect(found).toEqual([bond, euro, isda, us]);
  });
});

test("business/252 counts the business days from the first to before the last", () => {
  const counting: DayCounting = { name: "business/252", calendar };
  // January 2024 has 23 weekdays, the 1st and the 15th are holidays; the 31st is a Wednesday and does not count.
  expect(daysIn(day("2024-01-01"), day("2024-01-31"), counting)).toBe(20);
  expect(daysIn(day("2024-01-01"), day("2024-02-01"), counting)).toBe(21);
  expect(daysIn(day("2024-01-06"), day("2024-01-08"), counting)).toBe(0);
});

describe("the same as QuantLib", () => {
  const compared = ["actual/365", "actual/actual", "30/360", "actual/360", "30E/360"] as const;
  // The version at hand has none of the others, or counts them in another way.
  const oracles: Record<(typeof compared)[number], { dayCount(from: Date, to: Date): number }> = {
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
        expect(daysIn(from, to, { name: basis })).toBe(oracles[basis].dayCount(inQuantLib(from), inQuantLib(to)));
      }),
    );
  });

  test("actual/actual AFB as a part of a year", () => {
    const oracle = new ActualActual(ActualActual.Convention.AFB);
    const inYears = fc.integer({ min: day("1901-01-01"), max: day("2190-12-31") }).map((days) => days as PlainDate);
    fc.assert(
      fc.property(inYears, inYears, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const { n, d } = weightIn(from, to, overRange({ name: "actual/actual AFB" }, to));
        const there = oracle.yearFraction(inQuantLib(from), inQuantLib(to));
        expect(Number(n) / Number(d) / 365).toBeCloseTo(there, 9);
      }),
    );
  });

  test("actual/actual as a part of a year", () => {
    const oracle = new ActualActual(ActualActual.Convention.ISDA);
    const inYears = fc.integer({ min: day("1901-01-01"), max: day("2190-12-31") }).map((days) => days as PlainDate);
    fc.assert(
      fc.property(inYears, inYears, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const { n, d } = weightIn(from, to, { name: "actual/actual" });
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
        expect(daysIn(from, to, { name: basis })).toBe(oracles[basis].dayCount(inQuantLib(from), inQuantLib(to)));
      }
    }
  });
});
