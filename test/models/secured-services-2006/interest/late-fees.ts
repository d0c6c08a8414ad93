/** Section 2(d): Late Fees on interest that is overdue. */
import type { Day } from "../base/days.ts";
import type { Rational } from "../base/rational.ts";
import { least, less, over, rational, times, total, zero } from "../base/rational.ts";
import type { Book, Due } from "../book.ts";
import { unpaidOf } from "./dues.ts";
import { countedDays } from "./earned.ts";
import { shareDeadline } from "./elections.ts";

const feeRate = rational("18%");

/** What has accrued to today and was not paid. */
export const lateFees = (book: Book) =>
  book.discharged === true ? zero : total(book.dues.map((due) => feeOwed(book, due)));

export const feeOwed = (book: Book, due: Due) => less(feeOf(book, due), due.feePaid);

/** Each part bears the fee to the day of its payment; what is unpaid, to today. */
function feeOf(book: Book, due: Due): Rational {
  if (isAccelerated(book, due) || isInTimeForShares(book, due)) return zero;
  const parts = due.parts.map(({ on, amount }) => feeOn(book, amount, due.due, on));
  return total([...parts, feeOn(book, unpaidOf(due), due.due, book.today)]);
}

/** Interest accelerated under 8(b), or due only after it, bears no fee while the acceleration stands. */
export const isAccelerated = ({ accelerated }: Book, due: Due) =>
  accelerated !== undefined && due.due > accelerated && due.keepsDate !== true;

/** Shares that come within three Trading Days are in time; after that the fee counts from the due date. */
const isInTimeForShares = (book: Book, { kind, inCash, isAllowed, earnedTo }: Due) =>
  kind === "shares" && (!inCash || (isAllowed === true && book.today <= shareDeadline(book, earnedTo)));

/** On the due date there is no fee; from the next day that date counts too. */
function feeOn(book: Book, amount: Rational, due: Day, to: Day): Rational {
  if (to <= due) return zero;
  const days = countedDays(book, due, book.readings.feeOnPaymentDay ? to + 1 : to);
  const rate = least(feeRate, book.terms.lawfulRate ?? feeRate);
  return over(times(times(amount, rate), rational(days)), rational(360));
}
