/**
 * Everything that one replay knows and has found out: its inputs, its points in time, and the histories of what changes.
 *
 * A point is a place in the order of all that happens. Points only grow in number; what is true at a point never
 * changes once the next one exists, so whatever is calculated at a point may be cached by its number.
 */
import { invariant } from "../../base/invariant.ts";
import { lastUpTo } from "../../base/last-up-to.ts";
import type {
  Account,
  AccountMeasure,
  CoreProgram,
  DefaultCondition,
  EventType,
  Expr,
  ListRow,
  MarketPrice,
  State,
  Value,
} from "../../core/core.ts";
import type { Market } from "../../inputs/market.ts";
import type { Span } from "../../source/span.ts";
import type { Calendar } from "../../units/business-days.ts";
import { rowsReachTo } from "../../units/calendars/market-rows.ts";
import type { TradingCalendar } from "../../units/calendars/trading-days.ts";
import type { DayCounting } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import { divide, equal, multiply, one } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { TimeOfDay } from "../../units/time-of-day.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { History } from "../values/history.ts";
import type { RunLimits } from "../values/limits.ts";
import { LimitReached, partsOfStep, StepMeter, withinDigitLimit } from "../values/limits.ts";
import type { Failure, Problem } from "../values/problem.ts";
import type { Refused } from "../values/refused.ts";

/** What an expression gives where nothing stands in the way. Only an answer is never an occurrence. */
export type Evaluated = Value | Occurrence;
export type Evaluation = Evaluated | Problem;

/** A compiled expression: what it gives at a moment, of the occurrences that are spoken of. */
export type Code<T = Evaluated> = (moment: Moment, binding: Binding | undefined) => T | Problem;

export interface CompiledAccount {
  readonly account: Account;
  readonly accrual: CompiledAccrual | undefined;
}
/** An account of the note, or of an event. */
export interface HeldAccount extends CompiledAccount {
  /** Under which name the run holds it. */
  readonly slot: string;
  readonly of: Occurrence | undefined;
  /** What its clause speaks of. */
  readonly binding: Binding | undefined;
}
export interface CompiledAccrual {
  readonly rate: Code<Exact>;
  readonly base: Code<Exact>;
  /** By its key, of the same event. */
  readonly onEach: string | undefined;
  readonly counting: Code<DayCounting>;
  readonly from: Code<PlainDate>;
  readonly condition: Code<boolean> | undefined;
  readonly dayOfPayment: Code<boolean> | undefined;
}

/** Receives how an expression gets its value: the expressions in it as they begin and end, and what each looks up. */
export interface Tracer {
  readonly counted: CountedDays;
  /** How far the expression that is under way has come, for `since`. */
  place(): Place;
  /** What has been looked at since, to be reported again. */
  since(place: Place): () => void;
  /** Takes back what has been looked at since. */
  forget(place: Place): void;
  begin(expr: Expr): void;
  /** What is under way counts trading days that are only expected. */
  expected(): void;
  end(moment: Moment, result: Evaluation): void;
  /** What comes next is looked at for these days or this event; for none in particular where it is undefined. */
  subject(subject: Subject | undefined): void;
  /** The value looked up last is restated in the shares of another moment; without `from`, from those of the start. */
  restated(exponent: number, from: Moment | undefined, to: Moment, result: Exact | Problem): void;
  /** `variant` is the number of the definition's variant: with or without some of its exceptions. */
  definition(key: string, variant: number, owner: Occurrence | undefined, moment: Moment, value: Evaluation): void;
  /** By the name under which the run holds it. */
  state(slot: string, value: Evaluation, moment: Moment): void;
  account(reading: AccountReading, value: Evaluation, moment: Moment): void;
  /** What an account accrues on. */
  accrualBase(name: string, moment: Moment): void;
  field(occurrence: Occurrence, name: string, value: Evaluation): void;
  param(name: string, value: Evaluation): void;
  family(name: string, sections: readonly string[], value: Evaluation, moment: Moment): void;
  market(price: MarketPrice, day: PlainDate, value: Value): void;
}

/** So many values and so many days or events have been looked at. */
export interface Place {
  readonly looked: number;
  readonly subjects: number;
}

/** Days from one to another, both included, or an event. */
export type Subject = { readonly first: PlainDate; readonly last: PlainDate } | Occurrence;

/** What is read of an account; `attached` is what accrued on base that is still outstanding, `on` the day of `payable`. */
export interface AccountReading {
  /** As the run holds it. */
  readonly account: string;
  readonly measure: AccountMeasure["measure"] | "attached" | "attached overdue";
  readonly on?: PlainDate;
  /** Of what accrued in one month only, by its first day. */
  readonly month?: PlainDate;
  /** Of one item only, by its number. */
  readonly item?: number;
}

