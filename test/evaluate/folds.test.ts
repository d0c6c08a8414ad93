/** Values over days and over events: which are in, and what becomes of those that can't be determined. */
import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

// The 3rd is a Wednesday; the 6th and 7th are a weekend.
const prices = [
  ["2024-01-03", "5"],
  ["2024-01-04", "2"],
  ["2024-01-05", "7"],
  ["2024-01-08", "4"],
  ["2024-01-09", "4"],
  ["2024-01-10", "9"],
] as const;
const on = (value: string, day = "2024-01-10") => ({ value, on: day });
const answerTo = (value: string, day?: string) =>
  answersOf(value.includes(" holds ") ? value : `A means ${value}`, { prices, ask: [on("A", day)] });

const all = "trading days from and including 2024-01-03 to and including today";

test.each([
  ["the highest", `the highest of market close over ${all}`, "9"],
  ["the lowest", `the lowest of market close over ${all}`, "2"],
  // 1 + 2 + 3 + 6 + 7 + 8 days after the 2nd.
  ["the sum", `the sum of (today - Issue Date) over ${all}`, "27"],
  // 7 + 4 + 4 + 9 = 24.
  ["the average of a window", "the average of market close over 4 trading days ending today", "6"],
  [
    "a window that ends earlier",
    "the highest of market close over 2 trading days ending 1 trading day before today",
    "4",
  ],
  ["a window of days", "the sum of (today - Issue Date) over 3 days ending today", "21"],
  // The 5th, the 8th and the 9th: 3 + 6 + 7.
  ["a window of business days", "the sum of (today - Issue Date) over 3 business days ending 1 day before today", "16"],
  ["days of a window", "the sum of $1 over those of 4 days ending today on which (today is after 2024-01-08)", "2"],
  ["a window longer than the calendar", "the sum of $1 over 60000 business days ending today", "missing data"],
  // The 6th, the 7th, the 8th, the 9th and the 10th; of business days, three.
  [
    "the number of days on which something holds that goes by the day",
    "the number of days from and including 2024-01-03 to and including today on which (today is after 2024-01-05)",
    "5",
  ],
  [
    "the number of business days on which it does",
    "the number of business days from and including 2024-01-03 to and including today on which (today is after 2024-01-05)",
    "3",
  ],
  ["the two lowest", "the average of the 2 lowest of market close over 6 trading days ending today", "3"],
  ["the two highest", "the average of the 2 highest of market close over 6 trading days ending today", "8"],
  // Of 2, 7, 4, 4 and 9: 2 + 4 + 4 + 7 = 17.
  ["equal values", "the average of the 4 lowest of market close over 5 trading days ending today", "4.25"],
  [
    "more values than there are",
    "the average of the 7 lowest of market close over 6 trading days ending today",
    "missing data",
  ],
  ["as many as there are", "the average of the 2 lowest of market close over 2 trading days ending today", "6.5"],
  ["a window longer than the rows", "the highest of market close over 7 trading days ending today", "missing data"],
  ["a window as long as the rows", "the highest of market close over 6 trading days ending today", "9"],
  ["a window that ends ahead", "the highest of market close over 2 trading days ending 2024-01-11", "missing data"],
  ["a window of none", "the highest of market close over (1 - 1) trading days ending today", "undefined"],
  ["a window of a half", "the highest of market close over (1 / 2) trading days ending today", "undefined"],
  [
    "the lowest none",
    "the average of the (1 - 1) lowest of market close over 2 trading days ending today",
    "undefined",
  ],
  ["values of which one can't be determined", "the highest of market close over 4 days ending today", "missing data"],
] as const)("over days: %s", (_, value, expected) => {
  expect(answerTo(value)).toEqual([expected]);
});

