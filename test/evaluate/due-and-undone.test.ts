/** What is due where some of it can't be determined, and what follows where one thing alone is not done. */
import { describe, expect, test } from "vitest";
import { dueOf, factsOf, outcomeOf } from "./asked.ts";

type Events = readonly Readonly<Record<string, unknown>>[];

// Trading days are known through Friday, 12 January.
const prices = ["02", "03", "04", "05", "08", "09", "10", "11", "12"].map((day) => [`2024-01-${day}`, "1"] as const);
const request = (id: string, on: string) => ({ on, event: "Request", id });
const notice = (on: string, Amount: string) => ({ on, event: "Notice", Amount });

/** Day, status, words and what follows. */
function linesOf(statements: string, events: Events, on: string, days = 0): unknown[][] {
  const found = dueOf(statements, { events, prices, ask: [] }, on, days);
  return found.map(({ due, status, text, follows }) => [due, status, text, follows]);
}

describe("a duty for each event", () => {
  const duty = 'section 1 "Replies"\nthe Borrower must give Reply by 2024-02-01 for each Request called Answer\n';
  const events = "event Request by Holder\nevent Reply for Request by Borrower\n";
  const put = "  takes effect on: 3 trading days after its date\n";

  test("is owed by an unknown day for one that may have taken effect, and for no other", () => {
    const late = events.replace("by Holder\n", `by Holder\n${put}`);
    // The third trading day after the 10th lies beyond the data; that after the 4th is the 9th.
    const both = [request("a", "2024-01-04"), request("b", "2024-01-10")];
    for (const on of ["2024-01-12", "2024-01-13"]) {
      expect(linesOf(late + duty, both, on, 30).map((it) => it.slice(0, 3))).toEqual([
        ["2024-02-01", "due", "Answer: Reply for a"],
        [null, "unknown", "Answer: Reply, by a day that can't be determined"],
      ]);
    }
  });

  test("is unknown where the reply to that event may have taken effect, and owed for the others", () => {
    const late = events.replace("by Borrower\n", `by Borrower\n${put}`);
    const all = [
      request("a", "2024-01-04"),
      request("b", "2024-01-04"),
      { on: "2024-01-10", event: "Reply", for: "a" },
    ];
    expect(linesOf(late + duty, all, "2024-01-12", 30).map((it) => it.slice(0, 3))).toEqual([
      ["2024-02-01", "due", "Answer: Reply for a"],
      ["2024-02-01", "due", "Answer: Reply for b"],
    ]);
    expect(linesOf(late + duty, all, "2024-01-13", 30).map((it) => it.slice(0, 3))).toEqual([
      ["2024-02-01", "due", "Answer: Reply for b"],
      [null, "unknown", "Answer: Reply for a, by a day that can't be determined"],
    ]);
  });

  test("stands beside another for the same event, each once", () => {
    const all = [request("a", "2024-01-04"), request("b", "2024-01-05")];
    const other =
      'section 2 "Copies"\nevent Copy for Request by Borrower\nthe Borrower must give Copy by 2024-02-02 for each Request called Copies\n';
    expect(linesOf(events + duty + other, all, "2024-01-05", 30).map((it) => it.slice(0, 3))).toEqual([
      ["2024-02-01", "due", "Answer: Reply for a"],
      ["2024-02-01", "due", "Answer: Reply for b"],
      ["2024-02-02", "due", "Copies: Copy for a"],
      ["2024-02-02", "due", "Copies: Copy for b"],
    ]);
  });

  test("is done where it alone is not the one that is left undone", () => {
    const trouble =
      "Open Requests means the number of Request events where (its Reply has not happened)\n" +
      'section 3 "Trouble"\nTrouble occurs\n  when Open Requests is more than 0 and today is after 2024-02-01\n' +
      'section 4 "More trouble"\nMore Trouble occurs\n  when Open Requests is more than 1 and today is after 2024-02-01\n';
    const both = [request("a", "2024-01-04"), request("b", "2024-01-04")];
    expect(linesOf(events + duty + trouble, both, "2024-01-05", 30)).toEqual([
      ["2024-02-01", "due", "Answer: Reply for a", ["Trouble under 3"]],
      ["2024-02-01", "due", "Answer: Reply for b", ["Trouble under 3"]],
    ]);
  });

  test("is not done by another event for the same one, and leaves that done", () => {
    const both =
      events +
      duty +
      "event Copy for Request by Borrower\nthe Borrower must give Copy by 2024-02-01 for each Request called Copies\n" +
      "Bare Requests means the number of Request events where (its Reply has not happened and its Copy has not happened)\n" +
      'section 3 "Trouble"\nTrouble occurs\n  when Bare Requests is more than 0 and today is after 2024-02-01\n';
    const copied = [request("a", "2024-01-04"), { on: "2024-01-04", event: "Copy", for: "a" }];
    expect(linesOf(both, copied, "2024-01-05", 30)).toEqual([["2024-02-01", "due", "Answer: Reply for a", []]]);
    expect(linesOf(both, copied.slice(0, 1), "2024-01-05", 30)).toEqual([
      ["2024-02-01", "due", "Answer: Reply for a", []],
      ["2024-02-01", "due", "Copies: Copy for a", []],
    ]);
  });

  test.each([
    // Its last day is 1 February 2024; a leap year's 366 days on it is 1 February 2025.
    ["a year later", "2025-02-01", ["Trouble under 3"]],
    ["a day after that", "2025-02-02", []],
  ])("leads to what occurs %s", (_, day, follows) => {
    const trouble = `section 3 "Trouble"\nTrouble occurs for each Request\n  when its Reply has not happened and today is on or after ${day}\n`;
    expect(linesOf(events + duty + trouble, [request("a", "2024-01-04")], "2024-01-05", 30)).toEqual([
      ["2024-02-01", "due", "Answer: Reply for a", follows],
    ]);
  });
});

