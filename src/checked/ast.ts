/**
 * The checked program: the statements of a template under their sections, what each name means, and the type of each
 * expression. It is there whatever was found wrong; only one without errors goes on to the core.
 *
 * Types and meanings lie beside the tree, by node, so that the tree stays what was written.
 */
import type { Span } from "../source/span.ts";
import type {
  DefaultDeclaration,
  Definition,
  EventDeclaration,
  Exception,
  Expression,
  FieldDeclaration,
  Identifier,
  NoteHead,
  Power,
  Prohibition,
  ReadingDeclaration,
  SectionHeading,
  Statement,
} from "../syntax/ast.ts";
import type { ValueType } from "../units/value-type.ts";

// The core looks at the tree through this file: a pass sees only the stage before it.
export type * from "../syntax/ast.ts";

export interface CheckedProgram {
  readonly kind: "CheckedProgram";
  readonly statements: readonly Placed<Statement>[];
  /** Of the whole text. */
  readonly span: Span;
  readonly symbols: Symbols;
  /** Without an entry: the expression has no type, for a reason that has been told. */
  readonly types: ReadonlyMap<Expression, Typed>;
  readonly meanings: ReadonlyMap<Expression, Meaning>;
  /** By key; exceptions are taken into account. */
  readonly definitionTypes: ReadonlyMap<string, Typed>;
  readonly stateTypes: ReadonlyMap<string, Typed>;
}

/** A statement under the nearest heading above it; "" before the first. */
export interface Placed<S extends Statement> {
  readonly statement: S;
  readonly section: string;
}

export interface Typed {
  readonly type: ValueType;
  /** Whether it can be without a value. */
  readonly isOptional: boolean;
}

/** What was declared. Of a name declared twice, the first stands. */
export interface Symbols {
  readonly head?: NoteHead;
  readonly sections: ReadonlyMap<string, SectionHeading>;
  readonly noteLevel: ReadonlyMap<string, NoteLevelSymbol>;
  /** By event, then by name. */
  readonly perEvent: ReadonlyMap<string, ReadonlyMap<string, PerEventSymbol>>;
  /** By event: the events declared `for` it. */
  readonly referring: ReadonlyMap<string, readonly string[]>;
  /** By key. */
  readonly definitions: ReadonlyMap<string, DefinitionSymbol>;
  /** By the key of the definition. */
  readonly exceptions: ReadonlyMap<string, readonly Placed<Exception>[]>;
  readonly readings: ReadonlyMap<string, Placed<ReadingDeclaration>>;
  /** By the name of the family. */
  readonly families: ReadonlyMap<string, readonly Placed<DefaultDeclaration>[]>;
  /** Names that statements with a syntax error were about to declare. */
  readonly broken: ReadonlySet<string>;
  /** States that an event can leave without a value. */
  readonly cleared: ReadonlySet<string>;
}

/** What a name means that stands alone. */
export interface NoteLevelSymbol {
  readonly kind: "Party" | "Given" | "Event" | "Definition" | "State" | "Account" | "Family";
  readonly name: Identifier;
  readonly section: string;
  readonly statement: Statement;
}

/** What a name means behind `its` or `'s`. */
export type PerEventSymbol =
  | { readonly kind: "Field"; readonly name: Identifier; readonly field: FieldDeclaration }
  | { readonly kind: "Definition"; readonly name: Identifier; readonly key: string };

export interface DefinitionSymbol {
  readonly key: string;
  readonly name: Identifier;
  readonly section: string;
  readonly owner?: string;
  readonly isFixed: boolean;
  /** A power defines what it gives, a prohibition whether it was breached. */
  readonly statement: Definition | Power | Prohibition;
}

/** What a reference in an expression means. */
export type Meaning =
  | { readonly kind: "Given" | "State" | "Family" | "Party" | "Event"; readonly name: string }
  | { readonly kind: "Definition"; readonly key: string; readonly through: OwnerBinding }
  /** In an exception, the rule that it displaces. */
  | { readonly kind: "Displaced"; readonly key: string }
  | { readonly kind: "Field"; readonly event: string; readonly name: string }
  | { readonly kind: "Moment"; readonly moment: "date" | "time" }
  /** The latest occurrence of the event that names the one spoken of with `for`. */
  | { readonly kind: "Referring"; readonly event: string }
  /** The occurrence that the one spoken of names with `for`. */
  | { readonly kind: "Referred"; readonly event: string }
  /** The occurrence of the statement's head. */
  | { readonly kind: "Head"; readonly event: string };

/** Whether a definition stands alone, is of the occurrence in the statement's head, or of another occurrence. */
export type OwnerBinding = "alone" | "head" | "other";

/** An event of a template, where the name is that of one. */
export function eventNamed({ noteLevel }: Symbols, name: string): EventDeclaration | undefined {
  const statement = noteLevel.get(name)?.statement;
  return statement?.kind === "EventDeclaration" ? statement : undefined;
}

/** `Late Delivery Payments` and `Late Delivery Payments` of each Notice of Conversion are two definitions. */
export function keyOf(name: string, owner?: string): string {
  return owner === undefined ? name : `${name} / ${owner}`;
}
