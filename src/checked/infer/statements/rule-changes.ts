import { assertNever } from "../../../base/assert-never.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type * as written from "../../../syntax/ast.ts";
import { writtenForm } from "../../../syntax/walk.ts";
import type { ValueType } from "../../../units/value-type.ts";
import { definitionKey } from "../../ast.ts";
import type { Faulty, Part, StatementOf, Typing } from "../../tree.ts";
import { kindInWords, testInWords } from "../../words.ts";
import { requireEvent } from "../expressions/folds.ts";
import { bareOfKind, bareSymbol, requireSections, sayNoMember, wrongSort } from "../expressions/references.ts";
import type { Inference } from "../inference.ts";
import { faulty, inferCondition, inferDay } from "../inference.ts";
import type { Scope } from "../scope.ts";
import { factsIf, knowing, scopeOf } from "../scope.ts";
import { inferFor } from "../wrong-unit.ts";
import { inferPayment, inferPosting } from "./account-changes.ts";
import { inferChanged } from "./changed-states.ts";

/** What sets a rule off, on which condition, and what it changes. */
export function inferRule(rule: written.Rule, context: Inference): StatementOf<"Rule"> {
  const event = eventAsDay(rule.trigger, context);
  const outer = scopeOf(event?.text ?? ownerOf(rule.trigger));
  const trigger = inferTrigger(rule.trigger, outer, context);
  // On a day, there is that day.
  const scope = rule.trigger.kind === "CalendarTrigger" ? knowing(outer, [writtenForm(rule.trigger.date)]) : outer;
  const condition = rule.condition && inferCondition(context, rule.condition, scope, "the condition of a rule");
  const inner = rule.condition ? knowing(scope, factsIf(rule.condition, { symbols: context.symbols, scope })) : scope;
  const changes = rule.changes.map((change) => inferChange(change, inner, context));
  return { ...rule, trigger, ...(condition && { condition }), changes };
}

export function inferTrigger(
  trigger: written.Rule["trigger"],
  scope: Scope,
  context: Inference,
): StatementOf<"Rule">["trigger"] {
  switch (trigger.kind) {
    case "EventTrigger":
      requireEvent(trigger.event, context);
      return trigger;
    case "CalendarTrigger":
      return { ...trigger, date: inferDate(trigger, scope, context) };
    case "ScheduleTrigger":
      bareOfKind(trigger.schedule, "Schedule", "a schedule", context);
      return trigger;
    case "EdgeTrigger":
      requireEdge(trigger, context);
      return trigger;
    default:
      return assertNever(trigger);
  }
}

function inferDate(
  trigger: written.CalendarTrigger,
  scope: Scope,
  context: Inference,
): Faulty | ReturnType<typeof inferDay> {
  const event = eventAsDay(trigger, context);
  const symbol = event && context.symbols.noteLevel.get(event.text);
  // A date that is not set yet is no day.
  if (event === undefined || symbol === undefined) return inferDay(context, trigger.date, scope, "The day of a rule");
  wrongSort(event, symbol, "the day of a rule", context);
  return faulty(trigger.date);
}

/** `on Sale`, where Sale is an event: what follows speaks of it, as it would behind `when`. */
function eventAsDay(trigger: written.Rule["trigger"], { symbols }: Inference): written.Identifier | undefined {
  if (trigger.kind !== "CalendarTrigger" || trigger.date.kind !== "NameReference") return undefined;
  const { name } = trigger.date;
  return symbols.noteLevel.get(name.text)?.kind === "Event" ? name : undefined;
}

/** The event, or the date of a schedule, of which a rule speaks. */
export function ownerOf(trigger: written.PlanTrigger): string | undefined {
  if (trigger.kind === "EventTrigger") return trigger.event.text;
  if (trigger.kind === "ScheduleTrigger") return trigger.schedule.text;
  return trigger.kind === "EdgeTrigger" || trigger.kind === "CalendarTrigger" ? trigger.owner?.text : undefined;
}

