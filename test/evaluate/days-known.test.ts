import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

// Three trading days are known. 5 January is a Friday; whether the Monday after it was one is unknown.
const prices = [
  ["2024-01-03", "1"],
  ["2024-01-04", "2"],
  ["2024-01-05", "3"],
] as const;

test.each([
  ["within the rows", "1 trading day before today", "2024-01-05", "2024-01-04"],
  ["on the day after the last row", "1 trading day before today", "2024-01-06", "2024-01-05"],
  ["two days after the last row", "1 trading day before today", "2024-01-07", "missing data"],
  ["long after the last row", "2 trading days before today", "2024-03-01", "missing data"],
  ["ahead within the rows", "1 trading day after today", "2024-01-03", "2024-01-04"],
  ["ahead from the day before the first row", "1 trading day after today", "2024-01-02", "2024-01-03"],
  ["ahead beyond the rows", "1 trading day after today", "2024-01-05", "missing data"],
  ["none after the date", "0 trading days after today", "2024-03-01", "2024-03-01"],
  ["the day itself", "the last trading day on or before today", "2024-01-04", "2024-01-04"],
  ["on or before a day outside the rows", "the last trading day on or before today", "2024-01-06", "missing data"],
  ["on or after a day outside the rows", "the first trading day on or after today", "2024-01-02", "missing data"],
  ["before a day next to the rows", "the last trading day before today", "2024-01-06", "2024-01-05"],
] as const)("trading days are known as far as the market data reach: %s", (_, date, on, expected) => {
  expect(answersOf(`Day means ${date}`, { prices, ask: [{ value: "Day", on }] })).toEqual([expected]);
});

test("a window that ends on a day to come is not known, whatever the day is called", () => {
  const statements =
    "Window End is a date, at first not set\nwhen Notice\n  Window End becomes 2024-01-05\n" +
    "High means the highest of market close over 2 trading days ending (Window End, or else today)";
  const events = [{ on: "2024-01-03", event: "Notice", Amount: "1" }];
  // On the 4th the 5th has not come; on the 5th the window holds 2 and 3.
  const ask = ["2024-01-04", "2024-01-05"].map((on) => ({ value: "High", on }));
  expect(answersOf(statements, { prices, events, ask })).toEqual(["missing data", "3"]);
});

test("interest on what is unlimited at no rate has no result", () => {
  const statements =
    "Due means interest at 0% per year on (the greater of $1 and unlimited) from and including Issue Date to but excluding today by actual/365";
  expect(answersOf(statements, { ask: [{ value: "Due", on: "2024-01-04" }] })).toEqual(["undefined"]);
});

test.each([
  // From the 1st to the 10th are ten days.
  [10, "10"],
  [11, "missing data"],
])("a window of %i days that ends on the tenth day of all reaches back to the first", (days, expected) => {
  const statements = `Sum means the sum of $1 over ${days} days ending 0001-01-10\n`;
  expect(answersOf(statements, { ask: [{ value: "Sum", on: "2024-01-04" }] })).toEqual([expected]);
});
