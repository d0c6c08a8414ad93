/** Figures that depend on themselves, each answer worked out by hand. */
import { describe, expect, test } from "vitest";
import type { Give } from "../../src/evaluate/values/fixed-point.ts";
import { fixedPointOf } from "../../src/evaluate/values/fixed-point.ts";
import { exact } from "../../src/units/exact.ts";
import { describeValue } from "../../src/wording/explanations.ts";
import { answersOf, explained } from "./asked.ts";

const notes = `given Issued: shares = 9,000,000 shares, restated for splits
event Note Sold by Holder
  Amount: money
  Cap: money
  Floor: price = $0 per share
Round Price is a price, at first not set, not restated for splits
event Round
  Price: price
when Round
  Round Price becomes its Price
All Shares is shares, solved as Issued + (the sum of its Part over Note Sold events)
Cap Price for each Note Sold means its Cap / All Shares
`;
const capped = `${notes}Part for each Note Sold means its Amount / its Cap Price\n`;
const lesser = `${notes}Part for each Note Sold means its Amount / (the lesser of its Cap Price and (80% * Round Price, or else $5 per share, not restated for splits))\n`;
const floored = `${notes}Part for each Note Sold means its Amount / (the greater of its Cap Price and its Floor)\n`;
const sold = (Amount: string, Cap: string, more = {}) => ({
  event: "Note Sold",
  on: "2024-02-01",
  Amount,
  Cap,
  ...more,
});
const ask = [{ value: "All Shares", on: "2024-03-31" }];

describe("solved", () => {
  test.each([
    ["nothing is sold: 9,000,000", capped, [], "9000000"],
    // C = 9,000,000 + C/10
    ["a cap ten times what was paid", capped, [sold("500000", "5000000")], "10000000"],
    // C = 9,000,000 + C/10 + C/20 = 180,000,000 ÷ 17
    [
      "two notes in one circle",
      capped,
      [sold("500000", "5000000"), sold("300000", "6000000")],
      "10588235.294117647059",
    ],
    // At 80% of $0.40 both convert at $0.32: 9,000,000 + 1,562,500 + 937,500. The caps would be dearer: 5,000,000 ÷ 11,500,000.
    [
      "the discount is cheaper than either cap",
      lesser,
      [sold("500000", "5000000"), sold("300000", "6000000"), { event: "Round", on: "2024-03-01", Price: "0.4" }],
      "11500000",
    ],
    // At 80% of $0.60 the first converts at its cap, the second at $0.48: C = 9,000,000 + C/10 + 625,000 = 96,250,000 ÷ 9;
    // the caps are 5,000,000 ÷ 10,694,444.4 = $0.4675 and 6,000,000 ÷ 10,694,444.4 = $0.561.
    [
      "one at its cap, one at the discount",
      lesser,
      [sold("500000", "5000000"), sold("300000", "6000000"), { event: "Round", on: "2024-03-01", Price: "0.6" }],
      "10694444.444444444444",
    ],
    // A floor of $1 beats the cap of $0.5: C = 9,000,000 + 500,000.
    ["a floor above the cap", floored, [sold("500000", "5000000", { Floor: "1" })], "9500000"],
    // A floor of $0.25 does not: C = 9,000,000 + C/10.
    ["a floor below the cap", floored, [sold("500000", "5000000", { Floor: "0.25" })], "10000000"],
  ])("%s", (_, note, events, answer) => {
    expect(answersOf(note, { events, ask })).toEqual([answer]);
  });

  test("each day with the events of that day", () => {
    const events = [sold("500000", "5000000")];
    const days = ["2024-01-31", "2024-02-01"].map((on) => ({ value: "All Shares", on }));
    expect(answersOf(capped, { events, ask: days })).toEqual(["9000000", "10000000"]);
  });

  test("and what is read from it follows", () => {
    const events = [{ ...sold("500000", "5000000"), id: "a" }];
    // 5,000,000 ÷ 10,000,000, and 500,000 ÷ 0.5
    const both = ["Cap Price", "Part"].map((value) => ({ value, of: "a", on: "2024-03-31" }));
    expect(answersOf(capped, { events, ask: both })).toEqual(["0.5", "1000000"]);
  });
});

describe("no single answer", () => {
  test.each([
    // C = 9,000,000 + C: whoever paid as much as the cap takes all there is.
    ["the cap is what was paid", capped, [sold("5000000", "5000000")]],
    // C = 9,000,000 + 2C has only a negative answer.
    ["the cap is less than what was paid", capped, [sold("10000000", "5000000")]],
    ["the same beside a discount", lesser, [sold("10000000", "5000000")]],
  ])("%s", (_, note, events) => {
    expect(answersOf(note, { events, ask })).toEqual(["undefined"]);
  });

  // x = the greater of 1 and 2x - 10 fits at 1 and at 10; x = the lesser of 1 and 2x fits at 0 and at 1.
  test("two figures fit", () => {
    const note = "A is a number, solved as the greater of 1 and (2 * A - 10)\n";
    expect(answersOf(note, { ask: [{ value: "A", on: "2024-03-31" }] })).toEqual(["undefined"]);
  });

  test("what is unknown in the circle is what is missing", () => {
    const note = "A is a price, solved as (market close + 10% * A)\n";
    expect(answersOf(note, { ask: [{ value: "A", on: "2024-03-31" }] })).toEqual(["missing data"]);
  });
});

test("an explanation shows that the clause gives the answer back, and goes round once", () => {
  const events = [sold("500000", "5000000")];
  const found: string[] = [];
  const open = explained(capped, { events, ask });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.name === "All Shares") found.push(`${next.operation.kind} ${describeValue(next).answer}`);
    open.push(...next.operands);
  }
  expect(found).toEqual(["expression 10000000", "solved 10000000"]);
});

describe("the figure that is given back", () => {
  const line =
    (start: number, slope: number): Give =>
    (x) =>
      exact(BigInt(start) * x.d + BigInt(slope) * x.n, x.d);
  test.each([
    // x = 10 - 2x
    ["a falling line", line(10, -2), exact(10, 3)],
    ["no start", line(0, 3), exact(0)],
    ["beside itself", line(1, 1), "no answer"],
    ["on itself", line(0, 1), "several answers"],
    ["below zero", line(-10, -1), "no answer"],
  ] as const)("%s", (_, give, expected) => {
    expect(fixedPointOf("straight", give)).toEqual(expected);
  });
});
