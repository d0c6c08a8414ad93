/** What an answer says besides its value: where it stands, its unit, and why there is none. */
import { describe, expect, test } from "vitest";
import { answersOf, outcomeOf } from "./asked.ts";

const answersTo = (statements: string, ...ask: { value: string; on?: string; of?: string }[]) =>
  outcomeOf(statements, { ask }).answers;

describe("what is asked for", () => {
  const statements =
    'section 1 "Terms"\ngiven Rate: rate = 6% per year\ngiven Kind: "stock", "cash" = "cash"\ngiven Hour: time = 09:30\n' +
    'section 2 "States"\nBalance starts at $100\nLast is a date, at first not set\n' +
    'section 3 "Values"\nPrice means $5 per share, not restated for splits\nHeld means 20 shares, not restated for splits\nShare means 25%\nCount means 3\nOpen holds when Balance is $100\n' +
    'section 4 "Account"\naccount Fee owed by Borrower to Holder\n' +
    'section 5 "Early"\nDefault occurs\n  when Balance is more than $500\nsection 6 "Late"\nDefault occurs\n  when Balance is $100\n';

  test.each([
    ["Rate", "0.06", "per year", "1"],
    ["Kind", "cash", "choice", "1"],
    ["Hour", "09:30", "time", "1"],
    ["Balance", "100", "USD", "2"],
    ["Price", "5", "USD/share", "3"],
    ["Held", "20", "shares", "3"],
    ["Share", "0.25", "percent", "3"],
    ["Count", "3", "number", "3"],
    ["Open", true, "yes or no", "3"],
    ["Fee", "0", "USD", "4"],
    ["Default", true, "yes or no", "6"],
  ] as const)("%s", (value, answer, unit, section) => {
    expect(answersTo(statements, { value, on: "2024-01-03" })).toEqual([
      { value, on: "2024-01-03", answer, unit, section },
    ]);
  });

  test("a default of one section", () => {
    const ask = ["5", "6"].map((of) => ({ value: "Default", of, on: "2024-01-03" }));
    expect(answersTo(statements, ...ask)).toEqual([
      expect.objectContaining({ of: "5", section: "5", answer: false }),
      expect.objectContaining({ of: "6", section: "6", answer: true }),
    ]);
  });

  test("no value has a reason", () => {
    expect(answersTo(statements, { value: "Last", on: "2024-01-03" })).toEqual([
      { value: "Last", on: "2024-01-03", section: "2", answer: null, because: "Last is not set" },
    ]);
    const only = 'section 3 "Values"\nLater means $5 only while today is after 2024-01-05';
    expect(answersTo(only, { value: "Later", on: "2024-01-03" })).toMatchObject([
      { section: "3", answer: null, because: "today is after 2024-01-05 does not hold" },
    ]);
  });

  test("before the note exists accounts hold nothing, states have no value, and nothing has happened", () => {
    const more = `${statements}section 7 "More"\nUnpaid means unpaid Fee\nLate Since means the first overdue date of Fee\nAsked holds when Notice has happened\nEarlier means Balance as of 2024-01-01\n`;
    const on = "2024-01-01";
    expect(
      answersTo(
        more,
        ...["Fee", "Unpaid", "Late Since", "Asked", "Balance", "Default"].map((value) => ({ value, on })),
      ),
    ).toMatchObject([
      { answer: "0" },
      { answer: "0" },
      { answer: null, because: "nothing of Fee is overdue" },
      { answer: false },
      { error: { kind: "missing data", message: "Balance has no value before 2024-01-02" } },
      { error: { kind: "missing data" } },
    ]);
    expect(answersTo(more, { value: "Earlier", on: "2024-01-03" })).toMatchObject([
      { error: { kind: "missing data" } },
    ]);
  });
});

describe("what is asked of an event", () => {
  const statements =
    'section 1 "Grants"\nevent Grant by Holder\n  Count: shares\n  Note: text, optional\nGranted for each Grant is fixed as its Count\nWorth for each Grant means its Count * $2 per share, not restated for splits\n' +
    'section 2 "Calls"\nevent Call by Holder\n  Day: date, optional\n  takes effect on: 1 trading day after its date\nCalled for each Call means today - its date\n';
  const events = [
    { on: "2024-01-03", event: "Grant", id: "g", Count: "20" },
    { on: "2024-01-05", event: "Stock Split", Ratio: "3" },
    { on: "2024-01-03", event: "Call", id: "c" },
  ];
  const answers = (...ask: { value: string; of: string; on?: string }[]) =>
    outcomeOf(statements, { events, ask }).answers;

  test("a field, and what is fixed or goes on changing", () => {
    expect(
      answers(
        { value: "Count", of: "g" },
        { value: "Count", of: "g", on: "2024-01-05" },
        { value: "Granted", of: "g" },
        { value: "Granted", of: "g", on: "2024-01-02" },
        { value: "Granted", of: "g", on: "2024-01-05" },
        { value: "Worth", of: "g" },
        { value: "Worth", of: "g", on: "2024-01-05" },
      ),
    ).toMatchObject([
      { answer: "20", section: "1" },
      { answer: "60" },
      { answer: "20", section: "1" },
      { answer: null, because: "it is fixed on 2024-01-03" },
      { answer: "60" },
      { answer: "40" },
      { answer: "120" },
    ]);
    expect(answers({ value: "Note", of: "g" })).toMatchObject([{ answer: null, because: "Note is not given" }]);
  });

  test("an event that never takes effect", () => {
    // Without market data no trading day is known.
    expect(answers({ value: "Called", of: "c" }, { value: "Called", of: "c", on: "2024-01-05" })).toMatchObject([
      { error: { kind: "missing data", message: expect.stringContaining("the scenario names no market data") } },
      { error: { kind: "missing data" } },
    ]);
  });
});

test("a value may be asked for twice, and in any order", () => {
  const statements = "Sum starts at $0\nwhen Notice\n  Sum rises by its Amount\nTwice means 2 * Sum";
  const events = [{ on: "2024-01-03", event: "Notice", Amount: "5" }];
  const ask = ["2024-01-02", "2024-01-03", "2024-01-02"].map((on) => ({ value: "Twice", on }));
  expect(answersOf(statements, { events, ask })).toEqual(["0", "10", "0"]);
});

test("the readings in force are listed by name", () => {
  const reading = (name: string) =>
    `reading "${name}"\n  passage: "p"\n  choices: "one", "two"\n  chosen: "two"\nUses ${name} holds when "${name}" is read "one"\n`;
  const { readings } = outcomeOf(reading("Zeal") + reading("Area"), { ask: [] });
  expect(Object.entries(readings)).toEqual([
    ["Area", "two"],
    ["Zeal", "two"],
  ]);
});

test.each([
  ["the first first", "given Alpha: money = Beta\ngiven Beta: money = Gamma + $1\ngiven Gamma: money = $5\n"],
  ["the last first", "given Gamma: money = $5\ngiven Beta: money = Gamma + $1\ngiven Alpha: money = Beta\n"],
])("a deal term may start at another: %s", (_, terms) => {
  const ask = ["Alpha", "Beta", "Gamma"].map((value) => ({ value, on: "2024-01-02" }));
  expect(answersOf(terms, { ask })).toEqual(["6", "6", "5"]);
});
