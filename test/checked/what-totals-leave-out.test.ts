/** Debts that a template marks or says so that a total, or a payment, never gets to them. */
import { describe, test } from "vitest";
import { expectFinding, expectNoFinding, expectRelated } from "./findings.ts";

describe("a role of the note and of its events", () => {
  const note = (marks: string) =>
    "event Tranche Drawn by Borrower\n  Amount: money\nTerm Loan starts at $500\nOutstanding for each Tranche Drawn starts at its Amount\n" +
    "account Interest for each Tranche Drawn owed by Borrower to Holder\n  accrues: 8% per year on its Outstanding by actual/365\n  from and including: its date\n" +
    `account Fees owed by Borrower to Holder\n${marks}`;

  test.each([
    ["states", 'role "principal left": Term Loan\nrole "principal left": «Outstanding»\n'],
    ["accounts", 'role "interest": «Interest»\nrole "interest": Fees\n'],
  ])("of %s", (_, marks) => expectFinding(note(marks), "TN2098", "totals count", "adds both up"));

  test("points at the one of the note", () =>
    expectRelated(
      note('role "principal left": ‹Term Loan›\nrole "principal left": Outstanding\n'),
      "TN2098",
      "of the note",
    ));

  test.each([
    ["each its own role", 'role "principal left": Term Loan\nrole "interest": Interest\n'],
    ["those of events alone", 'role "interest": Interest\nrole "principal left": Outstanding\n'],
    ["a role that no total has", 'role "price formula": Term Loan\nrole "price formula": Outstanding\n'],
  ])("not %s", (_, marks) => expectNoFinding(note(marks)));
});

describe("a role of a value that each event has and that is no balance", () => {
  const note =
    "event Note Issued by Borrower\n  Amount: money\nDouble for each Note Issued means 2 * its Amount\nFirst for each Note Issued is fixed as its Amount\n";

  test.each([
    ["worked out anew", 'role "interest": «Double»\n'],
    ["fixed", 'role "principal left": «First»\n'],
  ])("%s", (_, mark) => expectFinding(note + mark, "TN2099", "neither a state nor an account", "mark their total"));

  test.each([
    ["their total", 'All Double means the total of its Double for each Note Issued\nrole "interest": All Double\n'],
    ["of terms", 'role "penalty": Double\n'],
  ])("not %s", (_, mark) => expectNoFinding(note + mark));
});

describe("a duty to pay what no payment makes less", () => {
  const fee = "event Fee Paid by Borrower\n  Amount: money\n";
  const duty = (amount: string, condition = "") =>
    `the Borrower must pay ${amount} to Holder by 2024-06-03${condition} called Fee Duty\n`;

  test.each([
    ["a figure", duty("«$500»")],
    ["a deal term", `given Fee: money\n${duty("«Fee»")}`],
    ["a definition of it", `given Fee: money\nFee Due means 2 * Fee\n${duty("«Fee Due»")}`],
    [
      "a field of the event that it is owed for",
      `${fee}for each Fee Paid, the Borrower must pay «its Amount» to Holder by 3 days after its date called Fee Duty\n`,
    ],
    [
      "a value that is fixed",
      `${fee}Left starts at $500\nwhen Fee Paid\n  Left falls by its Amount\nFee for each Fee Paid is fixed as Left\n` +
        "for each Fee Paid, the Borrower must pay «its Fee» to Holder by 3 days after its date called Fee Duty\n",
    ],
  ])("%s", (_, source) => expectFinding(source, "TN4026", "never performed", "what is left of it"));

  test.each([
    ["a state", `${fee}Left starts at $500\nwhen Fee Paid\n  Left falls by its Amount\n${duty("Left")}`],
    ["an account", `account Fees owed by Borrower to Holder\nFees Due means due Fees\n${duty("Fees Due")}`],
    ["what is left by a sum of events", `${fee}${duty("($500 - (the sum of its Amount over Fee Paid events))")}`],
    ["a figure while it is unpaid", `${fee}${duty("$500", " while Fee Paid has not happened")}`],
    [
      "a figure with an exception",
      `${fee}Fee means $500\nnotwithstanding Fee\n  while: Fee Paid has happened\n  it is: $0\n${duty("Fee")}`,
    ],
  ])("not %s", (_, source) => expectNoFinding(source));
});
