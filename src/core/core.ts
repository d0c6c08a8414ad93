/**
 * The core: the small calculus that everything runs on. The exact evaluator runs it, the bulk evaluator compiles it,
 * analyses read it. docs/semantics.md says what each construct means.
 *
 * Names are resolved, units are checked, every list whose order means nothing is sorted by name, so that the order of
 * statements in a template leaves no mark. Each construct knows its section and its place in the text.
 */
import type { Span } from "../source/span.ts";
import type { DayUnit } from "../units/calendars/day-unit.ts";
import type { Elsewhere } from "../units/calendars/time-zones.ts";
import type { Exact, RoundingMode } from "../units/exact.ts";
import type { PlainDate } from "../units/plain-date.ts";
import type { TimeOfDay } from "../units/time-of-day.ts";
import type { Quantity, ValueType } from "../units/value-type.ts";

export { definitionKey } from "../checked/ast.ts";
export type { ValueType } from "../units/value-type.ts";

/** A value as the engine holds it; its `ValueType` says which it is. A percent is a fraction: 8 % is 2/25. */
export type Value = Exact | PlainDate | TimeOfDay | boolean | string;

export interface CoreProgram {
  readonly title: string;
  readonly parties: readonly string[];
  /** The deal term before whose date no event belongs to the note. */
  readonly existsFrom: string;
  /** Name of the calendar where a scenario names none. */
  readonly calendar?: string;
  /** The place whose clock shows the note's times, where that is one whose clock is known. */
  readonly place?: string;
  /** Where the note takes only market data in which nothing looks wrong. */
  readonly marketData?: { readonly kind: "strict"; readonly span: Span };
  /** The market data that clauses read, by name: what is declared, or the one market of a note that declares none. */
  readonly series: ReadonlyMap<string, Series>;
  /** Name of the exchange's calendar, by which trading days go where the market data do not reach. */
  readonly exchange?: string;
  /** Whose days the trading days are: a series, where one is said or is the only one. */
  readonly tradedSeries?: string;
  readonly sections: readonly Section[];
  readonly params: ReadonlyMap<string, Param>;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly events: ReadonlyMap<string, EventType>;
  /** By `definitionKey`. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly overrides: readonly Override[];
  readonly states: ReadonlyMap<string, State>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly rules: readonly Rule[];
  /** At most one an event. */
  readonly powers: ReadonlyMap<string, Power>;
  readonly defaultConditions: readonly DefaultCondition[];
  readonly duties: readonly Duty[];
  /** What must not be so, at any time. */
  readonly covenants: readonly Covenant[];
  readonly prohibitions: readonly Prohibition[];
  /** Powers that end on a day. */
  readonly elections: readonly Election[];
  /** By event. */
  readonly shareAdjustments: ReadonlyMap<string, ShareAdjustment>;
  readonly roles: readonly { readonly role: string; readonly name: string }[];
  readonly views: readonly View[];
  readonly provisions: readonly Provision[];
  readonly stories: readonly Story[];
  /** Where a file of plans was read with the note. */
  readonly plans?: readonly Plan[];
  /** Every name a question may ask for; a name may be asked both bare and of an event. */
  readonly askable: ReadonlyMap<string, Askable>;
}

export interface Section {
  readonly label: string;
  readonly title: string;
}

/** Where the text says it. */
interface Placed {
  readonly section: string;
  readonly span: Span;
}
interface Declared extends Placed {
  readonly name: string;
}

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

/** Reads deal terms, readings and calendars at most. Of one day, lower turns come first. */
export type Happens = Extract<Trigger, { readonly kind: "Calendar" | "Schedule" }> & { readonly turn?: number };

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

/** Dates. Their rows are occurrences of `rows`, known at any time; each refers to the one before it. */
export interface Schedule extends Declared {
  readonly rows: EventType;
  readonly dates: CycleDates | JoinedDates | GivenDates;
  /** Where the period of the first date starts, where the dates don't say it. */
  readonly begins?: Expr;
}

