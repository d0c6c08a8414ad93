/** Names of day counts of the field that Tenor does not have: the nearest one, and how it differs. */
import { describe, expect, test } from "vitest";
import { check } from "../../../src/index.ts";
import { expectFinding, expectNoFinding } from "../findings.ts";

const note = (basis: string) =>
  'note "Example"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n\ngiven Issue Date: date\n' +
  `Owed means interest at 8% per year on $100 from and including Issue Date to but excluding today by ${basis}\n`;

test.each([
  ["actual/actual ISDA", "write actual/actual: it is the same"],
  ["actual/actual ISMA", "write actual/actual ICMA: it is the same"],
  ["30/360 NASD", "write 30U/360: it is the same"],
  ["bus/252", "write business/252: it is the same"],
  // From 15 January to 15 April 2024 are 16 + 29 + 31 + 15 = 91 days, 90 in months of 30.
  ["nl/365", "write actual/365: from 2024-01-15 to 2024-04-15 it counts a 29 February and so 91 days, and not 90"],
  ["actual/364", "it divides the 91 days by 365, and not by 364"],
  ["30G/360", "write 30/360: from 2024-01-15 to 2024-04-15 it counts 90 days, and actual/360 counts 91"],
  ["actual/361", "write actual/365: from 2024-01-15 to 2024-04-15 it counts 91 days, and 30/360 counts 90"],
  ["nl/actual", "write actual/365, actual/365L, actual/360, actual/actual"],
])("%s", (basis, help) => expectFinding(note(`«${basis}»`), "TN3014", `\`${basis}\``, help));

test("the nearest one is a fix", () => {
  const text = note("30/360 US");
  const [found] = check(text);
  const { span, text: written } = found?.fix ?? { span: { start: 0, end: 0 }, text: "" };
  expect(text.slice(0, span.start) + written + text.slice(span.end)).toBe(note("30U/360"));
});

test.each([
  ...["actual/365", "actual/360", "actual/actual", "30/360", "30E/360", "30E/360 ISDA", "30U/360", "business/252"],
  ...["actual/actual AFB", "actual/actual ICMA every 6 months from Issue Date"],
  ...["actual/actual AFB every 1 year from Issue Date", "actual/365L every 3 months from (1 month after Issue Date)"],
])("%s is known", (basis) => {
  expect(check(note(basis))).toEqual([]);
});

const account = (basis: string) =>
  `given Principal: money\naccount Interest owed by Borrower to Holder\n  accrues: 8% per year on Principal by ${basis}\n  from and including: Issue Date\n`;

describe("interest periods", () => {
  test.each([
    ["missing", note("«actual/actual ICMA»"), "TN4065", "nothing here says which", "every 6 months from D"],
    ["missing for an account by AFB", account("«actual/actual AFB»"), "TN4065", "actual/actual AFB", "every 6 months"],
    ["of no use", note("actual/360 «every 6 months from Issue Date»"), "TN4066", "actual/360", "take the periods out"],
    [
      "of five months",
      note("actual/365L every «5 months» from Issue Date"),
      "TN4067",
      "5 months",
      "1, 2, 3, 4, 6 or 12",
    ],
    ["of two years", note("actual/365L every «2 years» from Issue Date"), "TN4067", "2 years", "12 months"],
    ["of days", note("actual/365L every 90 «days» from Issue Date"), "TN1066", "`days`", "every 6 months from D"],
    ["from an amount", note("actual/365L every 6 months from «$5»"), "TN3004", "an amount of money", undefined],
  ] as const)("%s", (_, source, code, message, help) => expectFinding(source, code, message, help));

  test("from a date that may have no value", () =>
    expectFinding(
      `First Day is a date, at first not set\n${account("actual/actual ICMA every 6 months from «First Day»")}`,
      "TN3005",
      "an account",
    ));

  test.each([
    account("actual/actual AFB every 12 months from Issue Date"),
    account("30U/360"),
    account("business/252"),
  ])("%s is fine", (source) => expectNoFinding(source));
});
