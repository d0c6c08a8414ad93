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
  one,
  over,
  plus,
  rational,
  times,
  total,
  zero,
} from "./base/rational.ts";
import type { WrittenEvent } from "./base/story.ts";
import type { Book, Due } from "./book.ts";
import { paidOf, unpaidOf, useCredit } from "./dues.ts";
import { areConditionsMet, wereConditionsMet } from "./equity-conditions.ts";
import { payDues } from "./payments.ts";
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

/** All shares delivered ahead for a quarter, in the shares of the first day; or those of some days only. */
function aheadFor({ reports }: Book, quarter: Day, from: Day, end: Day): Rational {
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
const elected = (book: Book, quarter: Day, all: Rational) => times(all, electedPart(book, quarter) ?? zero);

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

/** 90% of the average before the payment date, or of that before a later delivery, if lower. */
export function conversionRate(book: Book, quarter: Day, delivery?: Day): Rational {
  const date = paymentDate(book, quarter);
  const first = averageBefore(book, Math.min(date, book.today));
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
  return greatest(
    zero,
    less(sharesFor(book, quarter, all), times(aheadFor(book, quarter, 0, quarter + 1), book.basis)),
  );
}

export function preDeliveryNeeded(book: Book, quarter: Day, all: Rational): Rational | null {
  return electedPart(book, quarter) === undefined ? null : over(elected(book, quarter, all), book.price);
}

/** 2(a): shares, and with the first of them those delivered ahead, discharge the interest at the rate of their delivery. */
export function deliverInterestShares(book: Book, event: WrittenEvent): void {
  const quarter = quarterNamed(event);
  const rate = conversionRate(book, quarter, book.today);
  book.rates.set(event.id as string, rate);
  const due = book.dues.find((it) => it.kind === "shares" && it.earnedTo === quarter && it.isAllowed === true);
  if (due === undefined || !wereKept(book, quarter)) return;
  const ahead = isAboveZero(due.worth) ? zero : times(aheadFor(book, quarter, 0, quarter + 1), book.basis);
  const shares = plus(rational(event.Shares as string), ahead);
  const before = least(due.amount, due.worth);
  due.worth = plus(due.worth, times(shares, rate));
  const discharged = less(least(due.amount, due.worth), before);
  const part = least(discharged, unpaidOf(due));
  const inTime = book.today <= shareDeadline(book, quarter);
  if (isAboveZero(part)) due.parts.push({ on: inTime ? due.due : book.today, amount: part });
  payDues(book, less(discharged, part));
}

/** The conditions held from the quarter's end to the delivery; from the third Trading Day its own lateness fails them. */
function wereKept(book: Book, quarter: Day): boolean {
  const last = shareDeadline(book, quarter) - 1;
  const days = tradingDaysBetween(book.market, quarter + 1, Math.min(last, book.today - 1));
  const isKept = days.every((day) => !book.unmet.includes(day));
  return isKept && (book.today > last || areConditionsMet(book));
}

/** As the quarter's last day ends, interest that may not be paid in shares is due in cash after all. */
export function decideOnShares(book: Book): void {
  const due = book.dues.find((it) => it.kind === "shares" && it.earnedTo === book.today);
  if (due === undefined) return;
  due.isAllowed = wereConditionsMet(book, noticeStart(book, book.today));
  if (!due.isAllowed) toCash(book, due);
  else if (!isAboveZero(sharesIssuable(book, book.today, dueToday(book)) ?? one)) {
    due.parts.push({ on: due.due, amount: due.amount });
    due.isAllowed = false;
  }
}

/** As the third Trading Day ends, what shares have not paid is due in cash. */
export function endShares(book: Book): void {
  for (const due of book.dues) {
    if (!due.inCash && shareDeadline(book, due.earnedTo) === book.today) toCash(book, due);
  }
}

function toCash(book: Book, due: Due): void {
  due.inCash = true;
  useCredit(book, due);
}

/** What falls due today, in cash or shares, without what fell due on conversions. */
export function dueToday({ dues, today }: Book): Rational {
  return total(
    dues
      .filter((it) => it.kind !== "conversion" && it.earnedTo === today)
      .map(({ amount, margin }) => plus(amount, margin)),
  );
}

/** 2(d): the shares otherwise deliverable at the highest VWAP from the payment date to the Trading Day before today. */
export function failedPaymentCash(book: Book): Rational | null {
  const quarter = quarterEndBefore(book.today);
  const due = book.dues.filter((it) => it.earnedTo === quarter && it.kind !== "conversion");
  const all = total(due.map(({ amount, margin }) => plus(amount, margin)));
  const wasAllowed = due.some((it) => it.isAllowed !== undefined && (it.isAllowed || isAboveZero(paidOf(it))));
  if (!isAboveZero(elected(book, quarter, all)) || wasAllowed) return null;
  const days = tradingDaysBetween(
    book.market,
    paymentDate(book, quarter),
    tradingDaysBefore(book.market, book.today, 1),
  );
  return times(sharesFor(book, quarter, all), greatest(...days.map((day) => vwap(book, day))));
}
