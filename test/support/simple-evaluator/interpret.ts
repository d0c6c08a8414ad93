import { Decimal } from "decimal.js";
import { assertNever } from "../../../src/base/assert-never.ts";
import type {
  Account,
  AccountMeasure,
  AccountPosting,
  Arithmetic,
  Compare,
  DayFold,
  DayRange,
  DayUnit,
  DayWindow,
  DefaultCondition,
  Definition,
  EventFold,
  Every,
  Expr,
  Extreme,
  FamilyHolds,
  FamilyStart,
  Interest,
  InterestPeriods,
  Occurrence as OccurrenceExpr,
  Override,
  PeriodEdge,
  ReadField,
  Round,
  RoundedPower,
  Rule,
  Shift,
  Step,
  Total,
} from "../../../src/core/core.ts";
import type { Market } from "../../../src/inputs/market.ts";
import type { Calendar } from "../../../src/units/business-days.ts";
import { businessDaysAfter, isBusinessDay, onOrAfter, onOrBefore } from "../../../src/units/business-days.ts";
import { builtInCalendar } from "../../../src/units/calendars/built-in.ts";
import { timeElsewhere } from "../../../src/units/calendars/time-zones.ts";
import type { DayCount, DayCounting } from "../../../src/units/day-count.ts";
import { goesByPeriods, weightIn, yearBasis } from "../../../src/units/day-count.ts";
import type { Exact } from "../../../src/units/exact.ts";
import {
  add,
  compare,
  divide,
  exact,
  isUnlimited,
  multiply,
  one,
  power,
  roundTo,
  sign,
  subtract,
  zero,
} from "../../../src/units/exact.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import {
  addDays,
  addMonths,
  addYears,
  earliestDate,
  firstOfMonth,
  firstOfQuarter,
  firstOfYear,
  formatDate,
  lastOfMonth,
  lastOfQuarter,
  lastOfYear,
  nextDay,
} from "../../../src/units/plain-date.ts";
import type { TimeOfDay } from "../../../src/units/time-of-day.ts";
import { asTimeOfDay } from "../../../src/units/time-of-day.ts";
import type { AccountState, Item, Part } from "./account-state.ts";
import { emptyAccount, sumOf, unpaidOf } from "./account-state.ts";
import { standingFor } from "./dated-kinds.ts";
import { fixedPoint } from "./fixed-point.ts";
import type { KnownRows } from "./schedule-rows.ts";
import { makeRows } from "./schedule-rows.ts";
import type { DefaultMove, Failed, Moment, NoValue, Occurrence, Outcome, World } from "./world.ts";
import { absent, endOf, failure, having, lastMomentOf, momentAt, restated, resultOf } from "./world.ts";

/** Where an expression is calculated, and which occurrences it speaks of, innermost first. */
export interface Scope {
  readonly world: World;
  readonly now: Moment;
  readonly bound: readonly Occurrence[];
  /** Inside an override: which are taken away from the definition, and the occurrences that it speaks of itself. */
  readonly displaced?: { readonly gone: readonly Override[]; readonly bound: readonly Occurrence[] };
}

/** A day or a number of days, as they are written in words. */
function inWords(part: Expr, scope: Scope): Outcome<string> {
  if (part.type.kind === "date") return withDate(part, scope, (day) => having(formatDate(day)));
  return withNumber(part, scope, ({ n }) => having(String(n).replaceAll(/\B(?=(?:\d{3})+$)/g, ",")));
}

/** The value of an expression (docs/semantics.md, 3). */
export function evaluate(expr: Expr, scope: Scope): Outcome {
  const { world, now } = scope;
  switch (expr.kind) {
    case "Constant":
      return expr.isRestated ? restated(having(expr.value), expr.type, undefined, now) : having(expr.value);
    case "ReadParam":
      return readParam(expr.name, scope);
    case "Today":
      return having(now.day);
    case "ReadState":
      if (expr.of === undefined) return stateAt(world, expr.name, now);
      return withOccurrence(expr.of, scope, (of) => stateAt(world, expr.name, now, of));
    case "ReadDefinition":
      return expr.of === undefined
        ? readDefinition(expr.key, [], scope)
        : withOccurrence(expr.of, scope, (of) => readDefinition(expr.key, [of], scope));
    case "ReadDisplaced":
      return workOutDefinition(definitionOf(world, expr.key), { ...scope, bound: scope.displaced?.bound ?? [] }, [
        ...(scope.displaced?.gone ?? []),
      ]);
    case "ReadField":
      return withOccurrence(expr.of, scope, (of) => readField(expr, of, scope));
    case "EventMoment":
      return withOccurrence(expr.of, scope, ({ event, index, row, dated }): Outcome => {
        const number = dated === undefined ? exact(index + 1) : dated.number;
        const value = { date: event.on, time: event.at, start: (row ?? dated)?.start, number }[expr.moment];
        return value === undefined ? absent : having(value);
      });
    case "MarketPrice": {
      const market = world.series.get(expr.series);
      if (market === undefined || now.day === world.unopened) return failure("missing data");
      const row = market.rowOf(now.day);
      const isBetweenPrices = now.day >= (market.days[0] ?? Infinity) && now.day <= (market.days.at(-1) ?? 0);
      return row < 0 ? failure("missing data", { isBetweenPrices }) : having(market.value(row, expr.column));
    }
    case "Arithmetic":
      return arithmetic(expr, scope);
    case "Extreme":
      return extreme(expr, scope);
    case "Total":
      return total(expr, scope);
    case "Case": {
      for (const { condition, value } of expr.arms) {
        const holds = evaluate(condition, scope);
        if (holds.kind !== "value") return holds;
        if (holds.value === true) return evaluate(value, scope);
      }
      return evaluate(expr.otherwise, scope);
    }
    case "ByReading": {
      const arm = expr.arms.get(choiceIn(world, expr.reading));
      if (arm === undefined) throw new Error("a reading without its arm");
      return evaluate(arm, scope);
    }
    case "ReadingIs":
      return having(choiceIn(world, expr.reading) === expr.choice);
    case "OnlyWhile": {
      const holds = evaluate(expr.condition, scope);
      if (holds.kind !== "value") return holds;
      return holds.value === true ? evaluate(expr.value, scope) : absent;
    }
    case "OrElse": {
      const value = evaluate(expr.value, scope);
      return value.kind === "absent" ? evaluate(expr.fallback, scope) : value;
    }
    case "Round":
      return round(expr, scope);
    case "RoundedPower":
      return roundedPowerOf(expr, scope);
    case "AsOf":
      return withDate(expr.date, scope, (date) => {
        if (date > now.day) return failure("missing data");
        const then = endOf(world, date, now);
        return restated(evaluate(expr.value, { ...scope, now: then }), expr.type, then, now);
      });
    case "AccountMeasure":
      return measure(expr, scope);
    case "Interest":
      return interest(expr, scope);
    case "DayFold":
      return dayFold(expr, scope);
    case "EventFold":
      return eventFold(expr, scope);
    case "Shift":
      return shift(expr, scope);
    case "TimeElsewhere": {
      const { place: here = "" } = world.program;
      return withDate(expr.time, scope, (shown) =>
        withDate(expr.on, scope, (on) => {
          const found = timeElsewhere(on, shown as number as TimeOfDay, expr.place, here);
          return found === undefined ? failure("missing data") : having(found.time);
        }),
      );
    }
    case "TimeShift":
      return withDate(expr.from, scope, (from) =>
        withNumber(expr.count, scope, ({ n, d }) => {
          // A whole number of minutes, at most a million either way.
          const minutes = n * BigInt(expr.minutes);
          const by = d !== 0n && minutes % d === 0n ? minutes / d : 1_000_001n;
          if (by > 1_000_000n || by < -1_000_000n) return failure("undefined");
          return having(asTimeOfDay(from + Number(by) * { after: 1, before: -1 }[expr.direction]));
        }),
      );
    case "Step":
      return withDate(expr.from, scope, (from) => observed(expr, step(expr, from, world), scope));
    case "PeriodEdge":
      return withDate(expr.of, scope, (of) => periodEdge(expr, of, world));
    case "DatePart":
      // A date in full is year, month, day.
      return withDate(expr.of, scope, (of) => {
        const [year, month, day] = formatDate(of).split("-").map(Number);
        return having(exact({ year, month, day }[expr.part] ?? 0));
      });
    case "Every":
      return every(expr, scope);
    case "Compare": {
      const left = evaluate(expr.left, scope);
      if (left.kind !== "value") return left;
      const right = evaluate(expr.right, scope);
      if (right.kind !== "value") return right;
      return having(compares(expr.operator, order(left.value, right.value)));
    }
    case "Not": {
      const holds = evaluate(expr.condition, scope);
      return holds.kind === "value" ? having(holds.value === false) : holds;
    }
    case "Logic":
      return decided(
        expr.conditions.map((condition) => () => evaluate(condition, scope)),
        { all: false, any: true }[expr.operator],
      );
    case "IsSet": {
      const value = evaluate(expr.value, scope);
      return value.kind === "failure" ? value : having(value.kind === "value");
    }
    case "HasHappened": {
      if (expr.occurrence !== undefined) {
        const found = findOccurrence(expr.occurrence, scope);
        return found.kind === "failure" ? found : having(found.kind === "value");
      }
      if (occurrencesOf(world, expr.event ?? "", now).length > 0) return having(true);
      return undeterminedOf(world, expr.event ?? "", now) ?? having(false);
    }
    case "FamilyHolds":
      return familyHolds(expr, scope);
    case "FamilyStart":
      return familyStart(expr, scope);
    case "OccurrenceValue":
      return withOccurrence(expr.of, scope, (of) => having(nameOf(of)));
    case "Phrase": {
      const words = expr.parts.map((part) => (typeof part === "string" ? having(part) : inWords(part, scope)));
      return (
        words.find((it) => it.kind !== "value") ??
        having(words.map((it) => (it.kind === "value" ? it.value : "")).join(""))
      );
    }
    default:
      return assertNever(expr);
  }
}

