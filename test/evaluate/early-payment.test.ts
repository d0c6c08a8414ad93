/**
 * Interest that is payable before the day through which it is calculated. 31 March 2024 is a Sunday and 1 April lies in the next
 * month, so modified following leads to Friday, 29 March. By 30E/360, 12% on $3,000 are $1 a day.
 */
import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

const paid = `event Interest Paid
  Amount: money
when Interest Paid
  its Amount is applied to due Interest, then Interest
Paid Today means Interest payable on today
Unpaid means unpaid Interest
Unpaid Due means due Interest
`;
const account = `Principal starts at $3,000
account Interest owed by Borrower to Holder
  accrues: 12% per year on Principal by 30E/360
  from and including: Issue Date
`;
const byDate = `${account}${paid}Coupon Date means the last day of the quarter of today
on Coupon Date
  Interest falls due on Coupon Date, payable on (Coupon Date, modified following)
`;
const bySchedule = `${account}${paid}Coupon Dates are every 3 months from but excluding 2023-12-31 to and including 2024-12-31
Pay Day for each of Coupon Dates means its date, modified following
on each of Coupon Dates
  Interest falls due on its date, payable on its Pay Day
`;
const ask = (value: string, ...days: string[]) => days.map((on) => ({ value, on }));

test.each([
  ["on a date that is reckoned from today", byDate],
  ["on each date of a schedule", bySchedule],
])("%s", (_, clauses) => {
  // From 2 January to 31 March are 88 days; to 28 March, with the days before it, 86.
  expect(answersOf(clauses, { ask: ask("Paid Today", "2024-03-28", "2024-03-29", "2024-03-31") })).toEqual([
    "0",
    "88",
    "0",
  ]);
  expect(answersOf(clauses, { ask: ask("Unpaid", "2024-03-28", "2024-03-29", "2024-03-30") })).toEqual([
    "86",
    "88",
    "88",
  ]);
  // The 31st begins the next quarter, and shows the day after.
  expect(answersOf(clauses, { ask: ask("Unpaid", "2024-03-31", "2024-04-01", "2024-04-02") })).toEqual([
    "88",
    "89",
    "90",
  ]);
  // 30 June 2024 is a Sunday, too: Friday the 28th. 90 days from 31 March, which counts as the 30th.
  expect(answersOf(clauses, { ask: ask("Paid Today", "2024-06-28", "2024-06-30") })).toEqual(["90", "0"]);
  // 30 September is a Monday.
  expect(answersOf(clauses, { ask: ask("Paid Today", "2024-09-30") })).toEqual(["90"]);
});

test("paid on that day, nothing is left", () => {
  const events = [{ on: "2024-03-29", event: "Interest Paid", Amount: "88" }];
  expect(answersOf(byDate, { events, ask: ask("Unpaid", "2024-03-29", "2024-03-30", "2024-04-01") })).toEqual([
    "0",
    "0",
    "1",
  ]);
  expect(answersOf(byDate, { events, ask: ask("Unpaid Due", "2024-03-29", "2024-03-31") })).toEqual(["0", "0"]);
});

test("what is payable is due by then, though the clause names a later day for that", () => {
  expect(answersOf(byDate, { ask: ask("Unpaid Due", "2024-03-28", "2024-03-29", "2024-03-31") })).toEqual([
    "0",
    "88",
    "88",
  ]);
  // What goes to due interest alone finds it on its day of payment, and no day later is it overdue.
  const dueAlone = byDate.replace("due Interest, then Interest", "due Interest");
  const events = [{ on: "2024-03-29", event: "Interest Paid", Amount: "88" }];
  const late = `${dueAlone}Late means overdue Interest\n`;
  expect(answersOf(late, { events, ask: ask("Late", "2024-03-29", "2024-03-31") })).toEqual(["0", "0"]);
  expect(answersOf(late, { events, ask: ask("Unpaid Due", "2024-03-31") })).toEqual(["0"]);
});

test("what is charged for payment on an earlier day is due from that day, or from its own on", () => {
  const clauses = `account Fee owed by Borrower to Holder
event Fee Agreed
  Payable On: date
when Fee Agreed
  Fee is charged with $5 due on 2024-03-31, payable on its Payable On
Fee Due means due Fee
`;
  const due = (on: string, payableOn: string, ...days: string[]) =>
    answersOf(clauses, {
      events: [{ on, event: "Fee Agreed", "Payable On": payableOn }],
      ask: ask("Fee Due", ...days),
    });
  expect(due("2024-03-01", "2024-03-10", "2024-03-09", "2024-03-10")).toEqual(["0", "5"]);
  expect(due("2024-03-20", "2024-03-10", "2024-03-19", "2024-03-20")).toEqual(["0", "5"]);
  // A later day of payment changes nothing.
  expect(due("2024-03-01", "2024-04-02", "2024-03-30", "2024-03-31")).toEqual(["0", "5"]);
});

