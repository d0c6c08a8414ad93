/** What one event changes: all of it from the state before, and in an order of its own where order counts. */
import { describe, expect, test } from "vitest";
import { answersOf, outcomeOf } from "./asked.ts";

const notice = (Amount: string, on = "2024-01-03") => ({ on, event: "Notice", Amount });
const asked = (value: string, ...days: string[]) =>
  (days.length === 0 ? ["2024-01-03"] : days).map((on) => ({ value, on }));

/** Rules in the order given, and the other way round: the result is the same. */
const bothWays = (...rules: string[]) => [rules.join("\n"), rules.toReversed().join("\n")];

describe("changes of one state", () => {
  const rules = [
    'section 1 "Small"\nwhen Notice if its Amount is more than $50\n  Total rises by its Amount',
    'section 2 "Large"\nwhen Notice if its Amount is more than $100\n  Total falls by $1',
    'section 3 "Larger"\nwhen Notice if its Amount is more than $1,000\n  Total becomes $7',
    'section 4 "Largest"\nwhen Notice if its Amount is more than $2,000\n  Total becomes $8',
  ];
  const total = "Total starts at $10";

  test.each([
    ["none", "50", "10"],
    ["one addition", "60", "70"],
    // 10 + 110 − 1.
    ["two additions", "110", "119"],
    ["one that sets it beside additions", "1100", "conflict"],
    ["two that set it", "2100", "conflict"],
  ])("%s", (_, amount, expected) => {
    for (const text of bothWays(total, ...rules)) {
      expect(answersOf(text, { events: [notice(amount)], ask: asked("Total") })).toEqual([expected]);
    }
  });

  test("are written down under all their sections, and a conflict names them", () => {
    for (const text of bothWays(total, ...rules)) {
      const journal = (amount: string) =>
        outcomeOf(text, { events: [notice(amount)], ask: [] }).journal.filter(({ name }) => name === "Total");
      expect(journal("110")).toEqual([
        expect.objectContaining({ section: "1, 2", from: "10", to: "119", text: "Total rises to $119" }),
      ]);
      expect(journal("2100")).toEqual([
        expect.objectContaining({
          kind: "problem",
          section: "1, 2, 3, 4",
          text: expect.stringContaining("(1 and 2 and 3 and 4)"),
        }),
      ]);
      expect(journal("20")).toEqual([]);
    }
  });

  test("one that sets it alone, and one that clears it", () => {
    const statements =
      "Last is a date, at first not set\nwhen Notice\n  Last becomes today\nwhen Payment\n  Last becomes not set";
    const events = [notice("1"), { on: "2024-01-05", event: "Payment", Amount: "1" }];
    expect(answersOf(statements, { events, ask: asked("Last", "2024-01-02", "2024-01-03", "2024-01-05") })).toEqual([
      null,
      "2024-01-03",
      null,
    ]);
  });

  test("one that clears it and one that sets it are a conflict", () => {
    const statements = bothWays(
      "Last is a date, at first not set",
      "when Notice if its Amount is more than $1\n  Last becomes today",
      "when Notice if its Amount is more than $2\n  Last becomes not set",
    );
    for (const text of statements) {
      expect(answersOf(text, { events: [notice("3")], ask: asked("Last") })).toEqual(["conflict"]);
    }
  });

  test("one that can't be determined makes it that, and it stays so", () => {
    const statements =
      "Total starts at $10\nOther starts at $10\nwhen Notice\n  Total rises by $1 * (market close / market close)\n  Other rises by $1\nwhen Payment\n  Total rises by $1\n  Other rises by $1";
    const events = [notice("1"), { on: "2024-01-04", event: "Payment", Amount: "1" }];
    const ask = [...asked("Total", "2024-01-02", "2024-01-03", "2024-01-04"), ...asked("Other", "2024-01-04")];
    expect(answersOf(statements, { events, ask })).toEqual(["10", "missing data", "missing data", "12"]);
  });

  test("a rule of which it can't be determined whether it applies makes everything that it would change that", () => {
    const statements =
      "Total starts at $10\nLast is a date, at first not set\nSince starts at 2024-01-01\naccount Fee owed by Borrower to Holder\n" +
      "when Notice if market close is more than $1 per share, not restated for splits\n  Total rises by $1\n  Last becomes not set\n  Since becomes today\n  Fee is charged $5 due on today";
    const ask = ["Total", "Last", "Since", "Fee"].flatMap((value) => asked(value));
    const unknown = { events: [notice("1")], ask };
    expect(answersOf(statements, unknown)).toEqual(["missing data", "missing data", "missing data", "missing data"]);
    expect(answersOf(statements, { ...unknown, prices: [["2024-01-03", "2"]] })).toEqual([
      "11",
      null,
      "2024-01-03",
      "5",
    ]);
    expect(answersOf(statements, { ...unknown, prices: [["2024-01-03", "1"]] })).toEqual([
      "10",
      null,
      "2024-01-01",
      "0",
    ]);
  });

  test.each([
    ["unlimited more", "rises by (its Amount * Much)", "unlimited"],
    ["unlimited less", "falls by (its Amount * Much)", "undefined"],
    ["something less than unlimited", "falls by its Amount", "9"],
  ])("%s", (_, change, expected) => {
    const statements = `Total starts at $10\nMuch means the greater of 1 and unlimited\nwhen Notice\n  Total ${change}`;
    expect(answersOf(statements, { events: [notice("1")], ask: asked("Total") })).toEqual([expected]);
  });
});

