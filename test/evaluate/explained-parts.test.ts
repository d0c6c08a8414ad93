/** What each value of an explanation is made of, by which operation. */
import { describe, expect, test } from "vitest";
import type { ReasonFact } from "../../src/index.ts";
import { describeValue } from "../../src/index.ts";
import { explained } from "./asked.ts";

type Events = readonly Readonly<Record<string, unknown>>[];

function factOf(statements: string, events: Events, value: string, on: string): ReasonFact {
  const [fact] = explained(statements, { events, ask: [{ value, on }] });
  if (fact === undefined) throw new Error("one is asked for");
  return fact;
}

/** Kind, name, day, section, and the figure or the kind of error. */
function part(fact: ReasonFact): unknown[] {
  const { kind, value, on, section, answer, error } = describeValue(fact);
  return [kind, value, on, section, error?.kind ?? answer];
}

const partsOf = ({ operands }: ReasonFact) => operands.map(part);

function at(fact: ReasonFact, index: number): ReasonFact {
  const found = fact.operands.at(index);
  if (found === undefined) throw new Error("there is such a part");
  return found;
}

describe("after two changes of what a share is", () => {
  const statements = `section 1 "Shares"
event Sale by Borrower
  Price: price
Base starts at $2 per share, restated for splits
Fixed means $0.60 per share, restated for splits
Twice means 2 * Base
Old means Twice as of 2024-01-03
Older means (Base + $1 per share, not restated for splits) as of 2024-01-03
when Sale
  Base falls by its Price
`;
  // The list does not go by days.
  const events = [
    { on: "2024-01-15", event: "Sale", id: "s", Price: "0.1" },
    { on: "2024-01-14", event: "Stock Split", id: "y", Ratio: "3" },
    { on: "2024-01-12", event: "Stock Split", id: "x", Ratio: "2" },
  ];
  const ratios = [
    ["field", "Ratio", "2024-01-12", "", "2"],
    ["field", "Ratio", "2024-01-14", "", "3"],
  ];

  test.each([
    // A price is divided by both: $0.60 ÷ 6 = $0.10; $4 ÷ 6; ($2 + $1) ÷ 6.
    ["a figure of a clause", "Fixed", 0, "0.1", ["constant", "", "2024-01-02", "", "0.6"]],
    ["a value with a name", "Old", 1, "0.66666666666666666667", ["definition", "Twice", "2024-01-03", "1", "4"]],
    ["a value without one", "Older", 1, "0.5", ["operation", "", "2024-01-03", "", "3"]],
  ])("%s is restated with both ratios", (_, value, index, answer, original) => {
    const restated = at(factOf(statements, events, value, "2024-01-16"), index);
    const [kind, name, day] = original;
    const isNamed = kind === "definition";
    const [shownDay, section] = isNamed ? [day, "1"] : ["2024-01-16", ""];
    expect(part(restated)).toEqual(["share basis", name, shownDay, section, answer]);
    expect(partsOf(restated)).toEqual([original, ...ratios]);
    expect(restated.operation).toEqual({ kind: "share basis", exponent: -1 });
  });

  test("a state is restated by each, and then changed", () => {
    // $2, $1, a third of a dollar, less $0.10.
    const base = factOf(statements, events, "Base", "2024-01-15");
    expect(partsOf(base)).toEqual([
      ["state", "Base", "2024-01-15", "1", "0.33333333333333333333"],
      ["entry", "Base", "2024-01-15", "1", "-0.1"],
    ]);
    const third = at(base, 0);
    expect([third.operation.kind, partsOf(third)]).toEqual([
      "share basis",
      [["state", "Base", "2024-01-14", "1", "1"], ratios[1]],
    ]);
    expect(partsOf(at(third, 0))).toEqual([["state", "Base", "2024-01-12", "1", "2"], ratios[0]]);
  });

  test("what a rule adds in the batch of the change comes before it", () => {
    const rule = `${statements}when Stock Split\n  Base rises by $4 per share, not restated for splits\n`;
    // ($2 + $4) ÷ 2.
    const base = factOf(rule, events.slice(2, 3), "Base", "2024-01-12");
    expect([part(base).at(-1), base.operation.kind, partsOf(base)]).toEqual([
      "3",
      "share basis",
      [["operation", "", "2024-01-12", "", "6"], ratios[0]],
    ]);
    expect(at(base, 0).operation.kind).toBe("changes");
    expect(partsOf(at(base, 0))).toEqual([
      ["state", "Base", "2024-01-12", "1", "2"],
      ["entry", "Base", "2024-01-12", "1", "4"],
    ]);
  });
});

