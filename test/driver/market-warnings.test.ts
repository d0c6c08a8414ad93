/** What is said of market data when a scenario is loaded; what each review finds is tested beside it. */
import { expect, test } from "vitest";
import { compile, loadScenarioData } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";

const template = ensured(
  compile(`note "Splits"
  language: 1
  parties: Company, Holder
  exists from: Issue Date
  business days: "nyse"

given Issue Date: date = 2020-08-03
event Stock Split by Company
  New: number
  Old: number
event Combination by Company
  Ratio: number
section 1 "Price"
share basis changes on Stock Split by (its New / its Old)
share basis changes on Combination by its Ratio
Low means the lowest of market close over 2 trading days ending today
`),
);
// Thursday, Friday, Monday, Tuesday: four trading days in a row.
const days = ["2020-08-27", "2020-08-28", "2020-08-31", "2020-09-01"];
const split = { on: "2020-08-31", event: "Stock Split", New: "4", Old: "1" };

function codesFor(closes: readonly number[], events: readonly object[]): string[] {
  const rows = days.map((day, index) => `${day},1,999,1,${closes[index]},1,100`);
  const market = { name: "m.csv", text: `date,open,high,low,close,vwap,volume\n${rows.join("\n")}\n` };
  const scenario = { note: "splits", terms: {}, events, ask: [] };
  return ensured(loadScenarioData(template, scenario, { market })).warnings.map(({ code }) => code);
}

test.each([
  ["a price that falls to a quarter as the split says", [400, 401, 100, 101], [split], []],
  ["a price that stays over a split of four for one", [100, 101, 102, 101], [split], ["TN5115"]],
  [
    "a price that stays over a combination of one for ten",
    [100, 101, 102, 101],
    [{ on: "2020-08-31", event: "Combination", Ratio: "1/10" }],
    ["TN5115"],
  ],
  ["a price that falls to a quarter without a split", [400, 401, 100, 101], [], ["TN5114"]],
])("%s", (_, closes, events, codes) => {
  expect(codesFor(closes, events)).toEqual(codes);
});
