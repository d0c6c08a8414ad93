import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type {
  DateShift,
  DateStep,
  EveryStep,
  Expression,
  NumberLiteral,
  PeriodEdge,
  TextLiteral,
} from "../../syntax/ast.ts";
import type { ValueType } from "../../units/value-type.ts";
import { date, plainNumber, text, time, yesOrNo } from "../../units/value-type.ts";
import { listInWords } from "../words.ts";
import type { Inference } from "./inference.ts";
import { always, inferKind, perhaps } from "./inference.ts";
import { nearestQuoted } from "./references.ts";
import type { Scope } from "./scope.ts";

/** Dates, times, texts and yes or no as written, and the ways from one date to another. */
export const dates = {
  DateLiteral: () => always(date),
  TimeLiteral: () => always(time),
  YesNoLiteral: () => always(yesOrNo),
  Today: () => always(date),

  TextLiteral: (expression: TextLiteral, context: Inference, _scope: Scope, expected?: ValueType) => {
    if (expected?.kind !== "choice") return always(text);
    requireChoice(expression, expected.options, `the list ${listInWords(expected.options)}`, context);
    return always(expected);
  },

  DateShift: (expression: DateShift, context: Inference, scope: Scope) => {
    const count = inferKind(context, expression.count, scope, plainNumber, `The number of ${expression.unit}s`);
    return dateFrom(expression.from, context, scope, count?.isOptional);
  },

  DateStep: (expression: DateStep, context: Inference, scope: Scope) => {
    requireDirection(expression, context);
    return dateFrom(expression.from, context, scope);
  },

  PeriodEdge: (expression: PeriodEdge, context: Inference, scope: Scope) => dateFrom(expression.of, context, scope),

  EveryStep: (expression: EveryStep, context: Inference, scope: Scope) => {
    requireDirection(expression, context);
    const { months } = expression;
    if (isLengthLiteral(months)) context.infer(months, scope);
    else inferKind(context, months, scope, plainNumber, "The number of months");
    const anchor = inferKind(context, expression.anchor, scope, "date", "The day from which months are counted");
    return dateFrom(expression.from, context, scope, anchor?.isOptional);
  },
};

/** `3 months` or `1 year`, whose figure is a number of months where months are counted. */
export function isLengthLiteral(expression: Expression): expression is NumberLiteral {
  return expression.kind === "NumberLiteral" && (expression.unit === "months" || expression.unit === "years");
}

/** A text that has to be one of the choices given; `of` says whose they are. */
export function requireChoice(
  choice: { readonly text: string; readonly span: Expression["span"] },
  choices: readonly string[],
  of: string,
  context: Pick<Inference, "say" | "suggests">,
): void {
  if (choices.includes(choice.text)) return;
  const near = nearestQuoted(context, choice, choices);
  const help = near.help ?? `the choices are ${listInWords(choices)}`;
  context.say(diagnostic("TN2009", choice.span, { choice: choice.text, of }, [], { ...near, help }));
}

function dateFrom(expression: Expression, context: Inference, scope: Scope, isOptional = false) {
  const from = inferKind(context, expression, scope, "date", "The day from which is counted");
  return from && perhaps(date, from.isOptional || isOptional);
}

function requireDirection({ which, relation, span }: DateStep | EveryStep, context: Inference): void {
  const isForward = relation === "on or after" || relation === "after";
  if (isForward === (which === "first")) return;
  context.say(diagnostic("TN4017", span, { which, relation }));
}
