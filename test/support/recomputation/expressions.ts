/** What an expression of the template gives, calculated from the values that its parts gave. */

import { assertNever } from "../../../src/base/assert-never.ts";
import type { Arithmetic, Compare, Expr, Phrase } from "../../../src/core/core.ts";
import type { Operation, ReasonFact } from "../../../src/index.ts";
import { timeElsewhere } from "../../../src/units/calendars/time-zones.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import type { TimeOfDay } from "../../../src/units/time-of-day.ts";
import type { Data } from "./dates.ts";
import { dayNumbers, edge, everySo, isDayOf, shifted, stepped } from "./dates.ts";
import { folded } from "./folds.ts";
import type { Fraction } from "./fraction.ts";
import { isShort, minus, none, order, over, plus, raised, rounded, times, whole } from "./fraction.ts";
import { powerRounded } from "./powers.ts";
import type { Worked } from "./values.ts";
import { decided, extreme, figureOf, isFraction, isProblem, orderOf, sum } from "./values.ts";

type OfExpression = Extract<Operation, { kind: "expression" }>;

/** What has no value is passed on, but where an operation does without it. */
export function expressionValue(fact: ReasonFact, { expr, subjects }: OfExpression, data: Data): Worked {
  const { operands, result } = fact;
  const values = operands.map((it) => it.result);
  const problem = values.find(isProblem);
  if (passesOn(expr) && problem !== undefined) return problem;
  const worked = worksOut(fact, expr, subjects, data);
  // What can't be calculated has no value; which of the reasons that is, is not for the sums to say.
  return worked ?? (isProblem(result) ? result : undefined);
}

/** Whether a part without a value leaves the whole without one, whatever the others are. */
function passesOn({ kind }: Expr): boolean {
  return !["Extreme", "Total", "OrElse", "IsSet", "HasHappened", "Logic", "DayFold", "EventFold", "OnlyWhile"].includes(
    kind,
  );
}

function worksOut(fact: ReasonFact, expr: Expr, subjects: OfExpression["subjects"], data: Data): Worked {
  const { operands, result } = fact;
  const [first, second, third] = operands.map((it) => it.result);
  const [a, b, c] = operands.map(figureOf);
  switch (expr.kind) {
    case "Constant":
    case "Today":
      return undefined;
    case "ReadParam":
    case "ReadDefinition":
    case "ReadDisplaced":
    case "ReadState":
    case "ReadField":
    case "EventMoment":
    case "MarketPrice":
    case "FamilyHolds":
    case "FamilyStart":
    case "ByReading":
      return operands.at(-1)?.result;
    case "AsOf":
      return second;
    case "Phrase":
      return phrase(expr.parts, operands);
    case "OccurrenceValue":
      return typeof result === "object" && "refersTo" in result ? result : undefined;
    case "Arithmetic":
      return arithmetic(expr.operator, operands);
    case "Extreme":
      return extreme(expr.which, given(expr.operands, operands));
    case "Total": {
      const parts = given(expr.operands, operands);
      return parts.find(isProblem) ?? sum(parts);
    }
    case "Case":
      return chosen(expr.arms.length, operands);
    case "ReadingIs":
      return fact.because.kind === "clause" && fact.because.readings.get(expr.reading) === expr.choice;
    case "OnlyWhile":
      return first === true ? second : first === false ? undefined : first;
    case "OrElse":
      return second ?? first;
    case "Round":
      return a && b && order(b, none) > 0 ? rounded(a, b, expr.mode) : undefined;
    case "RoundedPower": {
      const isOfE = expr.base === undefined;
      const [exponent, step] = isOfE ? [a, b] : [b, c];
      return exponent && step && (isOfE || a) ? powerRounded(isOfE ? "e" : a, exponent, step, expr.mode) : undefined;
    }
    case "AccountMeasure":
      return expr.on === undefined || expr.measure === "payable" ? operands.at(-1)?.result : shareOn(a, b, c);
    case "Interest": {
      // Some day counts need periods, and one the calendar: without these there is no sum.
      if (lacks(fact, expr, data)) return undefined;
      const days = operands.slice(expr.periods === undefined ? 4 : 5);
      // Days that have no sum are listed as they are, not as interest.
      return days.every((it) => it.kind === "interest") ? sum(days.map((it) => it.result)) : undefined;
    }
    case "DayFold":
    case "EventFold":
      return folded(expr, subjects, fact, data);
    case "TimeElsewhere": {
      if (typeof first !== "number" || typeof second !== "number") return undefined;
      const found = timeElsewhere(second as PlainDate, first as number as TimeOfDay, expr.place, data.place ?? "");
      return found?.time;
    }
    case "TimeShift": {
      const by = isFraction(second) ? times(second, whole(expr.minutes)) : undefined;
      if (typeof first !== "number" || by === undefined) return undefined;
      if (by.d !== 1n || by.n > 1_000_000n || by.n < -1_000_000n) return undefined;
      return (first + Number(by.n) * (expr.direction === "after" ? 1 : -1)) as TimeOfDay;
    }
    case "Shift":
      return typeof first === "number" && isCounted(b) ? shifted(expr, first, Number(b.n), data) : undefined;
    case "Step":
      if (typeof first !== "number") return undefined;
      return typeof second === "number" && second > (stepped(expr, first, data) ?? second)
        ? undefined
        : stepped(expr, first, data);
    case "PeriodEdge":
      return typeof first === "number" ? edge(expr, first, data) : undefined;
    case "DatePart":
      return typeof first === "number" ? whole(dayNumbers(first)[expr.part]) : undefined;
    case "Every":
      return isCounted(a) && typeof second === "number" && typeof third === "number"
        ? everySo(expr, Number(a.n), second, third)
        : undefined;
    case "Compare":
      return compared(expr.operator, first, second);
    case "IsSet":
      return isProblem(first) ? (first.constructor.name === "Absent" ? false : first) : true;
    case "HasHappened":
      return typeof result === "boolean" ? result : undefined;
    case "Not":
      return first !== true;
    case "Logic":
      return decided(
        operands.map((it) => it.result),
        expr.operator === "any",
      );
    default:
      return assertNever(expr);
  }
}

