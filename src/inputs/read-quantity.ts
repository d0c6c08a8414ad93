/** Figures of a scenario: a plain decimal, an exact quotient, `unlimited`, or a figure with its unit as in a story. */

import type { Exact } from "../units/exact.ts";
import { divide, exact, parseDecimal, unlimited } from "../units/exact.ts";
import { currenciesOf, isCurrency, signsOf } from "../units/money/currencies.ts";
import type { Quantity } from "../units/value-type.ts";
import {
  calendarYear,
  days,
  exchangeRate,
  moneyIn,
  percent,
  plainNumber,
  priceIn,
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
  const withUnit = unitPatterns[unitName(type)] ?? moneyPatterns(type);
  return `^(${["unlimited", `-?${decimal}( ?/ ?${decimal})?`, ...withUnit].join("|")})$`;
}

const decimal = "\\d+(\\.\\d+)?";
const grouped = "(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?";
const unitPatterns: Readonly<Partial<Record<string, readonly string[]>>> = {
  shares: [`-?${grouped} shares?`],
  percent: [`-?${grouped}%`],
  "per year": [`-?${grouped}%( per year)?`],
  days: [`-?${grouped} days?`],
};

/** An amount or a price, with the sign or the code of its currency; a rate of exchange with both codes. */
function moneyPatterns(type: Quantity): readonly string[] {
  const [, currency = "", per] = /^([A-Z]{3})(?:\/(share|[A-Z]{3}))?$/.exec(unitName(type)) ?? [];
  if (!isCurrency(currency)) return [];
  const marks = signsOf(currency).map((sign) => sign.replaceAll("$", "\\$"));
  return [`-?(${[...marks, `${currency} ?`].join("|")})${grouped}${per === undefined ? "" : ` per ${per}`}`];
}

function quotientIn(text: string): Exact | undefined {
  const [, above = "", below = ""] = /^([^ /]+) ?\/ ?([^ /-]+)$/.exec(text) ?? [];
  const [n, d] = [parseDecimal(above, digitLimit), parseDecimal(below, digitLimit)];
  return n && d && divide(n, d);
}

const units: ReadonlyMap<string, Quantity> = new Map([
  ["%", percent],
  ["% per year", rate],
  [" share", shares],
  [" shares", shares],
  [" day", days],
  [" days", days],
]);

function figureWithUnit(text: string): Figure | undefined {
  const parts =
    /^(-?)((?:[A-Z]{0,2}[$€£¥])|[A-Z]{3} ?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?(?: [a-z ]+(?:[A-Z]{3})?)?)$/.exec(text);
  if (parts === null) return undefined;
  const [, minus = "", mark, whole = "", decimals = "", after = ""] = parts;
  const type = mark === undefined ? units.get(after) : amountType(mark.trim(), after);
  const value = type && parseDecimal(`${minus}${whole.replaceAll(",", "")}${decimals}`, digitLimit);
  const figure = value && after.startsWith("%") ? divide(value, exact(100)) : value;
  return figure && { value: figure, type };
}

/** `€5`, `NOK 5 per share`, `NOK 8.25 per EUR` */
function amountType(mark: string, after: string): Quantity | undefined {
  const [currency] = currenciesOf(mark, []);
  if (!isCurrency(currency)) return undefined;
  if (after === "") return moneyIn(currency);
  if (after === " per share") return priceIn(currency);
  const [, per = ""] = /^ per ([A-Z]{3})$/.exec(after) ?? [];
  return isCurrency(per) ? exchangeRate(currency, per) : undefined;
}
