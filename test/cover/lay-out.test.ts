/** A template laid out from a text: it parses, is in form, and has the text's sections, terms and figures. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check, coverTemplate, formatTemplate, layOut } from "../../src/index.ts";

const contract = readFileSync("test/data/cover/harbour-note.txt", "utf8");
const laidOut = layOut(contract, "harbour-note.txt");

test("names the text, its parties and its terms", () => {
  expect(laidOut).toContain('note "HARBOUR CONVERTIBLE NOTE"');
  expect(laidOut).toContain("  parties: Company, Holder\n");
  expect(laidOut).toContain('  text: "harbour-note.txt"\n');
  expect(laidOut).toContain(
    "-- Terms that the text defines: Company, Maturity Date, Interest Rate, Conversion Price, Market Price.",
  );
});

test("has each section with what is in it", () => {
  expect(laidOut).toContain(`section 1.2(a) "Price"
-- 2 sentences.
-- Defines: Conversion Price, Market Price.
-- Figures and dates: $2.50; eighty percent (80%); ten (10) Trading Days.
`);
  expect(laidOut).toContain(
    'section 2.2 "Judgments"\n-- 1 sentence.\n-- Figures and dates: $50,000; twenty (20) days.\n',
  );
});

test("parses, is in the one style, and covers nothing yet", () => {
  expect(check(laidOut, "note.tenor").filter(({ severity }) => severity === "error")).toEqual([]);
  expect(formatTemplate(laidOut)).toEqual({ ok: true, value: laidOut });
  const report = coverTemplate({ name: "note.tenor", text: laidOut }, contract);
  expect(report.ok && report.value.coverage.totals).toEqual({ encoded: 0, declared: 0, uncovered: 16 });
  expect(report.ok && report.value.coverage.sectionsWithoutText).toEqual([]);
});

test("the conditions of a bond, in Markdown", () => {
  const text = `# Terms of the **Bonds**

## Condition 1. Definitions

(a) **Days.** A "Trading Day" is a day on which Shares trade. The "Fixing" of a day is the rate of that day.
`;
  const bonds = layOut(text, "bonds.md");
  expect(check(bonds, "note.tenor").filter(({ severity }) => severity === "error")).toEqual([]);
  expect(bonds).toContain('note "Terms of the Bonds"');
  expect(bonds).toContain('section Condition 1 "Definitions"\n');
  expect(bonds).toContain('section Condition 1(a) "Days"\n-- 2 sentences.\n-- Defines: Trading Day, Fixing.\n');
});

test("the currencies of its amounts, and the calendar of its business days", () => {
  const head = (text: string) => layOut(`1.1 Terms. ${text}\n\n1.2 End. It ends.\n`, "note.txt").slice(0, 400);
  expect(head('The Company owes £750,000. A "Business Day" is a day on which banks are open in London.')).toMatch(
    / {2}currencies: GBP\n {2}exists from: Issue Date\n {2}business days: "london"\n/,
  );
  expect(head("It owes €100,000, at NOK 11.50. Business days are those of Oslo and TARGET.")).toMatch(
    / {2}currencies: EUR, NOK\n(?:.*\n)+? {2}business days: "oslo and target"\n/,
  );
  expect(head("It owes US$5 and $100, under Form ABC 12 and TOP 3. London is far.")).toMatch(
    / {2}parties: .*\n {2}exists from: Issue Date\n {2}business days: "us-bank"\n/,
  );
});

test("figures with their signs, times and what is cited", () => {
  const bonds = layOut("1.1 Terms. At 16:00 it pays £1,000 under Condition 4(e).\n\n1.2 End. It ends.\n", "note.txt");
  expect(bonds).toContain("-- Figures and dates: 16:00; £1,000.\n");
});

test("a paper by what it calls itself, its terms in the letters in which it uses them", () => {
  const text = `Exhibit 1

THE SECURITIES HEREBY HAVE NOT BEEN REGISTERED

FORM OF 5% SECURED DEBENTURE OF JUNE 2026

5% SECURED DEBENTURE

This Debenture is of 12 Quay Street and is of the COMPANY (the "COMPANY(S)").

1.1 Interest. The "INTEREST RATE" means 5%. It falls due on March 31 and on May 1, 2027, as each "PAYMENT DATE" has the
meaning set forth in Section 1.2. At the Interest Rate the Company pays a part of it; the Interest Rate stays for three (3) of 20 years.

1.2 End

(a) The Company pays on the Original Issue Date (the "ORIGINAL ISSUE DATE"), by the "RTGS" Reliable Transfers.
`;
  const laid = layOut(text, "debenture.txt");
  expect(check(laid, "note.tenor").filter(({ severity }) => severity === "error")).toEqual([]);
  expect(formatTemplate(laid)).toEqual({ ok: true, value: laid });
  expect(laid).toContain('note "5% SECURED DEBENTURE"\n');
  expect(laid).toContain("given Issue Date: date\n");
  expect(laid).toContain(
    "-- Terms that the text defines: Company, Interest Rate, PAYMENT DATE, ORIGINAL ISSUE DATE.\n",
  );
  expect(laid).toContain(`section 1.1 "Interest"
-- 3 sentences.
-- Defines: Interest Rate, PAYMENT DATE.
-- Figures and dates: 5%; May 1, 2027; March 31; three (3); 20 years.
-- To settle: Section 1.2 is to define "PAYMENT DATE", and does not.

section 1.2 "End"

section 1.2(a)
-- 1 sentence.
-- Defines: ORIGINAL ISSUE DATE.
`);
});

test("a text with quotation marks and without parties", () => {
  const other = layOut('TERM "SHEET"\n\nCoupon\n\nThe coupon is 5%.\n', "sheet.md");
  expect(check(other, "note.tenor").filter(({ severity }) => severity === "error")).toEqual([]);
});
