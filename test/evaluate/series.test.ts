/** Market data by series: what a figure of another day is, and the last figure up to a day. Sums are worked by hand. */
import { describe, expect, test } from "vitest";
import type { PlainDate, Template } from "../../src/index.ts";
import { compile, describeValue, loadScenario, parseDate, Replay, usesOf } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { explainedOutcome } from "./asked.ts";

const head = `note "Series"
  language: 1
  parties: Issuer, Holder
  exists from: Issue Date
  trading days: Stock
given Issue Date: date = 2024-01-02
event Stock Split
  Ratio: number
share basis changes on Stock Split by its Ratio
series Stock has low, close, volume
series Bid has close
series EURNOK has fixing
series USD Swap has rate
series Coverage has part: percent
`;

// 2024-01-02 is a Tuesday. The stock trades on each weekday; there is no fixing on the 4th and the 5th.
const files = {
  Stock: `date,low,close,volume,Bid Close
2024-01-02,1,2,100,1.9
2024-01-03,1.2,2.2,200,2.1
2024-01-04,1.4,2.4,300,2.3
2024-01-05,0.7,1.2,600,1.1
2024-01-08,0.8,1.4,800,1.3
`,
  EURNOK: "date,fixing\n2024-01-02,11\n2024-01-03,12\n2024-01-08,10\n2024-01-10,10.5\n",
  "USD Swap": "date,rate\n2024-01-02,0.05\n2024-01-03,-0.01\n2024-01-04,0.04\n",
};

function loadedWith(template: Template, ask: readonly object[], events: readonly object[] = []) {
  const market = {
    Stock: "stock.csv",
    Bid: { file: "stock.csv", columns: { close: "Bid Close" } },
    EURNOK: "fixings.csv",
    "USD Swap": "swap.csv",
  };
  const scenario = JSON.stringify({ note: "series", terms: {}, market, events, ask });
  const named = Object.entries({ ...files, Bid: files.Stock }).map(
    ([name, text]) => [name, { name: `${name}.csv`, text }] as const,
  );
  return ensured(loadScenario(template, { scenario: { name: "s.json", text: scenario }, series: new Map(named) }));
}

function answers(value: string, on: string, events: readonly object[] = []): unknown {
  const template = ensured(compile(`${head}section 1 "Value"\nValue means ${value}\n`));
  const [answer] = explainedOutcome(template, loadedWith(template, [{ value: "Value", on }], events)).answers;
  return answer !== undefined && "error" in answer ? answer.error.kind : answer?.answer;
}

describe("a column", () => {
  test.each([
    ["of its series", "Stock close", "2024-01-03", "2.2"],
    ["of another series under another name of the file", "Bid close", "2024-01-03", "2.1"],
    ["of another day", "EURNOK fixing as of 2024-01-03", "2024-01-08", "12"],
    ["a negative rate", "USD Swap rate", "2024-01-03", "-0.01"],
    ["so many business days before", "USD Swap rate as of 2 business days before today", "2024-01-05", "-0.01"],
    ["of a day without a row", "EURNOK fixing", "2024-01-04", "missing data"],
    ["of a day after the last row", "USD Swap rate", "2024-01-08", "missing data"],
    ["of a series without a file", "Coverage part", "2024-01-03", "missing data"],
    // (1.1 + 1.3) / 2
    [
      "the two lowest of five",
      "the average of the 2 lowest of Bid close over 5 trading days ending today",
      "2024-01-08",
      "1.2",
    ],
    // 2.4 / 12 and 1.2 / 12 at the fixing of the 3rd, 1.4 / 10: 0.2 + 0.1 + 0.14 = 0.44
    [
      "of several series on each day",
      "the sum of (Stock close / (EURNOK fixing at or before today)) over 3 trading days ending today",
      "2024-01-08",
      "0.44",
    ],
    [
      "of a window with a day that lacks one",
      "the sum of EURNOK fixing over 2 trading days ending today",
      "2024-01-04",
      "missing data",
    ],
  ])("%s", (_, value, on, expected) => expect(answers(value, on)).toBe(expected));
});

