/** Sections 1.1, 1.3 and 1.7: how many shares may be issued, and how many there are. */
import type { Day } from "./days.ts";
import { businessDaysAfter } from "./days.ts";
import type { Fraction } from "./fraction.ts";
import { fraction, greater, lesser, one, sum, zero } from "./fraction.ts";
import { accruedInterest } from "./interest.ts";
import type { Note, Report } from "./note.ts";
import { splitFactor } from "./note.ts";
import { conversionPrice } from "./prices.ts";

const ownershipLimit = fraction("0.0499");
const exchangeLimit = fraction("0.1999");

/** Shares issued on conversions that stand, of those after a moment, in today's shares. */
export function issuedSince(note: Note, moment: number): Fraction {
  const standing = note.conversions.filter((it) => it.moment > moment && it.undoneOn === undefined);
  return sum(standing.map(({ shares, on }) => shares.times(splitFactor(note, on, note.today))));
}

const restated = (note: Note, { shares, on }: Report): Fraction => shares.times(splitFactor(note, on, note.today));

/** Shares that the Holder may still take before it owns more than 4.99% of the outstanding stock. */
function ownershipRoom(note: Note): Fraction {
  const held = restated(note, note.position).plus(issuedSince(note, note.position.moment));
  const outstanding = restated(note, note.outstanding).plus(issuedSince(note, note.outstanding.moment));
  const room = outstanding.times(ownershipLimit).minus(held);
  return note.readings["ownership base"] === "after issuance" ? room.over(one.minus(ownershipLimit)) : room;
}

export function maximumShareAmount(note: Note): Fraction {
  const { sharesOutstanding, closingDate, holderPart } = note.terms;
  return sharesOutstanding
    .times(exchangeLimit)
    .times(holderPart)
    .times(splitFactor(note, closingDate, note.today));
}

const exchangeRoom = (note: Note): Fraction => maximumShareAmount(note).minus(issuedSince(note, 0));

/** The lesser of the two limits, in shares that are not rounded. */
export const shareRoom = (note: Note): Fraction => greater(zero, lesser(ownershipRoom(note), exchangeRoom(note)));

/** The authorized shares that are left; undefined where there is no limit. */
export function authorizedLeft(note: Note): Fraction | undefined {
  if (note.authorized === undefined) return undefined;
  const left = restated(note, note.authorized).minus(issuedSince(note, note.authorized.moment));
  return greater(zero, left);
}

/** What "full conversion" includes. */
export const fullAmount = (note: Note): Fraction =>
  note.readings["full conversion"] === "principal" ? note.principal : note.principal.plus(accruedInterest(note));

/** The shares that it would bring, as a quantity. */
export const fullConversion = (note: Note): Fraction => fullAmount(note).over(conversionPrice(note, note.today));

export function isAuthorizedInFull(note: Note): boolean {
  const left = authorizedLeft(note);
  return left === undefined || !left.isBelow(fullConversion(note));
}

/** Section 1.7: the day on which no whole share is left to issue. */
export function watchMaximum(note: Note): void {
  if (exchangeRoom(note).isBelow(one)) note.maximumDate ??= note.today;
}

export const marketPrepaymentDate = (note: Note): Day | undefined =>
  note.maximumDate === undefined ? undefined : businessDaysAfter(15, note.maximumDate, note.holidays);
