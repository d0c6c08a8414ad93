import { readFileSync } from "node:fs";
import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { printStatement, printTree } from "../../src/format/print.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";
import { statement, treeOf, withoutPlaces } from "./trees.ts";

property.prop([statement], { numRuns: 3000 })("what is printed parses back to the same statement", (original) => {
  const text = printTree(treeOf([original]));
  const { value, diagnostics } = parse(new SourceFile("printed", text));
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  expect(withoutPlaces(value.statements)).toEqual(withoutPlaces([original]));
});

property.prop([fc.array(statement, { maxLength: 4 })])("statements stay apart", (statements) => {
  const { value } = parse(new SourceFile("printed", printTree(treeOf(statements))));
  expect(value.statements.map(({ kind }) => kind)).toEqual(statements.map(({ kind }) => kind));
});

test("a template printed and read again is the same", () => {
  const original = parse(new SourceFile("note", readFileSync("terms/juniper-2005.tenor", "utf8")));
  expect(original.diagnostics).toEqual([]);
  const again = parse(new SourceFile("printed", printTree(original.value)));
  expect(again.diagnostics).toEqual([]);
  expect(withoutPlaces(again.value)).toEqual(withoutPlaces(original.value));
});

test.each([
  ["brackets that are not needed go", "Cost means ((Fee) + (2 * Tax))", "Cost means Fee + 2 * Tax"],
  ["brackets that are needed stay", "Cost means 2 * (Fee + Tax)", "Cost means 2 * (Fee + Tax)"],
  ["figures have one form", "Cost means $.5 + $1000000", "Cost means $0.5 + $1,000,000"],
  [
    "a list has an entry a line",
    "Cost means the total of (i) Fee (ii) Tax",
    "Cost means the total of\n  (i) Fee\n  (ii) Tax",
  ],
  ["one day, two days", "D means 1 days after 2 day after E", "D means 1 day after 2 days after E"],
])("%s", (_, written, printed) => {
  const [first] = parse(new SourceFile("written", written)).value.statements;
  expect(first && printStatement(first)).toBe(printed);
});

test("a broken statement is printed as it was written", () => {
  const [first] = parse(new SourceFile("written", "Cost = (Fee\n  + Tax\n")).value.statements;
  expect(first && printStatement(first)).toBe("Cost = (Fee\n  + Tax");
});
