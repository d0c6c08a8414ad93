/** What a journal records, as data. Its words are made where a run is shown. */
import type { AccountPosting, State, Value } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Quantity, ValueType } from "../../units/value-type.ts";
import type { DefaultMove } from "../compile/defaults.ts";
import type { Occurrence } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import type { Refused } from "../values/refused.ts";

/** The part of a day: what opens it, events put off to it, its other events, calendar rules, rounds of conditions. */
export type Phase = "opening" | "put-off" | "event" | "calendar" | "round";

export type JournalFact = JournalPlace &
  (
    | EventApplied
    | EventUndecided
    | StateChanged
    | NothingChanged
    | AccountPosted
    | AmountLeftOver
    | DatePassedOver
    | DefaultMoved
  );

/** Where in the timeline an entry stands, and what it cites. */
export interface JournalPlace {
  readonly day: PlainDate;
  readonly point: number;
  readonly phase: Phase;
  /** The event that brought it about; undefined where the calendar or a condition did. */
  readonly cause: Occurrence | undefined;
  readonly section: string;
}

/** An event that the contract does not allow. */
export interface RefusedEvent {
  readonly occurrence: Occurrence;
  readonly refused: Refused;
  /** The day on which it would have taken effect. */
  readonly day: PlainDate;
  /** How many entries of the journal come before it. */
  readonly entriesBefore: number;
}

export interface EventApplied {
  readonly kind: "EventApplied";
  readonly occurrence: Occurrence;
}

/** An event that is applied although it is unknown whether it may be given, or one whose effective day is unknown. */
export interface EventUndecided {
  readonly kind: "EventUndecided";
  readonly occurrence: Occurrence;
  readonly whether: "may be given" | "has taken effect";
  readonly problem: Problem;
}

export interface StateChanged {
  readonly kind: "StateChanged";
  readonly state: State;
  /** The event that has it. */
  readonly of?: Occurrence | undefined;
  readonly from: Value | Problem | undefined;
  readonly to: Value | Problem;
}

/** A rule would change a state or an account of an event, and there is no such event. */
export interface NothingChanged {
  readonly kind: "NothingChanged";
  /** Of the state or the account. */
  readonly name: string;
  readonly problem: Problem;
}

/** What one batch posted to an account; `before` and `after` are its unpaid balances, `change` is the one less the other. */
export interface AccountPosted {
  readonly kind: "AccountPosted";
  readonly account: string;
  /** The event that has it. */
  readonly of?: Occurrence | undefined;
  readonly type: Quantity;
  readonly postings: readonly PostingFact[];
  readonly before: Exact | Problem;
  readonly after: Exact | Problem;
  /** Undefined where one of the two is unknown. */
  readonly change: Exact | undefined;
}

export interface PostingFact {
  readonly verb: AccountPosting["verb"] | "payment";
  /** Money that the posting charged, moved to due, or took from the balance. */
  readonly amount: Exact;
  readonly section: string;
}

/**
 * Money that moved nothing: what a payment had left after its last target, what a conversion had left of an account, and
 * an amount below zero.
 */
export interface AmountLeftOver {
  readonly kind: "AmountLeftOver";
  readonly of: "payment" | "convert" | "fall due";
  readonly amount: Exact;
  readonly type: ValueType;
  /** The name of the account it is posted to; of a payment the first one that it was applied to, if any. */
  readonly account: string | undefined;
  /** The key of that account. */
  readonly key: string | undefined;
  /** The event that has it, where that is one. */
  readonly ofEvent?: Occurrence | undefined;
}

/** A rule has not acted on its day: the day was known only when it was over, or the date moved on before it came. */
export interface DatePassedOver {
  readonly kind: "DatePassedOver";
  readonly date: PlainDate;
  readonly movedTo: PlainDate | undefined;
  /** What the rule would change. */
  readonly names: readonly string[];
}

export interface DefaultMoved {
  readonly kind: "DefaultMoved";
  readonly move: DefaultMove;
}
