/** Where each line of an explanation comes from: its name, event, day, section, figure and words. */
import { describe, expect, test } from "vitest";
import type { ReasonFact } from "../../src/index.ts";
import { describeValue, usesOf } from "../../src/index.ts";
import { explained } from "./asked.ts";

const statements = `section 1 "Terms"
given Share: percent = 5%
given Floor: price = $0.50 per share, restated for splits
event Sale by Borrower
  Price: price
  Kept: money, optional
section 2 "Values"
Base starts at $36,500
Last is a date, at first not set
Low means the lesser of Floor and market close
Kept Part for each Sale means its Kept * Share
Struck for each Sale is fixed as its Price
section 3 "Accounts"
account Fee owed by Borrower to Holder
account Interest owed by Borrower to Holder
  accrues: 10% per year on Base by actual/365
  from and including: Issue Date
section 4 "Changes"
when Sale
  Base falls by $7,300
  Last becomes its date
  Fee is charged $30 due on 2024-01-20, payable on 2024-01-25
when Payment
  its Amount is applied to due Fee, then Base
on 2024-02-20
  Interest falls due on today
on 2024-02-25
  Interest is cleared
  Last becomes not set
Interest Due means due Interest
Fee Payable means Fee payable on 2024-01-25
`;

// The base is $36,500 for ten days, $29,200 for ten, and then $14,600: $10, $8 and $4 a day.
const events = [
  { on: "2024-01-12", event: "Sale", id: "s", Price: "2", Kept: "40" },
  { on: "2024-01-22", event: "Payment", id: "p", Amount: "14630" },
  { on: "2024-01-23", event: "Notice", id: "n", Amount: "1" },
  { on: "2024-02-15", event: "Stock Split", id: "x", Ratio: "2" },
];
const prices = [
  ["2024-01-12", "0.40"],
  ["2024-02-16", "0.40"],
] as const;

/** Name, event, day, section, kind, figure and words. */
function line(fact: ReasonFact): (string | boolean | null | undefined)[] {
  const { value, of, on, section, kind, answer, because } = describeValue(fact);
  return [value, of, on, section, kind, answer, because];
}

/** The line of a value, and those under it. */
function linesOf(value: string, asked: { on?: string; of?: string }): ReturnType<typeof line>[] {
  const [fact] = explained(statements, { events, prices, ask: [{ value, ...asked }] });
  return fact === undefined ? [] : [fact, ...usesOf(fact)].map(line);
}

describe("a value of the note", () => {
  test("is a definition under its section, with deal terms and prices", () => {
    expect(linesOf("Low", { on: "2024-02-16" })).toEqual([
      ["Low", undefined, "2024-02-16", "2", "definition", "0.25", "the lesser of Floor and market close"],
      // Two shares for one: $0.50 is $0.25.
      ["Floor", undefined, "2024-01-02", "1", "share basis", "0.25", "in shares of 2024-02-16: $0.5 per share ÷ 2"],
      ["market close", undefined, "2024-02-16", "", "market", "0.4", "market data"],
    ]);
  });

  test("is a deal term, restated with the ratio of the event that did so", () => {
    expect(linesOf("Share", { on: "2024-02-16" })).toEqual([
      ["Share", undefined, "2024-01-02", "1", "deal term", "0.05", "a deal term"],
    ]);
    expect(linesOf("Floor", { on: "2024-02-14" })).toEqual([
      ["Floor", undefined, "2024-01-02", "1", "deal term", "0.5", "a deal term"],
    ]);
    expect(linesOf("Floor", { on: "2024-02-15" })).toEqual([
      ["Floor", undefined, "2024-01-02", "1", "share basis", "0.25", "in shares of 2024-02-15: $0.5 per share ÷ 2"],
      ["Floor", undefined, "2024-01-02", "1", "deal term", "0.5", "a deal term"],
      ["Ratio", "x", "2024-02-15", "", "field", "2", "as Stock Split says"],
    ]);
  });
});

describe("a state", () => {
  test("has its value before, and what a rule and a payment changed, under their section", () => {
    expect(linesOf("Base", { on: "2024-01-12" })).toEqual([
      ["Base", undefined, "2024-01-12", "2", "state", "29200", "since 2024-01-12 by s (4)"],
      ["Base", undefined, "2024-01-12", "2", "state", "36500", "as it started"],
      ["Base", undefined, "2024-01-12", "4", "entry", "-7300", "changed on 2024-01-12 by s"],
    ]);
    // $30 of the payment went to the fee.
    expect(linesOf("Base", { on: "2024-02-16" })).toEqual([
      ["Base", undefined, "2024-02-16", "2", "state", "14600", "since 2024-01-22 by p (4)"],
      ["Base", undefined, "2024-01-22", "2", "state", "29200", "since 2024-01-12 by s (4)"],
      ["Base", undefined, "2024-01-22", "4", "entry", "-14600", "paid on 2024-01-22 by p"],
    ]);
  });

  test("without a start is not set until a rule sets it, and when one clears it", () => {
    expect(linesOf("Last", { on: "2024-01-11" })).toEqual([
      ["Last", undefined, "2024-01-11", "2", "state", null, "Last is not set"],
    ]);
    expect(linesOf("Last", { on: "2024-01-12" })).toEqual([
      ["Last", undefined, "2024-01-12", "2", "state", "2024-01-12", "since 2024-01-12 by s (4)"],
      ["Last", undefined, "2024-01-12", "2", "state", null, "Last is not set"],
      ["Last", undefined, "2024-01-12", "4", "entry", "2024-01-12", "changed on 2024-01-12 by s"],
    ]);
    expect(linesOf("Last", { on: "2024-02-25" })).toEqual([
      ["Last", undefined, "2024-02-25", "2", "state", null, "since 2024-02-25 (4)"],
      ["Last", undefined, "2024-02-25", "2", "state", "2024-01-12", "since 2024-01-12 by s (4)"],
      ["Last", undefined, "2024-02-25", "4", "entry", null, "changed on 2024-02-25"],
    ]);
  });
});

