/**
 * One batch of changes: everything that one event, one calendar day or one round of edges changes. All values are read
 * in the state before; then all changes are made together, and a new point begins. The order in which rules are
 * written never matters: additions to a state add up, and whatever else meets on one state is a conflict.
 */
import type { AccountPosting, ApplyPayment, Pot, State } from "../core/core.ts";
import type { Exact } from "../units/exact.ts";
import { add, compare, greater, isUnlimited, isZero, lesser, negate, subtract, zero } from "../units/exact.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { firstOfMonth } from "../units/plain-date.ts";
import { baseOf, ledgerAt } from "./accounts.ts";
import type { Code } from "./compile.ts";
import type { Journal } from "./journal.ts";
import type { Ledger } from "./ledger.ts";
import {
  asBatchBegins,
  bringForward,
  charge,
  clear,
  convert,
  detach,
  fallDue,
  fallDueInPart,
  payAll,
  payDue,
  payDueInTurn,
  unpaid,
  waive,
} from "./ledger.ts";
import type { CompiledChange, CompiledRule, Machine } from "./machine.ts";
import type { Problem } from "./problem.ts";
import { Absent, Failure, isProblem } from "./problem.ts";
import type { Binding, Moment, Result } from "./run.ts";

/** A rule that fires, for the occurrence that made it, and why it cannot be told where its condition cannot. */
export interface Firing {
  readonly rule: CompiledRule;
  readonly binding: Binding | undefined;
  readonly problem: Problem | undefined;
}

/** Everything a batch found out in the state before, ready to be made. */
export interface Batch {
  readonly states: ReadonlyMap<string, { readonly value: Result; readonly section: string }>;
  readonly ledgers: ReadonlyMap<string, LedgerChange>;
}
interface LedgerChange {
  readonly before: Ledger | Problem;
  after: Ledger | Problem;
  readonly sections: Set<string>;
  readonly texts: string[];
}

/** Which of the rules fire at a moment; a condition that cannot be told fires as a problem. */
export function firings(rules: readonly CompiledRule[], binding: Binding | undefined, moment: Moment): Firing[] {
  return rules.flatMap((rule): Firing[] => {
    const holds = rule.condition === undefined || rule.condition(moment, binding);
    if (isProblem(holds)) return [{ rule, binding, problem: holds }];
    return holds === true ? [{ rule, binding, problem: undefined }] : [];
  });
}

export function prepareBatch(fired: readonly Firing[], before: Moment, machine: Machine): Batch {
  const steps = fired.flatMap(({ rule, binding, problem }) =>
    rule.changes.map((compiled) => new Step(compiled, binding, problem)),
  );
  const ledgers = new Map<string, LedgerChange>();
  const additions: StateChange[] = [];
  for (const posting of steps.flatMap((step) => postingOf(step, before)).toSorted(inOrderOfPosting)) {
    const { change } = posting;
    if (change.kind === "ApplyPayment") additions.push(...pay(posting, change, additions, ledgers, before, machine));
    else post(posting, change, ledgers, before);
  }
  return { states: newStates([...steps.flatMap((step) => stateChange(step, before)), ...additions], before), ledgers };
}

/** Makes the changes at the latest point, and writes them down; `told` tells a state's value in the shares of that point. */
export function commitBatch(
  { states, ledgers }: Batch,
  before: Moment,
  journal: Journal,
  told: (state: State, value: Result) => Result = (_, value) => value,
): void {
  const { run } = before;
  const { now } = run;
  for (const name of [...states.keys()].sort()) {
    const { value, section } = states.get(name) as { value: Result; section: string };
    const state = run.program.states.get(name) as State;
    const old = run.states.get(name)?.latest;
    const becomes = told(state, value);
    run.states.get(name)?.record(now.point, becomes as Exact);
    journal.state(state, old, becomes, section, now);
  }
  for (const name of [...ledgers.keys()].sort()) {
    const change = ledgers.get(name) as LedgerChange;
    run.ledgers.get(name)?.record(now.point, change.after);
    journal.account(name, change, now);
  }
  detachAll(ledgers, before);
}