describe("the last figure up to a day", () => {
  test.each([
    ["of that very day", "EURNOK fixing at or before 2024-01-03", "2024-01-08", "12"],
    ["of an earlier one", "EURNOK fixing at or before 2024-01-05", "2024-01-08", "12"],
    ["of today", "EURNOK fixing at or before today", "2024-01-08", "10"],
    [
      "where the bound is met to the day",
      "EURNOK fixing at or before 2024-01-05, at most 2 days earlier",
      "2024-01-08",
      "12",
    ],
    [
      "where it is a day older than the bound",
      "EURNOK fixing at or before 2024-01-05, at most 1 day earlier",
      "2024-01-08",
      "missing data",
    ],
    // The 5th is a Friday: the business day before is the 4th, two before the 3rd.
    [
      "within business days",
      "EURNOK fixing at or before 2024-01-05, at most 2 business days earlier",
      "2024-01-08",
      "12",
    ],
    [
      "beyond business days",
      "EURNOK fixing at or before 2024-01-05, at most 1 business day earlier",
      "2024-01-08",
      "missing data",
    ],
    ["before the first row", "EURNOK fixing at or before 2024-01-01", "2024-01-08", "missing data"],
    // There may be another one by then.
    ["after the last row", "USD Swap rate at or before 2024-01-05", "2024-01-08", "missing data"],
    // The last one no later than the 9th is that of the 8th, which has ended.
    [
      "up to a day to come, where the data have the days up to it",
      "EURNOK fixing at or before 2024-01-09",
      "2024-01-08",
      "10",
    ],
    ["of a day to come", "EURNOK fixing at or before 2024-01-10", "2024-01-08", "missing data"],
  ])("%s", (_, value, on, expected) => expect(answers(value, on)).toBe(expected));
});

describe("after a split of two for one on the 5th", () => {
  const split = { on: "2024-01-05", event: "Stock Split", Ratio: "2" };
  test.each([
    // 2.4 / 2
    ["a price of an earlier day is halved", "Stock close as of 2024-01-04", "1.2"],
    ["so is the last price up to a day", "Bid close at or before 2024-01-04", "1.15"],
    // 300 x 2
    ["a volume is doubled", "Stock volume as of 2024-01-04", "600"],
    ["a fixing is as it was", "EURNOK fixing at or before 2024-01-04", "12"],
    ["a rate is as it was", "USD Swap rate as of 2024-01-04", "0.04"],
  ])("%s", (_, value, expected) => expect(answers(value, "2024-01-05", [split])).toBe(expected));
});

test("a leaf of an explanation names series, column and day", () => {
  const template = ensured(compile(`${head}section 1 "Value"\nValue means EURNOK fixing at or before today\n`));
  const on = parseDate("2024-01-05") as PlainDate;
  const replay = new Replay(template, loadedWith(template, [{ value: "Value", on: "2024-01-05" }]));
  const leaf = ensured(
    replay.explain({ value: "Value", on, of: undefined, section: undefined }, (fact) => {
      const found = usesOf(fact).map((use) => describeValue(use));
      return found.find(({ kind }) => kind === "market");
    }),
  );
  expect(leaf).toMatchObject({ value: "EURNOK fixing", on: "2024-01-03", answer: "12" });
});

test("a price of a series that is missing between two rows leaves a default as it stood", () => {
  const template = ensured(
    compile(`${head}section 2 "Default"\nLow Fixing occurs\n  when EURNOK fixing is more than 11.5\n`),
  );
  // 12 on the 3rd: it occurs. No fixing on the 4th: it goes on. 10 on the 8th: it has ended.
  const ask = ["2024-01-03", "2024-01-04", "2024-01-08"].map((on) => ({ value: "Low Fixing", of: "2", on }));
  const run = ensured(new Replay(template, loadedWith(template, ask)).outcome());
  expect(run.outcome.journal.map(({ on, text }) => `${on} ${text}`)).toEqual([
    expect.stringMatching(/^2024-01-03 .*occur/),
    expect.stringMatching(/^2024-01-08 .*end/),
  ]);
});
