/** What accounts of each event ask of what names them, changes them and pays them. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "./findings.ts";

const notes = `section 1 "Notes"
event Note Issued
  Principal: money
event Paid for Note Issued
  Sum: money
event Tick
Outstanding for each Note Issued starts at its Principal
account Interest for each Note Issued owed by Borrower to Holder
  accrues: 8% per year on its Outstanding by actual/365
  from and including: its date
account Late Fees for each Note Issued owed by Borrower to Holder
  accrues: 12% per year on each overdue its Interest by actual/365
  from and including: its date
account Fee owed by Borrower to Holder
Twice for each Note Issued means 2 * unpaid its Interest
`;

describe("what is no account of the event", () => {
  test.each([
    [
      "a field, posted to",
      "when Paid\n  «its Note Issued's Principal» is charged with its Sum",
      "TN2105",
      "`Note Issued`",
    ],
    [
      "a state, posted to",
      "when Tick\n  «Outstanding» for each Note Issued falls due on today",
      "TN2105",
      "`Outstanding`",
    ],
    ["a definition, measured", "Bad for each Note Issued means unpaid «its Twice»", "TN2105", "`its Twice`"],
    ["a definition, paid", "when Paid\n  $5 is applied to its Note Issued's «Twice»", "TN2105", "`Twice`"],
    ["an account of the note", "Bad for each Note Issued means unpaid its «Fee»", "TN2003", "`Fee`"],
    ["what is none of another event", "when Tick\n  «Interest» for each Paid falls due on today", "TN2003", "Interest"],
  ])("%s", (_, statement, code, message) => {
    expectFinding(`${notes}${statement}\n`, code, message);
  });
});

describe("an account of each, named without its event", () => {
  test.each([
    [
      "measured",
      "Total means unpaid Interest",
      "write `unpaid its Interest`, or `the total of unpaid its Interest for each Note Issued`",
    ],
    [
      "measured as overdue",
      "Total means overdue Interest",
      "or `the total of overdue its Interest for each Note Issued`",
    ],
    [
      "as a value",
      "Total means Interest",
      "write `unpaid its Interest`, or `the total of unpaid its Interest for each Note Issued`",
    ],
    [
      "posted to",
      "when Paid\n  Interest falls due on today",
      "write `its Note Issued's Interest`, or `Interest for each Note Issued`",
    ],
    [
      "paid",
      "when Note Issued\n  $5 is applied to Interest",
      "write `its Interest`, or `Interest for each Note Issued`",
    ],
  ])("%s: says how it is named", (_, statement, help) => {
    const [finding] = findingsIn(`${notes}${statement}\n`);
    expect([finding?.code, finding?.help]).toEqual(["TN2005", expect.stringContaining(help)]);
  });

  test("is no value, but for what is measured of it", () => {
    expectFinding(`${notes}Bad for each Note Issued means «its Interest»\n`, "TN2011", "`unpaid its Interest`");
    expectFinding(
      `${notes}Bad for each Paid means «its Note Issued's Interest» + $5\n`,
      "TN2011",
      "an account of each event",
    );
  });
});

describe("payments", () => {
  test.each([
    [
      "pro rata of one event",
      "when Paid\n  its Sum is applied to its Note Issued's «Interest» pro rata",
      "TN4160",
      "only one",
    ],
    ["pro rata of the note", "when Paid\n  its Sum is applied to «Fee» pro rata", "TN4160", "only one"],
    [
      "late charges of several",
      "when Tick\n  $5 is applied to due Interest for each Note Issued, each amount with its «Late Fees»",
      "TN4161",
      "of one `Note Issued`",
    ],
    [
      "late charges that are none of it",
      "when Paid\n  $5 is applied to due its Note Issued's Late Fees, each amount with its «Interest»",
      "TN3018",
      "`Interest`",
    ],
  ])("%s", (_, statement, code, message) => {
    expectFinding(`${notes}${statement}\n`, code, message);
  });

  test.each([
    ["to one", "when Paid\n  its Sum is applied to due its Note Issued's Interest, then its Note Issued's Interest"],
    [
      "to one with its late charges",
      "when Paid\n  its Sum is applied to due its Note Issued's Interest, each amount with its Late Fees, then its Note Issued's Late Fees",
    ],
    [
      "to all, and to the note",
      "when Tick\n  $5 is applied to Interest for each Note Issued, then Outstanding for each Note Issued pro rata, then Fee",
    ],
    [
      "to some, as the rule's own event says",
      "when Paid\n  $5 is applied to Interest for each Note Issued where (its Principal is less than this Paid's Sum) pro rata",
    ],
  ])("%s are taken", (_, statement) => {
    expectNoFinding(`${notes}${statement}\n`);
  });

  test("what several leave goes nowhere, and what one leaves is held", () => {
    expectFinding(
      `${notes}when Paid\n  its Sum is applied to «Interest» for each Note Issued\n`,
      "TN4025",
      "`Interest`",
    );
    expectNoFinding(`${notes}when Paid\n  its Sum is applied to its Note Issued's Interest\n`);
  });
});

describe("declarations", () => {
  test("late charges of each accrue on an account of the same event", () => {
    const late =
      "account More for each Note Issued owed by Borrower to Holder\n  accrues: 12% per year on each «overdue Fee» by actual/365\n  from and including: its date\n";
    expectFinding(`${notes}${late}`, "TN4162", "`Fee`");
  });

  test("no exception says another thing of it", () => {
    expectFinding(
      `${notes}section 2 "Other"\nnotwithstanding «Interest» of 1\n  while: Tick has happened\n  it is: $5\n`,
      "TN2011",
      "Interest",
    );
  });

  test.each(["(«today, preceding»)", "«5 days before today»", "(«Month End, modified following»)"])(
    "a day of payment that may come before the rule's own is found: %s",
    (day) => {
      const end = "Month End means the last day of the month of today\n";
      const rule = `on Month End\n  Interest for each Note Issued falls due on Month End, payable on ${day}\n`;
      expectFinding(notes + end + rule, "TN4152", "`Interest`");
    },
  );
});
