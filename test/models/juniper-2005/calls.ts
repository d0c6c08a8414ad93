/** Article V: the optional call of the whole note and the partial call of a month. */
import { optionalPrepaymentAmount } from "./amounts.ts";
import type { Day } from "./days.ts";
import { businessDaysAfter, firstOfMonth, lastBusinessDay, monthOf } from "./days.ts";
import { sectionsStanding } from "./defaults.ts";
import type { Fraction } from "./fraction.ts";
import { fraction } from "./fraction.ts";
import { isAuthorizedInFull } from "./limits.ts";
import type { PriceKind, Row } from "./market.ts";
import { tradingDayAfter, tradingDayBefore, tradingDaysIn } from "./market.ts";
import type { Note } from "./note.ts";
import { tradingPrice } from "./prices.ts";

const callPrice = fraction("0.15");

export function isCallAvailable(note: Note): boolean {
  if (note.isForfeited || note.today <= note.terms.issueDate || note.principal.isZero) return false;
  if (sectionsStanding(note).length > 0 || note.maximumDate !== undefined) return false;
  const row = tradingDayBefore(note.market, 1, note.today + 1);
  return !callPrice.isBelow(tradingPrice(note, row)) && isAuthorizedInFull(note);
}

export const earliestPrepayment = (note: Note): Day => tradingDayAfter(note.market, 10, note.today);

export function giveCallNotice(note: Note, id: string, date: Day): void {
  if (isCallAvailable(note) && date >= earliestPrepayment(note))
    note.callNotices.push({ id, date, paidInFull: false, paidInPart: false });
  else note.refused.add(id);
}

/** On the second business day after an unpaid Optional Prepayment Date the right is lost for good, if anything was owed. */
export function forfeitUnpaid(note: Note): void {
  for (const { date, paidInFull, paidInPart } of note.callNotices) {
    if (paidInFull || businessDaysAfter(2, date, note.holidays) !== note.today) continue;
    if (paidInPart || optionalPrepaymentAmount(note).isPositive) note.isForfeited = true;
  }
}

export const determinationDate = (note: Note, day: Day): Day => lastBusinessDay(monthOf(day), note.holidays);

/** Section 5.2: on a Determination Date, each day of the month so far traded below the price of the call. */
export function isPartialCallAvailable(note: Note, day: Day): boolean {
  if (day !== determinationDate(note, day) || day <= note.terms.issueDate || note.principal.isZero) return false;
  const rows = tradingDaysIn(note.market, firstOfMonth(monthOf(day)), day);
  return rows.every((row) => averagePrice(note, row).isBelow(callPrice));
}

function averagePrice({ readings }: Note, row: Row): Fraction {
  const reading = readings["average daily price"];
  return reading === "high-low midpoint" ? row.high.plus(row.low).over(2) : row[reading as PriceKind];
}

export function partialCallPrincipal({ readings, terms, principal }: Note): Fraction {
  return (readings["partial call base"] === "original Principal" ? terms.principal : principal).over(36);
}

export function partialCallPrice(note: Note): Fraction {
  const part = partialCallPrincipal(note);
  const base = note.readings["one month's interest"] === "on the portion prepaid" ? part : note.principal;
  return part.times(fraction("1.04")).plus(base.times(note.terms.rate).over(12));
}

/** Section 1.1: in the month after a Determination Date on which the option was used nothing is converted. */
export const isBarred = (note: Note): boolean =>
  note.partialCalls.some((date) => monthOf(date) + 1 === monthOf(note.today));
