/** What is known of a date that the data don't reach, and since when something is unknown. */
import { describe, expect, test } from "vitest";
import type { FailureFact, Reach } from "../../src/evaluate/values/problem.ts";
import { Failure, isBeforeData, liesAfter, unknownSince } from "../../src/evaluate/values/problem.ts";
import type { PlainDate } from "../../src/index.ts";
import { formatDate, parseDate } from "../../src/index.ts";

const day = (text: string) => parseDate(text) as PlainDate;

const data: Reach = { kind: "market data", series: "market", from: day("2024-01-10"), to: day("2024-01-20") };
const years: Reach = { kind: "years" };

const shifted = (direction: "after" | "before", from: string, reach: Reach = data) =>
  new Failure("missing data", {
    kind: "shift out of reach",
    ...{ count: 3, unit: "trading day", direction, from: day(from), reach },
  });
const stepped = (relation: "after" | "on or after" | "before" | "on or before", from: string, reach: Reach = data) =>
  new Failure("missing data", {
    kind: "step out of reach",
    ...{ unit: "trading day", relation, from: day(from), reach },
  });
const noRow = new Failure("missing data", { kind: "no market row", series: "market", day: day("2024-01-05") });

// The data go from the 10th to the 20th. Counted back from a day within them, a date lies before them; counted forward
// from a day before them, it is not known which day of them it is, and they don't help.
test.each([
  ["counted back from the first day", shifted("before", "2024-01-10"), true],
  ["counted back from the last day", shifted("before", "2024-01-20"), true],
  ["counted back from a day after the last", shifted("before", "2024-01-21"), false],
  ["counted forward from a day before the first", shifted("after", "2024-01-09"), true],
  ["counted forward from the first day", shifted("after", "2024-01-10"), false],
  ["the last one before the first day", stepped("before", "2024-01-10"), true],
  ["the last one on or before the last day", stepped("on or before", "2024-01-20"), true],
  ["the last one on or before a day after it", stepped("on or before", "2024-01-21"), false],
  ["the first one after a day before the first", stepped("after", "2024-01-09"), true],
  ["the first one on or after the first day", stepped("on or after", "2024-01-10"), false],
  ["a month beyond the years", shifted("before", "2024-01-10", years), false],
  ["a step beyond the years", stepped("before", "2024-01-10", years), false],
  ["a price", noRow, false],
])("a date is before the data: %s", (_, failure, expected) => {
  expect(isBeforeData(failure)).toBe(expected);
});

test.each([
  ["counted from the last day", shifted("after", "2024-01-20"), "2024-01-20"],
  ["counted from a day after the last", shifted("after", "2024-01-21"), undefined],
  ["a step from the last day", stepped("after", "2024-01-20"), "2024-01-20"],
  ["a step from a day after the last", stepped("on or after", "2024-01-21"), undefined],
  ["a month beyond the years", shifted("after", "2024-01-20", years), undefined],
  ["a price", noRow, undefined],
])("a date lies after the last day of the data: %s", (_, failure, expected) => {
  const last = liesAfter(failure);
  expect(last && formatDate(last)).toBe(expected);
});

describe("unknown since a day", () => {
  test("is a failure of the same kind, with its cause", () => {
    const unknown = unknownSince(day("2024-01-12"), noRow);
    const fact: FailureFact = { kind: "unknown since", since: day("2024-01-12"), because: noRow };
    expect([unknown.error, unknown.fact]).toEqual(["missing data", fact]);
    const undecided = new Failure("undefined", { kind: "unusable share ratio" });
    expect(unknownSince(day("2024-01-12"), undecided).error).toBe("undefined");
  });

  test("keeps the first day", () => {
    const unknown = unknownSince(day("2024-01-12"), noRow);
    expect(unknownSince(day("2024-01-15"), unknown)).toBe(unknown);
  });
});
