import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tokenize } from "../../grammar/tokenize.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { textOf } from "../../src/source/span.ts";
import { parse } from "../../src/syntax/parse.ts";
import type { UnitCache } from "../../src/syntax/units.ts";
import { unitsOf } from "../../src/syntax/units.ts";

const terms = readdirSync("terms", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tenor"));
const textOfTerms = (name: string) => readFileSync(`terms/${name}`, "utf8");

describe("units", () => {
  test("a unit begins with the comments above its statement", () => {
    const text = "-- one\nA means 1\n  -- in A\n\n-- two\nB means 2\n  + 3\n-- end\n";
    expect(unitsOf(text)).toEqual([
      { start: 0, text: "-- one\nA means 1\n  -- in A\n" },
      { start: 27, text: "\n-- two\nB means 2\n  + 3\n-- end\n" },
    ]);
  });

  test("a comment at the margin before an indented line is within the statement", () => {
    expect(unitsOf("A means B on or\n-- why\n  after C\nD means 2").map(({ start }) => start)).toEqual([0, 33]);
  });

  test.each(terms)("%s is its units, one after the other", (name) => {
    const text = textOfTerms(name);
    expect(
      unitsOf(text)
        .map((unit) => unit.text)
        .join(""),
    ).toBe(text);
  });
});

describe("reading again", () => {
  const text = textOfTerms("juniper-2005.tenor");
  const edited = text.replace("given Principal: money", "-- what was lent\ngiven Principal: money");

  test("only the statement that was edited is read anew", () => {
    expect(edited).not.toBe(text);
    const cache: UnitCache = { units: new Map() };
    parse(new SourceFile("note", text), cache);
    const before = cache.units;
    parse(new SourceFile("note", edited), cache);
    const anew = [...cache.units].filter(([unit, read]) => before.get(unit) !== read).map(([unit]) => unit);
    expect(anew).toEqual([expect.stringContaining("-- what was lent\ngiven Principal: money\n")]);
  });

  test("the tree is that of a text never seen before, with its places", () => {
    const cache: UnitCache = { units: new Map() };
    parse(new SourceFile("note", text), cache);
    const source = new SourceFile("note", edited);
    expect(parse(source, cache)).toEqual(parse(source));
  });

  test("a mistake is found at its place again where what stands before it has changed", () => {
    const cache: UnitCache = { units: new Map() };
    parse(new SourceFile("note", "A means 1\nB means (2\n"), cache);
    const source = new SourceFile("note", "A means 1,000\nB means (2\n");
    const { diagnostics } = parse(source, cache);
    expect(diagnostics.map(({ code, span }) => [code, span.start, textOf(span)])).toEqual([["TN1016", 22, "("]]);
  });
});

describe("comments and blank lines", () => {
  test("each knows its line", () => {
    const text = '-- above\n\nnote "N" -- behind\n\n  -- of the parties\n  parties: A, B\n  -- last\n';
    const [head] = parse(new SourceFile("note", text)).value.statements;
    const comments = head?.trivia?.comments.map(({ text: words, line, isBehind }) => [words, line, isBehind]);
    expect(comments).toEqual([
      ["-- above", 0, false],
      ["-- behind", 0, true],
      ["-- of the parties", 1, false],
      ["-- last", 2, false],
    ]);
    expect(head?.trivia?.paragraphs).toEqual([0, 1]);
  });

  test("line ends of two characters are one line end", () => {
    const [head] = parse(new SourceFile("note", 'note "N"\r\n  parties: A, B -- two\r\n')).value.statements;
    expect(head?.trivia?.comments.map(({ line }) => line)).toEqual([1]);
    expect(head?.trivia?.paragraphs).toEqual([]);
  });

  test("two hyphens in a text are no comment, and between the words of a phrase they are", () => {
    const text = 'role "a -- b": C\nD means the first business day on or -- or before?\n  after E\n';
    const { value } = parse(new SourceFile("note", text));
    const comments = value.statements.map(({ trivia }) => trivia?.comments.map((it) => it.text) ?? []);
    expect(comments).toEqual([[], ["-- or before?"]]);
  });

  test.each(terms)("every comment of %s is in its tree, at its place", (name) => {
    const source = new SourceFile(name, textOfTerms(name));
    const written = source.text.split("\n").flatMap((line) => {
      const start = line.replaceAll(/"[^"]*"/g, (quoted) => "x".repeat(quoted.length)).indexOf("--");
      return start < 0 ? [] : [line.slice(start)];
    });
    const kept = parse(source).value.statements.flatMap(({ trivia }) => trivia?.comments ?? []);
    expect(kept.map(({ span }) => textOf(span))).toEqual(written);
    expect(kept.map(({ text }) => text)).toEqual(written);
    expect(tokenize(source.text).comments.length).toBe(written.length);
  });
});
