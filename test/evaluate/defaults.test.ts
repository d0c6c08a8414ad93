/** Defaults: when they occur, are pending, are cured, end, or can't be determined. */
import { describe, expect, test } from "vitest";
import { answersOf, dueOf, outcomeOf } from "./asked.ts";

const notice = (on: string, id = on) => ({ on, event: "Notice", id, Amount: "150" });
const payment = (on: string) => ({ on, event: "Payment", Amount: "150" });
const asked = (value: string, ...days: string[]) => days.map((on) => ({ value, on }));
const balance =
  "Balance starts at $0\nwhen Notice\n  Balance rises by its Amount\nwhen Payment\n  Balance falls by its Amount\n";
const since = "Since means start of Default\n";

/** The journal's lines about defaults: the day and the words after the name of the family. */
function movesIn(statements: string, timeline: Parameters<typeof outcomeOf>[1]): string[] {
  return outcomeOf(statements, timeline)
    .journal.filter(({ name }) => name === "Default")
    .map(({ on, text }) => `${on}: ${text.replace("Default under ", "")}`);
}

describe("a default without a time for cure", () => {
  const ground = `${balance}${since}section 3 "Default"\nDefault occurs\n  when Balance is more than $100\n`;
  // The balance is $150 from the 3rd to the 4th, and again from the 8th on.
  const events = [notice("2024-01-03"), payment("2024-01-05"), notice("2024-01-08")];
  const days = ["2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05", "2024-01-08"] as const;

  test.each([
    ["", [false, true, true, false, true], [null, "2024-01-03", "2024-01-03", null, "2024-01-08"]],
    [
      "  continues: for good\n",
      [false, true, true, true, true],
      [null, "2024-01-03", "2024-01-03", "2024-01-03", "2024-01-03"],
    ],
  ] as const)("continues as it says: %j", (ends, holds, starts) => {
    const ask = [...asked("Default", ...days), ...asked("Since", ...days)];
    expect(answersOf(ground + ends, { events, ask })).toEqual([...holds, ...starts]);
  });

  test("is written down as it occurs and as it ends", () => {
    const moves = ["2024-01-03: 3 occurs", "2024-01-05: 3 ends", "2024-01-08: 3 occurs"];
    expect(movesIn(ground, { events, ask: [] })).toEqual(moves);
    expect(movesIn(`${ground}  continues: for good\n`, { events, ask: [] })).toEqual(["2024-01-03: 3 occurs"]);
  });
});

describe("a default with a time for cure", () => {
  const ground =
    'event Cure for Notice\nsection 3 "Default"\nDefault occurs for each Notice\n  when its Cure has not happened\n' +
    "  unless cured by the end of: 2 days after its date\n";
  const cure = (on: string) => ({ on, event: "Cure", for: "2024-01-03" });

  test("occurs as its last day ends", () => {
    const events = [notice("2024-01-03")];
    expect(movesIn(ground, { events, ask: asked("Default", "2024-01-06") })).toEqual([
      "2024-01-03: 3 (2024-01-03) is pending until the end of 2024-01-05",
      "2024-01-05: 3 (2024-01-03) occurs",
    ]);
    expect(answersOf(ground, { events, ask: asked("Default", "2024-01-04", "2024-01-05") })).toEqual([false, true]);
  });

  test("is cured in time on the last day", () => {
    const events = [notice("2024-01-03"), cure("2024-01-05")];
    expect(movesIn(ground, { events, ask: asked("Default", "2024-01-08") })).toEqual([
      "2024-01-03: 3 (2024-01-03) is pending until the end of 2024-01-05",
      "2024-01-05: 3 (2024-01-03) is cured in time",
    ]);
    expect(answersOf(ground, { events, ask: asked("Default", "2024-01-05", "2024-01-08") })).toEqual([false, false]);
  });

  test("ends with what is done afterwards", () => {
    const events = [notice("2024-01-03"), cure("2024-01-08")];
    const ask = asked("Default", "2024-01-07", "2024-01-08");
    expect(answersOf(ground, { events, ask })).toEqual([true, false]);
    expect(movesIn(ground, { events, ask }).at(-1)).toBe("2024-01-08: 3 (2024-01-03) ends");
  });

  test("is to be cured by that day, until it has occurred", () => {
    const timeline = { events: [notice("2024-01-03")], ask: [] };
    const due = {
      status: "pending",
      due: "2024-01-05",
      section: "3",
      text: "Default (2024-01-03): to be cured by the end of that day",
      follows: ["Default under 3"],
    };
    expect(dueOf(ground, timeline, "2024-01-02", 5)).toEqual([]);
    expect(dueOf(ground, timeline, "2024-01-04", 5)).toEqual([expect.objectContaining(due)]);
    expect(dueOf(ground, timeline, "2024-01-04")).toEqual([]);
    expect(dueOf(ground, timeline, "2024-01-05", 5)).toEqual([]);
  });

  test("is nothing to be cured where its condition is false", () => {
    const statements = `${balance}Default occurs\n  when Balance is more than $100\n  unless cured by the end of: 2024-01-08`;
    expect(dueOf(statements, { ask: [] }, "2024-01-03", 9)).toEqual([]);
    expect(dueOf(statements, { events: [notice("2024-01-03")], ask: [] }, "2024-01-03", 9)).toHaveLength(1);
  });

  test("occurs at once where its last day is over", () => {
    const statements = `${balance}Default occurs\n  when Balance is more than $100\n  unless cured by the end of: 2024-01-03`;
    const ask = asked("Default", "2024-01-04", "2024-01-05");
    expect(answersOf(statements, { events: [notice("2024-01-05")], ask })).toEqual([false, true]);
  });
});

