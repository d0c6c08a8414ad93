/** Which states a change is of: that of the note, or those of the events that it says. */

import { occurrencesAt } from "../state/applied.ts";
import type { Binding, Moment, Occurrence } from "../state/run.ts";
import { slotOf } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { CompiledEvents, CompiledStateChange } from "./machine.ts";

/** A state as the run holds it, what the change may speak of, and why it is unknown whether it is changed. */
export interface ChangedState {
  /** Undefined where there is no event whose state it would be; `problem` says why. */
  readonly slot: string | undefined;
  readonly binding: Binding | undefined;
  readonly problem: Problem | undefined;
}

/** `problem` says why it is unknown whether the rule applies. Without what has to be bound, it may be of every state. */
export function changedStates(
  { change, of, isOfHead }: CompiledStateChange,
  binding: Binding | undefined,
  problem: Problem | undefined,
  moment: Moment,
): ChangedState[] {
  if (of === undefined) return [{ slot: change.state, binding, problem }];
  const heldBy = (occurrence: Occurrence, why: Problem | undefined, inner = binding): ChangedState[] => {
    const slot = slotOf(change.state, occurrence);
    return moment.run.states.has(slot) ? [{ slot, binding: inner, problem: why }] : [];
  };
  const ofAll = (why: Problem) => heldStates(change.state, moment).map((slot) => ({ slot, binding, problem: why }));
  if (problem !== undefined && isOfHead && binding === undefined) return ofAll(problem);
  if (of.kind === "Each") {
    return occurrencesAt(of.event, moment).flatMap((occurrence) => {
      const inner = { occurrence, outer: binding };
      const holds = holdsFor(of, inner, moment);
      return holds === false ? [] : heldBy(occurrence, problem ?? (isProblem(holds) ? holds : undefined), inner);
    });
  }
  const found = of.event(moment, binding);
  if (found instanceof Absent) return [{ slot: undefined, binding, problem: found }];
  return isProblem(found) ? ofAll(problem ?? found) : heldBy(found, problem);
}

function holdsFor({ where, size, span }: Extract<CompiledEvents, { kind: "Each" }>, binding: Binding, moment: Moment) {
  moment.run.evaluates(size, span);
  return where?.(moment, binding) ?? true;
}

/** A state of each event, of all that have it. */
function heldStates(key: string, { run }: Moment): string[] {
  return [...run.states].flatMap(([slot, { state }]) => (state.key === key ? [slot] : []));
}
