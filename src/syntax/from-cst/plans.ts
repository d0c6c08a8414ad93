/** What a plan says: on which days who gives what, what is sold, and how that moves the price. */
import type * as cst from "../../../grammar/cst.generated.d.ts";
import type { Token } from "../../../grammar/tokens.ts";
import { isIn, meaningOf } from "../../../grammar/words.ts";
import type { Span } from "../../source/span.ts";
import { wordsOf } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { basisOf, lowerChain, lowerCondition, lowerDate, lowerOperand } from "./expressions.ts";
import type { Lowering } from "./lowering.ts";
import { first, node } from "./lowering.ts";
import { lackingLine, oneLineEach } from "./statements/parts.ts";

export function lowerPlanRule(
  it: Lowering,
  { children: c }: cst.RuleCstNode,
  trigger: ast.PlanTrigger,
  span: Span,
): ast.PlanRule {
  const [gives, otherwise] = (c.gift ?? []).map((gift) => lowerGift(it, gift));
  if (trigger.kind === "EventTrigger") it.report("TN2101", trigger.span, { event: trigger.event.text });
  return {
    kind: "PlanRule",
    trigger,
    isAtClose: c.AtTheClose !== undefined,
    ...(c.condition && { condition: lowerCondition(it, first(c.condition)) }),
    gives: first(gives === undefined ? [] : [gives]),
    ...(otherwise && { otherwise }),
    span,
  };
}

const lowerGift = node("Gift", (it, c: cst.GiftCstChildren) => ({
  party: it.name(first(c.party)),
  event: it.name(first(c.event)),
  fields: (c.givenField ?? []).map(({ children }) => ({
    name: it.name(first(children.Name)),
    value: lowerOperand(it, first(children.operand)),
  })),
}));

export function lowerEachDay(it: Lowering, token: Token, span: Span): ast.EachDayTrigger {
  return { kind: "EachDayTrigger", unit: dayUnit(it, token), span };
}

export const lowerEvery = node("EveryDaysTrigger", (it, c: cst.EveryTriggerCstChildren) => ({
  count: lowerChain(it, first(c.count)),
  unit: dayUnit(it, first(c.TimeUnit)),
  from: lowerDate(it, first(c.from)),
}));

function dayUnit(it: Lowering, token: Token): ast.DayUnit {
  const { name } = token.tokenType;
  if (isIn(name, "dayUnit")) return meaningOf("dayUnit", name);
  it.report("TN2102", it.tokenSpan(token), { found: token.image });
  return "day";
}

/** A rule of a note changes something, on a day that it names: what only a plan can say is reported. */
export function triggerOfNote(it: Lowering, trigger: ast.PlanTrigger, isAtClose: boolean): ast.Rule["trigger"] {
  const { span } = trigger;
  const isOfPlan = trigger.kind === "EachDayTrigger" || trigger.kind === "EveryDaysTrigger";
  if (isOfPlan || isAtClose || (trigger.kind === "CalendarTrigger" && trigger.owner !== undefined)) {
    it.report("TN2100", span, { found: wordsOf(span) });
  }
  return isOfPlan ? { kind: "CalendarTrigger", date: { kind: "Missing", span }, span } : trigger;
}

export function lowerSale(it: Lowering, party: ast.Identifier, { children: c }: cst.SaleCstNode, span: Span): ast.Sale {
  return {
    kind: "Sale",
    party,
    received: lowerOperand(it, first(c.of)),
    most: lowerOperand(it, first(c.most)),
    price: lowerOperand(it, first(c.price)),
    ...(c.leaving && { leaving: it.name(first(c.leaving)) }),
    span,
  };
}

export const lowerPlanHead = node("PlanHead", (it, { title }: cst.PlanCstChildren) => ({
  title: it.quoted(first(title)),
}));

export const lowerSignal = node("StateDeclaration", (it, c: cst.SignalCstChildren) => ({
  name: it.name(first(c.Name)),
  initial: lowerOperand(it, first(c.initial)),
  ...basisOf(c.basis),
  isSignal: true as const,
}));

export const lowerPriceImpact = node("PriceImpact", (it, c: cst.PriceImpactCstChildren) => {
  oneLineEach(it, c.LastingPartLine, c.HalfLifeLine, c.SourceLine);
  const coefficient = lowerOperand(it, first(c.coefficient));
  const lacking = (line: string) => lackingLine(it, coefficient.span, "`price impact`", line);
  return {
    coefficient,
    lasting: c.lasting ? lowerOperand(it, first(c.lasting)) : lacking("lasting part: PERCENT"),
    halfLife: c.halfLife ? lowerOperand(it, first(c.halfLife)) : lacking("half life in trading days: NUMBER"),
    ...(c.source && { source: it.quoted(first(c.source)) }),
  };
});
