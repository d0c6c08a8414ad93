/** When the rules of a plan act, what they may know, and what is sold: worked by hand on nine days of prices. */

import { expect, test } from "vitest";
import type { EnactedPlan } from "../../src/driver/plans.ts";
import { enactPlan, plansOf } from "../../src/driver/plans.ts";
import { loadScenario } from "../../src/driver/scenarios.ts";
import { impactOf } from "../../src/evaluate/plans/impact.ts";
import { compile } from "../../src/index.ts";
import { exact } from "../../src/units/exact.ts";
import { formatDate } from "../../src/units/plain-date.ts";
import { problemWords } from "../../src/wording/problems.ts";
import { ensured } from "../support/acceptance.ts";

const note = `note "Plans"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
given Issue Date: date = 2024-01-02
event Notice by Holder
event Fee Paid by Borrower
  Amount: money
event Answer for Notice by Borrower
event Stock Split by Borrower
  Ratio: number
share basis changes on Stock Split by its Ratio
the Holder may give Notice
  only if today is before 2024-01-10, else "too late"
Held starts at 100 shares, restated for splits
plan "p"
`;

// The 6th and 7th are a Saturday and a Sunday.
const days = ["02", "03", "04", "05", "08", "09", "10", "11", "12"];
const market = [
  "date,open,high,low,close,vwap,volume",
  "2023-12-29,1,9,1,1,1,305",
  ...days.map((day, index) => `2024-01-${day},1,9,1,${index + 1},1,305`),
  "",
].join("\n");

function enacted(plan: string, events: readonly object[] = []): EnactedPlan {
  const template = ensured(compile(`${note}${plan}\n`, "note.tenor"));
  const scenario = {
    name: "s.json",
    text: JSON.stringify({ note: "note", terms: {}, market: "m.csv", events, ask: [] }),
  };
  const loaded = ensured(loadScenario(template, { scenario, market: { name: "m.csv", text: market } }));
  const [only] = plansOf(template);
  if (only === undefined) throw new Error("a plan was written");
  return ensured(enactPlan(template, only, loaded));
}

const daysGiven = ({ facts }: EnactedPlan) => facts.given.map(({ day }) => formatDate(day).slice(-2));
const pays = "the Borrower gives Fee Paid, Amount being $5";
const noticeOn = (day: string) => ({ on: `2024-01-${day}`, event: "Notice" });

test.each([
  ["each trading day", `on each trading day, ${pays}`, days],
  ["each day", `on each day if today is before 2024-01-06, ${pays}`, ["02", "03", "04", "05"]],
  // The 3rd is the first; the 4th, the 5th, and then the 8th; the 9th, the 10th, and then the 11th.
  ["every third trading day", `every 3 trading days from and including 2024-01-03, ${pays}`, ["03", "08", "11"]],
  ["from a day that is none", `every 3 trading days from and including 2024-01-06, ${pays}`, ["08", "11"]],
  ["a day of the month", `on the first trading day of the month of today, ${pays}`, ["02"]],
  ["the day itself at the close", `on 2024-01-08 at the close, ${pays}`, ["08"]],
  // Yesterday's close is above 4 from the 9th on, today's from the 8th on.
  [
    "a condition that begins, at the open",
    `Rich holds when (market close as of the last trading day before today) is more than ($4 per share, not restated for splits)\nwhen Rich begins, ${pays}`,
    ["09"],
  ],
  [
    "a condition that begins, at the close",
    `Rich holds when (market close as of the last trading day on or before today) is more than ($4 per share, not restated for splits)\nwhen Rich begins at the close, ${pays}`,
    ["08"],
  ],
  [
    "what else is given where the condition is false",
    `on 2024-01-03 if today is Issue Date, ${pays}, otherwise the Borrower gives Fee Paid, Amount being $6`,
    ["03"],
  ],
])("a rule acts: %s", (_, plan, expected) => expect(daysGiven(enacted(plan))).toEqual(expected));

test.each([
  // Notices of Thursday the 4th and Friday the 5th.
  ["business days after it", "on 2 business days after its date for each Notice", ["08", "09"]],
  // What is given on a day counts when the next one opens.
  ["its own day, at the open of the next", "on its date for each Notice", ["05", "06"]],
  ["its own day, at the close", "on its date for each Notice at the close", ["04", "05"]],
])("once for each event: %s", (_, head, expected) => {
  const { facts, made } = enacted(`${head}, the Borrower gives Answer`, [noticeOn("04"), noticeOn("05")]);
  expect(facts.given.map(({ day }) => formatDate(day).slice(-2))).toEqual(expected);
  expect(made.scenario.events.filter(({ event }) => event === "Answer").map((it) => it.for)).toEqual([
    "event 1",
    "event 2",
  ]);
});

