/** The events of a scenario as rules of a plan, before those of the plan itself: so that both can be compiled. */
import type { CoreProgram, Expr, Plan, PlanRule, ValueType } from "../../core/core.ts";
import type { Scenario, ScenarioEvent } from "../../inputs/scenario.ts";
import { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";

const nowhere: Span = { source: new SourceFile("the scenario", ""), start: 0, end: 0 };
const noPlan: Plan = { name: "", span: nowhere, rules: [] };

/** Where it can't be said so, the words say why. */
export function scenarioAsPlan({ events }: Scenario, plan: Plan | undefined, program: CoreProgram): Plan | string {
  const { name, rules, ...rest } = plan ?? noPlan;
  const made: PlanRule[] = [];
  for (const event of events) {
    if (event.for !== undefined) return `${event.event}, which the scenario gives for another event`;
    if (event.at !== undefined) return `${event.event}, which the scenario gives at a time of its day`;
    made.push(ruleOf(event, program));
  }
  return { ...rest, name, rules: [...made, ...rules] };
}

function ruleOf({ event, on, fields }: ScenarioEvent, program: CoreProgram): PlanRule {
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
    gives: { event, isFor: false, fields: new Map<string, Expr>(given), span: nowhere },
  };
}
