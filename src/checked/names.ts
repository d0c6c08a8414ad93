/**
 * Which names a template declares, and where: one walk over the statements, before any expression is looked at.
 *
 * A name is declared once among what stands alone (parties, deal terms, events, definitions, states, accounts, families),
 * and once among what an event has. The members of a family share their name.
 */
import { assertNever } from "../base/assert-never.ts";
import { groupBy, listUnder } from "../base/group-by.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { WithDiagnostics } from "../diagnostics/result.ts";
import type { Span } from "../source/span.ts";
import type * as written from "../syntax/ast.ts";
import type { DefinitionSymbol, NoteLevelSymbol, PerEventSymbol, Placed, Symbols } from "./ast.ts";
import { definitionKey } from "./ast.ts";

export function collectNames(tree: written.SyntaxTree): WithDiagnostics<Names> {
  const statements = placed(tree);
  const tables: Tables = emptyTables();
  for (const it of statements) declare(it, tables);
  for (const { statement } of statements) if (statement.kind === "EventDeclaration") enterColumns(statement, tables);
  // Events first, so that what an exception speaks of is known wherever it stands.
  // A state, or an account, is what events make of it: no exception says something else.
  const displaceable = [...tables.definitions.values()].filter(
    ({ statement: { kind } }) => kind !== "StateDeclaration" && kind !== "AccountDeclaration",
  );
  const byName = groupBy(displaceable, ({ name }) => name.text);
  for (const { statement, section } of statements) {
    if (statement.kind === "Exception") enterException({ statement, section }, byName.get(statement.name.text), tables);
  }
  return { value: { statements, symbols: tables, span: tree.span }, diagnostics: tables.found };
}

export interface Names {
  readonly statements: readonly Placed<written.Statement>[];
  readonly symbols: Symbols;
  readonly span: Span;
}

/** Each statement under the nearest heading above it. */
function placed(tree: written.SyntaxTree): Placed<written.Statement>[] {
  let section = "";
  return tree.statements.map((statement) => {
    if (statement.kind === "SectionHeading") section = statement.label.text;
    // A plan is no part of the contract.
    if (statement.kind === "PlanHead") section = "";
    return { statement, section };
  });
}

type Tables = ReturnType<typeof emptyTables> & { head?: written.NoteHead };

function emptyTables() {
  const found: Diagnostic[] = [];
  return {
    sections: new Map<string, written.SectionHeading>(),
    noteLevel: new Map<string, NoteLevelSymbol>(),
    perEvent: new Map<string, Map<string, PerEventSymbol>>(),
    referring: new Map<string, string[]>(),
    definitions: new Map<string, DefinitionSymbol>(),
    exceptions: new Map<string, Placed<written.Exception>[]>(),
    readings: new Map<string, Placed<written.ReadingDeclaration>>(),
    stories: new Map<string, written.Story>(),
    families: new Map<string, Placed<written.DefaultDeclaration>[]>(),
    broken: new Set<string>(),
    cleared: new Set<string>(),
    found,
  };
}

function declare({ statement, section }: Placed<written.Statement>, tables: Tables): void {
  switch (statement.kind) {
    case "NoteHead":
      enterHead(statement, section, tables);
      break;
    case "Given":
      enterBare("Given", statement.name, statement, section, tables);
      break;
    case "SeriesDeclaration":
      enterBare("Series", statement.name, statement, section, tables);
      break;
    case "SectionHeading":
      if (!tables.sections.has(statement.label.text)) tables.sections.set(statement.label.text, statement);
      break;
    case "EventDeclaration":
      enterBare("Event", statement.name, statement, section, tables);
      if (statement.refersTo) listUnder(tables.referring, statement.refersTo.text, statement.name.text);
      for (const field of statement.fields) {
        enterOwned(statement.name.text, { kind: "Field", name: field.name, field }, tables);
      }
      break;
    case "Definition":
      enterDefinition(statement.name, statement, section, statement.owner?.text, tables);
      break;
    case "StatusDefinition":
      enterBare("State", statement.name, statement, section, tables);
      break;
    case "StateDeclaration":
      if (statement.owner) enterDefinition(statement.name, statement, section, statement.owner.text, tables);
      else enterBare("State", statement.name, statement, section, tables);
      break;
    case "AccountDeclaration":
      if (statement.owner) enterDefinition(statement.name, statement, section, statement.owner.text, tables);
      else enterBare("Account", statement.name, statement, section, tables);
      break;
    case "ScheduleDeclaration":
      enterBare("Schedule", statement.name, statement, section, tables);
      for (const field of columnsOf(statement)) {
        enterOwned(statement.name.text, { kind: "Field", name: field.name, field }, tables);
      }
      break;
    case "ReadingDeclaration":
      enterReading({ statement, section }, tables);
      break;
    case "Rule":
      for (const change of statement.changes) if (change.kind === "ClearChange") tables.cleared.add(change.state.text);
      break;
    case "Power":
      if (statement.giving) enterDefinition(statement.giving, statement, section, statement.event.text, tables);
      if (statement.electing && statement.name)
        enterDefinition(statement.name, statement, section, statement.owner?.text, tables);
      break;
    case "Duty":
      if (statement.name) enterDefinition(statement.name, statement, section, statement.owner?.text, tables);
      break;
    case "Covenant":
      enterDefinition(statement.name, statement, section, undefined, tables);
      break;
    case "Prohibition":
      enterDefinition(statement.name, statement, section, statement.event.text, tables);
      break;
    case "DefaultDeclaration":
      enterFamily({ statement, section }, tables);
      break;
    case "Story":
      if (!tables.stories.has(statement.title.text)) tables.stories.set(statement.title.text, statement);
      break;
    case "BrokenStatement":
      if (statement.declares) tables.broken.add(statement.declares.text);
      break;
    case "ShareBasis":
    case "DayOrder":
    case "Exception":
    case "InWords":
    case "OurView":
    case "SentenceMark":
    case "RoleMark":
    case "PlanHead":
    case "PlanRule":
    case "Sale":
    case "PriceImpact":
    // A use stands before the copy of its clause, which declares what there is to declare.
    case "Use":
    case "ClauseHead":
    case "Takes":
    case "Gives":
      break;
    default:
      assertNever(statement);
  }
}

