/** One kind of finding, in the words that a user reads. */
export interface Entry {
  /** What it finds, in a few words joined by hyphens; the title of its page. */
  readonly slug: string;
  readonly severity: Severity;
  /** One sentence that stands alone, without a full stop. `{name}` stands for a fact that the check supplies. */
  readonly message: string;
  /** A few words for under the carets; may hold facts. */
  readonly label?: string;
  /** What to write instead, as a statement; may hold facts. */
  readonly help?: string;
  /** Why it is wrong and how to go about it, in paragraphs of plain words. */
  readonly explanation: string;
  /** What `wrong` and `right` are written in: Tenor, scenario JSON, the CSV of a market or a calendar, the JSON of a comparison, a model of price paths, the CSV of a portfolio or of a table, or the text of a contract. */
  readonly language:
    | "tenor"
    | "scenario"
    | "market"
    | "calendar"
    | "story"
    | "binding"
    | "subject"
    | "model"
    | "portfolio"
    | "table"
    | "contract";
  /** A clause that the examples use, as a file beside them. */
  readonly clause?: string;
  /** The least example that gives this finding. */
  readonly wrong: string;
  /** The same, put right; it gives no finding. */
  readonly right: string;
}

/** An entry as the catalogue has it. Where nothing else is said, it is an error, and its examples are Tenor. */
export type WrittenEntry = Omit<Entry, "severity" | "language"> & Partial<Pick<Entry, "severity" | "language">>;

/** Whether it stops a program or a scenario from running (`error`), or only informs. */
export type Severity = "error" | "warning" | "hint";
