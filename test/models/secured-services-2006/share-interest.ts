/** Sections 2(a), 2(b) and 2(d): interest in shares, from the election to the shares or the cash in their place. */
import type { Day } from "./base/days.ts";
import { dayOf, isQuarterEnd, quarterEnd, quarterEndBefore } from "./base/days.ts";
import { rolled, tradingDaysAfter, tradingDaysBefore, tradingDaysBetween } from "./base/market.ts";
import type { Rational } from "./base/rational.ts";
import {
  greatest,
  isAboveZero,
  isLess,
  least,
  less,
  over,
  plus,
  rational,
  times,
  total,
  zero,
} from "./base/rational.ts";
import type { WrittenEvent } from "./base/story.ts";
import type { Book, Due } from "./book.ts";
import { amountOf, unpaidOf } from "./dues.ts";
import { wereConditionsMet } from "./equity-conditions.ts";
import { averageBefore, vwap } from "./prices.ts";

/** The quarter's last day that an event means; it may name the day that it rolls to. */
export function quarterNamed(event: WrittenEvent): Day {
  const day = dayOf(event["Interest Payment Date"] as string);
  if (isQuarterEnd(day)) return day;
  return quarterEndBefore(day);
}

const paymentDate = (book: Book, quarter: Day) => rolled(book.market, quarter);

/** The first of the twenty Trading Days before the payment date, from which the election is irrevocable. */
const noticeStart = (book: Book, quarter: Day) => tradingDaysBefore(book.market, paymentDate(book, quarter), 20);

/** Shares within three Trading Days are in time. */
export const shareDeadline = (book: Book, quarter: Day) => tradingDaysAfter(book.market, paymentDate(book, quarter), 3);

/** 2(b): the part that the last election before the period gives; none where there was no election. */
export function electedPart(book: Book, quarter: Day): Rational | undefined {
  const isFor = (event: WrittenEvent) => event.Continuing === true || quarterNamed(event) === quarter;
  const elections = book.reports.filter(({ event }) => event.event === "Interest Election" && isFor(event));
  const election = elections.findLast(({ on }) => on < noticeStart(book, quarter));
  return election && rational(election.event["In Shares"] as string);
}

/** 2(a)(iii): delivered before the period, and not more than five Trading Days before it. */
function preDeliveries({ reports, market }: Book, quarter: Day, start: Day) {
  const first = tradingDaysBefore(market, start, 5);
  return reports.filter(
    ({ on, event }) =>
      event.event === "Interest Shares Pre-Delivered" && quarterNamed(event) === quarter && first <= on && on < start,
  );
}

/** In the shares of the first day. */
function preDelivered(book: Book, quarter: Day): Rational {
  const found = preDeliveries(book, quarter, noticeStart(book, quarter));
  return total(found.map(({ event, basis }) => over(rational(event.Shares as string), basis)));
}

/** The pre-delivery is at least the interest in shares, at the price of its day. */
function isPreDelivered(book: Book, quarter: Day, amount: Rational): boolean {
  const last = preDeliveries(book, quarter, noticeStart(book, quarter)).at(-1);
  if (last === undefined) return false;
  const price = book.prices.get(last.on) ?? book.price;
  return !isLess(times(preDelivered(book, quarter), last.basis), over(amount, price));
}

/** The interest of a quarter that is to be paid in shares, as it fell due. */
const elected = (book: Book, quarter: Day, all: Rational) => times(all, electedPart(book, quarter) ?? zero);

/** Interest that is still to be paid in shares: the conditions hold and its time has not passed. */
export function isForShares(book: Book, due: Due): boolean {
  const { kind, earnedTo } = due;
  return (
    kind === "shares" &&
    book.today <= shareDeadline(book, earnedTo) &&
    wereConditionsMet(book, noticeStart(book, earnedTo))
  );
}

/** What falls due in shares, where shares were elected and delivered ahead. */
export function shareOf(book: Book, quarter: Day, all: Rational): Rational {
  const part = electedPart(book, quarter) ?? zero;
  return isAboveZero(part) && isPreDelivered(book, quarter, times(part, all)) ? part : zero;
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

/** 90% of the average before the payment date, or of that before a later delivery, if lower. */
export function conversionRate(book: Book, quarter: Day, delivery?: Day): Rational {
  const date = paymentDate(book, quarter);
  const first = averageBefore(book, date);
  return times(
    rational("90%"),
    delivery !== undefined && delivery > date ? least(first, averageBefore(book, delivery)) : first,
  );
}

/** Shares that pay what is to be paid in shares; those delivered ahead are not taken off. */
const sharesFor = (book: Book, quarter: Day, all: Rational) =>
  over(elected(book, quarter, all), conversionRate(book, quarter));

export function sharesIssuable(book: Book, quarter: Day, all: Rational): Rational | null {
  if (electedPart(book, quarter) === undefined) return null;
  return greatest(zero, less(sharesFor(book, quarter, all), times(preDelivered(book, quarter), book.basis)));
}

export function preDeliveryNeeded(book: Book, quarter: Day, all: Rational): Rational | null {
  return electedPart(book, quarter) === undefined ? null : over(elected(book, quarter, all), book.price);
}

/** 2(a): shares with those delivered ahead discharge the interest at the rate, while all conditions are met. */
export function deliverInterestShares(book: Book, event: WrittenEvent): void {
  const quarter = quarterNamed(event);
  const due = book.dues.find((it) => it.kind === "shares" && it.earnedTo === quarter);
  if (due === undefined) return;
  if (!wereConditionsMet(book, noticeStart(book, quarter))) return;
  const shares = plus(rational(event.Shares as string), aheadFor(book, due, quarter));
  const worth = times(shares, conversionRate(book, quarter, book.today));
  const inTime = book.today <= shareDeadline(book, quarter);
  due.parts.push({ on: inTime ? due.due : book.today, amount: least(worth, unpaidOf(due)) });
}

/** The shares delivered ahead count with the first delivery. */
const aheadFor = (book: Book, { parts }: Due, quarter: Day) =>
  parts.length === 0 ? times(preDelivered(book, quarter), book.basis) : zero;

/** 2(d): the shares otherwise deliverable at the highest VWAP from the payment date to the Trading Day before today. */
export function failedPaymentCash(book: Book): Rational | null {
  const quarter = quarterEndBefore(book.today);
  const due = book.dues.filter((it) => it.earnedTo === quarter && it.kind !== "conversion");
  const all = total(due.map(amountOf));
  if (!isAboveZero(elected(book, quarter, all)) || isAllowed(book, quarter, all)) return null;
  const days = tradingDaysBetween(
    book.market,
    paymentDate(book, quarter),
    tradingDaysBefore(book.market, book.today, 1),
  );
  return times(sharesFor(book, quarter, all), greatest(...days.map((day) => vwap(book, day))));
}
