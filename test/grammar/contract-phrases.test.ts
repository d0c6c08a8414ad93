/** What a lawyer writes from habit: each is answered with the language's own words, which never say less or the opposite. */
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { textOf } from "../../src/source/span.ts";
import { parse } from "../../src/syntax/parse.ts";

const found = (text: string): readonly Diagnostic[] => parse(new SourceFile("note", `${text}\n`)).diagnostics;

const duty = "the Borrower must give Report by Due Date called Reporting";

test.each<[written: string, under: string, right: string]>([
  ["Cap Price is defined as Fee", "is defined as", "Cap Price means Fee"],
  ["Cap Price shall be equal to Fee", "shall be equal to", "Cap Price means Fee"],
  ["Cap Price is equal to Fee", "is equal to", "Cap Price means Fee"],
  ["Cap Price equals Fee", "equals", "Cap Price means Fee"],
  ["given Cap: money in the amount of $5", "in the amount of", "given Cap: money = $5"],
  ["given Cap: Money = $5", "Money", "given Cap: money = $5"],
  ["given Due Date: Date", "Date", "given Due Date: date"],
  ["event Sale\n  Amount: Shares", "Shares", "event Sale\n  Amount: shares"],
  ["when Sale and Open\n  Fee becomes $0", "and", "when Sale if Open\n  Fee becomes $0"],
  ["when Sale\n  increase Fee by $5", "increase Fee by", "when Sale\n  Fee rises by $5"],
  ["when Sale\n  reduce Fee by $5", "reduce Fee by", "when Sale\n  Fee falls by $5"],
  ["when Sale\n  increase Fee to $5", "increase Fee to", "when Sale\n  Fee becomes $5"],
  ["when Sale\n  reduce Fee to $5", "reduce Fee to", "when Sale\n  Fee becomes $5"],
  ["when Sale\n  set Fee to $5", "set Fee to", "when Sale\n  Fee becomes $5"],
  ["the Holder may give Notice if Open", "if", "the Holder may give Notice only if Open"],
  [duty.replace("by Due", "on Due"), "on", duty],
  ["Last Fee means Fee on Due Date", "on", "Last Fee means Fee as of Due Date"],
  [
    "First means the earlier to occur of Due Date and Sale Date",
    "the earlier to occur of",
    "First means the earlier of Due Date and Sale Date",
  ],
  [
    "First means the later to occur of Due Date and Sale Date",
    "the later to occur of",
    "First means the later of Due Date and Sale Date",
  ],
  ["Owing means accrued and unpaid Interest", "accrued and unpaid", "Owing means unpaid Interest"],
  [
    "Open holds when Event of Default has occurred and is continuing",
    "Event of Default has occurred and is continuing",
    "Open holds when Event of Default",
  ],
  ["Open holds when there is an Event of Default", "there is an Event of Default", "Open holds when Event of Default"],
  [
    "Open holds when there is no Event of Default",
    "there is no Event of Default",
    "Open holds when not (Event of Default)",
  ],
  [
    "Open holds when no Notice of Sale has occurred",
    "no Notice of Sale has occurred",
    "Open holds when not (Notice of Sale has happened)",
  ],
  [
    "Open holds when Notice of Sale has occurred",
    "Notice of Sale has occurred",
    "Open holds when Notice of Sale has happened",
  ],
])("%j", (written, under, right) => {
  const [first, ...others] = found(written);
  expect([first && textOf(first.span), others]).toEqual([under, []]);
  const { span, text = "" } = first?.fix ?? { span: { start: 0, end: 0 } };
  expect(written.slice(0, span.start) + text + written.slice(span.end)).toBe(right);
  expect(found(right)).toEqual([]);
});

test.each<[written: string, words: string, right: string]>([
  ["Open holds when both Early and Late", "take it out", "Open holds when Early and Late"],
  ["Open holds when either Early or Late", "take it out", "Open holds when Early or Late"],
  [
    "Open holds when neither Early nor Late",
    "`none of` and a list",
    "Open holds when none of\n  (i) Early\n  (ii) Late",
  ],
  [
    "when Sale or Merger\n  Fee becomes $0",
    "a rule for each",
    "when Sale\n  Fee becomes $0\nwhen Merger\n  Fee becomes $0",
  ],
  ["Price means the closing price of the Common Stock", "`market close`", "Price means market close"],
  ["Price means the volume weighted average price", "`market vwap`", "Price means market vwap"],
  [
    "Price means the average of the three (3) lowest closing prices during the 20 trading days before today",
    "`the average of the 3 lowest of market close over 20 trading days ending 1 trading day before today`",
    "Price means the average of the 3 lowest of market close over 20 trading days ending 1 trading day before today",
  ],
  [
    "Price means the average of market close for the 5 trading days before today",
    "`over 5 trading days ending 1 trading day before today`",
    "Price means the average of market close over 5 trading days ending 1 trading day before today",
  ],
  [
    "Default occurs when Fee is more than $5 for 10 consecutive days",
    "`unless cured by the end of: 10 days after D`",
    "Default occurs when Fee is more than $5\n  unless cured by the end of: 10 days after Due Date",
  ],
  ["Owing means all Interest", "`unpaid NAME`", "Owing means unpaid Interest"],
  [
    "notwithstanding the foregoing, Price means $5",
    "`notwithstanding NAME of SECTION`",
    "notwithstanding Price of 2\n  while: Open\n  it is: $5",
  ],
  [
    "notwithstanding Price, Fee means $5",
    "`while: CONDITION` and `it is: VALUE`",
    "notwithstanding Price\n  while: Open\n  it is: $5",
  ],
  [
    "except as provided in Section 4, Fee means $5",
    "`notwithstanding NAME of SECTION`",
    "notwithstanding Price of 4\n  while: Open\n  it is: $5",
  ],
])("%j is told how the language says it", (written, words, right) => {
  const [first, ...others] = found(written);
  expect(first?.help).toContain(words);
  expect([first?.fix, others]).toEqual([undefined, []]);
  expect(found(right)).toEqual([]);
});

test("a part of a sum keeps its brackets", () => {
  // 120% of (Fee + $5), and not 120% of Fee, plus $5.
  for (const written of ["Price means 120% of the sum of Fee and $5", "Price means twice the sum of Fee and $5"]) {
    expect(found(written).map(({ help, fix }) => [help, fix])).toEqual([["write `(Fee + …)`", undefined]]);
  }
  expect(found("Price means the sum of Fee and $5")[0]?.help).toBe("write `Fee +`");
});
