/** Exceptions: which goes before which, what each displaces, and where a value is said to come from. */
import { describe, expect, test } from "vitest";
import { makeMachine } from "../../src/evaluate/compile/machine.ts";
import { factsOf, replayScenario } from "../../src/evaluate/evaluate.ts";
import { loadScenario } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { answersOf, outcomeOf, templateOf } from "./asked.ts";

// Each of the three applies once its event has happened; 4 goes before 3, and 3 before 2.
const events = ["Two", "Three", "Four"].map((name) => `event ${name}\n`).join("");
const exception = (section: string, event: string, value: string, over = "") =>
  `section ${section} "${event}"\nnotwithstanding Fee of 1\n  while: ${event} has happened\n  it is: ${value}\n${over && `  over: ${over}\n`}`;
const happened = (...names: string[]) => names.map((event) => ({ on: "2024-01-03", event }));
const asked = (value: string, on = "2024-01-03") => [{ value, on }];

describe("of the exceptions that apply, the one that goes before all others gives the value", () => {
  const rule = `${events}section 1 "Fee"\nFee means $1\n`;
  const inOrder = [exception("2", "Two", "$2"), exception("3", "Three", "$3", "2"), exception("4", "Four", "$4", "3")];

  test.each([
    ["none", [], "1", "1"],
    ["the last", ["Two"], "2", "2"],
    ["one and the one that it goes before", ["Two", "Three"], "3", "3"],
    ["one and the one that it goes before by way of a third, which does not apply", ["Two", "Four"], "4", "4"],
    ["the first two", ["Three", "Four"], "4", "4"],
    ["all", ["Two", "Three", "Four"], "4", "4"],
  ] as const)("%s", (_, names, expected, section) => {
    const timeline = { events: happened(...names), ask: asked("Fee") };
    for (const exceptions of [inOrder, inOrder.toReversed()]) {
      const { answers } = outcomeOf(rule + exceptions.join(""), timeline);
      expect(answers).toEqual([expect.objectContaining({ answer: expected, section })]);
    }
  });

  test("an exception to one value leaves the others", () => {
    const statements =
      `${events}section 1 "Fee"\nFee means $1\n${exception("2", "Two", "$2")}` +
      'section 5 "Charge"\nCharge means $5\nsection 6 "More"\nnotwithstanding Charge of 5\n  while: Three has happened\n  it is: $6\n';
    const timeline = (name: string) => ({ events: happened(name), ask: [...asked("Fee"), ...asked("Charge")] });
    expect(answersOf(statements, timeline("Two"))).toEqual(["2", "5"]);
    expect(answersOf(statements, timeline("Three"))).toEqual(["1", "6"]);
  });

  test("where none goes before the other, both are named", () => {
    // The checker lets no such template through, so the order is taken out of one that has it.
    const template = templateOf(rule + inOrder.join(""));
    const overrides = template.program.overrides.map((it) => ({ ...it, over: [] }));
    const scenario = { scenario: "s", note: "small", terms: {}, events: happened("Two", "Four"), ask: asked("Fee") };
    const loaded = ensured(loadScenario(template, { scenario: { name: "s.json", text: JSON.stringify(scenario) } }));
    const machine = makeMachine({ ...template.program, overrides });
    const { answers } = factsOf(replayScenario(machine, loaded.scenario, loaded.environment), loaded.scenario.ask);
    expect(answers).toMatchObject([
      {
        section: "1",
        result: { error: "conflict", fact: { kind: "exceptions collide", name: "Fee", sections: ["2", "4"] } },
      },
    ]);
  });

  test("one that can't be determined leaves nothing that could be", () => {
    const statements = `section 1 "Fee"\nFee means $1\nsection 2 "Price"\nnotwithstanding Fee of 1\n  while: market close is more than $1 per share, not restated for splits\n  it is: $2`;
    const prices = [
      ["2024-01-04", "2"],
      ["2024-01-05", "1"],
    ] as const;
    const ask = ["2024-01-03", "2024-01-04", "2024-01-05"].map((on) => ({ value: "Fee", on }));
    expect(answersOf(statements, { prices, ask })).toEqual(["missing data", "2", "1"]);
    expect(outcomeOf(statements, { prices, ask }).answers.map(({ section }) => section)).toEqual(["1", "2", "1"]);
  });
});

