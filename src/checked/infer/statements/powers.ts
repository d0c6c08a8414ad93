import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Expression, Identifier, Power } from "../../../syntax/ast.ts";
import { date } from "../../../units/value-type.ts";
import type { Symbols } from "../../ast.ts";
import { eventNamed } from "../../ast.ts";
import type { Checked, Faulty, Figure, StatementOf } from "../../tree.ts";
import { inferFigure, requireFigure, sayUnitsDiffer } from "../expressions/figures.ts";
import { requireEvent } from "../expressions/folds.ts";
import type { Inference } from "../inference.ts";
import { inferCondition, inferSetKind, requireValue, sameType } from "../inference.ts";
import { requireParty } from "../parties.ts";
import type { Scope } from "../scope.ts";
import { factsIf, knowing, scopeOf } from "../scope.ts";
import { inferFor } from "../wrong-unit.ts";

/** Conditions and limits are looked at with the event spoken of, limits as if the conditions hold. */
export function inferPower(power: Power, context: Inference): StatementOf<"Power"> {
  requireParty(power.party, context);
  requireEvent(power.event, context);
  const scope = scopeOfPower(power, context.symbols);
  const conditions = power.conditions.map((it) => ({ ...it, condition: inferCondition(context, it.condition, scope) }));
  const askingFor = inferAsked(power, context);
  const limits = power.limits.map((it) => ({ ...it, value: inferLimit(it.value, askingFor, scope, context) }));
  requireParts(power, context);
  return { ...power, conditions, ...(askingFor && { askingFor }), limits, ...inferElection(power, context) };
}

/** What a power speaks of, as its conditions hold. */
export function scopeOfPower({ event, conditions }: Power, symbols: Symbols): Scope {
  const scope = scopeOf(event.text);
  return knowing(
    scope,
    conditions.flatMap(({ condition }) => factsIf(condition, { symbols, scope })),
  );
}

/** The last day, what is elected, and what holds if nothing is: of one kind. */
function inferElection(power: Power, context: Inference): Pick<StatementOf<"Power">, "due" | "electing" | "otherwise"> {
  const { event, name, due, owner, electing, otherwise } = power;
  if (owner && requireEvent(owner, context)) requireTie(event, owner, context);
  const scope = scopeOf(owner?.text);
  const day = due && inferSetKind(context, due, scope, date, "The last day of a power", "a power");
  const own = electing && context.infer(electing, scopeOfPower(power, context.symbols));
  const other = otherwise && inferFor(name ?? event, own?.type, otherwise, scope, "an election", context);
  const facts = { event: event.text };
  if (electing && !name) context.say(diagnostic("TN4061", event.span, facts));
  if (otherwise && !electing) context.say(diagnostic("TN4062", otherwise.span, facts));
  if (electing && name && !otherwise) context.say(diagnostic("TN4060", name.span, { ...facts, name: name.text }));
  return { ...(day && { due: day }), ...(own && { electing: own }), ...(other && { otherwise: other }) };
}

/** What is done for each of some events says for which: otherwise it can't be told for which one it has been done. */
export function requireTie(event: Identifier, owner: Identifier, context: Inference): void {
  const declared = eventNamed(context.symbols, event.text);
  if (declared === undefined || declared.refersTo?.text === owner.text) return;
  const facts = { event: event.text, owner: owner.text };
  context.say(diagnostic("TN4063", event.span, facts, [{ span: declared.name.span, label: "declared here" }]));
}

function inferAsked(power: Power, context: Inference): Figure | Faulty | undefined {
  const { value, diagnostics } = context.asked(power);
  for (const finding of diagnostics) context.say(finding);
  if (value === undefined) return undefined;
  const figure = requireFigure(value, "limited", context);
  requireValue(context, figure, "a power");
  return figure;
}

function inferLimit(value: Expression, asked: Figure | Faulty | undefined, scope: Scope, context: Inference): Checked {
  const limit = inferFigure(value, context, scope, "a limit", asked?.type);
  requireValue(context, limit, "a limit");
  if (asked?.type !== undefined && limit.type !== undefined && !sameType(asked.type, limit.type)) {
    sayUnitsDiffer(asked, limit, "compared", context);
  }
  return limit;
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
