import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

test.each([
  ["a whole exponent", "3 to the power of 4", "81"],
  ["a percent", "102% to the power of 2", "1.0404"],
  ["the exponent 0", "0 to the power of 0", "1"],
  ["a negative exponent", "4 to the power of (0 - 2)", "0.0625"],
  ["a negative base", "(0 - 2) to the power of 3", "-8"],
  // 2 × 9, not 6 × 6.
  ["a power before a product", "2 * 3 to the power of 2", "18"],
  ["a fractional exponent", "4 to the power of 50%", "undefined"],
  ["zero to a negative exponent", "0 to the power of (0 - 1)", "undefined"],
  ["more digits than there is room for", "2 to the power of 1,000,000", "undefined"],
] as const)("%s", (_, value, expected) => {
  expect(answersOf(`Answer means ${value}`, { ask: [{ value: "Answer", on: "2024-01-02" }] })).toEqual([expected]);
});

test("a level payment repays a loan to the cent", () => {
  const statements =
    "Factor means (1 - 1 / (102% to the power of 2)) / 2%\nLevel means $1,000 / Factor\n" +
    "Left means ($1,000 * 102% - Level) * 102% - Level";
  // 1 / 1.02 + 1 / 1.02² = 2.02 / 1.0404; 1,000 × 1.0404 / 2.02 = 515.0495…; after two payments nothing is left.
  const ask = ["Level", "Left"].map((value) => ({ value, on: "2024-01-02" }));
  expect(answersOf(statements, { ask })).toEqual(["515.0495049504950495", "0"]);
});
