/** Business days by a calendar that a phrase names, beside those of the note. */
import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

const asked = (...values: readonly string[]) =>
  answersOf(values.map((value, index) => `A${index + 1} means ${value}`).join("\n"), {
    ask: values.map((_, index) => ({ value: `A${index + 1}`, on: "2024-05-29" })),
  });

test("each counts by its own calendar, and the note's by that of the note", () => {
  // 6 May 2024 is a holiday in London only, 27 May in London and New York, 17 and 20 May (Whit Monday) in Oslo, 1 and 9 May there, too.
  expect(
    asked(
      "3 business days before 2024-05-08", // 7, 6, 3 May
      '3 "london" business days before 2024-05-08', // 7, 3, 2 May
      '3 "london and us-bank" business days before 2024-05-28', // 24, 23, 22: both closed on the 27th
      '1 "oslo and london" business days after 2024-05-16', // neither 17, 18, 19 nor 20
      '1 "oslo or london" business days after 2024-05-16', // 17 is open in London
    ),
  ).toEqual(["2024-05-03", "2024-05-02", "2024-05-22", "2024-05-21", "2024-05-17"]);
});

test("joined by `and` both have to be open, by `or` one of them", () => {
  expect(
    asked(
      'the first "london and us-bank" business day on or after 2024-05-06',
      'the first "london or us-bank" business day on or after 2024-05-06',
      'the last "london or oslo" business day before 2024-05-28', // 27 May is open in Oslo
      'the last "london" business day of the month of 2024-03-15', // 29 March is Good Friday
      '2024-05-06, modified following "london" business day',
    ),
  ).toEqual(["2024-05-07", "2024-05-06", "2024-05-27", "2024-03-28", "2024-05-07"]);
});

test("ranges, windows and conditions over such days", () => {
  expect(
    asked(
      // May 2024 has 23 weekdays; London closes on the 6th and 27th, Oslo on the 1st, 9th, 17th and 20th.
      'the number of "london" business days from and including 2024-05-01 to and including 2024-05-31',
      'the number of "oslo" business days from and including 2024-05-01 to and including 2024-05-31',
      'the number of "london and oslo" business days from and including 2024-05-01 to and including 2024-05-31',
      'the number of "london or oslo" business days from and including 2024-05-01 to and including 2024-05-31',
      // Of 29, 28 and 24 May two are after the 24th.
      'the number of 3 "london" business days ending today on which (today is after 2024-05-24)',
      '1 if on no "london" business day from and including 2024-05-25 to and including 2024-05-27, today is after 2024-01-02, otherwise 0',
    ),
  ).toEqual(["21", "19", "17", "23", "2", "1"]);
});

test("a calendar knows its own years", () => {
  expect(asked('1 "singapore" business days after 2026-12-30', '1 "singapore" business days after 2026-12-31')).toEqual(
    ["2026-12-31", "missing data"],
  );
});
