import { describe, expect, test } from "vitest";
import { meets } from "../../src/evaluate/answers/verdict.ts";
import type { Evaluation } from "../../src/evaluate/state/run.ts";
import { Absent, Failure } from "../../src/evaluate/values/problem.ts";
import type { Expectation } from "../../src/inputs/scenario.ts";
import type { Exact } from "../../src/units/exact.ts";
import { exact, parseDecimal, unlimited } from "../../src/units/exact.ts";
import { parseDate } from "../../src/units/plain-date.ts";
import { verdictsOf } from "./asked.ts";

const absent = new Absent({ kind: "not set", state: "Acceleration" });
const missing = new Failure("missing data", { kind: "no market data", series: "market" });
const third = exact(1, 3);

test.each<[string, Expectation, Evaluation, boolean]>([
  ["the same figure", figure("0.0218"), decimal("0.0218"), true],
  ["a zero more behind the point", figure("0.02180"), decimal("0.0218"), true],
  ["the last digit of a decimal that ends", figure("450000.01"), decimal("450000.02"), false],
  // 1e-17 of it away, but 1/4 ends: no tolerance.
  ["a hair beside a decimal that ends", figure("0.25000000000000000001"), decimal("0.25"), false],
  ["a third, to twenty digits", figure("0.33333333333333333333"), third, true],
  ["a third, to fifteen digits: 3.3e-16 away, 1e-15 of it", figure("0.333333333333333"), third, true],
  ["a third, to fourteen digits: 1e-14 of it away", figure("0.33333333333333"), third, false],
  ["forty digits that are met", figure("0.1234567890123456789012345678901234567891"), digits(40, "1"), true],
  ["forty digits, the last one wrong", figure("0.1234567890123456789012345678901234567892"), digits(40, "1"), true],
  ["an end far behind the printed digits", figure("1.00000000000000000000000000000000000001"), exact(1), false],
  ["no limit where a figure is expected", figure("5"), unlimited, false],
  ["a date", { kind: "value", value: day("2006-04-18") }, day("2006-04-18"), true],
  ["another date", { kind: "value", value: day("2006-04-18") }, day("2006-04-19"), false],
  ["yes", { kind: "value", value: true }, true, true],
  ["no for yes", { kind: "value", value: true }, false, false],
  ["null", { kind: "null" }, absent, true],
  ["zero for null", { kind: "null" }, exact(0), false],
  ["null for zero", figure("0"), absent, false],
  ["an error for null", { kind: "null" }, missing, false],
  ["the kind of error", { kind: "error", error: "missing data" }, missing, true],
  ["another kind of error", { kind: "error", error: "undefined" }, missing, false],
  ["a value for an error", { kind: "error", error: "missing data" }, exact(1), false],
  ["an error for a value", figure("1"), missing, false],
])("%s", (_, expectation, result, passed) => {
  expect(meets(expectation, result)).toBe(passed);
});

describe("a verdict", () => {
  const statements = "Half means $7 / 2\nThird means $1 / 3\nLast is a date, at first not set";
  const verdict = (value: string, expected: unknown) => {
    const [found] = verdictsOf(statements, { ask: [{ value, on: "2024-01-05", expect: expected }] });
    return found && [found.passed, found.difference];
  };

  test.each([
    // 7 ÷ 2 is 3.5, half a dollar more than 3 and less than 4.
    ["has what was got less what was expected: more", "Half", "3", [false, "0.5"]],
    ["and less", "Half", "4", [false, "-0.5"]],
    ["has no difference where the figure is met", "Half", "3.5", [true, undefined]],
    ["nor where it is met as far as it is printed", "Third", "0.333333333333333", [true, undefined]],
    ["nor where no figure was expected", "Half", null, [false, undefined]],
    ["nor where there is none", "Last", null, [true, undefined]],
    ["nor between two that are no figures", "Last", "2024-01-05", [false, undefined]],
  ])("%s", (_, value, expected, found) => {
    expect(verdict(value, expected)).toEqual(found);
  });

  test("is only of a question that expects something", () => {
    const ask = [
      { value: "Half", on: "2024-01-05" },
      { value: "Half", on: "2024-01-05", expect: "3.5" },
    ];
    expect(verdictsOf(statements, { ask })).toMatchObject([{ passed: true, question: { value: "Half" } }]);
  });
});

function figure(text: string): Expectation {
  return { kind: "value", value: decimal(text) };
}

function decimal(text: string): Exact {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is no decimal`);
  return value;
}

/** 0.1234567890… with so many digits, and a last one. More than 34 digits are printed to twenty, so they have tolerance. */
function digits(count: number, last: string): Exact {
  return decimal(`0.${"1234567890".repeat(4).slice(0, count - 1)}${last}`);
}

function day(text: string): NonNullable<ReturnType<typeof parseDate>> {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}
