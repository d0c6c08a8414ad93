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
  readonly unpaid: Exact;
  /** At least so many, from the first on, have noted what was attached as a batch began and have not changed since. */
  readonly noted: number;
}

/** A list with what is known of it, once something is. In a weak map beside the lists it takes the collector a tenth of a run. */
type Listed<T extends Owed> = readonly T[] & { known?: Known };

function knownOf<T extends Owed>(list: Listed<T>): Known {
  list.known ??= { unpaid: total(list, unpaidOf), noted: 0 };
  return list.known;
}

function listed<T extends Owed>(list: Listed<T>, unpaid: Exact, noted: number): readonly T[] {
  list.known = { unpaid, noted };
  return list;
}

/** What is unpaid of all in a list. */
export function unpaidIn(list: readonly Owed[]): Exact {
  return knownOf(list).unpaid;
}

/** The list with one more at its end. */
export function withOneMore<T extends Owed>(list: readonly T[], owed: T): readonly T[] {
  const { unpaid, noted } = knownOf(list);
  return listed([...list, owed], plus(unpaid, unpaidOf(owed)), noted);
}

/** The list with one of them changed, of which so much more is unpaid now. */
export function withOneChanged<T extends Owed>(list: readonly T[], index: number, owed: T, more: Exact): readonly T[] {
  const { unpaid, noted } = knownOf(list);
  return listed(list.with(index, owed), plus(unpaid, more), Math.min(noted, index));
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
  return listed(result, unpaid, list.length);
}

function noting<T extends Owed>(owed: T): T {
  const { onOutstandingBase, onOutstandingBaseAtBatchStart } = owed;
  if (onOutstandingBaseAtBatchStart === onOutstandingBase) return owed;
  return { ...owed, onOutstandingBaseAtBatchStart: onOutstandingBase };
}
