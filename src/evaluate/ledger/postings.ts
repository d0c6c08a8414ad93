/** What clauses do to an account: each takes a ledger that is accrued to the day, and gives the one after. */
import type { Exact } from "../../units/exact.ts";
import { divide, greater, isZero, lesser, sign, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { withinDigitLimit } from "../values/limits.ts";
import type { Item, ItemTerms, Ledger, Lot } from "./ledger.ts";
import { onOutstandingBase } from "./measures.ts";
import type { Owed } from "./owed.ts";
import { minus, nothing, OwedList, plus, takenFrom, times, total, unpaidOf } from "./owed.ts";

/** What is not due yet is waived; of one month, with what that month still accrues, where a month is given. */
export function waive(ledger: Ledger, month: PlainDate | undefined): Ledger {
  const isMeant = (lot: Lot) => month === undefined || lot.month === month;
  const gone = ledger.lots.all().filter(isMeant);
  return {
    ...ledger,
    lots: ledger.lots.filter((lot) => !isMeant(lot)),
    // What was paid ahead on a waived month pays what accrues next; what a conversion took is not given back.
    prepaid: plus(
      ledger.prepaid,
      total(gone, (lot) => lot.paid),
    ),
    months: month === undefined ? ledger.months : new Map([...ledger.months, [month, "waived"]]),
  };
}

/** Everything not due yet becomes an item; of one month, with what that month still accrues, where a month is given. */
export function fallDue(ledger: Ledger, dates: ItemTerms, month?: PlainDate): Ledger {
  const isMeant = (lot: Lot) => month === undefined || lot.month === month;
  const moved = ledger.lots.all().filter(isMeant);
  const item: Item = {
    ...dates,
    charged: total(moved, (lot) => lot.charged),
    paid: total(moved, (lot) => lot.paid),
    onOutstandingBase: total(moved, (lot) => lot.onOutstandingBase),
    onOutstandingBaseAtBatchStart: total(moved, (lot) => lot.onOutstandingBaseAtBatchStart),
  };
  return {
    ...ledger,
    lots: ledger.lots.filter((lot) => !isMeant(lot)),
    items: ledger.items.withOneMore(item),
    months: month === undefined ? ledger.months : new Map([...ledger.months, [month, ledger.items.length]]),
    periodStart: month === undefined ? ledger.since : ledger.periodStart,
  };
}

/** So much of what is not due yet becomes an item, from the oldest lots; it is attached to nothing. Money paid ahead pays it. */
export function fallDueInPart(ledger: Ledger, amount: Exact, dates: ItemTerms): Ledger {
  let left = amount;
  const lots = ledger.lots.map((lot) => {
    const taken = takenFrom(lot, left);
    if (isZero(taken)) return lot;
    left = minus(left, taken);
    const open = minus(unpaidOf(lot), taken);
    return { ...lot, charged: minus(lot.charged, taken), onOutstandingBase: lesser(lot.onOutstandingBase, open) };
  });
  return charge({ ...ledger, lots }, minus(amount, left), dates);
}

/** What was to be due, or to be paid, later is so on the new dates. */
export function bringForward(ledger: Ledger, { dueOn, payableOn }: ItemTerms): Ledger {
  const items = ledger.items.map((item) => ({
    ...item,
    dueOn: earlier(item.dueOn, dueOn),
    payableOn: earlier(item.payableOn, payableOn),
  }));
  return { ...ledger, items };
}

/** Where one date is named, it is both; where none is, both are today. What is payable before it is due is due by then, too. */
export function datesOfItem(
  { dueOn, payableOn }: { readonly [K in "dueOn" | "payableOn"]: PlainDate | undefined },
  today: PlainDate,
): ItemTerms {
  const due = dueOn ?? payableOn ?? today;
  const payable = payableOn ?? due;
  return { dueOn: payable < today ? earlier(due, today) : earlier(due, payable), payableOn: payable };
}

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);

/** A new item; money paid ahead pays it at once. */
export function charge(ledger: Ledger, amount: Exact, terms: ItemTerms): Ledger {
  const ahead = sign(amount) > 0 ? lesser(ledger.prepaid, amount) : zero;
  const item: Item = { ...terms, ...nothing, charged: amount, paid: ahead };
  return { ...ledger, prepaid: minus(ledger.prepaid, ahead), items: ledger.items.withOneMore(item) };
}

/** Converted: owed no longer. Taken from what is attached in proportion, and beyond that from the oldest first. */
export function convert(ledger: Ledger, amount: Exact): Ledger {
  const whole = onOutstandingBase(ledger);
  const inProportion = lesser(amount, whole);
  const share = isZero(whole) ? zero : withinDigitLimit(divide(inProportion, whole));
  const reduced = mapOwed(ledger, (owed) => {
    const taken = times(owed.onOutstandingBase, share);
    return { ...owed, charged: minus(owed.charged, taken), onOutstandingBase: minus(owed.onOutstandingBase, taken) };
  });
  const rest = minus(amount, inProportion);
  return isZero(rest) ? reduced : convertOldest(reduced, rest);
}

function convertOldest(ledger: Ledger, amount: Exact): Ledger {
  let left = amount;
  return mapOwed(ledger, (owed) => {
    const taken = takenFrom(owed, left);
    left = minus(left, taken);
    return { ...owed, charged: minus(owed.charged, taken) };
  });
}

/** The ledger with what is attached noted, for what a fall of the base within the batch detaches. */
export function asBatchBegins(ledger: Ledger): Ledger {
  return { ...ledger, items: ledger.items.withBatchStart(), lots: ledger.lots.withBatchStart() };
}

/** After the base fell from `before` to `after` in a batch: what was attached as it began shrinks in that proportion. */
export function detach(ledger: Ledger, before: Exact, after: Exact): Ledger {
  if (sign(before) <= 0) return ledger;
  // Of a base below zero nothing is outstanding.
  const kept = withinDigitLimit(divide(greater(zero, after), before));
  return mapOwed(ledger, (owed) => ({
    ...owed,
    onOutstandingBase: lesser(unpaidOf(owed), times(owed.onOutstandingBaseAtBatchStart, kept)),
  }));
}

/** Some items are paid whole; the same ledger where there are none. */
export function settle(ledger: Ledger, isMeant: (item: Item) => boolean): Ledger {
  const meant = ledger.items.all().filter(isMeant);
  if (meant.length === 0) return ledger;
  const owed = total(meant, unpaidOf);
  const items = ledger.items.map((item) =>
    isMeant(item) ? { ...item, paid: item.charged, onOutstandingBase: zero } : item,
  );
  return { ...ledger, items, paid: plus(ledger.paid, owed) };
}

export function clear(ledger: Ledger): Ledger {
  return {
    ...ledger,
    lots: OwedList.of<Lot>([]),
    items: ledger.items.map((item) => ({ ...item, paid: item.charged, onOutstandingBase: zero })),
  };
}

function mapOwed(ledger: Ledger, change: (owed: Owed) => Owed): Ledger {
  return {
    ...ledger,
    items: ledger.items.map((item) => ({ ...item, ...change(item) })),
    lots: ledger.lots.map((lot) => ({ ...lot, ...change(lot) })),
  };
}
