/** Sections 1.1, 1.3, 1.4 and 1.8: a notice, what it converts, and how it is undone. */

import { conversionConsideration, distributionOn } from "./adjustments.ts";
import { isBarred } from "./calls.ts";
import { damagesOwed, openShortage } from "./damages.ts";
import { businessDaysAfter } from "./days.ts";
import { changePrincipal, overdue, overduePrincipal } from "./debts.ts";
import type { Fraction } from "./fraction.ts";
import { greater, lesser, one, sum, zero } from "./fraction.ts";
import { chargeAgain } from "./interest.ts";
import { authorizedLeft, shareRoom, watchMaximum } from "./limits.ts";
import type { Conversion, ExcessLot, Note, Taken } from "./note.ts";
import { splitFactor } from "./note.ts";
import { conversionPrice } from "./prices.ts";

export interface Notice {
  readonly id: string;
  readonly principal: Fraction;
  readonly interest: boolean;
  readonly defaultInterest: boolean;
  readonly damages: boolean;
}

export function convert(note: Note, notice: Notice): void {
  if (mustRefuse(note, notice)) {
    note.refused.add(notice.id);
    return;
  }
  const price = conversionPrice(note, note.today);
  // A price of zero makes every quotient by it an error.
  one.over(price);
  const room = shareRoom(note);
  const available = authorizedLeft(note);
  const asked = entitled(note, notice, price, room);
  const accepted = available === undefined ? asked : lesser(asked, principalFor(note, available, price));
  // A notice that is brought to nothing takes nothing along.
  const isNothing = accepted.isZero && notice.principal.isPositive;
  const taken = isNothing ? nothingTaken : takeAlong(note, notice, accepted);
  const inPrincipal = sharesFor(note, accepted, price);
  const wanted = totalOf(taken);
  const limit = available === undefined ? room : lesser(room, available);
  const extra = lesser(wanted, greater(zero, limit.minus(inPrincipal)).times(price));
  const exact = inPrincipal.plus(extra.over(price));
  // Interest and damages for which there are no shares stay owing, and make no Conversion Default.
  const isShort = accepted.isBelow(asked);
  serveExcess(note, accepted);
  if (isShort) shortOf(note, asked, accepted, price);
  const shares = roundedShares(note, exact, limit);
  record(note, notice, { price, accepted, shares, isShort, taken: cutTo(taken, extra) });
  watchMaximum(note);
}

/** After maturity or full payment, in a barred month, for nothing or for more than the principal. */
function mustRefuse(note: Note, { principal }: Notice): boolean {
  if (note.today > note.terms.maturityDate || isBarred(note)) return true;
  return note.principal.isZero || note.principal.isBelow(principal);
}

/** The principal that the two limits let through. */
function entitled(note: Note, { principal }: Notice, price: Fraction, room: Fraction): Fraction {
  const most = principalFor(note, room, price);
  if (!most.isBelow(principal)) return principal;
  return note.readings["excess over cap"] === "void" ? zero : most;
}

/** The most that the two limits and the principal let through today. */
export const maximumConvertible = (note: Note): Fraction =>
  lesser(note.principal, principalFor(note, shareRoom(note), conversionPrice(note, note.today)));

/** The principal that a number of shares serves: the Excess Amount first, at the lesser price, then the rest. */
function principalFor(note: Note, shares: Fraction, price: Fraction): Fraction {
  let left = shares;
  let served = zero;
  for (const lot of note.excess) {
    const lotPrice = lesserPrice(note, lot, price);
    const part = lesser(lot.amount, left.times(lotPrice));
    left = left.minus(part.over(lotPrice));
    served = served.plus(part);
  }
  return served.plus(left.times(price));
}

function sharesFor(note: Note, principal: Fraction, price: Fraction): Fraction {
  let left = principal;
  let shares = zero;
  for (const lot of note.excess) {
    const part = lesser(lot.amount, left);
    shares = shares.plus(part.over(lesserPrice(note, lot, price)));
    left = left.minus(part);
  }
  return shares.plus(left.over(price));
}

const lesserPrice = (note: Note, lot: ExcessLot, price: Fraction): Fraction =>
  lesser(price, lot.price.over(splitFactor(note, lot.on, note.today)));

/** Section 1.3: what the authorized shares cannot serve is the Excess Amount, at today's price at most. */
function shortOf(note: Note, asked: Fraction, accepted: Fraction, price: Fraction): void {
  if (openShortage(note) === undefined) {
    const principal = note.principal.minus(accepted);
    note.shortages.push({ on: note.today, principal, authorizedOn: undefined, payments: undefined });
  }
  const left = note.excess.filter(({ amount }) => amount.isPositive);
  const least = left.map((lot) => lesserPrice(note, lot, price)).reduce(lesser, price);
  const more = greater(zero, asked.minus(accepted).minus(sum(left.map(({ amount }) => amount))));
  const amounts = [...left.map(({ amount }) => amount), more];
  note.excess = amounts.map((amount) => ({ amount, on: note.today, price: least }));
}

