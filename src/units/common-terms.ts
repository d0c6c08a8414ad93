/** The facts of a deal that a story may give, in words that every instrument shares. */
import type { ValueType } from "./value-type.ts";
import { date, money, price, rate, shares } from "./value-type.ts";

export interface CommonFact {
  readonly type: ValueType;
  /** What it is, as a phrase. */
  readonly meaning: string;
  /** Whether a comparison itself reads it, for its totals. */
  readonly isInTotals?: true;
}

/** By the name that a story and a binding use. */
export const commonTerms: Readonly<Record<string, CommonFact>> = {
  amount: { type: money, meaning: "what the holder pays for the instrument, and its principal", isInTotals: true },
  "issue date": { type: date, meaning: "the first day of the instrument" },
  maturity: { type: date, meaning: "the day on which principal falls due" },
  "interest rate": { type: rate, meaning: "the ordinary rate of interest" },
  "fixed conversion price": { type: price, meaning: "a conversion price that is agreed at the start" },
  "shares outstanding": {
    type: shares,
    meaning: "the issuer's shares outstanding on the issue date",
    isInTotals: true,
  },
  "shares held": { type: shares, meaning: "the shares that the holder has besides, on the issue date" },
  "shares authorized": { type: shares, meaning: "the shares that the issuer may still issue, on the issue date" },
  "valuation cap": { type: money, meaning: "the highest value of the issuer at which the instrument converts" },
};