test("what is ahead goes by the principal of the day of payment", () => {
  // $1,500 are left from 30 March on: of the 88 days none is changed, and the next quarter begins at $0.50 a day.
  const clauses = `${byDate}event Prepayment\nwhen Prepayment\n  Principal falls by $1,500\n`;
  const events = [{ on: "2024-03-30", event: "Prepayment" }];
  expect(answersOf(clauses, { events, ask: ask("Unpaid", "2024-03-31", "2024-04-01") })).toEqual(["88", "88.5"]);
});

test("a rule that does not hold pays nothing in advance", () => {
  const clauses = byDate.replace("on Coupon Date\n", "on Coupon Date if Principal is more than $5,000\n");
  expect(answersOf(clauses, { ask: ask("Paid Today", "2024-03-29") })).toEqual(["0"]);
  expect(answersOf(clauses, { ask: ask("Unpaid", "2024-03-29", "2024-04-01") })).toEqual(["87", "89"]);
});

test("a note that begins between the two days pays on the later one", () => {
  const clauses = byDate
    .replace("last day of the quarter of today", "later of today and 2024-01-03")
    .replace("(Coupon Date, modified following)", "2024-01-01");
  // The rule has a day each day from the 3rd on; the day of payment lies before the note, so it is late and not in advance.
  expect(answersOf(clauses, { ask: ask("Unpaid", "2024-01-03", "2024-01-04") })).toEqual(["1", "2"]);
});

test("a day of payment that is reckoned from the day itself is not looked for ahead", () => {
  // On each day before the quarter's end that day would be the day of payment.
  const clauses = byDate.replace("(Coupon Date, modified following)", "(today, preceding)");
  expect(answersOf(clauses, { ask: ask("Unpaid Due", "2024-03-28", "2024-03-29", "2024-03-31") })).toEqual([
    "0",
    "0",
    "88",
  ]);
});

describe("what is charged on each date of a schedule", () => {
  // To the cent, 12% on $3,000 are $88 for the 88 days from 2 January to 31 March, and $90 for a quarter.
  const charged = `Principal starts at $3,000
account Interest owed by Borrower to Holder
${paid}Coupon Dates are every 3 months from but excluding 2023-12-31 to and including 2024-12-31
on each of Coupon Dates
  Interest is charged with (interest at 12% per year on Principal from and including (the later of Issue Date and its start)
    to but excluding its date by 30E/360, rounded half up to $0.01) due on its date, payable on (its date, modified following)
event Prepayment
when Prepayment
  Principal falls by $1,500
`;

  test("is charged on its day of payment, and not again on its own", () => {
    const days = ["2024-03-28", "2024-03-29", "2024-03-31", "2024-06-27", "2024-06-28", "2024-06-30", "2024-09-30"];
    const all = ["0", "88", "88", "88", "178", "178", "268"];
    expect(answersOf(charged, { ask: ask("Unpaid Due", ...days) })).toEqual(all);
    expect(answersOf(charged, { ask: ask("Paid Today", "2024-03-29", "2024-03-31") })).toEqual(["88", "0"]);
  });

  test("takes the principal of the day of payment", () => {
    const events = [
      { on: "2024-03-30", event: "Prepayment" },
      { on: "2024-06-28", event: "Prepayment" },
    ];
    // The first quarter stays as it was charged. Of the second, 88 days to 27 June bear $0.50, and from the 28th on nothing is left.
    expect(answersOf(charged, { events, ask: ask("Unpaid Due", "2024-03-31", "2024-06-30") })).toEqual(["88", "132"]);
  });

  test("is charged for every row, though two rows have one day of payment", () => {
    // 30 and 31 March are a weekend before April, so both are payable on the 29th. On the 29th only the 30th is next.
    const daily = `account Fee owed by Borrower to Holder
Days are every 1 days from but excluding 2024-03-27 to and including 2024-04-02
on each of Days
  Fee is charged with $1 due on its date, payable on (its date, modified following)
Fees means unpaid Fee
`;
    const days = ["2024-03-28", "2024-03-29", "2024-03-30", "2024-03-31", "2024-04-01", "2024-04-02"];
    expect(answersOf(daily, { ask: ask("Fees", ...days) })).toEqual(["1", "3", "3", "4", "5", "6"]);
  });

  test("is charged on its own day where the day of payment lies before the note", () => {
    // Issued on Tuesday, 2 January: 1 January is a row in no case, 6 and 7 January are a weekend.
    const before = `account Fee owed by Borrower to Holder
Days are every 1 days from but excluding 2024-01-02 to and including 2024-01-03
on each of Days
  Fee is charged with $1 due on its date, payable on 3 days before its date
Fees means unpaid Fee
`;
    expect(answersOf(before, { ask: ask("Fees", "2024-01-02", "2024-01-03") })).toEqual(["0", "1"]);
  });

  test("is charged on its own day, late, where the rule has a condition", () => {
    const only = charged.replace("on each of Coupon Dates\n", "on each of Coupon Dates if Principal is more than $0\n");
    expect(answersOf(only, { ask: ask("Unpaid Due", "2024-03-29", "2024-03-31") })).toEqual(["0", "88"]);
  });
});
