/** Sections 1.3 and 1.4(g): payments for shares that come late or cannot be issued. */
import type { Day } from "./days.ts";
import { businessDaysIn } from "./days.ts";
import type { Fraction } from "./fraction.ts";
import { fraction, greater, sum, whole, zero } from "./fraction.ts";
import { accruedInterest, defaultInterest } from "./interest.ts";
import { isAuthorizedInFull } from "./limits.ts";
import type { Conversion, Note, Shortage } from "./note.ts";

/** $2,000 for each day at whose end the shares were still to come, once they are more than two business days late. */
export function latePayments(note: Note, conversion: Conversion, day: Day): Fraction {
  const { deadline, graceEnd, deliveredOn, undoneOn, shares } = conversion;
  const isStillToCome = deliveredOn === undefined || deliveredOn > graceEnd;
  if (shares.isZero || !isStillToCome || note.today <= graceEnd) return zero;
  const start = note.readings["late delivery start"] === "grace" ? graceEnd : deadline;
  const ends = [deliveredOn, undoneOn].map((end) => (end === undefined ? day : end - 1));
  const last = Math.min(day, ...ends);
  const days =
    note.readings["late delivery days"] === "business" ? businessDaysIn(start, last, note.holidays) : last - start;
  return whole(2000 * Math.max(0, days));
}

export const allLatePayments = (note: Note, day: Day): Fraction =>
  sum(note.conversions.map((it) => latePayments(note, it, day)));

/** The formula of 1.3, taken once at today for each Conversion Default; after its Authorization Date it stands still. */
export const shortagePayments = (note: Note): Fraction => sum(note.shortages.map((it) => paymentsFor(note, it)));

function paymentsFor(note: Note, { on, principal, payments }: Shortage): Fraction {
  if (payments !== undefined) return payments;
  const base = sum([principal, accruedInterest(note), defaultInterest(note)]);
  return base
    .times(fraction("0.24"))
    .times(note.today - on)
    .over(365);
}

export const openShortage = (note: Note): Shortage | undefined =>
  note.shortages.find(({ authorizedOn }) => authorizedOn === undefined);

/** A number of shares that suffices for full conversion ends a Conversion Default. */
export function authorize(note: Note, shares: Fraction): void {
  note.authorized = { shares, on: note.today, moment: note.moment };
  if (!isAuthorizedInFull(note)) return;
  note.authorizations.push(note.today);
  const open = openShortage(note);
  if (open === undefined) return;
  open.authorizedOn = note.today;
}

/** As the Authorization Date ends, the payments stand still. */
export function endShortages(note: Note): void {
  for (const it of note.shortages) if (it.authorizedOn === note.today) it.payments ??= paymentsFor(note, it);
}

/** Damages owed: late payments up to and including a day, Conversion Default Payments up to today, less what was converted. */
export const damagesOwed = (note: Note, lastLateDay: Day): Fraction =>
  greater(zero, allLatePayments(note, lastLateDay).plus(shortagePayments(note)).minus(note.damagesTaken));
