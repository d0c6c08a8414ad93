/** What a party may do: what is refused and why, and how much is left of what is asked for. */
import { describe, expect, test } from "vitest";
import { answersOf, outcomeOf } from "./asked.ts";

const notice = (Amount: string, id = "n") => ({ on: "2024-01-03", event: "Notice", id, Amount });
const asked = (value: string, on = "2024-01-03") => ({ value, on });

describe("a power's conditions", () => {
  const statements =
    'Total starts at $0\nsection 4 "Notices"\nthe Holder may give Notice\n  only if all of\n' +
    '    (i) its Amount is at least $10, else "too little"\n    (ii) its Amount is at most $100, else "too much"\n' +
    '    (iii) Total is $0, else "one before"\n    (iv) market close is more than $1 per share, not restated for splits, else "too low"\n' +
    'section 5 "Change"\nwhen Notice\n  Total rises by its Amount';
  const dear = [["2024-01-03", "2"]] as const;
  const cheap = [["2024-01-03", "1"]] as const;

  test.each([
    ["all true", "50", dear, "50", undefined],
    ["one false", "9", dear, "0", "too little"],
    ["two false, in the order of the list", "101", cheap, "0", "too much; too low"],
    ["one false and one that can't be determined", "101", undefined, "0", "too much"],
    ["one that can't be determined", "50", undefined, "missing data", undefined],
  ] as const)("%s", (_, amount, prices, total, because) => {
    const timeline = { events: [notice(amount)], ask: [asked("Total")], ...(prices && { prices }) };
    expect(answersOf(statements, timeline)).toEqual([total]);
    const { refused, journal } = outcomeOf(statements, timeline);
    expect(refused).toEqual(
      because === undefined ? [] : [{ event: "Notice", id: "n", on: "2024-01-03", section: "4", because }],
    );
    // Nothing else happens, and nothing is written down.
    expect(because === undefined ? [] : journal).toEqual([]);
  });

  test("where it can't be determined whether an event may be given, the journal says so under the power's section", () => {
    const { journal } = outcomeOf(statements, { events: [notice("50")], ask: [] });
    expect(journal.find(({ name, kind }) => name === "Notice" && kind === "problem")).toMatchObject({ section: "4" });
  });

  test("count what came before on the same day", () => {
    const timeline = { events: [notice("50", "a"), notice("60", "b")], ask: [asked("Total")], prices: dear };
    expect(answersOf(statements, timeline)).toEqual(["50"]);
    expect(outcomeOf(statements, timeline).refused).toMatchObject([{ id: "b", because: "one before" }]);
  });

  test("what is for a refused notice is refused with it, and what is for that one too", () => {
    const reply =
      'the Holder may give Notice\n  only if its Amount is at most $100, else "too much"\nCount starts at 0\n' +
      'section 6 "Replies"\nevent Reply for Notice\nevent Answer for Reply\nwhen Reply\n  Count rises by 1\nwhen Answer\n  Count rises by 1';
    const events = [
      notice("101", "large"),
      notice("50", "small"),
      { on: "2024-01-04", event: "Reply", id: "r", for: "large" },
      { on: "2024-01-04", event: "Reply", id: "s", for: "small" },
      { on: "2024-01-05", event: "Answer", for: "r" },
    ];
    const { refused, answers } = outcomeOf(reply, { events, ask: [asked("Count", "2024-01-05")] });
    expect(answers).toMatchObject([{ answer: "1" }]);
    expect(refused).toEqual([
      { event: "Notice", id: "large", on: "2024-01-03", section: "", because: "too much" },
      {
        event: "Reply",
        id: "r",
        on: "2024-01-04",
        section: "6",
        because: "the Notice large that it is for was refused",
      },
      { event: "Answer", on: "2024-01-05", section: "6", because: "the Reply r that it is for was refused" },
    ]);
  });
});