describe("the rule displaced is the definition without the exception and those that go before it", () => {
  const rule = `${events}section 1 "Fee"\nFee means $1\n`;
  const exceptions = [
    exception("2", "Two", "Fee under 1 + $1"),
    exception("3", "Three", "Fee under 1 + $10", "2"),
    exception("4", "Four", "Fee under 1 + $100", "3"),
  ];

  test.each([
    ["the last displaces the rule", ["Two"], "2"],
    // 1 + 10, and 1 + 1 + 10.
    ["one displaces the rule where nothing else applies", ["Three"], "11"],
    ["one displaces the one after it", ["Two", "Three"], "12"],
    // 1 + 1 + 100 where the one between does not apply; 1 + 1 + 10 + 100 where it does.
    ["the first displaces the one after the next", ["Two", "Four"], "102"],
    ["each displaces the next", ["Two", "Three", "Four"], "112"],
  ] as const)("%s", (_, names, expected) => {
    const timeline = { events: happened(...names), ask: asked("Fee") };
    expect(answersOf(rule + exceptions.join(""), timeline)).toEqual([expected]);
    expect(answersOf(rule + exceptions.toReversed().join(""), timeline)).toEqual([expected]);
  });

  test("on another day it is the rule displaced of that day", () => {
    const statements =
      `${events}section 1 "Fee"\nFee means $1 * (today - Issue Date)\n` +
      exception("2", "Two", "(Fee under 1 as of 2024-01-04) + Fee under 1");
    const days = ["2024-01-04", "2024-01-06"].map((on) => ({ value: "Fee", on }));
    const timeline = { events: [{ on: "2024-01-05", event: "Two" }], ask: days };
    // Two days after the 2nd it is $2; on the 6th, $2 of the 4th and $4.
    expect(answersOf(statements, timeline)).toEqual(["2", "6"]);
  });
});

test("an exception to a value of an event displaces that event's own, inside a sum over others too", () => {
  const statements =
    `section 1 "Fee"\nFee for each Notice means its Amount\nevent Two\n` +
    'section 2 "Two"\nnotwithstanding Fee of 1\n  while: Two has happened\n  it is: $1 * (the number of Payment events where (its Amount is more than Fee under 1))\n';
  const notices = [
    { on: "2024-01-02", event: "Notice", id: "a", Amount: "30" },
    { on: "2024-01-02", event: "Notice", id: "b", Amount: "10" },
    { on: "2024-01-02", event: "Payment", Amount: "20" },
    { on: "2024-01-02", event: "Payment", Amount: "50" },
  ];
  const ask = ["a", "b"].map((of) => ({ value: "Fee", of, on: "2024-01-03" }));
  // Of $20 and $50 one is more than $30, both are more than $10.
  expect(answersOf(statements, { events: [...notices, ...happened("Two")], ask })).toEqual(["1", "2"]);
});