describe("changes of one account act by what they do", () => {
  // $36,500 at 10 % over 365 days is $10 a day: $100 by the 12th.
  const interest =
    "Base starts at $36,500\naccount Interest owed by Borrower to Holder\n  accrues: 10% per year on Base by actual/365\n  from and including: Issue Date\n";
  const measures = "Due Now means due Interest\nPaid means paid Interest\nOn Base means unpaid Interest on Base\n";
  const on12 = (Amount = "0", event = "Notice") => ({ on: "2024-01-12", event, Amount });

  const cases: readonly (readonly [string, string[], string, string[], string[]])[] = [
    // Of the $100 no more than $100 are converted; the $40 come after it.
    [
      "a conversion before a charge",
      ["Interest is converted by $120", "Interest is charged $40 due on today"],
      "Interest",
      ["2024-01-12"],
      ["40"],
    ],
    [
      "a charge before a payment",
      ["Interest is charged $40 due on today", "$60 is applied to due Interest"],
      "Due Now",
      ["2024-01-12"],
      ["0"],
    ],
    [
      "what falls due in part before what falls due",
      ["Interest falls due by $30 on 2024-01-20", "Interest falls due on 2024-01-18"],
      "Due Now",
      ["2024-01-18", "2024-01-20"],
      ["70", "100"],
    ],
    [
      "what falls due before a payment",
      ["Interest falls due on today", "$60 is applied to due Interest"],
      "Due Now",
      ["2024-01-12"],
      ["40"],
    ],
    [
      "a payment before it is cleared",
      ["$60 is applied to Interest", "Interest is cleared"],
      "Paid",
      ["2024-01-12"],
      ["60"],
    ],
    [
      "parts by their due dates",
      ["Interest falls due by $80 on 2024-01-20", "Interest falls due by $30 on 2024-01-18"],
      "Due Now",
      ["2024-01-18", "2024-01-20"],
      ["30", "100"],
    ],
  ];
  test.each(cases)("%s", (_, changes, value, days, expected) => {
    for (const rules of bothWays(...changes.map((change) => `when Notice\n  ${change}`))) {
      expect(answersOf(interest + measures + rules, { events: [on12()], ask: asked(value, ...days) })).toEqual(
        expected,
      );
    }
  });

  test("parts with one due date by the dates for payment", () => {
    const part = (amount: string, day: string) =>
      `when Notice\n  Interest falls due by ${amount} on today, payable on ${day}`;
    const paid = "Early means Interest payable on 2024-01-18\nLate means Interest payable on 2024-01-20\n";
    // The earlier takes its $80 of the $100 first.
    for (const rules of bothWays(part("$80", "2024-01-18"), part("$30", "2024-01-20"))) {
      const ask = [...asked("Early", "2024-01-12"), ...asked("Late", "2024-01-12")];
      expect(answersOf(interest + paid + rules, { events: [on12()], ask })).toEqual(["80", "20"]);
    }
  });

  test("what is of one month before what is of all", () => {
    // January has $300 and February, by the 12th, $110. January falls due on 1 March, all the rest on the 15th of February.
    for (const rules of bothWays(
      "when Notice\n  Interest falls due on 2024-03-01 for the month of 2024-01-15",
      "when Notice\n  Interest falls due on 2024-02-15",
    )) {
      const events = [{ on: "2024-02-12", event: "Notice", Amount: "0" }];
      const ask = asked("Due Now", "2024-02-14", "2024-02-15", "2024-03-01");
      expect(answersOf(interest + measures + rules, { events, ask })).toEqual(["0", "110", "410"]);
    }
  });

  test("what is charged is attached to nothing, and of one day is paid before what falls due", () => {
    for (const rules of bothWays(
      "when Notice\n  Interest is charged $40 due on today",
      "when Notice\n  Interest falls due on today",
    )) {
      const statements = `${interest}${measures}${rules}\nwhen Payment\n  its Amount is applied to due Interest`;
      const events = [on12(), on12("40", "Payment")];
      // The charge was made first, and is paid first; what had accrued on the base stays.
      expect(answersOf(statements, { events, ask: asked("On Base", "2024-01-12") })).toEqual(["100"]);
    }
  });

  test("what is done is written down once, under the sections that say so", () => {
    const statements =
      `${interest}section 5 "Part"\nwhen Notice\n  Interest falls due by $30 on today\n` +
      'section 4 "Charge"\nwhen Notice\n  Interest is charged its Amount due on today\nsection 6 "Clear"\nwhen Payment\n  Interest is cleared';
    const journal = (amount: string) =>
      outcomeOf(statements, { events: [on12(amount)], ask: [] }).journal.filter(({ name }) => name === "Interest");
    expect(journal("40")).toEqual([
      expect.objectContaining({
        section: "4, 5",
        from: "100",
        to: "140",
        amount: "40",
        text: "Interest: charge, fall due; $140 unpaid",
      }),
    ]);
    // A charge of nothing is no news.
    expect(journal("0")).toEqual([expect.objectContaining({ text: "Interest: fall due; $100 unpaid" })]);
  });
});

