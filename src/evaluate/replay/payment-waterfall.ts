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
  for (const { value } of earlier.filter((it) => it.state === state)) {
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
  const payment: Payment = { posting, parts: [], leftOver: zero };
  const toStates: StateAddition[] = [];
  let left: Exact | Problem = isProblem(amount)
    ? amount
    : isUnlimited(amount)
      ? unlimitedAmount(change)
      : greater(zero, amount);
  for (const [index, target] of change.targets.entries()) {
    if (target.kind === "State") {
      const held = heldBy(target.state, [...earlier, ...toStates], before);
      const taken: Exact | Problem = isProblem(left)
        ? left
        : isProblem(held)
          ? held
          : greater(zero, lesser(left, held));
      toStates.push({ state: target.state, kind: "add", value: signed(taken, -1), section: change.section });
      if (!isProblem(taken))
        notePart(payment, {
          target,
          to: target.state,
          taken,
          ledgerBefore: undefined,
          ahead: zero,
          isInTurn: false,
          isLast: false,
        });
      left = isProblem(taken) || isProblem(left) ? taken : withinDigitLimit(subtract(left, taken));
      continue;
    }
    const entry = ledgerOf(target.account, ledgers, before);
    entry.sections.add(change.section);
    if (!isProblem(left)) {
      const isLast = index === change.targets.length - 1;
      const late = target.kind === "Due" && target.lateCharges !== undefined ? target.lateCharges : undefined;
      const charges = late === undefined ? undefined : ledgerOf(late, ledgers, before);
      charges?.sections.add(change.section);
      left = payTarget(entry, charges, left, { section: change.section, payment, target, isLast, before, machine });
    }
    if (isProblem(left)) entry.after = left;
  }
  payment.leftOver = isProblem(left) || isProblem(amount) ? zero : sign(amount) < 0 ? amount : left;
  return { toStates, payment };
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
