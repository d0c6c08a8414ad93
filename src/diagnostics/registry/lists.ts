import type { WrittenEntry } from "./entry.ts";
import { exampleHead } from "./example-head.ts";
import { scenarioWith } from "./inputs.ts";

const deal = (rows: string) => scenarioWith({ terms: `{ "Loan Amount": "1000", "Instalments": ${rows} }` });
const ofList = (wrong: string, right: string) =>
  ({ language: "scenario", wrong: deal(wrong), right: deal(right) }) as const;

const list = `${exampleHead}given Instalments: dates\n`;
const total = "Total means the sum of its Amount over Instalments\n";
const split = "event Stock Split\n  Ratio: number\nshare basis changes on Stock Split by its Ratio\n";

/** What is found of lists among the deal terms. */
export const lists = {
  TN3142: {
    slug: "list-column-with-more",
    message: "The column `{name}` of a list has a kind, and may be optional: nothing else can be said of it",
    label: "not for a list",
    help: "take it out; say in the clauses what holds where a row leaves the column out",
    explanation:
      "Each deal gives the rows of a list. A row says what its columns have, or leaves out one that is optional; a clause then says what holds: `, or else $0`.",
    wrong: `${list}  Amount: money = $0\n${total}`,
    right: `${list}  Amount: money\n${total}`,
  },
  TN3143: {
    slug: "shares-in-a-list",
    message: "The column `{name}` is {found}, and nothing says of which day's shares",
    label: "shares may split",
    help: "let the list have money or percentages, and a clause work out the shares; or report the rows as events",
    explanation:
      "Where a note says what changes a share, each figure in shares or per share has to say whether it follows. The rows of a list have no " +
      "day on which they are given. Rows of a file that are events have one.",
    wrong: `${list}  Amount: shares\n${total}${split}`,
    right: `${list}  Amount: money\n${total}${split}`,
  },
  TN5497: {
    slug: "unknown-column-of-a-list",
    message: "The list `{list}` has no column `{name}`",
    label: "unknown",
    explanation:
      "A row of a list has its day under `on`, and the columns that the template declares below the list, by their names.",
    ...ofList('[{ "on": "2024-03-01", "Sum": "5" }]', '[{ "on": "2024-03-01", "Amount": "5" }]'),
  },
  TN5498: {
    slug: "list-row-without-a-value",
    message: "A row of the list `{list}` lacks `{name}`",
    explanation: "Each row has its day, and a value in each column that is not optional.",
    ...ofList('[{ "on": "2024-03-01" }]', '[{ "on": "2024-03-01", "Amount": "5" }]'),
  },
  TN5499: {
    slug: "list-with-a-day-twice",
    message: "The list `{list}` has two rows for {day}",
    label: "the same day again",
    help: "make one row of them, or correct the day that is wrong",
    explanation: "A list has one row for a day, so that what is said of each of its dates is said once.",
    ...ofList(
      '[{ "on": "2024-03-01", "Amount": "5" }, { "on": "2024-03-01", "Amount": "6" }]',
      '[{ "on": "2024-03-01", "Amount": "5" }, { "on": "2024-04-01", "Amount": "6" }]',
    ),
  },
} as const satisfies Readonly<Record<string, WrittenEntry>>;
