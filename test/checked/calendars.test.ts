/** Calendars that a template names: in its head, and in its stories. */
import { describe, test } from "vitest";
import { expectFinding, expectNoFinding } from "./findings.ts";

const note = (days: string, story = "") =>
  `note "Example"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n  business days: ${days}\n\n` +
  `given Issue Date: date = 2024-01-02\nPay Day means the first business day on or after Issue Date\n${story}`;
const story = (calendar: string) =>
  `test "pay day"\n  calendar: ${calendar}\n  expect: Pay Day on 2024-01-02 is 2024-01-02\n`;

describe("a calendar that there is not", () => {
  test.each([
    [
      "in the head",
      note('«"lagos"»'),
      "`lagos`",
      "write the path of a calendar file, or one of the built-in ones: us-bank",
    ],
    [
      "in the head, one slip off",
      note('«"us-bnak"»'),
      "`us-bnak`",
      'write "us-bank"; the built-in calendars are us-bank',
    ],
    [
      "in the head, one part of two",
      note('«"london and us-bnak"»'),
      "`london and us-bnak`",
      'write "london and us-bank"',
    ],
    [
      "in the head, joined in two ways",
      note('«"london and oslo or zurich"»'),
      "`london and oslo or zurich`",
      "join the names with `and` alone, or with `or` alone",
    ],
    ["in a story", note('"us-bank"', story('«"nise"»')), "`nise`", 'write "nyse"'],
  ])("%s", (_, source, message, help) => expectFinding(source, "TN5302", `There is no calendar ${message}`, help));
});

describe("a calendar that a phrase names", () => {
  const phrase = (calendar: string, unit = "business days") => `A means 2 ${calendar} ${unit} before Issue Date\n`;

  test.each([
    ["unknown", phrase('«"lodnon"»'), "TN5302", "There is no calendar `lodnon`", 'write "london"'],
    ["joined in two ways", phrase('«"london and oslo or nyse"»'), "TN5302", "There is no calendar", "with `or` alone"],
    ["a file", phrase('«"oslo.csv"»'), "TN2055", "`oslo.csv` is a file", "in the head of the note"],
    [
      "for other days",
      phrase('«"london"»', "days"),
      "TN1065",
      "stands before here are `days`",
      'write `"london" business days`',
    ],
    ["for months", phrase('«"london"»', "months"), "TN1065", "`months`", "take the calendar out"],
    ["for trading days", phrase('«"nyse"»', "trading days"), "TN1065", "`trading days`", "business days"],
    [
      "of a range",
      'A means the number of «"lodnon"» business days from and including Issue Date to but excluding today\n',
      "TN5302",
      "`lodnon`",
      "london",
    ],
  ] as const)("%s", (_, source, code, message, help) => expectFinding(source, code, message, help));

  test.each([
    ["of a shift", phrase('"london and us-bank"')],
    ["of a step", 'A means the first "oslo or zurich" business day on or after Issue Date\n'],
    ["of a month's end", 'A means the last "tokyo" business day of the month of today\n'],
    ["of a convention", 'A means Issue Date, modified following "target" business day\n'],
    [
      "of a range",
      'A means the number of "sydney" business days from and including Issue Date to but excluding today\n',
    ],
    [
      "of a window",
      'A means the number of 3 "singapore" business days ending today on which (today is after Issue Date)\n',
    ],
    [
      "of a test",
      'A holds when on every "nyse" business day from and including Issue Date to and including today, today is after Issue Date\n',
    ],
  ])("%s is fine", (_, source) => expectNoFinding(source));
});

test.each([
  ["a calendar that is built in", note('"nyse"', story('"us-bank"'))],
  ["two of them", note('"london and us-bank"', story('"oslo or zurich"'))],
  ["the path of a file, which whoever reads files looks for", note('"./oslo.csv"', story('"../calendars/oslo.csv"'))],
])("%s is fine", (_, source) => expectNoFinding(source));
