/** Sections 1.2(a), 1.2(b) and 1.6(d): the Trading Price, the two prices, and the lesser of them. */
import type { Day } from "./days.ts";
import type { Fraction } from "./fraction.ts";
import { lesser, sum, Unanswerable } from "./fraction.ts";
import type { PriceKind, Row } from "./market.ts";
import { tradingDayBefore } from "./market.ts";
import type { Announcement, Note } from "./note.ts";
import { splitFactor } from "./note.ts";

export const tradingPrice = (note: Note, row: Row): Fraction => row[note.readings["trading price"] as PriceKind];

/** The average of the three lowest of the twenty Trading Days that end one Trading Day before, in the day's shares. */
export function marketPrice(note: Note, day: Day): Fraction {
  tradingDayBefore(note.market, 20, day);
  const prices = Array.from({ length: 20 }, (_, index) => {
    const row = tradingDayBefore(note.market, index + 1, day);
    return tradingPrice(note, row).over(splitFactor(note, row.day, day));
  });
  const sorted = prices.toSorted((a, b) => (a.isBelow(b) ? -1 : 1));
  return sum(sorted.slice(0, 3)).over(3);
}

export const variablePrice = (note: Note, day: Day): Fraction => marketPrice(note, day).times(note.terms.percentage);

/** The Fixed Conversion Price at the end of a day, or at this moment of today, in that day's shares. */
export function fixedPrice(note: Note, day: Day): Fraction {
  const dated = note.fixedPrices.findLast(({ on }) => on <= day);
  if (dated === undefined) throw new Unanswerable("missing data");
  return dated.price;
}

export function conversionPrice(note: Note, day: Day): Fraction {
  return priceUnder(note, day, fixedPrice(note, day), note.announcements.filter(counts(note, day)));
}

/** The price with regard to some announcements only: each holds the price down to what it was as it was made. */
function priceUnder(note: Note, day: Day, fixed: Fraction, announcements: readonly Announcement[]): Fraction {
  const otherwise = lesser(variablePrice(note, day), fixed);
  return announcements.map((it) => announcedPrice(note, it, day)).reduce(lesser, otherwise);
}

/** What a conversion would have cost as the announcement was made. */
function announcedPrice(note: Note, announcement: Announcement, day: Day): Fraction {
  const { on, fixedPrice: fixed, pending } = announcement;
  return priceUnder(note, on, fixed, pending).over(splitFactor(note, on, day));
}

export function announce(note: Note, id: string): void {
  const { today } = note;
  const pending = note.announcements.filter(counts(note, today));
  note.announcements.push({ id, on: today, fixedPrice: fixedPrice(note, today), pending, endedOn: undefined });
}

const counts =
  ({ readings }: Note, day: Day) =>
  ({ on, endedOn }: Announcement): boolean =>
    on <= day &&
    (endedOn === undefined || day < endedOn || (day === endedOn && readings["termination day"] === "adjusted"));

/** Section 1.6(d): a cheaper issue brings the Fixed Conversion Price down to its price per share. */
export function issueSecurities(note: Note, total: Fraction, shares: Fraction, isExempt: boolean): void {
  if (isExempt) return;
  const perShare = total.over(shares);
  if (perShare.isBelow(fixedPrice(note, note.today))) note.fixedPrices.push({ on: note.today, price: perShare });
}

export function split(note: Note, ratio: Fraction): void {
  note.splits.push({ on: note.today, ratio });
  note.fixedPrices.push({ on: note.today, price: fixedPrice(note, note.today).over(ratio) });
}
