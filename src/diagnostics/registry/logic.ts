import type { WrittenEntry } from "./entry.ts";
import { exampleHead, placedHead } from "./example-head.ts";

const split = "event Stock Split\n  Ratio: number\n";
const notice = "event Notice\n  Amount: money\n";
const taken = "Taken starts at $0\nwhen Notice\n  Taken rises by its Accepted\n";
const limited =
  "the Holder may give Notice\n  asking for: its Amount\n  up to the least of\n    (i) $100\n    (ii) $200\n";
const fees = "account Fees owed by Borrower to Holder\nevent Fee\nwhen Fee\n  Fees is charged $10 due on today\n";
const paid = "account Fees owed by Borrower to Holder\nevent Payment\n  Amount: money\nwhen Payment\n";
const grace = 'reading "grace"\n  passage: "within a reasonable time"\n  choices: "short", "long"\n  chosen: "short"\n';
const quarter = "event Quarter Begun\n  Payment Date: date\n";
const elected = 'event Share Election for Quarter Begun by Borrower\n  Form: "cash", "shares"\n';
const election = "for each Quarter Begun, the Borrower may give Share Election by its Payment Date";
const paidInShares =
  'Shares Payable for each Quarter Begun holds when (its Form of Payment, or else "cash") is "shares"\n';

