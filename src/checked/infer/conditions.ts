import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type {
  Comparison,
  ConditionList,
  Expression,
  HappenedTest,
  Logic,
  Not,
  OneOf,
  ReadingTest,
  SetTest,
} from "../../syntax/ast.ts";
import { yesOrNo } from "../../units/value-type.ts";
import type { Typed } from "../ast.ts";
import { kindInWords, listInWords, shown } from "../words.ts";
import { isFlexible } from "./alternatives.ts";
import { requireChoice } from "./dates.ts";
import { sayUnitsDiffer } from "./figures.ts";
import type { Inference } from "./inference.ts";
import { always, inferCondition, originsOf, requireValue, sameType } from "./inference.ts";
import { standsForEvent } from "./references.ts";
import type { Scope } from "./scope.ts";
import { factsIf, factsIfNot, knowing } from "./scope.ts";

/** What is so or not so. Never without an answer: what is compared has to have a value. */
export const conditions = {
  Comparison: (expression: Comparison, context: Inference, scope: Scope) => {
    const [left, right] = sidesOf(expression, context, scope);
    if (left === undefined || right === undefined) return always(yesOrNo);
    requireValue(context, expression.left, left, "a comparison");
    requireValue(context, expression.right, right, "a comparison");
    if (!sameType(left.type, right.type)) {
      sayUnitsDiffer(expression.left, left.type, expression.right, right.type, "compared", context);
    } else requireWord(expression, left, context);
    return always(yesOrNo);
  },

  SetTest: (expression: SetTest, context: Inference, scope: Scope) => {
    context.infer(expression.value, scope);
    return always(yesOrNo);
  },

  HappenedTest: (expression: HappenedTest, context: Inference, scope: Scope) => {
    const { target } = expression;
    if (target.kind === "NameReference" && context.symbols.noteLevel.get(target.name.text)?.kind === "Event") {
      context.meanings.set(target, { kind: "Event", name: target.name.text });
      return always(yesOrNo);
    }
    const typed = context.infer(target, scope);
    if (typed !== undefined && (typed.type.kind !== "occurrence" || !standsForEvent(target))) {
      const facts = {
        place: "What has happened",
        expected: "an event",
        text: shown(target.span),
        found: kindInWords(typed.type),
      };
      context.say(diagnostic("TN3004", target.span, facts, originsOf(context, target)));
    }
    return always(yesOrNo);
  },

  ReadingTest: ({ reading, choice }: ReadingTest, context: Inference) => {
    const declared = context.symbols.readings.get(reading.text)?.statement;
    // An unknown reading is told by a rule of its own.
    const choices = declared?.choices.map((it) => it.text);
    if (choices) requireChoice(choice, choices, `the reading "${reading.text}"`, context);
    return always(yesOrNo);
  },

  OneOf: (expression: OneOf, context: Inference, scope: Scope) => {
    const typed = context.infer(expression.value, scope);
    if (typed === undefined) return always(yesOrNo);
    requireValue(context, expression.value, typed, "a comparison");
    const { type } = typed;
    if (type.kind === "choice") {
      for (const option of expression.options)
        requireChoice(option, type.options, `the list ${listInWords(type.options)}`, context);
    } else if (type.kind !== "text") {
      const facts = { word: "is one of", found: kindInWords(type) };
      context.say(diagnostic("TN3007", expression.span, facts, originsOf(context, expression.value)));
    }
    return always(yesOrNo);
  },

  Not: (expression: Not, context: Inference, scope: Scope) => {
    inferCondition(context, expression.condition, scope);
    return always(yesOrNo);
  },

  Logic: (expression: Logic, context: Inference, scope: Scope) =>
    together(expression.conditions, expression.operator === "and" ? factsIf : factsIfNot, context, scope),

  ConditionList: (expression: ConditionList, context: Inference, scope: Scope) =>
    together(
      expression.items.map((item) => item.condition),
      expression.word === "all of" ? factsIf : factsIfNot,
      context,
      scope,
    ),
};

/**
 * Where one item decides the whole by being false (or true), the others may rely on its test: whatever they are without
 * it changes nothing. This holds in any order, so an item relies on those before and behind it.
 */
function together(
  items: readonly Expression[],
  factsOf: (condition: Expression) => readonly string[],
  context: Inference,
  scope: Scope,
): Typed {
  const inner = knowing(scope, items.flatMap(factsOf));
  for (const item of items) inferCondition(context, item, inner);
  return always(yesOrNo);
}

function sidesOf(
  { left, right }: Comparison,
  context: Inference,
  scope: Scope,
): [Typed | undefined, Typed | undefined] {
  if (isFlexible(left) && !isFlexible(right)) {
    const rightTyped = context.infer(right, scope);
    return [rightTyped && context.infer(left, scope, rightTyped.type), rightTyped];
  }
  const leftTyped = context.infer(left, scope);
  return [leftTyped, leftTyped && context.infer(right, scope, leftTyped.type)];
}

function requireWord({ word, left, span }: Comparison, { type }: Typed, context: Inference): void {
  if (word === "is" || word === "is not") return;
  const isOfTime = ["before", "after", "on or before", "on or after"].includes(word);
  const fits = isOfTime ? type.kind === "date" || type.kind === "time" : type.kind === "quantity";
  if (fits) return;
  const help =
    type.kind === "quantity"
      ? "write `is more than`, `is less than`, `is at least` or `is at most`"
      : type.kind === "date" || type.kind === "time"
        ? "write `is before`, `is after`, `is on or before` or `is on or after`"
        : "write `is` or `is not`";
  context.say(diagnostic("TN3007", span, { word, found: kindInWords(type) }, originsOf(context, left), { help }));
}
