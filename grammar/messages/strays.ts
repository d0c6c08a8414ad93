import { figuresIn, fractionIn, isSameFigure } from "../forms/figures.ts";
import { isoDate } from "../forms/written-dates.ts";
import type { Token } from "../tokens.ts";
import { tokens as t } from "../tokens.ts";
import type { Words } from "../vocabulary.ts";
import { vocabulary } from "../vocabulary.ts";
import { isIn, isTokenName, namesIn, rowOf } from "../words.ts";
import { denials, wordsForSigns } from "./signs.ts";
import type { StatementTokens, SyntaxFinding } from "./syntax-error.ts";
import { endOf, findingAt, insertion, replacement, reworded, shown } from "./syntax-error.ts";
import { unknownLabel } from "./unknown-labels.ts";
import { amountAt } from "./wordings/amounts.ts";
import { contraction, signWords } from "./wordings/comparison-phrases.ts";
import { endOfEntry, figureAsLabel } from "./wordings/lists.ts";
import { dashBehindAmount, dateInFigures } from "./wordings/phrases.ts";
import { rangeOfSentences } from "./wordings/statements.ts";

const longestStatement = 4000;
const deepestNesting = 60;

/** The first thing in a statement that no grammar rule can make good: a stray sign, a malformed figure, a quote. */
export function strayIn(statement: StatementTokens): SyntaxFinding | undefined {
  for (const [index, token] of statement.tokens.entries()) {
    const complaint = strayAt(statement, token, index);
    if (complaint !== undefined) return complaint;
  }
  return tooMuch(statement);
}

function strayAt(statement: StatementTokens, token: Token, index: number): SyntaxFinding | undefined {
  switch (token.tokenType) {
    case t.UnclosedText:
      return findingAt(token, "TN1004", { found: shown(token.image) }, insertion(endOf(token), '"'));
    case t.CurlyText: {
      const straight = `"${token.image.replaceAll(/[“”„"]/g, "")}"`;
      return findingAt(token, "TN1020", { right: shown(straight) }, replacement(token, straight));
    }
    case t.WrongSymbol: {
      const next = statement.tokens[index + 1];
      if (token.image === ";" && next?.image === "otherwise")
        return reworded(statement.text, token.startOffset, endOf(next), ", otherwise");
      return (token.image === ";" ? endOfEntry(statement, token) : undefined) ?? wrongSymbol(statement, token, index);
    }
    case t.FullStop: {
      const label = figureAsLabel(statement, statement.tokens[index - 1]);
      const other = label ?? dashBehindAmount(statement, token, index);
      if (other !== undefined) return other;
      return index === statement.tokens.length - 1
        ? findingAt(token, "TN1031", {}, replacement(token, ""))
        : findingAt(token, "TN1003", { found: "." });
    }
    case t.UnknownLabel:
      return unknownLabel(statement, token, index);
    case t.Name:
      return (
        shoutedWord(token) ??
        (/^[A-Z]{3} \d/.test(token.image) ? amountAt(statement.text, token.startOffset) : undefined)
      );
    case t.NumberLiteral:
      return dateInFigures(statement, token) ?? malformedFigure(token);
    default:
      return malformedFigure(token);
  }
}

export function wrongSymbol(statement: StatementTokens, token: Token, index: number): SyntaxFinding {
  const isDefining = index === 1 && statement.tokens[0]?.tokenType === t.Name;
  if (isDefining && /^(?::=|==|=>|=)$/.test(token.image)) return missingVerb(statement, token);
  const range = rangeOfSentences(statement, token, index);
  if (range !== undefined) return range;
  const words = wordsForSigns[token.image];
  if (words === undefined) return findingAt(token, "TN1003", { found: token.image });
  const before = statement.tokens[index - 1];
  if (before === undefined || denials[words] === undefined) return signInWords(statement, token, words);
  // `is >= 5` has its `is` already.
  if (before.tokenType === t.Is) return signInWords(statement, token, words, before);
  return before.tokenType === t.IsNot
    ? signInWords(statement, token, denials[words], before)
    : signInWords(statement, token, words);
}

