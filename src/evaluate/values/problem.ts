/**
 * What stands where a value does not: `Absent` is the contract's own answer (no value, with the condition that is
 * missing), `Failure` means that the question cannot be answered. Both travel through every operation as they are.
 *
 * They carry facts. `src/wording/problems.ts` makes the words of them.
 */
import type { DayUnit, Shift, Step } from "../../core/core.ts";
import type { Span } from "../../source/span.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Refused } from "./refused.ts";

export type ErrorKind = "missing data" | "undefined" | "refused" | "conflict";

/** Why the contract gives no value. A clause or condition is the place where the template says it. */
export type AbsentFact =
  | { readonly kind: "not set"; readonly state: string }
  | { readonly kind: "not given"; readonly name: string }
  | { readonly kind: "left out"; readonly name: string }
  | { readonly kind: "no start"; readonly event: string }
  | { readonly kind: "no time reported"; readonly event: string }
  | { readonly kind: "not begun"; readonly account: string }
  | { readonly kind: "nothing overdue"; readonly account: string }
  | { readonly kind: "condition fails"; readonly condition: Span }
  | { readonly kind: "in no row"; readonly key: Span }
  | { readonly kind: "no operand set"; readonly clause: Span }
  | { readonly kind: "nothing to fold"; readonly clause: Span }
  | { readonly kind: "no such event"; readonly event: string }
  | { readonly kind: "no event refers to it"; readonly event: string; readonly target: string }
  | { readonly kind: "refers to no event"; readonly event: string; readonly source: string }
  | { readonly kind: "event does not count"; readonly event: string }
  | { readonly kind: "no default continues"; readonly family: string }
  | { readonly kind: "fixed later"; readonly on: PlainDate }
  | { readonly kind: "event counts later"; readonly from: PlainDate };

/** How far the data go from which days of a kind are known. */
export type Reach =
  /** Of a day on which the exchange was open there is no row: whether it traded is not known. */
  | { readonly kind: "no row"; readonly series: string; readonly name: string; readonly day: PlainDate }
  | { readonly kind: "years" }
  | { readonly kind: "no market data"; readonly series: string }
  | { readonly kind: "market data"; readonly series: string; readonly from: PlainDate; readonly to: PlainDate }
  | {
      readonly kind: "calendar";
      readonly ends?: string | undefined;
      readonly name: string;
      readonly from: PlainDate;
      readonly to: PlainDate;
    };

/** Data that the question needs and the scenario does not have. */
type MissingFact =
  | { readonly kind: "no market data"; readonly series: string }
  | { readonly kind: "no market row"; readonly series: string; readonly day: PlainDate }
  | { readonly kind: "price to come"; readonly series: string; readonly day: PlainDate }
  | {
      readonly kind: "observed too early";
      readonly series: string;
      readonly day: PlainDate;
      readonly notBefore: PlainDate;
    }
  | { readonly kind: "before the note"; readonly name: string; readonly start: PlainDate }
  | { readonly kind: "clock out of reach"; readonly places: readonly [string, string]; readonly on: PlainDate }
  | { readonly kind: "day ahead"; readonly clause: Span; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly kind: "too few values"; readonly clause: Span; readonly wanted: number; readonly found: number }
  | {
      readonly kind: "shift out of reach";
      readonly count: number;
      readonly unit: Shift["unit"];
      readonly direction: Shift["direction"];
      readonly from: PlainDate;
      readonly reach: Reach;
    }
  | {
      readonly kind: "step out of reach";
      readonly unit: DayUnit;
      readonly relation: Step["relation"];
      readonly from: PlainDate;
      readonly reach: Reach;
    }
  | { readonly kind: "period out of reach"; readonly months: number; readonly anchor: PlainDate; readonly reach: Reach }
  | {
      readonly kind: "range out of reach";
      readonly unit: DayUnit;
      readonly first: PlainDate;
      readonly last: PlainDate;
      readonly reach: Reach;
    }
  | {
      readonly kind: "window out of reach";
      readonly count: number;
      readonly unit: DayUnit;
      readonly end: PlainDate;
      /** Where the window ends on a day that is yet to come, the day that asks. */
      readonly limit: Reach | { readonly kind: "today"; readonly day: PlainDate };
      /** Where only days count on which something holds: what, and how many of them there are. */
      readonly chosen?: { readonly found: number; readonly clause: Span } | undefined;
    }
  | { readonly kind: "event not effective"; readonly event: string; readonly because: Absent | undefined };

