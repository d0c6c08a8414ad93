/**
 * One account at a point: what has accrued and is not due (lots, one a month), what has fallen due (items), money paid
 * ahead, and the rate a day at which it goes on accruing. A ledger is never changed; every operation gives a new one.
 *
 * `charged` is what was ever owed less what was converted; `paid` what payments took of it. `attached` is the part of
 * the unpaid amount that accrued on base still outstanding: interest on principal that has gone stays owing but is
 * attached to nothing.
 */
import type { DayCounting } from "../../units/day-count.ts";
import { weightIn } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import { equal, isZero, lesser, sign, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, earliestDate, firstOfMonth, lastOfMonth } from "../../units/plain-date.ts";
import type { Owed } from "./owed.ts";
import { minus, nothing, OwedList, plus, times } from "./owed.ts";

export interface Ledger {
  readonly counting: DayCounting;
  readonly lots: OwedList<Lot>;
  readonly items: OwedList<Item>;
  /** Paid ahead of everything owed; it pays what accrues or is charged next. */
  readonly prepaid: Exact;
  /** Accrues so much a day of weight 1, from that day (included) on. */
  readonly perDay: Exact;
  readonly since: PlainDate;
  /** The day on which it began to accrue, or to accrue anew after all of it fell due: some day counts go by it. */
  readonly periodStart: PlainDate;
  /** What accrues on each overdue item of another account, by its number: so much a day of weight 1, from that day on. */
  readonly each: ReadonlyMap<number, { readonly perDay: Exact; readonly from: PlainDate }>;
  /** Whether a day counts for what is paid on it: then it is accrued as it begins, on what was overdue as the day before ended. */
  readonly dayOfPayment: boolean;
  /** Months (by first day) whose further accrual is waived, or goes to the item with that number. */
  readonly months: ReadonlyMap<PlainDate, "waived" | number>;
  readonly paid: Exact;
}

/** What accrued in one month and is not due yet; `of`: on which item of another account, where it accrues on each. */
export interface Lot extends Owed {
  readonly month: PlainDate;
  readonly of?: number;
}
/** From `dueOn` on payments may be claimed for what fell due, after `payableOn` it is overdue. */
export interface ItemTerms {
  readonly dueOn: PlainDate;
  readonly payableOn: PlainDate;
  /** Of the clause that charged it; what accrued is owed under the account's own. */
  readonly section?: string;
}
export interface Item extends Owed, ItemTerms {}

export function emptyLedger(counting: DayCounting, since: PlainDate, dayOfPayment = false): Ledger {
  const none = {
    lots: OwedList.of<Lot>([]),
    items: OwedList.of<Item>([]),
    prepaid: zero,
    perDay: zero,
    each: new Map(),
    months: new Map(),
    paid: zero,
  };
  return { ...none, counting, since, periodStart: since, dayOfPayment };
}

/** What a posting takes, in steps: many look at all that is owed, and the ledgers before it are kept. */
export function stepsOf({ items, lots, each }: Ledger): number {
  return 3 * (items.length + lots.length) + each.size * (3 + lots.length);
}

/** What it takes to make each amount anew, in steps: all that were before are kept as well. */
export function stepsToChangeAll({ items, lots }: Ledger): number {
  return 24 * (items.length + lots.length);
}

/** What it takes to accrue up to a day, in steps: each stretch of it makes a new list for each amount that accrues. */
export function stepsToAccrue({ items, lots, each, since, prepaid }: Ledger, day: PlainDate): number {
  const days = Math.max(0, day - since);
  const stretches = each.size > 0 && !isZero(prepaid) ? days : Math.ceil(days / 28);
  return stretches * Math.max(1, each.size) * (6 + (items.length + lots.length + stretches) / 48);
}

/** The ledger with every day before `day` accrued. */
export function accruedTo(ledger: Ledger, day: PlainDate): Ledger {
  if (day <= ledger.since) return ledger;
  if (ledger.each.size > 0) return accruedOnEach(ledger, day);
  if (isZero(ledger.perDay)) return { ...ledger, since: day };
  let result: Ledger = ledger;
  for (let from = ledger.since; from < day; ) {
    const month = firstOfMonth(from);
    const next = dayAfter(lastOfMonth(from));
    const to = next < day ? next : day;
    const weight = weightIn(from, to, ledger.counting, ledger.periodStart);
    result = accrue(result, month, times(ledger.perDay, weight));
    from = to;
  }
  return { ...result, since: day };
}

