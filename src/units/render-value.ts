import type { Exact } from "./exact.ts";
import { exact, hasEnd, isUnlimited, multiply, toDecimalText } from "./exact.ts";
import { isCurrency, minorUnitOf, signOf } from "./money/currencies.ts";
import { asPlainDate, formatDate } from "./plain-date.ts";
import { asTimeOfDay, formatTime } from "./time-of-day.ts";
import type { ValueType } from "./value-type.ts";
import { unitName } from "./value-type.ts";

/** A value for JSON: decimal string, ISO date, `18:00`, boolean or text. */
export function plainValue(value: Exact | number | boolean | string, type: ValueType): string | boolean {
  if (typeof value === "object") return toDecimalText(value);
  return typeof value === "number" ? formatMoment(value, type) : value;
}

/** A date, or a time of day: both are numbers. */
export function formatMoment(value: number, type: ValueType): string {
  return type.kind === "time" ? formatTime(asTimeOfDay(value)) : formatDate(asPlainDate(value));
}

/** A value for people, as a template would write it: `$450,000`, `$0.0235 per share`, `1,948,051 shares`, `8%`. */
export function renderValue(value: Exact | number | boolean | string, type: ValueType): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object") return String(plainValue(value, type));
  if (isUnlimited(value)) return "unlimited";
  const unit = unitName(type);
  const { sign, suffix } = shapeOf(unit);
  if (unit === "calendar year" && hasEnd(value)) return toDecimalText(value);
  if (sign === "%") return inPercent(value) + suffix;
  const figure = grouped(value, unit);
  return signed(sign, figure) + suffixOf(figure, suffix);
}

export interface FigureShape {
  /** "%", or what stands before an amount of a currency: `$`, `NOK `. */
  readonly sign: string;
  /** The words that follow a figure other than 1. */
  readonly suffix: string;
}

/** How a figure is shown, by its unit as JSON names it. */
export function shapeOf(unit: string): FigureShape {
  return shapes.get(unit) ?? moneyShape(unit) ?? { sign: "", suffix: unit === "" ? "" : ` ${unit}` };
}

/** Of an amount, a price or a rate of exchange. */
function moneyShape(unit: string): FigureShape | undefined {
  const [, currency = "", per] = /^([A-Z]{3})(?:\/(share|[A-Z]{3}))?$/.exec(unit) ?? [];
  if (!isCurrency(currency)) return undefined;
  return { sign: signOf(currency), suffix: per === undefined ? "" : ` per ${per}` };
}

const shapes: ReadonlyMap<string, FigureShape> = new Map([
  ["percent", { sign: "%", suffix: "" }],
  ["per year", { sign: "%", suffix: " per year" }],
  ["number", { sign: "", suffix: "" }],
  ["calendar year", { sign: "", suffix: "" }],
]);

/** The words behind a figure; shares are counted. */
export function suffixOf(figure: string, suffix: string): string {
  return figure === "1" && suffix === " shares" ? " share" : suffix;
}

/** The sign of a currency stands behind a minus. */
export const signed = (sign: string, figure: string) =>
  figure.startsWith("-") ? `-${sign}${figure.slice(1)}` : sign + figure;

/** The digits with commas between thousands; a quotient that does not end is cut. */
function grouped(value: Exact, unit: string): string {
  const text = toDecimalText(value);
  const [whole = "", fraction] = text.split(".");
  // A quotient of more than twenty digits before the point has none behind it, and yet goes on.
  if (fraction === undefined) return hasEnd(value) ? withCommas(whole) : `${withCommas(whole)}…`;
  if (fraction.length <= 12 && hasEnd(value)) return `${withCommas(whole)}.${inCents(fraction, unit)}`;
  const [, cut = fraction] = shortDecimal(text, unit).split(".");
  return `${withCommas(whole)}.${cut.replace(/…?$/, "…")}`;
}

/** The digits behind the point: of an amount of money those of its minor unit at least, as `$0.40` is written. */
export function inCents(fraction: string, unit: string): string {
  return fraction.padEnd(minorUnitOf(unit) ?? 0, "0");
}

/**
 * A decimal cut to what a reader can use, with "…" where digits are left out: cents of dollars, four digits of a price or
 * of a percentage as a fraction, and below 1 four digits that say something. Up to four digits are never cut. The unit is
 * as JSON names it.
 */
export function shortDecimal(decimal: string, unit: string): string {
  const [whole = "", fraction] = decimal.split(".");
  if (fraction === undefined || fraction.endsWith("…")) return decimal;
  const isSmall = whole === "0" || whole === "-0";
  const leadingZeros = isSmall ? (/^0*/.exec(fraction)?.[0].length ?? 0) : 0;
  const digits = isSmall ? leadingZeros + 4 : inFourDigits(unit) ? 4 : 2;
  return fraction.length <= Math.max(digits, 4) ? decimal : `${whole}.${fraction.slice(0, digits)}…`;
}

/** Cut from the end on; a regular expression would look ahead from each of what may be thousands of digits. */
function withCommas(whole: string): string {
  const sign = whole.startsWith("-") ? "-" : "";
  const groups: string[] = [];
  for (let end = whole.length; end > sign.length; end -= 3)
    groups.push(whole.slice(Math.max(sign.length, end - 3), end));
  return sign + groups.toReversed().join(",");
}

const inFourDigits = (unit: string) => unit === "percent" || unit === "per year" || /^[A-Z]{3}\//.test(unit);

function inPercent(value: Exact): string {
  const hundredfold = multiply(value, exact(100));
  return hundredfold === undefined ? `${grouped(value, "")} times 100%` : `${grouped(hundredfold, "")}%`;
}
