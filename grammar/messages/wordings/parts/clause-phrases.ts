import type { Phrase } from "./phrase.ts";
import { inWords } from "./phrase.ts";

/** Payments, accounts, duties, defaults and schedules in other words than the language's. */
export const clausePhrases: readonly Phrase[] = [
  {
    words: inWords(
      "(?:is|(?:shall|will|must) be) applied (?:first(?:ly)? |in the first place )?(?:to|against|towards)\\b",
    ),
    right: () => "is applied to",
  },
  {
    words: inWords("(?:, and|,|and) then (?:(?:second|third|last)(?:ly)? )?to\\b"),
    right: () => ", then",
    behind: "value",
  },
  { words: inWords("apply\\b"), help: "write `AMOUNT is applied to due NAME, then NAME`" },
  {
    words: inWords("charge\\b"),
    help: "write `NAME is charged AMOUNT due on DATE`, with the name of the account first",
  },
  {
    words: inWords("accrues\\b"),
    help: "what accrues is said where the account is declared: `accrues: RATE on BASE by actual/365`; an amount is charged: `NAME is charged AMOUNT`",
  },
  { words: inWords("occurs (?:if|where|whenever|once|as soon as)\\b"), right: () => "occurs when" },
  { words: inWords("holds (?:if|where|whenever|while|once|as long as)\\b"), right: () => "holds when" },
  {
    words: inWords("by (?:at least|no less than|not less than) (\\d+) days?\\b"),
    right: (_, count = "1") => `by more than ${Number(count) - 1} days`,
  },
  {
    words: inWords("(?:has been|was|were) (performed|open|breached|excused|late)\\b"),
    right: (_, standing = "") => `is ${standing}`,
  },
  {
    words: inWords("(?:is|was|has) not (?:been )?(performed|open|breached|excused|late)\\b"),
    help: "put `not` before it, in brackets: `not (NAME is performed)`",
  },
  { words: inWords("means every (\\d*)(?![A-Za-z])"), right: (_, count = "") => `are every ${count}` },
  {
    words: inWords("(?:are )?(?:each|every) (quarter|half[ -]year|week|fortnight)\\b"),
    right: (all = "", period = "") => `${all.startsWith("are") ? "are " : ""}every ${cycles[period.replace(" ", "-")]}`,
  },
  { words: inWords("are each\\b(?! (?:quarter|half|week|fortnight))"), right: () => "are every" },
  {
    words: inWords("are (monthly|quarterly|semi-?annually|half-?yearly|annually|yearly)\\b"),
    right: (_, rhythm = "") => `are every ${rhythms[rhythm.replace("-", "")]}`,
  },
  {
    words: inWords(
      "are (\\d+ [A-Z][a-z]+(?:(?:,| and) \\d+ [A-Z][a-z]+)*),? (?:of|in) (?:each|every) (?:calendar )?year\\b",
    ),
    right: (_, days = "") => `are every ${days}`,
  },
  { words: inWords("the (?:maximum|larger|largest) of(?= [^\\r\\n(]| \\([^i])"), right: () => "the greater of" },
  { words: inWords("the (?:minimum|smaller|smallest) of(?= [^\\r\\n(]| \\([^i])"), right: () => "the lesser of" },
  {
    words: inWords("on the (?:previous|preceding|prior|last) ((?:business |trading )?day)\\b"),
    right: (_, unit = "day") => `as of 1 ${unit} before today`,
    behind: "value",
  },
  {
    words: inWords("the (\\d+)[ -](?:trading )?day (?:volume[ -]weighted average price|VWAP|average)\\b"),
    help: "write the average over the days: `the average of market vwap over 5 trading days ending today`",
  },
  { words: inWords("has an?\\b(?= [a-z])"), right: () => "has" },
  {
    words: inWords("has (not )?(?:yet )?(?:occurred|taken place|been (?:given|made|received|delivered|sent))\\b"),
    right: (_, denied = "") => `has ${denied}happened`,
  },
  {
    words: inWords("(?:all )?(?:accrued (?:and|but) unpaid|unpaid (?:and|but) accrued)(?= [A-Z])"),
    right: () => "unpaid",
  },
  {
    words: inWords("(?:all )?accrued(?= [A-Z])"),
    help: "write `unpaid X` for all of an account that is charged or accrued and not paid, `accruing X` without what has fallen due",
  },
  {
    words: inWords("the (?:date of|(?:date|day) (?:on which|when))(?: (?:the(?: first| last)?|an?))?(?= [A-Z])"),
    help: "write `the earliest start of X` of a default, `(the first of X events)'s date` of an event, and `its date` of the event that a statement is about",
  },
  {
    words: inWords("(?:through|thru|until|till|up to) (?:and including|but (?:excluding|not including))\\b"),
    right: (all = "") => `to ${all.endsWith("and including") ? "and including" : "but excluding"}`,
    behind: "value",
  },
];

const cycles: Readonly<Record<string, string>> = {
  quarter: "3 months",
  "half-year": "6 months",
  week: "1 week",
  fortnight: "2 weeks",
};

const rhythms: Readonly<Record<string, string>> = {
  monthly: "month",
  quarterly: "3 months",
  ...{ semiannually: "6 months", halfyearly: "6 months", annually: "12 months", yearly: "12 months" },
};
