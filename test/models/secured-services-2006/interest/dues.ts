/** Section 2(a): what falls due, and when; what has been earned, due or not. */
import { rolled } from "../base/market.ts";
import type { Rational } from "../base/rational.ts";
import { greatest, isAboveZero, least, less, plus, total, zero } from "../base/rational.ts";
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
  const isAccelerated = book.accelerated !== undefined;
  const margin = isAccelerated ? interestOn(book, "margin", accepted, book.dueTo, book.today) : zero;
  charge(book, { kind: "conversion", amount, margin });
  return plus(amount, margin);
}

/** Interest that has been earned to today, as it falls due; what was paid ahead pays it first. */
export function charge(book: Book, interest: Pick<Due, "kind" | "amount" | "margin">): void {
  const dates = { earnedTo: book.today, due: rolled(book.market, book.today) };
  const due: Due = { ...interest, ...dates, parts: [], feePaid: zero, worth: zero, inCash: interest.kind !== "shares" };
  book.dues.push(due);
  if (due.inCash) useCredit(book, due);
}

/** Money paid before the due date bears no Late Fee. */
export function useCredit(book: Book, due: Due): void {
  const used = least(book.credit, unpaidOf(due));
  if (!isAboveZero(used)) return;
  due.parts.push({ on: due.due, amount: used });
  book.credit = less(book.credit, used);
}
