/** Which conditions begin or end, and which may have while they could not be determined. */
import { knownIn } from "../../base/known-in.ts";
import type { EdgeRule } from "../compile/machine.ts";
import { occurrencesAt, undeterminedOf } from "../state/applied.ts";
import type { Moment, Occurrence } from "../state/run.ts";
import { bindingOf, isBetweenPrices } from "../state/run.ts";
import { Absent, Failure } from "../values/problem.ts";
import type { Firing } from "./batch.ts";
import { firings, isOpen, mayFire } from "./batch.ts";

/** Whether a condition held as the last day ended, or why that is unknown. */
type Held = boolean | Failure;

export class Edges {
  /** For each rule, how its condition stood as the last day ended, by occurrence (undefined for no owner). */
  readonly #held = new Map<EdgeRule, Map<Occurrence | undefined, Held>>();
  /** The version at which a rule was looked at last whose condition read no time, so that only a change can move it. */
  readonly #seen = new Map<EdgeRule, number>();

  firing(rules: readonly EdgeRule[], moment: Moment, done: Set<string>): Firing[] {
    // On most days nothing moves, so nothing is made for those.
    const all: Firing[] = [];
    for (const rule of rules) {
      if (this.#isUnmoved(rule, moment)) continue;
      all.push(...this.#ofUndetermined(rule, moment, done));
      for (const occurrence of subjectsOf(rule, moment)) {
        if (done.size > 0 && done.has(keyOf(rule, occurrence))) continue;
        const moves = this.#moves(rule, occurrence, moment);
        if (moves === false) continue;
        const binding = bindingOf(occurrence);
        const fired = moves === true ? firings([rule], binding, moment) : mayFire([rule], binding, moves, moment);
        // What can't be determined now may begin or end in a later round; and what it would change may become known in this one.
        const isSeen =
          isOpen(rule, binding, moves === true ? undefined : moves, moment) &&
          !(rule.edge(moment, binding) instanceof Failure);
        if (moves === true || fired.length > 0 || isSeen) done.add(keyOf(rule, occurrence));
        all.push(...fired);
      }
    }
    return all;
  }

  /** For an event that may have taken effect, it may begin or end on any day. */
  #ofUndetermined(rule: EdgeRule, moment: Moment, done: Set<string>): readonly Firing[] {
    const { owner } = rule.trigger;
    const undetermined = owner === undefined ? undefined : undeterminedOf(owner, moment);
    if (undetermined === undefined) return none;
    const key = keyOf(rule, undefined);
    if (done.has(key)) return none;
    const fired = mayFire([{ ...rule, condition: undefined }], undefined, undetermined, moment);
    // What it would change may become known in a later round of the day.
    if (fired.length > 0) done.add(key);
    return fired;
  }

  /** Whether it begins (ends) at a moment; why that is unknown where it may. */
  #moves(rule: EdgeRule, occurrence: Occurrence | undefined, moment: Moment): Held {
    const wanted = rule.trigger.edge === "begins";
    const held = this.#heldBefore(rule, occurrence);
    const holds = rule.edge(moment, bindingOf(occurrence));
    if (holds instanceof Failure) return isBetweenPrices(holds, moment.run) || held === wanted ? false : holds;
    if (holds !== wanted) return false;
    return held instanceof Failure ? held : held !== wanted;
  }

  #heldBefore(rule: EdgeRule, occurrence: Occurrence | undefined): Held {
    return this.#held.get(rule)?.get(occurrence) ?? false;
  }

  /** Takes down what holds as the day ends. */
  close(rules: readonly EdgeRule[], moment: Moment): void {
    for (const rule of rules) {
      if (this.#isUnmoved(rule, moment)) continue;
      const held = knownIn(this.#held, rule, () => new Map<Occurrence | undefined, Held>());
      let isKnown = true;
      moment.run.hasReadTime = false;
      for (const occurrence of subjectsOf(rule, moment)) {
        const holds = this.#heldAfter(rule, occurrence, moment);
        held.set(occurrence, holds);
        if (holds instanceof Failure) isKnown = false;
      }
      // What is unknown may begin or end on any day.
      if (isKnown && !moment.run.hasReadTime) this.#seen.set(rule, moment.version);
      else this.#seen.delete(rule);
    }
  }

  #heldAfter(rule: EdgeRule, occurrence: Occurrence | undefined, moment: Moment): Held {
    const holds = rule.edge(moment, bindingOf(occurrence));
    if (holds instanceof Absent) return false;
    if (!(holds instanceof Failure)) return holds;
    const before = this.#heldBefore(rule, occurrence);
    return before instanceof Failure || isBetweenPrices(holds, moment.run) ? before : holds;
  }

  #isUnmoved(rule: EdgeRule, { version }: Moment): boolean {
    return this.#seen.get(rule) === version;
  }
}

function subjectsOf({ trigger }: EdgeRule, moment: Moment): readonly (Occurrence | undefined)[] {
  if (trigger.owner === undefined) return [undefined];
  return occurrencesAt(trigger.owner, moment);
}

const none: readonly Firing[] = [];

const keyOf = ({ rule }: EdgeRule, occurrence: Occurrence | undefined) => `${rule.id}|${occurrence?.index ?? ""}`;
