import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { EventsFold, Expression, Identifier, ScheduledDates } from "../../../syntax/ast.ts";
import { date, days as daysType, plainNumber, sameUnit, yesOrNo } from "../../../units/value-type.ts";
import { eventNamed } from "../../ast.ts";
import type { Checked, Part } from "../../tree.ts";
import { kindInWords, shown } from "../../words.ts";
import type { Inference, Inferrers } from "../inference.ts";
import {
  always,
  faulty,
  inferCondition,
  inferDay,
  inferFilter,
  inferSetKind,
  originsOf,
  perhaps,
  requireValue,
  sortOf,
  typed,
} from "../inference.ts";
import type { Scope } from "../scope.ts";
import { insideEvents, onOtherDay, someEvent } from "../scope.ts";
import { inferFigure } from "./figures.ts";
import { hasDays, inferDays, inferSetDays, isUnset, onEachDay } from "./ranges.ts";
import { bareOfKind, bareSymbol, nearest, wrongSort } from "./references.ts";

/** Sums, counts and tests over days and over events. */
export const folds: Inferrers<"DaysFold" | "EventsFold" | "DaysTest" | "EventsTest"> = {
  DaysFold: (expression, context, scope) => {
    const days = inferDays(expression.days, scope, context);
    const filter =
      expression.where && inferFilter(context, expression.where, onOtherDay(scope, context.symbols), "on which");
    const pick = expression.pick && {
      ...expression.pick,
      count: inferSetKind(context, expression.pick.count, scope, plainNumber, "The number picked", "a pick"),
    };
    const node = { ...expression, days, ...(pick && { pick }), ...(filter && { where: filter.where }) };
    if (filter?.isFilter === false) return node;
    const given = gives[expression.operation];
    const isEmpty = !hasDays(expression.days) || expression.where !== undefined;
    if (given === "count") return typed(node, perhaps(daysType, isUnset(days)));
    if (given === "member") return typed(node, perhaps(date, isUnset(days) || isEmpty));
    const body =
      expression.body &&
      bodyFigure(expression.body, context, onEachDay(expression, scope, context), expression.operation);
    const canLack = isUnset(days) || (given !== "total" && isEmpty);
    return typed({ ...node, ...(body && { body }) }, body?.type && perhaps(body.type, canLack));
  },

  EventsFold: (expression, context, scope) => {
    const { event, operation } = expression;
    if (expression.dates) bareOfKind(event, "Schedule", "a schedule", context);
    else requireEvent(event, context);
    const dates = expression.dates && inferDates(expression.dates, scope, context);
    const inside = insideEvents(scope, event.text, context.symbols);
    const filter = expression.where && inferFilter(context, expression.where, inside, "where");
    const node = { ...expression, ...(dates && { dates }), ...(filter && { where: filter.where }) };
    if (filter?.isFilter === false) return node;
    const lacksEnd = [dates?.from, dates?.to].some((end) => end?.isOptional === true);
    const isEmpty = dates !== undefined || !scope.facts.has(someEvent(event.text, expression.where));
    const given = gives[operation];
    if (given === "count") return typed(node, perhaps(plainNumber, lacksEnd));
    if (given === "member" && dates) return typed(node, perhaps(date));
    if (given === "member") return typed(node, perhaps({ kind: "occurrence", event: event.text }, isEmpty));
    const inner = insideEvents(scope, event.text, context.symbols, expression.where);
    const inferBody = given === "moment" ? bodyMoment : bodyFigure;
    const body = expression.body && inferBody(expression.body, context, inner, operation);
    const typing = body?.type && perhaps(body.type, lacksEnd || (given !== "total" && isEmpty));
    return typed({ ...node, ...(body && { body }) }, typing);
  },

  DaysTest: (expression, context, scope) => {
    const days = inferSetDays(expression.days, scope, context);
    const condition = inferCondition(context, expression.condition, onEachDay(expression, scope, context));
    return typed({ ...expression, days, condition }, always(yesOrNo));
  },

  EventsTest: (expression, context, scope) => {
    requireEvent(expression.event, context);
    const inner = insideEvents(scope, expression.event.text, context.symbols);
    const condition = inferCondition(context, expression.condition, inner);
    return typed({ ...expression, condition }, always(yesOrNo));
  },
};

/** What each fold gives: how many there are, one of them, a total, which none of them have too, or a figure or moment of theirs. */
const gives: Readonly<Record<EventsFold["operation"], "count" | "member" | "total" | "figure" | "moment">> = {
  number: "count",
  first: "member",
  last: "member",
  sum: "total",
  product: "total",
  average: "figure",
  highest: "figure",
  lowest: "figure",
  earliest: "moment",
  latest: "moment",
};

/** Reports a name that is no event, unless its declaration is broken. */
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

/** Between which days the dates of a schedule are looked at. */
function inferDates(dates: ScheduledDates, scope: Scope, context: Inference): Part<ScheduledDates> {
  const end = (day: Expression | undefined) => day && inferDay(context, day, scope, "The end of these dates");
  const [from, to] = [end(dates.from), end(dates.to)];
  return { ...dates, ...(from && { from }), ...(to && { to }) };
}

function bodyFigure(body: Expression, context: Inference, scope: Scope, operation: string): Checked {
  const node = inferFigure(body, context, scope, "summed, averaged or ranked");
  requireValue(context, node, "a sum, an average or a rank");
  const isNumber = node.type?.kind !== "quantity" || sameUnit(node.type.unit, plainNumber.unit);
  if (operation !== "product" || isNumber) return node;
  const facts = { text: shown(body.span), found: node.type === undefined ? "" : kindInWords(node.type) };
  context.say(diagnostic("TN3043", body.span, facts, originsOf(context, node)));
  return faulty(node);
}

function bodyMoment(body: Expression, context: Inference, scope: Scope, word: string): Checked {
  const node = context.infer(body, scope);
  if (node.type === undefined) return node;
  if (sortOf(node.type) !== "moments") {
    const help = "write highest or lowest";
    const facts = { word: `the ${word} of`, found: kindInWords(node.type) };
    context.say(diagnostic("TN3007", body.span, facts, originsOf(context, node), { help }));
    return faulty(node);
  }
  requireValue(context, node, "the earliest or latest of several");
  return node;
}
