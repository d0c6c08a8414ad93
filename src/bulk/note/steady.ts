/**
 * Values that are the same on every path, as they hang on nothing but deal terms, readings, calendars, the day, and the days
 * of events: worked out once, in exact numbers, when a note is compiled.
 */
import { assertNever } from "../../base/assert-never.ts";
import type {
  Arithmetic,
  Compare,
  CoreProgram,
  DayRange,
  Expr,
  Occurrence,
  Plan,
  PlanRule,
  Shift,
  Step,
  Value,
} from "../../core/core.ts";
import type { Calendar } from "../../units/business-days.ts";
import { isBusinessDay } from "../../units/business-days.ts";
import { calendarOf } from "../../units/calendars/day-unit.ts";
import type { Exact } from "../../units/exact.ts";
import { add, compare, divide, exact, multiply, raise, roundTo, sign, subtract } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import * as dates from "../../units/plain-date.ts";
import type { BulkSetting } from "../setting.ts";

/** No value, with a reason; no value that could be determined. */
export const absent: unique symbol = Symbol("absent");
export const fault: unique symbol = Symbol("fault");
export type Steady = Value | typeof absent | typeof fault;

/** Which day it is, and the days of the events that are bound, innermost first. */
export interface Scene {
  readonly day: PlainDate;
  readonly bound: readonly (PlainDate | undefined)[];
}

/** What a value hangs on, if it is the same on every path. */
export interface Needs {
  readonly day: boolean;
  /** Depths of the bound events whose day it reads. */
  readonly bound: readonly number[];
}

const nothing: Needs = { day: false, bound: [] };

function joined(parts: readonly (Needs | undefined)[]): Needs | undefined {
  let all: Needs = nothing;
  for (const part of parts) {
    if (part === undefined) return undefined;
    all = {
      day: all.day || part.day,
      bound: [...new Set([...all.bound, ...part.bound])],
    };
  }
  return all;
}

export class SteadyValues {
  readonly #program: CoreProgram;
  readonly #setting: BulkSetting;
  readonly #rows: ReadonlySet<number>;
  readonly #needs = new Map<string, Needs | undefined>();

  /** Whether a path may change what a share is. */
  get canSplit(): boolean {
    return this.#canSplit;
  }
  readonly #canSplit: boolean;

  constructor(program: CoreProgram, plan: Plan, setting: BulkSetting) {
    this.#program = program;
    this.#setting = setting;
    this.#rows = new Set(setting.rowDays);
    const splits = plan.rules.filter(({ gives }) => program.shareAdjustments.has(gives.event));
    this.#canSplit = splits.some((rule) => !this.isNever(rule));
    // What was asked so far did not know yet whether a split can come.
    this.#needs.clear();
  }

  /** Whether the condition of a rule is never so. */
  isNever({ condition }: PlanRule): boolean {
    return condition !== undefined && this.alwaysOf(condition) === false;
  }

  /** What is the same on all days of all paths; a fault for what is not. */
  alwaysOf(expr: Expr): Steady {
    const needs = this.needsOf(expr);
    if (needs === undefined || needs.day || needs.bound.length > 0) return fault;
    return this.valueOf(expr, { day: dates.earliestDate, bound: [] });
  }

