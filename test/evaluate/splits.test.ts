import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

const split = { on: "2024-01-05", event: "Stock Split", Ratio: "2" };

test.each([
  ["nothing is changed besides", "", "200"],
  // (100 + 10) old shares are 220 new ones.
  [
    "what the split's own rule adds is restated in the new shares",
    "\nwhen Stock Split\n  Held rises by 10 shares, not restated for splits",
    "220",
  ],
  [
    "what the split's own rule sets is restated in the new shares",
    "\nwhen Stock Split\n  Held becomes 7 shares, not restated for splits",
    "14",
  ],
] as const)("a 2-for-1 split of 100 shares: %s", (_, rule, expected) => {
  const statements = `Held starts at 100 shares, restated for splits${rule}`;
  const ask = [{ value: "Held", on: "2024-01-05" }];
  expect(answersOf(statements, { events: [split], ask })).toEqual([expected]);
});

test.each([
  // The split of the 5th has two new shares for an old one.
  ["a day before the split", "2024-01-04", ["5", "5"]],
  ["the day of the split, as it ends", "2024-01-05", ["10", "10"]],
  ["a day to come, in the shares of the day that asks", "2024-01-12", ["10", "10"]],
] as const)("a price restated as of %s", (_, day, expected) => {
  const statements =
    "event Offer\n  Price: price as of Record Day\n  Record Day: date\nRestated for each Offer means its Price";
  const offer = { on: "2024-01-08", event: "Offer", id: "o", Price: "10", "Record Day": day };
  const ask = ["Restated", "Price"].map((value) => ({ value, of: "o", on: "2024-01-08" }));
  expect(answersOf(statements, { events: [split, offer], ask })).toEqual(expected);
});

test("a state that follows no split takes what its rule says", () => {
  const statements =
    "Held starts at 100 shares, not restated for splits\nwhen Stock Split\n  Held rises by 10 shares, not restated for splits";
  expect(answersOf(statements, { events: [split], ask: [{ value: "Held", on: "2024-01-05" }] })).toEqual(["110"]);
});
