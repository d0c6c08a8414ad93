import type { Labelled } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type {
  Arithmetic,
  Expression,
  InterestPeriods,
  MinorUnit,
  NumberLiteral,
  PeriodLength,
} from "../../../syntax/ast.ts";
import { goesByPeriods, isDayCount } from "../../../units/day-count.ts";
import { usualCurrency } from "../../../units/money/currencies.ts";
import type { Quantity, Unit, ValueType } from "../../../units/value-type.ts";
import {
  calendarYear,
  combine,
  currencyOf,
  dayCount,
  days,
  exchangeRate,
  moneyIn,
  percent,
  plainNumber,
  priceIn,
  rate,
  sameUnit,
  shares,
  years,
} from "../../../units/value-type.ts";
import { fixedValue, literalValue } from "../../constants.ts";
import type { Checked, Faulty, Figure, Value } from "../../tree.ts";
import { kindInWords, kindsInWords, shown } from "../../words.ts";
import { conversionHelp } from "../conversion-help.ts";
import type { Inference, Inferrers } from "../inference.ts";
import {
  always,
  faulty,
  inferDay,
  inferKind,
  inferSetKind,
  originsOf,
  perhaps,
  requireKind,
  sameType,
  typed,
} from "../inference.ts";
import type { Scope } from "../scope.ts";
import { unknownDayCount } from "./day-counts.ts";
import { figureHelp } from "./figure-help.ts";
import { inferRange, isUnset } from "./ranges.ts";

/** Figures and how their units combine. */
export const figures: Inferrers<
  | "NumberLiteral"
  | "Unlimited"
  | "EulersNumber"
  | "MinorUnit"
  | "DayCountName"
  | "Arithmetic"
  | "Rounded"
  | "InterestOn"
> = {
  NumberLiteral: (expression, context) => {
    if (literalValue(expression) === undefined) context.say(diagnostic("TN3015", expression.span, {}));
    return typed(expression, always(literalType(expression)));
  },

  Unlimited: (expression, context, _scope, expected) => {
    if (expected?.kind === "quantity") return typed(expression, always(expected));
    context.say(diagnostic("TN3010", expression.span, { text: "unlimited" }));
    return expression;
  },

  EulersNumber: (expression, context) => {
    context.say(diagnostic("TN3062", expression.span, {}));
    return expression;
  },

  // The grammar has it behind a rounding alone, which knows of what it is the step.
  MinorUnit: (expression) => expression,

  DayCountName: (expression, context) => {
    const { text, span } = expression;
    if (!isDayCount(text)) context.say(unknownDayCount(text, span));
    return typed(expression, always(dayCount));
  },

  Arithmetic: (expression, context, scope) => {
    const left = context.infer(expression.left, scope);
    const right = context.infer(expression.right, scope);
    if (expression.operator === "^" && isFraction(expression.right)) {
      context.say(diagnostic("TN3061", expression.span, { exponent: shown(expression.right.span) }));
    } else if (expression.operator === "^" && isQuotient(expression.right, context)) {
      context.say(diagnostic("TN4153", expression.span, { exponent: shown(expression.right.span) }));
    }
    const node = { ...expression, left, right };
    if (left.type === undefined || right.type === undefined) return node;
    const type = typeOfArithmetic(expression.operator, left, right, context);
    return typed(node, type && perhaps(type, left.isOptional || right.isOptional));
  },

  Rounded: (expression, context, scope) => {
    const value = isPower(expression.value)
      ? inferRoundedPower(expression.value, scope, context)
      : inferFigure(expression.value, context, scope, "rounded");
    if (expression.step.kind === "MinorUnit") {
      const node = { ...expression, value, step: minorUnitStep(expression.step, value, context) };
      return typed(node, value.type && perhaps(value.type, value.isOptional));
    }
    const step = inferFigure(expression.step, context, scope, "a step of rounding");
    const isNothing = expression.step.kind === "NumberLiteral" && Number(expression.step.digits) <= 0;
    if (isNothing || expression.step.kind !== "NumberLiteral") {
      context.say(
        diagnostic(isNothing ? "TN3021" : "TN3012", expression.step.span, { text: shown(expression.step.span) }),
      );
    }
    const node = { ...expression, value, step };
    if (value.type === undefined) return node;
    if (!isNothing && step.type !== undefined && !sameType(value.type, step.type)) {
      sayUnitsDiffer(value, step, "rounded to one another", context);
    }
    return typed(node, perhaps(value.type, value.isOptional));
  },

  InterestOn: (expression, context, scope) => {
    const interest = inferKind(context, expression.rate, scope, rate, "The rate of interest");
    const counting = inferCounting(expression, scope, context, true);
    const range = inferRange(expression.range, scope, context);
    const base = inferFigure(expression.base, context, scope, "a base of interest");
    const node = { ...expression, rate: interest, base, range, ...counting };
    const canLack = isUnset(range) || counting.periods?.anchor.isOptional || base.isOptional || interest.isOptional;
    return typed(node, base.type && perhaps(base.type, canLack ?? false));
  },
};

