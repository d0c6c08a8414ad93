/**
 * What kinds of value a template speaks of, and how units combine.
 *
 * A unit is a product of powers of currencies, shares and years. Money is so much of a currency, a price is money per share,
 * a rate of exchange is one currency per another, a rate is "per year"; a percent and a plain number have no unit and differ
 * only in how they are shown.
 */

import { dayCounts } from "./day-count.ts";
import { usualCurrency } from "./money/currencies.ts";

export type ValueType = Quantity | DateType | TimeType | YesNoType | TextType | ChoiceType | OccurrenceType;

export interface Quantity {
  readonly kind: "quantity";
  readonly unit: Unit;
}
export interface DateType {
  readonly kind: "date";
}
export interface TimeType {
  readonly kind: "time";
}
export interface YesNoType {
  readonly kind: "yes or no";
}
export interface TextType {
  readonly kind: "text";
}
/** One of a list of words that the template names. */
export interface ChoiceType {
  readonly kind: "choice";
  readonly options: readonly string[];
}

/** One occurrence of an event: `the last of Merger Consummated events`. Never an answer, only a step to one. */
export interface OccurrenceType {
  readonly kind: "occurrence";
  readonly event: string;
}

/** Exponents, and how a figure without them is shown. */
export interface Unit {
  /** By currency; none is 0. */
  readonly money: Readonly<Record<string, number>>;
  readonly share: number;
  readonly year: number;
  /** Only for figures without exponents: shown as a percent, a count of days, the number of a year, or a plain number. */
  readonly shownAs?: "percent" | "days" | "calendar year";
}

const unit = (share: number, year: number, shownAs?: Unit["shownAs"], money: Unit["money"] = {}): Quantity => ({
  kind: "quantity",
  unit: { money, share, year, ...(shownAs !== undefined && { shownAs }) },
});

export const moneyIn = (currency: string): Quantity => unit(0, 0, undefined, { [currency]: 1 });
export const priceIn = (currency: string): Quantity => unit(-1, 0, undefined, { [currency]: 1 });
/** So much of one currency for one of another. */
export const exchangeRate = (currency: string, per: string): Quantity =>
  unit(0, 0, undefined, currency === per ? {} : { [currency]: 1, [per]: -1 });
/** Those of a note that names no currency. */
export const money: Quantity = moneyIn(usualCurrency);
export const price: Quantity = priceIn(usualCurrency);
export const shares: Quantity = unit(1, 0);
export const perShare: Quantity = unit(-1, 0);
export const rate: Quantity = unit(0, -1);
export const years: Quantity = unit(0, 1);
export const plainNumber: Quantity = unit(0, 0);
export const percent: Quantity = unit(0, 0, "percent");
/** The number of a year, shown without a comma. */
export const calendarYear: Quantity = unit(0, 0, "calendar year");
export const days: Quantity = unit(0, 0, "days");
export const date: DateType = { kind: "date" };
export const time: TimeType = { kind: "time" };
export const yesOrNo: YesNoType = { kind: "yes or no" };
/** A day count is a choice among those known. */
export const dayCount: ChoiceType = { kind: "choice", options: dayCounts };
export const text: TextType = { kind: "text" };

/** The unit of a product; of a quotient where `sign` is -1. */
export function combine(left: Unit, right: Unit, sign: 1 | -1): Unit {
  return {
    money: moneyOf(left.money, right.money, sign),
    share: left.share + sign * right.share,
    year: left.year + sign * right.year,
  };
}

/** The powers of each currency in a product or a quotient, in alphabetical order. */
function moneyOf(left: Unit["money"], right: Unit["money"], sign: 1 | -1): Unit["money"] {
  const codes = [...new Set([...Object.keys(left), ...Object.keys(right)])].toSorted();
  const powers = codes.map((code) => [code, (left[code] ?? 0) + sign * (right[code] ?? 0)] as const);
  return Object.fromEntries(powers.filter(([, power]) => power !== 0));
}

/** The same kind of value in another currency, of an amount or a price in a note that names none. */
export function inCurrency(type: ValueType, currency: string): ValueType {
  if (type.kind !== "quantity" || type.unit.money[usualCurrency] === undefined) return type;
  const { [usualCurrency]: power, ...others } = type.unit.money;
  return { ...type, unit: { ...type.unit, money: { ...others, [currency]: power } } };
}

/** Whether two units measure the same thing. A percent and a plain number do. */
export function sameUnit(left: Unit, right: Unit): boolean {
  return sameMoney(left.money, right.money) && left.share === right.share && left.year === right.year;
}

function sameMoney(left: Unit["money"], right: Unit["money"]): boolean {
  const codes = Object.keys(left);
  return codes.length === Object.keys(right).length && codes.every((code) => left[code] === right[code]);
}

/** The currencies in a unit. */
export function currenciesIn({ money: powers }: Unit): readonly string[] {
  return Object.keys(powers);
}

/** The one currency of an amount of money, or of a price. */
export function currencyOf(type: ValueType): string | undefined {
  if (type.kind !== "quantity") return undefined;
  const [currency, ...others] = currenciesIn(type.unit);
  return currency !== undefined && others.length === 0 && type.unit.money[currency] === 1 ? currency : undefined;
}

/** Whether a value is an amount of money, in whatever currency. */
export function isMoney(type: ValueType): type is Quantity {
  const currency = currencyOf(type);
  return type.kind === "quantity" && currency !== undefined && sameUnit(type.unit, moneyIn(currency).unit);
}

/** How a value follows a change of the share basis: it is multiplied by the ratio to this power. */
export function shareExponent(type: ValueType): number {
  return type.kind === "quantity" ? type.unit.share : 0;
}

/** The unit beside a figure in JSON: `USD`, `USD/share`, `shares`, `percent`, `per year`, `days`, `date`, … */
export function unitName(type: ValueType): string {
  if (type.kind !== "quantity") return type.kind;
  const { money: powers, share, year, shownAs } = type.unit;
  const currencies = Object.entries(powers);
  if (currencies.length === 0 && share === 0 && year === 0) return shownAs ?? "number";
  if (currencies.length === 0 && share === 1 && year === 0) return "shares";
  const factors = [...currencies, ["share", share], ["year", year]] as const;
  const above = factors.flatMap(([name, exponent]) => factor(name, exponent)).join(" ");
  const below = factors.flatMap(([name, exponent]) => factor(name, -exponent)).join("/");
  if (below === "") return above;
  return above === "" ? `per ${below}` : `${above}/${below}`;
}

function factor(name: string, exponent: number): string[] {
  if (exponent <= 0) return [];
  return [exponent === 1 ? name : `${name}^${exponent}`];
}
