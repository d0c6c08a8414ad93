/** Of a payment with late charges, the recomputation of explanations checks what each account took, not only the sum. */
import { expect, test } from "vitest";
import type { ReasonFact } from "../../src/index.ts";
import { exact } from "../../src/units/exact.ts";
import { Books } from "../support/recomputation/books.ts";
import { dataOf } from "../support/recomputation/dates.ts";
import { mistakesIn } from "../support/recomputation/recompute.ts";
import { explained, replayOf } from "./asked.ts";

// $36 and $40 are overdue since the 2nd. Each bears a hundredth a day: by the 12th $3.60 and $4.
const statements = `account Fee owed by Borrower to Holder
account Late Fee owed by Borrower to Holder
  accrues: 365% per year on each overdue Fee by actual/365
  from and including: Issue Date
when Notice
  Fee is charged its Amount due on 2024-01-02, payable on 2024-01-02
when Payment
  its Amount is applied to due Fee each with its Late Fee
`;
const events = [
  { on: "2024-01-02", event: "Notice", Amount: "36" },
  { on: "2024-01-02", event: "Notice", Amount: "40" },
  { on: "2024-01-12", event: "Payment", Amount: "50" },
];
const timeline = { events, ask: [{ value: "Late Fee", on: "2024-01-12" }] };

/** What the late charges took. $36 goes to the first fee, $3.60 to its charges, the last $10.40 to the second fee. */
function partOfCharges(): ReasonFact {
  const [fact] = explained(statements, timeline);
  const found = fact?.operands.find(({ operation }) => operation.kind === "payment");
  if (found === undefined) throw new Error("late charges took nothing");
  return found;
}

const mistakes = (fact: ReasonFact) => {
  const { template, loaded } = replayOf(statements, timeline);
  return mistakesIn(fact, dataOf(template, loaded), new Books(), new Set());
};

/** As if it had taken another sum. */
function withResult(fact: ReasonFact, result: ReasonFact["result"], operands = fact.operands): ReasonFact {
  const { kind, name, day, of, type, section, because, operation } = fact;
  return { kind, name, day, of, type, section, because, operation, operands, result };
}

test("what was taken is found again", () => {
  const part = partOfCharges();
  expect(part.result).toEqual(exact(36, 10));
  expect(mistakes(part)).toEqual([]);
});

test("another share of late charges is a mistake", () => {
  // $7.60 is all that was open of late charges, and no more than the payment.
  expect(mistakes(withResult(partOfCharges(), exact(76, 10)))).toHaveLength(1);
  expect(mistakes(withResult(partOfCharges(), exact(0)))).toHaveLength(1);
});

test("another share of the amounts is a mistake, though the sum is right", () => {
  const part = partOfCharges();
  // Of the payment, the amounts took 36 + 10.40. With 42.40 of them and 7.60 of late charges it is $50 all the same.
  const operands = part.operands.map((it, index) => (index === 1 ? withResult(it, exact(424, 10)) : it));
  expect(mistakes(withResult(part, exact(76, 10), operands)).length).toBeGreaterThan(0);
  expect(mistakes(withResult(part, part.result, operands)).length).toBeGreaterThan(0);
});