const fees = `section 1 "Fees"
Room starts at $70
Last is a date, at first not set
account Fee owed by Borrower to Holder
account Interest owed by Borrower to Holder
  accrues: 10% per year on $36,500 by actual/365
  from and including: Issue Date
section 2 "Changes"
Many holds when market close is more than $1 per share, not restated for splits
when Notice if its Amount is more than $4
  Room falls by its Amount
  Fee is charged its Amount * 2 due on 2024-01-10, payable on 2024-01-12
on 2024-01-15
  Interest falls due on today for the month of today
on 2024-01-25
  Interest falls due on today
when Payment if Many
  Room becomes $5
  Last becomes not set
Late Since means the first overdue date of Fee
Interest Due means due Interest
`;
const notice = { on: "2024-01-05", event: "Notice", id: "n", Amount: "5" };

describe("a change by a rule with a condition", () => {
  const condition = ["operation", "", "2024-01-05", "", true];
  const amount = ["field", "Amount", "2024-01-05", "", "5"];

  test("of a state has the condition, then the amount, which is taken away", () => {
    const change = at(factOf(fees, [notice], "Room", "2024-01-06"), 1);
    expect([part(change), partsOf(change)]).toEqual([
      ["entry", "Room", "2024-01-05", "2", "-5"],
      [condition, amount],
    ]);
    expect(change.operation).toEqual({ kind: "change", sign: -1, sets: false });
    expect(change.because).toMatchObject({
      kind: "change",
      verb: "change",
      change: { section: "2", cause: { id: "n" } },
    });
  });

  test("of an account has the condition, the amount and the days", () => {
    const posting = at(factOf(fees, [notice], "Fee", "2024-01-06"), 0);
    expect([part(posting), partsOf(posting)]).toEqual([
      ["entry", "Fee", "2024-01-05", "2", "10"],
      [
        condition,
        ["operation", "", "2024-01-05", "", "10"],
        ["constant", "", "2024-01-02", "", "2024-01-10"],
        ["constant", "", "2024-01-02", "", "2024-01-12"],
      ],
    ]);
    expect(posting.operation).toMatchObject({
      kind: "posting",
      parts: ["condition", "amount", "due on", "payable on"],
    });
  });

  test("that can't be determined leaves the change unknown, with the condition as its only part", () => {
    const last = factOf(fees, [notice, { on: "2024-01-20", event: "Payment", Amount: "3" }], "Last", "2024-01-21");
    expect(partsOf(last)).toEqual([
      ["state", "Last", "2024-01-20", "1", null],
      ["entry", "Last", "2024-01-20", "2", "missing data"],
    ]);
    const change = at(last, 1);
    expect(partsOf(change)).toEqual([["definition", "Many", "2024-01-20", "2", "missing data"]]);
    expect(change.operation).toEqual({ kind: "change", sign: 1, sets: true });
  });
});

