/**
 * A page of a report as data: what `tenor run`, `explain` and others show in HTML.
 *
 * A page is a title, a summary and sections; a section is a list of blocks. Figures are texts that are ready to be
 * shown. Nothing is calculated here, and no file is read.
 */

export interface Page {
  readonly title: string;
  /** A line above the title that says what kind of page it is. */
  readonly kind: string;
  /** A line under the title. */
  readonly subtitle?: string | undefined;
  /** Paragraphs that sum up the page. */
  readonly summary: readonly string[];
  readonly keyFigures: readonly KeyFigure[];
  readonly sections: readonly Section[];
  readonly notes: readonly Note[];
  /** How many values have no note, since the page would become too large. */
  readonly notesLeftOut?: number;
  /** The contract's text for the sections that the page cites; empty where no text is given. */
  readonly contract: readonly ContractSection[];
  /** Names and values at the foot, such as the receipt. */
  readonly foot: readonly (readonly [name: string, value: string])[];
  /** What the page was made from, as JSON; not shown. */
  readonly madeFrom?: string;
}

export interface KeyFigure {
  readonly name: string;
  readonly figure: Cell;
  /** A few words under the figure. */
  readonly detail?: string | undefined;
}

export interface Section {
  /** Of the fragment in an address: lower case, no spaces. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = Paragraph | Table | Picture | Timeline | Fold;

/** What is drawn. Whoever draws it gets numbers; figures that a reader relies on stand in its table. */
export type Picture = Chart | Histogram | HeatMap;

export interface Paragraph {
  readonly kind: "Paragraph";
  readonly text: string;
  /** The section that it is about. */
  readonly section?: string;
}

/** Blocks that stay closed until a reader opens them. On paper they are open. */
export interface Fold {
  readonly kind: "Fold";
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly kind: "Table";
  readonly caption: string;
  readonly columns: readonly Column[];
  /** In each row a cell for each column. The first column names the row. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly head: string;
  /** Figures are aligned at the right. */
  readonly isFigure?: boolean;
}

export type Cell = string | Figure | Citation | Marked | Day | readonly Cell[];

/** A day, as in `2006-11-20`; it is never divided between two lines. */
export interface Day {
  readonly kind: "Day";
  readonly on: string;
}

/** A figure ready to be shown. */
export interface Figure {
  readonly kind: "Figure";
  readonly text: string;
  /** Every digit, where `text` is shortened. */
  readonly full?: string | undefined;
  /** The note that explains it. */
  readonly note?: NoteId | undefined;
}

/** Sections of the contract, separated by commas. */
export interface Citation {
  readonly kind: "Citation";
  readonly sections: string;
}

/** Words with a meaning that is shown by colour as well; the words alone say it, too. */
export interface Marked {
  readonly kind: "Marked";
  readonly tone: Tone;
  readonly text: string;
}

export type Tone = "bad" | "warn" | "quiet" | "strong";

/** What happened, by month and day. */
export interface Timeline {
  readonly kind: "Timeline";
  readonly days: readonly TimelineDay[];
}

export interface TimelineDay {
  /** As in `2006-11-20`. */
  readonly on: string;
  readonly entries: readonly TimelineEntry[];
}

export interface TimelineEntry {
  readonly kind: "event" | "change" | "default" | "problem" | "refused";
  /** Of a default or a problem, how grave it is. */
  readonly tone?: Tone | undefined;
  readonly section: string;
  readonly title: string;
  readonly detail?: string | undefined;
  /** Figures before and after. */
  readonly from?: Figure | undefined;
  readonly to?: Figure | undefined;
}

/** Lines over time. */
export interface Chart {
  readonly kind: "Chart";
  readonly id: string;
  readonly title: string;
  /** What the drawing shows, for readers who do not see it. */
  readonly description: string;
  /** What stands before a number on the axis. */
  /** "%", or the sign of a currency. */
  readonly sign: string;
  /** Whether equal distances are equal ratios. */
  readonly isLogarithmic: boolean;
  /** What lies between two lines, behind all of them; the widest first. */
  readonly bands?: readonly ChartBand[];
  readonly lines: readonly ChartLine[];
  readonly points: readonly ChartPoint[];
  /** Days on which the shares were adjusted, and the like. */
  readonly rules: readonly { readonly on: string; readonly label: string }[];
  readonly table: Table;
}

export interface ChartBand {
  readonly name: string;
  readonly values: readonly { readonly on: string; readonly low: number; readonly high: number }[];
}

/** How often figures lie in each of some stretches. */
export interface Histogram {
  readonly kind: "Histogram";
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly sign: string;
  readonly bins: readonly { readonly from: number; readonly to: number; readonly share: number }[];
  /** Figures that are marked, such as the mean. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  readonly table: Table;
}

/** A figure for each pair of two values; the darker, the greater. */
export interface HeatMap {
  readonly kind: "HeatMap";
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly across: string;
  readonly down: string;
  readonly cells: readonly { readonly x: string; readonly y: string; readonly value: number; readonly label: string }[];
  readonly table: Table;
}

export interface ChartLine {
  readonly name: string;
  /** The first line is the subject of the chart. */
  readonly role: "subject" | "background" | "second";
  /** Whether the number stays the same until the next day that has one. */
  readonly isStepped: boolean;
  readonly isFilled?: boolean;
  readonly values: readonly ChartValue[];
}

/** A number of a day; without one the line is interrupted. */
export interface ChartValue {
  readonly on: string;
  readonly value: number | undefined;
}

export interface ChartPoint {
  readonly on: string;
  readonly value: number;
  readonly label: string;
}

/** A number from 1, in the order of the notes. */
export type NoteId = number;

/** How one figure is calculated. */
export interface Note {
  readonly id: NoteId;
  /** Whether a figure of the page leads to it, rather than another note only. Paper has these notes alone. */
  readonly isMain: boolean;
  /** What it is of, such as `Conversion Price on 2006-11-20`. */
  readonly title: string;
  /** The name alone, such as `Conversion Price`. */
  readonly name: string;
  readonly figure: Figure;
  readonly section: string;
  /** The sum with its figures, where there is one. */
  readonly sum?: string | undefined;
  /** The words of the clause, or what changed it last. */
  readonly because: string;
  /** Whether `because` is the wording of a clause. */
  readonly isClause: boolean;
  readonly lines: readonly NoteLine[];
}

/** A value that a figure is made of. */
export interface NoteLine {
  readonly title: string;
  readonly figure: Figure;
  readonly section: string;
  readonly because: string;
  /** One value on many days or of many events: the figure of each, and for which it is. */
  readonly each?: readonly (readonly [what: string, figure: Figure])[];
  readonly lines: readonly NoteLine[];
}

/** A section of the contract beside the clauses of the template that the page uses. */
export interface ContractSection {
  readonly label: string;
  readonly title: string;
  /** Paragraphs of the contract; empty where its text does not have the section. */
  readonly text: readonly string[];
  readonly clauses: readonly { readonly name: string; readonly words: string }[];
}
