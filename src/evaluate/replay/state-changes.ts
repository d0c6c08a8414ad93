/** What a batch makes of the states: additions add up, and whatever else meets on one state is a conflict. */

import { assertNever } from "../../base/assert-never.ts";
import { entryIn } from "../../base/entry-in.ts";
import { groupBy } from "../../base/group-by.ts";
import { invariant } from "../../base/invariant.ts";
import type { Value } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { add, negate } from "../../units/exact.ts";
import type { Moment } from "../state/run.ts";
import { isFigure } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";
import type { Step } from "./step.ts";

export type StateChange = StateSet | StateAddition;

interface StateSet {
  readonly kind: "set";
  /** As the run holds it. */
  readonly slot: string;
  readonly value: Value | Problem;
  readonly section: string;
}
export interface StateAddition {
  readonly kind: "add";
  readonly slot: string;
  readonly value: Exact | Problem;
  readonly section: string;
}

export function stateChange(step: Step, before: Moment): StateChange[] {
  const { compiled, slot } = step;
  if (slot === undefined) return [];
  const of = { slot, section: compiled.change.section };
  switch (compiled.kind) {
    case "SetState":
      return [{ ...of, kind: "set", value: step.read(compiled.value, before) }];
    case "ClearState":
      return [{ ...of, kind: "set", value: step.problem ?? notSet(entryIn(before.run.states, slot).state.name) }];
    case "AddToState":
      return [{ ...of, kind: "add", value: signed(step.read(compiled.amount, before), compiled.change.sign) }];
    case "AccountPosting":
    case "ApplyPayment":
      return [];
    default:
      return assertNever(compiled);
  }
}

const notSet = (state: string) => new Absent({ kind: "not set", state });

export function signed(value: Exact | Problem, sign: 1 | -1): Exact | Problem {
  if (isProblem(value) || sign === 1) return value;
  return negate(value) ?? new Failure("undefined", { kind: "unlimited deduction" });
}

/** What states become, as the run holds them, each with the sections that say so. */
export type NewStates = ReadonlyMap<string, { readonly value: Value | Problem; readonly section: string }>;

export function newStates(changes: readonly StateChange[], before: Moment): NewStates {
  const byState = groupBy(changes, ({ slot }) => slot);
  return new Map(
    [...byState].map(([slot, list]) => {
      const section = [...new Set(list.map((change) => change.section))].sort().join(", ");
      return [slot, { value: newValue(slot, list, before), section }];
    }),
  );
}

/** The figure of a state before a batch; the checker has found that only figures are added to. */
export function figureHeld(slot: string, { run }: Moment): Exact | Problem {
  const value = entryIn(run.states, slot).history.latest;
  invariant(value !== undefined && (isProblem(value) || isFigure(value)), "only a figure is added to");
  return value;
}

function newValue(slot: string, changes: readonly StateChange[], before: Moment): Value | Problem {
  const state = entryIn(before.run.states, slot).state.name;
  const sets = changes.filter((change) => change.kind === "set");
  const adds = changes.filter((change) => change.kind === "add");
  if (sets.length > 1 || (sets.length === 1 && adds.length > 0)) {
    // One of the changes may not have come about, and then there is no conflict.
    const unknown = changes
      .map(({ value }) => value)
      .find((it) => it instanceof Failure && it.error === "missing data");
    if (unknown !== undefined) return unknown;
    const sections = [...new Set(changes.map(({ section }) => section))].sort();
    return new Failure("conflict", { kind: "state set twice", state, sections });
  }
  const only = sets[0];
  if (only !== undefined) return only.value;
  let value = figureHeld(slot, before);
  for (const { value: part } of adds) {
    if (isProblem(value)) return value;
    if (isProblem(part)) return part;
    value = add(value, part) ?? new Failure("undefined", { kind: "unlimited state", state });
  }
  return value;
}
