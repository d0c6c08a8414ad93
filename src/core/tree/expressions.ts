/** Expressions: what has a value at a point. */
import type { Span } from "../../source/span.ts";
import type { DayUnit } from "../../units/calendars/day-unit.ts";
import type { Exact, RoundingMode } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { TimeOfDay } from "../../units/time-of-day.ts";
import type { ValueType } from "../../units/value-type.ts";

/** A value as the engine holds it; its `ValueType` says which it is. A percent is a fraction: 8 % is 2/25. */
export type Value = Exact | PlainDate | TimeOfDay | boolean | string;

interface Typed {
  readonly type: ValueType;
  readonly span: Span;
}

export type Expr =
  | Constant
  | ReadParam
  | ReadDefinition
  | ReadDisplaced
  | ReadState
  | ReadField
  | EventMoment
  | Today
  | MarketPrice
  | Arithmetic
  | Extreme
  | Total
  | Case
  | ByReading
  | OnlyWhile
  | OrElse
  | Round
  | RoundedPower
  | AsOf
  | AccountMeasure
  | Interest
  | DayFold
  | EventFold
  | Shift
  | Step
  | PeriodEdge
  | DatePart
  | Every
  | TimeElsewhere
  | TimeShift
  | Compare
  | IsSet
  | HasHappened
  | ReadingIs
  | Not
  | Logic
  | FamilyHolds
  | FamilyStart
  | OccurrenceValue
  | Phrase;

export interface Constant extends Typed {
  readonly kind: "Constant";
  readonly value: Value;
  /** Whether it is a figure in the shares with which the note began, restated for each change since. */
  readonly isRestated?: true;
}

export interface ReadParam extends Typed {
  readonly kind: "ReadParam";
  readonly name: string;
}

/** A definition at this point; `of` where it belongs to an occurrence. */
export interface ReadDefinition extends Typed {
  readonly kind: "ReadDefinition";
  readonly key: string;
  readonly of?: Occurrence;
}

/** Inside an override: the definition as it would be without this override and those that go before it. */
export interface ReadDisplaced extends Typed {
  readonly kind: "ReadDisplaced";
  readonly key: string;
}

/** A state by its key; `of` where it belongs to an occurrence. */
export interface ReadState extends Typed {
  readonly kind: "ReadState";
  readonly name: string;
  readonly of?: Occurrence;
}

export interface ReadField extends Typed {
  readonly kind: "ReadField";
  readonly name: string;
  readonly of: Occurrence;
}

/**
 * The date or the time of an event, as reported (not the date on which it takes effect). Of a row of a schedule its date,
 * where its period starts, and its number.
 */
export interface EventMoment extends Typed {
  readonly kind: "EventMoment";
  readonly moment: "date" | "time" | "start" | "number";
  readonly of: Occurrence;
}

export interface Today extends Typed {
  readonly kind: "Today";
}

export interface MarketPrice extends Typed {
  readonly kind: "MarketPrice";
  readonly series: string;
  readonly column: string;
}

export interface Arithmetic extends Typed {
  readonly kind: "Arithmetic";
  /** `^` raises a plain number to a whole one. */
  readonly operator: "+" | "-" | "*" | "/" | "^";
  readonly left: Expr;
  readonly right: Expr;
}

/** Of amounts or dates. Operands marked `ifSet` are left out where they have no value; with none left it has none. */
export interface Extreme extends Typed {
  readonly kind: "Extreme";
  readonly which: "least" | "greatest";
  readonly operands: readonly { readonly value: Expr; readonly ifSet: boolean }[];
}

/** Operands marked `ifSet` are left out where they have no value; with none left it is nothing. */
export interface Total extends Typed {
  readonly kind: "Total";
  readonly operands: readonly { readonly value: Expr; readonly ifSet: boolean }[];
}

/** The first arm whose condition holds; the conditions are tried in order. */
export interface Case extends Typed {
  readonly kind: "Case";
  readonly arms: readonly { readonly condition: Expr; readonly value: Expr }[];
  readonly otherwise: Expr;
}

export interface ByReading extends Typed {
  readonly kind: "ByReading";
  readonly reading: string;
  readonly arms: ReadonlyMap<string, Expr>;
}

export interface OnlyWhile extends Typed {
  readonly kind: "OnlyWhile";
  readonly value: Expr;
  readonly condition: Expr;
  /** Whether it is a table: its condition then says that what it goes by lies in its rows. */
  readonly isTable?: true;
}

