import type { WrittenEntry } from "../entry.ts";

/** Portfolios, TN5540 to TN5559: the rows of a file of notes. */
export const portfolios = {
  TN5540: {
    slug: "unknown-portfolio-column",
    message: "A portfolio has no column `{column}`",
    label: "unknown",
    help: "write one of {columns}, or `terms.` or `readings.` with a name behind it",
    explanation:
      "Each row of a portfolio is a note. `note` names its template and `scenario` what happens; `as of` is the day at whose end answers " +
      "are given. A column `terms.Loan Amount` gives that deal term for each row, and `readings.` a reading. No column is passed over, " +
      "since a slip in a name would leave out what it says.",
    language: "portfolio",
    wrong: "id,note,as_of\na1,term-loan,2024-03-31\n",
    right: "id,note,as of\na1,term-loan,2024-03-31\n",
  },
  TN5541: {
    slug: "portfolio-row-without-note",
    message: "The row names neither a note nor a scenario",
    label: "of which note?",
    help: "write a template's name or path under `note`, or the path of a scenario under `scenario`",
    explanation:
      "A row has a template under `note`, or a scenario, which names its template itself. Where both are there, the row's template counts.",
    language: "portfolio",
    wrong: "id,note,as of\na1,,2024-03-31\n",
    right: "id,note,as of\na1,term-loan,2024-03-31\n",
  },
  TN5542: {
    slug: "portfolio-id-given-twice",
    message: "The id `{id}` is that of row {first} already",
    label: "given before",
    help: "give each row an id of its own, or leave the column out: then rows have their numbers",
    explanation:
      "Results are found by the ids of their rows. Two rows with one id can't be told apart, so the later one is not run.",
    language: "portfolio",
    wrong: "id,note\na1,term-loan\na1,term-loan\n",
    right: "id,note\na1,term-loan\na2,term-loan\n",
  },
  TN5543: {
    slug: "portfolio-story-with-more",
    message: "A story has all that it needs, and the row gives `{column}` as well",
    label: "a story, and more",
    help: "leave `{column}` empty in this row, or name a scenario in place of the story",
    explanation:
      "A story in a template says its deal terms, its events and its market data itself. A row that names one adds an as-of day at most.",
    language: "portfolio",
    wrong: "note,story,terms.Loan Amount\nterm-loan,one late payment,1000\n",
    right: "note,story,terms.Loan Amount\nterm-loan,one late payment,\n",
  },
  TN5544: {
    slug: "portfolio-day-before-note",
    message: "The note exists from {first}, and the row asks as of {day}",
    label: "begins later",
    help: "write a day from {first}",
    explanation: "Before the first day of a note there is nothing to answer. The row is not run.",
    language: "portfolio",
    wrong: "scenario,as of\nloan.json,2020-01-01\n",
    right: "scenario,as of\nloan.json,2024-01-01\n",
  },
} as const satisfies Readonly<Record<`TN55${number}`, WrittenEntry>>;