function arithmetic({ left, right, operator }: Arithmetic, scope: Scope): Outcome {
  const [a, b] = [evaluate(left, scope), evaluate(right, scope)];
  if (a.kind !== "value") return a;
  if (b.kind !== "value") return b;
  // Two times: the hours from the right one to the left one; two dates: the days.
  if (left.type.kind === "time") return resultOf(divide(exact(Number(a.value) - Number(b.value)), exact(60)));
  if (typeof a.value === "number" && typeof b.value === "number") return having(exact(a.value - b.value));
  return resultOf(operate(operator, a.value as Exact, b.value as Exact));
}

function operate(operator: Arithmetic["operator"], left: Exact, right: Exact): Exact | undefined {
  switch (operator) {
    case "+":
      return add(left, right);
    case "-":
      return subtract(left, right);
    case "*":
      return multiply(left, right);
    case "/":
      return divide(left, right);
    case "^":
      return right.d === 1n ? power(left, Number(right.n)) : undefined;
    default:
      return assertNever(operator);
  }
}

function compares(operator: Compare["operator"], sides: number): boolean {
  switch (operator) {
    case "=":
      return sides === 0;
    case "≠":
      return sides !== 0;
    case "<":
      return sides < 0;
    case "≤":
      return sides <= 0;
    case ">":
      return sides > 0;
    case "≥":
      return sides >= 0;
    default:
      return assertNever(operator);
  }
}

/** Below, above or equal to zero as the left side is less, more or the same. */
function order(left: unknown, right: unknown): number {
  if (typeof left === "object" && typeof right === "object") return compare(left as Exact, right as Exact);
  if (typeof left === "number" && typeof right === "number") return left - right;
  return left === right ? 0 : 1;
}

// ---------------------------------------------------------------- operands

export function evaluateNumber(expr: Expr, scope: Scope): Outcome<Exact> {
  return evaluate(expr, scope) as Outcome<Exact>;
}

export function evaluateDate(expr: Expr, scope: Scope): Outcome<PlainDate> {
  return evaluate(expr, scope) as Outcome<PlainDate>;
}

function withNumber<T>(expr: Expr, scope: Scope, use: (value: Exact) => Outcome<T>): Outcome<T> {
  const value = evaluateNumber(expr, scope);
  return value.kind === "value" ? use(value.value) : value;
}

function withDate<T>(expr: Expr, scope: Scope, use: (value: PlainDate) => Outcome<T>): Outcome<T> {
  const value = evaluateDate(expr, scope);
  return value.kind === "value" ? use(value.value) : value;
}

/** A count of days or months is a whole number of at most a million, either way. */
function wholeOf({ n, d }: Exact): number | undefined {
  return d === 1n && n <= 1_000_000n && n >= -1_000_000n ? Number(n) : undefined;
}

function withCount<T>(expr: Expr, scope: Scope, use: (value: number) => Outcome<T>): Outcome<T> {
  return withNumber(expr, scope, (value) => {
    const count = wholeOf(value);
    return count === undefined ? failure("undefined") : use(count);
  });
}

/** Decided by the first condition that is `deciding`; failing that, by the first without a truth value. */
function decided(conditions: Iterable<() => Outcome>, deciding: boolean): Outcome {
  let open: NoValue | undefined;
  for (const condition of conditions) {
    const holds = condition();
    if (holds.kind !== "value") open ??= holds;
    else if (holds.value === deciding) return holds;
  }
  return open ?? having(!deciding);
}

function extreme({ operands, which }: Extreme, scope: Scope): Outcome {
  const values = operandValues(operands, scope);
  if (values.kind !== "value") return values;
  return extremeOf(values.value, which);
}

function extremeOf(values: readonly unknown[], which: "least" | "greatest"): Outcome {
  const better = ({ least: "<", greatest: ">" } as const)[which];
  if (values.length === 0) return absent;
  return having(values.reduce((best, value) => (compares(better, order(value, best)) ? value : best))) as Outcome;
}

function total({ operands }: Total, scope: Scope): Outcome {
  const values = operandValues(operands, scope);
  return values.kind === "value" ? sum(values.value as Exact[]) : values;
}

function operandValues(operands: Extreme["operands"], scope: Scope): Outcome<unknown[]> {
  const values: unknown[] = [];
  for (const { value: operand, ifSet } of operands) {
    const value = evaluate(operand, scope);
    if (value.kind === "value") values.push(value.value);
    else if (value.kind === "failure" || !ifSet) return value;
  }
  return having(values);
}

function sum(values: readonly Exact[]): Outcome<Exact> {
  let result: Exact | undefined = zero;
  for (const value of values) result = result && add(result, value);
  return resultOf(result);
}

function round({ value, step: stepExpr, mode }: Round, scope: Scope): Outcome {
  return withNumber(value, scope, (figure) =>
    withNumber(stepExpr, scope, (size) =>
      sign(size) <= 0 || isUnlimited(size) ? failure("undefined") : having(roundTo(figure, size, mode)),
    ),
  );
}