describe("the dates of what is charged or falls due", () => {
  const fee = "account Fee owed by Borrower to Holder\nDue Now means due Fee\nLate means overdue Fee\n";

  test.each([
    // Due and payable on one day: it is due then, and overdue as that day ends.
    ["both", "due on 2024-01-05, payable on 2024-01-08", ["0", "0", "50", "0", "50", "0", "50", "50"]],
    ["the day of claim alone", "due on 2024-01-05", ["0", "0", "50", "50", "50", "50", "50", "50"]],
  ])("%s", (_, dates, expected) => {
    const statements = `${fee}when Notice\n  Fee is charged its Amount ${dates}`;
    const ask = ["2024-01-04", "2024-01-05", "2024-01-07", "2024-01-08"].flatMap((on) => [
      { value: "Due Now", on },
      { value: "Late", on },
    ]);
    expect(answersOf(statements, { events: [notice("50")], ask })).toEqual(expected);
  });

  test("in full, what was due later comes due too", () => {
    const statements = `${fee}when Notice\n  Fee is charged its Amount due on 2024-02-01\nwhen Payment\n  Fee falls due in full on today\n`;
    const events = [notice("50"), { on: "2024-01-05", event: "Payment", Amount: "0" }];
    expect(answersOf(statements, { events, ask: asked("Due Now", "2024-01-04", "2024-01-05") })).toEqual(["0", "50"]);
    // Without it, it stays where it was.
    expect(
      answersOf(statements.replace(" in full", ""), { events, ask: asked("Due Now", "2024-01-05", "2024-02-01") }),
    ).toEqual(["0", "50"]);
  });

  test.each([
    ["amount", "Fee is charged ($1 * (market close / market close)) due on today"],
    ["due date", "Fee is charged $1 due on 1 trading day after today"],
    ["date for payment", "Fee is charged $1 due on today, payable on 1 trading day after today"],
  ])("where the %s can't be determined, neither can the account, whatever follows", (_, change) => {
    const statements = `${fee}when Notice\n  ${change}\nwhen Notice\n  Fee is cleared\nwhen Payment\n  Fee is charged $1 due on today`;
    const events = [notice("1"), { on: "2024-01-04", event: "Payment", Amount: "1" }];
    expect(answersOf(statements, { events, ask: asked("Fee", "2024-01-02", "2024-01-03", "2024-01-04") })).toEqual([
      "0",
      "missing data",
      "missing data",
    ]);
  });
});
