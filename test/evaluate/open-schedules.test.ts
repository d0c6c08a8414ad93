/** Schedules of which some dates lie behind the market data: what goes by the known ones is known. Both evaluators are asked. */
import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

// Trading days from Wednesday 3 to Friday 12 January 2024.
const days = ["03", "04", "05", "08", "09", "10", "11", "12"];
const prices = days.map((day) => [`2024-01-${day}`, "1"] as const);
const everyWeek = (convention: string) =>
  `Look Days are every 7 days from and including Issue Date to but excluding 2024-03-10${convention} trading day\n` +
  "Looks starts at 0\non each of Look Days\n  Looks rises by 1\n";
const ask = (value: string, ...on: readonly string[]) => on.map((day) => ({ value, on: `2024-${day}` }));

// Tuesdays: 2 January, before the data, is no trading day and leads to the 3rd; then 9, and 16, which lies behind the data.
const statements = everyWeek(", following").replace("from and including Issue Date", "from but excluding Issue Date");

describe("a rule on each date of a schedule, following", () => {
  test("is known up to the first date that is not", () => {
    const asked = ask("Looks", "01-08", "01-09", "01-15", "01-16", "02-10");
    const expected = ["0", "1", "1", "missing data", "missing data"];
    expect(answersOf(statements, { prices, ask: asked })).toEqual(expected);
  });

  test("is unknown from the day behind the data, where a date lies before their end", () => {
    // Saturday 13 January is moved behind Friday the 12th, which is the last day of the data.
    const saturdays = statements.replace(
      "every 7 days from but excluding Issue Date",
      "every 11 days from but excluding Issue Date",
    );
    const asked = ask("Looks", "01-12", "01-13");
    expect(answersOf(saturdays, { prices, ask: asked })).toEqual(["0", "missing data"]);
  });
});

test.each([
  ["a count up to a day before the first unknown date", "the number of Look Days on or before 2024-01-15", "1"],
  ["one that takes it in", "the number of Look Days on or before 2024-01-16", "missing data"],
  ["one of all dates", "the number of Look Days", "missing data"],
  ["whether a day is one of them", "1 if 2024-01-09 is one of Look Days, otherwise 0", "1"],
  ["whether a day behind it is", "1 if 2024-01-17 is one of Look Days, otherwise 0", "missing data"],
])("%s", (_, value, expected) => {
  expect(answersOf(`${statements}A means ${value}\n`, { prices, ask: ask("A", "01-05") })).toEqual([expected]);
});

test("modified following may lead back, but not out of the month of the first unknown date", () => {
  // 16 January is unknown, so that all of January may have another date.
  const asked = ask("Looks", "01-05", "01-10");
  const modified = statements.replace(", following", ", modified following");
  expect(answersOf(modified, { prices, ask: asked })).toEqual(["missing data", "missing data"]);
  const february = modified.replace("every 7 days", "every month");
  // 2 February is the first date: January is as it is.
  expect(answersOf(february, { prices, ask: ask("Looks", "01-31", "02-01") })).toEqual(["0", "missing data"]);
});

test("preceding says nothing of where a date lies", () => {
  const preceding = statements.replace(", following", ", preceding");
  expect(answersOf(preceding, { prices, ask: ask("Looks", "01-05") })).toEqual(["missing data"]);
});
