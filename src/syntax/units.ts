import { isBlank } from "../../grammar/characters.ts";
import { explain } from "../../grammar/messages/messages.ts";
import { strayIn, unknownCharacter } from "../../grammar/messages/strays.ts";
import type { StatementTokens, SyntaxFinding } from "../../grammar/messages/syntax-error.ts";
import { shown } from "../../grammar/messages/syntax-error.ts";
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
  /** The codes of currencies with which they were read. */
  currencies?: readonly string[];
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
    if (/^(?:--|[ \t]*(?:[\r\n]|$))/.test(line)) {
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

/** A unit as it was read. One whose further lines start at the margin has the finding that says so beside its tree. */
export interface PlacedUnit extends Unit {
  readonly read: ReadUnit;
  readonly unindented?: SyntaxFinding;
}

/**
 * Reads the units of a text, one after the other; lines at the margin that go on with the unit above are read with it. No
 * more is read ahead than that takes, so that what the grammar made of a unit lives no longer than it has to.
 */
export function* readUnits(text: string, read: (text: string) => ReadUnit = readUnit): Generator<PlacedUnit> {
  const units = unitsOf(text);
  const ahead = new Map<number, ReadUnit>();
  const readAt = (index: number): PlacedUnit | undefined => {
    const unit = units[index];
    if (unit === undefined) return undefined;
    const known = ahead.get(index) ?? read(unit.text);
    ahead.set(index, known);
    return { ...unit, read: known };
  };
  for (let index = 0; index < units.length; ) {
    const { taken, unit } = withLinesBelow((count) => readAt(index + count), read);
    if (unit !== undefined) yield unit;
    for (let done = index; done < index + taken; done += 1) ahead.delete(done);
    index += taken;
  }
}

const mostLinesBelow = 40;

/**
 * Lines at the margin that make no statement by themselves, while the statement above can be read with them: they were
 * not indented. That is one slip, however many lines they are.
 */
function withLinesBelow(
  unitAt: (count: number) => PlacedUnit | undefined,
  read: (text: string) => ReadUnit,
): { readonly taken: number; readonly unit: PlacedUnit | undefined } {
  const opening = unitAt(0);
  let [taken, unit] = [1, opening];
  if (opening === undefined || !mayGoOn(opening)) return { taken, unit };
  let { text } = opening;
  const lengthAbove = text.length;
  const [firstBelow] = unitAt(1)?.read.tokens ?? [];
  for (let count = 1; count <= mostLinesBelow; count += 1) {
    const below = unitAt(count);
    if (below === undefined || "cst" in below.read.outcome) break;
    text += below.text;
    const joined = { start: opening.start, text, read: read(commaJoined(text)) };
    if ("cst" in joined.read.outcome) {
      [taken, unit] = [count + 1, { ...joined, unindented: notIndented(joined.text, lengthAbove, firstBelow) }];
    } else if (!mayGoOn(joined)) break;
  }
  return { taken, unit };
}

/** Whether a unit was read, or only ends too early. */
function mayGoOn({ read: { outcome, tokens } }: PlacedUnit): boolean {
  const last = tokens.at(-1);
  return "cst" in outcome || (last !== undefined && outcome.finding.start > last.startOffset + last.image.length - 1);
}

/** A comma and the word behind it are one phrase, which no line at the margin may part. */
function commaJoined(text: string): string {
  return text.replaceAll(/(?<=,[ \t]*)(?:\r\n|[\r\n])(?=[a-z])/g, (ends) => " ".repeat(ends.length));
}

function notIndented(text: string, from: number, first: Token | undefined): SyntaxFinding {
  const { image = "", startOffset = 0 } = first ?? {};
  const start = from + startOffset;
  const end = text.trimEnd().length;
  const lines = text.slice(start, end).split(/(?<=\n|\r(?!\n))/);
  const atMargin = (line: string) => /^(?!--)[^ \t\r\n]/.test(line);
  const many = lines.filter(atMargin).length;
  return {
    ...{ code: "TN1029", start, end: start + image.length, facts: { found: shown(image) } },
    ...(many > 1 && { help: `indent the ${many} lines` }),
    fix: { start, end, text: lines.map((line) => (atMargin(line) ? `  ${line}` : line)).join("") },
  };
}

/** Reads a unit by itself. */
export function readUnit(text: string, currencies: readonly string[] = []): ReadUnit {
  const pieces = tokenize(text, currencies);
  const short = withoutWideGaps(text);
  if (short === undefined) return { ...pieces, outcome: outcomeOf(text, pieces) };
  const { outcome } = readUnit(short.text, currencies);
  if ("finding" in outcome) return { ...pieces, outcome: { finding: moved(outcome.finding, short.offsetBefore) } };
  return { ...pieces, outcome: outcomeOf(text, pieces) };
}

const widestGap = 200;
const wideGap = new RegExp(`\\s{${widestGap + 1},}`, "g");

/** A text with its gaps cut to what a message may need: a mistake is looked for with patterns that try each blank. */
function withoutWideGaps(text: string): { text: string; offsetBefore: (offset: number) => number } | undefined {
  const cuts = [...text.matchAll(wideGap)].map(({ index, 0: gap }) => ({
    from: index + widestGap / 2,
    length: gap.length - widestGap,
  }));
  if (cuts.length === 0) return undefined;
  let [short, at] = ["", 0];
  for (const { from, length } of cuts) {
    short += text.slice(at, from);
    at = from + length;
  }
  const offsetBefore = (offset: number) =>
    cuts.reduce((moved, { from, length }) => (moved > from ? moved + length : moved), offset);
  return { text: short + text.slice(at), offsetBefore };
}

function moved(finding: SyntaxFinding, to: (offset: number) => number): SyntaxFinding {
  const { start, end, fix } = finding;
  const placed = { ...finding, start: to(start), end: to(end) };
  return fix === undefined ? placed : { ...placed, fix: { ...fix, start: to(fix.start), end: to(fix.end) } };
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
