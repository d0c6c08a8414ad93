/** The figures of a plan's price impact, under the deal terms of a scenario. */
import type { Expr, Plan } from "../../core/core.ts";
import type { Scenario } from "../../inputs/scenario.ts";
import type { Exact } from "../../units/exact.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import type { Machine } from "../compile/machine.ts";
import type { Environment } from "../evaluate.ts";
import { completed } from "../evaluate.ts";
import { Run } from "../state/run.ts";
import { defaultLimits } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";

export interface ImpactFigures {
  readonly coefficient: Exact | Problem;
  readonly lasting: Exact | Problem;
  readonly halfLife: Exact | Problem;
  readonly source: string | undefined;
}

/** They rest on deal terms alone; what reads more has no value. Undefined where the plan says nothing of an impact. */
export function impactOf(
  machine: Machine,
  { impact }: Plan,
  scenario: Scenario,
  environment: Environment,
): ImpactFigures | undefined {
  if (impact === undefined) return undefined;
  const { now } = new Run(machine.program, completed(machine, scenario, environment), asPlainDate(0), defaultLimits);
  const figure = (expr: Expr) => machine.compiler.figure(expr)(now, undefined);
  const { coefficient, lasting, halfLife, source } = impact;
  return { coefficient: figure(coefficient), lasting: figure(lasting), halfLife: figure(halfLife), source };
}
