/** How a payment goes through its targets. */
import type { Exact } from "../../units/exact.ts";
import { add, greater, isUnlimited, sign, zero } from "../../units/exact.ts";
import type { Changed } from "../compile/changed-states.ts";
import { changedBy } from "../compile/changed-states.ts";
import type { CompiledPayment, CompiledTarget, Machine } from "../compile/machine.ts";
import { payDueInTurn } from "../ledger/payments.ts";
import type { Binding, Moment } from "../state/run.ts";
import { slotOf } from "../state/run.ts";
import { withinDigitLimit } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { LedgerChange, Payment } from "./account-changes.ts";
import { unlimitedAmount } from "./account-changes.ts";
import { payAmong } from "./payment-among.ts";
import type { Paying } from "./payment-parts.ts";
import { accountPaid, payInto, payState, record } from "./payment-parts.ts";
import type { PaymentToSpread } from "./posting-order.ts";
import type { StateAddition } from "./state-changes.ts";
import { figureHeld } from "./state-changes.ts";

/** What is left in a state after the payments of the batch that went to it before. */
function heldBy(slot: string, earlier: readonly StateAddition[], before: Moment): Exact | Problem {
  let held = figureHeld(slot, before);
  for (const { value } of earlier.filter((it) => it.slot === slot)) {
    if (isProblem(held)) return held;
    if (isProblem(value)) return value;
    held = withinDigitLimit(add(held, value));
  }
  return held;
}

/**
 * Spreads a payment over its targets in their order; what goes to a state comes back as a change of it. `earlier` are the
 * changes that other payments of the batch came back with.
 */
export function pay(
  posting: PaymentToSpread,
  earlier: readonly StateAddition[],
  ledgers: Map<string, LedgerChange>,
  before: Moment,
  machine: Machine,
): Spread {
  const { change, amount, step } = posting;
  const { compiled } = step;
  const { section } = change;
  const payment: Payment = { posting, parts: [], leftOver: zero };
  const toStates: StateAddition[] = [];
  const targets = compiled.kind === "ApplyPayment" ? compiled.targets.map((it) => ({ ...it, compiled })) : [];
  let left = payable(posting);
  for (const [index, it] of targets.entries()) {
    const { target } = it;
    const isLast = index === targets.length - 1;
    const paying = { section, payment, target, isLast, before, machine, ledgers, toStates };
    const held = (slot: string) => heldBy(slot, [...earlier, ...toStates], before);
    const paid = paidBy(it, it.compiled, step.binding, step.problem, before);
    if (it.of?.kind === "Each") left = payAmong(left, paid, { ...paying, held });
    else
      for (const { slot, problem } of paid) {
        // Without an event whose it would be, it takes nothing.
        if (slot !== undefined) left = payOne(slot, problem ?? left, { ...paying, held });
      }
  }
  payment.leftOver = isProblem(left) || isProblem(amount) ? zero : sign(amount) < 0 ? amount : left;
  return { toStates, payment };
}

/** The states or accounts to which a target is paid, as the run holds them. */
export function paidBy(
  { target, of }: CompiledTarget,
  { isOfHead }: CompiledPayment,
  binding: Binding | undefined,
  problem: Problem | undefined,
  moment: Moment,
): Changed[] {
  const isState = target.kind === "State";
  const what = isState
    ? ({ kind: "state", key: target.state } as const)
    : ({ kind: "account", key: target.account } as const);
  return changedBy({ ...what, of, isOfHead }, binding, problem, moment);
}

/** What a payment has to spread: nothing of a negative amount. */
function payable({ change, amount }: PaymentToSpread): Exact | Problem {
  if (isProblem(amount)) return amount;
  return isUnlimited(amount) ? unlimitedAmount(change) : greater(zero, amount);
}

function payOne(slot: string, left: Exact | Problem, paying: Paying): Exact | Problem {
  return paying.target.kind === "State" ? payState(slot, left, paying) : payAccount(slot, left, paying);
}

/** Gives what is left of the payment. What can't be determined stands on the account, too. */
function payAccount(slot: string, amount: Exact | Problem, paying: Paying): Exact | Problem {
  const entry = accountPaid(slot, paying);
  const left = isProblem(amount) ? amount : payTarget(entry, chargesOf(slot, paying), amount, paying);
  if (isProblem(left)) entry.after = left;
  return left;
}

function chargesOf(slot: string, paying: Paying): LedgerChange | undefined {
  const { target, before } = paying;
  if (target.kind !== "Due" || target.lateCharges === undefined) return undefined;
  return accountPaid(slotOf(target.lateCharges, before.run.accounts.get(slot)?.of), paying);
}

/** What a payment changes in states, and the money that moved nothing; what can't be determined is on the targets. */
export interface Spread {
  readonly toStates: readonly StateAddition[];
  readonly payment: Payment;
}

/** With late charges, each amount due is paid with what they accrued on it. Gives what is left of the amount. */
function payTarget(
  entry: LedgerChange,
  charges: LedgerChange | undefined,
  amount: Exact,
  paying: Paying,
): Exact | Problem {
  if (isProblem(entry.after)) return entry.after;
  const { before } = paying;
  let [ledger, left] = [entry.after, amount];
  if (charges !== undefined) {
    if (isProblem(charges.after)) return charges.after;
    // After each item all of both lists are looked through.
    before.run.spend((ledger.items.length * (ledger.items.length + charges.after.lots.length)) / 4);
    const { paid, along } = payDueInTurn(ledger, charges.after, left, before.day);
    ({ ledger, left } = paid);
    record(entry, paid, paying, { isInTurn: true });
    record(charges, along, paying, { isInTurn: true, isLateCharges: true });
  }
  const paid = payInto(entry.account, ledger, left, paying);
  record(entry, paid, paying, { isInTurn: false });
  return paid.left;
}
