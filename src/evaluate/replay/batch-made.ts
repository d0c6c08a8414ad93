/** What is changed together, and when. */
import type { Moment, Occurrence } from "../state/run.ts";
import type { LedgerChange, LeftOver, Payment } from "./account-changes.ts";
import type { NewStates } from "./state-changes.ts";
import type { Step } from "./step.ts";

/** Everything a batch found out in the state before, ready to be made. */
export interface Batch {
  readonly states: NewStates;
  readonly ledgers: ReadonlyMap<string, LedgerChange>;
  /** What is changed, by which rules: for explanations. */
  readonly steps: readonly Step[];
  readonly payments: readonly Payment[];
  /** Amounts of which some moved nothing. */
  readonly leftOver: readonly LeftOver[];
}

/** A batch as it was made, with the event that brought it about. */
export interface BatchMade {
  readonly batch: Batch;
  readonly before: Moment;
  readonly cause: Occurrence | undefined;
}
