/**
 * The syntax tree of a template: what is written, with places, before anything is known about names or units.
 *
 * One statement opens at the margin and ends before the next line that does. Every node's `kind` is its type's name.
 * A statement with a syntax error is a `BrokenStatement`; the others stand.
 */
import type { Meaning } from "../../grammar/vocabulary.ts";
import type { Span } from "../source/span.ts";

export interface SyntaxTree {
  readonly kind: "SyntaxTree";
  readonly statements: readonly Statement[];
  readonly span: Span;
}

/** A name as written, at its place. White space inside is single blanks. */
export interface Identifier {
  readonly text: string;
  readonly span: Span;
}

/** A quoted text or a section label, at its place. */
export type Quoted = Identifier;

export type Statement =
  | NoteHead
  | Given
  | SeriesDeclaration
  | SectionHeading
  | EventDeclaration
  | ShareBasis
  | Definition
  | StatusDefinition
  | StateDeclaration
  | AccountDeclaration
  | ReadingDeclaration
  | ScheduleDeclaration
  | Rule
  | DayOrder
  | Exception
  | Power
  | Duty
  | Prohibition
  | Covenant
  | DefaultDeclaration
  | InWords
  | OurView
  | SentenceMark
  | RoleMark
  | Story
  | PlanHead
  | PlanRule
  | Sale
  | PriceImpact
  | ClauseHead
  | Takes
  | Gives
  | Use
  | BrokenStatement;

/** Anything in the tree that has a place. */
export interface Node<Kind extends string> {
  readonly kind: Kind;
  readonly span: Span;
  /** Of a statement: its comments and blank lines, where it has any. */
  readonly trivia?: Trivia;
  /** Of a value that a note hands to a clause, at a place where the clause reads it. Through two clauses, once for each. */
  readonly handed?: readonly Handed[];
}

/** A comment as written, from its two hyphens to the end of its line. */
export interface Comment extends Node<"Comment"> {
  readonly text: string;
  /** The line of the statement that it belongs to, counted from 0 without blank lines and lines of comment. */
  readonly line: number;
  /** Behind what stands on that line; else it stands above it. */
  readonly isBehind: boolean;
}

/** What is written beside a statement and means nothing: for whoever writes the text anew. */
export interface Trivia {
  readonly comments: readonly Comment[];
  /** The lines of the statement that have a blank line above them, or above the comments that stand there. */
  readonly paragraphs: readonly number[];
}

/** What a value was handed over for, and the place in the clause. */
export interface Handed {
  readonly takes: Takes;
  readonly at: Span;
}

