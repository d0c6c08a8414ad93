/** What a note declares: its head, sections, events, definitions, states, accounts and readings. */
import type { Meaning } from "../../../grammar/vocabulary.ts";
import type { Span } from "../../source/span.ts";
import type { Expression, InterestPeriods } from "./expressions.ts";
import type { Identifier, Node, Quoted, TypeName } from "./nodes.ts";
import type { CalendarTrigger, ScheduleTrigger } from "./rules.ts";

/** `note "…"` with labelled lines. */
export interface NoteHead extends Node<"NoteHead"> {
  readonly title: Quoted;
  readonly language?: { readonly version: number; readonly span: Span };
  readonly parties: readonly Identifier[];
  /** `currencies: EUR, NOK`: those of which the note speaks. */
  readonly currencies?: readonly Identifier[];
  /** `exists from: Issue Date`: events before that day are not of this note. */
  readonly existsFrom?: Identifier;
  /** `matures on: Maturity Date`: by one day count, the last day of February is no 30th where the note matures on it. */
  readonly maturesOn?: Identifier;
  /** `business days: "us-bank"`: the calendar where a scenario names none. */
  readonly businessDays?: Quoted;
  /** `times are in: "New York"`: said for the reader, and shown with times. */
  readonly timesIn?: Quoted;
  /** `market data: strict`: what looks wrong in market data is an error. */
  /** The file of the contract's text, from the template's folder. */
  readonly contractText?: Quoted;
  readonly marketData?: { readonly rule: Meaning<"marketData">; readonly span: Span };
  /** `trading days: Stock by "nyse"`: the series whose days they are. */
  readonly tradingDays?: Identifier;
  /** The calendar of the exchange: which days are trading days where the data do not reach. */
  readonly exchange?: Quoted;
}

/** `given Principal: money` or `given Interest Rate: rate = 8% per year`. */
export interface Given extends Node<"Given"> {
  readonly name: Identifier;
  readonly type: TypeName;
  /** `if any`: a deal may be without it. */
  readonly isOptional?: true;
  readonly initial?: Expression;
  readonly basis?: Meaning<"basis">;
}

/** `series Stock has low, volume`, `series EURNOK has fixing: number`: market data that the note reads. */
export interface SeriesDeclaration extends Node<"SeriesDeclaration"> {
  readonly name: Identifier;
  readonly columns: readonly SeriesColumn[];
}

/** A column, with its type where that is not the usual one of its name. */
export interface SeriesColumn {
  readonly column: Identifier;
  readonly type?: TypeName;
}

/** `section 1.2(a) "Title"`. */
export interface SectionHeading extends Node<"SectionHeading"> {
  readonly label: Identifier;
  readonly title?: Quoted;
}

/** `event Shares Delivered for Notice of Conversion by Borrower` with its fields below. */
export interface EventDeclaration extends Node<"EventDeclaration"> {
  readonly name: Identifier;
  readonly refersTo?: Identifier;
  readonly by?: Identifier;
  /** `on each of Instalment Dates`, `on the first day of the month of today`: it happens then without anybody giving it. */
  readonly happens?: CalendarTrigger | ScheduleTrigger;
  readonly fields: readonly FieldDeclaration[];
  /** `takes effect on: its Conversion Date`. */
  readonly takesEffectOn?: Expression;
  /** `takes effect at the start of: …`: before everything else of that day. */
  readonly opensDay: boolean;
}

/** `Principal Converted: money`, `Exempt: yes or no = no`, `Received: date, optional`, `X: price as of Record Date`. */
export interface FieldDeclaration extends Node<"FieldDeclaration"> {
  readonly name: Identifier;
  readonly type: TypeName;
  readonly isOptional: boolean;
  readonly initial?: Expression;
  /** Another field: the date whose shares the figure is given in, where that is not the event's own day. */
  readonly asOf?: Identifier;
}

/** `share basis changes on Stock Split by its Ratio`: such an event opens its day and restates what follows shares. */
export interface ShareBasis extends Node<"ShareBasis"> {
  readonly event: Identifier;
  readonly ratio: Expression;
}

/**
 * `X [for each E] means …`, `X [for each E] holds when …`, `X for each E is fixed as …`; `X for each of S means …` is a value
 * of each date of a schedule.
 */
export interface Definition extends Node<"Definition"> {
  readonly name: Identifier;
  readonly owner?: Identifier;
  readonly isOfSchedule?: true;
  readonly verb: Meaning<"definition">;
  /** `X [for each E] is shares, solved as …`: the kind of a figure that depends on itself. */
  readonly solved?: TypeName;
  readonly value: Expression;
}

/** `Delisted holds from Delisting until Relisting`: yes from the one event to the other, and again. */
export interface StatusDefinition extends Node<"StatusDefinition"> {
  readonly name: Identifier;
  readonly from: Identifier;
  readonly until: Identifier;
}

/**
 * `X [for each E] starts at …[, restated for splits | , not restated for splits]`, `X [for each E] is a date, at first not
 * set` or `X [for each E] is fixed on A to be …`.
 */
export interface StateDeclaration extends Node<"StateDeclaration"> {
  readonly name: Identifier;
  /** The event of which each has it. */
  readonly owner?: Identifier;
  /** Where the state is at first not set, its type. */
  readonly type?: TypeName;
  readonly initial?: Expression;
  readonly basis?: Meaning<"basis">;
  /** The event as which happens it gets its value, once. */
  readonly fixing?: { readonly event: Identifier; readonly value: Expression };
  /** `signal X = V`: what a plan is told of each day before the day opens. */
  readonly isSignal?: true;
}

/** `account Interest [for each E] owed by Borrower to Holder` with labelled lines. */
export interface AccountDeclaration extends Node<"AccountDeclaration"> {
  readonly name: Identifier;
  /** The event of which each has it. */
  readonly owner?: Identifier;
  /** `currency: NOK`: what its amounts are, where the note or the account says it. */
  readonly money?: TypeName;
  readonly debtor: Identifier;
  readonly creditor: Identifier;
  /** `accrues: RATE on BASE by actual/365`; `accrues: RATE on each overdue Interest by actual/365`. */
  readonly accrual?: {
    readonly rate: Expression;
    readonly base: Expression;
    /** On each amount overdue on another account, apart; `base` is then what is overdue on it. */
    readonly isOnEach?: true;
    readonly basis: Expression;
    readonly periods?: InterestPeriods;
    readonly span: Span;
  };
  /** `from and including: DATE`. */
  readonly from?: Expression;
  /** `while: CONDITION`. */
  readonly condition?: Expression;
  /** `day of payment counts: CONDITION`: what is paid late bears the rate for the day of its payment, too. */
  readonly dayOfPayment?: Expression;
}

/** `reading "late notice"` with `passage:`, `choices:`, `chosen:` lines. */
export interface ReadingDeclaration extends Node<"ReadingDeclaration"> {
  readonly name: Quoted;
  readonly passage?: Quoted;
  readonly choices: readonly Quoted[];
  readonly chosen?: Quoted;
}
