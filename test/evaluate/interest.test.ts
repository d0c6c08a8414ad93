/** What an account accrues: from when, while what, at which rate; and the value of a part of its base. */
import { describe, expect, test } from "vitest";
import { answersOf, outcomeOf } from "./asked.ts";

// $36,500 at 10 % over 365 days is $10 a day.
const account = (rate: string, base: string, from = "Issue Date", more = "") =>
  `Balance starts at $36,500\naccount Interest owed by Borrower to Holder\n  accrues: ${rate} on ${base} by actual/365\n  from and including: ${from}\n${more}Owed means unpaid Interest\n`;
const owed = (...days: string[]) => days.map((on) => ({ value: "Owed", on }));
const unknown = "(market close / market close)";

test.each([
  // What accrues on a day shows from the next day on.
  ["from its first day on", account("10% per year", "Balance", "2024-01-04"), ["0", "0", "10", "20"]],
  [
    "while its condition holds",
    account("10% per year", "Balance", "Issue Date", "  while: today is before 2024-01-04\n"),
    ["10", "20", "20", "20"],
  ],
  [
    "at the rate of each day",
    `Rate means 10% per year if today is before 2024-01-04, otherwise 20% per year\n${account("Rate", "Balance")}`,
    ["10", "20", "40", "60"],
  ],
  ["on nothing below nothing", account("10% per year", "(Balance * 0)"), ["0", "0", "0", "0"]],
] as const)("an account accrues %s", (_, statements, expected) => {
  const ask = owed("2024-01-03", "2024-01-04", "2024-01-05", "2024-01-06");
  expect(answersOf(statements, { ask })).toEqual(expected);
});

test.each([
  ["first day", account("10% per year", "Balance", "the first trading day on or after today"), "missing data"],
  [
    "condition",
    account(
      "10% per year",
      "Balance",
      "Issue Date",
      "  while: market close is more than $1 per share, not restated for splits\n",
    ),
    "missing data",
  ],
  ["base", account("10% per year", `(Balance * ${unknown})`), "missing data"],
  ["rate", account(`(10% per year * ${unknown})`, "Balance"), "missing data"],
  ["unlimited base", account("10% per year", "(the greater of $1 and unlimited)"), "undefined"],
])(
  "where its %s can't be determined, an account can't be from the next day on, and for good",
  (_, statements, kind) => {
    expect(answersOf(statements, { ask: owed("2024-01-02", "2024-01-03", "2024-01-09") })).toEqual(["0", kind, kind]);
  },
);

test("what is unlimited is said so", () => {
  const statements = account("10% per year", "(the greater of $1 and unlimited)");
  expect(outcomeOf(statements, { ask: owed("2024-01-03") }).answers).toMatchObject([
    { error: { message: "Interest accrues an unlimited amount" } },
  ]);
});

test("what accrues on each overdue amount of an account that can't be determined can't be either", () => {
  const statements =
    `account Fee owed by Borrower to Holder\non 2024-01-05\n  Fee is charged ($1 * ${unknown}) due on today\n` +
    "account Late Fee owed by Borrower to Holder\n  accrues: 5% per year on each overdue Fee by actual/365\n  from and including: Issue Date\n";
  const ask = ["2024-01-05", "2024-01-06"].map((on) => ({ value: "Late Fee", on }));
  expect(answersOf(statements, { ask })).toEqual(["0", "missing data"]);
});

test("what accrues on each overdue amount, at a rate that can't be determined, can't be either", () => {
  const statements =
    "account Fee owed by Borrower to Holder\non 2024-01-05\n  Fee is charged $100 due on today\n" +
    `account Late Fee owed by Borrower to Holder\n  accrues: (5% per year * ${unknown}) on each overdue Fee by actual/365\n  from and including: Issue Date\n`;
  const ask = ["2024-01-05", "2024-01-06"].map((on) => ({ value: "Late Fee", on }));
  // Nothing is overdue before the 5th ends, so nothing has to be known.
  expect(answersOf(statements, { ask })).toEqual(["0", "missing data"]);
});

describe("of a part of the base", () => {
  const interest = account("10% per year", "Balance");
  const falling = "on 2024-01-12\n  Interest falls due on today, payable on 2024-01-15\n";
  const half =
    "Half means unpaid Interest on $18,250\nLate Half means overdue Interest on $18,250\nNone means unpaid Interest on $0\n";

  test("is owed its share, and overdue as the day for payment ends", () => {
    const ask = ["2024-01-14", "2024-01-15"].flatMap((on) =>
      ["Half", "Late Half", "None"].map((value) => ({ value, on })),
    );
    // On the 14th $120 are owed, on the 15th $130; $100 of them are payable then. Half of each.
    expect(answersOf(interest + falling + half, { ask })).toEqual(["60", "0", "0", "65", "50", "0"]);
  });

  test("nothing is the share of nothing; of a base that is nothing no other part can be determined", () => {
    const ask = ["Half", "None"].map((value) => ({ value, on: "2024-01-12" }));
    const statements = `${interest}${half}on 2024-01-12\n  Balance becomes $0\n`;
    expect(answersOf(statements, { ask })).toEqual(["undefined", "0"]);
    expect(outcomeOf(statements, { ask }).answers[0]).toMatchObject({
      error: { message: "Interest accrues on nothing, so no part of it can be determined" },
    });
  });

  test("can't be determined where the base or the part can't be", () => {
    const priced = account("10% per year", `(Balance * ${unknown})`);
    const prices = [
      ["2024-01-02", "1"],
      ["2024-01-03", "1"],
    ] as const;
    const ask = (value: string) => [{ value, on: "2024-01-04" }];
    expect(answersOf(priced + half, { prices, ask: ask("Half") })).toEqual(["missing data"]);
    expect(answersOf(`${interest}Part means unpaid Interest on ($1 * ${unknown})\n`, { ask: ask("Part") })).toEqual([
      "missing data",
    ]);
  });

  test("stays attached through a fall of a base that could not be determined before", () => {
    const statements =
      `Known starts at 0\nPriced means Balance if Known is 1, otherwise Balance * ${unknown}\n${account("10% per year", "Priced")}On Base means unpaid Interest on Balance\n` +
      "when Notice\n  Known becomes 1\n  Balance falls by $18,250\n";
    const prices = [
      ["2024-01-02", "1"],
      ["2024-01-03", "1"],
    ] as const;
    const events = [{ on: "2024-01-04", event: "Notice", Amount: "0" }];
    // $20 of the 2nd and the 3rd. What the base was on the 4th before the notice is not known, so nothing is detached.
    expect(answersOf(statements, { prices, events, ask: [{ value: "On Base", on: "2024-01-04" }] })).toEqual(["20"]);
  });
});
