/** The order of a day: what opens it, what was put off to it, what is listed, the calendar, and rounds until nothing moves. */
import { describe, expect, test } from "vitest";
import { answersOf, outcomeOf } from "./asked.ts";

const notice = (on: string, Amount = "1", id = on) => ({ on, event: "Notice", id, Amount });
const asked = (value: string, ...days: string[]) => days.map((on) => ({ value, on }));

describe("events of one day", () => {
  test("a split opens the day, wherever it is listed", () => {
    const statements =
      "Held starts at 100 shares, restated for splits\nwhen Notice\n  Held rises by 10 shares, not restated for splits";
    const split = { on: "2024-01-03", event: "Stock Split", Ratio: "2" };
    // 200 new shares and 10 of them; not 110 old ones, which would be 220.
    for (const events of [
      [notice("2024-01-03"), split],
      [split, notice("2024-01-03")],
    ]) {
      expect(answersOf(statements, { events, ask: asked("Held", "2024-01-03") })).toEqual(["210"]);
    }
  });

  test("what was put off to a day comes before what is listed on it", () => {
    const statements =
      "event Call by Holder\n  Amount: money\n  takes effect on: 2 days after its date\nLast starts at $0\n" +
      "when Call\n  Last becomes its Amount\nwhen Notice\n  Last becomes its Amount";
    const events = [notice("2024-01-05", "7"), { on: "2024-01-03", event: "Call", Amount: "9" }];
    expect(answersOf(statements, { events, ask: asked("Last", "2024-01-04", "2024-01-05") })).toEqual(["0", "7"]);
  });

  const call = (day: string) =>
    `event Call by Holder\n  Day: date, optional\n  takes effect on: ${day}\nCalls starts at 0\nwhen Call\n  Calls rises by 1\n` +
    "Age for each Call means today - its date\n";

  test("a day before the report is the day of the report", () => {
    const events = [{ on: "2024-01-05", event: "Call", id: "c", Day: "2024-01-03" }];
    const ask = asked("Calls", "2024-01-03", "2024-01-04", "2024-01-05");
    expect(answersOf(call("(its Day, or else its date)"), { events, ask })).toEqual(["0", "0", "1"]);
  });

  test("an event takes effect after the last question too", () => {
    const events = [{ on: "2024-01-03", event: "Call", id: "c", Day: "2024-02-05" }];
    const { journal, answers } = outcomeOf(call("(its Day, or else its date)"), {
      events,
      ask: asked("Calls", "2024-01-03"),
    });
    expect(answers).toMatchObject([{ answer: "0" }]);
    expect(journal).toMatchObject([
      { on: "2024-02-05", kind: "event", text: "Call c of 2024-01-03: Day 2024-02-05" },
      { on: "2024-02-05", kind: "state", from: "0", to: "1" },
    ]);
  });

  test("of one whose day can't be determined it is unknown whether it has taken effect, and the answer says why", () => {
    // No market data, so no trading day is known.
    const events = [{ on: "2024-01-03", event: "Call", id: "c" }];
    const statements = `${call("1 trading day after its date")}Sum starts at $0\nwhen Notice\n  Sum rises by its Amount`;
    const withNotice = { events: [...events, notice("2024-01-04", "7")], ask: asked("Sum", "2024-03-01") };
    expect(answersOf(statements, withNotice)).toEqual(["7"]);
    const ask = [
      ...asked("Calls", "2024-03-01"),
      { value: "Age", of: "c", on: "2024-03-01" },
      { value: "Age", of: "c" },
    ];
    expect(answersOf(call("1 trading day after its date"), { events, ask })).toEqual([
      "missing data",
      "missing data",
      "missing data",
    ]);
  });
});

