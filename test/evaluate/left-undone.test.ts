/** What follows where one thing is left undone, and what is done beside it: all else, on its day, from the day asked about. */
import { describe, expect, test } from "vitest";
import { dueFactsOf, dueOf } from "./asked.ts";

type Events = readonly Readonly<Record<string, unknown>>[];

// Trading days are known through Friday, 12 January.
const prices = ["02", "03", "04", "05", "08", "09", "10", "11", "12"].map((day) => [`2024-01-${day}`, "1"] as const);
const request = (id: string, on: string) => ({ on, event: "Request", id });
const notice = (on: string, Amount: string) => ({ on, event: "Notice", Amount });

/** The words of each thing due, and what follows. */
function followsOf(statements: string, events: Events, on: string, days = 0): unknown[][] {
  return dueOf(statements, { events, prices, ask: [] }, on, days).map(({ text, follows }) => [text, follows]);
}

describe("amounts", () => {
  // A notice charges the fee, payable two days later.
  const fees =
    'section 1 "Fees"\n' +
    "account Fee owed by Borrower to Holder\naccount Other owed by Borrower to Holder\n" +
    "when Notice\n  Fee is charged its Amount due on its date, payable on 2 days after its date\n" +
    'section 2 "Trouble"\n';
  const trouble = (condition: string) => `Trouble occurs\n  when ${condition}\n`;
  const other = (payable: string) => `when Notice\n  Other is charged $5 due on its date, payable on ${payable}\n`;
  const fifty = [notice("2024-01-03", "50")];

  test("of an earlier day that is not over are paid where a later one is not", () => {
    const events = [...fifty, notice("2024-01-04", "70")];
    // $50 are payable on the 5th, $70 on the 6th: only both together would be more than $100.
    expect(followsOf(fees + trouble("overdue Fee is more than $100"), events, "2024-01-05", 1)).toEqual([
      ["Fee of $50", []],
      ["Fee of $70", []],
    ]);
  });

  test("were not paid before the day that is asked about, and what that has brought stays", () => {
    const lasting =
      "Missed starts at $0\nLate holds when overdue Fee is more than $0\nwhen Late begins\n  Missed becomes $1\n" +
      trouble("Missed is more than $0");
    // The 5th has ended without a payment; to pay on the 8th takes nothing of that back.
    expect(followsOf(fees + lasting, fifty, "2024-01-08")).toEqual([["Fee of $50", []]]);
  });

  test("that are payable later are not paid earlier", () => {
    const both = `${fees}${other("2024-03-01")}${trouble("overdue Fee is more than $0 and unpaid Other is more than $0")}`;
    expect(followsOf(both, fifty, "2024-01-05")).toEqual([["Fee of $50", ["Trouble under 2"]]]);
  });

  test("are overdue as their day ends, though others of that day are paid then", () => {
    const both = `${fees}${other("2024-01-05")}${trouble("overdue Fee is more than $0 and today is 2024-01-05")}`;
    expect(followsOf(both, fifty, "2024-01-05")).toEqual([
      ["Fee of $50", ["Trouble under 2"]],
      ["Other of $5", []],
    ]);
  });

  test("that are paid end what went on for as long as they were owed", () => {
    expect(followsOf(fees + trouble("unpaid Fee is more than $0"), fifty, "2024-01-05")).toEqual([
      ["Fee of $50", ["Trouble under 2"]],
    ]);
  });

  test("make another account grow", () => {
    const late =
      "account Late Fee owed by Borrower to Holder\n  accrues: 36.5% per year on overdue Fee by actual/365\n  from and including: Issue Date\n";
    const facts = dueFactsOf(fees + late, { events: fifty, ask: [] }, "2024-01-05", 0);
    expect(facts.map(({ consequences }) => consequences)).toEqual([
      [{ kind: "account", name: "Late Fee", section: "2" }],
    ]);
  });
});