describe("several defaults of one kind", () => {
  // The first holds from the 3rd to the 6th, the second from the 5th on.
  const early = 'section 2 "Early"\nDefault occurs\n  when Balance is more than $100 and today is before 2024-01-07\n';
  const late = 'section 3 "Late"\nDefault occurs\n  when today is on or after 2024-01-05\n';
  const other = 'section 4 "Other"\nDispute occurs\n  when today is on or after 2024-01-02\n';
  const asks =
    'section 5 "Asked"\nEarly Only holds when Default under 2\nLate Only holds when Default under 3\nEither holds when Default under 2 or 3\n';
  const events = [notice("2024-01-03")];

  test.each([
    ["the earlier first", early + late],
    ["the later first", late + early],
  ])("count by their sections, and begin with the earliest that continues: %s", (_, grounds) => {
    const statements = balance + since + other + grounds + asks;
    const on = ["2024-01-02", "2024-01-03", "2024-01-05", "2024-01-07"];
    const values = ["Early Only", "Late Only", "Either", "Default", "Since"];
    const answers = on.map((day) =>
      answersOf(statements, { events, ask: values.map((value) => ({ value, on: day })) }),
    );
    expect(answers).toEqual([
      [false, false, false, false, null],
      [true, false, true, true, "2024-01-03"],
      [true, true, true, true, "2024-01-03"],
      [false, true, true, true, "2024-01-05"],
    ]);
  });

  test("one that can't be determined leaves one that holds, but not the day on which they began", () => {
    const unknown =
      'section 1 "Price"\nDefault occurs\n  when market close is less than $1 per share, not restated for splits\n';
    const ask = [...asked("Default", "2024-01-04", "2024-01-05"), ...asked("Since", "2024-01-04", "2024-01-05")];
    for (const grounds of [unknown + late, late + unknown]) {
      // There are no prices. On the 5th the late one holds.
      expect(answersOf(since + grounds, { ask })).toEqual(["missing data", true, "missing data", "missing data"]);
    }
  });

  test("without any that continues there is no day on which they began", () => {
    const [answer] = outcomeOf(balance + since + early, { ask: asked("Since", "2024-01-02") }).answers;
    expect(answer).toMatchObject({ answer: null, because: "no Default continues" });
  });
});

