import type { Token } from "../tokens.ts";
import type { Words } from "../vocabulary.ts";
import type { ErrorContext, StatementTokens, SyntaxFinding } from "./syntax-error.ts";
import { matched, reworded } from "./syntax-error.ts";

/** Comparisons, counts, fractions and days as contracts write them, taken whole: half of `not later than` says the opposite. */
export function phrase(place: ErrorContext): SyntaxFinding | undefined {
  const { statement, index, found } = place;
  if (found === undefined) return undefined;
  const date = dateInFigures(statement, found);
  if (date !== undefined) return date;
  const last = found.image === "within" ? index + 1 : index;
  for (const token of statement.tokens.slice(Math.max(0, index - longestOpening), last + 1)) {
    for (const { words, finding } of phrases) {
      const match = matched(statement, token, words);
      if (match === undefined || match.index + match[0].length <= found.startOffset) continue;
      return finding(match, place);
    }
  }
  return undefined;
}

/** How many words of a phrase the grammar may take before it stops: `is` `not` in `is not later than`. */
const longestOpening = 4;

interface Phrase {
  readonly words: RegExp;
  readonly finding: (match: RegExpExecArray, place: ErrorContext) => SyntaxFinding;
}

const [more, less] = ["(?:more|greater|higher|larger)", "(?:less|lower|fewer|smaller)"];
const comparisonsInFull: readonly (readonly [string, Words])[] = [
  ["(?:not|no) later than|on or (?:prior to|earlier than)", "is on or before"],
  ["(?:not|no) (?:earlier|sooner) than|on or (?:later than|following)", "is on or after"],
  [`(?:not|no) ${less} than|${more} than or equal to|equal to or ${more} than|equals or exceeds`, "is at least"],
  [
    `(?:not|no) ${more} than|${less} than or equal to|equal to or ${less} than|(?:does )?not exceed(?:ing)?`,
    "is at most",
  ],
  ["prior to", "is before"],
  ["subsequent to", "is after"],
];

const numbers =
  "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty sixty ninety".split(" ");
const figures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 60, 90];
const parts = new Map([
  ["half", 2],
  ["third", 3],
  ["quarter", 4],
  ["fourth", 4],
  ["fifth", 5],
  ["tenth", 10],
]);
const months = "January February March April May June July August September October November December".split(" ");
const month = `(${months.join("|")})`;

const phrases: readonly Phrase[] = [
  ...comparisonsInFull.map(([words, right]) => inOtherWords(`(?:is )?(?:${words})\\b`, () => right, "TN1024")),
  inOtherWords(
    `(${numbers.join("|")})(?: \\((\\d+)\\))?(?= (?:business |trading |calendar )?(?:days?|months?|years?)\\b)`,
    (_, word = "", figure) => figure ?? numeral(word),
  ),
  inOtherWords(
    `(${numbers.join("|")})(?: |-)(${[...parts.keys()].join("|")})s? of\\b`,
    (_, word = "", part = "") => `(${numeral(word)} / ${parts.get(part)}) *`,
  ),
  inOtherWords("(\\$[\\d,.]+) ?/ ?share\\b", (_, amount = "") => `${amount} per share`),
  inOtherWords(`${month} (\\d{1,2}), (\\d{4})\\b`, (_, name = "", day = "", year = "") =>
    isoDate(year, monthNumber(name), day),
  ),
  inOtherWords(`(\\d{1,2}) ${month},? (\\d{4})\\b`, (_, day = "", name = "", year = "") =>
    isoDate(year, monthNumber(name), day),
  ),
];

/** What is written otherwise, with what the groups of its words make of it. */
function inOtherWords(
  words: string,
  right: (...groups: (string | undefined)[]) => string,
  code?: SyntaxFinding["code"],
): Phrase {
  return {
    words: inWords(words),
    finding: (match, { statement: { text } }) =>
      reworded(text, match.index, match.index + match[0].length, right(...match), true, code),
  };
}

/** A blank stands for any blanks. */
function inWords(words: string): RegExp {
  return new RegExp(words.replaceAll(/ (?!\?)/g, "\\s+"), "y");
}

function numeral(word: string): string {
  return String(figures[numbers.indexOf(word)]);
}

function monthNumber(name: string): string {
  return String(months.indexOf(name) + 1);
}

function isoDate(year: string, monthOfYear: string, day: string): string {
  return `${year}-${monthOfYear.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** `01/03/2006`, `3.1.2006`: which of the two is the month is not seen, unless one of them can't be. */
export function dateInFigures(statement: StatementTokens, token: Token): SyntaxFinding | undefined {
  const match = matched(statement, token, /(\d{1,2})([/.])(\d{1,2})\2(\d{4})\b/y);
  if (match === undefined) return undefined;
  const [written, first = "", , second = "", year = ""] = match;
  const isMonth = (figure: string) => Number(figure) >= 1 && Number(figure) <= 12;
  const readings = [
    ...(isMonth(first) ? [isoDate(year, first, second)] : []),
    ...(isMonth(second) && first !== second ? [isoDate(year, second, first)] : []),
  ].map((it) => `\`${it}\``);
  const facts = { found: written, kind: "a date", problem: "it has another form" };
  const help = `write ${readings.join(" or ") || "it as in `2005-12-28`"}`;
  return { code: "TN1005", start: token.startOffset, end: token.startOffset + written.length, facts, help };
}
