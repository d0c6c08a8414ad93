import { expect, test } from "vitest";
import type { Held } from "../../src/compare/outcome/outcome.ts";
import { daysToShow, isSameHeld, outcomeOn } from "../../src/compare/outcome/outcome.ts";
import { exact } from "../../src/units/exact.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { formatDate, parseDate } from "../../src/units/plain-date.ts";

const day = (text: string) => parseDate(text) as PlainDate;
const asked = { value: "V", section: "1" };
const figure = (n: number, d = 1): Held => ({
  answer: { ...asked, answer: `${n}/${d}`, unit: "USD" },
  figure: exact(n, d),
});
const word = (answer: string | boolean): Held => ({ answer: { ...asked, answer, unit: "" }, figure: undefined });
const none = (because: string): Held => ({ answer: { ...asked, answer: null, because }, figure: undefined });
const failed = (kind: "missing data" | "undefined"): Held => ({
  answer: { ...asked, error: { kind, message: kind } },
  figure: undefined,
});

test("days are month ends, the first, the last, and those given that lie between, each once", () => {
  const given = ["2024-01-31", "2024-02-10", "2024-05-01", "2023-12-01"].map(day);
  expect(daysToShow(day("2024-01-15"), day("2024-04-10"), given).map(formatDate)).toEqual([
    "2024-01-15",
    "2024-01-31",
    "2024-02-10",
    "2024-02-29",
    "2024-03-31",
    "2024-04-10",
  ]);
});

test.each([
  ["equal figures, however written", figure(1, 2), figure(2, 4), true],
  ["figures that differ", figure(1, 2), figure(1, 3), false],
  ["the same word", word("a"), word("a"), true],
  ["another word", word(true), word(false), false],
  ["no value for two reasons", none("a"), none("b"), true],
  ["no value and a figure", none("a"), figure(0), false],
  ["two failures of a kind", failed("undefined"), failed("undefined"), true],
  ["two kinds of failure", failed("undefined"), failed("missing data"), false],
  ["a failure and no value", failed("undefined"), none("a"), false],
])("%s", (_, a, b, same) => {
  expect(isSameHeld(a, b)).toBe(same);
  expect(isSameHeld(b, a)).toBe(same);
});

test("each day has a row for each role, and each row a value for each subject", () => {
  const subjects = [() => figure(3), (role: string) => (role === "b" ? undefined : none("not yet"))];
  expect(outcomeOn([day("2024-01-31")], ["a", "b"], subjects)).toEqual([
    {
      on: "2024-01-31",
      role: "a",
      values: [
        { answer: "3/1", unit: "USD" },
        { answer: null, because: "not yet" },
      ],
    },
    {
      on: "2024-01-31",
      role: "b",
      values: [
        { answer: "3/1", unit: "USD" },
        { answer: null, because: "it marks no value as `b`" },
      ],
    },
  ]);
});
