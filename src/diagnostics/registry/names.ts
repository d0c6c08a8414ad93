import type { WrittenEntry } from "./entry.ts";
import { exampleHead, headInTwoCurrencies, placedHead } from "./example-head.ts";

const report =
  'section 5.2 "Reports"\nevent Report by Borrower\nthe Borrower must give Report by 30 days after Issue Date called Reporting\n';

const twoEvents = "event Missed Payment\nevent Missed Report\n";
const owed = `${twoEvents}Fees Owed starts at $0\n`;
const fee = 'clause "fee"\ntakes Cause: event\nchanges Fees: money\nwhen Cause\n  Fees rises by $5\n';

/** Band 2: a name that means nothing, or two things. */
export const names = {
  TN2001: {
    slug: "unknown-name",
    message: "Nothing is called `{name}`",
    label: "not defined in this template",
    explanation:
      "Each name has to be a deal term, a definition, a state, an event or a field of the template, or come from a clause " +
      "that it uses. Names are compared to the letter, capitals included.",
    wrong: `${exampleHead}given Principal: money\nHalf means 50% * Principle\n`,
    right: `${exampleHead}given Principal: money\nHalf means 50% * Principal\n`,
  },
  TN2002: {
    slug: "declared-twice",
    message: "`{name}` is declared twice",
    label: "declared again here",
    help: "give one of the two another name, or keep only one",
    explanation:
      "A defined term has one meaning. Two clauses that define the same name would leave open which of them counts. A rule " +
      "that displaces another one is written as an exception, with `notwithstanding`.",
    wrong: `${exampleHead}Floor Price means $0.04 per share\nFloor Price means $0.05 per share\n`,
    right: `${exampleHead}Floor Price means $0.04 per share\nOther Price means $0.05 per share\n`,
  },
  TN2003: {
    slug: "unknown-part-of-event",
    message: "`{event}` has nothing called `{name}`",
    label: "not a field or a value of `{event}`",
    help: "give the event such a field, define it with `{name} for each {event} means …`, or name what the event has",
    explanation:
      "`its` and `'s` speak of what an event has: the fields that are declared under it, the values that are defined for each " +
      "of it, its date and time, and the events that are declared `for` it.",
    wrong: `${exampleHead}event Payment\n  Amount: money\nShare for each Payment means 50% * its Amont\n`,
    right: `${exampleHead}event Payment\n  Amount: money\nShare for each Payment means 50% * its Amount\n`,
  },
  TN2004: {
    slug: "its-without-event",
    message: "`{text}` is written where no event is spoken of",
    help: "say of which event: `for each …` behind the name that is defined, or `over … events` in a sum",
    explanation:
      "`its` stands for the event that a statement is about: the one in `when`, in `for each`, or in `over … events`. A " +
      "definition that belongs to the note alone is about none.",
    wrong: `${exampleHead}event Payment\n  Amount: money\nHalf means 50% * its Amount\n`,
    right: `${exampleHead}event Payment\n  Amount: money\nHalf for each Payment means 50% * its Amount\n`,
  },
  TN2005: {
    slug: "value-of-each-event",
    message: "`{name}` is a value of each `{event}`, not of the note",
    help: "write `its {name}`, or `the sum of its {name} over {event} events`",
    explanation:
      "The value exists once for each occurrence of the event, so its name alone does not say which is meant. Behind `its`, it " +
      "is that of the event spoken of; a sum, an average or a highest takes those of all events.",
    wrong: `${exampleHead}event Payment\n  Amount: money\nFee for each Payment means 1% * its Amount\nFees means Fee\n`,
    right:
      `${exampleHead}event Payment\n  Amount: money\nFee for each Payment means 1% * its Amount\n` +
      "Fees means the sum of its Fee over Payment events\n",
  },
  TN2006: {
    slug: "unknown-event",
    message: "No event is called `{name}`",
    help: "declare it with `event {name}`, or name an event that is declared",
    explanation: "What happens to a note is declared with `event` and its fields, before rules and powers speak of it.",
    wrong: `${exampleHead}event Payment\n  Amount: money\nPaid starts at $0\nwhen Paymant\n  Paid rises by $1\n`,
    right: `${exampleHead}event Payment\n  Amount: money\nPaid starts at $0\nwhen Payment\n  Paid rises by its Amount\n`,
  },
  TN2007: {
    slug: "unknown-party",
    message: "`{name}` is not a party to the note",
    explanation: "The parties are listed in the head of the note, behind `parties:`.",
    wrong: `${exampleHead}event Payment by Lender\n  Amount: money\n`,
    right: `${exampleHead}event Payment by Borrower\n  Amount: money\n`,
  },
  TN2008: {
    slug: "unknown-reading",
    message: 'No reading is called "{name}"',
    help: 'declare it with `reading "{name}"`, or name a reading that is declared',
    explanation:
      "A passage that can be read in several ways is declared with `reading`, its choices and the one chosen.",
    wrong: `${exampleHead}Late holds when "grace" is read "long"\n`,
    right:
      `${exampleHead}reading "grace"\n  passage: "within a reasonable time"\n  choices: "short", "long"\n  chosen: "short"\n` +
      'Late holds when "grace" is read "long"\n',
  },
  TN2009: {
    slug: "unknown-choice",
    message: '"{choice}" is not one of the choices of {of}',
    explanation: "The choices are those of the declaration, to the letter.",
    wrong: `${exampleHead}event Change\n  Kind: "merger", "sale"\nSold for each Change holds when its Kind is "sail"\n`,
    right: `${exampleHead}event Change\n  Kind: "merger", "sale"\nSold for each Change holds when its Kind is "sale"\n`,
  },
  TN2010: {
    slug: "unknown-section",
    message: "There is no {what} under section {section}",
    help: "name a section that has one, or leave the section out",
    explanation: "`of`, `under` and `over` name the section whose heading stands above the clause that is meant.",
    wrong:
      `${exampleHead}given Delisted: yes or no\nsection 1.1 "Price"\nPrice means $1 per share\n` +
      "notwithstanding Price of 1.2\n  while: Delisted\n  it is: 50% * Price under 1.1\n",
    right:
      `${exampleHead}given Delisted: yes or no\nsection 1.1 "Price"\nPrice means $1 per share\n` +
      "notwithstanding Price of 1.1\n  while: Delisted\n  it is: 50% * Price under 1.1\n",
  },
  TN2011: {
    slug: "wrong-sort-of-name",
    message: "`{name}` is {found}, but {expected} belongs here",
    help: "name another, or say what of it is meant",
    explanation:
      "Deal terms and definitions are calculated, states change with `becomes`, `rises by` and `falls by`, accounts take " +
      "postings and are asked for as `unpaid`, `due` or `accruing`, and events happen. Each stands in its own places.",
    wrong: `${exampleHead}event Payment\nPaid means $0\nwhen Payment\n  Paid rises by $1\n`,
    right: `${exampleHead}event Payment\nPaid starts at $0\nwhen Payment\n  Paid rises by $1\n`,
  },
  TN2012: {
    slug: "unknown-column",
    message: "The market data have no column `{column}`",
    help: "write one of open, high, low, close, vwap and volume, or declare the market data with its columns: `series Stock has {column}`",
    explanation:
      "A row of market data has the day's open, high, low, close and vwap, which are prices, and its volume in shares. A note that reads " +
      "other columns, or several files, declares them: `series Bid has close`, and then `Bid close`.",
    wrong: `${exampleHead}Trading Price means market bid\n`,
    right: `${exampleHead}Trading Price means market low\n`,
  },
  TN2013: {
    slug: "this-of-another-event",
    message: "`this {event}` is written in a statement that is about {found}",
    help: "name the event that the statement is about, or go through a field or an event tied to it",
    explanation:
      "`this` and the name of an event stand for the event of the statement's head, also inside a sum over events, where `its` " +
      "already means the event that is summed.",
    wrong:
      `${exampleHead}event Payment\n  Amount: money\nevent Sale\n` +
      "Fee for each Payment means 1% * this Sale's Amount\n",
    right:
      `${exampleHead}event Payment\n  Amount: money\nevent Sale\n` +
      "Fee for each Payment means 1% * this Payment's Amount\n",
  },
  TN2014: {
    slug: "unknown-role",
    message: 'No role is called "{role}"',
    explanation:
      "Roles come from a small published list, so that notes can be set side by side whatever they call their values: price " +
      "of conversion, principal left, interest due, shares owed and the others in docs/language.md.",
    wrong: `${exampleHead}Price means $1 per share\nrole "conversion price": Price\n`,
    right: `${exampleHead}Price means $1 per share\nrole "price of conversion": Price\n`,
  },
  TN2098: {
    slug: "role-of-note-and-events",
    severity: "warning",
    message:
      '"{role}" is marked for `{other}` of the note, and for `{name}` of each `{owner}`: totals count `{other}` alone',
    label: "not counted in totals",
    help: "mark one value that adds both up; where `{other}` has it already, take this line out",
    explanation:
      "What is owed in all, and the holder's part of the shares, add up the values of a role. Where the note has one and its events have " +
      "others, the note's may be their total, so that each amount would count twice. So those of the events are shown, and not added.",
    wrong: `${exampleHead}event Tranche Drawn by Borrower\n  Amount: money\nTerm Loan starts at $500\nOutstanding for each Tranche Drawn starts at its Amount\nrole "principal left": Term Loan\nrole "principal left": Outstanding\n`,
    right: `${exampleHead}event Tranche Drawn by Borrower\n  Amount: money\nTerm Loan starts at $500\nOutstanding for each Tranche Drawn starts at its Amount\nAll Principal means Term Loan + (the total of its Outstanding for each Tranche Drawn)\nrole "principal left": All Principal\n`,
  },
  TN2099: {
    slug: "role-of-an-event-value",
    severity: "warning",
    message: 'No position shows "{role}" of each `{owner}`: `{name}` is neither a state nor an account',
    label: "in no position and no total",
    help: "mark their total, a value of the note: `All {name} means the total of its {name} for each {owner}`",
    explanation:
      "A position lists the values of the note, and the states and accounts that events have. What is worked out for each event anew, or " +
      "fixed as it is applied, is not among them, so a debt marked like that would be in no total.",
    wrong: `${exampleHead}event Note Issued by Borrower\n  Amount: money\nAccrued for each Note Issued means interest at 8% per year on its Amount from and including its date to but excluding today by actual/365\nrole "interest": Accrued\n`,
    right: `${exampleHead}event Note Issued by Borrower\n  Amount: money\nAccrued for each Note Issued means interest at 8% per year on its Amount from and including its date to but excluding today by actual/365\nAll Accrued means the total of its Accrued for each Note Issued\nrole "interest": All Accrued\n`,
  },
  TN2015: {
    slug: "its-means-two-things",
    message: "`its {name}` could mean two things for `{event}`: its own `{name}`, or the event of that name",
    help: "give one of the two another name",
    explanation:
      "Behind `its`, an event has its fields and values, and also the events that are declared `for` it or that it is " +
      "declared `for`. A field or value with the name of such an event hides it.",
    wrong: `${exampleHead}event Notice\n  Answer: date\nevent Answer for Notice\n`,
    right: `${exampleHead}event Notice\n  Answer Date: date\nevent Answer for Notice\n`,
  },
  TN2016: {
    slug: "unknown-id",
    message: 'No event of this test has the id "{id}"',
    help: "give the event that is meant this id, or name the id of one that is listed",
    explanation: "An event of a test gets its id in quotes behind its name; `for` and `of` name events by it.",
    wrong:
      `${exampleHead}event Payment\n  Amount: money\nFee for each Payment means 1% * its Amount\n` +
      'test "fee"\n  with: Issue Date = 2024-01-01\n  on 2024-02-01: Payment "p1", Amount $100\n' +
      '  expect: Fee of "p2" is $1\n',
    right:
      `${exampleHead}event Payment\n  Amount: money\nFee for each Payment means 1% * its Amount\n` +
      'test "fee"\n  with: Issue Date = 2024-01-01\n  on 2024-02-01: Payment "p1", Amount $100\n' +
      '  expect: Fee of "p1" is $1\n',
  },
  TN2017: {
    slug: "unknown-clause",
    message: 'There is no clause "{clause}" to use',
    label: "not in the library",
    help: 'clauses are kept in a folder `library` beside the template; `from "…"` names another file',
    explanation:
      "`use` takes a clause that several notes share from the library, by its title. The file of a clause has its title as " +
      'its name, with hyphens for blanks: the clause "full ratchet" is in `library/full-ratchet.tenor`. Those that have a line ' +
      "`also known as:` are found by other names too.",
    wrong: `${exampleHead}use "no such clause"\n`,
    right: `${exampleHead}given Principal: money\n`,
  },
  TN2018: {
    slug: "binding-missing",
    message: 'The clause "{clause}" takes `{name}`, and nothing is named for it',
    label: "used here",
    help: "add a line `{name}: …`",
    explanation:
      "A clause says what it takes: figures, events, states. A note that uses it names its own for each of them, one a line.",
    clause: 'clause "double"\ntakes Base Amount: money\ngives Doubled\nDoubled means 2 * Base Amount\n',
    wrong: `${exampleHead}given Principal: money\nuse "double"\n  Doubled: Double Principal\n`,
    right: `${exampleHead}given Principal: money\nuse "double"\n  Base Amount: Principal\n  Doubled: Double Principal\n`,
  },
  TN2019: {
    slug: "binding-unknown",
    message: 'The clause "{clause}" neither takes nor gives `{name}`, or it is named twice',
    label: "not a name of the clause",
    explanation: "Each line of a `use` opens with a name that the clause takes, changes or gives, and each once.",
    clause: 'clause "double"\ntakes Base Amount: money\ngives Doubled\nDoubled means 2 * Base Amount\n',
    wrong: `${exampleHead}given Principal: money\nuse "double"\n  Base Amount: Principal\n  Double: Double Principal\n`,
    right: `${exampleHead}given Principal: money\nuse "double"\n  Base Amount: Principal\n  Doubled: Double Principal\n`,
  },
  TN2020: {
    slug: "binding-not-a-name",
    message: 'The clause "{clause}" needs a name for `{name}`, not a value',
    label: "this is calculated, not named",
    help: "give the value a name of its own with `… means …`, and name that",
    explanation:
      "Events, states and accounts are things that a clause refers to, and what it gives gets a name: a sum or a figure " +
      "cannot stand there. A figure that the clause only reads may be any value.",
    clause: 'clause "double"\ntakes Base Amount: money\ngives Doubled\nDoubled means 2 * Base Amount\n',
    wrong: `${exampleHead}given Principal: money\nuse "double"\n  Base Amount: Principal\n  Doubled: 2 * Principal\n`,
    right: `${exampleHead}given Principal: money\nuse "double"\n  Base Amount: 3 * Principal\n  Doubled: Double Principal\n`,
  },
  TN2021: {
    slug: "clause-uses-itself",
    message: 'The clause "{clause}" uses itself, directly or through others',
    help: "take out the use that leads back to the clause",
    explanation: "A clause may use other clauses, but a chain of uses has to end.",
    clause: 'clause "endless"\nuse "endless"\n',
    wrong: `${exampleHead}use "endless"\n`,
    right: `${exampleHead}given Principal: money\n`,
  },
  TN2022: {
    slug: "gift-undefined",
    message: "The clause gives `{name}`, but nothing in it defines that",
    label: "not defined in the clause",
    help: "define `{name}` in the clause, or take it out of what the clause gives",
    explanation:
      "What a clause gives is a definition, a state, an account or an event of the clause, under its name there. Where it is " +
      "calculated for each event of a kind, `gives` says so too.",
    wrong: 'clause "double"\n  language: 1\ntakes Base Amount: money\ngives Twice\nDoubled means 2 * Base Amount\n',
    right: 'clause "double"\n  language: 1\ntakes Base Amount: money\ngives Doubled\nDoubled means 2 * Base Amount\n',
  },
  TN2023: {
    slug: "section-with-two-titles",
    severity: "warning",
    message: "Two sections have the number {section}",
    label: "under another title here",
    help: "correct the number or the title of one of the two",
    explanation:
      "Every answer and every refusal cites the section of its clause. Two sections of one number can't be distinguished, and what " +
      "stands under the second heading is mostly meant for another number. A heading of the same title goes on with its section.",
    wrong: `${exampleHead}section 2.1 "Price"\nPrice means market close\nsection 2.1 "Floor"\nFloor means market low\n`,
    right: `${exampleHead}section 2.1 "Price"\nPrice means market close\nsection 2.2 "Floor"\nFloor means market low\n`,
  },
  TN2035: {
    slug: "unknown-series",
    message: "No series is called `{name}`",
    help: "declare it with the columns that the note reads, as in `series {name} has close`",
    explanation:
      "A lower-case word behind a name reads a column of that series: `Bid close` is the close of the series `Bid`. What series a " +
      "note reads, and their columns, it declares.",
    wrong: `${exampleHead}series Bid has close\nPrice means Bit close\n`,
    right: `${exampleHead}series Bid has close\nPrice means Bid close\n`,
  },
  TN2036: {
    slug: "unknown-column-of-series",
    message: "The series `{series}` has no column `{column}`",
    help: "write one of its columns, or add this one to its declaration",
    explanation:
      "A clause reads the columns that a series is declared with. Each scenario says which file they are in.",
    wrong: `${exampleHead}series Stock has low, close\nPrice means Stock vwap\n`,
    right: `${exampleHead}series Stock has low, close, vwap\nPrice means Stock vwap\n`,
  },
  TN2037: {
    slug: "market-beside-series",
    message: "`market {column}` belongs to a note that declares no series; this one declares `{series}`",
    help: "write the name of the series in place of `market`",
    explanation:
      "A note that reads one file of market data may leave it without a name, and read its columns as `market close`. Where a note " +
      "declares its series, each clause says which of them it reads.",
    wrong: `${exampleHead}series Stock has close\nPrice means market close\n`,
    right: `${exampleHead}series Stock has close\nPrice means Stock close\n`,
  },
  TN2038: {
    slug: "column-declared-twice",
    message: "The series `{series}` has the column `{column}` twice",
    help: "take one of the two out",
    explanation: "The columns of a series are known by their names.",
    wrong: `${exampleHead}series Stock has close, low, close\nPrice means Stock close\n`,
    right: `${exampleHead}series Stock has close, low\nPrice means Stock close\n`,
  },
  TN2039: {
    slug: "trading-days-of-several-series",
    message: "The note has the series {series}, and does not say whose days the trading days are",
    help: "add `trading days: {first}` to the head of the note, or the name of another series",
    explanation:
      "A trading day is a day with a row in the market data. Where a note reads several series, a day may have a row in one of them and " +
      "none in another, so the head says which one counts: mostly that of the stock.",
    wrong:
      `${exampleHead}series Stock has close\nseries Rate has fixing\n` +
      "Price means the average of Stock close * Rate fixing over 5 trading days ending today\n",
    right:
      'note "Example"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n  trading days: Stock\n\n' +
      "given Issue Date: date\nseries Stock has close\nseries Rate has fixing\n" +
      "Price means the average of Stock close * Rate fixing over 5 trading days ending today\n",
  },
  TN2024: {
    slug: "unread-name-one-slip-off",
    severity: "warning",
    message: "Nothing reads `{name}`, which is one letter off `{other}`",
    label: "misspelt?",
    help: "write `{other}` if that is meant, or else a name that can't be taken for it",
    explanation:
      "A value that nothing reads is fine: somebody may ask for it. But where its name is one letter off another one of the same kind, " +
      "it mostly was to be that one. A default of a misspelt kind occurs, and no clause that looks for defaults knows of it.",
    wrong:
      `${exampleHead}given Owed: money\nDefault occurs\n  when Owed is more than $5\nDefualt occurs\n  when Owed is less than $1\n` +
      "Accelerated means Default\n",
    right:
      `${exampleHead}given Owed: money\nDefault occurs\n  when Owed is more than $5\nDefault occurs\n  when Owed is less than $1\n` +
      "Accelerated means Default\n",
  },
  TN2025: {
    slug: "event-named-twice-in-a-use",
    message: "`{name}` names the event `{event}` twice",
    label: "the same event again",
    help: "name it once",
    explanation:
      "A use for several events puts the clause there once for each of them. For an event that is named twice, all that the clause says would happen twice.",
    clause: fee,
    wrong: `${exampleHead}${owed}use "fee"\n  Cause: Missed Payment or Missed Payment\n  Fees: Fees Owed\n`,
    right: `${exampleHead}${owed}use "fee"\n  Cause: Missed Payment or Missed Report\n  Fees: Fees Owed\n`,
  },
  TN2026: {
    slug: "one-event-in-a-use",
    message: 'The clause "{clause}" takes one event for `{name}` here: {because}',
    label: "several events",
    help: "write a use for each of the events, with names of its own",
    explanation:
      "A use may name several events with `or`, and stands for one use for each; its other lines are the same in all of them. So only one line may " +
      "name several, and what the clause gives has to be a value of each of these events, or a default, which may have several conditions.",
    clause:
      'clause "latest"\ntakes Cause: event\ngives Latest\nLatest starts at no\nwhen Cause\n  Latest becomes yes\n',
    wrong: `${exampleHead}${twoEvents}use "latest"\n  Cause: Missed Payment or Missed Report\n  Latest: Anything Missed\n`,
    right: `${exampleHead}${twoEvents}use "latest"\n  Cause: Missed Payment\n  Latest: Payment Missed\nuse "latest"\n  Cause: Missed Report\n  Latest: Report Missed\n`,
  },
  TN2050: {
    slug: "nothing-to-breach",
    message: "Under {section} there is nothing, under a name, that the {party} must do or must not do",
    help: "name the section of a duty or a prohibition of the {party}, and give it a name with `called`",
    explanation:
      "A party is in breach of a section where something that it must do by it is overdue, or something that it must not do has " +
      "been done or is so. What has no name is not looked at.",
    wrong: `${exampleHead}${report}Defaulting holds when the Borrower is in breach of 5.3\n`,
    right: `${exampleHead}${report}Defaulting holds when the Borrower is in breach of 5.2\n`,
  },
  TN2040: {
    slug: "previous-without-schedule",
    message: "`{text}` has no date of a schedule that one could come before",
    help: "use it in a value `for each of` a schedule, or in a sum over its dates",
    explanation:
      "The dates of a schedule have an order that is known from the beginning, so that each can look at the one before it. What " +
      "came before an event is found with `the last of … events where (…)`.",
    wrong: `${exampleHead}event Payment\n  Amount: money\nRise for each Payment means its Amount - (its previous Amount, or else $0)\n`,
    right: `${exampleHead}given Maturity Date: date\nCoupon Dates are every 2 months from but excluding Issue Date to and including Maturity Date\nGrowth for each of Coupon Dates means (its previous Growth, or else 1) * 1.01\n`,
  },
  TN2065: {
    slug: "unknown-scope-reason",
    message: "`{reason}` is no reason to leave a sentence out of scope",
    label: "no such reason",
    help: "{reasons}",
    explanation:
      "What a contract says and a template does not compute is said in words, or left out for one of a few reasons that every reader " +
      "knows, so that nobody has to wonder whether a sentence was forgotten.",
    wrong: `${exampleHead}section 1.2\nsentence 1 is out of scope: "recital"\n`,
    right: `${exampleHead}section 1.2\nsentence 1 is out of scope: "recital or form"\n`,
  },
  TN2055: {
    slug: "calendar-file-in-a-clause",
    message: "A phrase names a calendar that is built in, but `{name}` is a file",
    label: "a file",
    help: "name the file in the head of the note, `business days:`, and write `business days` here",
    explanation:
      "The head of a note names the calendar of its business days: a built-in one, several joined, or a file. So may a scenario or a test. " +
      'A phrase that counts by another calendar names a built-in one: `2 "london and us-bank" business days before Fixing Date`.',
    wrong: `${exampleHead}Deadline means 5 "oslo.csv" business days after Issue Date\n`,
    right: `${exampleHead}Deadline means 5 "oslo" business days after Issue Date\n`,
  },
  TN2095: {
    slug: "unknown-clock",
    message: "No clock is known of `{place}`",
    label: "this place",
    help: "name a place whose clock is known, such as New York or London",
    explanation:
      "A time at another place is turned into the time of the note's own place by the rules for the clocks of both, summer time among " +
      "them. They are known of the places where the parties and the markets of such notes are.",
    wrong: `${placedHead}section 1 "Hour"\nLate for each Notice holds when its date is today and (17:00 Gotham on its date) is after 12:00\n`,
    right: `${placedHead}section 1 "Hour"\nLate for each Notice holds when its date is today and (17:00 London on its date) is after 12:00\n`,
  },
  TN2096: {
    slug: "clock-of-the-note-unsaid",
    message:
      "A time is given by the clock of {place}, and the note names no place whose clock is known for its own times",
    label: "the clock of another place",
    help: 'write a known place of the note\'s own times into its head, such as `times are in: "New York"`',
    explanation:
      "Times are compared with times that events were reported at. The clock of another place shows another time, so it has to be known " +
      "whose clock shows the note's own.",
    wrong: `${exampleHead}event Notice by Holder\nsection 1 "Hour"\nLate for each Notice holds when (17:00 London on its date) is after 12:00\n`,
    right: `${placedHead}section 1 "Hour"\nLate for each Notice holds when (17:00 London on its date) is after 12:00\n`,
  },
  TN2070: {
    slug: "unknown-currency",
    message: "`{code}` is not the code of a currency",
    label: "no such currency",
    help: "write its code of three letters, such as `EUR` or `NOK`",
    explanation:
      "The head of a note names its currencies by their codes in ISO 4217. Amounts are then written with the code or with the sign: " +
      "`EUR 100`, `€100`, `NOK 100`.",
    wrong: exampleHead.replace("  exists", "  currencies: Euro\n  exists"),
    right: exampleHead.replace("  exists", "  currencies: EUR\n  exists"),
  },
  TN2071: {
    slug: "currency-not-named",
    message: "This is in {code}, but the note is in {known}",
    label: "in {code}",
    help: "name the currency in the head, in the line `currencies:`",
    explanation: "Every currency of a note is named in its head. A note whose head names none is in US dollars.",
    wrong: `${exampleHead}Fee means €500\n`,
    right: `${headInTwoCurrencies}Fee means €500\n`,
  },
  TN2072: {
    slug: "currency-named-twice",
    message: "The head names `{code}` twice",
    label: "again",
    help: "leave one of them out",
    explanation: "Each currency of a note is named once in its head.",
    wrong: exampleHead.replace("  exists", "  currencies: EUR, EUR\n  exists"),
    right: exampleHead.replace("  exists", "  currencies: EUR, NOK\n  exists"),
  },
  TN2090: {
    slug: "sentence-of-a-use",
    severity: "warning",
    message: 'This is not what the clause "{clause}" says of what is named below',
    label: "another sentence",
    explanation:
      "Behind `says:` a use has the sentence of its clause, with the note's own names and figures in it, so that a reader sees what holds " +
      "without opening the clause. It is compared with the names and figures below it.",
    clause:
      'clause "double"\n  sentence: "[Doubled] is twice [Base Amount]"\ntakes Base Amount: money\ngives Doubled\nDoubled means 2 * Base Amount\n',
    wrong: `${exampleHead}given Principal: money\nuse "double"\n  says: "Double Principal is three times Principal"\n  Base Amount: Principal\n  Doubled: Double Principal\n`,
    right: `${exampleHead}given Principal: money\nuse "double"\n  says: "Double Principal is twice Principal"\n  Base Amount: Principal\n  Doubled: Double Principal\n`,
  },
  TN2091: {
    slug: "clause-without-a-sentence",
    severity: "warning",
    message: 'The clause "{clause}" has no sentence that this could be compared with',
    label: "not compared",
    help: "give the clause a line `sentence:`, with the names that it takes in brackets, or leave this line out",
    explanation:
      "The sentence at a use is the one that the clause declares, with the note's own names in it. Where the clause declares none, nobody " +
      "checks that the sentence says what the clause does.",
    clause: 'clause "double"\ntakes Base Amount: money\ngives Doubled\nDoubled means 2 * Base Amount\n',
    wrong: `${exampleHead}given Principal: money\nuse "double"\n  says: "Double Principal is twice Principal"\n  Base Amount: Principal\n  Doubled: Double Principal\n`,
    right: `${exampleHead}given Principal: money\nuse "double"\n  Base Amount: Principal\n  Doubled: Double Principal\n`,
  },
  TN2092: {
    slug: "sentence-names-unknown",
    message: "The clause neither takes nor gives `{name}`",
    label: "no such name",
    help: "write a name of the clause in brackets",
    explanation:
      "In the sentence of a clause, a name in brackets is one that the clause takes, changes or gives. A note has its own in its place.",
    wrong: `clause "double"\n  language: 1\n  sentence: "[Doubled] is twice [Amount]"\ntakes Base Amount: money\ngives Doubled\nDoubled means 2 * Base Amount\n`,
    right: `clause "double"\n  language: 1\n  sentence: "[Doubled] is twice [Base Amount]"\ntakes Base Amount: money\ngives Doubled\nDoubled means 2 * Base Amount\n`,
  },
  TN2093: {
    slug: "sentence-leaves-out",
    severity: "warning",
    message: "The sentence does not say `{name}`, which the clause takes",
    label: "`{name}` is not in it",
    help: "say it in the sentence, as [{name}]",
    explanation:
      "A reader takes the sentence of a clause for the whole of it. What a note hands to the clause, and the sentence leaves out, would be overlooked.",
    wrong: `clause "double"\n  language: 1\n  sentence: "[Doubled] is twice an amount"\ntakes Base Amount: money\ngives Doubled\nDoubled means 2 * Base Amount\n`,
    right: `clause "double"\n  language: 1\n  sentence: "[Doubled] is twice [Base Amount]"\ntakes Base Amount: money\ngives Doubled\nDoubled means 2 * Base Amount\n`,
  },
  TN2100: {
    slug: "days-of-a-plan",
    message: "A note's rule changes something on a day that it names; `{found}` is for rules of a plan",
    label: "said of a plan only",
    help: "name the day, as in `on the last day of the quarter of today`; in a plan, go on with `, the Holder gives …`",
    explanation:
      "A plan says what a holder and an issuer do: on each trading day, every so many days, once for each event, at the close. The " +
      "rules of a note fire on dates, with events, or as something begins or ends, and change states and accounts.",
    wrong: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nFees starts at $0\non each trading day\n  Fees rises by $5\n`,
    right: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nFees starts at $0\non the first day of the month of today\n  Fees rises by $5\n`,
  },
  TN2101: {
    slug: "plan-acts-on-days",
    message: "A rule of a plan acts on a day, not as `{event}` happens",
    label: "not a day",
    help: "write `on its date for each {event}`, or so many days after it",
    explanation:
      "A plan decides as a day opens, or at its close, by what is known then. What is to follow an event stands on a day that is " +
      "counted from it: `on 3 business days after its date for each Fee Paid`.",
    wrong: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nplan "fees"\nwhen Fee Paid, the Borrower gives Fee Paid, Amount being $5\n`,
    right: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nplan "fees"\non 30 days after its date for each Fee Paid, the Borrower gives Fee Paid, Amount being $5\n`,
  },
  TN2102: {
    slug: "plan-counts-days",
    message: "A plan counts days, business days or trading days, and not `{found}`",
    label: "not days",
    help: "name the day: `on the first trading day of the month of today`",
    explanation:
      "`on each` and `every` of a plan speak of days. Of months, quarters and years it names the day: `on the last business day of the quarter of today`.",
    wrong: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nplan "fees"\non each month, the Borrower gives Fee Paid, Amount being $5\n`,
    right: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nplan "fees"\non the first day of the month of today, the Borrower gives Fee Paid, Amount being $5\n`,
  },
} as const satisfies Readonly<Record<`TN2${number}`, WrittenEntry>>;