/** By logarithms of many digits: a value that is no fraction lies on no multiple, one that is comes out whole. */
function roundedPowerOf({ base, exponent, step: stepExpr, mode }: RoundedPower, scope: Scope): Outcome {
  const raised = base === undefined ? having(undefined) : evaluateNumber(base, scope);
  if (raised.kind !== "value") return raised;
  return withNumber(exponent, scope, (by) =>
    withNumber(stepExpr, scope, (size) => {
      const of = raised.value;
      if (isUnlimited(by) || (of !== undefined && (isUnlimited(of) || (sign(of) < 0 && by.d !== 1n))))
        return failure("undefined");
      if (of !== undefined && (sign(of) <= 0 || by.d === 1n)) {
        const whole = sign(of) === 0 && sign(by) > 0 ? zero : power(of, Number(by.n) / Number(by.d));
        return whole === undefined ? failure("undefined") : having(roundTo(whole, size, mode));
      }
      const Long = Decimal.clone({ precision: 300, toExpNeg: -9e15, toExpPos: 9e15 });
      const quotient = ({ n, d }: Exact) => new Long(n.toString()).div(d.toString());
      const found = of === undefined ? quotient(by).exp() : quotient(of).pow(quotient(by));
      if (found.gte(new Long(2).pow(4096)) && (of === undefined || by.d !== 1n)) return failure("undefined");
      const text = found.toSignificantDigits(250).toFixed();
      const [whole = "", behind = ""] = text.split(".");
      const value = divide(exactly(whole + behind), exactly(`1${"0".repeat(behind.length)}`));
      return value === undefined ? failure("undefined") : having(roundTo(value, size, mode));
    }),
  );
}

const exactly = (digits: string): Exact => ({ n: BigInt(digits), d: 1n });

// ---------------------------------------------------------------- reads

function readParam(name: string, scope: Scope): Outcome {
  const param = scope.world.program.params.get(name);
  const value = termOf(name, scope);
  return param?.isRestated ? restated(value, param.type, undefined, scope.now) : value;
}

function termOf(name: string, scope: Scope): Outcome {
  const given = scope.world.scenario.terms.get(name);
  if (given !== undefined) return having(given);
  const initial = scope.world.program.params.get(name)?.initial;
  return initial === undefined ? absent : evaluate(initial, { ...scope, bound: [] });
}

export function choiceIn(world: World, reading: string): string {
  return world.scenario.readings.get(reading) ?? world.program.readings.get(reading)?.chosen ?? "";
}

export function stateAt(world: World, name: string, now: Moment, of?: Occurrence): Outcome {
  if (of?.isRefused) return failure("refused");
  const start = of === undefined ? 0 : (of.appliedAt ?? Infinity);
  if (now.point < start) return failure(of === undefined ? "missing data" : "undefined");
  let outcome: Outcome | undefined = of?.spoiled;
  for (const entry of world.states) {
    if (entry.name === name && entry.of === of && entry.point <= now.point) outcome = entry.outcome;
  }
  if (outcome !== undefined) return outcome;
  const initial = world.program.states.get(name)?.initial;
  const bound = of === undefined ? [] : [of];
  return initial === undefined ? absent : evaluate(initial, { world, now: momentAt(world, start), bound });
}

/** The events that have a state, from when they are being applied. */
export function havingState(world: World, name: string): Occurrence[] {
  return applying(world, world.program.states.get(name)?.owner);
}

function readField({ name }: ReadField, of: Occurrence, scope: Scope): Outcome {
  const { world, now } = scope;
  const { events, schedules } = world.program;
  const field = (events.get(of.event.event) ?? schedules.get(of.event.event)?.rows)?.fields.get(name);
  if (field === undefined) throw new Error(`no field ${name}`);
  const value = fieldOf(of, name, scope);
  const asOf = field.asOf === undefined ? absent : fieldOf(of, field.asOf, scope);
  if (asOf.kind !== "value") {
    const taken = of.appliedAt === undefined ? now : momentAt(world, of.appliedAt);
    return restated(value, field.type, taken, now);
  }
  const taken = (asOf.value as PlainDate) >= now.day ? now : lastMomentOf(world, asOf.value as PlainDate);
  return restated(value, field.type, taken, now);
}

/** A field as it stands: as it was given, or as its start value was when the event was reported. */
export function fieldOf(of: Occurrence, name: string, { world }: Scope): Outcome {
  const given = of.event.fields.get(name);
  if (given !== undefined) return having(given);
  const initial = world.program.events.get(of.event.event)?.fields.get(name)?.initial;
  return initial === undefined ? absent : evaluate(initial, { world, now: reportOf(of), bound: [of] });
}

/** The moment at which an event is reported, for what looks at nothing but fields, terms, readings and calendars. */
export function reportOf({ event }: Occurrence): Moment {
  return { point: -1, day: event.on, ended: false, basis: one };
}

// ---------------------------------------------------------------- definitions

function definitionOf(world: World, key: string): Definition {
  const definition = world.program.definitions.get(key);
  if (definition === undefined) throw new Error(`no definition ${key}`);
  return definition;
}

/** A definition at this moment; a fixed one as it was taken, restated in this moment's shares. */
export function readDefinition(key: string, bound: readonly Occurrence[], scope: Scope): Outcome {
  const { world, now } = scope;
  const definition = definitionOf(world, key);
  const [owner] = bound;
  if (definition.isFixed && owner !== undefined) {
    if (owner.isRefused) return failure("refused");
    if (owner.appliedAt === undefined || now.point < owner.appliedAt) return failure("undefined");
    const taken = momentAt(world, owner.appliedAt);
    return restated(takenValue(definition, owner, { ...scope, now: taken }), definition.type, taken, now);
  }
  return remembered(definition, { ...scope, bound });
}

/** A fixed value as its event fixed it; calculated when it is first asked for, always at the point of application. */
export function takenValue(definition: Definition, owner: Occurrence, scope: Scope): Outcome {
  if (owner.spoiled !== undefined) return owner.spoiled;
  if (owner.given?.key === definition.key) return owner.given.outcome;
  const known = owner.fixed.get(definition.key);
  if (known !== undefined) return known;
  const outcome = workOutDefinition(definition, { ...scope, bound: [owner] }, []);
  owner.fixed.set(definition.key, outcome);
  return outcome;
}

function remembered(definition: Definition, scope: Scope): Outcome {
  const { world, now, bound } = scope;
  const { supposed } = world;
  const isCircle = definition.solved !== undefined;
  const isOfIt = supposed?.key === definition.key && supposed.of === bound[0];
  if (isCircle && isOfIt && supposed.point === now.point && supposed.day === now.day) {
    return having(supposed.value);
  }
  const all = supposed?.known ?? world.known;
  const key = `${definition.key} | ${bound[0]?.index} | ${now.point} | ${now.day}`;
  const known = all.get(key);
  if (known !== undefined) return known;
  const outcome = isCircle ? solved(definition, scope) : workOutDefinition(definition, scope, []);
  all.set(key, outcome);
  return outcome;
}

/** The figure that a definition gives back when it is put in. */
function solved(definition: Definition, scope: Scope): Outcome {
  const { world, now } = scope;
  const outer = world.supposed;
  try {
    return fixedPoint(definition.solved ?? "straight", (value) => {
      world.supposed = {
        key: definition.key,
        of: scope.bound[0],
        point: now.point,
        day: now.day,
        value,
        known: new Map(),
      };
      return workOutDefinition(definition, scope, []);
    });
  } finally {
    world.supposed = outer;
  }
}

