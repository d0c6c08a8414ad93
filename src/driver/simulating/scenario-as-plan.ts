/** The events of a scenario as rules of a plan, before those of the plan itself: so that both can be compiled. */
import type { CoreProgram, Expr, Plan, PlanRule, ValueType } from "../../core/core.ts";
import { placesInTime } from "../../evaluate/replay/events/occurrence.ts";
import type { Scenario, ScenarioEvent } from "../../inputs/scenario.ts";
import { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";

const nowhere: Span = { source: new SourceFile("the scenario", ""), start: 0, end: 0 };
const noPlan: Plan = { name: "", span: nowhere, rules: [] };

export interface ScenarioAsPlan {
  readonly plan: Plan;
  /** Which rule gives its event for that of another. */
  readonly targets: ReadonlyMap<PlanRule, PlanRule>;
}

/** The events stand in the order of their days and times. */
export function scenarioAsPlan({ events }: Scenario, plan: Plan | undefined, program: CoreProgram): ScenarioAsPlan {
  const { rules, ...rest } = plan ?? noPlan;
  const times = placesInTime(events, program);
  const made = events
    .map((event, index) => ({ event, time: times[index] ?? 0, rule: ruleOf(event, program) }))
    .toSorted((a, b) => a.event.on - b.event.on || a.time - b.time);
  const byId = new Map(made.flatMap(({ event: { id }, rule }) => (id === undefined ? [] : [[id, rule] as const])));
  const targets = made.flatMap(({ event, rule }) => {
    const target = event.for === undefined ? undefined : byId.get(event.for);
    return target === undefined ? [] : [[rule, target] as const];
  });
  return { plan: { ...rest, rules: [...made.map(({ rule }) => rule), ...rules] }, targets: new Map(targets) };
}

function ruleOf({ event, on, fields, ...rest }: ScenarioEvent, program: CoreProgram): PlanRule {
  const type = program.events.get(event);
  const given = [...fields].map(([name, value]) => {
    const of: ValueType = type?.fields.get(name)?.type ?? { kind: "text" };
    return [name, { kind: "Constant", value, type: of, span: nowhere }] as const;
  });
  const date: Expr = { kind: "Constant", value: on, type: { kind: "date" }, span: nowhere };
  return {
    span: nowhere,
    trigger: { kind: "OnDate", date },
    decided: "at the open",
    gives: { event, isFor: rest.for !== undefined, fields: new Map<string, Expr>(given), span: nowhere },
  };
}
