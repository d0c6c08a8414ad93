/** What the commands show of a run: plain data, ready for JSON. Amounts are decimal strings with their unit beside them. */
import type { DueStatus } from "../evaluate/answers/due.ts";
import type { Answer, AnswerValue } from "../evaluate/values/outcome.ts";

export interface Outcome {
  readonly answers: readonly Answer[];
  readonly journal: readonly JournalEntry[];
  readonly owed: readonly Owed[];
  readonly refused: readonly Refusal[];
  /** Which choice is in force for each reading, by name. */
  readonly readings: Readonly<Record<string, string>>;
}

export type EntryKind = "event" | "state" | "account" | "default" | "problem";

/** One line of the journal, which only grows. */
export interface JournalEntry {
  readonly on: string;
  readonly at?: string;
  readonly kind: EntryKind;
  readonly section: string;
  readonly name: string;
  readonly from?: AnswerValue | null;
  readonly to?: AnswerValue | null;
  readonly amount?: string;
  readonly unit?: string;
  readonly event?: string;
  readonly text: string;
}

/** Something owed at the end of the run, or still to be done. */
export interface Owed {
  readonly from: string;
  readonly to: string;
  readonly amount?: string;
  readonly unit?: string;
  /** Null where the day is unknown. */
  readonly due: string | null;
  readonly section: string;
  readonly text: string;
  /** Why the day, the amount, or whether it is owed at all is unknown. */
  readonly because?: string;
}

/** An event that the contract does not allow, with the reason. */
export interface Refusal {
  readonly event: string;
  readonly id?: string;
  readonly on: string;
  readonly section: string;
  readonly because: string;
}

/** Something owed or to be done around a day, with its status and what follows if it is not done. */
export interface Due extends Owed {
  readonly status: DueStatus;
  /** What the contract attaches to it if it is not done: defaults and payments, with their sections. */
  readonly follows: readonly string[];
}
