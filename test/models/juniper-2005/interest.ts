/** The preamble: interest, what falls due when, and Default Interest on what is past due. */
import type { Day } from "./days.ts";
import { addMonths, firstOfMonth, lastOfMonth, monthOf, rolled } from "./days.ts";
import { addTo, noDebt, overdue, payOff } from "./debts.ts";
import type { Fraction } from "./fraction.ts";
import { lesser, sum, zero } from "./fraction.ts";
import { tradingDaysIn } from "./market.ts";
import type { InterestLot, Note, PenaltyLot } from "./note.ts";
import { tradingPrice } from "./prices.ts";

/** What the end of `day` adds: a day's interest on its principal, a day's Default Interest on what was past due then. */
export function accrue(note: Note, day: Day): void {
  addPenalties(note, monthOf(day));
  if (runs(note, day)) addInterest(note, day, dailyInterest(note));
}

/** Interest stops when the principal is due; on one reading it goes on beside Default Interest. */
function runs({ terms, readings, principalLateFrom }: Note, day: Day): boolean {
  if (principalLateFrom !== undefined && principalLateFrom <= day) return readings["interest after due"] === "adds";
  return day < terms.maturityDate;
}

const dailyInterest = ({ principal, terms }: Note): Fraction => principal.times(terms.rate).over(365);

function addInterest(note: Note, day: Day, amount: Fraction): void {
  const month = monthOf(day);
  const isKnownExempt = day === lastOfMonth(month) && isExempt(note, month);
  if (isKnownExempt && note.readings["exempt month"] === "waived") return;
  const state = isKnownExempt ? "deferred" : "accruing";
  const lot = openLot(note, month, state);
  addTo(lot, amount);
  useCredit(note, lot, amount);
}

/** The lot that the month's next day goes to; what would wait for the principal to fall due does not wait after that. */
function openLot(note: Note, month: number, state: InterestLot["state"]): InterestLot {
  const isOverdue = state === "deferred" && isPrincipalDue(note);
  const wanted = isOverdue ? "due" : state;
  const last = note.interest.findLast((it) => it.state === wanted);
  return last?.month === month ? last : newLot(note, month, state);
}

/** Interest paid ahead pays what comes next. */
function useCredit(note: Note, lot: InterestLot, amount: Fraction): void {
  const paid = lesser(note.credit, amount);
  note.credit = note.credit.minus(paid);
  payLot(lot, paid);
}

function payLot(lot: InterestLot, amount: Fraction): void {
  payOff(lot, amount);
  lot.paid = lot.paid.plus(amount);
}

function newLot(note: Note, month: number, state: InterestLot["state"]): InterestLot {
  const nothing = { ...noDebt(), paid: zero, instalment: undefined, dueOn: undefined, lateFrom: undefined };
  const lot: InterestLot = { ...nothing, month, state };
  note.interest.push(lot);
  return lot;
}

/** Of the day before today, on what was past due when it ended. */
function addPenalties(note: Note, month: number): void {
  const amount = overdue(note).times(note.terms.defaultRate).over(365);
  const last = note.penalties.at(-1);
  const lot = last?.month === month ? last : { month, ...noDebt() };
  if (lot !== last) note.penalties.push(lot);
  addTo(lot, amount);
}

/** Section 1.8: what a conversion took in is owed again when it is undone, and is due at once. */
export function chargeAgain(note: Note, interest: Fraction, penalty: Fraction): void {
  const isOfMonth = ({ month }: PenaltyLot) => month !== undefined;
  const first = note.penalties.filter((lot) => !isOfMonth(lot));
  note.penalties = [...first, { ...noDebt(), month: undefined, open: penalty }, ...note.penalties.filter(isOfMonth)];
  if (interest.isZero) return;
  const lot = newLot(note, monthOf(note.today), "due");
  lot.open = interest;
  makeDue(note, [lot], "regained", note.today);
  useCredit(note, lot, interest);
}

/** A month is exempt when each of its Trading Days, from the Issue Date on, traded above the floor. */
export function isExempt(note: Note, month: number): boolean {
  const from = Math.max(firstOfMonth(month), note.terms.issueDate);
  const days = tradingDaysIn(note.market, from, lastOfMonth(month));
  return days.every((row) => note.terms.floor.isBelow(tradingPrice(note, row)));
}

const isPrincipalDue = ({ principalLateFrom, acceleratedOn, today }: Note): boolean =>
  acceleratedOn !== undefined || (principalLateFrom !== undefined && principalLateFrom <= today);

/** What falls due or falls away as today ends. */
export function fallDue(note: Note): void {
  endMonth(note);
  const wasDue = note.principalLateFrom !== undefined && note.principalLateFrom <= note.today;
  if (!wasDue && isQuarterDay(note, note.today)) endQuarter(note);
  if (note.acceleratedOn === undefined && note.today === note.terms.maturityDate) mature(note);
}

function endMonth(note: Note): void {
  const month = monthOf(note.today);
  if (note.today !== lastOfMonth(month) || !isExempt(note, month)) return;
  for (const lot of note.interest.filter((it) => it.month === month && it.state === "accruing")) {
    if (note.readings["exempt month"] === "deferred") {
      lot.state = "deferred";
      if (isPrincipalDue(note)) makeDue(note, [lot], "maturity", note.today);
      continue;
    }
    note.credit = note.credit.plus(lot.paid);
    Object.assign(lot, noDebt(), { state: "waived", paid: zero });
  }
}

