import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { DateStep, EveryStep, Expression, Identifier, NumberLiteral } from "../../../syntax/ast.ts";
import { calendarYear, date, plainNumber, text, time, yesOrNo } from "../../../units/value-type.ts";
import type { Checked, Day, Faulty } from "../../tree.ts";
import { listInWords } from "../../words.ts";
import type { Inference, Inferrers } from "../inference.ts";
import { always, inferDay, inferKind, perhaps, typed } from "../inference.ts";
import type { Scope } from "../scope.ts";
import { nearestQuoted } from "./references.ts";

/** Dates, times, texts and yes or no as written, and the ways from one date to another. */
export const dates: Inferrers<
  | "DateLiteral"
  | "TimeLiteral"
  | "YesNoLiteral"
  | "Today"
  | "DayEnded"
  | "TextLiteral"
  | "DateShift"
  | "TimeShift"
  | "DateStep"
  | "PeriodEdge"
  | "EveryStep"
  | "DatePart"
  | "Adjusted"
> = {
  DateLiteral: (expression) => typed(expression, always(date)),
  TimeLiteral: (expression, context, scope) => {
    const on = expression.on && inferDay(context, expression.on, scope, "The day of a time at another place");
    return typed({ ...expression, ...(on && { on }) }, perhaps(time, on?.isOptional ?? false));
  },
  YesNoLiteral: (expression) => typed(expression, always(yesOrNo)),
  Today: (expression) => typed(expression, always(date)),
  DayEnded: (expression) => typed(expression, always(yesOrNo)),

  TextLiteral: (expression, context, _scope, expected) => {
    if (expected?.kind !== "choice") return typed(expression, always(text));
    requireChoice(expression, expected.options, `the list ${listInWords(expected.options)}`, context);
    return typed(expression, always(expected));
  },

  DateShift: (expression, context, scope) => {
    const count = inferKind(context, expression.count, scope, plainNumber, `The number of ${expression.unit}s`);
    const from = dateFrom(expression.from, context, scope);
    return typed({ ...expression, count, from }, dayAfter(from, count));
  },

  TimeShift: (expression, context, scope) => {
    const count = inferKind(context, expression.count, scope, plainNumber, `The number of ${expression.unit}s`);
    const from = inferKind(context, expression.time, scope, time, "The time from which is counted");
    const isOptional = (count.isOptional ?? false) || (from.isOptional ?? false);
    return typed({ ...expression, count, time: from }, from.type && perhaps(time, isOptional));
  },

  DateStep: (expression, context, scope) => {
    requireDirection(expression, context);
    const from = dateFrom(expression.from, context, scope);
    return typed({ ...expression, from }, dayAfter(from));
  },

  PeriodEdge: (expression, context, scope) => {
    const of = dateFrom(expression.of, context, scope);
    return typed({ ...expression, of }, dayAfter(of));
  },

  Adjusted: (expression, context, scope) => {
    const moved = inferDay(context, expression.date, scope, "What a convention moves to a business day");
    return typed({ ...expression, date: moved }, dayAfter(moved));
  },

  DatePart: (expression, context, scope) => {
    const of = dateFrom(expression.of, context, scope);
    return typed(
      { ...expression, of },
      perhaps(expression.part === "year" ? calendarYear : plainNumber, of.isOptional ?? false),
    );
  },

  EveryStep: (expression, context, scope) => {
    requireDirection(expression, context);
    const months = isLengthLiteral(expression.months)
      ? context.infer(expression.months, scope)
      : inferKind(context, expression.months, scope, plainNumber, "The number of months");
    const anchor = inferDay(context, expression.anchor, scope, "The day from which months are counted");
    const from = dateFrom(expression.from, context, scope);
    return typed({ ...expression, months, anchor, from }, dayAfter(from, anchor));
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

/** The same for a choice of a reading. An unknown reading is reported by a rule of its own. */
export function requireReadingChoice(
  reading: Identifier,
  choice: Identifier,
  context: Pick<Inference, "say" | "suggests" | "symbols">,
): void {
  const choices = context.symbols.readings.get(reading.text)?.statement.choices.map(({ text: known }) => known);
  if (choices) requireChoice(choice, choices, `the reading "${reading.text}"`, context);
}

function dateFrom(expression: Expression, context: Inference, scope: Scope): Day | Faulty {
  return inferDay(context, expression, scope, "The day from which is counted");
}

/** A day that is there where what it is counted from, and by, is. */
function dayAfter(from: Day | Faulty, by?: Checked) {
  return from.type && perhaps(date, from.isOptional || (by?.isOptional ?? false));
}

function requireDirection({ which, relation, span }: DateStep | EveryStep, context: Inference): void {
  if (directions[relation] !== which) context.say(diagnostic("TN4017", span, { which, relation }));
}

/** Which day each relation finds: the first of those to come, or the last of those gone by. */
const directions: Readonly<Record<DateStep["relation"], DateStep["which"]>> = {
  after: "first",
  "on or after": "first",
  before: "last",
  "on or before": "last",
};
