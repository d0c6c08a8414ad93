/** What has a value: figures, dates, texts and conditions as they are written. */
import type { Meaning } from "../../../grammar/vocabulary.ts";
import type { Span } from "../../source/span.ts";
import type { Identifier, Node, Quoted, TypeName } from "./nodes.ts";

/** `actual/360`. */
export interface DayCountName extends Node<"DayCountName"> {
  readonly text: string;
}

/** `modified following`, `following trading day`. */
export interface Moved extends CountedDays {
  readonly convention: Meaning<"convention">;
}

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
  /** `Event of Default is continuing`, which is what the name alone says. */
  readonly continues?: true;
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
  /** `Event of Default under 3.7 is continuing`. */
  readonly continues?: true;
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
