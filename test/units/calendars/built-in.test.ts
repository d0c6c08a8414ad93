import { readFileSync } from "node:fs";
import { Australia, Japan, Norway, Singapore, Switzerland, TARGET, UnitedKingdom, UnitedStates } from "@quantlib/ql";
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
  const reach = builtInCalendarNames.map((name) => [name, formatDate(calendar(name).from)]);
  expect(reach).toEqual([
    ["us-bank", "1986-01-01"],
    ["nyse", "1986-01-01"],
    ["us-government-bonds", "1998-01-01"],
    ["target", "2000-01-01"],
    ["london", "1998-01-01"],
    ["oslo", "1998-01-01"],
    ["oslo-exchange", "1998-01-01"],
    ["zurich", "1998-01-01"],
    ["tokyo", "2000-01-01"],
    ["sydney", "1998-01-01"],
    ["singapore", "2001-01-01"],
  ]);
  for (const name of builtInCalendarNames) {
    expect(formatDate(calendar(name).to)).toBe(name === "singapore" ? "2026-12-31" : "2099-12-31");
  }
  expect(formatDate(calendar("singapore and us-bank").to)).toBe("2026-12-31");
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
  ["Memorial Day 1996 was the last Monday of May", "us-bank", "1996-05-27", false],
  ["the Exchange traded on Martin Luther King Jr. Day until 1997", "nyse", "1997-01-20", true],
  ["and mourned President Nixon", "nyse", "1994-04-27", false],
  ["the first Monday of April 2063", "us-bank", "2063-04-02", true],
  ["a Queen's jubilee moved a London holiday", "london", "2022-05-30", true],
  ["to the Thursday after it", "london", "2022-06-02", false],
  ["London made up for Christmas Day 2021, a Saturday, on Monday", "london", "2021-12-27", false],
  ["and for Boxing Day on Tuesday", "london", "2021-12-28", false],
  ["euros were paid on Saint Stephen's Eve", "target", "2024-12-24", true],
  ["banks in Oslo are open on Christmas Eve", "oslo", "2024-12-24", true],
  ["the exchange is not", "oslo-exchange", "2024-12-24", false],
  ["nor on New Year's Eve", "oslo-exchange", "2024-12-31", false],
  ["it is on the Wednesday before Easter, for half a day", "oslo-exchange", "2024-03-27", true],
  ["17 May is Norway's national day", "oslo", "2024-05-17", false],
  ["Maundy Thursday, 28 March 2024, is free in Oslo", "oslo", "2024-03-28", false],
  ["and not in Zurich", "zurich", "2024-03-28", true],
  ["2 January is free in Zurich", "zurich", "2024-01-02", false],
  ["Sydney's Anzac Day 2021 fell on a Sunday, and was not made up for", "sydney", "2021-04-26", true],
  ["New Year's Day 2022, a Saturday, was", "sydney", "2022-01-03", false],
  ["4 May 2003, a Sunday, was not made up for in Tokyo", "tokyo", "2003-05-06", true],
  ["4 May 2008, a Sunday, was", "tokyo", "2008-05-06", false],
  ["a Tuesday between two holidays", "tokyo", "2009-09-22", false],
  ["the Olympic Games moved Marine Day 2021", "tokyo", "2021-07-19", true],
  // The lists that Singapore's Ministry of Manpower published for 2024 to 2026.
  ["the second day of Chinese New Year 2024, a Sunday, was made up for", "singapore", "2024-02-12", false],
  ["Hari Raya Puasa 2024", "singapore", "2024-04-10", false],
  ["Hari Raya Haji 2024", "singapore", "2024-06-17", false],
  ["Deepavali 2024", "singapore", "2024-10-31", false],
  ["the day after it, when India had it", "singapore", "2024-11-01", true],
  ["Hari Raya Haji 2025, a Saturday, was not made up for", "singapore", "2025-06-09", true],
  ["Vesak Day 2025", "singapore", "2025-05-12", false],
  ["Vesak Day 2026, a Sunday, is made up for", "singapore", "2026-06-01", false],
  ["National Day 2026, too", "singapore", "2026-08-10", false],
  ["Deepavali 2026, too", "singapore", "2026-11-09", false],
  ["Hari Raya Haji of 31 December 2006, a Sunday, was kept after New Year's Day", "singapore", "2007-01-02", false],
  ["the vote of 2020", "singapore", "2020-07-10", false],
])("%s", (_, name, date, open) => {
  expect(parseDate(date)).toBeDefined();
  expect(isBusinessDay(calendar(name), parseDate(date) as PlainDate)).toBe(open);
});

