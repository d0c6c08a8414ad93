/** Sections 2(a), 2(c) and 8(b): interest earned from day to day, and the rate that it is earned at. */
import type { Day } from "../base/days.ts";
import { interestDays } from "../base/days.ts";
import type { Rational } from "../base/rational.ts";
import { isLess, least, less, over, plus, rational, times, total, zero } from "../base/rational.ts";
import type { Book, Conversion } from "../book.ts";

/** The yearly rate is the Interest Rate, and a margin on the days on which the Default Rate is in force. */
export type RatePart = "base" | "margin";

/** A principal that bears interest from a day (included) to another (excluded). */
interface Bearing {
  readonly from: Day;
  readonly to: Day;
  readonly amount: Rational;
}

/** All interest of the days from `from` (included) to `to` (excluded), on all that bears it. */
export function interestOf(book: Book, part: RatePart, from: Day, to: Day): Rational {
  return total(
    bearing(book).map((it) => interestOn(book, part, it.amount, Math.max(from, it.from), Math.min(to, it.to))),
  );
}

/** The interest of those days on one amount. */
export function interestOn(book: Book, part: RatePart, amount: Rational, from: Day, to: Day): Rational {
  return times(times(amount, part === "base" ? baseRate(book) : marginRate(book)), yearsOf(book, part, from, to));
}

function yearsOf(book: Book, part: RatePart, from: Day, to: Day): Rational {
  const spans = part === "base" ? [{ from, to }] : marginSpans(book).map((it) => within(it, from, to));
  const days = spans.map((it) => Math.max(0, countedDays(book, it.from, Math.max(it.from, it.to))));
  return over(rational(days.reduce((a, b) => a + b, 0)), rational(360));
}

const within = (span: { readonly from: Day; readonly to: Day }, from: Day, to: Day) => ({
  from: Math.max(span.from, from),
  to: Math.min(span.to, to),
});

export function countedDays({ readings: { dayCount } }: Book, from: Day, to: Day): number {
  return interestDays(to, dayCount) - interestDays(from, dayCount);
}

/** The principal of each stretch of days, and that of conversions whose shares came late or not at all (2(c)). */
function bearing(book: Book): Bearing[] {
  const ends = [...book.principals.slice(1).map(({ from }) => from), Number.POSITIVE_INFINITY];
  const outstanding = book.principals.map(({ from, amount }, index) => ({ from, amount, to: ends[index] as Day }));
  const late = [...book.conversions.values()].filter((it) => it.isLate);
  return [...outstanding, ...late.map((it) => ({ from: it.on, to: lateUntil(it), amount: it.accepted }))];
}

const lateUntil = ({ delivered, rescinded }: Conversion) => delivered ?? rescinded ?? Number.POSITIVE_INFINITY;

const lawful = ({ terms }: Book, rate: Rational) => least(rate, terms.lawfulRate ?? rate);
const baseRate = (book: Book) => lawful(book, book.terms.rate);

function marginRate(book: Book): Rational {
  const margin = less(lawful(book, book.terms.defaultRate), baseRate(book));
  return isLess(margin, zero) ? zero : margin;
}

/** 8(b): the days on which the Default Rate is in force, as far as is known today. */
const marginSpans = (book: Book) =>
  book.defaultRate.map(({ from, until }) => ({ from, to: until ?? Number.POSITIVE_INFINITY }));

export function rateInForce(book: Book): Rational {
  const isDefault = marginSpans(book).some(({ from, to }) => from <= book.today && book.today < to);
  return isDefault ? plus(baseRate(book), marginRate(book)) : baseRate(book);
}
