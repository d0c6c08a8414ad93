import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { AsOf, AsRead, Cases, Expression, Extreme, OnlyWhile, OrElse, Total } from "../../syntax/ast.ts";
import type { ValueType } from "../../units/value-type.ts";
import type { Typed } from "../ast.ts";
import { kindInWords, shown } from "../words.ts";
import { sayNoFigure, sayUnitsDiffer, shownAsOfBoth, withShownAs } from "./figures.ts";
import type { Inference } from "./inference.ts";
import { inferCondition, inferKind, originsOf, perhaps, sameType } from "./inference.ts";
import type { Scope } from "./scope.ts";
import { factsIf, factsIfNot, knowing, onOtherDay } from "./scope.ts";

/** Values of which one is taken: the lesser, that of the case which applies, that of the choice in force. */
export const alternatives = {
  Extreme: (expression: Extreme, context: Inference, scope: Scope, expected?: ValueType) => {
    const typed = ofOneKind(inScope(expression.operands, scope), `the ${expression.word}`, context, expected);
    if (typed === undefined) return undefined;
    const isOfTime = ["earlier", "later", "earliest", "latest"].includes(expression.word);
    const fits = isOfTime ? typed.type.kind === "date" || typed.type.kind === "time" : typed.type.kind === "quantity";
    if (fits) return perhaps(typed.type, lacksAnswer(expression, context));
    sayWrongWord(expression, typed.type, isOfTime, context);
    return undefined;
  },

  Total: (expression: Total, context: Inference, scope: Scope, expected?: ValueType) => {
    const typed = ofOneKind(inScope(expression.operands, scope), "the total", context, expected);
    if (typed === undefined) return undefined;
    if (typed.type.kind !== "quantity") {
      const [first] = expression.operands;
      return first && sayNoFigure(first.value, typed.type, "added", context);
    }
    return perhaps(typed.type, lacksOperand(expression, context));
  },

  Cases: (expression: Cases, context: Inference, scope: Scope, expected?: ValueType) => {
    let rest = scope;
    const arms = expression.arms.map(({ value, condition }) => {
      inferCondition(context, condition, rest);
      const arm = { value, scope: knowing(rest, factsIf(condition)) };
      rest = knowing(rest, factsIfNot(condition));
      return arm;
    });
    return ofOneKind(
      [...arms, { value: expression.otherwise, scope: rest }],
      "what depends on a case",
      context,
      expected,
    );
  },

  AsRead: (expression: AsRead, context: Inference, scope: Scope, expected?: ValueType) =>
    ofOneKind(inScope(expression.arms, scope), "what depends on a reading", context, expected),

  OnlyWhile: (expression: OnlyWhile, context: Inference, scope: Scope, expected?: ValueType) => {
    inferCondition(context, expression.condition, scope);
    const typed = context.infer(expression.value, knowing(scope, factsIf(expression.condition)), expected);
    return typed && perhaps(typed.type);
  },

  OrElse: (expression: OrElse, context: Inference, scope: Scope, expected?: ValueType) => {
    const { value, fallback } = expression;
    const typed = ofOneKind(
      inScope([{ value }, { value: fallback }], scope),
      "a value and what stands for it",
      context,
      expected,
    );
    return typed && perhaps(typed.type, context.infer(fallback, scope)?.isOptional ?? false);
  },

  AsOf: (expression: AsOf, context: Inference, scope: Scope, expected?: ValueType) => {
    const date = inferKind(context, expression.date, scope, "date", "What stands behind `as of`");
    const typed = context.infer(expression.value, onOtherDay(scope), expected);
    return typed && perhaps(typed.type, typed.isOptional || (date?.isOptional ?? false));
  },
};

interface Alternative {
  readonly value: Expression;
  readonly scope: Scope;
}

function inScope(operands: readonly { readonly value: Expression }[], scope: Scope): Alternative[] {
  return operands.map(({ value }) => ({ value, scope }));
}

/** The one type of all; the first that differs is told. Words that take their kind from their place come last. */
function ofOneKind(
  operands: readonly Alternative[],
  whole: string,
  context: Inference,
  expected?: ValueType,
): Typed | undefined {
  const inOrder = [...operands.filter((it) => !isFlexible(it.value)), ...operands.filter((it) => isFlexible(it.value))];
  let first: { readonly value: Expression; readonly type: ValueType } | undefined;
  let isOptional = false;
  let agree = true;
  for (const { value, scope } of inOrder) {
    const typed = context.infer(value, scope, first?.type ?? expected);
    if (typed === undefined) continue;
    isOptional ||= typed.isOptional;
    if (first === undefined) first = { value, type: typed.type };
    else if (sameType(first.type, typed.type)) first = { value: first.value, type: shownType(first.type, typed.type) };
    else {
      sayAlternativesDiffer(first, value, typed.type, whole, context);
      agree = false;
    }
  }
  return first && agree ? perhaps(first.type, isOptional) : undefined;
}

export function isFlexible(expression: Expression): boolean {
  return expression.kind === "Unlimited" || expression.kind === "TextLiteral";
}

function shownType(left: ValueType, right: ValueType): ValueType {
  if (left.kind !== "quantity" || right.kind !== "quantity") return left;
  return withShownAs(left, shownAsOfBoth(left.unit, right.unit));
}

function sayAlternativesDiffer(
  first: { readonly value: Expression; readonly type: ValueType },
  other: Expression,
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
function lacksOperand({ operands }: Extreme | Total, context: Inference): boolean {
  return operands.some(({ value, ifSet }) => !ifSet && isOptional(value, context));
}

/** The lesser of none has no value; the total of none is nothing. */
function lacksAnswer(expression: Extreme, context: Inference): boolean {
  return lacksOperand(expression, context) || expression.operands.every(({ value }) => isOptional(value, context));
}

function isOptional(value: Expression, context: Inference): boolean {
  return context.infer(value, noScope)?.isOptional ?? false;
}

// Asked again, an expression has the type that it had in its own scope.
const noScope: Scope = { events: [], facts: new Set() };

function sayWrongWord(expression: Extreme, type: ValueType, isOfTime: boolean, context: Inference): void {
  const help = isOfTime ? "write lesser, greater, least or greatest" : "write earlier, later, earliest or latest";
  const facts = { word: `the ${expression.word} of`, found: kindInWords(type) };
  context.say(diagnostic("TN3007", expression.span, facts, [], { help }));
}