describe("what falls due as a whole", () => {
  test("has what had accrued as its last part", () => {
    const account = at(factOf(fees, [], "Interest Due", "2024-01-26"), 0);
    const [month, whole] = account.operands.filter(({ kind }) => kind === "entry");
    // To the 14th thirteen days of $10 had accrued. What accrues in January after that goes to the same item.
    expect(month && [month.operation, partsOf(month)]).toMatchObject([
      { kind: "posting", parts: ["due on", "month", "accrued"] },
      [
        ["constant", "", "2024-01-15", "", "2024-01-15"],
        ["constant", "", "2024-01-15", "", "2024-01-15"],
        ["account", "accruing Interest of 2024-01", "2024-01-15", "1", "130"],
      ],
    ]);
    expect(whole && [whole.operation, partsOf(whole)]).toMatchObject([
      { kind: "posting", parts: ["due on", "accrued"] },
      [
        ["constant", "", "2024-01-25", "", "2024-01-25"],
        ["account", "accruing Interest", "2024-01-25", "1", "0"],
      ],
    ]);
  });
});

test("the earliest missed payment date is a date, or none", () => {
  // Payable on the 12th, and overdue as that day ends.
  const late = at(factOf(fees, [notice], "Late Since", "2024-01-12"), 0);
  expect([part(late), late.type.kind]).toEqual([
    ["account", "the earliest missed payment date of Fee", "2024-01-12", "1", "2024-01-12"],
    "date",
  ]);
  const early = at(factOf(fees, [notice], "Late Since", "2024-01-11"), 0);
  expect([part(early).at(-1), early.because]).toMatchObject([
    null,
    { kind: "absent", problem: { fact: { kind: "nothing overdue", account: "Fee" } } },
  ]);
  expect(at(factOf(fees, [notice], "Interest Due", "2024-01-11"), 0).type.kind).toBe("quantity");
});

describe("a payment whose amount can't be determined", () => {
  const paying =
    `${fees}section 3 "Payments"\nwhen Payment\n  its Amount * (market close / market close) is applied to Fee, then Room\n`.replace(
      "when Payment if Many\n  Room becomes $5\n  Last becomes not set\n",
      "",
    );

  test("leaves a state unknown, under the section of the payment", () => {
    const room = factOf(paying, [{ on: "2024-01-20", event: "Payment", id: "p", Amount: "3" }], "Room", "2024-01-21");
    expect(partsOf(room)).toEqual([
      ["state", "Room", "2024-01-20", "1", "70"],
      ["entry", "Room", "2024-01-20", "1", "missing data"],
    ]);
    expect(at(room, 1).because).toMatchObject({
      kind: "change",
      verb: "change",
      change: { section: "3", cause: { id: "p" } },
    });
  });

  test("leaves another state as it was", () => {
    const other = factOf(paying, [{ on: "2024-01-20", event: "Payment", id: "p", Amount: "3" }], "Last", "2024-01-21");
    expect([part(other).at(-1), partsOf(other)]).toEqual([null, []]);
  });
});

test("what a payment for what is due finds open is what is due, and of late charges what is unpaid", () => {
  // $36 overdue since the 2nd at a hundredth a day: $0.36 for each of ten days. Of $100, $60 is not due before the 20th.
  const statements = `section 1 "Fees"
account Fee owed by Borrower to Holder
account Late Fee owed by Borrower to Holder
  accrues: 365% per year on each overdue Fee by actual/365
  from and including: Issue Date
when Notice
  Fee is charged $36 due on 2024-01-02, payable on 2024-01-02
  Fee is charged $64 due on 2024-01-20
when Payment
  its Amount is applied to due Fee each with its Late Fee, then Fee
`;
  const events = [
    { on: "2024-01-02", event: "Notice", Amount: "1" },
    { on: "2024-01-12", event: "Payment", id: "p", Amount: "50" },
  ];
  const payments = (account: string) =>
    factOf(statements, events, account, "2024-01-12").operands.filter(({ operation }) => operation.kind === "payment");
  const open = (fact: ReasonFact) => part(at(fact, -1));
  expect(payments("Fee").map(open)).toEqual([
    ["account", "due Fee", "2024-01-12", "1", "36"],
    ["account", "Fee", "2024-01-12", "1", "64"],
  ]);
  expect(payments("Late Fee").map(open)).toEqual([["account", "Late Fee", "2024-01-12", "1", "3.6"]]);
  const flags = (fact: ReasonFact) =>
    fact.operation.kind === "payment" && [fact.operation.part.isInTurn, fact.operation.part.isLast];
  // Item by item with its late charges; the last target keeps what is left.
  expect([...payments("Fee"), ...payments("Late Fee")].map(flags)).toEqual([
    [true, false],
    [false, true],
    [true, false],
  ]);
  // $36 and $3.60 of the fifty; what is left goes to what is due later.
  expect(payments("Fee").map((fact) => describeValue(fact).answer)).toEqual(["36", "10.4"]);
});

