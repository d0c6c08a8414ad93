/**
 * One account at a point: what has accrued and is not due (lots, one a month), what has fallen due (items), money paid
 * ahead, and the rate a day at which it goes on accruing. A ledger is never changed; every operation gives a new one.
 *
 * `charged` is what was ever owed less what was converted; `paid` what payments took of it. `attached` is the part of
 * the unpaid amount that accrued on base still outstanding: interest on principal that has gone stays owing but is
 * attached to nothing.
 */
import type { DayCount } from "../units/day-count.ts";
import { daysIn } from "../units/day-count.ts";
import type { Exact } from "../units/exact.ts";
import { add, compare, divide, exact, isZero, lesser, multiply, one, subtract, zero } from "../units/exact.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { addDays, firstOfMonth, lastOfMonth } from "../units/plain-date.ts";

export interface Ledger {
  readonly basis: DayCount;
  readonly lots: readonly Lot[];
  readonly items: readonly Item[];
  /** Paid ahead of everything accrued; it pays what accrues next. */
  readonly credit: Exact;
  /** Accrues so much a day of weight 1, from that day (included) on. */
  readonly perDay: Exact;
  readonly since: PlainDate;
  /** Months (by first day) whose further accrual is waived, or goes to the item with that number. */
  readonly months: ReadonlyMap<PlainDate, "waived" | number>;
  readonly paid: Exact;
}

interface Owed {
  readonly charged: Exact;
  readonly paid: Exact;
  readonly attached: Exact;
}
/** What accrued in one month and is not due yet. */
export interface Lot extends Owed {
  readonly month: PlainDate;
}
/** What fell due: from `dueOn` on payments may be claimed for it, after `payableOn` it is overdue. */
export interface Item extends Owed {
  readonly dueOn: PlainDate;
  readonly payableOn: PlainDate;
}

export function emptyLedger(basis: DayCount, since: PlainDate): Ledger {
  return { basis, lots: [], items: [], credit: zero, perDay: zero, since, months: new Map(), paid: zero };
}

export const plus = (a: Exact, b: Exact): Exact => add(a, b) as Exact;
export const minus = (a: Exact, b: Exact): Exact => subtract(a, b) as Exact;
const times = (a: Exact, b: Exact): Exact => multiply(a, b) as Exact;
const total = <T>(list: readonly T[], amount: (entry: T) => Exact): Exact =>
  list.reduce((sum, entry) => plus(sum, amount(entry)), zero);

export function unpaidOf(owed: Owed): Exact {
  return minus(owed.charged, owed.paid);
}

/** The ledger with every day before `day` accrued. */
export function accruedTo(ledger: Ledger, day: PlainDate): Ledger {
  if (day <= ledger.since) return ledger;
  if (isZero(ledger.perDay)) return { ...ledger, since: day };
  let result: Ledger = ledger;
  for (let from = ledger.since; from < day; ) {
    const month = firstOfMonth(from);
    const next = addDays(lastOfMonth(from), 1) as PlainDate;
    const to = next < day ? next : day;
    const weight = daysIn(from, to, ledger.basis);
    result = accrue(result, month, times(ledger.perDay, exact(weight)));
    from = to;
  }
  return { ...result, since: day };
}

function accrue(ledger: Ledger, month: PlainDate, amount: Exact): Ledger {
  const rule = ledger.months.get(month);
  if (rule === "waived") return ledger;
  if (rule !== undefined) {
    return { ...ledger, items: ledger.items.map((item, index) => (index === rule ? grown(item, amount) : item)) };
  }
  const last = ledger.lots.at(-1);
  const lots =
    last?.month === month
      ? [...ledger.lots.slice(0, -1), grown(last, amount)]
      : [...ledger.lots, { month, charged: amount, paid: zero, attached: amount }];
  return settleCredit({ ...ledger, lots });
}

function grown<T extends Owed>(owed: T, amount: Exact): T {
  return { ...owed, charged: plus(owed.charged, amount), attached: plus(owed.attached, amount) };
}

/** Money paid ahead pays what has accrued since, the oldest first. */
function settleCredit(ledger: Ledger): Ledger {
  if (isZero(ledger.credit)) return ledger;
  const { owed, left } = payInOrder(ledger.lots, ledger.credit);
  return { ...ledger, lots: owed, credit: left };
}

