/** What a payment does to an account: how far it goes, and what is left of it. */
import type { Exact } from "../../units/exact.ts";
import { divide, greater, isZero, lesser, one, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { withinDigitLimit } from "../values/limits.ts";
import type { Item, Ledger, Lot } from "./ledger.ts";
import type { Owed, OwedList } from "./owed.ts";
import { minus, plus, takenFrom, times, unpaidOf } from "./owed.ts";

/** What the day of a payment will make due as it ends. */
export interface FallingDue {
  /** Whether a lot falls due whole. */
  readonly takesLot: (lot: Lot) => boolean;
  /** Whether a lot is waived that day, or falls due by itself on a later one. */
  readonly isApart: (lot: Lot) => boolean;
  /** How much is charged, due that day. */
  readonly charged: Exact;
  /** How much of what is unpaid in the lots falls due in part. */
  readonly inPart: Exact;
}

/** Pays what is due by `today`, oldest first, then what falls due today. */
export function payDue(ledger: Ledger, amount: Exact, today: PlainDate, falling: FallingDue): Paid {
  const items = payItems(ledger, amount, ({ dueOn }) => dueOn <= today);
  return payAhead(payLots(items.ledger, items.left, items.taken, falling.takesLot), falling);
}

/** What is charged, or falls due in part, as the day ends is not there yet: the money for it is held, and pays it then. */
function payAhead({ ledger, taken, left }: Paid, { charged, inPart, isApart }: FallingDue): Paid {
  const kept = ledger.lots.filter((lot) => !isApart(lot));
  const coming = plus(charged, lesser(inPart, kept.unpaid));
  const held = greater(zero, lesser(left, minus(coming, ledger.prepaid)));
  return { ledger: ahead(ledger, held), taken: plus(taken, held), left: minus(left, held) };
}

function ahead(ledger: Ledger, amount: Exact): Ledger {
  return { ...ledger, prepaid: plus(ledger.prepaid, amount), paid: plus(ledger.paid, amount) };
}

/** Pays the items due by `today`, the oldest first, and after each what its late charges accrued on it. */
export function payDueInTurn(ledger: Ledger, lateCharges: Ledger, amount: Exact, today: PlainDate) {
  let paid: Paid = { ledger, taken: zero, left: amount };
  let along: Paid = { ledger: lateCharges, taken: zero, left: amount };
  for (const [index, { dueOn }] of inOrderOfDate(ledger.items)) {
    if (dueOn > today) continue;
    const first = payItems(paid.ledger, paid.left, (_, place) => place === index);
    const second = payLots(along.ledger, first.left, along.taken, ({ of }) => of === index);
    paid = { ledger: first.ledger, taken: plus(paid.taken, first.taken), left: second.left };
    along = second;
  }
  return { paid, along };
}

/** Pays all that is owed: what is due, what accrues, what is due later; `keepsRest` leaves the rest as paid ahead. */
export function payAll(ledger: Ledger, amount: Exact, today: PlainDate, falling: FallingDue, keepsRest: boolean): Paid {
  const due = payDue(ledger, amount, today, falling);
  const accrued = payLots(due.ledger, due.left, due.taken);
  const later = payItems(accrued.ledger, accrued.left, () => true);
  const taken = plus(accrued.taken, later.taken);
  if (!keepsRest || isZero(later.left)) return { ...later, taken };
  return { ledger: ahead(later.ledger, later.left), taken: plus(taken, later.left), left: zero };
}

export interface Paid {
  readonly ledger: Ledger;
  readonly taken: Exact;
  readonly left: Exact;
}

/** The oldest due date first; items of one date in the order in which they arose. */
function inOrderOfDate(items: OwedList<Item>): readonly (readonly [number, Item])[] {
  return [...items.all().entries()].toSorted(([i, a], [j, b]) => a.dueOn - b.dueOn || i - j);
}

function payItems(ledger: Ledger, amount: Exact, isMeant: (item: Item, index: number) => boolean): Paid {
  const order = inOrderOfDate(ledger.items).flatMap(([index, item]) => (isMeant(item, index) ? [item] : []));
  const { paid, left } = payInOrder(order, amount);
  const items = ledger.items.map((item) => paid.get(item) ?? item);
  const taken = minus(amount, left);
  return { ledger: { ...ledger, items, paid: plus(ledger.paid, taken) }, taken, left };
}

function payLots(ledger: Ledger, amount: Exact, already: Exact, isMeant: (lot: Lot) => boolean = () => true): Paid {
  const { paid, left } = payInOrder(ledger.lots.all().filter(isMeant), amount);
  const lots = ledger.lots.map((lot) => paid.get(lot) ?? lot);
  const taken = minus(amount, left);
  return { ledger: { ...ledger, lots, paid: plus(ledger.paid, taken) }, taken: plus(already, taken), left };
}

/** What is paid of each of them, the first before the next; those of which nothing is paid are not in the map. */
function payInOrder<T extends Owed>(list: readonly T[], amount: Exact): { paid: ReadonlyMap<T, T>; left: Exact } {
  let left = amount;
  const paid = new Map<T, T>();
  for (const entry of list) {
    const taken = takenFrom(entry, left);
    if (isZero(taken)) continue;
    left = minus(left, taken);
    // A payment takes attached and detached parts alike.
    const kept = minus(one, withinDigitLimit(divide(taken, unpaidOf(entry))));
    const onOutstandingBase = times(entry.onOutstandingBase, kept);
    paid.set(entry, { ...entry, paid: plus(entry.paid, taken), onOutstandingBase });
  }
  return { paid, left };
}
