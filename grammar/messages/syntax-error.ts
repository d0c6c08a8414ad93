import type { Token } from "../tokens.ts";

/** What is wrong with a statement, in the catalogue's code and facts, at offsets of the text. */
export interface SyntaxFinding {
  readonly code: `TN1${number}`;
  readonly start: number;
  readonly end: number;
  readonly facts: Readonly<Record<string, string>>;
  readonly help?: string;
  /** Certain enough to be made without asking. */
  readonly fix?: Edit;
  /** With this the rest of the statement can be read, where there is no fix. */
  readonly onward?: Edit;
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Finds the nearest of some words, where one is near. */
export type Nearest = (word: string, candidates: Iterable<string>) => string | undefined;

/** A statement's tokens with the text they were cut from. */
export interface StatementTokens {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly nearest: Nearest;
}

/** Where the parser could not go on, and what it wanted there. */
export interface ErrorContext {
  readonly statement: StatementTokens;
  /** Which token is the unexpected one; the number of tokens where the statement ends too early. */
  readonly index: number;
  readonly found: Token | undefined;
  readonly previous: Token | undefined;
  readonly rules: readonly string[];
  /** The name of the token that was wanted, where it was one. */
  readonly expected: string;
}

/** A mistake that somebody may have made at a place, if the signs are there. */
export type Heuristic = (place: ErrorContext) => SyntaxFinding | undefined;

export function findingAt(
  token: Token,
  code: SyntaxFinding["code"],
  facts: SyntaxFinding["facts"],
  fix?: Edit,
): SyntaxFinding {
  return { code, start: token.startOffset, end: endOf(token), facts, ...(fix && { fix }) };
}

export function endOf({ startOffset, image }: Token): number {
  return startOffset + image.length;
}

export function replacement(token: Token, text: string): Edit {
  return { start: token.startOffset, end: endOf(token), text };
}

export function insertion(place: number, text: string): Edit {
  return { start: place, end: place, text };
}

export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

export function isFirstOnLine(text: string, { startOffset }: Token): boolean {
  return text.slice(lineStart(text, startOffset), startOffset).trim() === "";
}

/** Written text in a message: on one line, and not too much of it. */
export function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

/** What stands from `start` to `end` is put otherwise; with a fix where that is the whole of it. */
export function reworded(
  text: string,
  start: number,
  end: number,
  right: string,
  isWhole = true,
  code: SyntaxFinding["code"] = "TN1035",
): SyntaxFinding {
  const facts = { found: shown(text.slice(start, end)), right: shown(right) };
  return { code, start, end, facts, ...(isWhole && { fix: { start, end, text: right } }) };
}

/** Words from a token on, within the statement. */
export function matched({ text, tokens }: StatementTokens, token: Token, words: RegExp): RegExpExecArray | undefined {
  words.lastIndex = token.startOffset;
  const match = words.exec(text);
  const last = tokens.at(-1);
  return match === null || last === undefined || token.startOffset + match[0].trimEnd().length > endOf(last)
    ? undefined
    : match;
}
