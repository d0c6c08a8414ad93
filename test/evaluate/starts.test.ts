import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

test.each([
  ["the one that is read comes first by name", "Alpha starts at $5\nBeta starts at Alpha"],
  ["the one that is read comes later by name", "Alpha starts at Beta\nBeta starts at $5"],
  ["by way of a definition", "Alpha starts at Middle\nMiddle means Beta * 1\nBeta starts at $5"],
] as const)("a state may start at another: %s", (_, statements) => {
  const ask = ["Alpha", "Beta"].map((value) => ({ value, on: "2024-01-02" }));
  expect(answersOf(statements, { ask })).toEqual(["5", "5"]);
});
