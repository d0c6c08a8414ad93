import { describe, expect, test } from "vitest";
import { expectationOf } from "../../grammar/messages/expectations.ts";
import { firstOf } from "../../grammar/messages/next-tokens.ts";
import { productions } from "../../grammar/parser.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";

const rules = Object.keys(productions());

test.each(rules)("%s: what it may begin with is known, and said in words", (rule) => {
  expect(firstOf(rule).length).toBeGreaterThan(0);
  expect(expectationOf(rule)).toMatch(/^(?:an? |the |days|`)/);
});

test.each([
  ["statement", "a statement, such as `given`, `event`, `when` or a name with `means`"],
  ["beyondRule", "`cut back` or `void`"],
  ["deliveryDuty", "`must give`"],
  ["relation", "a comparison such as `is more than`"],
  ["direction", "`on or after`, `on or before`, `after` or `before`"],
  ["dateExpression", "a date, such as `today`, a name or `5 days after D`"],
  ["shift", "days, months or years, `hours` or `minutes`"],
])("%s begins with %s", (rule, words) => {
  expect(expectationOf(rule)).toBe(words);
});

function messageOf(text: string): string | undefined {
  return parse(new SourceFile("t.tenor", text)).diagnostics[0]?.message;
}

describe("what could stand at the place of an error", () => {
  test.each([
    ["given Fee: $5 + 3", "Expected a kind"],
    ['note "N"\n  expects: 3', "There is no label"],
    ["A means B $5", "Expected the end of the statement, an operator such as `+`, a comparison such as `is more than`"],
    ["A means B + ", "The statement ends here, but a value, such as a name, a figure or a date is still to come"],
    ["A holds when B is one of 5", "Expected a text in double quotes"],
    ["when E\n  Total becomes", "a value, such as a name, a figure or a date is still to come"],
  ])("%s", (text, words) => {
    expect(messageOf(text)).toContain(words);
  });
});
