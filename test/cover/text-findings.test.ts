/** What a text leaves open or says twice: planted one at a time, and none in a text that is clean. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readContract } from "../../src/contract/contract-text.ts";
import { textFindings } from "../../src/cover/text-findings.ts";
import { coverTemplate } from "../../src/index.ts";

const clean = readFileSync("test/data/cover/harbour-note.txt", "utf8");

function findingsIn(text: string): string[] {
  return textFindings(readContract(text)).map(({ kind, section, message }) => `${section}: ${kind}: ${message}`);
}

/** The clean text with one thing changed. */
function planted(from: string, to: string): string {
  expect(clean).toContain(from);
  return clean.replace(from, to);
}

test.each([
  [
    "names of exchanges in a list, one of which ends like a term",
    "on the Elbonian Stock Exchange, the Elbonian Freight Price or the New York Stock Exchange",
  ],
  ["a term whose words stand in another order", "before the Date of Maturity"],
])("%s: none", (_, words) => {
  expect(findingsIn(planted("in whole or in part", `in whole or in part ${words}`))).toEqual([]);
});

test("a term with its value behind a colon is defined", () => {
  const used = "In no event is the Conversion Price, as of the Closing Date,";
  const undefinedIn = (head: string) =>
    findingsIn(planted("In no event is the Conversion Price", `${head}${used}`)).filter((it) =>
      it.includes("Closing Date"),
    );
  expect(undefinedIn("")).toHaveLength(1);
  expect(undefinedIn("**Closing Date:** January 6, 2025. ")).toEqual([]);
  expect(undefinedIn("The parties agree on the Closing Date: it is near. ")).toHaveLength(1);
});

test("a clean text has none", () => {
  expect(findingsIn(clean)).toEqual([]);
});

test.each([
  [
    "a term that ends like others and is not defined",
    planted("In no event is the Conversion Price", "In no event is the Daily Closing Price, or the Conversion Price,"),
    ['1.2(b): undefined term: "Daily Closing Price" is used once and never defined'],
  ],
  [
    "a term that is defined twice",
    planted("A Notice given later", 'The Company repays (the "Maturity Date") at the end. A Notice given later'),
    ['1.1: defined twice: "Maturity Date" is defined here and in preamble (line 5)'],
  ],
  [
    "a section that is not there",
    planted("in whole or in part", "under Section 4.7 in whole or in part"),
    ["1.1: no such section: Section 4.7 is cited, and the text has none"],
  ],
  [
    "a section of the text itself, by the name that it has for itself",
    planted("in whole or in part", "under Section 4.7 of the Bond, in whole or in part").replace(
      "The Note bears",
      "This Bond bears",
    ),
    ["1.1: no such section: Section 4.7 is cited, and the text has none"],
  ],
  [
    "a condition of the text that is not there",
    planted("in whole or in part", "as in Condition 4.7, in whole or in part"),
    ["1.1: no such section: Condition 4.7 is cited, and the text has none"],
  ],
  [
    "a section that is to define a term and does not",
    planted("in whole or in part", 'in whole or in part ("Late Fee" has the meaning set forth in Section 2.2)'),
    ['1.1: other subject: Section 2.2 is to define "Late Fee", and does not'],
  ],
  [
    "a term that is said to be defined elsewhere than it is",
    planted("in whole or in part", "at the Conversion Price (as defined in Section 2.2), in whole or in part"),
    ['1.1: other subject: Section 2.2 is to define "Conversion Price", and does not'],
  ],
  [
    "a section by another title",
    planted("in whole or in part", "under Section 2.2 (Notices), in whole or in part"),
    ['1.1: other subject: Section 2.2 is cited as "Notices", and its title is "Judgments"'],
  ],
  [
    "a section cited for what it does not speak of",
    planted("in whole or in part", "at the Conversion Price determined under Section 2.2, in whole or in part"),
    ['1.1: other subject: Section 2.2 is cited for "Conversion Price", of which it says nothing'],
  ],
  [
    "a blank",
    planted("June 30, 2027", "June __, 2027"),
    ['preamble: blank: A blank is to be filled in: "the Holder on June __, 2027"'],
  ],
  [
    "words and figures that differ",
    planted("ten (10)\nTrading", "ten (20)\nTrading"),
    ['1.2(a): words and figures: "ten (20)" says 10 in words and 20 in figures'],
  ],
  [
    "a reserved section",
    planted("3.2 Notices. Notices are sent by courier.", "3.2 [Reserved]."),
    ["3.2: reserved: Section 3.2 is reserved: it says nothing yet"],
  ],
  [
    "covenants that the default for breaches does not name",
    planted(
      "2.2 Judgments.",
      "2.3 Covenants. the Company breaches a covenant of Sections 1.1 or 1.2(b);\n\n2.2 Judgments.",
    ).replace(
      "ARTICLE III. MISCELLANEOUS",
      "ARTICLE IV. NEGATIVE COVENANTS\n\n4.1 Dividends. The Company pays no dividends.\n\nARTICLE III. MISCELLANEOUS",
    ),
    ["Article IV: no consequence: A breach of Article IV has no stated consequence: 2.3 names other sections"],
  ],
  [
    "a power that may be used at any time, without a last day",
    planted("The parties waive", "The Holder may at any time ask for a statement. The parties waive"),
    ['3.1: power without an end: A power has no last day: "Holder may at any time"'],
  ],
])("%s", (_, text, findings) => {
  expect(findingsIn(text)).toEqual(findings);
});

