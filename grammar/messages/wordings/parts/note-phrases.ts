import type { Phrase } from "./phrase.ts";
import { inWords } from "./phrase.ts";

const name = "[A-Z][\\w'-]*(?: (?:(?:of|per|as|at|in) )?[A-Z\\d][\\w'-]*)*";
const value = `(?:its |market )?(?:${name}|\\$[\\d,.]+)`;
const month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const counted = "((?:\\d+|[a-z-]+)(?: \\(\\d+\\))? (?:trading |business |calendar )?(?:days|months|years))";

const schedule =
  "days that come again are a schedule: `Days are every month from and including 2024-01-15 to and including E`, and then `on each of Days`";

/** What notes say of interest, of excess, and of days that come again. */
export const notePhrases: readonly Phrase[] = [
  {
    words: inWords(
      ",? ?(?:computed |calculated )?on (?:the basis of )?an? 360[- ]day year,? ?(?:of|consisting of|comprised of|composed of)? ?twelve (?:\\(12\\) )?(?:30|thirty(?: \\(30\\))?)[- ]day months",
    ),
    right: () => "by 30/360",
  },
  {
    words: inWords(
      ",? ?(?:computed |calculated )?on (?:the basis of )?an? (360|365)[- ]day year,? ?(?:and|for|based on|using) (?:the )?actual (?:number of )?days(?: elapsed)?",
    ),
    right: (_, days) => `by actual/${days}`,
  },
  {
    words: inWords(",? ?(?:computed |calculated )?on (?:the basis of )?an? (?:360|365)[- ]day year\\b"),
    help: "say how days are counted: `by actual/360`, `by actual/365`, or `by 30/360` for months of 30 days",
  },
  {
    words: inWords(
      ",? ?compound(?:ed|ing) (?:daily|weekly|monthly|quarterly|semi-?annually|half-yearly|annually|yearly)\\b,?",
    ),
    help: "interest that bears interest is added to its base by a rule: `on each of Interest Dates`, `Principal rises by accruing Interest` and `Interest is cleared`; where only the result matters, it is a power, `A * ((1 + RATE / 4) to the power of N)`",
  },
  {
    words: inWords("(?:[\\d.]+) ?% (?:per|an?|each|every) (?:calendar )?(?:month|quarter|half-year)\\b"),
    help: "a rate is said by the year, `18% per year` for 1.5% a month; every month then bears as much `by 30/360`, and by its days `by actual/365`",
  },
  {
    words: inWords(
      `(?:at least|not less than|no less than|no fewer than|not fewer than) ${counted} (?:have|has) (?:passed|elapsed)(?: since)?\\b`,
    ),
    right: (_, days) => `${days} have passed since`,
  },
  {
    words: inWords(
      "(?:more than|over) (?:[^\\s]+)(?: \\(\\d+\\))? (?:trading |business |calendar )?(?:days|months|years) (?:have|has) (?:passed|elapsed)\\b",
    ),
    help: "write `today is after 30 days after D`, which leaves that day itself out",
  },
  {
    words: inWords(
      `the (?:amount|sum|number of shares)(?:, if any,| \\(if any\\))? by which (${value}) (?:exceeds|is (?:greater|more|higher) than)\\b`,
    ),
    help: "write `the greater of $0 and (A - B)`: where A is less, that is nothing",
  },
  {
    words: inWords(
      `the (?:amount|sum|number of shares)(?:, if any,| \\(if any\\))? by which (${value}) (?:is (?:less|lower|smaller) than|falls short of)\\b`,
    ),
    help: "write `the greater of $0 and (B - A)`: where A is more, that is nothing",
  },
  {
    words: inWords("the (?:excess|surplus|shortfall)(?:, if any,| \\(if any\\))? of [^,()\\r\\n]+? over\\b"),
    help: "write `the greater of $0 and (A - B)`: an excess is never below nothing; `A - B` would be, where A is less",
  },
  {
    words: inWords("(?:in excess of|over and above)(?= [A-Z$])"),
    help: "of a value above a figure write `the greater of $0 and (A - B)`; a condition has a verb, `A is more than B`",
    behind: "value",
  },
  {
    words: inWords("the \\d+(?:st|nd|rd|th)(?: calendar)? day of (?:each|every)(?: calendar)? month\\b"),
    help: schedule,
  },
  { words: inWords(`(?<=\\bare )(\\d{1,2} ${month})(?=,| and)`), right: (_, day) => `every ${day}` },
  {
    words: inWords("(?:remains?|is|are) (?:outstanding|unpaid|outstanding and unpaid)\\b"),
    help: "compare what is left: `X is more than $0`; of an account, `unpaid X is more than $0`",
  },
  {
    words: inWords(
      "(?:promptly|forthwith|as soon as (?:reasonably )?(?:practicable|possible)|without (?:undue |unreasonable )?delay)\\b",
    ),
    help: "say a last day, `by 3 business days after its date`, and in an `our view` how the contract's word is read",
  },
  {
    words: inWords(
      "the (?:arithmetic |simple )?(?:average|mean|lowest|highest)(?: daily)? (?:VWAPs?|closes?|closing bids?)\\b",
    ),
    help: "write the column and its window: `the average of market vwap over 10 trading days ending 1 trading day before today`",
  },
  {
    words: inWords("the volume[- ]weighted average of\\b"),
    help: "`the average of market vwap over N days …` takes each day alike; weighted by volume it is `(the sum of (market vwap * market volume) over N days …) / (the sum of market volume over N days …)`",
  },
  {
    words: inWords("(?<=\\b(?:open|high|low|close|vwap|volume) )on(?= (?:[A-Z]|\\d{4}-|\\d+ ))"),
    right: () => "as of",
  },
  {
    words: inWords("and [A-Z][\\w -]*? pro rata\\b"),
    help: "money goes to one target after the other, `, then`; `pro rata` stands behind a target of all events of a kind, `due Interest for each Note pro rata`",
  },
  {
    words: inWords("(?<=notwithstanding )(?:section|clause|article|condition|paragraph) [\\w.()]+"),
    help: "an exception names the value that gives way: `notwithstanding NAME of SECTION`, with `while: CONDITION` and `it is: VALUE` below it",
  },
  {
    words: inWords(
      `(?<=\\n[ \\t]+${name}[ \\t]+)(?:decreases|falls|drops|declines|increases|rises|grows|resets) to\\b`,
    ),
    right: () => "becomes",
  },
  {
    words: inWords(
      `(?<=(?:applied to|then)[ \\t]+)(?:all )?(?:accrued (?:and|but) unpaid|unpaid and accrued|unpaid|accrued) (${name})`,
    ),
    right: (_, account = "") => account,
  },
  {
    words: inWords(
      ",? ?(?:and )?(?:second(?:ly)?|third(?:ly)?|fourth|next|finally|lastly|last|thereafter),? to(?= (?:the |due |its |[A-Z]))",
    ),
    right: () => ", then",
    behind: "value",
  },
  { words: inWords(`(?<=\\n[ \\t]+${name}[ \\t]+)(?:=|:=)(?![=>])`), right: () => "becomes" },
  {
    words: inWords(`(?<=\\n[ \\t]+${name}[ \\t]+)(?:shall|will|must) be(?= (?:its |the |[A-Z$\\d(]))`),
    right: () => "becomes",
  },
  {
    words: inWords("(?:is|shall be) applied,? first,? to(?: the payment of)?(?= )"),
    right: () => "is applied to",
  },
];
