import type { WrittenEntry } from "./entry.ts";
import { exampleHead } from "./example-head.ts";

/** Band 1: the text does not have the form of a template. */
export const syntax = {
  TN1001: {
    slug: "unexpected-text",
    message: "Expected {expected}, but found {found}",
    explanation: "The statement can't go on in this way. What may stand here is named in the message.",
    wrong: `${exampleHead}given Discount: = 20%\n`,
    right: `${exampleHead}given Discount: percent = 20%\n`,
  },
  TN1002: {
    slug: "statement-not-at-margin",
    message: "A statement starts at the margin, but `{found}` has blanks before it",
    label: "has blanks before it",
    help: "take away the blanks before it",
    explanation:
      "A line that starts in the first column opens a statement; an indented line goes on with the one above. A statement " +
      "that is pasted with blanks before it would become part of the statement above.",
    wrong: `${exampleHead}given Principal: money\n  given Discount: percent\n`,
    right: `${exampleHead}given Principal: money\ngiven Discount: percent\n`,
  },
  TN1003: {
    slug: "unknown-character",
    message: "`{found}` has no meaning here",
    label: "not understood",
    help: "take it out, or put the words in double quotes",
    explanation:
      "Outside of texts in double quotes a template is made of words, figures, dates, and the signs ( ) , : = + - * / and $ %. " +
      "Names have the letters A to Z. What follows `--` on a line is a comment and may hold anything.",
    wrong: `${exampleHead}given Fee: money = $5 #\n`,
    right: `${exampleHead}given Fee: money = $5\n`,
  },
  TN1004: {
    slug: "text-not-closed",
    message: "The text {found} has no closing quote on its line",
    label: "opens here",
    help: "end it with a double quote on the same line",
    explanation: "A text stands between two double quotes on one line. It can't hold a double quote itself.",
    wrong: `${exampleHead}section 1.1 "Right to convert\n`,
    right: `${exampleHead}section 1.1 "Right to convert"\n`,
  },
  TN1005: {
    slug: "malformed-figure",
    message: "`{found}` is not {kind}: {problem}",
    label: "not {kind}",
    help: "write it as in `{example}`",
    explanation:
      "Figures are written `$500,000`, `$0.05 per share`, `50%`, `8% per year`, `1,000 shares`, `2005-12-28`, `18:00`. Other forms " +
      "that contracts have are taken as well: `$1 million`, `50 bps`, `8% per annum`, `three (3)`, `January 3, 2006`. Commas part groups of three digits, a date has to be in the calendar, and hours go from 00 to 23.",
    wrong: `${exampleHead}given Principal: money = $5,00,0\n`,
    right: `${exampleHead}given Principal: money = $500,000\n`,
  },
  TN1006: {
    slug: "capital-keyword",
    message: "`{found}` is read as part of a name because of its capital; the keyword is `{word}`",
    label: "the keyword is `{word}`",
    help: "write `{word}`",
    explanation:
      "A capital makes a defined term: words with capitals that stand together are one name. The words of the language itself " +
      "are written in lower case everywhere, at the start of a statement too.",
    wrong: `${exampleHead}Given Discount: percent\n`,
    right: `${exampleHead}given Discount: percent\n`,
  },
  TN1007: {
    slug: "definition-without-verb",
    message: "`{name}` is followed by `{found}`, not by what it is or does",
    label: "expected `means`, `holds when`, `is fixed as`, `starts at` or `occurs`",
    help: "write `{name} means …` for a value, `{name} holds when …` for a yes or no",
    explanation:
      "A statement that opens with a name says by a verb what the name is: `means` for a value of each day, `holds when` for a " +
      "yes or no, `is fixed as` for a value that an event fixes, `starts at` for a state that events change.",
    wrong: `${exampleHead}Floor Price = $0.04 per share\n`,
    right: `${exampleHead}Floor Price means $0.04 per share\n`,
  },
  TN1008: {
    slug: "sign-for-word",
    message: "`{found}` is written `{words}`",
    label: "write `{words}`",
    help: "write `{words}`",
    explanation: "Comparisons are written in words, so that a clause reads as the contract does.",
    wrong: `${exampleHead}given Discount: percent\nLarge holds when Discount >= 20%\n`,
    right: `${exampleHead}given Discount: percent\nLarge holds when Discount is at least 20%\n`,
  },
  TN1009: {
    slug: "otherwise-missing",
    message: "The cases do not say what holds otherwise",
    label: "`, otherwise VALUE` is missing",
    help: "end with `, otherwise` and a value, or write `VALUE only while CONDITION` where there is none",
    explanation:
      "A value by cases has to have a value in every case. A value that there is only under a condition is written with " +
      "`only while`, and has no value elsewhere.",
    wrong: `${exampleHead}given Large: yes or no\nFee means $5 if Large\n`,
    right: `${exampleHead}given Large: yes or no\nFee means $5 if Large, otherwise $0\n`,
  },
  TN1010: {
    slug: "if-then-else",
    message: "`{found}` has no place here: the value comes first, then its condition",
    label: "the value comes first",
    help: "write `VALUE if CONDITION, otherwise VALUE`",
    explanation:
      "Cases are written as a contract has them: each value, then when it holds, and at the end what holds otherwise.",
    wrong: `${exampleHead}given Large: yes or no\nFee means if Large then $5 else $0\n`,
    right: `${exampleHead}given Large: yes or no\nFee means $5 if Large, otherwise $0\n`,
  },
  TN1011: {
    slug: "and-or-mixed",
    message: "`and` and `or` stand together without brackets",
    label: "which of the two goes first?",
    help: "put brackets round the part that belongs together",
    explanation:
      "`A and B or C` can be read in two ways, so neither is taken. Put brackets round one part, or write a list under " +
      "`all of` or `any of`.",
    wrong: `${exampleHead}given Late: yes or no\ngiven Large: yes or no\nDue holds when Late and Large or Late\n`,
    right: `${exampleHead}given Late: yes or no\ngiven Large: yes or no\nDue holds when (Late and Large) or Late\n`,
  },
  TN1012: {
    slug: "unknown-label",
    message: "There is no label `{label}:`",
    label: "unknown",
    explanation:
      "A line that opens with lower-case words and a colon is a labelled part of its statement. Each statement has labels of its " +
      "own, such as `passage:` and `choices:` in a reading.",
    wrong: `${exampleHead}reading "late days"\n  pasage: "per day"\n  choices: "calendar", "business"\n  chosen: "calendar"\n`,
    right: `${exampleHead}reading "late days"\n  passage: "per day"\n  choices: "calendar", "business"\n  chosen: "calendar"\n`,
  },
  TN1013: {
    slug: "colon-missing",
    message: "The label `{label}` has no colon behind it",
    label: "needs a colon",
    help: "write `{label}:`",
    explanation: "A labelled line of a statement opens with its label and a colon.",
    wrong: `${exampleHead}reading "late days"\n  choices "calendar", "business"\n  chosen: "calendar"\n`,
    right: `${exampleHead}reading "late days"\n  choices: "calendar", "business"\n  chosen: "calendar"\n`,
  },
  TN1014: {
    slug: "list-out-of-order",
    message: "The label `{found}` does not come next in its list; expected {expected}",
    label: "expected {expected}",
    help: "number the entries in order, without a gap",
    explanation:
      "The entries of a list are labelled `(i)`, `(ii)`, `(iii)` … or `(a)`, `(b)`, `(c)` …, so that each can be cited.",
    wrong: `${exampleHead}Fee means the total of\n  (i) $5\n  (iii) $6\n`,
    right: `${exampleHead}Fee means the total of\n  (i) $5\n  (ii) $6\n`,
  },
  TN1015: {
    slug: "brackets-needed",
    message: "Brackets are needed round {what}: {reason}",
    label: "brackets needed",
    help: "put brackets round the part that belongs together",
    explanation:
      "`the lesser of A and B + C` can be read in two ways, and so can `A / B / C`. Nothing in a template may depend on how far " +
      "a phrase reaches, so brackets have to say it. Sums inside such a phrase, and such phrases inside a sum, are bracketed.",
    wrong: `${exampleHead}given Fee: money\nCost means the lesser of Fee and $5 + $1\n`,
    right: `${exampleHead}given Fee: money\nCost means the lesser of Fee and ($5 + $1)\n`,
  },
  TN1016: {
    slug: "bracket-not-closed",
    message: "This bracket is not closed",
    label: "opens here",
    help: "add `)` where the part ends",
    explanation: "Each `(` needs its `)` within the same statement.",
    wrong: `${exampleHead}given Fee: money\nCost means 2 * (Fee + $1\n`,
    right: `${exampleHead}given Fee: money\nCost means 2 * (Fee + $1)\n`,
  },
  TN1017: {
    slug: "bracket-too-many",
    message: "This bracket closes nothing",
    label: "nothing is open",
    help: "take it out, or add the `(` that it closes",
    explanation: "Each `)` needs its `(` before it within the same statement.",
    wrong: `${exampleHead}given Fee: money\nCost means (Fee + $1))\n`,
    right: `${exampleHead}given Fee: money\nCost means (Fee + $1)\n`,
  },
  TN1018: {
    slug: "ends-of-range-unsaid",
    message: "`{found}` does not say whether {ends}",
    label: "do the ends count?",
    help: "write `from and including D to and including E`, or `from but excluding … to but excluding …`",
    explanation:
      "Whether the day at an end of a range counts is what contracts are argued about. A range says it at both ends.",
    wrong: `${exampleHead}Days Out means the number of days between Issue Date and today\n`,
    right: `${exampleHead}Days Out means the number of days from but excluding Issue Date to and including today\n`,
  },
  TN1019: {
    slug: "unknown-unit-of-time",
    message: "`{found}` is not a unit of time that can stand here",
    label: "not such a unit",
    help: "count in `days`, `business days` or `trading days`; dates may also be moved by `weeks`, `months` and `years`",
    explanation:
      "Time is counted in days, business days, trading days, weeks, months and years. A fortnight is `2 weeks`, a quarter is `3 months`.",
    wrong: `${exampleHead}Deadline means 5 fortnights after Issue Date\n`,
    right: `${exampleHead}Deadline means 35 days after Issue Date\n`,
  },
  TN1020: {
    slug: "typographic-quotes",
    message: "A text stands in straight double quotes: {right}",
    label: "not straight quotes",
    help: "write {right}",
    explanation:
      "Word processors turn quotes into typographic ones. A template has the plain double quote of the keyboard.",
    wrong: `${exampleHead}section 1.1 “Right to convert”\n`,
    right: `${exampleHead}section 1.1 "Right to convert"\n`,
  },
  TN1021: {
    slug: "two-names",
    message: "Two names stand side by side: `{first}` and `{second}`",
    label: "nothing says how this goes with `{first}`",
    help: "put an operator, a comma or a word between them, or start a new statement at the margin",
    explanation:
      "Names that stand on one line are one name. On two lines they are two, and something has to join them.",
    wrong: `${exampleHead}given Fee: money\ngiven Tax: money\nCost means Fee\n  Tax\n`,
    right: `${exampleHead}given Fee: money\ngiven Tax: money\nCost means Fee\n  + Tax\n`,
  },
  TN1022: {
    slug: "lower-case-name",
    message: "`{found}` is no word of the language; a name has capitals",
    label: "neither a keyword nor a name",
    help: "if a name is meant, write it with its capitals: `{right}`",
    explanation:
      "A defined term is written with its capitals, as in the contract. Words in lower case are those of the language.",
    wrong: `${exampleHead}given Principal: money\nHalf means 50% * principal\n`,
    right: `${exampleHead}given Principal: money\nHalf means 50% * Principal\n`,
  },
  TN1023: {
    slug: "modal-verb",
    message: "`{found}` is no word for a right or a duty here",
    label: "write `may`, `must` or `must not`",
    help: "write `may give` for a right, `must give` or `must pay` for a duty, `must not give` for what is forbidden",
    explanation:
      "A right, a duty and a prohibition are distinguished by three words: `may`, `must` and `must not`. `shall` and `will` are " +
      "used for all of them in contracts, so the template says which is meant.",
    wrong: `${exampleHead}event Notice\nthe Holder can give Notice\n`,
    right: `${exampleHead}event Notice\nthe Holder may give Notice\n`,
  },
  TN1024: {
    slug: "comparison-in-other-words",
    message: "`{found}` is written `{right}`",
    label: "write `{right}`",
    help: "write `{right}`",
    explanation:
      "Comparisons are `is`, `is not`, `is more than`, `is less than`, `is at least`, `is at most`, and for dates `is before`, " +
      "`is after`, `is on or before`, `is on or after`; many of the contracts' own words are read as one of these. Of two figures one is picked by `the lesser of` or " +
      "`the greater of`, of two dates by `the earlier of` or `the later of`.",
    wrong: `${exampleHead}given Fee: money\nCost means the lower of Fee and $5\n`,
    right: `${exampleHead}given Fee: money\nCost means the lesser of Fee and $5\n`,
  },
  TN1025: {
    slug: "statement-unfinished",
    message: "The statement ends here, but {expected} is still to come",
    label: "ends too early",
    help: "complete the statement; lines that go on with it are indented",
    explanation:
      "A statement ends where the next line starts in the first column. The rest may be missing, or stand at the margin by mistake.",
    wrong: `${exampleHead}given Fee: money\nCost means Fee +\n`,
    right: `${exampleHead}given Fee: money\nCost means Fee + $1\n`,
  },
  TN1026: {
    slug: "line-missing",
    message: "`{line}` is missing in {statement}",
    label: "needs a line `{line}`",
    help: "add an indented line `{line}`",
    explanation: "The statement can't be understood without this line.",
    wrong: `${exampleHead}reading "late days"\n  passage: "per day"\n`,
    right: `${exampleHead}reading "late days"\n  passage: "per day"\n  choices: "calendar", "business"\n  chosen: "calendar"\n`,
  },
  TN1027: {
    slug: "line-twice",
    message: "The statement has `{label}` twice",
    label: "given again here",
    help: "keep one of the two",
    explanation: "One of two such lines would be passed over without a word, so neither is taken for granted.",
    wrong: `${exampleHead}reading "late days"\n  choices: "calendar", "business"\n  chosen: "calendar"\n  chosen: "business"\n`,
    right: `${exampleHead}reading "late days"\n  choices: "calendar", "business"\n  chosen: "calendar"\n`,
  },
  TN1028: {
    slug: "unknown-statement",
    message: "No statement opens with `{found}`",
    label: "opens no statement",
    help: "open with a name and `means`, or with a word such as `given`, `section`, `event`, `when`, `the` or `reading`",
    explanation:
      "A line that starts in the first column opens a statement: with a name that it defines, or with the word that says what " +
      "kind of statement it is.",
    wrong: `${exampleHead}define Fee: money\n`,
    right: `${exampleHead}given Fee: money\n`,
  },
  TN1029: {
    slug: "line-at-margin",
    message: "`{found}` goes on with a statement, but its line starts at the margin",
    label: "starts at the margin",
    help: "indent the line",
    explanation:
      "A line in the first column opens a statement. A line that belongs to the statement above has blanks before it.",
    wrong: `${exampleHead}given Fee: money\nCost means Fee\n+ $1\n`,
    right: `${exampleHead}given Fee: money\nCost means Fee\n  + $1\n`,
  },
  TN1030: {
    slug: "statement-too-large",
    message: "The statement is too {what}",
    label: "too {what}",
    help: "give a part of it a name of its own",
    explanation:
      "No clause is as large as this. Statements beyond a limit are not read, so that the program always answers.",
    wrong: `${exampleHead}Fee means ${"(".repeat(80)}$5${")".repeat(80)}\n`,
    right: `${exampleHead}Fee means ($5)\n`,
  },
  TN1031: {
    slug: "full-stop",
    message: "A statement has no full stop at its end",
    label: "not needed",
    help: "take it out",
    explanation: "A statement ends where the next line starts in the first column.",
    wrong: `${exampleHead}Fee means $5 .\n`,
    right: `${exampleHead}Fee means $5\n`,
  },
  TN1032: {
    slug: "comma-missing",
    message: "`{found}` needs a comma before it",
    label: "a comma before this",
    help: "write `, {found}`",
    explanation: "`otherwise`, `or else`, `rounded` and `restated` are set off by a comma.",
    wrong: `${exampleHead}given Large: yes or no\nFee means $5 if Large otherwise $0\n`,
    right: `${exampleHead}given Large: yes or no\nFee means $5 if Large, otherwise $0\n`,
  },
  TN1034: {
    slug: "small-word-in-name",
    message: "`{found}` is not one name: `{word}` can't stand in a name",
    label: "two names with `{word}` between them",
    help: "write `{right}`, or leave the word out",
    explanation:
      "A name is a run of words with capitals. Between two of them it may have one of `of`, `per`, `as`, `at` and `in`, and no " +
      "other word in lower case.",
    wrong: `${exampleHead}Last Day to Pay means Issue Date\n`,
    right: `${exampleHead}Last Day of Payment means Issue Date\n`,
  },
  TN1035: {
    slug: "other-wording",
    message: "`{found}` is written `{right}`",
    label: "another wording",
    help: "write `{right}`",
    explanation:
      "Contracts say the same in many wordings; a template has one for each, so that two clauses that mean the same also read " +
      "the same. Capital letters such as A, D and EVENT in a message stand for what belongs there.",
    wrong: `${exampleHead}given Price: price\nDiscounted Price means 85% of Price\n`,
    right: `${exampleHead}given Price: price\nDiscounted Price means 85% * Price\n`,
  },
  TN1036: {
    slug: "two-figures-for-one",
    message: "`{found}` says two figures: {first} and {second}",
    label: "which of the two is meant?",
    help: "keep the one that is meant; if the contract itself differs, write down which one counts with `our view:`",
    explanation:
      "Contracts write a figure in words and again in brackets, as in `three (3)`. The two have to be the same.",
    wrong: `${exampleHead}Deadline means three (4) days after Issue Date\n`,
    right: `${exampleHead}Deadline means three (3) days after Issue Date\n`,
  },
  TN1037: {
    slug: "end-of-entry",
    message: "An entry of a list ends with its line, without `{found}`",
    label: "not needed",
    help: "take it out: the word above the list, such as `all of` or `any of`, says how the entries go together",
    explanation:
      "The words that open a list say what its entries are for: the least of them, all of them, any of them. Signs and words " +
      "between the entries would say it again, and could say something else.",
    wrong: `${exampleHead}given Late: yes or no\ngiven Large: yes or no\nDue holds when all of\n  (i) Late; and\n  (ii) Large\n`,
    right: `${exampleHead}given Late: yes or no\ngiven Large: yes or no\nDue holds when all of\n  (i) Late\n  (ii) Large\n`,
  },
  TN1050: {
    slug: "no-such-day-of-the-year",
    message: "No year has a day `{day}`",
    label: "no day of any year",
    help: "write a day that the month has; for the last day of each month, count months with `month ends: kept`",
    explanation:
      "A schedule may name its days without a year, such as `6 May`. 29 February is 28 February in most years.",
    wrong: `${exampleHead}given Maturity Date: date\nCoupon Dates are every 31 June from but excluding Issue Date to and including Maturity Date\n`,
    right: `${exampleHead}given Maturity Date: date\nCoupon Dates are every 30 June from but excluding Issue Date to and including Maturity Date\n`,
  },
  TN1051: {
    slug: "cycle-of-business-days",
    message: "The dates of a schedule are not counted in `{found}`",
    label: "not such a unit",
    help: "count in `days`, `weeks`, `months` or `years`",
    explanation:
      "Which days are business or trading days is known from a calendar or from data, and only as far as these reach. A schedule " +
      "is counted on the plain calendar, and its dates may then be moved to business days.",
    wrong: `${exampleHead}given Maturity Date: date\nCoupon Dates are every 5 business days from but excluding Issue Date to and including Maturity Date\n`,
    right: `${exampleHead}given Maturity Date: date\nCoupon Dates are every 7 days from but excluding Issue Date to and including Maturity Date\n`,
  },
  TN1052: {
    slug: "line-of-a-schedule-in-vain",
    message: "`{line}` says nothing here: {because}",
    help: "take that line out",
    explanation:
      "Month ends are kept where dates are months or years apart. `counted from:` is for dates that are some time apart, and not " +
      "for days of the year. The last period is short or long where the last day is one of the dates.",
    wrong: `${exampleHead}given Maturity Date: date\nCoupon Dates are every 2 weeks from but excluding Issue Date to and including Maturity Date\n  month ends: kept\n`,
    right: `${exampleHead}given Maturity Date: date\nCoupon Dates are every 2 months from but excluding Issue Date to and including Maturity Date\n  month ends: kept\n`,
  },
  TN1075: {
    slug: "no-sentence-number",
    message: "`{found}` are no sentences: they are counted from 1, and a range runs forwards",
    label: "which sentences?",
    help: "write `sentence 3`, or `sentences 2 to 4, 6`",
    explanation:
      "The sentences of a section of the contract are counted from 1; `tenor cover` shows the number of each. A range names its " +
      "first sentence, then its last.",
    wrong: `${exampleHead}section 1.2\nsentences 4 to 2\nFee means $5\n`,
    right: `${exampleHead}section 1.2\nsentences 2 to 4\nFee means $5\n`,
  },
  TN1065: {
    slug: "calendar-of-other-days",
    message: "A calendar says which days are business days, but what it stands before here are `{found}`",
    label: "names a calendar",
    help: 'write `"{calendar}" business days`, or take the calendar out',
    explanation:
      'A phrase may name the calendar by which it counts business days: `2 "london" business days before Fixing Date`. Days, months ' +
      "and years are the same everywhere, and trading days are those of the market data.",
    wrong: `${exampleHead}Deadline means 5 "london" days after Issue Date\n`,
    right: `${exampleHead}Deadline means 5 "london" business days after Issue Date\n`,
  },
  TN1070: {
    slug: "section-as-name",
    message: "`{found}` is read as a section, so it can't be the name of a value",
    label: "a section",
    help: 'write `section {found} "…"` for a heading, or give the value another name, such as `{found} Amount`',
    explanation:
      "Sections are cited as the contract has them: `Exhibit B`, `Schedule 1`, `Clause 7`. Wherever such words stand, they " +
      "name the section, so nothing else can be called so.",
    wrong: `${exampleHead}Exhibit B means $5\n`,
    right: `${exampleHead}Exhibit B Amount means $5\n`,
  },
  TN1071: {
    slug: "comment-like-a-figure",
    severity: "warning",
    message: "`{found}` is a comment: what follows `--` on a line is left out",
    label: "left out",
    help: "write `- {rest}` where something is taken away; put a blank behind `--` where a comment is meant",
    explanation:
      "Two hyphens open a comment to the end of the line. Right before a figure or a name they may be meant for two minus " +
      "signs or a dash, and what stands behind them would have no effect.",
    wrong: `${exampleHead}Fee means $9 --$5\n`,
    right: `${exampleHead}Fee means $9 - $5 -- the fee less the deposit\n`,
  },
  TN1066: {
    slug: "unit-of-interest-periods",
    message: "Interest periods are so many months or years, and not `{found}`",
    label: "not months",
    help: "write `every 6 months from D`",
    explanation:
      "Some day counts go by the interest periods of the contract: `by actual/actual ICMA every 6 months from First Coupon Date`. " +
      "A period has 1, 2, 3, 4, 6 or 12 months.",
    wrong: `${exampleHead}given Principal: money\nCoupon means interest at 8% per year on Principal from and including Issue Date to but excluding today by actual/actual ICMA every 180 days from Issue Date\n`,
    right: `${exampleHead}given Principal: money\nCoupon means interest at 8% per year on Principal from and including Issue Date to but excluding today by actual/actual ICMA every 6 months from Issue Date\n`,
  },
} as const satisfies Readonly<Record<`TN1${number}`, WrittenEntry>>;