/** Goes on accruing `perDay` from `day` on. */
export function withRate(ledger: Ledger, day: PlainDate, perDay: Exact): Ledger {
  return { ...accruedTo(ledger, day), perDay };
}

/** Whether a month that is not over yet goes on growing an item that has fallen due. */
export function hasGrowingItems({ months, since }: Ledger): boolean {
  for (const [month, rule] of months) if (rule !== "waived" && lastOfMonth(month) >= since) return true;
  return false;
}

// ---------------------------------------------------------------- measures (of a ledger accrued to the day that asks)

export function unpaid(ledger: Ledger): Exact {
  return plus(total(ledger.lots, unpaidOf), total(ledger.items, unpaidOf));
}
export function accruing(ledger: Ledger): Exact {
  return total(ledger.lots, unpaidOf);
}
export function attached(ledger: Ledger): Exact {
  return plus(
    total(ledger.lots, (lot) => lot.attached),
    total(ledger.items, (item) => item.attached),
  );
}
export function due(ledger: Ledger, today: PlainDate): Exact {
  return total(
    ledger.items.filter((item) => item.dueOn <= today),
    unpaidOf,
  );
}
/** Unpaid of what was payable on a day that has ended. */
export function overdue(ledger: Ledger, lastEndedDay: PlainDate): Exact {
  return total(
    ledger.items.filter((item) => item.payableOn <= lastEndedDay),
    unpaidOf,
  );
}
/** What fell due for payment on that very date, paid or not, less what was converted. */
export function payableOn(ledger: Ledger, date: PlainDate): Exact {
  return total(
    ledger.items.filter((item) => item.payableOn === date),
    (item) => item.charged,
  );
}

// ---------------------------------------------------------------- postings (to a ledger accrued to the day)

/** What is not due yet is waived; of one month, with what that month still accrues, where a month is given. */
export function waive(ledger: Ledger, month: PlainDate | undefined): Ledger {
  const isMeant = (lot: Lot) => month === undefined || lot.month === month;
  const gone = ledger.lots.filter(isMeant);
  return {
    ...ledger,
    lots: ledger.lots.filter((lot) => !isMeant(lot)),
    // What was paid ahead on a waived month pays what accrues next; what a conversion took is not given back.
    credit: plus(
      ledger.credit,
      total(gone, (lot) => lot.paid),
    ),
    months: month === undefined ? ledger.months : new Map([...ledger.months, [month, "waived"]]),
  };
}

/** Everything not due yet becomes an item; of one month, with what that month still accrues, where a month is given. */
export function fallDue(ledger: Ledger, dates: { dueOn: PlainDate; payableOn: PlainDate }, month?: PlainDate): Ledger {
  const isMeant = (lot: Lot) => month === undefined || lot.month === month;
  const moved = ledger.lots.filter(isMeant);
  const item: Item = {
    ...dates,
    charged: total(moved, (lot) => lot.charged),
    paid: total(moved, (lot) => lot.paid),
    attached: total(moved, (lot) => lot.attached),
  };
  return {
    ...ledger,
    lots: ledger.lots.filter((lot) => !isMeant(lot)),
    items: [...ledger.items, item],
    months: month === undefined ? ledger.months : new Map([...ledger.months, [month, ledger.items.length]]),
  };
}

/** What was to be due later is due on the new dates. */
export function bringForward(ledger: Ledger, { dueOn, payableOn }: { dueOn: PlainDate; payableOn: PlainDate }): Ledger {
  const items = ledger.items.map((item) => (item.dueOn > dueOn ? { ...item, dueOn, payableOn } : item));
  return { ...ledger, items };
}

export function charge(ledger: Ledger, amount: Exact, dates: { dueOn: PlainDate; payableOn: PlainDate }): Ledger {
  return { ...ledger, items: [...ledger.items, { ...dates, charged: amount, paid: zero, attached: zero }] };
}

/** Converted: owed no longer. Taken from what is attached in proportion, and beyond that from the oldest first. */
export function convert(ledger: Ledger, amount: Exact): Ledger {
  const whole = attached(ledger);
  const inProportion = lesser(amount, whole);
  const share = isZero(whole) ? zero : (divide(inProportion, whole) as Exact);
  const reduced = mapOwed(ledger, (owed) => {
    const taken = times(owed.attached, share);
    return { charged: minus(owed.charged, taken), paid: owed.paid, attached: minus(owed.attached, taken) };
  });
  const rest = minus(amount, inProportion);
  return isZero(rest) ? reduced : convertOldest(reduced, rest);
}

