/** What the debenture's history has reached on the day that the model has reached. */
import type { Day } from "./base/days.ts";
import type { Market } from "./base/market.ts";
import type { Rational } from "./base/rational.ts";
import { one, zero } from "./base/rational.ts";
import type { Readings, Terms, WrittenEvent } from "./base/story.ts";

export interface Conversion {
  readonly on: Day;
  /** How many conversions came before it, undone ones included. */
  readonly order: number;
  readonly accepted: Rational;
  /** As they were issued; `issued` holds them in the shares of the first day. */
  readonly shares: Rational;
  readonly issued: Rational;
  readonly fractionCash: Rational;
  readonly interest: Rational;
  readonly deliveryDate: Day;
  readonly fifthTradingDay: Day;
  readonly tenthTradingDay: Day;
  readonly alternate?: Alternate;
  delivered?: Day;
  rescinded?: Day;
  /** The Delivery Date has ended without delivery, so that interest never ceased (2(c)). */
  isLate: boolean;
}

/** What one share brings (5(e)), in the shares of its `basis`. */
export interface Alternate {
  readonly securities: Rational;
  readonly cash: Rational;
  readonly basis: Rational;
}

/** Interest that has fallen due, or will on a day known already (2(a)). */
export interface Due {
  readonly kind: "quarter" | "conversion" | "maturity" | "shares";
  /** The day up to which it was earned. */
  readonly earnedTo: Day;
  /** That day, or the next Business Day. */
  readonly due: Day;
  /** At the Interest Rate. */
  readonly amount: Rational;
  /** What the Default Rate adds to the same days; it is owed apart, and at once. */
  readonly margin: Rational;
  readonly parts: { readonly on: Day; readonly amount: Rational }[];
  feePaid: Rational;
  /** What the shares that came for it are worth. */
  worth: Rational;
  /** Whether cash pays it: what is to be paid in shares is for shares alone while they may still come. */
  inCash: boolean;
  /** Whether no acceleration touches it: a conversion made it due before the first one. */
  keepsDate?: boolean;
  /** Of interest to be paid in shares: whether that was allowed as its date ended. */
  isAllowed?: boolean;
}

/** Shares that were reported, in the shares of the first day, and how many conversions they take in. */
export interface Reported {
  readonly shares: Rational;
  readonly after: number;
}

export interface BuyIn {
  readonly conversion: Conversion;
  readonly payment: Rational;
  paid: Rational;
}

export interface Book {
  readonly terms: Terms;
  readonly readings: Readings;
  readonly market: Market;
  today: Day;
  /** How many shares of today one share of the first day is; and since when. */
  basis: Rational;
  readonly bases: { readonly from: Day; readonly basis: Rational }[];
  price: Rational;
  readonly prices: Map<Day, Rational>;
  principal: Rational;
  readonly principals: { readonly from: Day; readonly amount: Rational }[];
  readonly dues: Due[];
  /** The day up to which all interest has been made due. */
  dueTo: Day;
  /** Interest paid before it fell due. */
  credit: Rational;
  /** Paid of what the Default Rate adds. */
  marginPaid: Rational;
  readonly conversions: Map<string, Conversion>;
  readonly buyIns: Map<string, BuyIn>;
  /** The Interest Conversion Rate of each delivery of shares for interest, as it was made. */
  readonly rates: Map<string, Rational>;
  readonly refused: Set<string>;
  outstanding: Reported;
  held: Reported;
  waiver?: Day;
  approval?: Day;
  alternate?: Alternate;
  accelerated?: Day;
  /** The Mandatory Prepayment Amount was paid in full. */
  discharged?: true;
  readonly defaultRate: { readonly from: Day; readonly until?: Day }[];
  /** Since when each clause of 8(a) is an Event of Default. */
  readonly defaults: Map<string, Day>;
  /** What was reported, with the day on which it took effect. */
  readonly reports: { readonly on: Day; readonly basis: Rational; readonly event: WrittenEvent }[];
  /** Days at whose end not all Equity Conditions were met. */
  readonly unmet: Day[];
}

export function openBook(terms: Terms, readings: Readings, market: Market): Book {
  return {
    terms,
    readings,
    market,
    today: terms.issue,
    basis: one,
    bases: [],
    price: terms.price,
    prices: new Map(),
    principal: terms.principal,
    principals: [],
    dues: [],
    dueTo: terms.issue,
    credit: zero,
    marginPaid: zero,
    conversions: new Map(),
    buyIns: new Map(),
    rates: new Map(),
    refused: new Set(),
    outstanding: { shares: terms.outstanding, after: 0 },
    held: { shares: terms.held, after: 0 },
    defaultRate: [],
    defaults: new Map(),
    reports: [],
    unmet: [],
  };
}

/** The event is not allowed, and stays without effect. */
export class Refused extends Error {}

/** Conversions that were not undone. */
export const standing = (book: Book) => [...book.conversions.values()].filter((it) => it.rescinded === undefined);

/** The conversion that an event names with `for`. */
export function conversionFor(book: Book, event: WrittenEvent): Conversion {
  const found = book.conversions.get(event.for as string);
  if (found === undefined) throw new Refused();
  return found;
}

/** Whether all Equity Conditions were met at the end of each Trading Day from `from` to today, and are today. */
export const wereConditionsMet = ({ unmet, market, today }: Book, from: Day) =>
  !unmet.some((day) => from <= day && (day === today || (day < today && market.vwaps.has(day))));
