import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { BreachTest, Expression } from "../../../syntax/ast.ts";
import { date, days, plainNumber, yesOrNo } from "../../../units/value-type.ts";
import type { DefinitionSymbol } from "../../ast.ts";
import type { Checked, Typing } from "../../tree.ts";
import { shown } from "../../words.ts";
import type { Inference, Inferrers } from "../inference.ts";
import { always, faulty, inferSetKind, perhaps, requireValue, typed } from "../inference.ts";
import { requireParty } from "../parties.ts";
import type { Scope } from "../scope.ts";
import { nearest } from "./references.ts";

/** How far what must (not) be done has come. */
export const duties: Inferrers<"DutyTest" | "BreachTest" | "DutyMeasure"> = {
  DutyTest: (expression, context, scope) => {
    const { standing, byMoreThan } = expression;
    const isOfAny = standing === "breached" || standing === "excused";
    const duty = inferDuty(expression.duty, context, scope, isOfAny);
    const limit =
      byMoreThan && inferSetKind(context, byMoreThan, scope, plainNumber, "How late something is", "a comparison");
    return typed({ ...expression, duty, ...(limit && { byMoreThan: limit }) }, duty.type && always(yesOrNo));
  },

  BreachTest: (expression, context) => {
    const { party, sections } = expression;
    requireParty(party, context);
    const isParty = context.symbols.noteLevel.get(party.text)?.kind === "Party";
    const sources = isParty ? sections.flatMap((it) => sourcesIn(it, party, context)) : [];
    return typed({ ...expression, sources }, always(yesOrNo));
  },

  DutyMeasure: (expression, context, scope) => {
    const { measure } = expression;
    const duty = inferDuty(expression.duty, context, scope, measure === "breach");
    const typing: Typing = measure === "delay" ? always(days) : perhaps(date);
    return typed({ ...expression, duty }, duty.type && typing);
  },
};

/** A name of what a party must do; where it `isOfAny`, also of a state of things that must not be. */
function inferDuty(expression: Expression, context: Inference, scope: Scope, isOfAny: boolean): Checked {
  const duty = context.infer(expression, scope);
  if (duty.type === undefined) return duty;
  requireValue(context, duty, "a duty");
  const key = duty.meaning?.kind === "Definition" ? duty.meaning.key : undefined;
  const kind = key === undefined ? undefined : context.symbols.definitions.get(key)?.statement.kind;
  if (kind === "Duty" || (kind === "Covenant" && isOfAny)) return duty;
  const found = kind === "Covenant" ? "a state of things that must not be" : "no duty";
  context.say(diagnostic("TN3055", duty.span, { text: shown(duty.span), found }));
  return faulty(duty);
}

type Source = NonNullable<BreachTest["sources"]>[number];

/** What a party must, or must not, do by a section. */
function sourcesIn(section: BreachTest["sections"][number], party: BreachTest["party"], context: Inference): Source[] {
  const all = [...context.symbols.definitions.values()].flatMap((symbol) => sourceOf(symbol, party.text));
  const found = all.filter((it) => it.section === section.text);
  if (found.length > 0) return found;
  const facts = { party: party.text, section: section.text };
  const known = new Set(all.map((it) => it.section));
  context.say(diagnostic("TN2050", section.span, facts, [], nearest(context, section, known)));
  return [];
}

function sourceOf({ key, section, owner, statement }: DefinitionSymbol, party: string): Source[] {
  const { kind } = statement;
  if (kind !== "Duty" && kind !== "Prohibition" && kind !== "Covenant") return [];
  return statement.party.text === party ? [{ kind, key, section, ...(owner !== undefined && { owner }) }] : [];
}
