/** Section 8(b): acceleration, its rescission, and the Mandatory Prepayment Amount of Section 1. */

import type { Rational } from "../base/rational.ts";
import { greatest, isLess, least, less, over, plus, rational, times, total, zero } from "../base/rational.ts";
import type { WrittenEvent } from "../base/story.ts";
import type { Book } from "../book.ts";
import { Refused } from "../book.ts";
import { accruedInterest, notYetDue, unpaidOf } from "../interest/dues.ts";
import { lateFees } from "../interest/late-fees.ts";
import { amountIn, isWaiting, payDues, payInterest } from "../interest/payments.ts";
import { buyInsOwed, liquidatedDamages } from "../shares/delivery.ts";
import { priceOf, vwap } from "../shares/prices.ts";
import { earliestDefault, isDefault } from "./defaults.ts";

/** The Default Rate counts back to five days after the earliest Event of Default, or, as read, from the acceleration. */
export function accelerate(book: Book): void {
  if (book.accelerated !== undefined || !isDefault(book)) throw new Refused();
  book.accelerated = book.today;
  const isFirst = !book.reports.some(({ event }) => event.event === "Acceleration Elected");
  if (isFirst) for (const due of book.dues) due.keepsDate = due.kind === "conversion";
  const from = book.readings.defaultRateFromAcceleration ? book.today : earliestDefault(book) + 5;
  const kept = book.defaultRate.at(-1)?.until ?? from;
  book.defaultRate.push({ from: Math.max(from, kept) });
}

/** What was declared is annulled; so is its interest, or it stays to this day, as read. */
export function rescindAcceleration(book: Book): void {
  if (book.accelerated === undefined || book.discharged === true) throw new Refused();
  delete book.accelerated;
  const span = book.defaultRate.pop();
  if (book.readings.rescindedInterestStays && span !== undefined && span.from < book.today) {
    book.defaultRate.push({ ...span, until: book.today });
  } else giveBack(book);
}

/** What was paid at the Default Rate pays the interest that is due, and what falls due next. */
function giveBack(book: Book): void {
  const paid = book.marginPaid;
  book.marginPaid = zero;
  payDues(book, paid);
}

/** The greater of the premium and the value in shares, with Late Fees and damages; none without an acceleration. */
export function prepaymentAmount(book: Book): Rational | null {
  const { accelerated, discharged, principal, readings } = book;
  if (accelerated === undefined || discharged === true) return null;
  const interest = accruedInterest(book);
  const premium = rational("1.3");
  const whole = plus(principal, interest);
  const inMoney = readings.premiumOnInterest ? times(premium, whole) : plus(times(premium, principal), interest);
  const demandPrice = priceOf(book, book.prices.get(accelerated) ?? book.price, accelerated);
  const inShares = times(over(whole, least(demandPrice, book.price)), greatest(vwap(book, accelerated), vwap(book)));
  const damages = [...book.conversions.values()].map((it) => liquidatedDamages(book, it));
  return total([greatest(inMoney, inShares), lateFees(book), buyInsOwed(book), ...damages]);
}

/** 8(b): the full amount discharges the debenture; less than that pays interest, then principal. */
export function payPrepayment(book: Book, event: WrittenEvent): void {
  const amount = prepaymentAmount(book);
  if (amount === null) throw new Refused();
  if (isLess(amountIn(event), amount)) payInPart(book, event);
  else {
    book.principal = zero;
    book.discharged = true;
  }
}

function payInPart(book: Book, event: WrittenEvent): void {
  payInterest(book, event);
  const waiting = book.dues.filter((due) => isWaiting(book, due)).map(unpaidOf);
  const beyond = greatest(zero, less(book.credit, total([notYetDue(book), ...waiting])));
  book.credit = less(book.credit, beyond);
  book.principal = less(book.principal, least(beyond, book.principal));
}
