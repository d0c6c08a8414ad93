/** Section 2: what a payment of interest pays. Payments of principal and of the whole (8(b)) are here too. */
import type { Rational } from "./base/rational.ts";
import { isAboveZero, least, less, plus, rational } from "./base/rational.ts";
import type { WrittenEvent } from "./base/story.ts";
import type { Book } from "./book.ts";
import { marginOwed, unpaidOf } from "./dues.ts";
import { feeOwed } from "./late-fees.ts";

export const amountIn = (event: WrittenEvent) => rational(event.Amount as string);

/** The oldest due date first; there, the interest before its own Late Fee; the rest pays what is not due yet. */
export const payInterest = (book: Book, event: WrittenEvent) => payDues(book, amountIn(event), "with fees");

export function payDues(book: Book, amount: Rational, fees?: "with fees"): void {
  let left = amount;
  for (const due of book.dues.filter(({ inCash }) => inCash).toSorted((one, other) => one.due - other.due)) {
    left = payFrom(left, unpaidOf(due), (part) => due.parts.push({ on: book.today, amount: part }));
    if (fees === undefined) continue;
    left = payFrom(left, feeOwed(book, due), (part) => {
      due.feePaid = plus(due.feePaid, part);
    });
  }
  left = payFrom(left, marginOwed(book), (part) => {
    book.marginPaid = plus(book.marginPaid, part);
  });
  book.credit = plus(book.credit, left);
}

function payFrom(left: Rational, owed: Rational, pay: (amount: Rational) => void): Rational {
  const amount = least(left, owed);
  if (!isAboveZero(amount)) return left;
  pay(amount);
  return less(left, amount);
}

export function payPrincipal(book: Book, event: WrittenEvent): void {
  book.principal = less(book.principal, least(amountIn(event), book.principal));
}
