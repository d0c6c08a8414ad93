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

test.each([
  ["a calendar that is built in", note('"nyse"', story('"us-bank"'))],
  ["two of them", note('"london and us-bank"', story('"oslo or zurich"'))],
  ["the path of a file, which whoever reads files looks for", note('"./oslo.csv"', story('"../calendars/oslo.csv"'))],
])("%s is fine", (_, source) => expectNoFinding(source));
