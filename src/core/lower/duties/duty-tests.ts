/** Conditions and days that ask how far a duty has come. */
import { invariant } from "../../../base/invariant.ts";
import type { NodeOf, Value } from "../../../checked/tree.ts";
import { exact } from "../../../units/exact.ts";
import type { ValueType } from "../../../units/value-type.ts";
import { days, plainNumber, text, yesOrNo } from "../../../units/value-type.ts";
import type * as core from "../../core.ts";
import type { Lower, Placeless } from "../lower.ts";
import { standingOf } from "./standing.ts";

export const dutyTests = {
  DutyTest: (it: NodeOf<"DutyTest">, lower: Lower): Placeless => {
    const { standing, byMoreThan } = it;
    if (standing === "late") {
      const zero: core.Expr = { kind: "Constant", value: exact(0), type: plainNumber, span: it.span };
      return {
        kind: "Compare",
        operator: ">",
        left: read(it, "delay", days, lower),
        right: byMoreThan ? lower(byMoreThan) : zero,
      };
    }
    const word = read(it, "word", text, lower);
    if (standing === "excused") return isExcused(word);
    const words = standing === "performed" ? ["performed", "late"] : [standing];
    const { kind, operator, conditions } = isOneOf(word, words);
    return { kind, operator, conditions };
  },

  /** Of several sections, any of what they say; of what is owed for each of some events, any. */
  BreachTest: ({ sources = [], span }: NodeOf<"BreachTest">): Placeless => ({
    kind: "Logic",
    operator: "any",
    conditions: sources.map((source) => breachOf(source, span)),
  }),

  DutyMeasure: (it: NodeOf<"DutyMeasure">, lower: Lower): Placeless => {
    const { kind, key, of } = read(it, it.measure, it.type, lower);
    return { kind, key, ...(of && { of }) };
  },
};

/** What is defined beside the name of a duty. */
function read(
  { duty, span }: { readonly duty: NodeOf<"DutyTest">["duty"]; readonly span: Value["span"] },
  which: "word" | "delay" | "performance" | "breach",
  type: ValueType,
  lower: Lower,
): core.ReadDefinition {
  const named = lower(duty);
  invariant(named.kind === "ReadDefinition", "a duty is spoken of by its name");
  return { ...named, key: standingOf(named.key)[which], type, span };
}

/** Whether a word for how far something has come says that an exception excuses it. */
export function isExcused(word: core.Expr): core.Not {
  return { kind: "Not", condition: isOneOf(word, notExcused), type: yesOrNo, span: word.span };
}

const notExcused = ["performed", "late", "open", "breached", "not owed", "kept"];

function isOneOf(left: core.Expr, words: readonly string[]): core.Logic {
  const { span } = left;
  const conditions = words.map((value): core.Expr => {
    const right: core.Expr = { kind: "Constant", value, type: text, span };
    return { kind: "Compare", operator: "=", left, right, type: yesOrNo, span };
  });
  return { kind: "Logic", operator: "any", conditions, type: yesOrNo, span };
}

function breachOf(
  { kind, key, owner }: NonNullable<NodeOf<"BreachTest">["sources"]>[number],
  span: Value["span"],
): core.Expr {
  const of = owner === undefined ? undefined : ({ kind: "Bound", event: owner, depth: 0 } as const);
  const rest = { kind: "ReadDefinition", ...(of && { of }), span } as const;
  const isBreached: core.Expr =
    kind === "Prohibition"
      ? { ...rest, key, type: yesOrNo }
      : isOneOf({ ...rest, key: standingOf(key).word, type: text }, ["breached"]);
  if (owner === undefined) return isBreached;
  return { kind: "EventFold", operation: "some", event: owner, body: isBreached, type: yesOrNo, span };
}
