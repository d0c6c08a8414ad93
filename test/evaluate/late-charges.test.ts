/** What accrues on each overdue amount of an account: from when on, and with money paid ahead. */
import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

// 36.5% per year over 365 days is a thousandth a day.
const late = (from: string) =>
  "account Fee owed by Borrower to Holder\naccount Late Fee owed by Borrower to Holder\n" +
  `  accrues: 36.5% per year on each overdue Fee by actual/365\n  from and including: ${from}\n` +
  "event Charge by Holder\n  Amount: money\n  Day: date\n" +
  "when Charge\n  Fee is charged its Amount due on its Day, payable on its Day\n" +
  "when Payment\n  its Amount is applied to Fee\n" +
  "when Notice\n  its Amount is applied to Late Fee\nLate Owed means unpaid Late Fee\n";
const charge = (on: string, Amount: string, Day = on) => ({ on, event: "Charge", Amount, Day });
const money = (on: string, event: string, Amount: string) => ({ on, event, Amount });
const owed = (...days: string[]) => days.map((on) => ({ value: "Late Owed", on }));

test("an amount that is charged after its day bears from that day on, but not from before the account's first", () => {
  const events = [charge("2024-01-20", "1000", "2024-01-05")];
  // Through the 20th: 16 days of $1 from the 5th, 6 from the 15th.
  expect(answersOf(late("Issue Date"), { events, ask: owed("2024-01-20", "2024-01-21") })).toEqual(["0", "16"]);
  expect(answersOf(late("2024-01-15"), { events, ask: owed("2024-01-20", "2024-01-21") })).toEqual(["0", "6"]);
});

test("amounts that are charged late together bear each from its own day", () => {
  const both = (first: string, second: string) => {
    const events = [charge("2024-02-20", "1000", first), charge("2024-02-20", "2000", second)];
    return answersOf(late("Issue Date"), { events, ask: owed("2024-02-21") });
  };
  // Through 20 February: 47 days from 5 January, 13 from 8 February; at $1 and $2 a day.
  expect(both("2024-01-05", "2024-02-08")).toEqual(["73"]);
  expect(both("2024-02-08", "2024-01-05")).toEqual(["107"]);
});

test("a part of one of two amounts that is paid bears no more", () => {
  const events = [charge("2024-01-03", "1000"), charge("2024-01-03", "2000"), money("2024-01-10", "Payment", "400")];
  // $3 a day from the 3rd through the 9th, then $2.60.
  expect(answersOf(late("Issue Date"), { events, ask: owed("2024-01-10", "2024-01-11", "2024-01-12") })).toEqual([
    "21",
    "23.6",
    "26.2",
  ]);
});

describe("money paid ahead of late charges", () => {
  test("pays them day by day, as they accrue on each amount", () => {
    const events = [
      charge("2024-01-03", "1000"),
      charge("2024-01-03", "2000"),
      // Of $10 three are owed through the 3rd; $7 are left for two days and a third of the next.
      money("2024-01-04", "Notice", "10"),
    ];
    expect(
      answersOf(late("Issue Date"), { events, ask: owed("2024-01-04", "2024-01-06", "2024-01-07", "2024-01-08") }),
    ).toEqual(["0", "0", "2", "5"]);
  });
});