test("two late items of one amount are each explained from the day on which they were late", () => {
  // $36.50 at 365% a year bear $0.365 a day. The first is late from the close of the 2nd on, the second from that of the 6th.
  const statements = `account Fee owed by Borrower to Holder
account Late Fee owed by Borrower to Holder
  accrues: 365% per year on each overdue Fee by actual/365
  from and including: Issue Date
when Notice
  Fee is charged $36.50 due on its date, payable on its date
`;
  const events = ["2024-01-02", "2024-01-06"].map((on) => ({ on, event: "Notice", Amount: "1" }));
  const stretches = factOf(statements, events, "Late Fee", "2024-01-10").operands;
  const bases = stretches.map(({ operands: [base] }) => base && describeValue(base).answer);
  // Of the first 4 days, $1.46; then 4 days of each: 1.46 + 1.46 + 1.46 = 4.38.
  expect(bases).toEqual(["36.5", "36.5", "36.5"]);
});

test("what a fall of the base takes from what was attached is a line of its own", () => {
  const statements = `section 1 "Loan"
Base starts at $36,500
account Interest owed by Borrower to Holder
  accrues: 10% per year on Base by actual/365
  from and including: Issue Date
when Notice
  Base falls by $18,250
On Rest means unpaid Interest on $18,250
`;
  // Ten days of $10. Half of the base goes, and with it half of what was attached: what is left is all for the rest.
  const rest = factOf(
    statements,
    [{ on: "2024-01-12", event: "Notice", id: "n", Amount: "1" }],
    "On Rest",
    "2024-01-12",
  );
  expect(describeValue(rest).answer).toBe("50");
  const [account] = rest.operands.filter(({ kind }) => kind === "account");
  expect(account?.because).toMatchObject({
    kind: "account",
    hasMoved: true,
    totals: [
      { what: "accrual", amount: { n: 100n, d: 1n } },
      { what: "base fell", amount: { n: -50n, d: 1n } },
    ],
  });
  expect(account && partsOf(account)).toEqual([
    ["interest", "", "2024-01-11", "", "100"],
    ["operation", "", "2024-01-12", "", "0"],
  ]);
  expect(account && partsOf(at(account, 1))).toEqual([
    ["state", "Base", "2024-01-12", "1", "36500"],
    ["state", "Base", "2024-01-12", "1", "18250"],
  ]);
});

test("a payment to one state that can't be determined leaves what else changes in its batch explained by that", () => {
  const statements = `${fees}when Payment\n  Many Days rises by 1\nMany Days starts at 0\nwhen Payment\n  its Amount * (market close / market close) is applied to Fee, then Kitty\nKitty starts at $5\n`;
  const days = factOf(statements, [{ on: "2024-01-20", event: "Payment", Amount: "3" }], "Many Days", "2024-01-21");
  expect(partsOf(days)).toEqual([
    ["state", "Many Days", "2024-01-20", "2", "0"],
    ["entry", "Many Days", "2024-01-20", "2", "1"],
  ]);
});

