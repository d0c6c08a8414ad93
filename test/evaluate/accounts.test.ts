import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

// $36,500 at 10 % over 365 days is $10 a day, from 2 January on.
const interest =
  "Balance starts at $36500\naccount Interest owed by Borrower to Holder\n  accrues: 10% per year on Balance by actual/365\n" +
  "  from and including: Issue Date\n";
const paid = (on: string, Amount: string) => ({ on, event: "Payment", Amount });
const asked = (value: string, ...days: string[]) => days.map((on) => ({ value, on }));

test("what falls due in the batch that lowers the base is attached to what is left of it", () => {
  const statements =
    `${interest}on 2024-01-12\n  Interest falls due on today\n  Balance falls by $18250\n` +
    "On Rest means unpaid Interest on $18250\nOwed means unpaid Interest";
  // Ten days: $100. Half of the base is gone, so $50 had accrued on the $18,250 that is left: all of what is unpaid on it.
  const ask = [...asked("Owed", "2024-01-12"), ...asked("On Rest", "2024-01-12")];
  expect(answersOf(statements, { ask })).toEqual(["100", "50"]);
});

test("a waived month in the batch that lowers the base leaves the other months their own parts", () => {
  const statements =
    `${interest}when Notice\n  Interest is waived for the month of 2024-01-15\n  Balance falls by $18250\n` +
    "On Rest means unpaid Interest on $18250\nOwed means unpaid Interest";
  const events = [{ on: "2024-02-11", event: "Notice", Amount: "1" }];
  // January: 30 days, $300, waived. February to the 10th: $100, of which half stays attached.
  const ask = [...asked("Owed", "2024-02-11"), ...asked("On Rest", "2024-02-11")];
  expect(answersOf(statements, { events, ask })).toEqual(["100", "50"]);
});

test("money paid ahead pays what accrues, also in a month that has fallen due already", () => {
  const statements =
    `${interest}when Notice\n  Interest falls due on today for the month of today\n` +
    "when Payment\n  its Amount is applied to Interest\nOwed means unpaid Interest";
  const events = [{ on: "2024-01-07", event: "Notice", Amount: "1" }, paid("2024-01-12", "125")];
  // Ten days to the 11th: $100, and $25 ahead: the 12th and the 13th, and half of the 14th.
  const ask = asked("Owed", "2024-01-12", "2024-01-14", "2024-01-15", "2024-01-16");
  expect(answersOf(statements, { events, ask })).toEqual(["0", "0", "5", "15"]);
});

test("money that a waiver sets free pays what accrues from then on, not what is owed already", () => {
  const statements =
    `${interest}when Payment\n  its Amount is applied to Interest\n` +
    "when Notice\n  Interest is waived for the month of 2024-01-15\nOwed means unpaid Interest";
  const events = [paid("2024-01-04", "20"), { on: "2024-02-03", event: "Notice", Amount: "1" }];
  // Of January's $300, $20 are paid. On 3 February $20 of February are owed; the $20 set free pay the 3rd and the 4th.
  const ask = asked("Owed", "2024-02-03", "2024-02-05", "2024-02-06");
  expect(answersOf(statements, { events, ask })).toEqual(["20", "20", "30"]);
});

test("a day whose interest can't be determined leaves what was owed as that day ended", () => {
  const statements =
    "account Interest owed by Borrower to Holder\n  accrues: 10% per year on Base by actual/365\n  from and including: Issue Date\n" +
    "Base means $36500 if today is before 2024-01-04, otherwise $1 * (market close / market close)\nOwed means unpaid Interest";
  // Two days of $10 are in on the 4th; the 4th's own, without a price, is in on the 5th.
  const ask = [...asked("Interest", "2024-01-04", "2024-01-05"), ...asked("Owed", "2024-01-04", "2024-01-05")];
  expect(answersOf(statements, { ask })).toEqual(["20", "missing data", "20", "missing data"]);
});

test("what can't be determined from a day on is so for that day's events too", () => {
  const statements =
    "Seen starts at $0\nwhen Notice\n  Seen becomes unpaid Interest\naccount Interest owed by Borrower to Holder\n" +
    "  accrues: 10% per year on ($36500 * (market close / market close)) by actual/365\n  from and including: Issue Date\n";
  const events = [{ on: "2024-01-03", event: "Notice", Amount: "1" }];
  // Without prices the interest of the 2nd can't be determined.
  expect(answersOf(statements, { events, ask: asked("Seen", "2024-01-03") })).toEqual(["missing data"]);
});

