/** Plans: a scenario whose further events come from rules, and the scenario that they make. */
import type { Plan } from "../core/core.ts";
import type { Result } from "../diagnostics/result.ts";
import type { MarketSource } from "../evaluate/plans/market-source.ts";
import type { PlanFacts } from "../evaluate/plans/plan-facts.ts";
import { runPlan } from "../evaluate/plans/run-plan.ts";
import type { Replay } from "../evaluate/replay/replay.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { madeText } from "./made-scenario.ts";
import type { LoadedScenario } from "./scenarios.ts";
import type { Template } from "./templates.ts";
import { withinLimits } from "./within-limits.ts";

/** A plan as it went. */
export interface EnactedPlan {
  readonly replayed: Replay;
  readonly facts: PlanFacts;
  /** The scenario that the plan made, with its text: run by itself, it gives the same journal. */
  readonly made: LoadedScenario;
}

/** The plans that were read with a template, in the order of the text. */
export function plansOf({ program }: Template): readonly Plan[] {
  return program.plans ?? [];
}

/** Where a plan runs to, and what its market comes from, where that is not the file of the scenario. */
export interface PlanOptions {
  readonly through?: PlainDate | undefined;
  readonly source?: MarketSource;
}

/** Runs a scenario with a plan of its template. */
export function enactPlan(
  template: Template,
  plan: Plan,
  loaded: LoadedScenario,
  options: PlanOptions = {},
): Result<EnactedPlan> {
  return withinLimits(template, loaded, () => {
    const { replayed, facts, made } = runPlan(template.machine, plan, loaded.scenario, loaded.environment, options);
    const { name } = loaded.texts.scenario;
    const text = madeText(made, template.program, loaded.texts.scenario.text);
    const texts = { ...loaded.texts, scenario: { name, text } };
    return { replayed, facts, made: { ...loaded, scenario: made, texts } };
  });
}
