import { expect, test } from "vitest";
import { printNode } from "../../src/core/print.ts";
import { head, lowered } from "./lowered.ts";

const declared =
  "given Principal: money\nLeft starts at Principal\nCall Date is a date, at first not set\n" +
  "account Interest owed by Borrower to Holder\n" +
  'event Notice\n  Amount: money\n  Kind: "a", "b"\nevent Delivery for Notice\n  Amount: money\n' +
  "Half for each Notice means 50% * its Amount\n" +
  'reading "grace"\n  passage: "p"\n  choices: "short", "long"\n  chosen: "short"\n' +
  'Long holds when "grace" is read "long"\n' +
  'section 3.1 "Payment"\nEvent of Default occurs\n  when Left is more than $1\n';

const notice = "Bound(depth: 0, event: Notice)";

test.each([
  ["50%", "1/2 percent"],
  ["8% per year", "2/25 per year"],
  ["$1,000.50", "2001/2 USD"],
  ["Principal * 3 months", 'Arithmetic(left: ReadParam(name: Principal), operator: "*", right: 1/4 year)'],
  ["2 to the power of 3", 'Arithmetic(left: 2 number, operator: "^", right: 3 number)'],
  ["Left", "ReadState(name: Left)"],
  [
    "the lesser of Left and Principal",
    "Extreme(operands: [(ifSet: false, value: ReadState(name: Left)), (ifSet: false, value: ReadParam(name: Principal))], which: least)",
  ],
  [
    "the sum of its Half over Notice events",
    `EventFold(body: ReadDefinition(key: Half / Notice, of: ${notice}), event: Notice, operation: sum)`,
  ],
  ["unpaid Interest", "AccountMeasure(account: Interest, measure: unpaid)"],
  ["start of Event of Default", "FamilyStart(family: Event of Default, sections: [])"],
  ["start of Event of Default under 3.1", "FamilyStart(family: Event of Default, sections: [3.1])"],
  [
    "the first of every 3 months from Issue Date on or after today",
    "Every(anchor: ReadParam(name: Issue Date), from: Today(), months: 3 number, relation: on or after)",
  ],
  [
    "the total of\n  (i) Left\n  (ii) Principal",
    "Total(operands: [(ifSet: false, value: ReadState(name: Left)), (ifSet: false, value: ReadParam(name: Principal))])",
  ],
  ["Left, rounded down to $1", "Round(mode: down, step: 1 USD, value: ReadState(name: Left))"],
  ["Borrower", '"Borrower"'],
  ["the last business day before today", "Step(from: Today(), relation: before, unit: business day)"],
  [
    'as "grace" is read\n  "long": 2\n  "short": 1',
    "ByReading(arms: {long: 2 number, short: 1 number}, reading: grace)",
  ],
] as const)("the value %s", (value, printed) => {
  expect(valueOfAnswer(`Answer means ${value}\n`)).toBe(printed);
});

test.each([
  ["Left is at most $5", 'Compare(left: ReadState(name: Left), operator: "≤", right: 5 USD)'],
  ["today is on or after Issue Date", 'Compare(left: Today(), operator: "≥", right: ReadParam(name: Issue Date))'],
  ["Call Date is not set", "Not(condition: IsSet(value: ReadState(name: Call Date)))"],
  ["Delivery has happened", "HasHappened(event: Delivery)"],
  [
    "on every day from and including Issue Date to but excluding today, Left is more than $1",
    'DayFold(body: Compare(left: ReadState(name: Left), operator: ">", right: 1 USD), days: DayRange(from: ReadParam(name: Issue Date), fromIncluded: true, to: Today(), toIncluded: false, unit: day), operation: every)',
  ],
  ["Event of Default", "FamilyHolds(family: Event of Default, sections: [])"],
  ["Event of Default under 3.1", "FamilyHolds(family: Event of Default, sections: [3.1])"],
  [
    "none of\n  (i) Long\n  (ii) Event of Default",
    "Not(condition: Logic(conditions: [ReadDefinition(key: Long), FamilyHolds(family: Event of Default, sections: [])], operator: any))",
  ],
  [
    'some Notice has (its Kind is one of "a", "b")',
    `EventFold(body: Logic(conditions: [Compare(left: ReadField(name: Kind, of: ${notice}), operator: "=", right: "a"), Compare(left: ReadField(name: Kind, of: ${notice}), operator: "=", right: "b")], operator: any), event: Notice, operation: some)`,
  ],
] as const)("the condition %s", (condition, printed) => {
  expect(valueOfAnswer(`Answer holds when ${condition}\n`)).toBe(printed);
});

test.each([
  ["its date", `EventMoment(moment: date, of: ${notice})`],
  ["its Half", `ReadDefinition(key: Half / Notice, of: ${notice})`],
  ["its Delivery's Amount", `ReadField(name: Amount, of: Referring(event: Delivery, of: ${notice}))`],
  [
    "the number of Delivery events where (its Notice's Amount is this Notice's Amount)",
    'EventFold(event: Delivery, operation: number, where: Compare(left: ReadField(name: Amount, of: Referred(event: Notice, of: Bound(depth: 0, event: Delivery))), operator: "=", right: ReadField(name: Amount, of: Bound(depth: 1, event: Notice))))',
  ],
  [
    "the last of Delivery events where (its Amount is $1)",
    'OccurrenceValue(of: Found(event: Delivery, where: Compare(left: ReadField(name: Amount, of: Bound(depth: 0, event: Delivery)), operator: "=", right: 1 USD), which: last))',
  ],
] as const)("of an event, %s", (value, printed) => {
  expect(valueOfAnswer(`Answer for each Notice means ${value}\n`, "Answer / Notice")).toBe(printed);
});

test("an event that is tied to one that is tied", () => {
  expect(valueOfAnswer("Answer for each Notice means its Delivery's Notice's Amount\n", "Answer / Notice")).toBe(
    `ReadField(name: Amount, of: Referred(event: Notice, of: Referring(event: Delivery, of: ${notice})))`,
  );
});

test("a definition of each event that names another stands for it", () => {
  const best = "Best for each Notice means the first of Delivery events where (its Notice is this Notice)\n";
  expect(valueOfAnswer(`${best}Answer for each Notice means its Best's Amount\n`, "Answer / Notice")).toBe(
    `ReadField(name: Amount, of: Named(event: Delivery, key: Best / Notice, of: ${notice}))`,
  );
});

test("an event that a definition names is set if it has happened", () => {
  expect(valueOfAnswer("Latest means the last of Delivery events\nAnswer holds when Latest is set\n")).toBe(
    "HasHappened(occurrence: Named(event: Delivery, key: Latest))",
  );
});

test("a figure in the shares of the start", () => {
  const split = "event Split\n  Ratio: number\nshare basis changes on Split by its Ratio\n";
  expect(valueOfAnswer(`${split}Answer means $1 per share, restated for splits\n`)).toBe("1 USD/share restated");
});

test("a definition that names an event stands for it", () => {
  const source = "Latest means the last of Delivery events\nAnswer means Latest's Amount\n";
  expect(valueOfAnswer(source)).toBe("ReadField(name: Amount, of: Named(event: Delivery, key: Latest))");
  expect(lowered(head + declared + source).askable.has("Latest")).toBe(false);
});

function valueOfAnswer(source: string, key = "Answer"): string {
  return printNode(lowered(head + declared + source).definitions.get(key)?.value);
}
