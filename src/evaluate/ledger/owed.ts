/**
 * Amounts owed, and lists of them. A list is never changed, so what is found out about it is kept, and a list that goes on
 * from it begins with that: an account may have an item for each day of many years.
 */
import type { Exact } from "../../units/exact.ts";
import { add, greater, isZero, lesser, multiply, subtract, sumOfAll, zero } from "../../units/exact.ts";
import { withinDigitLimit } from "../values/limits.ts";

export interface Owed {
  readonly charged: Exact;
  readonly paid: Exact;
  readonly onOutstandingBase: Exact;
  /** What was attached as the batch that is under way, or was the last, began. */
  readonly onOutstandingBaseAtBatchStart: Exact;
}
export const nothing: Owed = {
  charged: zero,
  paid: zero,
  onOutstandingBase: zero,
  onOutstandingBaseAtBatchStart: zero,
};

export const plus = (a: Exact, b: Exact): Exact => withinDigitLimit(add(a, b));
export const minus = (a: Exact, b: Exact): Exact => withinDigitLimit(subtract(a, b));
export const times = (a: Exact, b: Exact): Exact => withinDigitLimit(multiply(a, b));
export const total = <T>(list: readonly T[], amount: (entry: T) => Exact): Exact =>
  withinDigitLimit(sumOfAll(list.map(amount)));

export function unpaidOf(owed: Owed): Exact {
  return isZero(owed.paid) ? owed.charged : minus(owed.charged, owed.paid);
}

/** As much as is there and is asked for. What is owed the other way round gives nothing. */
export function takenFrom(owed: Owed, amount: Exact): Exact {
  return greater(zero, lesser(amount, unpaidOf(owed)));
}

interface Known {
  readonly list: readonly Owed[];
  readonly unpaid: Exact;
  /** At least so many, from the first on, have noted what was attached as a batch began and have not changed since. */
  readonly noted: number;
}

/** The lists that were asked about last, a few for each of a note's accounts: to find others out anew takes no longer. */
const recent: Known[] = [];
const mostRecent = 24;
const ofNone: Known = { list: [], unpaid: zero, noted: 0 };

function remember(known: Known): Known {
  recent.push(known);
  while (recent.length > mostRecent) recent.shift();
  return known;
}

function knownOf(list: readonly Owed[]): Known {
  if (list.length === 0) return ofNone;
  for (const known of recent) if (known.list === list) return known;
  return remember({ list, unpaid: total(list, unpaidOf), noted: 0 });
}

/** What is unpaid of all in a list. */
export function unpaidIn(list: readonly Owed[]): Exact {
  return knownOf(list).unpaid;
}

/** The list with one more at its end. */
export function withOneMore<T extends Owed>(list: readonly T[], owed: T): readonly T[] {
  const { unpaid, noted } = knownOf(list);
  const longer = [...list, owed];
  remember({ list: longer, unpaid: plus(unpaid, unpaidOf(owed)), noted });
  return longer;
}

/** The list with one of them changed, of which so much more is unpaid now. */
export function withOneChanged<T extends Owed>(list: readonly T[], index: number, owed: T, more: Exact): readonly T[] {
  const { unpaid, noted } = knownOf(list);
  const changed = list.with(index, owed);
  remember({ list: changed, unpaid: plus(unpaid, more), noted: Math.min(noted, index) });
  return changed;
}

/** The list with what is attached noted as a batch begins; what is noted already stays the same object. */
export function withBatchStart<T extends Owed>(list: readonly T[]): readonly T[] {
  const { unpaid, noted } = knownOf(list);
  if (noted === list.length) return list;
  const result = [...list];
  for (let index = noted; index < list.length; index += 1) {
    const owed = list[index];
    if (owed !== undefined) result[index] = noting(owed);
  }
  remember({ list: result, unpaid, noted: list.length });
  return result;
}

function noting<T extends Owed>(owed: T): T {
  const { onOutstandingBase, onOutstandingBaseAtBatchStart } = owed;
  if (onOutstandingBaseAtBatchStart === onOutstandingBase) return owed;
  return { ...owed, onOutstandingBaseAtBatchStart: onOutstandingBase };
}
