/** What a note declares: series, deal terms, readings, events, definitions, states and accounts. */
import type { Span } from "../../source/span.ts";
import type { Quantity, ValueType } from "../../units/value-type.ts";
import type { Expr, InterestPeriods } from "./expressions.ts";
import type { Declared } from "./placed.ts";
import type { Happens } from "./rules.ts";

/** What a question may ask of a name. */
export interface Askable {
  readonly name: string;
  /**
   * The key of the definition without owner, or the name of a state, deal term, family or account, where there is one.
   * Of an account, what is unpaid; one of each event is asked for by a definition that is just that.
   */
  readonly noteLevel?: { readonly kind: "definition" | "state" | "param" | "family" | "account"; readonly key: string };
  /** By event name: the key of the definition that belongs to its occurrences, or the name of a field of it. */
  readonly perEvent: ReadonlyMap<string, { readonly kind: "definition" | "field"; readonly key: string }>;
}

/** Market data: a row a day, and in it a figure under each column. */
export interface Series {
  readonly name: string;
  readonly section: string;
  readonly columns: ReadonlyMap<string, SeriesColumn>;
}

export interface SeriesColumn {
  readonly type: ValueType;
  /** Whether a clause reads it: a file need not have it otherwise. */
  readonly isRead: boolean;
}

/** A file of market data, as a story or a scenario names it. */
export interface MarketFile {
  /** The series whose data it has; where a note has only one, it need not be named. */
  readonly series?: string;
  readonly file: string;
  /** What the file calls a column, by the column of the series. */
  readonly columns: ReadonlyMap<string, string>;
  /** What it calls the column of dates. */
  readonly date?: string;
  readonly span: Span;
}

/** A deal term. A start value reads other deal terms at most. */
export interface Param extends Declared {
  readonly type: ValueType;
  readonly initial?: Expr;
  /** A deal may be without it: then it has no value. */
  readonly isOptional?: true;
  /** Whether a change of the share basis restates it. */
  readonly isRestated?: true;
  /** Whether it is a parameter of plans: the note knows nothing of it. */
  readonly isOfPlan?: true;
}

export interface Reading extends Declared {
  readonly passage: string;
  readonly choices: readonly string[];
  readonly chosen: string;
}

export interface EventType extends Declared {
  readonly by?: string;
  /** The kind of event that an occurrence names with `for`. */
  readonly refersTo?: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** Reads fields, readings, deal terms, calendars and definitions of the same event over those; never state or prices. */
  readonly takesEffectOn?: Expr;
  /** Opens its day: it is applied before everything else of the day. */
  readonly opensDay: boolean;
  /** It is never reported: it happens on each date of a schedule, or on each day that is the date as of that very day. */
  readonly happens?: Happens;
}

export interface Field extends Declared {
  readonly type: ValueType;
  readonly isOptional: boolean;
  readonly initial?: Expr;
  /** Another field, a date: the figure is in that day's shares. Otherwise in those of the day it takes effect. */
  readonly asOf?: string;
}

/** A value in time. Pure. Live ones are evaluated at each point; fixed ones once, as their event is applied. */
export interface Definition extends Declared {
  readonly key: string;
  readonly type: ValueType;
  /** The event whose occurrences have the value. */
  readonly owner?: string;
  readonly isFixed: boolean;
  /** It depends on itself: its value is the one figure that its clause gives back. What it gives rises so with that figure. */
  readonly solved?: CircleShape;
  /** Whether it can be without a value (with a reason). */
  readonly isOptional: boolean;
  readonly value: Expr;
}

/** How what a circle gives changes with the figure put in: along a line, ever faster, or ever slower. */
export type CircleShape = "straight" | "convex" | "concave";

/** An exception: while its guard holds, the definition has this value instead. */
export interface Override extends Declared {
  readonly definition: string;
  readonly guard: Expr;
  readonly value: Expr;
  /** Sections of the overrides of the same definition that this one goes before. */
  readonly over: readonly string[];
}

/** By `definitionKey`. One of each event begins as its event is applied. */
export interface State extends Declared {
  readonly key: string;
  readonly owner?: string;
  readonly type: ValueType;
  readonly isOptional: boolean;
  readonly initial?: Expr;
  /** Whether a change of the share basis restates it. */
  readonly isRestated: boolean;
  /** Whether a plan keeps it: the note knows nothing of it. */
  readonly isOfPlan?: true;
  /** Whether the path says of each day what it is, before the day opens. */
  readonly isSignal?: true;
}

/** What is owed and accrues: lots that are not due yet, items that are. By `definitionKey`; one of each event begins as its event is applied. */
export interface Account extends Declared {
  readonly key: string;
  readonly owner?: string;
  /** An amount of its currency. */
  readonly type: Quantity;
  readonly debtor: string;
  readonly creditor: string;
  readonly accrual?: {
    readonly rate: Expr;
    readonly base: Expr;
    /** The key of the account on each of whose overdue amounts it accrues, apart, of the same event; `base` is what is overdue on it. */
    readonly onEach?: string;
    /** Evaluated once, as the account begins; so is the anchor of the periods. */
    readonly basis: Expr;
    readonly periods?: InterestPeriods;
    /** First day that bears interest. */
    readonly from: Expr;
    readonly condition?: Expr;
    /** Whether an overdue amount bears the rate for the day of its payment, too; evaluated once, as the account begins. */
    readonly dayOfPayment?: Expr;
  };
}

/** An event that changes what a share is, and how many new shares stand for each old one. */
export interface ShareAdjustment {
  readonly event: string;
  readonly ratio: Expr;
  readonly section: string;
}
