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
import {
  add,
  compare,
  divide,
  equal,
  exact,
  greater,
  isZero,
  lesser,
  multiply,
  one,
  sign,
  subtract,
  zero,
} from "../units/exact.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { addDays, firstOfMonth, lastOfMonth } from "../units/plain-date.ts";
import { inRoom } from "./run.ts";

export interface Ledger {
  readonly basis: DayCount;
  readonly lots: readonly Lot[];
  readonly items: readonly Item[];
  /** Paid ahead of everything owed; it pays what accrues or is charged next. */
  readonly credit: Exact;
  /** Accrues so much a day of weight 1, from that day (included) on. */
  readonly perDay: Exact;
  readonly since: PlainDate;
  /** What accrues on each overdue item of another account, by its number: so much a day of weight 1, from that day on. */
  readonly each: ReadonlyMap<number, { readonly perDay: Exact; readonly from: PlainDate }>;
  /** Whether a day counts for what is paid on it: then it is accrued as it begins, on what was overdue as the day before ended. */
  readonly dayOfPayment: boolean;
  /** Months (by first day) whose further accrual is waived, or goes to the item with that number. */
  readonly months: ReadonlyMap<PlainDate, "waived" | number>;
  readonly paid: Exact;
}

interface Owed {
  readonly charged: Exact;
  readonly paid: Exact;
  readonly attached: Exact;
  /** What was attached as the batch that is under way, or was the last, began. */
  readonly attachedBefore: Exact;
}
/** What accrued in one month and is not due yet; `of`: on which item of another account, where it accrues on each. */
export interface Lot extends Owed {
  readonly month: PlainDate;
  readonly of?: number;
}
/** What fell due: from `dueOn` on payments may be claimed for it, after `payableOn` it is overdue. */
export interface Item extends Owed {
  readonly dueOn: PlainDate;
  readonly payableOn: PlainDate;
}

export function emptyLedger(basis: DayCount, since: PlainDate, dayOfPayment = false): Ledger {
  const none = { lots: [], items: [], credit: zero, perDay: zero, each: new Map(), months: new Map(), paid: zero };
  return { ...none, basis, since, dayOfPayment };
}

export const plus = (a: Exact, b: Exact): Exact => inRoom(add(a, b));
export const minus = (a: Exact, b: Exact): Exact => inRoom(subtract(a, b));
const times = (a: Exact, b: Exact): Exact => inRoom(multiply(a, b));
const total = <T>(list: readonly T[], amount: (entry: T) => Exact): Exact =>
  list.reduce((sum, entry) => plus(sum, amount(entry)), zero);

export function unpaidOf(owed: Owed): Exact {
  return minus(owed.charged, owed.paid);
}

