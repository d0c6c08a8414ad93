/** What an event that happens by itself can't have, who can't give it, and on what its dates can't rest. */
import { describe, test } from "vitest";
import { expectFinding, expectNoFinding } from "./findings.ts";

const days =
  'section 1 "Dates"\ngiven Last Day: date = 2025-01-02\nMoved Day is a date, at first not set\nevent Call by Holder\n' +
  "when Call\n  Moved Day becomes today\nPay Dates are every month from but excluding Issue Date to and including Last Day\n";
const counted = "Months starts at 0\nwhen Month Begun\n  Months rises by 1\n";
const begun = `${days}event Month Begun on each of Pay Dates\n${counted}`;

describe("what it can't have", () => {
  test.each([
    ["a party", "event Month Begun by «Borrower» on each of Pay Dates\n", "given by a party"],
    ["another event", "event Month Begun for «Call» on each of Pay Dates\n", "for another event"],
    ["a field", "event Month Begun on each of Pay Dates\n  «Amount: money»\n", "have a field"],
    [
      "a day of effect",
      "event Month Begun on each of Pay Dates\n  takes effect on: «1 day after its date»\n",
      "another day",
    ],
  ])("%s", (_, statement, message) => {
    expectFinding(`${days}${statement}${counted}`, "TN4135", message);
  });

  test("a change of what a share is", () => {
    expectFinding(`${begun}share basis changes on «Month Begun» by 2\n`, "TN4135", "what a share is");
  });

  test("a time", () => {
    expectFinding(`${begun}Late for each Month Begun holds when its «time» is set\n`, "TN2003", "time");
  });

  test("a number, where it is not on the dates of a schedule", () => {
    const statement = "event Month Begun on Last Day\n";
    expectFinding(`${days}${statement}${counted}A for each Month Begun means its «number»\n`, "TN2003", "number");
  });
});

describe("who can't give it", () => {
  test.each([
    ["a power", "the Holder may give «Month Begun»\n"],
    ["a duty", "the Borrower must give «Month Begun» by Last Day\n"],
    ["a prohibition", "the Borrower must not give «Month Begun» called Bad Month\n"],
  ])("%s", (_, statement) => {
    expectFinding(`${begun}${statement}`, "TN4136", "`Month Begun` happens by itself");
  });
});

describe("on what its dates can't rest", () => {
  test.each([
    ["a state", "event Month Begun «on Moved Day»\n", "the state `Moved Day`"],
    [
      "a state, through a schedule and a definition",
      "End Day means Moved Day, or else Last Day\nOwn Dates are every month from but excluding Issue Date to but excluding End Day\n" +
        "event Month Begun «on each of Own Dates»\n",
      "the state `Moved Day`, through `Own Dates` and `End Day`",
    ],
    [
      "what has happened",
      "event Month Begun «on (Issue Date if Call has happened, otherwise Last Day)»\n",
      "other events",
    ],
    [
      "the day, of a schedule",
      "Own Dates are every month from but excluding today to but excluding Last Day\nevent Month Begun «on each of Own Dates»\n",
      "today",
    ],
    [
      "prices",
      "event Month Begun «on (Issue Date if market close is $1 per share, otherwise Last Day)»\n",
      "market prices",
    ],
  ])("%s", (_, statement, message) => {
    expectFinding(`${days}${statement}${counted}`, "TN4137", message);
  });

  test.each([
    [
      "dates of another schedule",
      "Early Dates are 3 business days before its date for each of Pay Dates\nevent Month Begun on each of Early Dates\n",
    ],
    ["today, of a date of its own", "event Month Begun on the first business day of the month of today\n"],
    ["the next of some dates", "event Month Begun on 5 days before (the first of Pay Dates after 2024-06-01)\n"],
    ["a definition over deal terms", "Half Way means 183 days after Issue Date\nevent Month Begun on Half Way\n"],
  ])("but %s", (_, statement) => {
    expectNoFinding(`${days}${statement}${counted}`);
  });
});

describe("a test", () => {
  const story = (line: string) => `${begun}test "months"\n  ${line}\n`;

  test("can't give it", () => {
    expectFinding(
      story("on 2024-02-02: «Month Begun»\n  expect: Months on 2024-02-02 is 1"),
      "TN2097",
      "`Month Begun` happens by itself",
    );
  });

  test("asks of it by its day", () => {
    const asked = `Age for each Month Begun means today - its date\n`;
    expectNoFinding(`${begun}${asked}test "age"\n  expect: Age of "Month Begun 2024-02-02" on 2024-02-05 is 3\n`);
    expectFinding(
      `${begun}${asked}test "age"\n  expect: «Age» on 2024-02-05 is 3\n`,
      "TN2005",
      "Age",
      'write `Age of "Month Begun YYYY-MM-DD"`',
    );
  });
});
