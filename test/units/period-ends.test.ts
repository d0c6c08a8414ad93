import { expect, test } from "vitest";
import { periodEnds } from "../../src/units/period-ends.ts";
import { asPlainDate, formatDate, latestDate, parseDate } from "../../src/units/plain-date.ts";
import { ensured } from "../support/acceptance.ts";

function day(text: string) {
  const date = parseDate(text);
  return ensured(date === undefined ? { ok: false, diagnostics: [] } : { ok: true, value: date });
}

test.each([
  [
    "the last calendar day of each month, and the last day",
    "month",
    "2023-12-30",
    "2024-03-05",
    "2023-12-31 2024-01-31 2024-02-29 2024-03-05",
  ],
  ["a last day that ends a month, once", "month", "2024-01-31", "2024-02-29", "2024-01-31 2024-02-29"],
  ["quarters", "quarter", "2024-02-10", "2024-10-01", "2024-03-31 2024-06-30 2024-09-30 2024-10-01"],
  ["years", "year", "2023-12-31", "2025-01-01", "2023-12-31 2024-12-31 2025-01-01"],
  ["one day", "month", "2024-02-10", "2024-02-10", "2024-02-10"],
  ["nothing where the end comes first", "month", "2024-02-10", "2024-02-09", ""],
] as const)("%s", (_, every, from, through, expected) => {
  expect(periodEnds(day(from), day(through), every).map(formatDate).join(" ")).toBe(expected);
});

test("the calendar's last year has an end", () => {
  const before = asPlainDate(latestDate - 31);
  expect(periodEnds(before, latestDate, "month")).toEqual([before, latestDate]);
});
