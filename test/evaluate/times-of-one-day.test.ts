/** The order of a day's events by their times, and what a clause reads where no time was reported. */
import { describe, expect, test } from "vitest";
import { answersOf, outcomeOf, smallNote } from "./asked.ts";

const day = "2024-01-03";
type Reported = readonly [digit: string, at?: string, kind?: string];

/** Steps of one day in the order of the list; each writes its digit behind those before it. */
function reported(steps: readonly Reported[], on = day) {
  return steps.map(([Digit, at, event = "Step"]) => ({ on, ...(at !== undefined && { at }), event, Digit }));
}

const trail = smallNote(
  "event Step by Holder\n  Digit: number\n" +
    "event Opening by Holder\n  Digit: number\n  takes effect at the start of: its date\n" +
    "event Late Call by Holder\n  Digit: number\n  takes effect on: 1 day after its date\n" +
    "Trail starts at 0\n" +
    ["Step", "Opening", "Late Call"].map((name) => `when ${name}\n  Trail becomes Trail * 10 + its Digit\n`).join(""),
);
const trailOn = (events: readonly object[], on = day) =>
  trail({ events: events as Record<string, unknown>[], ask: [{ value: "Trail", on }] });

describe("events of one day run by their times", () => {
  test.each<[string, Reported[], string]>([
    [
      "the later listed first",
      [
        ["1", "16:00"],
        ["2", "09:00"],
      ],
      "21",
    ],
    [
      "listed by their times",
      [
        ["1", "09:00"],
        ["2", "16:00"],
      ],
      "12",
    ],
    [
      "a minute apart",
      [
        ["1", "12:00"],
        ["2", "11:59"],
      ],
      "21",
    ],
    [
      "midnight is the first time of its day",
      [
        ["1", "23:59"],
        ["2", "00:00"],
      ],
      "21",
    ],
    [
      "equal times, as listed",
      [
        ["1", "09:00"],
        ["2", "09:00"],
      ],
      "12",
    ],
    [
      "equal times around a later one",
      [
        ["1", "09:00"],
        ["2", "16:00"],
        ["3", "09:00"],
      ],
      "132",
    ],
    ["no times, as listed", [["1"], ["2"], ["3"]], "123"],
    ["one without a time goes with the later one before it", [["1", "16:00"], ["2"], ["3", "09:00"]], "312"],
    ["one without a time goes with the earlier one before it", [["1", "16:00"], ["2", "09:00"], ["3"]], "231"],
    ["without a time before any, at the head of the day", [["1"], ["2", "16:00"], ["3", "09:00"]], "132"],
    ["without a time before midnight, at the head of the day", [["1"], ["2", "00:00"]], "12"],
    ["no time is not noon: it stays behind the morning", [["1", "09:00"], ["2"], ["3", "10:00"]], "123"],
    ["behind an equal time", [["1", "09:00"], ["2"], ["3", "09:00"], ["4"]], "1234"],
  ])("%s", (_, steps, expected) => expect(trailOn(reported(steps))).toEqual([expected]));

  test("only of one day: a later time of the day before comes first", () => {
    const events = [...reported([["1", "09:00"]], "2024-01-04"), ...reported([["2", "16:00"]])];
    expect(trailOn(events, "2024-01-04")).toEqual(["21"]);
  });

  test("one without a time stands behind the one listed before it on its own day", () => {
    const [first, other, second, third] = [
      ...reported([["1", "16:00"]]),
      ...reported([["9", "08:00"]], "2024-01-04"),
      ...reported([["2"], ["3", "09:00"]]),
    ];
    // On 3 January 09:00, then 16:00 with the one behind it; the 4th comes after all of them.
    expect(trailOn([first, other, second, third] as object[], "2024-01-04")).toEqual(["3129"]);
  });

  test.each<[string, Reported[], string]>([
    [
      "as listed, whatever their times",
      [
        ["1", "16:00", "Opening"],
        ["2", "09:00", "Opening"],
      ],
      "12",
    ],
    [
      "before an earlier time",
      [
        ["1", "08:00"],
        ["2", "16:00", "Opening"],
      ],
      "21",
    ],
    ["without a place for what is listed behind them", [["1", "16:00", "Opening"], ["2"], ["3", "09:00"]], "123"],
    [
      "between one with a time and the one behind it",
      [["1", "16:00"], ["2", "09:00", "Opening"], ["3"], ["4", "10:00"]],
      "2413",
    ],
  ])("what opens a day does so %s", (_, steps, expected) => expect(trailOn(reported(steps))).toEqual([expected]));

  test("what was put off to a day comes before its own, by the times of its report", () => {
    const events = [
      ...reported([["1", "08:00"]], "2024-01-04"),
      ...reported([
        ["2", "19:00", "Late Call"],
        ["3", "18:30", "Late Call"],
      ]),
    ];
    expect(trailOn(events, "2024-01-04")).toEqual(["321"]);
  });

  test("one without a time stands behind a late one, though that is put off", () => {
    const events = reported([["1", "19:00", "Late Call"], ["2"], ["3", "16:00"]]);
    expect(trailOn(events, "2024-01-04")).toEqual(["321"]);
  });
});

