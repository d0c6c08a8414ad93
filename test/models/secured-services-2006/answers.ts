/** The catalog's names: what each is worth at the end of a day, or as it was fixed for an event. */

import { isQuarterEnd, quarterEnd, writtenDay } from "./base/days.ts";
import { rolled } from "./base/market.ts";
import type { Rational } from "./base/rational.ts";
import type { WrittenEvent } from "./base/story.ts";
import type { Book, Conversion } from "./book.ts";
import { Refused } from "./book.ts";
import { prepaymentAmount } from "./defaults/acceleration.ts";
import { isDefault } from "./defaults/defaults.ts";
import { reservedShares } from "./defaults/equity-conditions.ts";
import { accruedInterest } from "./interest/dues.ts";
import { rateInForce } from "./interest/earned.ts";
import { equityConditionsMet, isAllowed, preDeliveryNeeded } from "./interest/elections.ts";
import { lateFees } from "./interest/late-fees.ts";
import { conversionRate, dueToday, sharesIssuable } from "./interest/share-count.ts";
import { failedPaymentCash } from "./interest/share-payment.ts";
import { isBreach, noticeDate } from "./notices.ts";
import { liquidatedDamages, rescissionDate } from "./shares/delivery.ts";
import { excessPrincipal, holderMaximum, maximumConvertible, ownershipLimit, sharesIssued } from "./shares/limits.ts";
import { vwap } from "./shares/prices.ts";

export type Answer = Rational | string | boolean | null;

/** Asked `on` a day alone. */
export const onDays: Readonly<Record<string, (book: Book, of?: string) => Answer>> = {
  VWAP: (book) => vwap(book),
  "Conversion Price": ({ price }) => price,
  "Outstanding Principal": ({ principal }) => principal,
  "Accrued Interest": accruedInterest,
  "Interest Due": onQuarter(dueToday),
  "Interest Payment Date": (book) => writtenDay(rolled(book.market, quarterEnd(book.today))),
  "Late Fees": lateFees,
  "Shares Issued": sharesIssued,
  "Beneficial Ownership Limitation": ownershipLimit,
  "Maximum Convertible Principal": maximumConvertible,
  "Holder Issuable Maximum": (book) => holderMaximum(book) ?? null,
  "Excess Principal": excessPrincipal,
  "Reserved Shares Required": reservedShares,
  "Event of Default": isDefault,
  "Mandatory Prepayment Amount": prepaymentAmount,
  "Interest Rate in Force": rateInForce,
  "Equity Conditions Met": equityConditionsMet,
  "Interest Conversion Rate": onQuarter((book) => conversionRate(book, book.today)),
  "Interest Share Payment Allowed": onQuarter((book) => isAllowed(book, book.today, dueToday(book))),
  "Interest Conversion Shares": onQuarter((book) => preDeliveryNeeded(book, book.today, dueToday(book))),
  "Interest Shares Issuable": onQuarter((book) => sharesIssuable(book, book.today, dueToday(book))),
  "Failed Share Payment Cash": failedPaymentCash,
};

/** On a day that ends no quarter there is no answer. */
function onQuarter(answer: (book: Book) => Answer): (book: Book) => Answer {
  return (book) => (isQuarterEnd(book.today) ? answer(book) : null);
}

/** Asked `of` a conversion. */
export const ofConversions: Readonly<Record<string, (book: Book, conversion: Conversion) => Answer>> = {
  "Conversion Date": (_, it) => writtenDay(it.on),
  "Principal Accepted": (_, it) => it.accepted,
  "Conversion Shares": (_, it) => it.shares,
  "Fractional Share Cash": (_, it) => it.fractionCash,
  "Conversion Interest": (_, it) => it.interest,
  "Delivery Date": (_, it) => writtenDay(it.deliveryDate),
  "Rescission Date": (_, it) => writtenDay(rescissionDate(it)),
  "Liquidated Damages": liquidatedDamages,
  "Alternate Consideration Securities": (_, it) => it.alternate?.securities ?? null,
  "Alternate Consideration Cash": (_, it) => it.alternate?.cash ?? null,
};

/** Asked `of` another event. */
export const ofEvents: Readonly<Record<string, (book: Book, event: WrittenEvent) => Answer>> = {
  "Buy-In Payment": ({ buyIns }, { id }) => {
    const found = buyIns.get(id as string);
    if (found === undefined) throw new Refused();
    return found.payment;
  },
  "Notice Effective Date": ({ market }, event) => {
    const date = noticeDate(market, event);
    return date === null ? null : writtenDay(date);
  },
  "Interest Conversion Rate": ({ rates }, { id }) => rates.get(id as string) ?? null,
  "Covenant Breached": (_, event) => isBreach(event),
};
