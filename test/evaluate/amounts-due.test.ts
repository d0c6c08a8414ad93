/** What is owed as a run ends, and what is due around a day: the parties, by when, and what follows. */
import { describe, expect, test } from "vitest";
import { dueOf, outcomeOf } from "./asked.ts";

const notice = (on: string, Amount: string, id = on) => ({ on, event: "Notice", id, Amount });
const until = (on: string) => [{ value: "Issue Date", on }];
const fee =
  'section 2 "Fees"\naccount Fee owed by Borrower to Holder\nwhen Notice\n  Fee is charged its Amount due on its date, payable on 2 days after its date\n' +
  'when Payment\n  its Amount is applied to due Fee\nsection 3 "Late"\naccount Late Fee owed by Borrower to Holder\n' +
  "  accrues: 36.5% per year on overdue Fee by actual/365\n  from and including: Issue Date\n" +
  'section 4 "Default"\nDefault occurs\n  when overdue Fee is more than $0\n';

describe("what accounts hold", () => {
  const events = [
    notice("2024-01-04", "70"),
    notice("2024-01-03", "50"),
    { on: "2024-01-04", event: "Payment", Amount: "20" },
  ];

  test("by the day for payment, late or not, as far as it is not paid", () => {
    const owed = (on: string) => outcomeOf(fee, { events, ask: until(on) }).owed;
    const item = { from: "Borrower", to: "Holder", unit: "USD", section: "2" };
    expect(owed("2024-01-05")).toEqual([
      { ...item, amount: "30", due: "2024-01-05", text: "Fee of $30" },
      { ...item, amount: "70", due: "2024-01-06", text: "Fee of $70" },
    ]);
    expect(owed("2024-01-06").map(({ text }) => text)).toEqual(["Fee of $30, overdue", "Fee of $70"]);
    const paid = [...events, { on: "2024-01-06", event: "Payment", Amount: "30" }];
    expect(outcomeOf(fee, { events: paid, ask: until("2024-01-06") }).owed.map(({ text }) => text)).toEqual([
      "Fee of $70",
    ]);
  });

  test("with what follows if it is not paid", () => {
    const timeline = { events: events.slice(0, 2), ask: [] };
    const follows = ["Default under 4", "Late Fee (3)"];
    const due = (on: string, days: number) =>
      dueOf(fee, timeline, on, days).map((it) => [it.due, it.status, it.text, it.follows]);
    expect(due("2024-01-05", 0)).toEqual([["2024-01-05", "due", "Fee of $50", follows]]);
    expect(due("2024-01-05", 1)).toEqual([
      ["2024-01-05", "due", "Fee of $50", follows],
      ["2024-01-06", "due", "Fee of $70", follows],
    ]);
    expect(due("2024-01-06", 0)).toEqual([
      ["2024-01-05", "overdue", "Fee of $50", follows],
      ["2024-01-06", "due", "Fee of $70", follows],
    ]);
    expect(due("2024-01-02", 9)).toEqual([]);
  });

  test("what falls due by the calendar in the days to come is looked ahead to", () => {
    const statements =
      'section 2 "Interest"\nBase starts at $36,500\naccount Interest owed by Borrower to Holder\n  accrues: 10% per year on Base by actual/365\n' +
      "  from and including: Issue Date\non 2024-01-12\n  Interest falls due on today, payable on 2024-01-15";
    // Ten days of $10.
    const item = { due: "2024-01-15", status: "due", amount: "100", text: "Interest of $100" };
    expect(dueOf(statements, { ask: [] }, "2024-01-10", 5)).toMatchObject([item]);
    expect(dueOf(statements, { ask: [] }, "2024-01-10", 4)).toEqual([]);
    expect(dueOf(statements, { ask: [] }, "2024-01-12", 5)).toMatchObject([item]);
  });
});

describe("what must be done", () => {
  const owed = (statements: string, events: readonly Readonly<Record<string, unknown>>[], on: string) =>
    outcomeOf(statements, { events, ask: until(on) }).owed;

  test("once, until it is done", () => {
    const statements =
      'section 5 "Reports"\nevent Report by Borrower\nthe Borrower must give Report by 2024-01-05 called Yearly Report';
    const report = { from: "Borrower", to: "", due: "2024-01-05", section: "5" };
    expect(owed(statements, [], "2024-01-05")).toEqual([{ ...report, text: "Yearly Report: Report" }]);
    expect(owed(statements, [], "2024-01-06")).toEqual([{ ...report, text: "Yearly Report: Report, overdue" }]);
    expect(owed(statements, [{ on: "2024-01-06", event: "Report" }], "2024-01-06")).toEqual([]);
    expect(dueOf(statements, { ask: [] }, "2024-01-06")).toMatchObject([
      { status: "overdue", text: "Yearly Report: Report" },
    ]);
  });

  test("for each event, until it is done for that one, with what its own delay brings", () => {
    const statements =
      'section 5 "Delivery"\nevent Delivered for Notice by Borrower\nthe Borrower must give Delivered by 2 days after its date for each Notice called Delivery\n' +
      "Penalty for each Notice means $5 if its Delivered has not happened, otherwise $0\n" +
      "Fixed Penalty for each Notice is fixed as $5 if its Delivered has not happened, otherwise $0\n" +
      "Days Late for each Notice means 1 if its Delivered has not happened, otherwise 0\n" +
      'section 6 "Default"\nDefault occurs for each Notice\n  when its Delivered has not happened and today is after 2024-02-01';
    const events = [
      notice("2024-01-03", "1", "a"),
      notice("2024-01-04", "1", "b"),
      { on: "2024-01-04", event: "Delivered", for: "a" },
    ];
    expect(owed(statements, events, "2024-01-04")).toEqual([
      { from: "Borrower", to: "", due: "2024-01-06", section: "5", text: "Delivery: Delivered for b" },
    ]);
    // An amount of money that goes on changing, and the default; not what is fixed or no money.
    expect(dueOf(statements, { events, ask: [] }, "2024-01-04", 9)).toMatchObject([
      {
        due: "2024-01-06",
        status: "due",
        text: "Delivery: Delivered for b",
        follows: ["Default under 6", "Penalty (5)"],
      },
    ]);
  });

  test("a payment, while it is owed and as much as it is", () => {
    const statements =
      'section 7 "Repayment"\nBalance starts at $0\nwhen Notice\n  Balance rises by its Amount\nthe Borrower must pay Balance to Holder by 2024-01-05 while today is before 2024-01-08 called Repayment';
    const events = [notice("2024-01-03", "50")];
    expect(owed(statements, [], "2024-01-05")).toEqual([]);
    expect(owed(statements, events, "2024-01-06")).toEqual([
      {
        from: "Borrower",
        to: "Holder",
        amount: "50",
        unit: "USD",
        due: "2024-01-05",
        section: "7",
        text: "Repayment: $50, overdue",
      },
    ]);
    expect(owed(statements, events, "2024-01-08")).toEqual([]);
  });
});

