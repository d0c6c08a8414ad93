/**
 * The checked program: the checked statements of a template under their sections, what each name means, and the type of
 * each definition and state. It is there whatever was found wrong; only one without errors goes on to the core.
 */
import type { Span } from "../source/span.ts";
import type * as written from "../syntax/ast.ts";
import type { CheckedStatement, Part, StatementKind, StatementOf, Typing } from "./tree.ts";

export interface CheckedProgram {
  readonly kind: "CheckedProgram";
  readonly statements: readonly Placed<CheckedStatement>[];
  /** Of the whole text. */
  readonly span: Span;
  readonly symbols: CheckedSymbols;
  /** By key; exceptions are taken into account. */
  readonly definitionTypes: ReadonlyMap<string, Typing>;
  readonly stateTypes: ReadonlyMap<string, Typing>;
}

/** A statement under the nearest heading above it; "" before the first. */
export interface Placed<S> {
  readonly statement: S;
  readonly section: string;
}

/** The same as `Symbols`, with checked statements. What takes these takes the others, too: their values are faulty. */
export type CheckedSymbols = Part<Symbols>;

/** What was declared. Of a name declared twice, the first stands. */
export interface Symbols {
  readonly head?: written.NoteHead;
  readonly sections: ReadonlyMap<string, written.SectionHeading>;
  readonly noteLevel: ReadonlyMap<string, NoteLevelSymbol>;
  /** By event or schedule, then by name. */
  readonly perEvent: ReadonlyMap<string, ReadonlyMap<string, PerEventSymbol>>;
  /** By event: the events declared `for` it. */
  readonly referring: ReadonlyMap<string, readonly string[]>;
  /** By key. */
  readonly definitions: ReadonlyMap<string, DefinitionSymbol>;
  /** By the key of the definition. */
  readonly exceptions: ReadonlyMap<string, readonly Placed<written.Exception>[]>;
  readonly readings: ReadonlyMap<string, Placed<written.ReadingDeclaration>>;
  /** By their titles; of several with one title the first. */
  readonly stories: ReadonlyMap<string, written.Story>;
  /** By the name of the family. */
  readonly families: ReadonlyMap<string, readonly Placed<written.DefaultDeclaration>[]>;
  /** Names that statements with a syntax error were about to declare. */
  readonly broken: ReadonlySet<string>;
  /** States that an event can leave without a value. */
  readonly cleared: ReadonlySet<string>;
}

/** What a name means that stands alone. */
export interface NoteLevelSymbol {
  readonly kind: "Party" | "Given" | "Event" | "Definition" | "State" | "Account" | "Family" | "Schedule" | "Series";
  readonly name: written.Identifier;
  readonly section: string;
  readonly statement: written.Statement;
}

/** What a name means behind `its` or `'s`. */
export type PerEventSymbol =
  | { readonly kind: "Field"; readonly name: written.Identifier; readonly field: written.FieldDeclaration }
  | { readonly kind: "Definition"; readonly name: written.Identifier; readonly key: string };

export interface DefinitionSymbol {
  readonly key: string;
  readonly name: written.Identifier;
  readonly section: string;
  readonly owner?: string;
  readonly isFixed: boolean;
  /**
   * A power defines what it gives, or what is elected by it; what must (not) be done defines how far that has come; a state of
   * each event is a value of it, and so is what is unpaid of an account of each.
   */
  readonly statement:
    | written.Definition
    | written.Power
    | written.Prohibition
    | written.Duty
    | written.Covenant
    | written.StateDeclaration
    | written.AccountDeclaration;
}

/** The statements of one kind, in the order of the text. */
export function statementsOf<K extends StatementKind>(
  { statements }: CheckedProgram,
  kind: K,
): Placed<StatementOf<K>>[] {
  return statements.filter((it): it is Placed<StatementOf<K>> => it.statement.kind === kind);
}

/** An event of a template, where the name is that of one. */
export function eventNamed(
  { noteLevel }: Pick<CheckedSymbols, "noteLevel">,
  name: string,
): StatementOf<"EventDeclaration"> | undefined {
  const statement = noteLevel.get(name)?.statement;
  return statement?.kind === "EventDeclaration" ? statement : undefined;
}

/** A schedule of a template, where the name is that of one. */
export function scheduleNamed(
  { noteLevel }: Pick<CheckedSymbols, "noteLevel">,
  name: string | undefined,
): StatementOf<"ScheduleDeclaration"> | undefined {
  const statement = name === undefined ? undefined : noteLevel.get(name)?.statement;
  return statement?.kind === "ScheduleDeclaration" ? statement : undefined;
}

/** `Late Delivery Payments` and `Late Delivery Payments` of each Notice of Conversion are two definitions. */
export function definitionKey(name: string, owner?: string): string {
  return owner === undefined ? name : `${name} / ${owner}`;
}
