/**
 * What kinds of value a template speaks of, and how units combine.
 *
 * A unit is a product of powers of three things: US dollars, shares and years. Money is dollars, a price is dollars per
 * share, a rate is "per year"; a percent and a plain number have no unit and differ only in how they are shown.
 */
import { dayCounts } from "./day-count.ts";

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
  readonly usd: number;
  readonly share: number;
  readonly year: number;
  /** Only for figures without exponents: shown as a percent, a count of days, the number of a year, or a plain number. */
  readonly shownAs?: "percent" | "days" | "calendar year";
}

const unit = (usd: number, share: number, year: number): Quantity => ({
  kind: "quantity",
  unit: { usd, share, year },
});

export const money: Quantity = unit(1, 0, 0);
export const price: Quantity = unit(1, -1, 0);
export const shares: Quantity = unit(0, 1, 0);
export const perShare: Quantity = unit(0, -1, 0);
export const rate: Quantity = unit(0, 0, -1);
export const years: Quantity = unit(0, 0, 1);
export const plainNumber: Quantity = unit(0, 0, 0);
export const percent: Quantity = { kind: "quantity", unit: { usd: 0, share: 0, year: 0, shownAs: "percent" } };
/** The number of a year, shown without a comma. */
export const calendarYear: Quantity = {
  kind: "quantity",
  unit: { usd: 0, share: 0, year: 0, shownAs: "calendar year" },
};
export const days: Quantity = { kind: "quantity", unit: { usd: 0, share: 0, year: 0, shownAs: "days" } };
export const date: DateType = { kind: "date" };
export const time: TimeType = { kind: "time" };
export const yesOrNo: YesNoType = { kind: "yes or no" };
/** A day count is a choice among those known. */
export const dayCount: ChoiceType = { kind: "choice", options: dayCounts };
export const text: TextType = { kind: "text" };

/** The unit of a product; of a quotient where `sign` is -1. */
export function combine(left: Unit, right: Unit, sign: 1 | -1): Unit {
  return {
    usd: left.usd + sign * right.usd,
    share: left.share + sign * right.share,
    year: left.year + sign * right.year,
  };
}

/** Whether two units measure the same thing. A percent and a plain number do. */
export function sameUnit(left: Unit, right: Unit): boolean {
  return left.usd === right.usd && left.share === right.share && left.year === right.year;
}

/** How a value follows a change of the share basis: it is multiplied by the ratio to this power. */
export function shareExponent(type: ValueType): number {
  return type.kind === "quantity" ? type.unit.share : 0;
}

/** The unit beside a figure in JSON: `USD`, `USD/share`, `shares`, `percent`, `per year`, `days`, `date`, … */
export function unitName(type: ValueType): string {
  if (type.kind !== "quantity") return type.kind;
  const { usd, share, year, shownAs } = type.unit;
  if (usd === 0 && share === 0 && year === 0) return shownAs ?? "number";
  if (usd === 0 && share === 1 && year === 0) return "shares";
  const above = [...factor("USD", usd), ...factor("share", share), ...factor("year", year)].join(" ");
  const below = [...factor("USD", -usd), ...factor("share", -share), ...factor("year", -year)].join("/");
  if (below === "") return above;
  return above === "" ? `per ${below}` : `${above}/${below}`;
}

function factor(name: string, exponent: number): string[] {
  if (exponent <= 0) return [];
  return [exponent === 1 ? name : `${name}^${exponent}`];
}
