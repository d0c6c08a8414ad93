/** New words two by two, in the corners of days: each with its sum. */
import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

test("a state of each event on the dates of a schedule that keeps the ends of months", () => {
  const clauses = `event Drawn
  Amount: money
Instalment Dates are every month from but excluding 2024-01-31 to and including 2024-06-30
  month ends: kept
Left for each Drawn starts at its Amount
on each of Instalment Dates
  Left for each Drawn falls by the lesser of $10 and its Left
Total Left means the sum of its Left over Drawn events
`;
  const events = [
    { on: "2024-02-01", event: "Drawn", id: "a", Amount: "25" },
    { on: "2024-03-31", event: "Drawn", id: "b", Amount: "100" },
  ];
  const ask = ["2024-02-28", "2024-02-29", "2024-03-31", "2024-06-30"].map((on) => ({ value: "Total Left", on }));
  // 25; 15 after 29 February; 5 and 90 after 31 March, the second drawn on that day; 0 and 100 - 4 * 10 = 60 in the end.
  expect(answersOf(clauses, { events, ask })).toEqual(["25", "15", "95", "60"]);
});

test("a covenant that is breached into a leap day", () => {
  const clauses = `event Debt
  Amount: money
event Repaid for Debt
Open Debt for each Debt starts at its Amount
when Repaid
  its Debt's Open Debt becomes $0
Total Debt means the sum of its Open Debt over Debt events
the Borrower must not let Total Debt be more than $100 at any time unless today is before 2024-02-10, called Debt Limit
Default occurs
  when Debt Limit is breached
  unless cured by the end of: 19 days after the first day of breach of Debt Limit
Since means (the earliest start of Default, or else Issue Date)
`;
  const events = [
    { on: "2024-02-01", event: "Debt", id: "a", Amount: "80" },
    { on: "2024-02-02", event: "Debt", id: "b", Amount: "50" },
    { on: "2024-03-01", event: "Repaid", for: "b" },
  ];
  const ask = [
    { value: "Debt Limit", on: "2024-02-09" },
    { value: "Debt Limit", on: "2024-02-10" },
    { value: "Default", on: "2024-02-28" },
    { value: "Default", on: "2024-02-29" },
    { value: "Since", on: "2024-02-29" },
    { value: "Debt Limit", on: "2024-03-01" },
  ];
  // Breached from the 10th on; 19 days later is 29 February, at whose end it still is.
  const limit = ["kept", "breached since 2024-02-10"];
  expect(answersOf(clauses, { events, ask })).toEqual([...limit, false, true, "2024-02-29", "cured on 2024-03-01"]);
});
