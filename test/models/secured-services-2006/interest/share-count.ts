/** Section 1, "Interest Conversion Rate", and 2(b): how many shares pay the interest of a quarter. */

import type { Day } from "../base/days.ts";
import type { Rational } from "../base/rational.ts";
import { greatest, least, less, over, plus, rational, times, total, zero } from "../base/rational.ts";
import type { Book } from "../book.ts";
import { averageBefore } from "../shares/prices.ts";
import { aheadFor, elected, electedPart, paymentDate } from "./elections.ts";
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
export const sharesFor = (book: Book, quarter: Day, all: Rational) =>
  over(elected(book, quarter, all), conversionRate(book, quarter));

export function sharesIssuable(book: Book, quarter: Day, all: Rational): Rational | null {
  if (electedPart(book, quarter) === undefined) return null;
  return greatest(
    zero,
    less(sharesFor(book, quarter, all), times(aheadFor(book, quarter, 0, quarter + 1), book.basis)),
  );
}

/** What falls due today, in cash or shares, without what fell due on conversions. */
export function dueToday({ dues, today }: Book): Rational {
  return total(
    dues
      .filter((it) => it.kind !== "conversion" && it.earnedTo === today)
      .map(({ amount, margin }) => plus(amount, margin)),
  );
}
