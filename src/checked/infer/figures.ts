import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type {
  Arithmetic,
  DayCountName,
  Expression,
  InterestOn,
  NumberLiteral,
  Rounded,
  Unlimited,
} from "../../syntax/ast.ts";
import { dayCounts } from "../../units/day-count.ts";
import type { Quantity, Unit, ValueType } from "../../units/value-type.ts";
import {
  combine,
  dayCount,
  days,
  money,
  percent,
  plainNumber,
  price,
  rate,
  sameUnit,
  shares,
  years,
} from "../../units/value-type.ts";
import { literalValue } from "../constants.ts";
import { kindInWords, shown } from "../words.ts";
import type { Inference } from "./inference.ts";
import { always, inferKind, inferSetKind, originsOf, perhaps, sameType } from "./inference.ts";
import { inferRange } from "./ranges.ts";
import type { Scope } from "./scope.ts";

/** Figures and how their units combine. */
export const figures = {
  NumberLiteral: (expression: NumberLiteral, context: Inference) => {
    if (literalValue(expression) === undefined) context.say(diagnostic("TN3015", expression.span, {}));
    return always(literalTypes[expression.unit]);
  },

  Unlimited: (expression: Unlimited, context: Inference, _scope: Scope, expected?: ValueType) => {
    if (expected?.kind === "quantity") return always(expected);
    context.say(diagnostic("TN3010", expression.span, { text: "unlimited" }));
    return undefined;
  },

  DayCountName: ({ text, span }: DayCountName, context: Inference) => {
    if (!dayCounts.some((known) => known === text)) context.say(diagnostic("TN3014", span, { text }));
    return always(dayCount);
  },

  Arithmetic: (expression: Arithmetic, context: Inference, scope: Scope) => {
    const left = context.infer(expression.left, scope);
    const right = context.infer(expression.right, scope);
    if (left === undefined || right === undefined) return undefined;
    const type = typeOfArithmetic(expression, left.type, right.type, context);
    return type && perhaps(type, left.isOptional || right.isOptional);
  },

  Rounded: (expression: Rounded, context: Inference, scope: Scope) => {
    const value = figure(expression.value, context, scope, "rounded");
    const step = figure(expression.step, context, scope, "a step of rounding");
    if (expression.step.kind !== "NumberLiteral" || Number(expression.step.digits) === 0) {
      context.say(diagnostic("TN3012", expression.step.span, { text: shown(expression.step.span) }));
    }
    if (value === undefined || step === undefined) return value;
    if (!sameType(value.type, step.type)) {
      sayUnitsDiffer(expression.value, value.type, expression.step, step.type, "rounded to one another", context);
    }
    return value;
  },

  InterestOn: (expression: InterestOn, context: Inference, scope: Scope) => {
    const interest = inferKind(context, expression.rate, scope, rate, "The rate of interest");
    inferDayCount(expression.basis, scope, context);
    const isUnset = inferRange(expression.range, scope, context);
    const base = figure(expression.base, context, scope, "a base of interest");
    return base && perhaps(base.type, isUnset || base.isOptional || (interest?.isOptional ?? false));
  },
};

/** A day count, or a name for one. */
export function inferDayCount(basis: Expression, scope: Scope, context: Inference): void {
  inferSetKind(context, basis, scope, dayCount, "What stands behind `by`", "a day count");
}

const literalTypes: Readonly<Record<NumberLiteral["unit"], Quantity>> = {
  number: plainNumber,
  money,
  price,
  shares,
  percent,
  rate,
  days,
  months: years,
  years,
};

/** A quantity; anything else is told. `joined` says what is done with it: "added". */
export function figure(
  expression: Expression,
  context: Inference,
  scope: Scope,
  joined: string,
  expected?: ValueType,
): { readonly type: Quantity; readonly isOptional: boolean } | undefined {
  const typed = context.infer(expression, scope, expected);
  if (typed === undefined) return undefined;
  if (typed.type.kind === "quantity") return { type: typed.type, isOptional: typed.isOptional };
  sayNoFigure(expression, typed.type, joined, context);
  return undefined;
}

