import type { WrittenEntry } from "../entry.ts";
import { exampleHead } from "../example-head.ts";

/** What is found of tables. */
export const tables = {
  TN3140: {
    slug: "table-of-no-order",
    message: "A table goes by a figure or a date, and this is {found}",
    label: "has no order",
    help: 'take cases instead: `A if X is "one", otherwise B`',
    explanation:
      "The rows of a table are ranges, from one figure or date to another. Words and choices have no order that a range could go by.",
    wrong: `${exampleHead}given Tier: text\nPremium means by the table of Tier\n  "a": 120%\n  "b": 130%\n`,
    right: `${exampleHead}given Tier: number\nPremium means by the table of Tier\n  1: 120%\n  2: 130%\n`,
  },
  TN3141: {
    slug: "table-file-of-no-figures",
    message: "A file of a table holds figures or dates, and this is {found}",
    label: "neither",
    help: "name what its values are: `percent`, `money`, `price`, `shares`, `rate`, `number` or `date`; or write cases in the template",
    explanation:
      "Behind the colon stands what the values of the file are. Texts, choices and times have no such table; in the template they are cases.",
    wrong: `${exampleHead}given Tier: number\nPremium means by the table of Tier\n  from "premium.csv": text\n`,
    right: `${exampleHead}given Tier: number\nPremium means by the table of Tier\n  1: 120%\n  2: 130%\n`,
  },
  TN4130: {
    slug: "rows-that-overlap",
    message: "The row `{row}` begins before the row `{above}` has ended",
    label: "not behind it",
    help: "let each row begin behind the one before it, from the lowest to the highest",
    explanation:
      "What a table goes by may lie in one of its rows only. Rows rise, and each begins behind the end of the one before: `0 to 30`, then " +
      "`31 to 60`; or, where parts of a whole count, `$0 to but excluding $100`, then `$100 to but excluding $200`.",
    wrong: `${exampleHead}given Days Held: number\nPremium means by the table of Days Held\n  0 to 30: 120%\n  30 to 60: 130%\n`,
    right: `${exampleHead}given Days Held: number\nPremium means by the table of Days Held\n  0 to 30: 120%\n  31 to 60: 130%\n`,
  },
  TN4131: {
    slug: "rows-that-leave-a-gap",
    severity: "warning",
    message: "Between the rows `{above}` and `{row}` the table has no value",
    label: "a gap before it",
    help: "let the row begin with the next whole number or day, or let the row before it go `to but excluding` where this one begins",
    explanation:
      "What lies in no row has no value. Of days and whole numbers the next row begins with the next one; of amounts, percentages and other " +
      "figures, which have parts, one row goes `to but excluding` the figure with which the next begins.",
    wrong: `${exampleHead}given Days Held: number\nPremium means by the table of Days Held\n  0 to 30: 120%\n  32 to 60: 130%\n`,
    right: `${exampleHead}given Days Held: number\nPremium means by the table of Days Held\n  0 to 30: 120%\n  31 to 60: 130%\n`,
  },
  TN4132: {
    slug: "row-without-all-columns",
    message: "This row has {cells}, and the table has {columns}",
    label: "not as many as there are columns",
    help: "write one value for each column, with commas between them",
    explanation:
      "A table that goes by two values has a column for each figure behind `columns:`, and each row has a value for each of them. One that goes by one value has one value in a row.",
    wrong: `${exampleHead}given Stock Price: price\ngiven Effective Date: date\nExtra means by the table of Effective Date and Stock Price, in straight lines\n  columns: $20 per share, $30 per share\n  2024-01-01: 5, 3\n  2025-01-01: 4\n`,
    right: `${exampleHead}given Stock Price: price\ngiven Effective Date: date\nExtra means by the table of Effective Date and Stock Price, in straight lines\n  columns: $20 per share, $30 per share\n  2024-01-01: 5, 3\n  2025-01-01: 4, 2\n`,
  },
  TN4133: {
    slug: "table-of-another-form",
    message: "Tables {what}",
    label: "not so here",
    help: "give the table one of its forms: ranges of one value, or points, in straight lines, of one or two",
    explanation:
      "A table goes by ranges of one value, `0 to 30: 120%`; or in straight lines between points, `$20 per share: 5`, of one value or of " +
      "two, the second with its figures behind `columns:`. Its heads are written out, so that gaps can be found when the note is checked.",
    wrong: `${exampleHead}given Stock Price: price\nExtra means by the table of Stock Price, in straight lines\n  $20 per share to $30 per share: 5\n  $40 per share: 3\n`,
    right: `${exampleHead}given Stock Price: price\nExtra means by the table of Stock Price, in straight lines\n  $20 per share: 5\n  $40 per share: 3\n`,
  },
  TN4134: {
    slug: "row-that-runs-backwards",
    message: "This row ends before it begins",
    label: "nothing lies in it",
    help: "exchange the two figures, or correct the one that is wrong",
    explanation: "A row holds for what lies from its first figure to its second.",
    wrong: `${exampleHead}given Days Held: number\nPremium means by the table of Days Held\n  30 to 0: 120%\n  31 to 60: 130%\n`,
    right: `${exampleHead}given Days Held: number\nPremium means by the table of Days Held\n  0 to 30: 120%\n  31 to 60: 130%\n`,
  },
  TN4163: {
    slug: "table-file-not-found",
    message: "There is no file `{file}` beside the template",
    label: "can't be read",
    help: "put the file into the template's folder, or a folder in it, and name it by its path from there, ending in `.csv`",
    explanation:
      "A table may take its rows from a CSV file. The path counts from the folder of the file that names it, and does not lead out of it.",
    wrong: `${exampleHead}given Days Held: number\nPremium means by the table of Days Held\n  from "premium.csv": percent\n`,
    right: `${exampleHead}given Days Held: number\nPremium means by the table of Days Held\n  0 to 30: 120%\n`,
  },
  TN5494: {
    slug: "table-column-outside-the-form",
    message: "A table with the columns `{header}` has no column `{name}`",
    label: "read by nobody",
    help: "take the column out, or correct its name",
    explanation:
      "The file of a table by one value has the columns `at,value`, `from,to,value` or `from,to but excluding,value`, and no others: " +
      "a second end or a second value beside them would count for nothing. What is to be remarked stands in lines that begin with `#` above the names.",
    language: "table",
    wrong: "from,to,value,old value\n0,30,120%,110%\n",
    right: "from,to,value\n0,30,120%\n",
  },
  TN5496: {
    slug: "table-cell-of-another-kind",
    message: "The cell is {found}, and its place asks for {expected}",
    label: "not of this kind",
    explanation:
      "In the file of a table, the ends of rows are of the kind that the table goes by, and the values of the kind that the template names " +
      "behind the file. A figure may leave its unit out, but for the sign of a percentage and of a rate, which would else be a hundred times too much.",
    language: "table",
    wrong: "from,to,value\n0,30,1.2\n",
    right: "from,to,value\n0,30,120%\n",
  },
} as const satisfies Readonly<Record<string, WrittenEntry>>;