describe("what follows if it is not done", () => {
  const others =
    'section 8 "Others"\naccount Other owed by Borrower to Holder\naccount On Other owed by Borrower to Holder\n' +
    "  accrues: 5% per year on overdue Other by actual/365\n  from and including: Issue Date\n" +
    "account On Due owed by Borrower to Holder\n  accrues: 5% per year on due Fee by actual/365\n  from and including: Issue Date\n" +
    "Breach occurs\n  when due Fee is more than $0\nBreach occurs\n  when overdue Other is more than $0\nevent Report by Borrower\n";

  // The fee is due since the 3rd, so that what goes by that goes on; of the other account nothing is due.
  test("is what goes on or begins, in that account and beside it", () => {
    const timeline = { events: [notice("2024-01-03", "50")], ask: [] };
    expect(dueOf(fee + others, timeline, "2024-01-05").map(({ follows }) => follows)).toEqual([
      ["Breach under 8", "Default under 4", "Late Fee (3)", "On Due (8)"],
    ]);
  });

  test("is not what reads it and stays as it is, and is what comes of it by way of a state", () => {
    const statements = `${fee}section 5 "Others"
Late starts at no
Unpaid holds when overdue Fee is more than $0
when Unpaid begins
  Late becomes yes
Breach occurs
  when overdue Fee is more than $100
Trouble occurs
  when Late
`;
    const timeline = { events: [notice("2024-01-03", "50")], ask: [] };
    expect(dueOf(statements, timeline, "2024-01-05").map(({ follows }) => follows)).toEqual([
      ["Default under 4", "Late Fee (3)", "Trouble under 5"],
    ]);
    const more = { events: [notice("2024-01-03", "150")], ask: [] };
    expect(dueOf(statements, more, "2024-01-05").map(({ follows }) => follows)).toEqual([
      ["Breach under 5", "Default under 4", "Late Fee (3)", "Trouble under 5"],
    ]);
  });

  test("is said to be too much to find out where it takes too many days", () => {
    const timeline = { events: [notice("2024-01-03", "50")], ask: [] };
    const [only] = dueOf(fee, timeline, "2024-01-05", 0, 100);
    expect(only).toMatchObject({ text: "Fee of $50", follows: [expect.stringContaining("than the limits allow")] });
  });

  test("of a duty, what reads that event, and amounts of the same event only", () => {
    const statements =
      `${others}event Delivered for Notice by Borrower\nevent Sent for Notice by Borrower\n` +
      "account Fee owed by Borrower to Holder\nthe Borrower must give Delivered by its date for each Notice called Delivery\n" +
      "Late Charge for each Notice means $1 if its Delivered has not happened, otherwise $0\n" +
      "Sent Charge for each Notice means $1 if its Sent has not happened, otherwise $0\n" +
      "Total Charge means the sum of (its Late Charge) over Notice events\n" +
      "Breach occurs for each Notice\n  when its Sent has not happened and today is after 2024-02-01\n";
    const timeline = { events: [notice("2024-01-03", "50")], ask: [] };
    expect(dueOf(statements, timeline, "2024-01-03").map(({ follows }) => follows)).toEqual([["Late Charge (8)"]]);
  });

  test("is sorted by day, then section, then words", () => {
    const statements =
      'section 2 "B"\nevent Report by Borrower\nthe Borrower must give Report by 2024-01-05 called Zeal\nthe Borrower must give Report by 2024-01-05 called Area\nthe Borrower must give Report by 2024-01-04 called Most\n' +
      'section 1 "A"\nthe Borrower must give Report by 2024-01-05 called Yard\n';
    expect(dueOf(statements, { ask: [] }, "2024-01-03", 9).map(({ text }) => text)).toEqual([
      "Most: Report",
      "Yard: Report",
      "Area: Report",
      "Zeal: Report",
    ]);
  });
});