/** The same for what accrues on each item apart, to the end of `day` where the day of payment counts. */
function accruedOnEach(ledger: Ledger, day: PlainDate): Ledger {
  const end = ledger.dayOfPayment ? dayAfter(day) : day;
  let first = end;
  for (const { from } of ledger.each.values()) if (from < first) first = from;
  let result: Ledger = ledger;
  for (let from = first; from < end; ) {
    // Money paid ahead goes to the items day by day; without it a month is taken in at once.
    const next = dayAfter(isZero(result.prepaid) ? lastOfMonth(from) : from);
    const to = next < end ? next : end;
    for (const [of, { perDay, from: began }] of ledger.each) {
      const counted = began > from ? began : from;
      const amount = counted < to ? times(perDay, weightIn(counted, to, countingOnEach(ledger), earliestDate)) : zero;
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

/** Items begin on any day, so that no period's start can be gone by: 30/360 and 30U/360 count their days as 30E/360 does. */
export function countingOnEach({ counting }: Ledger): DayCounting {
  const isFromStart = counting.name === "30/360" || counting.name === "30U/360";
  return isFromStart ? { ...counting, name: "30E/360" } : counting;
}

const dayAfter = (day: PlainDate): PlainDate => asPlainDate(day + 1);

function accrue(ledger: Ledger, month: PlainDate, amount: Exact, of?: number): Ledger {
  const rule = ledger.months.get(month);
  if (rule === "waived") return ledger;
  // Money paid ahead pays what accrues, and only that: so it does not matter how many days are taken in at once.
  const ahead = sign(amount) > 0 ? lesser(ledger.prepaid, amount) : zero;
  const rest = { ...ledger, prepaid: minus(ledger.prepaid, ahead) };
  const more = minus(amount, ahead);
  const grow = <T extends Owed>(list: OwedList<T>, index: number): OwedList<T> => {
    const owed = list.at(index);
    return owed === undefined ? list : list.withOneChanged(index, grown(owed, amount, ahead), more);
  };
  if (rule !== undefined) return { ...rest, items: grow(ledger.items, rule) };
  const known = ledger.lots.all().findLastIndex((lot) => lot.month === month && lot.of === of);
  if (known >= 0) return { ...rest, lots: grow(ledger.lots, known) };
  const made: Lot = { month, ...nothing, ...(of === undefined ? {} : { of }) };
  const lot = grown(made, amount, ahead);
  const isLast = month >= (ledger.lots.at(ledger.lots.length - 1)?.month ?? month);
  // Payments take the oldest first.
  const lots = ledger.lots.withOneMore(lot);
  return { ...rest, lots: isLast ? lots : OwedList.of(lots.all().toSorted((a, b) => a.month - b.month)) };
}

function grown<T extends Owed>(owed: T, amount: Exact, ahead: Exact): T {
  const charged = plus(owed.charged, amount);
  const paid = plus(owed.paid, ahead);
  // Mostly nothing is paid yet and all of it is attached.
  const isOne = owed.onOutstandingBase === owed.charged && isZero(ahead);
  return {
    ...owed,
    charged,
    paid,
    onOutstandingBase: isOne ? charged : plus(owed.onOutstandingBase, minus(amount, ahead)),
  };
}

/** Goes on accruing `perDay` from `day` on. */
export function withRate(ledger: Ledger, day: PlainDate, perDay: Exact): Ledger {
  const periodStart = isZero(ledger.perDay) ? day : ledger.periodStart;
  return { ...accruedTo(ledger, day), perDay, periodStart };
}

/** Goes on accruing these amounts a day on the items of another account from `day` on; on new ones, from the day given. */
export function withEach(
  ledger: Ledger,
  day: PlainDate,
  perDay: ReadonlyMap<number, Exact>,
  newFrom: ReadonlyMap<number, PlainDate>,
): Ledger {
  const accrued = accruedTo(ledger, day);
  // Where the day of payment counts, days that an item was overdue before are accrued with this day included.
  const next = (of: number) => (ledger.dayOfPayment && ledger.each.has(of) ? dayAfter(day) : day);
  const from = (of: number) => newFrom.get(of) ?? next(of);
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