/** Dates by anchor and cycle. */
export interface CycleDates {
  readonly made: "by cycle";
  readonly cycle:
    | { readonly kind: "Interval"; readonly count: Expr; readonly unit: "day" | "month" }
    | { readonly kind: "DaysOfYear"; readonly days: readonly { readonly month: number; readonly day: number }[] };
  readonly from: Expr;
  readonly fromIncluded: boolean;
  readonly to: Expr;
  readonly toIncluded: boolean;
  /** From which day they are counted, where that is not `from`. */
  readonly anchor?: Expr;
  readonly firstPeriod?: "short" | "long";
  readonly lastPeriod?: "short" | "long";
  readonly keepsMonthEnds: boolean;
  /** To which days the dates are moved. */
  readonly moved?: Pick<Step, "unit" | "relation">;
}

/** Days that are said one by one, or for each date of another schedule, which is bound: each day once. */
export interface JoinedDates {
  readonly made: "by parts";
  readonly parts: readonly { readonly schedule?: string; readonly date: Expr }[];
}

/** Days that a deal gives, a row each; what its columns have are fields of the schedule's rows. */
export interface GivenDates {
  readonly made: "given";
  /** A deal may leave it out, and has no rows then. */
  readonly isOptional?: true;
}

/** A row of a list that a deal gives. Columns that it leaves out have no value. */
export interface ListRow {
  readonly on: PlainDate;
  readonly fields: ReadonlyMap<string, Value>;
}

export interface Rule extends Placed {
  /** Stable and independent of the order of statements: section, trigger and a count among equals. */
  readonly id: string;
  readonly trigger: Trigger;
  readonly condition?: Expr;
  readonly changes: readonly Change[];
}

export type Trigger =
  | { readonly kind: "Event"; readonly event: string }
  /** At the end of a day on which `date` is that very day. */
  | { readonly kind: "Calendar"; readonly date: Expr }
  /** At the end of each day that is a date of the schedule. */
  | { readonly kind: "Schedule"; readonly schedule: string }
  /** At the end of a day at whose end `condition` has become true (false). One instance an occurrence of `owner`. */
  | { readonly kind: "Edge"; readonly condition: Expr; readonly edge: "begins" | "ends"; readonly owner?: string };

export type Change = SetState | AddToState | ClearState | AccountPosting | ApplyPayment;
/** Of what is changed at once, stage 0 comes first; what is in a later stage finds what the stages before it have changed. */
interface Staged extends Placed {
  readonly stage?: number;
}
/** A change of a state, by its key; of a state of each event, of the one or of those that `of` says. */
interface OfState extends Staged {
  readonly state: string;
  readonly of?: ChangedEvents;
}
/** One event, or each of a kind that meets a condition, bound as innermost. */
export type ChangedEvents =
  | { readonly kind: "One"; readonly event: OccurrenceValue }
  | { readonly kind: "Each"; readonly event: string; readonly where?: Expr };
export interface SetState extends OfState {
  readonly kind: "SetState";
  readonly value: Expr;
}
export interface AddToState extends OfState {
  readonly kind: "AddToState";
  readonly sign: 1 | -1;
  readonly value: Expr;
}
export interface ClearState extends OfState {
  readonly kind: "ClearState";
}
/**
 * Of one batch the verbs of an account act in this order: waive, convert, charge, fall due, apply, clear; a part falls due before
 * the rest. Of an account of each event, by its key, those that `of` says.
 */
export interface AccountPosting extends Staged {
  readonly kind: "AccountPosting";
  readonly account: string;
  readonly of?: ChangedEvents;
  readonly verb: "charge" | "fall due" | "waive" | "convert" | "clear";
  /** For charge and convert; for fall due, how much of it, where not all. */
  readonly amount?: Expr;
  /** For charge and fall due: from when payments may be claimed for it. */
  readonly dueOn?: Expr;
  /** For charge and fall due: the day after whose end it is overdue, where that is another (a roll). */
  readonly payableOn?: Expr;
  /** For fall due: what was to be due later is due then, too. */
  readonly inFull?: true;
  /** For fall due and waive: a date in the only month that is meant. */
  readonly monthOf?: Expr;
}
export interface ApplyPayment extends Staged {
  readonly kind: "ApplyPayment";
  readonly amount: Expr;
  readonly targets: readonly PaymentTarget[];
}
/**
 * Where a payment goes: what is due of an account, all of it, or a state that is an amount of money; by its key. Of each event,
 * those that `of` says: what has been due longest first, or each its part of the money.
 */