/** Band 4: clauses that contradict one another, leave a gap, or go round in a circle. */
export const logic = {
  TN4001: {
    slug: "circular-definition",
    message: "`{name}` depends on itself: {circle}",
    help: "let one of them say its value without the others, or keep that value in a state (`… starts at …`) that events change; where the circle is meant, one of them `is shares, solved as …`",
    explanation:
      "To know the value, one would have to know it already. A definition may look at its own value of an earlier day only " +
      "through a state that events change.",
    wrong: `${exampleHead}First means Second + $1\nSecond means First - $1\n`,
    right: `${exampleHead}given Second: money\nFirst means Second + $1\n`,
  },
  TN4100: {
    slug: "solved-without-circle",
    message: "`{name}` does not depend on itself, so there is nothing to solve",
    help: "write `{name} means …`",
    explanation:
      "`solved as` is for a figure that its own clause needs, such as a count of shares that a conversion adds to, at a price that is a " +
      "cap divided by that count.",
    wrong: `${exampleHead}given Issued: shares\nAll Shares is shares, solved as Issued + 5 shares\n`,
    right: `${exampleHead}given Issued: shares\nAll Shares is shares, solved as Issued + (10% * All Shares)\n`,
  },
  TN4101: {
    slug: "circle-without-one-answer",
    message: "`{name}` can't be solved, as `{part}` is part of its circle",
    help: "round, count and decide outside the circle; inside it, add, take the lesser or the greater, and multiply or divide by what does not depend on `{name}`",
    explanation:
      "A figure that depends on itself has one answer for certain only where what its clause gives goes along a line as the figure grows, or " +
      "along lines that only get steeper, or only less steep. Sums, products with fixed values, a fixed value divided by a price that is a " +
      "cap divided by the figure, the greater of several such values, or the lesser of them, are of that kind. Rounding, products of two " +
      "such values, conditions on the figure, and its value on other days are not.",
    wrong: `${exampleHead}given Issued: shares\nAll Shares is shares, solved as Issued + (10% * All Shares, rounded down to 1 share)\n`,
    right: `${exampleHead}given Issued: shares\nAll Shares is shares, solved as Issued + (10% * All Shares)\nPool means (10% * All Shares), rounded down to 1 share\n`,
  },
  TN4102: {
    slug: "solved-without-figure",
    message: "`{name}` can't be solved: {found} is no figure",
    help: "solve an amount of money, a price, a number of shares, a percent or a number",
    explanation:
      "Only a figure can be found by what its clause makes of it. A date or a condition that depends on itself has no answer.",
    wrong: `${exampleHead}Due Day is a date, solved as the later of Due Day and Issue Date\n`,
    right: `${exampleHead}Due Day means Issue Date\n`,
  },
  TN4002: {
    slug: "look-ahead",
    message: "`as of {date}` looks at a day that is yet to come",
    help: "a value can be asked for as of today and of days before; only dates can be calculated ahead",
    explanation:
      "What a value will be on a later day depends on prices and events that are not known. A clause that takes effect on a later " +
      "day is written so that it is looked at on that day.",
    wrong: `${exampleHead}Price means market close\nNext Price means Price as of (1 day after today)\n`,
    right: `${exampleHead}Price means market close\nLast Price means Price as of (1 day before today)\n`,
  },
  TN4003: {
    slug: "effective-day-not-known-at-notice",
    message: "The day on which `{event}` takes effect can't depend on {found}{path}",
    help: "use its fields, its date and time, deal terms, readings and the calendar",
    explanation:
      "When a notice comes in, it is put down for the day on which it takes effect, and that day no longer moves. It may depend " +
      "on what the notice says, on deal terms, readings and calendars, and on definitions for each such event over those, " +
      "but not on prices, states, accounts, other events or today.",
    wrong: `${exampleHead}Ready Date starts at 2024-01-02\nevent Notice\n  takes effect on: Ready Date\n`,
    right: `${exampleHead}event Notice\n  takes effect on: 1 business day after its date\n`,
  },
  TN4004: {
    slug: "fixed-without-event",
    message: "`{name}` is fixed, but at no event",
    help: "write `{name} for each …` with the event, or `means` for a value that goes on changing",
    explanation: "A fixed value is calculated once, when its event is applied, and belongs to that event.",
    wrong: `${exampleHead}${notice}Half is fixed as 50% * $100\n`,
    right: `${exampleHead}${notice}Half for each Notice is fixed as 50% * its Amount\n`,
  },
  TN4006: {
    slug: "chosen-is-no-choice",
    message: 'The reading "{name}" does not say which of its choices is chosen: {found}',
    help: "write one of the choices behind `chosen:`",
    explanation: "Every reading says in its `chosen:` line which of its choices is in force by default.",
    wrong:
      `${exampleHead}reading "grace"\n  passage: "within a reasonable time"\n  choices: "short", "long"\n  chosen: "brief"\n` +
      'Quick holds when "grace" is read "short"\n',
    right: `${exampleHead}${grace}Quick holds when "grace" is read "short"\n`,
  },
  TN4007: {
    slug: "choice-left-out",
    message: 'Nothing is said for the choice {missing} of "{reading}"',
    help: 'add a line for it, `"…": …`',
    explanation:
      "`as … is read` says for each choice of the reading what is so then. A choice left out would be a silent gap.",
    wrong: `${exampleHead}${grace}Days Left means as "grace" is read\n  "short": 3\n`,
    right: `${exampleHead}${grace}Days Left means as "grace" is read\n  "short": 3\n  "long": 10\n`,
  },
  TN4008: {
    slug: "reading-never-used",
    severity: "warning",
    message: 'Nothing depends on the reading "{name}"',
    help: "use it with `as … is read`, or describe the point in words with `our view`",
    explanation:
      "A reading that no clause looks at moves no figure: whoever chooses another way of reading it gets the same note.",
    wrong: `${exampleHead}${grace}`,
    right: `${exampleHead}${grace}Quick holds when "grace" is read "short"\n`,
  },
  TN4009: {
    slug: "exceptions-without-order",
    message: "Two exceptions to `{name}` can apply at once, and neither goes before the other",
    label: "this exception",
    help: "say in one of them `over:` and the section of the other, or make their conditions exclude one another",
    explanation:
      "While both conditions hold, the note would have two answers. One of the exceptions has to say that it goes before the " +
      "other. None is needed where one holds only while the other does not: where their conditions ask for different choices " +
      "of one reading, or one of them says `not` what the other says.",
    wrong:
      `${exampleHead}given Delisted: yes or no\ngiven Suspended: yes or no\nPrice means $1 per share\n` +
      'section 1 "Delisting"\nnotwithstanding Price\n  while: Delisted\n  it is: $0.50 per share\n' +
      'section 2 "Suspension"\nnotwithstanding Price\n  while: Suspended\n  it is: $0.75 per share\n',
    right:
      `${exampleHead}given Delisted: yes or no\ngiven Suspended: yes or no\nPrice means $1 per share\n` +
      'section 1 "Delisting"\nnotwithstanding Price\n  while: Delisted\n  it is: $0.50 per share\n' +
      'section 2 "Suspension"\nnotwithstanding Price\n  while: Suspended\n  it is: $0.75 per share\n  over: 1\n',
  },
  TN4010: {
    slug: "changes-collide",
    message: "Two changes of `{state}` collide whenever {when}",
    label: "this change",
    help: "keep one of them, or give each a condition",
    explanation:
      "All changes of one event see the state before it. Rises and falls add up, but a state that one line sets can't be set or " +
      "raised by another line of the same event: the order of lines in a template means nothing.",
    wrong: `${exampleHead}${notice}Paid starts at $0\nwhen Notice\n  Paid becomes its Amount\n  Paid rises by $1\n`,
    right: `${exampleHead}${notice}Paid starts at $0\nwhen Notice\n  Paid becomes its Amount + $1\n`,
  },
  TN4011: {
    slug: "two-powers-over-one-event",
    message: "Two powers let a party give `{event}`",
    help: "put their conditions into one power, or declare two events",
    explanation:
      "Conditions and limits of an event stand in one power, so that a refusal has one reason and a limit one place.",
    wrong: `${exampleHead}${notice}the Holder may give Notice\n  only if all of\n    (i) today is after Issue Date\nthe Borrower may give Notice\n  only if all of\n    (i) today is after Issue Date\n`,
    right: `${exampleHead}${notice}the Holder may give Notice\n  only if all of\n    (i) today is after Issue Date\n`,
  },
  TN4012: {
    slug: "limit-without-amount",
    message: "A power that has {found} says what it is asked for: `asking for:` is missing",
    help: "add `asking for:` with the figure of the event that the limit is about",
    explanation: "A limit cuts back or refuses a figure of the event. The power has to say which.",
    wrong: `${exampleHead}${notice}the Holder may give Notice\n  up to the least of\n    (i) $100\n    (ii) $200\n  beyond that: cut back\n`,
    right: `${exampleHead}${notice}${limited}  beyond that: cut back\n  giving: Accepted\n${taken}`,
  },
  TN4013: {
    slug: "nothing-said-beyond-limit",
    message: "The power to give `{event}` has a limit, but does not say what becomes of more than that",
    help: "add `beyond that: cut back` or `beyond that: void`",
    explanation:
      "A notice beyond a limit is either cut back to it or void as a whole. Contracts differ, so the template says which.",
    wrong: `${exampleHead}${notice}${limited}`,
    right: `${exampleHead}${notice}${limited}  beyond that: cut back\n  giving: Accepted\n${taken}`,
  },
  TN4014: {
    slug: "two-share-bases",
    message: "`{event}` is said twice to change the share basis",
    help: "keep one `share basis changes on {event} …`",
    explanation:
      "An event changes the share basis once: one expression says how many new shares stand for an old one. Other events, such as dividends in shares, may change it too, each once.",
    wrong: `${exampleHead}${split}share basis changes on Stock Split by its Ratio\nshare basis changes on Stock Split by its Ratio\n`,
    right: `${exampleHead}${split}share basis changes on Stock Split by its Ratio\n`,
  },
  TN4015: {
    slug: "no-note-head",
    message: "The template does not begin with the head of a note",
    help: 'write `note "…"` with `parties:` and `exists from:` below it',
    explanation: "The head names the note, its parties, and the deal term from whose date it exists.",
    wrong: "given Principal: money\n",
    right: `${exampleHead}given Principal: money\n`,
  },
  TN4016: {
    slug: "no-first-day",
    message: "The head of the note does not say from when it exists",
    help: "add `exists from:` with a deal term that is a date",
    explanation:
      "Events before that day do not belong to the note and are refused, so it has to be a deal term that is a date.",
    wrong: 'note "Example"\n  language: 1\n  parties: Borrower, Holder\n\ngiven Issue Date: date\n',
    right: exampleHead,
  },
  TN4017: {
    slug: "step-in-two-directions",
    message: "`the {which} … {relation}` has no answer: there is no {which} day on that side",
    help: "the first is `on or after` or `after` a date, the last `on or before` or `before` one",
    explanation:
      "Going forward from a date, there is a first day and no last one; going back, there is a last day before it and no first one.",
    wrong: `${exampleHead}Start means the last business day after Issue Date\n`,
    right: `${exampleHead}Start means the first business day after Issue Date\n`,
  },
  TN4018: {
    slug: "exceptions-in-circle",
    message: "The exceptions to `{name}` go before one another in a circle: {circle}",
    help: "take one of the `over:` lines out",
    explanation: "Each of the exceptions would go before itself.",
    wrong:
      `${exampleHead}given Delisted: yes or no\ngiven Suspended: yes or no\nPrice means $1 per share\n` +
      'section 1 "Delisting"\nnotwithstanding Price\n  while: Delisted\n  it is: $0.50 per share\n  over: 2\n' +
      'section 2 "Suspension"\nnotwithstanding Price\n  while: Suspended\n  it is: $0.75 per share\n  over: 1\n',
    right:
      `${exampleHead}given Delisted: yes or no\ngiven Suspended: yes or no\nPrice means $1 per share\n` +
      'section 1 "Delisting"\nnotwithstanding Price\n  while: Delisted\n  it is: $0.50 per share\n' +
      'section 2 "Suspension"\nnotwithstanding Price\n  while: Suspended\n  it is: $0.75 per share\n  over: 1\n',
  },
  TN4019: {
    slug: "choice-twice",
    message: '"{choice}" is listed twice',
    label: "listed again here",
    help: "keep one of the two",
    explanation: "Each choice is one way of reading a passage, one kind of a thing, or one arm of `as … is read`.",
    wrong: `${exampleHead}${grace}Days Left means as "grace" is read\n  "short": 3\n  "long": 10\n  "short": 5\n`,
    right: `${exampleHead}${grace}Days Left means as "grace" is read\n  "short": 3\n  "long": 10\n`,
  },
  TN4020: {
    slug: "account-without-first-day",
    message: "The account `{name}` accrues, but does not say from when",
    help: "add `from and including:` with a date",
    explanation:
      "Interest runs from a day on: the note says whether from its issue, from a closing, or from something else.",
    wrong: `${exampleHead}Principal Left starts at $100\naccount Interest owed by Borrower to Holder\n  accrues: 8% per year on Principal Left by actual/365\n`,
    right: `${exampleHead}Principal Left starts at $100\naccount Interest owed by Borrower to Holder\n  accrues: 8% per year on Principal Left by actual/365\n  from and including: Issue Date\n`,
  },
  TN4021: {
    slug: "unknown-language-version",
    message: "This is written in version {version} of the language, and only version {known} is known here",
    label: "another version",
    help: "write `language: {known}`, once the text is in that version",
    explanation:
      "A text says which version of the language it is written in, so that it never quietly means something else. A clause and " +
      "the note that uses it have to be of one version.",
    wrong: exampleHead.replace("language: 1", "language: 2"),
    right: exampleHead,
  },
  TN4022: {
    slug: "limit-without-effect",
    severity: "warning",
    message: "The limit on `{event}` changes nothing: what it leaves {found}",
    help: "name it with `giving:`, and let rules and values read that name in place of what was asked for",
    explanation:
      "A limit cuts back or voids what an event asks for, and gives what is left under a name. Nothing changes by the limit but " +
      "what reads that name.",
    wrong: `${exampleHead}${notice}${limited}  beyond that: cut back\n`,
    right: `${exampleHead}${notice}${limited}  beyond that: cut back\n  giving: Accepted\n${taken}`,
  },
  TN4023: {
    slug: "limit-passed-by",
    severity: "warning",
    message: "`its {asked}` is what `{event}` asks for; its limit leaves `its {giving}`",
    label: "passes the limit by",
    help: "write `its {giving}`",
    explanation:
      "A change by what was asked for goes on as if there were no limit, however little of it the limit leaves.",
    wrong: `${exampleHead}${notice}${limited}  beyond that: cut back\n  giving: Accepted\n${taken.replace("Accepted", "Amount")}`,
    right: `${exampleHead}${notice}${limited}  beyond that: cut back\n  giving: Accepted\n${taken}`,
  },
  TN4024: {
    slug: "owed-twice",
    severity: "warning",
    message: "What falls due on `{account}` is owed without a duty to pay it, and would be listed twice",
    help: "take the duty out",
    explanation:
      "Each amount that falls due on an account is owed by its debtor to its creditor on its own day, and `run` and `due` show it. " +
      "A duty to pay is for what no account keeps.",
    wrong: `${exampleHead}${fees}the Borrower must pay due Fees to Holder by today\n`,
    right: `${exampleHead}${fees}`,
  },
  TN4025: {
    slug: "payment-without-rest",
    severity: "hint",
    message: "Of `{event}`, what is more than `{last}` takes goes nowhere",
    label: "takes no more than is owed",
    help: "end with an account of the note itself, such as `then Fees`: it holds the rest for what is charged or accrues next, which accounts and states of several events do not",
    explanation:
      "A payment goes through its targets in their order. A state, and what is due on an account, take no more than they hold. What " +
      "is left over then is listed as held by the payee, and pays nothing. An account named without `due` holds the rest.",
    wrong: `${exampleHead}${paid}  its Amount is applied to due Fees\n`,
    right: `${exampleHead}${paid}  its Amount is applied to due Fees, then Fees\n`,
  },
  TN4026: {
    slug: "duty-never-performed",
    severity: "warning",
    message:
      "Nothing that happens makes `{amount}` less, so this duty is never performed: after its day it stays breached",
    label: "stays as it is",
    help: "name what is left of it: `due Fees` of an account that it is charged to and payments go to, or a state that falls as it is paid; or say `while` it is unpaid",
    explanation:
      "An amount that must be paid is performed as nothing of it is left. A figure that no event changes is the same after the payment as " +
      "before it, and is overdue for good.",
    wrong: `${exampleHead}Closing Fee means $500\nthe Borrower must pay Closing Fee to Holder by Issue Date called Fee Duty\n`,
    right: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nClosing Fee Left starts at $500\nwhen Fee Paid\n  Closing Fee Left falls by its Amount\nthe Borrower must pay Closing Fee Left to Holder by Issue Date called Fee Duty\n`,
  },
  TN4027: {
    slug: "accrued-taken-in-steps",
    severity: "warning",
    message:
      "`{account}` and `{base}`, on which it accrues, are taken from in two steps: `unpaid {account} on …` is too little from then on",
    label: "one step",
    help: "make both changes together: leave out the order, so that each reads what was there before",
    explanation:
      "Of what has accrued, Tenor keeps how much rests on principal that is still outstanding. Where a part of the principal goes, that becomes " +
      "less in proportion. In one step, what is converted or falls due with it is that very part; in two steps it is taken a second time.",
    wrong: `${exampleHead}event Call by Holder\n  Amount: money\nPrincipal starts at $500\naccount Interest owed by Borrower to Holder\n  accrues: 8% per year on Principal by actual/365\n  from and including: Issue Date\nwhen Call, in this order\n  (i) Interest is converted by unpaid Interest on its Amount\n  (ii) Principal falls by its Amount\n`,
    right: `${exampleHead}event Call by Holder\n  Amount: money\nPrincipal starts at $500\naccount Interest owed by Borrower to Holder\n  accrues: 8% per year on Principal by actual/365\n  from and including: Issue Date\nwhen Call\n  Interest is converted by unpaid Interest on its Amount\n  Principal falls by its Amount\n`,
  },
  TN4030: {
    slug: "deal-term-never-used",
    severity: "warning",
    message: "No clause uses the deal term `{name}`",
    help: "use it where the contract does, or take it out",
    explanation:
      "Whoever fills in the note gives this term a value, and the note is the same whatever it is. Mostly a clause was meant to " +
      "use it. What tests and scenarios say of it is no use.",
    wrong: `${exampleHead}given Floor Price: price\nsection 1 "Price"\nPrice means market close\n`,
    right: `${exampleHead}given Floor Price: price\nsection 1 "Price"\nPrice means the greater of market close and Floor Price\n`,
  },
  TN4031: {
    slug: "event-never-used",
    severity: "warning",
    message: "No clause looks at the event `{name}`: whenever it happens, nothing changes",
    help: "say what follows from it, as in `when {name}` or `for each {name}`, or take it out",
    explanation:
      "An event changes something by a rule (`when …`), gives values (`for each …`), is looked at by a condition (`has happened`), is " +
      "what a party may, must or must not do, or ends or answers another one. This one does none of that, so reporting it has no " +
      "effect. Mostly a clause was forgotten, or speaks of another event by mistake.",
    wrong: `${exampleHead}section 1 "Notices"\n${notice}Taken starts at $0\n`,
    right: `${exampleHead}section 1 "Notices"\n${notice}Taken starts at $0\nwhen Notice\n  Taken rises by its Amount\n`,
  },
  TN4045: {
    slug: "series-never-read",
    severity: "warning",
    message: "No clause reads the series `{name}`",
    help: "read it where the contract does, as in `{name} {column}`, or take it out",
    explanation:
      "A series is market data that clauses read. Where none reads it, a scenario need not have its file, and the note is the same " +
      "whatever is in it. Mostly a clause was meant to read it.",
    wrong: `${exampleHead}series Bid has close\nsection 1 "Fee"\nFee means $5\n`,
    right: `${exampleHead}series Bid has close\nsection 1 "Price"\nPrice means Bid close\n`,
  },
  TN4032: {
    slug: "section-without-clauses",
    severity: "warning",
    message: "Nothing stands under section {section}",
    label: "is empty",
    help: 'write its clauses below it, or what it says with `in words: "…"`; or take the heading out',
    explanation:
      "A heading opens a section, and what follows belongs to it up to the next one. Where nothing follows, a clause may stand " +
      "under another heading by mistake, or was forgotten.",
    wrong: `${exampleHead}section 1 "Price"\nPrice means market close\nsection 2 "Floor"\n`,
    right: `${exampleHead}section 1 "Price"\nPrice means market close\nsection 2 "Floor"\nin words: "the parties agree on a floor later"\n`,
  },
  TN4065: {
    slug: "day-count-without-periods",
    message: "{text} goes by interest periods, and nothing here says which",
    label: "which periods?",
    help: "end with `{text} every 6 months from D`, where D is a day on which a period begins",
    explanation:
      "By actual/actual ICMA a day is a part of its interest period, by actual/365L a period is divided by 365 or 366, and by " +
      "actual/actual AFB an account is taken period by period. The clause says how long they are and from which day they are counted, both ways.",
    wrong: `${exampleHead}given Principal: money\nCoupon means interest at 8% per year on Principal from and including Issue Date to but excluding today by actual/actual ICMA\n`,
    right: `${exampleHead}given Principal: money\nCoupon means interest at 8% per year on Principal from and including Issue Date to but excluding today by actual/actual ICMA every 6 months from Issue Date\n`,
  },
  TN4066: {
    slug: "periods-without-effect",
    message: "Interest periods make no difference to {text}",
    label: "without effect",
    help: "take the periods out, or write the day count that goes by them: actual/actual ICMA, actual/actual AFB or actual/365L",
    explanation:
      "Only these three day counts go by the interest periods of the contract. By all others a day counts the same wherever a period begins.",
    wrong: `${exampleHead}given Principal: money\nCoupon means interest at 8% per year on Principal from and including Issue Date to but excluding today by actual/360 every 6 months from Issue Date\n`,
    right: `${exampleHead}given Principal: money\nCoupon means interest at 8% per year on Principal from and including Issue Date to but excluding today by actual/360\n`,
  },
  TN4067: {
    slug: "length-of-interest-periods",
    message: "{text} do not go into a year",
    label: "not a part of a year",
    help: "write 1, 2, 3, 4, 6 or 12 months",
    explanation:
      "Day counts that go by interest periods divide by the number of periods in a year, so a whole number of them makes one.",
    wrong: `${exampleHead}given Principal: money\nCoupon means interest at 8% per year on Principal from and including Issue Date to but excluding today by actual/actual ICMA every 5 months from Issue Date\n`,
    right: `${exampleHead}given Principal: money\nCoupon means interest at 8% per year on Principal from and including Issue Date to but excluding today by actual/actual ICMA every 6 months from Issue Date\n`,
  },
  TN4060: {
    slug: "election-without-default",
    severity: "warning",
    message: "If no `{event}` is given, `{name}` has no value: what holds then is not said",
    label: "has no value without an election",
    help: "add what the contract says, as in `if none is made: VALUE`",
    explanation:
      "Who may elect may also be silent. Most contracts say what holds if no election is made in time, and `due` shows it as what " +
      "the power lapses to. Without it the value is missing until somebody elects.",
    wrong: `${exampleHead}${quarter}${elected}${election} called Form of Payment\n  electing: its Form\n${paidInShares}`,
    right: `${exampleHead}${quarter}${elected}${election} called Form of Payment\n  electing: its Form\n  if none is made: "cash"\n${paidInShares.replace('(its Form of Payment, or else "cash")', "its Form of Payment")}`,
  },
  TN4061: {
    slug: "election-without-name",
    message: "What is elected by `{event}` has no name",
    help: "give it one, in front of `electing:`, as in `called Form of Payment`",
    explanation:
      "An election decides something that other clauses go by. They read it under the name that stands behind `called`: what was " +
      "elected, or else what holds if no election is made.",
    wrong: `${exampleHead}${quarter}${elected}${election}\n  electing: its Form\n  if none is made: "cash"\n`,
    right: `${exampleHead}${quarter}${elected}${election} called Form of Payment\n  electing: its Form\n  if none is made: "cash"\n`,
  },
  TN4062: {
    slug: "default-without-election",
    message: "What holds if no `{event}` is given is said, but not what is elected by one",
    help: "add `electing:` and a value of the event",
    explanation:
      "`if none is made:` stands in for what an event elects. The line `electing:` says what that is, mostly a field of the event.",
    wrong: `${exampleHead}${quarter}${elected}${election} called Form of Payment\n  if none is made: "cash"\n`,
    right: `${exampleHead}${quarter}${elected}${election} called Form of Payment\n  electing: its Form\n  if none is made: "cash"\n`,
  },
  TN4063: {
    slug: "done-for-none",
    message: "`{event}` is to be given for each `{owner}`, but does not say for which one it is given",
    help: "declare it so: `event {event} for {owner}`",
    explanation:
      "Where something is to be done for each of several events, each time it is done must name the event that it is done for. An " +
      "event declared without `for`, or for another kind of event, names none, so it could never be said to have been done.",
    wrong: `${exampleHead}event Request by Holder\nevent Reply by Borrower\nfor each Request, the Borrower must give Reply by 5 days after its date called Answer\n`,
    right: `${exampleHead}event Request by Holder\nevent Reply for Request by Borrower\nfor each Request, the Borrower must give Reply by 5 days after its date called Answer\n`,
  },
  TN4050: {
    slug: "fixed-on-a-schedule",
    message: "`{name}` can't be fixed: a date of a schedule is no event at which that would be done",
    help: "write `means`; what is to be kept as a date comes is a state that `on each of` its schedule changes",
    explanation:
      "A value is fixed as an event is applied. The dates of a schedule are known from the beginning, and what is calculated for them " +
      "changes with what it is calculated from.",
    wrong: `${exampleHead}given Maturity Date: date\nCoupon Dates are every 2 months from but excluding Issue Date to and including Maturity Date\ngiven Fee: money\nDouble Fee for each of Coupon Dates is fixed as 2 * Fee\n`,
    right: `${exampleHead}given Maturity Date: date\nCoupon Dates are every 2 months from but excluding Issue Date to and including Maturity Date\ngiven Fee: money\nDouble Fee for each of Coupon Dates means 2 * Fee\n`,
  },
  TN4051: {
    slug: "two-places-in-a-day",
    message: "Section {section} has two places in the order of a day",
    help: "name it once",
    explanation:
      "`order on one day:` says which sections find what others have changed on the same day. With two places, a section would come " +
      "before and behind the same clauses.",
    wrong: `${exampleHead}section 2.1 "Payment"\nPaid starts at $0\non Issue Date\n  Paid becomes $5\nsection 2.2 "Base"\nBase starts at $0\non Issue Date\n  Base becomes Paid\norder on one day: 2.1, then 2.2, then 2.1\n`,
    right: `${exampleHead}section 2.1 "Payment"\nPaid starts at $0\non Issue Date\n  Paid becomes $5\nsection 2.2 "Base"\nBase starts at $0\non Issue Date\n  Base becomes Paid\norder on one day: 2.1, then 2.2\n`,
  },
  TN4052: {
    slug: "nothing-to-put-in-order",
    severity: "warning",
    message: "Nothing under section {section} changes anything, so it has no place in the order of a day",
    help: "name the section of the rule that is meant, or take this one out",
    explanation:
      "Only rules change something on a day: what stands under `when` or `on`. Definitions have no order; they are what they are at " +
      "every moment.",
    wrong: `${exampleHead}section 2.1 "Payment"\nPaid starts at $0\non Issue Date\n  Paid becomes $5\nsection 2.2 "Base"\nBase starts at $0\non Issue Date\n  Base becomes Paid\nsection 2.3 "Double"\nDouble Base means 2 * Base\norder on one day: 2.1, then 2.3\n`,
    right: `${exampleHead}section 2.1 "Payment"\nPaid starts at $0\non Issue Date\n  Paid becomes $5\nsection 2.2 "Base"\nBase starts at $0\non Issue Date\n  Base becomes Paid\nsection 2.3 "Double"\nDouble Base means 2 * Base\norder on one day: 2.1, then 2.2\n`,
  },
  TN4093: {
    slug: "another-day-here",
    severity: "warning",
    message: "{time} on {day} in {place} is {hereTime} on {hereDay} in {here}, by whose clock the note's times go",
    label: "another day",
    help: "if that day is not meant, correct the day or the time",
    explanation:
      "An event counts on the day that the clock of the note's own place shows. A report by the clock of another place may fall on the day " +
      "before or after.",
    wrong: `${placedHead}section 1 "Hour"\nHour for each Notice means its time, or else 12:00\ntest "in Tokyo"\n  with: Issue Date = 2025-01-02\n  on 2025-01-07 at 09:00 Tokyo: Notice "n"\n  expect: Hour of "n" is 19:00\n`,
    right: `${placedHead}section 1 "Hour"\nHour for each Notice means its time, or else 12:00\ntest "in London"\n  with: Issue Date = 2025-01-02\n  on 2025-01-07 at 09:00 London: Notice "n"\n  expect: Hour of "n" is 04:00\n`,
  },
  TN4094: {
    slug: "hour-of-the-change",
    severity: "warning",
    message: "On {day} the clock of {place} changes, and {time} {how}: it is read as {hereTime} on {hereDay} in {here}",
    label: "as the clock changes",
    help: "name a time before or after that hour, or the time by another clock",
    explanation:
      "As summer time begins, the clock goes from two to three, and a time between is none; it is read as if the clock had not changed. As it ends, " +
      "an hour comes twice; the first is meant.",
    wrong: `${placedHead}section 1 "Hour"\nHour for each Notice means its time, or else 12:00\ntest "as summer ends"\n  with: Issue Date = 2025-01-02\n  on 2025-11-02 at 01:30 Los Angeles: Notice "n"\n  expect: Hour of "n" is 03:30\n`,
    right: `${placedHead}section 1 "Hour"\nHour for each Notice means its time, or else 12:00\ntest "after it"\n  with: Issue Date = 2025-01-02\n  on 2025-11-02 at 12:30 Los Angeles: Notice "n"\n  expect: Hour of "n" is 15:30\n`,
  },
  TN4095: {
    slug: "clock-of-another-age",
    message: "The clocks of {place} and {here} are not both known on {day}",
    label: "a day outside the rules",
    help: "give the time by the clock of {here}, without a place",
    explanation:
      "The rules of clocks are known since 1987 in the United States, 1996 in Europe, 1952 in Tokyo, 1980 in Hong Kong, 1982 in Singapore, and 2008 in Sydney; later years are as the laws stand.",
    wrong: `${placedHead}section 1 "Hour"\nLate for each Notice holds when (its time, or else 12:00) is after 17:00 London on 1990-01-05\n`,
    right: `${placedHead}section 1 "Hour"\nLate for each Notice holds when (its time, or else 12:00) is after 17:00 London on 2010-01-05\n`,
  },
  TN4096: {
    slug: "day-that-moves-on",
    severity: "warning",
    message: "`{date}` may lie in the next {period}, and by then it has moved on: that day is missed",
    label: "moves on before it comes",
    help: "write the days as a schedule, `{schedule} are every 3 months from and including D to and including E, following`, and `on each of {schedule}`; or act on the day before it is moved, and name the later one behind `payable on`",
    explanation:
      "A rule of the calendar acts on a day that is its date on that very day. A date that is counted on from the end of the period of today, or " +
      "from the next anniversary, belongs to the next period as soon as this one is over. So the first business day on or after 31 March is " +
      "1 April only through 31 March; on 1 April it is a day after 30 June. The dates of a schedule are counted once, and stay.",
    wrong: `${exampleHead}Quarter End means the last day of the quarter of today\nReports Due starts at 0\non 3 days after Quarter End\n  Reports Due rises by 1\n`,
    right: `${exampleHead}Report Dates are every 3 months from and including 2024-04-03 to and including 2025-01-03\nReports Due starts at 0\non each of Report Dates\n  Reports Due rises by 1\n`,
  },
  TN4097: {
    slug: "day-known-too-late",
    severity: "warning",
    message:
      "`{state}` becomes today only as a day ends, and `on {date}` has been looked at by then: the rule misses that day",
    label: "goes by `{state}`",
    help: "let it act by a condition in place of the day: `when Due begins`, with `Due holds when today is on or after {date}`",
    explanation:
      "All that the calendar brings on one day reads the state before it, and conditions that begin come after it. A date that is set to " +
      "today there is a day that is over when the calendar is looked at next. A condition that begins is looked at until the day is settled.",
    wrong: `${exampleHead}given Test Date: date = 2024-06-03\nDue Day is a date, at first not set\non Test Date\n  Due Day becomes today\nCalls starts at 0\non Due Day\n  Calls rises by 1\n`,
    right: `${exampleHead}given Test Date: date = 2024-06-03\nDue Day is a date, at first not set\non Test Date\n  Due Day becomes today\nDue holds when Due Day is set and today is on or after Due Day\nCalls starts at 0\nwhen Due begins\n  Calls rises by 1\n`,
  },
  TN4098: {
    slug: "deadline-that-moves-on",
    severity: "warning",
    message: "`{date}` is counted from today, so on no day is it over: nothing is ever late by it",
    label: "moves on from day to day",
    help: "count it from a day that stays: a deal term, a state, `its date` of the event that it is owed for, or an event on each date of a schedule, `for each Payment Due, … by 5 days after its date`",
    explanation:
      "A last day is looked at anew each day. One that is counted from today, as the end of the quarter of today is, or the next date of a " +
      "schedule, lies ahead on every day; as it comes, the next day has another one. What is owed by it stays open, and a default that may be " +
      "cured by it never occurs.",
    wrong: `${exampleHead}event Report by Borrower\nQuarter End means the last day of the quarter of today\nthe Borrower must give Report by Quarter End called Reporting\n`,
    right: `${exampleHead}Quarter Ends are every 3 months from and including 2024-03-31 to and including 2024-12-31\n  month ends: kept\nevent Quarter Ended on each of Quarter Ends\nevent Report for Quarter Ended by Borrower\nfor each Quarter Ended, the Borrower must give Report by 30 days after its date called Reporting\n`,
  },
  TN4099: {
    slug: "power-over-before-it-begins",
    severity: "warning",
    message: "`{event}` may be given for a `{owner}` only from that one's own day on, and `{date}` is over by then",
    label: "before there is one to give it for",
    help: "let `{event}` say the day that it is about, `Payment Date: date`, in place of `for {owner}`, and ask for it in its power: `only if its date is on or before 10 days before its Payment Date`",
    explanation:
      "An event that is for another is given on the day of that one or later. A power that each event has through a day before its own " +
      "date can never be used. What is elected ahead of a payment date names that date in a field.",
    wrong: `${exampleHead}event Coupon Due on 2024-07-01\nevent Election for Coupon Due by Borrower\n  Form: "cash", "notes"\nfor each Coupon Due, the Borrower may give Election by 10 days before its date called Form of Coupon\n  electing: its Form\n  if none is made: "cash"\n`,
    right: `${exampleHead}event Election by Borrower\n  Payment Date: date\n  Form: "cash", "notes"\nthe Borrower may give Election\n  only if its date is on or before 10 days before its Payment Date, else "it is too late"\n`,
  },
  TN4084: {
    slug: "days-that-run-backwards",
    severity: "warning",
    message: "The days end before they begin, so there are none",
    label: "ends here",
    help: "exchange the two dates, or correct the one that is wrong",
    explanation:
      "From a date to an earlier one there are no days: their number and a sum over them are 0, interest is $0, and what is to hold on " +
      "every one of them holds. With both dates written out that is hardly meant.",
    wrong: `${exampleHead}Days of Grace means the number of days from and including 2024-06-30 to but excluding 2024-04-30\n`,
    right: `${exampleHead}Days of Grace means the number of days from and including 2024-04-30 to but excluding 2024-06-30\n`,
  },
  TN4150: {
    slug: "set-up-of-no-test",
    message: 'There is no test "{title}" that this one could continue',
    label: "no such test",
    explanation:
      "A test may continue another: it begins with the deal terms, readings, files and events of that one. The other test stands in the " +
      "same template, or in the file of stories beside it.",
    wrong: `${exampleHead}Principal starts at $0\ntest "first"\n  with: Issue Date = 2024-01-02\n  expect: Principal is $0\ntest "second"\n  continues: "frist"\n  expect: Principal is $0\n`,
    right: `${exampleHead}Principal starts at $0\ntest "first"\n  with: Issue Date = 2024-01-02\n  expect: Principal is $0\ntest "second"\n  continues: "first"\n  expect: Principal is $0\n`,
  },
  TN4151: {
    slug: "test-that-continues-itself",
    message: 'The test "{title}" continues itself',
    label: "leads back to this test",
    help: "continue a test that does not continue this one, or leave the line out",
    explanation: "Tests that continue one another in a circle have no beginning.",
    wrong: `${exampleHead}Principal starts at $0\ntest "first"\n  continues: "first"\n  with: Issue Date = 2024-01-02\n  expect: Principal is $0\n`,
    right: `${exampleHead}Principal starts at $0\ntest "first"\n  with: Issue Date = 2024-01-02\n  expect: Principal is $0\ntest "second"\n  continues: "first"\n  expect: Principal is $0\n`,
  },
  TN4152: {
    slug: "paid-before-it-is-posted",
    severity: "warning",
    message: "This may be payable before `{day}`, but `{account}` has it only from then on",
    label: "may come before the rule's own day",
    help: "let the rule act on the day of payment: name that day behind `on`; or charge it `on each of` a schedule, with no further condition",
    explanation:
      "A day of payment that is moved back, as by `modified following` at the end of a month, may come before the day on which the rule " +
      "acts. On the day of payment nothing is owed then, and what the rule posts is overdue at once. What accrues falls due in time, and so " +
      "is what is charged on each date of a schedule, where the amount and the days don't go by today or by prices, and the rule has no condition.",
    wrong: `${exampleHead}Quarter End means the last day of the quarter of today\naccount Fees owed by Borrower to Holder\non Quarter End\n  Fees is charged with $5 due on Quarter End, payable on (Quarter End, modified following)\n`,
    right: `${exampleHead}Payment Date means (the last day of the quarter of today), modified following\naccount Fees owed by Borrower to Holder\non Payment Date\n  Fees is charged with $5 due on Payment Date\n`,
  },
  TN4153: {
    slug: "power-of-a-quotient",
    severity: "warning",
    message:
      "The exponent `{exponent}` may be no whole number, and then the power has no value: nothing says how it is rounded",
    label: "rounded to what?",
    help: "put the power in brackets and say how it is rounded: `(… to the power of ({exponent})), rounded half up to 0.0000000001`",
    explanation:
      "Figures are exact until a clause rounds them, and a power with a part of a year as its exponent is mostly no fraction. Unrounded, it " +
      "has a value only on the days on which the exponent happens to be whole. Where it always is, round the exponent to 1 instead.",
    wrong: `${exampleHead}Worth means $105 / (105% to the power of ((today - Issue Date) / 365))\n`,
    right: `${exampleHead}Worth means $105 / ((105% to the power of ((today - Issue Date) / 365)), rounded half up to 0.0000000001)\n`,
  },
  TN4110: {
    slug: "outside-a-plan",
    message: "This belongs to a plan, and stands before the head of any",
    label: "of which plan?",
    help: 'put `plan "…"` above it',
    explanation:
      'A plan opens with its name, `plan "fees"`. Its rules, what it sells, its price impact and its signals stand behind that line, up to the next plan.',
    wrong: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\non each day, the Borrower gives Fee Paid, Amount being $5\n`,
    right: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nplan "fees"\non each day, the Borrower gives Fee Paid, Amount being $5\n`,
  },
  TN4111: {
    slug: "plan-changes-the-note",
    message: "A plan says what is done under the note, and can't change what the note says",
    label: "of the note",
    help: "put it above the plans, into the template",
    explanation:
      "Behind the head of a plan stand its rules, deal terms that are its parameters, definitions, states that it keeps, signals, sales " +
      "and price impact. Whatever else says how the note works, and would make it another note for as long as the plan runs.",
    wrong: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nFees starts at $0\nplan "fees"\nwhen Fee Paid\n  Fees rises by its Amount\non each day, the Borrower gives Fee Paid, Amount being $5\n`,
    right: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nFees starts at $0\nwhen Fee Paid\n  Fees rises by its Amount\nplan "fees"\non each day, the Borrower gives Fee Paid, Amount being $5\n`,
  },
  TN4112: {
    slug: "opening-at-the-close",
    message: "`{event}` opens its day, so it can't be given at the close",
    label: "at the close",
    help: "let the rule decide as the day opens: leave out `at the close`",
    explanation:
      "What opens a day comes before everything else of it. At the close the day has passed, and nothing can come before it any more.",
    wrong: `${exampleHead}event Stock Split by Borrower\n  Ratio: number\nshare basis changes on Stock Split by its Ratio\nplan "splits"\non each day at the close, the Borrower gives Stock Split, Ratio being 2\n`,
    right: `${exampleHead}event Stock Split by Borrower\n  Ratio: number\nshare basis changes on Stock Split by its Ratio\nplan "splits"\non each day, the Borrower gives Stock Split, Ratio being 2\n`,
  },
  TN4113: {
    slug: "said-twice-in-a-plan",
    message: "{what} is said twice",
    label: "again",
    help: "keep one; or, of two plans, give one another name",
    explanation:
      "A file names each of its plans once. In each, one sentence says what is sold, and one says how that moves the price.",
    wrong: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nplan "fees"\non each day, the Borrower gives Fee Paid, Amount being $5\nplan "fees"\non each day, the Borrower gives Fee Paid, Amount being $6\n`,
    right: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nplan "fees"\non each day, the Borrower gives Fee Paid, Amount being $5\nplan "higher fees"\non each day, the Borrower gives Fee Paid, Amount being $6\n`,
  },
  TN4114: {
    slug: "left-in-a-state-of-the-note",
    message: "`{name}` is a state of the note: a sale can't change it",
    label: "of the note",
    help: "write `{name} Left starts at 0 shares, restated for splits` behind the head of the plan, and name that",
    explanation:
      "How many shares are left to be sold is the plan's own matter. The state that holds it stands behind the head of the plan.",
    wrong: `${exampleHead}Left Shares starts at 0 shares, restated for splits\nplan "sales"\nthe Holder sells 100 shares, at most 10 shares, at $1 per share, leaving Left Shares\n`,
    right: `${exampleHead}plan "sales"\nLeft Shares starts at 0 shares, restated for splits\nthe Holder sells 100 shares, at most 10 shares, at $1 per share, leaving Left Shares\n`,
  },
} as const satisfies Readonly<Record<`TN4${number}`, WrittenEntry>>;
