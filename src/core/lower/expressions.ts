import { invariant } from "../../base/invariant.ts";
import { fixedTime, fixedValue } from "../../checked/constants.ts";
import { isLengthLiteral } from "../../checked/infer/expressions/dates.ts";
import type { Checked, Identifier, Kind, NodeOf, Value } from "../../checked/tree.ts";
import { placeOfTime } from "../../units/calendars/time-zones.ts";
import { exact } from "../../units/exact.ts";
import { theMarket } from "../../units/market-columns.ts";
import { minorUnitOf } from "../../units/money/currencies.ts";
import { currencyOf, date, plainNumber, yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";
import { byName } from "../order.ts";
import { dutyTests } from "./duties/duty-tests.ts";
import type { Lower, Placeless } from "./lower.ts";
import { lowerDays, lowerPeriods, lowerRange, sectionLabels, soundOf, typeAndPlace, unitOf } from "./lower.ts";
import { lowerMemberOfEvent, lowerOccurrence, names, occurrenceValue } from "./names.ts";
import { lowerTable } from "./tables.ts";

type SoundKind = Exclude<Kind, "Missing">;
type Sound<K extends SoundKind = SoundKind> = {
  [P in K]: Extract<Value, { readonly kind: P }> & { readonly kind: P };
}[K];

/** The core of a value. A program without errors has no faulty one. */
export function lower(value: Checked): core.Expr {
  return lowerSound(soundOf(value));
}

function lowerSound<K extends SoundKind>(value: Sound<K>): core.Expr {
  return { ...typeAndPlace(value), ...lowerers[value.kind](value, lower) };
}

/** What each expression means in the core; its type and place are as in the text. One that is missing does not compile. */
const lowerers: { readonly [K in SoundKind]: (it: Sound<K>, lower: Lower) => Placeless } = {
  ...names,
  NumberLiteral: constant,
  DateLiteral: constant,
  TimeLiteral: (it, lower) => {
    const place = it.place && placeOfTime(it.place.text);
    const value = fixedTime(it);
    invariant(value !== undefined, "a time of a program without errors is one");
    if (place === undefined || it.on === undefined) return { kind: "Constant", value };
    const { span, type } = it;
    return { kind: "TimeElsewhere", place, time: { kind: "Constant", value, type, span }, on: lower(it.on) };
  },
  TimeShift: (it, lower) => ({
    kind: "TimeShift",
    count: lower(it.count),
    minutes: it.unit === "hour" ? 60 : 1,
    direction: it.direction,
    from: lower(it.time),
  }),
  DayCountName: constant,
  TextLiteral: constant,
  YesNoLiteral: constant,
  Unlimited: constant,
  Today: () => ({ kind: "Today" }),
  DayEnded: ({ span }) => lowerDayEnded(span),
  MarketColumn: lowerColumn,
  Arithmetic: (it, lower) => ({
    kind: "Arithmetic",
    operator: it.operator,
    left: lower(it.left),
    right: lower(it.right),
  }),
  Extreme: (it, lower) => ({
    kind: "Extreme",
    which: extremes[it.word],
    operands: operandsOf(it.operands, lower),
  }),
  Total: (it, lower) => ({ kind: "Total", operands: operandsOf(it.operands, lower) }),
  Cases: (it, lower) => ({
    kind: "Case",
    arms: it.arms.map(({ value, condition }) => ({
      condition: lower(condition),
      value: lower(value),
    })),
    otherwise: lower(it.otherwise),
  }),
  AsRead: (it, lower) => ({
    kind: "ByReading",
    reading: it.reading.text,
    arms: byName(it.arms.map(({ choice, value }) => [choice.text, lower(value)])),
  }),
  Table: (it, lower) => lowerTable(it, lower),
  OnlyWhile: (it, lower) => ({ kind: "OnlyWhile", value: lower(it.value), condition: lower(it.condition) }),
  OrElse: (it, lower) => ({ kind: "OrElse", value: lower(it.value), fallback: lower(it.fallback) }),
  MinorUnit: ({ type }) => {
    const digits = minorUnitOf(currencyOf(type) ?? "") ?? 0;
    return { kind: "Constant", value: exact(1, 10n ** BigInt(digits)) };
  },
  EulersNumber: () => {
    throw new Error("e is the base of a rounded power, and lowered with it");
  },
  Rounded: ({ value, mode, step }, lower) => {
    if (value.kind !== "Arithmetic" || value.operator !== "^") {
      return { kind: "Round", value: lower(value), mode, step: lower(step) };
    }
    const base = value.left.kind === "EulersNumber" ? {} : { base: lower(value.left) };
    return { kind: "RoundedPower", ...base, exponent: lower(value.right), mode, step: lower(step) };
  },
  Adjusted: (it, lower) => {
    const moved = movedBy(it);
    return moved === undefined ? lower(it.date) : { kind: "Step", ...moved, from: lower(it.date) };
  },
  AsOf: (it, lower) => ({ kind: "AsOf", value: lower(it.value), date: lower(it.date) }),
  Measure: (it, lower) => {
    if (it.measure === "start of") {
      return { kind: "FamilyStart", family: it.name.text, sections: sectionLabels(it.sections) };
    }
    const on = it.on && lower(it.on);
    const { measure } = it;
    if (it.subject === undefined) return { kind: "AccountMeasure", measure, account: it.name.text, ...(on && { on }) };
    const { key, of } = lowerMemberOfEvent(it.subject, lower);
    return { kind: "AccountMeasure", measure, account: key, of, ...(on && { on }) };
  },
  InterestOn: (it, lower) => ({
    kind: "Interest",
    rate: lower(it.rate),
    base: lower(it.base),
    days: lowerRange(it.range, lower),
    basis: lower(it.basis),
    ...lowerPeriods(it.periods, lower),
  }),
  DaysFold: (it, lower) => {
    const { pick, body, where } = it;
    return {
      kind: "DayFold",
      operation: it.operation,
      ...(pick && { pick: { count: lower(pick.count), which: pick.which } }),
      ...(body && { body: lower(body) }),
      days: lowerDays(it.days, lower),
      ...(where && { where: where.kind === "DayEnded" ? always(where.span) : lower(where) }),
    };
  },
  EventsFold: (it, lower) => {
    const { event, body, where } = it;
    const dates = it.dates && lowerScheduled(it.dates, lower);
    const operation = dates ? ofDates(it.operation) : it.operation;
    if (operation === "first" || operation === "last") return occurrenceValue(it, lower);
    const isDate = dates && operation !== it.operation;
    return {
      kind: "EventFold",
      operation,
      event: event.text,
      ...(dates && { dates }),
      ...(isDate && { body: rowDate(event) }),
      ...(body && { body: lower(body) }),
      ...(where && { where: lower(where) }),
    };
  },
  DaysTest: (it, lower) => ({
    kind: "DayFold",
    operation: it.quantifier,
    body: lower(it.condition),
    days: lowerDays(it.days, lower),
  }),
  EventsTest: (it, lower) => ({
    kind: "EventFold",
    operation: it.quantifier,
    event: it.event.text,
    body: lower(it.condition),
  }),
  // Some row has that very date.
  ScheduledTest: ({ value, schedule, span }, lower) => {
    const day = lower(value);
    return {
      kind: "EventFold",
      operation: "some",
      event: schedule.text,
      dates: { from: day, fromIncluded: true, to: day, toIncluded: true },
      body: always(span),
    };
  },
  DateShift: (it, lower) => ({
    kind: "Shift",
    ...lowerCount(it, lower),
    direction: it.direction,
    from: lower(it.from),
  }),
  DateStep: (it, lower) => ({ kind: "Step", unit: unitOf(it), relation: it.relation, from: lower(it.from) }),
  PeriodEdge: (it, lower) => ({
    kind: "PeriodEdge",
    which: it.which,
    unit: unitOf(it),
    period: it.period,
    of: lower(it.of),
  }),
  DatePart: (it, lower) => ({ kind: "DatePart", part: it.part, of: lower(it.of) }),
  EveryStep: (it, lower) => ({
    kind: "Every",
    months: lowerMonths(it.months, lower),
    anchor: lower(it.anchor),
    relation: it.relation,
    from: lower(it.from),
  }),
  Comparison: (it, lower) => ({
    kind: "Compare",
    operator: operators[it.word],
    left: lower(it.left),
    right: lower(it.right),
  }),
  SetTest: (it, lower) => negated(it.isNegated, lowerSetTest(it.value, lower)),
  HappenedTest: (it, lower) => {
    const { target } = it;
    const what =
      target.meaning?.kind === "Event"
        ? { event: target.meaning.name }
        : { occurrence: lowerOccurrence(target, lower) };
    return negated(it.isNegated, { kind: "HasHappened", ...what, ...typeAndPlace(it) });
  },
  ReadingTest: (it) => ({ kind: "ReadingIs", reading: it.reading.text, choice: it.choice.text }),
  ...dutyTests,
  OneOf: (it, lower) => {
    const { type } = soundOf(it.value);
    const conditions = it.options.map((option): core.Expr => {
      const right: core.Expr = { kind: "Constant", value: option.text, type, span: option.span };
      const left = lower(it.value);
      return { kind: "Compare", operator: "=", left, right, type: yesOrNo, span: option.span };
    });
    return { kind: "Logic", operator: "any", conditions };
  },
  Not: (it, lower) => ({ kind: "Not", condition: lower(it.condition) }),
  Logic: (it, lower) => ({
    kind: "Logic",
    operator: logic[it.operator],
    conditions: it.conditions.map((condition) => lower(condition)),
  }),
  ConditionList: (it, lower) =>
    negated(it.word === "none of", {
      kind: "Logic",
      operator: logic[it.word],
      conditions: it.items.map(({ condition }) => lower(condition)),
      ...typeAndPlace(it),
    }),
};

const operators: Readonly<Record<NodeOf<"Comparison">["word"], core.Compare["operator"]>> = {
  is: "=",
  "is not": "≠",
  "more than": ">",
  "less than": "<",
  "at least": "≥",
  "at most": "≤",
  before: "<",
  after: ">",
  "on or before": "≤",
  "on or after": "≥",
};

const always = (span: core.Expr["span"]): core.Constant => ({ kind: "Constant", value: true, type: yesOrNo, span });

/** Of days that are counted by a condition only those that have ended are counted: of today alone, 1 once it has. */
function lowerDayEnded(span: core.Expr["span"]): Placeless {
  const today = { kind: "Today", type: date, span } as const;
  const days = { kind: "DayRange", unit: "day", from: today, fromIncluded: true, to: today, toIncluded: true } as const;
  const counted = { kind: "DayFold", operation: "number", days, where: always(span), type: plainNumber, span } as const;
  const one = { kind: "Constant", value: exact(1), type: plainNumber, span } as const;
  return { kind: "Compare", operator: "=", left: counted, right: one };
}

/** The days to which a convention moves a date; undefined where it stays. */
export function movedBy(moved: Moved): Pick<core.Step, "unit" | "relation"> | undefined {
  const { convention } = moved;
  return convention === "unadjusted" ? undefined : { unit: unitOf(moved), relation: stepsOf[convention] };
}

type Moved = Pick<NodeOf<"Adjusted">, "convention" | "unit" | "calendar">;

/** What a convention does to a date. */
const stepsOf: Readonly<Record<Exclude<NodeOf<"Adjusted">["convention"], "unadjusted">, core.Step["relation"]>> = {
  following: "on or after",
  preceding: "on or before",
  "modified following": "modified following",
  "modified preceding": "modified preceding",
};

const extremes: Readonly<Record<NodeOf<"Extreme">["word"], core.Extreme["which"]>> = {
  lesser: "least",
  least: "least",
  earlier: "least",
  earliest: "least",
  greater: "greatest",
  greatest: "greatest",
  later: "greatest",
  latest: "greatest",
};

type LogicWord = NodeOf<"Logic">["operator"] | NodeOf<"ConditionList">["word"];
const logic: Readonly<Record<LogicWord, core.Logic["operator"]>> = {
  and: "all",
  or: "any",
  "all of": "all",
  "any of": "any",
  "none of": "any",
};

/** `2 weeks` are 14 days. */
function lowerCount(
  { count, unit, calendar }: Pick<NodeOf<"DateShift">, "count" | "unit" | "calendar">,
  lower: Lower,
): Pick<core.Shift, "count" | "unit"> {
  if (unit !== "week") return { count: lower(count), unit: unitOf({ unit, calendar }) };
  return { count: times(lower(count), 7n), unit: "day" };
}

export function times(count: core.Expr, n: bigint): core.Arithmetic {
  const { span } = count;
  const factor: core.Constant = { kind: "Constant", value: { n, d: 1n }, type: plainNumber, span };
  return { kind: "Arithmetic", operator: "*", left: count, right: factor, type: plainNumber, span };
}

type Dates = NonNullable<NodeOf<"EventsFold">["dates"]>;

function lowerScheduled({ from, fromIncluded, to, toIncluded }: Dates, lower: Lower): core.ScheduledDates {
  return { ...(from && { from: lower(from) }), fromIncluded, ...(to && { to: lower(to) }), toIncluded };
}

/** Of the first of some rows, and of the last, it is the date that is asked for. */
function ofDates(operation: NodeOf<"EventsFold">["operation"]): NodeOf<"EventsFold">["operation"] {
  if (operation === "first") return "earliest";
  return operation === "last" ? "latest" : operation;
}

function rowDate({ text: event, span }: Identifier): core.EventMoment {
  return { kind: "EventMoment", moment: "date", of: { kind: "Bound", event, depth: 0 }, type: date, span };
}

function constant(expression: Value): Placeless {
  const value = fixedValue(expression);
  invariant(value !== undefined, "a literal of a program without errors has a value");
  const isRestated = expression.kind === "NumberLiteral" && expression.basis === "restated";
  return { kind: "Constant", value, ...(isRestated && { isRestated }) };
}

/** `at or before D` is the value as of the last day of the series that is not after D. */
function lowerColumn(it: NodeOf<"MarketColumn">, lower: Lower): Placeless {
  const series = it.series?.text ?? theMarket;
  const price: Placeless = { kind: "MarketPrice", series, column: it.column.text };
  if (it.date === undefined) return price;
  const from = lower(it.date);
  const day = { type: date, span: it.span };
  const { count, unit, calendar } = it;
  const notBefore: core.Expr | undefined = count &&
    unit && { kind: "Shift", count: lower(count), unit: unitOf({ unit, calendar }), direction: "before", from, ...day };
  const last: core.Expr = {
    kind: "Step",
    unit: "trading day",
    series,
    relation: "on or before",
    from,
    ...(notBefore && { notBefore }),
    ...day,
  };
  return { kind: "AsOf", value: { ...price, ...typeAndPlace(it) }, date: last };
}

/** Months are counted whole: `3 months` is 3 of them, and a year 12. */
function lowerMonths(months: Checked, lower: Lower): core.Expr {
  if (!isLengthLiteral(months)) return lower(months);
  const { digits, span, unit } = months;
  const count: core.Constant = {
    kind: "Constant",
    value: fixedValue({ kind: "NumberLiteral", digits, unit: "number", span }) ?? "",
    type: plainNumber,
    span,
  };
  return unit === "months" ? count : times(count, 12n);
}

function operandsOf(operands: NodeOf<"Extreme">["operands"], lower: Lower): core.Extreme["operands"] {
  return operands.map(({ value, ifSet }) => ({ value: lower(value), ifSet }));
}

/** That an event is set says that it has happened. */
function lowerSetTest(value: Checked, lower: Lower): core.Expr {
  const lowered = lower(value);
  const rest = { type: yesOrNo, span: value.span };
  if (lowered.kind === "OccurrenceValue") return { kind: "HasHappened", occurrence: lowered.of, ...rest };
  return { kind: "IsSet", value: lowered, ...rest };
}

function negated(isNegated: boolean, condition: core.Expr): core.Expr {
  return isNegated ? { kind: "Not", condition, type: yesOrNo, span: condition.span } : condition;
}
