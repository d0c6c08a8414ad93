/** What explanations say of accounts, of interest, of changes of what a share is, and of what has not changed. */
import { describe, expect, test } from "vitest";
import { Reason } from "../../src/evaluate/reasons/reason-facts.ts";
import type { PlainDate, ReasonFact } from "../../src/index.ts";
import { describeValue, effectsOf, parseDate, usesOf } from "../../src/index.ts";
import { Books } from "../support/recomputation/books.ts";
import type { Data } from "../support/recomputation/dates.ts";
import { mistakesIn } from "../support/recomputation/recompute.ts";
import type { Timeline } from "./asked.ts";
import { explained } from "./asked.ts";

const loan = `section 1 "Loan"
Principal starts at $100,000
account Interest owed by Borrower to Holder
  accrues: 4% per year on Principal by actual/365
  from and including: Issue Date
event Due Day
when Payment
  its Amount is applied to Interest
when Notice
  Principal falls by its Amount
when Due Day
  Interest falls due on its date
Unpaid means unpaid Interest
Paid means paid Interest
Due means due Interest
Accruing means accruing Interest
Cost means interest at 4% per year on Principal from and including Issue Date to but excluding today by actual/365
`;

const paid = { on: "2024-06-02", event: "Payment", id: "p", Amount: "500" };
const due = { on: "2024-07-02", event: "Due Day" };

/** A line as it is read: its figure and what it says. */
const lines = (fact: ReasonFact) => usesOf(fact).map((use) => [describeValue(use).answer, describeValue(use).because]);

function onlyUse(fact: ReasonFact): ReasonFact {
  const [use] = usesOf(fact);
  if (use === undefined) throw new Error("nothing is used");
  return use;
}

describe("an account", () => {
  // 2 January to 2 June: 152 days; 100,000 × 4% × 152 ÷ 365 = 1,665.753…; then 30 days to 2 July, 328.767….
  test("is explained by what accrued and what was paid, each stretch on a line", () => {
    const [unpaid] = explained(loan, { events: [paid, due], ask: [{ value: "Unpaid", on: "2024-07-02" }] });
    const account = onlyUse(unpaid as ReasonFact);
    expect(describeValue(account).because).toBe("accrued $1,994.52…, paid -$500");
    expect(lines(account)).toEqual([
      ["1665.7534246575342466", "152 days × $100,000 × 4% per year ÷ 365, from 2024-01-02 to 2024-06-01"],
      ["500", "paid on 2024-06-02 by p"],
      ["328.76712328767123288", "30 days × $100,000 × 4% per year ÷ 365, from 2024-06-02 to 2024-07-01"],
    ]);
    expect([...effectsOf(account).values()]).toEqual(["1665.7534246575342466", "-500", "328.76712328767123288"]);
  });

  test.each([
    ["Paid", "500", "paid $500"],
    ["Due", "1494.5205479452054795", "falls due $1,494.52…"],
    // 31 days from 2 July: 100,000 × 4% × 31 ÷ 365 = 339.726….
    ["Accruing", "339.72602739726027397", "accrued $2,334.24…, paid -$500, falls due -$1,494.52…"],
  ])("is explained under the measure that is asked for: %s", (value, answer, because) => {
    const [fact] = explained(loan, { events: [paid, due], ask: [{ value, on: "2024-08-02" }] });
    expect(describeValue(onlyUse(fact as ReasonFact))).toMatchObject({ answer, because });
  });

  test("is as it started only where nothing has accrued or been posted", () => {
    const ask = [
      { value: "Unpaid", on: "2024-01-02" },
      { value: "Unpaid", on: "2024-01-03" },
      { value: "Principal", on: "2024-08-02" },
    ];
    const [first, next, principal] = explained(loan, { ask });
    expect(describeValue(onlyUse(first as ReasonFact)).because).toBe("as it started");
    expect(describeValue(onlyUse(next as ReasonFact)).because).toBe("accrued $10.95…");
    expect(describeValue(principal as ReasonFact).because).toBe("as it started");
  });
});

test("an account that is unknown is not said to be as it started", () => {
  const charged = `${loan}when Due Day\n  Interest is charged $1 / 0 due on today\n`;
  const events = [{ on: "2024-01-02", event: "Due Day" }];
  const [unpaid] = explained(charged, { events, ask: [{ value: "Unpaid", on: "2024-01-02" }] });
  expect(describeValue(onlyUse(unpaid as ReasonFact))).toMatchObject({ because: "", error: { kind: "undefined" } });
});

test("a state that is unknown from the start is not said to be as it started, and one that became known is", () => {
  const state =
    "Known starts at $2\nUnknown starts at $1 / Nothing\nNothing starts at 0\nwhen Due Day\n  Unknown becomes $3\n";
  const ask = ["Known", "Unknown"].map((value) => ({ value, on: "2024-01-02" }));
  const facts = explained(`event Due Day\n${state}`, { ask });
  expect(facts.map((fact) => describeValue(fact))).toMatchObject([
    { answer: "2", because: "as it started" },
    { answer: null, because: "", error: { kind: "undefined" } },
  ]);
  const events = [{ on: "2024-01-03", event: "Due Day" }];
  const [later] = explained(`event Due Day\n${state}`, { events, ask: [{ value: "Unknown", on: "2024-01-03" }] });
  expect(describeValue(later as ReasonFact)).toMatchObject({ answer: "3", because: "since 2024-01-03 by Due Day ()" });
});

