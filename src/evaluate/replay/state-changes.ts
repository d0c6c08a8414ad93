/** What a batch makes of the states: additions add up, and whatever else meets on one state is a conflict. */
import { groupBy } from "../../base/group-by.ts";
import type { Exact } from "../../units/exact.ts";
import { add, negate } from "../../units/exact.ts";
import type { Evaluation, Moment } from "../state/run.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";
import type { Step } from "./step.ts";

export interface StateChange {
  readonly state: string;
  readonly kind: "set" | "add";
  readonly value: Evaluation;
  readonly section: string;
}

export function stateChange(step: Step, before: Moment): StateChange[] {
  const { change, value, amount } = step.compiled;
  switch (change.kind) {
    case "SetState":
      return [{ ...changeOf(change), kind: "set", value: step.read(value, before) as Evaluation }];
    case "ClearState":
      return [
        {
          ...changeOf(change),
          kind: "set",
          value: step.problem ?? new Absent({ kind: "not set", state: change.state }),
        },
      ];
    case "AddToState":
      return [
        { ...changeOf(change), kind: "add", value: signed(step.read(amount, before) as Evaluation, change.sign) },
      ];
    default:
      return [];
  }
}

const changeOf = ({ state, section }: { state: string; section: string }) => ({ state, section });

export function signed(value: Evaluation, sign: 1 | -1): Evaluation {
  if (isProblem(value) || sign === 1) return value;
  return negate(value as Exact) ?? new Failure("undefined", { kind: "unlimited deduction" });
}

/** What states become, each with the sections that say so. */
export type NewStates = ReadonlyMap<string, { readonly value: Evaluation; readonly section: string }>;

export function newStates(changes: readonly StateChange[], before: Moment): NewStates {
  const byState = groupBy(changes, ({ state }) => state);
  return new Map(
    [...byState].map(([state, list]) => {
      const section = [...new Set(list.map((change) => change.section))].sort().join(", ");
      return [state, { value: newValue(state, list, before), section }];
    }),
  );
}

function newValue(state: string, changes: readonly StateChange[], { run }: Moment): Evaluation {
  const sets = changes.filter(({ kind }) => kind === "set");
  const adds = changes.filter(({ kind }) => kind === "add");
  if (sets.length > 1 || (sets.length === 1 && adds.length > 0)) {
    const sections = [...new Set(changes.map(({ section }) => section))].sort();
    return new Failure("conflict", { kind: "state set twice", state, sections });
  }
  const only = sets[0];
  if (only !== undefined) return only.value;
  let value = run.states.get(state)?.latest as Evaluation;
  for (const { value: part } of adds) {
    if (isProblem(value)) return value;
    if (isProblem(part)) return part;
    value = add(value as Exact, part as Exact) ?? new Failure("undefined", { kind: "unlimited state", state });
  }
  return value;
}
