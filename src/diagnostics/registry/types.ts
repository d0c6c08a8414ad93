import type { WrittenEntry } from "./entry.ts";
import { exampleHead, headInTwoCurrencies, placedHead } from "./example-head.ts";

/** Band 3: kinds of value and units that do not go together. */
export const types = {
  TN3001: {
    slug: "units-do-not-go-together",
    message: "`{left}` is {leftKind}, but `{right}` is {rightKind}: they can't be {joined}",
    help: "bring both to one kind: multiply or divide one of them by what makes the difference, or name another value",
    explanation:
      "Figures are added, subtracted and compared only with figures of the same unit. A price per share times a number of " +
      "shares is an amount of money, and an amount over a price is a number of shares: one of the two figures usually lacks " +
      "such a factor.",
    wrong: `${exampleHead}given Principal: money\nMarket Price means market close\nSum means Market Price + Principal\n`,
    right: `${exampleHead}given Shares: shares\nMarket Price means market close\nSum means Market Price * Shares + $100\n`,
  },
  TN3002: {
    slug: "wrong-unit",
    message: "`{name}` is {expected}, but this is {found}",
    label: "{found}",
    explanation:
      "Each figure of a contract has a unit, and a name has one unit everywhere. Money is not a price, a price is not a " +
      "percent, and a count of shares is neither.",
    wrong: `${exampleHead}given Discount: percent = $20\n`,
    right: `${exampleHead}given Discount: percent = 20%\n`,
  },
  TN3003: {
    slug: "not-a-condition",
    message: "A condition belongs here, but `{text}` is {found}",
    label: "{found}",
    help: "compare it with something, such as `{example}`",
    explanation:
      "Behind `if`, `while`, `only if`, `holds when`, `not`, `and` and `or` stands what is either so or not so.",
    wrong: `${exampleHead}given Principal: money\nOpen holds when Principal\n`,
    right: `${exampleHead}given Principal: money\nOpen holds when Principal is more than $0\n`,
  },
  TN3004: {
    slug: "wrong-kind-of-value",
    message: "{place} is {expected}, but `{text}` is {found}",
    label: "{found}",
    help: "write a value that is {expected}",
    explanation:
      "Each place of a clause takes one kind of value. The message says which, and what was written instead.",
    wrong: `${exampleHead}given Principal: money\nDeadline means 3 business days after Principal\n`,
    right: `${exampleHead}given Principal: money\nDeadline means 3 business days after Issue Date\n`,
  },
  TN3005: {
    slug: "may-have-no-value",
    message: "`{text}` may have no value, but {place} needs one",
    label: "may have no value",
    help: "ask `… is set and …` first, or say what counts instead: `…, or else …`",
    explanation:
      "A state that is at first not set, an optional field, a value `only while` something holds, and the first of events that " +
      "may never come can be without a value. A condition, a change, a limit and a sum must not depend on a value that may be " +
      "missing without saying what is so then.",
    wrong: `${exampleHead}Call Date is a date, at first not set\nCalled holds when today is after Call Date\n`,
    right: `${exampleHead}Call Date is a date, at first not set\nCalled holds when Call Date is set and today is after Call Date\n`,
  },
  TN3006: {
    slug: "alternatives-differ",
    message: "`{first}` is {firstKind}, but `{other}` is {otherKind}: {whole} has one kind of value",
    help: "make both {firstKind}, or both {otherKind}",
    explanation:
      "Whichever case applies, choice is read or figure is the lesser, the result goes to the same place, so all of them have " +
      "the same unit.",
    wrong: `${exampleHead}given Late: yes or no\nFee means $100 if Late, otherwise 0 shares\n`,
    right: `${exampleHead}given Late: yes or no\nFee means $100 if Late, otherwise $0\n`,
  },
  TN3007: {
    slug: "wrong-comparison",
    message: "`{word}` does not compare {found}",
    explanation:
      "Figures are `more than`, `less than`, `at least` or `at most` one another; dates and times are `before`, `after`, `on or " +
      "before` or `on or after` one another; `is` and `is not` take anything of one kind.",
    wrong: `${exampleHead}Due holds when today is at least Issue Date\n`,
    right: `${exampleHead}Due holds when today is on or after Issue Date\n`,
  },
  TN3008: {
    slug: "not-a-figure",
    message: "`{text}` is {found}, and can't be {joined}",
    label: "{found}",
    help: "name an amount, a price, a number of shares, a percent or a plain number",
    explanation:
      "Only figures are added, multiplied and divided. A later date is written `3 business days after …`; the days from one " +
      "date to another are one date less the other.",
    wrong: `${exampleHead}Deadline means Issue Date * 2\n`,
    right: `${exampleHead}Deadline means 3 business days after Issue Date\n`,
  },
  TN3009: {
    slug: "default-reads-more-than-deal-terms",
    message: "The default of a deal term is a fixed figure or another deal term, but `{text}` is {found}",
    help: "write the figure itself, or the name of another deal term",
    explanation:
      "Deal terms are agreed before anything happens, so a default can't depend on a day, an event, a price or what is defined " +
      "from them. A value that does is a definition.",
    wrong: `${exampleHead}Start means today\ngiven Closing Date: date = Start\n`,
    right: `${exampleHead}given Closing Date: date = Issue Date\n`,
  },
  TN3010: {
    slug: "unit-unclear",
    message: "It is not clear what `{text}` is a figure of",
    help: "set a figure with a unit beside it, or use a deal term: `given …: shares = unlimited`",
    explanation: "`unlimited` takes its unit from what stands beside it. Alone, it could be money, shares or a number.",
    wrong: `${exampleHead}Cap means unlimited\n`,
    right: `${exampleHead}given Cap: shares = unlimited\n`,
  },
  TN3011: {
    slug: "restated-or-not",
    message: "`{name}` is {found}, and has to say whether it follows a change of what a share is",
    help: "end with `, restated for splits` or `, not restated for splits`",
    explanation:
      "After a split, ten old shares may be one new share. A state of shares, or of money per share, either is restated in new " +
      "shares (`restated`) or stands as it was (`not restated`), for instance where a clause of its own adjusts it. In a note " +
      "with a `share basis` the same holds for a deal term and for a figure inside a clause: `restated`, it is in the shares " +
      "with which the note began. Silence would be a figure that is quietly wrong after a split.",
    wrong: `${exampleHead}Shares Issued starts at 0 shares\n`,
    right: `${exampleHead}Shares Issued starts at 0 shares, restated for splits\n`,
  },
  TN3012: {
    slug: "not-a-fixed-value",
    message: "A fixed value belongs here, but `{text}` has to be calculated",
    help: "write the figure, date or text itself",
    explanation:
      "A test gives deal terms, event fields and expected answers as figures. An answer that was calculated by the template " +
      "itself would prove nothing. A step of rounding is fixed, too.",
    wrong:
      `${exampleHead}Half means 50% * $100\n` +
      'test "half"\n  with: Issue Date = 2024-01-01\n  expect: Half on 2024-01-02 is Half\n',
    right:
      `${exampleHead}Half means 50% * $100\n` +
      'test "half"\n  with: Issue Date = 2024-01-01\n  expect: Half on 2024-01-02 is $50\n',
  },
  TN3013: {
    slug: "days-are-counted-with-after",
    message: "`{text}` is a date, and {other} can't be {joined} it",
    help: "write `3 days after …`, `3 business days before …` or `3 months after …`",
    explanation:
      "Days are days, business days or trading days, so a shift of a date says which: `3 business days after …`.",
    wrong: `${exampleHead}Deadline means Issue Date + 3\n`,
    right: `${exampleHead}Deadline means 3 days after Issue Date\n`,
  },
  TN3014: {
    slug: "unknown-day-count",
    message: "`{text}` is not a day count that is known here",
    help: "write actual/365, actual/365L, actual/360, actual/actual, actual/actual ICMA, actual/actual AFB, 30/360, 30E/360, 30E/360 ISDA, 30U/360 or business/252",
    explanation:
      "A day count says how a stretch of time becomes a fraction of a year: the days over 365 or over 360, over the length of " +
      "their own year or interest period, months of 30 days over 360, or business days over 252. Names that differ in a letter can " +
      "differ in money.",
    wrong: `${exampleHead}Owed means interest at 8% per year on $100 from and including Issue Date to but excluding today by actual/364\n`,
    right: `${exampleHead}Owed means interest at 8% per year on $100 from and including Issue Date to but excluding today by actual/365\n`,
  },
  TN3015: {
    slug: "too-many-digits",
    message: "This figure has more digits than can be read",
    help: "write at most 400 digits",
    explanation: "Figures are exact, however long, up to 400 digits. A longer one is a slip.",
    wrong: `${exampleHead}Sum means $${"9".repeat(401)}\n`,
    right: `${exampleHead}Sum means $${"9".repeat(40)}\n`,
  },
  TN3016: {
    slug: "day-of-payment-of-a-balance",
    message: "The day of payment is said to count, but this account does not accrue on overdue amounts",
    help: "write `accrues: RATE on each overdue ACCOUNT by DAY COUNT`, or leave this line out",
    explanation:
      "An overdue amount can bear its rate through the day on which it is paid. What accrues on a balance goes by the balance at each day's end.",
    wrong: `${exampleHead}account Interest owed by Borrower to Holder\n  accrues: 8% per year on $100 by actual/365\n  from and including: Issue Date\n  day of payment counts: yes\n`,
    right: `${exampleHead}account Interest owed by Borrower to Holder\n  accrues: 8% per year on $100 by actual/365\n  from and including: Issue Date\naccount Late Fee owed by Borrower to Holder\n  accrues: 8% per year on each overdue Interest by actual/365\n  from and including: Issue Date\n  day of payment counts: yes\n`,
  },
  TN3017: {
    slug: "each-of-one-amount",
    message: "`{text}` is one amount, so that there is nothing to accrue on each",
    help: "write `on each overdue ACCOUNT`, or `on` alone",
    explanation: "An account can accrue apart on each amount that is overdue on another account.",
    wrong: `${exampleHead}account Interest owed by Borrower to Holder\n  accrues: 8% per year on each $100 by actual/365\n  from and including: Issue Date\n`,
    right: `${exampleHead}account Interest owed by Borrower to Holder\n  accrues: 8% per year on $100 by actual/365\n  from and including: Issue Date\n`,
  },
  TN3018: {
    slug: "no-companion",
    message: "`{lateCharges}` does not accrue on each overdue amount of `{account}`",
    help: "name an account declared with `accrues: RATE on each overdue {account}`",
    explanation: "A payment can pay each amount due and, after it, what another account accrued on that amount.",
    wrong: `${exampleHead}event Payment\n  Amount: money\naccount Interest owed by Borrower to Holder\n  accrues: 8% per year on $100 by actual/365\n  from and including: Issue Date\naccount Late Fee owed by Borrower to Holder\nwhen Payment\n  its Amount is applied to due Interest, each amount with its Late Fee, then the rest of Interest\n`,
    right: `${exampleHead}event Payment\n  Amount: money\naccount Interest owed by Borrower to Holder\n  accrues: 8% per year on $100 by actual/365\n  from and including: Issue Date\naccount Late Fee owed by Borrower to Holder\n  accrues: 8% per year on each overdue Interest by actual/365\n  from and including: Issue Date\nwhen Payment\n  its Amount is applied to due Interest, each amount with its Late Fee, then the rest of Interest\n`,
  },
  TN3019: {
    slug: "restated-without-shares",
    message: "`{name}` is {found}, which no split restates",
    help: "write a price as `$0.05 per share` and a count as `5 shares`, or take `, restated for splits` out",
    explanation:
      "A split changes figures in shares or per share. A plain number, an amount or a date has no shares in its unit: it stays " +
      "as it is, whatever is said behind it.",
    wrong: `${exampleHead}Fixed Price starts at 0.05, restated for splits\n`,
    right: `${exampleHead}Fixed Price starts at $0.05 per share, restated for splits\n`,
  },
  TN3020: {
    slug: "restated-field-start",
    message:
      "The start value of `{name}` is a figure of the event's own day, and `{text}` is one of the day on which the note begins",
    help: "leave the start value out, or define the value for each event, from the restated figure",
    explanation:
      "What an event is given is in the shares of its day. A restated deal term or figure is in the shares with which the note " +
      "began; as a start value it would be taken for one of the event's day, and would be wrong after a split.",
    wrong: `${exampleHead}given Floor: price, restated for splits\nevent Offer\n  Price: price = Floor\n`,
    right: `${exampleHead}given Floor: price, restated for splits\nevent Offer\n  Price: price\n`,
  },
  TN3037: {
    slug: "column-of-unknown-kind",
    message: "Nothing says what kind of figure the column `{column}` holds",
    help: "write it with its kind, as in `{column}: price` or `{column}: number`",
    explanation:
      "Columns with well-known names need no kind: open, high, low, close, vwap, bid, ask, mid, last and price are prices, volume is a number " +
      "of shares, rate and yield are rates per year, and fixing is a plain number. Any other says its kind, and any of these may.",
    wrong: `${exampleHead}series Index has level\nBase means Index level\n`,
    right: `${exampleHead}series Index has level: number\nBase means Index level\n`,
  },
  TN3038: {
    slug: "column-without-figures",
    message: "The column `{column}` would hold {found}, but market data are figures",
    help: "write the kind of a figure, such as price, number, rate or percent",
    explanation:
      "A column of market data has a figure for each day: a price, a number of shares, a rate, a percent or a plain number.",
    wrong: `${exampleHead}series Bid has close: date\nDay means Bid close\n`,
    right: `${exampleHead}series Bid has close: price\nPrice means Bid close\n`,
  },
  TN3021: {
    slug: "rounded-to-nothing",
    message: "A step of rounding is more than zero, and `{text}` is not",
    help: "write the unit to which the figure is rounded: `$0.01` for cents, `$1` for dollars, `1 share` for whole shares",
    explanation:
      "A figure is rounded to the nearest multiple of a step. Of zero there is no multiple but zero, so that nothing can be " +
      "rounded to it. Where a contract says `rounded to two decimals`, the step is one cent: `$0.01`.",
    wrong: `${exampleHead}Half means 50% * $1.01, rounded down to $0\n`,
    right: `${exampleHead}Half means 50% * $1.01, rounded down to $0.01\n`,
  },
  TN3061: {
    slug: "fractional-power-unrounded",
    message: "A power with the exponent {exponent} has no exact value, and nothing says how it is rounded",
    label: "rounded to what?",
    help: "put the power in brackets and say how it is rounded: `(… to the power of {exponent}), rounded half up to 0.0000000001`",
    explanation:
      "Figures are exact until a clause rounds them, and a root is mostly no fraction. With a rounding right behind it a power may have " +
      "any exponent; the result is right to the last digit of the step. A whole exponent needs no rounding.",
    wrong: `${exampleHead}Monthly Factor means 105% to the power of (1 / 12)\n`,
    right: `${exampleHead}Monthly Factor means (105% to the power of (1 / 12)), rounded half up to 0.0000000001\n`,
  },
  TN3087: {
    slug: "plain-percentage",
    message: "`{name}` is {text}, and {text} is {asFraction}; {asPercent} is `{asPercent}` or `{fraction}`",
    label: "with or without a percent sign?",
    help: "write `{asPercent}` or `{asFraction}`, whichever is meant",
    explanation:
      "A percentage without a percent sign is a fraction: 0.2 is 20%. A fraction of 1 or more is more often a percentage whose sign was " +
      "left out, so such a figure has to say what it is.",
    wrong: `${exampleHead}given Discount: percent = 20\nPrice Kept means 100% - Discount\n`,
    right: `${exampleHead}given Discount: percent = 20%\nPrice Kept means 100% - Discount\n`,
  },
  TN3062: {
    slug: "e-outside-a-power",
    message: "`e` is the base of a power that is rounded, and stands nowhere else",
    label: "no base of a rounded power",
    help: "write `(e to the power of X), rounded half up to 0.0000000001`, or a name",
    explanation:
      "What is compounded at each moment grows by `e to the power of` the rate times the years. The number has no last digit, so " +
      "a clause says to what its power is rounded, right behind it.",
    wrong: `${exampleHead}Growth means 2 * e\n`,
    right: `${exampleHead}Growth means (e to the power of 2), rounded half up to 0.0000000001\n`,
  },
  TN3055: {
    slug: "no-duty",
    message: "Only what a party must do by a day is performed, open or late, and `{text}` is {found}",
    help: "name a duty: what stands behind `called` after `must give` or `must pay`",
    explanation:
      "`is performed`, `is open`, `is breached`, `is excused`, `is late`, and the days that go with them, speak of a duty by its " +
      "name. A state of things that must not be can be breached or excused; it has no day by which it is to be done.",
    wrong: `${exampleHead}given Fee: money\nevent Report by Borrower\nthe Borrower must give Report by 30 days after Issue Date called Reporting\nCharge means Fee if Fee is late by more than 5 days, otherwise $0\n`,
    right: `${exampleHead}given Fee: money\nevent Report by Borrower\nthe Borrower must give Report by 30 days after Issue Date called Reporting\nCharge means Fee if Reporting is late by more than 5 days, otherwise $0\n`,
  },
  TN3043: {
    slug: "product-of-amounts",
    message: "`{text}` is {found}: only plain numbers and percentages are multiplied with one another",
    label: "no plain number",
    help: "divide it by an amount of its kind, such as `$1`, or take the sum",
    explanation:
      "Every factor adds its unit to the product, so that a product of amounts of money would be in dollars to a power that depends on " +
      "how many there are. A product of growth factors has no unit.",
    wrong: `${exampleHead}given Maturity Date: date\nCoupon Dates are every 2 months from but excluding Issue Date to and including Maturity Date\ngiven Fee: money\nFees means the product of Fee over Coupon Dates\n`,
    right: `${exampleHead}given Maturity Date: date\nCoupon Dates are every 2 months from but excluding Issue Date to and including Maturity Date\ngiven Fee: money\nFees means the sum of Fee over Coupon Dates\n`,
  },
  TN3115: {
    slug: "hour-of-no-day",
    message:
      "{time} in {place} is no fixed time in {here}: summer begins and ends on other days, and a day may be another",
    label: "on which day?",
    help: "say the day behind it: `{time} {place} on its date`",
    explanation:
      "From one place to another, clocks are not the same number of hours apart on every day of the year. With its day, a time at another " +
      "place is one moment.",
    wrong: `${placedHead}section 1 "Hour"\nLate for each Notice holds when (17:00 London) is after 12:00\n`,
    right: `${placedHead}section 1 "Hour"\nLate for each Notice holds when (17:00 London on its date) is after 12:00\n`,
  },
  TN3075: {
    slug: "currency-not-said",
    message: "This is `{name}`, but the note has several currencies: {currencies}",
    label: "in which currency?",
    help: "say the currency, as in `money in EUR` or `price in NOK`",
    explanation:
      "In a note of one currency, money is in that currency. In a note of several, each deal term, field, state and column of a series " +
      "says its own, so that no figure is taken for one of another currency.",
    wrong: `${headInTwoCurrencies}given Principal: money\n`,
    right: `${headInTwoCurrencies}given Principal: money in EUR\n`,
  },
  TN3076: {
    slug: "account-without-currency",
    message: "The note has several currencies, and `{name}` does not say which it is in",
    label: "in which currency?",
    help: "write a line `currency:` below it",
    explanation: "An account holds amounts of one currency. In a note of several, it says which.",
    wrong: `${headInTwoCurrencies}section 2\naccount Fees owed by Borrower to Holder\n`,
    right: `${headInTwoCurrencies}section 2\naccount Fees owed by Borrower to Holder\n  currency: NOK\n`,
  },
  TN3077: {
    slug: "rate-of-one-currency",
    message: "A rate of exchange is between two currencies, but this is {code} per {code}",
    label: "one currency",
    help: "write the currency that is got first, and the one that is given for it behind `per`",
    explanation:
      "A rate of exchange says how much of one currency there is for one unit of another: `NOK per EUR` is about 8 where €1 costs " +
      "8 kroner.",
    wrong: `${headInTwoCurrencies}given Fixed Rate: NOK per NOK\n`,
    right: `${headInTwoCurrencies}given Fixed Rate: NOK per EUR\n`,
  },
  TN3078: {
    slug: "sign-of-several-currencies",
    message: "`{text}` may be in {meant}",
    label: "`{sign}` stands for both",
    help: "write the code of the currency before the figure",
    explanation:
      "In a note that names one currency of dollars, `$` stands for that. Where it names several, an amount is written with the code or with " +
      "the letters before the sign: `US$`, `A$`, `C$`, `HK$`, `NZ$`, `S$`.",
    wrong: `${exampleHead.replace("  exists", "  currencies: USD, AUD\n  exists")}Fee means $500\n`,
    right: `${exampleHead.replace("  exists", "  currencies: USD, AUD\n  exists")}Fee means A$500\n`,
  },
  TN3079: {
    slug: "market-without-currency",
    message: "The note has several currencies, and `{text}` does not say in which its prices are",
    label: "in which currency?",
    help: "declare a series whose columns say their currency",
    explanation:
      "A note that declares no series reads one market, whose prices are in the note's currency. Where there are several, a series says in " +
      "which its columns are.",
    wrong: `${headInTwoCurrencies}Price means market close\n`,
    right: `${headInTwoCurrencies}series Stock has close: price in NOK\nPrice means Stock close\n`,
  },
  TN3080: {
    slug: "clause-without-currency",
    message: "The note has several currencies, and the clause `{clause}` speaks of money",
    label: "in which currency?",
    help: "write {help}",
    explanation:
      "A clause of the library leaves the currency of its amounts to the note. In a note of several currencies, the use says which one: " +
      '`use "full ratchet" in NOK`.',
    clause: 'clause "small fee"\n  language: 1\ngives Small Fee\nSmall Fee means $10\n',
    wrong: `${headInTwoCurrencies}use "small fee"\n`,
    right: `${headInTwoCurrencies}use "small fee" in NOK\n`,
  },
  TN3081: {
    slug: "no-minor-unit",
    message: "`{text}` is {found}, which has no cents",
    label: "of no currency",
    help: "write the step, such as `1 share` or `0.01%`",
    explanation:
      "`rounded to the nearest cent` goes by the minor unit of the currency of what is rounded: a hundredth of a dollar or a euro, a " +
      "thousandth of a dinar, and a whole yen, which has no parts. Other figures say the step.",
    wrong: `${exampleHead}given Count: shares\nWhole means Count / 3, rounded to the nearest cent\n`,
    right: `${exampleHead}given Fee: money\nWhole means Fee / 3, rounded to the nearest cent\n`,
  },
  TN3085: {
    slug: "no-state-of-each",
    message: "`{text}` is no state of each `{event}`: nothing changes it",
    help: "declare it with `for each {event} starts at …`, or change what it is calculated from",
    explanation:
      "What an event reports stays as it was reported, and what is defined follows from its clause. A rule changes states only: of the " +
      "note, or, where each event of a kind has one, of that event.",
    wrong: `${exampleHead}event Tranche Drawn\n  Amount: money\nevent Repaid for Tranche Drawn\n  Sum: money\nwhen Repaid\n  its Tranche Drawn's Amount falls by its Sum\n`,
    right: `${exampleHead}event Tranche Drawn\n  Amount: money\nevent Repaid for Tranche Drawn\n  Sum: money\nOutstanding for each Tranche Drawn starts at its Amount\nwhen Repaid\n  its Tranche Drawn's Outstanding falls by its Sum\n`,
  },
  TN3086: {
    slug: "fixed-is-changed",
    message: "`{text}` is fixed on `{event}`: no rule changes it",
    help: "let it start at a value, with `starts at …`, or give what changes a name of its own",
    explanation:
      "A value that is fixed as an event happens is calculated once, and then stays. What a rule changes is a state: it starts at a " +
      "value, or is at first not set.",
    wrong: `${exampleHead}event Closing\n  Amount: money\nevent Amended\n  Amount: money\nRound Size is fixed on Closing to be its Amount\nwhen Amended\n  Round Size becomes its Amount\n`,
    right: `${exampleHead}event Closing\n  Amount: money\nevent Amended\n  Amount: money\nRound Size is money, at first not set\nwhen Closing\n  Round Size becomes its Amount\nwhen Amended\n  Round Size becomes its Amount\n`,
  },
  TN3120: {
    slug: "given-for-what",
    message: "`{event}` is for a `{of}`, and this rule does not say for which",
    label: "for which?",
    help: "write `on DAY for each {of}`",
    explanation:
      "An event that is declared for another is given for one of them. A rule of a plan speaks of each: `on 3 days after its date for each Notice, the Borrower gives Answer`.",
    wrong: `${exampleHead}event Notice by Holder\nevent Answer for Notice by Borrower\nplan "answers"\non each day, the Borrower gives Answer\n`,
    right: `${exampleHead}event Notice by Holder\nevent Answer for Notice by Borrower\nplan "answers"\non 3 days after its date for each Notice, the Borrower gives Answer\n`,
  },
  TN3121: {
    slug: "given-without-field",
    message: "`{event}` is given without its `{field}`",
    label: "`{field}` is missing",
    help: "go on with `, {field} being …`",
    explanation: "A field without a default has to be said whenever its event is given, by a scenario or by a plan.",
    wrong: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nplan "fees"\non each day, the Borrower gives Fee Paid\n`,
    right: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nplan "fees"\non each day, the Borrower gives Fee Paid, Amount being $5\n`,
  },
  TN3122: {
    slug: "given-by-another",
    message: "`{event}` is given by the {by}, not by the {party}",
    label: "not its party",
    help: "write `the {by} gives {event}`",
    explanation: "The note says by whom an event comes about. A plan can't let another party give it.",
    wrong: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nplan "fees"\non each day, the Holder gives Fee Paid, Amount being $5\n`,
    right: `${exampleHead}event Fee Paid by Borrower\n  Amount: money\nplan "fees"\non each day, the Borrower gives Fee Paid, Amount being $5\n`,
  },
  TN3160: {
    slug: "rate-times-days",
    severity: "warning",
    message: "`{rate}` is a rate a year, and `{days}` counts days: their product still has the year in it",
    label: "so much per year",
    help: "write `interest at {rate} on AMOUNT from and including DAY to but excluding DAY by actual/365`",
    explanation:
      "A rate a year times a number of days is no interest: the days have to be a part of a year, and a day count such as actual/365 says " +
      "which. Divided by 365 it is still an amount per year, which nothing that takes money accepts. `interest at R on A from … to … by " +
      "actual/365` is the amount; `account … accrues:` counts it from day to day.",
    wrong: `${exampleHead}given Principal: money\nInterest So Far means Principal * 8% per year * (the number of days from and including Issue Date to but excluding today) / 365\n`,
    right: `${exampleHead}given Principal: money\nInterest So Far means interest at 8% per year on Principal from and including Issue Date to but excluding today by actual/365\n`,
  },
  TN3144: {
    slug: "what-does-not-continue",
    message: "`{text}` is no default, so it can't be continuing",
    label: "not declared with `occurs`",
    help: "name what is declared with `occurs`; of a condition, its name alone says that it holds",
    explanation:
      "A default occurs, and continues until it is cured or, where it is so declared, for good. A condition holds or does not, and a duty is open or breached.",
    wrong: `${exampleHead}given Late: yes or no\nRaised holds when Late is continuing\n`,
    right: `${exampleHead}given Late: yes or no\nRaised holds when Late\n`,
  },
} as const satisfies Readonly<Record<`TN3${number}`, WrittenEntry>>;
