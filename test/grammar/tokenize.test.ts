import { globSync, readFileSync } from "node:fs";
import { test as property } from "@fast-check/vitest";
import type { TokenType } from "chevrotain";
import { createToken, Lexer } from "chevrotain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenize } from "../../grammar/tokenize.ts";
import { openings, standsFor, tokenTypes } from "../../grammar/tokens.ts";
import { labelWords, phraseWords } from "../../grammar/words.ts";

/** Tries one pattern after the other wherever it is, without knowing what begins with what. */
const patient = new Lexer(
  [
    createToken({ name: "Comment", pattern: /--[^\r\n]*/, group: Lexer.SKIPPED }),
    createToken({ name: "Blank", pattern: /[ \t\r\n]+/, group: Lexer.SKIPPED, line_breaks: true }),
    ...tokenTypes.filter(({ PATTERN }) => PATTERN !== undefined),
  ],
  { positionTracking: "onlyOffset", skipValidations: true, safeMode: true, ensureOptimizations: false },
);

function expectTheSame(text: string): void {
  const { tokens, errors } = patient.tokenize(text);
  const found = tokenize(text);
  const lines = (all: readonly { tokenType: TokenType; startOffset: number; image: string }[]) =>
    all.map(
      ({ tokenType: type, startOffset, image }) => `${startOffset} ${(standsFor.get(type) ?? type).name} ${image}`,
    );
  expect(lines(found.tokens)).toEqual(lines(tokens));
  expect(found.unknown).toEqual(errors.map(({ offset, length }) => ({ startOffset: offset, length })));
}

describe("the same tokens as a lexer that tries every pattern in turn", () => {
  test.each(globSync("terms/**/*.tenor"))("%s", (path) => expectTheSame(readFileSync(path, "utf8")));

  const pieces = [...labelWords().map((words) => `${words}:`), ...phraseWords(), ...[...openings.values()].flat()];
  const literals = [
    "$5",
    "$0.05 per share",
    "8 % a year",
    "three (3)",
    "two-thirds of",
    "one hundred and five bps",
    "January 3, 2006",
    "is not later than",
    "12 shares",
    "1.2(a)",
    "2006-02-30",
    "14:00",
    '"x',
    "30E/360",
  ];
  const odd = [
    "Article IV",
    "Market Price of Day",
    "the first 3-month anniversary of",
    "-- note\n",
    "days_2",
    "on-site",
  ];
  const gaps = [" ", "", "\n", "\n  ", "\r\n\t", "-", "  ", ".", "@", "€€", "'s"];
  const text = fc
    .array(fc.tuple(fc.constantFrom(...pieces, ...literals, ...odd), fc.constantFrom(...gaps)), { maxLength: 12 })
    .map((parts) => parts.flat().join(""));
  property.prop([text], { numRuns: 2000 })("words of the language in any order", expectTheSame);
  property.prop([fc.string({ unit: "binary", maxLength: 40 })])("any text", expectTheSame);
});
