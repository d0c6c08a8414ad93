import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Expression, Extreme } from "../../../syntax/ast.ts";
import type { ValueType } from "../../../units/value-type.ts";
import type { Checked, CheckedOf, Condition, Faulty, Typing } from "../../tree.ts";
import { kindInWords, shown } from "../../words.ts";
import type { Inference, Inferrers } from "../inference.ts";
import { inferCondition, inferDay, originsOf, perhaps, sameType, typed } from "../inference.ts";
import type { Scope } from "../scope.ts";
import { factsIf, factsIfNot, knowing, onOtherDay } from "../scope.ts";
import { sayNoFigure, sayUnitsDiffer, shownAsOfBoth, withShownAs } from "./figures.ts";

/** Values of which one is taken: the lesser, that of the case which applies, that of the choice in force. */
export const alternatives: Inferrers<"Extreme" | "Total" | "Cases" | "AsRead" | "OnlyWhile" | "OrElse" | "AsOf"> = {
  Extreme: (expression, context, scope, expected) => {
    const { word } = expression;
    const found = ofOneKind(inScope(expression.operands, scope), `the ${word}`, context, expected);
    const node = { ...expression, operands: withValues(expression.operands, found.values) };
    if (found.type === undefined) return node;
    const isOfTime = ["earlier", "later", "earliest", "latest"].includes(word);
    const { kind } = found.type;
    const fits = isOfTime ? kind === "date" || kind === "time" : kind === "quantity";
    if (fits) return typed(node, perhaps(found.type, lacksAnswer(node.operands)));
    sayWrongWord(expression, found.type, isOfTime, context);
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
    let rest = scope;
    const tests: { condition: Condition | Faulty; scope: Scope }[] = [];
    for (const { condition } of expression.arms) {
      const checked = inferCondition(context, condition, rest);
      tests.push({ condition: checked, scope: knowing(rest, factsIf(condition)) });
      rest = knowing(rest, factsIfNot(condition));
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
    const value = context.infer(expression.value, knowing(scope, factsIf(expression.condition)), expected);
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
    const value = context.infer(expression.value, onOtherDay(scope), expected);
    const typing = value.type && perhaps(value.type, value.isOptional || (day.isOptional ?? false));
    return typed({ ...expression, date: day, value }, typing);
  },
};

interface Alternative {
  readonly value: Expression;
  readonly scope: Scope;
}

function inScope(operands: readonly { readonly value: Expression }[], scope: Scope): Alternative[] {
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
function ofOneKind(operands: readonly Alternative[], whole: string, context: Inference, expected?: ValueType): OneKind {
  const inOrder = [...operands.filter((it) => !isFlexible(it.value)), ...operands.filter((it) => isFlexible(it.value))];
  const checked = new Map<Alternative, Checked>();
  let first: { readonly value: Checked; readonly type: ValueType } | undefined;
  let isOptional = false;
  let agree = true;
  for (const operand of inOrder) {
    const value = context.infer(operand.value, operand.scope, first?.type ?? expected);
    checked.set(operand, value);
    if (value.type === undefined) continue;
    isOptional ||= value.isOptional;
    if (first === undefined) first = { value, type: value.type };
    else if (sameType(first.type, value.type)) first = { value: first.value, type: shownType(first.type, value.type) };
    else {
      sayAlternativesDiffer(first, value, value.type, whole, context);
      agree = false;
    }
  }
  const values = operands.map((it) => checked.get(it) ?? it.value);
  return { values, type: agree ? first?.type : undefined, isOptional };
}

export function isFlexible(expression: Expression): boolean {
  return expression.kind === "Unlimited" || expression.kind === "TextLiteral";
}

function shownType(left: ValueType, right: ValueType): ValueType {
  if (left.kind !== "quantity" || right.kind !== "quantity") return left;
  return withShownAs(left, shownAsOfBoth(left.unit, right.unit));
}

function sayAlternativesDiffer(
  first: { readonly value: Checked; readonly type: ValueType },
  other: Checked,
  otherType: ValueType,
  whole: string,
  context: Inference,
): void {
  if (whole === "the total") {
    sayUnitsDiffer(first.value, first.type, other, otherType, "added", context);
    return;
  }
  const facts = {
    first: shown(first.value.span),
    firstKind: kindInWords(first.type),
    other: shown(other.span),
    otherKind: kindInWords(otherType),
    whole,
  };
  const related = [
    { span: first.value.span, label: kindInWords(first.type) },
    ...originsOf(context, first.value),
    ...originsOf(context, other),
  ];
  context.say(diagnostic("TN3006", other.span, facts, related, { label: kindInWords(otherType) }));
}

/** Whether an operand that is not left out where it has no value can be without one. */
function lacksOperand(operands: CheckedOf<"Extreme">["operands"]): boolean {
  return operands.some(({ value, ifSet }) => !ifSet && value.isOptional);
}

/** The lesser of none has no value; the total of none is nothing. */
function lacksAnswer(operands: CheckedOf<"Extreme">["operands"]): boolean {
  return lacksOperand(operands) || operands.every(({ value }) => value.isOptional);
}

function sayWrongWord(expression: Extreme, type: ValueType, isOfTime: boolean, context: Inference): void {
  const help = isOfTime ? "write lesser, greater, least or greatest" : "write earlier, later, earliest or latest";
  const facts = { word: `the ${expression.word} of`, found: kindInWords(type) };
  context.say(diagnostic("TN3007", expression.span, facts, [], { help }));
}
