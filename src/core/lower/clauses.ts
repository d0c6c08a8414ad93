import type { CheckedSymbols, Placed } from "../../checked/ast.ts";
import type { StatementOf } from "../../checked/tree.ts";
import { wordsOf } from "../../source/span.ts";
import type * as core from "../core.ts";
import { definitionKey } from "../core.ts";
import { byName, numbered } from "../order.ts";
import { lastDayCondition } from "./elections.ts";
import { lower } from "./expressions.ts";

export function lowerPower({ statement, section }: Placed<StatementOf<"Power">>): core.Power {
  const { party, event, name, conditions, askingFor, limits, beyond, giving, span } = statement;
  return {
    name: name?.text ?? event.text,
    section,
    span,
    event: event.text,
    party: party.text,
    conditions: [
      ...conditions.map(({ condition, reason }) => ({
        condition: lower(condition),
        // Without words of its own, a refusal quotes the condition as it is written.
        reason: reason?.text ?? wordsOf(condition.span),
      })),
      ...lastDayCondition(statement, event.span),
    ],
    ...(askingFor && { askingFor: lower(askingFor) }),
    limits: limits.map(({ value }) => lower(value)),
    beyond: lowerBeyond(beyond),
    ...(giving && { giving: definitionKey(giving.text, event.text) }),
  };
}

function lowerBeyond(beyond: StatementOf<"Power">["beyond"]): core.Power["beyond"] {
  if (beyond?.kind !== "AsRead") return { rules: new Map(), otherwise: beyond?.rule ?? "void" };
  const rules = byName(beyond.arms.map(({ choice, rule }) => [choice.text, rule]));
  return { reading: beyond.reading.text, rules, otherwise: "void" };
}

export function lowerView({ statement, section }: Placed<StatementOf<"OurView">>): core.View {
  const { on, text, insteadOf, favours } = statement;
  return {
    section,
    ...(on && { on: on.text }),
    text: text.text,
    ...(insteadOf && { insteadOf: insteadOf.text }),
    ...(favours && { favours: favours.text }),
  };
}

export function lowerInWords({ statement, section }: Placed<StatementOf<"InWords">>): core.Provision {
  const { party, modality, text } = statement;
  return { section, ...(party && { party: party.text }), modality, text: text.text };
}

/** A default condition that has no id yet. */
export type DefaultBody = Omit<core.DefaultCondition, "id">;

export function lowerDefault(
  { statement, section }: Placed<StatementOf<"DefaultDeclaration">>,
  { sections }: CheckedSymbols,
): DefaultBody {
  const { family, owner, condition, cureBy, ends, span } = statement;
  return {
    family: family.text,
    section,
    title: sections.get(section)?.title?.text ?? "",
    span,
    ...(owner && { owner: owner.text }),
    condition: lower(condition),
    ...(cureBy && { deadline: lower(cureBy) }),
    ends,
  };
}

/** Default conditions are named by their family and section and, among equals, a count. */
export function withIds(defaults: readonly DefaultBody[]): core.DefaultCondition[] {
  return numbered(defaults, ({ family, section }) => `${family} / ${section}`);
}