/** A cent is of the currency of what is rounded: a figure in no currency, or in two, has none. */
function minorUnitStep(step: MinorUnit, value: Figure | Faulty, context: Inference): Figure | Faulty {
  if (value.type === undefined) return step;
  if (currencyOf(value.type) !== undefined) return { ...step, type: value.type, isOptional: false };
  context.say(diagnostic("TN3081", step.span, { text: shown(value.span), found: kindInWords(value.type) }));
  return step;
}

/** A day count, or a name for one. */
export function inferDayCount(basis: Expression, scope: Scope, context: Inference): Checked {
  return inferSetKind(context, basis, scope, dayCount, "What stands behind `by`", "a day count");
}

/** A power with a rounding right behind it: its exponent may be a fraction, and its base Euler's number. */
function inferRoundedPower(power: Arithmetic, scope: Scope, context: Inference): Figure | Faulty {
  const { left: base } = power;
  const left: Checked =
    base.kind === "EulersNumber" ? { ...base, type: plainNumber, isOptional: false } : context.infer(base, scope);
  const right = context.infer(power.right, scope);
  const node = { ...power, left, right };
  if (left.type === undefined || right.type === undefined) return faulty(node);
  const type = powerOf(left, right, context);
  return type === undefined ? faulty(node) : { ...node, type, isOptional: left.isOptional || right.isOptional };
}

export function isPower(expression: Expression): expression is Arithmetic {
  return expression.kind === "Arithmetic" && expression.operator === "^";
}

/** Whether an exponent is written as no whole number. */
function isFraction(exponent: Expression): boolean {
  if (exponent.kind === "NumberLiteral") return Number(exponent.digits) % 1 !== 0;
  if (exponent.kind !== "Arithmetic" || exponent.operator !== "/") return false;
  const [over, under] = [exponent.left, exponent.right];
  if (over.kind !== "NumberLiteral" || under.kind !== "NumberLiteral") return false;
  return Number(under.digits) !== 0 && Number(over.digits) % Number(under.digits) !== 0;
}

/** Whether a quotient that is not written out makes an exponent, itself or by a name of the note; a rounded one may be whole. */
function isQuotient(exponent: Expression, context: Inference, depth = 0): boolean {
  if (exponent.kind === "NameReference" && depth < 20) {
    const named = context.symbols.noteLevel.get(exponent.name.text)?.statement;
    return named?.kind === "Definition" && isQuotient(named.value, context, depth + 1);
  }
  if (exponent.kind !== "Arithmetic") return false;
  if (exponent.operator === "/") return fixedValue(exponent) === undefined;
  return [exponent.left, exponent.right].some((part) => isQuotient(part, context, depth));
}

/** A day count, with the interest periods that some of them go by; AFB may go by the range of days itself. */
export function inferCounting(
  { basis, periods }: { readonly basis: Expression; readonly periods?: InterestPeriods },
  scope: Scope,
  context: Inference,
  isOverRange: boolean,
) {
  const anchor = periods && inferDay(context, periods.anchor, scope, "The day from which interest periods are counted");
  if (periods && monthsOf(periods.length) === undefined) {
    context.say(diagnostic("TN4067", periods.length.span, { text: shown(periods.length.span) }));
  }
  if (basis.kind === "DayCountName" && isDayCount(basis.text)) {
    const { text, span } = basis;
    const needs = goesByPeriods(text) && !(isOverRange && text === "actual/actual AFB");
    if (needs && !periods) context.say(diagnostic("TN4065", span, { text }));
    if (periods && !goesByPeriods(text)) context.say(diagnostic("TN4066", periods.span, { text }));
  }
  return {
    basis: inferDayCount(basis, scope, context),
    ...(periods && anchor && { periods: { ...periods, anchor } }),
  } as const;
}

/** Months that go into a year, by which interest periods are counted. */
export function monthsOf({ digits, unit }: PeriodLength): number | undefined {
  const months = Number(digits) * (unit === "year" ? 12 : 1);
  return [1, 2, 3, 4, 6, 12].find((known) => known === months);
}

function literalType({ unit, currency = usualCurrency, per = usualCurrency }: NumberLiteral): Quantity {
  if (unit === "money") return moneyIn(currency);
  if (unit === "price") return priceIn(currency);
  return unit === "exchange rate" ? exchangeRate(currency, per) : literalTypes[unit];
}

const literalTypes: Readonly<Record<Exclude<NumberLiteral["unit"], "money" | "price" | "exchange rate">, Quantity>> = {
  number: plainNumber,
  shares,
  percent,
  rate,
  days,
  weeks: days,
  months: years,
  years,
};

/** A quantity; anything else is reported. `joined` says what is done with it: "added". */
export function inferFigure(
  expression: Expression,
  context: Inference,
  scope: Scope,
  joined: string,
  expected?: ValueType,
): Figure | Faulty {
  return requireFigure(context.infer(expression, scope, expected), joined, context);
}

export function requireFigure(node: Checked, joined: string, context: Inference): Figure | Faulty {
  if (node.type === undefined || isFigure(node)) return node;
  sayNoFigure(node, node.type, joined, context);
  return faulty(node);
}

