/** Payments of one batch beside one another, and what a base that they bring below zero leaves of its interest. */
import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

const paid = [{ on: "2024-01-12", event: "Payment", Amount: "100" }];
const asked = (...values: string[]) => values.map((value) => ({ value, on: "2024-01-12" }));

// $36,500 at 10 % over 365 days bear $10 a day: $100 by the 12th.
const accounts =
  "account Fee owed by Borrower to Holder\nBase starts at $36,500\naccount Interest owed by Borrower to Holder\n" +
  "  accrues: 10% per year on Base by actual/365\n  from and including: Issue Date\nRoom starts at $70\n";
const perhaps = (target: string) =>
  `when Payment if (today is Issue Date) as of 2024-01-20\n  $150 is applied to ${target}\nwhen Payment\n  its Amount is applied to Interest, then Room\n`;

test("a payment that may or may not be made comes before the others, whatever its amount", () => {
  // If it is made, it pays all of the interest, and $70 of the $100 goes to Room; if not, the $100 pays the interest.
  expect(answersOf(accounts + perhaps("Interest"), { events: paid, ask: asked("Interest", "Room") })).toEqual([
    "missing data",
    "missing data",
  ]);
});

test("one that goes elsewhere leaves the others as they are", () => {
  expect(answersOf(accounts + perhaps("Fee"), { events: paid, ask: asked("Fee", "Interest", "Room") })).toEqual([
    "missing data",
    "0",
    "70",
  ]);
});

const part = "Part means unpaid Interest on $100\n";

test.each([
  // Of $100, nine tenths stay attached to $32,850: 90 × 100 ÷ 32,850, which is 20/73.
  ["a tenth of the base", "$3,650", "0.2739726027397260274"],
  // Nothing of the base is left for $100 to be a part of, and of −$100 no interest is outstanding.
  ["more than the base", "$36,600", "0"],
])("where %s goes, its interest is attached to what is left", (_, amount, expected) => {
  const rule = `when Payment\n  Base falls by ${amount}\n`;
  const ask = asked("Interest", "Part");
  expect(answersOf(accounts + rule + part, { events: paid, ask })).toEqual(["100", expected]);
});