/** What has no result, or cannot be done. */
type UndefinedFact =
  | {
      readonly kind: "no arithmetic result";
      readonly clause: Span;
      readonly why: "division by zero" | "unlimited operand" | "fractional exponent" | "root of no amount" | "digits";
    }
  | { readonly kind: "no fold result"; readonly clause: Span }
  | {
      readonly kind: "no whole number";
      readonly of: "shift" | "days between" | "months between" | "values picked" | "days of a window" | "minutes";
    }
  | {
      readonly kind: "no single answer";
      readonly name: string;
      readonly why: "no answer" | "several answers" | "bent otherwise";
    }
  | { readonly kind: "last period unsaid"; readonly schedule: string; readonly to: PlainDate }
  | { readonly kind: "no accrual base"; readonly account: string }
  | { readonly kind: "no such part"; readonly account: string }
  | { readonly kind: "no interest periods"; readonly dayCount: string }
  | { readonly kind: "unlimited accrual"; readonly account: string }
  | { readonly kind: "cannot accrue"; readonly account: string; readonly because: Absent }
  | { readonly kind: "unlimited posting"; readonly section: string }
  | { readonly kind: "unlimited deduction" }
  | { readonly kind: "unlimited state"; readonly state: string }
  | { readonly kind: "unusable share ratio" }
  | { readonly kind: "needs a value"; readonly because: Absent }
  /** Of an event that is only supposed: what it would have to say. */
  | { readonly kind: "left open"; readonly name: string; readonly event: string }
  | { readonly kind: "not fixed yet"; readonly name: string; readonly event: string }
  | { readonly kind: "unknown name"; readonly name: string }
  | { readonly kind: "name of an event"; readonly name: string }
  | { readonly kind: "name of another event"; readonly name: string; readonly event: string }
  | { readonly kind: "never happens"; readonly event: string; readonly day: PlainDate };

type RefusedFact = {
  readonly kind: "event refused";
  readonly event: string;
  /** Why it was refused. */
  readonly because: Refused;
  /** Whether a clause speaks of the event ("that Notice") or a question does ("the Notice"). */
  readonly named: "in a clause" | "in a question";
};

type ConflictFact =
  | { readonly kind: "exceptions collide"; readonly name: string; readonly sections: readonly string[] }
  | { readonly kind: "state set twice"; readonly state: string; readonly sections: readonly string[] };

/** What may have changed since a day: whether it did rests on what could not be determined then. */
interface UnknownSince {
  readonly kind: "unknown since";
  readonly since: PlainDate;
  readonly because: Failure;
}

interface FactsOf {
  readonly "missing data": MissingFact | UnknownSince;
  readonly undefined: UndefinedFact | UnknownSince;
  readonly refused: RefusedFact | UnknownSince;
  readonly conflict: ConflictFact | UnknownSince;
}
export type FailureFact = FactsOf[ErrorKind];
type FailureParts = { [K in ErrorKind]: [error: K, fact: FactsOf[K], span?: Span | undefined] }[ErrorKind];

export class Absent {
  readonly fact: AbsentFact;
  constructor(fact: AbsentFact) {
    this.fact = fact;
  }
}

export class Failure {
  readonly error: ErrorKind;
  readonly fact: FailureFact;
  /** Where in the template it arose, where that is known. */
  readonly span: Span | undefined;
  constructor(...[error, fact, span]: FailureParts) {
    this.error = error;
    this.fact = fact;
    this.span = span;
  }
}

export type Problem = Absent | Failure;

/** Whether a date is unknown only as it is counted over days before calendar or market data begin. */
export function isBeforeData({ fact }: Failure): boolean {
  if (fact.kind !== "shift out of reach" && fact.kind !== "step out of reach") return false;
  if (!("from" in fact.reach)) return false;
  const goesBack =
    fact.kind === "shift out of reach" ? fact.direction === "before" : /before|preceding/.test(fact.relation);
  return goesBack ? fact.from <= fact.reach.to : fact.from < fact.reach.from;
}

/** The last day of the data, where a date that is counted forward from a day within them lies after that. */
export function liesAfter({ fact }: Failure): PlainDate | undefined {
  if (fact.kind !== "shift out of reach" && fact.kind !== "step out of reach") return undefined;
  return "to" in fact.reach && fact.from <= fact.reach.to ? fact.reach.to : undefined;
}

/** Why something that may have changed is unknown from a day on; what was unknown before keeps its own day. */
export function unknownSince(since: PlainDate, because: Failure): Failure {
  if (because.fact.kind === "unknown since") return because;
  // cast: the fact is one of each kind of error, and the error is that of its cause.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return new Failure(...([because.error, { kind: "unknown since", since, because }, because.span] as FailureParts));
}

export function isProblem(value: unknown): value is Problem {
  return value instanceof Absent || value instanceof Failure;
}
