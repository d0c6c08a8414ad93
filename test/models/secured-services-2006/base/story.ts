/** A scenario as its file has it, and the deal terms and readings with what the contract takes where they are not given. */
import type { Day, DayCount } from "./days.ts";
import { dayOf } from "./days.ts";
import type { Rational } from "./rational.ts";
import { rational } from "./rational.ts";

export interface WrittenEvent {
  readonly on: string;
  readonly at?: string;
  readonly event: string;
  readonly id?: string;
  readonly for?: string;
  readonly [field: string]: string | boolean | undefined;
}

export interface WrittenStory {
  readonly terms: Readonly<Record<string, string>>;
  readonly readings?: Readonly<Record<string, string>>;
  readonly events: readonly WrittenEvent[];
}

export interface Terms {
  readonly principal: Rational;
  readonly issue: Day;
  readonly maturity: Day;
  readonly closing: Day;
  readonly rate: Rational;
  readonly defaultRate: Rational;
  /** Undefined: no limit. */
  readonly lawfulRate: Rational | undefined;
  readonly price: Rational;
  readonly outstanding: Rational;
  readonly authorized: Rational | undefined;
  readonly held: Rational;
  readonly issuableMaximum: Rational;
  readonly aggregate: Rational;
}

export function readTerms(written: WrittenStory["terms"]): Terms {
  const figure = (name: string, otherwise: string) => rational(written[name] ?? otherwise);
  const limit = (name: string) => {
    const text = written[name];
    return text === undefined || text === "unlimited" ? undefined : rational(text);
  };
  const issue = dayOf(written["Original Issue Date"] ?? "2006-02-15");
  const closing = written["Closing Date"];
  const principal = written.Principal as string;
  return {
    principal: rational(principal),
    issue,
    maturity: dayOf(written["Maturity Date"] ?? "2009-02-15"),
    closing: closing === undefined ? issue : dayOf(closing),
    rate: figure("Interest Rate", "7%"),
    defaultRate: figure("Default Rate", "18%"),
    lawfulRate: limit("Maximum Lawful Rate"),
    price: figure("Initial Conversion Price", "0.17"),
    outstanding: rational(written["Shares Outstanding"] as string),
    authorized: limit("Authorized Shares Available"),
    held: figure("Holder Other Shares", "0"),
    issuableMaximum: figure("Issuable Maximum", "1000000"),
    aggregate: figure("Aggregate Principal", principal),
  };
}

/** Which way a passage is read; the first choice is what holds without more. */
export interface Readings {
  readonly dayCount: DayCount;
  readonly priceRounding: "up" | "even" | undefined;
  readonly roundsShares: boolean;
  readonly fractionInCash: boolean;
  readonly damagesAfter: 5 | 3;
  readonly damagesProRata: boolean;
  readonly premiumOnInterest: boolean;
  readonly defaultRateFromAcceleration: boolean;
  readonly voidOverCap: boolean;
  readonly averageCountsTheDay: boolean;
  readonly feeOnPaymentDay: boolean;
  readonly rescindedInterestStays: boolean;
}

export function readReadings(written: Readonly<Record<string, string>>): Readings {
  const is = (name: string, choice: string) => written[name] === choice;
  const rounding = written["rounding of the conversion price"];
  return {
    dayCount: is("day count", "30/360") ? "30/360" : "actual/360",
    priceRounding: rounding === "none" ? undefined : rounding === "nearest cent, half even" ? "even" : "up",
    roundsShares: !is("rounding of shares", "none"),
    fractionInCash: !is("fraction", "one whole share"),
    damagesAfter: is("damages start", "after the third Trading Day") ? 3 : 5,
    damagesProRata: !is("damages unit", "whole $2,000 multiples"),
    premiumOnInterest: is("prepayment premium", "on principal and interest"),
    defaultRateFromAcceleration: is("default rate from", "the acceleration"),
    voidOverCap: is("excess over cap", "void"),
    averageCountsTheDay: is("average of 20 VWAPs", "counting it"),
    feeOnPaymentDay: !is("late fee last day", "day before payment"),
    rescindedInterestStays: is("rescinded default interest", "stays"),
  };
}
