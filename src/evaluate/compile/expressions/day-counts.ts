/**
 * The number of days from one date to another, and of those on which something holds. A day that is over stays as it was,
 * so what was found of it is kept, and the next question goes on from there: a note asks each day, for each of many events,
 * how many days have passed. Where nothing but a change can move the condition, it is looked at once from each to the next.
 */
import { knownIn } from "../../../base/known-in.ts";
import type { DayFold, DayRange, Expr } from "../../../core/core.ts";
import { isTimeless } from "../../../core/dependencies.ts";
import { sizeOf } from "../../../core/depth.ts";
import type { Exact } from "../../../units/exact.ts";
import { exact } from "../../../units/exact.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import { asPlainDate } from "../../../units/plain-date.ts";
import type { Binding, Code, DaysCounted, Moment, Occurrence } from "../../state/run.ts";
import { LimitReached } from "../../values/limits.ts";
import type { Problem } from "../../values/problem.ts";
import { isProblem } from "../../values/problem.ts";
import type { Compiler } from "../compiler.ts";
import type { Bounds } from "./day-ranges.ts";
import { compileBounds, daysBetween } from "./day-ranges.ts";
import { withOne } from "./operands.ts";

/** Days that are looked at together, at the end of the first of them. */
type Stretch = Bounds;

interface Stretches {
  /** Those that are over, and that no later question finds longer. */
  readonly over: readonly Stretch[];
  /** The day after them. */
  readonly next: PlainDate;
  /** Up to now: since the last change, and the day that asks, which may not be over and has a state of its own. */
  readonly rest: readonly Stretch[];
}

/** Undefined where the days have to be listed, or are not those of a range. */
export function compileDayCount({ days, where, span }: DayFold, compiler: Compiler): Code<Exact> | undefined {
  if (days.kind !== "DayRange") return undefined;
  const boundsOf = compileBounds(days, where !== undefined, compiler);
  if (where !== undefined) {
    const isListed = days.unit !== "day" || !isTimeless(where, compiler.program);
    const [stretchesOf, place] = isListed ? [byDay, span] : [byChange, where.span];
    const counting = { where, holdsThen: weighed(where, place, compiler), isListed };
    return withOne(boundsOf, (bounds, moment, binding) => {
      const known = knownCount(bounds, where, moment, binding);
      const stretches = stretchesOf(known?.next, bounds, days, place, moment);
      return isProblem(stretches) ? stretches : countIn(stretches, known, bounds, counting, moment, binding);
    });
  }
  if (days.unit !== "day") return undefined;
  return withOne(boundsOf, ({ first, last }) => exact(Math.max(0, last - first + 1)));
}

/** The condition, whose evaluations count as steps of what stands at the place. */
function weighed(where: Expr, place: Expr["span"], compiler: Compiler): Code<boolean> {
  const holds = compiler.condition(where);
  const size = sizeOf(where);
  return (moment, binding) => {
    moment.run.evaluates(size, place);
    return holds(moment, binding);
  };
}

interface Counting {
  readonly where: Expr;
  readonly holdsThen: Code<boolean>;
  /** Whether each day is one of a list, of which an explanation shows where it ends. */
  readonly isListed: boolean;
}

function countIn(
  { over, next, rest }: Stretches,
  known: DaysCounted | undefined,
  { first }: Bounds,
  { where, holdsThen, isListed }: Counting,
  moment: Moment,
  binding: Binding | undefined,
): Exact | Problem {
  const { run } = moment;
  const { tracer } = run;
  let count = known?.count ?? 0;
  const lookAt = (stretches: readonly Stretch[]): Problem | undefined => {
    for (const stretch of stretches) {
      tracer?.subject(stretch);
      const holds = holdsThen(run.endOf(stretch.first, moment), binding);
      if (isProblem(holds)) return holds;
      if (holds) count += stretch.last - stretch.first + 1;
    }
    return undefined;
  };
  const place = tracer?.place();
  known?.again?.();
  const problem = lookAt(over);
  if (problem !== undefined) return problem;
  keep({ first, next, count, again: place && tracer?.since(place) }, where, moment, binding);
  const problemSince = lookAt(rest);
  if (problemSince !== undefined) return problemSince;
  if (isListed) tracer?.subject(undefined);
  return exact(count);
}

type StretchesOf = (
  known: PlainDate | undefined,
  bounds: Bounds,
  range: DayRange,
  span: Expr["span"],
  moment: Moment,
) => Stretches | Problem;

const byChange: StretchesOf = (known, { first, last }, _, span, { run, day: today }) => {
  if (last - first > run.limits.days) throw new LimitReached("days", span);
  const end = asPlainDate(Math.min(last + 1, today));
  let next = known ?? first;
  const over = run.changesBetween(next, end).map((change): Stretch => {
    const stretch = { first: next, last: asPlainDate(change - 1) };
    next = change;
    return stretch;
  });
  const since = next < end ? [{ first: next, last: asPlainDate(end - 1) }] : [];
  return { over, next, rest: today < first || today > last ? since : [...since, { first: today, last: today }] };
};

const byDay: StretchesOf = (known, bounds, { unit }, span, { run, day: today }) => {
  const { first, last } = bounds;
  if (unit !== "trading day" && last - first > run.limits.days) throw new LimitReached("days", span);
  const further = daysBetween({ first: known ?? first, last }, unit, span, run);
  // Why days are not known is said of all of them.
  const days = isProblem(further) ? daysBetween(bounds, unit, span, run) : further;
  if (isProblem(days)) return days;
  run.spend(days.length, span);
  const stretches = days.map((day): Stretch => ({ first: day, last: day }));
  const isToday = days.at(-1) === today;
  const next = asPlainDate(Math.max(first, Math.min(last + 1, today)));
  return { over: isToday ? stretches.slice(0, -1) : stretches, next, rest: isToday ? stretches.slice(-1) : [] };
};

/** What was counted from the same day on, up to a day that is not beyond the last one, nor beyond the day that asks. */
function knownCount(
  { first, last }: Bounds,
  where: Expr,
  { run, day: today }: Moment,
  binding: Binding | undefined,
): DaysCounted | undefined {
  // Of what speaks of two events nothing is kept.
  if (binding?.outer !== undefined) return undefined;
  const found = (run.tracer ?? run).counted.get(where)?.get(binding?.occurrence);
  return found?.first === first && found.next <= Math.min(last + 1, Math.max(first, today)) ? found : undefined;
}

/** To look back to an earlier day is no reason to forget. */
function keep(counted: DaysCounted, where: Expr, { run }: Moment, binding: Binding | undefined): void {
  if (binding?.outer !== undefined) return;
  const kept = knownIn((run.tracer ?? run).counted, where, () => new Map<Occurrence | undefined, DaysCounted>());
  const found = kept.get(binding?.occurrence);
  if (found?.first !== counted.first || counted.next > found.next) kept.set(binding?.occurrence, counted);
}
