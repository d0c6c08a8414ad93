/** What ties a template to its contract: duties in words, views, sentences and roles. */
import type { Meaning } from "../../../grammar/vocabulary.ts";
import type { Span } from "../../source/span.ts";
import type { Identifier, Node, Quoted } from "./nodes.ts";

/** `in words, the Borrower must: "…"`: said, never computed. */
export interface InWords extends Node<"InWords"> {
  readonly party?: Identifier;
  readonly modality: Meaning<"modality"> | "says";
  readonly text: Quoted;
}

/** `our view: "…"` or `our view on Conversion Date: "…"`, with `instead of:` and `favours:` lines. */
export interface OurView extends Node<"OurView"> {
  /** The name of which it speaks. */
  readonly on?: Identifier;
  readonly text: Quoted;
  readonly insteadOf?: Quoted;
  readonly favours?: Identifier;
}

/**
 * `sentence 3`: the statements behind it, up to the next such line or section, say these sentences of the contract's section.
 * With a reason these sentences are out of scope; without sentences, all of the section that nothing else says.
 */
export interface SentenceMark extends Node<"SentenceMark"> {
  readonly sentences: readonly SentenceRange[];
  readonly reason?: Quoted;
}

/** Sentences of a section, counted from 1, both ends included. */
export interface SentenceRange {
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

/** `role "price of conversion": Conversion Price`. */
export interface RoleMark extends Node<"RoleMark"> {
  readonly role: Quoted;
  readonly name: Identifier;
}
