import { describe, expect, test } from "vitest";
import { renderDue } from "../../../src/cli/render/due.ts";
import { createPaint, plainPaint } from "../../../src/cli/render/parts/paint.ts";
import type { DayTotalWords, Due, PlainDate } from "../../../src/index.ts";
import { parseDate } from "../../../src/index.ts";

const [from, until] = ["2024-03-01", "2024-03-31"].map((text) => parseDate(text) as PlainDate) as [
  PlainDate,
  PlainDate,
];
const interest: Due = {
  from: "Borrower",
  to: "Holder",
  amount: "100",
  unit: "USD",
  due: "2024-02-29",
  section: "2",
  text: "Interest of $100",
  status: "overdue",
  follows: ["Default under 5"],
};

test("names debtor, creditor, amount and day, and what follows", () => {
  expect(
    renderDue(
      { start: from, from, until, due: [interest], totals: [], byDay: [], breaches: [], lapses: [] },
      80,
      plainPaint,
    ),
  ).toBe(
    [
      "Due as things stand on Fri 2024-03-01, through Sun 2024-03-31",
      "",
      "  by              status   who                 what",
      "  Thu 2024-02-29  overdue  Borrower to Holder  Interest of $100 [2]",
      "                                               if not: Default under 5",
      "",
    ].join("\n"),
  );
});

test("shows no empty brackets for what stands in no section", () => {
  const due = [{ ...interest, section: "", follows: [] }];
  expect(
    renderDue({ start: from, from, until, due, totals: [], byDay: [], breaches: [], lapses: [] }, 80, plainPaint),
  ).toMatch(/Interest of \$100$/m);
});

test("shows what is overdue in red", () => {
  const paint = createPaint(true);
  expect(
    renderDue(
      { start: from, from, until, due: [interest], totals: [], byDay: [], breaches: [], lapses: [] },
      80,
      paint,
    ),
  ).toContain(paint.red("overdue"));
});

test("adds up what one party owes another, by status and currency", () => {
  const totals = [
    { from: "Borrower", to: "Holder", status: "overdue" as const, amount: "14000", unit: "USD" },
    { from: "Borrower", to: "Holder", status: "due" as const, amount: "262686.5", unit: "USD" },
    { from: "Holder", to: "Borrower", status: "due" as const, amount: "7", unit: "EUR" },
    { from: "Holder", to: "Borrower", status: "overdue" as const, amount: null, unit: "USD", because: "no price" },
  ];
  const shown = renderDue(
    { start: from, from, until, due: [interest], totals, byDay: [], breaches: [], lapses: [] },
    140,
    plainPaint,
  );
  expect(shown).toContain(
    "\n  in all: Borrower to Holder $14,000 overdue, $262,686.50 due; Holder to Borrower €7 due, unknown overdue: no price\n",
  );
});

describe("by day", () => {
  const on = (due: string, amount: string) => ({ ...interest, due, amount });
  const total = (due: string, amount: string) => ({ from: "Borrower", to: "Holder", due, amount, unit: "USD" });
  const shown = (due: readonly Due[], byDay: readonly DayTotalWords[]) =>
    renderDue({ start: from, from, until, due, totals: [], byDay, breaches: [], lapses: [] }, 120, plainPaint);

  test("adds up what each day asks for, where one of them has two amounts", () => {
    // $100 + $40 on the 5th, $70 on the 9th
    const due = [on("2024-03-05", "100"), on("2024-03-05", "40"), on("2024-03-09", "70")];
    const byDay = [total("2024-03-05", "140"), total("2024-03-09", "70")];
    expect(shown(due, byDay)).toContain("\n  by day: 2024-03-05 $140; 2024-03-09 $70\n");
    expect(
      shown(
        [...due, { ...on("2024-03-09", "1"), to: "Agent" }],
        [...byDay, { ...total("2024-03-09", "1"), to: "Agent" }],
      ),
    ).toContain("2024-03-09 Borrower to Holder $70; 2024-03-09 Borrower to Agent $1\n");
  });

  test("says nothing where each row is a day of its own, or where there is one day", () => {
    const [a, b] = [on("2024-03-05", "100"), on("2024-03-09", "70")];
    expect(shown([a, b], [total("2024-03-05", "100"), total("2024-03-09", "70")])).not.toContain("by day");
    expect(shown([a, a], [total("2024-03-05", "200")])).not.toContain("by day");
  });
});