/** With the exceptions that apply now, those that are gone left out (docs/semantics.md, 5). */
function workOutDefinition(definition: Definition, { world, now, bound }: Scope, gone: readonly Override[]): Outcome {
  const all = world.program.overrides.filter((it) => it.definition === definition.key);
  const applying: Override[] = [];
  for (const override of all) {
    if (gone.includes(override)) continue;
    const holds = evaluate(override.guard, { world, now, bound });
    if (holds.kind !== "value") return holds;
    if (holds.value === true) applying.push(override);
  }
  if (applying.length === 0) return evaluate(definition.value, { world, now, bound });
  const first = applying.find((one) => applying.every((other) => other === one || goesBefore(one, other, all)));
  if (first === undefined) return failure("conflict");
  const takenAway = all.filter((other) => other === first || goesBefore(other, first, all));
  return evaluate(first.value, { world, now, bound, displaced: { gone: takenAway, bound } });
}

function goesBefore(one: Override, other: Override, all: readonly Override[]): boolean {
  return one.over.some(
    (section) =>
      section === other.section || all.some((middle) => middle.section === section && goesBefore(middle, other, all)),
  );
}

// ---------------------------------------------------------------- occurrences

export function nameOf(occurrence: Occurrence): string {
  return `occurrence ${occurrence.index}`;
}

export function occurrencesOf(world: World, event: string, now: Moment): Occurrence[] {
  return world.applied.filter((it) => it.event.event === event && (it.countsFrom ?? now.point + 1) <= now.point);
}

/** Why it can't be determined whether an event of the kind has taken effect by now. */
export function undeterminedOf(
  world: World,
  event: string,
  now: Moment,
  isMeant: (it: Occurrence) => boolean = () => true,
): Failed | undefined {
  const mayCount = ({ spoiled, mayCountFrom, undeterminedFrom }: Occurrence) =>
    spoiled === undefined
      ? undeterminedFrom !== undefined && undeterminedFrom <= now.day
      : mayCountFrom !== undefined && mayCountFrom <= now.point;
  const found = world.occurrences.find((it) => it.event.event === event && mayCount(it) && isMeant(it));
  if (found === undefined) return undefined;
  const why = found.spoiled ?? found.never;
  return failure(why?.kind === "failure" ? why.error : "undefined");
}

function withOccurrence<T>(expr: OccurrenceExpr, scope: Scope, use: (of: Occurrence) => Outcome<T>): Outcome<T> {
  const found = findOccurrence(expr, scope);
  return found.kind === "value" ? use(found.value) : found;
}

export function findOccurrence(expr: OccurrenceExpr, scope: Scope): Outcome<Occurrence> {
  const { world, now, bound } = scope;
  switch (expr.kind) {
    case "Bound": {
      const found = bound[expr.depth];
      if (found === undefined) throw new Error("no occurrence is bound");
      return having(found);
    }
    case "Referring":
      return withOccurrence(expr.of, scope, (of) => {
        const undetermined = undeterminedOf(world, expr.event, now, ({ event }) => event.for === of.event.id);
        if (of.event.id !== undefined && undetermined !== undefined) return undetermined;
        const all = occurrencesOf(world, expr.event, now).filter(
          ({ event }) => event.for !== undefined && event.for === of.event.id,
        );
        const found = all.at(expr.isFirst ? 0 : -1);
        return found === undefined ? absent : having(found);
      });
    case "Referred":
      return withOccurrence(expr.of, scope, ({ event, row }): Outcome<Occurrence> => {
        if (row !== undefined) return row.before === undefined ? absent : having(row.before);
        const found = world.applied.find((it) => event.for !== undefined && it.event.id === event.for);
        const counts = found?.countsFrom !== undefined && found.countsFrom <= now.point;
        if (counts) return having(found);
        const isNamed = (it: Occurrence) => it.event.id === event.for || it === standingFor(world, event.for ?? "");
        return (event.for && undeterminedOf(world, expr.event, now, isNamed)) || absent;
      });
    case "Found": {
      const undetermined = undeterminedOf(world, expr.event, now);
      if (undetermined !== undefined) return undetermined;
      const all = occurrencesOf(world, expr.event, now);
      for (const occurrence of { first: all, last: all.toReversed() }[expr.which]) {
        if (expr.where === undefined) return having(occurrence);
        const holds = evaluate(expr.where, { ...scope, bound: [occurrence, ...bound] });
        if (holds.kind !== "value") return holds;
        if (holds.value === true) return having(occurrence);
      }
      return absent;
    }
    case "Named": {
      const value =
        expr.of === undefined
          ? readDefinition(expr.key, [], scope)
          : withOccurrence(expr.of, scope, (of) => readDefinition(expr.key, [of], scope));
      if (value.kind !== "value") return value;
      const found = world.occurrences.find((it) => nameOf(it) === value.value);
      return found === undefined ? absent : having(found);
    }
    default:
      return assertNever(expr);
  }
}

// ---------------------------------------------------------------- dates

/** A date that is counted in days of a kind, or how it lies to the days that are known. */
function reached(
  date: PlainDate | undefined,
  world: World,
  from: PlainDate,
  { unit, goesBack, series }: { readonly unit: Shift["unit"]; readonly goesBack: boolean; readonly series?: string },
): Outcome<PlainDate> {
  if (date !== undefined) return having(date);
  const market = marketOf(world, series);
  const trading = [market?.days[0], market?.days.at(-1)];
  const isTraded = unit === "trading day" && series === undefined;
  const calendar = unit.endsWith("business day") ? calendarFor(world, unit) : isTraded ? world.exchange : undefined;
  const isHole = calendar !== undefined && calendar === world.exchange && isTraded && meetsHole(world, from, goesBack);
  if (isHole) return failure("missing data");
  const [first, last] = calendar ? [calendar.from, calendar.to] : unit === "trading day" ? trading : [];
  if (first === undefined || last === undefined) return failure("missing data");
  return failure("missing data", {
    isBeforeData: goesBack ? from <= last : from < first,
    liesAfter: from <= last ? (last as PlainDate) : undefined,
  });
}

/** Whether a day between the rows, on which the exchange was open, has none: from a date on, or before it. */
function meetsHole(world: World, from: PlainDate, goesBack: boolean): boolean {
  const { days } = marketOf(world) ?? { days: [] };
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return false;
  for (let day = first; day <= last; day++) {
    const isThere = goesBack ? day <= from : day >= from;
    if (isThere && isUnitDay(world, day as PlainDate, "trading day") === undefined) return true;
  }
  return false;
}

/** Where the years from 1 to 9999 don't reach, a date is missing. */
function known(date: PlainDate | undefined): Outcome<PlainDate> {
  return date === undefined ? failure("missing data") : having(date);
}

function shift({ count, unit, direction, from }: Shift, scope: Scope): Outcome {
  const { world } = scope;
  return withDate(from, scope, (date) =>
    withCount(count, scope, (steps) => {
      const signed = { after: steps, before: -steps }[direction];
      switch (unit) {
        case "month":
          return known(addMonths(date, signed));
        case "year":
          return known(addYears(date, signed));
        default:
          return reached(unitDaysAfter(world, date, signed, unit), world, date, {
            unit,
            goesBack: direction === "before",
          });
      }
    }),
  );
}

/** The calendar of business days: the one that stands in quotes before them, or the scenario's. */
function calendarFor({ calendar }: World, unit: string): Calendar {
  const name = /^"(.*)"/.exec(unit)?.[1];
  return name === undefined ? calendar : (builtInCalendar(name) ?? calendar);
}