describe("the same as QuantLib for every day, but for what came after it or it leaves out", () => {
  // The version at hand knows no Juneteenth, kept since 2022. Banks leave out a Saturday, the markets take the Friday.
  const isJuneteenth = (difference: string) => /^20(?:2[2-9]|[3-9]\d)-06-(?:18|19|20) closed$/.test(difference);
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

  const onEasterFriday = (difference: string) => /-04-0[1-7] open$/.test(difference) && difference > "2036";

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
    const found = differences(calendar(name), (day) => oracle.isBusinessDay(inQuantLib(day)));
    const isLater = (difference: string) => difference > "2036";
    const later = found.filter((it) => isLater(it) && !isJuneteenth(it));
    expect(found.filter((it) => !isLater(it))).toEqual(expected.toSorted());
    expect(later.filter((it) => name !== "us-government-bonds" || !onEasterFriday(it))).toEqual([]);
  });

  const afterIt = [
    ...["2020-05-04 open", "2020-05-08 closed", "2022-05-30 open", "2022-06-02 closed", "2022-06-03 closed"],
    ...["2022-09-19 closed", "2023-05-08 closed"],
  ];

  test.each([
    ["target", new TARGET(), []],
    ["london", new UnitedKingdom(), afterIt],
    ["oslo", new Norway(), []],
    ["zurich", new Switzerland(), []],
  ])("%s", (name, oracle, expected) => {
    expect(differences(calendar(name), (day) => oracle.isBusinessDay(inQuantLib(day)))).toEqual(expected);
  });

  test("oslo-exchange, which closes on two eves more", () => {
    const [oracle, eves] = [new Norway(), /-12-(?:24|31)$/];
    const found = differences(calendar("oslo-exchange"), (day) =>
      eves.test(formatDate(day)) ? false : oracle.isBusinessDay(inQuantLib(day)),
    );
    expect(found).toEqual([]);
  });

  test("singapore, in the years of which it has all days", () => {
    // It has no Monday after a Sunday for 1 May and 25 December 2005 and for the Vesak Days of 2005 and 2008 (22 and 18 May in
    // its list; that of 2008 was kept on Monday), and the Deepavali of 2008 and 2014 as first announced, a day later. In 2010
    // and 2011 and from 2015 on it lacks the days of the moon.
    const [oracle, years] = [new Singapore(), [2004, 2005, 2006, 2007, 2008, 2009, 2012, 2013, 2014].map(String)];
    const found = differences(calendar("singapore"), (day) =>
      years.includes(formatDate(day).slice(0, 4)) ? oracle.isBusinessDay(inQuantLib(day)) : undefined,
    );
    expect(found).toEqual([
      ...[
        "2005-05-02 closed",
        "2005-05-23 closed",
        "2005-12-26 closed",
        "2008-05-19 closed",
        "2008-10-27 closed",
        "2008-10-28 open",
      ],
      ...["2014-10-22 closed", "2014-10-23 open"],
    ]);
  });

  test("sydney, but for New Year's Day and Anzac Day on weekends", () => {
    // In New South Wales 1 January on a weekend is made up for on Monday; 25 April is not.
    const found = differences(calendar("sydney"), (day) => new Australia().isBusinessDay(inQuantLib(day)));
    expect(found.filter((it) => !/-01-0[23] closed$|-04-26 open$/.test(it))).toEqual([
      "2011-04-26 closed",
      "2022-09-22 closed",
    ]);
  });

  test("tokyo, but for equinoxes and what the law changed since", () => {
    // The version at hand counts no equinox as a holiday, nor the day between two of them.
    const isEquinox = (it: string) => /-03-(?:19|2[0-2]) closed$|-09-2[1-4] closed$/.test(it);
    const found = differences(calendar("tokyo"), (day) => new Japan().isBusinessDay(inQuantLib(day)));
    const emperors = (it: string) => /-02-2[34] closed$|-12-2[34] open$/.test(it) && it > "2019";
    expect(found.filter((it) => !isEquinox(it) && !emperors(it))).toEqual([
      "2003-05-06 open", // Until 2006 a Sunday, the 4th, was not made up for.
      ...["2019-04-30 closed", "2019-05-01 closed", "2019-05-02 closed", "2019-10-22 closed"],
      ...["2020-07-20 open", "2020-07-23 closed", "2020-07-24 closed", "2020-08-10 closed", "2020-08-11 open"],
      ...["2020-10-12 open", "2021-07-19 open", "2021-07-22 closed", "2021-07-23 closed", "2021-08-09 closed"],
      ...["2021-08-11 open", "2021-10-11 open"],
    ]);
  });
});

test("the equinoxes of Tokyo, as the observatory published them", () => {
  // The 20th or 21st of March, the 22nd or 23rd of September; those on weekdays are closed.
  const springOn20th = [2000, 2001, 2004, 2008, 2009, 2012, 2013, 2017, 2020, 2024, 2025, 2026, 2028, 2029];
  const autumnOn22nd = [2016, 2020, 2028];
  const isClosed = (text: string) => isBusinessDay(calendar("tokyo"), parseDate(text) as PlainDate) === false;
  expect(springOn20th.filter((year) => !isClosed(`${year}-03-20`))).toEqual([]);
  expect(autumnOn22nd.filter((year) => !isClosed(`${year}-09-22`))).toEqual([]);
  expect(["2002-03-21", "2003-03-21", "2023-03-21", "2003-09-23", "2021-09-23"].filter((it) => !isClosed(it))).toEqual(
    [],
  );
  expect(["2002-03-20", "2023-03-20", "2021-09-22"].filter(isClosed)).toEqual([]);
});

test.each([
  ["4 July is free in New York: not open in both", "london and us-bank", "2024-07-04", false],
  ["but in one of them", "london or us-bank", "2024-07-04", true],
  ["25 December is free in both", "london or us-bank", "2024-12-25", false],
  ["a Thursday on which both work", "london and us-bank", "2024-07-11", true],
  ["three of them: 17 May is free in Oslo only", "london and us-bank and oslo", "2024-05-17", false],
  ["a day before one of them begins", "london and us-bank", "1990-01-03", undefined],
])("%s", (_, name, date, open) => {
  expect(isBusinessDay(calendar(name), parseDate(date) as PlainDate)).toBe(open);
});

test.each(["london and moon", "moon or london", "london and us-bank or oslo", "london and "])(
  "%s is unknown",
  (name) => {
    expect(builtInCalendar(name)).toBeUndefined();
  },
);
