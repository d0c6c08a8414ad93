import { expect, test } from "vitest";
import { SourceFile } from "../../src/source/source-file.ts";
import { spanFrom, textOf } from "../../src/source/span.ts";

test.each([
  ["the start", "one\ntwo", 0, "1:1"],
  ["within a line", "one\ntwo", 5, "2:2"],
  ["a line feed belongs to the line it ends", "one\ntwo", 3, "1:4"],
  ["the end of the text", "one\ntwo", 7, "2:4"],
  ["a last line without text", "one\n", 4, "2:1"],
  ["no text at all", "", 0, "1:1"],
  ["both units of CR LF are on one line", "one\r\ntwo", 4, "1:5"],
  ["after CR LF", "one\r\ntwo", 5, "2:1"],
  ["a lone CR ends a line", "one\rtwo", 4, "2:1"],
  ["a byte-order mark has no column", "\uFEFFone", 0, "1:1"],
  ["columns count UTF-16 units", "😀x", 2, "1:3"],
  ["beyond the end", "one", 99, "1:4"],
  ["before the start", "one", -1, "1:1"],
])("position: %s", (_, text, offset, expected) => {
  const { line, column } = new SourceFile("a.tenor", text).positionAt(offset);
  expect(`${line}:${column}`).toBe(expected);
});

test("an offset and its position say the same", () => {
  const file = new SourceFile("a.tenor", "one\r\n\n\tthree 😀\nfour");
  // The LF of a CR LF, at 4, lies past the text of its line, which is as far as a column goes.
  const offsets = Array.from({ length: file.text.length + 1 }, (_, offset) => offset).filter((offset) => offset !== 4);
  expect(offsets.map((offset) => file.offsetAt(file.positionAt(offset)))).toEqual(offsets);
});

test("lines come without what ends them", () => {
  const file = new SourceFile("a.tenor", "\uFEFFone\r\ntwo\n\nfour\r");
  expect([1, 2, 3, 4, 5, 6].map((line) => file.lineText(line))).toEqual(["one", "two", "", "four", "", ""]);
  expect(file.lineCount).toBe(5);
});

test("a span from two holds both, in either order", () => {
  const source = new SourceFile("a.tenor", "one two three");
  const one = { source, start: 0, end: 3 };
  const three = { source, start: 8, end: 13 };
  expect(textOf(spanFrom(one, three))).toBe("one two three");
  expect(spanFrom(three, one)).toEqual(spanFrom(one, three));
});
