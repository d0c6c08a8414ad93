/** Section 2(a): the interest of a quarter, and of the time to maturity, falls due; in cash, or a part of it in shares. */
import type { Day } from "../base/days.ts";
import { isQuarterEnd } from "../base/days.ts";
import type { Rational } from "../base/rational.ts";
import { greatest, isAboveZero, less, plus, times, total, zero } from "../base/rational.ts";
import type { Book, Conversion } from "../book.ts";
import { charge, marginStart, notYetDue } from "./dues.ts";
import { interestOf, interestOn } from "./earned.ts";
import { partInShares } from "./elections.ts";

/** At the end of a quarter, and of the Maturity Date, everything earned that is not due yet falls due. */
export function chargePeriod(book: Book): void {
  const { today, terms, dueTo } = book;
  const isMaturity = today === terms.maturity;
  if ((!isMaturity && !isQuarterEnd(today)) || dueTo === today) return;
  const [amount, margin] = [notYetDue(book), periodMargin(book)];
  // Below zero where conversions took more than the period bore, after a rescission of one of them.
  const all = greatest(zero, plus(amount, margin));
  const shares = times(all, partInShares(book, today, all));
  charge(book, { kind: isMaturity ? "maturity" : "quarter", amount: less(amount, shares), margin });
  if (isAboveZero(shares)) charge(book, { kind: "shares", amount: shares, margin: zero });
  book.dueTo = today;
}

/** What the Default Rate adds to the period, without what it added to conversions. */
function periodMargin(book: Book): Rational {
  if (book.accelerated === undefined) return zero;
  const from = Math.min(book.today, Math.max(book.dueTo, marginStart(book)));
  const { dues, dueTo, today } = book;
  const begun = Math.max(dueTo, keptUntil(book));
  const onConversions = dues.filter((it) => it.kind === "conversion" && it.earnedTo > begun);
  const lateStarts = [...book.conversions.values()].map((it) => earlierMargin(book, it));
  const all = total([interestOf(book, "margin", from, today), ...lateStarts]);
  return less(all, total(onConversions.map(({ margin }) => margin)));
}

/** What stays of a rescinded acceleration was due with that, also what it added to conversions. */
const keptUntil = ({ defaultRate }: Book): Day => Math.max(...defaultRate.map(({ until }) => until ?? 0));

/** 2(c): shares whose lateness showed in this period never stopped the interest of the last one. */
function earlierMargin(book: Book, { isLate, on, accepted, deliveryDate }: Conversion): Rational {
  const isOfPeriod = isLate && on < book.dueTo && deliveryDate > book.dueTo;
  const from = Math.min(book.dueTo, Math.max(on, marginStart(book)));
  return isOfPeriod ? interestOn(book, "margin", accepted, from, book.dueTo) : zero;
}