test.each([
  ["both ends", "from and including 2024-01-03 to and including 2024-01-09", "5", "7"],
  ["without the first", "from but excluding 2024-01-03 to and including 2024-01-09", "4", "6"],
  ["without the last", "from and including 2024-01-03 to but excluding 2024-01-09", "4", "6"],
  ["neither", "from but excluding 2024-01-03 to but excluding 2024-01-09", "3", "5"],
  ["one day", "from and including 2024-01-04 to and including 2024-01-04", "1", "1"],
  ["no day between", "from but excluding 2024-01-04 to but excluding 2024-01-05", "0", "0"],
  ["the wrong way round", "from and including 2024-01-09 to and including 2024-01-03", "0", "0"],
] as const)("the number of days of a range: %s", (_, range, business, days) => {
  const count = (unit: string) => answerTo(`the number of ${unit} ${range}`);
  expect(count("business days")).toEqual([business]);
  expect(count("trading days")).toEqual([business]);
  expect(count("days")).toEqual([days]);
});

test.each([
  ["before the rows", "trading days from and including Issue Date to and including 2024-01-04"],
  ["after the rows", "trading days from and including 2024-01-10 to and including today"],
] as const)("a range with days of which nothing is known: %s", (_, range) => {
  expect(answerTo(`the number of ${range}`, "2024-01-11")).toEqual(["missing data"]);
});

test.each([
  ["the number", "the number of", "0"],
  ["the sum", "the sum of market close over", "0"],
  ["the average", "the average of market close over", null],
  ["the highest", "the highest of market close over", null],
  ["the lowest", "the lowest of market close over", null],
] as const)("of no days: %s", (_, what, expected) => {
  const none = "trading days from but excluding 2024-01-04 to but excluding 2024-01-05";
  const unit = what.startsWith("the sum") ? what.replace("market close", "market volume") : what;
  expect(answerTo(`${unit} ${none}`)).toEqual([expected]);
});

test.each([
  // The weekend has no price, and a day of it decides nothing by itself.
  [
    "every, where all do",
    `on every trading day from and including 2024-01-03 to and including today, market close is at least $2 per share, not restated for splits`,
    true,
  ],
  [
    "every, where one does not",
    `on every trading day from and including 2024-01-03 to and including today, market close is more than $2 per share, not restated for splits`,
    false,
  ],
  [
    "some, where one does",
    "on some day of 3 trading days ending today, market close is more than $8 per share, not restated for splits",
    true,
  ],
  [
    "some, where none does",
    "on some day of 3 trading days ending today, market close is more than $9 per share, not restated for splits",
    false,
  ],
  [
    "every, where one can't be determined",
    "on every day from and including 2024-01-05 to and including today, market close is at least $4 per share, not restated for splits",
    "missing data",
  ],
  [
    "every, where one decides though another can't be determined",
    "on every day from and including 2024-01-04 to and including today, market close is at least $8 per share, not restated for splits",
    false,
  ],
  [
    "some, where one decides though another can't be determined",
    "on some day of 6 days ending today, market close is more than $8 per share, not restated for splits",
    true,
  ],
  [
    "some, where none does and one can't be determined",
    "on some day of 6 days ending today, market close is more than $9 per share, not restated for splits",
    "missing data",
  ],
  [
    "every of no days",
    "on every trading day from but excluding 2024-01-04 to but excluding 2024-01-05, market close is more than $9 per share, not restated for splits",
    true,
  ],
  [
    "some of no days",
    "on some trading day from but excluding 2024-01-04 to but excluding 2024-01-05, market close is at least $2 per share, not restated for splits",
    false,
  ],
] as const)("quantified over days: %s", (_, condition, expected) => {
  expect(answerTo(`A holds when ${condition}`)).toEqual([expected]);
});

