/** What accrues on each overdue amount, parts that fall due, and day counts by reading: an invented loan, worked by hand. */
import { describe, expect, test } from "vitest";
import type { Result, Template } from "../../src/index.ts";
import { compile, loadScenario } from "../../src/index.ts";
import { explainedOutcome } from "./asked.ts";

// $36,000 at 10% over 360 days is $10 a day; a fee of 36% is a thousandth of what is overdue a day.
const loan = `note "Loan"
  language: 1
  parties: Borrower, Lender
  exists from: First Day

given First Day: date = 2024-01-01

reading "days"
  passage: "a year of 360 days"
  choices: "actual", "months of 30"
  chosen: "actual"
reading "last day"
  passage: "through the day of payment"
  choices: "counts", "does not count"
  chosen: "counts"

event Interest Paid by Borrower
  Amount: money
event Principal Paid by Borrower
  Amount: money
  Value Day: date = its date

Days of Year means as "days" is read
  "actual": actual/360
  "months of 30": 30E/360
Debt starts at $36,000
Month End means the last day of the month of today
Payment Day means 1 day after Month End
account Interest owed by Borrower to Lender
  accrues: 10% per year on Debt by Days of Year
  from and including: First Day
account Late Fee owed by Borrower to Lender
  accrues: 36% per year on each overdue Interest by Days of Year
  from and including: First Day
  day of payment counts: "last day" is read "counts"
on Month End
  Interest falls due on Month End, payable on Payment Day
when Interest Paid
  its Amount is applied to due Interest each with its Late Fee, then Interest
event Interest Corrected by Lender
  Amount: money
  Value Day: date
when Interest Corrected
  Interest is charged its Amount due on its Value Day, payable on its Value Day
when Principal Paid
  Debt falls by its Amount
  Interest falls due by accruing Interest * its Amount / $36,000 on its Value Day, payable on its Value Day

Unpaid Interest means unpaid Interest
Due Interest means due Interest
Overdue Interest means overdue Interest
Accruing Interest means accruing Interest
Late Since means the first overdue date of Interest
`;

interface Event {
  readonly on: string;
  readonly event: string;
  readonly Amount: string;
}
const paid = (on: string, Amount: string): Event => ({ on, event: "Interest Paid", Amount });

function answersOf(events: readonly Event[], questions: readonly [string, string][], readings = {}): unknown[] {
  const template = got<Template>(compile(loan, "loan.tenor"));
  const ask = questions.map(([value, on]) => ({ value, on, expect: null }));
  const text = JSON.stringify({ scenario: "s", note: "loan", terms: {}, readings, events, ask });
  const loaded = got(loadScenario(template, { scenario: { name: "s.json", text } }));
  const { answers } = explainedOutcome(template, loaded);
  return answers.map((answer) => ("answer" in answer ? answer.answer : answer.error.kind));
}

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
  return result.value;
}

