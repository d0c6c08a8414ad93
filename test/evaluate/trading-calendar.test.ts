/** Trading days of a note that names the calendar of its exchange: to come by that calendar, past by calendar and data. */
import { describe, expect, test } from "vitest";
import type { LoadedScenario, Template } from "../../src/index.ts";
import { compile, loadScenario, Replay } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { explainedOutcome } from "./asked.ts";

// 9 January 2025 was a day of mourning, 20 January Martin Luther King Day. The data end on Tuesday, the 7th.
const week = ["2025-01-02", "2025-01-03", "2025-01-06", "2025-01-07"];

function storyOf(
  head: string,
  statements: string,
  rows: readonly string[],
  day = "2025-01-07",
): [Template, LoadedScenario] {
  const text = `note "Traded"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n${head}given Issue Date: date = 2025-01-02\nevent Notice by Holder\nevent Share Delivery for Notice by Borrower\n${statements}\n`;
  const template = ensured(compile(text));
  const events = [{ on: "2025-01-07", event: "Notice", id: "n" }];
  const scenario = { scenario: "traded", note: "traded", terms: {}, events, ask: [{ value: "A", on: day }] };
  const lines = rows.map((on, index) => `${on},${index + 1},${index + 1},${index + 1},${index + 1},${index + 1},100`);
  const market = { name: "m.csv", text: ["date,open,high,low,close,vwap,volume", ...lines, ""].join("\n") };
  const texts = { scenario: { name: "s.json", text: JSON.stringify(scenario) }, ...(rows.length > 0 && { market }) };
  return [template, ensured(loadScenario(template, texts))];
}

function answerOf(...story: Parameters<typeof storyOf>) {
  const [answer] = explainedOutcome(...storyOf(...story)).answers;
  if (answer === undefined || "error" in answer) return [answer?.error.message];
  return [answer.answer, ...("expected" in answer ? ["expected"] : [])];
}

const byNyse = '  trading days: "nyse"\n';

describe("trading days to come", () => {
  test.each([
    // The 8th and the 10th; the 9th was closed.
    ["after the data", "2 trading days after 2025-01-07", ["2025-01-10", "expected"]],
    ["on the last row", "2 trading days after 2025-01-03", ["2025-01-07"]],
    ["none", "0 trading days after 2025-02-01", ["2025-02-01"]],
    ["over the end of the data", "3 trading days after 2025-01-03", ["2025-01-08", "expected"]],
    // The 16th, the 15th and the 14th.
    ["before a day ahead", "3 trading days before 2025-01-17", ["2025-01-14", "expected"]],
    ["on or after a holiday", "the first trading day on or after 2025-01-20", ["2025-01-21", "expected"]],
    ["on or before a weekend", "the last trading day on or before 2025-01-12", ["2025-01-10", "expected"]],
    ["of the month", "the last trading day of the month of today", ["2025-01-31", "expected"]],
    ["the first of the month, which has a row", "the first trading day of the month of today", ["2025-01-02"]],
    ["adjusted", "2025-02-01, modified following trading day", ["2025-02-03", "expected"]],
    // The 7th, the 8th, the 10th, 13 to 17 and the 21st: 1 + 1 + 1 + 5 + 1.
    ["how many", "the number of trading days from and including today to and including 2025-01-21", ["9", "expected"]],
    ["how many so far", "the number of trading days from and including Issue Date to and including today", ["4"]],
    // By the calendar 31 and 30 December; the 1st is closed.
    ["before the data", "2 trading days before 2025-01-02", ["2024-12-30"]],
    ["the highest close so far", "the highest of market close over 4 trading days ending today", ["4"]],
  ])("%s", (_, value, expected) => {
    expect(answerOf(byNyse, `A means ${value}`, week)).toEqual(expected);
  });

  test.each([
    ["a deadline that is compared", "A holds when today is after 1 trading day after 2025-01-06", [false]],
    ["one that lies ahead", "A holds when today is after 1 trading day after 2025-01-07", [false, "expected"]],
    [
      "a sum with a count of days ahead",
      "A means $5 * the number of trading days from but excluding today to and including 2025-01-10",
      ["10", "expected"],
    ],
    [
      "a state that an expected day changed",
      "X starts at $1\nEnd means 1 trading day after 2025-01-07\non End\n  X becomes $3\nA means X",
      ["3", "expected"],
      "2025-01-08",
    ],
  ] as const)("%s", (_, statements, expected, day?: string) => {
    expect(
      answerOf(
        byNyse,
        statements.replace(
          "$5 * the number of trading days from but excluding today to and including 2025-01-10",
          "$5 * (the number of trading days from but excluding today to and including 2025-01-10)",
        ),
        week,
        day,
      ),
    ).toEqual(expected);
  });

  test("without data all of them go by the calendar", () => {
    expect(answerOf(byNyse, "A means 2 trading days after 2025-01-07", [])).toEqual(["2025-01-10", "expected"]);
  });

  test("the calendar of business days is that of the exchange where it is one", () => {
    const two = "A means 2 trading days after 2025-01-07";
    expect(answerOf('  business days: "nyse"\n', two, week)).toEqual(["2025-01-10", "expected"]);
    const unknown = "2 trading days after 2025-01-07: the market data reach from 2025-01-02 to 2025-01-07";
    expect(answerOf('  business days: "us-bank"\n', two, week)).toEqual([unknown]);
    expect(answerOf("", two, week)).toEqual([unknown]);
    // In New York banks were open on the 9th.
    expect(answerOf('  trading days: "us-bank"\n', two, week)).toEqual(["2025-01-09", "expected"]);
  });

  test("beyond the calendar nothing is known", () => {
    expect(answerOf(byNyse, "A means 1 trading day after 2099-12-31", week)).toEqual([
      "1 trading day after 2099-12-31: the calendar nyse reaches from 1986-01-01 to 2099-12-31",
    ]);
  });

  test("what is due by one says so, and what lapses by one has its day", () => {
    const duty =
      "the Borrower must give Share Delivery by 2 trading days after its date for each Notice called Delivery\nA means $1";
    const replay = new Replay(...storyOf(byNyse, duty, week));
    expect(ensured(replay.due(undefined, { count: 14, unit: "day" })).due).toMatchObject([
      { due: "2025-01-10", status: "due", expected: "trading days after 2025-01-07 are expected by the calendar nyse" },
    ]);
    const { owed } = ensured(replay.outcome()).outcome;
    expect(owed).toMatchObject([{ due: "2025-01-10", expected: expect.stringContaining("nyse") as string }]);
  });
});