/** One event of the timeline. */
export interface Occurrence {
  readonly type: EventType;
  /** Place in the timeline as listed. */
  readonly index: number;
  readonly on: PlainDate;
  /** The time of the report, where one was reported. */
  readonly at: TimeOfDay | undefined;
  /** By which time it stands in the day of its report: its own, or that of the event that it stands behind; -1 before any. */
  readonly placedAt: number;
  readonly id: string | undefined;
  readonly refersTo: Occurrence | undefined;
  /** What was reported, and the start values of the other fields. */
  readonly fields: ReadonlyMap<string, Value | Problem>;
  readonly reported: ReadonlySet<string>;
  /** The day on which it takes effect, or why that is unknown. */
  effectiveOn: PlainDate | Problem;
  /** The first day on which it may take effect, where that day is unknown. */
  mayCountFrom: PlainDate;
  /** The point at which its fixed values were taken; undefined until then. */
  fixedAt: number | undefined;
  /** The point from which it counts; undefined until then. */
  appliedAt: number | undefined;
  refused: Refused | undefined;
  /** Why it is unknown whether it may be given; undefined where it is known. */
  undecided: Problem | undefined;
  readonly fixed: Map<string, Value | Problem>;
}

/** The dates of a schedule, each with what it has. */
export interface Rows {
  readonly all: readonly Occurrence[];
  readonly byDate: ReadonlyMap<PlainDate, readonly Occurrence[]>;
  /** From when on there may be others, and why that is not known. */
  readonly open?: OpenFrom | undefined;
}
export interface OpenFrom {
  readonly from: PlainDate;
  readonly because: Failure;
}

/** The occurrences that a statement speaks of, innermost first. */
export interface Binding {
  readonly occurrence: Occurrence;
  readonly outer: Binding | undefined;
}

/** The binding for a value of each event; undefined without an event. */
export function bindingOf(occurrence: Occurrence | undefined): Binding | undefined {
  return occurrence === undefined ? undefined : { occurrence, outer: undefined };
}

/** What a share is at a point. */
interface Shares {
  /** How many of today's shares stand for one share of the start, by the ratios that are known. */
  readonly splitFactor: Exact;
  /** The last change of what a share is whose ratio is unknown. */
  readonly lost: { readonly because: Problem } | undefined;
}
const sharesAtStart: Shares = { splitFactor: one, lost: undefined };

/** A figure that is put into a circle of definitions, to see what they give. */
export interface Supposed {
  /** The definition that is supposed to have it, and when. */
  readonly key: string;
  readonly of: Occurrence | undefined;
  readonly at: number;
  readonly value: Exact;
  /** What other definitions give for it: by variant, by occurrence, by time. */
  readonly memos: Map<number, Map<Occurrence | undefined, Map<number, Evaluation>>>;
}

/** A point at which something is evaluated, and the replay that it belongs to. Before the note exists, `point` is -1. */
export interface Moment {
  readonly run: Run;
  readonly point: number;
  readonly day: PlainDate;
  /** Whether the day counts as ended: what falls due or runs out with it does so from here on. */
  readonly hasEnded: boolean;
  /** The last point at which anything was changed: what reads neither days nor prices is the same until the next. */
  readonly version: number;
}

/** How many of the days from the first to the one before `next` count; all of them are over. */
export interface DaysCounted {
  readonly first: PlainDate;
  readonly next: PlainDate;
  readonly count: number;
  /** Reports to the tracer, where there was one, what was looked at for them. */
  readonly again: (() => void) | undefined;
}

/** Days that were counted by a condition, with the event that it speaks of, if any. */
type CountedDays = Map<Expr, Map<Occurrence | undefined, DaysCounted>>;

export interface RunInputs {
  readonly terms: ReadonlyMap<string, Value>;
  /** The rows of lists among the deal terms. */
  readonly lists?: ReadonlyMap<string, readonly ListRow[]> | undefined;
  readonly readings: ReadonlyMap<string, string>;
  /** By name. */
  readonly series: ReadonlyMap<string, Market>;
  /** The series whose days the trading days are. */
  readonly traded: Market | undefined;
  readonly calendar: Calendar;
  /** What trading days go by where the note names the calendar of the exchange. */
  readonly trading?: TradingCalendar | undefined;
}

/** A state of the note, or of an event. */
export interface HeldState {
  readonly state: State;
  readonly of: Occurrence | undefined;
  readonly history: History<Value | Problem>;
}

/** Under which name a run holds a state or an account, by its key; of those of events, one for each. */
export function slotOf(key: string, of: Occurrence | undefined): string {
  return of === undefined ? key : `${key} ${of.index}`;
}