export interface OrElse extends Typed {
  readonly kind: "OrElse";
  readonly value: Expr;
  readonly fallback: Expr;
}

export interface Round extends Typed {
  readonly kind: "Round";
  readonly value: Expr;
  readonly mode: RoundingMode;
  readonly step: Expr;
}

/** A power to a multiple of a step, whether or not it is a quotient; without a base, of Euler's number. */
export interface RoundedPower extends Typed {
  readonly kind: "RoundedPower";
  readonly base?: Expr;
  readonly exponent: Expr;
  readonly mode: RoundingMode;
  readonly step: Expr;
}

/** The value at the end of the date, in the shares of the point that asks. */
export interface AsOf extends Typed {
  readonly kind: "AsOf";
  readonly value: Expr;
  readonly date: Expr;
}

/**
 * unpaid: all that is owed, due or not; overdue likewise; with `on`, the part that accrued on so much of the base still
 * outstanding.
 * due: what has fallen due and is unpaid; overdue: of it, what was payable on a day that has ended; accruing: not yet
 * due; paid: paid so far; payable: what fell due for payment on the date `on`, paid or not, less what was converted;
 * first overdue: the day on which the oldest amount that is overdue was payable.
 */
export interface AccountMeasure extends Typed {
  readonly kind: "AccountMeasure";
  readonly measure: "unpaid" | "due" | "overdue" | "accruing" | "paid" | "payable" | "first overdue";
  /** By its key; `of` where it is of an occurrence. */
  readonly account: string;
  readonly of?: Occurrence;
  readonly on?: Expr;
}

/** Sum over the days of the range of rate × base as of that day's end × weight ÷ year basis. */
export interface Interest extends Typed {
  readonly kind: "Interest";
  readonly rate: Expr;
  readonly base: Expr;
  readonly days: DayRange;
  readonly basis: Expr;
  readonly periods?: InterestPeriods;
}

/** Interest periods, by which some day counts go: each of so many months, one of them from the anchor. */
export interface InterestPeriods {
  readonly months: number;
  readonly anchor: Expr;
}

export interface DayRange {
  readonly kind: "DayRange";
  readonly unit: DayUnit;
  readonly from: Expr;
  readonly fromIncluded: boolean;
  readonly to: Expr;
  readonly toIncluded: boolean;
}

export interface DayWindow {
  readonly kind: "DayWindow";
  readonly count: Expr;
  readonly unit: DayUnit;
  /** Only days at whose end it holds are counted, and are in. */
  readonly where?: Expr;
  readonly ending: Expr;
}

/**
 * Over days that have ended, each body and condition taken as of that day's end. A day of a range that has not ended is
 * not in yet; a window that the data do not reach is an error. number counts; first and last are dates; every, some and
 * no are conditions; average, highest, lowest of no days have no value.
 */
export interface DayFold extends Typed {
  readonly kind: "DayFold";
  readonly operation:
    | "sum"
    | "product"
    | "average"
    | "highest"
    | "lowest"
    | "number"
    | "first"
    | "last"
    | "every"
    | "some"
    | "no";
  readonly pick?: { readonly count: Expr; readonly which: "lowest" | "highest" };
  /** The figure, or for every, some and no the condition. */
  readonly body?: Expr;
  readonly days: DayRange | DayWindow;
  readonly where?: Expr;
}

/** The rows of a schedule whose dates lie between two days; without one, all on that side. */
export interface ScheduledDates {
  readonly from?: Expr;
  readonly fromIncluded: boolean;
  readonly to?: Expr;
  readonly toIncluded: boolean;
}

/**
 * Over the occurrences applied so far, in the order in which they were applied; `Bound` 0 is the one looked at. With `dates`,
 * over rows of a schedule.
 */
export interface EventFold extends Typed {
  readonly kind: "EventFold";
  readonly operation:
    | "sum"
    | "product"
    | "average"
    | "highest"
    | "lowest"
    | "earliest"
    | "latest"
    | "number"
    | "every"
    | "some"
    | "no";
  /** With `dates`, the schedule. */
  readonly event: string;
  readonly dates?: ScheduledDates;
  readonly body?: Expr;
  readonly where?: Expr;
}