function convertOldest(ledger: Ledger, amount: Exact): Ledger {
  let left = amount;
  return mapOwed(ledger, (owed) => {
    const taken = lesser(left, unpaidOf(owed));
    left = minus(left, taken);
    return { ...owed, charged: minus(owed.charged, taken) };
  });
}

/** After base fell from `before` to `after` beside a conversion: what is attached shrinks in that proportion. */
export function detach(ledger: Ledger, original: Ledger, before: Exact, after: Exact): Ledger {
  if (isZero(before) || compare(after, before) >= 0) return ledger;
  const kept = divide(after, before) as Exact;
  const shrink = <T extends Owed>(list: readonly T[], old: readonly T[]): readonly T[] =>
    list.map((owed, index) => {
      const was = old[index];
      return was === undefined ? owed : { ...owed, attached: lesser(unpaidOf(owed), times(was.attached, kept)) };
    });
  return { ...ledger, lots: shrink(ledger.lots, original.lots), items: shrink(ledger.items, original.items) };
}

export function clear(ledger: Ledger): Ledger {
  return { ...ledger, lots: [], items: ledger.items.map((item) => ({ ...item, paid: item.charged, attached: zero })) };
}

/** Pays what is due by `today`, oldest first, with what falls due today already counted where `takesLots`. */
export function payDue(ledger: Ledger, amount: Exact, today: PlainDate, takesLots: boolean): Paid {
  const isDue = (item: Item) => item.dueOn <= today;
  const first = payItems(ledger, amount, isDue);
  return takesLots ? payLots(first.ledger, first.left, first.taken) : first;
}

/** Pays all that is owed: what is due, what accrues, what is due later; `keepsRest` leaves the rest as paid ahead. */
export function payAll(ledger: Ledger, amount: Exact, today: PlainDate, keepsRest: boolean): Paid {
  const due = payDue(ledger, amount, today, true);
  const later = payItems(due.ledger, due.left, () => true);
  const taken = plus(due.taken, later.taken);
  if (!keepsRest || isZero(later.left)) return { ledger: later.ledger, taken, left: later.left };
  const kept = {
    ...later.ledger,
    credit: plus(later.ledger.credit, later.left),
    paid: plus(later.ledger.paid, later.left),
  };
  return { ledger: kept, taken: plus(taken, later.left), left: zero };
}

export interface Paid {
  readonly ledger: Ledger;
  readonly taken: Exact;
  readonly left: Exact;
}

function payItems(ledger: Ledger, amount: Exact, isMeant: (item: Item) => boolean): Paid {
  // The oldest due date first; items of one date in the order in which they arose.
  const order = ledger.items.map((_, index) => index).filter((index) => isMeant(ledger.items[index] as Item));
  order.sort((a, b) => (ledger.items[a] as Item).dueOn - (ledger.items[b] as Item).dueOn || a - b);
  const { owed, left } = payInOrder(
    order.map((index) => ledger.items[index] as Item),
    amount,
  );
  const items = [...ledger.items];
  for (const [place, index] of order.entries()) items[index] = owed[place] as Item;
  const taken = minus(amount, left);
  return { ledger: { ...ledger, items, paid: plus(ledger.paid, taken) }, taken, left };
}

function payLots(ledger: Ledger, amount: Exact, already: Exact): Paid {
  const { owed, left } = payInOrder(ledger.lots, amount);
  const taken = minus(amount, left);
  return { ledger: { ...ledger, lots: owed, paid: plus(ledger.paid, taken) }, taken: plus(already, taken), left };
}

function payInOrder<T extends Owed>(list: readonly T[], amount: Exact): { owed: readonly T[]; left: Exact } {
  let left = amount;
  const owed = list.map((entry) => {
    const open = unpaidOf(entry);
    const taken = lesser(left, open);
    if (isZero(taken)) return entry;
    left = minus(left, taken);
    // A payment takes attached and detached parts alike.
    const kept = minus(one, divide(taken, open) as Exact);
    return { ...entry, paid: plus(entry.paid, taken), attached: times(entry.attached, kept) };
  });
  return { owed, left };
}

function mapOwed(ledger: Ledger, change: (owed: Owed) => Owed): Ledger {
  return {
    ...ledger,
    items: ledger.items.map((item) => ({ ...item, ...change(item) })),
    lots: ledger.lots.map((lot) => ({ ...lot, ...change(lot) })),
  };
}