export class Run {
  readonly program: CoreProgram;
  readonly inputs: RunInputs;
  readonly start: PlainDate;
  /** By `slotOf`. Those of events are there from when their events are applied. */
  readonly states = new Map<string, HeldState>();
  /** Also by `slotOf`, and there from when their events are applied. */
  readonly ledgers = new Map<string, History<Ledger | Problem>>();
  readonly accounts = new Map<string, HeldAccount>();
  /** By default condition, then by occurrence. */
  readonly statuses = new Map<DefaultCondition, Map<Occurrence | undefined, History<DefaultStatus>>>();
  /** Default conditions that only a change can move, with the version at which that was found. */
  readonly quiet = new Map<DefaultCondition, number>();
  /** Accounts whose interest was unknown as the last day closed, with the reason. */
  readonly unknown = new Map<string, Failure>();
  /** What each account last accrued a day, with what it was computed from. */
  readonly daily = new Map<string, { amount: Exact; yearly: Exact; perDay: Exact }>();
  /** How many items an account that accrues on those of another knew as the last day closed. */
  readonly knownItems = new Map<string, number>();
  /** The ledger of each account as it was last brought up to a day. */
  readonly accrued = new Map<string, { readonly of: Ledger; readonly day: PlainDate; readonly ledger: Ledger }>();
  /** The rows of each schedule, by its name and the days and counts that it was made of. */
  readonly rows = new Map<string, Rows>();
  /** Applied occurrences by event, in the order in which they were applied. */
  readonly applied = new Map<string, Occurrence[]>();
  /** Events that may have taken effect: their effective day is unknown, or whether they may be given is. */
  readonly undetermined: Occurrence[] = [];
  readonly referring = new Map<Occurrence, Occurrence[]>();
  /** Values of definitions: a map by point (or version) for each variant of one, by its number (and occurrence). */
  readonly memos: Map<number, Evaluation>[] = [];
  readonly ownedMemos: Map<Occurrence, Map<number, Evaluation>>[] = [];
  readonly counted: CountedDays = new Map();
  readonly limits: RunLimits;
  /** Parts of expressions evaluated that are not counted as steps yet; `spend` counts them. */
  evaluated = 0;
  readonly #meter: StepMeter;
  #depth = 0;
  /** A day whose own prices are not known yet. */
  unopened: PlainDate | undefined;
  tracer: Tracer | undefined;
  supposed: Supposed | undefined;
  /** Whether anything rests on trading days that are only expected. */
  hasExpected = false;
  /**
   * Whether days, prices or what accrues has been read since somebody set this to false. What was found without any of them
   * is the same until something is changed.
   */
  hasReadTime = false;
  /** Starts a state that another one's start asks for; only while the run begins. */
  starting: ((state: string) => Value | Problem) | undefined;
  readonly #points: Moment[] = [];
  /** What a share is at each point. */
  readonly #shares: Shares[] = [];
  readonly #ends: number[] = [];
  /** The days on which something changed, rising. */
  readonly #changed: PlainDate[] = [];
  #moment: Moment;

  constructor(program: CoreProgram, inputs: RunInputs, start: PlainDate, limits: RunLimits, meter = new StepMeter()) {
    this.program = program;
    this.inputs = inputs;
    this.start = start;
    this.limits = limits;
    this.#meter = meter;
    this.#moment = this.before(start);
  }

  /** Counts what has been looked at; `span` says where in the template, should that be too much. */
  spend(steps: number, span?: Span): void {
    const parts = this.evaluated;
    this.evaluated = 0;
    this.#meter.spend(steps + parts / partsOfStep, this.limits.steps, span);
  }

  /** Counts one of many evaluations of an expression that has so many parts. */
  evaluates(size: number, span: Span | undefined): void {
    this.evaluated += size;
    this.spend(1, span);
  }

  /** Enters a nested evaluation; `leave` ends it. */
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

  /** What is evaluated rests on a trading day beyond the data, which is only expected. */
  expect(): void {
    this.hasExpected = true;
    this.tracer?.expected();
  }

  /** Does something that is looked up by itself: none of it is part of what is traced. */
  untraced<T>(work: () => T): T {
    const { tracer } = this;
    this.tracer = undefined;
    try {
      return work();
    } finally {
      this.tracer = tracer;
    }
  }

  /** Does something with a figure supposed, or none. */
  under<T>(supposed: Supposed | undefined, work: () => T): T {
    const outer = this.supposed;
    this.supposed = supposed;
    try {
      return work();
    } finally {
      this.supposed = outer;
    }
  }