  /** The start of a signal of which the paths say nothing. */
  #signalOf(name: string): Expr | undefined {
    const state = this.#program.states.get(name);
    return state?.isSignal === true && this.#setting.hasSignals !== true ? state.initial : undefined;
  }

  choiceOf(reading: string): string {
    return this.#setting.readings.get(reading) ?? this.#program.readings.get(reading)?.chosen ?? "";
  }

  termOf(name: string): Steady {
    const given = this.#setting.terms.get(name);
    if (given !== undefined) return given;
    const initial = this.#program.params.get(name)?.initial;
    return initial === undefined ? absent : this.valueOf(initial, { day: dates.earliestDate, bound: [] });
  }

  /** Undefined where paths differ in it. */
  needsOf(expr: Expr): Needs | undefined {
    const all = (...parts: readonly (Expr | undefined)[]) =>
      joined(parts.map((it) => (it === undefined ? nothing : this.needsOf(it))));
    switch (expr.kind) {
      case "Constant":
        return expr.isRestated && this.#canSplit ? undefined : nothing;
      case "ReadParam":
        return this.#program.params.get(expr.name)?.isRestated && this.#canSplit ? undefined : nothing;
      case "ReadingIs":
        return nothing;
      case "Today":
        return { day: true, bound: [] };
      case "ReadDefinition":
        return expr.of === undefined || expr.of.kind === "Bound" ? this.#ofDefinition(expr.key, expr.of) : undefined;
      case "EventMoment":
        return expr.moment === "date" && expr.of.kind === "Bound" ? { day: false, bound: [expr.of.depth] } : undefined;
      case "Arithmetic":
      case "Compare":
        return all(expr.left, expr.right);
      case "Extreme":
      case "Total":
        return all(...expr.operands.map(({ value }) => value));
      case "Case":
        return all(...expr.arms.flatMap(({ condition, value }) => [condition, value]), expr.otherwise);
      case "ByReading":
        return all(expr.arms.get(this.choiceOf(expr.reading)));
      case "OnlyWhile":
        return all(expr.value, expr.condition);
      case "OrElse":
        return all(expr.value, expr.fallback);
      case "Round":
        return all(expr.value, expr.step);
      case "Shift":
        return all(expr.from, expr.count);
      case "Step":
        return all(expr.from, expr.notBefore);
      case "PeriodEdge":
      case "DatePart":
        return all(expr.of);
      case "Every":
        return all(expr.months, expr.anchor, expr.from);
      case "IsSet":
        return all(expr.value);
      case "Not":
        return all(expr.condition);
      case "Logic":
        return all(...expr.conditions);
      case "DayFold": {
        const { days, body, where, operation } = expr;
        const isOfDays = operation === "number" || operation === "first" || operation === "last";
        if (!isOfDays || body !== undefined || where !== undefined || days.kind === "DayWindow") return undefined;
        return all(days.from, days.to);
      }
      case "ReadState": {
        const signal = this.#signalOf(expr.name);
        return signal === undefined ? undefined : this.needsOf(signal);
      }
      case "ReadDisplaced":
      case "ReadField":
      case "MarketPrice":
      case "RoundedPower":
      case "AsOf":
      case "AccountMeasure":
      case "Interest":
      case "EventFold":
      case "HasHappened":
      case "FamilyHolds":
      case "FamilyStart":
      case "TimeElsewhere":
      case "TimeShift":
      case "Phrase":
      case "OccurrenceValue":
        return undefined;
      default:
        return assertNever(expr);
    }
  }

  #ofDefinition(key: string, of: Occurrence | undefined): Needs | undefined {
    if (!this.#needs.has(key)) {
      // What depends on itself is not steady.
      this.#needs.set(key, undefined);
      this.#needs.set(key, this.#ofClause(key));
    }
    const found = this.#needs.get(key);
    if (found === undefined || of?.kind !== "Bound") return found;
    return {
      day: found.day,
      bound: found.bound.map((depth) => depth + of.depth),
    };
  }

  #ofClause(key: string): Needs | undefined {
    const definition = this.#program.definitions.get(key);
    if (definition === undefined || definition.isFixed || definition.solved !== undefined) return undefined;
    if (this.#program.overrides.some((it) => it.definition === key)) return undefined;
    return this.needsOf(definition.value);
  }

  valueOf(expr: Expr, scene: Scene): Steady {
    switch (expr.kind) {
      case "Constant":
        return expr.value;
      case "ReadParam":
        return this.termOf(expr.name);
      case "ReadingIs":
        return this.choiceOf(expr.reading) === expr.choice;
      case "Today":
        return scene.day;
      case "ReadDefinition": {
        const definition = this.#program.definitions.get(expr.key);
        // Nor one with an exception, or that an event fixes: what it is differs from path to path.
        if (definition === undefined || this.#ofDefinition(expr.key, undefined) === undefined) return fault;
        const bound = expr.of?.kind === "Bound" ? scene.bound.slice(expr.of.depth) : [];
        return this.valueOf(definition.value, { day: scene.day, bound });
      }
      case "ReadState": {
        const signal = this.#signalOf(expr.name);
        return signal === undefined ? fault : this.valueOf(signal, scene);
      }
      case "EventMoment":
        return (expr.of.kind === "Bound" ? scene.bound[expr.of.depth] : undefined) ?? fault;
      case "Arithmetic":
        return this.#arithmetic(expr, scene);
      case "Compare":
        return this.#compare(expr, scene);
      case "Extreme": {
        const operands = this.#operands(expr.operands, scene);
        if (!Array.isArray(operands)) return fault;
        const sign = expr.which === "least" ? -1 : 1;
        return operands.reduce<Steady>(
          (best, it) => (best === absent || orderOf(it, best) * sign > 0 ? it : best),
          absent,
        );
      }
      case "Total": {
        const operands = this.#operands(expr.operands, scene);
        if (!Array.isArray(operands)) return fault;
        return operands.reduce<Steady>(
          (sum, it) => (isExact(sum) && isExact(it) ? (add(sum, it) ?? fault) : fault),
          exact(0),
        );
      }
      case "Case": {
        for (const { condition, value } of expr.arms) {
          const holds = this.valueOf(condition, scene);
          if (typeof holds !== "boolean") return holds;
          if (holds) return this.valueOf(value, scene);
        }
        return this.valueOf(expr.otherwise, scene);
      }
      case "ByReading": {
        const arm = expr.arms.get(this.choiceOf(expr.reading));
        return arm === undefined ? fault : this.valueOf(arm, scene);
      }
      case "OnlyWhile": {
        const holds = this.valueOf(expr.condition, scene);
        if (typeof holds !== "boolean") return holds;
        return holds ? this.valueOf(expr.value, scene) : absent;
      }
      case "OrElse": {
        const value = this.valueOf(expr.value, scene);
        return value === absent ? this.valueOf(expr.fallback, scene) : value;
      }
      case "Round": {
        const [value, step]: readonly [Steady, Steady] = [
          this.valueOf(expr.value, scene),
          this.valueOf(expr.step, scene),
        ];
        if (!isExact(value)) return value;
        return isExact(step) && sign(step) > 0 && step.d !== 0n ? roundTo(value, step, expr.mode) : fault;
      }
      case "Shift":
        return this.#shift(expr, scene);
      case "Step": {
        const from = this.#date(expr.from, scene);
        const found = typeof from === "number" ? this.#step(expr, from) : undefined;
        if (found === undefined) return fault;
        const least = expr.notBefore && this.#date(expr.notBefore, scene);
        return typeof least === "number" && found < least ? fault : found;
      }
      case "PeriodEdge":
        return this.#periodEdge(expr, scene);
      case "DatePart": {
        const of = this.#date(expr.of, scene);
        return typeof of === "number" ? exact(dates.partsOf(of)[expr.part]) : of;
      }
      case "Every":
        return this.#every(expr, scene);
      case "IsSet": {
        const value = this.valueOf(expr.value, scene);
        return value === fault ? fault : value !== absent;
      }
      case "Not": {
        const holds = this.valueOf(expr.condition, scene);
        return typeof holds === "boolean" ? !holds : holds;
      }
      case "Logic": {
        const all = expr.conditions.map((it) => this.valueOf(it, scene));
        const deciding = expr.operator === "any";
        return all.includes(deciding) ? deciding : (all.find((it) => typeof it !== "boolean") ?? !deciding);
      }
      case "DayFold": {
        const days = expr.days.kind === "DayRange" ? this.daysOf(expr.days, scene) : undefined;
        if (days === undefined) return fault;
        if (expr.operation === "number") return exact(days.length);
        return (expr.operation === "first" ? days[0] : days.at(-1)) ?? absent;
      }
      default:
        return fault;
    }
  }

  /** The days of a range; undefined where one of its ends, or what kind of day one is, is not known. */
  daysOf({ unit, from, fromIncluded, to, toIncluded }: DayRange, scene: Scene): PlainDate[] | undefined {
    const [start, end] = [this.#date(from, scene), this.#date(to, scene)];
    if (typeof start !== "number" || typeof end !== "number") return undefined;
    const days: PlainDate[] = [];
    for (let day = fromIncluded ? start : start + 1; day <= (toIncluded ? end : end - 1); day += 1) {
      const date = dates.asPlainDate(day);
      const counts = this.isDay(unit, date);
      if (counts === undefined) return undefined;
      if (counts) days.push(date);
    }
    return days;
  }

  /** The nth last day of a kind on or before a date. */
  windowFrom(unit: Shift["unit"], ending: PlainDate, count: number): PlainDate[] | undefined {
    const days: PlainDate[] = [];
    for (let day: number = ending; days.length < count; day -= 1) {
      const date = dates.asPlainDate(day);
      const counts = this.isDay(unit, date);
      if (counts === undefined) return undefined;
      if (counts) days.unshift(date);
    }
    return days;
  }

  isDay(unit: Shift["unit"], day: PlainDate): boolean | undefined {
    if (unit === "day") return day >= dates.earliestDate && day <= dates.latestDate;
    if (unit !== "trading day") {
      const calendar = calendarOf(unit, this.#setting.calendar);
      return calendar === undefined ? undefined : isBusinessDay(calendar, day);
    }
    const { rowDays, exchange } = this.#setting;
    if (this.#rows.has(day)) return true;
    const isBetween = day >= (rowDays[0] ?? Infinity) && day <= (rowDays.at(-1) ?? 0);
    return isBetween ? false : this.#isOpen(exchange, day);
  }

  #isOpen(exchange: Calendar | undefined, day: PlainDate): boolean | undefined {
    return exchange === undefined ? undefined : isBusinessDay(exchange, day);
  }

  #date(expr: Expr, scene: Scene): PlainDate | typeof absent | typeof fault {
    const value = this.valueOf(expr, scene);
    if (value === absent || value === fault) return value;
    return typeof value === "number" ? dates.asPlainDate(value) : fault;
  }

  #operands(operands: readonly { readonly value: Expr; readonly ifSet: boolean }[], scene: Scene): Value[] | undefined {
    const values: Value[] = [];
    for (const { value: expr, ifSet } of operands) {
      const value = this.valueOf(expr, scene);
      if (value === absent && ifSet) continue;
      if (value === absent || value === fault) return undefined;
      values.push(value);
    }
    return values;
  }

  #arithmetic({ left, right, operator }: Arithmetic, scene: Scene): Steady {
    const [a, b]: readonly [Steady, Steady] = [this.valueOf(left, scene), this.valueOf(right, scene)];
    if (a === absent || a === fault) return a;
    if (b === absent || b === fault) return b;
    if (typeof a === "number" && typeof b === "number") return exact(a - b);
    return isExact(a) && isExact(b) ? (operate(operator, a, b) ?? fault) : fault;
  }

  #compare({ left, right, operator }: Compare, scene: Scene): Steady {
    const [a, b]: readonly [Steady, Steady] = [this.valueOf(left, scene), this.valueOf(right, scene)];
    if (a === absent || a === fault) return a;
    if (b === absent || b === fault) return b;
    return holds(operator, orderOf(a, b));
  }

  #shift({ count, unit, direction, from }: Shift, scene: Scene): Steady {
    const start = this.#date(from, scene);
    const steps = this.valueOf(count, scene);
    if (typeof start !== "number") return start;
    if (!isExact(steps) || steps.d !== 1n) return fault;
    const by = Number(steps.n) * (direction === "after" ? 1 : -1);
    if (unit === "month") return dates.addMonths(start, by) ?? fault;
    if (unit === "year") return dates.addYears(start, by) ?? fault;
    if (unit === "day") return dates.addDays(start, by) ?? fault;
    let day = start;
    for (let left = Math.abs(by); left > 0; ) {
      day = dates.asPlainDate(day + Math.sign(by));
      const counts = this.isDay(unit, day);
      if (counts === undefined) return fault;
      if (counts) left -= 1;
    }
    return day;
  }

  #step({ unit, relation }: Pick<Step, "unit" | "relation">, from: PlainDate): PlainDate | undefined {
    const seek = (start: number, by: 1 | -1): PlainDate | undefined => {
      for (let day = start; ; day += by) {
        const date = dates.asPlainDate(day);
        const counts = this.isDay(unit, date);
        if (counts === undefined) return undefined;
        if (counts) return date;
      }
    };
    const inMonth = (it: PlainDate | undefined) =>
      it !== undefined && dates.firstOfMonth(it) === dates.firstOfMonth(from);
    switch (relation) {
      case "on or after":
        return seek(from, 1);
      case "after":
        return seek(from + 1, 1);
      case "on or before":
        return seek(from, -1);
      case "before":
        return seek(from - 1, -1);
      case "modified following": {
        const found = seek(from, 1);
        return inMonth(found) ? found : seek(from, -1);
      }
      case "modified preceding": {
        const found = seek(from, -1);
        return inMonth(found) ? found : seek(from, 1);
      }
      default:
        return assertNever(relation);
    }
  }

  #periodEdge({ which, unit, period, of }: Extract<Expr, { kind: "PeriodEdge" }>, scene: Scene): Steady {
    const date = this.#date(of, scene);
    if (typeof date !== "number") return date;
    const edges = {
      first: {
        month: dates.firstOfMonth,
        quarter: dates.firstOfQuarter,
        year: dates.firstOfYear,
      },
      last: {
        month: dates.lastOfMonth,
        quarter: dates.lastOfQuarter,
        year: dates.lastOfYear,
      },
    };
    const edge = edges[which][period](date);
    if (unit === "day") return edge;
    return this.#step({ unit, relation: which === "first" ? "on or after" : "on or before" }, edge) ?? fault;
  }

  #every({ months, anchor, relation, from }: Extract<Expr, { kind: "Every" }>, scene: Scene): Steady {
    const by = this.valueOf(months, scene);
    const start = this.#date(anchor, scene);
    const date = this.#date(from, scene);
    if (typeof start !== "number") return start;
    if (typeof date !== "number") return date;
    if (!isExact(by) || by.d !== 1n || by.n <= 0n) return fault;
    const step = Number(by.n);
    let before = start;
    for (let k = 1; ; k += 1) {
      const found = dates.addMonths(start, k * step);
      if (found === undefined) return fault;
      if (relation === "on or after" && found >= date) return found;
      if (relation === "after" && found > date) return found;
      if (relation === "on or before" && found > date) return before;
      if (relation === "before" && found >= date) return before;
      before = found;
    }
  }
}

export function isExact(value: Steady): value is Exact {
  return typeof value === "object";
}

function operate(operator: Arithmetic["operator"], a: Exact, b: Exact): Exact | undefined {
  switch (operator) {
    case "+":
      return add(a, b);
    case "-":
      return subtract(a, b);
    case "*":
      return multiply(a, b);
    case "/":
      return divide(a, b);
    case "^":
      return raise(a, b);
    default:
      return assertNever(operator);
  }
}

function orderOf(a: Value, b: Steady): number {
  if (isExact(a) && isExact(b)) return compare(a, b);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return a === b ? 0 : 1;
}

function holds(operator: Compare["operator"], order: number): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "≠":
      return order !== 0;
    case "<":
      return order < 0;
    case "≤":
      return order <= 0;
    case ">":
      return order > 0;
    case "≥":
      return order >= 0;
    default:
      return assertNever(operator);
  }
}