describe("amounts of accounts", () => {
  const accounts =
    'section 1 "Fees"\naccount Fee owed by Borrower to Holder\naccount Other owed by Borrower to Holder\n' +
    "when Notice\n  Fee is charged its Amount due on its date, payable on 2 days after its date\n" +
    'section 2 "Trouble"\n';
  const fifty = notice("2024-01-03", "50");
  const seventy = notice("2024-01-04", "70");
  const troubleAt = (amount: string) => `${accounts}Trouble occurs\n  when overdue Fee is more than ${amount}\n`;

  test("of other days are paid where one is not", () => {
    // $50 are payable on the 5th, $70 on the 6th.
    expect(linesOf(troubleAt("$60"), [fifty, seventy], "2024-01-05", 1)).toEqual([
      ["2024-01-05", "due", "Fee of $50", []],
      ["2024-01-06", "due", "Fee of $70", ["Trouble under 2"]],
    ]);
  });

  test("that are overdue are left unpaid together, what is due today apart", () => {
    expect(linesOf(troubleAt("$60"), [fifty, seventy], "2024-01-06")).toEqual([
      ["2024-01-05", "overdue", "Fee of $50", []],
      ["2024-01-06", "due", "Fee of $70", ["Trouble under 2"]],
    ]);
    expect(linesOf(troubleAt("$100"), [fifty, seventy], "2024-01-07")).toEqual([
      ["2024-01-05", "overdue", "Fee of $50", ["Trouble under 2"]],
      ["2024-01-06", "overdue", "Fee of $70", ["Trouble under 2"]],
    ]);
  });

  test("of other accounts are paid where one is not", () => {
    const both =
      `${accounts}when Notice\n  Other is charged $5 due on its date, payable on 2 days after its date\n` +
      "Trouble occurs\n  when overdue Fee is more than $0 and overdue Other is more than $0\n";
    expect(linesOf(both, [fifty], "2024-01-05")).toEqual([
      ["2024-01-05", "due", "Fee of $50", []],
      ["2024-01-05", "due", "Other of $5", []],
    ]);
  });

  test("bring what ends again, but not what ended before, and not that their own account grows", () => {
    const growing =
      'section 1 "Fees"\naccount Fee owed by Borrower to Holder\n  accrues: 36.5% per year on overdue Fee by actual/365\n  from and including: Issue Date\n' +
      "when Notice\n  Fee is charged its Amount due on its date, payable on 2 days after its date\n" +
      "when Payment\n  its Amount is applied to due Fee\n" +
      'section 2 "Trouble"\nTrouble occurs\n  when overdue Fee is more than $0 and today is before 2024-02-01\n';
    // The first $50 are overdue from the end of the 5th and paid on the 6th; the other $70 are payable on the 10th.
    const events = [fifty, { on: "2024-01-06", event: "Payment", Amount: "50" }, notice("2024-01-08", "70")];
    expect(linesOf(growing, events, "2024-01-08", 3)).toEqual([
      ["2024-01-10", "due", "Fee of $70", ["Trouble under 2"]],
    ]);
  });

  test("are listed once where the account is unknown, with what was owed as it became so", () => {
    const unknown = `${accounts}on 2024-01-13\n  Fee is charged ($1 * (market close / market close)) due on today\n`;
    const known = ["2024-01-05", "overdue", "Fee of $50"];
    const open = [null, "unknown", "Fee: an amount that can't be determined, by a day that can't be determined"];
    for (const [on, days] of [
      ["2024-01-12", 3],
      ["2024-01-13", 0],
      ["2024-01-13", 3],
    ] as const) {
      expect(linesOf(unknown, [fifty], on, days).map((it) => it.slice(0, 3))).toEqual([known, open]);
    }
    expect(linesOf(unknown, [fifty], "2024-01-12", 0).map((it) => it.slice(0, 3))).toEqual([known]);
  });
});