test("the first who comes has the room, and the timeline shows the order in which they came", () => {
  const statements =
    "Room starts at 1,000 shares, not restated for splits\nevent Call by Holder\n  Asked: shares\n" +
    'the Holder may give Call\n  only if Room is more than 0 shares, else "no room"\n  asking for: its Asked\n' +
    "  up to Room\n  beyond that: cut back\n  giving: Given\nwhen Call\n  Room falls by its Given\n";
  const events = [
    { on: day, at: "16:00", event: "Call", id: "afternoon", Asked: "800" },
    { on: day, at: "09:00", event: "Call", id: "morning", Asked: "800" },
  ];
  const ask = [
    { value: "Given", of: "morning" },
    { value: "Given", of: "afternoon" },
  ];
  const { answers, journal } = outcomeOf(statements, { events, ask });
  // 800 of 1,000, then the 200 that are left.
  expect(answers).toMatchObject([{ answer: "800" }, { answer: "200" }]);
  const came = journal.filter(({ kind }) => kind === "event").map(({ at, event }) => [at, event]);
  expect(came).toEqual([
    ["09:00", "morning"],
    ["16:00", "afternoon"],
  ]);
});

describe("the time of a report", () => {
  const statements =
    "event Call by Holder\n" +
    "Hour for each Call means its time\n" +
    "In Time for each Call holds when its time is set and its time is before 18:00\n" +
    "Not Late for each Call holds when its time is not set or its time is before 18:00\n" +
    "By Noon for each Call holds when (its time, or else 12:00) is before 12:01\n" +
    "Latest means the latest of its time over Call events where (its time is set)\n";
  const ofCall = (at?: string) =>
    answersOf(statements, {
      events: [{ on: day, ...(at !== undefined && { at }), event: "Call", id: "c" }],
      ask: [
        ...["Hour", "In Time", "Not Late", "By Noon"].map((value) => ({ value, of: "c" })),
        { value: "Latest", on: day },
      ],
    });

  test.each([
    ["17:59", ["17:59", true, true, false, "17:59"]],
    ["18:00", ["18:00", false, false, false, "18:00"]],
    ["12:00", ["12:00", true, true, true, "12:00"]],
    [undefined, [null, false, true, true, null]],
  ])("%s", (at, expected) => expect(ofCall(at)).toEqual(expected));

  test("that was not reported is no value, and the answer says why", () => {
    const { answers, journal } = outcomeOf(statements, {
      events: [{ on: day, event: "Call", id: "c" }],
      ask: [{ value: "Hour", of: "c" }],
    });
    expect(answers).toMatchObject([{ answer: null, because: "no time was reported for the Call" }]);
    expect(journal).toMatchObject([{ kind: "event", text: "Call c" }]);
    expect(journal[0]?.at).toBeUndefined();
  });

  test("noon that was reported is shown as noon", () => {
    const { journal } = outcomeOf(statements, { events: [{ on: day, at: "12:00", event: "Call" }], ask: [] });
    expect(journal).toMatchObject([{ kind: "event", at: "12:00" }]);
  });

  test.each(["its time is not set or its time is before 18:00", "(its time, or else 12:00) is before 18:00"])(
    "a day that is counted forward by `%s` lies after the data",
    (condition) => {
      const late =
        `event Late by Holder\n  takes effect on: its date if ${condition}, otherwise 2 trading days after its date\n` +
        "Count starts at 0\nwhen Late\n  Count rises by 1\n";
      const answers = answersOf(late, {
        events: [
          { on: day, event: "Late" },
          { on: day, at: "19:00", event: "Late" },
        ],
        prices: [
          ["2024-01-03", "1"],
          ["2024-01-04", "1"],
        ],
        ask: ["2024-01-03", "2024-01-04", "2024-01-05"].map((on) => ({ value: "Count", on })),
      });
      // The first takes effect at once. The second trading day after 3 January lies after the 4th, the last of the data.
      expect(answers).toEqual(["1", "1", "missing data"]);
    },
  );
});