test("a price of the day is not known as it opens, and the run says so", () => {
  const { facts } = enacted(
    `on each trading day if market close is more than ($4 per share, not restated for splits), ${pays}`,
  );
  expect(facts.given).toEqual([]);
  // Two runs of days, with a weekend in between.
  expect(
    facts.undecided.map(({ rule, what, first, last, problem }) => [
      rule,
      what,
      formatDate(first),
      formatDate(last),
      problemWords(problem),
    ]),
  ).toEqual([
    [0, "the condition", "2024-01-02", "2024-01-05", "the market data of 2024-01-02 are not known before it closes"],
    [0, "the condition", "2024-01-08", "2024-01-12", "the market data of 2024-01-08 are not known before it closes"],
  ]);
});

test("rules of one moment do not see what the others give", () => {
  const plan =
    "on 2024-01-03, the Holder gives Notice\nGiven holds when Notice has happened\non each day if Given, the Borrower gives Fee Paid, Amount being $5\n";
  expect(daysGiven(enacted(plan)).slice(0, 2)).toEqual(["03", "04"]);
});

test("an event that opens its day does so behind otherwise as well", () => {
  // From the split on, 100 old shares are 200.
  const plan = `on 2024-01-05 if today is Issue Date, the Borrower gives Fee Paid, Amount being $5, otherwise the Borrower gives Stock Split, Ratio being 2\non each day if Held is (200 shares, not restated for splits), the Borrower gives Fee Paid, Amount being $6`;
  const { facts } = enacted(plan);
  const [first, second] = facts.given;
  expect([first?.occurrence.type.name, first?.occurrence.appliedAt === undefined]).toEqual(["Stock Split", false]);
  expect([second?.occurrence.type.name, second === undefined ? "" : formatDate(second.day)]).toEqual([
    "Fee Paid",
    "2024-01-05",
  ]);
});

test("what a power refuses is given and refused", () => {
  const { facts, replayed } = enacted("on 2024-01-10, the Holder gives Notice");
  expect(facts.given.map(({ occurrence }) => occurrence.refused?.kind)).toEqual(["ConditionsFailed"]);
  expect(replayed.journal.refusals).toHaveLength(1);
});

const sells = "the Holder sells Held, at most 10% * market volume, at market close";
const sold = ({ facts }: EnactedPlan) =>
  facts.sales.map((it) => `${formatDate(it.day).slice(-2)}: ${it.sold.n} for ${it.proceeds.n}`);

test("what was received is sold from the next day on, in whole shares", () => {
  // A tenth of 305 is 30.5; the closes are 2, 3, 4 and 5.
  expect(sold(enacted(sells))).toEqual(["03: 30 for 60", "04: 30 for 90", "05: 30 for 120", "08: 10 for 50"]);
});

test("what is left follows a split", () => {
  // 100 − 30 − 30 = 40 old shares are 80 new ones: 30, 30 and 20.
  const split = "on 2024-01-05, the Borrower gives Stock Split, Ratio being 2";
  expect(sold(enacted(`${split}\n${sells}`))).toEqual([
    "03: 30 for 60",
    "04: 30 for 90",
    "05: 30 for 120",
    "08: 30 for 150",
    "09: 20 for 120",
  ]);
  // In all 60 old shares, which are 120 new ones, and 80 new ones.
  expect(enacted(`${split}\n${sells}`).facts.sold).toEqual(exact(200));
});

test("rules read what is left", () => {
  const plan = `Left starts at 0 shares, restated for splits\n${sells}, leaving Left\non each trading day if Left is (40 shares, not restated for splits), ${pays}`;
  // At the open of the 5th 40 are left.
  expect(daysGiven(enacted(plan))).toEqual(["05"]);
});

test("the price impact has the figures of its deal terms", () => {
  const plan =
    "given Strength: number = 0.5\nprice impact: Strength * 2\n  lasting part: 30%\n  half life in trading days: 5\n";
  const template = ensured(compile(`${note}${plan}`, "note.tenor"));
  const scenario = { note: "note", terms: { Strength: "0.4" }, market: "m.csv", events: [], ask: [] };
  const texts = {
    scenario: { name: "s.json", text: JSON.stringify(scenario) },
    market: { name: "m.csv", text: market },
  };
  const loaded = ensured(loadScenario(template, texts));
  const [only] = plansOf(template);
  if (only === undefined) throw new Error("a plan was written");
  expect(impactOf(template.machine, only, loaded.scenario, loaded.environment)).toEqual({
    coefficient: { n: 4n, d: 5n },
    lasting: { n: 3n, d: 10n },
    halfLife: { n: 5n, d: 1n },
    source: undefined,
  });
});
