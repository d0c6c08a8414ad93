/** Events that happen by themselves. The note exists from 2 January 2024; its dates are counted by hand. */
import { describe, expect, test } from "vitest";
import { answersOf, dueOf, outcomeOf } from "./asked.ts";

/** 15 January, 15 February, 15 March and 15 April. */
const monthly = `given First Day: date = 2023-12-15
Pay Dates are every month from but excluding First Day to and including 2024-04-15
event Instalment Due on each of Pay Dates
event Instalment Paid for Instalment Due by Borrower
  Amount: money
`;

const kept = "Kept starts at $0\nwhen Instalment Due\n  Kept rises by $100 * its number\n";

const on = (value: string, ...days: readonly string[]) => days.map((day) => ({ value, on: day }));

describe("when it happens", () => {
  test("on each date of a schedule, with its number and its start", () => {
    // 100 on 15 January, 200 more on 15 February.
    const clauses = `${monthly}${kept}Length for each Instalment Due means its date - its start\n`;
    const ask = [
      ...on("Kept", "2024-01-14", "2024-01-15", "2024-02-14", "2024-02-15", "2024-12-31"),
      // From 15 December to 15 January, and from 15 February to 15 March of a leap year.
      { value: "Length", of: "Instalment Due 2024-01-15" },
      { value: "Length", of: "Instalment Due 2024-03-15" },
    ];
    expect(answersOf(clauses, { ask })).toEqual(["0", "100", "100", "300", "1000", "31", "29"]);
  });

  test("on a day that goes by the day itself, from the first of the note on", () => {
    const clauses =
      "Months starts at 0\nevent Month Begun on the first day of the month of today\nwhen Month Begun\n  Months rises by 1\n" +
      "Starts starts at 0\nevent Day One on Issue Date\nwhen Day One\n  Starts rises by 1\n";
    const ask = [
      ...on("Months", "2024-01-31", "2024-02-01", "2024-04-15"),
      ...on("Starts", "2024-01-02", "2024-05-01"),
    ];
    expect(answersOf(clauses, { ask })).toEqual(["0", "1", "3", "1", "1"]);
  });

  test("not before the note exists, though its number counts these dates", () => {
    const clauses = `Old Dates are every month from and including 2023-11-10 to but excluding 2024-03-01
event Old Date on each of Old Dates
Sum starts at 0
when Old Date
  Sum rises by its number
`;
    // 10 November and December are 1 and 2; 10 January is the third, 10 February the fourth.
    expect(answersOf(clauses, { ask: on("Sum", "2024-01-09", "2024-01-10", "2024-02-10") })).toEqual(["0", "3", "7"]);
  });

  test("before what parties give on that day, and what was put off to it", () => {
    const clauses = `${monthly}event Waiver by Holder
  takes effect on: 2024-01-15
Order starts at 1
when Instalment Due
  Order becomes Order + 1
when Waiver
  Order becomes Order * 10
when Payment
  Order becomes Order + 5
`;
    const events = [
      { on: "2024-01-10", event: "Waiver" },
      { on: "2024-01-15", event: "Payment", Amount: "1" },
    ];
    // (1 + 1) * 10 + 5.
    expect(answersOf(clauses, { events, ask: on("Order", "2024-01-15") })).toEqual(["25"]);
  });

  test("behind what opens the day", () => {
    const clauses = `${monthly}Floor starts at $2 per share, restated for splits
Struck for each Instalment Due is fixed as Floor
`;
    const events = [{ on: "2024-01-15", event: "Stock Split", Ratio: "2" }];
    expect(answersOf(clauses, { events, ask: [{ value: "Struck", of: "Instalment Due 2024-01-15" }] })).toEqual(["1"]);
  });

  const two = (order: string) => `section 2.1 "Interest"
event Zero Day on 2024-01-15
Sum starts at 10
when Zero Day
  Sum becomes Sum * 2
section 2.2 "Principal"
event Add Day on 2024-01-15
when Add Day
  Sum becomes Sum + 1
${order}`;

  test.each([
    // (10 + 1) * 2.
    ["by their names", "", "22"],
    // 10 * 2 + 1.
    ["in the order of their sections, where the note says one", "order on one day: 2.1, then 2.2\n", "21"],
  ])("several of one day: %s", (_, order, expected) => {
    expect(answersOf(two(order), { ask: on("Sum", "2024-01-15") })).toEqual([expected]);
  });
});

