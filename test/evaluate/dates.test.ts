import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

test.each([
  // 2 to 10 January.
  ["the days from a date to a later one", "today - Issue Date", "8"],
  ["less than none the other way round", "Issue Date - today", "-8"],
  ["dollars for each of them", "$2 * (today - Issue Date)", "16"],
  ["so many days later again", "(today - Issue Date) days after today", "2024-01-18"],
  ["a date beyond the year 9999", "500000 months after today", "missing data"],
  ["more days than are counted", "2000000 days after today", "undefined"],
  // 99,000 months are 8,250 years: from 2024 they lead to 10274.
  [
    "the last of dates whose next lies beyond the year 9999",
    "the last of every 99000 months from Issue Date before today",
    "2024-01-02",
  ],
  [
    "the first of dates that lies beyond it",
    "the first of every 99000 months from Issue Date after today",
    "missing data",
  ],
  ["half a day", "(1 / 2) days after today", "undefined"],
] as const)("%s", (_, value, expected) => {
  expect(answersOf(`A means ${value}`, { ask: [{ value: "A", on: "2024-01-10" }] })).toEqual([expected]);
});
