/** Section 4(d)(ii) to (v): delivery, rescission, liquidated damages and Buy-Ins. */

import type { Day } from "../base/days.ts";
import { tradingDaysAfter, tradingDaysBetween } from "../base/market.ts";
import type { Rational } from "../base/rational.ts";
import {
  greatest,
  isAboveZero,
  isLess,
  less,
  over,
  plus,
  rational,
  times,
  total,
  wholePart,
  zero,
} from "../base/rational.ts";
import type { WrittenEvent } from "../base/story.ts";
import type { Book, BuyIn, Conversion } from "../book.ts";
import { conversionFor, Refused } from "../book.ts";
import { amountIn } from "../interest/payments.ts";

export function deliver(book: Book, event: WrittenEvent): void {
  const conversion = conversionFor(book, event);
  if (isSettled(conversion)) throw new Refused();
  conversion.delivered = book.today;
}

/** 4(d)(iii): after the fifth Trading Day, until the shares come. */
export function rescind(book: Book, event: WrittenEvent): void {
  const conversion = conversionFor(book, event);
  if (isSettled(conversion) || book.today < rescissionDate(conversion)) throw new Refused();
  conversion.rescinded = book.today;
  book.principal = plus(book.principal, conversion.accepted);
}

const isSettled = ({ delivered, rescinded }: Conversion) => delivered !== undefined || rescinded !== undefined;

/** A remainder under one share gives no share, so that none can be late. */
export const givesShares = ({ shares }: Conversion) => isAboveZero(shares);

export const rescissionDate = ({ fifthTradingDay }: Conversion) => fifthTradingDay + 1;

/** 2(c): at the end of the Delivery Date it shows whether the shares came in time. */
export function noteLateShares(book: Book): void {
  for (const conversion of book.conversions.values()) {
    if (conversion.deliveryDate !== book.today || isSettled(conversion) || !givesShares(conversion)) continue;
    conversion.isLate = true;
  }
}

/** 4(d)(iv): $10, from the sixth Trading Day $20, for each $2,000 and each Trading Day that ended without the shares. */
export function liquidatedDamages(book: Book, conversion: Conversion): Rational {
  if (isBoughtIn(book, conversion) || !givesShares(conversion)) return zero;
  const days = daysWithout(book, conversion);
  const units = over(conversion.accepted, rational(2000));
  const perUnit = rational(days * 10 + Math.max(0, days - 5) * 10);
  return times(book.readings.damagesProRata ? units : wholePart(units), perUnit);
}

function daysWithout({ market, readings, today }: Book, { on, delivered, rescinded }: Conversion): number {
  const start = tradingDaysAfter(market, on, readings.damagesAfter) + 1;
  const end: Day = Math.min(today, (delivered ?? rescinded ?? Number.POSITIVE_INFINITY) - 1);
  return tradingDaysBetween(market, start, Math.max(end, start - 1)).length;
}

/** 4(d)(v): what the purchase cost above what the sale brought; nothing for one on or before the fifth Trading Day. */
export function buyIn(book: Book, event: WrittenEvent): void {
  const conversion = conversionFor(book, event);
  const figure = (name: string) => rational(event[name] as string);
  const excess = less(figure("Purchase Price"), times(figure("Shares Anticipated"), figure("Sale Price")));
  const { fifthTradingDay, delivered = Number.POSITIVE_INFINITY } = conversion;
  const applies = book.today > fifthTradingDay && delivered > fifthTradingDay && givesShares(conversion);
  const payment = applies ? greatest(zero, excess) : zero;
  book.buyIns.set(event.id as string, { conversion, payment, paid: zero });
}

export function payBuyIn(book: Book, event: WrittenEvent): void {
  const found = book.buyIns.get(event.for as string);
  if (found === undefined) throw new Refused();
  found.paid = plus(found.paid, amountIn(event));
}

export const buyInsOwed = ({ buyIns }: Book) =>
  total([...buyIns.values()].map(({ payment, paid }) => greatest(zero, less(payment, paid))));

/** A Buy-In Payment that was required and made in full stands in place of the damages. */
const isBoughtIn = ({ buyIns }: Book, conversion: Conversion) =>
  [...buyIns.values()].some((it) => it.conversion === conversion && isPaid(it));

export const isPaid = ({ payment, paid }: BuyIn) => isAboveZero(payment) && !isLess(paid, payment);