test.each([
  [
    "a section of another paper",
    planted("in whole or in part", "as in Section 9(b) of the Purchase Agreement, in whole or in part"),
  ],
  [
    "sections that say what they are cited for",
    planted(
      "in whole or in part",
      "at the Conversion Price determined under Section 1.2 (Price; as defined in Section 1.2(a)), in whole or in part",
    ),
  ],
  [
    "a power with a last day",
    planted("The parties waive", "The Holder may at any time before the Maturity Date ask for one. The parties waive"),
  ],
  [
    "a name",
    planted("governed by the laws", "governed by the Harbour Price Agreement, dated May 1, 2026, and the laws"),
  ],
  [
    "a default that names no sections",
    planted("2.2 Judgments.", "2.3 Covenants. the Company breaches any covenant;\n\n2.2 Judgments.").replace(
      "ARTICLE III. MISC",
      "ARTICLE IV. COVENANTS\n\n4.1 Debt. None.\n\nARTICLE III. MISC",
    ),
  ],
])("silent on %s", (_, text) => {
  expect(findingsIn(text)).toEqual([]);
});

const template = readFileSync("test/data/cover/harbour-note.tenor", "utf8");

/** What text and template together leave open. */
function findingsOn(text: string, terms: string): string[] {
  const report = coverTemplate({ name: "harbour-note.tenor", text: terms }, text);
  if (!report.ok) throw new Error(report.diagnostics.map(({ message }) => message).join("\n"));
  return report.value.coverage.findings.map(({ kind, section, message }) => `${section}: ${kind}: ${message}`);
}

test("the clean template leaves nothing open", () => {
  expect(findingsOn(clean, template)).toEqual([]);
});

test("an option that the template gives to another party", () => {
  const text = planted(
    "in whole or in part\nby a Notice",
    "in whole or, at the Company's option, in part\nby a Notice",
  );
  expect(findingsOn(text, template)).toEqual([
    "1.1: option of another: The text makes it an option of the Company; in the template the Holder says it, by the Holder may give Notice",
  ]);
  // The Holder's own option is the Holder's in both.
  expect(findingsOn(text.replace("Company's option", "Holder's option"), template)).toEqual([]);
});

test("words that can be read in two ways, until a reading settles them", () => {
  const text = planted("the average close over", "the average close and/or bid price over");
  const found =
    '1.2(a): ambiguity without a reading: "and/or" can be read in more than one way (both, or one of them?), and the template has no reading of it';
  expect(findingsOn(text, template)).toEqual([found]);
  const settled = template.replace(
    "sentence 1\nConv",
    'our view: "closes alone count"\n  favours: Holder\nsentence 1\nConv',
  );
  expect(settled).not.toBe(template);
  expect(findingsOn(text, settled)).toEqual([]);
});

test.each([
  ["if the Company exercises its right to prepay on or before that day", 1],
  ["if the Company exercises its right to prepay by a notice given before that day", 0],
])("whether a right is exercised by the notice or by what is done: %s", (words, count) => {
  const found = findingsOn(planted("the average close over", `the average close, ${words}, over`), template);
  expect(found.filter((it) => it.includes("on the day of the notice"))).toHaveLength(count);
});
