import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Paint } from "../../src/diagnostics/render-text.ts";
import { renderText } from "../../src/diagnostics/render-text.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import type { Span } from "../../src/source/span.ts";

test("a finding with a related place above it in the same file", () => {
  const source = fileOf(
    "terms/seed-note.tenor",
    "\n\n\n\n\n\n\n\ngiven Discount: percent\n\n\n\n\nDiscount is $20\nnext\n",
  );
  const related = [{ span: spanOf(source, "Discount"), label: "declared as a percent here" }];
  const found = diagnostic(
    "TN3002",
    spanOf(source, "$20"),
    { name: "Discount", expected: "a percent", found: "an amount of money" },
    related,
    { help: "write `20%`" },
  );
  expect(lines(found)).toEqual([
    "error[TN3002]: `Discount` is a percent, but this is an amount of money",
    "  --> terms/seed-note.tenor:14:13",
    "   |",
    " 9 | given Discount: percent",
    "   |       -------- declared as a percent here",
    "14 | Discount is $20",
    "   |             ^^^ an amount of money",
    "   = help: write `20%`",
  ]);
});

test("two places on one line stand below each other, in their order", () => {
  const source = fileOf("a.tenor", "Price means Price + $1\n");
  const related = [{ span: { source, start: 0, end: 5 }, label: "defined here" }];
  expect(lines(unknown({ source, start: 12, end: 17 }, related)).slice(2)).toEqual([
    "  |",
    "1 | Price means Price + $1",
    "  | ----- defined here",
    "  |             ^^^^^ not defined in this template",
  ]);
});

test("related places elsewhere have excerpts of their own, line numbers aligned", () => {
  const source = fileOf("a.tenor", "use Cap\n");
  const library = fileOf("library/cap.tenor", `${"\n".repeat(99)}clause Cap\n`);
  expect(lines(unknown(spanOf(source, "Cap"), [{ span: spanOf(library, "Cap"), label: "its clause" }]))).toEqual([
    "error[TN2001]: Nothing is called `x`",
    "   --> a.tenor:1:5",
    "    |",
    "  1 | use Cap",
    "    |     ^^^ not defined in this template",
    "   ::: library/cap.tenor:100:8",
    "    |",
    "100 | clause Cap",
    "    |        --- its clause",
  ]);
});

test.each<[string, string, number, number, string[]]>([
  ["an empty span has one caret", "ab", 1, 1, ["1 | ab", "  |  ^"]],
  ["an empty span at the end of a file", "ab\n", 3, 3, ["2 |", "  | ^"]],
  ["no text at all", "", 0, 0, ["1 |", "  | ^"]],
  ["a tab is four columns", "\ta\tb", 3, 4, ["1 |     a    b", "  |          ^"]],
  ["a tab within the span", "a\tb", 0, 3, ["1 | a    b", "  | ^^^^^^"]],
  ["a CR LF is not shown", "ab\r\ncd", 0, 2, ["1 | ab", "  | ^^"]],
  ["a span that holds its line's end stops there", "ab\ncd", 0, 3, ["1 | ab", "  | ^^"]],
  [
    "a span over three lines marks the first and the last",
    "one two\nx\n  last",
    4,
    16,
    ["1 | one two", "  |     ^^^", "3 |   last", "  |   ^^^^"],
  ],
  ["a wide character is two columns", "語x", 1, 2, ["1 | 語x", "  |   ^"]],
  ["an emoji is two columns and two units", "😀x", 2, 3, ["1 | 😀x", "  |   ^"]],
  ["a combining mark is no column", "e\u0301x", 2, 3, ["1 | e\u0301x", "  |  ^"]],
  ["a control character is made visible", "\u001B[31mx", 5, 6, ["1 | ␛[31mx", "  |      ^"]],
])("%s", (_, text, start, end, expected) => {
  const shown = lines({ ...unknown({ source: fileOf("a.tenor", text), start, end }), label: "" });
  expect(shown.slice(3)).toEqual(expected);
});

test("a long line is cut around the span", () => {
  const source = fileOf("a.json", `${"a".repeat(1000)}HERE${"b".repeat(1000)}`);
  const [, at, , text, carets] = lines(unknown(spanOf(source, "HERE")));
  expect(at).toBe(" --> a.json:1:1001");
  expect(text).toBe(`1 | ...${"a".repeat(40)}HERE${"b".repeat(76)}...`);
  expect(carets).toBe(`  | ${" ".repeat(43)}^^^^ not defined in this template`);
});

test("what comes from a file can't move the cursor through a message, and is cut", () => {
  const source = fileOf("a\u001B.tenor", "x");
  const [message, at] = lines(
    diagnostic("TN2001", { source, start: 0, end: 1 }, { name: `a\u001Bb\n${"c".repeat(999)}` }),
  );
  expect(message).toBe(`error[TN2001]: Nothing is called \`a␛b ${"c".repeat(196)}…\``);
  expect(at).toBe(" --> a␛.tenor:1:1");
});

test("a fact that looks like a placeholder stays as it is", () => {
  const source = fileOf("a.tenor", "x");
  expect(diagnostic("TN2001", { source, start: 0, end: 1 }, { name: "{name} $& {toString}" }).message).toBe(
    "Nothing is called `{name} $& {toString}`",
  );
});

test("colour is the caller's", () => {
  const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
  const paint: Paint = {
    error: tag("e"),
    warning: tag("w"),
    hint: tag("n"),
    message: tag("m"),
    frame: tag("f"),
    related: tag("r"),
    help: tag("h"),
  };
  const source = fileOf("a.tenor", "ab\n");
  const found = diagnostic(
    "TN2001",
    spanOf(source, "b"),
    { name: "b" },
    [{ span: spanOf(source, "a"), label: "like" }],
    {
      help: "write `a`",
    },
  );
  expect(renderText(found, paint).split("\n")).toEqual([
    "<e>error[TN2001]</e><m>: Nothing is called `b`</m>",
    " <f>--></f> a.tenor:1:2",
    "  <f>|</f>",
    "<f>1 |</f> ab",
    "  <f>|</f> <r>- like</r>",
    "  <f>|</f>  <e>^ not defined in this template</e>",
    "  <f>=</f> <h>help:</h> write `a`",
  ]);
});

function unknown(span: Span, related: Diagnostic["related"] = []): Diagnostic {
  return diagnostic("TN2001", span, { name: "x" }, related);
}

function lines(found: Diagnostic): string[] {
  return renderText(found).split("\n");
}

function fileOf(name: string, text: string): SourceFile {
  return new SourceFile(name, text);
}

/** Where a text first stands in a file. */
function spanOf(source: SourceFile, text: string): Span {
  const start = source.text.indexOf(text);
  return { source, start, end: start + text.length };
}
