import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TenorParser } from "../../grammar/parser.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";

const reference = readFileSync("grammar/reference.md", "utf8");
const examples = [...reference.matchAll(/^### (.+)\n```tenor\n([^`]*)```$/gm)].map(([, rules = "", text = ""]) => ({
  rules,
  text,
}));

test.each(examples)("$rules", ({ text }) => {
  expect(parse(new SourceFile("example", text)).diagnostics.map(({ message }) => message)).toEqual([]);
});

test("each rule of the grammar has its example", () => {
  const named = examples.flatMap(({ rules }) => rules.split(", "));
  const rules = Object.keys(new TenorParser({ skipValidations: true }).getGAstProductions());
  expect(named.toSorted()).toEqual(rules.toSorted());
});
