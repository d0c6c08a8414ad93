/** Powers that are rounded where they stand: fractions as exponents, and what grows at each moment. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding } from "../checked/findings.ts";
import { answersOf, outcomeOf } from "./asked.ts";

const asked = (value: string) => answersOf(`A means ${value}`, { ask: [{ value: "A", on: "2024-07-02" }] });

test.each([
  // The twelfth root of 1.05 is 1.004074123783648…; twelve of them make 1.05 again, but for the rounding.
  ["a monthly factor", "(105% to the power of (1 / 12)), rounded half up to 0.0000000001", "1.0040741238"],
  ["in an amount", "$1,000,000 * ((105% to the power of (1 / 12)), rounded half up to 0.0000000001)", "1004074.1238"],
  // 2 January to 2 July 2024 are 182 days: 1.05^(182/365) = 1.02462654….
  ["a part of a year", "((1 + 5%) to the power of ((today - Issue Date) / 365)), rounded half up to 0.0001", "1.0246"],
  // e^0.1 = 1.105170918075…
  ["at each moment", "(e to the power of (5% * 2)), rounded down to 0.00001", "1.10517"],
  ["discounted", "(e to the power of (-0.1)), rounded half up to 0.0001", "0.9048"],
  ["a whole exponent, as it is", "(102% to the power of 2), rounded half up to 0.001", "1.04"],
  ["a root of a square", "(2.25 to the power of 0.5), rounded down to 0.01", "1.5"],
  ["of less than nothing", "(-2 to the power of 0.5), rounded down to 0.01".replace("-2", "(-2)"), "undefined"],
  ["nothing to less than nothing", "(0 to the power of (-0.5)), rounded down to 0.01", "undefined"],
  ["without a rounding", "2 to the power of ((today - Issue Date) / 365)", "undefined"],
])("%s", (_, value, expected) => {
  expect(asked(value)).toEqual([expected]);
});

test("why there is none is said", () => {
  const because = (value: string) =>
    JSON.stringify(outcomeOf(`A means ${value}`, { ask: [{ value: "A", on: "2024-07-02" }] }).answers);
  expect(because("2 to the power of ((today - Issue Date) / 365)")).toContain("no rounding stands behind the power");
  expect(because("(((0 - 2) to the power of 0.5), rounded down to 0.01)")).toContain("raises an amount below zero");
  expect(because("((10 to the power of 20000.5), rounded down to 0.01)")).toContain("digits");
});

describe("what the checker says", () => {
  test.each([
    [
      "a root without a rounding",
      "A means «2 to the power of 0.5»\n",
      "TN3061",
      "the exponent 0.5",
      "how it is rounded",
    ],
    ["a quotient", "A means «2 to the power of (1 / 12)» * 3\n", "TN3061", "1 / 12", "rounded half up to"],
    [
      "a rounding of more than the power",
      "A means («2 to the power of 0.5» * 3), rounded down to 1\n",
      "TN3061",
      "0.5",
      undefined,
    ],
    ["e by itself", "A means «e» * 2\n", "TN3062", "the base of a power", "e to the power of X"],
    ["e in a power that is not rounded", "A means «e» to the power of 2\n", "TN3062", "rounded", undefined],
    [
      "an amount as base",
      "A means («$5» to the power of 0.5), rounded down to 1\n",
      "TN3004",
      "an amount of money",
      undefined,
    ],
    [
      "an amount as exponent",
      "A means (2 to the power of «$5»), rounded down to 1\n",
      "TN3004",
      "an amount of money",
      undefined,
    ],
    [
      "a step of money",
      "A means (2 to the power of 0.5), rounded down to «$1»\n",
      "TN3001",
      "rounded to one another",
      undefined,
    ],
  ] as const)("%s", (_, source, code, message, help) => expectFinding(source, code, message, help));

  test.each([
    "A means (2 to the power of 0.5), rounded down to 0.01\n",
    "A means 2 to the power of (4 / 2)\n",
    "A means (e to the power of 2), rounded half even to 0.01\n",
    "A means $5 * ((102% to the power of (1 / 3)), rounded up to 0.01)\n",
  ])("%s is fine", (source) => expectNoFinding(source));
});
