/**
 * One event, one step: the power that allows it (or refuses it), the limits that cut it, the values that it fixes, and
 * everything it changes, all read in the state before. From the next point on it counts among the events of its kind.
 */
import { entryIn } from "../../../base/entry-in.ts";
import { listUnder } from "../../../base/group-by.ts";
import type { ShareAdjustment, Value } from "../../../core/core.ts";
import type { Exact } from "../../../units/exact.ts";
import { compare, isUnlimited, lesser, multiply, sign, zero } from "../../../units/exact.ts";
import { shareExponent } from "../../../units/value-type.ts";
import { dropAccountsOf, openAccountsOf } from "../../compile/account-ledgers.ts";
import type { CompiledPower, CompiledRequirement, Machine } from "../../compile/machine.ts";
import { holdState, startOf } from "../../compile/states-of-events.ts";
import type { Binding, Moment, Occurrence, Run } from "../../state/run.ts";
import { bindingOf, restate, slotOf } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";
import { Failure, isProblem } from "../../values/problem.ts";
import type { FailedCondition, Refused } from "../../values/refused.ts";
import type { Restating } from "../batch.ts";
import { commitBatch, commitFurtherStages, firings, inFirstStage, prepareBatch } from "../batch.ts";
import type { Journal } from "../journal.ts";
import type { Phase } from "../journal-facts.ts";

export function applyEvent(occurrence: Occurrence, machine: Machine, run: Run, journal: Journal): void {
  const before = run.now;
  const binding: Binding = { occurrence, outer: undefined };
  occurrence.fixedAt = before.point;
  const power = machine.powers.get(occurrence.type.name);
  const accounts = machine.accountsOf.get(occurrence.type.name) ?? [];
  const refusal =
    refusalOfTarget(occurrence) ??
    (power === undefined ? undefined : refusalBy(power, binding, before)) ??
    occurrence.refersTo?.undecided;
  if (refusal !== undefined && !isProblem(refusal)) {
    occurrence.refused = refusal;
    dropAccountsOf(occurrence, accounts, run);
    journal.refused(occurrence, refusal, before);
    return;
  }
  occurrence.undecided = refusal;
  if (power?.power.giving !== undefined) {
    occurrence.fixed.set(power.power.giving, refusal ?? allowedBy(power, binding, before));
  }
  for (const key of machine.fixes.get(occurrence.type.name) ?? []) {
    // What a power cannot decide, its event cannot fix.
    if (refusal !== undefined) occurrence.fixed.set(key, refusal);
    else machine.definitions.read(key, occurrence, before);
  }
  const states = machine.statesOf.get(occurrence.type.name) ?? [];
  for (const state of states) {
    // What a power asks for has begun already.
    if (run.states.has(slotOf(state.key, occurrence))) continue;
    holdState(state, occurrence, refusal ?? startOf(state, occurrence, before, machine.compiler), before);
  }
  openAccountsOf(occurrence, accounts, run, refusal);
  const rules = machine.eventRules.get(occurrence.type.name) ?? [];
  const candidates = rules.map((rule) => ({
    rule,
    fire: (moment: Moment) =>
      firings([rule], binding, moment).map((it) => (refusal === undefined ? it : { ...it, problem: refusal })),
  }));
  const fired = inFirstStage(candidates, before);
  const batch = prepareBatch(fired, before, machine);
  journal.enter(phaseOf(occurrence, before), occurrence);
  // What happens by itself is news only where something is done about it.
  if (occurrence.type.happens === undefined || rules.length > 0) journal.event(occurrence, before);
  if (refusal !== undefined) {
    journal.undecided(occurrence, "may be given", refusal, power?.power.section ?? occurrence.type.section, before);
  }
  const adjustment = machine.program.shareAdjustments.get(occurrence.type.name);
  const restated = adjustment === undefined ? undefined : adjustShares(adjustment, occurrence, machine, run, journal);
  if (restated === undefined) run.advance(before.day, before.hasEnded, true);
  count(occurrence, run);
  if (refusal !== undefined) {
    // Its power may have read how they began.
    for (const { key } of states) entryIn(run.states, slotOf(key, occurrence)).history.record(run.now.point, refusal);
  }
  commitBatch(batch, before, journal, restated);
  commitFurtherStages(candidates, fired, machine, run, journal);
}

