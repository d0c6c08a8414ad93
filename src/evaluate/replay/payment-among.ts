/** How one target of a payment divides money among the accounts, or states, of several events. */
import type { Exact } from "../../units/exact.ts";
import { compare, divide, greater, isZero, lesser, sign, sumOfAll, zero } from "../../units/exact.ts";
import type { Changed } from "../compile/changed-states.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { unpaid } from "../ledger/measures.ts";
import { minus, plus, times } from "../ledger/owed.ts";
import type { Paid } from "../ledger/payments.ts";
import { payDue } from "../ledger/payments.ts";
import { withinDigitLimit } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { Among, LedgerChange, Open } from "./account-changes.ts";
import { fallingDueToday } from "./falling-due.ts";
import type { Paying } from "./payment-parts.ts";
import { accountPaid, notePart, partOfState, payInto, payState, record } from "./payment-parts.ts";
import { signed } from "./state-changes.ts";

/**
 * What was due first is paid first, whatever the event; or each takes its part in proportion to what could be paid there. What can't
 * be determined of one of them can't be of any. Gives what is left.
 */
export function payAmong(left: Exact | Problem, paid: readonly Changed[], paying: Paying): Exact | Problem {
  const slots = paid.flatMap(({ slot }) => (slot === undefined ? [] : [slot]));
  const unknown = paid.find(({ problem }) => problem !== undefined)?.problem;
  // None of them keeps what is left.
  const among = { ...paying, isLast: false };
  const amount = isProblem(left) ? left : (unknown ?? left);
  return paying.target.kind === "State" ? toStates(slots, amount, among) : toAccounts(slots, amount, among);
}

function toStates(slots: readonly string[], left: Exact | Problem, paying: Paying): Exact | Problem {
  const held = slots.map((slot) => paying.held(slot));
  const amount = isProblem(left) ? left : (held.find(isProblem) ?? left);
  if (isProblem(amount)) {
    for (const slot of slots) payState(slot, amount, paying);
    return amount;
  }
  const open = slots.map((slot, index): Open => {
    const is = held[index] ?? zero;
    return { slot, most: isProblem(is) ? zero : greater(zero, is), ledger: undefined };
  });
  const among = { isProRata: paying.target.isProRata === true, firstPart: paying.payment.parts.length, open };
  const { payment, target, section } = paying;
  for (const [index, taken] of partsOf(amount, among).entries()) {
    const to = slots[index];
    if (to === undefined || isZero(taken)) continue;
    paying.toStates.push({ slot: to, kind: "add", value: signed(taken, -1), section });
    notePart(payment, { ...partOfState, target, to, taken, among });
  }
  return restOf(amount, among);
}

/** How much each takes: in proportion to what is open, or as much as is there, one after the other. */
function partsOf(left: Exact, { isProRata, open }: Among): Exact[] {
  const whole = total(open);
  if (isProRata) {
    const share = compare(left, whole) >= 0 ? undefined : withinDigitLimit(divide(left, whole));
    return open.map(({ most }) => (share === undefined ? most : times(most, share)));
  }
  let rest = left;
  return open.map(({ most }) => {
    const taken = lesser(rest, most);
    rest = minus(rest, taken);
    return taken;
  });
}

const total = (open: readonly Open[]): Exact => withinDigitLimit(sumOfAll(open.map(({ most }) => most)));

function restOf(left: Exact, { open }: Among): Exact {
  return greater(zero, minus(left, total(open)));
}

function toAccounts(slots: readonly string[], left: Exact | Problem, paying: Paying): Exact | Problem {
  const entries = slots.map((slot) => accountPaid(slot, paying));
  const amount = isProblem(left) ? left : (entries.map(({ after }) => after).find(isProblem) ?? left);
  if (isProblem(amount)) {
    for (const entry of entries) entry.after = amount;
    return amount;
  }
  const open = entries.map((entry) => openOn(entry, paying));
  const among = { isProRata: paying.target.isProRata === true, firstPart: paying.payment.parts.length, open };
  const paid = among.isProRata ? proRata(amount, among, paying) : oldestFirst(amount, open, paying);
  for (const [index, entry] of entries.entries()) {
    const made = paid[index];
    if (made !== undefined) record(entry, made, paying, { isInTurn: false, among });
  }
  return paid.reduce((rest, { taken }) => minus(rest, taken), amount);
}

/** What could be paid of an account, with what falls due on it as today ends. */
function openOn({ account: slot, after }: LedgerChange, paying: Paying): Open {
  const { before, machine } = paying;
  if (isProblem(after)) return { slot, most: zero, ledger: undefined };
  const { charged, inPart } = fallingDueToday(slot, before, machine);
  const all = [unpaid(after), charged, inPart].reduce((sum, it) => plus(sum, greater(zero, it)), belowZero(after));
  return { slot, most: payInto(slot, after, all, paying).taken, ledger: after };
}

/** What is owed the other way round, as a figure above zero: no more than that is lacking from what is unpaid. */
function belowZero({ items, lots }: Ledger): Exact {
  const owed = [...items.all(), ...lots.all()].map(({ charged, paid }) => minus(charged, paid));
  return owed.reduce((sum, it) => (sign(it) < 0 ? minus(sum, it) : sum), zero);
}

function proRata(left: Exact, among: Among, paying: Paying): Paid[] {
  const parts = partsOf(left, among);
  return among.open.flatMap(({ slot, ledger }, index) => {
    const part = parts[index];
    return ledger === undefined || part === undefined ? [] : [payInto(slot, ledger, part, paying)];
  });
}

/** First what is due of all of them, by the dates on which it fell due; then, event by event, what else the target takes. */
function oldestFirst(left: Exact, open: readonly Open[], paying: Paying): Paid[] {
  const { day, run } = paying.before;
  const paid = open.flatMap(({ slot, ledger }) =>
    ledger === undefined ? [] : [{ slot, ledger, taken: zero, left: zero }],
  );
  let rest = left;
  const take = (index: number, one: (slot: string, ledger: Ledger, amount: Exact) => Paid) => {
    const known = paid[index];
    if (known === undefined || isZero(rest)) return;
    const made = one(known.slot, known.ledger, rest);
    rest = made.left;
    paid[index] = { slot: known.slot, ledger: made.ledger, taken: plus(known.taken, made.taken), left: zero };
  };
  const items = paid.flatMap(({ ledger }) => ledger.items.all());
  const dates = new Set(items.flatMap(({ dueOn }) => (dueOn <= day ? [dueOn] : [])));
  run.spend((items.length * dates.size) / 4);
  for (const date of [...dates].sort((a, b) => a - b)) {
    for (const index of paid.keys()) take(index, (_, ledger, amount) => payDue(ledger, amount, date, nothingFalls));
  }
  for (const index of paid.keys()) take(index, (slot, ledger, amount) => payInto(slot, ledger, amount, paying));
  return paid;
}

const nothingFalls = { takesLot: () => false, isApart: () => false, charged: zero, inPart: zero };
