import type { Exact } from "./exact.ts";
import { exact, hasEnd, isUnlimited, multiply, toDecimalText } from "./exact.ts";
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
  const { sign, suffix } = shapeOf(unitName(type));
  const figure = grouped(value);
  if (sign === "%") return inPercent(value) + suffix;
  return (sign === "$" ? dollars(figure) : figure) + suffixOf(figure, suffix);
}

export interface FigureShape {
  readonly sign: "" | "$" | "%";
  /** The words that follow a figure other than 1. */
  readonly suffix: string;
}

/** How a figure is shown, by its unit as JSON names it. */
export function shapeOf(unit: string): FigureShape {
  return shapes.get(unit) ?? { sign: "", suffix: unit === "" ? "" : ` ${unit}` };
}

const shapes: ReadonlyMap<string, FigureShape> = new Map([
  ["USD", { sign: "$", suffix: "" }],
  ["USD/share", { sign: "$", suffix: " per share" }],
  ["percent", { sign: "%", suffix: "" }],
  ["per year", { sign: "%", suffix: " per year" }],
  ["number", { sign: "", suffix: "" }],
]);

/** The words behind a figure; shares are counted. */
export function suffixOf(figure: string, suffix: string): string {
  return figure === "1" && suffix === " shares" ? " share" : suffix;
}

export const dollars = (figure: string) => (figure.startsWith("-") ? `-$${figure.slice(1)}` : `$${figure}`);

/** The digits with commas between thousands; a quotient that does not end is cut to what a reader can use, with "…". */
function grouped(value: Exact): string {
  const text = toDecimalText(value);
  const [whole = "", fraction] = text.split(".");
  const thousands = withCommas(whole);
  // A quotient of more than twenty digits before the point has none behind it, and yet goes on.
  if (fraction === undefined) return hasEnd(value) ? thousands : `${thousands}…`;
  const isWhole = fraction.length <= 12 && hasEnd(value);
  return isWhole ? `${thousands}.${fraction}` : `${thousands}.${shortened(whole, fraction)}…`;
}

/** Cut from the end on; a regular expression would look ahead from each of what may be thousands of digits. */
function withCommas(whole: string): string {
  const sign = whole.startsWith("-") ? "-" : "";
  const groups: string[] = [];
  for (let end = whole.length; end > sign.length; end -= 3)
    groups.push(whole.slice(Math.max(sign.length, end - 3), end));
  return sign + groups.toReversed().join(",");
}

function inPercent(value: Exact): string {
  const hundredfold = multiply(value, exact(100));
  return hundredfold === undefined ? `${grouped(value)} times 100%` : `${grouped(hundredfold)}%`;
}

/** At least two digits after the point, and six that say something where the whole part is zero. */
function shortened(whole: string, fraction: string): string {
  const isSmall = /^-?0$/.test(whole);
  const leadingZeros = isSmall ? (/^0*/.exec(fraction)?.[0].length ?? 0) : 0;
  return fraction.slice(0, isSmall ? leadingZeros + 6 : 4);
}
