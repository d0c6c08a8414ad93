import { invariant } from "../../../base/invariant.ts";
import type { Compare, FamilyHolds, HasHappened, IsSet, Logic, Not } from "../../../core/core.ts";
import { equal } from "../../../units/exact.ts";
import { hasApplied, undeterminedOf } from "../../state/applied.ts";
import type { Code, Evaluated } from "../../state/run.ts";
import { isFigure } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";
import { Absent, Failure, isProblem } from "../../values/problem.ts";
import type { Compiler, CompilerOf } from "../compiler.ts";
import { compileOccurrence } from "./occurrences.ts";
import { withOne, withTwo } from "./operands.ts";
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
  FamilyHolds: (expr, compiler) => compileFamily("holds", expr, compiler),
  FamilyStart: (expr, compiler) => compileFamily("start", expr, compiler),
};

type OfFamily = Pick<FamilyHolds, "family" | "sections">;

function compileFamily(what: "holds" | "start", { family, sections }: OfFamily, { eventsOfDefault }: Compiler): Code {
  return (moment) => {
    const { tracer } = moment.run;
    if (tracer === undefined) return eventsOfDefault[what](family, sections, moment);
    const value = moment.run.untraced(() => eventsOfDefault[what](family, sections, moment));
    tracer.family(family, sections, value, moment);
    return value;
  };
}

function compileCompare(expr: Compare, { any }: Compiler): Code<boolean> {
  return withTwo(any(expr.left), any(expr.right), tests[expr.operator]);
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
  return isThere(any(expr.value));
}

/** Whether a value is there; unknown where the value is. */
function isThere(value: Code): Code<boolean> {
  return (moment, binding) => {
    const found = value(moment, binding);
    return found instanceof Failure ? found : !(found instanceof Absent);
  };
}

function compileHasHappened(expr: HasHappened, compiler: Compiler): Code<boolean> {
  if (expr.occurrence !== undefined) return isThere(compileOccurrence(expr.occurrence, compiler));
  const { event } = expr;
  invariant(event !== undefined, "what has happened is an event or an occurrence");
  return (moment) => {
    const first = moment.run.applied.get(event)?.[0];
    if (first !== undefined && hasApplied(first, moment.point)) return true;
    return undeterminedOf(event, moment) ?? false;
  };
}

function compileNot(expr: Not, compiler: Compiler): Code<boolean> {
  return withOne(compiler.condition(expr.condition), (holds) => !holds);
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
