/** What a note is compiled for: all that is the same on every path. */
import type { PlanRule, Value } from "../core/core.ts";
import type { Calendar } from "../units/business-days.ts";
import type { PlainDate } from "../units/plain-date.ts";

export interface BulkSetting {
  /** Deal terms; those that are not given have their defaults. */
  readonly terms: ReadonlyMap<string, Value>;
  readonly readings: ReadonlyMap<string, string>;
  readonly calendar: Calendar;
  /** By which trading days go beyond the rows. */
  readonly exchange?: Calendar;
  /** The days with a row of market data, rising; those before the first day are history. */
  readonly rowDays: readonly PlainDate[];
  /** The last day of a run; the first is the deal term from which the note exists. */
  readonly last: PlainDate;
  /** What is asked at the end of each path: names of values. */
  readonly metrics: readonly string[];
  /** Names of values whose levels are kept at the ends of the days that are looked at. */
  readonly tracked?: readonly string[];
  /** Whether defaults that occur, and limits that cut something back, are counted. */
  readonly counts?: boolean;
  /** Rules that give an event for the one that another rule gives. */
  readonly targets?: ReadonlyMap<PlanRule, PlanRule>;
  /** Whether a path tells anything of a day, such as a split; else signals stay as the plan has them. */
  readonly hasSignals?: boolean;
}