  /** Opens the next point, on the same day or a later one, with a batch of changes or only for the time. */
  advance(day: PlainDate, hasEnded: boolean, isChange: boolean, shares = this.sharesAt(this.#moment)): Moment {
    const point = this.#points.length;
    const version = isChange ? point : this.#moment.version;
    const moment = { run: this, point, day, hasEnded, version };
    this.#points.push(moment);
    this.#shares.push(shares);
    this.#ends[day - this.start] = point;
    if (isChange && this.#changed.at(-1) !== day) this.#changed.push(day);
    this.#moment = moment;
    return moment;
  }

  /** The end of a day that is over at `seen`, or `seen` itself where the day is its own. */
  endOf(day: PlainDate, seen: Moment): Moment {
    if (day >= seen.day) return seen;
    const point = this.#ends[day - this.start];
    return point === undefined ? this.before(day) : this.momentAt(point);
  }

  /** The days after one day, up to another, on which something changed. */
  changesBetween(day: PlainDate, end: PlainDate): readonly PlainDate[] {
    return this.#changed.slice(lastUpTo(this.#changed, day) + 1, lastUpTo(this.#changed, end) + 1);
  }

  /** The day on which something was last changed before a moment, or at it; undefined where nothing was. */
  dayOfChange({ version }: Moment): PlainDate | undefined {
    return this.#points[version]?.day;
  }

  momentAt(point: number): Moment {
    const moment = this.#points[point];
    invariant(moment !== undefined, "a point that is looked at has been opened");
    return moment;
  }

  sharesAt({ point }: Moment): Shares {
    return this.#shares[point] ?? sharesAtStart;
  }

  private before(day: PlainDate): Moment {
    return { run: this, point: -1, day, hasEnded: true, version: -1 };
  }
}

/** How far one default condition has come, for one occurrence. */
export interface DefaultStatus {
  readonly pendingSince: PlainDate | undefined;
  readonly occurredOn: PlainDate | undefined;
  /** Why it is unknown, where its condition or its deadline is. */
  readonly problem: Problem | undefined;
  /** Why the day on which it occurred is unknown, though it has occurred. */
  readonly startUnknown?: Failure | undefined;
}

/** Whether all that is missing is a figure of a day on which its series has none: no later data will bring it. */
export function isBetweenPrices({ fact }: Failure, { inputs }: Run): boolean {
  if (fact.kind !== "no market row") return false;
  const market = inputs.series.get(fact.series);
  return market !== undefined && fact.day >= (market.days[0] ?? Infinity) && fact.day <= rowsReachTo(market);
}

/**
 * A value expressed in the shares of another moment: shares multiply by the ratio, prices per share divide. A figure of the
 * contract has no moment: it speaks of the shares with which the note begins.
 */
export function restate(
  value: Value | Problem,
  exponent: number,
  from: Moment | undefined,
  to: Moment,
): Value | Problem;
export function restate(value: Evaluation, exponent: number, from: Moment | undefined, to: Moment): Evaluation;
export function restate(value: Evaluation, exponent: number, from: Moment | undefined, to: Moment): Evaluation {
  if (exponent === 0 || from?.point === to.point || !isFigure(value)) return value;
  const [before, after] = [from === undefined ? sharesAtStart : to.run.sharesAt(from), to.run.sharesAt(to)];
  if (before === after) return value;
  const later = from !== undefined && from.point > to.point ? before : after;
  const restated =
    later.lost !== undefined && before.lost !== after.lost
      ? later.lost.because
      : inNewShares(value, exponent, before.splitFactor, after.splitFactor);
  to.run.tracer?.restated(exponent, from, to, restated);
  return restated;
}

function inNewShares(value: Exact, exponent: number, before: Exact, after: Exact): Exact {
  let restated = value;
  const ratio = withinDigitLimit(divide(after, before));
  for (let count = Math.abs(exponent); count > 0; count -= 1) {
    restated = withinDigitLimit(exponent > 0 ? multiply(restated, ratio) : divide(restated, ratio));
  }
  return restated;
}

/** Of all that an expression may give, only figures have a numerator. */
export function isFigure(value: Evaluation): value is Exact {
  return typeof value === "object" && "n" in value;
}

/** The same value, or figures that are equal. */
export function isSame(a: Evaluation, b: Evaluation): boolean {
  return a === b || (isFigure(a) && isFigure(b) && equal(a, b));
}

export function isOccurrence(value: Evaluation): value is Occurrence {
  return typeof value === "object" && "refersTo" in value;
}

/** The key under which what has read no time is remembered, apart from the keys of places in time. */
export function versionKey({ version }: Moment): number {
  return version + firstVersionKey;
}
/** More than the points that a run can have, and little enough for a small integer. */
const firstVersionKey = 2 ** 29;

/** The key under which a place in time is remembered; days before the note exists have keys of their own. */
export function memoKey(moment: Moment): number {
  return moment.point < 0 ? -1 - moment.day : moment.point;
}