describe("a default that can't be determined", () => {
  // A row for Thursday, Friday and Monday: on the weekend there is no price.
  const prices = (friday: string, monday: string) =>
    [
      ["2024-01-04", "2"],
      ["2024-01-05", friday],
      ["2024-01-08", monday],
    ] as const;
  const ground = `${since}section 3 "Default"\nDefault occurs\n  when market close is less than $1 per share, not restated for splits\n`;
  const days = ["2024-01-04", "2024-01-05", "2024-01-06", "2024-01-07", "2024-01-08"] as const;

  test("is unknown where there is no price, and has not occurred twice", () => {
    const timeline = { prices: prices("0.5", "0.5"), ask: asked("Default", ...days) };
    expect(answersOf(ground, timeline)).toEqual([false, true, "missing data", "missing data", true]);
    // The prices begin on the 4th. The weekend has none, and nothing moves on it.
    expect(movesIn(ground, timeline)).toEqual([
      "2024-01-02: 3 can't be determined",
      "2024-01-04: 3 does not continue",
      "2024-01-05: 3 occurs",
    ]);
    expect(answersOf(ground, { ...timeline, ask: asked("Since", "2024-01-05", "2024-01-08") })).toEqual([
      "2024-01-05",
      "2024-01-05",
    ]);
  });

  test("is clear again where its condition is false", () => {
    const timeline = { prices: prices("2", "2"), ask: asked("Default", ...days) };
    expect(answersOf(ground, timeline)).toEqual([false, false, "missing data", "missing data", false]);
    expect(movesIn(ground, timeline)).toEqual(["2024-01-02: 3 can't be determined", "2024-01-04: 3 does not continue"]);
  });

  test("is known again within the next day on which there is a price", () => {
    const statements = `${ground}Count starts at $0\nwhen Notice if Default\n  Count rises by $1`;
    const ask = asked("Count", "2024-01-08");
    const timeline = { prices: prices("2", "0.5"), events: [notice("2024-01-08")], ask };
    expect(answersOf(statements, timeline)).toEqual(["1"]);
  });

  test("may have begun before the prices do, or after they end, and the day is unknown", () => {
    const timeline = { prices: [["2024-01-04", "0.5"]] as const, ask: asked("Since", "2024-01-03", "2024-01-04") };
    expect(answersOf(ground, timeline)).toEqual(["missing data", "missing data"]);
    expect(movesIn(ground, { ...timeline, ask: asked("Since", "2024-01-05") })).toEqual([
      "2024-01-02: 3 can't be determined",
      "2024-01-04: 3 continues, since a day that can't be determined",
      "2024-01-05: 3 can't be determined",
    ]);
  });

  test("its start is the first in the template of what is unknown: a condition, or the day of one that continues", () => {
    // On the 4th the price shows that the one under 3 continues, and the days before it have none. 1 / 0 has no result.
    const failing =
      'Nothing starts at 0\nsection 4 "Ratio"\nDefault occurs\n  when 1 / Nothing is more than 1 and today is after 2024-01-03\n';
    const prices = [["2024-01-04", "0.5"]] as const;
    const timeline = { prices, ask: [...asked("Since", "2024-01-04"), ...asked("Default", "2024-01-04")] };
    expect(answersOf(ground + failing, timeline)).toEqual(["missing data", true]);
    expect(answersOf(failing + ground, timeline)).toEqual(["undefined", true]);
  });

  test("stands where it never ends", () => {
    const statements = `${ground}  continues: for good\n`;
    const timeline = { prices: prices("0.5", "2"), ask: asked("Default", ...days) };
    // The prices begin on the 4th: before that it may have occurred for good.
    expect(answersOf(statements, timeline)).toEqual(["missing data", true, true, true, true]);
  });

  test("by its last day, is unknown as soon as its condition holds", () => {
    const statements =
      `${balance}section 3 "Default"\nDefault occurs\n  when Balance is more than $100\n` +
      "  unless cured by the end of: 1 trading day after today\n";
    const timeline = {
      events: [notice("2024-01-03"), payment("2024-01-05")],
      ask: asked("Default", "2024-01-02", "2024-01-03", "2024-01-05"),
    };
    // Without market data no trading day is known; from the 5th on the condition is false, and nothing has to be known.
    expect(answersOf(statements, timeline)).toEqual([false, "missing data", false]);
    expect(movesIn(statements, timeline)).toEqual([
      "2024-01-03: 3 can't be determined",
      "2024-01-05: 3 does not continue",
    ]);
    expect(dueOf(statements, timeline, "2024-01-04", 9)).toEqual([]);
  });

  test("by a last day that can't be determined yet, is pending once it can be", () => {
    const statements =
      `${balance}Last Day is a date, at first not set\nwhen Notice\n  Last Day becomes 2024-01-08\n` +
      'section 3 "Default"\nDefault occurs\n  when Balance is more than $100\n' +
      "  unless cured by the end of: ((Last Day, or else Issue Date) as of 2024-01-05)\n";
    const timeline = {
      events: [notice("2024-01-03")],
      ask: asked("Default", "2024-01-04", "2024-01-07", "2024-01-08"),
    };
    // Before the 5th, what is so on the 5th can't be determined.
    expect(answersOf(statements, timeline)).toEqual(["missing data", false, true]);
    expect(movesIn(statements, timeline)).toEqual([
      "2024-01-03: 3 can't be determined",
      "2024-01-05: 3 is pending until the end of 2024-01-08",
      "2024-01-08: 3 occurs",
    ]);
  });
});