/** The nth day of the unit strictly after (for a negative count: before) the date; the date itself for 0. */
function unitDaysAfter(
  world: World,
  date: PlainDate,
  count: number,
  unit: DayUnit,
  series?: string,
): PlainDate | undefined {
  switch (unit) {
    case "day":
      return addDays(date, count);
    case "trading day": {
      const isTraded = series === undefined && world.exchange !== undefined && count !== 0;
      if (isTraded) return exchangeDaysAfter(world, date, count);
      return count === 0 ? date : tradingDaysAfter(world, date, count, series);
    }
    default:
      return businessDaysAfter(calendarFor(world, unit), date, count);
  }
}

/** The data whose days the trading days are: those of a series, where one is named. */
export function marketOf({ program, series }: World, name = program.tradedSeries): Market | undefined {
  return name === undefined ? undefined : series.get(name);
}

function tradingDaysAfter(world: World, date: PlainDate, count: number, series?: string): PlainDate | undefined {
  const market = marketOf(world, series);
  const [first, last] = [market?.days[0], market?.days.at(-1)];
  if (market === undefined || first === undefined || last === undefined) return undefined;
  if (count > 0) {
    if (date + 1 < first) return undefined;
    return market.days[market.lastRowOnOrBefore(date) + count] as PlainDate | undefined;
  }
  if (date - 1 > last) return undefined;
  return market.days[market.lastRowOnOrBefore((date - 1) as PlainDate) + 1 + count] as PlainDate | undefined;
}

/** Day by day, each open by the calendar of the exchange; between the rows, with a row. */
function exchangeDaysAfter(world: World, date: PlainDate, count: number): PlainDate | undefined {
  let day = date;
  for (let left = Math.abs(count); left > 0; ) {
    day = (day + Math.sign(count)) as PlainDate;
    const counts = isUnitDay(world, day, "trading day");
    if (counts === undefined) return undefined;
    if (counts) left -= 1;
  }
  return day;
}

function isUnitDay(world: World, day: PlainDate, unit: DayUnit, series?: string): boolean | undefined {
  switch (unit) {
    case "day":
      return day < earliestDate ? undefined : true;
    case "trading day": {
      const market = marketOf(world, series);
      if (series === undefined && world.exchange !== undefined) {
        const isOpen = isBusinessDay(world.exchange, day);
        const isWithin = market !== undefined && day >= (market.days[0] ?? day + 1) && day <= (market.days.at(-1) ?? 0);
        return isOpen === true && isWithin && market.rowOf(day) < 0 ? undefined : isOpen;
      }
      if (market === undefined || day < (market.days[0] ?? day + 1) || day > (market.days.at(-1) ?? 0))
        return undefined;
      return market.rowOf(day) >= 0;
    }
    default:
      return isBusinessDay(calendarFor(world, unit), day);
  }
}

type Stepping = Pick<Step, "unit" | "relation" | "series">;

export function step(it: Stepping, from: PlainDate, world: World): Outcome<PlainDate> {
  return reached(stepTo(it, from, world), world, from, { ...it, goesBack: forwardOf[it.relation] < 0 });
}

/** A day that may not lie before another one. */
function observed({ notBefore }: Step, found: Outcome<PlainDate>, scope: Scope): Outcome {
  if (notBefore === undefined || found.kind !== "value") return found;
  return withDate(notBefore, scope, (first) => (found.value < first ? failure("missing data") : found));
}

function stepTo({ unit, relation, series }: Stepping, from: PlainDate, world: World): PlainDate | undefined {
  const calendar = unit.endsWith("business day") ? calendarFor(world, unit) : undefined;
  if (calendar && relation === "on or after") return onOrAfter(calendar, from);
  if (calendar && relation === "on or before") return onOrBefore(calendar, from);
  if (relation === "modified following" || relation === "modified preceding")
    return adjusted(relation, unit, from, world);
  const forward = forwardOf[relation];
  if (relation === "after" || relation === "before") return unitDaysAfter(world, from, forward, unit, series);
  if (isUnitDay(world, from, unit, series) === true) return from;
  if (isUnitDay(world, from, unit, series) === undefined) return undefined;
  return unitDaysAfter(world, from, forward, unit, series);
}

/** Of the days of the date's month from it on (or back), the nearest of the unit; where there is none, the nearest the other way. */
function adjusted(
  convention: "modified following" | "modified preceding",
  unit: DayUnit,
  from: PlainDate,
  world: World,
): PlainDate | undefined {
  const isForward = convention === "modified following";
  const end = isForward ? lastOfMonth(from) : firstOfMonth(from);
  for (let away = 0; away <= Math.abs(end - from); away++) {
    const day = (isForward ? from + away : from - away) as PlainDate;
    const belongs = isUnitDay(world, day, unit);
    if (belongs === undefined || belongs) return belongs ? day : undefined;
  }
  return unitDaysAfter(world, from, isForward ? -1 : 1, unit);
}

const forwardOf: { readonly [K in Step["relation"]]: 1 | -1 } = {
  "modified following": 1,
  "modified preceding": -1,
  "on or after": 1,
  after: 1,
  "on or before": -1,
  before: -1,
};

function periodEdge({ which, unit, period }: PeriodEdge, of: PlainDate, world: World): Outcome {
  const firsts = { month: firstOfMonth, quarter: firstOfQuarter, year: firstOfYear };
  const lasts = { month: lastOfMonth, quarter: lastOfQuarter, year: lastOfYear };
  switch (which) {
    case "first":
      return step({ unit, relation: "on or after" }, firsts[period](of), world);
    case "last":
      return step({ unit, relation: "on or before" }, lasts[period](of), world);
    default:
      return assertNever(which);
  }
}

function every({ months, anchor, relation, from }: Every, scope: Scope): Outcome {
  return withNumber(months, scope, (every) =>
    withDate(anchor, scope, (start) =>
      withDate(from, scope, (date) => {
        const length = wholeOf(every);
        if (length === undefined || length <= 0) return failure("undefined");
        const operator = ({ "on or after": "≥", after: ">", "on or before": "≤", before: "<" } as const)[relation];
        const isForward = forwardOf[relation] === 1;
        let last: PlainDate = start;
        for (let count = 1; ; count++) {
          const candidate = addMonths(start, count * length);
          if (candidate === undefined) return isForward ? failure("missing data") : having(last);
          if (isForward && compares(operator, candidate - date)) return having(candidate);
          if (!isForward && !compares(operator, candidate - date)) return having(last);
          last = candidate;
        }
      }),
    ),
  );
}

// ---------------------------------------------------------------- folds

/** The days of a range or window, earliest first; of those that a condition picks, the ones that have ended. */
function daysOf(days: DayRange | DayWindow, scope: Scope, isConditioned: boolean): Outcome<PlainDate[]> {
  const lastEnded = scope.now.ended ? scope.now.day : scope.now.day - 1;
  const until = isConditioned ? lastEnded : Number.POSITIVE_INFINITY;
  const dates = days.kind === "DayRange" ? rangeDays(days, until, scope) : windowDays(days, scope);
  return dates.kind === "value" ? having(dates.value.filter((day) => day <= until)) : dates;
}

/** The end of a day, or the moment itself where that day is not over. */
function endOrNow(day: PlainDate, { world, now }: Scope): Moment {
  return day >= now.day ? now : endOf(world, day, now);
}

