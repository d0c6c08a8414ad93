import type { Expression } from "../../syntax/ast.ts";
import { writtenForm } from "../../syntax/walk.ts";
import type { Symbols } from "../ast.ts";

/** What an expression may speak of at its place, and what is known there to have a value. */
export interface Scope {
  /** Events spoken of, the innermost first: those of sums around the place, then that of the statement's head. */
  readonly events: readonly string[];
  /** The event of the statement's head. */
  readonly head?: string;
  /** Around the head, the event as which happens its value is fixed. */
  readonly outer?: string;
  /** In an exception: the key of the definition that it displaces. */
  readonly displaced?: string;
  /** Written forms of what a condition around the place has tested; see `factsIf`. */
  readonly facts: ReadonlySet<string>;
  /** An account is named here, of which a measure is taken or which is changed: alone it is no value. */
  readonly takesAccount?: true;
}

export function scopeOf(head?: string): Scope {
  return head === undefined ? { events: [], facts: new Set() } : { events: [head], head, facts: new Set() };
}

/** What is fixed as an event happens speaks of it, and of the event whose value it is. */
export function scopeOfFixing(owner: string | undefined, event: string): Scope {
  return owner === undefined ? scopeOf(event) : { ...scopeOf(owner), events: [owner, event], outer: event };
}

/** Inside a sum over events. What was known of `its` was of another event. */
export function insideEvents(scope: Scope, event: string, symbols: Symbols, where?: Expression): Scope {
  const kept = [...scope.facts].filter((fact) => !fact.includes('"ItsReference"'));
  const events = [event, ...scope.events];
  const known = where ? factsIf(where, { symbols, scope: { events } }) : [];
  return { ...scope, events, facts: new Set([...kept, ...known]) };
}

/** On another day, what had a value may have none. */
export function onOtherDay(scope: Scope, symbols: Symbols, where?: Expression): Scope {
  return { ...scope, facts: new Set(where ? factsIf(where, { symbols, scope }) : []) };
}

export function knowing(scope: Scope, facts: readonly string[]): Scope {
  return facts.length === 0 ? scope : { ...scope, facts: new Set([...scope.facts, ...facts]) };
}

/** Where a condition stands: what its names mean, and of which event `its` speaks. */
export interface Place {
  readonly symbols: Symbols;
  readonly scope: Pick<Scope, "events">;
}

/** What must have a value where a condition holds: what it tests with `is set` and `has happened`, and events it finds. */
export function factsIf(condition: Expression, place: Place): readonly string[] {
  return factsOf(condition, true, place, 0);
}

/** The same where a condition does not hold. */
export function factsIfNot(condition: Expression, place: Place): readonly string[] {
  return factsOf(condition, false, place, 0);
}

function factsOf(condition: Expression, holds: boolean, place: Place, depth: number): readonly string[] {
  const of = (part: Expression, partHolds: boolean) => factsOf(part, partHolds, place, depth);
  switch (condition.kind) {
    case "SetTest":
      return condition.isNegated === holds ? [] : [writtenForm(condition.value)];
    case "HappenedTest":
      return condition.isNegated === holds ? [] : [writtenForm(condition.target), ...eventFact(condition.target)];
    case "DutyTest":
      return holds ? daysOfDuty(condition) : [];
    case "EventsTest":
      if (condition.quantifier !== (holds ? "some" : "no")) return [];
      return [someEvent(condition.event.text, condition.condition)];
    case "Not":
      return of(condition.condition, !holds);
    case "Logic":
      if ((condition.operator === "and") !== holds) return [];
      return condition.conditions.flatMap((it) => of(it, holds));
    case "ConditionList":
      // That any of them holds, or that all or none of them do not, says nothing of each.
      if ((condition.word === "any of") === holds) return [];
      return condition.items.flatMap((it) => of(it.condition, condition.word === "all of"));
    case "NameReference":
    case "ItsReference": {
      const said = conditionNamed(condition, place);
      if (said === undefined || depth >= mostNames) return [];
      // What the condition says of the event of its own head may be another one at this place.
      return factsOf(said, holds, place, depth + 1).filter((fact) => !fact.includes('"ThisReference"'));
    }
    default:
      return [];
  }
}

/** What has been performed, or is breached, has its days. */
function daysOfDuty({ duty, standing, span }: Extract<Expression, { kind: "DutyTest" }>): string[] {
  const measure = { performed: "performance", breached: "breach" } as const;
  if (standing !== "performed" && standing !== "breached") return [];
  return [writtenForm({ kind: "DutyMeasure", measure: measure[standing], duty, span })];
}

/** Conditions that are named by one another further than this are not looked through; so a circle ends, too. */
const mostNames = 8;

/** What a named condition says, where no exception may say something else. */
function conditionNamed(
  reference: Extract<Expression, { kind: "NameReference" | "ItsReference" }>,
  { symbols, scope }: Place,
): Expression | undefined {
  const name = reference.name.text;
  const member = reference.kind === "ItsReference" ? symbols.perEvent.get(scope.events[0] ?? "")?.get(name) : undefined;
  if (reference.kind === "ItsReference" && member?.kind !== "Definition") return undefined;
  const key = member?.kind === "Definition" ? member.key : name;
  const statement = symbols.definitions.get(key)?.statement;
  if (statement?.kind !== "Definition" || statement.verb !== "holds when" || symbols.exceptions.has(key))
    return undefined;
  return statement.value;
}

/** That an event of the kind that meets the condition exists. */
export function someEvent(event: string, where?: Expression): string {
  return `some ${event} ${where === undefined ? "" : writtenForm(where)}`;
}

function eventFact(target: Expression): string[] {
  return target.kind === "NameReference" ? [someEvent(target.name.text)] : [];
}