/** A sign, with the comparison that opens before it. */
function signInWords(statement: StatementTokens, sign: Token, meant: Words, opening = sign): SyntaxFinding {
  const { text, tokens } = statement;
  const [start, end] = [opening.startOffset, endOf(sign)];
  const { words = meant, otherwise } = signWords(meant, statement, opening, tokens[tokens.indexOf(sign) + 1]) ?? {};
  const fix = { ...replacement(sign, spaced(text, sign, words)), start };
  const help = otherwise && `write \`${words}\`, or \`${otherwise}\` between dates`;
  const facts = { found: text.slice(start, end), words };
  return { code: "TN1008", start, end, facts, ...(help !== undefined && { help }), fix };
}

/** A character that no token has. An invisible one, as word processors leave them, is shown by its number. */
export function unknownCharacter(text: string, start: number): SyntaxFinding {
  const code = text.codePointAt(start) ?? 0;
  const image = String.fromCodePoint(code);
  const place = { code: "TN1003", start, end: start + image.length } as const;
  const other =
    amountAt(text, start) ??
    partInOneSign(text, start, image) ??
    (/['’]/.test(image) ? contraction(text, start) : undefined);
  if (other !== undefined) return other;
  const isSpace = /^\p{Zs}$/u.test(image);
  if (!isSpace && !/^[\p{Cf}\p{Cc}]$/u.test(image)) return { ...place, facts: { found: image } };
  const found = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const help = isSpace ? "write an ordinary blank" : "take this invisible character out";
  return { ...place, facts: { found }, help, fix: { start, end: place.end, text: isSpace ? " " : "" } };
}

/** `5½`: a part of one as a single sign. */
function partInOneSign(text: string, start: number, image: string): SyntaxFinding | undefined {
  const part = partSigns.get(image);
  if (part === undefined) return undefined;
  const whole = /\d*[ \t]?$/.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? "";
  return reworded(text, start - whole.length, start + image.length, `${whole.trim() || "0"}${part}`);
}

const partSigns = new Map(
  ["½.5", "¼.25", "¾.75", "⅛.125", "⅜.375", "⅝.625", "⅞.875"].map((it) => [it.charAt(0), it.slice(1)]),
);

/** Words in the place of a sign, with blanks where the sign stood close. */
function spaced(text: string, token: Token, words: string): string {
  const before = /\S/.test(text.charAt(token.startOffset - 1)) ? " " : "";
  const after = /\S/.test(text.charAt(endOf(token))) ? " " : "";
  return before + words + after;
}

export function missingVerb({ tokens }: StatementTokens, found: Token): SyntaxFinding {
  const name = shown(tokens[0]?.image ?? "");
  return findingAt(found, "TN1007", { name, found: shown(found.image) }, replacement(found, "means"));
}

/** `AND` inside a run of capitals would be part of a name. */
function shoutedWord(token: Token): SyntaxFinding | undefined {
  const match = /(?<![A-Za-z0-9-])(?:AND|OR|NOT|IF|THEN|ELSE|IS|OTHERWISE)(?![A-Za-z0-9-])/.exec(token.image);
  if (match === null) return undefined;
  const start = token.startOffset + match.index;
  const place = { start, end: start + match[0].length };
  const word = match[0].toLowerCase();
  return { code: "TN1006", ...place, facts: { found: match[0], word }, fix: { ...place, text: word } };
}

const groupedFigure = /^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;

function malformedFigure(token: Token): SyntaxFinding | undefined {
  if (token.tokenType === t.DateLiteral) return dateFinding(token);
  if (token.tokenType === t.TimeLiteral)
    return isTime(token.image) ? undefined : malformed(token, "a time", vocabulary.TimeLiteral.example);
  if (token.tokenType === t.Fraction) return fractionFinding(token);
  const { name } = token.tokenType;
  if (!isTokenName(name) || !isIn(name, "figure")) return undefined;
  const { words: kind, example = "" } = rowOf(name);
  const isGrouped = (token.image.match(/[\d.,]*\d/g) ?? []).every((figure) => groupedFigure.test(figure));
  const [first, ...others] = figuresIn(token.image);
  const isWhole = !others.includes(undefined);
  if (!isGrouped || first === undefined || !isWhole) return malformed(token, kind, example);
  const other = others.find((figure) => figure !== undefined && !isSameFigure(first, figure));
  return other === undefined ? undefined : twoFigures(token, first, other);
}

/** `three (4)` */
function twoFigures(token: Token, first: string, second: string): SyntaxFinding {
  return findingAt(token, "TN1036", { found: shown(token.image), first, second });
}

function fractionFinding(token: Token): SyntaxFinding | undefined {
  const { inWords, inFigures = inWords } = fractionIn(token.image);
  const isSame = Number(inWords.over) * Number(inFigures.under) === Number(inFigures.over) * Number(inWords.under);
  const written = [inWords, inFigures].map(({ over, under }) => `${over} / ${under}`);
  return isSame ? undefined : twoFigures(token, written[0] ?? "", written[1] ?? "");
}

function malformed(token: Token, kind: string, example: string): SyntaxFinding {
  return findingAt(token, "TN1005", { found: shown(token.image), kind, problem: "it has another form", example });
}

function dateFinding(token: Token): SyntaxFinding | undefined {
  const image = isoDate(token.image);
  if (!/^\d{4}-\d\d-\d\d$/.test(image)) return malformed(token, "a date", vocabulary.DateLiteral.example);
  const [year = 0, month = 0, day = 0] = image.split("-").map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (length === undefined)
    return noDate(token, "there is no such month", "write the month as 01 to 12, after the year");
  if (year < 1) return noDate(token, "the year is out of range", "write a day from 0001-01-01 to 9999-12-31");
  if (day >= 1 && day <= length) return undefined;
  const yearAndMonth = image.slice(0, 8);
  const help = `write a day from ${yearAndMonth}01 to ${yearAndMonth}${length}`;
  return noDate(token, `that month has ${length} days`, help);
}

function noDate(token: Token, problem: string, help: string): SyntaxFinding {
  return { ...findingAt(token, "TN1005", { found: shown(token.image), kind: "a date", problem }), help };
}

function isTime(text: string): boolean {
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|(?:0?[1-9]|1[0-2]):[0-5]\d[ \t]*[ap]\.?m\.?)$/.test(text);
}

/** A statement so long or so deep that it can't be meant; everything after the parser may walk it by recursion. */
function tooMuch({ tokens }: StatementTokens): SyntaxFinding | undefined {
  const [opening] = tokens;
  if (opening === undefined) return undefined;
  if (tokens.length > longestStatement) return findingAt(opening, "TN1030", { what: "long" });
  let brackets = 0;
  let openings = 0;
  for (const token of tokens) {
    if (token.tokenType === t.LeftBracket) brackets++;
    if (token.tokenType === t.RightBracket) brackets--;
    if (nesting.has(token.tokenType)) openings++;
    if (brackets > deepestNesting || openings > deepestNesting * 5)
      return findingAt(token, "TN1030", { what: "deeply nested" });
  }
  return undefined;
}

/** Words after which a value or a condition opens inside another. */
const nesting = new Set([
  ...namesIn(
    "relation",
    "dayQuantifier",
    "conditionList",
    "listPick",
    "total",
    "extremeFold",
    "period",
    "whichOfEvery",
  ).map((name) => t[name]),
  ...[t.Has, t.IsRead, t.PayableOn, t.CommaOrElse, t.Possessive, t.AsOf],
]);
