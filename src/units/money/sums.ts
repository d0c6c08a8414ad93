/** Sums of money. Nothing is converted: two currencies have no sum. */
import type { Exact } from "../exact.ts";
import { add, isZero } from "../exact.ts";

/** An amount of one currency. */
export interface Sum {
  readonly currency: string;
  readonly amount: Exact;
}

/** Of two currencies there is no sum, unless one of the two amounts is nothing. A text says why there is none. */
export function together(a: Sum | string, b: Sum | string): Sum | string {
  if (typeof a === "string") return a;
  if (typeof b === "string") return b;
  if (a.currency !== b.currency && isZero(b.amount)) return a;
  if (a.currency !== b.currency && isZero(a.amount)) return b;
  if (a.currency !== b.currency) return noSum(a.currency, b.currency);
  const amount = add(a.amount, b.amount);
  return amount === undefined ? tooLong : { currency: a.currency, amount };
}

export const noSum = (one: string, other: string): string =>
  `${one} and ${other} are two currencies, which have no sum`;

export const tooLong = "a figure has too many digits";