/** What happens on each date of a list has what its row has. */
function enterColumns({ name, happens }: written.EventDeclaration, tables: Tables): void {
  const list = happens?.kind === "ScheduleTrigger" ? tables.noteLevel.get(happens.schedule.text)?.statement : undefined;
  if (list?.kind !== "ScheduleDeclaration") return;
  for (const field of columnsOf(list)) enterOwned(name.text, { kind: "Field", name: field.name, field }, tables);
}

/** What each row of a list has beside its date. */
export function columnsOf({ dates }: written.ScheduleDeclaration): readonly written.FieldDeclaration[] {
  return dates.kind === "GivenDates" ? dates.columns : [];
}

function enterHead(head: written.NoteHead, section: string, tables: Tables): void {
  if (tables.head !== undefined)
    tables.found.push(declaredTwice({ text: "note", span: head.title.span }, tables.head.title));
  tables.head ??= head;
  for (const party of head.parties) enterBare("Party", party, head, section, tables);
}

function enterBare(
  kind: NoteLevelSymbol["kind"],
  name: written.Identifier,
  statement: written.Statement,
  section: string,
  tables: Tables,
): boolean {
  const earlier = tables.noteLevel.get(name.text);
  if (earlier !== undefined) {
    tables.found.push(declaredTwice(name, earlier.name));
    return false;
  }
  tables.noteLevel.set(name.text, { kind, name, section, statement });
  return true;
}

function enterOwned(event: string, symbol: PerEventSymbol, tables: Tables): boolean {
  const names = tables.perEvent.get(event) ?? new Map<string, PerEventSymbol>();
  tables.perEvent.set(event, names);
  const earlier = names.get(symbol.name.text);
  if (earlier !== undefined) {
    tables.found.push(declaredTwice(symbol.name, earlier.name));
    return false;
  }
  names.set(symbol.name.text, symbol);
  return true;
}

function enterDefinition(
  name: written.Identifier,
  statement: DefinitionSymbol["statement"],
  section: string,
  owner: string | undefined,
  tables: Tables,
): void {
  const key = definitionKey(name.text, owner);
  const isNew =
    owner === undefined
      ? enterBare("Definition", name, statement, section, tables)
      : enterOwned(owner, { kind: "Definition", name, key }, tables);
  if (!isNew) return;
  const isFixed = isFixedBy(statement, name);
  tables.definitions.set(key, { key, name, section, isFixed, statement, ...(owner !== undefined && { owner }) });
}

/** What is left of what was asked for, whether an event was a breach, and a state's start is fixed as the event is applied. */
function isFixedBy(statement: DefinitionSymbol["statement"], name: written.Identifier): boolean {
  if (statement.kind === "Definition") return statement.verb === "is fixed as";
  if (statement.kind === "StateDeclaration") return statement.fixing === undefined;
  return statement.kind === "Prohibition" || (statement.kind === "Power" && name === statement.giving);
}

function enterReading(reading: Placed<written.ReadingDeclaration>, tables: Tables): void {
  const { name } = reading.statement;
  const earlier = tables.readings.get(name.text);
  if (earlier === undefined) tables.readings.set(name.text, reading);
  else tables.found.push(declaredTwice(name, earlier.statement.name));
}

function enterFamily(member: Placed<written.DefaultDeclaration>, tables: Tables): void {
  const { family } = member.statement;
  if (!tables.families.has(family.text)) enterBare("Family", family, member.statement, member.section, tables);
  listUnder(tables.families, family.text, member);
}

/** An exception belongs to the definition of its name; of several, to the one in the section that it names. */
function enterException(
  exception: Placed<written.Exception>,
  candidates: readonly DefinitionSymbol[] = [],
  tables: Tables,
): void {
  const { of } = exception.statement;
  const inSection = candidates.filter((it) => it.section === of?.text);
  const [chosen] = inSection.length > 0 ? inSection : candidates;
  if (chosen === undefined) return;
  listUnder(tables.exceptions, chosen.key, exception);
  if (tables.exceptions.get(chosen.key)?.length === mostExceptions + 1) tables.found.push(tooMany(exception.statement));
}

/** Exceptions that one definition may have. */
export const mostExceptions = 500;

function tooMany({ name: { text, span } }: written.Exception): Diagnostic {
  const limit = `${mostExceptions} exceptions to one definition`;
  const help = "give the cases names of their own, so that fewer exceptions name them";
  return diagnostic("TN5003", span, { file: span.source.name, what: `long at \`${text}\``, limit }, [], { help });
}

function declaredTwice(name: written.Identifier, earlier: written.Identifier): Diagnostic {
  return diagnostic("TN2002", name.span, { name: name.text }, [{ span: earlier.span, label: "declared here first" }]);
}
