/** How notes word interest, an excess, a change and the order of a payment, and what the language has in their place. */
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { textOf } from "../../src/source/span.ts";
import { parse } from "../../src/syntax/parse.ts";

const found = (text: string): readonly Diagnostic[] => parse(new SourceFile("note", `${text}\n`)).diagnostics;

const accruing = (basis: string) =>
  `account Interest owed by Borrower to Holder\n  accrues: 8% per year on Principal${basis}\n  from and including: Issue Date`;
const paying = (targets: string) => `when Payment\n  its Amount ${targets}`;
const changing = (change: string) => `when Sale\n  Fee ${change}`;

test.each<[written: string, under: string, right: string]>([
  [
    "Open holds when today is on and after Due Date",
    "is on and after",
    "Open holds when today is on or after Due Date",
  ],
  [
    "Open holds when today is from and after Due Date",
    "is from and after",
    "Open holds when today is on or after Due Date",
  ],
  [
    "Open holds when today is on and before Due Date",
    "is on and before",
    "Open holds when today is on or before Due Date",
  ],
  [
    "Open holds when not less than thirty (30) days have elapsed since Issue Date",
    "not less than thirty (30) days have elapsed since",
    "Open holds when thirty (30) days have passed since Issue Date",
  ],
  [
    "Open holds when at least 3 trading days have passed since Issue Date",
    "at least 3 trading days have passed since",
    "Open holds when 3 trading days have passed since Issue Date",
  ],
  [
    accruing(" on the basis of a 360-day year of twelve 30-day months"),
    "on the basis of a 360-day year of twelve 30-day months",
    accruing(" by 30/360"),
  ],
  [
    accruing(" on the basis of a 360-day year consisting of twelve (12) thirty (30) day months"),
    "on the basis of a 360-day year consisting of twelve (12) thirty (30) day months",
    accruing(" by 30/360"),
  ],
  [
    accruing(", computed on the basis of a 365-day year for the actual number of days elapsed"),
    ", computed on the basis of a 365-day year for the actual number of days elapsed",
    accruing(" by actual/365"),
  ],
  [
    accruing(" on the basis of a 360-day year and actual days elapsed"),
    "on the basis of a 360-day year and actual days elapsed",
    accruing(" by actual/360"),
  ],
  ["Low Price means market low on Due Date", "on", "Low Price means market low as of Due Date"],
  [changing("decreases to $5"), "decreases to", changing("becomes $5")],
  [changing("falls to $5"), "falls to", changing("becomes $5")],
  [changing("shall be $5"), "shall be", changing("becomes $5")],
  [changing("= Fee - $5"), "=", changing("becomes Fee - $5")],
  [
    paying("is applied to unpaid Interest, then Principal"),
    "unpaid Interest",
    paying("is applied to Interest, then Principal"),
  ],
  [
    paying("is applied to accrued and unpaid Interest, then Principal"),
    "accrued and unpaid Interest",
    paying("is applied to Interest, then Principal"),
  ],
  [
    paying("is applied to Interest, second to Principal"),
    ", second to",
    paying("is applied to Interest, then Principal"),
  ],
  [
    paying("is applied first, to Interest, then Principal"),
    "is applied first, to",
    paying("is applied to Interest, then Principal"),
  ],
  [
    "Pay Dates are 15 March and 15 September from and including Issue Date to and including Due Date",
    "15 March",
    "Pay Dates are every 15 March and 15 September from and including Issue Date to and including Due Date",
  ],
])("%j", (written, under, right) => {
  const [first, ...others] = found(written);
  expect([first && textOf(first.span), others]).toEqual([under, []]);
  const { span, text = "" } = first?.fix ?? { span: { start: 0, end: 0 } };
  expect(written.slice(0, span.start) + text + written.slice(span.end)).toBe(right);
  expect(found(right)).toEqual([]);
});

const excess = "the greater of $0 and (Principal - $5)";

test.each<[written: string, words: string, right: string]>([
  // Below $5 there is no excess, and not one below zero.
  ["Part means the excess of Principal over $5", "`the greater of $0 and (A - B)`", `Part means ${excess}`],
  ["Part means the amount by which Principal exceeds $5", "`the greater of $0 and (A - B)`", `Part means ${excess}`],
  [
    "Part means the amount, if any, by which Principal is less than $5",
    "`the greater of $0 and (B - A)`",
    "Part means the greater of $0 and ($5 - Principal)",
  ],
  ["Part means Principal in excess of $5", "`the greater of $0 and (A - B)`", `Part means ${excess}`],
  ["Open holds when Principal remains unpaid", "`X is more than $0`", "Open holds when Principal is more than $0"],
  [
    "Open holds when more than 30 days have passed since Issue Date",
    "`today is after 30 days after D`",
    "Open holds when today is after 30 days after Issue Date",
  ],
  [accruing(" on the basis of a 360-day year"), "`by actual/360`", accruing(" by actual/360")],
  [accruing(", compounded quarterly, by actual/365"), "`on each of Interest Dates`", accruing(" by actual/365")],
  ["Fee means 1.5% per month * Principal", "`18% per year`", "Fee means 18% per year * 1 month * Principal"],
  [
    "on the 15th day of each month\n  Fee becomes $5",
    "`on each of Days`",
    "Days are every month from and including 2024-01-15 to and including Due Date\non each of Days\n  Fee becomes $5",
  ],
  [
    "for each Notice, the Borrower must give Answer promptly after its date called Answering",
    "a last day",
    "for each Notice, the Borrower must give Answer by 3 business days after its date called Answering",
  ],
  [
    "Price means the average VWAP for the 10 trading days before today",
    "`the average of market vwap over 10 trading days ending 1 trading day before today`",
    "Price means the average of market vwap over 10 trading days ending 1 trading day before today",
  ],
  [
    "Price means the volume-weighted average of market vwap over 10 trading days ending today",
    "(the sum of (market vwap * market volume) over N days …) / (the sum of market volume over N days …)",
    "Price means (the sum of (market vwap * market volume) over 10 trading days ending today) / (the sum of market volume over 10 trading days ending today)",
  ],
  [
    paying("is applied to Interest and Principal pro rata"),
    "one target after the other",
    paying("is applied to Interest, then Principal"),
  ],
  [
    "notwithstanding section 1, Fee is $5",
    "`notwithstanding NAME of SECTION`",
    "notwithstanding Fee of 1\n  while: Open\n  it is: $5",
  ],
])("%j is told how the language says it", (written, words, right) => {
  const [first, ...others] = found(written);
  expect(first?.help).toContain(words);
  expect([first?.fix, others]).toEqual([undefined, []]);
  expect(found(right)).toEqual([]);
});

test.each([
  ["notwithstanding Fee\n  if: Open\n  it is: $6", "write `while:`"],
  ["notwithstanding Fee\n  while: Open\n  then: $6", "write `it is:`"],
  [
    "the Holder may give Notice\n  asking for: its Amount\n  up to: Principal",
    "write `up to` and the limit, without a colon",
  ],
])("a label that is none: %j", (written, help) => expect(found(written).map((it) => it.help)).toEqual([help]));

// What the language has itself stays as it is.
test.each([
  "Open holds when Principal is in excess of $5",
  "Open holds when 30 days have passed since Issue Date",
  "Part means the difference of Principal and $5",
  "on the last day of the month of today\n  Fee becomes $5",
  "Price means the average of market vwap over 10 trading days ending today",
  paying("is applied to due Interest, then the rest of Interest"),
])("not %j", (written) =>
  expect(found(written).flatMap((it) => it.help ?? [])).not.toContainEqual(expect.stringContaining("greater of $0")),
);
