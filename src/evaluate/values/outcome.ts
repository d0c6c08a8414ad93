/** What a run gives: plain data, ready for JSON. Amounts are decimal strings with their unit beside them. */
import type { ErrorKind } from "./problem.ts";

export interface Outcome {
  readonly answers: readonly Answer[];
  readonly journal: readonly JournalEntry[];
  readonly owed: readonly Owed[];
  readonly refused: readonly Refusal[];
  /** Which choice is in force for each reading, by name. */
  readonly readings: Readonly<Record<string, string>>;
}

export type AnswerValue = string | boolean;

interface Asked {
  readonly value: string;
  readonly on?: string;
  readonly of?: string;
  readonly section: string;
}
export type Answer = Asked &
  (
    | { readonly answer: AnswerValue; readonly unit: string }
    | { readonly answer: null; readonly because: string }
    | { readonly error: { readonly kind: ErrorKind; readonly message: string } }
  );

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
  /** Null where the day cannot be told. */
  readonly due: string | null;
  readonly section: string;
  readonly text: string;
  /** Why the day, the amount, or whether it is owed at all cannot be told. */
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
