/** How a payment goes through its targets. */
import type { ApplyPayment, PaymentTarget } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { add, greater, isUnlimited, isZero, lesser, subtract, zero } from "../../units/exact.ts";
import type { Machine } from "../compile/machine.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { payAll, payDue, payDueInTurn } from "../ledger/payments.ts";
import type { Evaluation, Moment } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { LedgerChange } from "./account-changes.ts";
import { ledgerOf, unlimitedAmount } from "./account-changes.ts";
import type { PostingFact } from "./journal-facts.ts";
import type { Posting } from "./posting-order.ts";
import type { StateChange } from "./state-changes.ts";
import { signed } from "./state-changes.ts";

/** What is left in a state after the payments of the batch that went to it before. */
function heldBy(state: string, earlier: readonly StateChange[], before: Moment): Evaluation {
  let held = before.run.states.get(state)?.latest as Evaluation;
  for (const { value } of earlier.filter((it) => it.state === state)) {
    if (isProblem(held)) return held;
    if (isProblem(value)) return value;
    held = add(held as Exact, value as Exact) as Exact;
  }
  return held;
}

/**
 * Spreads a payment over its targets in their order; what goes to a state comes back as a change of it. `earlier` are the
 * changes that other payments of the batch came back with.
 */
export function pay(
  posting: Posting,
  change: ApplyPayment,
  earlier: readonly StateChange[],
  ledgers: Map<string, LedgerChange>,
  before: Moment,
  machine: Machine,
): Spread {
  const amount = posting.amount as Evaluation;
  const toStates: StateChange[] = [];
  let left: Evaluation = isProblem(amount)
    ? amount
    : isUnlimited(amount as Exact)
      ? unlimitedAmount(change)
      : greater(zero, amount as Exact);
  for (const [index, target] of change.targets.entries()) {
    if (target.kind === "State") {
      const held = heldBy(target.state, [...earlier, ...toStates], before);
      const taken: Evaluation = isProblem(left)
        ? left
        : isProblem(held)
          ? held
          : greater(zero, lesser(left as Exact, held as Exact));
      toStates.push({ state: target.state, kind: "add", value: signed(taken, -1), section: change.section });
      left = isProblem(taken) ? taken : (subtract(left as Exact, taken as Exact) as Exact);
      continue;
    }
    const entry = ledgerOf(target.account, ledgers, before);
    entry.sections.add(change.section);
    if (isProblem(left)) entry.after = left;
    if (isProblem(entry.after)) {
      left = entry.after;
      continue;
    }
    if (target.kind === "Due" && target.lateCharges !== undefined) {
      left = payInTurn(entry, target.lateCharges, left as Exact, change.section, ledgers, before);
      if (isProblem(left)) continue;
    }
    const paid = payInto(
      entry.after as Ledger,
      left as Exact,
      target,
      index === change.targets.length - 1,
      before,
      machine,
    );
    entry.after = paid.ledger;
    left = paid.left;
    if (!isZero(paid.taken)) entry.postings.push(payment(paid.taken, change.section));
  }
  return { toStates, leftOver: isProblem(left) ? zero : (left as Exact) };
}

/** What a payment changes in states, and the money that found no target; what can't be determined is on the targets. */
export interface Spread {
  readonly toStates: readonly StateChange[];
  readonly leftOver: Exact;
}

const payment = (amount: Exact, section: string): PostingFact => ({ verb: "payment", amount, section });

/** Pays each amount due and what its late charges accrued on it; gives what is left. */
function payInTurn(
  entry: LedgerChange,
  lateCharges: string,
  amount: Exact,
  section: string,
  ledgers: Map<string, LedgerChange>,
  before: Moment,
): Exact | Problem {
  const other = ledgerOf(lateCharges, ledgers, before);
  other.sections.add(section);
  if (isProblem(other.after)) {
    entry.after = other.after;
    return other.after;
  }
  const { paid, along } = payDueInTurn(entry.after as Ledger, other.after, amount, before.day);
  entry.after = paid.ledger;
  other.after = along.ledger;
  if (!isZero(paid.taken)) entry.postings.push(payment(paid.taken, section));
  if (!isZero(along.taken)) other.postings.push(payment(along.taken, section));
  return paid.left;
}

function payInto(
  ledger: Ledger,
  amount: Exact,
  target: Exclude<PaymentTarget, { kind: "State" }>,
  isLast: boolean,
  before: Moment,
  machine: Machine,
) {
  if (isZero(amount)) return { ledger, taken: zero, left: amount };
  if (target.kind === "Account") return payAll(ledger, amount, before.day, isLast);
  return payDue(ledger, amount, before.day, fallsDueToday(target.account, before, machine));
}

/** For a payment, what falls due on its day counts as due already. */
function fallsDueToday(account: string, moment: Moment, machine: Machine): boolean {
  return machine.calendarRules.some(({ changes, date, condition }) => {
    const moves = changes.some(
      ({ change }) =>
        change.kind === "AccountPosting" &&
        change.account === account &&
        change.verb === "fall due" &&
        change.monthOf === undefined,
    );
    if (!moves || date(moment, undefined) !== moment.day) return false;
    return condition === undefined || condition(moment, undefined) === true;
  });
}