describe("trading days between the rows", () => {
  // 1 September 2016 was a Thursday, the 5th Labor Day.
  const hole = ["2016-08-30", "2016-08-31", "2016-09-02", "2016-09-06"];
  const early = (value: string, rows: readonly string[]) => answerOf(byNyse, `A means ${value}`, rows).map((it) => it);
  const noRow = "the market data have no row for 2016-09-01, on which the exchange was open by the calendar nyse";

  test.each([
    [
      "a window over a day without a row",
      "the lowest of market close over 3 trading days ending 2016-09-06",
      [`there are no 3 trading days ending 2016-09-06: ${noRow}`],
    ],
    // The 2nd and the 6th: 3 and 4.
    ["a window behind it", "the lowest of market close over 2 trading days ending 2016-09-06", ["3"]],
    ["days counted over it", "2 trading days after 2016-08-31", [`2 trading days after 2016-08-31: ${noRow}`]],
    ["days counted back over it", "2 trading days before 2016-09-06", [`2 trading days before 2016-09-06: ${noRow}`]],
    [
      "the day itself",
      "the first trading day on or after 2016-09-01",
      [`the first trading day on or after 2016-09-01: ${noRow}`],
    ],
    [
      "a range over it",
      "the number of trading days from and including 2016-08-30 to and including 2016-09-06",
      [`the trading days from 2016-08-30 to 2016-09-06 are not known: ${noRow}`],
    ],
    ["days counted elsewhere", "1 trading day after 2016-09-02", ["2016-09-06"]],
  ])("%s", (_, value, expected) => {
    expect(early(value, hole)).toEqual(expected);
  });

  test("a row on a day on which the exchange was closed is that of no trading day", () => {
    // Of the 2nd, the 6th and the 7th the closes are 2, 4 and 5; the 5th, Labor Day, has the 3.
    const rows = ["2016-09-01", "2016-09-02", "2016-09-05", "2016-09-06", "2016-09-07"];
    expect(early("the average of market close over 2 trading days ending 2016-09-06", rows)).toEqual(["3"]);
    expect(early("the number of trading days from and including 2016-09-01 to and including 2016-09-07", rows)).toEqual(
      ["4"],
    );
    // The third row is that of the Sunday.
    const sunday = ["2016-09-01", "2016-09-02", "2016-09-04", "2016-09-06"];
    expect(early("the average of market close over 2 trading days ending 2016-09-06", sunday)).toEqual(["3"]);
  });

  test("both are warned of", () => {
    const warned = (rows: readonly string[]) =>
      storyOf(byNyse, "A means market close", rows)[1]
        .warnings.filter(({ code }) => code === "TN5112" || code === "TN5113")
        .map(({ code, message, help }) => [code, message, help]);
    expect(warned(hole)).toEqual([
      [
        "TN5113",
        "The market data have no row for business days between their rows: 2016-09-01",
        "fill in the rows; by the calendar nyse these are trading days, and what counts over them is `missing data`",
      ],
    ]);
    expect(warned(["2016-09-02", "2016-09-05", "2016-09-06"])).toEqual([
      [
        "TN5112",
        "The market data have rows on days without trading: 2016-09-05",
        "by the calendar nyse these days are no trading days, and no window counts them; take the rows out",
      ],
    ]);
  });
});

test("a series is named with the calendar of its exchange", () => {
  const head = '  trading days: Stock by "nyse"\nseries Stock has close\nseries Fix has fixing\n';
  const template = ensured(
    compile(
      `note "Two"\n  language: 1\n  parties: A, B\n  exists from: Issue Date\n${head}given Issue Date: date = 2025-01-02\nsection 1 "Days"\nDay means 2 trading days after today\nPrice means Stock close * (Fix fixing at or before today)\n`,
    ),
  );
  const ask = [
    { value: "Day", on: "2025-01-03" },
    { value: "Price", on: "2025-01-06" },
  ];
  const scenario = {
    name: "s.json",
    text: JSON.stringify({ note: "two", terms: {}, events: [], ask, market: { Stock: "s.csv", Fix: "f.csv" } }),
  };
  const series = new Map([
    ["Stock", { name: "s.csv", text: "date,close\n2025-01-02,1\n2025-01-03,2\n2025-01-06,3\n" }],
    // The fixing of the 4th, a Saturday, is a row of that series.
    ["Fix", { name: "f.csv", text: "date,fixing\n2025-01-03,10\n2025-01-04,11\n2025-01-07,12\n" }],
  ]);
  const { answers } = explainedOutcome(template, ensured(loadScenario(template, { scenario, series })));
  expect(answers).toMatchObject([
    { answer: "2025-01-07", expected: "trading days after 2025-01-06 are expected by the calendar nyse" },
    { answer: "33" },
  ]);
});
