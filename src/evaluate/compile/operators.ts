import type { Expr, Value } from "../../core/core.ts";
import { printSource } from "../../core/source-text.ts";
import type { Exact } from "../../units/exact.ts";
import {
  add,
  compare,
  divide,
  exact,
  isUnlimited,
  isWhole,
  isZero,
  mostDigits,
  multiply,
  raise,
  roundTo,
  sign,
  subtract,
  zero,
} from "../../units/exact.ts";
import type { Result } from "../state/run.ts";
import { withinDigitLimit } from "../values/limits.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";
import type { Code, Compiler, CompilerOf } from "./compile.ts";

type Kinds = "Constant" | "Arithmetic" | "Extreme" | "Total" | "Case" | "ByReading" | "OnlyWhile" | "OrElse" | "Round";

/** Arithmetic and the choosing of values. */
export const operatorCompilers: { readonly [K in Kinds]: CompilerOf<K> } = {
  Constant:
    ({ value }) =>
    () =>
      value,
  Arithmetic: compileArithmetic,
  Extreme: compileExtreme,
  Total: compileTotal,
  Case: compileCase,
  ByReading: compileByReading,
  OnlyWhile: compileOnlyWhile,
  OrElse: compileOrElse,
  Round: compileRound,
};

const operations = { "+": add, "-": subtract, "*": multiply, "/": divide, "^": raise } as const;

function compileArithmetic(expr: Extract<Expr, { kind: "Arithmetic" }>, { compile }: Compiler): Code {
  const left = compile(expr.left);
  const right = compile(expr.right);
  const operate = operations[expr.operator];
  return (moment, binding) => {
    const a = left(moment, binding);
    if (isProblem(a)) return a;
    const b = right(moment, binding);
    if (isProblem(b)) return b;
    // From one date to another it is so many days.
    if (typeof a === "number" && typeof b === "number") return exact(a - b);
    return operate(a as Exact, b as Exact) ?? noResult(expr, a as Exact, b as Exact);
  };
}

function noResult(expr: Extract<Expr, { kind: "Arithmetic" }>, left: Exact, right: Exact): Failure {
  const why =
    (expr.operator === "/" && isZero(right)) || (expr.operator === "^" && isZero(left) && sign(right) < 0)
      ? "divides by zero"
      : isUnlimited(left) || isUnlimited(right)
        ? "has no result, since an amount in it is unlimited"
        : expr.operator === "^" && !isWhole(right)
          ? "has no result, since the exponent is no whole number"
          : `has no result: it has more than ${mostDigits} digits`;
  return new Failure("undefined", `\`${printSource(expr.span)}\` ${why}`, expr.span);
}

function compileExtreme(expr: Extract<Expr, { kind: "Extreme" }>, { compile }: Compiler): Code {
  const operands = expr.operands.map(({ value, ifSet }) => ({ code: compile(value), ifSet }));
  const wanted = expr.which === "least" ? -1 : 1;
  return (moment, binding) => {
    let best: Result | undefined;
    for (const { code, ifSet } of operands) {
      const value = code(moment, binding);
      if (ifSet && value instanceof Absent) continue;
      if (isProblem(value)) return value;
      if (best === undefined || compareValues(value as Value, best as Value) === wanted) best = value;
    }
    return best ?? new Absent(`nothing in \`${printSource(expr.span)}\` is set`, "");
  };
}

/** Order of two amounts, dates or times. */
export function compareValues(a: Value, b: Value): -1 | 0 | 1 {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  return compare(a as Exact, b as Exact);
}

function compileTotal(expr: Extract<Expr, { kind: "Total" }>, { compile }: Compiler): Code {
  const operands = expr.operands.map(({ value, ifSet }) => ({ code: compile(value), ifSet }));
  return (moment, binding) => {
    let sum = zero;
    for (const { code, ifSet } of operands) {
      const value = code(moment, binding);
      if (ifSet && value instanceof Absent) continue;
      if (isProblem(value)) return value;
      sum = withinDigitLimit(add(sum, value as Exact));
    }
    return sum;
  };
}

function compileCase(expr: Extract<Expr, { kind: "Case" }>, { compile }: Compiler): Code {
  const arms = expr.arms.map(({ condition, value }) => ({ condition: compile(condition), value: compile(value) }));
  const otherwise = compile(expr.otherwise);
  return (moment, binding) => {
    for (const { condition, value } of arms) {
      const holds = condition(moment, binding);
      if (isProblem(holds)) return holds;
      if (holds === true) return value(moment, binding);
    }
    return otherwise(moment, binding);
  };
}

function compileByReading(expr: Extract<Expr, { kind: "ByReading" }>, { compile }: Compiler): Code {
  const arms = new Map([...expr.arms].map(([choice, value]) => [choice, compile(value)]));
  return (moment, binding) => {
    const arm = arms.get(moment.run.inputs.readings.get(expr.reading) as string) as Code;
    return arm(moment, binding);
  };
}

/** Conditions that all have to hold for a condition to hold, where it is a list of such. */
export function requiredTogether(condition: Expr): readonly Expr[] {
  return condition.kind === "Logic" && condition.operator === "all" ? condition.conditions : [];
}

function compileOnlyWhile(expr: Extract<Expr, { kind: "OnlyWhile" }>, { compile }: Compiler): Code {
  const condition = compile(expr.condition);
  const value = compile(expr.value);
  // The reason names the first that does not hold.
  const parts = requiredTogether(expr.condition).map((part) => ({ test: compile(part), span: part.span }));
  return (moment, binding) => {
    const holds = condition(moment, binding);
    if (isProblem(holds)) return holds;
    if (holds === true) return value(moment, binding);
    const lacking = parts.find(({ test }) => test(moment, binding) === false);
    return new Absent(`${printSource(lacking?.span ?? expr.condition.span)} does not hold`, "");
  };
}

function compileOrElse(expr: Extract<Expr, { kind: "OrElse" }>, { compile }: Compiler): Code {
  const value = compile(expr.value);
  const fallback = compile(expr.fallback);
  return (moment, binding) => {
    const first = value(moment, binding);
    return first instanceof Absent ? fallback(moment, binding) : first;
  };
}

function compileRound(expr: Extract<Expr, { kind: "Round" }>, { compile }: Compiler): Code {
  const value = compile(expr.value);
  const step = compile(expr.step);
  return (moment, binding) => {
    const exactValue = value(moment, binding);
    if (isProblem(exactValue)) return exactValue;
    const to = step(moment, binding);
    if (isProblem(to)) return to;
    if (sign(to as Exact) <= 0)
      return new Failure("undefined", "a value cannot be rounded to a step of zero", expr.span);
    return roundTo(exactValue as Exact, to as Exact, expr.mode);
  };
}