describe("what is asked for", () => {
  const power = (limits: string, beyond: string) =>
    `Room starts at $70\nSecond Room starts at $90\nthe Holder may give Notice\n  asking for: its Amount\n  up to ${limits}\n  beyond that: ${beyond}\n  giving: Accepted\nTotal starts at $0\nwhen Notice\n  Total rises by its Accepted\n`;
  const both = "the least of\n    (i) Second Room\n    (ii) Room";

  test.each([
    ["below the limit", "Room", "cut back", "60", "60"],
    ["at the limit", "Room", "cut back", "70", "70"],
    ["above it, cut back", "Room", "cut back", "80", "70"],
    ["at the limit, though more would be void", "Room", "void", "70", "70"],
    ["above it, void", "Room", "void", "80", "0"],
    ["between two limits", both, "cut back", "80", "70"],
    [
      "between two limits, the lesser first",
      "the least of\n    (i) Room\n    (ii) Second Room",
      "cut back",
      "80",
      "70",
    ],
    ["above a limit below nothing", "Room - $100", "cut back", "80", "0"],
    [
      "under a limit that can't be determined",
      "Room * (market close / market close)",
      "cut back",
      "60",
      "missing data",
    ],
    [
      "under two of which the second can't be determined",
      "the least of\n    (i) Room\n    (ii) Room * (market close / market close)",
      "cut back",
      "60",
      "missing data",
    ],
  ])("%s", (_, limits, beyond, amount, expected) => {
    const ask = [{ value: "Accepted", of: "n" }, asked("Total")];
    expect(answersOf(power(limits, beyond), { events: [notice(amount)], ask })).toEqual([expected, expected]);
  });

  test("that can't be determined", () => {
    const statements = power("Room", "cut back").replace(
      "asking for: its Amount",
      "asking for: its Amount * (market close / market close)",
    );
    const ask = [{ value: "Accepted", of: "n" }, asked("Total")];
    expect(answersOf(statements, { events: [notice("60")], ask })).toEqual(["missing data", "missing data"]);
  });

  test.each([
    ["cut back", "70"],
    ["void", "0"],
  ])("beyond the limit as a reading says: %s", (choice, expected) => {
    const statements =
      `reading "excess"\n  passage: "up to"\n  choices: "cut back", "void"\n  chosen: "${choice}"\n` +
      power("Room", 'as "excess" is read\n    "cut back": cut back\n    "void": void');
    expect(answersOf(statements, { events: [notice("80")], ask: [{ value: "Accepted", of: "n" }] })).toEqual([
      expected,
    ]);
  });

  test("where a condition can't be determined, neither can what is given nor what is fixed", () => {
    const statements =
      `Total starts at $0\nthe Holder may give Notice\n  only if market close is more than $1 per share, not restated for splits, else "too low"\n  asking for: its Amount\n  up to $70\n  beyond that: cut back\n  giving: Accepted\n` +
      "Fee for each Notice is fixed as its Amount\nwhen Notice\n  Total rises by $1";
    const ask = [{ value: "Accepted", of: "n" }, { value: "Fee", of: "n" }, asked("Total")];
    expect(answersOf(statements, { events: [notice("80")], ask })).toEqual([
      "missing data",
      "missing data",
      "missing data",
    ]);
    expect(answersOf(statements, { events: [notice("80")], ask, prices: [["2024-01-03", "2"]] })).toEqual([
      "70",
      "80",
      "1",
    ]);
  });
});

describe("an event that may have been refused", () => {
  const statements = `the Holder may give Notice
  only if market close is more than $1 per share, not restated for splits, else "too low"
event Reply for Notice
event Answer for Reply
Replies starts at 0
when Reply
  Replies rises by 1
when Answer
  Replies rises by 1
Given holds when Notice has happened
Answered for each Notice holds when its Reply has happened
Notices means the number of Notice events
Total means the sum of its Amount over Notice events
Large holds when some Notice has its Amount is more than $60
Event of Default occurs for each Notice
  when its Amount is more than $60
Missed holds when Event of Default`;
  const ask = ["Given", "Notices", "Total", "Large", "Missed", "Replies"].map((value) => asked(value, "2024-01-04"));
  const events = [notice("50"), { on: "2024-01-04", event: "Reply", id: "r", for: "n" }];
  const unknown = "missing data";

  test("may not have happened, and what is for it may not either", () => {
    expect(answersOf(statements, { events, ask })).toEqual(ask.map(() => unknown));
    const answer = { on: "2024-01-04", event: "Answer", id: "a", for: "r" };
    const { journal } = outcomeOf(statements, { events: [...events, answer], ask: [] });
    const undecided = journal.filter(({ text }) => text.startsWith("whether")).map(({ text }) => text.slice(0, 40));
    expect(undecided).toEqual([
      "whether Notice n may be given can't be d",
      "whether Reply r may be given can't be de",
      "whether Answer a may be given can't be d",
    ]);
  });

  test("has happened where the condition is known, and has not before it", () => {
    expect(answersOf(statements, { events, ask, prices: [["2024-01-03", "2"]] })).toEqual([
      true,
      "1",
      "50",
      false,
      false,
      "1",
    ]);
    const before = ["Given", "Notices", "Missed"].map((value) => asked(value, "2024-01-02"));
    expect(answersOf(statements, { events, ask: before })).toEqual([false, "0", false]);
  });

  // The 3rd has no price, and has one before and after: no price will come that says whether the Notice was given.
  test("may set off a rule, also where its day is no trading day", () => {
    const rule =
      "Set Off starts at 0\nTwo holds when the number of Notice events is more than 1\nwhen Two begins\n  Set Off becomes 1";
    const around = [
      ["2024-01-02", "2"],
      ["2024-01-04", "2"],
    ] as const;
    const second = { ...notice("60", "m"), on: "2024-01-04" };
    const setOff = (...given: ReturnType<typeof notice>[]) =>
      answersOf(`${statements}\n${rule}`, { events: given, ask: [asked("Set Off", "2024-01-04")], prices: around });
    expect(setOff(notice("50"), second)).toEqual([unknown]);
    expect(setOff({ ...notice("50"), on: "2024-01-02" }, second)).toEqual(["1"]);
  });

  test("leaves standing what another event of its kind decides", () => {
    const given = [{ ...notice("70", "first"), on: "2024-01-02" }, ...events];
    const timeline = { events: given, ask, prices: [["2024-01-02", "2"]] as const };
    expect(answersOf(statements, timeline)).toEqual([true, unknown, unknown, unknown, true, unknown]);
  });
});

