import type { Phrase } from "./phrase.ts";
import { inWords } from "./phrase.ts";

const name = "[A-Z][\\w'-]*(?: (?:(?:of|per|as|at|in) )?[A-Z\\d][\\w'-]*)*";
const price = "(?:closing|last|trading|sale|bid|market)(?: (?:bid|sale|reported|trading))* prices?";
const days = "(?:\\d+|[a-z-]+)(?: \\(\\w+\\))? (?:consecutive |full )?((?:trading |business |calendar )?days)";
const daysCounted = "write the window of days: `over 5 trading days ending 1 trading day before today`";

/** How prose joins conditions, names prices and windows, and opens changes and exceptions. */
export const contractPhrases: readonly Phrase[] = [
  {
    words: inWords("(?:both|either)(?= [^\\r\\n]* (?:and|or) )"),
    help: "take it out: `A and B` and `A or B` need no such word",
  },
  { words: inWords("neither\\b"), help: "write `none of` and a list of the conditions (i), (ii)" },
  {
    words: inWords(
      "the (earlier|later|first|last) (?:to occur of|occurring of|in time of|of the date of)(?= [A-Z\\d(])",
    ),
    right: (_, which = "") => `the ${which === "first" || which === "earlier" ? "earlier" : "later"} of`,
  },
  {
    words: inWords(
      `(?:the )?(?:\\d+ |[a-z]+ \\(\\d+\\) )?(?:lowest|highest|average|mean)(?: of the)?(?: daily| intra-?day)? ${price}\\b`,
    ),
    help: "write the column and its window: `the average of the 3 lowest of market close over 20 trading days ending 1 trading day before today`",
  },
  {
    words: inWords("(?:the )?(?:daily )?volume[ -]weighted average(?: trading| sale)? price\\b"),
    help: "write the column: `market vwap`, or `Stock vwap` of a series that is called so",
  },
  {
    words: inWords(`(?:the )?${price}(?: (?:of|for) (?:the |a |one )?(?:${name}|share))?`),
    help: "write the column: `market close`, or `Stock close` of a series that is called so",
  },
  {
    words: inWords("(?:the )?(lowest|highest) (market [a-z]+|[A-Z]\\w* (?:open|high|low|close|vwap|volume))\\b"),
    right: (_, which, column) => `the ${which} of ${column}`,
  },
  {
    words: inWords(
      `(?:for|during|in|within) (?:the )?(?:last |previous |preceding |prior |immediately preceding )?${days}\\b`,
    ),
    help: `${daysCounted}; of a condition, \`on every day of 10 trading days ending today, CONDITION\`; of a default, \`unless cured by the end of: 10 days after D\``,
    behind: "value",
  },
  {
    words: inWords(`(?<=(?:average|lowest|highest) of the \\d+ )((?:trading |business |calendar )?days)\\b`),
    help: `say what of each day is meant, and ${daysCounted}`,
  },
  {
    words: inWords(`all(?: accrued| unpaid| accrued and unpaid| due)?(?= ${name})`),
    help: "of an account write `unpaid NAME` or `due NAME`; of all events of a kind, `the sum of its FIELD over NAME events`",
  },
  {
    words: inWords(
      "interest on ([A-Z$][^,\\r\\n]*?) at (?:a rate of |the rate of )?([A-Z\\d][^,\\r\\n]*?)(?= (?:from|by|for)\\b)",
    ),
    right: (_, base, rate) => `interest at ${rate} on ${base}`,
  },
  {
    words: inWords(`(?:increase|raise|reduce|decrease|lower|set|reset) (${name}) to\\b`),
    right: (_, changed) => `${changed} becomes`,
  },
  {
    words: inWords(`(increase|raise|reduce|decrease|lower) (${name}) by\\b`),
    right: (_, verb = "", changed) => `${changed} ${/increase|raise/.test(verb) ? "rises by" : "falls by"}`,
  },
  {
    words: inWords(`no (${name}) (?:has occurred|exists) and is continuing\\b`),
    right: (_, family) => `not (${family})`,
  },
  {
    words: inWords(`(?:an? |any )?(${name}) (?:(?:has|shall have) occurred and is|is) continuing\\b`),
    right: (_, family) => family ?? "",
  },
  { words: inWords(`no (${name}) has (?:happened|occurred)\\b`), right: (_, event) => `not (${event} has happened)` },
  {
    words: inWords(`(?:some |an? |any )(${name}) has (?:happened|occurred)\\b`),
    right: (_, event) => `${event} has happened`,
  },
  { words: inWords(`(${name}) (?:has|shall have) occurred\\b`), right: (_, event) => `${event} has happened` },
  { words: inWords(`there (?:is|exists) no (${name})`), right: (_, condition) => `not (${condition})` },
  { words: inWords(`there (?:is|exists) (?:an?|any) (${name})`), right: (_, condition) => condition ?? "" },
  {
    words: inWords("(?:except|save) as (?:otherwise )?(?:provided|set forth|stated)\\b|the foregoing\\b|anything\\b"),
    help: "an exception names the value that gives way: `notwithstanding NAME of SECTION`, with `while: CONDITION` and `it is: VALUE` below it",
  },
  {
    words: inWords(`(?<=notwithstanding ${name}),`),
    help: "below `notwithstanding NAME` stand `while: CONDITION` and `it is: VALUE`, each on an indented line",
  },
];