describe("a base that changes", () => {
  const part = "On Base means unpaid Interest on Balance\nOwed means unpaid Interest\n";
  const halved = "when Notice\n  Balance falls by $18250\nwhen Payment\n  Balance rises by its Amount\n";
  const fall = { on: "2024-01-12", event: "Notice", Amount: "0" };

  test("what was attached to the part that went stays attached to nothing, though the base rises again", () => {
    const events = [fall, paid("2024-01-12", "18250")];
    // Of $100, half were attached to what was left.
    const ask = [...asked("Owed", "2024-01-12"), ...asked("On Base", "2024-01-12")];
    expect(answersOf(interest + part + halved, { events, ask })).toEqual(["100", "50"]);
  });

  test("a fall leaves an account that can't be determined, before it or with it", () => {
    const unknown =
      "account Fee owed by Borrower to Holder\n  accrues: 10% per year on Balance by actual/365\n  from and including: Issue Date\n";
    const charge = "  Fee is charged ($1 * (market close / market close)) due on today\n";
    for (const rule of [`on 2024-01-05\n${charge}`, `when Notice\n${charge}`]) {
      const ask = [...asked("Fee", "2024-01-12"), ...asked("On Base", "2024-01-12")];
      const statements = interest + part + halved + unknown + rule;
      // All of the half that is left.
      expect(answersOf(statements, { events: [fall], ask })).toEqual(["missing data", "50"]);
    }
  });

  test("where the base can't be determined on the day of an event, what was attached stays so", () => {
    const statements =
      "Balance starts at $36500\nPriced means Balance * (market close / market close)\naccount Interest owed by Borrower to Holder\n" +
      "  accrues: 10% per year on Priced by actual/365\n  from and including: Issue Date\nOwed means unpaid Interest\nwhen Notice\n  Balance falls by $18250\n";
    const prices = [
      ["2024-01-02", "1"],
      ["2024-01-03", "1"],
    ] as const;
    const events = [{ on: "2024-01-04", event: "Notice", Amount: "0" }];
    // The 2nd and the 3rd bear $10 each; the 4th has no price.
    expect(answersOf(statements, { prices, events, ask: asked("Owed", "2024-01-04", "2024-01-05") })).toEqual([
      "20",
      "missing data",
    ]);
  });
});

test("two payments at once never take more from a balance than is there", () => {
  const statements =
    "Balance starts at $100\nwhen Payment\n  its Amount is applied to Balance\nwhen Payment\n  $30 is applied to Balance";
  const events = [paid("2024-01-03", "90")];
  expect(answersOf(statements, { events, ask: asked("Balance", "2024-01-03") })).toEqual(["0"]);
});

test("a balance below nothing takes no payment, and gives none", () => {
  const statements =
    "Balance starts at $0 - $50\nOther starts at $100\nwhen Payment\n  its Amount is applied to Balance, then Other";
  const ask = [...asked("Balance", "2024-01-03"), ...asked("Other", "2024-01-03")];
  expect(answersOf(statements, { events: [paid("2024-01-03", "90")], ask })).toEqual(["-50", "10"]);
});

test.each([
  ["charged", "Fee is charged (its Amount / $1 * (the greater of $1 and unlimited)) due on today"],
  ["paid", "(its Amount / $1 * (the greater of $1 and unlimited)) is applied to Fee"],
] as const)("an unlimited amount that is %s makes the account undefined", (_, change) => {
  const statements = `account Fee owed by Borrower to Holder\nwhen Payment\n  ${change}`;
  const events = [paid("2024-01-03", "90")];
  expect(answersOf(statements, { events, ask: asked("Fee", "2024-01-03") })).toEqual(["undefined"]);
});

test("money paid ahead pays what is charged next", () => {
  const statements =
    "account Fee owed by Borrower to Holder\nwhen Payment\n  its Amount is applied to Fee\n" +
    "when Notice\n  Fee is charged its Amount due on today";
  const events = [
    { on: "2024-01-03", event: "Payment", Amount: "100" },
    { on: "2024-01-04", event: "Notice", id: "a", Amount: "60" },
    { on: "2024-01-05", event: "Notice", id: "b", Amount: "60" },
  ];
  const ask = ["2024-01-04", "2024-01-05"].map((on) => ({ value: "Fee", on }));
  // $100 pays the first $60 and $40 of the second.
  expect(answersOf(statements, { events, ask })).toEqual(["0", "20"]);
});

test.each([
  ["nothing", "$0", "0"],
  ["a part", "$5", "undefined"],
])("of a base of nothing, %s has its share", (_, part, expected) => {
  const statements = `${interest}when Notice\n  Balance falls by $36,500\nOn Part means unpaid Interest on ${part}`;
  const events = [{ on: "2024-01-12", event: "Notice", Amount: "1" }];
  expect(answersOf(statements, { events, ask: asked("On Part", "2024-01-13") })).toEqual([expected]);
});