test("what is unknown by a rule is not laid to a payment of the same event that goes elsewhere", () => {
  const statements = `${fees}Kitty starts at $5
Counted starts at 0
when Payment
  Counted rises by (market close / market close)
when Payment
  its Amount * (market close / market close) is applied to Fee, then Kitty
`;
  const counted = factOf(statements, [{ on: "2024-01-20", event: "Payment", Amount: "3" }], "Counted", "2024-01-21");
  expect(partsOf(counted)).toEqual([
    ["state", "Counted", "2024-01-20", "2", "0"],
    ["entry", "Counted", "2024-01-20", "2", "missing data"],
  ]);
});

test("a volume is a number of shares, a price a price", () => {
  const statements = "Traded means market volume\nLast means market close\n";
  const prices = [["2024-01-05", "2"]] as const;
  const ask = ["Traded", "Last"].map((value) => ({ value, on: "2024-01-05" }));
  const units = explained(statements, { prices, ask }).map((fact) => describeValue(at(fact, 0)).unit);
  expect(units).toEqual(["shares", "USD/share"]);
});

describe("a value of an event that fixes none", () => {
  const statements = `section 1 "Sales"
event Sale by Borrower
  Price: price
Struck for each Sale is fixed as 2 * its Price
Live for each Sale means 3 * its Struck
section 2 "Powers"
the Borrower may give Sale only if today is before 2024-01-10, else "too late"
`;
  const events = [
    { on: "2024-01-05", event: "Sale", id: "a", Price: "2" },
    { on: "2024-01-12", event: "Sale", id: "b", Price: "2" },
  ];
  const fact = (value: string, of: string, on?: string) => {
    const ask = [{ value, of, ...(on !== undefined && { on }) }];
    const [found] = explained(statements, { events, ask });
    return found && [part(found), found.because.kind, partsOf(found)];
  };

  test("is that of the refusal, made of nothing", () => {
    const refused = ["definition", "Struck", "2024-01-12", "1", "refused"];
    expect(fact("Struck", "b")).toEqual([refused, "clause", []]);
  });

  test("is absent before the event, and so is what rests on it", () => {
    expect(fact("Struck", "a", "2024-01-04")).toEqual([
      ["definition", "Struck", "2024-01-04", "1", null],
      "absent",
      [],
    ]);
    expect(fact("Live", "a", "2024-01-04")).toEqual([["definition", "Live", "2024-01-04", "1", null], "absent", []]);
    expect(fact("Live", "a", "2024-01-05")).toEqual([
      ["definition", "Live", "2024-01-05", "1", "12"],
      "clause",
      [
        ["constant", "", "2024-01-02", "", "3"],
        ["definition", "Struck", "2024-01-05", "1", "4"],
      ],
    ]);
  });
});

test("a state that starts at a deal term is made of it", () => {
  const statements = "given Sum: money = $5\nBalance starts at Sum + $2\n";
  const balance = factOf(statements, [], "Balance", "2024-01-05");
  expect([balance.operation.kind, partsOf(balance)]).toEqual(["start", [["operation", "", "2024-01-02", "", "7"]]]);
  expect(partsOf(at(balance, 0))).toEqual([
    ["deal term", "Sum", "2024-01-02", "", "5"],
    ["constant", "", "2024-01-02", "", "2"],
  ]);
});

test("a default with a time for cure is made of its condition now and then, and of the last day", () => {
  const statements =
    'section 1 "Default"\nDefault occurs\n  when Notice has happened\n  unless cured by the end of: 2024-01-20\n';
  const events = [{ on: "2024-01-04", event: "Notice", Amount: "1" }];
  const ground = at(factOf(statements, events, "Default", "2024-01-25"), 0);
  expect(partsOf(ground)).toEqual([
    ["operation", "", "2024-01-25", "", true],
    ["operation", "", "2024-01-20", "", true],
    ["constant", "", "2024-01-02", "", "2024-01-20"],
  ]);
  const pending = at(factOf(statements, events, "Default", "2024-01-15"), 0);
  expect(partsOf(pending)).toEqual([["operation", "", "2024-01-15", "", true]]);
});
