/**
 * One batch of changes: everything that one event, one calendar day or one round of edges changes. All values are read
 * in the state before; then all changes are made together, and a new point begins. The order in which rules are
 * written never matters: additions to a state add up, and whatever else meets on one state is a conflict.
 */
import { entryIn } from "../../base/entry-in.ts";
import type { CoreProgram, State, Value } from "../../core/core.ts";
import { compare, isZero } from "../../units/exact.ts";
import { baseOf, ledgerAt, postedAt } from "../compile/account-ledgers.ts";
import type { Changed } from "../compile/changed-states.ts";
import { changedAccounts, changedStates } from "../compile/changed-states.ts";
import type { CompiledChange, CompiledRule, Machine } from "../compile/machine.ts";
import { stepsToChangeAll } from "../ledger/ledger.ts";
import { unpaid } from "../ledger/measures.ts";
import { asBatchBegins, detach } from "../ledger/postings.ts";
import type { Binding, Moment, Run } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Failure, isProblem, unknownSince } from "../values/problem.ts";
import type { LedgerChange, LeftOver, Payment } from "./account-changes.ts";
import { post } from "./account-changes.ts";
import type { Batch } from "./batch-made.ts";
import type { Journal } from "./journal.ts";
import { paidBy, pay } from "./payment-waterfall.ts";
import { inOrderOfPosting, postingOf } from "./posting-order.ts";
import type { StateAddition } from "./state-changes.ts";
import { newStates, stateChange } from "./state-changes.ts";
import { Step } from "./step.ts";

/** A rule that fires, for the occurrence that made it, and why it can't be determined where its condition cannot. */
export interface Firing {
  readonly rule: CompiledRule;
  readonly binding: Binding | undefined;
  readonly problem: Problem | undefined;
  /** When it was found to fire. */
  readonly at: Moment;
}

/** Gives a value of a state in the shares of the point at which it is recorded. */
export type Restating = (state: State, value: Value | Problem) => Value | Problem;

/** Which of the rules fire at a moment; a condition that is unknown fires as a problem. */
export function firings(rules: readonly CompiledRule[], binding: Binding | undefined, moment: Moment): Firing[] {
  return rules.flatMap((rule): Firing[] => {
    const holds = rule.condition === undefined || rule.condition(moment, binding);
    if (isProblem(holds)) return [{ rule, binding, problem: holds, at: moment }];
    return holds === true ? [{ rule, binding, problem: undefined, at: moment }] : [];
  });
}

/** What rules would change that may have fired: from today on it is unknown. What is unknown already stays as it is. */
export function mayFire(
  rules: readonly CompiledRule[],
  binding: Binding | undefined,
  because: Failure,
  moment: Moment,
): Firing[] {
  const open = rules.filter((rule) => isOpen(rule, binding, because, moment));
  const problem = unknownSince(moment.day, because);
  return firings(open, binding, moment).map((firing) => ({ ...firing, problem }));
}

/** Whether something that a rule changes, or may change as `because` says, is known. */
export function isOpen(
  { changes }: CompiledRule,
  binding: Binding | undefined,
  because: Failure | undefined,
  moment: Moment,
): boolean {
  return changes.some((it) => !isUnknown(it, binding, because, moment));
}

function isUnknown(
  compiled: CompiledChange,
  binding: Binding | undefined,
  because: Failure | undefined,
  moment: Moment,
): boolean {
  const isFailed = ({ slot }: Changed) => slot === undefined || postedAt(slot, moment) instanceof Failure;
  const isUnset = ({ slot }: Changed) =>
    slot === undefined || entryIn(moment.run.states, slot).history.latest instanceof Failure;
  if (compiled.kind === "AccountPosting") return changedAccounts(compiled, binding, because, moment).every(isFailed);
  if (compiled.kind !== "ApplyPayment") return changedStates(compiled, binding, because, moment).every(isUnset);
  return compiled.targets.every((it) =>
    paidBy(it, compiled, binding, because, moment).every(it.target.kind === "State" ? isUnset : isFailed),
  );
}

/** Rules that fire as the first of their changes is to be made, or may. */
export interface Candidate {
  readonly rule: CompiledRule;
  readonly fire: (moment: Moment) => readonly Firing[];
}

/** Those that fire in the first stage, with what they change in it. */
export function inFirstStage(candidates: readonly Candidate[], moment: Moment): Firing[] {
  return candidates.flatMap(({ rule, fire }) => (rule.stages.first === 0 ? fire(moment) : []));
}

/**
 * Makes the changes of the stages behind the first, each from the state that those before it leave. `fired` are those that
 * fired in the first.
 */
export function commitFurtherStages(
  candidates: readonly Candidate[],
  fired: readonly Firing[],
  machine: Machine,
  run: Run,
  journal: Journal,
): void {
  const last = candidates.reduce((latest, { rule }) => Math.max(latest, rule.stages.last), 0);
  const underWay = [...fired];
  for (let stage = 1; stage <= last; stage += 1) {
    const before = run.now;
    for (const { rule, fire } of candidates) if (rule.stages.first === stage) underWay.push(...fire(before));
    const batch = prepareBatch(underWay, before, machine, stage);
    if (!hasChanges(batch)) continue;
    run.advance(before.day, before.hasEnded, true);
    commitBatch(batch, before, journal);
  }
}

