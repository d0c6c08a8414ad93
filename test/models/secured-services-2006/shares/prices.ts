/** Section 1: VWAP, in the shares of today; the market's prices are as they were traded. */
import type { Day } from "../base/days.ts";
import { MissingData, tradingDayAt, tradingDaysBefore, tradingDaysBetween } from "../base/market.ts";
import type { Rational } from "../base/rational.ts";
import { one, over, rational, times, total } from "../base/rational.ts";
import type { Book } from "../book.ts";

/** The VWAP of the day, or of the nearest Trading Day before it. */
export function vwap(book: Book, day: Day = book.today): Rational {
  const traded = tradingDayAt(book.market, day);
  const price = book.market.vwaps.get(traded);
  if (price === undefined) throw new MissingData();
  return priceOf(book, price, traded);
}

/** The same in the shares of the day itself. */
export const vwapAsOf = (book: Book, day: Day) => over(times(vwap(book, day), book.basis), basisOn(book, day));

/** A price of an earlier day, in the shares of today. */
export const priceOf = (book: Book, price: Rational, day: Day) => over(times(price, basisOn(book, day)), book.basis);

/** A number of shares of an earlier day, in the shares of today. */
export const inShares = (book: Book, count: Rational, day: Day) => over(times(count, book.basis), basisOn(book, day));

const basisOn = ({ bases }: Book, day: Day) => bases.findLast(({ from }) => from <= day)?.basis ?? one;

/** "The 20 VWAPs immediately prior to" a day; one reading counts the day itself. */
export function averageBefore(book: Book, day: Day): Rational {
  const end = book.readings.averageCountsTheDay ? day + 1 : day;
  const days = tradingDaysBetween(book.market, tradingDaysBefore(book.market, end, 20), end - 1);
  return over(total(days.map((it) => vwap(book, it))), rational(days.length));
}