/** Where what an account accrues on became less, what had accrued on the part that went is attached to nothing. */
function detachAll(ledgers: ReadonlyMap<string, LedgerChange>, before: Moment): void {
  const { run } = before;
  for (const [name, { account }] of run.accounts) {
    if (account.accrual === undefined || account.accrual.onEach !== undefined) continue;
    const original = ledgerAt(name, before);
    const ledger = ledgers.get(name)?.after ?? (isProblem(original) ? original : asBatchBegins(original));
    if (isProblem(ledger) || isProblem(original) || isZero(unpaid(ledger))) continue;
    const [was, is] = [baseOf(name, before), baseOf(name, run.now)];
    if (isProblem(was) || isProblem(is) || compare(is, was) >= 0) continue;
    run.ledgers.get(name)?.record(run.now.point, detach(ledger, was, is));
  }
}

class Step {
  readonly compiled: CompiledChange;
  readonly binding: Binding | undefined;
  readonly problem: Problem | undefined;
  constructor(compiled: CompiledChange, binding: Binding | undefined, problem: Problem | undefined) {
    this.compiled = compiled;
    this.binding = binding;
    this.problem = problem;
  }

  /** One of the change's expressions in the state before; undefined where it has no such part. */
  read(code: Code | undefined, before: Moment): Result | undefined {
    return this.problem ?? code?.(before, this.binding);
  }
}

/** A change of accounts, with its parts as they were in the state before. */
interface Posting {
  readonly change: AccountPosting | ApplyPayment;
  readonly problem: Problem | undefined;
  readonly rank: number;
  readonly amount: Result | undefined;
  readonly dueOn: Result | undefined;
  readonly payableOn: Result | undefined;
  readonly monthOf: Result | undefined;
}

function postingOf(step: Step, before: Moment): Posting[] {
  const { change, value, dueOn, payableOn, monthOf } = step.compiled;
  if (change.kind !== "AccountPosting" && change.kind !== "ApplyPayment") return [];
  return [
    {
      change,
      problem: step.problem,
      rank: ranks.indexOf(change.kind === "AccountPosting" ? verbOf(change) : "apply"),
      amount: step.read(value, before),
      dueOn: step.read(dueOn, before),
      payableOn: step.read(payableOn, before),
      monthOf: step.read(monthOf, before),
    },
  ];
}

const ranks = ["waive", "convert", "charge", "fall due in part", "fall due", "apply", "clear"];

/** A part falls due before the rest does. */
const verbOf = ({ verb, amount }: AccountPosting) => (verb === "fall due" && amount ? "fall due in part" : verb);

/**
 * By verb; of one verb, what is of one month before what is of all of them, then by the dates and the amount. Only what is
 * alike in all of these stays in the order of its sections: names have no say in it.
 */
function inOrderOfPosting(a: Posting, b: Posting): number {
  return (
    a.rank - b.rank ||
    monthOf(a) - monthOf(b) ||
    dayOf(a.dueOn) - dayOf(b.dueOn) ||
    dayOf(a.payableOn) - dayOf(b.payableOn) ||
    byAmount(a.amount, b.amount)
  );
}

/** Two days of one month name the same month. */
const monthOf = (posting: Posting): number =>
  typeof posting.monthOf === "number" ? firstOfMonth(posting.monthOf as PlainDate) : dayOf(undefined);

/** What names no date comes after what does. */
const dayOf = (value: Result | undefined): number => (typeof value === "number" ? value : Number.MAX_SAFE_INTEGER);

function byAmount(a: Result | undefined, b: Result | undefined): number {
  return typeof a === "object" && typeof b === "object" && !isProblem(a) && !isProblem(b)
    ? compare(a as Exact, b as Exact)
    : 0;
}

// ---------------------------------------------------------------- states

interface StateChange {
  readonly state: string;
  readonly kind: "set" | "add";
  readonly value: Result;
  readonly section: string;
}

function stateChange(step: Step, before: Moment): StateChange[] {
  const { change, value } = step.compiled;
  switch (change.kind) {
    case "SetState":
      return [{ ...changeOf(change), kind: "set", value: step.read(value, before) as Result }];
    case "ClearState":
      return [
        {
          ...changeOf(change),
          kind: "set",
          value: step.problem ?? new Absent(`${change.state} is not set`, change.section),
        },
      ];
    case "AddToState":
      return [{ ...changeOf(change), kind: "add", value: signed(step.read(value, before) as Result, change.sign) }];
    default:
      return [];
  }
}