function phaseOf({ type, on }: Occurrence, { day }: Moment): Phase {
  if (type.opensDay) return "opening";
  return on < day ? "put-off" : "event";
}

function count(occurrence: Occurrence, run: Run): void {
  if (occurrence.undecided !== undefined) {
    run.undetermined.push(occurrence);
    run.undetermined.sort((a, b) => a.index - b.index);
    return;
  }
  occurrence.appliedAt = run.now.point;
  const { name } = occurrence.type;
  listUnder(run.applied, name, occurrence);
  if (occurrence.refersTo !== undefined) listUnder(run.referring, occurrence.refersTo, occurrence);
}

/** What is for an event that was refused has nothing to build on, and is refused with it. */
function refusalOfTarget({ type, refersTo }: Occurrence): Refused | undefined {
  if (refersTo?.refused === undefined) return undefined;
  if (refersTo.refused.kind === "NoSuchDay") return refersTo.refused;
  return { kind: "TargetRefused", target: { event: refersTo.type.name, id: refersTo.id }, section: type.section };
}

/** Every reason that stands against the event, in the order of the list; a problem where one is unknown. */
function refusalBy(
  { power, conditions }: CompiledPower,
  binding: Binding,
  moment: Moment,
): Refused | Problem | undefined {
  const failed: FailedCondition[] = [];
  let problem: Problem | undefined;
  for (const condition of conditions) {
    const holds = condition.code(moment, binding);
    if (isProblem(holds)) problem ??= holds;
    else if (holds !== true) failed.push(failedCondition(condition, moment));
  }
  return failed.length > 0 ? { kind: "ConditionsFailed", conditions: failed, section: power.section } : problem;
}

/** The reason that the template gives, with the parts of the condition that do not hold. */
export function failedCondition({ reason, parts }: CompiledRequirement, moment: Moment): FailedCondition {
  const failedParts = parts.filter(({ code }) => code(moment, undefined) === false).map(({ words }) => words);
  return { reason, failedParts };
}

/** What is left of what was asked for, under the limits; never less than nothing. */
function allowedBy({ power, askingFor, limits }: CompiledPower, binding: Binding, moment: Moment): Value | Problem {
  const asked = askingFor?.(moment, binding) ?? zero;
  if (isProblem(asked)) return asked;
  let limit: Exact | undefined;
  for (const code of limits) {
    const value = code(moment, binding);
    if (isProblem(value)) return value;
    limit = limit === undefined ? value : lesser(limit, value);
  }
  if (limit === undefined || compare(asked, limit) <= 0) return asked;
  const { reading, rules, otherwise } = power.beyond;
  const choice = reading === undefined ? undefined : moment.run.inputs.readings.get(reading);
  const rule = (choice === undefined ? undefined : rules.get(choice)) ?? otherwise;
  return rule === "void" || sign(limit) < 0 ? zero : limit;
}

/**
 * Restates every state that follows the share, as from here on a share is another share. Returns how to restate a value
 * that was calculated in the shares of before, for what the event itself changes.
 */
function adjustShares(
  adjustment: ShareAdjustment,
  occurrence: Occurrence,
  machine: Machine,
  run: Run,
  journal: Journal,
): Restating {
  const before = run.now;
  const ratio = occurrence.undecided ?? machine.compiler.figure(adjustment.ratio)(before, bindingOf(occurrence));
  const shares = run.sharesAt(before);
  const product = isProblem(ratio) ? undefined : multiply(shares.splitFactor, ratio);
  const isUsable = product !== undefined && sign(product) > 0 && !isUnlimited(product);
  const changed = isUsable ? { splitFactor: product } : { lost: { because: unusable(ratio) } };
  const after = run.advance(before.day, before.hasEnded, true, { ...shares, ...changed });
  const inNewShares: Restating = (state, value) => {
    if (!state.isRestated) return value;
    return isUsable ? restate(value, shareExponent(state.type), before, after) : unusable(ratio);
  };
  for (const held of run.states.values()) {
    const { state, history } = held;
    const old = history.latest;
    if (!state.isRestated || old === undefined) continue;
    const restated = inNewShares(state, old);
    history.record(after.point, restated);
    if (!state.isOfPlan) journal.state(held, old, restated, adjustment.section, after);
  }
  return inNewShares;
}

function unusable(ratio: Exact | Problem): Problem {
  return isProblem(ratio) ? ratio : new Failure("undefined", { kind: "unusable share ratio" });
}
