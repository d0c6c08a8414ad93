/** How far a run agrees with the suite: on the date, the type, the payoff and the state of every event, to 1 in 10^8. */
import type { ActusCase, ActusEvent } from "./cases.ts";
import { stateNames } from "./cases.ts";
import { runCase } from "./run-case.ts";
import type { ContractType } from "./types.ts";
import { contractTypes } from "./types.ts";

export interface Compared {
  readonly id: string;
  readonly type: string;
  /** Where the two part first, in words; nothing where the case agrees. */
  readonly difference: string | undefined;
}

export function compareCase(actus: ActusCase): Compared {
  const type = actus.terms.get("contractType") ?? "";
  const known = contractTypes[type];
  const difference = known === undefined ? "no template for the type" : differenceOf(actus, known);
  return { id: actus.id, type, difference };
}

function differenceOf(actus: ActusCase, type: ContractType): string | undefined {
  try {
    return firstDifference(runCase(actus, type), actus.results);
  } catch (thrown) {
    if (thrown instanceof Error) return thrown.message;
    throw thrown;
  }
}

/** Events of one day may be listed in any order. */
function firstDifference(found: readonly ActusEvent[], expected: readonly ActusEvent[]): string | undefined {
  const [ours, theirs] = [found.toSorted(byDayAndKind), expected.toSorted(byDayAndKind)];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) {
    const [it, other] = [ours[at], theirs[at]];
    if (it === undefined || other === undefined || !isSame(it, other))
      return `${shown(it)}, where the suite has ${shown(other)}`;
  }
  return undefined;
}

function byDayAndKind(a: ActusEvent, b: ActusEvent): number {
  return a.day.localeCompare(b.day) || a.kind.localeCompare(b.kind);
}

function isSame(a: ActusEvent, b: ActusEvent): boolean {
  if (a.day !== b.day || a.kind !== b.kind || !isNear(a.payoff, b.payoff)) return false;
  return stateNames.every((name) => {
    const expected = b.state[name];
    return expected === undefined || Number.isNaN(expected) || isNear(a.state[name] ?? Number.NaN, expected);
  });
}

/** What is less than a billionth counts as nothing: the suite was computed with rounded numbers. */
function isNear(a: number, b: number): boolean {
  const size = Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= Math.max(1e-8 * size, 1e-9);
}

function shown(event: ActusEvent | undefined): string {
  if (event === undefined) return "nothing";
  const state = stateNames.map((name) => event.state[name] ?? "-");
  return `${event.day} ${event.kind} ${event.payoff} (${state.join(", ")})`;
}
