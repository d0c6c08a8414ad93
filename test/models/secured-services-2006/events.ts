/** What each event does to the book. An event that has no entry is only reported. */

import type { Day } from "./base/days.ts";
import { dayOf } from "./base/days.ts";
import { one, plus, rational, times, zero } from "./base/rational.ts";
import type { WrittenEvent } from "./base/story.ts";
import type { Book } from "./book.ts";
import { accelerate, payPrepayment, rescindAcceleration } from "./defaults/acceleration.ts";
import { payInterest, payPrincipal } from "./interest/payments.ts";
import { deliverInterestShares } from "./interest/share-payment.ts";
import { conversionDate } from "./notices.ts";
import { changeShares, dilute, distribute, effectiveDay, offerRights } from "./shares/adjustments.ts";
import { alternateNow, convert } from "./shares/conversion.ts";
import { buyIn, deliver, payBuyIn, rescind } from "./shares/delivery.ts";
import { reported, waiveLimit } from "./shares/limits.ts";

export type Effect = (book: Book, event: WrittenEvent) => void;

export const effects: Readonly<Record<string, Effect>> = {
  "Notice of Conversion": convert,
  "Conversion Shares Delivered": deliver,
  "Conversion Rescinded": rescind,
  "Buy-In": buyIn,
  "Buy-In Paid": payBuyIn,
  "Interest Paid": payInterest,
  "Principal Paid": payPrincipal,
  "Interest Shares Delivered": deliverInterestShares,
  "Stock Split": changeShares,
  "Stock Dividend": changeShares,
  Combination: changeShares,
  Reclassification: changeShares,
  "Dilutive Issuance": dilute,
  "Pro Rata Distribution": distribute,
  "Rights Offering": offerRights,
  "Fundamental Transaction": (book, event) => {
    const figure = (name: string) => rational((event[name] as string | undefined) ?? "0");
    const { securities, cash } = alternateNow(book) ?? { securities: one, cash: zero };
    book.alternate = {
      securities: times(securities, figure("Securities per Share")),
      cash: plus(cash, times(securities, figure("Cash per Share"))),
      basis: book.basis,
    };
  },
  "Shares Outstanding Reported": (book, event) => {
    book.outstanding = reported(book, event);
  },
  "Holder Position Reported": (book, event) => {
    book.held = reported(book, event);
  },
  "Ownership Limit Waiver": waiveLimit,
  "Authorized Share Approval": (book) => {
    book.approval ??= book.today;
  },
  "Acceleration Elected": accelerate,
  "Acceleration Rescinded": rescindAcceleration,
  "Mandatory Prepayment Paid": payPrepayment,
};

/** When in the timeline an event takes effect: what restates prices opens its day, then come late notices, then the rest. */
export interface Moment {
  readonly day: Day;
  readonly phase: 1 | 2 | 3;
}

export function momentOf(event: WrittenEvent): Moment {
  const on = dayOf(event.on);
  if (opening.has(event.event)) return { day: on, phase: 1 };
  if (event["Record Date"] !== undefined) return { day: Math.max(on, effectiveDay(event)), phase: 1 };
  const day = event.event === "Notice of Conversion" ? conversionDate(event) : on;
  return { day, phase: day > on ? 2 : 3 };
}

const opening = new Set(["Stock Split", "Stock Dividend", "Combination", "Reclassification"]);
