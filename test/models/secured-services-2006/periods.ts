/** Section 2(a): the interest of a quarter, and of the time to maturity, falls due; in cash, or a part of it in shares. */
import { isQuarterEnd } from "./base/days.ts";
import { isAboveZero, less, plus, times, total } from "./base/rational.ts";
import type { Book } from "./book.ts";
import { charge } from "./dues.ts";
import type { RatePart } from "./interest.ts";
import { interestOf } from "./interest.ts";
import { shareOf } from "./share-interest.ts";

/** At the end of a quarter, and of the Maturity Date, everything earned since the last such day falls due. */
export function chargePeriod(book: Book): void {
  const { today, terms, dueTo } = book;
  const isMaturity = today === terms.maturity;
  if ((!isMaturity && !isQuarterEnd(today)) || dueTo === today) return;
  const [base, margin] = [earnedSince(book, "base"), earnedSince(book, "margin")];
  const part = shareOf(book, today, plus(base, margin));
  const [inShares, inMargin] = [times(base, part), times(margin, part)];
  charge(book, isMaturity ? "maturity" : "quarter", less(base, inShares), less(margin, inMargin));
  if (isAboveZero(inShares)) charge(book, "shares", inShares, inMargin);
  book.dueTo = today;
}

/** Without what fell due on conversions. */
function earnedSince(book: Book, part: RatePart) {
  const { dues, dueTo, today } = book;
  const onConversions = dues.filter((it) => it.kind === "conversion" && it.earnedTo > dueTo);
  return less(interestOf(book, part, dueTo, today), total(onConversions.map((it) => it[part])));
}