const changeOf = ({ state, section }: { state: string; section: string }) => ({ state, section });

function signed(value: Result, sign: 1 | -1): Result {
  if (isProblem(value) || sign === 1) return value;
  return negate(value as Exact) ?? new Failure("undefined", "an unlimited amount cannot be taken away");
}

function newStates(changes: readonly StateChange[], before: Moment): Batch["states"] {
  const byState = Map.groupBy(changes, ({ state }) => state);
  return new Map(
    [...byState].map(([state, list]) => {
      const section = [...new Set(list.map((change) => change.section))].sort().join(", ");
      return [state, { value: newValue(state, list, before), section }];
    }),
  );
}

function newValue(state: string, changes: readonly StateChange[], { run }: Moment): Result {
  const sets = changes.filter(({ kind }) => kind === "set");
  const adds = changes.filter(({ kind }) => kind === "add");
  if (sets.length > 1 || (sets.length === 1 && adds.length > 0)) {
    const sections = [...new Set(changes.map(({ section }) => section))].sort().join(" and ");
    return new Failure("conflict", `${state} is set by more than one clause at once (${sections})`);
  }
  const only = sets[0];
  if (only !== undefined) return only.value;
  let value = run.states.get(state)?.latest as Result;
  for (const { value: part } of adds) {
    if (isProblem(value)) return value;
    if (isProblem(part)) return part;
    value =
      add(value as Exact, part as Exact) ?? new Failure("undefined", `${state} would be unlimited less an amount`);
  }
  return value;
}

// ---------------------------------------------------------------- accounts

function ledgerOf(account: string, ledgers: Map<string, LedgerChange>, before: Moment): LedgerChange {
  const known = ledgers.get(account);
  if (known !== undefined) return known;
  const ledger = ledgerAt(account, before);
  const after = isProblem(ledger) ? ledger : asBatchBegins(ledger);
  const change: LedgerChange = { before: ledger, after, sections: new Set(), texts: [] };
  ledgers.set(account, change);
  return change;
}

function post(posting: Posting, change: AccountPosting, ledgers: Map<string, LedgerChange>, before: Moment): void {
  const entry = ledgerOf(change.account, ledgers, before);
  entry.sections.add(change.section);
  if (isProblem(entry.after)) return;
  const parts = [posting.amount, posting.dueOn, posting.payableOn, posting.monthOf];
  const problem = posting.problem ?? parts.find(isProblem);
  if (problem !== undefined) {
    entry.after = problem;
    return;
  }
  const [amount, dueOn, payableOn, monthOf] = parts as [Exact?, PlainDate?, PlainDate?, PlainDate?];
  if (amount !== undefined && isUnlimited(amount)) {
    entry.after = unlimitedAmount(change);
    return;
  }
  const month = monthOf === undefined ? undefined : firstOfMonth(monthOf);
  const due = dueOn ?? payableOn ?? before.day;
  const dates = { dueOn: due, payableOn: payableOn ?? due };
  switch (change.verb) {
    case "waive":
      entry.after = waive(entry.after, month);
      break;
    case "fall due":
      if (amount !== undefined) entry.after = fallDueInPart(entry.after, amount, dates);
      else entry.after = fallDue(change.inFull ? bringForward(entry.after, dates) : entry.after, dates, month);
      break;
    case "charge":
      entry.after = charge(entry.after, amount as Exact, dates);
      break;
    case "convert":
      entry.after = convert(entry.after, amount as Exact);
      break;
    case "clear":
      entry.after = clear(entry.after);
      break;
  }
  // A posting of nothing is no news.
  if (amount === undefined || !isZero(amount)) entry.texts.push(change.verb);
}

function unlimitedAmount({ section }: AccountPosting | ApplyPayment): Failure {
  return new Failure("undefined", `an unlimited amount cannot be posted (${section})`);
}

