/** What a payment does to one account or state that it comes to. */
import type { PaymentTarget } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { greater, isZero, lesser, subtract, zero } from "../../units/exact.ts";
import type { Machine } from "../compile/machine.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Paid } from "../ledger/payments.ts";
import { payAll, payDue } from "../ledger/payments.ts";
import type { Moment } from "../state/run.ts";
import { withinDigitLimit } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { LedgerChange, Payment, PaymentPart } from "./account-changes.ts";
import { ledgerOf } from "./account-changes.ts";
import { fallingDueToday } from "./falling-due.ts";
import type { StateAddition } from "./state-changes.ts";
import { signed } from "./state-changes.ts";

export interface Paying {
  readonly section: string;
  readonly payment: Payment;
  readonly target: PaymentTarget;
  readonly isLast: boolean;
  readonly before: Moment;
  readonly machine: Machine;
  readonly ledgers: Map<string, LedgerChange>;
  readonly toStates: StateAddition[];
  /** What is left in a state. */
  readonly held: (slot: string) => Exact | Problem;
}

export function payState(slot: string, left: Exact | Problem, paying: Paying): Exact | Problem {
  const { payment, target, section, toStates } = paying;
  const taken = takenFrom(left, paying.held(slot));
  toStates.push({ slot, kind: "add", value: signed(taken, -1), section });
  if (!isProblem(taken)) notePart(payment, { ...partOfState, target, to: slot, taken });
  return isProblem(taken) || isProblem(left) ? taken : withinDigitLimit(subtract(left, taken));
}

export const partOfState = { ledgerBefore: undefined, ahead: zero, isInTurn: false, isLast: false } as const;

/** A state is reduced by what is paid into it, to zero at most. */
function takenFrom(left: Exact | Problem, held: Exact | Problem): Exact | Problem {
  if (isProblem(left)) return left;
  return isProblem(held) ? held : greater(zero, lesser(left, held));
}

/** An account as the batch has it so far, of which the payment's clause says something. */
export function accountPaid(slot: string, { section, ledgers, before }: Paying): LedgerChange {
  const entry = ledgerOf(slot, ledgers, before);
  entry.sections.add(section);
  return entry;
}

/** Notes what an account took, and what it is then. */
export function record(
  entry: LedgerChange,
  { ledger, taken }: Paid,
  paying: Paying,
  how: Pick<PaymentPart, "isInTurn" | "isLateCharges" | "among">,
): void {
  const { payment, section, target, isLast } = paying;
  const before = entry.after;
  entry.after = ledger;
  if (isZero(taken) || isProblem(before)) return;
  const ahead = withinDigitLimit(subtract(ledger.prepaid, before.prepaid));
  const to = entry.account;
  const made = notePart(payment, { target, to, taken, ledgerBefore: before, ahead, isLast, ...how });
  entry.steps.push({ made, before, after: ledger });
  entry.postings.push({ verb: "payment", amount: taken, section });
}

export function notePart(payment: Payment, part: Omit<PaymentPart, "kind" | "payment" | "index">): PaymentPart {
  const made: PaymentPart = { ...part, kind: "PaymentPart", payment, index: payment.parts.length };
  payment.parts.push(made);
  return made;
}

/** Pays so much into an account. */
export function payInto(
  slot: string,
  ledger: Ledger,
  amount: Exact,
  { target, isLast, before, machine }: Paying,
): Paid {
  if (isZero(amount)) return { ledger, taken: zero, left: amount };
  const falling = fallingDueToday(slot, before, machine);
  if (target.kind === "Account") return payAll(ledger, amount, before.day, falling, isLast);
  return payDue(ledger, amount, before.day, falling);
}
