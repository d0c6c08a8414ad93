/** Tables: by ranges, and in straight lines between points; each figure is worked out by hand. */
import { describe, expect, test } from "vitest";
import { answersOf, explained } from "./asked.ts";

const answer = (value: string, on = "2024-01-05") => answersOf(`A means ${value}`, { ask: [{ value: "A", on }] })[0];
const rows = (...all: readonly string[]) => all.map((row) => `\n  ${row}`).join("");

describe("a table of ranges", () => {
  const steps = (key: string) => `by the table of ${key}${rows("0 to 30: 5", "31 to 60: 6", "from 91: 7")}`;
  test.each([
    ["the first figure of a row", "0", "5"],
    ["the last one", "30", "5"],
    ["the first of the next", "31", "6"],
    ["in a gap", "61", null],
    ["between whole numbers", "30.5", null],
    ["below all rows", "-1", null],
    ["without an end", "1000000", "7"],
  ])("%s", (_, key, expected) => expect(answer(steps(key))).toBe(expected));

  const amounts = (key: string) =>
    `by the table of ${key}${rows("up to $10: 1%", "$20 to but excluding $30: 2%", "$30: 3%")}`;
  test.each([
    ["at the end that is included", "$10", "0.01"],
    ["at the start", "$20", "0.02"],
    ["at the end that is excluded", "$30", "0.03"],
    ["of one figure only", "$30.01", null],
  ])("%s", (_, key, expected) => expect(answer(amounts(key))).toBe(expected));

  test("goes by dates", () => {
    const table = `by the table of today${rows("2024-01-01 to 2024-01-04: 8%", "2024-01-05 to 2024-01-31: 9%")}`;
    expect([answer(table, "2024-01-04"), answer(table)]).toEqual(["0.08", "0.09"]);
  });

  test("has no value where it goes by what has none", () => {
    expect(answer(steps("(5 only while today is 2024-02-01)"))).toBe(null);
  });

  test("says that what it goes by lies in no row", () => {
    const statements = `Days Held means 61\nA means ${steps("Days Held")}`;
    const [fact] = explained(statements, { ask: [{ value: "A", on: "2024-01-05" }] });
    expect(fact?.result).toMatchObject({ fact: { kind: "in no row" } });
  });
});

describe("a table in straight lines", () => {
  const line = (key: string) => `by the table of ${key}, in straight lines${rows("$10: 5", "$20: 3", "$40: 0")}`;
  test.each([
    ["at a point", "$20", "3"],
    ["between two", "$15", "4"],
    // 3 - 3 * 5/20
    ["in a longer stretch", "$25", "2.25"],
    ["below the first", "$9.99", null],
    ["above the last", "$40.01", null],
  ])("%s", (_, key, expected) => expect(answer(line(key))).toBe(expected));

  const two = (key: string) =>
    `by the table of today and ${key}, in straight lines${rows("columns: 20, 25, 30", "2024-01-01: 5, 3, 1", "2024-01-11: 3, 2, 0", "2024-01-31: 1, 0, 0")}`;
  test.each([
    // 5 to 3 at 22.5 is 4, 3 to 2 is 2.5; on the 6th half way between.
    ["between four points", "22.5", "2024-01-06", "3.25"],
    ["on a row and a column", "25", "2024-01-11", "2"],
    // 1.5 in the second row at 26.25; 0 in the third; on the 16th a quarter of the way: 1.5 * 3/4.
    ["in the second stretch of both", "26.25", "2024-01-16", "1.125"],
    ["beyond the last column", "30.01", "2024-01-06", null],
    ["behind the last row", "25", "2024-02-01", null],
  ])("of two values, %s", (_, key, on, expected) => expect(answer(two(key), on)).toBe(expected));
});
