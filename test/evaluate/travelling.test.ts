/** What can't be determined, and what has no value, travel through every operation; and dates reckoned from dates. */
import { describe, expect, test } from "vitest";
import { answersOf, outcomeOf } from "./asked.ts";

const on = "2024-01-10";

describe("an operand", () => {
  const statements =
    "Number means market close / market close\nDollars means $1 * Number\nDay means the first trading day on or after today\nHolds holds when market close is more than $1 per share, not restated for splits\n" +
    "No Day is a date, at first not set\nNo Dollars is money, at first not set\nIs First holds when today is Issue Date\n";
  const answerTo = (value: string) => answersOf(`${statements}A ${value}\n`, { ask: [{ value: "A", on }] });

  test.each([
    ["a sum, left", "means Dollars + $1"],
    ["a sum, right", "means $1 + Dollars"],
    ["a comparison, left", "holds when Number is less than 2"],
    ["a comparison, right", "holds when 2 is less than Number"],
    ["not", "holds when not Holds"],
    ["and, where the other is true", "holds when Holds and today is after Issue Date"],
    ["or, where the other is false", "holds when Is First or Holds"],
    [
      "a list, behind what is true",
      "holds when all of\n  (i) today is after Issue Date\n  (ii) Holds\n  (iii) today is after Issue Date",
    ],
    ["is set", "holds when Number is set"],
    ["the lesser", "means the lesser of 1 and Number"],
    ["a total", "means the total of\n  (i) $1\n  (ii) Dollars"],
    ["a case", "means 1 if Holds, otherwise 2"],
    ["a value only while", "means 1 only while Holds"],
    ["or else", "means Number, or else 3"],
    ["what is rounded", "means Dollars, rounded down to $1"],
    ["a number of days", "means (Number) days after today"],
    ["the day that is counted from", "means 1 day after Day"],
    ["a step", "means the first business day after Day"],
    ["the edge of a month", "means the last day of the month of Day"],
    ["the anchor of periods", "means the first of every 3 months from Day on or after today"],
    ["the day that periods are looked for", "means the first of every 3 months from Issue Date on or after Day"],
    ["the months of periods", "means the first of every (Number) months from Issue Date on or after today"],
    ["a day looked back to", "means 1 as of Day"],
    ["the first day of a range", "means the number of days from and including Day to and including today"],
    ["the last day of a range", "means the number of days from and including Issue Date to and including Day"],
    [
      "the first day of a range on which something stayed so",
      "means the number of days from and including Day to and including today on which (No Day is not set)",
    ],
    [
      "the first day of a range on which something held",
      "means the number of days from and including Day to and including today on which Is First",
    ],
    ["the end of a window", "means the sum of 1 over 3 days ending Day"],
    ["the length of a window", "means the sum of 1 over (Number) days ending today"],
    [
      "the condition of a range",
      "means the number of days from and including Issue Date to and including today on which Holds",
    ],
    ["the condition of a window", "means the sum of 1 over 3 days ending today on which Holds"],
    ["the number of lowest values", "means the average of the (Number) lowest of $1 over 3 days ending today"],
    [
      "the days of interest",
      "means interest at 5% per year on $1 from and including Day to but excluding today by actual/365",
    ],
    [
      "the rate of interest",
      "means interest at (5% per year * Number) on $1 from and including Issue Date to but excluding today by actual/365",
    ],
    [
      "the base of interest",
      "means interest at 5% per year on Dollars from and including Issue Date to but excluding today by actual/365",
    ],
  ])("that can't be determined: %s", (_, value) => {
    expect(answerTo(value)).toEqual(["missing data"]);
  });

  test.each([
    ["a sum, left", "means No Dollars + $1"],
    ["a sum, right", "means $1 + No Dollars"],
    ["a number of days between", "means No Day - today"],
    ["a day counted from", "means 1 day after No Day"],
    ["a step", "means the last business day before No Day"],
    ["the edge of a year", "means the first day of the year of No Day"],
    ["what is rounded", "means No Dollars, rounded up to $1"],
    ["or else twice", "means No Dollars, or else No Dollars"],
    ["an extreme of which nothing is set", "means the least of\n  (i) No Dollars, if set\n  (ii) No Dollars, if set"],
  ])("without a value: %s", (_, value) => {
    expect(answerTo(value)).toEqual([null]);
  });

  test.each([
    ["and, where the other is false", "holds when Holds and Is First", false],
    ["or, where the other is true", "holds when Holds or today is after Issue Date", true],
    ["the case that is not reached", "means 1 if today is after Issue Date, 2 if Holds, otherwise 3", "1"],
    ["or else, behind a value", "means 1, or else Number", "1"],
    ["left out where it is not set", "means the total of\n  (i) $1\n  (ii) No Dollars, if set", "1"],
    ["left out of an extreme", "means the greatest of\n  (i) $1\n  (ii) No Dollars, if set\n  (iii) $3", "3"],
    ["whether it is set", "holds when No Day is set", false],
  ] as const)("that does not count: %s", (_, value, expected) => {
    expect(answerTo(value)).toEqual([expected]);
  });
});

