/**
 * Everything that one replay knows and has found out: its inputs, its points in time, and the histories of what changes.
 *
 * A point is a place in the order of all that happens. Points only grow in number; what is true at a point never
 * changes once the next one exists, so whatever is worked out at a point may be remembered by its number.
 */
import type { CoreProgram, DefaultCondition, EventType, Value } from "../../core/core.ts";
import type { Market } from "../../inputs/market.ts";
import type { Span } from "../../source/span.ts";
import type { Calendar } from "../../units/business-days.ts";
import type { DayCount } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import { divide, multiply, one } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { TimeOfDay } from "../../units/time-of-day.ts";
import type { CompiledAccount } from "../compile/account-ledgers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { History } from "../values/history.ts";
import { lastUpTo } from "../values/history.ts";
import type { RunLimits } from "../values/limits.ts";
import { LimitReached, withinDigitLimit } from "../values/limits.ts";
import type { Failure, Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { Refused } from "./refused.ts";
import type { Tracer } from "./trace.ts";

/** A value, an occurrence on the way to one, or what stands in its place. */
export type Result = Value | Occurrence | Problem;

/** One event of the timeline. */
export interface Occurrence {
  readonly type: EventType;
  /** Place in the timeline as listed. */
  readonly index: number;
  readonly on: PlainDate;
  readonly at: TimeOfDay;
  readonly id: string | undefined;
  readonly refersTo: Occurrence | undefined;
  readonly fields: ReadonlyMap<string, Value | Problem>;
  /** The day on which it takes effect; what stands in the way, where that cannot be told. */
  effectiveOn: PlainDate | Problem;
  /** The point at which its fixed values were taken; undefined until then. */
  fixedAt: number | undefined;
  /** The point from which it counts; undefined until then. */
  appliedAt: number | undefined;
  refused: Refused | undefined;
  readonly fixed: Map<string, Value | Problem>;
}

/** The occurrences that a statement speaks of, innermost first. */
export interface Binding {
  readonly occurrence: Occurrence;
  readonly outer: Binding | undefined;
}

/** What a value of each event is worked out with; nothing where there is no event. */
export function bindingOf(occurrence: Occurrence | undefined): Binding | undefined {
  return occurrence === undefined ? undefined : { occurrence, outer: undefined };
}

interface Point {
  readonly day: PlainDate;
  /** Whether the day counts as ended: what falls due or runs out with it does so from here on. */
  readonly hasEnded: boolean;
  readonly version: number;
  /** How many of today's shares stand for one share of the start. */
  readonly splitFactor: Exact;
}

/** A point at which something is worked out, and the replay that it belongs to. Before the note exists, `point` is -1. */
export interface Moment {
  readonly run: Run;
  readonly point: number;
  readonly day: PlainDate;
  readonly hasEnded: boolean;
  /** The last point at which anything was changed: what reads neither days nor prices is the same until the next. */
  readonly version: number;
}

export interface RunInputs {
  readonly terms: ReadonlyMap<string, Value>;
  readonly readings: ReadonlyMap<string, string>;
  readonly market: Market | undefined;
  readonly calendar: Calendar;
}

export class Run {
  readonly program: CoreProgram;
  readonly inputs: RunInputs;
  readonly start: PlainDate;
  readonly states = new Map<string, History<Value | Problem>>();
  readonly ledgers = new Map<string, History<Ledger | Problem>>();
  readonly accounts = new Map<string, CompiledAccount>();
  /** By ground of a default, then by occurrence. */
  readonly statuses = new Map<DefaultCondition, Map<Occurrence | undefined, History<DefaultStatus>>>();
  /** Grounds that nothing but a change can move, with the version at which that was found. */
  readonly quiet = new Map<DefaultCondition, number>();
  /** Accounts whose interest could not be told as the last day closed. */
  readonly unknown = new Map<string, Failure>();
  /** What each account last accrued a day, with what that came of. */
  readonly daily = new Map<string, { amount: Result; yearly: Result; basis: DayCount; perDay: Exact }>();
  /** The ledger of each account as it was last brought up to a day. */
  readonly accrued = new Map<string, { readonly of: Ledger; readonly day: PlainDate; readonly ledger: Ledger }>();
  /** Applied occurrences by event, in the order in which they were applied. */
  readonly applied = new Map<string, Occurrence[]>();
  readonly referring = new Map<Occurrence, Occurrence[]>();
  /** Values of definitions: a map by point (or version) for each variant of one, by its number (and occurrence). */
  readonly memos: Map<number, Result>[] = [];
  readonly ownedMemos: Map<Occurrence, Map<number, Result>>[] = [];
  readonly limits: RunLimits;
  #steps = 0;
  #depth = 0;
  tracer: Tracer | undefined;
  /** Starts a state that another one's start asks for; only while the run begins. */
  starting: ((state: string) => Value | Problem) | undefined;
  readonly #points: Point[] = [];
  readonly #ends: number[] = [];
  /** The days on which something changed, rising. */
  readonly #changed: PlainDate[] = [];
  #moment: Moment;

  constructor(program: CoreProgram, inputs: RunInputs, start: PlainDate, limits: RunLimits) {
    this.program = program;
    this.inputs = inputs;
    this.start = start;
    this.limits = limits;
    this.#moment = this.before(start);
  }

  /** Counts what has been looked at; `span` says where in the template, should that be too much. */
  spend(steps: number, span?: Span): void {
    this.#steps += steps;
    if (this.#steps > this.limits.steps) throw new LimitReached("steps", span);
  }

  /** Goes into something that is worked out on the way to something else; `leave` comes out of it again. */
  enter(depth: number, span: Span): void {
    this.spend(1, span);
    this.#depth += depth;
    if (this.#depth > this.limits.depth) throw new LimitReached("depth", span);
  }

  leave(depth: number): void {
    this.#depth -= depth;
  }

  /** The latest point. */
  get now(): Moment {
    return this.#moment;
  }

  /** Opens the next point, on the same day or a later one, with a batch of changes or only for the time. */
  advance(
    day: PlainDate,
    hasEnded: boolean,
    isChange: boolean,
    splitFactor: Exact = this.splitFactorAt(this.#moment),
  ): Moment {
    const point = this.#points.length;
    const version = isChange ? point : this.#moment.version;
    this.#points.push({ day, hasEnded, version, splitFactor });
    this.#ends[day - this.start] = point;
    if (isChange && this.#changed.at(-1) !== day) this.#changed.push(day);
    this.#moment = { run: this, point, day, hasEnded, version };
    return this.#moment;
  }

  /** The end of a day that is over at `seen`, or `seen` itself where the day is its own. */
  endOf(day: PlainDate, seen: Moment): Moment {
    if (day >= seen.day) return seen;
    const point = this.#ends[day - this.start];
    return point === undefined ? this.before(day) : this.momentAt(point);
  }

  /** The first day after a day on which something changed; undefined where nothing did up to now. */
  nextChange(day: PlainDate): PlainDate | undefined {
    return this.#changed[lastUpTo(this.#changed, day) + 1];
  }

  momentAt(point: number): Moment {
    const { day, hasEnded, version } = this.#points[point] as Point;
    return { run: this, point, day, hasEnded, version };
  }

  splitFactorAt(moment: Moment): Exact {
    return moment.point < 0 ? one : (this.#points[moment.point] as Point).splitFactor;
  }

  private before(day: PlainDate): Moment {
    return { run: this, point: -1, day, hasEnded: true, version: -1 };
  }
}

/** How far one ground of a default, for one occurrence, has come. */
export interface DefaultStatus {
  readonly pendingSince: PlainDate | undefined;
  readonly occurredOn: PlainDate | undefined;
  /** Why it cannot be told, where its condition or its deadline cannot. */
  readonly problem: Problem | undefined;
}

/** A value told in the shares of another moment: shares multiply by the ratio, prices per share divide. */
export function restate(value: Result, exponent: number, from: Moment, to: Moment): Result {
  if (exponent === 0 || isProblem(value) || from.point === to.point) return value;
  const before = from.run.splitFactorAt(from);
  const after = to.run.splitFactorAt(to);
  if (before === after) return value;
  let restated = value as Exact;
  const ratio = withinDigitLimit(divide(after, before));
  for (let count = Math.abs(exponent); count > 0; count -= 1) {
    restated = withinDigitLimit(exponent > 0 ? multiply(restated, ratio) : divide(restated, ratio));
  }
  return restated;
}

/** The key under which a place in time is remembered; days before the note exists have keys of their own. */
export function memoKey(moment: Moment): number {
  return moment.point < 0 ? -1 - moment.day : moment.point;
}