describe("the calendar", () => {
  test("comes after the day's events, and its rules read the state before all of them", () => {
    const statements =
      "Left starts at $1\nRight starts at $2\non 2024-01-03\n  Left becomes Right\non 2024-01-03\n  Right becomes Left\nwhen Notice\n  Left becomes its Amount";
    const ask = [...asked("Left", "2024-01-03"), ...asked("Right", "2024-01-03")];
    // The notice makes the left $9; then both change places.
    expect(answersOf(statements, { events: [notice("2024-01-03", "9")], ask })).toEqual(["2", "9"]);
  });

  test("a rule without a day has none until it gets one; one whose day can't be determined may have it", () => {
    const statements =
      "Day is a date, at first not set\nCount starts at 0\nUnknown starts at 0\nwhen Notice\n  Day becomes 2024-01-05\n" +
      "on (Day, or else Issue Date) if Day is set\n  Count rises by 1\non the first trading day on or after today\n  Unknown rises by 1";
    const ask = [...asked("Count", "2024-01-04", "2024-01-05", "2024-01-06"), ...asked("Unknown", "2024-01-06")];
    expect(answersOf(statements, { events: [notice("2024-01-03")], ask })).toEqual(["0", "1", "1", "missing data"]);
  });

  test("counts the day as ended, so that what is payable on it is overdue", () => {
    const statements =
      "account Fee owed by Borrower to Holder\nSeen starts at $0\nBefore starts at $0\nwhen Notice\n  Fee is charged its Amount due on 2024-01-05\n" +
      "when Payment\n  Before becomes overdue Fee\non 2024-01-05\n  Seen becomes overdue Fee";
    const events = [notice("2024-01-03", "9"), { on: "2024-01-05", event: "Payment", Amount: "0" }];
    const ask = [...asked("Before", "2024-01-05"), ...asked("Seen", "2024-01-05")];
    expect(answersOf(statements, { events, ask })).toEqual(["0", "9"]);
  });
});

describe("the flag of a day that has ended", () => {
  const days =
    "the number of days from and including 2023-12-30 to and including today on which (today is after 2023-12-01)";

  test("is not set where the note begins, and is before it", () => {
    const statements = `Counted starts at ${days}\nCount means ${days}`;
    const ask = [...asked("Counted", "2024-01-02"), ...asked("Count", "2024-01-01", "2024-01-02")];
    // The 30th, the 31st and the 1st; the 2nd has not ended as the state starts.
    expect(answersOf(statements, { ask })).toEqual(["3", "3", "4"]);
  });

  test("stays set after a change by the calendar, which what is calculated from it follows", () => {
    const statements =
      "account Fee owed by Borrower to Holder\nCount starts at 0\nTwice means 2 * Count\nLate means overdue Fee\n" +
      "when Notice\n  Fee is charged its Amount due on 2024-01-05\non 2024-01-05\n  Count rises by 1";
    const ask = [...asked("Twice", "2024-01-04", "2024-01-05"), ...asked("Late", "2024-01-04", "2024-01-05")];
    expect(answersOf(statements, { events: [notice("2024-01-03", "9")], ask })).toEqual(["0", "2", "0", "9"]);
  });
});

