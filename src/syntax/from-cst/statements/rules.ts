/** Rules: what sets them off, and what they change. */
import type * as cst from "../../../../grammar/cst.generated.d.ts";
import type * as ast from "../../ast.ts";
import {
  checkFirstLabel,
  lowerChain,
  lowerCondition,
  lowerDate,
  lowerFilter,
  lowerOperand,
  lowerProduct,
  lowerSections,
  lowerValue,
  nameOfMember,
} from "../expressions.ts";
import type { Lowering } from "../lowering.ts";
import { first, meaningIn, node } from "../lowering.ts";
import { lowerEachDay, lowerEvery, lowerPlanRule, triggerOfNote } from "../plans.ts";
import { ownerOf } from "./parts.ts";

export function lowerRule(it: Lowering, node: cst.RuleCstNode): ast.Rule | ast.PlanRule {
  const { children: c } = node;
  const span = it.span(node);
  const trigger = lowerTrigger(it, c);
  if (c.gift) return lowerPlanRule(it, node, trigger, span);
  return {
    kind: "Rule",
    trigger: triggerOfNote(it, trigger, c.AtTheClose !== undefined),
    ...(c.condition && { condition: lowerCondition(it, first(c.condition)) }),
    changes: c.orderedStep ? lowerSteps(it, c.orderedStep) : (c.change ?? []).map((each) => lowerChange(it, each)),
    span,
  };
}

function lowerTrigger(it: Lowering, c: cst.RuleCstChildren): ast.PlanTrigger {
  if (c.whenTrigger) return lowerWhen(it, first(c.whenTrigger));
  return c.everyTrigger ? lowerEvery(it, first(c.everyTrigger)) : lowerCalendar(it, first(c.calendarTrigger));
}

function lowerSteps(it: Lowering, steps: readonly cst.OrderedStepCstNode[]): ast.Change[] {
  checkFirstLabel(it, first(first(steps).children.ListLabel));
  return steps.flatMap(({ children }, step) => children.change.map((each) => ({ ...lowerChange(it, each), step })));
}

export const lowerDayOrder = node("DayOrder", (it, { sectionName }: cst.DayOrderCstChildren) => ({
  sections: sectionName.map((section) => it.section(section)),
}));

function lowerCalendar(it: Lowering, node: cst.CalendarTriggerCstNode): ast.PlanTrigger {
  const { schedule, TimeUnit, date, owner } = node.children;
  const span = it.span(node);
  if (schedule) return { kind: "ScheduleTrigger", schedule: it.name(first(schedule)), span };
  if (TimeUnit) return lowerEachDay(it, first(TimeUnit), span);
  const ofOwner = owner && { owner: ownerOf(it, owner) };
  return { kind: "CalendarTrigger", date: lowerOperand(it, first(date)), ...ofOwner, span };
}

function lowerWhen(it: Lowering, node: cst.WhenTriggerCstNode): ast.Rule["trigger"] {
  const { Name, owner, sections, edge } = node.children;
  const name = it.name(first(Name));
  const span = it.span(node);
  if (edge) {
    return {
      kind: "EdgeTrigger",
      edge: meaningIn("edge", edge),
      name,
      ...(owner && { owner: it.name(first(owner)) }),
      sections: sections ? lowerSections(it, first(sections)) : [],
      span,
    };
  }
  if (owner || sections) {
    it.report("TN1001", { ...span, start: span.end }, { expected: "`begins` or `ends`", found: "a change" });
  }
  return { kind: "EventTrigger", event: name, span };
}

function lowerChange(it: Lowering, node: cst.ChangeCstNode): ast.Change {
  const { Name, chain, owner, filter, namedChange, application } = node.children;
  const span = it.span(node);
  if (application) {
    const { amount, paymentTarget } = first(application).children;
    return {
      kind: "AppliedChange",
      amount: lowerOperand(it, first(amount)),
      targets: lowerTargets(it, paymentTarget),
      span,
    };
  }
  const { name, ...events } = lowerOfEvents(it, { Name, of: chain, owner, filter }, "a state");
  const changed = { state: name, ...events };
  const c = first(namedChange).children;
  const value = c.value ? lowerValue(it, first(c.value)) : c.product && lowerProduct(it, first(c.product));
  if (c.BecomesNotSet) return { kind: "ClearChange", ...changed, span };
  if (c.Becomes && value) return { kind: "SetChange", ...changed, value, span };
  if (c.RisesBy && value) return { kind: "AddChange", ...changed, sign: 1, value, span };
  if (c.FallsBy && value) return { kind: "AddChange", ...changed, sign: -1, value, span };
  return {
    kind: "AccountChange",
    account: name,
    ...events,
    verb: accountVerb(c),
    ...(value && { amount: value }),
    ...(c.date && { date: lowerOperand(it, first(c.date)) }),
    ...(c.FallsDueInFullOn && { inFull: true }),
    ...(c.payableOn && { payableOn: lowerOperand(it, first(first(c.payableOn).children.date)) }),
    ...(c.forTheMonth && { month: lowerDate(it, first(first(c.forTheMonth).children.dateExpression)) }),
    span,
  };
}

function lowerTargets(it: Lowering, nodes: readonly cst.PaymentTargetCstNode[]): ast.AppliedChange["targets"] {
  const targets = nodes.map(({ children }) => ({
    isDueOnly: children.Due !== undefined,
    ...lowerOfEvents(it, children, "an account"),
    ...(children.ProRata && { isProRata: true as const }),
    ...(children.companion && { lateCharges: it.name(first(children.companion)) }),
  }));
  nodes.forEach(({ children: { TheRestOf } }, index) => {
    const name = targets[index]?.name.text ?? "";
    const isOfDue = targets.slice(0, index).some((earlier) => earlier.isDueOnly && earlier.name.text === name);
    if (!TheRestOf || isOfDue) return;
    const facts = { expected: `\`due ${name}\` in front of the rest of it`, found: "none" };
    it.report("TN1001", it.tokenSpan(first(TheRestOf)), facts, { help: `write \`${name}\` alone` });
  });
  return targets;
}

/** `X`, `its X`, `its E's X`, and `X for each E where C`; `what` is what X has to be. */
function lowerOfEvents(
  it: Lowering,
  { Name, of, owner, filter }: OfEventsChildren,
  what: string,
): ast.OfEvents & { readonly name: ast.Identifier } {
  const subject = of && lowerChain(it, first(of));
  const where = filter && lowerFilter(it, first(filter));
  const each = owner && { owner: ownerOf(it, owner), ...(where && { where }) };
  const name = subject ? nameOfMember(it, subject, what) : it.name(first(Name ?? []));
  return { name, ...(subject && { subject }), ...(each && { each }) };
}

interface OfEventsChildren {
  readonly Name?: cst.PaymentTargetCstChildren["Name"] | undefined;
  readonly of?: cst.PaymentTargetCstChildren["of"] | undefined;
  readonly owner?: cst.PaymentTargetCstChildren["owner"] | undefined;
  readonly filter?: cst.PaymentTargetCstChildren["filter"] | undefined;
}

function accountVerb(c: cst.NamedChangeCstChildren): ast.AccountChange["verb"] {
  if (c.IsCharged) return "is charged";
  if (c.FallsDueOn || c.FallsDueInFullOn || c.FallsDueBy) return "falls due";
  if (c.IsWaived) return "is waived";
  return c.IsConvertedBy ? "is converted" : "is cleared";
}
