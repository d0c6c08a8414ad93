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

  test("a text of blanks alone has none", () => {
    expect(unitsOf("  ")).toEqual([]);
    expect(unitsOf("  \n  \n\t")).toEqual([]);
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

describe("lines at the margin that go on with the statement above", () => {
  test.each([
    [
      "Fee means the lesser of\n(i) A\n(ii) B\n",
      "(i)",
      "indent the 2 lines",
      "Fee means the lesser of\n  (i) A\n  (ii) B\n",
    ],
    ["Fee means\nA + B\n", "A", "indent the line", "Fee means\n  A + B\n"],
    ["Fee means A +\r\nB\r\n", "B", "indent the line", "Fee means A +\r\n  B\r\n"],
    ["Fee means A if B,\notherwise C\n", "otherwise", "indent the line", "Fee means A if B,\n  otherwise C\n"],
    [
      "event Sale\nPrice: price\nAmount: money\n",
      "Price",
      "indent the 2 lines",
      "event Sale\n  Price: price\n  Amount: money\n",
    ],
    ["when Sale\nOwed becomes $5\n", "Owed", "indent the line", "when Sale\n  Owed becomes $5\n"],
    [
      "the Holder may give Notice\n  only if all of\n(i) A\n-- why\n(ii) B\n",
      "(i)",
      "indent the 2 lines",
      "the Holder may give Notice\n  only if all of\n  (i) A\n-- why\n  (ii) B\n",
    ],
  ])("%j is one slip, and is read", (text, under, help, right) => {
    const { value, diagnostics } = parse(new SourceFile("note", text));
    expect(diagnostics.map((it) => [it.code, textOf(it.span), it.help])).toEqual([["TN1029", under, help]]);
    const [fix] = diagnostics.map((it) => it.fix);
    expect(fix && text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end)).toBe(right);
    const mended = parse(new SourceFile("note", right));
    expect(mended.diagnostics).toEqual([]);
    expect(value.statements.map(({ kind }) => kind)).toEqual(mended.value.statements.map(({ kind }) => kind));
  });

  test("what makes no statement with the one above is a finding of its own", () => {
    const { diagnostics } = parse(new SourceFile("note", "Fee means A\nB * 5\nC means D\n"));
    expect(diagnostics.map(({ code }) => code)).toEqual(["TN1007"]);
  });
});

// Each blank may be tried by a pattern: what is read with so many of them takes no longer than a glance.
test.each(["Fee means A_+", "Schedule_1, para 3 x", "if_A is more than B, C becomes $5", "in words: the Company_pays"])(
  "%j with 100,000 blanks",
  (text) => {
    const start = performance.now();
    const { diagnostics } = parse(new SourceFile("note", `${text.replace("_", " ".repeat(100_000))}\n`));
    expect(diagnostics).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(3000);
  },
);

test.each([
  ["Fee means A --5", 1],
  ["Fee means A --$5", 1],
  ["Fee means A--B", 1],
  ["Fee means A -- 5 of them", 0],
  ["Fee means A --Flat", 0],
  ["-- 5\nFee means A", 0],
  ["--5\nFee means A", 0],
  ['Fee is one of "a--5"', 0],
])("%j has %i comment that may be meant as a figure", (text, many) => {
  const { diagnostics } = parse(new SourceFile("note", `${text}\n`));
  expect(diagnostics.filter(({ code }) => code === "TN1071")).toHaveLength(many);
});
