import { expect, test } from "vitest";
import type { AccountItemOwed, Exact, PlainDate } from "../../src/index.ts";
import { owedInOrder, parseDate } from "../../src/index.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parseDecimal } from "../../src/units/exact.ts";
import { money } from "../../src/units/value-type.ts";
import { describeDue } from "../../src/wording/due.ts";

const span = { source: new SourceFile("small.tenor", ""), start: 0, end: 0 };
const account = { key: "Fee", name: "Fee", type: money, debtor: "Borrower", creditor: "Holder", section: "2", span };

function item(amount: string, payableOn: string, isOverdue: boolean): AccountItemOwed {
  const day = parseDate(payableOn) as PlainDate;
  const sum = parseDecimal(amount) as Exact;
  return { kind: "AccountItemOwed", account, section: "2", amount: sum, fellDueOn: day, payableOn: day, isOverdue };
}

const late = item("1250.5", "2024-01-05", true);
const early = item("3", "2024-01-04", false);

test("what is owed is listed by its day, and is marked where it is overdue", () => {
  expect(owedInOrder([late, early]).map(({ words }) => [words.due, words.text, words.amount])).toEqual([
    ["2024-01-04", "Fee of $3", "3"],
    ["2024-01-05", "Fee of $1,250.50, overdue", "1250.5"],
  ]);
});

test("what is due has its status apart from its words, and says once what follows", () => {
  const consequence = { kind: "default", name: "Default", section: "3" } as const;
  const interest = { kind: "account", name: "Late Charges", section: "2" } as const;
  expect(describeDue([{ what: late, status: "overdue", consequences: [interest, consequence, consequence] }])).toEqual([
    {
      from: "Borrower",
      to: "Holder",
      amount: "1250.5",
      unit: "USD",
      due: "2024-01-05",
      section: "2",
      text: "Fee of $1,250.50",
      status: "overdue",
      follows: ["Default under 3", "Late Charges (2)"],
    },
  ]);
});