function serveExcess(note: Note, accepted: Fraction): void {
  let left = accepted;
  for (const lot of note.excess) {
    const part = lesser(lot.amount, left);
    lot.amount = lot.amount.minus(part);
    left = left.minus(part);
  }
}

const nothingTaken: Taken = { interest: zero, defaultInterest: zero, damages: zero };

/** What the notice includes beside principal: the interest, Default Interest on that principal; damages owed. */
function takeAlong(note: Note, notice: Notice, principal: Fraction): Taken {
  const part = principal.over(note.principal);
  const base = overdue(note);
  const late = note.interest.filter(({ lateFrom }) => lateFrom !== undefined && lateFrom < note.today);
  const overduePart = sum([overduePrincipal(note), ...late.map(({ attached }) => attached)]).times(part);
  return {
    interest: notice.interest ? sum(note.interest.map(({ attached }) => attached)).times(part) : zero,
    defaultInterest:
      notice.defaultInterest && base.isPositive ? attachedPenalty(note).times(overduePart).over(base) : zero,
    damages: notice.damages ? damagesOwed(note, note.today - 1) : zero,
  };
}

const attachedPenalty = ({ penalties }: Note): Fraction => sum(penalties.map(({ attached }) => attached));

const totalOf = ({ interest, defaultInterest, damages }: Taken): Fraction => sum([interest, defaultInterest, damages]);

/** As much of it as the limits leave room for: interest first, then Default Interest, then damages. */
function cutTo(taken: Taken, total: Fraction): Taken {
  const interest = lesser(taken.interest, total);
  const defaultInterest = lesser(taken.defaultInterest, total.minus(interest));
  return { interest, defaultInterest, damages: lesser(taken.damages, total.minus(interest).minus(defaultInterest)) };
}

type Result = Pick<Conversion, "price" | "accepted" | "shares" | "isShort" | "taken">;

function record(note: Note, { id }: Notice, result: Result): void {
  const { accepted, taken, shares } = result;
  const deadline = businessDaysAfter(3, note.today, note.holidays);
  settle(note, accepted, taken);
  note.conversions.push({
    id,
    on: note.today,
    moment: note.moment,
    deadline,
    graceEnd: businessDaysAfter(2, deadline, note.holidays),
    ...result,
    amount: accepted.plus(totalOf(taken)),
    distribution: distributionOn(note, shares),
    consideration: conversionConsideration(note, shares),
    deliveredOn: undefined,
    undoneOn: undefined,
  });
}

/** Takes what was converted off what is owed, off each lot in proportion to what accrued on that principal. */
function settle(note: Note, accepted: Fraction, taken: Taken): void {
  const all = sum(note.interest.map(({ attached }) => attached));
  for (const lot of note.interest.filter((it) => it.attached.isPositive)) {
    const amount = lot.attached.times(taken.interest).over(all);
    lot.open = lot.open.minus(amount);
    if (lot.instalment === note.today) reduceDue(note, amount);
  }
  const attached = attachedPenalty(note);
  for (const lot of note.penalties.filter((it) => it.attached.isPositive)) {
    const amount = lot.attached.times(taken.defaultInterest).over(attached);
    lot.open = lot.open.minus(amount);
    lot.attached = lot.attached.minus(amount);
  }
  note.damagesTaken = note.damagesTaken.plus(taken.damages);
  changePrincipal(note, note.principal.minus(accepted));
}

/** Interest Due is net of what a conversion of the day settled. */
function reduceDue(note: Note, amount: Fraction): void {
  const due = note.interestDue.get(note.today);
  if (due !== undefined) note.interestDue.set(note.today, due.minus(amount));
}

/** By the reading; never beyond a limit that is itself no whole number. */
function roundedShares({ readings }: Note, exact: Fraction, limit: Fraction): Fraction {
  const reading = readings["fractional shares"];
  if (reading === "exact") return exact;
  const wanted = reading === "up" ? exact.ceil() : reading === "nearest" ? exact.nearest() : exact.floor();
  return limit.isBelow(wanted) ? limit.floor() : wanted;
}

/** Section 1.8: on the tenth business day after the Deadline the Holder has his rights back. */
export function undoUndelivered(note: Note): void {
  for (const conversion of note.conversions) {
    const { deadline, deliveredOn, undoneOn, accepted, taken } = conversion;
    const isInTime = deliveredOn !== undefined && deliveredOn < note.today;
    if (isInTime || undoneOn !== undefined) continue;
    if (businessDaysAfter(10, deadline, note.holidays) !== note.today) continue;
    conversion.undoneOn = note.today;
    changePrincipal(note, note.principal.plus(accepted));
    note.damagesTaken = note.damagesTaken.minus(taken.damages);
    chargeAgain(note, taken.interest, taken.defaultInterest);
  }
}

export function deliver(note: Note, id: string): void {
  const conversion = note.conversions.find((it) => it.id === id);
  if (conversion !== undefined) conversion.deliveredOn ??= note.today;
}
