import { describe, expect, test } from "vitest";
import { SourceFile } from "../../src/source/source-file.ts";
import { textOf } from "../../src/source/span.ts";
import { parse } from "../../src/syntax/parse.ts";

const underOf = (text: string) =>
  parse(new SourceFile("note", `${text}\n`)).diagnostics.map(({ span }) => textOf(span));

describe("all wordings of one statement", () => {
  test("a price as contracts word it is answered at once", () => {
    const price =
      "Price means the lesser of (i) $0.50 per share and (ii) 80% of the arithmetic average of market vwap over the ten consecutive trading days ending on the trading day immediately before today, but never less than $0.10 per share";
    expect(underOf(price)).toEqual([
      "of",
      "arithmetic",
      "consecutive trading days",
      "the trading day immediately before",
      ", but never less than",
    ]);
  });

  test("each fix stands at its own place, and all of them together can be read", () => {
    const text = "X means 18% per year while Breach has occurred, otherwise 12% per year\n";
    const fixes = parse(new SourceFile("note", text)).diagnostics.flatMap(({ fix }) => fix ?? []);
    const mended = fixes
      .toReversed()
      .reduce((read, { span, text: right }) => read.slice(0, span.start) + right + read.slice(span.end), text);
    expect(mended).toBe("X means 18% per year if Breach has happened, otherwise 12% per year\n");
    expect(parse(new SourceFile("note", mended)).diagnostics).toEqual([]);
  });

  test("what is merely not expected behind the first is not reported with it", () => {
    expect(underOf("X means 18% per year while C ? D, otherwise 5%")).toEqual(["?"]);
    expect(underOf("X means A while C D, otherwise 5%")).toEqual(["while"]);
  });

  test("a statement with one wording has one finding", () => {
    expect(underOf("X means A, rounded up to a whole share")).toEqual([", rounded up to a whole share"]);
  });
});
