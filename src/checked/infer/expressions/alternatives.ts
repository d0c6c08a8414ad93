import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Expression, Extreme } from "../../../syntax/ast.ts";
import type { ValueType } from "../../../units/value-type.ts";
import type { Checked, CheckedOf, Condition, Faulty, Typing, Value } from "../../tree.ts";
import { kindInWords, kindsInWords, shown } from "../../words.ts";
import { conversionHelp } from "../conversion-help.ts";
import type { Inference, Inferrers } from "../inference.ts";
import { inferCondition, inferDay, originsOf, perhaps, sameType, sortOf, typed } from "../inference.ts";
import type { Scope } from "../scope.ts";
import { factsIf, factsIfNot, knowing, onOtherDay } from "../scope.ts";
import { figureHelp } from "./figure-help.ts";
import { sayNoFigure, sayUnitsDiffer, shownAsOfBoth, withShownAs } from "./figures.ts";

/** Values of which one is taken: the lesser, that of the case which applies, that of the choice in force. */
export const alternatives: Inferrers<"Extreme" | "Total" | "Cases" | "AsRead" | "OnlyWhile" | "OrElse" | "AsOf"> = {
  Extreme: (expression, context, scope, expected) => {
    const { word } = expression;
    const found = ofOneKind(inScope(expression.operands, scope), `the ${word}`, context, expected);
    const node = { ...expression, operands: withValues(expression.operands, found.values) };
    if (found.type === undefined) return node;
    if (sortOf(found.type) === ranks[word]) return typed(node, perhaps(found.type, lacksAnswer(node.operands)));
    sayWrongWord(expression, found.type, context);
    return node;
  },

  Total: (expression, context, scope, expected) => {
    const found = ofOneKind(inScope(expression.operands, scope), "the total", context, expected);
    const operands = withValues(expression.operands, found.values);
    const node = { ...expression, operands };
    if (found.type === undefined) return node;
    if (found.type.kind === "quantity") return typed(node, perhaps(found.type, lacksOperand(operands)));
    const [first] = operands;
    if (first) sayNoFigure(first.value, found.type, "added", context);
    return node;
  },

  Cases: (expression, context, scope, expected) => {
    const { symbols } = context;
    let rest = scope;
    const tests: { condition: Condition | Faulty; scope: Scope }[] = [];
    for (const { condition } of expression.arms) {
      const checked = inferCondition(context, condition, rest);
      tests.push({ condition: checked, scope: knowing(rest, factsIf(condition, { symbols, scope })) });
      rest = knowing(rest, factsIfNot(condition, { symbols, scope }));
    }
    const operands = [
      ...expression.arms.map(({ value }, index) => ({ value, scope: tests[index]?.scope ?? scope })),
      { value: expression.otherwise, scope: rest },
    ];
    const found = ofOneKind(operands, "what depends on a case", context, expected);
    const arms = tests.map(({ condition }, index) => ({ condition, value: found.values[index] ?? expression }));
    const otherwise = found.values.at(-1) ?? expression.otherwise;
    return typed({ ...expression, arms, otherwise }, typingOf(found));
  },

  AsRead: (expression, context, scope, expected) => {
    const found = ofOneKind(inScope(expression.arms, scope), "what depends on a reading", context, expected);
    return typed({ ...expression, arms: withValues(expression.arms, found.values) }, typingOf(found));
  },

  OnlyWhile: (expression, context, scope, expected) => {
    const condition = inferCondition(context, expression.condition, scope);
    const value = context.infer(
      expression.value,
      knowing(scope, factsIf(expression.condition, { symbols: context.symbols, scope })),
      expected,
    );
    return typed({ ...expression, condition, value }, value.type && perhaps(value.type));
  },

  OrElse: (expression, context, scope, expected) => {
    const operands = inScope([{ value: expression.value }, { value: expression.fallback }], scope);
    const { values, type } = ofOneKind(operands, "a value and what stands for it", context, expected);
    const [value = expression.value, fallback = expression.fallback]: readonly Checked[] = values;
    return typed({ ...expression, value, fallback }, type && perhaps(type, fallback.isOptional ?? false));
  },

  AsOf: (expression, context, scope, expected) => {
    const day = inferDay(context, expression.date, scope, "What stands behind `as of`");
    const value = context.infer(expression.value, onOtherDay(scope, context.symbols), expected);
    const typing = value.type && perhaps(value.type, value.isOptional || (day.isOptional ?? false));
    return typed({ ...expression, date: day, value }, typing);
  },
};

