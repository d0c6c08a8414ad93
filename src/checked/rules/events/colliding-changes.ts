import { groupBy } from "../../../base/group-by.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import type { StatementOf } from "../../tree.ts";
import type { CheckRule } from "../rule.ts";

/** Two changes of one state that always come together, one of which sets it. Rises and falls alone add up. */
export const collidingChanges: CheckRule = (program) => {
  const rules = statementsOf(program, "Rule").map(({ statement }) => statement);
  const always = rules.filter(({ condition }) => condition === undefined);
  const byEvent = groupBy(always, (rule) => (rule.trigger.kind === "EventTrigger" ? rule.trigger.event.text : ""));
  byEvent.delete("");
  const together = [...byEvent].flatMap(([event, list]) => colliding(list, `\`${event}\` happens`));
  const rest = rules.filter((rule) => rule.condition !== undefined || rule.trigger.kind !== "EventTrigger");
  return [...together, ...rest.flatMap((rule) => colliding([rule], "this rule applies"))];
};

type StateChange = Extract<StatementOf<"Rule">["changes"][number], { readonly state: unknown }>;

function colliding(rules: readonly StatementOf<"Rule">[], when: string): Diagnostic[] {
  const changes = rules.flatMap((rule) => rule.changes.filter((change): change is StateChange => "state" in change));
  return [...groupBy(changes, ({ state }) => state.text).values()].flatMap((list) => {
    const setter = list.find(({ kind }) => kind !== "AddChange");
    const other = list.find((change) => change !== setter);
    if (setter === undefined || other === undefined) return [];
    const [first, second] = setter.span.start < other.span.start ? [setter, other] : [other, setter];
    const related = [{ span: first.span, label: "the other change" }];
    return [diagnostic("TN4010", second.span, { state: second.state.text, when }, related)];
  });
}
