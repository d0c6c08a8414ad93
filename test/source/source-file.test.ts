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

test("each offset of a line has the line's number and a column of its own", () => {
  const file = new SourceFile("a.tenor", "one\r\n\n\tthree 😀\nfour");
  const positions = Array.from({ length: file.text.length + 1 }, (_, offset) => file.positionAt(offset));
  // "one" with CR LF has five units, the empty line one, the third nine and its LF, and "four" the end behind it.
  const lengths = [5, 1, 10, 5];
  const expected = lengths.flatMap((length, line) =>
    Array.from({ length }, (_, column) => ({ line: line + 1, column: column + 1 })),
  );
  expect(positions).toEqual(expected);
});

test("lines come without what ends them", () => {
  const file = new SourceFile("a.tenor", "\uFEFFone\r\ntwo\n\nfour\r");
  expect([1, 2, 3, 4, 5, 6].map((line) => file.lineText(line))).toEqual(["one", "two", "", "four", "", ""]);
});

test("a span from two holds both, in either order", () => {
  const source = new SourceFile("a.tenor", "one two three");
  const one = { source, start: 0, end: 3 };
  const three = { source, start: 8, end: 13 };
  expect(textOf(spanFrom(one, three))).toBe("one two three");
  expect(spanFrom(three, one)).toEqual(spanFrom(one, three));
});
