/** What would have to be paid today: Article III, sections 1.7 and 5.1. */

import { damagesOwed } from "./damages.ts";
import type { Fraction } from "./fraction.ts";
import { fraction, greater, sum } from "./fraction.ts";
import { accruedInterest, defaultInterest } from "./interest.ts";
import { tradingDayBefore, tradingDaysIn } from "./market.ts";
import type { Note } from "./note.ts";
import { splitFactor } from "./note.ts";
import { conversionPrice } from "./prices.ts";

/** Principal, interest, Default Interest and what 1.3 and 1.4(g) give. */
export const everythingOwed = (note: Note): Fraction =>
  sum([note.principal, accruedInterest(note), defaultInterest(note), damagesOwed(note, note.today)]);

export const defaultSum = (note: Note): Fraction | null =>
  note.acceleratedOn === undefined ? null : everythingOwed(note);

/** The shares of the Default Sum at the price of the last Trading Day, at the highest close since the first default. */
export function parityValue(note: Note): Fraction | null {
  const total = defaultSum(note);
  if (total === null || note.firstOccurrence === undefined) return null;
  const day = note.failedConversionDate ?? tradingDayBefore(note.market, 1, note.today).day;
  const price = conversionPrice(note, day).over(splitFactor(note, day, note.today));
  const close = highestClose(note, note.firstOccurrence);
  return close && total.over(price).times(close);
}

/** Up to the day before today; on the day of the first occurrence itself there is none. */
function highestClose(note: Note, from: number): Fraction | null {
  const rows = tradingDaysIn(note.market, from, note.today - 1);
  const closes = rows.map((row) => row.close.over(splitFactor(note, row.day, note.today)));
  return closes.length === 0 ? null : closes.reduce(greater);
}

export function defaultAmount(note: Note): Fraction | null {
  const total = defaultSum(note);
  const premium = total?.times(fraction("1.3"));
  return premium === undefined ? null : greater(premium, parityValue(note) ?? premium);
}

export const marketPrepaymentAmount = (note: Note): Fraction => everythingOwed(note).times(fraction("1.3"));

/** Section 5.1: 125% within thirty days of the Issue Date, 135% within sixty, then 150%. */
export function optionalPrepaymentAmount(note: Note): Fraction {
  const days = note.today - note.terms.issueDate;
  return everythingOwed(note).times(fraction(days <= 30 ? "1.25" : days <= 60 ? "1.35" : "1.5"));
}
