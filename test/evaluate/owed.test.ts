import { describe, expect, test } from "vitest";
import * as asked from "./asked.ts";

// Ten days of prices, from Tuesday 2 to Monday 15 January 2024 without a row for the weekends; what lies after is unknown.
const prices = ["02", "03", "04", "05", "08", "09", "10", "11", "12", "15"].map(
  (day) => [`2024-01-${day}`, "1"] as const,
);
const head = "event Request by Holder\nevent Reply for Request by Borrower\n";

function outcomeOf(statements: string, events: readonly Record<string, unknown>[] = []) {
  return asked.outcomeOf(head + statements, { events, prices, ask: [{ value: "Issue Date", on: "2024-01-15" }] });
}

/** What is due from one day and for so many days after it, a line each. */
function dueOf(statements: string, events: readonly Record<string, unknown>[], from: string, days: number): string[] {
  const found = asked.dueOf(head + statements, { events, prices, ask: [] }, from, days);
  return found.map(({ due, status, text, because }) =>
    [due ?? "?", status, text, ...(because ? [because] : [])].join(" | "),
  );
}

describe("a duty that can't be determined", () => {
  const request = [{ on: "2024-01-12", event: "Request", id: "r" }];

  test("whose day the market data do not reach is listed without a day", () => {
    const duty = "the Borrower must give Reply by 3 trading days after its date for each Request called Answer\n";
    const [owed, ...others] = outcomeOf(duty, request).owed;
    expect(others).toEqual([]);
    expect(owed).toMatchObject({ due: null, text: "Answer: Reply for r, by a day that can't be determined" });
    expect(owed?.because).toContain("2024-01-15");
    expect(dueOf(duty, request, "2024-01-12", 3)).toEqual([
      expect.stringContaining("? | unknown | Answer: Reply for r, by a day that can't be determined | "),
    ]);
  });

  test("is not listed once it is done", () => {
    const duty = "the Borrower must give Reply by 3 trading days after its date for each Request called Answer\n";
    const done = [...request, { on: "2024-01-15", event: "Reply", for: "r" }];
    expect(outcomeOf(duty, done).owed).toEqual([]);
  });

  test("of which it is unknown whether it stands is listed, too", () => {
    const duty =
      "the Borrower must give Reply by 2024-02-01 for each Request while market close is more than $1 per share, not restated for splits called Answer\n";
    const { owed } = outcomeOf(duty, [{ on: "2024-01-13", event: "Request", id: "r" }]);
    // The run ends on Monday the 15th, a trading day whose close is not more than $1.
    expect(owed).toEqual([]);
    expect(dueOf(duty, request, "2024-01-13", 1)).toEqual([
      expect.stringContaining("? | unknown | Answer: Reply for r, by a day that can't be determined | "),
    ]);
  });

  test("whose amount can't be determined keeps its day", () => {
    const duty =
      "the Borrower must pay 100 shares, not restated for splits * market close to Holder by 2024-01-14 called Fee\n";
    expect(dueOf(duty, [], "2024-01-13", 1)).toEqual([
      expect.stringContaining("2024-01-14 | due | Fee: an amount that can't be determined | "),
    ]);
  });
});

describe("what is due later", () => {
  const interest =
    "account Interest owed by Borrower to Holder\n  accrues: 36% per year on $1,000 by actual/360\n  from and including: Issue Date\n";

  test("has the amount of its day", () => {
    // A dollar a day from 2 January: on the 12th, ten days have come in.
    const duty = "the Borrower must pay (unpaid Interest) to Holder by 2024-01-12 called Call Payment\n";
    expect(dueOf(interest + duty, [], "2024-01-05", 10)).toEqual(["2024-01-12 | due | Call Payment: $10"]);
  });

  test("has the present amount once its day is over", () => {
    const duty = "the Borrower must pay (unpaid Interest) to Holder by 2024-01-04 called Call Payment\n";
    expect(dueOf(interest + duty, [], "2024-01-05", 10)).toEqual(["2024-01-04 | overdue | Call Payment: $3"]);
  });

  test("is listed although it arises later", () => {
    const duty = "the Borrower must pay $5 to Holder by 2024-01-12 while today is on or after 2024-01-10 called Fee\n";
    expect(dueOf(duty, [], "2024-01-05", 10)).toEqual(["2024-01-12 | due | Fee: $5"]);
    expect(dueOf(duty, [], "2024-01-05", 4)).toEqual([]);
  });
});

describe("an event of which it cannot be determined whether it may be given", () => {
  const power =
    'the Holder may give Request\n  only if (3 trading days after its date) is before 2024-02-01, else "too late"\nCount starts at 0\nwhen Request\n  Count rises by 1\n';

  test("is taken, and the journal says so with the reason", () => {
    const { journal, refused } = outcomeOf(power, [{ on: "2024-01-12", event: "Request", id: "r" }]);
    expect(refused).toEqual([]);
    const problems = journal.filter(({ kind }) => kind === "problem").map(({ text }) => text);
    expect(problems[0]).toContain("whether Request r may be given can't be determined: ");
    expect(problems[0]).toContain("2024-01-15");
    expect(problems[1]).toContain("Count becomes unknown");
  });

  test("is not spoken of where it can be determined", () => {
    const { journal } = outcomeOf(power, [{ on: "2024-01-09", event: "Request", id: "r" }]);
    expect(journal.filter(({ kind }) => kind === "problem")).toEqual([]);
  });
});

