/** What every node of the tree has: a place, comments, and what it was handed to a clause for. */
import type { Meaning } from "../../../grammar/vocabulary.ts";
import type { Span } from "../../source/span.ts";

/** A name as written, at its place. White space inside is single blanks. */
export interface Identifier {
  readonly text: string;
  readonly span: Span;
}

/** A quoted text or a section label, at its place. */
export type Quoted = Identifier;

/** Anything in the tree that has a place. */
export interface Node<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
  /** Of a statement: its comments and blank lines, where it has any. */
  readonly trivia?: Trivia;
  /** Of a value that a note hands to a clause, at a place where the clause reads it. Through two clauses, once for each. */
  readonly handed?: readonly Handed[];
}

/** A comment as written, from its two hyphens to the end of its line. */
export interface Comment extends Node<"Comment"> {
  readonly text: string;
  /** The line of the statement that it belongs to, counted from 0 without blank lines and lines of comment. */
  readonly line: number;
  /** Behind what stands on that line; else it stands above it. */
  readonly isBehind: boolean;
}

/** What is written beside a statement and means nothing: for whoever writes the text anew. */
export interface Trivia {
  readonly comments: readonly Comment[];
  /** The lines of the statement that have a blank line above them, or above the comments that stand there. */
  readonly paragraphs: readonly number[];
}

/** What a value was handed over for, and the place in the clause. */
export interface Handed {
  readonly takes: Takes;
  readonly at: Span;
}

/** A type as written. `choice` carries its options. */
export interface TypeName extends Node<"TypeName"> {
  readonly name: Meaning<"type"> | "choice" | "exchange rate";
  readonly options: readonly Quoted[];
  /** Of money, a price or a rate of exchange: its currency, and the one of which one is counted. */
  readonly currency?: string;
  readonly per?: string;
  /** The currency is not said; it is that of the note, or the first of several. */
  readonly isImplied?: true;
  /** It stands in a clause, and its currency is that of the use. */
  readonly isOfUse?: true;
}

/**
 * What a clause asks of a note: `takes Cap Percentage: percent`, `takes Issuance: event`,
 * `takes Issue Price for each Issuance: price`, `takes Debt: account`; `changes Ratcheted Price: price` is a state.
 * What it takes as a figure may be any value of the note. `excepts Price: price` is a rule to which the clause has an
 * exception; a note names it with its section, `Price: Conversion Price under 1.2(a)`.
 */
export interface Takes extends Node<"Takes"> {
  readonly verb: Meaning<"takes">;
  readonly name: Identifier;
  readonly owner?: Identifier;
  readonly what: TypeName | EventKind | AccountKind | PartyKind | DayCountKind;
  readonly meaning?: Quoted;
}

/** An event; where it refers to another one that the clause takes, with that one. */
export interface EventKind extends Node<"EventKind"> {
  readonly refersTo?: Identifier;
}

export type AccountKind = Node<"AccountKind">;

/** `takes Debtor: party`. */
export type PartyKind = Node<"PartyKind">;

/** `takes Day Count: day count`: actual/365, or a name for one. */
export type DayCountKind = Node<"DayCountKind">;