function endQuarter(note: Note): void {
  if (note.interestDue.has(note.today)) return;
  const lots = note.interest.filter(({ state }) => state === "accruing");
  nameDue(note, lots);
  makeDue(note, lots, note.today, rolled(note.today, note.holidays));
}

function nameDue(note: Note, lots: readonly InterestLot[]): void {
  note.interestDue.set(note.today, sum(lots.map(({ open, paid }) => open.plus(paid))));
}

function mature(note: Note): void {
  if (!note.interestDue.has(note.today)) nameDue(note, unmatured(note));
  const lateFrom = rolled(note.terms.maturityDate, note.holidays);
  makeDue(note, unmatured(note), "maturity", lateFrom);
  note.principalLateFrom ??= lateFrom;
}

/** What falls due with the next quarter, then what waits for maturity. */
const unmatured = (note: Note): InterestLot[] =>
  (["accruing", "deferred"] as const).flatMap((wanted) => note.interest.filter(({ state }) => state === wanted));

/** What falls due at once is one amount, and a part payment of it is one of all its days. */
function makeDue(note: Note, lots: readonly InterestLot[], instalment: InterestLot["instalment"], lateFrom: Day): void {
  const [first, ...others] = lots;
  if (first === undefined) return;
  for (const { open, attached, paid } of others) {
    first.open = first.open.plus(open);
    first.attached = first.attached.plus(attached);
    first.paid = first.paid.plus(paid);
  }
  Object.assign(first, { state: "due", instalment, lateFrom, dueOn: note.today });
  note.interest = note.interest.filter((lot) => !others.includes(lot));
}

/** Article III and section 1.7: everything is due at once, and bears Default Interest from today. */
export function fallDueInFull(note: Note): void {
  makeDue(note, unmatured(note), "acceleration", note.today);
  for (const lot of note.interest) {
    if (lot.state === "due") lot.lateFrom = Math.min(lot.lateFrom ?? note.today, note.today);
  }
  note.principalLateFrom = Math.min(note.principalLateFrom ?? note.today, note.today);
}

/** Whether interest is payable on a day: the last of a calendar quarter, or an anniversary of three months. */
export function isQuarterDay({ terms, readings }: Note, day: Day): boolean {
  if (readings.quarter === "calendar quarter ends") return isCalendarQuarterEnd(day);
  const months = monthOf(day) - monthOf(terms.issueDate);
  return months > 0 && months % 3 === 0 && addMonths(terms.issueDate, months) === day;
}

const isCalendarQuarterEnd = (day: Day): boolean => monthOf(day) % 3 === 2 && day === lastOfMonth(monthOf(day));

export function interestPaymentDate(note: Note, day: Day): Day {
  let end = day;
  while (!isQuarterDay(note, end)) end++;
  return rolled(end, note.holidays);
}

export const accruedInterest = (note: Note): Fraction => sum(note.interest.map(({ open }) => open));

export const defaultInterest = ({ penalties }: Note): Fraction => sum(penalties.map(({ open }) => open));

/** Pays what is due, oldest first, then Default Interest, then what accrues; the rest is paid ahead. */
export function payInterest(note: Note, amount: Fraction): void {
  const due = note.interest.filter(({ dueOn }) => dueOn !== undefined).toSorted(byDueDay);
  const left = payPenalty(note, payLots([...due, ...dueToday(note)], amount));
  note.credit = note.credit.plus(payLots(unmatured(note), left));
}

/** What falls due as today ends counts as due for a payment of the day; what falls away with its month does not. */
function dueToday(note: Note): InterestLot[] {
  const { today, principalLateFrom, terms } = note;
  const month = monthOf(today);
  const endsExempt = today === lastOfMonth(month) && isExempt(note, month);
  const isExemptLot = (lot: InterestLot) => endsExempt && lot.month === month;
  if (note.acceleratedOn === undefined && today === terms.maturityDate) {
    return unmatured(note).filter((lot) => lot.state === "deferred" || !isExemptLot(lot));
  }
  const accruing = note.interest.filter(({ state }) => state === "accruing");
  const wasDue = principalLateFrom !== undefined && principalLateFrom <= today;
  if (wasDue || !isQuarterDay(note, today)) return [];
  return accruing.filter((lot) => !isExemptLot(lot));
}

/** Pays all interest, due or not, then Default Interest; gives what is left. */
export function payAllInterest(note: Note, amount: Fraction): Fraction {
  return payPenalty(note, payLots(note.interest, amount));
}

const byDueDay = (a: InterestLot, b: InterestLot): number => (a.dueOn ?? 0) - (b.dueOn ?? 0);

function payLots(lots: readonly InterestLot[], amount: Fraction): Fraction {
  let left = amount;
  for (const lot of lots) {
    const paid = lesser(lot.open, left);
    payLot(lot, paid);
    left = left.minus(paid);
  }
  return left;
}

/** What is owed again was due before what accrues; then the oldest month first. */
function payPenalty({ penalties }: Note, amount: Fraction): Fraction {
  let left = amount;
  for (const lot of penalties) {
    const paid = lesser(lot.open, left);
    payOff(lot, paid);
    left = left.minus(paid);
  }
  return left;
}