function rangeDays(
  { unit, from, fromIncluded, to, toIncluded }: DayRange,
  until: number,
  scope: Scope,
): Outcome<PlainDate[]> {
  const { world } = scope;
  return withDate(from, scope, (start) =>
    withDate(to, scope, (end) => {
      const first = fromIncluded ? start : start + 1;
      const last = Math.min(toIncluded ? end : end - 1, until);
      const dates: PlainDate[] = [];
      for (let day = first; day <= last; day++) {
        const belongs = isUnitDay(world, day as PlainDate, unit);
        if (belongs === undefined) return failure("missing data");
        if (belongs) dates.push(day as PlainDate);
      }
      return having(dates);
    }),
  );
}

function windowDays({ count, unit, where, ending }: DayWindow, scope: Scope): Outcome<PlainDate[]> {
  const { world, now } = scope;
  return withDate(ending, scope, (end) =>
    withCount(count, scope, (length) => {
      if (length <= 0) return failure("undefined");
      if (end > now.day) return failure("missing data");
      const dates: PlainDate[] = [];
      for (let day = end; dates.length < length; day = (day - 1) as PlainDate) {
        // With a condition, a day that has not ended is not looked at: nor is whether it is one of the unit.
        if (where !== undefined && day === now.day && !now.ended) continue;
        const belongs = isUnitDay(world, day, unit);
        if (belongs === undefined) return failure("missing data");
        if (!belongs) continue;
        const meets = where === undefined ? having(true) : evaluate(where, { ...scope, now: endOrNow(day, scope) });
        if (meets.kind !== "value") return meets;
        if (meets.value === true) dates.unshift(day);
      }
      return having(dates);
    }),
  );
}

function dayFold(expr: DayFold, scope: Scope): Outcome {
  const { operation, pick, body, where } = expr;
  const days = daysOf(expr.days, scope, where !== undefined);
  if (days.kind !== "value") return days;
  const at = (inner: Expr, day: PlainDate) => {
    if (day > scope.now.day) return failure("missing data");
    const then = endOrNow(day, scope);
    return restated(evaluate(inner, { ...scope, now: then }), inner.type, then, scope.now);
  };
  if (operation === "every" || operation === "some" || operation === "no") {
    return quantified(operation, days.value, where && ((day) => at(where, day)), (day) => at(body ?? missing(), day));
  }
  const kept: PlainDate[] = [];
  const values: unknown[] = [];
  for (const day of days.value) {
    if (where !== undefined) {
      const holds = at(where, day);
      if (holds.kind !== "value") return holds;
      if (holds.value !== true) continue;
    }
    kept.push(day);
    if (body === undefined) continue;
    const value = at(body, day);
    if (value.kind !== "value") return value;
    values.push(value.value);
  }
  switch (operation) {
    case "number":
      return having(exact(kept.length));
    case "first":
      return kept[0] === undefined ? absent : having(kept[0]);
    case "last": {
      const last = kept.at(-1);
      return last === undefined ? absent : having(last);
    }
    default:
  }
  if (pick === undefined) return folded(operation, values);
  return withCount(pick.count, scope, (count) => {
    if (count <= 0) return failure("undefined");
    if (values.length < count) return failure("missing data");
    const rising = values.toSorted((a, b) => order(a, b));
    return folded(operation, { lowest: rising, highest: rising.toReversed() }[pick.which].slice(0, count));
  });
}

function missing(): never {
  throw new Error("a fold without its body");
}

type Quantifier = "every" | "some" | "no";

/** `every`, `some`, `no`: decided by the first that decides. */
function quantified<T>(
  quantifier: Quantifier,
  all: readonly T[],
  where: ((one: T) => Outcome) | undefined,
  body: (one: T) => Outcome,
): Outcome {
  const deciding = quantifier !== "every";
  const conditions = all.map((one) => () => {
    const belongs = where?.(one) ?? having(true);
    if (belongs.kind !== "value") return belongs;
    return belongs.value === true ? body(one) : having(!deciding);
  });
  const found = decided(conditions, deciding);
  return found.kind === "value" && quantifier === "no" ? having(found.value === false) : found;
}

/** An operation that is neither a quantifier nor a choice of days folds values. */
type ValueFold = Exclude<DayFold["operation"] | EventFold["operation"], Quantifier | "number" | "first" | "last">;

function folded(operation: ValueFold, values: readonly unknown[]): Outcome {
  switch (operation) {
    case "sum":
      return sum(values as Exact[]);
    case "product": {
      let product: Exact | undefined = one;
      for (const value of values as Exact[]) product = product && multiply(product, value);
      return resultOf(product);
    }
    case "average": {
      if (values.length === 0) return absent;
      const whole = sum(values as Exact[]);
      return whole.kind === "value" ? resultOf(divide(whole.value, exact(values.length))) : whole;
    }
    case "lowest":
    case "earliest":
      return extremeOf(values, "least");
    case "highest":
    case "latest":
      return extremeOf(values, "greatest");
    default:
      return assertNever(operation);
  }
}

/** All rows of a schedule at a moment. */
export function rowsOf(name: string, scope: Scope): Outcome<readonly Occurrence[]> {
  const known = knownRowsOf(name, scope);
  if (known.kind !== "value") return known;
  return known.value.open?.because ?? having(known.value.all);
}

/** The rows that are known, made once. */
function knownRowsOf(name: string, { world, now }: Scope): Outcome<KnownRows> {
  const schedule = world.program.schedules.get(name);
  if (schedule === undefined) throw new Error(`no schedule ${name}`);
  const { dates } = schedule;
  const moved = dates.made === "by cycle" ? dates.moved : undefined;
  const key = `${name} | ${now.point} | ${now.day}`;
  const rows =
    world.rows.get(key) ??
    makeRows(schedule, {
      evaluate: (part, row) => evaluate(part, { world, now, bound: row === undefined ? [] : [row] }),
      rowsOf: (other) => rowsOf(other, { world, now, bound: [] }),
      given: world.scenario.lists?.get(name) ?? [],
      move: (date) => (moved === undefined ? having(date) : step(moved, date, world)),
    });
  world.rows.set(key, rows);
  return rows;
}

/** The rows of a schedule between two days, or the events of a kind so far. */
function foldedOver({ event, dates }: EventFold, scope: Scope): Outcome<readonly Occurrence[]> {
  if (dates === undefined) {
    return undeterminedOf(scope.world, event, scope.now) ?? having(occurrencesOf(scope.world, event, scope.now));
  }
  const from = dates.from && evaluateDate(dates.from, scope);
  if (from !== undefined && from.kind !== "value") return from;
  const to = dates.to && evaluateDate(dates.to, scope);
  if (to !== undefined && to.kind !== "value") return to;
  const rows = knownRowsOf(event, scope);
  if (rows.kind !== "value") return rows;
  const { all, open } = rows.value;
  const last = to === undefined ? Infinity : to.value - (dates.toIncluded ? 0 : 1);
  if (open !== undefined && last >= open.from) return open.because;
  const isBehind = (day: PlainDate) =>
    from === undefined || (dates.fromIncluded ? day >= from.value : day > from.value);
  const isBefore = (day: PlainDate) => to === undefined || (dates.toIncluded ? day <= to.value : day < to.value);
  return having(all.filter(({ event: { on } }) => isBehind(on) && isBefore(on)));
}

