/** What a comparison of several instruments in one story has to say: plain data, ready for JSON. */
import type { Answer } from "../wording/outcome.ts";

export interface Comparison {
  readonly story: {
    readonly name: string;
    readonly title?: string | undefined;
    readonly from: string;
    readonly through: string;
  };
  readonly subjects: readonly ComparedSubject[];
  /** By role, in the order of the published roles; a value for each subject, null where it marks none. */
  readonly terms: readonly { readonly role: string; readonly values: readonly (TermValue | null)[] }[];
  /** At the ends of months and on days on which something happens. */
  readonly outcome: readonly { readonly on: string; readonly role: string; readonly values: readonly OutcomeValue[] }[];
  /** What each subject has cost the issuer by the end of the days of `outcome`: cash, and shares at their day's price. */
  readonly cost: readonly { readonly on: string; readonly values: readonly OutcomeValue[] }[];
  readonly totals: readonly {
    readonly role: string;
    readonly rule: string;
    readonly values: readonly OutcomeValue[];
  }[];
  readonly parts: Parting | null;
  /** Where two subjects are drafts of one note: the sections whose clauses differ. */
  readonly changed: readonly ChangedClause[];
}

export interface ComparedSubject {
  /** The heading of its column. */
  readonly name: string;
  readonly template: string;
  readonly title: string;
  /** The deal terms in force, as a scenario gives them. */
  readonly terms: Readonly<Record<string, string | boolean>>;
  /** The choice in force of each reading. */
  readonly readings: Readonly<Record<string, string>>;
  /** What of the story the instrument does not know, or could not take part in. */
  readonly notes: readonly SubjectNote[];
  readonly refused: readonly {
    readonly event: string;
    readonly on: string;
    readonly section: string;
    readonly because: string;
  }[];
}

/** Something that the story says and that does not reach the instrument. */
export interface SubjectNote {
  /** The day of the event; null for a fact of the deal. */
  readonly on: string | null;
  /** The common event or fact. */
  readonly what: string;
  readonly because: string;
}

/** A term in words: a figure, or the words of the clause. */
export interface TermValue {
  readonly value: string;
  readonly section: string;
  /** Where several values have the role, each by its name. */
  readonly parts?: readonly TermPart[];
}

export interface TermPart {
  readonly name: string;
  readonly value: string;
  readonly section: string;
}

export type OutcomeValue =
  | { readonly answer: string | boolean; readonly unit: string }
  | { readonly answer: null; readonly because: string }
  | { readonly error: Extract<Answer, { error: unknown }>["error"] };

/** The first day on which a position differs, the clause of each subject that makes it, and why. */
export interface Parting {
  readonly on: string;
  readonly role: string;
  /** A section for each subject. */
  readonly sections: readonly string[];
  readonly because: string;
  /** For each role, the first day on which its values differ, and the clauses of the subjects that make it so. */
  readonly roles: readonly { readonly role: string; readonly on: string; readonly sections: readonly string[] }[];
}

export interface ChangedClause {
  readonly section: string;
  readonly title: string;
  /** Whether the section is in both drafts, or only in the first or the second. */
  readonly change: "changed" | "added" | "removed";
  /** The names that differ in it: definitions, events, deal terms. */
  readonly names: readonly string[];
  /** The same with the words of each draft. */
  readonly clauses: readonly ClauseOfDrafts[];
}

/** A clause in the words of two drafts, line by line; null where a draft does not have it. */
export interface ClauseOfDrafts {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}
