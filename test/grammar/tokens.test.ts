import { describe, expect, test } from "vitest";
import { isAtMargin, tokenize } from "../../grammar/tokenize.ts";
import { catalogNames } from "./catalog-names.ts";

/** Tokens as `Type text`, a token a line; texts on one line. */
function kinds(text: string): string[] {
  return tokenize(text).tokens.map(({ tokenType, image }) => `${tokenType.name} ${image.replaceAll(/\s+/g, " ")}`);
}

describe("names", () => {
  test.each(catalogNames)("%s", (name) => {
    expect(kinds(name)).toEqual([`Name ${name}`]);
    expect(kinds(`its ${name}'s ${name} as of ${name}, if set`)).toEqual([
      "Its its",
      `Name ${name}`,
      "Possessive 's",
      `Name ${name}`,
      "AsOf as of",
      `Name ${name}`,
      "CommaIfSet , if set",
    ]);
  });

  test.each(["Series A1 Issued", "Tranche 2", "Tranche 2 Closing", "Part 3 Price of Class 2", "Note 12"])(
    "%s",
    (name) => {
      expect(kinds(name)).toEqual([`Name ${name}`]);
      expect(kinds(`its ${name}'s ${name} + ${name}, if set`)).toHaveLength(7);
    },
  );

  test.each([
    ["Count 2 shares", ["Name Count", "SharesLiteral 2 shares"]],
    ["Grace 5 business days", ["Name Grace", "NumberLiteral 5", "BusinessDays business days"]],
    ["Rate 8% per year", ["Name Rate", "RateLiteral 8% per year"]],
    ["Ratio 2.5", ["Name Ratio", "NumberLiteral 2.5"]],
    ["Total 1,000", ["Name Total", "NumberLiteral 1,000"]],
    ["Day 2024-01-02", ["Name Day", "DateLiteral 2024-01-02"]],
    ["Hour 18:00", ["Name Hour", "TimeLiteral 18:00"]],
    ["Price of 1.2(a)", ["Name Price", "Of of", "SectionLabel 1.2(a)"]],
    ["Price of Condition 5(b)", ["Name Price", "Of of", "NamedSection Condition 5(b)"]],
  ])("%s: the figure is no part of the name", (text, tokens) => expect(kinds(text)).toEqual(tokens));

  test("more blanks are the same name, a line end is not", () => {
    expect(kinds("Market  \tPrice")).toEqual(["Name Market Price"]);
    expect(kinds("Market\n  Price")).toEqual(["Name Market", "Name Price"]);
  });

  test("a section is no part of a name", () => {
    expect(kinds("Conversion Price of Article III")).toEqual([
      "Name Conversion Price",
      "Of of",
      "NamedSection Article III",
    ]);
    expect(kinds("notwithstanding Conversion Price of 1.2(a)")).toEqual([
      "Notwithstanding notwithstanding",
      "Name Conversion Price",
      "Of of",
      "SectionLabel 1.2(a)",
    ]);
  });

  test("a typographic apostrophe is taken as well", () => {
    expect(kinds("Merger’s Cash")).toEqual(["Name Merger", "Possessive ’s", "Name Cash"]);
  });
});

describe("phrases", () => {
  test.each([
    ["on or\n  after", "OnOrAfter"],
    ["on or -- comment\n  after", "OnOrAfter"],
    ["on or\n-- a comment at the margin\n  after", "OnOrAfter"],
    ["on or\r\n\r\n\tafter", "OnOrAfter"],
    ["the  lesser\tof", "TheLesserOf"],
    ["from and including", "FromAndIncluding"],
    ["is fixed as", "IsFixedAs"],
    [",otherwise", "CommaOtherwise"],
    ["from and including:", "FromAndIncludingLine"],
    ["business days:", "BusinessDaysLine"],
    ["business days", "BusinessDays"],
    ["the first 3-month anniversary of", "TheFirstAnniversaryOf"],
  ])("%j is one token", (text, type) => {
    expect(tokenize(text).tokens.map(({ tokenType }) => tokenType.name)).toEqual([type]);
  });

  test("a phrase does not reach over the margin, nor into a comment", () => {
    expect(kinds("on or\nafter")).toEqual(["On on", "Or or", "After after"]);
    expect(kinds("on -- or after\n  today")).toEqual(["On on", "Today today"]);
  });

  test("a keyword is a whole word", () => {
    expect(kinds("onto issue isnt dateless")).toEqual(["Word onto", "Word issue", "Word isnt", "Word dateless"]);
  });
});

describe("literals", () => {
  test.each([
    ["$500,000", "MoneyLiteral"],
    ["$.0375 per share", "PriceLiteral"],
    ["$0.05 per\n  share", "PriceLiteral"],
    ["50%", "PercentLiteral"],
    ["8% per year", "RateLiteral"],
    ["1,000,000 shares", "SharesLiteral"],
    ["1 share", "SharesLiteral"],
    ["0.1", "NumberLiteral"],
    ["2005-12-28", "DateLiteral"],
    ["18:00", "TimeLiteral"],
    ['"a text"', "Text"],
    ["1.2(a)", "SectionLabel"],
    ["8(a)(vii)", "SectionLabel"],
    ["4(c)(ii)", "SectionLabel"],
    ["3.10", "NumberLiteral"],
    ["Article III", "NamedSection"],
    ["Exhibit A", "NamedSection"],
    ["actual/365", "DayCount"],
    ["30E/360", "DayCount"],
    ["(iv)", "ListLabel"],
  ])("%s", (text, type) => {
    expect(tokenize(text).tokens.map(({ tokenType }) => tokenType.name)).toEqual([type]);
  });

  test("a length of time is a number and a unit", () => {
    expect(kinds("3 business days after today")).toEqual([
      "NumberLiteral 3",
      "BusinessDays business days",
      "After after",
      "Today today",
    ]);
  });
});

describe("places", () => {
  test("offsets count UTF-16 units, CR LF included", () => {
    const text = '-- 😀\r\nnote "😀"\r\n  language: 1\r\n';
    const places = tokenize(text).tokens.map(({ startOffset, endOffset = 0 }) =>
      text.slice(startOffset, endOffset + 1),
    );
    expect(places).toEqual(["note", '"😀"', "language:", "1"]);
  });

  test.each(["\n", "\r\n", "\r"])("the margin is behind a line end %j", (lineEnd) => {
    const text = `given Fee: money${lineEnd}  = $5${lineEnd}-- comment${lineEnd}role`;
    const opening = tokenize(text).tokens.filter((token) => isAtMargin(text, token));
    expect(opening.map(({ image }) => image)).toEqual(["given", "role"]);
  });

  test("what is no token is reported with its place, and the rest stands", () => {
    const { tokens, unknown } = tokenize("given @ Fee");
    expect(unknown.map(({ startOffset, length }) => [startOffset, length])).toEqual([[6, 1]]);
    expect(tokens.map(({ image }) => image)).toEqual(["given", "Fee"]);
  });
});
