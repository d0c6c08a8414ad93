/** Schedules: dates by cycle, joined from others, or given by the deal. */
import type { Meaning } from "../../../grammar/vocabulary.ts";
import type { Span } from "../../source/span.ts";
import type { FieldDeclaration } from "./declarations.ts";
import type { DateShift, DayRange, Expression, Moved } from "./expressions.ts";
import type { Identifier, Node } from "./nodes.ts";

/** `Payment Dates are …`: the dates of a schedule. */
export interface ScheduleDeclaration extends Node<"ScheduleDeclaration"> {
  readonly name: Identifier;
  readonly dates: CycleDates | JoinedDates | GivenDates;
  /** `first period begins: D`. */
  readonly begins?: Expression;
}

/** `every 3 months from but excluding D to and including E`, with labelled lines. */
export interface CycleDates extends Node<"CycleDates"> {
  readonly cycle: Interval | DaysOfYear;
  readonly range: DayRange;
  /** `, modified following`: to which days the dates are moved. */
  readonly moved?: Moved;
  /** `counted from: D`: where the dates are not counted from the beginning of the range. */
  readonly anchor?: Expression;
  /** `first period: long`: without the first of the dates. */
  readonly firstPeriod?: Meaning<"stub">;
  /** `last period: short`: with the end of the range, though it is no date of the cycle. */
  readonly lastPeriod?: Meaning<"stub">;
  /** `month ends: kept`. */
  readonly keepsMonthEnds?: true;
}

/** `Coupon Dates, 2 days before its date for each of Reset Dates and Maturity Date`. */
export interface JoinedDates extends Node<"JoinedDates"> {
  readonly parts: readonly DatesPart[];
}

/** `given Instalments: dates`: a list that each deal gives, and what each of its rows has beside its date. */
export interface GivenDates extends Node<"GivenDates"> {
  readonly columns: readonly FieldDeclaration[];
  /** `, if any`: a deal may leave it out, and has no dates then. */
  readonly isOptional?: true;
}

/** A day; with `each`, one for each date of a schedule. The name of a schedule alone stands for all its dates. */
export interface DatesPart extends Node<"DatesPart"> {
  readonly date: Expression;
  readonly each?: Identifier;
}

/** `every 3 months`, `every month`. */
export interface Interval extends Node<"Interval"> {
  readonly count?: Expression;
  readonly unit: DateShift["unit"];
}

/** `every 6 May and 6 November`. */
export interface DaysOfYear extends Node<"DaysOfYear"> {
  readonly days: readonly { readonly month: number; readonly day: number; readonly span: Span }[];
}
