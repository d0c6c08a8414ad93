/** Section 8(a): Events of Default. One that has occurred stays, also where what it rests on is made good later. */

import type { Day } from "../base/days.ts";
import { rolled, tradingDaysAfter } from "../base/market.ts";
import { isAboveZero, isLess, rational } from "../base/rational.ts";
import type { WrittenEvent } from "../base/story.ts";
import type { Book } from "../book.ts";
import { accruedInterest, unpaidOf } from "../interest/dues.ts";
import { isAccelerated } from "../interest/late-fees.ts";
import { lapsedTooLong } from "./registration.ts";

/** What holds on the day's end makes an Event of Default, by clause. */
const clauses: Readonly<Record<string, (book: Book) => boolean>> = {
  "8(a)(i)": (book) => isPrincipalOverdue(book) || isInterestOverdue(book),
  "8(a)(ii)": (book) => some(book, "Covenant Default", (on, event) => isUncured(book, on, event)),
  "8(a)(iv)": (book) => some(book, "Misrepresentation", (_, event) => event.Material === true),
  "8(a)(v)": (book) => some(book, "Bankruptcy Case", (on, event) => isBankrupt(book, on, event)),
  "8(a)(vi)": (book) => some(book, "Cross Default", (_, event) => isCrossDefault(event)),
  "8(a)(vii)": (book) => some(book, "Delisting", (on) => isDelisted(book, on)),
  "8(a)(viii)": (book) =>
    some(book, "Fundamental Transaction") || some(book, "Change of Control", (_, it) => isControl(it)),
  "8(a)(ix)": (book) => book.today >= book.terms.closing + 180 && !some(book, "Registration Effective"),
  "8(a)(x)": lapsedTooLong,
  "8(a)(xi)": (book) => some(book, "Conversion Refused") || isDeliveryMissed(book),
  "8(a)(xii)": (book) => book.today >= book.terms.closing + 150 && book.approval === undefined,
};

/** What an event makes an Event of Default at once, on whose day it may be accelerated already. */
const atOnce: typeof clauses = {
  "8(a)(iv)": clauses["8(a)(iv)"] as (book: Book) => boolean,
  "8(a)(v)": (book) => some(book, "Bankruptcy Case", (_, event) => event.Voluntary === true),
  "8(a)(vi)": clauses["8(a)(vi)"] as (book: Book) => boolean,
  "8(a)(viii)": clauses["8(a)(viii)"] as (book: Book) => boolean,
  "8(a)(xi)": (book) => some(book, "Conversion Refused"),
};

/** Noted after each event and at the end of the day. */
export function noteDefaults(book: Book, when: "event" | "end"): void {
  for (const [clause, holds] of Object.entries(when === "event" ? atOnce : clauses)) {
    if (!book.defaults.has(clause) && holds(book)) book.defaults.set(clause, book.today);
  }
}

export function isDefault(book: Book, clause?: string): boolean {
  const { defaults } = book;
  if (clause === undefined) return defaults.size > 0;
  return defaults.has(clause) || (clause === "8(a)(i)" && isAcceleratedUnpaid(book));
}

/** (i): what an acceleration made due; that is no default any longer once the acceleration is rescinded. */
function isAcceleratedUnpaid(book: Book): boolean {
  if (book.accelerated === undefined) return false;
  const due = rolled(book.market, book.accelerated);
  const isInterestLate = isAboveZero(accruedInterest(book)) && tradingDaysAfter(book.market, due, 3) <= book.today;
  return isInterestLate || (isAboveZero(book.principal) && due <= book.today);
}

export const earliestDefault = ({ defaults }: Book): Day => Math.min(...defaults.values());

function some(book: Book, kind: string, holds: (on: Day, event: WrittenEvent) => boolean = () => true): boolean {
  return book.reports.some(({ on, event }) => event.event === kind && holds(on, event));
}

/** (i)(A): principal has no time for a cure. */
function isPrincipalOverdue({ principal, market, terms, today }: Book): boolean {
  return isAboveZero(principal) && today >= rolled(market, terms.maturity);
}

/** (i)(B): interest that is unpaid as the third Trading Day after its due date ends. */
function isInterestOverdue(book: Book): boolean {
  const overdue = book.dues.filter((due) => isAboveZero(unpaidOf(due)) && !isAccelerated(book, due));
  return overdue.some(({ due }) => tradingDaysAfter(book.market, due, 3) <= book.today);
}

/** (ii): five Trading Days after a notice or ten after the breach, whichever ends first. */
function isUncured(book: Book, on: Day, { id }: WrittenEvent): boolean {
  const about = (kind: string) => book.reports.find(({ event }) => event.event === kind && event.for === id)?.on;
  const notice = about("Covenant Default Notice");
  const late = tradingDaysAfter(book.market, on, 10);
  const end = notice === undefined ? late : Math.min(late, tradingDaysAfter(book.market, notice, 5));
  return book.today >= end && (about("Covenant Default Cured") ?? book.today + 1) > end;
}

/** (v): a voluntary case at once, another after sixty days without dismissal. */
function isBankrupt(book: Book, on: Day, { id, Voluntary }: WrittenEvent): boolean {
  if (Voluntary === true) return true;
  return book.today >= on + 60 && !some(book, "Bankruptcy Dismissed", (day, it) => it.for === id && day <= on + 60);
}

/** (vi): a debt of more than $150,000 that is called for it. */
const isCrossDefault = (event: WrittenEvent) =>
  event.Accelerated === true && isLess(rational("150000"), rational(event.Amount as string));

/** (vii): not quoted again within five Trading Days. */
function isDelisted(book: Book, on: Day): boolean {
  const end = tradingDaysAfter(book.market, on, 5);
  return book.today >= end && !some(book, "Relisting", (day) => on <= day && day <= end);
}

/** 1, "Change of Control Transaction", and 8(a)(viii). */
function isControl(event: WrittenEvent): boolean {
  const percent = rational(event.Percent as string);
  switch (event.Kind) {
    case "merger":
      return isLess(percent, rational("60%"));
    case "board replacement":
      return isLess(rational("50%"), percent);
    default:
      return isLess(rational("40%"), percent);
  }
}

/** (xi): not delivered before the tenth Trading Day, as shows at the end of the day before it. */
function isDeliveryMissed({ conversions, today }: Book): boolean {
  return [...conversions.values()].some(({ shares, tenthTradingDay, delivered, rescinded }) => {
    const end = Math.min(delivered ?? today + 1, rescinded ?? today + 1);
    return isAboveZero(shares) && today >= tenthTradingDay - 1 && end >= tenthTradingDay;
  });
}
