import type { Expression, NumberLiteral } from "../syntax/ast.ts";
import type { Exact } from "../units/exact.ts";
import { add, divide, exact, multiply, parseDecimal, raise, subtract, unlimited } from "../units/exact.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { parseDate } from "../units/plain-date.ts";
import type { TimeOfDay } from "../units/time-of-day.ts";
import { asTimeOfDay, minutesOfDay, parseTime } from "../units/time-of-day.ts";

/** A value that is written out: a figure, a sum of figures, a date, a time, a text, yes or no. Undefined for the rest. */
export function fixedValue(expression: Expression): Exact | PlainDate | TimeOfDay | boolean | string | undefined {
  switch (expression.kind) {
    case "DateLiteral":
      return fixedDay(expression);
    case "TimeLiteral":
      return fixedTime(expression);
    case "TextLiteral":
    case "DayCountName":
      return expression.text;
    case "YesNoLiteral":
      return expression.value;
    default:
      return fixedFigure(expression);
  }
}

export function fixedDay(expression: Expression): PlainDate | undefined {
  return expression.kind === "DateLiteral" ? parseDate(expression.text) : undefined;
}

export function fixedTime(expression: Expression): TimeOfDay | undefined {
  if (expression.kind !== "TimeLiteral") return undefined;
  return expression.text === "24:00" ? asTimeOfDay(minutesOfDay) : parseTime(expression.text);
}

/** A figure as written: 8% is 2/25, and a month is a twelfth of a year. Undefined where there are too many digits. */
export function literalValue({ digits, unit }: NumberLiteral): Exact | undefined {
  const value = parseDecimal(digits);
  return unit === "weeks" ? value && multiply(value, exact(7)) : value && divide(value, exact(divisors[unit] ?? 1));
}

const divisors: { readonly [unit in NumberLiteral["unit"]]?: number } = { percent: 100, rate: 100, months: 12 };

const operations = { "+": add, "-": subtract, "*": multiply, "/": divide, "^": raise };

function fixedFigure(expression: Expression): Exact | undefined {
  if (expression.kind === "NumberLiteral") return literalValue(expression);
  if (expression.kind === "Unlimited") return unlimited;
  if (expression.kind !== "Arithmetic") return undefined;
  const left = fixedFigure(expression.left);
  const right = fixedFigure(expression.right);
  return left && right && operations[expression.operator](left, right);
}
