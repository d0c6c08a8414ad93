import { isBlank } from "../../grammar/characters.ts";
import { explain } from "../../grammar/messages/messages.ts";
import { strayIn, unknownCharacter } from "../../grammar/messages/strays.ts";
import type { StatementTokens, SyntaxFinding } from "../../grammar/messages/syntax-error.ts";
import { headingInOtherWords } from "../../grammar/messages/wordings/headings.ts";
import { wordsWithoutQuotes } from "../../grammar/messages/wordings/statements.ts";
import { parseStatement } from "../../grammar/parser.ts";
import type { Pieces } from "../../grammar/tokenize.ts";
import { isAtMargin, tokenize } from "../../grammar/tokenize.ts";
import type { Token } from "../../grammar/tokens.ts";
import { nearestName } from "../base/nearest-name.ts";

/**
 * A text in units: one statement each, with the comments above it. A unit is read without the others, and its offsets are
 * counted from its own start, so that it need not be read again where other units change.
 */
export interface Unit {
  readonly start: number;
  readonly text: string;
}

type Parsed = ReturnType<typeof parseStatement>["cst"];

/** What a unit's text was read to: the grammar's tree, or what is wrong with it. */
export interface ReadUnit extends Pieces {
  readonly outcome: { readonly cst: Parsed } | { readonly finding: SyntaxFinding };
}

/** Units that were read, by their text; those of the last text that was parsed with it. */
export interface UnitCache {
  units: ReadonlyMap<string, ReadUnit>;
}

/** Blanks of other widths, as word processors write them, read as plain ones; those in texts and comments stay. */
export function withPlainBlanks(text: string): string {
  if (!otherBlank.test(text)) return text;
  return text.replaceAll(/--[^\r\n]*|"[^"\r\n]*"|[^\S\r\n\t\u2028\u2029\uFEFF]/g, (found) =>
    otherBlank.test(found[0] ?? "") ? " " : found,
  );
}

const otherBlank = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;

/** Cuts a text where a line begins at the margin; comments and blank lines before it go with what follows them. */
export function unitsOf(text: string): Unit[] {
  const starts: number[] = [];
  let above: number | undefined;
  for (const { index, 0: line } of text.matchAll(/[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+$/g)) {
    if (/^(?:--|[ \t]*[\r\n])/.test(line)) {
      above ??= index;
      continue;
    }
    const isComment = /^[ \t]*--/.test(line);
    if (!isComment && (starts.length === 0 || !isBlank(line.charCodeAt(0)))) {
      starts.push(starts.length === 0 ? 0 : (above ?? index));
    }
    above = undefined;
  }
  return starts.map((start, index) => ({ start, text: text.slice(start, starts[index + 1]) }));
}

/** Reads a unit by itself. */
export function readUnit(text: string): ReadUnit {
  const pieces = tokenize(text);
  return { ...pieces, outcome: outcomeOf(text, pieces) };
}

function outcomeOf(text: string, { tokens, unknown }: Pieces): ReadUnit["outcome"] {
  const statement = { text, tokens, nearest: nearestName };
  const outcome = parsed(statement, unknown);
  if ("cst" in outcome || /^TN10(?:04|20|36)$/.test(outcome.finding.code)) return outcome;
  // Headings and words may hold anything, so that only the line as a whole says what was meant.
  const whole = headingInOtherWords(statement) ?? wordsWithoutQuotes(statement);
  return whole === undefined ? outcome : { finding: whole };
}

function parsed(statement: StatementTokens, unknown: Pieces["unknown"]): ReadUnit["outcome"] {
  const { text, tokens } = statement;
  const [first] = unknown;
  if (first !== undefined) return { finding: unknownCharacter(text, first.startOffset) };
  const stray = strayIn(statement);
  if (stray !== undefined) return { finding: stray };
  const [opening] = tokens;
  if (opening !== undefined && !isAtMargin(text, opening)) return { finding: notAtMargin(text, opening) };
  const { cst, error } = parseStatement(tokens);
  return error === undefined ? { cst } : { finding: explain(statement, error) };
}

/** The first statement of a text, with blanks before it. */
function notAtMargin(text: string, { startOffset, image }: Token): SyntaxFinding {
  const start = Math.max(text.lastIndexOf("\n", startOffset - 1), text.lastIndexOf("\r", startOffset - 1)) + 1;
  const fix = { start, end: startOffset, text: "" };
  return { code: "TN1002", start: startOffset, end: startOffset + image.length, facts: { found: image }, fix };
}