/** What is left in a state after the payments of the batch that went to it before. */
function heldBy(state: string, earlier: readonly StateChange[], before: Moment): Result {
  let held = before.run.states.get(state)?.latest as Result;
  for (const { value } of earlier.filter((it) => it.state === state)) {
    if (isProblem(held)) return held;
    if (isProblem(value)) return value;
    held = add(held as Exact, value as Exact) as Exact;
  }
  return held;
}

/**
 * Spreads a payment over its pots in their order; what goes to a state comes back as a change of it. `earlier` are the
 * changes that other payments of the batch came back with.
 */
function pay(
  posting: Posting,
  change: ApplyPayment,
  earlier: readonly StateChange[],
  ledgers: Map<string, LedgerChange>,
  before: Moment,
  machine: Machine,
): StateChange[] {
  const amount = posting.amount as Result;
  const toStates: StateChange[] = [];
  let left: Result = isProblem(amount)
    ? amount
    : isUnlimited(amount as Exact)
      ? unlimitedAmount(change)
      : greater(zero, amount as Exact);
  for (const [index, pot] of change.pots.entries()) {
    if (pot.kind === "State") {
      const held = heldBy(pot.state, [...earlier, ...toStates], before);
      const taken: Result = isProblem(left)
        ? left
        : isProblem(held)
          ? held
          : greater(zero, lesser(left as Exact, held as Exact));
      toStates.push({ state: pot.state, kind: "add", value: signed(taken, -1), section: change.section });
      left = isProblem(taken) ? taken : (subtract(left as Exact, taken as Exact) as Exact);
      continue;
    }
    const entry = ledgerOf(pot.account, ledgers, before);
    entry.sections.add(change.section);
    if (isProblem(left)) entry.after = left;
    if (isProblem(entry.after)) {
      left = entry.after;
      continue;
    }
    if (pot.kind === "Due" && pot.companion !== undefined) {
      left = payInTurn(entry, pot.companion, left as Exact, change.section, ledgers, before);
      if (isProblem(left)) continue;
    }
    const paid = payInto(entry.after as Ledger, left as Exact, pot, index === change.pots.length - 1, before, machine);
    entry.after = paid.ledger;
    left = paid.left;
    if (!isZero(paid.taken)) entry.texts.push("payment");
  }
  return toStates;
}

/** Pays each amount due and what the companion accrued on it; gives what is left. */
function payInTurn(
  entry: LedgerChange,
  companion: string,
  amount: Exact,
  section: string,
  ledgers: Map<string, LedgerChange>,
  before: Moment,
): Exact | Problem {
  const other = ledgerOf(companion, ledgers, before);
  other.sections.add(section);
  if (isProblem(other.after)) {
    entry.after = other.after;
    return other.after;
  }
  const { paid, along } = payDueInTurn(entry.after as Ledger, other.after, amount, before.day);
  entry.after = paid.ledger;
  other.after = along.ledger;
  if (!isZero(paid.taken)) entry.texts.push("payment");
  if (!isZero(along.taken)) other.texts.push("payment");
  return paid.left;
}

function payInto(
  ledger: Ledger,
  amount: Exact,
  pot: Exclude<Pot, { kind: "State" }>,
  isLast: boolean,
  before: Moment,
  machine: Machine,
) {
  if (isZero(amount)) return { ledger, taken: zero, left: amount };
  if (pot.kind === "Account") return payAll(ledger, amount, before.day, isLast);
  return payDue(ledger, amount, before.day, fallsDueToday(pot.account, before, machine));
}

/** For a payment, what falls due on its day counts as due already. */
function fallsDueToday(account: string, moment: Moment, machine: Machine): boolean {
  return machine.calendarRules.some(({ changes, test, condition }) => {
    const moves = changes.some(
      ({ change }) =>
        change.kind === "AccountPosting" &&
        change.account === account &&
        change.verb === "fall due" &&
        change.monthOf === undefined,
    );
    if (!moves || (test as Code)(moment, undefined) !== moment.day) return false;
    return condition === undefined || condition(moment, undefined) === true;
  });
}

export function hasChanges({ states, ledgers }: Batch): boolean {
  return states.size > 0 || ledgers.size > 0;
}

export type { LedgerChange };