test.each([
  ["is", "2 is 2", true],
  ["is, of another", "2 is 3", false],
  ["is not", "2 is not 3", true],
  ["is not, of the same", "today is not 2024-01-10", false],
  ["is more than", "2 is more than 2", false],
  ["is at least", "2 is at least 2", true],
  ["is less than", "2 is less than 2", false],
  ["is at most", "2 is at most 2", true],
  ["is before", "today is before 2024-01-10", false],
  ["is on or before", "today is on or before 2024-01-10", true],
  ["is after", "today is after 2024-01-10", false],
  ["is on or after", "today is on or after 2024-01-10", true],
  ["is, of times", "18:00 is 18:00", true],
])("compared: %s", (_, value, expected) => {
  expect(answersOf(`A holds when ${value}`, { ask: [{ value: "A", on }] })).toEqual([expected]);
});

test.each([
  ["the lesser", "the lesser of 1 and 2", "1"],
  ["the lesser, the other way round", "the lesser of 2 and 1", "1"],
  ["the greater", "the greater of 1 and 2", "2"],
  ["the greater, the other way round", "the greater of 2 and 1", "2"],
  ["the least of a list", "the least of\n  (i) 2\n  (ii) 1\n  (iii) 3", "1"],
  ["the greatest of a list", "the greatest of\n  (i) 2\n  (ii) 3\n  (iii) 1", "3"],
  ["the earlier", "the earlier of today and 2024-01-09", "2024-01-09"],
  ["the later", "the later of today and 2024-01-09", "2024-01-10"],
  ["a value only while its condition holds", "1 only while today is after Issue Date", "1"],
  ["the first case that holds", "1 if today is Issue Date, 2 if today is after Issue Date, otherwise 3", "2"],
  ["otherwise", "1 if today is Issue Date, otherwise 3", "3"],
  ["rounded down", "$1.239, rounded down to $0.01", "1.23"],
  ["rounded up", "$1.231, rounded up to $0.01", "1.24"],
  ["rounded half up", "$1.235, rounded half up to $0.01", "1.24"],
  ["rounded half to the even", "$1.225, rounded half even to $0.01", "1.22"],
  ["below nothing, towards zero", "($0 - $1.239), rounded down to $0.01", "-1.23"],
  ["below nothing, away from zero", "($0 - $1.231), rounded up to $0.01", "-1.24"],
])("one of several, or rounded: %s", (_, value, expected) => {
  expect(answersOf(`A means ${value}`, { ask: [{ value: "A", on }] })).toEqual([expected]);
});