/** `note "…"` with labelled lines. */
export interface NoteHead extends Node<"NoteHead"> {
  readonly title: Quoted;
  readonly language?: { readonly version: number; readonly span: Span };
  readonly parties: readonly Identifier[];
  /** `currencies: EUR, NOK`: those of which the note speaks. */
  readonly currencies?: readonly Identifier[];
  /** `exists from: Issue Date`: events before that day are not of this note. */
  readonly existsFrom?: Identifier;
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

/** A type as written. `choice` carries its options. */
export interface TypeName extends Node<"TypeName"> {
  readonly name: Meaning<"type"> | "choice" | "exchange rate";
  readonly options: readonly Quoted[];
  /** Of money, a price or a rate of exchange: its currency, and the one of which one is counted. */
  readonly currency?: string;
  readonly per?: string;
  /** The currency is not said; it is that of the note, or the first of several. */
  readonly isImplied?: true;
  /** It stands in a clause, and its currency is that of the use. */
  readonly isOfUse?: true;
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

/** `actual/360`. */
export interface DayCountName extends Node<"DayCountName"> {
  readonly text: string;
}

/** `reading "late notice"` with `passage:`, `choices:`, `chosen:` lines. */
export interface ReadingDeclaration extends Node<"ReadingDeclaration"> {
  readonly name: Quoted;
  readonly passage?: Quoted;
  readonly choices: readonly Quoted[];
  readonly chosen?: Quoted;
}

/** `Payment Dates are …`: the dates of a schedule. */
export interface ScheduleDeclaration extends Node<"ScheduleDeclaration"> {
  readonly name: Identifier;
  readonly dates: CycleDates | JoinedDates | GivenDates;
  /** `first period begins: D`. */
  readonly begins?: Expression;
}
/** `every 3 months from but excluding D to and including E`, with labelled lines. */
export interface CycleDates extends Node<"CycleDates"> {
  readonly cycle: Interval | DaysOfYear;
  readonly range: DayRange;
  /** `, modified following`: to which days the dates are moved. */
  readonly moved?: Moved;
  /** `counted from: D`: where the dates are not counted from the beginning of the range. */
  readonly anchor?: Expression;
  /** `first period: long`: without the first of the dates. */
  readonly firstPeriod?: Meaning<"stub">;
  /** `last period: short`: with the end of the range, though it is no date of the cycle. */
  readonly lastPeriod?: Meaning<"stub">;
  /** `month ends: kept`. */
  readonly keepsMonthEnds?: true;
}
/** `Coupon Dates, 2 days before its date for each of Reset Dates and Maturity Date`. */
export interface JoinedDates extends Node<"JoinedDates"> {
  readonly parts: readonly DatesPart[];
}
/** `given Instalments: dates`: a list that each deal gives, and what each of its rows has beside its date. */
export interface GivenDates extends Node<"GivenDates"> {
  readonly columns: readonly FieldDeclaration[];
  /** `, if any`: a deal may leave it out, and has no dates then. */
  readonly isOptional?: true;
}
/** A day; with `each`, one for each date of a schedule. The name of a schedule alone stands for all its dates. */
export interface DatesPart extends Node<"DatesPart"> {
  readonly date: Expression;
  readonly each?: Identifier;
}
/** `modified following`, `following trading day`. */
export interface Moved extends CountedDays {
  readonly convention: Meaning<"convention">;
}
/** `every 3 months`, `every month`. */
export interface Interval extends Node<"Interval"> {
  readonly count?: Expression;
  readonly unit: DateShift["unit"];
}
/** `every 6 May and 6 November`. */
export interface DaysOfYear extends Node<"DaysOfYear"> {
  readonly days: readonly { readonly month: number; readonly day: number; readonly span: Span }[];
}

/**
 * `when E [if C]`, `on DATE [if C]`, `when X begins`, with one change a line; `, in this order` with steps, each of which finds
 * what those before it have changed.
 */
export interface Rule extends Node<"Rule"> {
  readonly trigger: EventTrigger | CalendarTrigger | ScheduleTrigger | EdgeTrigger;
  readonly condition?: Expression;
  readonly changes: readonly Change[];
}

export interface EventTrigger extends Node<"EventTrigger"> {
  readonly event: Identifier;
}
/** `on Quarter End`: on a day that is the date the expression gives on that day, as the day ends. */
export interface CalendarTrigger extends Node<"CalendarTrigger"> {
  readonly date: Expression;
  /** In a plan: once for each of these events, when its date has come. */
  readonly owner?: Identifier;
}
/** `on each of Payment Dates`: as each of these days ends. */
export interface ScheduleTrigger extends Node<"ScheduleTrigger"> {
  readonly schedule: Identifier;
}
/** `when X begins` or `when X ends`: as a day ends at whose end X holds (no longer), and did (not) at the end before. */
export interface EdgeTrigger extends Node<"EdgeTrigger"> {
  readonly edge: Meaning<"edge">;
  readonly name: Identifier;
  /** `for each E`: X is a yes-or-no of an event of that kind. */
  readonly owner?: Identifier;
  /** `under 3.6`: one member of a family. */
  readonly sections: readonly Identifier[];
}

/** `order on one day: 2.1, then 2.2`: what the rules of a section change, those of the sections behind it find. */
export interface DayOrder extends Node<"DayOrder"> {
  readonly sections: readonly Identifier[];
}

export type Change = SetChange | AddChange | ClearChange | AccountChange | AppliedChange;

/** Something that a rule changes; where its changes have an order, in which step, from 0 on. */
interface ChangeNode<Kind extends string> extends Node<Kind> {
  readonly step?: number;
}

/** What is changed of the state `state`: of the note, of one event, or of each that meets a condition. */
export interface ChangedState extends OfEvents {
  readonly state: Identifier;
}
export interface OfEvents {
  /** `its X`, `its E's X`: of which event it is. */
  readonly subject?: Expression;
  /** `X for each E [where C]`; in what is behind it, `its` speaks of that event. */
  readonly each?: EachEvent;
}
export interface EachEvent {
  readonly owner: Identifier;
  readonly where?: Expression;
}
/** `X becomes V`. */
export interface SetChange extends ChangeNode<"SetChange">, ChangedState {
  readonly value: Expression;
}
/** `X rises by V` or `X falls by V`. */
export interface AddChange extends ChangeNode<"AddChange">, ChangedState {
  readonly sign: 1 | -1;
  readonly value: Expression;
}
/** `X becomes not set`. */
export interface ClearChange extends ChangeNode<"ClearChange">, ChangedState {}
/**
 * A posting to an account:
 * `A is charged V [due on D][, payable on D]`, `A falls due [in full] on D[, payable on D2] [for the month of D3]`,
 * `A falls due in the amount of V on D[, payable on D2]`,
 * `A is waived [for the month of D2]`, `A is converted by V`, `A is cleared`.
 */
export interface AccountChange extends ChangeNode<"AccountChange">, OfEvents {
  readonly account: Identifier;
  readonly verb: Meaning<"accountVerb">;
  readonly amount?: Expression;
  /** The date on which it falls due. */
  readonly date?: Expression;
  /** The day by which it is to be paid, where that is another (a roll). */
  readonly payableOn?: Expression;
  readonly month?: Expression;
  /** `falls due in full on D`: what was to fall due later comes along. */
  readonly inFull?: true;
}
/**
 * `V is applied to due Interest, then Default Interest, then Outstanding Principal`; `to due Interest, each amount with its Late
 * Fees`: each amount due, and after it what the late charges accrued on it; `to due Interest for each E [pro rata]`: of events.
 */
export interface AppliedChange extends ChangeNode<"AppliedChange"> {
  readonly amount: Expression;
  readonly targets: readonly PaymentTarget[];
}
export interface PaymentTarget extends OfEvents {
  readonly isDueOnly: boolean;
  readonly name: Identifier;
  /** Each event's has its part of the money, in proportion to what is open there. */
  readonly isProRata?: true;
  readonly lateCharges?: Identifier;
}

/** `notwithstanding X of 1.2(a)` with `while:`, `it is:`, `over:` lines. */
export interface Exception extends Node<"Exception"> {
  readonly name: Identifier;
  /** The section of the rule that it displaces. */
  readonly of?: Identifier;
  readonly condition: Expression;
  readonly value: Expression;
  /** Sections of other exceptions that this one goes before. */
  readonly over: readonly Identifier[];
}

/** `the Holder may give E [by D [for each O]] [called N]` with its labelled lines. */
export interface Power extends Node<"Power"> {
  readonly party: Identifier;
  readonly event: Identifier;
  readonly name?: Identifier;
  readonly conditions: readonly { readonly condition: Expression; readonly reason?: Quoted; readonly span: Span }[];
  readonly askingFor?: Expression;
  readonly limits: readonly { readonly value: Expression; readonly span: Span }[];
  readonly beyond?: Beyond;
  readonly giving?: Identifier;
  /** The last day of an election or another power; with `owner`, that of each event of the kind. */
  readonly due?: Expression;
  readonly owner?: Identifier;
  /** What is elected, in the words of the event; `name` is then what holds, by the election or else by `otherwise`. */
  readonly electing?: Expression;
  readonly otherwise?: Expression;
}
/** What becomes of the part over the limit: one rule, or one a choice of a reading. */
export type Beyond =
  | { readonly kind: "Fixed"; readonly rule: Meaning<"beyond">; readonly span: Span }
  | {
      readonly kind: "AsRead";
      readonly reading: Quoted;
      readonly arms: readonly { readonly choice: Quoted; readonly rule: Meaning<"beyond"> }[];
      readonly span: Span;
    };

/**
 * `the Borrower must give E by D [for each O] [called N]` or `the Borrower must pay V [to P] by D [for each O] [while C]`.
 */
export interface Duty extends Node<"Duty"> {
  readonly party: Identifier;
  readonly to?: Identifier;
  readonly event?: Identifier;
  readonly amount?: Expression;
  readonly due: Expression;
  readonly owner?: Identifier;
  readonly name?: Identifier;
  readonly condition?: Expression;
}

/** `the Borrower must not give E unless C, called N`: the event stands; whether it breached is fixed under N. */
export interface Prohibition extends Node<"Prohibition"> {
  readonly party: Identifier;
  readonly event: Identifier;
  readonly unless?: Expression;
  readonly name: Identifier;
}

/** `the Borrower must not let V be more than W at any time unless C, called N`: N says since when it is breached. */
export interface Covenant extends Node<"Covenant"> {
  readonly party: Identifier;
  /** What must not be so: a comparison. */
  readonly condition: Expression;
  readonly unless?: Expression;
  readonly name: Identifier;
}

/** `Event of Default occurs [for each Judgment]` with `when`, `unless cured by the end of:`, `continues:` lines; its section is its heading's. */
export interface DefaultDeclaration extends Node<"DefaultDeclaration"> {
  readonly family: Identifier;
  readonly owner?: Identifier;
  readonly condition: Expression;
  readonly cureBy?: Expression;
  readonly ends: Meaning<"continues">;
}

/** `in words, the Borrower must: "…"`: said, never computed. */
export interface InWords extends Node<"InWords"> {
  readonly party?: Identifier;
  readonly modality: Meaning<"modality"> | "says";
  readonly text: Quoted;
}

/** `our view: "…"` or `our view on Conversion Date: "…"`, with `instead of:` and `favours:` lines. */
export interface OurView extends Node<"OurView"> {
  /** The name of which it speaks. */
  readonly on?: Identifier;
  readonly text: Quoted;
  readonly insteadOf?: Quoted;
  readonly favours?: Identifier;
}

/**
 * `sentence 3`: the statements behind it, up to the next such line or section, say these sentences of the contract's section.
 * With a reason these sentences are out of scope; without sentences, all of the section that nothing else says.
 */
export interface SentenceMark extends Node<"SentenceMark"> {
  readonly sentences: readonly SentenceRange[];
  readonly reason?: Quoted;
}

/** Sentences of a section, counted from 1, both ends included. */
export interface SentenceRange {
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

/** `role "price of conversion": Conversion Price`. */
export interface RoleMark extends Node<"RoleMark"> {
  readonly role: Quoted;
  readonly name: Identifier;
}

/** `test "…"` with `with:`, `market:`, `calendar:`, `reading:`, `on …: …` and `expect …` lines. */
export interface Story extends Node<"Story"> {
  readonly title: Quoted;
  readonly terms: readonly { readonly name: Identifier; readonly value: Expression }[];
  /** `with: Instalments on 2024-03-01, Amount $100`: the rows of lists. */
  readonly rows: readonly StoryRow[];
  readonly readings: readonly { readonly name: Quoted; readonly choice: Quoted }[];
  readonly market: readonly MarketFile[];
  readonly calendar?: Quoted;
  /** The story that this one goes on from: its terms, readings, files and events. */
  readonly setUp?: Quoted;
  readonly events: readonly StoryEvent[];
  readonly expectations: readonly StoryExpectation[];
}
/** `market: "flat"`, `market: Bid = "quotes.csv", close = "Bid Close"`: a file, and its own names of columns and date. */
export interface MarketFile extends Node<"MarketFile"> {
  readonly series?: Identifier;
  readonly file: Quoted;
  readonly columns: readonly { readonly column: Identifier; readonly written: Quoted }[];
}
export interface StoryRow extends Node<"StoryRow"> {
  readonly list: Identifier;
  readonly on: Expression;
  readonly fields: readonly { readonly name: Identifier; readonly value: Expression }[];
}
export interface StoryEvent extends Node<"StoryEvent"> {
  readonly on: Expression;
  readonly at?: Expression;
  readonly event: Identifier;
  readonly id?: Quoted;
  readonly refersTo?: Quoted;
  readonly fields: readonly { readonly name: Identifier; readonly value: Expression }[];
}
export interface StoryExpectation extends Node<"StoryExpectation"> {
  readonly value: Identifier;
  /** The id of an event, or a section. */
  readonly of?: Identifier;
  readonly on?: Expression;
  readonly expected:
    | Expression
    | { readonly kind: "ExpectedNull" }
    | { readonly kind: "ExpectedError"; readonly text: Quoted };
  /** `under 1.2(a)`: where the contract says so, if that is another section than the test's. */
  readonly section?: Identifier;
}

/** `plan "fees"`: what a holder and an issuer do, by the rules, sales and price impact behind it. */
export interface PlanHead extends Node<"PlanHead"> {
  readonly title: Quoted;
}
/** `on D [for each E] [at the close] [if C], the Holder gives E, Field being V[, otherwise the Holder gives …]`. */
export interface PlanRule extends Node<"PlanRule"> {
  readonly trigger: PlanTrigger;
  readonly isAtClose: boolean;
  readonly condition?: Expression;
  readonly gives: Gift;
  readonly otherwise?: Gift;
}
export type PlanTrigger =
  | EventTrigger
  | CalendarTrigger
  | ScheduleTrigger
  | EdgeTrigger
  | EachDayTrigger
  | EveryDaysTrigger;
/** `on each trading day`. */
export interface EachDayTrigger extends Node<"EachDayTrigger"> {
  readonly unit: DayUnit;
}
/** `every 10 trading days from and including D`. */
export interface EveryDaysTrigger extends Node<"EveryDaysTrigger"> {
  readonly count: Expression;
  readonly unit: DayUnit;
  readonly from: Expression;
}
/** The event that a rule of a plan gives. */
export interface Gift extends Node<"Gift"> {
  readonly party: Identifier;
  readonly event: Identifier;
  readonly fields: readonly { readonly name: Identifier; readonly value: Expression }[];
}
/** `the Holder sells N, at most V, at P[, leaving X]`: of N shares that were received so far, what is sold each day. */
export interface Sale extends Node<"Sale"> {
  readonly party: Identifier;
  readonly received: Expression;
  readonly most: Expression;
  readonly price: Expression;
  /** The state that holds what is left. */
  readonly leaving?: Identifier;
}
/** `price impact: V` with `lasting part:`, `half life in trading days:` and `source:` lines. */
export interface PriceImpact extends Node<"PriceImpact"> {
  readonly coefficient: Expression;
  readonly lasting: Expression;
  readonly halfLife: Expression;
  readonly source?: Quoted;
}

/** `clause "full ratchet"` with `language:`, `says:`, `sentence:`, `also known as:` and `source:` lines: opens a file that notes take a clause from. */
export interface ClauseHead extends Node<"ClauseHead"> {
  readonly title: Quoted;
  readonly language?: { readonly version: number; readonly span: Span };
  readonly says?: Quoted;
  /** What it says of a note, with a name of the clause in brackets wherever the note has its own: `[Price] is …`. */
  readonly sentence?: Quoted;
  /** Words under which somebody may look for it. */
  readonly alsoKnownAs: readonly Quoted[];
  readonly sources: readonly Quoted[];
}

/**
 * What a clause asks of a note: `takes Cap Percentage: percent`, `takes Issuance: event`,
 * `takes Issue Price for each Issuance: price`, `takes Debt: account`; `changes Ratcheted Price: price` is a state.
 * What it takes as a figure may be any value of the note. `excepts Price: price` is a rule to which the clause has an
 * exception; a note names it with its section, `Price: Conversion Price under 1.2(a)`.
 */
export interface Takes extends Node<"Takes"> {
  readonly verb: Meaning<"takes">;
  readonly name: Identifier;
  readonly owner?: Identifier;
  readonly what: TypeName | EventKind | AccountKind | PartyKind | DayCountKind;
  readonly meaning?: Quoted;
}
/** An event; where it refers to another one that the clause takes, with that one. */
export interface EventKind extends Node<"EventKind"> {
  readonly refersTo?: Identifier;
}
export type AccountKind = Node<"AccountKind">;

/** `takes Debtor: party`. */
export type PartyKind = Node<"PartyKind">;

/** `takes Day Count: day count`: actual/365, or a name for one. */
export type DayCountKind = Node<"DayCountKind">;

/** `gives Window Price meaning "…"`, `gives Late Days for each Notice`: what a note gets under a name of its own. */
export interface Gives extends Node<"Gives"> {
  readonly name: Identifier;
  readonly owner?: Identifier;
  readonly meaning?: Quoted;
}

/** `use "full ratchet"` with one `Name: value` a line: names for what it takes, changes and gives. */
export interface Use extends Node<"Use"> {
  readonly clause: Quoted;
  /** `from "own-clauses.tenor"`: another file than the library's. */
  readonly from?: Quoted;
  /** `in NOK`: what the clause calls money is in that currency. */
  readonly currency?: Identifier;
  /** The sentence of the clause with the note's own names. */
  readonly says?: Quoted;
  readonly bindings: readonly { readonly name: Identifier; readonly value: Expression }[];
  /** Set once the clause was found: what each bound value has to be, for the checker. */
  readonly asked?: readonly { readonly takes: Takes; readonly value: Expression; readonly owner?: Identifier }[];
}

/** A statement that did not parse; the name that it was about to declare, where that much could be read. */
export interface BrokenStatement extends Node<"BrokenStatement"> {
  readonly declares?: Identifier;
  /** Further names it would have declared: the fields of an event, what a power gives. */
  readonly alsoDeclares?: readonly Identifier[];
}

// ---------------------------------------------------------------- expressions

export type Expression =
  | NumberLiteral
  | DateLiteral
  | TimeLiteral
  | DayCountName
  | TextLiteral
  | YesNoLiteral
  | Unlimited
  | EulersNumber
  | MinorUnit
  | Today
  | DayEnded
  | NameReference
  | ItsReference
  | ThisReference
  | MemberReference
  | MarketColumn
  | Arithmetic
  | Extreme
  | Total
  | Cases
  | AsRead
  | Table
  | OnlyWhile
  | OrElse
  | Rounded
  | Adjusted
  | AsOf
  | UnderSection
  | Measure
  | InterestOn
  | DaysFold
  | EventsFold
  | DaysTest
  | EventsTest
  | DateShift
  | TimeShift
  | DateStep
  | PeriodEdge
  | DatePart
  | EveryStep
  | Comparison
  | SetTest
  | HappenedTest
  | ReadingTest
  | DutyTest
  | BreachTest
  | DutyMeasure
  | OneOf
  | ScheduledTest
  | Not
  | Logic
  | ConditionList
  | Missing;

/** A figure with its unit as written: `$0.05 per share`, `50%`, `8% per year`, `1,000 shares`, `2`, `3 months`, `14 days`. */
export interface NumberLiteral extends Node<"NumberLiteral"> {
  /** The currency of an amount, where that is not the usual one, and of which other currency one is counted. */
  readonly currency?: string;
  readonly per?: string;
  /** It stands in a clause, and its currency is that of the use. */
  readonly isOfUse?: true;
  /** What stands before the amount, where that is not `$`: `€`, `NOK`. */
  readonly mark?: string;
  /** Digits with at most one point, no commas: "0.05". A percent is as written ("50" for 50%). */
  readonly digits: string;
  readonly unit: Meaning<"figure"> | "days" | "weeks" | "months" | "years";
  /** `$0.05 per share, restated for splits`. */
  readonly basis?: Meaning<"basis">;
}
export interface DateLiteral extends Node<"DateLiteral"> {
  readonly text: string;
}
/** `17:00`, `17:00 London on D`. */
export interface TimeLiteral extends Node<"TimeLiteral"> {
  /** On the clock of 24 hours; `24:00` is the end of the day. */
  readonly text: string;
  /** Whose clock shows it, where that is said, and on which day. */
  readonly place?: Identifier;
  readonly on?: Expression;
}
/** `2 hours after its time`, `30 minutes before 17:00`. */
export interface TimeShift extends Node<"TimeShift"> {
  readonly count: Expression;
  readonly unit: Meaning<"clockUnit">;
  readonly direction: Meaning<"shift">;
  readonly time: Expression;
}
export interface TextLiteral extends Node<"TextLiteral"> {
  readonly text: string;
}
export interface YesNoLiteral extends Node<"YesNoLiteral"> {
  readonly value: boolean;
}
export type Unlimited = Node<"Unlimited">;
/** `e`, the base of what grows at each moment; it stands in rounded powers only. */
export type EulersNumber = Node<"EulersNumber">;
/** `a cent`, behind a rounding: the minor unit of the currency of what is rounded. */
export type MinorUnit = Node<"MinorUnit">;
export type Today = Node<"Today">;
/** `the day has ended`: whether today is over; of days that are counted, `that have ended`. */
export type DayEnded = Node<"DayEnded">;
/** A deal term, definition, state, account-free value, party or event name standing alone. */
export interface NameReference extends Node<"NameReference"> {
  readonly name: Identifier;
}
/** `its Principal Converted`, `its date`, `its time`: of the innermost event or date spoken of. */
export interface ItsReference extends Node<"ItsReference"> {
  readonly name: Identifier;
  /** `its previous Balance`: of the date before it in the schedule. */
  readonly isPrevious?: true;
  /** Written `it is Undelivered`, for a yes or no. */
  readonly isSaid?: true;
}
/** `this Notice of Conversion`: the event of the statement's head, from inside a fold. */
export interface ThisReference extends Node<"ThisReference"> {
  readonly event: Identifier;
}
/** `its Merger's Cash per Share`, `this Notice of Conversion's date`. */
export interface MemberReference extends Node<"MemberReference"> {
  readonly target: Expression;
  readonly name: Identifier;
}
/**
 * `market low`, `EURNOK fixing`: a column of today's row. With `at or before D`, of the last row up to that day; `count` and
 * `unit` say how much earlier that may be.
 */
export interface MarketColumn extends Node<"MarketColumn"> {
  readonly series?: Identifier;
  readonly column: Identifier;
  readonly date?: Expression;
  readonly count?: Expression;
  readonly unit?: DayUnit;
  readonly calendar?: Quoted;
}
/** `A + B`, and so on; `A to the power of N` has the operator "^". */
export interface Arithmetic extends Node<"Arithmetic"> {
  readonly operator: Meaning<"sum" | "product" | "power">;
  readonly left: Expression;
  readonly right: Expression;
}
/** `the lesser of A and B`, `the earliest of (i) … (ii) …`. `ifSet` leaves an operand out where it has no value. */
export interface Extreme extends Node<"Extreme"> {
  /** As written; lesser, least, earlier and earliest take the smallest. */
  readonly word: Meaning<"pairPick" | "listPick" | "extremeFold">;
  readonly operands: readonly { readonly value: Expression; readonly ifSet: boolean }[];
}
/** `the total of (i) … (ii) …`. */
export interface Total extends Node<"Total"> {
  readonly operands: readonly { readonly value: Expression; readonly ifSet: boolean }[];
}
/** `A if C, B if D, otherwise E`. */
export interface Cases extends Node<"Cases"> {
  readonly arms: readonly { readonly value: Expression; readonly condition: Expression }[];
  readonly otherwise: Expression;
}
/** `as "late notice" is read` with one `"choice": value` a choice. */
export interface AsRead extends Node<"AsRead"> {
  readonly reading: Quoted;
  readonly arms: readonly { readonly choice: Quoted; readonly value: Expression }[];
}
/**
 * `by the table of K` with a row for each range of K and what holds in it; `and L` with a column for each figure of L; `in straight
 * lines` between its figures.
 */
export interface Table extends Node<"Table"> {
  readonly key: Expression;
  readonly across?: { readonly key: Expression; readonly columns: readonly Expression[] };
  readonly isStraight?: true;
  readonly rows: readonly TableRow[];
  /** The rows stand in a file; there are none here then. */
  readonly file?: TableFile;
}
/** `from "premium.csv": percent`: where the rows of a table stand, and of what kind its values are. */
export interface TableFile {
  readonly name: Quoted;
  readonly type: TypeName;
  /** Of what shares its figures are, where they are shares or per share. */
  readonly basis?: Meaning<"basis">;
  /** Undefined where there is no such file. */
  readonly content?: FileRows;
  readonly span: Span;
}
/** The cells of a file, each as it stands there; not yet looked at. */
export interface FileRows {
  readonly isFileRows: true;
  readonly columns: readonly Quoted[];
  readonly rows: readonly FileRow[];
}
export interface FileRow {
  readonly reach: TableRow["reach"];
  readonly opens?: Quoted;
  readonly closes?: Quoted;
  readonly cells: readonly Quoted[];
  readonly span: Span;
}
/** `at` one figure, `from` one on, `up to` one and including it, `to` with both ends, or `below` without the second. */
export interface TableRow {
  readonly reach: "at" | "from" | "up to" | "to" | "below";
  readonly opens?: Expression;
  readonly closes?: Expression;
  readonly cells: readonly Expression[];
  readonly span: Span;
}
/** `V only while C`: no value, with the reason, where C does not hold. */
export interface OnlyWhile extends Node<"OnlyWhile"> {
  readonly value: Expression;
  readonly condition: Expression;
}
/** `V, or else W`: W where V has no value. */
export interface OrElse extends Node<"OrElse"> {
  readonly value: Expression;
  readonly fallback: Expression;
}
/** `V, rounded down to 1 share`. */
export interface Rounded extends Node<"Rounded"> {
  readonly value: Expression;
  readonly mode: Meaning<"rounding">;
  readonly step: Expression;
}
/** `D, modified following`: a date moved to a business day, or `, following trading day` to another kind of day. */
export interface Adjusted extends Node<"Adjusted">, Moved {
  readonly date: Expression;
}
/** `X as of D`: X at the end of D, restated in today's shares. */
export interface AsOf extends Node<"AsOf"> {
  readonly value: Expression;
  readonly date: Expression;
}
/** `Event of Default under 3.7`; in an exception, `Conversion Price under 1.2(a)` is the rule displaced. */
export interface UnderSection extends Node<"UnderSection"> {
  readonly name: Identifier;
  readonly sections: readonly Identifier[];
}
/**
 * A figure of an account: `unpaid Interest`, `unpaid Interest on X`, `due Interest`, `overdue Interest`, `overdue Interest on X`,
 * `accruing Interest`, `Interest payable on D` (measure "payable"), `the earliest missed payment date of Interest`, and of a family
 * `start of Event of Default`, `start of Event of Default under 3.7`.
 */
export interface Measure extends Node<"Measure"> {
  readonly measure: Meaning<"measure" | "payable">;
  readonly name: Identifier;
  /** `its X`, `its E's X`: the account of an event. */
  readonly subject?: Expression;
  /** `on X` for unpaid and overdue, `on D` for payable. */
  readonly on?: Expression;
  /** `under 3.2 or 3.3`, for the start of a family. */
  readonly sections?: readonly Identifier[];
}
/** `interest at R on B from and including D to but excluding E by actual/365`; on 1, `the interest factor at R from …`. */
export interface InterestOn extends Node<"InterestOn"> {
  readonly rate: Expression;
  readonly base: Expression;
  readonly range: DayRange;
  /** A day count, or a name for one. */
  readonly basis: Expression;
  readonly periods?: InterestPeriods;
}
/** `6 months`, `1 year`: with a span of its own. */
export interface PeriodLength {
  readonly digits: string;
  readonly unit: "month" | "year";
  readonly span: Span;
}
/** `every 6 months from D`: interest periods, by which some day counts go. */
export interface InterestPeriods extends Node<"InterestPeriods"> {
  readonly length: PeriodLength;
  readonly anchor: Expression;
}

export type DayUnit = Meaning<"dayUnit">;
/** A kind of day; `"london" business days` names the calendar that says which they are. */
export interface CountedDays {
  readonly unit: DayUnit;
  readonly calendar?: Quoted;
}

/** Days of a kind between two dates; both ends say whether they count. */
export interface DayRange extends Node<"DayRange">, CountedDays {
  readonly from: Expression;
  readonly fromIncluded: boolean;
  readonly to: Expression;
  readonly toIncluded: boolean;
}
/** `20 trading days ending 1 trading day before today`, `20 trading days on which C ending D`. */
export interface DayWindow extends Node<"DayWindow">, CountedDays {
  readonly count: Expression;
  /** Only days on which it holds are counted, and taken in: the window goes back until there are enough. */
  readonly where?: Expression;
  readonly ending: Expression;
}

/** `the average of the 3 lowest of X over DAYS [on which C]`, `the number of DAYS [on which C]`. */
export interface DaysFold extends Node<"DaysFold"> {
  readonly operation: Meaning<"fold" | "count">;
  readonly pick?: { readonly count: Expression; readonly which: Meaning<"extremes"> };
  /** Absent for number, first and last. */
  readonly body?: Expression;
  readonly days: DayRange | DayWindow;
  readonly where?: Expression;
}
/**
 * `the sum of X over E events [where C]`, `the number of E events [where C]`, `the last of E events [where C]`; the same over
 * dates of a schedule, `the sum of X over Payment Dates after today`.
 */
export interface EventsFold extends Node<"EventsFold"> {
  readonly operation: Meaning<"fold" | "count" | "extremeFold">;
  readonly body?: Expression;
  /** Or the schedule. */
  readonly event: Identifier;
  /** Over dates of a schedule: those between two days. */
  readonly dates?: ScheduledDates;
  readonly where?: Expression;
}
/** `after today`, `from and including D to and including E`, or nothing for all dates of a schedule. */
export interface ScheduledDates extends Node<"ScheduledDates"> {
  readonly from?: Expression;
  readonly fromIncluded: boolean;
  readonly to?: Expression;
  readonly toIncluded: boolean;
}
/** `on every trading day from and including A to and including B, C`; `on some …`, `on no …`. */
export interface DaysTest extends Node<"DaysTest"> {
  readonly quantifier: Meaning<"dayQuantifier">;
  readonly days: DayRange | DayWindow;
  readonly condition: Expression;
}
/** `some Partial Call has C`, `no …`, `every …`; `some Answer for this Notice is Late`. */
export interface EventsTest extends Node<"EventsTest"> {
  readonly quantifier: Meaning<"eventQuantifier">;
  readonly event: Identifier;
  readonly condition: Expression;
}

/** `3 business days after D`, `1 trading day before today`, `45 days after D`, `12 months before D`. */
export interface DateShift extends Node<"DateShift"> {
  readonly count: Expression;
  readonly unit: DayUnit | Meaning<"longUnit">;
  readonly calendar?: Quoted;
  readonly direction: Meaning<"shift">;
  readonly from: Expression;
}
/** `the first business day on or after D`, `the last trading day before D`. */
export interface DateStep extends Node<"DateStep">, CountedDays {
  readonly which: Meaning<"which">;
  readonly relation: Meaning<"relation">;
  readonly from: Expression;
}
/** `the last business day of the month of today`, `the first day of the quarter of D`. */
export interface DatePart extends Node<"DatePart"> {
  readonly part: Meaning<"datePart">;
  readonly of: Expression;
}
export interface PeriodEdge extends Node<"PeriodEdge">, CountedDays {
  readonly which: Meaning<"which">;
  readonly period: Meaning<"period">;
  readonly of: Expression;
}
/**
 * `the first of every 3 months from D on or after today`, `the last of every 3 months from D before today`; where the
 * months are a figure, also `the first 3-month anniversary of D on or after today`.
 */
export interface EveryStep extends Node<"EveryStep"> {
  readonly which: Meaning<"which">;
  readonly months: Expression;
  readonly anchor: Expression;
  readonly relation: Meaning<"relation">;
  readonly from: Expression;
}

export interface Comparison extends Node<"Comparison"> {
  /** `is` and `is not` compare anything; the next four, quantities; the last four, dates and times. */
  readonly word: Meaning<"comparison">;
  readonly left: Expression;
  readonly right: Expression;
}
/** `X is set`, `X is not set`. */
export interface SetTest extends Node<"SetTest"> {
  readonly value: Expression;
  readonly isNegated: boolean;
}
/** `Receiver Appointed has happened`, `its Shares Delivered has not happened`. */
export interface HappenedTest extends Node<"HappenedTest"> {
  readonly target: Expression;
  readonly isNegated: boolean;
}
/** `"ownership base" is read "after issuance"`. */
export interface ReadingTest extends Node<"ReadingTest"> {
  readonly reading: Quoted;
  readonly choice: Quoted;
}
/** `its Delivery is breached`, `its Delivery is late by more than 5 days`: how far a duty has come. */
export interface DutyTest extends Node<"DutyTest"> {
  readonly duty: Expression;
  readonly standing: Meaning<"standing">;
  readonly byMoreThan?: Expression;
}
/** `the Borrower is in breach of 4.2 or 4.3`. */
export interface BreachTest extends Node<"BreachTest"> {
  readonly party: Identifier;
  readonly sections: readonly Identifier[];
  /** Filled in by the checker: what the sections say that the party must, or must not, do. */
  readonly sources?: readonly {
    readonly kind: "Duty" | "Covenant" | "Prohibition";
    readonly key: string;
    readonly section: string;
    readonly owner?: string;
  }[];
}
/** `the days of delay of its Delivery`. */
export interface DutyMeasure extends Node<"DutyMeasure"> {
  readonly measure: Meaning<"dutyMeasure">;
  readonly duty: Expression;
}
/** `its Exception is one of "common stock", "rights plan"`. */
export interface OneOf extends Node<"OneOf"> {
  readonly value: Expression;
  readonly options: readonly Quoted[];
}
/** `today is one of Payment Dates`. */
export interface ScheduledTest extends Node<"ScheduledTest"> {
  readonly value: Expression;
  readonly schedule: Identifier;
}
export interface Not extends Node<"Not"> {
  readonly condition: Expression;
}
/** `A and B and C`, `A or B`: never mixed without brackets. */
export interface Logic extends Node<"Logic"> {
  readonly operator: Meaning<"logic">;
  readonly conditions: readonly Expression[];
}
/** `all of`, `any of`, `none of`, with a labelled line each. */
export interface ConditionList extends Node<"ConditionList"> {
  readonly word: Meaning<"conditionList">;
  readonly items: readonly { readonly label: string; readonly condition: Expression; readonly span: Span }[];
}
/** Stands where a part is missing after a syntax error; never evaluated. */
export type Missing = Node<"Missing">;
