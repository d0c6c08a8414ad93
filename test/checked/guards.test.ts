/** Two conditions that plainly never hold together; wherever that is not plain the answer is no. */
import { describe, expect, test } from "vitest";
import { excludeOneAnother } from "../../src/checked/guards.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import type { Expression } from "../../src/syntax/ast.ts";
import { parse } from "../../src/syntax/parse.ts";
import { expressionsIn } from "../../src/syntax/walk.ts";

function condition(text: string): Expression {
  const { value, diagnostics } = parse(new SourceFile("t", `Claim holds when ${text}`));
  expect(diagnostics).toEqual([]);
  return expressionsIn(value.statements[0])[0] as Expression;
}

describe("never together", () => {
  test.each([
    ["a condition and its opposite", "Barred", "not Barred"],
    ["twice not is once", "not (not Barred)", "not Barred"],
    ["set and not set", "Due Date is set", "Due Date is not set"],
    ["happened and not", "Delisting has happened", "Delisting has not happened"],
    ["two values of one thing", 'Kind is "merger"', 'Kind is "sale"'],
    ["a value and its opposite", 'Kind is "merger"', 'Kind is not "merger"'],
    ["two choices of one reading", '"days" is read "calendar"', '"days" is read "business"'],
    ["one part of a conjunction", "Barred and Late", "not Late and Open"],
    ["no part of a disjunction holds", "not (Barred or Late)", "Late"],
    ["one of all in a list", "all of\n  (i) Open\n  (ii) Barred", "not Barred"],
    ["none in a list", "none of\n  (i) Open\n  (ii) Barred", "Barred"],
    ["not any in a list", "not (any of\n  (i) Open\n  (ii) Barred)", "Barred"],
  ])("%s", (_, a, b) => {
    expect(excludeOneAnother(condition(a), condition(b))).toBe(true);
    expect(excludeOneAnother(condition(b), condition(a))).toBe(true);
  });
});

describe("perhaps together", () => {
  test.each([
    ["the same condition", "Barred", "Barred"],
    ["two conditions", "Barred", "not Late"],
    ["one of either", "Barred or Late", "not Late"],
    ["not both", "not (Barred and Late)", "Late"],
    ["any in a list", "any of\n  (i) Open\n  (ii) Barred", "not Barred"],
    ["not all in a list", "not (all of\n  (i) Open\n  (ii) Barred)", "Barred"],
    ["some of those in a list", "not (none of\n  (i) Open\n  (ii) Barred)", "not Barred"],
    ["the same value", 'Kind is "merger"', 'Kind is "merger"'],
    ["values of two things", 'Kind is "merger"', 'Sort is "sale"'],
    ["neither of two values", 'Kind is not "merger"', 'Kind is not "sale"'],
    ["one value, and not another", 'Kind is "merger"', 'Kind is not "sale"'],
    ["two orders of one thing", "Amount is more than $5", "Amount is less than $5"],
    ["set, both", "Due Date is set", "Due Date is set"],
    ["a value that is no text", "Amount is $5", "Amount is $6"],
  ])("%s", (_, a, b) => {
    expect(excludeOneAnother(condition(a), condition(b))).toBe(false);
    expect(excludeOneAnother(condition(b), condition(a))).toBe(false);
  });
});
