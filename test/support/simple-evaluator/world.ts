import type { CoreProgram, DefaultCondition, Value } from "../../../src/core/core.ts";
import type { Market } from "../../../src/inputs/market.ts";
import type { Scenario, ScenarioEvent } from "../../../src/inputs/scenario.ts";
import type { Calendar } from "../../../src/units/business-days.ts";
import type { Exact } from "../../../src/units/exact.ts";
import { divide, multiply, one, power } from "../../../src/units/exact.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import type { ValueType } from "../../../src/units/value-type.ts";
import { shareExponent } from "../../../src/units/value-type.ts";
import type { AccountState } from "./account-state.ts";
import type { KnownRows } from "./schedule-rows.ts";

/**
 * Everything that has happened so far, as plain lists that are looked through from the start (docs/semantics.md, 2).
 *
 * Nothing that was written at a point is changed once the point is there, so what is calculated at a point stays true.
 */
export interface World {
  readonly program: CoreProgram;
  readonly scenario: Scenario;
  readonly series: ReadonlyMap<string, Market>;
  readonly calendar: Calendar;
  /** Of the exchange, where the note names it. */
  readonly exchange: Calendar | undefined;
  readonly firstDay: PlainDate;
  readonly points: Point[];
  /** By their keys; `of` is the event that has one. */
  readonly states: {
    readonly point: number;
    readonly name: string;
    readonly of?: Occurrence | undefined;
    readonly outcome: Outcome;
  }[];
  /** Likewise. */
  readonly accounts: {
    readonly point: number;
    readonly name: string;
    readonly of?: Occurrence | undefined;
    readonly account: AccountState | NoValue;
  }[];
  readonly moves: DefaultMove[];
  /** How the condition of each edge rule stood as the last day ended, by rule and occurrence. */
  readonly held: Map<string, boolean | Failed>;
  /** The items of another account on which an account accrued as the last day closed, by `slotOf`. */
  readonly accruedOn: Map<string, ReadonlySet<number>>;
  /** How many items there were for it then. */
  readonly itemsThen: Map<string, number>;
  /** All that are listed, in the order of the file. */
  readonly occurrences: Occurrence[];
  /** The day whose prices are not known yet, where a plan decides. */
  unopened?: PlainDate | undefined;
  /** Those that were applied, in order of application. */
  readonly applied: Occurrence[];
  /**
   * Definitions that were calculated, by definition, occurrence and point. Without it a year of days, each of which looks
   * at the day before it, takes for ever: what one day needs of the others would double with each day.
   */
  readonly known: Map<string, Outcome>;
  /** The figure that is put into a circle, with what was calculated from it. */
  supposed?: Supposed | undefined;
  /** The rows of schedules, by schedule and point. */
  readonly rows: Map<string, Outcome<KnownRows>>;
}

interface Supposed {
  readonly key: string;
  readonly of: Occurrence | undefined;
  readonly point: number;
  readonly day: PlainDate;
  readonly value: Exact;
  readonly known: Map<string, Outcome>;
}

export type ErrorKind = "missing data" | "undefined" | "refused" | "conflict";
export type NoValue = { readonly kind: "absent" } | Failed;
export interface Failed {
  readonly kind: "failure";
  readonly error: ErrorKind;
  /** Of a price: missing, on a day between two that have one. */
  readonly isBetweenPrices?: boolean;
  /** Of a date: it was counted over days before calendar or data begin. */
  readonly isBeforeData?: boolean;
  /** Of a date counted forward: the last day of the data, after which it lies. */
  readonly liesAfter?: PlainDate | undefined;
}
export type Outcome<T = Value> = { readonly kind: "value"; readonly value: T } | NoValue;

export const absent: NoValue = { kind: "absent" };

export function having<T>(value: T): Outcome<T> {
  return { kind: "value", value };
}

export function failure(error: ErrorKind, marks: Partial<Failed> = {}): Failed {
  return { ...marks, kind: "failure", error };
}

/** A sum that has no result is a failure. */
export function resultOf(value: Exact | undefined): Outcome<Exact> {
  return value === undefined ? failure("undefined") : having(value);
}

export interface Point {
  readonly day: PlainDate;
  readonly ended: boolean;
  readonly basis: Exact;
  /** The last break of the basis: an object of its own for each. */
  readonly lost?: { readonly why: NoValue };
}

/** A point with its place in the run; -1 for a day before the run. */
export interface Moment extends Point {
  readonly point: number;
}

export interface Occurrence {
  readonly index: number;
  readonly event: ScenarioEvent;
  isRefused: boolean;
  /** The point at which it was, or is being, applied. */
  appliedAt?: number;
  /** Why the day on which it takes effect can't be determined. */
  never?: NoValue;
  /** Where it can't: the first day on which it may. */
  undeterminedFrom?: PlainDate;
  /** The point from which it counts. */
  countsFrom?: number;
  /** The point from which it may count, where its power is undecided. */
  mayCountFrom?: number;
  /** What its power leaves of what it asks for, as soon as that is calculated. */
  given?: { readonly key: string; readonly outcome: Outcome };
  /** What becomes of all it fixes and changes, where its power is undecided. */
  spoiled?: NoValue;
  readonly fixed: Map<string, Outcome>;
  /** Of what happens by itself on the date of a schedule: where its period starts, and its number. */
  readonly dated?: { readonly start?: PlainDate | undefined; readonly number?: Exact };
  /** Of a date of a schedule: where its period starts, and the one before it. */
  readonly row?: { readonly start: PlainDate | undefined; readonly before: Occurrence | undefined };
}

/** A state or an account, by its key, as one text: of each event another one. */
export const slotOf = (key: string, of: Occurrence | undefined): string =>
  of === undefined ? key : `${key} ${of.index}`;

export interface DefaultMove {
  readonly defaultCondition: DefaultCondition;
  readonly occurrence: Occurrence | undefined;
  readonly move: "occurs" | "occurs unseen" | "is pending" | "ends" | "clears" | "is unknown";
  /** Why it can't be determined whether, or when, it has occurred. */
  readonly unknown?: NoValue;
  /** It holds, and only the last day to cure it can't be determined. */
  readonly isPending?: boolean;
  readonly day: PlainDate;
  readonly point: number;
}

export function momentAt(world: World, point: number): Moment {
  const at = world.points[point];
  if (at === undefined) throw new Error(`no point ${point}`);
  return { ...at, point };
}

/** The end of a day before today, or the moment itself where the day is today. */
export function endOf(world: World, day: PlainDate, now: Moment): Moment {
  if (day === now.day) return now;
  return lastMomentOf(world, day);
}

export function lastMomentOf(world: World, day: PlainDate): Moment {
  if (day < world.firstDay) return { day, ended: true, basis: one, point: -1 };
  const point = world.points.findLastIndex((it) => it.day === day);
  return momentAt(world, point);
}

/** A value that was taken at one moment, restated in the shares of another (docs/semantics.md, 6). */
export function restated(outcome: Outcome, type: ValueType, from: Moment | undefined, to: Moment): Outcome {
  if (outcome.kind !== "value" || typeof outcome.value !== "object" || shareExponent(type) === 0) return outcome;
  if (from?.lost !== to.lost) {
    const { lost } = from !== undefined && from.point > to.point ? from : to;
    if (lost === undefined) throw new Error("what a share is stays unknown");
    return lost.why;
  }
  const ratio = divide(to.basis, from?.basis ?? one);
  const factor = ratio && power(ratio, shareExponent(type));
  return resultOf(factor && multiply(outcome.value, factor));
}