function typeOfArithmetic(
  { operator, left, right }: Arithmetic,
  leftType: ValueType,
  rightType: ValueType,
  context: Inference,
): ValueType | undefined {
  const joined = { "+": "added", "-": "subtracted", "*": "multiplied", "/": "divided", "^": "raised to a power" }[
    operator
  ];
  if (leftType.kind === "date" && rightType.kind === "date" && operator === "-") return days;
  if (leftType.kind === "date" && rightType.kind === "quantity" && (operator === "+" || operator === "-")) {
    const facts = {
      text: shown(left.span),
      other: kindInWords(rightType),
      joined: operator === "+" ? "added to" : "taken from",
    };
    context.say(diagnostic("TN3013", right.span, facts, originsOf(context, left)));
    return undefined;
  }
  if (leftType.kind !== "quantity") return sayNoFigure(left, leftType, joined, context);
  if (rightType.kind !== "quantity") return sayNoFigure(right, rightType, joined, context);
  if (operator === "^") return powerOf(left, leftType, right, rightType, context);
  if (operator === "*" || operator === "/") return productOf(leftType, rightType, operator === "*" ? 1 : -1);
  if (!sameUnit(leftType.unit, rightType.unit)) {
    return sayUnitsDiffer(left, leftType, right, rightType, joined, context);
  }
  return withShownAs(leftType, shownAsOfBoth(leftType.unit, rightType.unit));
}

/** A plain number; a percent, as in `102% to the power of 8`, is one too. */
function powerOf(
  left: Expression,
  leftType: Quantity,
  right: Expression,
  rightType: Quantity,
  context: Inference,
): Quantity | undefined {
  for (const [part, type, place] of [
    [left, leftType, "What is raised to a power"],
    [right, rightType, "An exponent"],
  ] as const) {
    if (sameUnit(type.unit, plainNumber.unit)) continue;
    const facts = { place, expected: kindInWords(plainNumber), text: shown(part.span), found: kindInWords(type) };
    context.say(diagnostic("TN3004", part.span, facts, originsOf(context, part)));
    return undefined;
  }
  return plainNumber;
}

/** Half of a percent is a percent; a percent of an amount, and one percent over another, are not. */
function productOf(left: Quantity, right: Quantity, sign: 1 | -1): Quantity {
  const type: Quantity = { kind: "quantity", unit: combine(left.unit, right.unit, sign) };
  if (!sameUnit(left.unit, plainNumber.unit) || !sameUnit(right.unit, plainNumber.unit)) return type;
  if (sign === -1) return right.unit.shownAs === undefined ? withShownAs(type, left.unit.shownAs) : type;
  return withShownAs(type, shownAsOfBoth(left.unit, right.unit));
}

/** A plain number beside a percent is shown as one. */
export function shownAsOfBoth(left: Unit, right: Unit): Unit["shownAs"] {
  if (left.shownAs === undefined) return right.shownAs;
  return right.shownAs === undefined || right.shownAs === left.shownAs ? left.shownAs : undefined;
}

export function withShownAs({ kind, unit }: Quantity, shownAs: Unit["shownAs"]): Quantity {
  const { usd, share, year } = unit;
  return { kind, unit: { usd, share, year, ...(shownAs !== undefined && { shownAs }) } };
}

export function sayUnitsDiffer(
  left: Expression,
  leftType: ValueType,
  right: Expression,
  rightType: ValueType,
  joined: string,
  context: Inference,
): undefined {
  const facts = {
    left: shown(left.span),
    leftKind: kindInWords(leftType),
    right: shown(right.span),
    rightKind: kindInWords(rightType),
    joined,
  };
  const origins = [...kindOf(left, leftType, context), ...kindOf(right, rightType, context)];
  context.say(diagnostic("TN3001", right.span, facts, origins, { label: kindInWords(rightType) }));
}

/** Each side with its kind: at the name's declaration where it is a name, else at the side itself. */
function kindOf(expression: Expression, type: ValueType, context: Inference) {
  const [origin] = originsOf(context, expression);
  return [{ span: origin?.span ?? expression.span, label: `\`${shown(expression.span)}\` is ${kindInWords(type)}` }];
}

export function sayNoFigure(expression: Expression, type: ValueType, joined: string, context: Inference): undefined {
  const facts = { text: shown(expression.span), found: kindInWords(type), joined };
  context.say(diagnostic("TN3008", expression.span, facts, originsOf(context, expression)));
}
