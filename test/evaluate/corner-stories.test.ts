/** Stories of small notes at corners where a figure could be quietly wrong; the sums stand in them or beside them. */
import { describe, expect, test } from "vitest";
import { compile, loadStory, Replay, storiesOf } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";

const head = `note "N"
  language: 1
  parties: Borrower, Holder
  exists from: Start
  business days: "nyse"
  times are in: "New York"
given Start: date = 2024-01-02
given Principal: money = $100000
`;

/** The close is $1 on two days and $2 on the third, a Thursday. */
const market =
  "date,open,high,low,close,vwap,volume\n2024-01-02,1,1,1,1,1,10\n2024-01-03,1,1,1,1,1,10\n2024-01-04,2,2,2,2,2,10\n";

const notes: readonly (readonly [what: string, text: string])[] = [
  [
    "where the market data end, what may have begun or ended is unknown, and what can have done neither is not",
    `section 1 "One"
event Notice by Holder
  Amount: money
account Fee owed by Borrower to Holder
Cheap holds when market close is less than $1.50 per share
Total starts at $0
when Cheap begins
  Total rises by $5
when Cheap ends
  Fee is charged $7 due on today
when Notice if market close is less than $1.50 per share
  Total rises by its Amount
Late Day means the first trading day after 2024-01-04
Owed means unpaid Fee
the Borrower must pay unpaid Fee to Holder by 3 trading days after Start called Payment
Count Cheap means the number of days from and including Start to and including today on which Cheap
Any Cheap holds when on some day from and including Start to and including today, Cheap
test "a"
  market: "m.csv"
  on 2024-01-05: Notice, Amount $50
  expect: Total on 2024-01-03 is $5
  expect: Owed on 2024-01-04 is $7
  expect: Total on 2024-01-04 is $5
  expect: Total on 2024-01-05 is an error "missing data"
  expect: Owed on 2024-01-05 is $7
  expect: Owed on 2024-01-08 is an error "missing data"
  expect: Any Cheap on 2024-01-08 is yes
  expect: Count Cheap on 2024-01-04 is 2
  expect: Count Cheap on 2024-01-05 is an error "missing data"
`,
  ],
  [
    "an election whose last day the calendar tells, as the market data end before it",
    `section 1 "One"
event Choice by Holder
  Kind: "cash", "shares"
Late Day means the first trading day after 2024-01-04
the Holder may give Choice by Late Day called Chosen
  electing: its Kind
  if none is made: "cash"
Total starts at $0
Cash Now holds when Chosen is "cash"
when Cash Now begins
  Total rises by $5
when Choice
  Total rises by $10
test "a choice that comes too late"
  market: "m.csv"
  on 2024-01-08: Choice, Kind "shares"
  expect: Chosen on 2024-01-04 is "cash"
  expect: Chosen on 2024-01-09 is "cash"
  expect: Total on 2024-01-09 is $5
`,
  ],
  [
    "a payment on the day on which the calendar charges the amount, and what is left of it",
    `section 1 "One"
account Fee owed by Borrower to Holder
event Paid by Borrower
  Amount: money
Month End means the last day of the month of today
on Month End
  Fee is charged $100 due on Month End
when Paid
  its Amount is applied to Fee
Fee Paid means paid Fee
Unpaid means unpaid Fee
Due means due Fee
event Waived by Holder
when Waived
  Fee is waived
test "all of the account, on the day"
  on 2024-01-31: Paid, Amount $250
  expect: Due on 2024-01-31 is $0
  expect: Unpaid on 2024-01-31 is $0
  expect: Fee Paid on 2024-01-31 is $250
  expect: Due on 2024-02-29 is $0
  expect: Due on 2024-03-31 is $50
`,
  ],
  [
    "payments on the day to which a date of a schedule moves",
    `section 1 "One"
Pay Days are every 1 months from and including 2024-01-31 to and including 2024-06-30, following business day
event Paid by Borrower
  Amount: money
account Fee owed by Borrower to Holder
on each of Pay Days
  Fee is charged $10 due on its date
when Paid
  its Amount is applied to due Fee
Owed means unpaid Fee
Over means overdue Fee
Back means paid Fee
test "payments on a rolled day, by its time"
  on 2024-04-01 at 08:00: Paid, Amount $30
  expect: Owed on 2024-04-01 is $0
  expect: Over on 2024-04-01 is $0
  expect: Back on 2024-04-01 is $30
`,
  ],
  [
    "a limit in shares and earlier values across a split",
    `section 1 "One"
event Split
  Ratio: number
share basis changes on Split by its Ratio
Held starts at 100 shares, restated for splits
event Issue
  Count: shares
when Issue
  Held rises by its Count
the Borrower must not let Held be more than 150 shares, restated for splits at any time, called Cap
Dates are every month from and including 2024-01-31 to and including 2024-06-30
Seen for each of Dates means (Held as of its date)
Last Seen means the sum of its Seen over Dates on or before 2024-03-31
First Seen means the sum of its Seen over Dates on or before 2024-01-31
Then means Held as of 2024-01-31
test "cap follows"
  on 2024-02-01: Split, Ratio 2
  on 2024-03-01: Issue, Count 50 shares
  expect: Cap on 2024-03-01 is "kept"
  expect: First Seen on 2024-03-31 is 200 shares
  expect: Then on 2024-03-31 is 200 shares
  expect: Last Seen on 2024-03-31 is 650 shares
`,
  ],
  [
    "prices of offers before and after a split",
    `section 1 "One"
event Split
  Ratio: number
share basis changes on Split by its Ratio
event Issue
  Count: shares
  Price: price
Last Price is price, at first not set, restated for splits
when Issue
  Last Price becomes its Price
Floor starts at $2 per share, restated for splits
Low means the lesser of Floor and $3 per share, restated for splits
Worth for each Issue is fixed as its Count * its Price
Sold means the sum of its Count over Issue events
Average Price means (the sum of its Worth over Issue events) / Sold
the Borrower must not give Issue unless its Price is at least Floor, called Below Floor
test "before and after"
  on 2024-01-10: Issue "a", Count 10 shares, Price $3 per share
  on 2024-02-01: Split, Ratio 4
  on 2024-02-05: Issue "b", Count 40 shares, Price $1 per share
  on 2024-02-06: Issue "c", Count 40 shares, Price $0.4 per share
  expect: Below Floor of "a" on 2024-03-01 is no
  expect: Below Floor of "b" on 2024-03-01 is no
  expect: Below Floor of "c" on 2024-03-01 is yes
  expect: Sold on 2024-03-01 is 120 shares
  expect: Last Price on 2024-02-01 is $0.75 per share
  expect: Low on 2024-02-01 is $0.5 per share
  expect: Average Price on 2024-02-05 is $0.875 per share
`,
  ],
  [
    "what an election puts in force across a split",
    `section 1 "One"
event Split
  Ratio: number
share basis changes on Split by its Ratio
event Offer by Holder
  Wanted: price
event Number by Holder
  Count: shares
the Holder may give Offer by 2024-12-31 called Elected Price
  electing: its Wanted
  if none is made: $4 per share, restated for splits
the Holder may give Number by 2024-12-31 called Elected Count
  electing: its Count
  if none is made: 100 shares, restated for splits
test "none made"
  on 2024-02-01: Split, Ratio 2
  expect: Elected Price on 2024-01-31 is $4 per share
  expect: Elected Price on 2024-02-01 is $2 per share
  expect: Elected Count on 2024-02-01 is 200 shares
test "made before"
  on 2024-01-15: Offer, Wanted $8 per share
  on 2024-01-15: Number, Count 10 shares
  on 2024-02-01: Split, Ratio 2
  expect: Elected Price on 2024-02-01 is $4 per share
  expect: Elected Count on 2024-02-01 is 20 shares
`,
  ],
  [
    "days and interest of a fixed range, asked in an event",
    `section 1 "One"
event Ask by Holder
Fixed Days for each Ask is fixed as the number of days from and including Start to and including 2024-12-31
Weekdays for each Ask is fixed as the number of business days from and including Start to but excluding 2024-02-01
Ended Days means the number of days from but excluding 2024-03-01 to and including 2024-03-31
Months Between means the number of days from and including 2024-02-01 to but excluding 2024-03-01
Interest To Come for each Ask is fixed as interest at 8% per year on Principal from and including today to but excluding 2025-01-02 by 30/360
Held Days for each Ask is fixed as the number of days from and including Start to and including today on which (Principal is more than $1)
-- Jan 2 to Dec 31 2024 inclusive: 365 (2024 has 366 days, less 1 Jan) = 365. Business days of January 2024 from the 2nd: 23 weekdays in Jan less 1 (New Year) less 15 (MLK) = 21. 2..31: 22 weekdays - MLK = 21.
test "in an event"
  on 2024-01-10 at 10:00: Ask "a"
  expect: Fixed Days of "a" is 365
  expect: Weekdays of "a" is 21
  expect: Ended Days on 2024-01-05 is 30
  expect: Months Between on 2024-01-05 is 29
  expect: Interest To Come of "a" is $2,816,000 / 360
`,
  ],
  [
    "two events of one day, listed against the clock and without times",
    `section 1 "One"
event Sell
  Price: price
event Convert by Holder
Last Sale is price, at first not set, not restated for splits
when Sell
  Last Sale becomes its Price
Struck for each Convert is fixed as (Last Sale if Last Sale is set, otherwise $9 per share)
the Holder may give Convert
  only if Sell has not happened
test "by the clock whichever way listed"
  on 2024-01-10 at 16:00: Sell, Price $2 per share
  on 2024-01-10 at 09:30: Convert "c"
  expect: Struck of "c" is $9 per share
test "no time comes where it is listed"
  on 2024-01-10: Sell, Price $2 per share
  on 2024-01-10: Convert "c"
  expect: Struck of "c" is an error "refused"
`,
  ],
];

describe.each(notes)("%s", (_, text) => {
  const template = ensured(compile(head + text));
  test.each(storiesOf(template).map((story) => [story.name, story] as const))("%s", (_name, story) => {
    const data = story.market.length > 0 ? { market: { name: "m.csv", text: market } } : {};
    const verdicts = ensured(new Replay(template, ensured(loadStory(template, story, data))).test());
    expect(verdicts.filter(({ passed }) => !passed)).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(0);
  });
});
