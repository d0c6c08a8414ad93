/** The three-year note as somebody would write it for this note alone: exact decimals, a loop over what happens. */
import type { Decimal } from "decimal.js";
import type { Day } from "./days.ts";
import { businessDaysAfter, isBusinessDay, monthEnd, quarterEnd, textOf } from "./days.ts";
import type { Prices } from "./pricing-rule.ts";
import { conversionPrice, Figure, rowsBefore } from "./pricing-rule.ts";

export interface NoteEvent {
  readonly on: Day;
  readonly kind: "conversion" | "delivery" | "payment" | "position";
  /** Of a conversion; of the conversion delivered. */
  readonly id?: string;
  readonly amount?: string;
}

export interface NoteQuestion {
  readonly value:
    | "Outstanding Principal"
    | "Conversion Price"
    | "Accrued Interest"
    | "Interest Due"
    | "Late Delivery Payments"
    | "Conversion Shares"
    | "Exempt Month"
    | "Event of Default";
  readonly on?: Day;
  readonly of?: string;
}

export interface NoteTerms {
  readonly principal: string;
  readonly sharesOutstanding: string;
  readonly from: Day;
  readonly maturity: Day;
  readonly isTestedDaily: boolean;
}

export interface JournalLine {
  readonly on: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export interface NoteOutcome {
  /** In the order of the questions: a decimal, a truth, or null for no value. */
  readonly answers: readonly (string | boolean | null)[];
  readonly journal: readonly JournalLine[];
}

interface Lot {
  readonly monthEnd: Day;
  amount: Decimal;
}
interface Due {
  readonly payableOn: Day;
  readonly charged: Decimal;
  unpaid: Decimal;
}
interface Conversion {
  readonly on: Day;
  readonly shares: Decimal;
  deliveredOn: Day | undefined;
}

const zero = new Figure(0);
const interestRate = new Figure("0.08");
const floorPrice = new Figure("0.0375");
const fixedPrice = new Figure("0.05");
const cap = new Figure("0.0499");
const latePayment = new Figure(2_000);
const defaultPrice = new Figure("0.01");

export function runNote(
  terms: NoteTerms,
  prices: Prices,
  events: readonly NoteEvent[],
  questions: readonly NoteQuestion[],
): NoteOutcome {
  const journal: JournalLine[] = [];
  const answers: (string | boolean | null)[] = questions.map(() => null);
  const conversions = new Map<string, Conversion>();
  let principal = new Figure(terms.principal);
  let outstanding = new Figure(terms.sharesOutstanding);
  let position = zero;
  let lots: Lot[] = [];
  const dues: Due[] = [];
  let accruedTo = terms.from;
  let waivedMonth: Day | undefined;
  let inDefault = false;

  const note = (on: Day, what: string, before: Decimal | boolean, after: Decimal | boolean) =>
    journal.push({ on: textOf(on), what, before: before.toString(), after: after.toString() });

  /** Interest of every day before `to`, month by month. */
  function accrue(to: Day): void {
    while (accruedTo < to) {
      const end = monthEnd(accruedTo);
      const next = Math.min(end + 1, to);
      if (end !== waivedMonth) {
        const amount = principal
          .times(interestRate)
          .times(next - accruedTo)
          .div(365);
        const last = lots.at(-1);
        if (last?.monthEnd === end) last.amount = last.amount.plus(amount);
        else lots.push({ monthEnd: end, amount });
      }
      accruedTo = next;
    }
  }

  function isExempt(on: Day): boolean {
    const first = rowsBefore(prices, Math.max(monthEnd(on, -1) + 1, terms.from));
    const rows = prices.low.slice(first, rowsBefore(prices, on + 1));
    return rows.every((low) => new Figure(low).gt(floorPrice));
  }

  const unpaidInterest = () =>
    [...lots.map(({ amount }) => amount), ...dues.map(({ unpaid }) => unpaid)].reduce((sum, it) => sum.plus(it), zero);

  function convert({ on, id, amount }: NoteEvent): void {
    if (on > terms.maturity || principal.isZero()) return;
    const price = conversionPrice(prices, on, fixedPrice);
    const room = Figure.max(zero, cap.times(outstanding).minus(position).div(new Figure(1).minus(cap)));
    const entitled = Figure.min(new Figure(amount ?? "0"), principal, room.times(price));
    // A third does not end, so a quotient that is whole may come out a hair below; rounding first brings it back.
    const shares = entitled.div(price).toDecimalPlaces(20).floor();
    accrue(on);
    note(on, "Outstanding Principal", principal, principal.minus(entitled));
    note(on, "Common Stock Outstanding", outstanding, outstanding.plus(shares));
    note(on, "Holder Position", position, position.plus(shares));
    principal = principal.minus(entitled);
    outstanding = outstanding.plus(shares);
    position = position.plus(shares);
    conversions.set(id ?? "", { on, shares, deliveredOn: undefined });
  }

  function pay(on: Day, amount: string): void {
    let left = new Figure(amount);
    for (const due of dues) {
      const taken = Figure.min(left, due.unpaid);
      if (taken.isZero()) continue;
      note(on, "Interest paid", due.unpaid, due.unpaid.minus(taken));
      due.unpaid = due.unpaid.minus(taken);
      left = left.minus(taken);
    }
  }

  function apply(event: NoteEvent): void {
    if (event.kind === "conversion") convert(event);
    else if (event.kind === "payment") pay(event.on, event.amount ?? "0");
    else if (event.kind === "position") {
      note(event.on, "Holder Position", position, new Figure(event.amount ?? "0"));
      position = new Figure(event.amount ?? "0");
    } else {
      const delivered = conversions.get(event.id ?? "");
      if (delivered !== undefined) delivered.deliveredOn = event.on;
    }
  }

  function endMonth(on: Day): void {
    accrue(on);
    if (isExempt(on)) {
      const kept = lots.filter((lot) => lot.monthEnd !== on);
      note(
        on,
        "Interest waived",
        unpaidInterest(),
        kept.reduce((sum, { amount }) => sum.plus(amount), zero),
      );
      lots = kept;
      waivedMonth = on;
    }
    if (quarterEnd(on) !== on) return;
    const charged = lots.reduce((sum, { amount }) => sum.plus(amount), zero);
    const payableOn = isBusinessDay(on) ? on : businessDaysAfter(on, 1);
    note(on, "Interest due", zero, charged);
    dues.push({ payableOn, charged, unpaid: charged });
    lots = [];
  }

  function latePayments(asOf: Day): Decimal {
    let days = 0;
    for (const { on, deliveredOn } of conversions.values()) {
      const deadline = businessDaysAfter(on, 3);
      const graceEnd = businessDaysAfter(deadline, 2);
      const isSeriouslyLate = asOf > graceEnd && (deliveredOn === undefined || deliveredOn > graceEnd);
      if (isSeriouslyLate) days += Math.min(asOf, (deliveredOn ?? Number.POSITIVE_INFINITY) - 1) - deadline;
    }
    return latePayment.times(days);
  }

  function reply({ value, on = terms.maturity, of = "" }: NoteQuestion): string | boolean | null {
    switch (value) {
      case "Outstanding Principal":
        return principal.toFixed();
      case "Conversion Price":
        return conversionPrice(prices, on, fixedPrice).toFixed();
      case "Accrued Interest":
        accrue(on);
        return unpaidInterest().toFixed();
      case "Interest Due": {
        if (quarterEnd(on) !== on) return null;
        const payableOn = isBusinessDay(on) ? on : businessDaysAfter(on, 1);
        const due = dues.filter((it) => it.payableOn === payableOn);
        return due.reduce((sum, { charged }) => sum.plus(charged), zero).toFixed();
      }
      case "Late Delivery Payments":
        return latePayments(on).toFixed();
      case "Conversion Shares":
        return conversions.get(of)?.shares.toFixed() ?? null;
      case "Exempt Month":
        return isExempt(on);
      case "Event of Default":
        return inDefault;
    }
  }

  function testPrice(on: Day): void {
    const holds = conversionPrice(prices, on, fixedPrice).lt(defaultPrice);
    if (holds !== inDefault) note(on, "Event of Default", inDefault, holds);
    inDefault = holds;
  }

  const byDay = [...questions.keys()].filter((index) => questions[index]?.on !== undefined);
  byDay.sort((a, b) => (questions[a]?.on ?? 0) - (questions[b]?.on ?? 0));
  const last = Math.max(...questions.map(({ on }) => on ?? 0), ...events.map(({ on }) => on));
  let nextEvent = 0;
  let nextQuestion = 0;
  let nextMonthEnd = monthEnd(terms.from);
  const step = terms.isTestedDaily
    ? (at: Day) => at + 1
    : () =>
        Math.min(
          nextMonthEnd,
          events[nextEvent]?.on ?? Number.POSITIVE_INFINITY,
          questions[byDay[nextQuestion] ?? -1]?.on ?? Number.POSITIVE_INFINITY,
        );
  for (let at = terms.isTestedDaily ? terms.from : step(0); at <= last; at = step(at)) {
    for (; events[nextEvent]?.on === at; nextEvent += 1) apply(events[nextEvent] as NoteEvent);
    if (at === nextMonthEnd) {
      endMonth(at);
      nextMonthEnd = monthEnd(at, 1);
    }
    if (terms.isTestedDaily) testPrice(at);
    for (; questions[byDay[nextQuestion] ?? -1]?.on === at; nextQuestion += 1) {
      const index = byDay[nextQuestion] as number;
      answers[index] = reply(questions[index] as NoteQuestion);
    }
  }
  for (const [index, question] of questions.entries()) {
    if (question.on === undefined) answers[index] = reply(question);
  }
  return { answers, journal };
}
