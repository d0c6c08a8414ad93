/** Section 2: what a payment of interest pays. Payments of principal and of the whole (8(b)) are here too. */
import type { Rational } from "./base/rational.ts";
import { isAboveZero, least, less, plus, rational } from "./base/rational.ts";
import type { WrittenEvent } from "./base/story.ts";
import type { Book, Due } from "./book.ts";
import { unpaidOf } from "./dues.ts";
import { feeOwed } from "./late-fees.ts";
import { isForShares } from "./share-interest.ts";

export const amountIn = (event: WrittenEvent) => rational(event.Amount as string);

/** The oldest due date first; there, the interest before its own Late Fee; the rest pays what is not due yet. */
export function payInterest(book: Book, event: WrittenEvent): void {
  let left = amountIn(event);
  for (const due of inOrder(book)) {
    left = payFrom(left, unpaidOf(due), (amount) => due.parts.push({ on: book.today, amount }));
    left = payFrom(left, feeOwed(book, due), (amount) => {
      due.feePaid = plus(due.feePaid, amount);
    });
  }
  book.credit = plus(book.credit, left);
}

/** Interest that is to be paid in shares comes after all that is due in cash. */
function inOrder(book: Book): Due[] {
  const byDueDate = book.dues.toSorted((one, other) => one.due - other.due);
  const isShares = (due: Due) => isForShares(book, due);
  return [...byDueDate.filter((due) => !isShares(due)), ...byDueDate.filter(isShares)];
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
