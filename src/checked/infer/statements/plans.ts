/** What plans say: rules that give events, sales, and price impact. */
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type * as written from "../../../syntax/ast.ts";
import { usualCurrency } from "../../../units/money/currencies.ts";
import { percent, plainNumber, priceIn, shares } from "../../../units/value-type.ts";
import type { Part, StatementOf } from "../../tree.ts";
import { typeNamed } from "../../words.ts";
import { requireEvent } from "../expressions/folds.ts";
import { bareOfKind, sayNoMember, wrongSort } from "../expressions/references.ts";
import type { Inference } from "../inference.ts";
import { inferCondition, inferDay, inferSetKind, sameType } from "../inference.ts";
import { requireParty } from "../parties.ts";
import type { Scope } from "../scope.ts";
import { factsIf, factsIfNot, knowing, scopeOf } from "../scope.ts";
import { inferFor } from "../wrong-unit.ts";
import { inferTrigger, ownerOf } from "./rule-changes.ts";

/** A rule of a plan: each event with all that it must say, for the event that it is for. */
export function inferPlanRule(rule: written.PlanRule, context: Inference): StatementOf<"PlanRule"> {
  const owner = ownerOf(rule.trigger);
  const scope = scopeOf(owner);
  const trigger = inferPlanTrigger(rule.trigger, scope, context);
  const condition = rule.condition && inferCondition(context, rule.condition, scope, "the condition of a rule");
  const place = { symbols: context.symbols, scope };
  const [ifSo, ifNot] = rule.condition
    ? [knowing(scope, factsIf(rule.condition, place)), knowing(scope, factsIfNot(rule.condition, place))]
    : [scope, scope];
  const gives = inferGift(rule.gives, owner, ifSo, context);
  const otherwise = rule.otherwise && inferGift(rule.otherwise, owner, ifNot, context);
  return { ...rule, trigger, ...(condition && { condition }), gives, ...(otherwise && { otherwise }) };
}

function inferPlanTrigger(
  trigger: written.PlanTrigger,
  scope: Scope,
  context: Inference,
): StatementOf<"PlanRule">["trigger"] {
  if (trigger.kind === "EachDayTrigger") return trigger;
  if (trigger.kind === "EveryDaysTrigger") {
    const count = inferSetKind(context, trigger.count, scope, plainNumber, "The number of days", "a rule of a plan");
    return { ...trigger, count, from: inferDay(context, trigger.from, scope, "The first day of a rule") };
  }
  if (trigger.kind === "CalendarTrigger" && trigger.owner) requireEvent(trigger.owner, context);
  return inferTrigger(trigger, scope, context);
}

function inferGift(
  gift: written.Gift,
  owner: string | undefined,
  scope: Scope,
  context: Inference,
): Part<written.Gift> {
  requireParty(gift.party, context);
  const declared = context.symbols.noteLevel.get(gift.event.text)?.statement;
  if (!requireEvent(gift.event, context) || declared?.kind !== "EventDeclaration") return gift;
  const { by, refersTo } = declared;
  const event = gift.event.text;
  if (by !== undefined && by.text !== gift.party.text) {
    const facts = { event, by: by.text, party: gift.party.text };
    context.say(diagnostic("TN3122", gift.party.span, facts, [{ span: by.span, label: "declared here" }]));
  }
  if (refersTo !== undefined && refersTo.text !== owner) {
    const facts = { event, of: refersTo.text };
    context.say(diagnostic("TN3120", gift.event.span, facts, [{ span: refersTo.span, label: "declared here" }]));
  }
  const missing = declared.fields.filter(
    ({ name, isOptional, initial }) =>
      !isOptional && initial === undefined && !gift.fields.some((it) => it.name.text === name.text),
  );
  for (const { name } of missing) {
    const facts = { event, field: name.text };
    context.say(diagnostic("TN3121", gift.event.span, facts, [{ span: name.span, label: "declared here" }]));
  }
  const fields = gift.fields.map((it) => inferGivenField(it, declared, scope, context));
  return { ...gift, fields };
}

function inferGivenField(
  { name, value }: written.Gift["fields"][number],
  { name: event, fields }: written.EventDeclaration,
  scope: Scope,
  context: Inference,
): Part<written.Gift>["fields"][number] {
  const field = fields.find((it) => it.name.text === name.text);
  if (field === undefined) {
    const known = fields.map((it) => it.name.text);
    sayNoMember(name, event.text, known, context);
    return { name, value: context.infer(value, scope) };
  }
  return { name, value: inferFor(name, typeNamed(field.type), value, scope, "a plan", context, field.name) };
}

/** What is sold are shares, at a price in the note's currency; what is left is a number of shares, too. */
export function inferSale(sale: written.Sale, context: Inference): StatementOf<"Sale"> {
  const { party, leaving } = sale;
  requireParty(party, context);
  const scope = scopeOf();
  const received = inferSetKind(context, sale.received, scope, shares, "What has been received", "a sale");
  const most = inferSetKind(context, sale.most, scope, shares, "What is sold on a day at most", "a sale");
  const currency = context.symbols.head?.currencies?.[0]?.text ?? usualCurrency;
  const price = inferSetKind(context, sale.price, scope, priceIn(currency), "What a share is sold at", "a sale");
  const symbol = leaving && bareOfKind(leaving, "State", "a state", context);
  const held = leaving && symbol && context.stateType(leaving.text);
  if (leaving && symbol && held && !sameType(held.type, shares)) {
    wrongSort(leaving, symbol, "a state that holds shares", context);
  }
  return { ...sale, received, most, price };
}

export function inferPriceImpact(impact: written.PriceImpact, context: Inference): StatementOf<"PriceImpact"> {
  const scope = scopeOf();
  const user = "a price impact";
  return {
    ...impact,
    coefficient: inferSetKind(context, impact.coefficient, scope, plainNumber, "The price impact", user),
    lasting: inferSetKind(context, impact.lasting, scope, percent, "The lasting part", user),
    halfLife: inferSetKind(context, impact.halfLife, scope, plainNumber, "The half-life", user),
  };
}
