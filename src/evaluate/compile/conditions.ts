import { invariant } from "../../base/invariant.ts";
import type { Compare, HasHappened, IsSet, Logic, Not } from "../../core/core.ts";
import { equal } from "../../units/exact.ts";
import { hasApplied, untoldOf } from "../state/applied.ts";
import type { Code, Evaluated } from "../state/run.ts";
import { isFigure } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { Compiler, CompilerOf } from "./compiler.ts";
import { compileOccurrence } from "./occurrences.ts";
import { compareValues } from "./operators.ts";

type Kinds = "Compare" | "IsSet" | "HasHappened" | "ReadingIs" | "Not" | "Logic" | "FamilyHolds" | "FamilyStart";

/** Conditions. Their logic is strong: one false makes `all` false even where another is unknown. */
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
      const { tracer } = moment.run;
      if (tracer === undefined) return eventsOfDefault.holds(family, sections, moment);
      const value = moment.run.untraced(() => eventsOfDefault.holds(family, sections, moment));
      tracer.family(family, sections, value, moment);
      return value;
    },
  FamilyStart:
    ({ family, sections }, { eventsOfDefault }) =>
    (moment) => {
      const { tracer } = moment.run;
      if (tracer === undefined) return eventsOfDefault.start(family, sections, moment);
      const value = moment.run.untraced(() => eventsOfDefault.start(family, sections, moment));
      tracer.family(family, sections, value, moment);
      return value;
    },
};

function compileCompare(expr: Compare, { any }: Compiler): Code<boolean> {
  const left = any(expr.left);
  const right = any(expr.right);
  const test = tests[expr.operator];
  return (moment, binding) => {
    const a = left(moment, binding);
    if (isProblem(a)) return a;
    const b = right(moment, binding);
    if (isProblem(b)) return b;
    return test(a, b);
  };
}

const tests: { readonly [K in Compare["operator"]]: (a: Evaluated, b: Evaluated) => boolean } = {
  "=": isSame,
  "≠": (a, b) => !isSame(a, b),
  "<": (a, b) => compareValues(a, b) < 0,
  "≤": (a, b) => compareValues(a, b) <= 0,
  ">": (a, b) => compareValues(a, b) > 0,
  "≥": (a, b) => compareValues(a, b) >= 0,
};

function isSame(a: Evaluated, b: Evaluated): boolean {
  // Amounts are alike where their figures are, occurrences only where they are one and the same.
  return a === b || (isFigure(a) && isFigure(b) && equal(a, b));
}

function compileIsSet(expr: IsSet, { any }: Compiler): Code<boolean> {
  const value = any(expr.value);
  return (moment, binding) => {
    const found = value(moment, binding);
    if (found instanceof Absent) return false;
    return isProblem(found) ? found : true;
  };
}

function compileHasHappened(expr: HasHappened, compiler: Compiler): Code<boolean> {
  if (expr.occurrence !== undefined) {
    const find = compileOccurrence(expr.occurrence, compiler);
    return (moment, binding) => {
      const found = find(moment, binding);
      if (found instanceof Absent) return false;
      return isProblem(found) ? found : true;
    };
  }
  const { event } = expr;
  invariant(event !== undefined, "what has happened is an event or an occurrence");
  return (moment) => {
    const first = moment.run.applied.get(event)?.[0];
    if (first !== undefined && hasApplied(first, moment.point)) return true;
    return untoldOf(event, moment) ?? false;
  };
}

function compileNot(expr: Not, compiler: Compiler): Code<boolean> {
  const condition = compiler.condition(expr.condition);
  return (moment, binding) => {
    const holds = condition(moment, binding);
    return isProblem(holds) ? holds : !holds;
  };
}

/** The one truth that decides, whatever the others are. */
const decisiveTruth: { readonly [K in Logic["operator"]]: boolean } = { all: false, any: true };

function compileLogic(expr: Logic, compiler: Compiler): Code<boolean> {
  const conditions = expr.conditions.map(compiler.condition);
  const decisive = decisiveTruth[expr.operator];
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
