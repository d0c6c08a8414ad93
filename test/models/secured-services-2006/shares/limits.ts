/** Section 4(c): how much may be converted. */
import type { Rational } from "../base/rational.ts";
import { greatest, isLess, least, less, one, over, plus, rational, times, total, zero } from "../base/rational.ts";
import type { WrittenEvent } from "../base/story.ts";
import type { Book, Reported } from "../book.ts";
import { Refused, standing } from "../book.ts";

/** 4(c)(i): 4.99%, and 9.99% from the 61st day after the notice that changes it. */
export function ownershipLimit({ waiver, today }: Book): Rational {
  return rational(waiver !== undefined && today >= waiver + 61 ? "9.99%" : "4.99%");
}

export function waiveLimit(book: Book): void {
  if (book.waiver !== undefined) throw new Refused();
  book.waiver = book.today;
}

/** 4(c)(i): the shares that bring the Holder to the limit, counted after they are issued. */
export function ownershipRoom(book: Book): Rational {
  const limit = ownershipLimit(book);
  const shares = over(less(times(limit, counted(book, book.outstanding)), counted(book, book.held)), less(one, limit));
  return greatest(zero, shares);
}

/** The number last reported, and the shares of the conversions since that were not undone. */
function counted(book: Book, { shares, after }: Reported): Rational {
  const since = standing(book).filter(({ order }) => order >= after);
  return times(plus(shares, total(since.map(({ issued }) => issued))), book.basis);
}

export function reported(book: Book, event: WrittenEvent): Reported {
  return { shares: over(rational(event.Shares as string), book.basis), after: book.conversions.size };
}

/** On conversions and for interest, ahead of its date or after it. */
export function sharesIssued(book: Book): Rational {
  const forInterest = book.reports.filter(({ event }) => interestShares.has(event.event));
  const issued = standing(book).map((it) => it.issued);
  const ahead = forInterest.map(({ basis, event }) => over(rational(event.Shares as string), basis));
  return times(total([...issued, ...ahead]), book.basis);
}

const interestShares = new Set(["Interest Shares Delivered", "Interest Shares Pre-Delivered"]);

/** 4(c)(ii): the Holder's part of the Issuable Maximum; none after the approval. */
export function holderMaximum({ approval, terms, basis }: Book): Rational | undefined {
  if (approval !== undefined) return undefined;
  return times(over(times(terms.issuableMaximum, terms.principal), terms.aggregate), basis);
}

/** 4(c)(ii): the rest of it; undefined where nothing limits them. */
export function issuableRoom(book: Book): Rational | undefined {
  const maximum = holderMaximum(book);
  return maximum && greatest(zero, less(maximum, sharesIssued(book)));
}

/** The dollars that the rest of the Issuable Maximum serves, at most so many. */
function servedOf(book: Book, most: Rational): Rational {
  const room = issuableRoom(book);
  return room === undefined ? most : least(most, times(room, book.price));
}

export const excessPrincipal = (book: Book) => less(book.principal, servedOf(book, book.principal));

export const maximumConvertible = (book: Book) =>
  least(times(ownershipRoom(book), book.price), servedOf(book, book.principal));

/** What is accepted of the principal asked for; a notice over the ownership limit is cut back, or void. */
export function acceptedOf(book: Book, asked: Rational): Rational {
  const issuable = servedOf(book, asked);
  const room = times(ownershipRoom(book), book.price);
  if (!isLess(room, issuable)) return issuable;
  return book.readings.voidOverCap ? zero : room;
}
