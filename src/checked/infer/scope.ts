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
  return factsOf(condition, true);
}

/** The same where a condition does not hold. */
export function factsIfNot(condition: Expression): readonly string[] {
  return factsOf(condition, false);
}

function factsOf(condition: Expression, holds: boolean): readonly string[] {
  switch (condition.kind) {
    case "SetTest":
      return condition.isNegated === holds ? [] : [writtenForm(condition.value)];
    case "HappenedTest":
      return condition.isNegated === holds ? [] : [writtenForm(condition.target), ...eventFact(condition.target)];
    case "EventsTest":
      if (condition.quantifier !== (holds ? "some" : "no")) return [];
      return [someEvent(condition.event.text, condition.condition)];
    case "Not":
      return factsOf(condition.condition, !holds);
    case "Logic":
      if ((condition.operator === "and") !== holds) return [];
      return condition.conditions.flatMap((it) => factsOf(it, holds));
    case "ConditionList":
      // That any of them holds, or that all or none of them do not, says nothing of each.
      if ((condition.word === "any of") === holds) return [];
      return condition.items.flatMap((it) => factsOf(it.condition, condition.word === "all of"));
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
