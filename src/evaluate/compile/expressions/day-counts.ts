/**
 * The number of days from one date to another, and of those on which something holds that nothing but a change can move:
 * looked at once from each change to the next. Day by day, three years of late deliveries asked about each quarter take
 * longer than all the rest of the note.
 */
import { knownIn } from "../../../base/known-in.ts";
import type { DayFold, Expr } from "../../../core/core.ts";
import { isTimeless } from "../../../core/dependencies.ts";
import { sizeOf } from "../../../core/depth.ts";
import type { Exact } from "../../../units/exact.ts";
import { exact } from "../../../units/exact.ts";
import { asPlainDate } from "../../../units/plain-date.ts";
import type { Binding, Code, DaysCounted, Moment, Occurrence } from "../../state/run.ts";
import { LimitReached } from "../../values/limits.ts";
import type { Problem } from "../../values/problem.ts";
import { isProblem } from "../../values/problem.ts";
import type { Compiler } from "../compiler.ts";
import type { Bounds } from "./day-ranges.ts";
import { compileBounds } from "./day-ranges.ts";
import { withOne } from "./operands.ts";

/** Undefined where each day has to be looked at by itself. */
export function compileDayCount({ days, where }: DayFold, compiler: Compiler): Code<Exact> | undefined {
  if (days.kind !== "DayRange" || days.unit !== "day") return undefined;
  if (where !== undefined && !isTimeless(where, compiler.program)) return undefined;
  const boundsOf = compileBounds(days, where !== undefined, compiler);
  if (where === undefined) {
    return withOne(boundsOf, ({ first, last }) => exact(Math.max(0, last - first + 1)));
  }
  const holdsThen = weighed(where, compiler);
  return withOne(boundsOf, (bounds, moment, binding) => {
    const { first, last } = bounds;
    if (last - first > moment.run.limits.days) throw new LimitReached("days", where.span);
    const over = countOver(bounds, where, holdsThen, moment, binding);
    if (isProblem(over) || moment.day < first || moment.day > last) return isProblem(over) ? over : exact(over);
    // The day that asks may not be over, and has a state of its own.
    moment.run.tracer?.subject({ first: moment.day, last: moment.day });
    const holds = holdsThen(moment, binding);
    return isProblem(holds) ? holds : exact(holds ? over + 1 : over);
  });
}

/** The condition, whose evaluations count as steps. */
function weighed(where: Expr, compiler: Compiler): Code<boolean> {
  const holds = compiler.condition(where);
  const size = sizeOf(where);
  return (moment, binding) => {
    moment.run.evaluates(size, where.span);
    return holds(moment, binding);
  };
}

/** Of the days that are over. What was found of them stays, so the next question goes on from there. */
function countOver(
  { first, last }: Bounds,
  where: Expr,
  holdsThen: Code<boolean>,
  moment: Moment,
  binding: Binding | undefined,
): number | Problem {
  const { run, day: today } = moment;
  const end = Math.min(last + 1, today);
  const kept = keptCounts(where, moment, binding);
  const known = kept?.get(binding?.occurrence);
  let { next, count } = known?.first === first && known.next <= end ? known : { next: first, count: 0 };
  while (next < end) {
    const change = asPlainDate(Math.min(run.nextChange(next) ?? end, end));
    run.tracer?.subject({ first: next, last: asPlainDate(change - 1) });
    const holds = holdsThen(run.endOf(next, moment), binding);
    if (isProblem(holds)) return holds;
    if (holds) count += change - next;
    next = change;
  }
  kept?.set(binding?.occurrence, { first, next, count });
  return count;
}

/** None for an explanation, which looks at each day, and for what speaks of two events. */
function keptCounts(
  where: Expr,
  { run }: Moment,
  binding: Binding | undefined,
): Map<Occurrence | undefined, DaysCounted> | undefined {
  if (run.tracer !== undefined || binding?.outer !== undefined) return undefined;
  return knownIn(run.counted, where, () => new Map());
}
