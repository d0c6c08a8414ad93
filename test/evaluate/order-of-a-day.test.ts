/** What one change sees of another of the same moment: nothing, unless the note says an order. */
import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

const states = "Principal starts at $5000\nBase starts at $5000\nRate Base starts at $5000\n";
const ask = (...values: string[]) => values.map((value) => ({ value, on: "2024-02-01" }));

describe("on a day of the calendar", () => {
  test("without an order, all read the state before", () => {
    const clauses = `${states}on 2024-02-01\n  Principal falls by $500\non 2024-02-01\n  Base becomes Principal`;
    expect(answersOf(clauses, { ask: ask("Principal", "Base") })).toEqual(["4500", "5000"]);
  });

  test("each step finds what those before it have changed", () => {
    // 5,000 - 500 = 4,500; then the base; then a tenth of it, 450, goes off the principal.
    const clauses = `${states}on 2024-02-01, in this order
  (i) Principal falls by $500
  (ii) Base becomes Principal
  (iii) Principal falls by Base / 10
    Rate Base becomes Principal`;
    expect(answersOf(clauses, { ask: ask("Principal", "Base", "Rate Base") })).toEqual(["4050", "4500", "4500"]);
  });

  test("the condition of a rule is that before its first step", () => {
    const clauses = `${states}on 2024-02-01 if Principal is at least $5000, in this order
  (i) Principal falls by $500
  (ii) Base becomes Principal`;
    expect(answersOf(clauses, { ask: ask("Base") })).toEqual(["4500"]);
  });

  test("a section comes behind all steps of the one before it, with its conditions", () => {
    const clauses = `${states}section 3 "Reset"
on 2024-02-01 if Base is $4500
  Rate Base becomes Base
section 4 "Payment"
on 2024-02-01, in this order
  (i) Principal falls by $500
  (ii) Base becomes Principal
order on one day: 4, then 3`;
    expect(answersOf(clauses, { ask: ask("Rate Base") })).toEqual(["4500"]);
  });
});

test("interest first, then principal: the interest is on what was owed before", () => {
  // 30 days at 10% on $3,650 are 3,650 * 0.1 * 30 / 365 = 30; the principal then falls by it.
  const clauses = `Loan starts at $3650
account Interest owed by Borrower to Holder
on 2024-02-01, in this order
  (i) Interest is charged (interest at 10% per year on Loan from and including 2024-01-02 to but excluding 2024-02-01 by actual/365) due on today
  (ii) Loan falls by due Interest
Owed means due Interest`;
  expect(answersOf(clauses, { ask: ask("Owed", "Loan") })).toEqual(["30", "3620"]);
});

describe("at an event", () => {
  const event = "event Repaid\n  Sum Paid: money\n";
  const events = [{ on: "2024-02-01", event: "Repaid", "Sum Paid": "700" }];

  test("steps, and what sections have an order", () => {
    const clauses = `${states}${event}section 3 "Payment"
when Repaid, in this order
  (i) Principal falls by its Sum Paid
  (ii) Base becomes Principal
section 4 "Reset"
when Repaid
  Rate Base becomes Base
order on one day: 3, then 4`;
    expect(answersOf(clauses, { events, ask: ask("Principal", "Base", "Rate Base") })).toEqual([
      "4300",
      "4300",
      "4300",
    ]);
  });

  test("two steps may set one state", () => {
    const clauses = `${states}${event}when Repaid, in this order\n  (i) Base becomes $1\n  (ii) Base becomes Base + its Sum Paid`;
    expect(answersOf(clauses, { events, ask: ask("Base") })).toEqual(["701"]);
  });
});

test("at an edge", () => {
  const clauses = `${states}Late holds when today is on or after 2024-02-01
when Late begins, in this order
  (i) Principal falls by $500
  (ii) Base becomes Principal`;
  expect(answersOf(clauses, { ask: ask("Base") })).toEqual(["4500"]);
});
