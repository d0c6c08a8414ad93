import { assertNever } from "../base/assert-never.ts";
import type { Value, ValueType } from "../core/core.ts";
import type { Exact } from "../units/exact.ts";
import { add, divide, exact, isUnlimited, isZero, multiply, parseDecimal } from "../units/exact.ts";
import { addDays, asPlainDate } from "../units/plain-date.ts";
import { asTimeOfDay } from "../units/time-of-day.ts";

/** How far a figure is moved: by one in the last digit that is not 0, or by one in the last digit that is written. */
export type Digit = "last that counts" | "last written";

/** The value a little higher, by what is written of it: 4.99% gives 5%, $50,000 gives $60,000. Undefined for words. */
export function nextValue(
  value: Value,
  type: ValueType,
  written: string,
  digit: Digit = "last that counts",
): Value | undefined {
  switch (type.kind) {
    case "yes or no":
      return typeof value === "boolean" ? !value : undefined;
    case "date":
      return typeof value === "number" ? addDays(asPlainDate(value), 1) : undefined;
    case "time":
      return typeof value === "number" && value < lastMinute ? asTimeOfDay(value + 1) : undefined;
    case "quantity":
      return typeof value === "object" ? nextFigure(value, written, digit) : undefined;
    case "text":
    case "choice":
    case "occurrence":
      return undefined;
    default:
      return assertNever(type);
  }
}

const lastMinute = 24 * 60 - 1;

function nextFigure(value: Exact, written: string, digit: Digit): Exact | undefined {
  const step = stepOf(value, written, digit);
  return step === undefined ? undefined : add(value, step);
}

/** One in a digit of a figure as it is written, in the figure's own unit; undefined where no figure is written. */
export function stepOf(value: Exact, written: string, digit: Digit): Exact | undefined {
  const [, sign = "", text = ""] = /^[$€£]?(-?)[$€£]?(\d[\d,]*(?:\.\d+)?|\.\d+)/.exec(written) ?? [];
  const plain = text.replaceAll(",", "");
  const number = parseDecimal(`${sign}${plain.startsWith(".") ? "0" : ""}${plain}`);
  if (number === undefined || isUnlimited(value)) return undefined;
  const unit = digitUnit(plain, digit);
  if (isZero(number) || unit === undefined) return unit;
  const ofUnit = divide(value, number);
  return ofUnit && multiply(ofUnit, unit);
}

function digitUnit(text: string, digit: Digit): Exact | undefined {
  const [whole = "", decimals = ""] = text.split(".");
  const places = digit === "last that counts" ? decimals.replace(/0+$/, "").length : decimals.length;
  const zeros = digit === "last that counts" && places === 0 ? (/(?<=\d)0*$/.exec(whole)?.[0].length ?? 0) : 0;
  return places > 0 ? exact(1n, 10n ** BigInt(places)) : exact(10n ** BigInt(zeros));
}