describe("a ratio that makes no share of a share", () => {
  const statements =
    "Held starts at 100 shares, restated for splits\nBase Held starts at 100 shares, not restated for splits\nPrice starts at $10 per share, restated for splits\n";
  const split = (Ratio: string, on = "2024-01-03") => ({ on, event: "Stock Split", Ratio });
  const ask = ["Held", "Base Held", "Price"].map((value) => asked(value, "2024-01-04"));

  test.each([
    ["one half", "0.5", ["50", "100", "20"]],
    ["nothing", "0", ["undefined", "100", "undefined"]],
    ["less than nothing", "-1", ["undefined", "100", "undefined"]],
  ])("%s", (_, ratio, expected) => {
    expect(answersOf(statements, { events: [split(ratio)], ask })).toEqual(expected);
  });

  test("that can't be determined makes what follows it that", () => {
    const dividend = `event Dividend\nshare basis changes on Dividend by market close / market close\n${statements}`;
    expect(answersOf(dividend, { events: [{ on: "2024-01-03", event: "Dividend" }], ask })).toEqual([
      "missing data",
      "100",
      "missing data",
    ]);
  });

  test("makes whatever was in shares before it unknown after it, and nothing of later days", () => {
    const fixed = `${statements}Count for each Notice is fixed as 10 shares, not restated for splits * (its Amount / $1)
Least means 10 shares, restated for splits`;
    const early = notice("1");
    const late = { ...notice("3", "late"), on: "2024-01-05" };
    const events = [early, split("0", "2024-01-04"), late, split("2", "2024-01-06")];
    const days = ["2024-01-03", "2024-01-04", "2024-01-06"];
    const ask = [
      ...days.map((on) => ({ value: "Count", of: "n", on })),
      ...days.map((on) => ({ value: "Least", on })),
      { value: "Count", of: "n" },
      { value: "Count", of: "late", on: "2024-01-05" },
      // 30 shares of the fifth are 60 of the sixth.
      { value: "Count", of: "late", on: "2024-01-06" },
      { value: "Base Held", on: "2024-01-06" },
    ];
    const unknown = ["10", "undefined", "undefined"];
    expect(answersOf(fixed, { events, ask })).toEqual([...unknown, ...unknown, "10", "30", "60", "100"]);
  });

  test("on an unknown day makes it unknown on each day from then on", () => {
    const dividend = `event Dividend
  takes effect at the start of: 1 trading day after its date
share basis changes on Dividend by 2
Least means 10 shares, restated for splits
Count for each Notice is fixed as 10 shares, not restated for splits * (its Amount / $1)
Least Before means Least as of 1 day before today
Price Before means (market close) as of 2024-01-04`;
    const prices = [
      ["2024-01-03", "1"],
      ["2024-01-04", "1"],
    ] as const;
    const events = [notice("1"), { on: "2024-01-04", event: "Dividend" }, { ...notice("3", "late"), on: "2024-01-05" }];
    const ask = [
      { value: "Least", on: "2024-01-04" },
      { value: "Least", on: "2024-01-05" },
      { value: "Least Before", on: "2024-01-06" },
      { value: "Price Before", on: "2024-01-04" },
      { value: "Price Before", on: "2024-01-05" },
      { value: "Count", of: "n", on: "2024-01-04" },
      { value: "Count", of: "n", on: "2024-01-05" },
      { value: "Count", of: "late", on: "2024-01-05" },
      { value: "Count", of: "late", on: "2024-01-06" },
    ];
    const no = "missing data";
    expect(answersOf(dividend, { events, ask, prices })).toEqual(["10", no, no, "1", no, "10", no, "30", no]);
  });

  test("what a share basis does is written down for each state that follows it", () => {
    const { journal } = outcomeOf(statements, { events: [split("2")], ask: [] });
    expect(journal.map(({ text }) => text)).toEqual([
      "Stock Split: Ratio 2",
      "Held rises to 200 shares",
      "Price falls to $5 per share",
    ]);
  });
});