describe("an account", () => {
  const stretches = [
    ["", undefined, "2024-01-11", "", "interest", "100"],
    ["", undefined, "2024-01-21", "", "interest", "80"],
  ];

  test("has a line for each stretch and each change, under its section and that of the rule", () => {
    // 22 January to 15 February are 25 days.
    expect(linesOf("Interest", { on: "2024-02-16" }).map((it) => it.slice(0, 6))).toEqual([
      ["Interest", undefined, "2024-02-16", "3", "account", "280"],
      ...stretches,
      ["", undefined, "2024-02-15", "", "interest", "100"],
    ]);
    // To 19 February 29 days fall due, $116; the five days from the 20th, $20, are cleared with them.
    expect(linesOf("Interest", { on: "2024-02-25" })).toEqual([
      ["Interest", undefined, "2024-02-25", "3", "account", "0", "accrued $316, cleared -$316"],
      [...(stretches[0] ?? []), "10 days × $36,500 × 10% per year ÷ 365, from 2024-01-02 to 2024-01-11"],
      [...(stretches[1] ?? []), "10 days × $29,200 × 10% per year ÷ 365, from 2024-01-12 to 2024-01-21"],
      [
        "",
        undefined,
        "2024-02-19",
        "",
        "interest",
        "116",
        "29 days × $14,600 × 10% per year ÷ 365, from 2024-01-22 to 2024-02-19",
      ],
      [
        "",
        undefined,
        "2024-02-24",
        "",
        "interest",
        "20",
        "5 days × $14,600 × 10% per year ÷ 365, from 2024-02-20 to 2024-02-24",
      ],
      ["Interest", undefined, "2024-02-25", "4", "entry", null, "cleared on 2024-02-25"],
    ]);
  });

  test("has under a measure only what changed that", () => {
    const [due] = explained(statements, { events, ask: [{ value: "Interest Due", on: "2024-02-21" }] });
    const [account] = due === undefined ? [] : usesOf(due);
    expect(account && [account, ...usesOf(account)].map(line)).toEqual([
      ["due Interest", undefined, "2024-02-21", "3", "account", "296", "falls due $296"],
      ["Interest", undefined, "2024-02-20", "4", "entry", null, "falls due on 2024-02-20"],
    ]);
    expect(linesOf("Fee Payable", { on: "2024-02-16" })).toEqual([
      ["Fee Payable", undefined, "2024-02-16", "4", "definition", "30", "Fee payable on 2024-01-25"],
      ["Fee payable on 2024-01-25", undefined, "2024-02-16", "3", "account", "30", "charged $30"],
    ]);
  });

  test("before the note exists, and before anything happens, is nothing", () => {
    expect(linesOf("Fee", { on: "2024-01-01" })).toEqual([
      ["Fee", undefined, "2024-01-01", "3", "account", "0", "as it started"],
    ]);
    expect(linesOf("Fee", { on: "2024-01-11" })).toEqual([
      ["Fee", undefined, "2024-01-11", "3", "account", "0", "as it started"],
    ]);
  });
});

describe("a value of an event", () => {
  test("is a definition with its event's fields", () => {
    // 5% of $40.
    expect(linesOf("Kept Part", { of: "s" })).toEqual([
      ["Kept Part", "s", "2024-01-12", "2", "definition", "2", "its Kept * Share"],
      ["Kept", "s", "2024-01-12", "1", "field", "40", "as Sale says"],
      ["Share", undefined, "2024-01-02", "1", "deal term", "0.05", "a deal term"],
    ]);
  });

  test("is as it was fixed, and on a later day in the shares of that day", () => {
    const struck = ["Struck", "s", "2024-01-12", "2", "definition", "2", "its Price"];
    const price = ["Price", "s", "2024-01-12", "1", "field", "2", "as Sale says"];
    expect(linesOf("Struck", { of: "s" })).toEqual([struck, price]);
    expect(linesOf("Struck", { of: "s", on: "2024-02-15" })).toEqual([
      ["Struck", "s", "2024-01-12", "2", "share basis", "1", "in shares of 2024-02-15: $2 per share ÷ 2"],
      struck,
      ["Ratio", "x", "2024-02-15", "", "field", "2", "as Stock Split says"],
    ]);
    expect(linesOf("Price", { of: "s", on: "2024-02-15" })).toEqual([
      ["Price", "s", "2024-01-12", "1", "share basis", "1", "in shares of 2024-02-15: $2 per share ÷ 2"],
      price,
      ["Ratio", "x", "2024-02-15", "", "field", "2", "as Stock Split says"],
    ]);
    expect(linesOf("Price", { of: "s", on: "2024-02-14" })).toEqual([price]);
  });

  test("that was not given is absent", () => {
    const sold = [{ on: "2024-01-12", event: "Sale", id: "s", Price: "2" }];
    const ask = ["Kept", "Kept Part"].map((value) => ({ value, of: "s" }));
    const facts = explained(statements, { events: sold, ask });
    expect(facts.map((fact) => line(fact).slice(3, 6))).toEqual([
      ["1", "field", null],
      ["2", "definition", null],
    ]);
    expect(facts.map((fact) => fact.because.kind)).toEqual(["absent", "absent"]);
  });
});
