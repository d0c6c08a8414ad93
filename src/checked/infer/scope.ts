import type { Expression } from "../../syntax/ast.ts";
import { writtenForm } from "../../syntax/walk.ts";

/** What an expression may speak of at its place, and what is known there to have a value. */
export interface Scope {
  /** Events spoken of, the innermost first: those of sums around the place, then that of the statement's head. */
  readonly events: readonly string[];
  /** The event of the statement's head. */
  readonly head?: string;
  /** In an exception: the key of the definition that it displaces. */
  readonly displaced?: string;
  /** Written forms of what a condition around the place has tested; see `factsIf`. */
  readonly facts: ReadonlySet<string>;
}

export function scopeOf(head?: string): Scope {
  return head === undefined ? { events: [], facts: new Set() } : { events: [head], head, facts: new Set() };
}

/** Inside a sum over events. What was known of `its` was of another event. */
export function insideEvents(scope: Scope, event: string, where?: Expression): Scope {
  const kept = [...scope.facts].filter((fact) => !fact.includes('"ItsReference"'));
  return { ...scope, events: [event, ...scope.events], facts: new Set([...kept, ...(where ? factsIf(where) : [])]) };
}

/** On another day, what had a value may have none. */
export function onOtherDay(scope: Scope, where?: Expression): Scope {
  return { ...scope, facts: new Set(where ? factsIf(where) : []) };
}

export function knowing(scope: Scope, facts: readonly string[]): Scope {
  return facts.length === 0 ? scope : { ...scope, facts: new Set([...scope.facts, ...facts]) };
}

/** What must have a value where a condition holds: what it tests with `is set` and `has happened`, and events it finds. */
export function factsIf(condition: Expression): readonly string[] {
  switch (condition.kind) {
    case "SetTest":
      return condition.isNegated ? [] : [writtenForm(condition.value)];
    case "HappenedTest":
      return condition.isNegated ? [] : [writtenForm(condition.target), ...eventFact(condition.target)];
    case "EventsTest":
      return condition.quantifier === "some" ? [someEvent(condition.event.text, condition.condition)] : [];
    case "Not":
      return factsIfNot(condition.condition);
    case "Logic":
      return condition.operator === "and" ? condition.conditions.flatMap(factsIf) : [];
    case "ConditionList":
      if (condition.word === "any of") return [];
      return condition.items.flatMap((item) => (condition.word === "all of" ? factsIf : factsIfNot)(item.condition));
    default:
      return [];
  }
}

/** The same where a condition does not hold. */
export function factsIfNot(condition: Expression): readonly string[] {
  switch (condition.kind) {
    case "SetTest":
      return condition.isNegated ? [writtenForm(condition.value)] : [];
    case "HappenedTest":
      return condition.isNegated ? [writtenForm(condition.target), ...eventFact(condition.target)] : [];
    case "EventsTest":
      return condition.quantifier === "no" ? [someEvent(condition.event.text, condition.condition)] : [];
    case "Not":
      return factsIf(condition.condition);
    case "Logic":
      return condition.operator === "or" ? condition.conditions.flatMap(factsIfNot) : [];
    case "ConditionList":
      return condition.word === "any of" ? condition.items.flatMap((item) => factsIfNot(item.condition)) : [];
    default:
      return [];
  }
}

/** That an event of the kind that meets the condition exists. */
export function someEvent(event: string, where?: Expression): string {
  return `some ${event} ${where === undefined ? "" : writtenForm(where)}`;
}

function eventFact(target: Expression): string[] {
  return target.kind === "NameReference" ? [someEvent(target.name.text)] : [];
}
