/** How a payment goes through its targets. */
import type { PaymentTarget } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { add, greater, isUnlimited, isZero, lesser, sign, subtract, zero } from "../../units/exact.ts";
import type { Machine } from "../compile/machine.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Paid } from "../ledger/payments.ts";
import { payAll, payDue, payDueInTurn } from "../ledger/payments.ts";
import type { Moment } from "../state/run.ts";
import { withinDigitLimit } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { LedgerChange, Payment, PaymentPart } from "./account-changes.ts";
import { ledgerOf, unlimitedAmount } from "./account-changes.ts";
import { fallingDueToday } from "./falling-due.ts";
import type { PaymentToSpread } from "./posting-order.ts";
import type { StateAddition } from "./state-changes.ts";
import { figureHeld, signed } from "./state-changes.ts";

/** What is left in a state after the payments of the batch that went to it before. */
function heldBy(state: string, earlier: readonly StateAddition[], before: Moment): Exact | Problem {
  let held = figureHeld(state, before);
  for (const { value } of earlier.filter(({ slot }) => slot === state)) {
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
  const { change, amount } = posting;
  const { section, targets } = change;
  const payment: Payment = { posting, parts: [], leftOver: zero };
  const toStates: StateAddition[] = [];
  let left = payable(posting);
  for (const [index, target] of targets.entries()) {
    if (target.kind === "State") {
      const held = heldBy(target.state, [...earlier, ...toStates], before);
      const taken = takenFrom(left, held);
      toStates.push({ slot: target.state, kind: "add", value: signed(taken, -1), section });
      if (!isProblem(taken)) notePart(payment, { ...partOfState, target, to: target.state, taken });
      left = isProblem(taken) || isProblem(left) ? taken : withinDigitLimit(subtract(left, taken));
    } else {
      const isLast = index === targets.length - 1;
      left = payAccount(left, ledgers, { section, payment, target, isLast, before, machine });
    }
  }
  payment.leftOver = isProblem(left) || isProblem(amount) ? zero : sign(amount) < 0 ? amount : left;
  return { toStates, payment };
}

const partOfState = { ledgerBefore: undefined, ahead: zero, isInTurn: false, isLast: false } as const;

/** What a payment has to spread: nothing of a negative amount. */
function payable({ change, amount }: PaymentToSpread): Exact | Problem {
  if (isProblem(amount)) return amount;
  return isUnlimited(amount) ? unlimitedAmount(change) : greater(zero, amount);
}

/** A state is reduced by what is paid into it, to zero at most. */
function takenFrom(left: Exact | Problem, held: Exact | Problem): Exact | Problem {
  if (isProblem(left)) return left;
  return isProblem(held) ? held : greater(zero, lesser(left, held));
}

/** Gives what is left of the payment. What can't be determined stands on the account, too. */
function payAccount(amount: Exact | Problem, ledgers: Map<string, LedgerChange>, paying: Paying): Exact | Problem {
  const { target, section, before } = paying;
  const entry = ledgerOf(target.account, ledgers, before);
  entry.sections.add(section);
  const left = isProblem(amount) ? amount : payTarget(entry, chargesOf(paying, ledgers), amount, paying);
  if (isProblem(left)) entry.after = left;
  return left;
}

function chargesOf({ target, section, before }: Paying, ledgers: Map<string, LedgerChange>): LedgerChange | undefined {
  if (target.kind !== "Due" || target.lateCharges === undefined) return undefined;
  const charges = ledgerOf(target.lateCharges, ledgers, before);
  charges.sections.add(section);
  return charges;
}

/** What a payment changes in states, and the money that moved nothing; what can't be determined is on the targets. */
export interface Spread {
  readonly toStates: readonly StateAddition[];
  readonly payment: Payment;
}

interface Paying {
  readonly section: string;
  readonly payment: Payment;
  readonly target: Exclude<PaymentTarget, { kind: "State" }>;
  readonly isLast: boolean;
  readonly before: Moment;
  readonly machine: Machine;
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
    record(entry, paid, paying, true);
    record(charges, along, paying, true);
  }
  const paid = payInto(ledger, left, paying);
  record(entry, paid, paying, false);
  return paid.left;
}

function record(entry: LedgerChange, { ledger, taken }: Paid, paying: Paying, isInTurn: boolean): void {
  const { payment, section, target, isLast } = paying;
  const before = entry.after;
  entry.after = ledger;
  if (isZero(taken) || isProblem(before)) return;
  const ahead = withinDigitLimit(subtract(ledger.prepaid, before.prepaid));
  const to = entry.account;
  const made = notePart(payment, { target, to, taken, ledgerBefore: before, ahead, isInTurn, isLast });
  entry.steps.push({ made, before, after: ledger });
  entry.postings.push({ verb: "payment", amount: taken, section });
}

function notePart(payment: Payment, part: Omit<PaymentPart, "kind" | "payment" | "index">): PaymentPart {
  const made: PaymentPart = { ...part, kind: "PaymentPart", payment, index: payment.parts.length };
  payment.parts.push(made);
  return made;
}

function payInto(ledger: Ledger, amount: Exact, { target, isLast, before, machine }: Paying) {
  if (isZero(amount)) return { ledger, taken: zero, left: amount };
  const falling = fallingDueToday(target.account, before, machine);
  if (target.kind === "Account") return payAll(ledger, amount, before.day, falling, isLast);
  return payDue(ledger, amount, before.day, falling);
}
