/** What duties, covenants and elections ask of what stands in them, and what may ask them. */
import { describe, test } from "vitest";
import { expectFinding, expectNoFinding } from "./findings.ts";

const events =
  'section 4.1 "Notices"\ngiven Principal: money = $100\nevent Notice by Holder\n  Amount: money\n' +
  'event Reply for Notice by Borrower\n  Form: "cash", "shares"\nevent Report by Borrower\n' +
  "Debt starts at $0\nwhen Notice\n  Debt rises by its Amount\n";
const duties =
  "the Borrower must give Reply by 5 days after its date for each Notice called Answer\n" +
  "the Borrower must give Report by 2024-02-01 called Reporting\n" +
  "the Borrower must not let Debt be more than Principal at any time, called Debt Limit\n";
const all = `${events}${duties}`;

type Case = readonly [name: string, statement: string, code: string, message: string];

describe("what can't be asked", () => {
  test.each<Case>([
    ["an amount", "Late holds when «Debt» is late", "TN3055", "`Debt` is no duty"],
    [
      "a state of things that is open",
      "Open holds when «Debt Limit» is open",
      "TN3055",
      "a state of things that must not be",
    ],
    [
      "a state of things, by days late",
      "Open holds when «Debt Limit» is late by more than 2 days",
      "TN3055",
      "state of things",
    ],
    ["a duty of each event, alone", "Late holds when «Answer» is late", "TN2005", "`Answer` is a value of each"],
    [
      "late by an amount",
      "Late holds when Reporting is late by more than «Principal»",
      "TN3004",
      "How late something is",
    ],
    ["a section without a duty", "Bad holds when the Borrower is in breach of «4.2»", "TN2050", "4.2"],
    ["a section with the other party's duties", "Bad holds when the Holder is in breach of «4.1»", "TN2050", "Holder"],
    ["a breach of nobody", "Bad holds when the «Lender» is in breach of 4.1", "TN2007", "`Lender`"],
    [
      "a day that there may not be",
      "Bad holds when «the first day of breach of Debt Limit» is before today",
      "TN3005",
      "no value",
    ],
  ])("%s", (_, statement, code, message) => {
    expectFinding(`${all}${statement}\n`, code, message);
  });

  test.each([
    ["tests of duties", "Bad holds when Reporting is late or Reporting is breached or Debt Limit is excused\n"],
    ["a duty of each event", "Bad for each Notice holds when its Answer is late by more than 2 days\n"],
    ["a section by its parties", "Bad holds when the Borrower is in breach of 4.1\n"],
    [
      "a day that its test proves",
      "Bad holds when Debt Limit is breached and the first day of breach of Debt Limit is before 2024-03-01\n",
    ],
    [
      "a day of performance that its test proves",
      "Bad holds when Reporting is performed and the day of performance of Reporting is before 2024-03-01\n",
    ],
  ])("%s are fine", (_, statement) => expectNoFinding(all + statement));
});

describe("exceptions to duties", () => {
  test("can only excuse", () => {
    const exception = (value: string) =>
      `${all}section 9 "Force majeure"\nnotwithstanding Reporting of 4.1\n  while: Debt is $0\n  it is: ${value}\n`;
    expectNoFinding(exception('"excused"'));
    expectFinding(exception("«Debt»"), "TN3002", "Reporting");
  });
});

describe("what is to be done for each event", () => {
  test("names the event that it is done for", () => {
    const duty = (event: string) => `${events}the Borrower must give ${event} by today for each Notice called Answer\n`;
    expectFinding(duty("«Report»"), "TN4063", "`Report` is to be given for each `Notice`");
    expectNoFinding(duty("Reply"));
  });
});

describe("elections", () => {
  const election = (rest: string) =>
    `${events}the Borrower may give Reply by 5 days after its date for each Notice${rest}\nPaid for each Notice means Debt if its Form of Payment is "cash", otherwise $0\n`;

  test("say what holds if none is made, in the kind of what is elected", () => {
    expectNoFinding(election(' called Form of Payment\n  electing: its Form\n  if none is made: "cash"'));
    expectFinding(
      election(" called Form of Payment\n  electing: its Form\n  if none is made: «Debt»"),
      "TN3002",
      "Form of Payment",
    );
    expectFinding(
      `${events}the Borrower may give Reply by 5 days after its date for each Notice called «Form of Payment»\n  electing: its Form\n`,
      "TN4060",
      "If no `Reply` is given, `Form of Payment` has no value",
    );
  });

  test("a power with an end alone is fine", () =>
    expectNoFinding(`${events}the Borrower may give Report by 2024-02-01\nDone holds when Report has happened\n`));

  test("its last day is a day", () =>
    expectFinding(`${events}the Borrower may give Report by «Debt»\n`, "TN3004", "The last day of a power"));
});
