/**
 * The syntax tree of a template: what is written, with places, before anything is known about names or units.
 *
 * One statement opens at the margin and ends before the next line that does. Every node's `kind` is its type's name.
 * A statement with a syntax error is a `BrokenStatement`; the others stand.
 */
import type { Span } from "../source/span.ts";
import type { ClauseHead, Gives, Use } from "./tree/clauses.ts";
import type {
  AccountDeclaration,
  Definition,
  EventDeclaration,
  Given,
  NoteHead,
  ReadingDeclaration,
  SectionHeading,
  SeriesDeclaration,
  ShareBasis,
  StateDeclaration,
  StatusDefinition,
} from "./tree/declarations.ts";
import type { InWords, OurView, RoleMark, SentenceMark } from "./tree/marks.ts";
import type { Identifier, Node, Takes } from "./tree/nodes.ts";
import type { PlanHead, PlanRule, PriceImpact, Sale } from "./tree/plans.ts";
import type { DayOrder, Rule } from "./tree/rules.ts";
import type { ScheduleDeclaration } from "./tree/schedules.ts";
import type { Story } from "./tree/stories.ts";
import type { Covenant, DefaultDeclaration, Duty, Exception, Power, Prohibition } from "./tree/terms.ts";

export type * from "./tree/clauses.ts";
export type * from "./tree/declarations.ts";
export type * from "./tree/expressions.ts";
export type * from "./tree/marks.ts";
export type * from "./tree/nodes.ts";
export type * from "./tree/plans.ts";
export type * from "./tree/rules.ts";
export type * from "./tree/schedules.ts";
export type * from "./tree/stories.ts";
export type * from "./tree/terms.ts";

export interface SyntaxTree {
  readonly kind: "SyntaxTree";
  readonly statements: readonly Statement[];
  readonly span: Span;
}

export type Statement =
  | NoteHead
  | Given
  | SeriesDeclaration
  | SectionHeading
  | EventDeclaration
  | ShareBasis
  | Definition
  | StatusDefinition
  | StateDeclaration
  | AccountDeclaration
  | ReadingDeclaration
  | ScheduleDeclaration
  | Rule
  | DayOrder
  | Exception
  | Power
  | Duty
  | Prohibition
  | Covenant
  | DefaultDeclaration
  | InWords
  | OurView
  | SentenceMark
  | RoleMark
  | Story
  | PlanHead
  | PlanRule
  | Sale
  | PriceImpact
  | ClauseHead
  | Takes
  | Gives
  | Use
  | BrokenStatement;

/** A statement that did not parse; the name that it was about to declare, where that much could be read. */
export interface BrokenStatement extends Node<"BrokenStatement"> {
  readonly declares?: Identifier;
  /** Further names it would have declared: the fields of an event, what a power gives. */
  readonly alsoDeclares?: readonly Identifier[];
}
