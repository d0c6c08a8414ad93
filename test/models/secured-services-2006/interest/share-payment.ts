/** Sections 2(a) and 2(d): shares that pay interest, and the cash in their place. */

import type { Day } from "../base/days.ts";
import { isQuarterEnd, quarterEndBefore } from "../base/days.ts";
import { tradingDaysBefore, tradingDaysBetween } from "../base/market.ts";
import type { Rational } from "../base/rational.ts";
import { greatest, isAboveZero, least, less, one, plus, rational, times, total, zero } from "../base/rational.ts";
import type { WrittenEvent } from "../base/story.ts";
import type { Book, Due } from "../book.ts";
import { wereConditionsMet } from "../book.ts";
import { areConditionsMet } from "../defaults/equity-conditions.ts";
import { vwap } from "../shares/prices.ts";
import { unpaidOf, useCredit } from "./dues.ts";
import { aheadFor, elected, noticeStart, paymentDate, quarterNamed, shareDeadline } from "./elections.ts";
import { payDues } from "./payments.ts";
import { conversionRate, dueToday, sharesFor, sharesIssuable } from "./share-count.ts";

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
  return isKept && (book.today > last || areConditionsMet(book, false));
}

/** As the quarter's last day ends, interest that may not be paid in shares is due in cash after all. */
export function decideOnShares(book: Book): void {
  const due = book.dues.find((it) => it.kind === "shares" && it.earnedTo === book.today);
  if (due === undefined) return;
  due.isAllowed = wereConditionsMet(book, noticeStart(book, book.today));
  if (!due.isAllowed) toCash(book, due);
  else if (!isAboveZero(sharesIssuable(book, book.today, dueToday(book)) ?? one)) {
    due.parts.push({ on: due.due, amount: due.amount });
    due.worth = due.amount;
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
  if (due.due <= book.today) useCredit(book, due);
}

/** 2(d): the shares otherwise deliverable at the highest VWAP from the payment date to the Trading Day before today. */
export function failedPaymentCash(book: Book): Rational | null {
  const quarter = isQuarterEnd(book.today) ? book.today : quarterEndBefore(book.today);
  const due = book.dues.filter((it) => it.earnedTo === quarter && it.kind !== "conversion");
  const all = total(due.map(({ amount, margin }) => plus(amount, margin)));
  const wasAllowed = due.some((it) => it.isAllowed === true);
  if (!isAboveZero(elected(book, quarter, all)) || wasAllowed) return null;
  const days = tradingDaysBetween(
    book.market,
    paymentDate(book, quarter),
    tradingDaysBefore(book.market, book.today, 1),
  );
  if (days.length === 0) return null;
  return times(sharesFor(book, quarter, all), greatest(...days.map((day) => vwap(book, day))));
}
