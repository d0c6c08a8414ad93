/** The values of the catalog, on the day that the note stands on. */
import { purchaseRightsOf } from "./adjustments.ts";
import * as amounts from "./amounts.ts";
import * as calls from "./calls.ts";
import type { Question, ScenarioEvent } from "./case.ts";
import { maximumConvertible } from "./conversion.ts";
import { isCovenantBreached, noticeEffectiveDate } from "./covenants.ts";
import { allLatePayments, latePayments, shortagePayments } from "./damages.ts";
import type { Day } from "./days.ts";
import { dayText } from "./days.ts";
import { decimalText } from "./decimal-text.ts";
import { sectionsStanding } from "./defaults.ts";
import { Fraction, Unanswerable, zero } from "./fraction.ts";
import * as interest from "./interest.ts";
import * as limits from "./limits.ts";
import type { Conversion, Note } from "./note.ts";
import { splitFactor } from "./note.ts";
import * as prices from "./prices.ts";

/** As a scenario writes it. */
export type Answer = string | boolean | null | { readonly error: Unanswerable["kind"] };

type Value = Fraction | { readonly day: Day } | boolean | null | undefined;

const day = (value: Day | undefined | null): Value => (value === undefined || value === null ? null : { day: value });

const ofTheNote: Readonly<Record<string, (note: Note) => Value>> = {
  "Market Price": (note) => prices.marketPrice(note, note.today),
  "Variable Conversion Price": (note) => prices.variablePrice(note, note.today),
  "Fixed Conversion Price": (note) => prices.fixedPrice(note, note.today),
  "Conversion Price": (note) => prices.conversionPrice(note, note.today),
  "Outstanding Principal": ({ principal }) => principal,
  "Accrued Interest": interest.accruedInterest,
  "Interest Due": (note) =>
    interest.isQuarterDay(note, note.today) ? (note.interestDue.get(note.today) ?? zero) : null,
  "Interest Payment Date": (note) => day(interest.interestPaymentDate(note, note.today)),
  "Default Interest": interest.defaultInterest,
  "Late Delivery Payments": (note) => allLatePayments(note, note.today),
  "Shares Issued": (note) => limits.issuedSince(note, 0),
  "Maximum Convertible Principal": maximumConvertible,
  "Reserved Amount Required": (note) => limits.fullConversion(note).times(2),
  "Conversion Default Payments": shortagePayments,
  "Maximum Share Amount": limits.maximumShareAmount,
  "Maximum Conversion Date": ({ maximumDate }) => day(maximumDate),
  "Trading Market Prepayment Date": (note) => day(limits.marketPrepaymentDate(note)),
  "Trading Market Prepayment Amount": amounts.marketPrepaymentAmount,
  "Event of Default": ({ standing }) => standing.size > 0,
  "Acceleration Date": ({ acceleratedOn }) => day(acceleratedOn),
  "Default Sum": amounts.defaultSum,
  "Parity Value": amounts.parityValue,
  "Default Amount": amounts.defaultAmount,
  "Call Available": calls.isCallAvailable,
  "Earliest Prepayment Date": (note) => day(calls.earliestPrepayment(note)),
  "Optional Prepayment Amount": amounts.optionalPrepaymentAmount,
  "Call Right Forfeited": ({ isForfeited }) => isForfeited,
  "Determination Date": (note) => day(calls.determinationDate(note, note.today)),
  "Partial Call Available": (note) => calls.isPartialCallAvailable(note, note.today),
  "Partial Call Price": calls.partialCallPrice,
  "Partial Call Principal": calls.partialCallPrincipal,
  "Conversion Barred": calls.isBarred,
};

const ofConversion: Readonly<Record<string, (note: Note, conversion: Conversion, isDated: boolean) => Value>> = {
  "Conversion Date": (_, { on }) => day(on),
  "Principal Accepted": (_, { accepted }) => accepted,
  "Conversion Amount": (_, { amount }) => amount,
  "Conversion Shares": (note, { shares, on }, isDated) =>
    isDated ? shares.times(splitFactor(note, on, note.today)) : shares,
  "Delivery Deadline": (_, { deadline }) => day(deadline),
  "Late Delivery Payments": (note, conversion) => latePayments(note, conversion, note.today),
  "Distribution Entitlement": (_, { distribution }) => distribution,
  "Conversion Consideration Shares": (_, { consideration }) => consideration?.shares,
  "Conversion Consideration Cash": (_, { consideration }) => consideration?.cash,
};

export function answer(note: Note, question: Question): Answer {
  try {
    return written(valueAsked(note, question));
  } catch (problem) {
    if (problem instanceof Unanswerable) return { error: problem.kind };
    throw problem;
  }
}

function valueAsked(note: Note, { value, of, on }: Question): Value {
  if (of === undefined) return ofTheNote[value]?.(note);
  if (value === "Event of Default") return sectionsStanding(note).includes(of);
  const conversion = note.conversions.find(({ id }) => id === of);
  if (conversion !== undefined) return ofConversion[value]?.(note, conversion, on !== undefined);
  if (note.refused.has(of)) throw new Unanswerable("refused");
  const rights = note.purchaseRights.find(({ id }) => id === of);
  if (rights !== undefined) return purchaseRightsOf(note, rights);
  const event = note.events.find(({ id }) => id === of) as ScenarioEvent;
  return value === "Covenant Breached" ? isCovenantBreached(event) : day(noticeEffectiveDate(event));
}

function written(value: Value): Answer {
  if (value instanceof Fraction) return decimalText(value);
  if (value === undefined) return null;
  return typeof value === "object" && value !== null ? dayText(value.day) : value;
}