export function prepareBatch(fired: readonly Firing[], before: Moment, machine: Machine, stage = 0): Batch {
  const steps = fired.flatMap((firing) =>
    changesIn(firing.rule, stage).flatMap((compiled) => stepsOf(compiled, firing, before)),
  );
  const ledgers = new Map<string, LedgerChange>();
  const additions: StateAddition[] = [];
  const payments: Payment[] = [];
  const leftOver: LeftOver[] = [];
  for (const posting of steps.flatMap((step) => postingOf(step, before)).toSorted(inOrderOfPosting)) {
    if (posting.kind === "ApplyPayment") {
      const spread = pay(posting, additions, ledgers, before, machine);
      additions.push(...spread.toStates);
      payments.push(spread.payment);
      leftOver.push(leftOverOf(spread.payment, before.run.program));
    } else leftOver.push(...post(posting, ledgers, before));
  }
  const changes = [...steps.flatMap((step) => stateChange(step, before)), ...additions];
  return { states: newStates(changes, before), ledgers, steps, payments, leftOver };
}

function stepsOf(compiled: CompiledChange, { rule, binding, problem, at }: Firing, before: Moment): Step[] {
  const expr = rule.condition && rule.rule.condition;
  const condition = expr && { expr, binding, at };
  if (compiled.kind === "ApplyPayment") return [new Step(compiled, { slot: undefined, binding, problem }, condition)];
  const changed =
    compiled.kind === "AccountPosting"
      ? changedAccounts(compiled, binding, problem, before)
      : changedStates(compiled, binding, problem, before);
  return changed.map((it) => new Step(compiled, it, condition));
}

function changesIn({ changes, stages }: CompiledRule, stage: number): readonly CompiledChange[] {
  if (stages.first === stages.last) return stages.first === stage ? changes : [];
  return changes.filter(({ change }) => (change.stage ?? 0) === stage);
}

/** Makes the changes at the latest point, and records them; `restated` gives a state's value in the shares of that point. */
export function commitBatch(
  batch: Batch,
  before: Moment,
  journal: Journal,
  restated: Restating = (_, value) => value,
): void {
  const { states, ledgers, steps, leftOver } = batch;
  const { run } = before;
  const { now } = run;
  journal.batch(batch, before, now);
  for (const { held, value, section } of byStateAndEvent(states, run)) {
    const old = held.history.latest;
    const becomes = restated(held.state, value);
    held.history.record(now.point, becomes);
    journal.state(held, old, becomes, section, now);
  }
  for (const { held, change } of byAccountAndEvent(ledgers, run)) {
    entryIn(run.ledgers, held.slot).record(now.point, change.after);
    journal.account(held, change, now);
  }
  for (const step of steps) {
    if (step.isOfNothing && step.problem) journal.unchanged(step.compiled.change, step.problem, now);
  }
  for (const { section, ...fact } of leftOver) {
    if (!isZero(fact.amount)) journal.leftOver({ kind: "AmountLeftOver", ...fact }, section, now);
  }
  detachAll(ledgers, before);
}

/** Of states that events have, in the order in which these are listed. */
function byStateAndEvent(states: Batch["states"], run: Run) {
  return [...states]
    .map(([slot, change]) => ({ ...change, held: entryIn(run.states, slot) }))
    .sort(({ held: a }, { held: b }) => {
      if (a.state.key !== b.state.key) return a.state.key < b.state.key ? -1 : 1;
      return (a.of?.index ?? 0) - (b.of?.index ?? 0);
    });
}

/** The same of accounts. */
function byAccountAndEvent(ledgers: Batch["ledgers"], run: Run) {
  return [...ledgers]
    .map(([slot, change]) => ({ change, held: entryIn(run.accounts, slot) }))
    .sort(({ held: a }, { held: b }) => {
      if (a.account.key !== b.account.key) return a.account.key < b.account.key ? -1 : 1;
      return (a.of?.index ?? 0) - (b.of?.index ?? 0);
    });
}

function leftOverOf({ leftOver: amount, posting }: Payment, { accounts }: CoreProgram): LeftOver {
  const { section, targets, amount: paid } = posting.change;
  const [key] = targets.flatMap((target) => (target.kind === "State" ? [] : [target.account]));
  const account = key === undefined ? undefined : entryIn(accounts, key).name;
  return { of: "payment", amount, type: paid.type, account, key, section };
}

/** Where what an account accrues on became less, what had accrued on the part that went is attached to nothing. */
function detachAll(ledgers: ReadonlyMap<string, LedgerChange>, before: Moment): void {
  const { run } = before;
  for (const [slot, { account }] of run.accounts) {
    if (account.accrual?.onEach !== undefined) continue;
    const original = ledgerAt(slot, before);
    const ledger = ledgers.get(slot)?.after ?? (isProblem(original) ? original : asBatchBegins(original));
    if (isProblem(ledger) || isProblem(original) || isZero(unpaid(ledger))) continue;
    const [was, is] = [baseOf(slot, before), baseOf(slot, run.now)];
    if (isProblem(was) || isProblem(is) || compare(is, was) >= 0) continue;
    run.spend(stepsToChangeAll(ledger), account.span);
    entryIn(run.ledgers, slot).record(run.now.point, detach(ledger, was, is));
  }
}

export function hasChanges({ states, ledgers }: Pick<Batch, "states" | "ledgers">): boolean {
  return states.size > 0 || ledgers.size > 0;
}