export type PaymentTarget = (
  | PaymentOfDue
  | { readonly kind: "Account"; readonly account: string }
  | { readonly kind: "State"; readonly state: string }
) & { readonly of?: ChangedEvents; readonly isProRata?: true };
/** With late charges, after each amount what the late charges accrued on it. */
interface PaymentOfDue {
  readonly kind: "Due";
  readonly account: string;
  readonly lateCharges?: string;
}

/** A power: who may, on which conditions, within which limits. */
export interface Power extends Declared {
  readonly event: string;
  readonly party: string;
  readonly conditions: readonly { readonly condition: Expr; readonly reason: string }[];
  readonly askingFor?: Expr;
  readonly limits: readonly Expr[];
  /** Per choice of a reading, or one rule for all (reading absent). */
  readonly beyond: {
    readonly reading?: string;
    readonly rules: ReadonlyMap<string, "cut back" | "void">;
    readonly otherwise: "cut back" | "void";
  };
  /** The key of the fixed definition that holds what is left of what was asked for. */
  readonly giving?: string;
}

/** A condition that is watched at the end of each day: clear, pending until its deadline, occurred, ended. */
export interface DefaultCondition extends Placed {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly owner?: string;
  readonly condition: Expr;
  /** Last day for a cure; it occurs as that day ends. Without one it occurs as soon as the condition holds. */
  readonly deadline?: Expr;
  readonly ends: "with the condition" | "never";
}

/** What one party owes to another, by when. */
export interface Duty extends Declared {
  readonly party: string;
  readonly to?: string;
  readonly owner?: string;
  readonly event?: string;
  readonly amount?: Expr;
  readonly due: Expr;
  readonly condition?: Expr;
  /** Whether an exception excuses it; where there are any. */
  readonly excused?: Expr;
  /** What says how far it has come, where it has a name. */
  readonly standing?: Standing;
}

/** The keys of the definitions that say how far something has come that must, or must not, be done. */
export interface Standing {
  /** What an answer says: "late by 4 days", "breached since 2006-03-17". */
  readonly answer: string;
  /** What it is for as long as it is not performed; exceptions displace this. */
  readonly undone: string;
  /** The same in a word. Of a duty `performed`, `late`, `open`, `breached`, `not owed`; of a covenant `kept`, `breached`. */
  readonly word: string;
  /** The first day of the breach that continues. */
  readonly breach: string;
  /** Of a duty, the day on which it was done. */
  readonly performance: string;
}

/** An event that must not be given, unless; `key` is the definition that says of each whether it is a breach. */
export interface Prohibition extends Declared {
  readonly party: string;
  readonly event: string;
  readonly key: string;
}

/** A state of things that must not be. */
export interface Covenant extends Declared {
  readonly party: string;
  readonly standing: Standing;
}

/** A power that ends on a day, and what then holds. */
export interface Election extends Declared {
  readonly party: string;
  readonly event: string;
  readonly owner?: string;
  /** The key of the definition that is its last day. */
  readonly due: string;
  /** The key of the definition that says what has been elected, or what holds where nothing has; where it elects something. */
  readonly elected?: string;
  readonly otherwise?: Expr;
}

/** An event that changes what a share is, and how many new shares stand for each old one. */
export interface ShareAdjustment {
  readonly event: string;
  readonly ratio: Expr;
  readonly section: string;
}

export interface View {
  readonly section: string;
  /** The name of which it speaks, where it says one. */
  readonly on?: string;
  readonly text: string;
  readonly insteadOf?: string;
  readonly favours?: string;
}
export interface Provision {
  readonly section: string;
  readonly party?: string;
  readonly modality: "must" | "may" | "must not" | "says";
  readonly text: string;
}

