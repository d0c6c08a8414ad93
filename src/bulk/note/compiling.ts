/** What the parts of the compiler share: the note, the arrays, the moment that an expression speaks of. */
import type { CoreProgram, Override, Plan } from "../../core/core.ts";
import type { Span } from "../../source/span.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Builder } from "../routine/builder.ts";
import type { Index, Mask } from "../routine/ir.ts";
import type { BulkSetting } from "../setting.ts";
import type { SteadyValues } from "./steady.ts";

/** When: the day, counted from the first one there is, and its row of market data. */
export interface Moment {
  readonly key: string;
  readonly day: Index;
  /** Not there before a day's row is known. */
  readonly row?: Index;
  /** Whether it is the day that the run has come to; else an earlier one, at its end. */
  readonly isNow: boolean;
  readonly isEnded: boolean;
  /** Of an earlier day: whether it may be the day that the run has come to. */
  readonly mayBeToday: boolean;
}

/** An event that an expression speaks of: its kind, and its place among those that the plan may give. */
export interface Bound {
  readonly key: string;
  readonly event: string;
  readonly slot: Index;
}

export interface Scope {
  readonly moment: Moment;
  readonly bound: readonly Bound[];
  /** Inside an exception: those that are taken away. */
  readonly gone?: readonly Override[];
}

/** What can't be compiled, and where the note says it. */
export interface Gap {
  readonly section: string;
  readonly what: string;
  readonly span: Span | undefined;
}

/** What was seen to be needed, as the note was gone through before. */
export class Needed {
  #count = 0;
  readonly #keys = new Set<string>();

  has(key: string): boolean {
    return this.#keys.has(key);
  }
  /** Asks for it, and says whether it was asked for before this round. */
  ask(key: string): void {
    this.#keys.add(key);
  }
  /** Whether anything was asked for since this was last called. */
  hasGrown(): boolean {
    const before = this.#count;
    this.#count = this.#keys.size;
    return this.#count > before;
  }
}

export interface Days {
  /** The first day there is, of history or of the note; indices count from it. */
  readonly origin: PlainDate;
  /** The note's first day, and the last, as indices. */
  readonly first: number;
  readonly last: number;
  /** By day: its row, or -1; the number of rows up to it, itself included. */
  readonly rowOf: readonly number[];
  readonly rowsBy: readonly number[];
}

export interface Compiling {
  readonly program: CoreProgram;
  readonly plan: Plan;
  readonly setting: BulkSetting;
  readonly steady: SteadyValues;
  readonly builder: Builder;
  readonly days: Days;
  readonly needed: Needed;
  readonly gaps: Gap[];
  /** The section that is being compiled. */
  section: string;
  /** For the day that the run has come to. */
  readonly today: Index;
}

export function daysOf({ rowDays, last }: BulkSetting, first: PlainDate): Days {
  const origin = rowDays[0] !== undefined && rowDays[0] < first ? rowDays[0] : first;
  const rows = new Map(rowDays.map((day, row) => [day, row]));
  const rowOf = Array.from({ length: last - origin + 1 }, (_, index) => rowIn(rows, origin + index));
  let count = 0;
  const rowsBy = rowOf.map((row) => (row < 0 ? count : ++count));
  return { origin, first: first - origin, last: last - origin, rowOf, rowsBy };
}

function rowIn(rows: ReadonlyMap<number, number>, day: number): number {
  return rows.get(day) ?? -1;
}

/** What is not so on a path on which something can't be told in doubles. */
export interface Found {
  readonly bound: Bound;
  readonly exists: Mask;
}
