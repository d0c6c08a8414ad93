import { expect, test } from "vitest";
import { labelAfter, romanLabel } from "../../grammar/labels.ts";
import { TenorParser } from "../../grammar/parser.ts";

test("the grammar has no ambiguity, no endless loop and no rule that is never reached", () => {
  expect(() => new TenorParser({ skipValidations: false })).not.toThrow();
});

test.each([
  [["(i)"], "(ii)"],
  [["(i)", "(ii)", "(iii)", "(iv)"], "(v)"],
  [["(a)"], "(b)"],
  [["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", "(i)"], "(j)"],
])("after %j comes %s", (labels, next) => {
  expect(labelAfter(labels)).toBe(next);
});

test("labels count in Roman figures", () => {
  expect([0, 3, 8, 13, 38].map(romanLabel)).toEqual(["(i)", "(iv)", "(ix)", "(xiv)", "(xxxix)"]);
});
