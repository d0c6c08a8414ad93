import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import type { JsonLimits } from "../../src/inputs/json.ts";
import { readJson } from "../../src/inputs/json.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { textOf } from "../../src/source/span.ts";
import { valueIn } from "./results.ts";

test.each([
  ["an empty file", "", "1:1", "the file is empty"],
  ["blanks only", " \n ", "1:1", "the file is empty"],
  ["a comma after the last member", '{\n  "a": 1,\n}', "3:1", "a comma stands after the last item"],
  ["a comma after the last item", "[1,]", "1:4", "a comma stands after the last item"],
  ["a comment", '{ // why\n "a": 1 }', "1:3", "it has a comment"],
  ["a comma left out", '{ "a": 1 "b": 2 }', "1:10", "a comma is missing"],
  ["a colon left out", '{ "a" 1 }', "1:7", "a colon is missing"],
  ["a value left out", '{ "a": }', "1:8", "a value is missing"],
  ["an object not closed", '{ "a": 1', "1:9", "an object is not closed"],
  ["a list not closed", "[1", "1:3", "a list is not closed"],
  ["a text not closed", '{ "a": "x\n}', "1:8", "a text is not closed on its line"],
  ["single quotes", "{ 'a': 1 }", "1:3", "single quotes"],
  ["curly quotes round a key", "{“a”: 1}", "1:2", "a text stands in curly quotes"],
  ["curly quotes round a text", '{ "a": “b” }', "1:8", "a text stands in curly quotes"],
  ["a blank of a word processor", '{ "a":\u00A01 }', "1:7", "it has the invisible character U+00A0"],
  ["a blank without width", '{ "a":\u200B1 }', "1:7", "it has the invisible character U+200B"],
  ["a bare word", "[yes]", "1:2", "`yes` means nothing here"],
  ["NaN", "[NaN]", "1:2", "`NaN` means nothing here"],
  ["a second document", "{}\n{}", "2:1", "there is more after its end"],
  ["an escape that means nothing", '["\\x"]', "1:2", "a text has a `\\` that means nothing"],
])("broken: %s", (_, text, place, problem) => {
  const [found, ...rest] = findings(text);
  expect(rest).toEqual([]);
  expect(found).toMatchObject({ code: "TN5004", place, message: expect.stringContaining(problem) });
});

test.each([
  ["a key twice", '{ "a": 1,\n  "b": 2, "a": 3 }', undefined, "TN5005 2:11"],
  ["a key twice, written in two ways", '{ "a": 1, "\\u0061": 3 }', undefined, "TN5005 1:11"],
  ["NUL", '{ "a": "\0" }', undefined, "TN5002 1:9"],
  ["bytes that are not UTF-8", '{ "a": "\uFFFD" }', undefined, "TN5002 1:9"],
  ["too deep", "[\n[[]]]", { depth: 2, length: 100 }, "TN5003 2:2"],
  ["too long", "[1,2,3,4,5]", { depth: 9, length: 10 }, "TN5003 1:11"],
])("refused: %s", (_, text, limits, expected) => {
  expect(findings(text, limits).map(({ code, place }) => `${code} ${place}`)).toEqual([expected]);
});

test("a text that is nested far beyond any stack is refused in peace", () => {
  expect(findings("[".repeat(2_000_000))).toMatchObject([{ code: "TN5003" }]);
});

test("a pointer leads to its part, numbers are kept digit for digit, and odd keys are keys", () => {
  const source = new SourceFile("a.json", '\uFEFF{ "a/b": [0.10, { "__proto__": "x" }], "~": null }');
  const document = valueIn(readJson(source));
  const textAt = (pointer: string) => {
    const node = document.nodeAt(pointer);
    return node && textOf(node.span);
  };
  expect(["/a~1b/0", "/a~1b/1/__proto__", "/~0", "/a~1b/2", "/x/y", "/a~1b/01"].map(textAt)).toEqual([
    "0.10",
    '"x"',
    "null",
    undefined,
    undefined,
    undefined,
  ]);
  expect(JSON.stringify(document.plain())).toBe('{"a/b":[0.1,{"__proto__":"x"}],"~":null}');
});

property.prop([fc.json({ maxDepth: 3 })])("what JSON is reads as JSON", (text) => {
  const read = readJson(new SourceFile("a.json", text));
  // The one difference: a key twice, which fast-check does not write.
  expect(read.ok && JSON.stringify(read.value.plain())).toBe(JSON.stringify(JSON.parse(text)));
});

property.prop([
  fc.json({ maxDepth: 2 }),
  fc.nat(),
  fc.constantFrom("", "'", '"', ",", "}", "]", "//", "\t", "01", "+1", "\\", "é", "\u00A0"),
])("what JSON is not does not, and neither way throws", (json, at, piece) => {
  const cut = at % (json.length + 1);
  const text = `${json.slice(0, cut)}${piece}${json.slice(cut + 1)}`;
  // A key twice is JSON, though not for us.
  const broken = findings(text).filter(({ code }) => code !== "TN5005");
  expect(broken.length === 0).toBe(isJson(text));
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function findings(text: string, limits?: JsonLimits): { code: string; place: string; message: string }[] {
  const read = readJson(new SourceFile("a.json", text), limits);
  return (read.ok ? [] : read.diagnostics).map(({ code, span, message }) => {
    const { line, column } = span.source.positionAt(span.start);
    return { code, place: `${line}:${column}`, message };
  });
}
