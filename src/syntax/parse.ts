import { explain } from "../../grammar/messages/messages.ts";
import { strayIn } from "../../grammar/messages/strays.ts";
import type { SyntaxFinding } from "../../grammar/messages/syntax-error.ts";
import { parseStatement } from "../../grammar/parser.ts";
import type { UnknownText } from "../../grammar/tokenize.ts";
import { isAtMargin, tokenize } from "../../grammar/tokenize.ts";
import type { Token } from "../../grammar/tokens.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Code } from "../diagnostics/registry.ts";
import type { WithDiagnostics } from "../diagnostics/result.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { BrokenStatement, Identifier, Statement, SyntaxTree } from "./ast.ts";
import { Lowering } from "./from-cst/lowering.ts";
import { lowerStatement } from "./from-cst/statements.ts";

/**
 * Reads a template's text. Each statement is read on its own: one with an error gives one diagnostic and a
 * `BrokenStatement`, and the others stand.
 */
export function parse(source: SourceFile): WithDiagnostics<SyntaxTree> {
  const lowering = new Lowering(source);
  const read = chunksOf(source.text).map((chunk) => readChunk(lowering, chunk));
  return {
    value: {
      kind: "SyntaxTree",
      statements: read.map(({ statement }) => statement),
      span: { source, start: 0, end: source.text.length },
    },
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The tokens of one statement, from the margin to the margin, with the first characters that are no token. */
interface Chunk {
  readonly tokens: Token[];
  readonly unknown: { readonly start: number; readonly end: number }[];
}

function chunksOf(text: string): Chunk[] {
  const { tokens, unknown } = tokenize(text);
  const chunks: Chunk[] = [];
  for (const piece of merged(tokens, unknown)) {
    const isOpening = chunks.length === 0 || /[\r\n]/.test(text.charAt(piece.startOffset - 1));
    if (isOpening) chunks.push({ tokens: [], unknown: [] });
    const chunk = chunks.at(-1);
    if ("length" in piece) chunk?.unknown.push({ start: piece.startOffset, end: piece.startOffset + piece.length });
    else chunk?.tokens.push(piece);
  }
  return chunks;
}

/** Tokens and unknown characters in the order of the text; mostly there are no unknown ones. */
function merged(tokens: Token[], unknown: UnknownText[]): (Token | UnknownText)[] {
  if (unknown.length === 0) return tokens;
  return [...tokens, ...unknown].toSorted((a, b) => a.startOffset - b.startOffset);
}

function readChunk(
  lowering: Lowering,
  chunk: Chunk,
): { readonly statement: Statement; readonly diagnostics: Diagnostic[] } {
  const { source } = lowering;
  const { tokens, unknown } = chunk;
  const sentence = { text: source.text, tokens, nearest: nearestName };
  const broken = (complaint: SyntaxFinding) => ({
    statement: brokenStatement(lowering, chunk),
    diagnostics: [toDiagnostic(source, complaint)],
  });
  const [first] = unknown;
  if (first !== undefined) {
    const found = String.fromCodePoint(source.text.codePointAt(first.start) ?? 0);
    return broken({ code: "TN1003", start: first.start, end: first.start + found.length, facts: { found } });
  }
  const stray = strayIn(sentence);
  if (stray !== undefined) return broken(stray);
  const [opening] = tokens;
  if (opening !== undefined && !isAtMargin(source.text, opening)) return broken(notAtMargin(source.text, opening));
  const { cst, error } = parseStatement(tokens);
  if (error !== undefined) return broken(explain(sentence, error));
  const statement = lowerStatement(lowering, cst);
  return { statement, diagnostics: lowering.diagnostics.splice(0) };
}

/** The first statement of a text, with blanks before it. */
function notAtMargin(text: string, { startOffset, image }: Token): SyntaxFinding {
  const start = Math.max(text.lastIndexOf("\n", startOffset - 1), text.lastIndexOf("\r", startOffset - 1)) + 1;
  const fix = { start, end: startOffset, text: "" };
  return { code: "TN1002", start: startOffset, end: startOffset + image.length, facts: { found: image }, fix };
}

function brokenStatement(lowering: Lowering, { tokens, unknown }: Chunk): BrokenStatement {
  const starts = [
    ...tokens.slice(0, 1).map((token) => token.startOffset),
    ...unknown.slice(0, 1).map((it) => it.start),
  ];
  const ends = [
    ...tokens.slice(-1).map((token) => token.startOffset + token.image.length),
    ...unknown.slice(-1).map((it) => it.end),
  ];
  const [declares, ...alsoDeclares] = declared(lowering, tokens);
  return {
    kind: "BrokenStatement",
    ...(declares && { declares }),
    ...(alsoDeclares.length > 0 && { alsoDeclares }),
    span: { source: lowering.source, start: Math.min(...starts), end: Math.max(...ends) },
  };
}

/** The names that a broken statement was about to declare, so that their other uses are not taken for mistakes. */
function declared(lowering: Lowering, tokens: readonly Token[]): Identifier[] {
  return tokens.flatMap((token, index) => {
    const before = tokens[index - 1]?.tokenType.name;
    const isNamed = token.tokenType.name === "Name" && (before === undefined || declarers.has(before));
    const isField =
      token.tokenType.name === "Name" && tokens[0]?.tokenType.name === "Event" && tokens[index + 1]?.image === ":";
    if (isNamed || isField) return [lowering.name(token)];
    return token.tokenType.name === "Text" && before === "Reading" ? [lowering.quoted(token)] : [];
  });
}

const declarers = new Set(["Given", "Event", "Account", "Called", "CommaCalled", "GivingLine"]);

function toDiagnostic(source: SourceFile, { code, start, end, facts, help, fix }: SyntaxFinding): Diagnostic {
  return diagnostic(code as Code, { source, start, end }, facts as never, [], {
    help,
    fix: fix && { span: { source, start: fix.start, end: fix.end }, text: fix.text },
  });
}
