/** Sections 2(a) and 2(b): the election of shares, the shares delivered ahead, and whether shares may pay. */

import type { Day } from "../base/days.ts";
import { dayOf, isQuarterEnd, quarterEnd, quarterEndBefore } from "../base/days.ts";
import { rolled, tradingDaysAfter, tradingDaysBefore } from "../base/market.ts";
import type { Rational } from "../base/rational.ts";
import { isAboveZero, isLess, over, rational, times, total, zero } from "../base/rational.ts";
import type { WrittenEvent } from "../base/story.ts";
import type { Book } from "../book.ts";
import { wereConditionsMet } from "../book.ts";

/** The quarter's last day that an event means; it may name the day that it rolls to. */
export function quarterNamed(event: WrittenEvent): Day {
  const day = dayOf(event["Interest Payment Date"] as string);
  if (isQuarterEnd(day)) return day;
  return quarterEndBefore(day);
}

export const paymentDate = (book: Book, quarter: Day) => rolled(book.market, quarter);

/** The first of the twenty Trading Days before the payment date, from which the election is irrevocable. */
export const noticeStart = (book: Book, quarter: Day) => tradingDaysBefore(book.market, paymentDate(book, quarter), 20);

/** Shares within three Trading Days are in time. */
export const shareDeadline = (book: Book, quarter: Day) => tradingDaysAfter(book.market, paymentDate(book, quarter), 3);

/** 2(b): the part that the last election before the period gives; none where there was no election. */
export function electedPart(book: Book, quarter: Day): Rational | undefined {
  const isFor = (event: WrittenEvent) => event.Continuing === true || quarterNamed(event) === quarter;
  const elections = book.reports.filter(({ event }) => event.event === "Interest Election" && isFor(event));
  const election = elections.findLast(({ on }) => on < noticeStart(book, quarter));
  return election && rational(election.event["In Shares"] as string);
}

/** All shares delivered ahead for a quarter, in the shares of the first day; or those of some days only. */
export function aheadFor({ reports }: Book, quarter: Day, from: Day, end: Day): Rational {
  const found = reports.filter(
    ({ on, event }) =>
      event.event === "Interest Shares Pre-Delivered" && quarterNamed(event) === quarter && from <= on && on < end,
  );
  return total(found.map(({ event, basis }) => over(rational(event.Shares as string), basis)));
}

/** 2(a)(iii): before the notice period and not more than five Trading Days before it, the interest at the price of today. */
function isPreDelivered(book: Book, quarter: Day, amount: Rational): boolean {
  const start = noticeStart(book, quarter);
  const shares = aheadFor(book, quarter, tradingDaysBefore(book.market, start, 5), start);
  return !isLess(times(shares, book.basis), over(amount, book.price));
}

/** The interest of a quarter that is to be paid in shares, as it fell due. */
export const elected = (book: Book, quarter: Day, all: Rational) => times(all, electedPart(book, quarter) ?? zero);

/** The part that falls due in shares, where shares were elected and delivered ahead. */
export function partInShares(book: Book, quarter: Day, all: Rational): Rational {
  const part = electedPart(book, quarter) ?? zero;
  return isAboveZero(part) && book.accelerated === undefined && isPreDelivered(book, quarter, times(part, all))
    ? part
    : zero;
}

/** As known today: elected, delivered ahead, and the Equity Conditions met to this day. */
export function isAllowed(book: Book, quarter: Day, all: Rational): boolean {
  const amount = elected(book, quarter, all);
  return (
    isAboveZero(amount) && isPreDelivered(book, quarter, amount) && wereConditionsMet(book, noticeStart(book, quarter))
  );
}

export function equityConditionsMet(book: Book): boolean {
  const start = noticeStart(book, quarterEnd(book.today));
  return wereConditionsMet(book, Math.min(start, book.today));
}

export function preDeliveryNeeded(book: Book, quarter: Day, all: Rational): Rational | null {
  return electedPart(book, quarter) === undefined ? null : over(elected(book, quarter, all), book.price);
}
