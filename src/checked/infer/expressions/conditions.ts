import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Comparison, Expression } from "../../../syntax/ast.ts";
import type { ValueType } from "../../../units/value-type.ts";
import { date, yesOrNo } from "../../../units/value-type.ts";
import type { Checked, Faulty, Occurrence } from "../../tree.ts";
import { isOccurrence } from "../../tree.ts";
import { kindInWords, listInWords, shown } from "../../words.ts";
import type { Inference, Inferrers } from "../inference.ts";
import {
  always,
  faulty,
  inferCondition,
  inferSetKind,
  originsOf,
  perhaps,
  requireValue,
  sameType,
  sortOf,
  typed,
} from "../inference.ts";
import type { Scope } from "../scope.ts";
import { factsIf, factsIfNot, knowing } from "../scope.ts";
import { isFlexible } from "./alternatives.ts";
import { requireChoice, requireReadingChoice } from "./dates.ts";
import { sayUnitsDiffer } from "./figures.ts";
import { bareOfKind, requireEvent } from "./references.ts";

/** What is so or not so. Never without an answer: what is compared has to have a value. */
export const conditions: Inferrers<
  | "Comparison"
  | "SetTest"
  | "HappenedTest"
  | "ReadingTest"
  | "OneOf"
  | "ScheduledTest"
  | "Not"
  | "Logic"
  | "ConditionList"
> = {
  Comparison: (expression, context, scope) => {
    const [left, right] = sidesOf(expression, context, scope);
    const comparison = typed({ ...expression, left, right }, always(yesOrNo));
    if (left.type === undefined || right.type === undefined) return comparison;
    requireValue(context, left, "a comparison");
    requireValue(context, right, "a comparison");
    if (!sameType(left.type, right.type)) {
      sayUnitsDiffer(left, right, "compared", context);
    } else requireWord(expression, left, left.type, context);
    return comparison;
  },

  SetTest: (expression, context, scope) =>
    typed({ ...expression, value: context.infer(expression.value, scope) }, always(yesOrNo)),

  HappenedTest: (expression, context, scope) =>
    typed({ ...expression, target: happened(expression.target, context, scope) }, always(yesOrNo)),

  ReadingTest: (expression, context) => {
    requireReadingChoice(expression.reading, expression.choice, context);
    return typed(expression, always(yesOrNo));
  },

  OneOf: (expression, context, scope) => {
    const value = context.infer(expression.value, scope);
    requireValue(context, value, "a comparison");
    if (value.type?.kind === "choice") {
      const { options } = value.type;
      for (const option of expression.options)
        requireChoice(option, options, `the list ${listInWords(options)}`, context);
    } else if (value.type !== undefined && value.type.kind !== "text") {
      const facts = { word: "is one of", found: kindInWords(value.type) };
      context.say(diagnostic("TN3007", expression.span, facts, originsOf(context, value)));
    }
    return typed({ ...expression, value }, always(yesOrNo));
  },

  ScheduledTest: (expression, context, scope) => {
    bareOfKind(expression.schedule, "Schedule", "a list of choices or a schedule", context);
    const value = inferSetKind(context, expression.value, scope, date, "A date of a schedule", "a comparison");
    return typed({ ...expression, value }, always(yesOrNo));
  },

  Not: (expression, context, scope) =>
    typed({ ...expression, condition: inferCondition(context, expression.condition, scope) }, always(yesOrNo)),

  Logic: (expression, context, scope) => {
    const inner = together(expression.conditions, expression.operator === "and" ? factsIf : factsIfNot, scope, context);
    const conditions = expression.conditions.map((it) => inferCondition(context, it, inner));
    return typed({ ...expression, conditions }, always(yesOrNo));
  },

  ConditionList: (expression, context, scope) => {
    const written = expression.items.map((item) => item.condition);
    const inner = together(written, expression.word === "all of" ? factsIf : factsIfNot, scope, context);
    const items = expression.items.map((it) => ({ ...it, condition: inferCondition(context, it.condition, inner) }));
    return typed({ ...expression, items }, always(yesOrNo));
  },
};