function isFigure(node: Value): node is Figure {
  return node.type.kind === "quantity";
}

function typeOfArithmetic(
  operator: Arithmetic["operator"],
  left: Value,
  right: Value,
  context: Inference,
): Quantity | undefined {
  const leftType = left.type;
  const rightType = right.type;
  const joined = { "+": "added", "-": "subtracted", "*": "multiplied", "/": "divided", "^": "raised to a power" }[
    operator
  ];
  if (leftType.kind === "date" && rightType.kind === "date" && operator === "-") return days;
  // One time less another is a number of hours.
  if (leftType.kind === "time" && rightType.kind === "time" && operator === "-") return plainNumber;
  if (leftType.kind === "date" && rightType.kind === "quantity" && (operator === "+" || operator === "-")) {
    const facts = {
      text: shown(left.span),
      other: kindInWords(rightType),
      joined: operator === "+" ? "added to" : "taken from",
    };
    const help =
      isLength(right) && `write \`${shown(right.span)} ${operator === "+" ? "after" : "before"} ${shown(left.span)}\``;
    context.say(diagnostic("TN3013", right.span, facts, originsOf(context, left), { help: help || undefined }));
    return undefined;
  }
  if (leftType.kind !== "quantity") return sayNoFigure(left, leftType, joined, context);
  if (rightType.kind !== "quantity") return sayNoFigure(right, rightType, joined, context);
  if (operator === "^") return powerOf(left, right, context);
  if (operator === "*" || operator === "/") return productOf(leftType, rightType, operator === "*" ? 1 : -1);
  if (!sameUnit(leftType.unit, rightType.unit)) {
    return sayUnitsDiffer(left, right, joined, context);
  }
  const isBetween = operator === "-" && isYear(leftType) && isYear(rightType);
  return withShownAs(leftType, isBetween ? undefined : shownAsOfBoth(leftType.unit, rightType.unit));
}

const isYear = ({ unit }: Quantity): boolean => unit.shownAs === calendarYear.unit.shownAs;

/** Whether it is written as `5 days`, which a date is moved by. */
function isLength(value: Value): boolean {
  return value.kind === "NumberLiteral" && isTimeUnit(value.unit);
}

const isTimeUnit = (unit: string): boolean => ["days", "months", "years"].includes(unit);

/** A plain number; a percent, as in `102% to the power of 8`, is one too. */
function powerOf(base: Value, exponent: Value, context: Inference): Quantity | undefined {
  const isPlain = (part: Value, place: string) => requireKind(context, part, plainNumber, place).type !== undefined;
  return isPlain(base, "What is raised to a power") && isPlain(exponent, "An exponent") ? plainNumber : undefined;
}

/** Half of a percent is a percent; a percent of an amount, and one percent over another, are not. */
function productOf(left: Quantity, right: Quantity, sign: 1 | -1): Quantity {
  const type: Quantity = { kind: "quantity", unit: combine(left.unit, right.unit, sign) };
  if (!sameUnit(left.unit, plainNumber.unit) || !sameUnit(right.unit, plainNumber.unit)) return type;
  if (isYear(left) || isYear(right)) return type;
  if (sign === -1) return right.unit.shownAs === undefined ? withShownAs(type, left.unit.shownAs) : type;
  return withShownAs(type, shownAsOfBoth(left.unit, right.unit));
}

/** A plain number beside a percent is shown as one. */
export function shownAsOfBoth(left: Unit, right: Unit): Unit["shownAs"] {
  if (left.shownAs === undefined) return right.shownAs;
  return right.shownAs === undefined || right.shownAs === left.shownAs ? left.shownAs : undefined;
}

export function withShownAs({ kind, unit }: Quantity, shownAs: Unit["shownAs"]): Quantity {
  const { money, share, year } = unit;
  return { kind, unit: { money, share, year, ...(shownAs !== undefined && { shownAs }) } };
}

export function sayUnitsDiffer(left: Value, right: Value, joined: string, context: Inference): undefined {
  const [leftKind, rightKind] = kindsInWords(left.type, right.type);
  const facts = { left: shown(left.span), leftKind, right: shown(right.span), rightKind, joined };
  const origins = [kindOf(left, leftKind, context), kindOf(right, rightKind, context)];
  const help = conversionHelp(`\`${facts.left}\``, left.type, right.type) ?? figureHelp(left, right, context);
  context.say(diagnostic("TN3001", right.span, facts, origins, { label: rightKind, help }));
}

/** Each side with its kind: at the name's declaration where it is a name, else at the side itself. */
function kindOf(value: Value, kind: string, context: Inference): Labelled {
  const [origin] = originsOf(context, value);
  return { span: origin?.span ?? value.span, label: `\`${shown(value.span)}\` is ${kind}` };
}

export function sayNoFigure(expression: Checked, type: ValueType, joined: string, context: Inference): undefined {
  const facts = { text: shown(expression.span), found: kindInWords(type), joined };
  context.say(diagnostic("TN3008", expression.span, facts, originsOf(context, expression)));
}