describe("the days on which something held", () => {
  const statements =
    "Balance starts at $0\nwhen Notice\n  Balance rises by its Amount\nwhen Payment\n  Balance falls by its Amount\nHigh holds when Balance is more than $100\n" +
    "Days High means the number of days from and including Issue Date to and including today on which High\n" +
    "Late Days means the number of days from but excluding 2024-01-04 to but excluding today on which High\n" +
    "Taken starts at 0\nwhen Stock Split\n  Taken becomes Days High";
  const change = (day: string, event: string) => ({ on: day, event, Amount: "150" });
  const events = [change("2024-01-04", "Notice"), change("2024-01-07", "Payment"), change("2024-01-10", "Notice")];

  test.each([
    ["2024-01-03", "0", "0"],
    ["2024-01-04", "1", "0"],
    ["2024-01-06", "3", "1"],
    ["2024-01-07", "3", "2"],
    ["2024-01-09", "3", "2"],
    ["2024-01-10", "4", "2"],
    ["2024-01-12", "6", "4"],
  ])("through %s", (day, high, late) => {
    // It is high as the 4th, 5th and 6th end, and from the 10th on.
    expect(answersOf(statements, { events, ask: [on("Days High", day), on("Late Days", day)] })).toEqual([high, late]);
  });

  test.each([
    [["2024-01-12", "2024-01-06", "2024-01-03"]],
    [["2024-01-06", "2024-01-12", "2024-01-12"]],
    [["2024-01-07", "2024-01-03", "2024-01-10", "2024-01-06", "2024-01-12"]],
  ])("is the same whatever was asked before: %j", (days) => {
    const high: Readonly<Record<string, string>> = {
      "2024-01-03": "0",
      "2024-01-06": "3",
      "2024-01-07": "3",
      "2024-01-10": "4",
      "2024-01-12": "6",
    };
    const ask = days.map((day) => on("Days High", day));
    expect(answersOf(statements, { events, ask })).toEqual(days.map((day) => high[day]));
  });

  test("is counted for each event apart", () => {
    const forEach =
      "Days High for each Notice means the number of days from and including its date to and including today on which High\n" +
      "Days Below for each Notice means the number of days from and including its date to and including today " +
      "on which (Balance is less than its Amount)";
    const named = events.map((it) => ({ ...it, id: it.on.slice(-2) }));
    const of = (value: string, id: string, day: string) => ({ value, of: id, on: day });
    const ask = [
      of("Days High", "10", "2024-01-12"),
      of("Days High", "04", "2024-01-12"),
      of("Days High", "04", "2024-01-06"),
      of("Days Below", "04", "2024-01-12"),
      of("Days Below", "10", "2024-01-12"),
    ];
    // The 10th, 11th and 12th; with the 4th to the 6th six; those three alone. Below $150 as the 7th, 8th and 9th end; never.
    expect(answersOf(`${statements}\n${forEach}`, { events: named, ask })).toEqual(["3", "6", "3", "3", "0"]);
  });

  test("counts business days, too", () => {
    const business = statements.replaceAll("the number of days", "the number of business days");
    // The 4th is a Thursday: with the 5th two days through the 9th, three through the 10th.
    const ask = [on("Days High", "2024-01-09"), on("Days High", "2024-01-10")];
    expect(answersOf(business, { events, ask })).toEqual(["2", "3"]);
  });

  test("can't be determined where one of the days can't", () => {
    const unknown = `${statements}\nwhen Grant\n  Balance rises by $1 * (market close / market close)\nevent Grant`;
    const timeline = { events: [change("2024-01-04", "Notice"), { on: "2024-01-06", event: "Grant" }] };
    const ask = [on("Days High", "2024-01-05"), on("Days High", "2024-01-08")];
    expect(answersOf(unknown, { ...timeline, ask })).toEqual(["2", "missing data"]);
  });

  test("an event of a day does not count that day", () => {
    const split = { on: "2024-01-06", event: "Stock Split", Ratio: "2" };
    expect(answersOf(statements, { events: [...events, split], ask: [on("Taken")] })).toEqual(["2"]);
  });
});