/** The ledger with every day before `day` accrued. */
export function accruedTo(ledger: Ledger, day: PlainDate): Ledger {
  if (day <= ledger.since) return ledger;
  if (ledger.each.size > 0) return accruedOnEach(ledger, day);
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

/** The same for what accrues on each item apart, to the end of `day` where the day of payment counts. */
function accruedOnEach(ledger: Ledger, day: PlainDate): Ledger {
  const end = ledger.dayOfPayment ? (addDays(day, 1) as PlainDate) : day;
  const first = Math.min(...[...ledger.each.values()].map(({ from }) => from)) as PlainDate;
  let result: Ledger = ledger;
  for (let from = first; from < end; ) {
    // Money paid ahead goes to the items day by day; without it a month is taken in at once.
    const next = addDays(isZero(result.credit) ? lastOfMonth(from) : from, 1) as PlainDate;
    const to = next < end ? next : end;
    for (const [of, { perDay, from: began }] of ledger.each) {
      const counted = began > from ? began : from;
      const amount = counted < to ? times(perDay, exact(daysIn(counted, to, ledger.basis))) : zero;
      if (!isZero(amount)) result = accrue(result, firstOfMonth(from), amount, of);
    }
    from = to;
  }
  return {
    ...result,
    since: day,
    each: new Map([...ledger.each].map(([of, { perDay }]) => [of, { perDay, from: end }])),
  };
}

function accrue(ledger: Ledger, month: PlainDate, amount: Exact, of?: number): Ledger {
  const rule = ledger.months.get(month);
  if (rule === "waived") return ledger;
  // Money paid ahead pays what accrues, and only that: so it does not matter how many days are taken in at once.
  const ahead = sign(amount) > 0 ? lesser(ledger.credit, amount) : zero;
  const rest = { ...ledger, credit: minus(ledger.credit, ahead) };
  const grow = <T extends Owed>(owed: T): T => grown(owed, amount, ahead);
  if (rule !== undefined) {
    return { ...rest, items: ledger.items.map((item, index) => (index === rule ? grow(item) : item)) };
  }
  const known = ledger.lots.findLastIndex((lot) => lot.month === month && lot.of === of);
  const made: Lot = { month, ...nothing, ...(of === undefined ? {} : { of }) };
  const lots =
    known < 0 ? [...ledger.lots, grow(made)] : ledger.lots.map((lot, index) => (index === known ? grow(lot) : lot));
  return { ...rest, lots };
}

const nothing: Owed = { charged: zero, paid: zero, attached: zero, attachedBefore: zero };

function grown<T extends Owed>(owed: T, amount: Exact, ahead: Exact): T {
  return {
    ...owed,
    charged: plus(owed.charged, amount),
    paid: plus(owed.paid, ahead),
    attached: plus(owed.attached, minus(amount, ahead)),
  };
}

/** Goes on accruing `perDay` from `day` on. */
export function withRate(ledger: Ledger, day: PlainDate, perDay: Exact): Ledger {
  return { ...accruedTo(ledger, day), perDay };
}

/** Goes on accruing these amounts a day on the items of another account from `day` on. */
export function withEach(ledger: Ledger, day: PlainDate, perDay: ReadonlyMap<number, Exact>): Ledger {
  const accrued = accruedTo(ledger, day);
  // Where the day of payment counts, days that an item was overdue before are accrued with this day included.
  const from = (of: number) => (ledger.dayOfPayment && ledger.each.has(of) ? (addDays(day, 1) as PlainDate) : day);
  return {
    ...accrued,
    since: day,
    each: new Map([...perDay].map(([of, amount]) => [of, { perDay: amount, from: from(of) }])),
  };
}

/** Whether these amounts a day are those at which it goes on accruing. */
export function accruesOnEach(ledger: Ledger, perDay: ReadonlyMap<number, Exact>): boolean {
  if (ledger.each.size !== perDay.size) return false;
  return [...perDay].every(([of, amount]) => {
    const known = ledger.each.get(of);
    return known !== undefined && equal(known.perDay, amount);
  });
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
/** Of that, what accrued on base that is still outstanding. */
export function attachedOverdue(ledger: Ledger, lastEndedDay: PlainDate): Exact {
  return total(
    ledger.items.filter((item) => item.payableOn <= lastEndedDay),
    (item) => item.attached,
  );
}
/** The day on which the oldest amount that is overdue was payable; undefined where none is. */
export function firstOverdue(ledger: Ledger, lastEndedDay: PlainDate): PlainDate | undefined {
  const open = ledger.items.filter((item) => item.payableOn <= lastEndedDay && !isZero(unpaidOf(item)));
  return open.map(({ payableOn }) => payableOn).toSorted((a, b) => a - b)[0];
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
    attachedBefore: total(moved, (lot) => lot.attachedBefore),
  };
  return {
    ...ledger,
    lots: ledger.lots.filter((lot) => !isMeant(lot)),
    items: [...ledger.items, item],
    months: month === undefined ? ledger.months : new Map([...ledger.months, [month, ledger.items.length]]),
  };
}

/** So much of what is not due yet becomes an item, from the oldest lots; it is attached to nothing. */
export function fallDueInPart(
  ledger: Ledger,
  amount: Exact,
  dates: { dueOn: PlainDate; payableOn: PlainDate },
): Ledger {
  let left = amount;
  const lots = ledger.lots.map((lot) => {
    const taken = takenFrom(lot, left);
    if (isZero(taken)) return lot;
    left = minus(left, taken);
    const open = minus(unpaidOf(lot), taken);
    return { ...lot, charged: minus(lot.charged, taken), attached: lesser(lot.attached, open) };
  });
  const item: Item = { ...dates, ...nothing, charged: minus(amount, left) };
  return { ...ledger, lots, items: [...ledger.items, item] };
}

/** What was to be due later is due on the new dates. */
export function bringForward(ledger: Ledger, { dueOn, payableOn }: { dueOn: PlainDate; payableOn: PlainDate }): Ledger {
  const items = ledger.items.map((item) => (item.dueOn > dueOn ? { ...item, dueOn, payableOn } : item));
  return { ...ledger, items };
}

/** A new item; money paid ahead pays it at once. */
export function charge(ledger: Ledger, amount: Exact, dates: { dueOn: PlainDate; payableOn: PlainDate }): Ledger {
  const ahead = sign(amount) > 0 ? lesser(ledger.credit, amount) : zero;
  const item: Item = { ...dates, ...nothing, charged: amount, paid: ahead };
  return { ...ledger, credit: minus(ledger.credit, ahead), items: [...ledger.items, item] };
}

/** Converted: owed no longer. Taken from what is attached in proportion, and beyond that from the oldest first. */
export function convert(ledger: Ledger, amount: Exact): Ledger {
  const whole = attached(ledger);
  const inProportion = lesser(amount, whole);
  const share = isZero(whole) ? zero : inRoom(divide(inProportion, whole));
  const reduced = mapOwed(ledger, (owed) => {
    const taken = times(owed.attached, share);
    return { ...owed, charged: minus(owed.charged, taken), attached: minus(owed.attached, taken) };
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
  return mapOwed(ledger, (owed) => ({ ...owed, attachedBefore: owed.attached }));
}

/** After the base fell from `before` to `after` in a batch: what was attached as it began shrinks in that proportion. */
export function detach(ledger: Ledger, before: Exact, after: Exact): Ledger {
  if (isZero(before) || compare(after, before) >= 0) return ledger;
  const kept = inRoom(divide(after, before));
  return mapOwed(ledger, (owed) => ({ ...owed, attached: lesser(unpaidOf(owed), times(owed.attachedBefore, kept)) }));
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

/** Pays the items due by `today`, the oldest first, and after each what the companion accrued on it. */
export function payDueInTurn(ledger: Ledger, companion: Ledger, amount: Exact, today: PlainDate) {
  let paid: Paid = { ledger, taken: zero, left: amount };
  let along: Paid = { ledger: companion, taken: zero, left: amount };
  for (const index of inOrderOfDate(ledger.items).filter((place) => (ledger.items[place] as Item).dueOn <= today)) {
    const first = payItems(paid.ledger, paid.left, (_, place) => place === index);
    const second = payLots(along.ledger, first.left, along.taken, ({ of }) => of === index);
    paid = { ledger: first.ledger, taken: plus(paid.taken, first.taken), left: second.left };
    along = second;
  }
  return { paid, along };
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

/** The oldest due date first; items of one date in the order in which they arose. */
function inOrderOfDate(items: readonly Item[]): number[] {
  return items
    .map((_, index) => index)
    .toSorted((a, b) => (items[a] as Item).dueOn - (items[b] as Item).dueOn || a - b);
}

function payItems(ledger: Ledger, amount: Exact, isMeant: (item: Item, index: number) => boolean): Paid {
  const order = inOrderOfDate(ledger.items).filter((index) => isMeant(ledger.items[index] as Item, index));
  const { owed, left } = payInOrder(
    order.map((index) => ledger.items[index] as Item),
    amount,
  );
  const items = [...ledger.items];
  for (const [place, index] of order.entries()) items[index] = owed[place] as Item;
  const taken = minus(amount, left);
  return { ledger: { ...ledger, items, paid: plus(ledger.paid, taken) }, taken, left };
}

function payLots(ledger: Ledger, amount: Exact, already: Exact, isMeant: (lot: Lot) => boolean = () => true): Paid {
  const { owed, left } = payInOrder(ledger.lots.filter(isMeant), amount);
  const paidLots = owed[Symbol.iterator]();
  const lots = ledger.lots.map((lot) => (isMeant(lot) ? (paidLots.next().value as Lot) : lot));
  const taken = minus(amount, left);
  return { ledger: { ...ledger, lots, paid: plus(ledger.paid, taken) }, taken: plus(already, taken), left };
}

/** As much as is there and is asked for. What is owed the other way round gives nothing. */
function takenFrom(owed: Owed, amount: Exact): Exact {
  return greater(zero, lesser(amount, unpaidOf(owed)));
}

function payInOrder<T extends Owed>(list: readonly T[], amount: Exact): { owed: readonly T[]; left: Exact } {
  let left = amount;
  const owed = list.map((entry) => {
    const taken = takenFrom(entry, left);
    if (isZero(taken)) return entry;
    left = minus(left, taken);
    // A payment takes attached and detached parts alike.
    const kept = minus(one, inRoom(divide(taken, unpaidOf(entry))));
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
