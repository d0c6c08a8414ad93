/** A template's text in the one style. Its words, comments and paragraphs stay; what stands between them is made anew. */
import { currenciesWritten } from "../../grammar/forms/currencies.ts";
import type { Result } from "../diagnostics/result.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Statement } from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import type { Unit } from "../syntax/units.ts";
import { readUnit, unitsOf, withPlainBlanks } from "../syntax/units.ts";
import { isCurrency } from "../units/money/currencies.ts";
import { formatStatement } from "./format-statement.ts";
import { gapsOf } from "./layout.ts";
import { piecesOf } from "./pieces.ts";
import { printStatement } from "./print.ts";

/** Lines of a text, counted from 1, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The text anew, or why it is not a template. With a range, only statements of which a line lies in it change.
 * Formatting what was formatted changes nothing, and the meaning stays the same.
 */
export function formatSource(source: SourceFile, range?: LineRange): Result<string> {
  const currencies = currenciesWritten(source.text).filter(isCurrency);
  const { value: tree, diagnostics } = parse(source, undefined, currencies);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { ok: false, diagnostics: errors };
  const text = withPlainBlanks(source.text);
  const units = unitsOf(text);
  const formatted = units.map((unit, index) => {
    const statement = tree.statements[index];
    const isMeant = statement !== undefined && (range === undefined || isIn(range, unit, source));
    return isMeant
      ? formatUnit(unit, statement, index === 0, currencies)
      : source.text.slice(unit.start, unit.start + unit.text.length);
  });
  const end = lineEndOf(source.text);
  const whole = formatted.join("");
  return { ok: true, value: end === "\n" || range !== undefined ? whole : whole.replaceAll("\n", end) };
}

function isIn({ first, last }: LineRange, { start, text }: Unit, source: SourceFile): boolean {
  const from = source.positionAt(start + text.length - text.trimStart().length).line;
  return from <= last && source.positionAt(start + text.trimEnd().length - 1).line >= first;
}

export function lineEndOf(text: string): string {
  return /\r\n|[\r\n]/.exec(text)?.[0] ?? "\n";
}

/** One statement with its comments. The first of a text has no blank line above it. */
export function formatUnit(
  { text }: Pick<Unit, "text">,
  statement: Statement,
  isFirst: boolean,
  currencies: readonly string[],
): string {
  const written = piecesOf(text, readUnit(text, currencies));
  if (written === undefined) return text;
  const lines = formatStatement(written, gapsOf(written.pieces, printStatement(statement), currencies));
  const start = lines.findIndex((line) => line !== "");
  const whole = isFirst ? lines.slice(start) : lines;
  const formatted = `${whole.join("\n").trimEnd()}\n`;
  return markOf(text, currencies) === markOf(formatted, currencies) ? formatted : text;
}

/** The tokens and comments of a statement's text: two texts that have the same mean the same. */
function markOf(text: string, currencies: readonly string[]): string {
  const { tokens, comments } = readUnit(text, currencies);
  const words = tokens.map(({ image, tokenType }) => [tokenType.name, image.replaceAll(/\s+/g, " ")]);
  const notes = comments.map(({ startOffset, length }) => text.slice(startOffset, startOffset + length).trimEnd());
  return JSON.stringify([words, notes]);
}
