/** Accounts of each event: what accrues, falls due and is paid on each of several notes, each figure worked out by hand. */
import { describe, expect, test } from "vitest";
import { asPlainDate, parseDate } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { answersOf, dueOf, explained, outcomeOf, replayOf } from "./asked.ts";

/** $73,000 at 8% is $16 a day, and $36,500 is $8 a day. */
const notes = `section 1 "Notes"
event Note Issued by Borrower
  Principal: money
event Called for Note Issued by Holder
event Paid for Note Issued by Borrower
  Sum: money
event Swept by Borrower
  Sum: money
event Shared by Borrower
  Sum: money
Outstanding for each Note Issued starts at its Principal
account Interest for each Note Issued owed by Borrower to Holder
  accrues: 8% per year on its Outstanding by actual/365
  from and including: its date
on 2024-01-31
  Interest for each Note Issued falls due on today, payable on 2024-02-05
when Called
  its Note Issued's Interest falls due on today
when Paid
  its Sum is applied to due its Note Issued's Interest, then its Note Issued's Outstanding
when Swept
  its Sum is applied to due Interest for each Note Issued, then Outstanding for each Note Issued
when Shared
  its Sum is applied to Interest for each Note Issued pro rata
Total means the total of unpaid its Interest for each Note Issued
Due in All means the total of due its Interest for each Note Issued
Part for each Called means unpaid its Note Issued's Interest on $36,500
Called In for each Note Issued means its Interest payable on 2024-02-05
`;
const two = [
  { on: "2024-01-11", event: "Note Issued", id: "a", Principal: "73000" },
  { on: "2024-01-21", event: "Note Issued", id: "b", Principal: "36500" },
];
const of = (id: string, on: string, value = "Interest") => ({ value, of: id, on });
const all = (value: string, on: string) => ({ value, on });

describe("an account of each event", () => {
  test("begins as its event is applied, and accrues by itself", () => {
    const ask = [
      of("a", "2024-01-10"),
      of("a", "2024-01-11"),
      of("a", "2024-01-12"),
      // 14 days of 16, and 4 of 8.
      of("a", "2024-01-25"),
      of("b", "2024-01-25"),
      all("Total", "2024-01-25"),
      all("Total", "2024-01-05"),
    ];
    expect(answersOf(notes, { events: two, ask })).toEqual([null, "0", "16", "224", "32", "256", "0"]);
  });

  test("falls due for all of them on a day, or for one with an event of it", () => {
    const events = [...two, { on: "2024-01-29", event: "Called", id: "c", for: "b" }];
    const ask = [
      // 8 days of 8; of the other nothing is due yet.
      all("Due in All", "2024-01-29"),
      // 20 days of 16 more, and 2 of 8.
      all("Due in All", "2024-01-31"),
      // Payable on the 5th is what fell due on the 31st.
      of("a", "2024-02-01", "Called In"),
      of("b", "2024-02-01", "Called In"),
      // All of $36,500 is the base of b: 10 days of 8.
      of("c", "2024-01-31", "Part"),
    ];
    expect(answersOf(notes, { events, ask })).toEqual(["64", "400", "320", "16", "80"]);
  });

  test("is what is unpaid at the end where no day is named", () => {
    // Through the 1st of February: 21 days of 16.
    const ask = [{ value: "Interest", of: "a" }, all("Total", "2024-02-01")];
    expect(answersOf(notes, { events: two, ask })).toEqual(["336", "424"]);
  });
});

