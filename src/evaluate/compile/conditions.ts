import type { Expr, Value } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { equal } from "../../units/exact.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { Code, Compiler, CompilerOf } from "./compile.ts";
import { compileOccurrence } from "./occurrences.ts";
import { compareValues } from "./operators.ts";

type Kinds = "Compare" | "IsSet" | "HasHappened" | "ReadingIs" | "Not" | "Logic" | "FamilyHolds" | "FamilyStart";

/** Conditions. Their logic is strong: one false makes `all` false even where another cannot be told. */
export const conditionCompilers: { readonly [K in Kinds]: CompilerOf<K> } = {
  Compare: compileCompare,
  IsSet: compileIsSet,
  HasHappened: compileHasHappened,
  ReadingIs:
    ({ reading, choice }) =>
    ({ run }) =>
      run.inputs.readings.get(reading) === choice,
  Not: compileNot,
  Logic: compileLogic,
  FamilyHolds:
    ({ family, sections }, { eventsOfDefault }) =>
    (moment) => {
      const value = eventsOfDefault.holds(family, sections, moment);
      moment.run.tracer?.family(family, sections, value, moment);
      return value;
    },
  FamilyStart:
    ({ family, sections }, { eventsOfDefault }) =>
    (moment) => {
      const value = eventsOfDefault.start(family, sections, moment);
      moment.run.tracer?.family(family, sections, !isProblem(value), moment);
      return value;
    },
};

function compileCompare(expr: Extract<Expr, { kind: "Compare" }>, { compile }: Compiler): Code {
  const left = compile(expr.left);
  const right = compile(expr.right);
  const test = tests[expr.operator];
  return (moment, binding) => {
    const a = left(moment, binding);
    if (isProblem(a)) return a;
    const b = right(moment, binding);
    if (isProblem(b)) return b;
    return test(a as Value, b as Value);
  };
}

const tests: { readonly [K in Extract<Expr, { kind: "Compare" }>["operator"]]: (a: Value, b: Value) => boolean } = {
  "=": isSame,
  "≠": (a, b) => !isSame(a, b),
  "<": (a, b) => compareValues(a, b) < 0,
  "≤": (a, b) => compareValues(a, b) <= 0,
  ">": (a, b) => compareValues(a, b) > 0,
  "≥": (a, b) => compareValues(a, b) >= 0,
};

function isSame(a: Value, b: Value): boolean {
  // Amounts are alike where their figures are, occurrences only where they are one and the same.
  return a === b || (typeof a === "object" && "n" in a && equal(a, b as Exact));
}

function compileIsSet(expr: Extract<Expr, { kind: "IsSet" }>, { compile }: Compiler): Code {
  const value = compile(expr.value);
  return (moment, binding) => {
    const found = value(moment, binding);
    if (found instanceof Absent) return false;
    return isProblem(found) ? found : true;
  };
}

function compileHasHappened(expr: Extract<Expr, { kind: "HasHappened" }>, compiler: Compiler): Code {
  if (expr.occurrence !== undefined) {
    const find = compileOccurrence(expr.occurrence, compiler);
    return (moment, binding) => {
      const found = find(moment, binding);
      if (found instanceof Absent) return false;
      return isProblem(found) ? found : true;
    };
  }
  const event = expr.event as string;
  return ({ run, point }) => {
    const first = run.applied.get(event)?.[0];
    return first !== undefined && (first.appliedAt as number) <= point;
  };
}

function compileNot(expr: Extract<Expr, { kind: "Not" }>, { compile }: Compiler): Code {
  const condition = compile(expr.condition);
  return (moment, binding) => {
    const holds = condition(moment, binding);
    return isProblem(holds) ? holds : holds !== true;
  };
}

function compileLogic(expr: Extract<Expr, { kind: "Logic" }>, { compile }: Compiler): Code {
  const conditions = expr.conditions.map(compile);
  const decisive = expr.operator === "any";
  return (moment, binding) => {
    let problem: Problem | undefined;
    for (const condition of conditions) {
      const holds = condition(moment, binding);
      if (isProblem(holds)) problem ??= holds;
      else if (holds === decisive) return decisive;
    }
    return problem ?? !decisive;
  };
}
