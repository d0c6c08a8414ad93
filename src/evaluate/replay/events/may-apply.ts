/** An event whose day can't be determined: each day on which it may take effect, what it would change becomes unknown. */
import type { Machine } from "../../compile/machine.ts";
import { undeterminedReason } from "../../state/applied.ts";
import type { Moment, Occurrence, Run } from "../../state/run.ts";
import { bindingOf } from "../../state/run.ts";
import { Failure } from "../../values/problem.ts";
import { commitBatch, commitFurtherStages, hasChanges, inFirstStage, mayFire, prepareBatch } from "../batch.ts";
import type { Journal } from "../journal.ts";

export function mayApply(occurrence: Occurrence, machine: Machine, run: Run, journal: Journal): void {
  const before = run.now;
  const { type, on, mayCountFrom } = occurrence;
  const problem = undeterminedReason(occurrence);
  journal.enter(on < before.day ? "put-off" : "event", occurrence);
  if (on === before.day) journal.undecided(occurrence, "has taken effect", problem, type.section, before);
  if (mayCountFrom > before.day) return;
  const candidates = (machine.eventRules.get(type.name) ?? []).map((rule) => ({
    rule,
    fire: (moment: Moment) => mayFire([rule], bindingOf(occurrence), problem, moment),
  }));
  const fired = inFirstStage(candidates, before);
  const batch = prepareBatch(fired, before, machine);
  const states = new Map([...restatedBy(occurrence, machine, run, problem), ...batch.states]);
  const isAdjustment = machine.program.shareAdjustments.has(type.name);
  if (isAdjustment || hasChanges({ ...batch, states })) {
    const shares = run.sharesAt(before);
    run.advance(before.day, before.hasEnded, true, isAdjustment ? { ...shares, lost: { because: problem } } : shares);
    commitBatch({ ...batch, states }, before, journal);
  }
  commitFurtherStages(candidates, fired, machine, run, journal);
}

/** What follows the share is unknown where its ratio may have changed. */
function restatedBy({ type }: Occurrence, { program }: Machine, run: Run, value: Failure) {
  const adjustment = program.shareAdjustments.get(type.name);
  if (adjustment === undefined) return [];
  const { section } = adjustment;
  return [...run.states]
    .filter(([, { state, history }]) => state.isRestated && !(history.latest instanceof Failure))
    .map(([slot]) => [slot, { value, section }] as const);
}