/** Of what each word takes one. */
const ranks: Readonly<Record<Extreme["word"], "figures" | "moments">> = {
  lesser: "figures",
  greater: "figures",
  least: "figures",
  greatest: "figures",
  earlier: "moments",
  later: "moments",
  earliest: "moments",
  latest: "moments",
};

interface Alternative {
  readonly value: Expression;
  readonly scope: Scope;
}

export function inScope(operands: readonly { readonly value: Expression }[], scope: Scope): Alternative[] {
  return operands.map(({ value }) => ({ value, scope }));
}

function withValues<T extends { readonly value: Expression }>(operands: readonly T[], values: readonly Checked[]) {
  return operands.map((it, index) => ({ ...it, value: values[index] ?? it.value }));
}

/** The checked alternatives, in their order, and the one type of all, where there is one. */
interface OneKind {
  readonly values: readonly Checked[];
  readonly type: ValueType | undefined;
  readonly isOptional: boolean;
}

function typingOf({ type, isOptional }: Omit<OneKind, "values">): Typing | undefined {
  return type && perhaps(type, isOptional);
}

/** The first that differs is reported. Words that take their kind from their place come last. */
export function ofOneKind(
  operands: readonly Alternative[],
  whole: string,
  context: Inference,
  expected?: ValueType,
): OneKind {
  const inOrder = [...operands.filter((it) => !isFlexible(it.value)), ...operands.filter((it) => isFlexible(it.value))];
  const checked = new Map<Alternative, Checked>();
  let first: Value | undefined;
  let type: ValueType | undefined;
  let isOptional = false;
  let agree = true;
  for (const operand of inOrder) {
    const value = context.infer(operand.value, operand.scope, type ?? expected);
    checked.set(operand, value);
    if (value.type === undefined) continue;
    isOptional ||= value.isOptional;
    first ??= value;
    type ??= value.type;
    if (sameType(type, value.type)) type = shownType(type, value.type);
    else {
      sayAlternativesDiffer(first, value, whole, context);
      agree = false;
    }
  }
  const values = operands.map((it) => checked.get(it) ?? it.value);
  return { values, type: agree ? type : undefined, isOptional };
}

export function isFlexible(expression: Expression): boolean {
  return expression.kind === "Unlimited" || expression.kind === "TextLiteral";
}

function shownType(left: ValueType, right: ValueType): ValueType {
  if (left.kind !== "quantity" || right.kind !== "quantity") return left;
  return withShownAs(left, shownAsOfBoth(left.unit, right.unit));
}

function sayAlternativesDiffer(first: Value, other: Value, whole: string, context: Inference): void {
  if (whole === "the total") {
    sayUnitsDiffer(first, other, "added", context);
    return;
  }
  const [firstKind, otherKind] = kindsInWords(first.type, other.type);
  const facts = { first: shown(first.span), firstKind, other: shown(other.span), otherKind, whole };
  const related = [{ span: first.span, label: firstKind }, ...originsOf(context, first), ...originsOf(context, other)];
  const help = conversionHelp(`\`${facts.first}\``, first.type, other.type) ?? figureHelp(first, other, context);
  context.say(diagnostic("TN3006", other.span, facts, related, { label: otherKind, help }));
}

/** Whether an operand that is not left out where it has no value can be without one. */
function lacksOperand(operands: CheckedOf<"Extreme">["operands"]): boolean {
  return operands.some(({ value, ifSet }) => !ifSet && value.isOptional);
}

/** The lesser of none has no value; the total of none is nothing. */
function lacksAnswer(operands: CheckedOf<"Extreme">["operands"]): boolean {
  return lacksOperand(operands) || operands.every(({ value }) => value.isOptional);
}

function sayWrongWord({ word, span }: Extreme, type: ValueType, context: Inference): void {
  const others =
    ranks[word] === "moments" ? "lesser, greater, least or greatest" : "earlier, later, earliest or latest";
  const facts = { word: `the ${word} of`, found: kindInWords(type) };
  context.say(diagnostic("TN3007", span, facts, [], { help: `write ${others}` }));
}
