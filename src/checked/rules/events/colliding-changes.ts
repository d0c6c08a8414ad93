import { groupBy } from "../../../base/group-by.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { comesBefore } from "../../../source/span.ts";
import { writtenForm } from "../../../syntax/walk.ts";
import { statementsOf } from "../../ast.ts";
import type { StatementOf } from "../../tree.ts";
import type { CheckRule } from "../rule.ts";

/**
 * Two changes of one state that always come together, one of which sets it. Rises and falls alone add up, and what has an
 * order comes one after the other.
 */
export const collidingChanges: CheckRule = (program) => {
  const orders = statementsOf(program, "DayOrder").map(({ statement }) => statement.sections.map(({ text }) => text));
  const placeOf = (section: string) => Math.max(0, ...orders.map((sections) => sections.indexOf(section)));
  const rules = statementsOf(program, "Rule").map(({ statement, section }) => ({ statement, place: placeOf(section) }));
  const always = rules.filter(({ statement }) => statement.condition === undefined);
  const byEvent = groupBy(always, ({ statement: { trigger } }) =>
    trigger.kind === "EventTrigger" ? trigger.event.text : "",
  );
  byEvent.delete("");
  const together = [...byEvent].flatMap(([event, list]) => colliding(list, `\`${event}\` happens`));
  const rest = rules.filter(
    ({ statement }) => statement.condition !== undefined || statement.trigger.kind !== "EventTrigger",
  );
  return [...together, ...rest.flatMap((rule) => colliding([rule], "this rule applies"))];
};

type StateChange = Extract<StatementOf<"Rule">["changes"][number], { readonly state: unknown }>;

/** A rule, and where the order of a day puts its section. */
interface PlacedRule {
  readonly statement: StatementOf<"Rule">;
  readonly place: number;
}

/** The state as it is written: of events, two that are written alike are the same. */
function writtenState({ state, subject, each }: StateChange): string {
  if (subject) return writtenForm(subject);
  return `${state.text} ${each ? `for ${each.owner.text} ${each.where ? writtenForm(each.where) : ""}` : ""}`;
}

function colliding(rules: readonly PlacedRule[], when: string): Diagnostic[] {
  const changes = rules.flatMap(({ statement, place }) =>
    statement.changes.flatMap((change) => ("state" in change ? [{ change, place }] : [])),
  );
  const atOnce = groupBy(changes, ({ change, place }) => `${place} ${change.step ?? 0} ${writtenState(change)}`);
  return [...atOnce.values()].flatMap((placed) => {
    const list: StateChange[] = placed.map(({ change }) => change);
    const setter = list.find(({ kind }) => kind !== "AddChange");
    const other = list.find((change) => change !== setter);
    if (setter === undefined || other === undefined) return [];
    const [first, second] = comesBefore(setter.span, other.span) ? [setter, other] : [other, setter];
    const related = [{ span: first.span, label: "the other change" }];
    return [diagnostic("TN4010", second.span, { state: second.state.text, when }, related)];
  });
}