describe("a fee on each overdue amount", () => {
  // January's $300 (30 days to the 31st) are payable on 1 February; the fee is $0.30 a day from that day on.
  test("shows from the day after, with both days", () => {
    const questions: [string, string][] = [
      ["Late Fee", "2024-02-01"],
      ["Late Fee", "2024-02-02"],
      ["Late Fee", "2024-02-05"],
    ];
    expect(answersOf([], questions)).toEqual(["0", "0.6", "1.5"]);
    expect(answersOf([], questions, { "last day": "does not count" })).toEqual(["0", "0.3", "1.2"]);
  });

  test("runs through the day of payment on what is paid, and on with the rest", () => {
    const questions: [string, string][] = [
      ["Late Fee", "2024-02-05"],
      ["Late Fee", "2024-02-06"],
      ["Overdue Interest", "2024-02-06"],
    ];
    // $0.30 on five days, then $0.20.
    expect(answersOf([paid("2024-02-05", "100")], questions)).toEqual(["1.5", "1.7", "200"]);
    expect(answersOf([paid("2024-02-05", "100")], questions, { "last day": "does not count" })).toEqual([
      "1.2",
      "1.4",
      "200",
    ]);
  });

  test("is paid after its own amount and before the next", () => {
    // Due: $300 of January and, on 29 February, $290. By 10 March the first fee is 39 days of $0.30, the second, of $290
    // payable on 1 March, 10 days of $0.29.
    const payment = [paid("2024-03-10", "350")];
    const questions: [string, string][] = [
      ["Late Fee", "2024-03-09"],
      ["Late Fee", "2024-03-10"],
      ["Overdue Interest", "2024-03-10"],
      ["Late Since", "2024-03-09"],
      ["Late Since", "2024-03-10"],
    ];
    // 300 + 11.70 leave 38.30 for the second amount.
    expect(answersOf(payment, questions)).toEqual(["14.01", "2.9", "251.7", "2024-02-01", "2024-03-01"]);
  });

  test("counts from the day of payment on an amount that arises later, and is paid with that amount", () => {
    const corrected = { on: "2024-01-20", event: "Interest Corrected", Amount: "100", "Value Day": "2024-01-10" };
    const questions: [string, string][] = [
      ["Late Fee", "2024-01-20"],
      ["Late Fee", "2024-01-21"],
      ["Late Fee", "2024-02-02"],
    ];
    // $0.10 a day: 10 to 21 January are twelve days, to 2 February 24; there two of $0.30 on January's interest join them.
    expect(answersOf([corrected], questions)).toEqual(["0", "1.2", "3"]);
    // Without the last day eleven and 23, and one of $0.30.
    expect(answersOf([corrected], questions, { "last day": "does not count" })).toEqual(["0", "1.1", "2.6"]);
    // 100 and 24 x 0.10 go before January's $300.
    expect(
      answersOf(
        [corrected, paid("2024-02-02", "102.4")],
        [
          ["Late Fee", "2024-02-02"],
          ["Overdue Interest", "2024-02-02"],
        ],
      ),
    ).toEqual(["0.6", "300"]);
  });

  test("counts from its own day on an amount that arises on the day of payment", () => {
    const corrected = { on: "2024-01-20", event: "Interest Corrected", Amount: "100", "Value Day": "2024-01-20" };
    expect(answersOf([corrected], [["Late Fee", "2024-01-21"]])).toEqual(["0.2"]);
  });

  test("ends with a payment in full, and nothing is late then", () => {
    const questions: [string, string][] = [
      ["Late Fee", "2024-02-20"],
      ["Late Since", "2024-02-20"],
    ];
    expect(answersOf([paid("2024-02-05", "301.5")], questions)).toEqual(["0", null]);
  });
});

describe("a part that falls due", () => {
  // On 11 January $100 have accrued; a third of the debt is repaid.
  const repayment = [{ on: "2024-01-11", event: "Principal Paid", Amount: "12000" }];

  test("leaves the rest to accrue", () => {
    const questions: [string, string][] = [
      ["Due Interest", "2024-01-10"],
      ["Due Interest", "2024-01-11"],
      ["Accruing Interest", "2024-01-11"],
      ["Accruing Interest", "2024-01-14"],
      ["Late Since", "2024-01-12"],
    ];
    expect(answersOf(repayment, questions)).toEqual([
      "0",
      "33.333333333333333333",
      "66.666666666666666667",
      "86.666666666666666667",
      "2024-01-11",
    ]);
  });
});

test("a day count by reading", () => {
  const questions: [string, string][] = [
    ["Unpaid Interest", "2024-01-31"],
    ["Unpaid Interest", "2024-03-01"],
  ];
  expect(answersOf([], questions)).toEqual(["300", "600"]);
  // Months of 30: 29 days to the 30th, which the 31st adds nothing to; 60 days to 1 March.
  expect(answersOf([], questions, { days: "months of 30" })).toEqual(["290", "600"]);
});

test("two events change what a share is", () => {
  const note = `note "Shares"\n  language: 1\n  parties: Issuer, Holder\n  exists from: First Day\ngiven First Day: date = 2024-01-01
event Split\n  Ratio: number\nevent Dividend\n  Before: shares\n  After: shares
share basis changes on Split by its Ratio\nshare basis changes on Dividend by its After / its Before
Held starts at 100 shares, restated for splits\n`;
  const template = got<Template>(compile(note, "shares.tenor"));
  const text = JSON.stringify({
    scenario: "s",
    note: "shares",
    terms: {},
    events: [
      { on: "2024-01-03", event: "Split", Ratio: "2" },
      { on: "2024-01-05", event: "Dividend", Before: "10", After: "11" },
    ],
    ask: ["2024-01-02", "2024-01-04", "2024-01-06"].map((on) => ({ value: "Held", on, expect: null })),
  });
  const story = got(loadScenario(template, { scenario: { name: "s.json", text } }));
  const { answers } = explainedOutcome(template, story);
  expect(answers.map((answer) => "answer" in answer && answer.answer)).toEqual(["100", "200", "220"]);
});
