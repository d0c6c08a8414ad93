/** Independent mistakes are found all at once, each at its place, each with what to do about it, and none twice. */
import { expect, test } from "vitest";
import { check, checkReport, compile, entryOf, isCode, registry } from "../src/index.ts";

const head =
  'note "Three"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n\n' +
  "given Issue Date: date = 2024-01-02\ngiven Principal: money = $100\n";

// Statements begin on line 8. What is expected: code, line, and the text that is marked.
test.each<[string, string, string[]]>([
  [
    "syntax, a unit, a name",
    "Fee means Principal *\nRaised means Principal + 5%\nTotal Fee means Principal + Premium\n",
    ["TN1025 8 ", "TN3001 9 5%", "TN2001 10 Premium"],
  ],
  [
    "a sign, a default of another unit, an event",
    "Fee means Principal # 2\ngiven Discount: percent = $20\nwhen Notice of Sale\n  Held becomes $5\nHeld starts at $1\n",
    ["TN1003 8 #", "TN3002 9 $20", "TN2006 10 Notice of Sale"],
  ],
  [
    "a field, a condition, a misspelt word",
    "event Payment\n  Amount: money\nwhen Payment\n  Owed falls by its Amounts\nOwed starts at Principal\n" +
      "Fee holds when Principal\nDue Day means 3 months afer Issue Date\n",
    ["TN2003 11 Amounts", "TN3003 13 Principal", "TN1001 14 afer"],
  ],
  [
    "a circle, a choice, a text without an end",
    'First means Second + $1\nSecond means First - $1\nreading "rounding"\n  passage: "to the cent"\n' +
      '  choices: "up", "down"\n  chosen: "nearest"\nFee means as "rounding" is read\n  "up": $1\n  "down": $2\n' +
      'Greeting means "hello\n',
    ["TN4001 8 First", 'TN4006 13 "nearest"', 'TN1004 17 "hello'],
  ],
  [
    "a name twice, a day to come, a number for a length of time",
    "Fee means $1\nFee means $2\nLater means Principal as of 1 day after today\nEnd Day means Issue Date + 5\n",
    ["TN2002 9 Fee", "TN4002 10 1 day after today", "TN3013 11 5"],
  ],
])("%s", (_, statements, expected) => {
  const found = check(head + statements, "three.tenor");
  expect(
    found.map(({ code, span: { source, start, end } }) => {
      return `${code} ${source.positionAt(start).line} ${source.text.slice(start, end)}`;
    }),
  ).toEqual(expected);
  // What to do is said, and is something else than what is wrong.
  expect(found.filter(({ help, message }) => help === undefined || help.length < 8 || help === message)).toEqual([]);
  expect(compile(head + statements).ok).toBe(false);
  expect(checkReport(found).diagnostics).toHaveLength(3);
});

test("with the three mended there is nothing to find", () => {
  const mended = "Fee means Principal * 2\nRaised means Principal + 5% * Principal\nTotal Fee means Principal + Fee\n";
  expect(check(head + mended)).toEqual([]);
});

const templateCodes = Object.keys(registry)
  .filter(isCode)
  .filter((code) => /^TN[1234]/.test(code));

test.each(templateCodes)("%s, found in a template, comes with what to do about it", (code) => {
  const { wrong, clause } = entryOf(code);
  const additions = clause === undefined ? [] : [{ name: "clause.tenor", text: clause }];
  const found = check(wrong, "example.tenor", ...additions).filter((it) => it.code === code);
  expect(found.length).toBeGreaterThan(0);
  const isSilent = found.some(({ help }) => help === undefined);
  // The message of TN1001 says what was expected at the very place.
  expect(isSilent && code !== "TN1001").toBe(false);
});
