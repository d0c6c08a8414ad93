/** Section 2: what a payment of interest pays. Payments of principal and of the whole (8(b)) are here too. */
import type { Rational } from "../base/rational.ts";
import { isAboveZero, least, less, plus, rational } from "../base/rational.ts";
import type { WrittenEvent } from "../base/story.ts";
import type { Book, Due } from "../book.ts";
import { marginOwed, unpaidOf } from "./dues.ts";
import { feeOwed } from "./late-fees.ts";

export const amountIn = (event: WrittenEvent) => rational(event.Amount as string);

/** The oldest due date first; there, the interest before its own Late Fee; the rest pays what is not due yet. */
export const payInterest = (book: Book, event: WrittenEvent) => payDues(book, amountIn(event), "with fees");

export function payDues(book: Book, amount: Rational, fees?: "with fees"): void {
  const dues = book.dues.filter(({ inCash }) => inCash).toSorted(byDueDate);
  let left = payEach(
    book,
    amount,
    dues.filter((it) => !isWaiting(book, it)),
    fees,
  );
  left = payFrom(left, marginOwed(book), (part) => {
    book.marginPaid = plus(book.marginPaid, part);
  });
  book.credit = plus(book.credit, left);
}

/** What falls due as today ends, or later, is paid then, from what was paid ahead. */
export const isWaiting = ({ today }: Book, { kind, due }: Due) => kind !== "conversion" && due >= today;

/** On one day, what fell due with a conversion, in the middle of it, comes before what falls due as it ends. */
function byDueDate(one: Due, other: Due): number {
  return one.due - other.due || Number(other.kind === "conversion") - Number(one.kind === "conversion");
}

function payEach(book: Book, amount: Rational, dues: readonly Due[], fees: "with fees" | undefined): Rational {
  let left = amount;
  // The parts of a quarter's interest, in cash and in shares, are one sum.
  const sumOf = (due: Due) => (due.kind === "conversion" ? due : due.earnedTo);
  for (const together of Map.groupBy(dues, sumOf).values()) {
    for (const due of together) {
      left = payFrom(left, unpaidOf(due), (part) => due.parts.push({ on: book.today, amount: part }));
    }
    for (const due of fees === undefined ? [] : together) {
      left = payFrom(left, feeOwed(book, due), (part) => {
        due.feePaid = plus(due.feePaid, part);
      });
    }
  }
  return left;
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