function eventFold(fold: EventFold, scope: Scope): Outcome {
  const { operation, body, where } = fold;
  const members = foldedOver(fold, scope);
  if (members.kind !== "value") return members;
  const all = members.value;
  const at = (inner: Expr, one: Occurrence) => evaluate(inner, { ...scope, bound: [one, ...scope.bound] });
  if (operation === "every" || operation === "some" || operation === "no") {
    return quantified(operation, all, where && ((one) => at(where, one)), (one) => at(body ?? missing(), one));
  }
  const values: unknown[] = [];
  let count = 0;
  for (const one of all) {
    if (where !== undefined) {
      const holds = at(where, one);
      if (holds.kind !== "value") return holds;
      if (holds.value !== true) continue;
    }
    if (body !== undefined) {
      const value = at(body, one);
      if (value.kind === "failure") return value;
      if (value.kind === "absent") continue;
      values.push(value.value);
    }
    count++;
  }
  return operation === "number" ? having(exact(count)) : folded(operation, values);
}

/** A day count with its periods, and the calendar by which business/252 counts. */
export function countingOf(
  { basis, periods }: { readonly basis: Expr; readonly periods?: InterestPeriods | undefined },
  scope: Scope,
): Outcome<DayCounting> {
  const counted = evaluate(basis, scope);
  if (counted.kind !== "value") return counted;
  const { calendar, program } = scope.world;
  const name = counted.value as DayCount;
  const maturity = program.maturesOn === undefined ? undefined : maturityOf(program.maturesOn, scope);
  if (periods === undefined) return having({ name, calendar, maturity });
  return withDate(periods.anchor, scope, (anchor) =>
    having({ name, calendar, maturity, periods: { months: periods.months, anchor } }),
  );
}

function maturityOf(name: string, scope: Scope): PlainDate | undefined {
  const read = {
    kind: "ReadParam",
    name,
    type: { kind: "date" },
    span: { source: undefined as never, start: 0, end: 0 },
  } as const;
  const day = evaluate(read, scope);
  return day.kind === "value" ? (day.value as PlainDate) : undefined;
}

/** Whether it is known how much a day counts. */
export function isCountable({ name, calendar }: DayCounting, day: PlainDate): boolean {
  return name !== "business/252" || (calendar !== undefined && isBusinessDay(calendar, day) !== undefined);
}

function interest({ rate, base, days, basis, periods }: Interest, scope: Scope): Outcome {
  const dates = daysOf(days, scope, false);
  if (dates.kind !== "value") return dates;
  return withNumber(rate, scope, (perYear) => {
    const counted = countingOf({ basis, periods }, scope);
    if (counted.kind !== "value") return counted;
    const [first, last] = [dates.value[0], dates.value.at(-1)];
    if (first === undefined || last === undefined) return having(zero);
    // By AFB the years of a range are counted back from its end.
    const isAfb = counted.value.name === "actual/actual AFB" && counted.value.periods === undefined;
    const dayCount = isAfb ? { ...counted.value, periods: { months: 12, anchor: nextDay(last) } } : counted.value;
    if (dayCount.periods === undefined && goesByPeriods(dayCount.name)) return failure("undefined");
    if ([first, last].some((day) => !isCountable(dayCount, day))) return failure("missing data");
    let weighted: Exact | undefined = zero;
    for (const day of dates.value) {
      const then = endOrNow(day, scope);
      const amount = restated(evaluate(base, { ...scope, now: then }), base.type, then, scope.now);
      if (amount.kind !== "value") return amount;
      const weight = multiply(amount.value as Exact, weightIn(day, nextDay(day), dayCount, first));
      weighted = weighted && weight && add(weighted, weight);
    }
    const product = weighted && multiply(weighted, perYear);
    return resultOf(product && divide(product, exact(yearBasis(dayCount.name))));
  });
}

// ---------------------------------------------------------------- accounts

export function accountAt(world: World, name: string, now: Moment, of: Occurrence | undefined): AccountState | NoValue {
  if (of?.isRefused) return failure("refused");
  if (of !== undefined && now.point < (of.appliedAt ?? Infinity)) return failure("undefined");
  const found = world.accounts.findLast((entry) => entry.name === name && entry.of === of && entry.point <= now.point);
  return found?.account ?? of?.spoiled ?? emptyAccount;
}

/** The events that have what belongs to each event of a kind, from when they are being applied. */
export function applying(world: World, owner: string | undefined): Occurrence[] {
  return world.occurrences.filter((it) => it.event.event === owner && it.appliedAt !== undefined && !it.isRefused);
}

/** Every account of the note, and that of each event that has one. */
export function accountsHeld(
  world: World,
): { readonly name: string; readonly account: Account; readonly of: Occurrence | undefined }[] {
  return [...world.program.accounts].flatMap(([name, account]) => {
    const having = account.owner === undefined ? [undefined] : applying(world, account.owner);
    return having.map((of) => ({ name, account, of }));
  });
}

export function isState(account: AccountState | NoValue): account is AccountState {
  return "lots" in account;
}

function measure(expr: AccountMeasure, scope: Scope): Outcome {
  const { of } = expr;
  return of === undefined
    ? measureOf(expr, undefined, scope)
    : withOccurrence(of, scope, (owner) => measureOf(expr, owner, scope));
}

function measureOf(
  { measure: what, account: name, on }: AccountMeasure,
  of: Occurrence | undefined,
  scope: Scope,
): Outcome {
  const { world, now } = scope;
  // Before the note exists nothing is owed.
  if (now.point < 0 && of === undefined) return what === "first overdue" ? absent : having(zero);
  const account = accountAt(world, name, now, of);
  if (!isState(account)) return account;
  const unpaid = (parts: readonly Part[]) => having(sumOf(parts.map(unpaidOf)));
  switch (what) {
    case "unpaid": {
      const parts = [...account.items, ...account.lots];
      return on === undefined ? unpaid(parts) : partOf(parts, on, { name, of }, scope);
    }
    case "due":
      return unpaid(account.items.filter(({ dueOn }) => dueOn <= now.day));
    case "overdue": {
      const parts = account.items.filter((item) => isOverdue(item, now));
      return on === undefined ? unpaid(parts) : partOf(parts, on, { name, of }, scope);
    }
    case "first overdue": {
      const open = account.items.filter((item) => isOverdue(item, now) && sign(unpaidOf(item)) !== 0);
      return extremeOf(
        open.map(({ payableOn }) => payableOn),
        "least",
      );
    }
    case "accruing":
      return unpaid(account.lots);
    case "paid":
      return having(account.paid);
    case "payable":
      return withDate(on ?? missing(), scope, (date) =>
        having(sumOf(account.items.filter(({ payableOn }) => payableOn === date).map(({ charged }) => charged))),
      );
    default:
      return assertNever(what);
  }
}

/** Of what accrued on base that is still outstanding, the share of so much of it. */
function partOf(
  parts: readonly Part[],
  on: Expr,
  { name, of }: { readonly name: string; readonly of: Occurrence | undefined },
  scope: Scope,
): Outcome {
  return withNumber(on, scope, (part) => {
    if (sign(part) === 0) return having(zero);
    const base = scope.world.program.accounts.get(name)?.accrual?.base;
    if (base === undefined) return failure("undefined");
    return withNumber(base, { ...scope, bound: of === undefined ? [] : [of] }, (whole) => {
      const share = divide(part, whole);
      return resultOf(share && multiply(sumOf(parts.map(({ attached }) => attached)), share));
    });
  });
}

export function isOverdue({ payableOn }: Item, now: Moment): boolean {
  return payableOn < now.day || (payableOn === now.day && now.ended);
}

/** What calendar rules make due of an account as today ends, or waive: lots of all or some months, a part of the lots, a charge. */
export interface FallingDue {
  readonly months: "all" | readonly PlainDate[];
  /** What is waived, or falls due by itself later. */
  readonly apart: "all" | readonly PlainDate[];
  readonly inPart: Exact;
  readonly charged: Exact;
}