/** Whether a day count goes by interest periods that are not said, or by business days that the calendar may not know. */
function lacks(
  { operands }: ReasonFact,
  { periods, days }: Extract<Expr, { readonly kind: "Interest" }>,
  data: Data,
): boolean {
  const [from, to, , counted] = operands.map((it) => it.result);
  if (counted === "actual/actual ICMA" || counted === "actual/365L") return periods === undefined;
  if (counted !== "business/252" || typeof from !== "number" || typeof to !== "number") return false;
  const [first, last] = [from + (days.fromIncluded ? 0 : 1), to - (days.toIncluded ? 0 : 1)];
  return first <= last && [first, last].some((day) => isDayOf("business day", day, data) === undefined);
}

/** Words, with a day as year, month and day, and a whole number with commas between thousands. */
function phrase(parts: Phrase["parts"], operands: readonly ReasonFact[]): Worked {
  const values = operands.map(({ result }) => result).values();
  const words = parts.map((part) => {
    if (typeof part === "string") return part;
    const value: unknown = values.next().value;
    if (isFraction(value)) return value.n.toLocaleString("en-US");
    if (typeof value !== "number") return String(value);
    const { year, month, day } = dayNumbers(value);
    return [year, month, day].map((it) => String(it).padStart(2, "0")).join("-");
  });
  return words.join("");
}

function arithmetic(operator: Arithmetic["operator"], operands: readonly ReasonFact[]): Worked {
  const [left, right] = operands.map((it) => it.result);
  const isOfTimes = operands[0]?.type.kind === "time" && typeof left === "number" && typeof right === "number";
  if (isOfTimes) return over(whole(left - right), whole(60));
  if (typeof left === "number" && typeof right === "number") return whole(left - right);
  if (!isFraction(left) || !isFraction(right)) return undefined;
  const worked = { "+": plus, "-": minus, "*": times, "/": over, "^": raised }[operator](left, right);
  return worked && isShort(worked) ? worked : undefined;
}

/** A whole number of at most a million: so many are counted. */
function isCounted(value: Fraction | undefined): value is Fraction {
  return value?.d === 1n && value.n <= 1_000_000n && value.n >= -1_000_000n;
}

/** Operands that may be left out have no value where they are. */
function given(parts: readonly { readonly ifSet: boolean }[], operands: readonly ReasonFact[]): ReasonFact["result"][] {
  return operands.flatMap(({ result }, index) =>
    parts[index]?.ifSet === true && isProblem(result) && result.constructor.name === "Absent" ? [] : [result],
  );
}

/** Conditions that did not hold, one that did, and its value; or none that did, and the value for that. */
function chosen(arms: number, operands: readonly ReasonFact[]): Worked {
  const conditions = operands.slice(0, -1).map((it) => it.result);
  const isLast = conditions.length === arms && conditions.every((it) => it === false);
  const isFirst = conditions.at(-1) === true && conditions.slice(0, -1).every((it) => it === false);
  return isLast || isFirst ? operands.at(-1)?.result : undefined;
}

function shareOn(part: Fraction | undefined, attached: Fraction | undefined, base: Fraction | undefined): Worked {
  if (part?.n === 0n) return none;
  const product = part && attached && times(attached, part);
  return product && base && over(product, base);
}

function compared(operator: Compare["operator"], left: unknown, right: unknown): boolean {
  const sides = orderOf(left, right);
  const isSame = sides === 0;
  return { "=": isSame, "≠": !isSame, "<": sides < 0, "≤": sides <= 0, ">": sides > 0, "≥": sides >= 0 }[operator];
}
