/** Section 2(a): what falls due, and when; what has been earned, due or not. */
import type { Day } from "../base/days.ts";
import { rolled } from "../base/market.ts";
import type { Rational } from "../base/rational.ts";
import { greatest, least, less, plus, total, zero } from "../base/rational.ts";
import type { Book, Due } from "../book.ts";
import { interestOf, interestOn } from "./earned.ts";

export const paidOf = ({ parts }: Due) => total(parts.map(({ amount }) => amount));
export const unpaidOf = (due: Due) => less(due.amount, paidOf(due));

/** Accrued and unpaid, due or not, without Late Fees; what was paid beyond it waits for what accrues next. */
export function accruedInterest(book: Book): Rational {
  if (book.discharged === true) return zero;
  return greatest(
    zero,
    less(plus(baseEarned(book), marginOwed(book)), plus(total(book.dues.map(paidOf)), book.credit)),
  );
}

const baseEarned = (book: Book) => interestOf(book, "base", book.terms.issue, book.today);

/** 8(b): what the Default Rate has added so far is owed at once. */
export function marginOwed(book: Book): Rational {
  return less(interestOf(book, "margin", book.terms.issue, book.today), book.marginPaid);
}

/** Earned, but in no sum that is due. */
export const notYetDue = (book: Book) => less(baseEarned(book), total(book.dues.map(({ amount }) => amount)));

/** The interest on a principal that is converted is due on the Conversion Date. */
export function chargeConversion(book: Book, accepted: Rational): Rational {
  const amount = interestOn(book, "base", accepted, book.dueTo, book.today);
  const from = Math.min(book.today, Math.max(book.dueTo, marginStart(book)));
  const margin = interestOn(book, "margin", accepted, from, book.today);
  useCredit(book, charge(book, { kind: "conversion", amount, margin }));
  return plus(amount, margin);
}

/** The first day of what an acceleration that stands adds; what stays of an older one was due with that. */
export const marginStart = ({ accelerated, defaultRate }: Book): Day =>
  (accelerated === undefined ? undefined : defaultRate.at(-1)?.from) ?? Number.POSITIVE_INFINITY;

/** Interest that has been earned to today, as it falls due. */
export function charge(book: Book, interest: Pick<Due, "kind" | "amount" | "margin">): Due {
  const dates = { earnedTo: book.today, due: rolled(book.market, book.today) };
  const due: Due = { ...interest, ...dates, parts: [], feePaid: zero, worth: zero, inCash: interest.kind !== "shares" };
  book.dues.push(due);
  return due;
}

/** As a payment date ends, what was paid ahead pays what falls due on it. */
export function settleFromCredit(book: Book): void {
  for (const due of book.dues) if (due.inCash && due.due === book.today) useCredit(book, due);
}

/** Money paid before the due date bears no Late Fee. A sum below zero, which conversions took too much for, adds to it. */
export function useCredit(book: Book, due: Due): void {
  const used = least(book.credit, unpaidOf(due));
  due.parts.push({ on: due.due, amount: used });
  book.credit = less(book.credit, used);
}