describe("a payment", () => {
  test("of one event goes to its own account and state, and to no other", () => {
    // Of 36,820, 320 pay what is due, and the rest of the principal then bears 8 a day: 3 days of 16, then 3 of 8.
    const events = [...two, { on: "2024-02-03", event: "Paid", for: "a", Sum: "36820" }];
    const ask = [
      of("a", "2024-02-03", "Outstanding"),
      of("a", "2024-02-03"),
      of("a", "2024-02-06"),
      of("b", "2024-02-03", "Outstanding"),
      // 80 that fell due, and 3 days of 8.
      of("b", "2024-02-03"),
    ];
    expect(answersOf(notes, { events, ask })).toEqual(["36500", "48", "72", "36500", "104"]);
  });

  test("of all goes first to what was due first, whatever the event", () => {
    // Due are 64 of b since the 29th, then 320 of a and 16 of b since the 31st: 200 leave 184 of a and 16 of b. Two days accrue on.
    const events = [
      ...two,
      { on: "2024-01-29", event: "Called", for: "b" },
      { on: "2024-02-02", event: "Swept", Sum: "200" },
    ];
    const ask = [of("a", "2024-02-02"), of("b", "2024-02-02"), all("Due in All", "2024-02-02")];
    expect(answersOf(notes, { events, ask })).toEqual(["216", "32", "200"]);
  });

  test("of all goes on to the next target when nothing is due any more, event by event", () => {
    // 64 + 320 + 16 = 400 are due. Of the other 73,100 the first note takes 73,000, and the second 100.
    const events = [
      ...two,
      { on: "2024-01-29", event: "Called", for: "b" },
      { on: "2024-02-02", event: "Swept", Sum: "73500" },
    ];
    const ask = [
      all("Due in All", "2024-02-02"),
      of("a", "2024-02-02", "Outstanding"),
      of("b", "2024-02-02", "Outstanding"),
    ];
    expect(answersOf(notes, { events, ask })).toEqual(["0", "0", "36400"]);
  });

  test("pro rata goes to each in proportion to what is open", () => {
    // Open are 320 + 32 and 80 + 16, together 448, of which 224 is half.
    const events = [...two, { on: "2024-02-02", event: "Shared", Sum: "224" }];
    const ask = [of("a", "2024-02-02"), of("b", "2024-02-02"), all("Due in All", "2024-02-02")];
    // What is due is paid before what accrues: 320 - 176, and 80 - 48.
    expect(answersOf(notes, { events, ask })).toEqual(["176", "48", "176"]);
  });

  test("pro rata of more than is open leaves the rest over", () => {
    const events = [...two, { on: "2024-02-02", event: "Shared", Sum: "500" }];
    const { answers, journal, owed } = outcomeOf(notes, { events, ask: [all("Total", "2024-02-02")] });
    expect(answers).toMatchObject([{ answer: "0" }]);
    // 500 less 352 and 96.
    expect(journal.at(-1)?.text).toBe("$52 of the payment is left over: it is more than all that it is applied to");
    expect(owed.map(({ text }) => text)).toEqual(["$52 left over of Shared on 2024-02-02"]);
  });

  test("pro rata on the day on which it falls due counts that as due", () => {
    // As the 31st ends 320 and 80 fall due. 100 is a quarter of it.
    const statements = notes.replace(
      "applied to Interest for each Note Issued pro rata",
      "applied to due Interest for each Note Issued pro rata",
    );
    const events = [...two, { on: "2024-01-31", event: "Shared", Sum: "100" }];
    expect(answersOf(statements, { events, ask: [of("a", "2024-01-31"), of("b", "2024-01-31")] })).toEqual([
      "240",
      "60",
    ]);
  });

  test.each([
    // Half of what both are.
    ["pro rata", "is applied to Outstanding for each Note Issued pro rata", ["36500", "18250"]],
    ["one after the other", "is applied to Outstanding for each Note Issued", ["18250", "36500"]],
    [
      "of those that a condition names",
      "is applied to Outstanding for each Note Issued where (its Principal is $36,500)",
      ["73000", "0"],
    ],
  ])("into states of events goes %s", (_, words, expected) => {
    const statements = `${notes}event Repaid by Borrower\n  Sum: money\nwhen Repaid\n  its Sum ${words}\n`;
    const events = [...two, { on: "2024-01-22", event: "Repaid", Sum: "54750" }];
    const ask = [of("a", "2024-01-22", "Outstanding"), of("b", "2024-01-22", "Outstanding")];
    expect(answersOf(statements, { events, ask })).toEqual(expected);
  });
});

describe("late charges of each event", () => {
  const late = `${notes}account Late Fees for each Note Issued owed by Borrower to Holder
  accrues: 36.5% per year on each overdue its Interest by actual/365
  from and including: its date
event Settled for Note Issued by Borrower
  Sum: money
when Settled
  its Sum is applied to due its Note Issued's Interest, each amount with its Late Fees
`;
  test("accrue on what is overdue of that event, and are paid with it", () => {
    // 36.5% is a thousandth a day. What was payable on the 5th is overdue as that day ends: 320 and 80, for 5 days by the 10th.
    const events = [...two, { on: "2024-02-10", event: "Settled", for: "a", Sum: "320.60" }];
    const fees = (id: string, on: string) => of(id, on, "Late Fees");
    const ask = [fees("a", "2024-02-09"), fees("b", "2024-02-10"), fees("a", "2024-02-10")];
    // Of 1.60 that had accrued on a's amount, 0.60 are paid with it.
    expect(answersOf(late, { events, ask })).toEqual(["1.28", "0.4", "1"]);
  });
});

