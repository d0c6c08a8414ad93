import { invariant } from "../../../base/invariant.ts";
import type {
  Arithmetic,
  ByReading,
  Case,
  Expr,
  Extreme,
  OnlyWhile,
  OrElse,
  Round,
  RoundedPower,
  Total,
} from "../../../core/core.ts";
import type { Exact } from "../../../units/exact.ts";
import {
  add,
  compare,
  divide,
  exact,
  isUnlimited,
  isWhole,
  isZero,
  multiply,
  raise,
  roundTo,
  sign,
  subtract,
  zero,
} from "../../../units/exact.ts";
import { daysBetween } from "../../../units/plain-date.ts";
import type { PowerBase } from "../../../units/powers/rounded-power.ts";
import { roundedPower } from "../../../units/powers/rounded-power.ts";
import { renderValue } from "../../../units/render-value.ts";
import { shareExponent } from "../../../units/value-type.ts";
import type { Code, Evaluated } from "../../state/run.ts";
import { isFigure, restate } from "../../state/run.ts";
import { withinDigitLimit } from "../../values/limits.ts";
import type { FailureFact } from "../../values/problem.ts";
import { Absent, Failure, isProblem } from "../../values/problem.ts";
import type { Compiler, CompilerOf } from "../compiler.ts";
import { withOne, withTwo } from "./operands.ts";

type Kinds =
  | "Constant"
  | "Arithmetic"
  | "Extreme"
  | "Total"
  | "Case"
  | "ByReading"
  | "OnlyWhile"
  | "OrElse"
  | "Round"
  | "RoundedPower"
  | "Phrase";

/** Arithmetic and the choosing of values. */
export const operatorCompilers: { readonly [K in Kinds]: CompilerOf<K> } = {
  Constant: ({ value, isRestated, type }) =>
    isRestated ? (moment) => restate(value, shareExponent(type), undefined, moment) : () => value,
  Arithmetic: compileArithmetic,
  Extreme: compileExtreme,
  Total: compileTotal,
  Case: compileCase,
  ByReading: compileByReading,
  OnlyWhile: compileOnlyWhile,
  OrElse: compileOrElse,
  Round: compileRound,
  RoundedPower: compileRoundedPower,
  Phrase: ({ parts }, { value }) => {
    const written = parts.map((part): Code<string> => {
      if (typeof part === "string") return () => part;
      return withOne(value(part), (it) => renderValue(it, part.type));
    });
    return (moment, binding) => {
      const words: string[] = [];
      for (const part of written) {
        const word = part(moment, binding);
        if (isProblem(word)) return word;
        words.push(word);
      }
      return words.join("");
    };
  },
};

interface Operation {
  readonly apply: (left: Exact, right: Exact) => Exact | undefined;
  /** Why this operation has no result where another might have one. */
  readonly whyNone: (left: Exact, right: Exact) => NoResult | undefined;
}
type NoResult = Extract<FailureFact, { kind: "no arithmetic result" }>["why"];

const never = () => undefined;
const operations: { readonly [K in Arithmetic["operator"]]: Operation } = {
  "+": { apply: add, whyNone: never },
  "-": { apply: subtract, whyNone: never },
  "*": { apply: multiply, whyNone: never },
  "/": { apply: divide, whyNone: (_, right) => (isZero(right) ? "division by zero" : undefined) },
  "^": {
    apply: raise,
    whyNone: (left, right) => {
      if (isZero(left) && sign(right) < 0) return "division by zero";
      return isUnlimited(left) || isUnlimited(right) || isWhole(right) ? undefined : "fractional exponent";
    },
  },
};

function compileArithmetic(expr: Arithmetic, { figure, day, clock }: Compiler): Code<Exact> {
  // One time less another is a number of hours.
  if (expr.left.type.kind === "time") {
    return withTwo(clock(expr.left), clock(expr.right), (to, from) => hours(to - from));
  }
  // One date less another is a number of days.
  if (expr.left.type.kind === "date") {
    return withTwo(day(expr.left), day(expr.right), (to, from) => exact(daysBetween(from, to)));
  }
  const { apply, whyNone } = operations[expr.operator];
  return withTwo(figure(expr.left), figure(expr.right), (a, b) => {
    const result = apply(a, b);
    if (result !== undefined) return result;
    const why = whyNone(a, b) ?? (isUnlimited(a) || isUnlimited(b) ? "unlimited operand" : "digits");
    return new Failure("undefined", { kind: "no arithmetic result", clause: expr.span, why }, expr.span);
  });
}

function hours(minutes: number): Exact {
  const quotient = divide(exact(minutes), exact(60));
  invariant(quotient !== undefined, "an hour has minutes");
  return quotient;
}

