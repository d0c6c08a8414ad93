/** Sections 4(a), 4(d)(i) and 4(d)(vii): the conversion, its shares and the fraction of a share. */

import { tradingDaysAfter } from "../base/market.ts";
import type { Rational } from "../base/rational.ts";
import {
  compared,
  isAboveZero,
  isLess,
  less,
  nearest,
  one,
  over,
  plus,
  rational,
  times,
  wholePart,
  zero,
} from "../base/rational.ts";
import type { WrittenEvent } from "../base/story.ts";
import type { Alternate, Book } from "../book.ts";
import { Refused } from "../book.ts";
import { chargeConversion } from "../interest/dues.ts";
import { acceptedOf } from "./limits.ts";
import { vwap } from "./prices.ts";

export function convert(book: Book, event: WrittenEvent): void {
  const asked = rational(event["Principal Converted"] as string);
  if (isLess(book.principal, asked) || book.today <= book.terms.issue) throw new Refused();
  const accepted = acceptedOf(book, asked);
  const { whole, cash } = sharesFor(book, accepted);
  const interest = isAboveZero(accepted) ? chargeConversion(book, accepted) : zero;
  book.principal = less(book.principal, accepted);
  const alternate = alternateNow(book);
  const after = (count: number) => tradingDaysAfter(book.market, book.today, count);
  book.conversions.set(event.id as string, {
    on: book.today,
    order: book.conversions.size,
    accepted,
    shares: whole,
    issued: over(whole, book.basis),
    fractionCash: cash,
    interest,
    deliveryDate: after(3),
    fifthTradingDay: after(5),
    tenthTradingDay: after(10),
    ...(alternate !== undefined && {
      alternate: {
        ...alternate,
        securities: times(whole, alternate.securities),
        cash: times(whole, alternate.cash),
      },
    }),
    isLate: false,
  });
}

/** 4(d)(i), (vii): whole shares; the fraction, to 1/100 of a share (5(f)), is paid in cash or made one whole share. */
function sharesFor(book: Book, accepted: Rational) {
  const { roundsShares, fractionInCash } = book.readings;
  const exact = over(accepted, book.price);
  const shares = roundsShares ? nearest(exact, rational("0.01"), "up") : exact;
  const whole = wholePart(shares);
  const fraction = less(shares, whole);
  if (compared(fraction, zero) === 0) return { whole, cash: zero };
  return fractionInCash ? { whole, cash: times(fraction, vwap(book)) } : { whole: plus(whole, one), cash: zero };
}

/** 5(e): for a share of today; a split since the transaction has made more or fewer of one share. */
export function alternateNow({ alternate, basis }: Book): Alternate | undefined {
  if (alternate === undefined) return undefined;
  const part = over(alternate.basis, basis);
  return { securities: times(alternate.securities, part), cash: times(alternate.cash, part), basis };
}
