/** Clauses of a library, and their uses. */
import type { Span } from "../../source/span.ts";
import type { Expression } from "./expressions.ts";
import type { Identifier, Node, Quoted, Takes } from "./nodes.ts";

/** `clause "full ratchet"` with `language:`, `says:`, `sentence:`, `also known as:` and `source:` lines: opens a file that notes take a clause from. */
export interface ClauseHead extends Node<"ClauseHead"> {
  readonly title: Quoted;
  readonly language?: { readonly version: number; readonly span: Span };
  readonly says?: Quoted;
  /** What it says of a note, with a name of the clause in brackets wherever the note has its own: `[Price] is …`. */
  readonly sentence?: Quoted;
  /** Words under which somebody may look for it. */
  readonly alsoKnownAs: readonly Quoted[];
  readonly sources: readonly Quoted[];
}

/** `gives Window Price meaning "…"`, `gives Late Days for each Notice`: what a note gets under a name of its own. */
export interface Gives extends Node<"Gives"> {
  readonly name: Identifier;
  readonly owner?: Identifier;
  readonly meaning?: Quoted;
}

/** `use "full ratchet"` with one `Name: value` a line: names for what it takes, changes and gives. */
export interface Use extends Node<"Use"> {
  readonly clause: Quoted;
  /** `from "own-clauses.tenor"`: another file than the library's. */
  readonly from?: Quoted;
  /** `in NOK`: what the clause calls money is in that currency. */
  readonly currency?: Identifier;
  /** The sentence of the clause with the note's own names. */
  readonly says?: Quoted;
  readonly bindings: readonly { readonly name: Identifier; readonly value: Expression }[];
  /** Set once the clause was found: what each bound value has to be, for the checker. */
  readonly asked?: readonly { readonly takes: Takes; readonly value: Expression; readonly owner?: Identifier }[];
}
