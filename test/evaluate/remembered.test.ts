import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

// What reads no time is remembered until something changes. Each case asks a later day first, so that an earlier one would find what
// was remembered there. Rung begins at $0 and is set on 10 January; the note exists from 2 January.
const rung = "Rung starts at $0\nwhen Notice\n  Rung becomes its Amount";
const events = [{ on: "2024-01-10", event: "Notice", Amount: "5" }];

test.each([
  // On the 15th the 12th is over; on the 11th it is still to come, though nothing has changed in between.
  [
    "as of a day since the last change",
    "Rung as of 2024-01-12",
    [
      ["2024-01-15", "5"],
      ["2024-01-11", "missing data"],
    ],
  ],
  // The 5th was over when Rung changed.
  [
    "as of a day before the last change",
    "Rung as of 2024-01-05",
    [
      ["2024-01-15", "0"],
      ["2024-01-11", "0"],
    ],
  ],
  [
    "as of a day that was not over before the change",
    "Rung as of 2024-01-05",
    [
      ["2024-01-06", "0"],
      ["2024-01-04", "missing data"],
    ],
  ],
  // The day of the change itself: as it ends, and from then on.
  [
    "as of the day of the change",
    "Rung as of 2024-01-10",
    [
      ["2024-01-12", "5"],
      ["2024-01-10", "5"],
      ["2024-01-09", "missing data"],
    ],
  ],
  // Of the two parts only one is looked at while Rung is $0.
  [
    "a part that reads time only after the change",
    "$1 if Rung is $0, otherwise Rung * (the number of days from and including 2024-01-10 to but excluding today)",
    // After 10 January: 5 × 2 days, 5 × 1 day.
    [
      ["2024-01-12", "10"],
      ["2024-01-11", "5"],
      ["2024-01-09", "1"],
      ["2024-01-03", "1"],
    ],
  ],
] as const)("%s", (_, figure, asked) => {
  const ask = asked.map(([on]) => ({ value: "Figure", on }));
  const expected = asked.map(([, answer]) => answer);
  expect(answersOf(`${rung}\nFigure means ${figure}`, { events, ask })).toEqual(expected);
});

test("a default whose condition reads time only in one of its parts is looked at each day from then on", () => {
  const statements = `${rung}\nDefault occurs\n  when Rung is more than $0 and today is on or after 2024-01-20\nCalled holds when Default`;
  const ask = ["2024-01-19", "2024-01-20"].map((on) => ({ value: "Called", on }));
  expect(answersOf(statements, { events, ask })).toEqual([false, true]);
});

test("what begins with a condition that reads time only in one of its parts begins on its day", () => {
  const statements = `${rung}\nLate holds when Rung is more than $0 and today is on or after 2024-01-20\nCount starts at $0\nwhen Late begins\n  Count rises by $1`;
  const ask = ["2024-01-19", "2024-01-20", "2024-01-21"].map((on) => ({ value: "Count", on }));
  expect(answersOf(statements, { events, ask })).toEqual(["0", "1", "1"]);
});
