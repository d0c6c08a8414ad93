/** What is written before a split: deal terms, prices that are defined, and figures inside clauses. */
import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

const days = (value: string) => [
  { value, on: "2024-03-14" },
  { value, on: "2024-03-15" },
];
const twoForOne = [{ on: "2024-03-15", event: "Stock Split", Ratio: "2" }];

test.each([
  // $5,000,000 over 5,000,000 shares, which are 10,000,000 after the split.
  [
    "a deal term in shares",
    "given Count: shares = 5,000,000 shares, restated for splits\nPrice means $5,000,000 / Count",
    "Price",
    ["1", "0.5"],
  ],
  ["a deal term per share", "given Price: price = $0.40 per share, restated for splits", "Price", ["0.4", "0.2"]],
  ["one that stands", "given Price: price = $0.40 per share, not restated for splits", "Price", ["0.4", "0.4"]],
  ["a price that is defined", "Price means $0.05 per share, restated for splits", "Price", ["0.05", "0.025"]],
  ["one that stands as defined", "Price means $0.05 per share, not restated for splits", "Price", ["0.05", "0.05"]],
  // Twice 1,000 new shares, less the 900 that stand.
  [
    "a figure in a sum",
    "Room means 1,000 shares, restated for splits - 900 shares, not restated for splits",
    "Room",
    ["100", "1100"],
  ],
  [
    "no limit",
    "given Price: price = unlimited, restated for splits\nLow means the lesser of Price and $3 per share, restated for splits",
    "Low",
    ["3", "1.5"],
  ],
])("%s, before and after a split of two for one", (_, statements, value, expected) => {
  expect(answersOf(statements, { events: twoForOne, ask: days(value) })).toEqual(expected);
});

test("a trigger that is read as of an earlier day is in the shares of today", () => {
  // $400 before four for one is $100; the close of $500 before it is $125.
  const statements = `Above holds when market close is more than $400 per share, restated for splits
Above Yesterday holds when market close as of 2024-08-30 is more than $400 per share, restated for splits`;
  const prices = [
    ["2024-08-30", "500"],
    ["2024-09-02", "99"],
  ] as const;
  const events = [{ on: "2024-09-02", event: "Stock Split", Ratio: "4" }];
  const on = "2024-09-02";
  const ask = [
    { value: "Above", on },
    { value: "Above Yesterday", on },
  ];
  expect(answersOf(statements, { events, prices, ask })).toEqual([false, true]);
});

test("what an event fixes from a restated figure follows later splits once", () => {
  // Fixed at $0.20 between two splits of two for one, it is $0.10 after the second.
  const statements = `event Election
Struck for each Election is fixed as $0.40 per share, restated for splits`;
  const events = [
    ...twoForOne,
    { on: "2024-03-18", event: "Election", id: "e" },
    { on: "2024-03-20", event: "Stock Split", Ratio: "2" },
  ];
  const ask = ["2024-03-18", "2024-03-20"].map((on) => ({ value: "Struck", of: "e", on }));
  expect(answersOf(statements, { events, ask })).toEqual(["0.2", "0.1"]);
});

describe("after a change of what a share is that has no ratio to go by", () => {
  const events = [{ on: "2024-03-15", event: "Stock Split", Ratio: "0" }];

  test("money of the days before is what it was", () => {
    // Three days of $10.
    const statements =
      "Level starts at $10\nTotal means the sum of Level over days from and including 2024-03-14 to and including 2024-03-16\n";
    const ask = [{ value: "Total", on: "2024-03-16" }];
    expect(answersOf(statements, { events, ask })).toEqual(["30"]);
  });

  test("a price that is given after it has no meaning on a day before it", () => {
    const statements =
      "event Offer\n  Price: price\n" +
      "Cheap for each Offer holds when its Price is less than $5 per share, not restated for splits\n" +
      "Cheap Before for each Offer holds when its Cheap as of 2024-03-14\n";
    const offer = { on: "2024-03-18", event: "Offer", id: "o", Price: "4" };
    const ask = ["Cheap", "Cheap Before"].map((value) => ({ value, of: "o", on: "2024-03-18" }));
    expect(answersOf(statements, { events: [...events, offer], ask })).toEqual([true, "undefined"]);
  });
});