export interface Story extends Declared {
  readonly terms: ReadonlyMap<string, Value>;
  /** The rows of lists, rising. */
  readonly lists: ReadonlyMap<string, readonly ListRow[]>;
  readonly readings: ReadonlyMap<string, string>;
  readonly market: readonly MarketFile[];
  readonly calendar?: string;
  readonly events: readonly StoryEvent[];
  readonly expectations: readonly StoryExpectation[];
}
export interface StoryEvent {
  readonly on: PlainDate;
  /** The time of the report, in the note's zone; without one, the event stands right after the one listed before it. */
  readonly at?: TimeOfDay | undefined;
  /** What was reported, where that was by the clock of another place. */
  readonly elsewhere?: Elsewhere | undefined;
  readonly event: string;
  readonly id?: string | undefined;
  /** The id of the event that this one refers to. */
  readonly for?: string | undefined;
  readonly fields: ReadonlyMap<string, Value>;
  readonly span: Span;
}
export interface StoryExpectation {
  readonly value: string;
  /** The id of an event, or a section. */
  readonly of?: string | undefined;
  readonly on?: PlainDate | undefined;
  readonly expected: Expectation;
  readonly span: Span;
  /** Where the contract says so, if that is another section than the value's own. */
  readonly section?: string | undefined;
}
export type Expectation =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "null" }
  | { readonly kind: "error"; readonly error: string };

// ---------------------------------------------------------------- plans

/**
 * What a party does, by rules; docs/semantics.md says when in a day a rule is decided, and what it may know. Its parameters are deal terms, and what the path tells it of a day are states that are signals: they stand in its own file.
 */
export interface Plan {
  readonly name: string;
  readonly span: Span;
  /** In the order written, which is the order in which the events of one moment are given. */
  readonly rules: readonly PlanRule[];
  readonly sales?: PlanSales;
  readonly impact?: PriceImpact;
}

export interface PlanRule {
  readonly span: Span;
  readonly trigger: PlanTrigger;
  /** Before the day's own prices are known, or when they are. */
  readonly decided: "at the open" | "at the close";
  readonly condition?: Expr;
  readonly gives: GivenEvent;
  /** Given where the condition is false. */
  readonly otherwise?: GivenEvent;
}

export type PlanTrigger =
  | { readonly kind: "EachDay"; readonly unit: DayUnit }
  /** On the day that is the date; with `owner`, once for each applied event of that kind, bound, as soon as its date has come. */
  | { readonly kind: "OnDate"; readonly date: Expr; readonly owner?: string }
  /** On each day of the unit that is a multiple of so many of them after the first on or after `from`. */
  | { readonly kind: "EveryDays"; readonly count: Expr; readonly unit: DayUnit; readonly from: Expr }
  /** On each date of the schedule, bound. */
  | { readonly kind: "OnSchedule"; readonly schedule: string }
  | {
      readonly kind: "OnEdge";
      readonly condition: Expr;
      readonly edge: "begins" | "ends";
      readonly owner?: string;
    };

export interface GivenEvent {
  readonly event: string;
  /** It is for the event that is bound. */
  readonly isFor: boolean;
  readonly fields: ReadonlyMap<string, Expr>;
  readonly span: Span;
}

export interface PlanSales {
  /** How many shares have been received so far. */
  readonly received: Expr;
  /** How many may be sold on a day, and at which price: both at the end of that day. */
  readonly most: Expr;
  readonly price: Expr;
  /** The state that holds what is left to be sold. */
  readonly leaving?: string;
  readonly span: Span;
}

/** What is sold lowers the price by coefficient × volatility of a day × square root of its part of the day's volume. */
export interface PriceImpact {
  readonly coefficient: Expr;
  /** The part that stays. */
  readonly lasting: Expr;
  /** In how many trading days half of the rest is gone. */
  readonly halfLife: Expr;
  /** Where these figures come from. */
  readonly source?: string;
  readonly span: Span;
}

// ---------------------------------------------------------------- expressions

interface Typed {
  readonly type: ValueType;
  readonly span: Span;
}

export type Expr =
  | Constant
  | ReadParam
  | ReadDefinition
  | ReadDisplaced
  | ReadState
  | ReadField
  | EventMoment
  | Today
  | MarketPrice
  | Arithmetic
  | Extreme
  | Total
  | Case
  | ByReading
  | OnlyWhile
  | OrElse
  | Round
  | RoundedPower
  | AsOf
  | AccountMeasure
  | Interest
  | DayFold
  | EventFold
  | Shift
  | Step
  | PeriodEdge
  | DatePart
  | Every
  | TimeElsewhere
  | TimeShift
  | Compare
  | IsSet
  | HasHappened
  | ReadingIs
  | Not
  | Logic
  | FamilyHolds
  | FamilyStart
  | OccurrenceValue
  | Phrase;

