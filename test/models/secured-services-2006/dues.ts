/** Section 2(a): what falls due, and when. Section 2(c): what falls due later for shares that did not come in time. */

import type { Day } from "./base/days.ts";
import { rolled } from "./base/market.ts";
import type { Rational } from "./base/rational.ts";
import { greatest, isLess, least, less, plus, total, zero } from "./base/rational.ts";
import type { Book, Conversion, Due } from "./book.ts";
import type { RatePart } from "./interest.ts";
import { interestOf, interestOn } from "./interest.ts";

export const amountOf = ({ base, margin }: Due) => plus(base, margin);
export const paidOf = ({ parts }: Due) => total(parts.map(({ amount }) => amount));
export const unpaidOf = (due: Due) => less(amountOf(due), paidOf(due));

/** Accrued and unpaid, due or not, without Late Fees; what was paid beyond it waits for what accrues next. */
export function accruedInterest(book: Book): Rational {
  if (book.discharged === true) return zero;
  return greatest(zero, less(plus(total(book.dues.map(unpaidOf)), notYetDue(book)), book.credit));
}

/** Earned, but in no sum that is due. */
export function notYetDue(book: Book): Rational {
  const { terms, today } = book;
  const earned = plus(interestOf(book, "base", terms.issue, today), interestOf(book, "margin", terms.issue, today));
  return less(earned, total(book.dues.map(amountOf)));
}

/** The interest on a principal that is converted is due on the Conversion Date. */
export function chargeConversion(book: Book, accepted: Rational): Rational {
  const earned = (part: RatePart) => interestOn(book, part, accepted, book.dueTo, book.today);
  return amountOf(charge(book, "conversion", earned("base"), earned("margin")));
}

/** Interest that has been earned to today. */
export function charge(book: Book, kind: Due["kind"], base: Rational, margin: Rational): Due {
  const due: Due = {
    kind,
    earnedTo: book.today,
    due: rolled(book.market, book.today),
    base,
    margin,
    parts: [],
    feePaid: zero,
  };
  book.dues.push(due);
  useCredit(book, due);
  return due;
}

/** What was paid ahead pays what falls due next. */
function useCredit(book: Book, due: Due): void {
  const used = least(book.credit, unpaidOf(due));
  if (!isLess(zero, used)) return;
  due.parts.push({ on: book.today, amount: used });
  book.credit = less(book.credit, used);
}

/** The shares have not come in time: what had ceased to be earned before the last day that fell due was due that day. */
export function chargeLateStart(book: Book, { on, accepted }: Conversion): void {
  let from = on;
  for (const due of periodsAfter(book, on)) {
    due.base = plus(due.base, interestOn(book, "base", accepted, from, due.earnedTo));
    due.margin = plus(due.margin, interestOn(book, "margin", accepted, from, due.earnedTo));
    from = due.earnedTo;
  }
}

const periodsAfter = ({ dues }: Book, day: Day) => dues.filter((it) => it.kind !== "conversion" && it.earnedTo > day);

/** An acceleration is annulled and its interest falls away: what was paid for it pays what falls due next. */
export function dropMargins(book: Book): void {
  for (const due of book.dues) {
    due.margin = zero;
    while (isLess(unpaidOf(due), zero))
      book.credit = plus(book.credit, takeBack(due, less(paidOf(due), amountOf(due))));
  }
}

/** Takes up to `excess` from the payment made last. */
function takeBack(due: Due, excess: Rational): Rational {
  const last = due.parts.pop();
  if (last === undefined) return zero;
  const taken = least(excess, last.amount);
  if (isLess(taken, last.amount)) due.parts.push({ on: last.on, amount: less(last.amount, taken) });
  return taken;
}
