import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DaysFold, DaysTest, EventsFold, EventsTest, Expression, Identifier } from "../../syntax/ast.ts";
import type { ValueType } from "../../units/value-type.ts";
import { date, days, plainNumber, yesOrNo } from "../../units/value-type.ts";
import type { Typed } from "../ast.ts";
import { eventNamed } from "../ast.ts";
import { kindInWords } from "../words.ts";
import { figure } from "./figures.ts";
import type { Inference } from "./inference.ts";
import { always, inferCondition, inferFilter, inferSetKind, originsOf, perhaps, requireValue } from "./inference.ts";
import { hasDays, inferRange, inferSetRange } from "./ranges.ts";
import { bareSymbol, nearest, wrongSort } from "./references.ts";
import type { Scope } from "./scope.ts";
import { insideEvents, onOtherDay, someEvent } from "./scope.ts";

/** Sums, counts and tests over days and over events. */
export const folds = {
  DaysFold: (expression: DaysFold, context: Inference, scope: Scope) => {
    const isUnset = inferRange(expression.days, scope, context);
    const isFiltered = !expression.where || inferFilter(context, expression.where, onOtherDay(scope), "on which");
    if (expression.pick)
      inferSetKind(context, expression.pick.count, scope, plainNumber, "The number picked", "a pick");
    if (!isFiltered) return undefined;
    const isEmpty = !hasDays(expression.days) || expression.where !== undefined;
    const { operation, body } = expression;
    if (operation === "number") return perhaps(days, isUnset);
    if (operation === "first" || operation === "last") return perhaps(date, isUnset || isEmpty);
    const typed = body && bodyFigure(body, context, onOtherDay(scope, expression.where));
    return typed && perhaps(typed.type, isUnset || (operation !== "sum" && isEmpty));
  },

  EventsFold: (expression: EventsFold, context: Inference, scope: Scope) => {
    const { event, body, where, operation } = expression;
    requireEvent(event, context);
    if (where && !inferFilter(context, where, insideEvents(scope, event.text), "where")) return undefined;
    const isEmpty = !scope.facts.has(someEvent(event.text, where));
    if (operation === "number") return always(plainNumber);
    if (operation === "first" || operation === "last") {
      return perhaps({ kind: "occurrence", event: event.text }, isEmpty);
    }
    const inner = insideEvents(scope, event.text, where);
    const isOfTime = operation === "earliest" || operation === "latest";
    const typed = body && (isOfTime ? bodyMoment(body, operation, context, inner) : bodyFigure(body, context, inner));
    return typed && perhaps(typed.type, operation !== "sum" && isEmpty);
  },

  DaysTest: (expression: DaysTest, context: Inference, scope: Scope) => {
    inferSetRange(expression.days, scope, context);
    inferCondition(context, expression.condition, onOtherDay(scope));
    return always(yesOrNo);
  },

  EventsTest: (expression: EventsTest, context: Inference, scope: Scope) => {
    requireEvent(expression.event, context);
    inferCondition(context, expression.condition, insideEvents(scope, expression.event.text));
    return always(yesOrNo);
  },
};

/** Tells of a name that is no event; silent about one whose declaration is broken. */
export function requireEvent(name: Identifier, context: Inference): boolean {
  const { symbols } = context;
  if (eventNamed(symbols, name.text) !== undefined || symbols.broken.has(name.text)) return true;
  if (symbols.noteLevel.has(name.text)) {
    const symbol = bareSymbol(name, context);
    if (symbol) wrongSort(name, symbol, "an event", context);
    return false;
  }
  const events = [...symbols.noteLevel.values()].filter((it) => it.kind === "Event").map((it) => it.name.text);
  context.say(diagnostic("TN2006", name.span, { name: name.text }, [], nearest(context, name, events)));
  return false;
}

function bodyFigure(body: Expression, context: Inference, scope: Scope): Typed | undefined {
  const typed = figure(body, context, scope, "summed, averaged or ranked");
  if (typed) requireValue(context, body, typed, "a sum, an average or a rank");
  return typed;
}

function bodyMoment(body: Expression, word: string, context: Inference, scope: Scope): Typed | undefined {
  const typed = context.infer(body, scope);
  if (typed === undefined) return undefined;
  if (!isMoment(typed.type)) {
    const help = "write highest or lowest";
    const facts = { word: `the ${word} of`, found: kindInWords(typed.type) };
    context.say(diagnostic("TN3007", body.span, facts, originsOf(context, body), { help }));
    return undefined;
  }
  requireValue(context, body, typed, "the earliest or latest of several");
  return typed;
}

function isMoment(type: ValueType): boolean {
  return type.kind === "date" || type.kind === "time";
}
