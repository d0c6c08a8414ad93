/** What each party may do on a day: asked without giving anything, and the same as when it is given. */
import { describe, expect, test } from "vitest";
import type { PlainDate, PowersReport } from "../../src/index.ts";
import { loadScenario, parseDate, Replay, runScenario } from "../../src/index.ts";
import { ensured, exampleScenarios, templateOf } from "../support/acceptance.ts";
import type { Timeline } from "./asked.ts";
import { replayOf } from "./asked.ts";

const day = (text: string) => parseDate(text) as PlainDate;

function powersOf(statements: string, timeline: Timeline, on: string): PowersReport["powers"] {
  return ensured(replayOf(statements, timeline).powers(day(on))).powers;
}

const notice = {
  statements:
    'Total starts at $0\nsection 4 "Notices"\nthe Holder may give Notice\n  only if all of\n' +
    '    (i) its Amount is at most $100, else "too much"\n    (ii) Total is $0, else "one before"\n' +
    '    (iii) market close is more than $1 per share, not restated for splits, else "too low"\n' +
    "  asking for: its Amount\n  up to the least of\n    (i) $80\n    (ii) $70\n  beyond that: cut back\n  giving: Given\n" +
    'section 5 "Change"\nwhen Notice\n  Total rises by its Amount',
  given: { on: "2024-01-03", event: "Notice", id: "n", Amount: "50" },
  dear: [["2024-01-03", "2"]] as const,
};
const head = { party: "Holder", event: "Notice", section: "4" };

describe("a power on a day", () => {
  const { statements, given, dear } = notice;

  test("can be used, up to the least of its limits; what goes by the notice is left open", () => {
    const bounds = [{ field: "Amount", atMost: "70", unit: "USD" }];
    expect(powersOf(statements, { ask: [], prices: dear }, "2024-01-03")).toMatchObject([
      { ...head, may: "yes", refusedIf: ["too much"], bounds, upTo: { amount: "70", unit: "USD" } },
    ]);
  });

  test("can't be used behind what happened on the day, and can on the day before", () => {
    const timeline = { events: [given], ask: [], prices: [["2024-01-02", "2"], ...dear] as const };
    expect(powersOf(statements, timeline, "2024-01-03")).toMatchObject([{ may: "no", because: "one before" }]);
    expect(powersOf(statements, timeline, "2024-01-02")).toMatchObject([{ may: "yes" }]);
  });

  test("has every reason that stands against it", () => {
    const timeline = {
      events: [given],
      ask: [],
      prices: [
        ["2024-01-03", "2"],
        ["2024-01-04", "1"],
      ] as const,
    };
    expect(powersOf(statements, timeline, "2024-01-04")).toMatchObject([{ because: "one before; too low" }]);
  });

  test("is unknown where the data have no price, but not where another reason stands", () => {
    expect(powersOf(statements, { ask: [] }, "2024-01-03")).toMatchObject([
      { may: "unknown", because: expect.stringContaining("market data") },
    ]);
    expect(powersOf(statements, { events: [given], ask: [], prices: dear }, "2024-01-04")).toMatchObject([
      { may: "no", because: "one before" },
    ]);
  });

  test("does nothing", () => {
    const replay = replayOf(statements, { ask: [{ value: "Total", on: "2024-01-05" }], prices: dear });
    ensured(replay.powers(day("2024-01-03")));
    expect(ensured(replay.outcome()).outcome.answers).toMatchObject([{ answer: "0" }]);
  });
});

describe("a power for an event", () => {
  const statements =
    "event Reply for Notice by Borrower\nthe Borrower may give Reply\n" +
    '  only if today is on or before 1 day after its Notice\'s date, else "too late"';
  const first = { on: "2024-01-03", event: "Notice", id: "a", Amount: "1" };
  const second = { on: "2024-01-05", event: "Notice", id: "b", Amount: "1" };

  test("is there for each that has happened", () => {
    const found = powersOf(statements, { events: [first, second], ask: [] }, "2024-01-05");
    expect(found).toMatchObject([
      { of: "a", may: "no", because: "too late" },
      { of: "b", may: "yes" },
    ]);
  });

  test("can't be used before there is one", () => {
    expect(powersOf(statements, { events: [first], ask: [] }, "2024-01-02")).toMatchObject([
      { may: "no", because: "there is no Notice that it can be for" },
    ]);
  });
});

describe("an event that takes effect later", () => {
  const statements =
    "event Call by Borrower\n  takes effect on: 2 days after its date\n" +
    'the Borrower may give Call\n  only if today is on or after 2024-01-05, else "too early"';

  test("is looked at on its day", () => {
    expect(powersOf(statements, { ask: [] }, "2024-01-03")).toMatchObject([{ may: "yes", effectiveOn: "2024-01-05" }]);
    expect(powersOf(statements, { ask: [] }, "2024-01-02")).toMatchObject([{ may: "no", because: "too early" }]);
  });

  test("is looked at as of the day that was asked about, where its own goes by what it says", () => {
    const open = statements.replace(
      "  takes effect on: 2 days after its date",
      "  Call Day: date\n  takes effect on: its Call Day",
    );
    expect(powersOf(open, { ask: [] }, "2024-01-05")).toMatchObject([{ may: "yes" }]);
  });
});

/** A notice for one dollar, given behind all others of its day, is refused on exactly the days on which a power says no. */
test("a power says what happens to the notice once it is given", () => {
  const template = templateOf("juniper-2005");
  const { texts } =
    exampleScenarios().find(({ name, note }) => name === "scenario" && note === "juniper-2005") ?? never();
  const written = JSON.parse(texts.scenario.text) as { readonly events: readonly { readonly on: string }[] };
  const { events } = written;
  const load = (given: readonly object[]) => {
    const text = JSON.stringify({ ...written, ask: [], events: given });
    return ensured(loadScenario(template, { ...texts, scenario: { name: "scenario.json", text } }));
  };
  const powers = new Replay(template, load(events));
  const days = [
    "2005-12-28",
    "2005-12-29",
    "2006-11-13",
    "2007-04-10",
    "2007-04-30",
    "2007-05-14",
    "2007-05-30",
    "2007-05-31",
  ];
  const said = days.map((on) => {
    const found = ensured(powers.powers(day(on))).powers.find(({ event }) => event === "Notice of Conversion");
    return [on, found?.may, found?.because] as const;
  });
  const happened = days.map((on) => {
    const before = events.filter((it) => it.on <= on);
    const asked = { on, event: "Notice of Conversion", id: "asked", "Principal Converted": "1" };
    const { refused } = ensured(runScenario(template, load([...before, asked]))).outcome;
    const found = refused.find(({ id }) => id === "asked");
    return [on, found === undefined ? "yes" : "no", found?.because] as const;
  });
  expect(said).toEqual(happened);
  // Section 5.2 bars conversions for a month from the Partial Call of 30 April: the test has days of both kinds.
  expect(new Set(said.map(([, may]) => may))).toEqual(new Set(["yes", "no"]));
});

function never(): never {
  throw new Error("there is no example of this note");
}
