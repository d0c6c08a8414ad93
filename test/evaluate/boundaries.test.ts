/** Bounds that are met exactly, and the first value beyond each. */
import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

// Wednesday to Friday; the 13th and the 14th are a weekend, and the 15th, Martin Luther King Jr. Day, is a holiday.
const prices = [
  ["2024-01-10", "2"],
  ["2024-01-11", "3"],
  ["2024-01-12", "5"],
] as const;

const valueOn = (value: string, on: string) => answersOf(`A means ${value}`, { prices, ask: [{ value: "A", on }] })[0];

test.each([
  ["a million days", "(1000000 days after today) - today", "1000000"],
  ["a day more", "1000001 days after today", "undefined"],
  // So far back there are no years.
  ["a million days back", "(0 - 1000000) days after today", "missing data"],
  ["a day more back", "(0 - 1000001) days after today", "undefined"],
  ["no business day after a weekend", "0 business days after 2024-01-13", "2024-01-13"],
  ["one less than none after a Wednesday", "(0 - 1) business days after 2024-01-10", "2024-01-09"],
  ["one less than none before a Friday", "(0 - 1) business days before 2024-01-12", "2024-01-16"],
  ["one after a Friday, beyond a holiday", "1 business day after 2024-01-12", "2024-01-16"],
  ["no trading day after a day without a price", "0 trading days after 2024-01-13", "2024-01-13"],
  ["a trading day counted from the day before the first", "1 trading day after 2024-01-09", "2024-01-10"],
  ["counted from a day earlier", "1 trading day after 2024-01-08", "missing data"],
  ["a trading day counted back from the day after the last", "1 trading day before 2024-01-13", "2024-01-12"],
  ["counted back from a day later", "1 trading day before 2024-01-14", "missing data"],
  ["counted back to the first", "2 trading days before 2024-01-12", "2024-01-10"],
  ["counted back beyond it", "3 trading days before 2024-01-12", "missing data"],
  ["counted to the last", "2 trading days after 2024-01-10", "2024-01-12"],
  ["counted beyond it", "3 trading days after 2024-01-10", "missing data"],
  [
    "the first business day of a month that begins on a weekend",
    "the first business day of the month of 2024-06-10",
    "2024-06-03",
  ],
  ["the last one of a month that ends on one", "the last business day of the month of 2024-06-10", "2024-06-28"],
])("%s", (_, value, expected) => {
  expect(valueOn(value, "2024-01-12")).toBe(expected);
});

describe("dates every month from 2 January", () => {
  test.each([
    [
      "the first of them after one of them is the next",
      "the first of every 1 months from Issue Date after today",
      "2024-03-02",
    ],
    ["on or after it that one", "the first of every 1 months from Issue Date on or after today", "2024-02-02"],
    [
      "the last of them before it is the one before",
      "the last of every 1 months from Issue Date before today",
      "2024-01-02",
    ],
    ["on or before it that one", "the last of every 1 months from Issue Date on or before today", "2024-02-02"],
    ["every so many as none are no dates", "the first of every 0 months from Issue Date after today", "undefined"],
  ])("%s", (_, value, expected) => {
    expect(valueOn(value, "2024-02-02")).toBe(expected);
  });

  test("the last before the first of them is that first one", () => {
    expect(valueOn("the last of every 1 months from Issue Date before today", "2024-01-02")).toBe("2024-01-02");
  });
});

describe("a window", () => {
  test.each([
    ["of one day is that day", "the average of market close over 1 trading day ending today", "5"],
    ["of all days there are", "the highest of market close over 3 trading days ending today", "5"],
    ["of one day more than there are", "the highest of market close over 4 trading days ending today", "missing data"],
    ["has a lowest one", "the average of the 1 lowest of market close over 3 trading days ending today", "2"],
    [
      "has as many lowest ones as days",
      "the average of the 3 lowest of market close over 3 trading days ending today",
      "3.3333333333333333333",
    ],
    ["has no more", "the average of the 4 lowest of market close over 3 trading days ending today", "missing data"],
  ])("%s", (_, value, expected) => {
    expect(valueOn(value, "2024-01-12")).toBe(expected);
  });
});

test.each([
  [
    "as many business days as lie in a week",
    "the number of business days from and including 2024-01-08 to and including 2024-01-14",
    "5",
  ],
  [
    "a range that ends before it begins",
    "the number of days from and including 2024-01-14 to and including 2024-01-13",
    "0",
  ],
  ["a range of one day", "the number of days from and including 2024-01-14 to and including 2024-01-14", "1"],
  [
    "a range of one day without its ends",
    "the number of days from but excluding 2024-01-14 to but excluding 2024-01-14",
    "0",
  ],
])("%s", (_, value, expected) => {
  expect(valueOn(value, "2024-01-12")).toBe(expected);
});
