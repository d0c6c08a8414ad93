/** What amounts that are due make together; an amount that is unknown, or a sum that is too long, is never left out in silence. */
import { expect, test } from "vitest";
import { dueByDay, dueTotals } from "../../src/evaluate/answers/due-totals.ts";
import { Failure } from "../../src/evaluate/values/problem.ts";
import type { Exact } from "../../src/units/exact.ts";
import { exact } from "../../src/units/exact.ts";
import { describeDueByDay, describeDueTotals } from "../../src/wording/due.ts";
import { dueFactsOf } from "./asked.ts";

const fee =
  'section 2 "Fees"\naccount Fee owed by Borrower to Holder\n' +
  "when Notice\n  Fee is charged its Amount due on its date, payable on 2 days after its date\n";
const notice = (Amount: string, id: string) => ({ on: "2024-01-03", event: "Notice", id, Amount });

/** Two fees that are due, with these amounts in place of their own. */
function totalOf(first: Exact | Failure, second: Exact | Failure) {
  const due = dueFactsOf(fee, { events: [notice("50", "a"), notice("70", "b")], ask: [] }, "2024-01-05", 0);
  const items = due.flatMap(({ what, status }, index) =>
    what.kind === "AccountItemOwed" ? [{ what: { ...what, amount: index === 0 ? first : second }, status }] : [],
  );
  expect(items).toHaveLength(2);
  return describeDueTotals(dueTotals(items));
}

const group = { from: "Borrower", to: "Holder", status: "due", unit: "USD" };
const unknown = new Failure("undefined", { kind: "left open", name: "Amount", event: "Notice" });

test("two amounts have a sum", () => {
  // $50 + $70
  expect(totalOf(exact(50), exact(70))).toEqual([{ ...group, amount: "120" }]);
});

test("a sum of too many digits is said to be one, whatever comes behind it", () => {
  // Quotients over 3^50000 and 7^30000, of some 24,000 and 25,000 digits: their common denominator has some 49,000.
  const [threes, sevens] = [exact(1, 3n ** 50_000n), exact(1, 7n ** 30_000n)];
  expect(totalOf(threes, sevens)).toEqual([{ ...group, amount: null, because: "a figure has too many digits" }]);
});

test.each([
  ["first", unknown, exact(70)],
  ["last", exact(50), unknown],
])("with an amount that is unknown, the sum is: it stands %s", (_, first, second) => {
  const [total] = totalOf(first, second);
  expect(total).toMatchObject({ ...group, amount: null });
  expect(total?.because).toContain("Amount");
});

test("by the day by which they are payable: each day has its sum, in order", () => {
  const later = { ...notice("20", "c"), on: "2024-01-02" };
  const due = dueFactsOf(fee, { events: [notice("50", "a"), notice("70", "b"), later], ask: [] }, "2024-01-05", 0);
  // Two days after the 2nd: $20. Two days after the 3rd: $50 + $70.
  const { status: _, ...day } = group;
  expect(describeDueByDay(dueByDay(due))).toEqual([
    { ...day, due: "2024-01-04", amount: "20" },
    { ...day, due: "2024-01-05", amount: "120" },
  ]);
});