describe("an event of the note itself", () => {
  const reply = (day: string) =>
    `section 1 "Replies"\nevent Reply by Borrower\nthe Borrower must give Reply by ${day} called Answer\n`;
  const copy = (day: string) => `event Copy by Borrower\nthe Borrower must give Copy by ${day} called Copies\n`;
  const trouble = (condition: string) => `section 2 "Trouble"\nTrouble occurs\n  when ${condition}\n`;
  const neither = "Reply has not happened and Copy has not happened and today is after 2024-01-10";

  test("ends, once given, what went on for as long as it was not", () => {
    expect(followsOf(reply("2024-01-05") + trouble("Reply has not happened"), [], "2024-01-05")).toEqual([
      ["Answer: Reply", ["Trouble under 2"]],
    ]);
  });

  test("is left undone where another is not to be given yet, or on a day that is unknown", () => {
    const later = reply("2024-01-05") + copy("2024-02-01") + trouble(neither);
    expect(followsOf(later, [], "2024-01-05")).toEqual([["Answer: Reply", ["Trouble under 2"]]]);
    // The third trading day after the 11th lies beyond the data.
    const unknown = reply("2024-01-05") + copy("3 trading days after 2024-01-11") + trouble(neither);
    expect(followsOf(unknown, [], "2024-01-05")).toEqual([
      ["Answer: Reply", ["Trouble under 2"]],
      ["Copies: Copy, by a day that can't be determined", []],
    ]);
  });

  test("is given on its day, and not a day late", () => {
    const strict = trouble("Reply has not happened and today is on or after 2024-02-01");
    expect(followsOf(reply("2024-02-01") + strict, [], "2024-01-05", 30)).toEqual([
      ["Answer: Reply", ["Trouble under 2"]],
    ]);
  });

  test("leads to what has occurred by a day, though its first day is unknown", () => {
    // What is read as of 12 January is unknown until then.
    const since =
      "Sure holds when (today is on or after Issue Date) as of 2024-01-12\n" +
      trouble("Reply has not happened and Sure");
    expect(followsOf(reply("2024-01-05") + since, [], "2024-01-05")).toEqual([["Answer: Reply", ["Trouble under 2"]]]);
  });

  test("has no amounts of its own that could be greater", () => {
    const amount = "Penalty means $5 if Reply has happened, otherwise $10\n";
    expect(followsOf(reply("2024-01-05") + amount, [], "2024-01-05")).toEqual([["Answer: Reply", []]]);
  });
});

describe("an event for each of another", () => {
  const replies =
    'section 1 "Replies"\nevent Request by Holder\nevent Reply for Request by Borrower\n' +
    "the Borrower must give Reply by 2024-02-01 for each Request called Answer\n";

  test("has amounts that are greater while it is not given: of money, and known in both cases", () => {
    const amounts =
      "Penalty for each Request means $5 if its Reply has happened, otherwise $10\n" +
      "Discount for each Request means $5 if its Reply has happened, otherwise $1\n" +
      "Days Lost for each Request means 0 days if its Reply has happened, otherwise 10 days\n" +
      "Open for each Request holds when its Reply has not happened\n" +
      "Reminder Fee for each Request means the highest of $5 over Request events where (its Reply has not happened)\n" +
      "Thanks for each Request means the highest of $5 over Reply events\n";
    const timeline = { events: [request("a", "2024-01-04")], prices, ask: [] };
    const facts = dueFactsOf(replies + amounts, timeline, "2024-01-05", 30);
    expect(facts.map(({ consequences }) => consequences)).toEqual([
      [{ kind: "amount", name: "Penalty", section: "1" }],
    ]);
  });

  test("leads to what occurs for its own, whatever goes on for others", () => {
    const trouble =
      'section 2 "Trouble"\nTrouble occurs for each Request\n  when its Reply has not happened and today is after its Until\n';
    const until = replies.replace("event Request by Holder\n", "event Request by Holder\n  Until: date\n");
    const events = [
      notice("2024-01-03", "1"),
      { ...request("a", "2024-01-04"), Until: "2024-02-05" },
      { ...request("b", "2024-01-04"), Until: "2024-01-15" },
    ];
    // b is in trouble from 16 January on, and no longer once its reply is given on 1 February.
    expect(followsOf(until + trouble, events, "2024-01-05", 30)).toEqual([
      ["Answer: Reply for a", ["Trouble under 2"]],
      ["Answer: Reply for b", ["Trouble under 2"]],
    ]);
    const lasting = until + trouble.replace("its Reply has not happened and today", "today");
    expect(followsOf(lasting, events, "2024-01-05", 30)).toEqual([
      ["Answer: Reply for a", []],
      ["Answer: Reply for b", []],
    ]);
  });

  test("leads to what occurs for its own, though the same goes on for another in any case", () => {
    const requests = replies.replace("event Request by Holder\n", "event Request by Holder\n  Settled: yes or no\n");
    const trouble =
      'section 2 "Trouble"\nTrouble occurs for each Request\n  when not its Settled or (its Reply has not happened and today is after 2024-02-01)\n';
    const events = [
      notice("2024-01-03", "1"),
      { ...request("a", "2024-01-04"), Settled: true },
      { ...request("b", "2024-01-04"), Settled: false },
    ];
    expect(followsOf(requests + trouble, events, "2024-01-05", 30)).toEqual([
      ["Answer: Reply for a", ["Trouble under 2"]],
      ["Answer: Reply for b", []],
    ]);
  });

  test("leads to what would occur anyway, but later than a year after it", () => {
    // What is due by 4 February 2024 is looked at through 4 February 2025; a reply on 1 February through 1 February 2025.
    const trouble =
      'section 2 "Trouble"\nTrouble occurs for each Request\n' +
      "  when today is on or after 2025-02-03 or (its Reply has not happened and today is after 2024-03-01)\n";
    expect(followsOf(replies + trouble, [request("a", "2024-01-04")], "2024-01-05", 30)).toEqual([
      ["Answer: Reply for a", ["Trouble under 2"]],
    ]);
  });
});
