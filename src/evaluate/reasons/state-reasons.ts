/** How a state came to its value: its start, or the value before with what changed it. */

import { entryIn } from "../../base/entry-in.ts";
import { invariant } from "../../base/invariant.ts";
import { knownIn } from "../../base/known-in.ts";
import { equal } from "../../units/exact.ts";
import { shareExponent } from "../../units/value-type.ts";
import type { BatchMade } from "../replay/batch-made.ts";
import { signed } from "../replay/state-changes.ts";
import type { Step } from "../replay/step.ts";
import type { Evaluation, HeldState, Moment } from "../state/run.ts";
import { bindingOf, isFigure, memoKey } from "../state/run.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";
import type { Explaining } from "./explaining.ts";
import type { PaymentReasons } from "./payment-reasons.ts";
import { isFromState } from "./payment-reasons.ts";
import type { Because, ChangePlace, Made, ReasonFact } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";

export class StateReasons {
  readonly #explaining: Explaining;
  readonly #payments: PaymentReasons;
  readonly #known = new Map<string, Map<number, ReasonFact>>();
  readonly #made = new Map<string, Made>();

  constructor(explaining: Explaining, payments: PaymentReasons) {
    this.#explaining = explaining;
    this.#payments = payments;
  }

  /** Of a state by the name under which the run holds it. */
  reason(slot: string, result: Evaluation, moment: Moment): ReasonFact {
    const held = entryIn(moment.run.states, slot);
    const { name, type, section } = held.state;
    const moments = knownIn(this.#known, slot, () => new Map<number, ReasonFact>());
    const make = () =>
      new Reason({
        kind: "state",
        name,
        of: held.of,
        day: moment.day,
        result,
        type,
        section,
        because: () => this.#becauseOf(held, result, moment),
        made: () => this.#madeAt(slot, moment),
      });
    return knownIn(moments, memoKey(moment), make);
  }

  /** What the journal says last changed it up to a moment. */
  #becauseOf(held: HeldState, result: Evaluation, { point }: Moment): Because {
    const change = this.#explaining.replay.journal.lastChange(held, point);
    // What is unknown from the start has no value with which it started; its parts say why.
    if (change === undefined && result instanceof Failure) return { kind: "no reason" };
    const isUnset = result instanceof Absent && change === undefined;
    return isUnset ? { kind: "absent", problem: result } : { kind: "last change", change };
  }

  #madeAt(slot: string, moment: Moment): Made {
    const point = entryIn(moment.run.states, slot).history.pointOf(moment.point);
    if (point === undefined) return unset;
    const key = `${slot}|${point}`;
    return knownIn(this.#made, key, () => this.#madeFrom(slot, point));
  }

  #madeFrom(slot: string, point: number): Made {
    const { replay, recorded } = this.#explaining;
    const { machine, run, journal } = replay;
    const { state, of, history } = entryIn(run.states, slot);
    const { initial } = state;
    if (point === (of === undefined ? 0 : of.fixedAt)) {
      if (initial === undefined || (of?.undecided !== undefined && history.at(point) === of.undecided)) return unset;
      const start = recorded(() => void machine.traced(initial)(run.momentAt(point), bindingOf(of)));
      return { operation: { kind: "start" }, operands: start };
    }
    // What a plan keeps, and is told, has no clause that changes it.
    if (state.isOfPlan && !journal.batches.has(point)) return unset;
    const made = entryIn(journal.batches, point);
    const previous = history.at(point - 1);
    invariant(previous !== undefined, "what is changed has had a value");
    const { before } = made;
    const was = this.#explaining.state(slot, previous, before);
    const at = run.momentAt(point);
    const now = history.at(point);
    invariant(now !== undefined, "what is changed has a value");
    const changes = this.#changesOf(slot, made, now);
    const changed = made.batch.states.get(slot)?.value ?? previous;
    const isRestated = state.isRestated && !equal(run.sharesAt(before).splitFactor, run.sharesAt(at).splitFactor);
    if (!isRestated || !isFigure(changed) || !isFigure(now)) {
      return { operation: { kind: "changes" }, operands: [was, ...changes] };
    }
    const unrestated =
      changes.length === 0
        ? was
        : new Reason({
            kind: "operation",
            name: "",
            day: before.day,
            result: changed,
            type: state.type,
            made: { operation: { kind: "changes" }, operands: [was, ...changes] },
          });
    const { operation, operands } = this.#explaining.inShares(unrestated, shareExponent(state.type), before, at, now);
    return { operation, operands };
  }

  /** What changed it at a point, and where nothing of that says why it is unknown from then on, that it is. */
  #changesOf(slot: string, made: BatchMade, now: Evaluation): ReasonFact[] {
    const { batch, before, cause } = made;
    const own = batch.steps.flatMap((step) => {
      if (step.slot !== slot) return [];
      return [this.#changeOf(slot, step, before, { day: before.day, cause, section: step.compiled.change.section })];
    });
    const paid = batch.payments.flatMap((payment) => {
      const { targets, section } = payment.posting.change;
      const { key } = entryIn(before.run.states, slot).state;
      if (!targets.some((target) => target.kind === "State" && target.state === key)) return [];
      const parts = payment.parts.filter((part) => isFromState(part, slot));
      if (parts.length > 0) return parts.map((part) => this.#payments.taken(part, made));
      // It can't be determined how much it took.
      return isProblem(now) ? [this.#unknown(slot, now, before, { day: before.day, cause, section })] : [];
    });
    const all = [...own, ...paid];
    const isSaid = !isProblem(now) || all.some(({ result }) => isProblem(result));
    return isSaid ? all : [...all, this.#unknown(slot, now, before, { day: before.day, cause, section: "" })];
  }

  #unknown(slot: string, result: Evaluation, { day, run }: Moment, change: ChangePlace): ReasonFact {
    const { state, of } = entryIn(run.states, slot);
    const { name, type, section } = state;
    return new Reason({
      kind: "entry",
      name,
      of,
      day,
      result,
      type,
      section,
      because: { kind: "change", verb: "change", change },
      made: { operation: { kind: "change", sign: 1, sets: true }, operands: [] },
    });
  }

  #changeOf(
    slot: string,
    { compiled, binding, problem, condition }: Step,
    before: Moment,
    change: Extract<Because, { kind: "last change" }>["change"] & object,
  ): ReasonFact {
    const { replay, recorded } = this.#explaining;
    const { machine } = replay;
    const { state, of } = entryIn(before.run.states, slot);
    const { name, type } = state;
    const made = compiled.change;
    const amount = made.kind === "SetState" || made.kind === "AddToState" ? made.value : undefined;
    const operands = recorded(() => {
      if (condition !== undefined) machine.traced(condition.expr)(condition.at, condition.binding);
      if (amount !== undefined && problem === undefined) machine.traced(amount)(before, binding);
    });
    const sign = made.kind === "AddToState" ? made.sign : 1;
    const value = amount === undefined ? new Absent({ kind: "not set", state: name }) : operands.at(-1)?.result;
    const found = problem ?? value ?? new Absent({ kind: "not set", state: name });
    return new Reason({
      kind: "entry",
      name,
      of,
      day: before.day,
      result: isFigure(found) ? signed(found, sign) : found,
      type,
      section: change.section,
      because: { kind: "change", verb: "change", change },
      made: { operation: { kind: "change", sign, sets: made.kind !== "AddToState" }, operands },
    });
  }
}

/** Of a state that has no start and has not been changed yet. */
const unset: Made = { operation: { kind: "given" }, operands: [] };
