/** Which states, or accounts, a change is of: that of the note, or those of the events that it says. */

import { occurrencesAt } from "../state/applied.ts";
import type { Binding, Moment, Occurrence, Run } from "../state/run.ts";
import { slotOf } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { CompiledEvents, CompiledPosting, CompiledStateChange } from "./machine.ts";

/** A state or an account as the run holds it, what the change may speak of, and why it is unknown whether it is changed. */
export interface Changed {
  /** Undefined where there is no event whose it would be; `problem` says why. */
  readonly slot: string | undefined;
  readonly binding: Binding | undefined;
  readonly problem: Problem | undefined;
}

/** What a change is of: the key of a state or of an account, and of which events. */
export interface ChangeOfEvents {
  readonly key: string;
  readonly of: CompiledEvents | undefined;
  /** Whether its rule speaks of an event or of a row, and can say nothing without one. */
  readonly isOfHead: boolean;
  readonly kind: "state" | "account";
}

export function changedStates(
  { change, of, isOfHead }: CompiledStateChange,
  binding: Binding | undefined,
  problem: Problem | undefined,
  moment: Moment,
): Changed[] {
  return changedBy({ kind: "state", key: change.state, of, isOfHead }, binding, problem, moment);
}

export function changedAccounts(
  { change, of, isOfHead }: CompiledPosting,
  binding: Binding | undefined,
  problem: Problem | undefined,
  moment: Moment,
): Changed[] {
  return changedBy({ kind: "account", key: change.account, of, isOfHead }, binding, problem, moment);
}

/** `problem` says why it is unknown whether the rule applies. Without what has to be bound, it may be of every event. */
export function changedBy(
  { kind, key, of, isOfHead }: ChangeOfEvents,
  binding: Binding | undefined,
  problem: Problem | undefined,
  moment: Moment,
): Changed[] {
  if (of === undefined) return [{ slot: key, binding, problem }];
  const { run } = moment;
  const heldBy = (occurrence: Occurrence, why: Problem | undefined, inner = binding): Changed[] => {
    const slot = slotOf(key, occurrence);
    const isHeld = kind === "state" ? run.states.has(slot) : run.accounts.has(slot);
    return isHeld ? [{ slot, binding: inner, problem: why }] : [];
  };
  const ofAll = (why: Problem) => heldOf(kind, key, run).map((slot) => ({ slot, binding, problem: why }));
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

/** What a posting says of the account of one event, where it is of that one and that is known. */
export function bindingFor(
  { of }: CompiledPosting,
  occurrence: Occurrence | undefined,
  binding: Binding | undefined,
  moment: Moment,
): { readonly binding: Binding | undefined } | undefined {
  if (of === undefined || occurrence === undefined) return { binding };
  if (of.kind === "One") return of.event(moment, binding) === occurrence ? { binding } : undefined;
  const inner = { occurrence, outer: binding };
  return holdsFor(of, inner, moment) === true ? { binding: inner } : undefined;
}

function holdsFor({ where, size, span }: Extract<CompiledEvents, { kind: "Each" }>, binding: Binding, moment: Moment) {
  moment.run.evaluates(size, span);
  return where?.(moment, binding) ?? true;
}

/** A state, or an account, of each event, of all that have it. */
function heldOf(kind: ChangeOfEvents["kind"], key: string, { states, accounts }: Run): string[] {
  if (kind === "state") return [...states].flatMap(([slot, { state }]) => (state.key === key ? [slot] : []));
  return [...accounts].flatMap(([slot, { account }]) => (account.key === key ? [slot] : []));
}