describe("where there is no such event", () => {
  const power = `the Borrower may give Note Issued\n  only if its Principal is less than $50,000, else "too much"\n`;

  test("one that is refused has no account, and what is for it is refused", () => {
    const events = [...two, { on: "2024-02-03", event: "Paid", for: "a", Sum: "5" }];
    const ask = [of("a", "2024-01-25"), all("Total", "2024-01-25"), of("b", "2024-01-25")];
    const { answers, refused } = outcomeOf(notes + power, { events, ask });
    expect(answers).toMatchObject([{ error: { kind: "refused" } }, { answer: "32" }, { answer: "32" }]);
    expect(refused.map(({ event }) => event)).toEqual(["Note Issued", "Paid"]);
  });

  test("the account of one that can't be decided is that failure, and that of the others is known", () => {
    const open = `the Borrower may give Note Issued\n  only if its Principal / (its Principal - $73,000) is more than 0, else "no"\n`;
    const ask = [of("a", "2024-01-25"), of("b", "2024-01-25")];
    const positive = open.replace("more than 0", "less than 0");
    // 36,500 less 73,000 is below zero; of 73,000 nothing is left to divide by.
    expect(answersOf(notes + positive, { events: two, ask })).toEqual(["undefined", "32"]);
  });

  test("its power may ask what it holds: nothing yet", () => {
    const asking = `the Borrower may give Note Issued\n  only if unpaid its Interest is $0, else "no"\n`;
    expect(answersOf(notes + asking, { events: two, ask: [of("a", "2024-01-12")] })).toEqual(["16"]);
  });

  test("a posting to the account of none changes nothing, and the journal says so", () => {
    const statements = `${notes}event Later for Note Issued\n  Start: date\n  takes effect on: its Start
event Fined for Later
account Fine for each Later owed by Borrower to Holder
when Fined\n  its Later's Fine is charged with $5\n`;
    const events = [
      ...two,
      { on: "2024-01-22", event: "Later", id: "l", for: "a", Start: "2024-01-30" },
      { on: "2024-01-23", event: "Fined", for: "l" },
    ];
    const { answers, journal } = outcomeOf(statements, { events, ask: [of("l", "2024-01-31", "Fine")] });
    expect(answers).toMatchObject([{ answer: "0" }]);
    expect(journal.find(({ kind }) => kind === "problem")?.text).toContain("Fine of no event is changed");
  });
});

describe("what names the event", () => {
  test("the journal", () => {
    const events = [...two, { on: "2024-02-02", event: "Shared", Sum: "224" }];
    const { journal } = outcomeOf(notes, { events, ask: [] });
    expect(journal.filter(({ kind }) => kind === "account").map(({ of: id, text }) => [id, text])).toEqual([
      ["a", "Interest of a: fall due; $320 unpaid"],
      ["b", "Interest of b: fall due; $80 unpaid"],
      ["a", "Interest of a: payment; $176 unpaid"],
      ["b", "Interest of b: payment; $48 unpaid"],
    ]);
  });

  test("what is owed, and what follows", () => {
    const { owed } = outcomeOf(notes, { events: two, ask: [all("Total", "2024-02-07")] });
    expect(owed.map(({ due, of: id, amount, text }) => [due, id, amount, text])).toEqual([
      ["2024-02-05", "a", "320", "Interest of a: $320, overdue"],
      ["2024-02-05", "b", "80", "Interest of b: $80, overdue"],
    ]);
    const late = `${notes}section 2 "Default"\nDefault occurs for each Note Issued\n  when overdue its Interest is more than $0\n`;
    const found = dueOf(late, { events: two, ask: [] }, "2024-02-01", 10);
    expect(found.map(({ of: id, follows }) => [id, follows])).toEqual([
      ["a", ["Default under 2"]],
      ["b", ["Default under 2"]],
    ]);
  });

  test("the position", () => {
    const marked = `${notes}role "interest": Interest\n`;
    const day = parseDate("2024-01-25") ?? asPlainDate(0);
    const [position] = ensured(replayOf(marked, { events: two, ask: [] }).positions([day]));
    expect(position?.balances).toMatchObject([
      { value: "Interest of a", amount: "224" },
      { value: "Interest of b", amount: "32" },
    ]);
  });

  test("the explanation, with the part of the payment", () => {
    const events = [...two, { on: "2024-02-02", event: "Shared", Sum: "224" }];
    const [fact] = explained(notes, { events, ask: [of("a", "2024-02-02")] });
    expect([fact?.kind, fact?.name, fact?.of]).toMatchObject(["account", "Interest", { id: "a" }]);
    const paid = fact?.operands.find(({ operation }) => operation.kind === "payment");
    expect([paid?.name, paid?.of, paid?.result]).toMatchObject(["Interest", { id: "a" }, { n: 176n }]);
    // The money, and what was open on each of the two.
    const open = paid?.operands.map(({ name, of: event, result }) => [name, event, result]);
    expect(open).toMatchObject([
      ["Sum", expect.anything(), { n: 224n }],
      ["Interest", { id: "a" }, { n: 352n }],
      ["Interest", { id: "b" }, { n: 96n }],
    ]);
  });
});
