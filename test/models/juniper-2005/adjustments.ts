/** Section 1.6(b), (c) and (e): mergers, distributions, purchase rights. */
import type { Fraction } from "./fraction.ts";
import { sum, Unanswerable, zero } from "./fraction.ts";
import type { Conversion, Note, PurchaseRights } from "./note.ts";
import { splitFactor } from "./note.ts";
import { conversionPrice } from "./prices.ts";

/** What shares converted today bring from distributions whose record date has passed. */
export function distributionOn(note: Note, shares: Fraction): Fraction {
  const past = note.distributions.filter(({ record }) => record < note.today);
  const perShare = past.map((it) => it.perShare.over(splitFactor(note, it.record, note.today)));
  return sum(perShare).times(shares);
}

/**
 * In lieu of shares, what they became in one merger after another; undefined before any. A later split is one of the
 * successor's shares: there are more of them, and no more cash.
 */
export function conversionConsideration(note: Note, converted: Fraction): Conversion["consideration"] {
  const mergers = note.mergers.filter(({ electedAsDefault }) => !electedAsDefault);
  if (mergers.length === 0) return undefined;
  let shares = converted;
  let cash = zero;
  for (const merger of mergers) {
    cash = cash.plus(shares.times(merger.cash).over(splitFactor(note, merger.on, note.today)));
    shares = shares.times(merger.shares);
  }
  return { shares, cash };
}

/** The rights that full conversion would have brought at the end of the day before the record date. */
export function purchaseRightsOf(note: Note, { record, perShare }: PurchaseRights): Fraction {
  const amount = note.fullAmounts.get(record - 1);
  if (amount === undefined) throw new Unanswerable("missing data");
  // A split on the record date comes first: the rights are those of the shares after it.
  const shares = amount.over(conversionPrice(note, record - 1)).times(splitFactor(note, record - 1, record));
  return perShare.times(shares);
}
