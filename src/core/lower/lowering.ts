import { invariant } from "../../base/invariant.ts";
import type { CheckedProgram, Expression, Identifier, Meaning, Typed } from "../../checked/ast.ts";
import type { ValueType } from "../../units/value-type.ts";
import type { Expr, Occurrence } from "../core.ts";

/** What lowering works with: a program without errors, so that every expression has a type and every name a meaning. */
export interface Lowering {
  readonly program: CheckedProgram;
  lower(expression: Expression, place: Place): Expr;
  occurrence(expression: Expression, place: Place): Occurrence;
}

/** Where an expression stands: the events spoken of, the innermost first. */
export interface Place {
  readonly events: readonly string[];
}

export const nowhere: Place = { events: [] };

export function placeOf(owner?: Identifier): Place {
  return owner === undefined ? nowhere : { events: [owner.text] };
}

export function within(place: Place, event: string): Place {
  return { events: [event, ...place.events] };
}

export function typeOf({ program }: Lowering, expression: Expression): ValueType {
  return typedOf(program, expression).type;
}

export function meaningOf({ program }: Lowering, expression: Expression): Meaning {
  const meaning = program.meanings.get(expression);
  invariant(meaning !== undefined, `a ${expression.kind} of a program without errors has a meaning`);
  return meaning;
}

/** The occurrence in the middle of what is spoken of. */
export function innermost({ events }: Place): Occurrence {
  const [event] = events;
  invariant(event !== undefined, "`its` is written where an event is spoken of");
  return { kind: "Bound", event, depth: 0 };
}

function typedOf({ types }: CheckedProgram, expression: Expression): Typed {
  const typed = types.get(expression);
  invariant(typed !== undefined, `a ${expression.kind} of a program without errors has a type`);
  return typed;
}

/** The sections that a family is asked under, in an order of their own. */
export const sectionLabels = (sections: readonly Identifier[] = []): string[] =>
  sections.map(({ text }) => text).toSorted();
