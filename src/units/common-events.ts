/**
 * The events that a story may contain, in words that every instrument shares: their fields with units, and what can be
 * calculated from those. A template's binding says which of its own events each of them is.
 */
import type { Exact } from "./exact.ts";
import { divide, multiply } from "./exact.ts";
import type { ValueType } from "./value-type.ts";
import { date, money, plainNumber, price, shares, yesOrNo } from "./value-type.ts";

export interface CommonEvent {
  /** What happens, as a sentence without its full stop. */
  readonly meaning: string;
  readonly fields: Readonly<Record<string, CommonField>>;
  /** Figures that follow from the fields: a product or a quotient of two of them. */
  readonly derived?: Readonly<Record<string, DerivedField>>;
  /** The common event that this one answers, named with `for`. */
  readonly refersTo?: string;
  /** The field that is cash which the issuer pays to the holder; it may be "what is due". */
  readonly cash?: string;
}

export interface CommonField {
  readonly type: ValueType;
  /** The value where a story says nothing; without one, a story has to say it. */
  readonly initial?: Exact | boolean;
}

export interface DerivedField {
  readonly type: ValueType;
  readonly of: readonly [string, "×" | "÷", string];
}

/** In a payment: as much as the instrument makes payable by the end of that day. */
export const whatIsDue = "what is due";

const splitFields = { "old shares": { type: shares }, "new shares": { type: shares } };
const splitRatios = {
  "new per old": { type: plainNumber, of: ["new shares", "÷", "old shares"] },
  "old per new": { type: plainNumber, of: ["old shares", "÷", "new shares"] },
} as const;
const payment = (meaning: string): CommonEvent => ({ meaning, fields: { amount: { type: money } }, cash: "amount" });
const report = (meaning: string): CommonEvent => ({ meaning, fields: {} });
const transactions = { kind: "choice", options: ["merger", "asset sale", "tender offer"] } as const;

/** By the name that a story and a binding use. */
export const commonEvents: Readonly<Record<string, CommonEvent>> = {
  conversion: { meaning: "the holder converts an amount of principal", fields: { amount: { type: money } } },
  "delivery of shares": {
    meaning: "the issuer delivers the shares of a conversion",
    fields: {},
    refersTo: "conversion",
  },
  "rescission of a conversion": {
    meaning: "the holder undoes a conversion whose shares did not come",
    fields: {},
    refersTo: "conversion",
  },
  "stock split": { meaning: "a share becomes more than one", fields: splitFields, derived: splitRatios },
  "combination of shares": { meaning: "several shares become one", fields: splitFields, derived: splitRatios },
  "sale of stock": {
    meaning: "the issuer sells new shares for cash",
    fields: { price: { type: price }, shares: { type: shares }, exempt: { type: yesOrNo, initial: false } },
    derived: { proceeds: { type: money, of: ["price", "×", "shares"] } },
  },
  "report of shares outstanding": {
    meaning: "a new count of shares outstanding",
    fields: { shares: { type: shares } },
  },
  "report of shares held": { meaning: "a new count of the holder's shares", fields: { shares: { type: shares } } },
  "increase of authorized shares": {
    meaning: "the number of shares that the issuer may issue from now on",
    fields: { shares: { type: shares } },
  },
  "payment of interest": payment("the issuer pays interest"),
  "payment of principal": payment("the issuer repays principal"),
  "payment of damages": payment("the issuer pays damages or penalties"),
  "payment in full": payment("the issuer pays what an acceleration made due"),
  "prepayment notice": {
    meaning: "the issuer gives notice that it prepays on a later day",
    fields: { "prepayment date": { type: date } },
  },
  prepayment: {
    meaning: "the issuer prepays, as its notice said",
    fields: { amount: { type: money } },
    refersTo: "prepayment notice",
    cash: "amount",
  },
  acceleration: report("the holder declares everything due because of a default"),
  "annulment of an acceleration": report("the holder takes the acceleration back"),
  "notice of a failure to deliver": report("the holder gives notice that shares did not come"),
  "breach of a covenant": report("the issuer learns that it broke a covenant"),
  "shareholder approval": report("the shareholders approve an issue beyond the limit"),
  "registration filed": report("the registration statement is filed"),
  "registration effective": report("the registration statement becomes effective"),
  "registration lapsed": report("the registration statement stops being effective"),
  "registration restored": report("the registration statement is effective again"),
  delisting: report("the stock no longer trades on its market"),
  relisting: report("the stock trades on its market again"),
  insolvency: report("the issuer opens an insolvency proceeding of its own"),
  "transaction announced": {
    meaning: "a corporate transaction is announced",
    fields: { kind: { type: transactions } },
  },
  "announcement ended": {
    meaning: "the announced transaction is closed or given up",
    fields: {},
    refersTo: "transaction announced",
  },
  "corporate transaction": {
    meaning: "a merger or the like closes, and shares turn into something else",
    fields: {
      kind: { type: transactions },
      "new securities per share": { type: plainNumber },
      "cash per share": { type: price },
    },
  },
  distribution: {
    meaning: "the issuer distributes assets on its shares",
    fields: { "amount per share": { type: price }, "record date": { type: date } },
  },
};

/** Every figure that an event has, given or derived, with its type. */
export function fieldTypes({ fields, derived = {} }: CommonEvent): Readonly<Record<string, ValueType>> {
  const given = Object.entries({ ...fields, ...derived });
  return Object.fromEntries(given.map(([name, { type }]) => [name, type]));
}

/** A figure that follows from two others; undefined where it has no result. */
export function derive({ of: [, operator] }: DerivedField, left: Exact, right: Exact): Exact | undefined {
  return operator === "×" ? multiply(left, right) : divide(left, right);
}
