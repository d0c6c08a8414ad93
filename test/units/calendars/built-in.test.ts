import { readFileSync } from "node:fs";
import { UnitedStates } from "@quantlib/ql";
import { describe, expect, test } from "vitest";
import type { Calendar } from "../../../src/units/business-days.ts";
import { calendarFromHolidays, isBusinessDay } from "../../../src/units/business-days.ts";
import { builtInCalendar, builtInCalendarNames } from "../../../src/units/calendars/built-in.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import { formatDate, nextDay, parseDate } from "../../../src/units/plain-date.ts";
import { inQuantLib } from "../quantlib-date.ts";

function calendar(name: string): Calendar {
  const found = builtInCalendar(name);
  if (found === undefined) throw new Error(`There is no calendar ${name}`);
  return found;
}

/** Every day that both calendars cover and judge differently, with what the first says. */
function differences(ours: Calendar, isOpen: (day: PlainDate) => boolean | undefined): string[] {
  const found: string[] = [];
  for (let day = ours.from; day <= ours.to; day = nextDay(day)) {
    const [here, there] = [isBusinessDay(ours, day), isOpen(day)];
    if (there !== undefined && here !== there) found.push(`${formatDate(day)} ${here ? "open" : "closed"}`);
  }
  return found;
}

test("names and reach", () => {
  expect(builtInCalendarNames).toEqual(["us-bank", "nyse", "us-government-bonds"]);
  for (const name of builtInCalendarNames) {
    const { from, to } = calendar(name);
    expect([formatDate(from), formatDate(to)]).toEqual(["1998-01-01", "2035-12-31"]);
  }
  expect(builtInCalendar("moon")).toBeUndefined();
});

test.each(["us-bank", "nyse"])("%s is the same as the published list of its holidays from 2005 to 2010", (name) => {
  const lines = readFileSync(`test/data/calendars/${name}.csv`, "utf8").trim().split(/\r?\n/).slice(1);
  const listed = calendarFromHolidays(
    "listed",
    lines.flatMap((line) => parseDate(line.slice(0, 10)) ?? []),
  );
  expect(lines.length).toBeGreaterThan(50);
  expect(differences(listed, (day) => isBusinessDay(calendar(name), day))).toEqual([]);
});

test.each([
  ["banks stayed open on Friday, 10 November 2006, before Veterans Day", "us-bank", "2006-11-10", true],
  ["banks were open when the Exchange mourned President Ford", "us-bank", "2007-01-02", true],
  ["the Exchange mourned President Ford", "nyse", "2007-01-02", false],
  ["bonds closed early for President Ford, which is open", "us-government-bonds", "2007-01-02", true],
  ["the Exchange was open on the last day of 2010, before a Saturday", "nyse", "2010-12-31", true],
  ["the Exchange kept the Friday before Saturday, 4 July 2015", "nyse", "2015-07-03", false],
  ["banks did not", "us-bank", "2015-07-03", true],
  ["the Exchange is open on Columbus Day", "nyse", "2005-10-10", true],
  ["banks are not", "us-bank", "2005-10-10", false],
  ["banks are open on Good Friday", "us-bank", "2006-04-14", true],
  ["no Juneteenth on the Friday before Saturday, 19 June 2021", "nyse", "2021-06-18", true],
  ["Sunday, 19 June 2022 was kept on Monday", "us-bank", "2022-06-20", false],
])("%s", (_, name, date, open) => {
  expect(parseDate(date)).toBeDefined();
  expect(isBusinessDay(calendar(name), parseDate(date) as PlainDate)).toBe(open);
});

describe("the same as QuantLib for every day from 1998 to 2035, but for what came after it or it leaves out", () => {
  // The version at hand knows no Juneteenth, kept since 2022. Banks leave out a Saturday, the markets take the Friday.
  const juneteenthOnWeekdays = [
    ...["2022-06-20", "2023-06-19", "2024-06-19", "2025-06-19", "2026-06-19", "2028-06-19", "2029-06-19"],
    ...["2030-06-19", "2031-06-19", "2033-06-20", "2034-06-19", "2035-06-19"],
  ];
  const juneteenthOnFridays = ["2027-06-18", "2032-06-18"];
  // Good Fridays on the day of the employment figures, the first Friday of April: an early close, no full one.
  const openGoodFridays = [
    ...["1999-04-02", "2007-04-06", "2010-04-02", "2012-04-06", "2015-04-03", "2021-04-02", "2023-04-07"],
    ...["2026-04-03", "2034-04-07"],
  ];
  // Closures of one or two days that it does not list.
  const nyseClosures = ["2018-12-05", "2025-01-09"]; // Presidents Bush and Carter.
  const bondClosures = [
    ...["2001-09-11", "2001-09-12"], // The attacks.
    "2004-06-11", // President Reagan.
    "2012-10-30", // Hurricane Sandy.
    "2018-12-05", // President Bush.
  ];
  const { FederalReserve, NYSE, GovernmentBond } = UnitedStates.Market;

  test.each([
    ["us-bank", FederalReserve, juneteenthOnWeekdays, []],
    ["nyse", NYSE, [...juneteenthOnWeekdays, ...juneteenthOnFridays, ...nyseClosures], []],
    [
      "us-government-bonds",
      GovernmentBond,
      [...juneteenthOnWeekdays, ...juneteenthOnFridays, ...bondClosures],
      openGoodFridays,
    ],
  ])("%s", (name, market, onlyClosedHere, onlyOpenHere) => {
    const oracle = new UnitedStates(market);
    const expected = [...onlyClosedHere.map((date) => `${date} closed`), ...onlyOpenHere.map((date) => `${date} open`)];
    expect(differences(calendar(name), (day) => oracle.isBusinessDay(inQuantLib(day)))).toEqual(expected.toSorted());
  });
});
