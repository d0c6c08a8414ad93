/** Times by the clock of another place, times counted from times, and the hours between them. */
import { describe, expect, test } from "vitest";
import { compile, loadScenario } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { explainedOutcome } from "./asked.ts";

function answersOf(clauses: string, events: readonly object[], ask: readonly object[], here = "New York") {
  const text = `note "Times"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n  business days: "us-bank"\n  times are in: "${here}"\ngiven Issue Date: date = 2025-01-02\nevent Notice by Holder\n${clauses}\n`;
  const template = ensured(compile(text));
  const scenario = { scenario: "times", note: "times", terms: {}, events, ask };
  const loaded = ensured(loadScenario(template, { scenario: { name: "s.json", text: JSON.stringify(scenario) } }));
  const { answers } = explainedOutcome(template, loaded);
  const found = answers.map((it) => ("error" in it ? it.error.message : it.answer));
  return [...found, ...loaded.warnings.map(({ code }) => code)];
}

const value = (expression: string, here?: string) =>
  answersOf(`A means ${expression}`, [], [{ value: "A", on: "2025-01-07" }], here)[0];

describe("a time", () => {
  test.each([
    ["17:00 London on 2025-01-07", "12:00"],
    // New York has summer time already, London not yet.
    ["17:00 London on 2025-03-10", "13:00"],
    ["5:00 p.m. London time on 2025-07-07", "12:00"],
    ["12:30 a.m. New York time", "00:30"],
    ["17:00 New York City time on 2025-01-07", "17:00"],
    ["09:00 Tokyo on 2025-01-07", "19:00 the day before"],
    ["20:00 Los Angeles on 2025-01-07", "23:00"],
    ["22:00 Los Angeles on 2025-01-07", "01:00 the next day"],
    ["2 hours after 17:00", "19:00"],
    ["90 minutes before 17:00 London on 2025-01-07", "10:30"],
    ["two hours after 23:00", "01:00 the next day"],
    ["50 hours after 23:00", "01:00 3 days later"],
    ["1.5 hours before 01:00", "23:30 the day before"],
    ["the end of the day", "24:00"],
    ["1 minute before the end of the day", "23:59"],
    ["the start of the day", "00:00"],
    ["the end of the day London on 2025-01-07", "19:00"],
    ["(1 / 7) hours after 17:00", "times lie a whole number of minutes apart, at most 1,000,000"],
    // Whole hours, and a part.
    ["17:00 - 09:30", "7.5"],
    ["(17:00 London on 2025-01-07) - 13:00", "-1"],
    ["the later of 17:00 and 18:00", "18:00"],
    ["the end of the day is after 23:59", true],
    ["(09:00 Tokyo on 2025-01-07) is before the start of the day", true],
  ])("%s is %s", (expression, expected) => {
    const clause = typeof expected === "boolean" ? `A holds when ${expression}` : `A means ${expression}`;
    expect(answersOf(clause, [], [{ value: "A", on: "2025-01-07" }])[0]).toBe(expected);
  });

  test("a cut-off of two places is the earlier of two times", () => {
    const cutOff = "the earlier of 17:00 London on 2025-03-10 and 14:00";
    expect([value(cutOff), value(cutOff, "Oslo")]).toEqual(["13:00", "14:00"]);
  });

  test("outside the years of which the rules are", () => {
    expect(
      answersOf("given D: date = 1980-01-02\nA means 17:00 London on D", [], [{ value: "A", on: "2025-01-07" }])[0],
    ).toBe("the clocks of London and New York are not both known on 1980-01-02");
  });
});

describe("an event reported by another clock", () => {
  const clauses = "Hour for each Notice means its time, or else 12:00\nDay for each Notice means its date";
  const ask = [
    { value: "Day", of: "n" },
    { value: "Hour", of: "n" },
  ];
  test.each([
    ["2025-01-07", "17:00 London", ["2025-01-07", "12:00"]],
    ["2025-01-07", "17:00 New York time", ["2025-01-07", "17:00"]],
    ["2025-01-07", "17:00", ["2025-01-07", "17:00"]],
    // Nine in the morning in Tokyo is seven in the evening before: a warning says it.
    ["2025-01-07", "09:00 Tokyo", ["2025-01-06", "19:00", "TN4093"]],
    ["2025-01-07", "23:00 Los Angeles", ["2025-01-08", "02:00", "TN4093"]],
    // Two in the morning is skipped, one comes twice.
    ["2025-03-09", "02:30 New York", ["2025-03-09", "03:30", "TN4094"]],
    ["2025-11-02", "01:30 Los Angeles", ["2025-11-02", "03:30", "TN4094"]],
  ])("%s %s", (on, at, expected) => {
    expect(answersOf(clauses, [{ on, at, event: "Notice", id: "n" }], ask)).toEqual(expected);
  });

  test("events of one day run in the order of the moments", () => {
    const events = [
      { on: "2025-01-07", at: "12:30", event: "Notice", id: "second" },
      { on: "2025-01-07", at: "17:00 London", event: "Notice", id: "first" },
    ];
    const last = "Last starts at 00:01\nwhen Notice\n  Last becomes (its time, or else 00:00)";
    expect(answersOf(last, events, [{ value: "Last", on: "2025-01-07" }])).toEqual(["12:30", "TN5240"]);
  });

  test("a story says it as well", () => {
    const text = `note "Times"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n  times are in: "New York"\ngiven Issue Date: date = 2025-01-02\nevent Notice by Holder\nsection 1 "Hours"\nHour for each Notice means its time, or else 12:00\ntest "told in London"\n  on 2025-01-07 at 17:00 London: Notice "n"\n  expect: Hour of "n" is 12:00\n`;
    const [story] = ensured(compile(text)).program.stories;
    expect(story?.events).toMatchObject([{ at: 12 * 60, elsewhere: { place: "London", at: 17 * 60 } }]);
  });

  test.each([
    ["17:00 Gotham", "New York", "TN2095"],
    ["17:00 London", "Gotham", "TN2096"],
    ["17:00London", "New York", "TN5223"],
    ["25:00 London", "New York", "TN5223"],
  ])("%s in a note of %s is %s", (at, here, code) => {
    const text = `note "Times"\n  language: 1\n  parties: A, B\n  exists from: Issue Date\n  times are in: "${here}"\ngiven Issue Date: date = 2025-01-02\nevent Notice by A\n`;
    const events = [{ on: "2025-01-07", at, event: "Notice" }];
    const scenario = { name: "s.json", text: JSON.stringify({ note: "times", terms: {}, events, ask: [] }) };
    const loaded = loadScenario(ensured(compile(text)), { scenario });
    expect(loaded.ok ? [] : loaded.diagnostics.map((it) => it.code)).toEqual([code]);
  });
});
