import type { Span } from "../../source/span.ts";
import type { Exact } from "../../units/exact.ts";
import { digitWork } from "../../units/exact.ts";

/** Bounds on what one template and one run of it may use; see docs/limits.md. */
export interface Limits extends RunLimits, FileLimits {}

export interface RunLimits {
  /** Parts of expressions evaluated, days, events and amounts owed read one by one, and work on long figures, together. */
  readonly steps: number;
  readonly journalEntries: number;
  /** From the first day to the last; also of one range of days. */
  readonly days: number;
  /** How deep definitions may read one another, each counted with the depth of what it says. */
  readonly depth: number;
}

/** How long a file may be, in characters (UTF-16 units). */
export interface FileLimits {
  readonly templateLength: number;
  readonly scenarioLength: number;
  /** Of market data and of a calendar. */
  readonly dataLength: number;
}

export const defaultLimits: Limits = {
  steps: 50_000_000,
  journalEntries: 1_000_000,
  days: 80_000,
  depth: 3_000,
  templateLength: 2_000_000,
  scenarioLength: 10_000_000,
  dataLength: 100_000_000,
};

/** A sum of the engine's own, where there is no other reason for it to have no result than its many digits. */
export function withinDigitLimit(value: Exact | undefined): Exact {
  if (value === undefined) throw new LimitReached("digits");
  return value;
}

/** Counts steps: of one run, or of all runs that one command or one handle for questions asks for. */
export class StepMeter {
  #steps = 0;
  #digits = digitWork();

  spend(steps: number, limit: number, span?: Span): void {
    const digits = digitWork();
    this.#steps += steps + (digits - this.#digits) / digitsOfStep;
    this.#digits = digits;
    if (this.#steps > limit) throw new LimitReached("steps", span);
  }
}

// A step is what takes about a fifth of a microsecond, so that the usual limit is about ten seconds.

/** Work on long figures that takes about as long as one step. */
const digitsOfStep = 4;

/** Parts of expressions (a sum, a comparison, what is read) whose evaluation takes about as long as one step. */
export const partsOfStep = 2;

/** Entries of a list that are looked through as fast as one step is taken. */
export const entriesOfStep = 16;

/** Thrown where a bound is passed; the driver turns it into a diagnostic. */
export class LimitReached extends Error {
  readonly limit: keyof RunLimits | "digits";
  readonly span: Span | undefined;
  constructor(limit: keyof RunLimits | "digits", span?: Span) {
    super(limit);
    this.limit = limit;
    this.span = span;
  }
}