function compileExtreme(expr: Extreme, { any }: Compiler): Code {
  const operands = expr.operands.map(({ value, ifSet }) => ({ code: any(value), ifSet }));
  const wanted = extremes[expr.which];
  return (moment, binding) => {
    let best: Evaluated | undefined;
    for (const { code, ifSet } of operands) {
      const value = code(moment, binding);
      if (ifSet && value instanceof Absent) continue;
      if (isProblem(value)) return value;
      if (best === undefined || compareValues(value, best) === wanted) best = value;
    }
    return best ?? new Absent({ kind: "no operand set", clause: expr.span });
  };
}

/** How a value compares with another that it takes the place of. */
const extremes: { readonly [K in Extreme["which"]]: -1 | 1 } = { least: -1, greatest: 1 };

/** Order of two amounts, dates or times. */
export function compareValues(a: Evaluated, b: Evaluated): -1 | 0 | 1 {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  invariant(isFigure(a) && isFigure(b), "what is compared is of one type that has an order");
  return compare(a, b);
}

function compileTotal(expr: Total, { figure }: Compiler): Code<Exact> {
  const operands = expr.operands.map(({ value, ifSet }) => ({ code: figure(value), ifSet }));
  return (moment, binding) => {
    let sum = zero;
    for (const { code, ifSet } of operands) {
      const value = code(moment, binding);
      if (ifSet && value instanceof Absent) continue;
      if (isProblem(value)) return value;
      sum = withinDigitLimit(add(sum, value));
    }
    return sum;
  };
}

function compileCase(expr: Case, compiler: Compiler): Code {
  const arms = expr.arms.map((arm) => ({
    condition: compiler.condition(arm.condition),
    value: compiler.any(arm.value),
  }));
  const otherwise = compiler.any(expr.otherwise);
  return (moment, binding) => {
    for (const { condition, value } of arms) {
      const holds = condition(moment, binding);
      if (isProblem(holds)) return holds;
      if (holds) return value(moment, binding);
    }
    return otherwise(moment, binding);
  };
}

function compileByReading(expr: ByReading, { any }: Compiler): Code {
  const arms = new Map([...expr.arms].map(([choice, value]) => [choice, any(value)]));
  return (moment, binding) => {
    const arm = arms.get(moment.run.inputs.readings.get(expr.reading) ?? "");
    invariant(arm !== undefined, `every choice of the reading ${expr.reading} has its arm`);
    return arm(moment, binding);
  };
}

/** Conditions that all have to hold for a condition to hold, where it is a list of such. */
export function requiredTogether(condition: Expr): readonly Expr[] {
  return condition.kind === "Logic" && condition.operator === "all" ? condition.conditions : [];
}

function compileOnlyWhile(expr: OnlyWhile, { any, condition: conditionCode }: Compiler): Code {
  const condition = conditionCode(expr.condition);
  const value = any(expr.value);
  // The reason names the first that does not hold.
  const parts = requiredTogether(expr.condition).map((part) => ({ test: conditionCode(part), span: part.span }));
  return (moment, binding) => {
    const holds = condition(moment, binding);
    if (isProblem(holds)) return holds;
    if (holds) return value(moment, binding);
    const lacking = parts.find(({ test }) => test(moment, binding) === false)?.span ?? expr.condition.span;
    return new Absent(
      expr.isTable ? { kind: "in no row", key: lacking } : { kind: "condition fails", condition: lacking },
    );
  };
}

function compileOrElse(expr: OrElse, { any }: Compiler): Code {
  const value = any(expr.value);
  const fallback = any(expr.fallback);
  return (moment, binding) => {
    const first = value(moment, binding);
    return first instanceof Absent ? fallback(moment, binding) : first;
  };
}

function compileRound(expr: Round, { figure }: Compiler): Code<Exact> {
  return withTwo(figure(expr.value), figure(expr.step), (value, step) => {
    invariant(sign(step) > 0, "a step of rounding is a figure above zero");
    return roundTo(value, step, expr.mode);
  });
}

function compileRoundedPower({ base, exponent, step, mode, span }: RoundedPower, { figure }: Compiler): Code<Exact> {
  const baseOf = base === undefined ? () => "e" as const : figure(base);
  const stepOf = figure(step);
  return withTwo<PowerBase, Exact, Exact>(baseOf, figure(exponent), (raised, by, moment, binding) => {
    const size = stepOf(moment, binding);
    if (isProblem(size)) return size;
    invariant(sign(size) > 0, "a step of rounding is a figure above zero");
    const result = roundedPower(raised, by, mode, size);
    if (result !== undefined) return result;
    const isZeroInverted = raised !== "e" && isZero(raised) && sign(by) < 0;
    const isUndefined = raised !== "e" && (isUnlimited(raised) || sign(raised) < 0);
    const why = isZeroInverted ? "division by zero" : isUnlimited(by) || isUndefined ? "root of no amount" : "digits";
    return new Failure("undefined", { kind: "no arithmetic result", clause: span, why }, span);
  });
}
