import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Power } from "../../syntax/ast.ts";
import type { Typed } from "../ast.ts";
import { figure, sayUnitsDiffer } from "./figures.ts";
import { requireEvent } from "./folds.ts";
import type { Inference } from "./inference.ts";
import { inferCondition, requireValue, sameType } from "./inference.ts";
import { requireParty } from "./parties.ts";
import type { Scope } from "./scope.ts";
import { factsIf, knowing, scopeOf } from "./scope.ts";

/** Conditions and limits are looked at with the event spoken of, limits as if the conditions hold. */
export function inferPower(power: Power, context: Inference): void {
  requireParty(power.party, context);
  requireEvent(power.event, context);
  const scope = scopeOf(power.event.text);
  const inner = knowing(
    scope,
    power.conditions.flatMap(({ condition }) => factsIf(condition)),
  );
  for (const { condition } of power.conditions) inferCondition(context, condition, inner);
  const asked = inferAsked(power, inner, context);
  for (const { value } of power.limits) inferLimit(value, asked, power, inner, context);
  requireParts(power, context);
}

function inferAsked({ askingFor }: Power, scope: Scope, context: Inference): Typed | undefined {
  if (askingFor === undefined) return undefined;
  const typed = figure(askingFor, context, scope, "limited");
  if (typed) requireValue(context, askingFor, typed, "a power");
  return typed;
}

function inferLimit(
  value: Power["limits"][number]["value"],
  asked: Typed | undefined,
  { askingFor }: Power,
  scope: Scope,
  context: Inference,
): void {
  const typed = figure(value, context, scope, "a limit", asked?.type);
  if (typed === undefined) return;
  requireValue(context, value, typed, "a limit");
  if (asked && askingFor && !sameType(asked.type, typed.type)) {
    sayUnitsDiffer(askingFor, asked.type, value, typed.type, "compared", context);
  }
}

/** A limit is one on something, and says what becomes of more; what is given is what was asked for, or less. */
function requireParts(power: Power, context: Inference): void {
  const hasLimit = power.limits.length > 0;
  if (power.askingFor === undefined && (hasLimit || power.giving)) {
    const found = hasLimit ? "a limit" : `\`giving: ${power.giving?.text ?? ""}\``;
    context.say(diagnostic("TN4012", power.event.span, { found }));
  }
  if (hasLimit && power.beyond === undefined) {
    context.say(diagnostic("TN4013", power.event.span, { event: power.event.text }));
  }
}
