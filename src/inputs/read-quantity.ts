/** Figures of a scenario: a plain decimal, an exact quotient, `unlimited`, or a figure with its unit as in a story. */
import type { Exact } from "../units/exact.ts";
import { divide, exact, parseDecimal, unlimited } from "../units/exact.ts";
import type { Quantity } from "../units/value-type.ts";
import {
  calendarYear,
  days,
  money,
  percent,
  plainNumber,
  price,
  rate,
  sameUnit,
  shares,
  unitName,
} from "../units/value-type.ts";

/** Digits that an amount in a file may have. */
export const digitLimit = 40;

export interface Figure {
  readonly value: Exact;
  /** Undefined where no unit is written: the figure has that of its name. */
  readonly type: Quantity | undefined;
}

export function figureIn(text: string): Figure | undefined {
  const value = text === "unlimited" ? unlimited : (parseDecimal(text, digitLimit) ?? quotientIn(text));
  return value === undefined ? figureWithUnit(text) : { value, type: undefined };
}

/** Whether a figure may stand for a type; a rate may leave out "per year". */
export function fits({ type: written }: Pick<Figure, "type">, type: Quantity): boolean {
  if (written === undefined) return true;
  if (written === percent && unitName(type) === "per year") return true;
  // A year is written as a plain number.
  if (type.unit.shownAs === calendarYear.unit.shownAs) return fits({ type: written }, plainNumber);
  const { shownAs = written.unit.shownAs } = type.unit;
  return sameUnit(written.unit, type.unit) && shownAs === written.unit.shownAs;
}

/** What `figureIn` takes for a type, as a regular expression in the manner of JSON Schema. */
export function figurePattern(type: Quantity): string {
  const withUnit = unitPatterns[unitName(type)] ?? [];
  return `^(${["unlimited", `-?${decimal}( ?/ ?${decimal})?`, ...withUnit].join("|")})$`;
}

const decimal = "\\d+(\\.\\d+)?";
const grouped = "(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?";
const unitPatterns: Readonly<Partial<Record<string, readonly string[]>>> = {
  USD: [`-?\\$${grouped}`],
  "USD/share": [`-?\\$${grouped} per share`],
  shares: [`-?${grouped} shares?`],
  percent: [`-?${grouped}%`],
  "per year": [`-?${grouped}%( per year)?`],
  days: [`-?${grouped} days?`],
};

function quotientIn(text: string): Exact | undefined {
  const [, above = "", below = ""] = /^([^ /]+) ?\/ ?([^ /-]+)$/.exec(text) ?? [];
  const [n, d] = [parseDecimal(above, digitLimit), parseDecimal(below, digitLimit)];
  return n && d && divide(n, d);
}

const units: ReadonlyMap<string, Quantity> = new Map([
  ["$", money],
  ["$ per share", price],
  ["%", percent],
  ["% per year", rate],
  [" share", shares],
  [" shares", shares],
  [" day", days],
  [" days", days],
]);

function figureWithUnit(text: string): Figure | undefined {
  const parts = /^(-?)(\$?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?(?: [a-z ]+)?)$/.exec(text);
  if (parts === null) return undefined;
  const [, minus = "", dollar = "", whole = "", decimals = "", after = ""] = parts;
  const type = units.get(dollar + after);
  const value = type && parseDecimal(`${minus}${whole.replaceAll(",", "")}${decimals}`, digitLimit);
  const figure = value && after.startsWith("%") ? divide(value, exact(100)) : value;
  return figure && { value: figure, type };
}
