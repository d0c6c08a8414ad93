/** What the commands show of a run: plain data, ready for JSON. Amounts are decimal strings with their unit beside them. */
import type { DueStatus } from "../evaluate/answers/due.ts";
import type { ReasonFact, ReasonKind } from "../evaluate/reasons/reason-facts.ts";
import type { ErrorKind } from "../evaluate/values/problem.ts";
import type { Question } from "../inputs/scenario.ts";

export type AnswerValue = string | boolean;

interface Asked {
  readonly value: string;
  readonly on?: string | undefined;
  readonly of?: string | undefined;
  readonly section: string;
}
export type Answer = Asked &
  (
    | {
        readonly answer: AnswerValue;
        readonly unit: string;
        /** That it rests on trading days to come, and by which calendar these are expected. */
        readonly expected?: string | undefined;
      }
    | { readonly answer: null; readonly because: string }
    | { readonly error: { readonly kind: ErrorKind; readonly message: string } }
  );

/** One value with what it was made of. A leaf uses nothing. */
export interface Reason {
  readonly value: string;
  readonly on: string;
  readonly of?: string | undefined;
  readonly answer: AnswerValue | null;
  readonly error?: { readonly kind: ErrorKind | undefined; readonly message: string };
  readonly unit: string;
  readonly section: string;
  readonly kind: ReasonKind;
  /** The words of the clause, the condition that is absent, or what last changed it. */
  readonly because: string;
  /** What is done to what it uses, in order; "given" for a leaf. */
  readonly operation: string;
  /** Of an account, what each thing that it uses did to what is measured of it, in the same order. */
  readonly effects?: readonly string[];
  readonly uses: readonly Reason[];
}

/** A question that says what it expects, with what it got. */
export interface Verdict {
  readonly question: Question;
  readonly passed: boolean;
  readonly expected: ExpectedAnswer;
  readonly answer: Answer;
  /** Of the figures in it, even where there is no answer. */
  readonly unit: string;
  /** What was got less what was expected, where both are figures and differ. */
  readonly difference?: string | undefined;
  /** The way to the answer, in short, where it is not the one expected. */
  readonly why?: ReasonFact;
}

/** What a question expects, as its scenario writes it. */
export type ExpectedAnswer = AnswerValue | null | { readonly error: string };

export interface Outcome {
  readonly answers: readonly Answer[];
  readonly journal: readonly JournalEntry[];
  readonly owed: readonly Owed[];
  /** Defaults that were pending or occurred, in the order of their first days; those that are over included. */
  readonly defaults: readonly DefaultWords[];
  /** Up to the last day, those that are over included. */
  readonly breaches: readonly BreachWords[];
  readonly refused: readonly Refusal[];
  /** Which choice is in force for each reading, by name. */
  readonly readings: Readonly<Record<string, string>>;
}

export type EntryKind = "event" | "state" | "account" | "default" | "problem";

/** One line of the journal, which only grows. */
export interface JournalEntry {
  readonly on: string;
  readonly at?: string | undefined;
  readonly kind: EntryKind;
  readonly section: string;
  readonly name: string;
  /** Of a state or an account that each event has: the event. */
  readonly of?: string | undefined;
  readonly from?: AnswerValue | null | undefined;
  readonly to?: AnswerValue | null | undefined;
  readonly amount?: string | undefined;
  readonly unit?: string | undefined;
  readonly event?: string | undefined;
  readonly text: string;
}

/** Something owed at the end of the run, or still to be done; or money that a party holds, with both parties. */
export interface Owed {
  readonly from: string;
  readonly to: string;
  readonly amount?: string | undefined;
  readonly unit?: string | undefined;
  /** Null where the day is unknown, and of money that is held. */
  readonly due: string | null;
  /** Of an account that each event has: the event. */
  readonly of?: string | undefined;
  readonly section: string;
  readonly text: string;
  /** Why the day, the amount, or whether it is owed at all is unknown. */
  readonly because?: string | undefined;
  /** That the day rests on trading days to come, and by which calendar these are expected. */
  readonly expected?: string | undefined;
}

/** A default from the day on which it was pending or occurred to its end; the same one may come again. */
export interface DefaultWords {
  /** `Event of Default`. */
  readonly value: string;
  readonly title: string;
  readonly section: string;
  /** The id of the event that it is about. */
  readonly of?: string | undefined;
  readonly pending?: string | undefined;
  readonly occurred?: string | undefined;
  /** The first day at whose end it was over. */
  readonly ended?: string | undefined;
  /** Of one that has not occurred, the last day on which it can be cured. */
  readonly deadline?: string | undefined;
  readonly state: "cured in time" | "ended" | "continues" | "pending" | "not known";
}

/** What a party had to do, or not to do, and did not keep. */
export interface BreachWords {
  /** Of the duty or the prohibition. */
  readonly name: string;
  readonly party: string;
  /** The id of the event that it was owed for, or that was not to be given. */
  readonly of?: string | undefined;
  /** The first day of the breach; null where that, or whether there is one, can't be determined. */
  readonly since: string | null;
  /** The first day on which it was over; not there while it continues. */
  readonly until?: string | undefined;
  readonly section: string;
  readonly text: string;
  readonly because?: string | undefined;
}

/** A power that ends by a day if it is not used. */
export interface LapseWords {
  readonly event: string;
  readonly party: string;
  /** The id of the event that it is there for. */
  readonly of?: string | undefined;
  /** Its last day; null where that can't be determined. */
  readonly by: string | null;
  /** What then holds of what is elected by it. */
  readonly to?: string | undefined;
  readonly section: string;
  readonly text: string;
  readonly because?: string | undefined;
}

/** An event that the contract does not allow, with the reason. */
export interface Refusal {
  readonly event: string;
  readonly id?: string | undefined;
  readonly on: string;
  readonly section: string;
  readonly because: string;
}

/** What amounts of one debtor to one creditor, of one status and one currency, make together. */
export interface DueTotalWords {
  readonly from: string;
  readonly to: string;
  readonly status: DueStatus;
  /** Null where an amount in it is unknown, or has too many digits. */
  readonly amount: string | null;
  readonly unit: string;
  /** Why there is no amount. */
  readonly because?: string;
}

/** What amounts of one debtor to one creditor, of one currency, make together that are payable by one day. */
export interface DayTotalWords extends Omit<DueTotalWords, "status"> {
  readonly due: string;
}

/** Something owed or to be done around a day, with its status and what follows if it is not done. */
export interface Due extends Owed {
  readonly status: DueStatus;
  /** What the contract attaches to it if it is not done: defaults and payments, with their sections. */
  readonly follows: readonly string[];
}
