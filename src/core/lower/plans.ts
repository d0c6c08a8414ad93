import { assertNever } from "../../base/assert-never.ts";
import type { CheckedProgram, CheckedSymbols } from "../../checked/ast.ts";
import type { CheckedStatement, StatementOf } from "../../checked/tree.ts";
import type * as core from "../core.ts";
import { byName } from "../order.ts";
import { lower } from "./expressions.ts";
import { edgeCondition } from "./rules.ts";

type PlanRule = StatementOf<"PlanRule">;

/** The plans of a file, each with what stands behind its head, up to the next one. */
export function lowerPlans({ statements, symbols }: CheckedProgram): core.Plan[] {
  const plans: core.Plan[] = [];
  const parts: CheckedStatement[][] = [];
  for (const { statement } of statements) {
    if (statement.kind === "PlanHead") {
      plans.push({ name: statement.title.text, span: statement.span, rules: [] });
      parts.push([]);
    } else parts.at(-1)?.push(statement);
  }
  return plans.map((plan, index) => ({ ...plan, ...partsOf(parts[index] ?? [], symbols) }));
}

function partsOf(statements: readonly CheckedStatement[], symbols: CheckedSymbols): Omit<core.Plan, "name" | "span"> {
  const rules: core.PlanRule[] = [];
  let sales: core.PlanSales | undefined;
  let impact: core.PriceImpact | undefined;
  for (const statement of statements) {
    if (statement.kind === "PlanRule") rules.push(lowerPlanRule(statement, symbols));
    else if (statement.kind === "Sale") sales = lowerSale(statement);
    else if (statement.kind === "PriceImpact") impact = lowerImpact(statement);
  }
  return { rules, ...(sales && { sales }), ...(impact && { impact }) };
}

function lowerPlanRule(rule: PlanRule, symbols: CheckedSymbols): core.PlanRule {
  const { trigger, isAtClose, condition, gives, otherwise, span } = rule;
  const owner = trigger.kind === "CalendarTrigger" || trigger.kind === "EdgeTrigger" ? trigger.owner?.text : undefined;
  return {
    span,
    trigger: lowerTrigger(trigger, symbols),
    decided: isAtClose ? "at the close" : "at the open",
    ...(condition && { condition: lower(condition) }),
    gives: lowerGift(gives, owner, symbols),
    ...(otherwise && { otherwise: lowerGift(otherwise, owner, symbols) }),
  };
}

function lowerTrigger(trigger: PlanRule["trigger"], symbols: CheckedSymbols): core.PlanTrigger {
  switch (trigger.kind) {
    case "EachDayTrigger":
      return { kind: "EachDay", unit: trigger.unit };
    case "EveryDaysTrigger":
      return { kind: "EveryDays", count: lower(trigger.count), unit: trigger.unit, from: lower(trigger.from) };
    case "CalendarTrigger":
      return { kind: "OnDate", date: lower(trigger.date), ...(trigger.owner && { owner: trigger.owner.text }) };
    case "ScheduleTrigger":
      return { kind: "OnSchedule", schedule: trigger.schedule.text };
    case "EdgeTrigger": {
      const { edge, name, owner, sections } = trigger;
      const condition = edgeCondition(name, owner, sections, symbols);
      return { kind: "OnEdge", condition, edge, ...(owner && { owner: owner.text }) };
    }
    case "EventTrigger":
      // What has happened is known the day after: such a rule has been reported, and is read so.
      return { kind: "EachDay", unit: "day" };
    default:
      return assertNever(trigger);
  }
}

function lowerGift(gift: PlanRule["gives"], owner: string | undefined, { noteLevel }: CheckedSymbols): core.GivenEvent {
  const { event, fields, span } = gift;
  const declared = noteLevel.get(event.text)?.statement;
  const isFor = declared?.kind === "EventDeclaration" && declared.refersTo !== undefined && owner !== undefined;
  return {
    event: event.text,
    isFor,
    fields: byName(fields.map(({ name, value }) => [name.text, lower(value)])),
    span,
  };
}

function lowerSale({ received, most, price, leaving, span }: StatementOf<"Sale">): core.PlanSales {
  return {
    received: lower(received),
    most: lower(most),
    price: lower(price),
    ...(leaving && { leaving: leaving.text }),
    span,
  };
}

function lowerImpact(impact: StatementOf<"PriceImpact">): core.PriceImpact {
  const { coefficient, lasting, halfLife, source, span } = impact;
  return {
    coefficient: lower(coefficient),
    lasting: lower(lasting),
    halfLife: lower(halfLife),
    ...(source && { source: source.text }),
    span,
  };
}