test("a ground that is pending leads to its default where that is not cured, each for its own event", () => {
  const statements =
    'event Request by Holder\n  Until: date\nsection 5 "Default"\nDefault occurs for each Request\n' +
    "  when today is before its Until\n  unless cured by the end of: 6 days after its date\n";
  const events = [
    { ...request("a", "2024-01-03"), Until: "2024-01-09" },
    { ...request("b", "2024-01-04"), Until: "2024-01-11" },
    { ...request("c", "2024-01-05"), Until: "2024-01-11" },
  ];
  const lines = linesOf(statements, events, "2024-01-05", 7);
  expect(lines.map(([due, status, , follows]) => [due, status, follows])).toEqual([
    ["2024-01-09", "pending", []],
    ["2024-01-10", "pending", ["Default under 5"]],
    ["2024-01-11", "pending", []],
  ]);
});

test("of two grounds that are pending each leads to its own default", () => {
  const until = (day: string) =>
    `Default occurs\n  when today is before ${day}\n  unless cured by the end of: 2024-01-09\n`;
  const statements = `section 5 "First"\n${until("2024-01-08")}section 6 "Second"\n${until("2024-01-15")}`;
  const found = linesOf(statements, [], "2024-01-05", 7).map(([, status, text, follows]) => [status, text, follows]);
  expect(found).toMatchObject([
    ["pending", expect.stringContaining("First"), []],
    ["pending", expect.stringContaining("Second"), ["Default under 6"]],
  ]);
});

test("a duty to pay less than nothing is never overdue", () => {
  const overdue = (amount: string) => {
    const duty = `section 7 "Call"\nthe Borrower must pay ${amount} to Holder by 2024-01-05 called Call\n`;
    const { owed } = factsOf(duty, { ask: [{ value: "Issue Date", on: "2024-01-06" }] });
    return owed.map((it) => it.kind === "DutyOwed" && it.isOverdue);
  };
  expect([overdue("$6"), overdue("($4 - $10)"), overdue("($4 - $4)")]).toEqual([[true], [false], []]);
});

test("an account that becomes unknown later is listed beside one that is unknown already", () => {
  const statements =
    'section 1 "Fees"\naccount Fee owed by Borrower to Holder\naccount Other owed by Borrower to Holder\n' +
    "on 2024-01-13\n  Fee is charged ($1 * (market close / market close)) due on today\n" +
    "on 2024-01-15\n  Other is charged ($1 * (market close / market close)) due on today\n";
  const open = (account: string) => [
    null,
    "unknown",
    `${account}: an amount that can't be determined, by a day that can't be determined`,
  ];
  const found = (days: number) => linesOf(statements, [], "2024-01-13", days).map((it) => it.slice(0, 3));
  expect(found(1)).toEqual([open("Fee")]);
  expect(found(3)).toEqual([open("Fee"), open("Other")]);
});

describe("money left over", () => {
  const statements =
    'section 1 "Fees"\naccount Fee owed by Borrower to Holder\non 2024-01-03\n  Fee is charged $30 due on today\n' +
    'section 2 "Payments"\n';
  const paid = [{ on: "2024-01-04", event: "Payment", id: "p", Amount: "50" }];
  const held = (rule: string) =>
    outcomeOf(`${statements}when Payment\n  ${rule}\n`, { events: paid, ask: [] }).owed.map(({ text }) => text);

  test.each([
    ["of a payment is held", "its Amount is applied to due Fee", ["$20 left over of Payment p on 2024-01-04"]],
    ["of a payment of less than nothing is not", "(its Amount - $60) is applied to due Fee", ["Fee of $30, overdue"]],
    ["of a payment of all there is leaves nothing", "$30 is applied to due Fee", []],
    ["of a conversion is not held", "Fee is converted by its Amount", []],
  ])("%s", (_, rule, expected) => {
    expect(held(rule)).toEqual(expected);
  });
});
