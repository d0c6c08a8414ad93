import { currenciesNamed } from "../../grammar/forms/currencies.ts";
import type { SyntaxFinding } from "../../grammar/messages/syntax-error.ts";
import { shown } from "../../grammar/messages/syntax-error.ts";
import type { Pieces } from "../../grammar/tokenize.ts";
import type { Token } from "../../grammar/tokens.ts";
import { declares } from "../../grammar/words.ts";
import { invariant } from "../base/invariant.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { foundDiagnostic } from "../diagnostics/diagnostic.ts";
import { isCode } from "../diagnostics/registry.ts";
import type { WithDiagnostics } from "../diagnostics/result.ts";
import type { SourceFile } from "../source/source-file.ts";
import { spanFrom } from "../source/span.ts";
import type { BrokenStatement, Identifier, Statement, SyntaxTree } from "./ast.ts";
import { Lowering } from "./from-cst/lowering.ts";
import { lowerStatement } from "./from-cst/statements.ts";
import { furtherFindings } from "./further-findings.ts";
import { triviaOf } from "./trivia.ts";
import type { PlacedUnit, ReadUnit, UnitCache } from "./units.ts";
import { readUnit, readUnits, withPlainBlanks } from "./units.ts";

/**
 * Reads a template's text. Each statement is read on its own: one with an error gives a diagnostic, or several where all are wordings, and a
 * `BrokenStatement`, and the others stand. With a cache, statements whose text has not changed since the last time are not
 * read again; only their places are computed anew. The currencies are those of the head, or, of a file beside a note, the note's.
 */
export function parse(
  source: SourceFile,
  cache?: UnitCache,
  currencies: readonly string[] = currenciesNamed(source.text),
): WithDiagnostics<SyntaxTree> {
  const read = new Map<string, ReadUnit>();
  const kept = cache?.currencies?.join() === currencies.join() ? cache.units : undefined;
  const readKept = (text: string): ReadUnit => {
    const unit = kept?.get(text) ?? readUnit(text, currencies);
    if (cache !== undefined) read.set(text, unit);
    return unit;
  };
  const units = readUnits(withPlainBlanks(source.text), readKept);
  const lowered = Array.from(units, (unit) => statementOf(unit, source, unit.start, currencies));
  if (cache !== undefined) Object.assign(cache, { units: read, currencies });
  return {
    value: {
      kind: "SyntaxTree",
      statements: lowered.map(({ statement }) => statement),
      span: { source, start: 0, end: source.text.length },
    },
    diagnostics: lowered.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The statement of a unit, with places in a text in which the unit starts at an offset. */
export function statementOf(
  { text, read: unit, unindented }: PlacedUnit,
  source: SourceFile,
  start: number,
  currencies: readonly string[],
): ReadStatement {
  const lowering = new Lowering(source, start, currencies);
  if (unindented !== undefined) lowering.diagnostics.push(toDiagnostic(lowering, unindented));
  lowering.diagnostics.push(...figuresLeftOut(lowering, text, unit));
  const statement = lowerUnit(lowering, unit, text);
  const trivia = triviaOf(text, unit, (from, to) => lowering.place(from, to));
  return {
    statement: trivia === undefined ? statement : { ...statement, trivia },
    diagnostics: lowering.diagnostics,
  };
}

/** A statement with what was found in it. */
export interface ReadStatement {
  readonly statement: Statement;
  readonly diagnostics: readonly Diagnostic[];
}

function lowerUnit(lowering: Lowering, unit: ReadUnit, text: string): Statement {
  if ("cst" in unit.outcome) return lowerStatement(lowering, unit.outcome.cst);
  const { finding } = unit.outcome;
  const findings = [finding, ...furtherFindings(text, finding, lowering.currencies)];
  lowering.diagnostics.push(...findings.map((it) => toDiagnostic(lowering, it)));
  return brokenStatement(lowering, unit);
}

/** `A --5`, `A--B`: a comment that may be meant as part of the clause. */
function figuresLeftOut(lowering: Lowering, text: string, { comments }: Pieces): Diagnostic[] {
  return comments.flatMap(({ startOffset: start, length }) => {
    const found = text.slice(start, start + length);
    const before = text.slice(Math.max(0, start - 40), start);
    const isBehind = /[^\s][^\r\n]*$/.test(before);
    if (!isBehind || !(/\S$/.test(before) ? /^--[A-Z\d$(.]/ : /^--[\d$.]/).test(found)) return [];
    const facts = { found: shown(found), rest: shown(found.slice(2)) };
    return [foundDiagnostic("TN1071", lowering.place(start, start + length), facts, {})];
  });
}

function brokenStatement(lowering: Lowering, { tokens, unknown }: Pieces): BrokenStatement {
  // The first and the last of each, as a statement may have more tokens than a call takes arguments.
  const ends = [tokens.at(0), tokens.at(-1)].flatMap((it) => (it === undefined ? [] : [lowering.tokenSpan(it)]));
  const strays = [unknown.at(0), unknown.at(-1)].flatMap((it) =>
    it === undefined ? [] : [lowering.place(it.startOffset, it.startOffset + it.length)],
  );
  const [declared, ...alsoDeclares] = declaredNames(lowering, tokens);
  return {
    kind: "BrokenStatement",
    ...(declared && { declares: declared }),
    ...(alsoDeclares.length > 0 && { alsoDeclares }),
    span: [...ends, ...strays].reduce(spanFrom),
  };
}

/** The names that a broken statement was about to declare, so that their other uses are not taken for mistakes. */
function declaredNames(lowering: Lowering, tokens: readonly Token[]): Identifier[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1]?.tokenType.name;
    const isNamed = token.tokenType.name === "Name" && (before === undefined || declares(before));
    const isField =
      token.tokenType.name === "Name" && tokens[0]?.tokenType.name === "Event" && tokens[index + 1]?.image === ":";
    if (isNamed || isField) return [lowering.name(token)];
    return token.tokenType.name === "Text" && before === "Reading" ? [lowering.quoted(token)] : [];
  });
}

function toDiagnostic(lowering: Lowering, { code, start, end, facts, help, fix }: SyntaxFinding): Diagnostic {
  invariant(isCode(code), "the grammar has the codes of the catalogue");
  return foundDiagnostic(code, lowering.place(start, end), facts, {
    help,
    fix: fix && { span: lowering.place(fix.start, fix.end), text: fix.text },
  });
}
