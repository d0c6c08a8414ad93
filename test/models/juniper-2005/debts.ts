/** Amounts owed, and how payments and conversions take them down. */
import type { Fraction } from "./fraction.ts";
import { lesser, sum, zero } from "./fraction.ts";
import type { Debt, Note } from "./note.ts";
import { hasPassed } from "./note.ts";

export function addTo(debt: Debt, amount: Fraction): void {
  debt.open = debt.open.plus(amount);
  debt.attached = debt.attached.plus(amount);
}

/** A payment takes what is attached and what is not alike. */
export function payOff(debt: Debt, amount: Fraction): void {
  if (debt.open.isZero) return;
  shrink(debt, debt.open.minus(amount).over(debt.open));
  debt.open = debt.open.minus(amount);
}

const shrink = (debt: Debt, factor: Fraction): void => {
  debt.attached = lesser(debt.attached.times(factor), debt.open);
};

/** Interest on principal that has gone stays owing, attached to nothing. */
export function changePrincipal(note: Note, principal: Fraction): void {
  const before = note.principal;
  note.principal = principal;
  if (before.isZero || !principal.isBelow(before)) return;
  const factor = principal.over(before);
  for (const lot of note.interest) shrink(lot, factor);
}

/** What bears Default Interest: what was to be paid on a day that is over. */
export function overdue(note: Note): Fraction {
  const lots = note.interest.filter(({ lateFrom }) => lateFrom !== undefined && hasPassed(note, lateFrom));
  return sum([overduePrincipal(note), ...lots.map(({ open }) => open)]);
}

/** A Default Notice makes the principal overdue at once, for what comes after it on its day. */
export function overduePrincipal(note: Note): Fraction {
  const { isCalled, principalLateFrom: from } = note;
  return isCalled || (from !== undefined && hasPassed(note, from)) ? note.principal : zero;
}

/** Does something; Default Interest on what is paid by it stays owing, attached to nothing. */
export function detachingPaid(note: Note, act: () => void): void {
  const before = overdue(note);
  const attached = new Map(note.penalties.map((lot) => [lot, lot.attached]));
  act();
  const after = overdue(note);
  if (!after.isBelow(before)) return;
  for (const lot of note.penalties)
    lot.attached = lesser((attached.get(lot) ?? zero).times(after).over(before), lot.open);
}

export const noDebt = (): Debt => ({ open: zero, attached: zero });
