import type { EdgeRule } from "../compile/machine.ts";
import { occurrencesAt } from "../state/applied.ts";
import type { Moment, Occurrence } from "../state/run.ts";
import { bindingOf } from "../state/run.ts";
import { isProblem } from "../values/problem.ts";
import type { Firing } from "./batch.ts";
import { firings } from "./batch.ts";

/** Which conditions held as the last day ended, so that it can be told which begin or end with this one. */
export class Edges {
  /** For each rule, the occurrences for which its condition held as the last day ended (undefined for no owner). */
  readonly #held = new Map<EdgeRule, ReadonlySet<Occurrence | undefined>>();
  /** The version at which a rule whose condition only a change can move was looked at last. */
  readonly #seen = new Map<EdgeRule, number>();

  firing(rules: readonly EdgeRule[], moment: Moment, done: Set<string>): Firing[] {
    return rules.flatMap((rule) => {
      if (this.#isUnmoved(rule, moment)) return [];
      return subjectsOf(rule, moment).flatMap((occurrence) => {
        const key = keyOf(rule, occurrence);
        if (done.has(key) || !this.#moves(rule, occurrence, moment)) return [];
        done.add(key);
        return firings([rule], bindingOf(occurrence), moment);
      });
    });
  }

  #moves(rule: EdgeRule, occurrence: Occurrence | undefined, moment: Moment): boolean {
    const holds = rule.edge(moment, bindingOf(occurrence));
    const held = this.#held.get(rule)?.has(occurrence) ?? false;
    const wanted = rule.trigger.edge === "begins";
    return !isProblem(holds) && holds !== held && holds === wanted;
  }

  /** Takes down what holds as the day ends. */
  close(rules: readonly EdgeRule[], moment: Moment): void {
    for (const rule of rules) {
      if (this.#isUnmoved(rule, moment)) continue;
      const holding = subjectsOf(rule, moment).filter(
        (occurrence) => rule.edge(moment, bindingOf(occurrence)) === true,
      );
      this.#held.set(rule, new Set(holding));
      this.#seen.set(rule, moment.version);
    }
  }

  #isUnmoved(rule: EdgeRule, { version }: Moment): boolean {
    return rule.isTimeless && this.#seen.get(rule) === version;
  }
}

function subjectsOf({ trigger }: EdgeRule, moment: Moment): readonly (Occurrence | undefined)[] {
  if (trigger.owner === undefined) return [undefined];
  return occurrencesAt(trigger.owner, moment);
}

const keyOf = ({ rule }: EdgeRule, occurrence: Occurrence | undefined) => `${rule.id}|${occurrence?.index ?? ""}`;
