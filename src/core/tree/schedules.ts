/** Schedules: dates by cycle, joined from others, or given by the deal. */
import type { PlainDate } from "../../units/plain-date.ts";
import type { EventType } from "./declarations.ts";
import type { Expr, Step, Value } from "./expressions.ts";
import type { Declared } from "./placed.ts";

/** Dates. Their rows are occurrences of `rows`, known at any time; each refers to the one before it. */
export interface Schedule extends Declared {
  readonly rows: EventType;
  readonly dates: CycleDates | JoinedDates | GivenDates;
  /** Where the period of the first date starts, where the dates don't say it. */
  readonly begins?: Expr;
}

/** Dates by anchor and cycle. */
export interface CycleDates {
  readonly made: "by cycle";
  readonly cycle:
    | { readonly kind: "Interval"; readonly count: Expr; readonly unit: "day" | "month" }
    | { readonly kind: "DaysOfYear"; readonly days: readonly { readonly month: number; readonly day: number }[] };
  readonly from: Expr;
  readonly fromIncluded: boolean;
  readonly to: Expr;
  readonly toIncluded: boolean;
  /** From which day they are counted, where that is not `from`. */
  readonly anchor?: Expr;
  readonly firstPeriod?: "short" | "long";
  readonly lastPeriod?: "short" | "long";
  readonly keepsMonthEnds: boolean;
  /** To which days the dates are moved. */
  readonly moved?: Pick<Step, "unit" | "relation">;
}

/** Days that are said one by one, or for each date of another schedule, which is bound: each day once. */
export interface JoinedDates {
  readonly made: "by parts";
  readonly parts: readonly { readonly schedule?: string; readonly date: Expr }[];
}

/** Days that a deal gives, a row each; what its columns have are fields of the schedule's rows. */
export interface GivenDates {
  readonly made: "given";
  /** A deal may leave it out, and has no rows then. */
  readonly isOptional?: true;
}

/** A row of a list that a deal gives. Columns that it leaves out have no value. */
export interface ListRow {
  readonly on: PlainDate;
  readonly fields: ReadonlyMap<string, Value>;
}
