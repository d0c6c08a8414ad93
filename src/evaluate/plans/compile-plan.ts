/** The rules of a plan as functions: for what each acts at a moment, on which condition, and what it gives. */
import { assertNever } from "../../base/assert-never.ts";
import type { DayUnit, Expr, GivenEvent, Plan, PlanRule, Value } from "../../core/core.ts";
import type { Span } from "../../source/span.ts";
import { compare, exact, isWhole } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { date, plainNumber } from "../../units/value-type.ts";
import type { Machine } from "../compile/machine.ts";
import { occurrencesAt } from "../state/applied.ts";
import type { Binding, Code, Moment, Occurrence } from "../state/run.ts";
import { bindingOf } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, Failure, isBeforeData, isProblem } from "../values/problem.ts";

/** One time that a rule acts: for an event or a date of a schedule, or for none; or why that is unknown. */
export interface Acts {
  readonly binding: Binding | undefined;
  readonly problem?: Problem;
}

export interface CompiledPlanRule {
  readonly rule: PlanRule;
  readonly index: number;
  /** Called once each day, at the rule's moment. */
  readonly acts: (moment: Moment) => readonly Acts[];
  /** Said of one that it acted for, when that could be decided. */
  readonly done: (of: Occurrence | undefined) => void;
  readonly condition: Code<boolean> | undefined;
  readonly gives: CompiledGift;
  readonly otherwise: CompiledGift | undefined;
}

export interface CompiledGift {
  readonly gift: GivenEvent;
  readonly fields: readonly (readonly [string, Code<Value>])[];
}

/** What a rule has acted for is remembered, so each run has its own. */
export function compileRules(plan: Plan, machine: Machine): CompiledPlanRule[] {
  const { compiler } = machine;
  return plan.rules.map((rule, index) => {
    const done = new Set<Occurrence>();
    return {
      rule,
      index,
      acts: compileTrigger(rule, machine, done),
      done: (of) => {
        if (of !== undefined) done.add(of);
      },
      condition: rule.condition && compiler.condition(rule.condition),
      gives: compileGift(rule.gives, machine),
      otherwise: rule.otherwise && compileGift(rule.otherwise, machine),
    };
  });
}

function compileGift(gift: GivenEvent, { compiler }: Machine): CompiledGift {
  return { gift, fields: [...gift.fields].map(([name, value]) => [name, compiler.value(value)] as const) };
}

const once: readonly Acts[] = [{ binding: undefined }];
const never: readonly Acts[] = [];

function compileTrigger({ trigger, span }: PlanRule, machine: Machine, done: ReadonlySet<Occurrence>) {
  const { compiler } = machine;
  switch (trigger.kind) {
    case "EachDay":
      return onDay(compiler.day(dayOnOrAfter(trigger.unit, today(span), span)));
    case "OnDate": {
      const dateOf = compiler.day(trigger.date);
      const { owner } = trigger;
      return owner === undefined ? onDay(dateOf) : onceForEach(owner, dateOf, done);
    }
    case "EveryDays":
      return everyDays(trigger, span, machine);
    case "OnSchedule": {
      const rowsOf = machine.rowsOf(trigger.schedule);
      return (moment: Moment): readonly Acts[] => {
        const rows = rowsOf(moment, undefined);
        if (isProblem(rows)) return unknown(rows, undefined);
        return rows.byDate.get(moment.day)?.map((row) => ({ binding: bindingOf(row) })) ?? never;
      };
    }
    case "OnEdge":
      return onEdge(trigger, compiler.condition(trigger.condition));
    default:
      return assertNever(trigger);
  }
}

const today = (span: Span): Expr => ({ kind: "Today", type: date, span });

function dayOnOrAfter(unit: DayUnit, from: Expr, span: Span): Expr {
  return { kind: "Step", unit, relation: "on or after", from, type: date, span };
}

/** A date that is absent is no day, and neither is one that is counted from before the data. */
function unknown(problem: Problem, of: Occurrence | undefined): readonly Acts[] {
  const isNoDay = problem instanceof Absent || isBeforeData(problem);
  return isNoDay ? never : [{ binding: bindingOf(of), problem }];
}

function onDay(dateOf: Code<PlainDate>) {
  return (moment: Moment): readonly Acts[] => {
    const day = dateOf(moment, undefined);
    if (isProblem(day)) return unknown(day, undefined);
    return day === moment.day ? once : never;
  };
}

function onceForEach(owner: string, dateOf: Code<PlainDate>, done: ReadonlySet<Occurrence>) {
  return (moment: Moment): readonly Acts[] =>
    occurrencesAt(owner, moment).flatMap((of): readonly Acts[] => {
      if (done.has(of)) return never;
      const binding = bindingOf(of);
      const day = dateOf(moment, binding);
      if (isProblem(day)) return unknown(day, of);
      return day <= moment.day ? [{ binding }] : never;
    });
}

function everyDays(
  { count, unit, from }: Extract<PlanRule["trigger"], { kind: "EveryDays" }>,
  span: Span,
  { compiler }: Machine,
) {
  const each = onDay(compiler.day(dayOnOrAfter(unit, today(span), span)));
  const days = { kind: "DayRange", unit, from, fromIncluded: true, to: today(span), toIncluded: true } as const;
  const passed = compiler.figure({ kind: "DayFold", operation: "number", days, type: plainNumber, span });
  const countOf = compiler.figure(count);
  return (moment: Moment): readonly Acts[] => {
    const acts = each(moment);
    if (acts !== once) return acts;
    const [every, number] = [countOf(moment, undefined), passed(moment, undefined)];
    if (isProblem(every)) return unknown(every, undefined);
    if (isProblem(number)) return unknown(number, undefined);
    if (!isWhole(every) || compare(every, exact(1)) < 0) {
      return [
        { binding: undefined, problem: new Failure("undefined", { kind: "no whole number", of: "shift" }, span) },
      ];
    }
    return number.n > 0n && (number.n - 1n) % every.n === 0n ? once : never;
  };
}

/** Before the first day, and before its event was applied, nothing holds; what is unknown stands as it stood. */
function onEdge({ edge, owner }: Extract<PlanRule["trigger"], { kind: "OnEdge" }>, condition: Code<boolean>) {
  const held = new Map<Occurrence | undefined, boolean>();
  return (moment: Moment): readonly Acts[] => {
    const subjects = owner === undefined ? [undefined] : occurrencesAt(owner, moment);
    return subjects.flatMap((of): readonly Acts[] => {
      const binding = bindingOf(of);
      const holds = condition(moment, binding);
      if (isProblem(holds)) return holds instanceof Absent ? never : [{ binding, problem: holds }];
      const before = held.get(of) ?? false;
      held.set(of, holds);
      return holds !== before && holds === (edge === "begins") ? [{ binding }] : never;
    });
  };
}