/** What has happened: an event of a kind, or one occurrence. */
function happened(target: Expression, context: Inference, scope: Scope): Occurrence | Faulty {
  if (target.kind === "NameReference" && context.symbols.noteLevel.get(target.name.text)?.kind === "Event") {
    const name = target.name.text;
    const event = { ...target, meaning: { kind: "Event", name } as const };
    return { ...event, ...perhaps({ kind: "occurrence", event: name }) };
  }
  if (!requireEvent(target, context)) return target;
  const node = context.infer(target, scope);
  if (node.type === undefined || isOccurrence(node)) return node;
  const facts = {
    place: "What has happened",
    expected: "an event",
    text: shown(target.span),
    found: kindInWords(node.type),
  };
  const isCondition = node.type.kind === "yes or no";
  const help = `what holds or not stands by itself: write \`${facts.text}\`, or \`not ${facts.text}\``;
  context.say(diagnostic("TN3004", target.span, facts, originsOf(context, node), isCondition ? { help } : {}));
  return faulty(node);
}

/**
 * Where one item decides the whole by being false (or true), the others may rely on its test: whatever they are without
 * it changes nothing. This holds in any order, so an item relies on those before and behind it.
 */
function together(items: readonly Expression[], factsOf: typeof factsIf, scope: Scope, { symbols }: Inference): Scope {
  return knowing(
    scope,
    items.flatMap((item) => factsOf(item, { symbols, scope })),
  );
}

function sidesOf({ left, right }: Comparison, context: Inference, scope: Scope): [Checked, Checked] {
  if (isFlexible(left) && !isFlexible(right)) {
    const known = context.infer(right, scope);
    return [known.type === undefined ? left : context.infer(left, scope, known.type), known];
  }
  const known = context.infer(left, scope);
  return [known, known.type === undefined ? right : context.infer(right, scope, known.type)];
}

/** What each comparison compares. */
const compares: Readonly<Record<Comparison["word"], "anything" | "figures" | "moments">> = {
  is: "anything",
  "is not": "anything",
  "more than": "figures",
  "less than": "figures",
  "at least": "figures",
  "at most": "figures",
  before: "moments",
  after: "moments",
  "on or before": "moments",
  "on or after": "moments",
};

const comparisonsOf = {
  figures: "write `is more than`, `is less than`, `is at least` or `is at most`",
  moments: "write `is before`, `is after`, `is on or before` or `is on or after`",
  others: "write `is` or `is not`",
};

/** What a word for figures says of days, and the other way round. */
const sameForOther: Readonly<Partial<Record<Comparison["word"], Comparison["word"]>>> = {
  ...{ "more than": "after", "less than": "before", "at least": "on or after", "at most": "on or before" },
  ...{ after: "more than", before: "less than", "on or after": "at least", "on or before": "at most" },
};

/** `at least 10 days before D`: what is more days before is the earlier day. */
const turnedRound: Readonly<Partial<Record<Comparison["word"], Comparison["word"]>>> = {
  ...{ "more than": "less than", "less than": "more than", "at least": "at most", "at most": "at least" },
};

function requireWord({ word, span, right }: Comparison, left: Checked, type: ValueType, context: Inference): void {
  const sort = sortOf(type);
  if (compares[word] === "anything" || compares[word] === sort) return;
  const isBackwards = right.kind === "DateShift" && right.direction === "before";
  const meant = isBackwards ? (turnedRound[word] ?? word) : word;
  const same = sort === "others" ? undefined : sameForOther[meant];
  const help = same === undefined ? comparisonsOf[sort] : `write \`is ${same}\``;
  context.say(diagnostic("TN3007", span, { word, found: kindInWords(type) }, originsOf(context, left), { help }));
}
