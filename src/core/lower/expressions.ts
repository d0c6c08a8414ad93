import { invariant } from "../../base/invariant.ts";
import type {
  Comparison,
  ConditionList,
  Expression,
  ItsReference,
  Logic,
  MemberReference,
  NameReference,
} from "../../checked/ast.ts";
import { fixedValue } from "../../checked/constants.ts";
import type { ValueType } from "../../units/value-type.ts";
import { plainNumber, yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";
import { byName } from "../order.ts";
import { lowerDays } from "./days.ts";
import type { Lowering, Place } from "./lowering.ts";
import { innermost, meaningOf, sectionLabels, typeOf, within } from "./lowering.ts";

type Lowerers = {
  readonly [K in Expression["kind"]]: (
    expression: Extract<Expression, { kind: K }>,
    lowering: Lowering,
    place: Place,
  ) => core.Expr;
};

/** What each expression means in the core. */
export const lowerers: Lowerers = {
  NumberLiteral: constant,
  DateLiteral: constant,
  TimeLiteral: constant,
  DayCountName: constant,
  TextLiteral: constant,
  YesNoLiteral: constant,
  Unlimited: constant,
  Today: (it, lowering) => ({ kind: "Today", ...typed(it, lowering) }),
  NameReference: lowerName,
  ItsReference: (it, lowering, place) => lowerMember(it, lowering, place, innermost(place)),
  ThisReference: occurrenceValue,
  MemberReference: (it, lowering, place) => lowerMember(it, lowering, place, lowering.occurrence(it.target, place)),
  MarketColumn: (it, lowering) => ({
    kind: "MarketPrice",
    column: it.column.text as core.MarketPrice["column"],
    ...typed(it, lowering),
  }),
  Arithmetic: (it, lowering, place) => ({
    kind: "Arithmetic",
    operator: it.operator,
    left: lowering.lower(it.left, place),
    right: lowering.lower(it.right, place),
    ...typed(it, lowering),
  }),
  Extreme: (it, lowering, place) => ({
    kind: "Extreme",
    which: ["lesser", "least", "earlier", "earliest"].includes(it.word) ? "least" : "greatest",
    operands: operandsOf(it.operands, lowering, place),
    ...typed(it, lowering),
  }),
  Total: (it, lowering, place) => ({
    kind: "Total",
    operands: operandsOf(it.operands, lowering, place),
    ...typed(it, lowering),
  }),
  Cases: (it, lowering, place) => ({
    kind: "Case",
    arms: it.arms.map(({ value, condition }) => ({
      condition: lowering.lower(condition, place),
      value: lowering.lower(value, place),
    })),
    otherwise: lowering.lower(it.otherwise, place),
    ...typed(it, lowering),
  }),
  AsRead: (it, lowering, place) => ({
    kind: "ByReading",
    reading: it.reading.text,
    arms: byName(it.arms.map(({ choice, value }) => [choice.text, lowering.lower(value, place)])),
    ...typed(it, lowering),
  }),
  OnlyWhile: (it, lowering, place) => ({
    kind: "OnlyWhile",
    value: lowering.lower(it.value, place),
    condition: lowering.lower(it.condition, place),
    ...typed(it, lowering),
  }),
  OrElse: (it, lowering, place) => ({
    kind: "OrElse",
    value: lowering.lower(it.value, place),
    fallback: lowering.lower(it.fallback, place),
    ...typed(it, lowering),
  }),
  Rounded: (it, lowering, place) => ({
    kind: "Round",
    value: lowering.lower(it.value, place),
    mode: it.mode,
    step: lowering.lower(it.step, place),
    ...typed(it, lowering),
  }),
  AsOf: (it, lowering, place) => ({
    kind: "AsOf",
    value: lowering.lower(it.value, place),
    date: lowering.lower(it.date, place),
    ...typed(it, lowering),
  }),
  UnderSection: (it, lowering) => {
    const meaning = meaningOf(lowering, it);
    if (meaning.kind === "Displaced") return { kind: "ReadDisplaced", key: meaning.key, ...typed(it, lowering) };
    return { kind: "FamilyHolds", family: it.name.text, sections: sectionLabels(it.sections), ...typed(it, lowering) };
  },
  Measure: (it, lowering, place) => {
    if (it.measure === "start of") {
      return {
        kind: "FamilyStart",
        family: it.name.text,
        sections: sectionLabels(it.sections),
        ...typed(it, lowering),
      };
    }
    const on = it.on && lowering.lower(it.on, place);
    const { measure } = it;
    return { kind: "AccountMeasure", measure, account: it.name.text, ...(on && { on }), ...typed(it, lowering) };
  },
  InterestOn: (it, lowering, place) => {
    const days = lowerDays(it.range, lowering, place);
    invariant(days.kind === "DayRange", "interest runs over a range of days");
    return {
      kind: "Interest",
      rate: lowering.lower(it.rate, place),
      base: lowering.lower(it.base, place),
      days,
      basis: lowering.lower(it.basis, place),
      ...typed(it, lowering),
    };
  },
  DaysFold: (it, lowering, place) => {
    const { pick, body, where } = it;
    return {
      kind: "DayFold",
      operation: it.operation,
      ...(pick && { pick: { count: lowering.lower(pick.count, place), which: pick.which } }),
      ...(body && { body: lowering.lower(body, place) }),
      days: lowerDays(it.days, lowering, place),
      ...(where && { where: lowering.lower(where, place) }),
      ...typed(it, lowering),
    };
  },
  EventsFold: (it, lowering, place) => {
    const { operation, event, body, where } = it;
    if (operation === "first" || operation === "last") return occurrenceValue(it, lowering, place);
    const inner = within(place, event.text);
    return {
      kind: "EventFold",
      operation,
      event: event.text,
      ...(body && { body: lowering.lower(body, inner) }),
      ...(where && { where: lowering.lower(where, inner) }),
      ...typed(it, lowering),
    };
  },
  DaysTest: (it, lowering, place) => ({
    kind: "DayFold",
    operation: it.quantifier,
    body: lowering.lower(it.condition, place),
    days: lowerDays(it.days, lowering, place),
    ...typed(it, lowering),
  }),
  EventsTest: (it, lowering, place) => ({
    kind: "EventFold",
    operation: it.quantifier,
    event: it.event.text,
    body: lowering.lower(it.condition, within(place, it.event.text)),
    ...typed(it, lowering),
  }),
  DateShift: (it, lowering, place) => ({
    kind: "Shift",
    count: lowering.lower(it.count, place),
    unit: it.unit,
    direction: it.direction,
    from: lowering.lower(it.from, place),
    ...typed(it, lowering),
  }),
  DateStep: (it, lowering, place) => ({
    kind: "Step",
    unit: it.unit,
    relation: it.relation,
    from: lowering.lower(it.from, place),
    ...typed(it, lowering),
  }),
  PeriodEdge: (it, lowering, place) => ({
    kind: "PeriodEdge",
    which: it.which,
    unit: it.unit,
    period: it.period,
    of: lowering.lower(it.of, place),
    ...typed(it, lowering),
  }),
  EveryStep: (it, lowering, place) => ({
    kind: "Every",
    months: lowerMonths(it.months, lowering, place),
    anchor: lowering.lower(it.anchor, place),
    relation: it.relation,
    from: lowering.lower(it.from, place),
    ...typed(it, lowering),
  }),
  Comparison: (it, lowering, place) => ({
    kind: "Compare",
    operator: operators[it.word],
    left: lowering.lower(it.left, place),
    right: lowering.lower(it.right, place),
    ...typed(it, lowering),
  }),
  SetTest: (it, lowering, place) => negated(it.isNegated, lowerSetTest(it.value, lowering, place)),
  HappenedTest: (it, lowering, place) => {
    const { target } = it;
    const isEvent = lowering.program.meanings.get(target)?.kind === "Event" && target.kind === "NameReference";
    const what = isEvent ? { event: target.name.text } : { occurrence: lowering.occurrence(target, place) };
    return negated(it.isNegated, { kind: "HasHappened", ...what, ...typed(it, lowering) });
  },
  ReadingTest: (it, lowering) => ({
    kind: "ReadingIs",
    reading: it.reading.text,
    choice: it.choice.text,
    ...typed(it, lowering),
  }),
  OneOf: (it, lowering, place) => {
    const type = typeOf(lowering, it.value);
    const conditions = it.options.map((option): core.Expr => {
      const right: core.Expr = { kind: "Constant", value: option.text, type, span: option.span };
      const left = lowering.lower(it.value, place);
      return { kind: "Compare", operator: "=", left, right, type: yesOrNo, span: option.span };
    });
    return { kind: "Logic", operator: "any", conditions, ...typed(it, lowering) };
  },
  Not: (it, lowering, place) => ({
    kind: "Not",
    condition: lowering.lower(it.condition, place),
    ...typed(it, lowering),
  }),
  Logic: (it: Logic, lowering, place) => ({
    kind: "Logic",
    operator: it.operator === "and" ? "all" : "any",
    conditions: it.conditions.map((condition) => lowering.lower(condition, place)),
    ...typed(it, lowering),
  }),
  ConditionList: (it: ConditionList, lowering, place) =>
    negated(it.word === "none of", {
      kind: "Logic",
      operator: it.word === "all of" ? "all" : "any",
      conditions: it.items.map(({ condition }) => lowering.lower(condition, place)),
      ...typed(it, lowering),
    }),
  Missing: () => {
    throw new Error("A program without errors has no missing part");
  },
};

const operators: Readonly<Record<Comparison["word"], core.Compare["operator"]>> = {
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

function typed(expression: Expression, lowering: Lowering): Pick<core.Expr, "type" | "span"> {
  return { type: typeOf(lowering, expression), span: expression.span };
}

function constant(expression: Expression, lowering: Lowering): core.Constant {
  const value = fixedValue(expression);
  invariant(value !== undefined, "a literal of a program without errors has a value");
  return { kind: "Constant", value, ...typed(expression, lowering) };
}

/** Months are counted whole: `3 months` is 3 of them, and a year 12. */
function lowerMonths(months: Expression, lowering: Lowering, place: Place): core.Expr {
  if (months.kind !== "NumberLiteral" || !["months", "years"].includes(months.unit)) {
    return lowering.lower(months, place);
  }
  const { digits, span, unit } = months;
  const count: core.Constant = {
    kind: "Constant",
    value: fixedValue({ kind: "NumberLiteral", digits, unit: "number", span }) ?? "",
    type: plainNumber,
    span,
  };
  if (unit === "months") return count;
  const twelve: core.Constant = { ...count, value: { n: 12n, d: 1n } };
  return { kind: "Arithmetic", operator: "*", left: count, right: twelve, type: plainNumber, span };
}

function operandsOf(
  operands: readonly { readonly value: Expression; readonly ifSet: boolean }[],
  lowering: Lowering,
  place: Place,
): core.Extreme["operands"] {
  return operands.map(({ value, ifSet }) => ({ value: lowering.lower(value, place), ifSet }));
}

function lowerName(it: NameReference, lowering: Lowering, place: Place): core.Expr {
  const meaning = meaningOf(lowering, it);
  const rest = typed(it, lowering);
  switch (meaning.kind) {
    case "Given":
      return { kind: "ReadParam", name: meaning.name, ...rest };
    case "State":
      return { kind: "ReadState", name: meaning.name, ...rest };
    case "Family":
      return { kind: "FamilyHolds", family: meaning.name, sections: [], ...rest };
    case "Party":
      return { kind: "Constant", value: meaning.name, ...rest };
    case "Definition":
      if (rest.type.kind === "occurrence") return occurrenceValue(it, lowering, place);
      return { kind: "ReadDefinition", key: meaning.key, ...rest };
    default:
      throw new Error(`A name alone does not stand for a ${meaning.kind}`);
  }
}

function lowerMember(
  it: ItsReference | MemberReference,
  lowering: Lowering,
  place: Place,
  of: core.Occurrence,
): core.Expr {
  const meaning = meaningOf(lowering, it);
  const rest = typed(it, lowering);
  switch (meaning.kind) {
    case "Moment":
      return { kind: "EventMoment", moment: meaning.moment, of, ...rest };
    case "Field":
      return { kind: "ReadField", name: meaning.name, of, ...rest };
    case "Definition":
      if (rest.type.kind === "occurrence") return occurrenceValue(it, lowering, place);
      return { kind: "ReadDefinition", key: meaning.key, of, ...rest };
    default:
      return occurrenceValue(it, lowering, place);
  }
}

function occurrenceValue(it: Expression, lowering: Lowering, place: Place): core.OccurrenceValue {
  return { kind: "OccurrenceValue", of: lowering.occurrence(it, place), ...typed(it, lowering) };
}

/** That an event is set says that it has happened. */
function lowerSetTest(value: Expression, lowering: Lowering, place: Place): core.Expr {
  const lowered = lowering.lower(value, place);
  const rest: { readonly type: ValueType; readonly span: core.Expr["span"] } = { type: yesOrNo, span: value.span };
  if (lowered.kind === "OccurrenceValue") return { kind: "HasHappened", occurrence: lowered.of, ...rest };
  return { kind: "IsSet", value: lowered, ...rest };
}

function negated(isNegated: boolean, condition: core.Expr): core.Expr {
  return isNegated ? { kind: "Not", condition, type: yesOrNo, span: condition.span } : condition;
}
