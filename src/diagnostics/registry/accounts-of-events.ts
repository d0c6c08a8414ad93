import type { WrittenEntry } from "./entry.ts";
import { exampleHead } from "./example-head.ts";

const notes =
  `${exampleHead}event Note Issued by Borrower\n  Principal: money\nevent Paid for Note Issued by Borrower\n  Amount: money\n` +
  "account Interest for each Note Issued owed by Borrower to Holder\n" +
  "  accrues: 8% per year on its Principal by actual/365\n  from and including: its date\n";
const lateFees =
  `${notes}account Late Fees for each Note Issued owed by Borrower to Holder\n` +
  "  accrues: 12% per year on each overdue its Interest by actual/365\n  from and including: its date\n";

/** What is found of accounts that each event of a kind has. */
const fees = "account Fees owed by Borrower to Holder\n";

export const accountsOfEvents = {
  TN2105: {
    slug: "no-account-of-each",
    message: "`{text}` is no account of each `{event}`",
    label: "no account",
    help: "declare it with `account NAME for each {event} owed by PARTY to PARTY`, or name an account that each has",
    explanation:
      "What falls due, is charged, waived or paid is an account: of the note, or, where each event of a kind has one, of that event. " +
      "A field, a state or a definition of an event is none.",
    wrong: `${notes}when Paid\n  its Note Issued's Principal is charged with its Amount\n`,
    right: `${notes}when Paid\n  its Note Issued's Interest is charged with its Amount\n`,
  },
  TN4160: {
    slug: "pro-rata-of-one",
    message: "`pro rata` divides money among several, and `{text}` is only one",
    label: "only one",
    help: "leave out `pro rata`, or write `{text} for each EVENT pro rata`",
    explanation:
      "A payment that is applied pro rata is divided among the accounts, or states, of events of one kind, in proportion to what is " +
      "open on each.",
    wrong: `${notes}when Paid\n  its Amount is applied to its Note Issued's Interest pro rata\n`,
    right: `${notes}${fees}event Distribution by Borrower\n  Amount: money\nwhen Distribution\n  its Amount is applied to Interest for each Note Issued pro rata, then Fees\n`,
  },
  TN4161: {
    slug: "late-charges-of-several",
    message: "`{text}` is paid along with the amounts of one `{event}`, not with those of several",
    label: "of several",
    help: "name {text} as a target of its own: `then {text} for each {event}`",
    explanation:
      "What is paid each amount with its late charges goes from one amount to the next of one account, and after each to what accrued " +
      "on it. Of several accounts, first what is due on them is paid, and then the late charges.",
    wrong: `${lateFees}${fees}event Distribution by Borrower\n  Amount: money\nwhen Distribution\n  its Amount is applied to due Interest for each Note Issued, each amount with its Late Fees, then Fees\n`,
    right: `${lateFees}${fees}event Distribution by Borrower\n  Amount: money\nwhen Distribution\n  its Amount is applied to due Interest for each Note Issued, then Late Fees for each Note Issued, then Fees\n`,
  },
  TN4162: {
    slug: "late-charges-of-another",
    message:
      "`{name}` of each `{event}` accrues on what is overdue of that event, and `{text}` is not said to be its own",
    label: "whose?",
    help: "write `on each overdue its {text}`, with an account that each `{event}` has",
    explanation:
      "Late charges accrue on each amount that is overdue on another account. Of each event, that is an account of the same event.",
    wrong: `${notes}account Fee owed by Borrower to Holder\naccount Late Fees for each Note Issued owed by Borrower to Holder\n  accrues: 12% per year on each overdue Fee by actual/365\n  from and including: its date\n`,
    right: lateFees,
  },
} as const satisfies Readonly<Record<`TN${2 | 4}${number}`, WrittenEntry>>;