describe("over events", () => {
  const notice = (day: string, Amount: string) => ({ on: day, event: "Notice", id: day, Amount });
  const events = [notice("2024-01-04", "30"), notice("2024-01-03", "10"), notice("2024-01-08", "80")];
  const values = (value: string, day = "2024-01-08") =>
    answersOf(`A ${value}`, {
      prices,
      events,
      ask: [on("A", day)],
    });

  test.each([
    ["the number", "means the number of Notice events", "3"],
    ["the number of some", "means the number of Notice events where (its Amount is more than $20)", "2"],
    ["the sum", "means the sum of its Amount over Notice events", "120"],
    ["the average", "means the average of its Amount over Notice events", "40"],
    ["the highest", "means the highest of its Amount over Notice events", "80"],
    ["the lowest", "means the lowest of its Amount over Notice events", "10"],
    ["the earliest", "means the earliest of its date over Notice events", "2024-01-03"],
    ["the latest", "means the latest of its date over Notice events", "2024-01-08"],
    [
      "what can't be determined",
      "means the sum of (its Amount * (market open as of its date / market close as of its date)) over Notice events",
      "120",
    ],
    ["the sum of none", "means the sum of its Amount over Notice events where (its Amount is more than $80)", "0"],
    [
      "the highest of none",
      "means the highest of its Amount over Notice events where (its Amount is more than $80)",
      null,
    ],
    ["some", "holds when some Notice has (its Amount is $30)", true],
    ["not some", "holds when some Notice has (its Amount is $31)", false],
    ["every", "holds when every Notice has (its Amount is at least $10)", true],
    ["not every", "holds when every Notice has (its Amount is more than $10)", false],
    ["no", "holds when no Notice has (its Amount is more than $80)", true],
    ["not no", "holds when no Notice has (its Amount is at least $80)", false],
  ] as const)("%s", (_, value, expected) => {
    expect(values(value)).toEqual([expected]);
  });

  test("only those count that have happened", () => {
    expect(values("means the number of Notice events", "2024-01-02")).toEqual(["0"]);
    expect(values("means the sum of its Amount over Notice events", "2024-01-04")).toEqual(["40"]);
    expect(values("holds when every Notice has (its Amount is $10)", "2024-01-03")).toEqual([true]);
  });

  test("one that can't be determined is the answer, unless another decides", () => {
    const unknown = "its Amount * (market close as of 2024-01-06 / market close as of 2024-01-06)";
    expect(values(`means the sum of (${unknown}) over Notice events`)).toEqual(["missing data"]);
    expect(values(`means the number of Notice events where ((${unknown}) is $1)`)).toEqual(["missing data"]);
    expect(values(`holds when some Notice has (its Amount is $80 or (${unknown}) is $1)`)).toEqual([true]);
    expect(values(`holds when some Notice has ((${unknown}) is $1)`)).toEqual(["missing data"]);
    expect(values(`holds when every Notice has (its Amount is $10 and (${unknown}) is $1)`)).toEqual([false]);
  });

  test("the first and the last are so by the order in which they were applied", () => {
    const latest = (which: string) =>
      `First Found means the ${which} of Notice events where (its Amount is less than $80)\nB means First Found's Amount\nC means 1`;
    const ask = [on("B", "2024-01-08")];
    expect(answersOf(latest("first"), { events, ask })).toEqual(["10"]);
    expect(answersOf(latest("last"), { events, ask })).toEqual(["30"]);
    expect(answersOf(latest("last"), { events, ask: [on("B", "2024-01-02")] })).toEqual([null]);
  });
});

describe("values of earlier days are restated in the shares of the day that asks", () => {
  const statements =
    "Held starts at 100 shares, restated for splits\nMost means the highest of Held over 3 days ending today\nThen means Held as of 2024-01-04\n" +
    "Highest Close means the highest of market close over 2 trading days ending 2024-01-04";
  const events = [{ on: "2024-01-05", event: "Stock Split", Ratio: "2" }];

  test("of prices and of counts", () => {
    const ask = ["2024-01-04", "2024-01-05"].flatMap((day) =>
      ["Most", "Then", "Highest Close"].map((it) => on(it, day)),
    );
    // A price of $5 is $2.50 after two shares have become of each.
    expect(answersOf(statements, { prices, events, ask })).toEqual(["100", "100", "5", "200", "200", "2.5"]);
  });
});
