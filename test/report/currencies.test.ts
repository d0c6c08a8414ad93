/** The page of a note in euro and kroner: each currency has its own total, and its sign or code beside each figure. */
import { expect, test } from "vitest";
import { compile } from "../../src/index.ts";
import { sheetsOf } from "../../src/reports.ts";
import { ensured } from "../support/acceptance.ts";
import { cellText, pageOf, replayOf, rowsOf } from "./pages.ts";

const note = `note "Two currencies"
  language: 1
  parties: Issuer, Holder
  currencies: EUR, NOK
  exists from: Closing Date
given Closing Date: date = 2024-01-02
event Fee Paid
  Amount: money in NOK
event Interest Paid
  Amount: money in EUR
section 3 "Amounts"
account Fees owed by Issuer to Holder
  currency: NOK
account Interest owed by Issuer to Holder
  currency: EUR
on Closing Date
  Fees is charged NOK 900
  Interest is charged €60.50
when Fee Paid
  its Amount is applied to Fees
when Interest Paid
  its Amount is applied to Interest
role "fees": Fees
role "interest": Interest
`;
const events = [
  { on: "2024-01-03", event: "Fee Paid", Amount: "NOK 400" },
  { on: "2024-01-03", event: "Interest Paid", Amount: "20" },
  { on: "2024-01-04", event: "Fee Paid", Amount: "100.50" },
];
const text = JSON.stringify({ note: "two", terms: {}, events, ask: [{ value: "Fees", on: "2024-01-05" }] });
const page = pageOf(replayOf(ensured(compile(note)), { name: "s.json", text }));

test("what was paid has a total for each currency", () => {
  const rows = rowsOf(page, "What payments were applied to");
  // 400 + 100.50
  expect(rows.filter(([day]) => day === "Total").map((row) => row.at(-1))).toEqual(["NOK 500.50", "€20"]);
});

test("what is overdue is summed by currency", () => {
  const overdue = page.keyFigures.filter(({ name }) => name === "Overdue");
  // 900 − 500.50, and 60.50 − 20
  expect(overdue.map(({ figure, detail = "" }) => [cellText(figure), detail.split(",")[0]])).toEqual([
    ["NOK 399.50", "Fees"],
    ["€40.50", "Interest"],
  ]);
});

test("a workbook has numbers, with their currency", () => {
  const position = sheetsOf(page).find(({ name }) => name === "Where the parties stand");
  expect(position?.rows.slice(1).map((row) => row.at(-1))).toEqual([
    { value: 40.5, mark: "€" },
    { value: 399.5, mark: "NOK " },
    "no value: EUR and NOK are two currencies, which have no sum",
  ]);
});