export interface Constant extends Typed {
  readonly kind: "Constant";
  readonly value: Value;
  /** Whether it is a figure in the shares with which the note began, restated for each change since. */
  readonly isRestated?: true;
}
export interface ReadParam extends Typed {
  readonly kind: "ReadParam";
  readonly name: string;
}
/** A definition at this point; `of` where it belongs to an occurrence. */
export interface ReadDefinition extends Typed {
  readonly kind: "ReadDefinition";
  readonly key: string;
  readonly of?: Occurrence;
}
/** Inside an override: the definition as it would be without this override and those that go before it. */
export interface ReadDisplaced extends Typed {
  readonly kind: "ReadDisplaced";
  readonly key: string;
}
/** A state by its key; `of` where it belongs to an occurrence. */
export interface ReadState extends Typed {
  readonly kind: "ReadState";
  readonly name: string;
  readonly of?: Occurrence;
}
export interface ReadField extends Typed {
  readonly kind: "ReadField";
  readonly name: string;
  readonly of: Occurrence;
}
/**
 * The date or the time of an event, as reported (not the date on which it takes effect). Of a row of a schedule its date,
 * where its period starts, and its number.
 */
export interface EventMoment extends Typed {
  readonly kind: "EventMoment";
  readonly moment: "date" | "time" | "start" | "number";
  readonly of: Occurrence;
}
export interface Today extends Typed {
  readonly kind: "Today";
}
export interface MarketPrice extends Typed {
  readonly kind: "MarketPrice";
  readonly series: string;
  readonly column: string;
}
export interface Arithmetic extends Typed {
  readonly kind: "Arithmetic";
  /** `^` raises a plain number to a whole one. */
  readonly operator: "+" | "-" | "*" | "/" | "^";
  readonly left: Expr;
  readonly right: Expr;
}
/** Of amounts or dates. Operands marked `ifSet` are left out where they have no value; with none left it has none. */
export interface Extreme extends Typed {
  readonly kind: "Extreme";
  readonly which: "least" | "greatest";
  readonly operands: readonly { readonly value: Expr; readonly ifSet: boolean }[];
}
/** Operands marked `ifSet` are left out where they have no value; with none left it is nothing. */
export interface Total extends Typed {
  readonly kind: "Total";
  readonly operands: readonly { readonly value: Expr; readonly ifSet: boolean }[];
}
/** The first arm whose condition holds; the conditions are tried in order. */
export interface Case extends Typed {
  readonly kind: "Case";
  readonly arms: readonly { readonly condition: Expr; readonly value: Expr }[];
  readonly otherwise: Expr;
}
export interface ByReading extends Typed {
  readonly kind: "ByReading";
  readonly reading: string;
  readonly arms: ReadonlyMap<string, Expr>;
}
export interface OnlyWhile extends Typed {
  readonly kind: "OnlyWhile";
  readonly value: Expr;
  readonly condition: Expr;
  /** Whether it is a table: its condition then says that what it goes by lies in its rows. */
  readonly isTable?: true;
}
export interface OrElse extends Typed {
  readonly kind: "OrElse";
  readonly value: Expr;
  readonly fallback: Expr;
}
export interface Round extends Typed {
  readonly kind: "Round";
  readonly value: Expr;
  readonly mode: RoundingMode;
  readonly step: Expr;
}
/** A power to a multiple of a step, whether or not it is a quotient; without a base, of Euler's number. */
export interface RoundedPower extends Typed {
  readonly kind: "RoundedPower";
  readonly base?: Expr;
  readonly exponent: Expr;
  readonly mode: RoundingMode;
  readonly step: Expr;
}
/** The value at the end of the date, in the shares of the point that asks. */
export interface AsOf extends Typed {
  readonly kind: "AsOf";
  readonly value: Expr;
  readonly date: Expr;
}
/**
 * unpaid: all that is owed, due or not; overdue likewise; with `on`, the part that accrued on so much of the base still
 * outstanding.
 * due: what has fallen due and is unpaid; overdue: of it, what was payable on a day that has ended; accruing: not yet
 * due; paid: paid so far; payable: what fell due for payment on the date `on`, paid or not, less what was converted;
 * first overdue: the day on which the oldest amount that is overdue was payable.
 */
