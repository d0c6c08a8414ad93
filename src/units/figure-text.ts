/** Figures of an outcome, decimal strings with a unit, for reading. The digits are kept as they are; nothing is calculated. */
import { inCents, shapeOf, shortDecimal, signed, suffixOf } from "./render-value.ts";

/** `$450,000`, `$0.0235 per share`, `1,948,051 shares`, `8%`; a date, yes or no, and a text as they are. */
export function renderFigure(value: string | boolean, unit: string): string {
  const { figure, suffix } = figureParts(value, unit);
  return figure + suffix;
}

/** The figure itself, and the words that follow it: apart, so that figures in a column can be aligned. */
export function figureParts(
  value: string | boolean,
  unit: string,
): { readonly figure: string; readonly suffix: string } {
  if (typeof value === "boolean") return { figure: value ? "yes" : "no", suffix: "" };
  if (!isDecimal(value)) return { figure: value, suffix: "" };
  if (asTheyAre.includes(unit)) return { figure: value, suffix: "" };
  const { sign, suffix } = shapeOf(unit);
  if (sign === "%") return { figure: `${grouped(timesHundred(value), unit)}%`, suffix };
  const figure = grouped(value, unit);
  return { figure: signed(sign, figure), suffix: suffixOf(value, suffix) };
}

const asTheyAre: readonly string[] = ["text", "choice", "date", "time", "calendar year"];

/** The same for a table, which has no room to spare: long quotients are cut, with "…", and `/share` is for `per share`. */
export function briefFigure(value: string | boolean, unit: string): string {
  const { figure, suffix } = briefParts(value, unit);
  return figure + suffix;
}

/** The figure of a table and what follows it, apart. */
export function briefParts(
  value: string | boolean,
  unit: string,
): { readonly figure: string; readonly suffix: string } {
  const { figure, suffix } = figureParts(typeof value === "string" ? shortFigure(value, unit) : value, unit);
  return { figure, suffix: suffix === " per share" ? "/share" : suffix };
}

/** A figure of a unit cut to what a line has room for, with "…"; a date or a text as it is. */
export function shortFigure(value: string, unit = ""): string {
  return isDecimal(value) ? shortDecimal(value, unit) : value;
}

/**
 * A binary figure as a table has room for: whole amounts from a thousand on, percents to a hundredth, four digits below one.
 * For means and the like, which nobody relies on to the last digit.
 */
export function roundedFigure(figure: string, unit: string): string {
  const size = Math.abs(Number(figure));
  const short = Number(figure).toFixed(digitsOf(unit, size));
  return figureParts(short.includes(".") ? short.replace(/\.?0+$/, "") : short, unit).figure;
}

function digitsOf(unit: string, size: number): number {
  if (unit === "percent") return 4;
  if (unit === "days") return 1;
  if (unit === "shares" || size >= 1000) return 0;
  return size >= 1 ? 2 : 4;
}

function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+…?)?$/.test(text);
}

function grouped(decimal: string, unit: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const withCommas = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? withCommas : `${withCommas}.${inCents(fraction, unit)}`;
}

/** The point moved two places to the right. */
function timesHundred(decimal: string): string {
  const [, sign = "", whole = "", fraction = "", cut = ""] = /^(-?)(\d+)(?:\.(\d+))?(…?)$/.exec(decimal) ?? [];
  const digits = fraction.padEnd(2, "0");
  const moved = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = digits.slice(2);
  return `${sign}${moved}${rest === "" ? "" : `.${rest}`}${cut}`;
}
