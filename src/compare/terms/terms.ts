/**
 * The terms of instruments side by side, read out of their templates by role: a figure where there is one, otherwise the
 * words of the clause. Nothing is run for this but the deal terms.
 */
import type { Askable, CoreProgram, Expr, Value } from "../../core/core.ts";
import { renderValue } from "../../units/render-value.ts";
import type { RoleKind } from "../../units/roles.ts";
import { isRoleFor, roles } from "../../units/roles.ts";
import type { Comparison, TermPart, TermValue } from "../comparison.ts";

/** A template with its deal terms, and the words of its clauses as its readings have them. */
export interface TermsOfSubject {
  readonly program: CoreProgram;
  readonly terms: ReadonlyMap<string, Value>;
  readonly wordsOf: (expr: Expr) => string;
}

/** A row for each role of terms that at least one of the instruments marks, in the order of the published roles. */
export function termsByRole(subjects: readonly TermsOfSubject[]): Comparison["terms"] {
  return roles.flatMap((kind) => {
    if (!isRoleFor("term", kind)) return [];
    const values = subjects.map((subject) => valueOfRole(kind, subject));
    return values.every((value) => value === null) ? [] : [{ role: kind.name, values }];
  });
}

function valueOfRole(kind: RoleKind, subject: TermsOfSubject): TermValue | null {
  const names = subject.program.roles.filter(({ role }) => role === kind.name).map(({ name }) => name);
  const parts = names.flatMap((name) => partOf(name, kind, subject) ?? []);
  const [first] = parts;
  if (first === undefined) return null;
  // A deal term before the first section has none.
  const section = [...new Set(parts.map((part) => part.section))].filter((it) => it !== "").join(", ");
  if (kind.marks === "events") return { value: parts.map(({ name }) => name).join(", "), section, parts };
  if (parts.length === 1) return { value: first.value, section };
  return { value: parts.map(({ name, value }) => `${name}: ${value}`).join("; "), section, parts };
}

function partOf(name: string, kind: RoleKind, subject: TermsOfSubject): TermPart | undefined {
  const { events, askable } = subject.program;
  const event = events.get(name);
  if (kind.marks === "events") return event && { name, value: "", section: event.section };
  const asked = askable.get(name);
  return asked && partOfValue(asked, subject);
}

function partOfValue({ name, noteLevel, perEvent }: Askable, subject: TermsOfSubject): TermPart | undefined {
  const { program } = subject;
  if (noteLevel === undefined || (noteLevel.kind === "definition" && isSumOfEvents(noteLevel.key, perEvent, program))) {
    const [own] = [...perEvent.values()].filter(({ kind }) => kind === "definition");
    return own && partOfDefinition(name, own.key, subject);
  }
  switch (noteLevel.kind) {
    case "definition":
      return partOfDefinition(name, noteLevel.key, subject);
    case "param":
      return partOfParam(name, noteLevel.key, subject);
    case "state": {
      const state = program.states.get(noteLevel.key);
      return state && { name, section: state.section, value: startWords(state.initial, subject) };
    }
    case "account":
      return partOfAccount(name, noteLevel.key, subject);
    case "family":
      return { name, value: name, section: sectionsOfFamily(noteLevel.key, program) };
    default:
      return undefined;
  }
}

/** A value of the note that only adds up the same value of each event: its words are those of the event's value. */
function isSumOfEvents(key: string, perEvent: Askable["perEvent"], { definitions }: CoreProgram): boolean {
  return perEvent.size > 0 && definitions.get(key)?.value.kind === "EventFold";
}

function partOfDefinition(name: string, key: string, subject: TermsOfSubject): TermPart | undefined {
  const { program, wordsOf } = subject;
  const definition = program.definitions.get(key);
  if (definition === undefined) return undefined;
  const exceptions = program.overrides.filter((it) => it.definition === key).map(({ section }) => section);
  const except = exceptions.length === 0 ? "" : ` (exception in ${[...new Set(exceptions)].join(", ")})`;
  return { name, section: definition.section, value: `${figureOrWords(definition.value, subject, wordsOf)}${except}` };
}

function figureOrWords(expr: Expr, { terms, program }: TermsOfSubject, wordsOf: (expr: Expr) => string): string {
  if (expr.kind === "Constant") return renderValue(expr.value, expr.type);
  const param = expr.kind === "ReadParam" ? program.params.get(expr.name) : undefined;
  const value = param && terms.get(param.name);
  return param !== undefined && value !== undefined ? renderValue(value, param.type) : wordsOf(expr);
}

function partOfParam(name: string, key: string, { program, terms }: TermsOfSubject): TermPart | undefined {
  const param = program.params.get(key);
  if (param === undefined) return undefined;
  const value = terms.get(key);
  return { name, section: param.section, value: value === undefined ? "not given" : renderValue(value, param.type) };
}

function startWords(initial: Expr | undefined, subject: TermsOfSubject): string {
  return initial === undefined
    ? "at first not set"
    : `${figureOrWords(initial, subject, subject.wordsOf)} at the start`;
}

function partOfAccount(name: string, key: string, subject: TermsOfSubject): TermPart | undefined {
  const account = subject.program.accounts.get(key);
  if (account === undefined) return undefined;
  const { accrual, section } = account;
  const value =
    accrual === undefined ? "as charged" : `${subject.wordsOf(accrual.rate)} on ${subject.wordsOf(accrual.base)}`;
  return { name, section, value };
}

function sectionsOfFamily(family: string, { defaultConditions }: CoreProgram): string {
  return [...new Set(defaultConditions.filter((it) => it.family === family).map(({ section }) => section))].join(", ");
}