describe("money that somebody holds", () => {
  const accounts =
    "account Fee owed by Borrower to Holder\nLeft starts at $100\n" +
    "on 2024-01-03\n  Fee is charged $30 due on today\n";
  const paid = [{ on: "2024-01-04", event: "Payment", id: "p", Amount: "200" }];
  const owed = (targets: string, events = paid, more = "") =>
    outcomeOf(`${accounts}when Payment\n  its Amount is applied to ${targets}\n${more}`, events).owed;

  // $30 and $100 are owed, so that $70 of $200 are left.
  test("is listed where it is left over after the last target", () => {
    const found = { from: "Holder", to: "Borrower", amount: "70", unit: "USD", due: null };
    const text = "$70 left over of Payment p on 2024-01-04";
    expect(owed("due Fee, then Left")).toMatchObject([{ ...found, text }]);
    expect(owed("Left, then Fee")).toMatchObject([
      { ...found, text: "Fee: $70 paid ahead, held for what is charged or accrues next" },
    ]);
  });

  test("has no holder where no account names debtor and creditor", () => {
    const charged = { from: "Borrower", to: "Holder", amount: "30" };
    const left = { from: "", to: "", amount: "100", text: "$100 left over of Payment p on 2024-01-04" };
    expect(owed("Left")).toMatchObject([charged, left]);
  });

  test("is not listed where all of it pays something", () => {
    expect(
      owed(
        "due Fee, then Left",
        paid.map((it) => ({ ...it, Amount: "130" })),
      ),
    ).toEqual([]);
    // Held on the 2nd, it pays what is charged on the 3rd.
    const early = [{ on: "2024-01-02", event: "Payment", id: "p", Amount: "30" }];
    expect(owed("Fee", early)).toEqual([]);
  });

  // $170 are held when the charge of the 15th can't be determined: there is no price on the 14th.
  test("is listed still where the account becomes unknown", () => {
    const charge =
      "on 2024-01-15\n  Fee is charged (100 shares, not restated for splits * market close as of 2024-01-14) due on today\n";
    expect(owed("Fee")).toMatchObject([{ amount: "170" }]);
    expect(owed("Fee", paid, charge).map(({ text }) => text)).toEqual([
      "Fee: $170 paid ahead, held for what is charged or accrues next",
      "Fee: an amount that can't be determined, by a day that can't be determined",
    ]);
  });

  test("shows in what is due from the day of the payment on", () => {
    const statements = `${accounts}when Payment\n  its Amount is applied to due Fee\n`;
    const due = (day: string) =>
      asked
        .dueOf(head + statements, { events: paid, prices, ask: [] }, day, 1)
        .map(({ status, text }) => [status, text]);
    expect(due("2024-01-03")).toEqual([["due", "Fee of $30"]]);
    expect(due("2024-01-04")).toEqual([["unknown", "$170 left over of Payment p on 2024-01-04"]]);
  });
});

describe("an amount that is owed", () => {
  const sections =
    'section 5 "Exit"\naccount Money Owed owed by Borrower to Holder\nwhen Request\n  Money Owed is charged $10 due on today\n' +
    'section 6 "Redemption"\nwhen Reply\n  Money Owed is charged $20 due on today\n' +
    'section 7 "Interest"\naccount Interest owed by Borrower to Holder\n' +
    "  accrues: 36% per year on $1,000 by actual/360\n  from and including: Issue Date\n" +
    'section 8 "Payment of interest"\non 2024-01-12\n  Interest falls due on today\n';
  const events = [
    { on: "2024-01-04", event: "Request", id: "r" },
    { on: "2024-01-05", event: "Reply", for: "r" },
  ];
  // 36% of $1,000 is a dollar a day of 360: ten from 2 January (included) to 12 January (excluded).
  const expected = [
    ["5", "Money Owed of $10"],
    ["6", "Money Owed of $20"],
    ["7", "Interest of $10"],
  ];

  test("cites the clause that charged it, and what accrued the account", () => {
    const { owed, journal } = outcomeOf(sections, events);
    expect(owed.map(({ section, text }) => [section, text.replace(", overdue", "")])).toEqual(expected);
    const charges = journal.filter(({ kind, name }) => kind === "account" && name === "Money Owed");
    expect(charges.map(({ section }) => section)).toEqual(["5", "6"]);
  });

  test("does so where it is listed as due, too", () => {
    const due = asked.dueOf(head + sections, { events, prices, ask: [] }, "2024-01-12", 3);
    expect(due.map(({ section, text }) => [section, text])).toEqual(expected);
  });
});