function requireEdge({ name, owner, sections }: written.EdgeTrigger, context: Inference): void {
  if (owner) {
    if (requireEvent(owner, context)) requireOwnedEdge(name, owner, context);
    return;
  }
  const symbol = bareSymbol(name, context);
  if (symbol === undefined) return;
  if (symbol.kind === "Family") {
    requireSections({ name, sections }, context);
    return;
  }
  const typed = symbol.kind === "State" ? context.stateType(name.text) : context.definitionType(name.text);
  const hasEdges = symbol.kind === "State" || symbol.kind === "Definition";
  if (!hasEdges) wrongSort(name, symbol, "something that holds or not", context);
  else if (typed) requireYesOrNo(name, symbol.name, typed, context);
}

function requireOwnedEdge(name: written.Identifier, owner: written.Identifier, context: Inference): void {
  const key = definitionKey(name.text, owner.text);
  const symbol = context.symbols.definitions.get(key);
  if (symbol === undefined) {
    if (context.symbols.broken.has(name.text)) return;
    sayNoMember(name, owner.text, context.symbols.perEvent.get(owner.text)?.keys() ?? [], context);
    return;
  }
  const typed = context.definitionType(key);
  if (typed) requireYesOrNo(name, symbol.name, typed, context);
}

function requireYesOrNo(
  name: written.Identifier,
  declared: written.Identifier,
  { type, isOptional }: Typing,
  context: Inference,
): void {
  if (type.kind === "yes or no" && !isOptional) return;
  const found = isOptional ? "a value that may be missing" : kindInWords(type);
  const facts = { text: name.text, found, example: isOptional ? "is set" : testInWords(type) };
  context.say(diagnostic("TN3003", name.span, facts, [{ span: declared.span, label: "declared here" }]));
}

function inferChange(change: written.Change, scope: Scope, context: Inference): Part<written.Change> {
  switch (change.kind) {
    case "SetChange": {
      const { changed, state, inner } = inferChanged(change, scope, context);
      const type = state?.typing?.type;
      const value = inferFor(change.state, type, change.value, inner, "a change", context, state?.name);
      return { ...change, ...changed, value };
    }
    case "AddChange":
      return inferAddition(change, scope, context);
    case "ClearChange":
      return { ...change, ...inferChanged(change, scope, context).changed };
    case "AccountChange":
      return inferPosting(change, scope, context);
    case "AppliedChange":
      return inferPayment(change, scope, context);
    default:
      return assertNever(change);
  }
}

function inferAddition(change: written.AddChange, scope: Scope, context: Inference): Part<written.AddChange> {
  const { state: name, value } = change;
  const { changed, state, inner } = inferChanged(change, scope, context);
  const typing = state?.typing;
  if (state && typing && typing.type.kind !== "quantity") {
    sayNotRaised(change, state.name, typing.type, context);
    // The unit that the value ought to have is unknown.
    return { ...change, ...changed, value: context.infer(value, inner) };
  } else if (state && typing?.isOptional) {
    const facts = { text: name.text, place: "a rise or fall" };
    context.say(diagnostic("TN3005", name.span, facts, [{ span: state.name.span, label: "declared here" }]));
  }
  return { ...change, ...changed, value: inferFor(name, typing?.type, value, inner, "a change", context, state?.name) };
}

function sayNotRaised(
  { state, sign }: written.AddChange,
  declared: written.Identifier,
  type: ValueType,
  context: Inference,
): void {
  const facts = { text: state.text, found: kindInWords(type), joined: sign === 1 ? "raised" : "lowered" };
  const shift = sign === 1 ? "3 days after …" : "3 days before …";
  const help = type.kind === "date" ? { help: `write \`${state.text} becomes ${shift}\`` } : {};
  context.say(diagnostic("TN3008", state.span, facts, [{ span: declared.span, label: "declared here" }], help));
}