export interface AccountMeasure extends Typed {
  readonly kind: "AccountMeasure";
  readonly measure: "unpaid" | "due" | "overdue" | "accruing" | "paid" | "payable" | "first overdue";
  /** By its key; `of` where it is of an occurrence. */
  readonly account: string;
  readonly of?: Occurrence;
  readonly on?: Expr;
}
/** Sum over the days of the range of rate × base as of that day's end × weight ÷ year basis. */
export interface Interest extends Typed {
  readonly kind: "Interest";
  readonly rate: Expr;
  readonly base: Expr;
  readonly days: DayRange;
  readonly basis: Expr;
  readonly periods?: InterestPeriods;
}
/** Interest periods, by which some day counts go: each of so many months, one of them from the anchor. */
export interface InterestPeriods {
  readonly months: number;
  readonly anchor: Expr;
}

export type { DayUnit, NamedBusinessDay } from "../units/calendars/day-unit.ts";
export interface DayRange {
  readonly kind: "DayRange";
  readonly unit: DayUnit;
  readonly from: Expr;
  readonly fromIncluded: boolean;
  readonly to: Expr;
  readonly toIncluded: boolean;
}
export interface DayWindow {
  readonly kind: "DayWindow";
  readonly count: Expr;
  readonly unit: DayUnit;
  /** Only days at whose end it holds are counted, and are in. */
  readonly where?: Expr;
  readonly ending: Expr;
}

/**
 * Over days that have ended, each body and condition taken as of that day's end. A day of a range that has not ended is
 * not in yet; a window that the data do not reach is an error. number counts; first and last are dates; every, some and
 * no are conditions; average, highest, lowest of no days have no value.
 */
export interface DayFold extends Typed {
  readonly kind: "DayFold";
  readonly operation:
    | "sum"
    | "product"
    | "average"
    | "highest"
    | "lowest"
    | "number"
    | "first"
    | "last"
    | "every"
    | "some"
    | "no";
  readonly pick?: { readonly count: Expr; readonly which: "lowest" | "highest" };
  /** The figure, or for every, some and no the condition. */
  readonly body?: Expr;
  readonly days: DayRange | DayWindow;
  readonly where?: Expr;
}
/** The rows of a schedule whose dates lie between two days; without one, all on that side. */
export interface ScheduledDates {
  readonly from?: Expr;
  readonly fromIncluded: boolean;
  readonly to?: Expr;
  readonly toIncluded: boolean;
}
/**
 * Over the occurrences applied so far, in the order in which they were applied; `Bound` 0 is the one looked at. With `dates`,
 * over rows of a schedule.
 */
export interface EventFold extends Typed {
  readonly kind: "EventFold";
  readonly operation:
    | "sum"
    | "product"
    | "average"
    | "highest"
    | "lowest"
    | "earliest"
    | "latest"
    | "number"
    | "every"
    | "some"
    | "no";
  /** With `dates`, the schedule. */
  readonly event: string;
  readonly dates?: ScheduledDates;
  readonly body?: Expr;
  readonly where?: Expr;
}

/** Something that stands for one occurrence of an event, or for none. */
export type Occurrence =
  /** The occurrence that the statement, or the nth fold outwards, speaks of. 0 is the innermost. */
  | { readonly kind: "Bound"; readonly event: string; readonly depth: number }
  /** The latest occurrence of `event` that names `of` with `for`; or the first one. */
  | { readonly kind: "Referring"; readonly event: string; readonly of: Occurrence; readonly isFirst?: true }
  /** The occurrence that `of` names with `for`; of a row of a schedule, the one before it. */
  | { readonly kind: "Referred"; readonly event: string; readonly of: Occurrence }
  /** The first or last occurrence that meets the condition. */
  | { readonly kind: "Found"; readonly event: string; readonly which: "first" | "last"; readonly where?: Expr }
  /** A definition whose value is an occurrence: its name in the definitions of the same owner. */
  | { readonly kind: "Named"; readonly event: string; readonly key: string; readonly of?: Occurrence };

