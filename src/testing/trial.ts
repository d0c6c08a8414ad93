/** Stories run on a template to see what they reach, and whether they notice a change. */
import type { CoreProgram, Expr } from "../core/core.ts";
import { judge } from "../evaluate/answers/verdict.ts";
import type { Machine } from "../evaluate/compile/machine.ts";
import { makeMachine } from "../evaluate/compile/machine.ts";
import type { Environment } from "../evaluate/evaluate.ts";
import { replayScenario } from "../evaluate/evaluate.ts";
import type { Evaluation } from "../evaluate/state/run.ts";
import { LimitReached } from "../evaluate/values/limits.ts";
import type { Scenario } from "../inputs/scenario.ts";
import type { PlainDate } from "../units/plain-date.ts";

/** A scenario or a story with its data. */
export interface Tried {
  readonly name: string;
  readonly scenario: Scenario;
  readonly environment: Environment;
  /** A day through which it runs, where that is later than what it says. */
  readonly through?: PlainDate;
}

/** Whether every answer is what is expected. A run that passes a bound has no answers. */
export function passes(machine: Machine, { scenario, environment, through }: Tried): boolean {
  try {
    const replayed = replayScenario(machine, scenario, environment, through);
    return scenario.ask.every((question) => judge(question, replayed)?.passed !== false);
  } catch (reached) {
    if (reached instanceof LimitReached) return false;
    throw reached;
  }
}

/** What a story evaluates: called with each expression, and with what it gave. */
export type Told = (expr: Expr, result: Evaluation) => void;

/** Runs all stories on one machine; the function that is given is called for each of them, and gives what is told. */
export function watchAll(program: CoreProgram, stories: readonly Tried[], toldOf: (story: Tried) => Told): boolean[] {
  let told: Told = () => undefined;
  const machine = makeMachine(program, { told: (expr, result) => told(expr, result) });
  return stories.map((story) => {
    told = toldOf(story);
    return passes(machine, story);
  });
}