export function fallingDueToday(world: World, account: string, now: Moment, of: Occurrence | undefined): FallingDue {
  const months: { [S in "due" | "apart"]: PlainDate[] } = { due: [], apart: [] };
  const isAll = { due: false, apart: false };
  let [inPart, charged] = [zero, zero];
  const fired = world.program.rules.flatMap((rule) =>
    firesToday(rule, { world, now, bound: [] }).flatMap((bound) => rule.changes.map((change) => ({ change, bound }))),
  );
  for (const { change, bound: outer } of fired) {
    if (change.kind !== "AccountPosting" || change.account !== account) continue;
    const bound = boundFor(change.of, of, { world, now, bound: outer });
    if (bound === undefined) continue;
    const scope = { world, now, bound };
    if (change.verb !== "charge" && change.verb !== "fall due" && change.verb !== "waive") continue;
    const named = change.verb === "fall due" ? [change.dueOn, change.payableOn] : [change.dueOn ?? change.payableOn];
    const dated = named.filter((it) => it !== undefined);
    const dates = dated.length === 0 ? [having(now.day)] : dated.map((it) => evaluateDate(it, scope));
    const isByToday = dates.some((it) => it.kind === "value" && it.value <= now.day);
    const isOfMonth = change.verb === "fall due" && change.amount === undefined && change.monthOf !== undefined;
    if (!isByToday && !isOfMonth) continue;
    const sort = isByToday && change.verb !== "waive" ? "due" : "apart";
    const amount = change.amount === undefined ? undefined : evaluateNumber(change.amount, scope);
    const figure = amount?.kind === "value" && !isUnlimited(amount.value) ? amount.value : zero;
    if (change.verb === "charge") charged = sumOf([charged, figure]);
    else if (change.amount !== undefined) inPart = sumOf([inPart, figure]);
    else if (change.monthOf === undefined) isAll[sort] = true;
    else {
      const month = evaluateDate(change.monthOf, scope);
      if (month.kind === "value") months[sort].push(firstOfMonth(month.value));
    }
  }
  const named = (sort: "due" | "apart") => (isAll[sort] ? "all" : months[sort]);
  return { months: named("due"), apart: named("apart"), inPart, charged };
}

/** What is bound in a posting to the account of an event, where it is known to be one to that of this event. */
function boundFor(
  events: AccountPosting["of"],
  of: Occurrence | undefined,
  scope: Scope,
): readonly Occurrence[] | undefined {
  if (events === undefined || of === undefined) return scope.bound;
  if (events.kind === "One") {
    const found = findOccurrence(events.event.of, scope);
    return found.kind === "value" && found.value === of ? scope.bound : undefined;
  }
  const bound = [of, ...scope.bound];
  const holds = events.where === undefined ? having(true) : evaluate(events.where, { ...scope, bound });
  return holds.kind === "value" && holds.value === true ? bound : undefined;
}

/** For what a rule fires today: once with nothing bound, or for each row of its schedule. */
function firesToday({ trigger, condition }: Rule, scope: Scope): readonly (readonly Occurrence[])[] {
  const found = trigger.kind === "Calendar" || trigger.kind === "Schedule" ? boundToday(trigger, scope) : having([]);
  if (found.kind !== "value") return [];
  return found.value.filter((bound) => {
    const holds = condition === undefined ? having(true) : evaluate(condition, { ...scope, bound });
    return holds.kind === "value" && holds.value === true;
  });
}

/** What is bound where a rule of the calendar has its day today, once for each time that it fires. */
export function boundToday(
  trigger: Extract<Rule["trigger"], { kind: "Calendar" | "Schedule" }>,
  scope: Scope,
): Outcome<readonly (readonly Occurrence[])[]> {
  const { day } = scope.now;
  if (trigger.kind === "Calendar") {
    return withDate(trigger.date, scope, (date) => having(date === day ? [[]] : []));
  }
  const rows = knownRowsOf(trigger.schedule, scope);
  if (rows.kind !== "value") return rows;
  const { all, open } = rows.value;
  if (open !== undefined && day >= open.from) return open.because;
  return having(all.filter(({ event: { on } }) => on === day).map((row) => [row]));
}

// ---------------------------------------------------------------- families

/** Each watch with each occurrence of its owner, or with none where it has no owner. */
export function membersOf(
  world: World,
  now: Moment,
  defaults: readonly DefaultCondition[],
): { defaultCondition: DefaultCondition; occurrence: Occurrence | undefined }[] {
  return defaults.flatMap(
    (defaultCondition): { defaultCondition: DefaultCondition; occurrence: Occurrence | undefined }[] =>
      defaultCondition.owner === undefined
        ? [{ defaultCondition, occurrence: undefined }]
        : occurrencesOf(world, defaultCondition.owner, now).map((occurrence) => ({ defaultCondition, occurrence })),
  );
}

/** How a member stands: the last move that it made. */
export function lastMove(
  world: World,
  defaultCondition: DefaultCondition,
  occurrence: Occurrence | undefined,
  now: Moment,
): DefaultMove | undefined {
  return world.moves.findLast(
    (it) => it.defaultCondition === defaultCondition && it.occurrence === occurrence && it.point <= now.point,
  );
}

/** For each member that the family has: since when it continues, undefined where it does not. */
function continuing(
  { family, sections }: FamilyHolds | FamilyStart,
  { world, now }: Scope,
): Outcome<Outcome<PlainDate> | undefined>[] {
  const defaults = world.program.defaultConditions.filter(
    (defaultCondition) =>
      defaultCondition.family === family && (sections.length === 0 || sections.includes(defaultCondition.section)),
  );
  const asItStands = ({ defaultCondition, occurrence }: ReturnType<typeof membersOf>[number]) => {
    const last = lastMove(world, defaultCondition, occurrence, now);
    if (last?.move === "is unknown") return last.unknown?.kind === "failure" ? last.unknown : failure("undefined");
    const hasOccurred = last?.move === "occurs" || last?.move === "occurs unseen";
    const since = hasOccurred ? (last.unknown ?? having(last.day)) : undefined;
    if (since !== undefined && defaultCondition.ends === "never") return having(since);
    if (since === undefined && defaultCondition.deadline !== undefined) return having(undefined);
    const holds = evaluate(defaultCondition.condition, {
      world,
      now,
      bound: occurrence === undefined ? [] : [occurrence],
    });
    if (holds.kind !== "value") return holds;
    return having(holds.value === true ? (since ?? having(now.day)) : undefined);
  };
  return defaults.flatMap((it) => {
    const undetermined = it.owner === undefined ? undefined : undeterminedOf(world, it.owner, now);
    return [...(undetermined === undefined ? [] : [undetermined]), ...membersOf(world, now, [it]).map(asItStands)];
  });
}

function familyHolds(expr: FamilyHolds, scope: Scope): Outcome {
  const members = continuing(expr, scope);
  if (members.some((it) => it.kind === "value" && it.value !== undefined)) return having(true);
  const open = members.find((it) => it.kind !== "value");
  return open === undefined ? having(false) : (open as NoValue);
}

function familyStart(expr: FamilyStart, scope: Scope): Outcome {
  const starts: PlainDate[] = [];
  for (const member of continuing(expr, scope)) {
    if (member.kind !== "value") return member;
    if (member.value === undefined) continue;
    if (member.value.kind !== "value") return member.value;
    starts.push(member.value.value);
  }
  return extremeOf(starts, "least");
}