test.each([
  ["a division by zero", "1 / (1 - 1)", "divides by zero"],
  ["zero to a power below zero", "0 to the power of (0 - 1)", "divides by zero"],
  [
    "a quotient with unlimited in it",
    "$1 * (the greater of 1 and unlimited) / (the greater of $1 and unlimited)",
    "unlimited",
  ],
  ["unlimited less unlimited", "(the greater of 1 and unlimited) - (the greater of 1 and unlimited)", "unlimited"],
  ["half a power", "4 to the power of (1 - 1 / 2)", "exponent is no whole number"],
  ["too many digits", "2 to the power of 1,000,000", "digits"],
  ["half a day", "(1 / 2) days after today", "whole number"],
  ["months of none", "the first of every (1 - 1) months from Issue Date after today", "whole number"],
])("why something has no result: %s", (_, value, words) => {
  expect(outcomeOf(`A means ${value}`, { ask: [{ value: "A", on }] }).answers).toMatchObject([
    { error: { kind: "undefined", message: expect.stringContaining(words) } },
  ]);
});

// A Friday and the Monday after it.
const prices = [
  ["2024-01-05", "1"],
  ["2024-01-08", "2"],
] as const;

test.each([
  ["on or after a day between", "the first trading day on or after 2024-01-06", "2024-01-08"],
  ["on or before a day between", "the last trading day on or before 2024-01-07", "2024-01-05"],
  ["on or after the first row", "the first trading day on or after 2024-01-05", "2024-01-05"],
  ["on or before the last row", "the last trading day on or before 2024-01-08", "2024-01-08"],
  ["after two days before the rows", "1 trading day after 2024-01-03", "missing data"],
  ["before two days after the rows", "1 trading day before 2024-01-10", "missing data"],
  ["after the day before the rows", "1 trading day after 2024-01-04", "2024-01-05"],
])("a trading day %s", (_, value, expected) => {
  expect(answersOf(`A means ${value}`, { prices, ask: [{ value: "A", on }] })).toEqual([expected]);
});

test.each([
  ["trading days", "1 trading day after 2024-01-08", ["1 trading day after 2024-01-08", "2024-01-05 to 2024-01-08"]],
  [
    "several of them",
    "2 trading days before 2024-01-08",
    ["2 trading days before 2024-01-08", "2024-01-05 to 2024-01-08"],
  ],
  [
    "the first on or after",
    "the first trading day on or after 2024-01-09",
    ["the first trading day on or after 2024-01-09"],
  ],
  ["the last before", "the last trading day before 2024-01-10", ["the last trading day before 2024-01-10"]],
  ["a date beyond the calendar of years", "9,000 years after today", ["years 1 to 9999"]],
  ["business days", "5,000 business days before 1900-01-10", ["the calendar"]],
  ["a day to come", "(market close as of 2024-01-11)", ["2024-01-11 is after 2024-01-10"]],
  [
    "a window of too many",
    "the highest of market close over 3 trading days ending 2024-01-08",
    ["3 trading days ending 2024-01-08", "2024-01-05 to 2024-01-08"],
  ],
  [
    "a window that ends behind the rows",
    "the highest of market close over 2 trading days ending 2024-01-09",
    ["2 trading days ending 2024-01-09", "2024-01-05 to 2024-01-08"],
  ],
  [
    "a window that ends ahead",
    "the highest of market close over 1 trading day ending 2024-01-11",
    ["it is only 2024-01-10"],
  ],
  [
    "a range",
    "the number of trading days from and including 2024-01-02 to and including 2024-01-08",
    ["from 2024-01-02 to 2024-01-08"],
  ],
  [
    "more values than there are",
    "the average of the 3 lowest of market close over 2 trading days ending 2024-01-08",
    ["needs 3 values, and there are 2"],
  ],
  ["a day without a row", "market close", ["no row for 2024-01-10"]],
])("what is missing is named: %s", (_, value, words) => {
  const [answer] = outcomeOf(`A means ${value}`, { prices, ask: [{ value: "A", on }] }).answers;
  expect(answer).toMatchObject({ error: { kind: "missing data" } });
  for (const part of words) expect(answer).toMatchObject({ error: { message: expect.stringContaining(part) } });
});

