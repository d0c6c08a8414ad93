import { test } from "vitest";
import { expectFinding, expectNoFinding } from "./findings.ts";

const declared = `Principal starts at $500
Quarter End means the last day of the quarter of today
Coupon Dates are every 3 months from but excluding Issue Date to and including 2026-01-02
account Interest owed by Borrower to Holder
  accrues: 8% per year on Principal by actual/365
  from and including: Issue Date
`;
const onDate = (posting: string) => `${declared}on Quarter End\n  Interest ${posting}\n`;
const onEach = (posting: string, condition = "") =>
  `${declared}on each of Coupon Dates${condition}\n  Interest ${posting}\n`;

test.each([
  ["a charge", onDate("is charged with $5 due on Quarter End, payable on («Quarter End, modified following»)")],
  [
    "a charge by the day before",
    onDate("is charged with $5 due on Quarter End, payable on «2 business days before Quarter End»"),
  ],
  [
    "a part",
    onDate("falls due in the amount of $5 on Quarter End, payable on «the last business day on or before Quarter End»"),
  ],
  ["by trading days", onDate("falls due on Quarter End, payable on («Quarter End, preceding trading day»)")],
  ["counted from today", onDate("falls due on Quarter End, payable on («today, preceding»)")],
  [
    "a charge with a condition",
    onEach("is charged with $5 due on its date, payable on («its date, preceding»)", " if Principal is more than $0"),
  ],
  [
    "a charge by today",
    onEach("is charged with $5 * (the day of today) due on its date, payable on («its date, preceding»)"),
  ],
])("%s that may be payable before its rule acts", (_, source) =>
  expectFinding(source, "TN4152", "but `Interest` has it only from then on"),
);

test("a day of payment by its own name", () =>
  expectFinding(
    `${declared}Pay Day means Quarter End, preceding\non Quarter End\n  Interest is charged with $5 due on Quarter End, payable on «Pay Day»\n`,
    "TN4152",
    "before `Quarter End`",
  ));

test.each([
  ["what accrues falls due in time", onDate("falls due on Quarter End, payable on (Quarter End, modified following)")],
  [
    "a charge of a schedule, too",
    onEach("is charged with $5 due on its date, payable on (its date, modified following)"),
  ],
  ["a later day of payment", onDate("is charged with $5 due on Quarter End, payable on (Quarter End, following)")],
  [
    "a rule on the day of payment",
    `${declared}Pay Day means Quarter End, modified following\non Pay Day\n  Interest is charged with $5 due on Pay Day, payable on (Pay Day, modified following)\n`,
  ],
])("%s", (_, source) => expectNoFinding(source));
