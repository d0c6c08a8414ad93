import { expect, test } from "vitest";
import { outcomeOf } from "../evaluate/asked.ts";

const statements = `Left starts at $100
when Payment
  Left falls by its Amount
event Call by Borrower
event Offer by Borrower
Callable holds when all of
  (i) Left is more than $0
  (ii) today is after Issue Date
  (iii) today is before 2024-03-01
the Borrower may give Call only if Callable, else "the note may not be called"
the Borrower may give Offer only if Left is $0, else "there is still something to pay"`;

test.each([
  [
    "one part of a condition under a name",
    [{ on: "2024-01-02", event: "Call" }],
    ["the note may not be called, as `today is after Issue Date` does not hold"],
  ],
  [
    "two of them",
    [
      { on: "2024-01-03", event: "Payment", Amount: "100" },
      { on: "2024-03-01", event: "Call" },
    ],
    ["the note may not be called, as `Left is more than $0` and `today is before 2024-03-01` do not hold"],
  ],
  ["a condition of its own", [{ on: "2024-01-03", event: "Offer" }], ["there is still something to pay"]],
  ["nothing, where all of it holds", [{ on: "2024-01-03", event: "Call" }], []],
])("a refusal says %s", (_, events, reasons) => {
  const { refused } = outcomeOf(statements, { events, ask: [] });
  expect(refused.map(({ because }) => because)).toEqual(reasons);
});