test("interest of a clause has a line for each stretch on one base", () => {
  const events = [{ on: "2024-03-01", event: "Notice", Amount: "40000" }];
  const [cost] = explained(loan, { events, ask: [{ value: "Cost", on: "2024-03-31" }] });
  // 2 January to 29 February are 59 days on 100,000; 1 to 30 March are 30 days on 60,000.
  expect(lines(cost as ReasonFact).filter(([, because]) => String(because).includes("days"))).toEqual([
    ["646.57534246575342466", "59 days × $100,000 × 4% per year ÷ 365, from 2024-01-02 to 2024-02-29"],
    ["197.26027397260273973", "30 days × $60,000 × 4% per year ÷ 365, from 2024-03-01 to 2024-03-30"],
  ]);
});

test("of two payments to one state, the second finds what the first has left there", () => {
  const rules =
    "Room starts at $70\nwhen Payment\n  $50 is applied to Room\nwhen Payment\n  its Amount is applied to Room";
  const events = [{ ...paid, Amount: "60" }];
  const [room] = explained(rules, { events, ask: [{ value: "Room", on: "2024-06-02" }] });
  const payments = (room as ReasonFact).operands.slice(1).map(onlyUse);
  // $50 of $70; then $20 of $60, which is all that is there.
  expect(payments.map((payment) => payment.operands.map((part) => describeValue(part).answer))).toEqual([
    ["50", "70"],
    ["60", "20"],
  ]);
  expect(payments.map((payment) => describeValue(payment).answer)).toEqual(["50", "20"]);
  // A state keeps nothing of what is left over.
  const target = { isInTurn: false, isLast: false };
  expect(payments.map(({ operation }) => operation)).toMatchObject([{ part: target }, { part: target }]);
  expect(lines(room as ReasonFact)).toEqual([
    ["70", "as it started"],
    ["-50", "paid on 2024-06-02 by p"],
    ["-20", "paid on 2024-06-02 by p"],
  ]);
});

const shares = `section 1 "Shares"
event Line by Borrower
  Shares: shares
event Sale by Borrower
  Price: price
All Shares means the sum of its Shares over Line events
Discounted for each Sale is fixed as 80% * its Price
Lower for each Sale is fixed as the lesser of its Discounted and $0.50 per share, restated for splits
`;

describe("a value after a change of what a share is", () => {
  test("is restated in the shares of one day, with the factor", () => {
    const timeline: Timeline = {
      events: [
        { on: "2024-01-15", event: "Line", id: "a", Shares: "3000000" },
        { on: "2024-02-15", event: "Stock Split", Ratio: "2" },
        { on: "2024-03-15", event: "Line", id: "b", Shares: "1000000" },
      ],
      ask: [{ value: "All Shares", on: "2024-03-16" }],
    };
    const [all] = explained(shares, timeline);
    // 3,000,000 × 2 + 1,000,000.
    expect(describeValue(all as ReasonFact).answer).toBe("7000000");
    expect(lines(all as ReasonFact)).toEqual([
      ["6000000", "in shares of 2024-03-16: 3,000,000 shares × 2"],
      ["1000000", "as Line says"],
    ]);
  });

  test("is explained as it was fixed, with the change apart", () => {
    const timeline: Timeline = {
      events: [
        { on: "2024-03-15", event: "Sale", id: "a", Price: "0.50" },
        { on: "2024-09-01", event: "Stock Split", Ratio: "0.1" },
      ],
      ask: [
        { value: "Lower", of: "a" },
        { value: "Lower", of: "a", on: "2024-09-02" },
      ],
    };
    const [fixed, later] = explained(shares, timeline);
    // 80% × $0.50 = $0.40; a tenth as many shares, each ten times the price.
    expect(describeValue(fixed as ReasonFact)).toMatchObject({ answer: "0.4", on: "2024-03-15" });
    expect(describeValue(later as ReasonFact)).toMatchObject({
      answer: "4",
      because: "in shares of 2024-09-02: $0.4 per share ÷ 0.1",
    });
    expect(onlyUse(later as ReasonFact)).toBe(fixed);
  });
});

describe("the recomputation", () => {
  const [unpaid] = explained(loan, { events: [paid], ask: [{ value: "Unpaid", on: "2024-07-02" }] });
  const data: Data = {
    calendar: {
      name: "none",
      from: parseDate("2024-01-01") as PlainDate,
      to: parseDate("2024-12-31") as PlainDate,
      isHoliday: () => false,
    },
    market: undefined,
  };
  const mistakes = (fact: ReasonFact) => mistakesIn(fact, data, new Books(), new Set());
  const forged = (fact: ReasonFact, changed: Partial<Pick<ReasonFact, "result" | "operation" | "operands">>) => {
    const { kind, name, day, of, reading, type, section, because, operation, operands } = fact;
    return new Reason({
      ...{ kind, name, day, of, reading, type, section, because },
      result: changed.result ?? fact.result,
      made: { operation: changed.operation ?? operation, operands: changed.operands ?? operands },
    });
  };

  test("finds nothing where the figures add up", () => {
    expect(mistakes(unpaid as ReasonFact)).toEqual([]);
  });

  test("finds an answer that is a cent too much", () => {
    expect(mistakes(forged(unpaid as ReasonFact, { result: { n: 149452n, d: 100n } }))).toHaveLength(1);
  });

  test("finds a line that is left out, and a stretch with a day too many", () => {
    const account = onlyUse(unpaid as ReasonFact);
    const { operands } = account;
    expect(mistakes(forged(account, { operands: operands.slice(0, -1) }))).toHaveLength(1);
    const [first] = operands;
    if (first?.operation.kind !== "interest") throw new Error("interest accrues first");
    const longer = { ...first.operation, last: (first.operation.last + 1) as PlainDate };
    expect(mistakes(forged(first, { operation: longer }))).toHaveLength(1);
  });

  test("finds a definition that is made of nothing", () => {
    expect(mistakes(forged(unpaid as ReasonFact, { operation: { kind: "given" }, operands: [] }))).toHaveLength(1);
  });
});