describe("a value is that of its moment", () => {
  const sum = "Sum starts at $0\nwhen Notice\n  Sum rises by its Amount\n";
  const notices = ["a", "b"].map((id) => ({ on: "2024-01-03", event: "Notice", id, Amount: "10" }));

  test("of two notices on one day, each fixes what is so before it", () => {
    const statements = `${sum}Double means 2 * Sum\nTaken for each Notice is fixed as Double + Plain\nPlain means Sum`;
    const ask = ["a", "b"].map((of) => ({ value: "Taken", of }));
    // $0, and 2 × $10 + $10.
    expect(answersOf(statements, { events: notices, ask })).toEqual(["0", "30"]);
  });

  test("what each notice gives goes by its own amount, and by the day", () => {
    const statements =
      "Half for each Notice means its Amount / 2\nDaily for each Notice means its Amount * (today - its date)";
    const events = [
      { on: "2024-01-03", event: "Notice", id: "a", Amount: "10" },
      { on: "2024-01-04", event: "Notice", id: "b", Amount: "20" },
    ];
    const ask = ["a", "b"].flatMap((of) => [
      { value: "Half", of },
      { value: "Daily", of, on: "2024-01-05" },
      { value: "Daily", of, on: "2024-01-06" },
    ]);
    expect(answersOf(statements, { events, ask })).toEqual(["5", "20", "30", "10", "20", "40"]);
  });

  test("days before the note exists are apart from one another", () => {
    const statements = "Age means $1 * (today - 2023-12-01)\nState Then means Sum\nSum starts at $5";
    const ask = [
      ...["2023-12-02", "2023-12-03", "2024-01-01", "2024-01-02"].map((on) => ({ value: "Age", on })),
      ...["2023-12-02", "2024-01-02"].map((on) => ({ value: "State Then", on })),
    ];
    // A state has no value before the note exists.
    expect(answersOf(statements, { ask })).toEqual(["1", "2", "31", "32", "missing data", "5"]);
  });

  test("a fixed value that reads another has it as fixed, whichever is written first", () => {
    const statements = (first: string, second: string) => `${sum}${first}\n${second}`;
    const base = "Base for each Notice is fixed as Sum + its Amount";
    const twice = "Twice for each Notice is fixed as 2 * its Base";
    const ask = ["a", "b"].flatMap((of) => [
      { value: "Base", of },
      { value: "Twice", of },
    ]);
    // $0 + $10 and twice that; $10 + $10 and twice that.
    for (const text of [statements(base, twice), statements(twice, base)]) {
      expect(answersOf(text, { events: notices, ask })).toEqual(["10", "20", "20", "40"]);
    }
  });

  test("a value that reads what an event fixed has none on a day before it, whatever was asked first", () => {
    const statements =
      "Sum starts at $0\nFee for each Notice is fixed as its Amount\nTwice for each Notice means 2 * its Fee\nwhen Notice\n  Sum rises by its Twice";
    const events = [{ on: "2024-01-05", event: "Notice", id: "a", Amount: "10" }];
    const days = ["2024-01-04", "2024-01-05", "2024-01-06"].map((on) => ({ value: "Twice", of: "a", on }));
    expect(answersOf(statements, { events, ask: days })).toEqual([null, "20", "20"]);
    expect(answersOf(statements, { events, ask: days.toReversed() })).toEqual(["20", "20", null]);
    expect(outcomeOf(statements, { events, ask: days }).answers[0]).toMatchObject({
      because: "its event counts from 2024-01-05",
    });
  });

  test("a fixed price is restated in the shares of the day", () => {
    const statements =
      "Price Struck for each Notice is fixed as its Amount / 10 shares, not restated for splits\nNow for each Notice means its Price Struck";
    const events = [
      { on: "2024-01-03", event: "Notice", id: "a", Amount: "100" },
      { on: "2024-01-05", event: "Stock Split", Ratio: "2" },
    ];
    const ask = [
      { value: "Price Struck", of: "a" },
      ...["2024-01-04", "2024-01-05"].map((on) => ({ value: "Price Struck", of: "a", on })),
      ...["2024-01-04", "2024-01-05"].map((on) => ({ value: "Now", of: "a", on })),
    ];
    expect(answersOf(statements, { events, ask })).toEqual(["10", "10", "5", "10", "5"]);
  });

  test("nothing is fixed for a refused notice, and the answer says why", () => {
    const statements =
      'the Holder may give Notice\n  only if its Amount is less than $50, else "too much"\nFee for each Notice is fixed as its Amount\n' +
      "Next for each Notice means its Fee + $1\nevent Reply for Notice\nAnswered for each Reply means its Notice's Fee";
    const events = [
      { on: "2024-01-03", event: "Notice", id: "large", Amount: "60" },
      { on: "2024-01-03", event: "Notice", id: "small", Amount: "40" },
    ];
    const ask = ["large", "small"].flatMap((of) => [
      { value: "Fee", of },
      { value: "Next", of, on: "2024-01-03" },
    ]);
    const { answers, refused } = outcomeOf(statements, { events, ask });
    expect(answers).toMatchObject([
      { error: { kind: "refused", message: "the Notice was refused: too much" } },
      { error: { kind: "refused" } },
      { answer: "40" },
      { answer: "41" },
    ]);
    expect(refused).toEqual([{ event: "Notice", id: "large", on: "2024-01-03", section: "", because: "too much" }]);
  });
});