test.each([
  ["a month after the last day of a longer one", "1 month after 2024-01-31", "2024-02-29"],
  ["a month before the last day of a longer one", "1 month before 2024-03-31", "2024-02-29"],
  ["a year after a leap day", "1 year after 2024-02-29", "2025-02-28"],
  ["two years before", "2 years before 2024-01-31", "2022-01-31"],
  // 2 February 2024 is a Friday.
  ["a business day after a Friday", "1 business day after 2024-02-02", "2024-02-05"],
  ["two business days before a Monday", "2 business days before 2024-02-05", "2024-02-01"],
  ["no business days after a Saturday", "0 business days after 2024-02-03", "2024-02-03"],
  ["on or after a Saturday", "the first business day on or after 2024-02-03", "2024-02-05"],
  ["on or after a Friday", "the first business day on or after 2024-02-02", "2024-02-02"],
  ["after a Friday", "the first business day after 2024-02-02", "2024-02-05"],
  ["on or before a Saturday", "the last business day on or before 2024-02-03", "2024-02-02"],
  ["before a Monday", "the last business day before 2024-02-05", "2024-02-02"],
  ["the day after", "the first day after 2024-02-02", "2024-02-03"],
  ["the day itself", "the first day on or after 2024-02-02", "2024-02-02"],
  // 31 March 2024 is a Sunday, 1 June a Saturday.
  ["the last business day of a month", "the last business day of the month of 2024-03-15", "2024-03-29"],
  ["the first business day of a month", "the first business day of the month of 2024-06-10", "2024-06-03"],
  ["the first day of a quarter", "the first day of the quarter of 2024-05-10", "2024-04-01"],
  ["the last day of a quarter", "the last day of the quarter of 2024-05-10", "2024-06-30"],
  ["the last day of a year", "the last day of the year of 2024-05-10", "2024-12-31"],
  // Every three months from 31 January: 30 April, 31 July.
  ["the first period on a day", "the first of every 3 months from 2024-01-31 on or after 2024-04-30", "2024-04-30"],
  ["the first period after a day", "the first of every 3 months from 2024-01-31 after 2024-04-30", "2024-07-31"],
  [
    "the first period from the anchor on",
    "the first of every 3 months from 2024-01-31 on or after 2024-01-31",
    "2024-04-30",
  ],
  ["the last period up to a day", "the last of every 3 months from 2024-01-31 on or before 2024-04-30", "2024-04-30"],
  ["the last period before a day", "the last of every 3 months from 2024-01-31 before 2024-07-31", "2024-04-30"],
  ["the anchor before the first period", "the last of every 3 months from 2024-01-31 before 2024-04-30", "2024-01-31"],
  ["periods of no months", "the first of every (1 - 1) months from 2024-01-31 after 2024-04-30", "undefined"],
  ["periods of half a month", "the first of every (1 / 2) months from 2024-01-31 after 2024-04-30", "undefined"],
  ["periods of a month", "the first of every 1 month from 2024-01-31 after 2024-04-30", "2024-05-31"],
  ["less than no days", "(0 - 1) days after 2024-01-31", "2024-01-30"],
  ["less than no business days", "(0 - 1) business days after 2024-02-05", "2024-02-02"],
])("a date reckoned from another: %s", (_, value, expected) => {
  expect(answersOf(`A means ${value}`, { ask: [{ value: "A", on }] })).toEqual([expected]);
});

const optional = "Extra means $7 only while today is after 2024-01-03\n";
const list = "\n  (i) $5\n  (ii) Extra, if set\n";

test.each([
  ["the greatest of a list", `A means the greatest of${list}`, ["5", "7"]],
  ["the least of a list", `A means the least of${list}`, ["5", "5"]],
  ["the total of a list", `A means the total of${list}`, ["5", "12"]],
])("what counts if it is set, before and after it is: %s", (_, definition, expected) => {
  const ask = ["2024-01-03", "2024-01-04"].map((day) => ({ value: "A", on: day }));
  expect(answersOf(optional + definition, { ask })).toEqual(expected);
});
