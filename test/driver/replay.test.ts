/** One handle, many questions: what was asked before moves no answer. */
import { describe, expect, test } from "vitest";
import type { PlainDate, ReasonFact } from "../../src/index.ts";
import { compile, defaultLimits, loadScenario, parseDate, Replay } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";

// A dollar for each day that has passed since the issue date.
const terms = `note "Example"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date

given Issue Date: date = 2023-01-01
section 1 "Interest"
event Drawing by Borrower
Interest means $1 * (the number of days from and including Issue Date to but excluding today)
Large means Interest is more than $100
`;

const template = ensured(compile(terms, "example.tenor"));
const day = (text: string) => parseDate(text) as PlainDate;

function handle(through?: PlainDate, days = defaultLimits.days, steps = defaultLimits.steps): Replay {
  const text = JSON.stringify({
    scenario: "s",
    note: "example",
    terms: {},
    events: [{ on: "2023-01-11", event: "Drawing" }],
    ask: [{ value: "Interest", on: "2023-01-06", expect: "5" }],
  });
  const loaded = loadScenario(template, { scenario: { name: "s.json", text } }, { ...defaultLimits, days, steps });
  return new Replay(template, ensured(loaded), through);
}

const interestOn = (replay: Replay, on: string) => {
  const answer = ensured(replay.answer({ value: "Interest", on: day(on) }));
  return "answer" in answer ? answer.answer : answer.error;
};

describe("a replay", () => {
  test("ends on the last day of the scenario, or on a later one that is given", () => {
    expect(ensured(handle().lastDay())).toBe(day("2023-01-11"));
    expect(ensured(handle(day("2023-03-01")).lastDay())).toBe(day("2023-03-01"));
    expect(ensured(handle(day("2023-01-02")).lastDay())).toBe(day("2023-01-11"));
  });

  test("gives the same answers in whatever order they are asked", () => {
    // Days after 1 January: 5, 10, 31 (1 February) and 365 (1 January of the next year).
    const expected = { "2023-01-06": "5", "2023-01-11": "10", "2023-02-01": "31", "2024-01-01": "365" };
    const days = Object.keys(expected);
    for (const order of [days, days.toReversed(), ["2024-01-01", "2023-01-06", "2023-02-01", "2024-01-01"]]) {
      const replay = handle();
      expect(order.map((on) => [on, interestOn(replay, on)])).toEqual(
        order.map((on) => [on, expected[on as "2023-01-06"]]),
      );
      // A question without a day is as of the scenario's own last day, whatever was asked before it.
      expect(ensured(replay.lastDay())).toBe(day("2023-01-11"));
    }
  });

  test("tests, explains and runs from the same timeline", () => {
    const replay = handle();
    expect(ensured(replay.test()).map(({ passed }) => passed)).toEqual([true]);
    expect(ensured(replay.explain({ value: "Large", on: day("2023-04-12") }))).toMatchObject({
      name: "Large",
      result: true,
    });
    expect(ensured(replay.outcome()).outcome.answers).toMatchObject([{ answer: "5" }]);
  });

  test("keeps to its bounds while it looks at an explanation, too", () => {
    const query = { value: "Large", on: day("2023-04-12") };
    const leaves = (fact: ReasonFact): number =>
      fact.operands.length === 0 ? 1 : fact.operands.reduce((sum, operand) => sum + leaves(operand), 0);
    // Today and the issue date of Interest, its $1, and the $100 that it is compared with.
    expect(ensured(handle().explain(query, leaves))).toBe(4);
    const steps = Array.from({ length: 2_000 }, (_, least) => least).find((most) => {
      const { ok } = handle(undefined, defaultLimits.days, most).answer(query);
      return ok;
    });
    const tight = handle(undefined, defaultLimits.days, steps).explain(query, leaves);
    expect(tight).toMatchObject({ ok: false, diagnostics: [{ code: "TN6002" }] });
  });

  test("looks ahead by days, weeks and months", () => {
    const ends = (["day", "week", "month"] as const).map(
      (unit) => ensured(handle().due(day("2023-01-31"), { count: 1, unit })).until,
    );
    expect(ends).toEqual([day("2023-02-01"), day("2023-02-07"), day("2023-02-28")]);
  });

  test("a day beyond the bound is a finding for that question alone", () => {
    const replay = handle(undefined, 40);
    const beyond = replay.answer({ value: "Interest", on: day("2024-01-01") });
    expect(beyond.ok ? [] : beyond.diagnostics.map(({ code }) => code)).toEqual(["TN6002"]);
    expect(interestOn(replay, "2023-02-01")).toBe("31");
  });
});
