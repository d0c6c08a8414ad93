/** Windows of so many days on which something holds. */
import { describe, expect, test } from "vitest";
import { answersOf, outcomeOf } from "./asked.ts";

const prices = [
  ["2024-01-03", "5"],
  ["2024-01-04", "2"],
  ["2024-01-05", "7"],
  ["2024-01-08", "4"],
  ["2024-01-09", "4"],
  ["2024-01-10", "9"],
] as const;
const asked = { prices, ask: [{ value: "A", on: "2024-01-10" }] };
const answerTo = (value: string) => answersOf(value.includes("holds when") ? `A ${value}` : `A means ${value}`, asked);

// Days on which the close is at least 4: the 3rd, the 5th, the 8th, the 9th and the 10th, with 5, 7, 4, 4 and 9.
const dear = "(market close is at least $4 per share, not restated for splits)";

describe("a window of the days on which something holds goes further back", () => {
  test.each([
    // 7 + 4 + 4 + 9 = 24.
    [
      "said before its end",
      `the average of market close over the last 4 trading days on which ${dear} ending today`,
      "6",
    ],
    ["said behind it", `the average of market close over 4 trading days ending today on which ${dear}`, "6"],
    [
      "ending at or before a day",
      `the average of market close over 3 trading days on which ${dear} ending at or before 2024-01-07`,
      "missing data",
    ],
    // 5 + 7 = 12.
    [
      "ending at or before a day without a row",
      `the average of market close over 2 trading days on which ${dear} ending on or before 2024-01-07`,
      "6",
    ],
    ["all that there are", `the lowest of market close over 5 trading days ending today on which ${dear}`, "4"],
    [
      "more than there are",
      `the lowest of market close over 6 trading days ending today on which ${dear}`,
      "missing data",
    ],
    [
      "none",
      "the lowest of market close over 1 trading day ending today on which (market close is more than $9 per share, not restated for splits)",
      "missing data",
    ],
    [
      "those of a window, which has them all",
      `the average of market close over those of 5 trading days ending today on which ${dear}`,
      "6",
    ],
    // Of the 5th, the 8th, the 9th and the 10th two are above 4.
    [
      "a condition on those that count",
      `the number of 4 trading days on which ${dear} ending today on which (market close is more than $4 per share, not restated for splits)`,
      "2",
    ],
    ["the first of them", `the first of 4 trading days on which ${dear} ending today`, "2024-01-05"],
    ["how many of a window", `the number of 4 trading days ending today on which ${dear}`, "4"],
    [
      "the lowest two of three",
      `the average of the 2 lowest of market close over 3 trading days on which ${dear} ending 2024-01-09`,
      "4",
    ],
    ["no number of days", `the lowest of market close over 0 trading days on which ${dear} ending today`, "undefined"],
    [
      "every one of them",
      `holds when on every trading day of 4 trading days on which ${dear} ending today, market close is at least $4 per share, not restated for splits`,
      true,
    ],
    [
      "every one of the window",
      "holds when on every trading day of 5 trading days ending today, market close is at least $4 per share, not restated for splits",
      false,
    ],
  ])("%s", (_, value, expected) => {
    expect(answerTo(value)).toEqual([expected]);
  });

  test("the reason says how many were found, and where the data begin", () => {
    const lowest = `the lowest of market close over 6 trading days ending today on which ${dear}`;
    expect(outcomeOf(`A means ${lowest}`, asked).answers[0]).toMatchObject({
      error: {
        message:
          "there are no 6 trading days ending 2024-01-10 on which `market close is at least $4 per share, not restated for splits`, only 5: the market data reach from 2024-01-03 to 2024-01-10",
      },
    });
  });
});