/** N units after or before. Business and trading days are counted strictly after or before; months clamp at their end. */
export interface Shift extends Typed {
  readonly kind: "Shift";
  readonly count: Expr;
  readonly unit: DayUnit | "month" | "year";
  readonly direction: "after" | "before";
  readonly from: Expr;
}
/** With `series`, trading days are the days with a row of that series. One found before `notBefore` is none. */
export interface Step extends Typed {
  readonly kind: "Step";
  readonly unit: DayUnit;
  readonly series?: string;
  readonly notBefore?: Expr;
  /** The modified ones stay in the month of the date where they can. */
  readonly relation: "on or after" | "on or before" | "after" | "before" | "modified following" | "modified preceding";
  readonly from: Expr;
}
/** The number of a day in its month, of its month in the year, or its year. */
export interface DatePart extends Typed {
  readonly kind: "DatePart";
  readonly part: "day" | "month" | "year";
  readonly of: Expr;
}
export interface PeriodEdge extends Typed {
  readonly kind: "PeriodEdge";
  readonly which: "first" | "last";
  readonly unit: DayUnit;
  readonly period: "month" | "quarter" | "year";
  readonly of: Expr;
}
/** The nearest of the dates anchor + k × months, k a whole number from 1, counted from the anchor with clamping. */
export interface Every extends Typed {
  readonly kind: "Every";
  readonly months: Expr;
  readonly anchor: Expr;
  readonly relation: "on or after" | "on or before" | "after" | "before";
  readonly from: Expr;
}

/** A time of a day at another place, as the clock of the note's own place shows it, in minutes from midnight of that date here. */
export interface TimeElsewhere extends Typed {
  readonly kind: "TimeElsewhere";
  readonly place: string;
  readonly time: Expr;
  readonly on: Expr;
}
/** So many minutes, or times so many, after or before a time; a time before midnight or after the end of its day stays one of it. */
export interface TimeShift extends Typed {
  readonly kind: "TimeShift";
  readonly count: Expr;
  /** Of the unit that is counted. */
  readonly minutes: 1 | 60;
  readonly direction: "after" | "before";
  readonly from: Expr;
}

export interface Compare extends Typed {
  readonly kind: "Compare";
  readonly operator: "=" | "≠" | "<" | "≤" | ">" | "≥";
  readonly left: Expr;
  readonly right: Expr;
}
export interface IsSet extends Typed {
  readonly kind: "IsSet";
  readonly value: Expr;
}
/** Whether an event of the kind has been applied, or the occurrence exists. */
export interface HasHappened extends Typed {
  readonly kind: "HasHappened";
  readonly event?: string;
  readonly occurrence?: Occurrence;
}
export interface ReadingIs extends Typed {
  readonly kind: "ReadingIs";
  readonly reading: string;
  readonly choice: string;
}
export interface Not extends Typed {
  readonly kind: "Not";
  readonly condition: Expr;
}
/** All or any. One false makes `all` false, one true makes `any` true, whatever the others are. */
export interface Logic extends Typed {
  readonly kind: "Logic";
  readonly operator: "all" | "any";
  readonly conditions: readonly Expr[];
}
/** Whether a member of the family has occurred and continues; of the sections named, where any are. */
export interface FamilyHolds extends Typed {
  readonly kind: "FamilyHolds";
  readonly family: string;
  readonly sections: readonly string[];
}
/** The day on which the earliest member that continues occurred. */
export interface FamilyStart extends Typed {
  readonly kind: "FamilyStart";
  readonly family: string;
  readonly sections: readonly string[];
}
/** Words with values put in, as they are shown. */
export interface Phrase extends Typed {
  readonly kind: "Phrase";
  readonly parts: readonly (string | Expr)[];
}
/** The value of a definition that names an occurrence; its type is an occurrence type. */
export interface OccurrenceValue extends Typed {
  readonly kind: "OccurrenceValue";
  readonly of: Occurrence;
}
