/** Section 5: adjustments of the Conversion Price. */
import { dayOf } from "../base/days.ts";
import type { Rational } from "../base/rational.ts";
import { isAboveZero, isLess, less, nearest, over, plus, rational, times } from "../base/rational.ts";
import type { WrittenEvent } from "../base/story.ts";
import type { Book } from "../book.ts";
import { Refused } from "../book.ts";
import { inShares, vwap, vwapAsOf } from "./prices.ts";

const figure = (event: WrittenEvent, name: string) => rational(event[name] as string);

/** 5(a): what changes the number of shares changes the price by the inverse, and restates earlier share counts. */
export function changeShares(book: Book, event: WrittenEvent): void {
  const [before, after] = [figure(event, "Shares Before"), figure(event, "Shares After")];
  book.basis = over(times(book.basis, after), before);
  book.bases.push({ from: book.today, basis: book.basis });
  adjust(book, over(before, after));
}

/** 5(f): each adjustment is rounded to the cent, or not, as the reading has it. */
function adjust(book: Book, by: Rational): void {
  const { priceRounding } = book.readings;
  const exact = times(book.price, by);
  book.price = priceRounding === undefined ? exact : nearest(exact, rational("0.01"), priceRounding);
}

/** 5(b): a sale below the price brings it down to that of the sale. */
export function dilute(book: Book, event: WrittenEvent): void {
  const sale = figure(event, "Effective Price");
  if (event.Exempt !== true && isLess(sale, book.price)) book.price = sale;
}

/** 5(c), 5(d): the day on which an adjustment takes effect, the first after its record date. */
export const effectiveDay = (event: WrittenEvent) => dayOf(event["Record Date"] as string) + 1;

/** The VWAP on the record date, in the shares of that date. */
const priceOnRecord = (book: Book, event: WrittenEvent) => vwapAsOf(book, dayOf(event["Record Date"] as string));

/** 5(c): less the fair market value of what one share receives; where that leaves nothing, the formula has no price. */
export function distribute(book: Book, event: WrittenEvent): void {
  const price = priceOnRecord(book, event);
  const left = less(price, figure(event, "Fair Market Value per Share"));
  if (!isAboveZero(left)) throw new Refused();
  adjust(book, over(left, price));
}

/** 5(d): rights to buy below the VWAP. */
export function offerRights(book: Book, event: WrittenEvent): void {
  const proceeds = figure(event, "Aggregate Offering Price");
  const price = vwap(book, dayOf(event["Record Date"] as string));
  // The counts are those of the day of the issue; price and counts are taken in the shares of today.
  const counted = (name: string) => inShares(book, figure(event, name), dayOf(event.on));
  const [offered, outstanding] = [counted("Shares Offered"), counted("Shares Outstanding at Issuance")];
  if (!isLess(over(proceeds, offered), price)) return;
  adjust(book, over(plus(outstanding, over(proceeds, price)), plus(outstanding, offered)));
}