describe("within a day", () => {
  const counted = (ground: string) =>
    `${balance}Count starts at $0\nwhen Payment if Default\n  Count rises by $1\n${ground}`;
  const ground = "Default occurs\n  when Balance is more than $100\n";
  const count = asked("Count", "2024-01-03");

  test.each([
    ["a default without a time for cure holds as soon as its condition does", ground, "1"],
    ["one with a time for cure does not before the day ends", `${ground}  unless cured by the end of: today\n`, "0"],
  ])("%s", (_, statements, expected) => {
    const events = [notice("2024-01-03"), payment("2024-01-03")];
    expect(answersOf(counted(statements), { events, ask: count })).toEqual([expected]);
  });

  test.each([
    ["one that has occurred does not hold any more once its condition is false", "", "1"],
    ["one that never ends does", "  continues: for good\n", "2"],
  ])("%s", (_, ends, expected) => {
    const events = [notice("2024-01-02"), payment("2024-01-03"), payment("2024-01-03")];
    expect(answersOf(counted(ground + ends), { events, ask: count })).toEqual([expected]);
  });

  test("one that is not written down yet began today", () => {
    const statements = `${balance}${since}${ground}Seen is a date, at first not set\nwhen Payment\n  Seen becomes (Since, or else 2024-01-01)`;
    const events = [notice("2024-01-03"), payment("2024-01-03")];
    expect(answersOf(statements, { events, ask: asked("Seen", "2024-01-03") })).toEqual(["2024-01-03"]);
  });
});

describe("rounds as a day ends", () => {
  test("a default occurs and ends once a day, however its condition changes", () => {
    const statements =
      `${balance}section 3 "Default"\nDefault occurs\n  when Balance is more than $100\n  unless cured by the end of: today\n` +
      "Empty holds when Balance is $0 and today is after 2024-01-02\n" +
      "when Default begins if today is 2024-01-03\n  Balance becomes $0\nwhen Empty begins if today is 2024-01-03\n  Balance becomes $150";
    // It occurs; the balance becomes nothing, so it ends; the balance is back, but it has occurred today already.
    const timeline = { events: [notice("2024-01-03")], ask: asked("Default", "2024-01-03", "2024-01-04") };
    expect(answersOf(statements, timeline)).toEqual([false, true]);
    expect(movesIn(statements, timeline)).toEqual([
      "2024-01-03: 3 occurs",
      "2024-01-03: 3 ends",
      "2024-01-04: 3 occurs",
    ]);
  });

  // On 2 January the data have no trading day before; the default occurs in a round of that day.
  const unknown = "Started holds when market close as of 1 trading day before today is more than market close\n";
  const known = "Started holds when today is 2024-01-02\n";
  const sameDay = "when today is 2024-01-02";
  const afterEdge = "when Step is 1";

  test.each([
    [
      "what can't be determined as the day began may begin after the default has occurred",
      unknown,
      sameDay,
      "missing data",
    ],
    ["what begins as a default occurs begins after it", known, sameDay, "5"],
    ["what began before the default occurred has begun, and not again", known, afterEdge, "0"],
  ])("%s", (_, started, occurs, expected) => {
    const statements =
      `Sum starts at $0\nStep starts at 0\n${started}when Started begins\n  Step becomes 1\n` +
      `when Started begins if Default\n  Sum becomes $5\n` +
      `section 3 "Default"\nDefault occurs\n  ${occurs}\n  unless cured by the end of: 0 days after today`;
    const prices = [
      ["2024-01-02", "1"],
      ["2024-01-03", "1"],
      ["2024-01-04", "1"],
    ] as const;
    expect(answersOf(statements, { prices, ask: asked("Sum", "2024-01-04") })).toEqual([expected]);
  });

  test.each([
    // Both have until the end of the day after. The first is cured on the 5th, as the second occurs.
    ["on the day on which the next one occurs has not ended", "2024-01-05", "2024-01-04", "0"],
    ["before the next one occurs has ended", "2024-01-05", "2024-01-05", "1"],
  ])("a default of a family that ends %s", (_, cured, second, expected) => {
    const statements = `Ends starts at 0
event Cure for Notice
section 3 "Default"
Default occurs for each Notice
  when its Cure has not happened
  unless cured by the end of: 1 day after its date
when Default ends
  Ends rises by 1`;
    const events = [notice("2024-01-03", "one"), notice(second, "two"), { on: cured, event: "Cure", for: "one" }];
    expect(answersOf(statements, { events, ask: asked("Ends", "2024-01-05") })).toEqual([expected]);
  });

  test("one notice's default may follow on another's", () => {
    const statements =
      'Limit starts at $100\nsection 3 "Default"\nDefault occurs for each Notice\n  when its Amount is more than Limit\n' +
      "when Default begins\n  Limit becomes $10";
    const events = [notice("2024-01-03", "large"), { ...notice("2024-01-03", "small"), Amount: "50" }];
    expect(movesIn(statements, { events, ask: [] })).toEqual([
      "2024-01-03: 3 (large) occurs",
      "2024-01-03: 3 (small) occurs",
    ]);
  });
});