describe("what each of them has", () => {
  const paying = `${monthly}Left for each Instalment Due starts at $50 * its number
when Instalment Paid
  its Instalment Due's Left falls by its Amount
for each Instalment Due, the Borrower must give Instalment Paid by 5 days after its date called Paying
Event of Default occurs for each Instalment Due
  when its Left is more than $0
  unless cured by the end of: 10 days after its date
`;

  test("states, duties and defaults of its own", () => {
    const events = [
      { on: "2024-01-15", event: "Instalment Paid", for: "Instalment Due 2024-01-15", Amount: "50" },
      { on: "2024-02-22", event: "Instalment Paid", for: "Instalment Due 2024-02-15", Amount: "60" },
    ];
    const ask = [
      { value: "Left", of: "Instalment Due 2024-01-15" },
      { value: "Left", of: "Instalment Due 2024-02-15" },
      { value: "Paying", of: "Instalment Due 2024-01-15", on: "2024-03-01" },
      { value: "Paying", of: "Instalment Due 2024-02-15", on: "2024-03-01" },
      // The tenth day after 15 February is the 25th.
      ...on("Event of Default", "2024-02-24", "2024-02-25"),
    ];
    const expected = ["0", "40", "performed on 2024-01-15", "late by 2 days", false, true];
    expect(answersOf(paying, { events, ask })).toEqual(expected);
  });

  test("a duty of each of those ahead is due on its own day, which is no other for who looks earlier", () => {
    const looked = ["2024-01-02", "2024-02-20"].map((day) =>
      dueOf(paying, { ask: [] }, day, 100).flatMap(({ text, due }) => (/Instalment Paid/.test(text) ? [due] : [])),
    );
    // On 2 January none stands yet; on 20 February two do, and those of 15 March and 15 April are ahead.
    const all = ["2024-01-20", "2024-02-20", "2024-03-20"];
    expect(looked).toEqual([all, [...all, "2024-04-20"]]);
  });

  test("what is for one of no date is refused, and a question about it has no answer", () => {
    const events = [{ on: "2024-03-01", event: "Instalment Paid", for: "Instalment Due 2024-02-16", Amount: "1" }];
    const ask = [{ value: "Left", of: "Instalment Due 2024-02-16" }];
    const { answers, refused } = outcomeOf(paying, { events, ask });
    expect(answers.map((it) => "error" in it && it.error)).toEqual([
      { kind: "undefined", message: "no Instalment Due happens on 2024-02-16" },
    ]);
    expect(refused.map(({ because }) => because)).toEqual(["no Instalment Due happens on 2024-02-16"]);
  });
});

test("the timeline names it by its day", () => {
  const { journal } = outcomeOf(`${monthly}${kept}`, { ask: on("Kept", "2024-01-20") });
  const events = journal.filter(({ kind }) => kind === "event").map(({ on: day, text }) => [day, text]);
  expect(events).toEqual([["2024-01-15", "Instalment Due 2024-01-15"]]);
});

test("the timeline is silent of what no rule is about", () => {
  const { journal } = outcomeOf(`${monthly}Days for each Instalment Due means today - its date\n`, {
    ask: [{ value: "Days", of: "Instalment Due 2024-01-15", on: "2024-01-20" }],
  });
  expect(journal).toEqual([]);
});

describe("where its dates can't be determined", () => {
  const prices = (["2024-01-02", "2024-01-03", "2024-01-04"] as const).map((day) => [day, "1"] as const);

  test("what it would change is unknown from the first day on which it may happen", () => {
    const clauses = `event Fixing on 3 trading days after Issue Date
Fixings starts at 0
when Fixing
  Fixings rises by 1
`;
    // Two of the three days are known: 3 and 4 January. So it comes after the 4th.
    expect(answersOf(clauses, { prices, ask: on("Fixings", "2024-01-04", "2024-01-05") })).toEqual([
      "0",
      "missing data",
    ]);
  });

  test("of a schedule, from the first day of the note on; and what is for any of its dates, too", () => {
    const clauses = `${monthly}Early Dates are 2 trading days before its date for each of Pay Dates
event Early Date on each of Early Dates
event Notice Given for Early Date by Borrower
Notices starts at 0
when Early Date
  Notices rises by 1
Days of Notice for each Notice Given means today - its Early Date's date
`;
    const events = [
      { on: "2024-01-20", event: "Notice Given", id: "n", for: "Early Date 2024-01-11" },
      // None happens before the note exists.
      { on: "2024-01-20", event: "Notice Given", id: "before", for: "Early Date 2023-12-29" },
    ];
    const ask = [...on("Notices", "2024-01-02"), ...["n", "before"].map((of) => ({ value: "Days of Notice", of }))];
    expect(answersOf(clauses, { prices, events, ask })).toEqual(["missing data", "missing data", "refused"]);
  });
});