/** Something that stands for one occurrence of an event, or for none. */
export type Occurrence =
  /** The occurrence that the statement, or the nth fold outwards, speaks of. 0 is the innermost. */
  | { readonly kind: "Bound"; readonly event: string; readonly depth: number }
  /** The latest occurrence of `event` that names `of` with `for`; or the first one. */
  | { readonly kind: "Referring"; readonly event: string; readonly of: Occurrence; readonly isFirst?: true }
  /** The occurrence that `of` names with `for`; of a row of a schedule, the one before it. */
  | { readonly kind: "Referred"; readonly event: string; readonly of: Occurrence }
  /** The first or last occurrence that meets the condition. */
  | { readonly kind: "Found"; readonly event: string; readonly which: "first" | "last"; readonly where?: Expr }
  /** A definition whose value is an occurrence: its name in the definitions of the same owner. */
  | { readonly kind: "Named"; readonly event: string; readonly key: string; readonly of?: Occurrence };

/** N units after or before. Business and trading days are counted strictly after or before; months clamp at their end. */
export interface Shift extends Typed {
  readonly kind: "Shift";
  readonly count: Expr;
  readonly unit: DayUnit | "month" | "year";
  readonly direction: "after" | "before";
  readonly from: Expr;
}

/** With `series`, trading days are the days with a row of that series. One found before `notBefore` is none. */
export interface Step extends Typed {
  readonly kind: "Step";
  readonly unit: DayUnit;
  readonly series?: string;
  readonly notBefore?: Expr;
  /** The modified ones stay in the month of the date where they can. */
  readonly relation: "on or after" | "on or before" | "after" | "before" | "modified following" | "modified preceding";
  readonly from: Expr;
}

/** The number of a day in its month, of its month in the year, or its year. */
export interface DatePart extends Typed {
  readonly kind: "DatePart";
  readonly part: "day" | "month" | "year";
  readonly of: Expr;
}

export interface PeriodEdge extends Typed {
  readonly kind: "PeriodEdge";
  readonly which: "first" | "last";
  readonly unit: DayUnit;
  readonly period: "month" | "quarter" | "year";
  readonly of: Expr;
}

/** The nearest of the dates anchor + k × months, k a whole number from 1, counted from the anchor with clamping. */
export interface Every extends Typed {
  readonly kind: "Every";
  readonly months: Expr;
  readonly anchor: Expr;
  readonly relation: "on or after" | "on or before" | "after" | "before";
  readonly from: Expr;
}

/** A time of a day at another place, as the clock of the note's own place shows it, in minutes from midnight of that date here. */
export interface TimeElsewhere extends Typed {
  readonly kind: "TimeElsewhere";
  readonly place: string;
  readonly time: Expr;
  readonly on: Expr;
}

/** So many minutes, or times so many, after or before a time; a time before midnight or after the end of its day stays one of it. */
export interface TimeShift extends Typed {
  readonly kind: "TimeShift";
  readonly count: Expr;
  /** Of the unit that is counted. */
  readonly minutes: 1 | 60;
  readonly direction: "after" | "before";
  readonly from: Expr;
}

export interface Compare extends Typed {
  readonly kind: "Compare";
  readonly operator: "=" | "≠" | "<" | "≤" | ">" | "≥";
  readonly left: Expr;
  readonly right: Expr;
}

export interface IsSet extends Typed {
  readonly kind: "IsSet";
  readonly value: Expr;
}

/** Whether an event of the kind has been applied, or the occurrence exists. */
export interface HasHappened extends Typed {
  readonly kind: "HasHappened";
  readonly event?: string;
  readonly occurrence?: Occurrence;
}

export interface ReadingIs extends Typed {
  readonly kind: "ReadingIs";
  readonly reading: string;
  readonly choice: string;
}

export interface Not extends Typed {
  readonly kind: "Not";
  readonly condition: Expr;
}

/** All or any. One false makes `all` false, one true makes `any` true, whatever the others are. */
export interface Logic extends Typed {
  readonly kind: "Logic";
  readonly operator: "all" | "any";
  readonly conditions: readonly Expr[];
}

/** Whether a member of the family has occurred and continues; of the sections named, where any are. */
export interface FamilyHolds extends Typed {
  readonly kind: "FamilyHolds";
  readonly family: string;
  readonly sections: readonly string[];
}

/** The day on which the earliest member that continues occurred. */
export interface FamilyStart extends Typed {
  readonly kind: "FamilyStart";
  readonly family: string;
  readonly sections: readonly string[];
}

/** Words with values put in, as they are shown. */
export interface Phrase extends Typed {
  readonly kind: "Phrase";
  readonly parts: readonly (string | Expr)[];
}

/** The value of a definition that names an occurrence; its type is an occurrence type. */
export interface OccurrenceValue extends Typed {
  readonly kind: "OccurrenceValue";
  readonly of: Occurrence;
}