describe("what begins and ends", () => {
  const total = "Total starts at $0\nwhen Notice\n  Total becomes its Amount\nBig holds when Total is more than $100\n";
  const counts =
    "Begun starts at 0\nEnded starts at 0\nwhen Big begins\n  Begun rises by 1\nwhen Big ends\n  Ended rises by 1\n";
  const count = (...days: string[]) =>
    days.flatMap((on) => [
      { value: "Begun", on },
      { value: "Ended", on },
    ]);

  test("is compared with the end of the day before", () => {
    const events = [
      notice("2024-01-03", "150"),
      // It is small for a moment, and big again as the day ends.
      notice("2024-01-05", "50", "small"),
      notice("2024-01-05", "150", "big"),
      notice("2024-01-08", "50"),
      notice("2024-01-10", "150"),
    ];
    const ask = count("2024-01-02", "2024-01-03", "2024-01-05", "2024-01-08", "2024-01-10");
    expect(answersOf(total + counts, { events, ask })).toEqual(["0", "0", "1", "0", "1", "0", "1", "1", "2", "1"]);
  });

  test("on the first day nothing has held before", () => {
    const statements = `Big holds when today is before 2024-01-04\n${counts}`;
    expect(answersOf(statements, { ask: count("2024-01-02", "2024-01-03", "2024-01-04") })).toEqual([
      "1",
      "0",
      "1",
      "0",
      "1",
      "1",
    ]);
  });

  test("between two prices a condition stays as it was: it does not end, and has not begun anew", () => {
    const prices = [
      ["2024-01-02", "1"],
      ["2024-01-03", "1"],
      ["2024-01-04", "2"],
      ["2024-01-05", "2"],
      ["2024-01-08", "2"],
      ["2024-01-09", "1"],
    ] as const;
    const statements = `Big holds when market close is more than $1 per share, not restated for splits\n${counts}`;
    const ask = count("2024-01-03", "2024-01-05", "2024-01-07", "2024-01-08", "2024-01-09");
    expect(answersOf(statements, { prices, ask })).toEqual(["0", "0", "1", "0", "1", "0", "1", "0", "1", "1"]);
    // Without the first two prices it may have begun on the 2nd.
    expect(answersOf(statements, { prices: prices.slice(2), ask: asked("Begun", "2024-01-04") })).toEqual([
      "missing data",
    ]);
  });

  test("is evaluated for each event apart", () => {
    const statements =
      "Limit starts at $100\nwhen Payment\n  Limit becomes its Amount\nOver for each Notice holds when its Amount is more than Limit\n" +
      "Sum starts at $0\nGone starts at $0\nwhen Over for each Notice begins\n  Sum rises by its Amount\nwhen Over for each Notice ends\n  Gone rises by its Amount";
    const events = [
      notice("2024-01-03", "150"),
      notice("2024-01-04", "90"),
      { on: "2024-01-05", event: "Payment", Amount: "80" },
      { on: "2024-01-08", event: "Payment", Amount: "120" },
    ];
    const ask = ["2024-01-03", "2024-01-04", "2024-01-05", "2024-01-08"].flatMap((on) => [
      { value: "Sum", on },
      { value: "Gone", on },
    ]);
    // $150 is over from the start; $90 on the 5th, until the 8th.
    expect(answersOf(statements, { events, ask })).toEqual(["150", "0", "150", "0", "240", "0", "240", "90"]);
  });

  test("one thing may follow another on the same day, in rounds", () => {
    const statements =
      `${total}Marked is a date, at first not set\nNoted holds when Marked is set\nDone is a date, at first not set\n` +
      "when Noted begins\n  Done becomes today\nwhen Big begins\n  Marked becomes today";
    const ask = [...asked("Done", "2024-01-02", "2024-01-03")];
    expect(answersOf(statements, { events: [notice("2024-01-03", "150")], ask })).toEqual([null, "2024-01-03"]);
  });

  test("a rule fires at most once a day, also where its further condition is not true", () => {
    const statements = `${total}Ready starts at 0\nFired starts at 0\nwhen Big begins\n  Ready becomes 1\nwhen Big begins if Ready is 1\n  Fired rises by 1`;
    const events = [notice("2024-01-03", "150"), notice("2024-01-04", "50"), notice("2024-01-05", "150")];
    // On the 3rd it was not ready in the round in which it began; on the 5th it is.
    expect(answersOf(statements, { events, ask: asked("Fired", "2024-01-03", "2024-01-04", "2024-01-05") })).toEqual([
      "0",
      "0",
      "1",
    ]);
  });

  test("what is calculated from a state follows what a round changes", () => {
    const statements = `${total}Marks starts at 0\nTwice means 2 * Marks\nwhen Big begins\n  Marks rises by 1`;
    const ask = asked("Twice", "2024-01-02", "2024-01-03");
    expect(answersOf(statements, { events: [notice("2024-01-03", "150")], ask })).toEqual(["0", "2"]);
  });

  test("all of one round read the state before it", () => {
    const statements = `${total}Left starts at $1\nRight starts at $2\nwhen Big begins\n  Left becomes Right\nwhen Big begins\n  Right becomes Left`;
    const ask = [...asked("Left", "2024-01-03"), ...asked("Right", "2024-01-03")];
    expect(answersOf(statements, { events: [notice("2024-01-03", "150")], ask })).toEqual(["2", "1"]);
  });
});
