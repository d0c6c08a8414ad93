/** What the journal says of a rule whose day goes by without it. */
import { describe, expect, test } from "vitest";
import { outcomeOf } from "./asked.ts";

const visits = "section 1\nVisits starts at 0\n";
const through = (on: string) => ({ ask: [{ value: "Visits", on }] });
const problemsOf = (statements: string, on: string, events: readonly Readonly<Record<string, unknown>>[] = []) =>
  outcomeOf(visits + statements, { ...through(on), events })
    .journal.filter(({ kind }) => kind === "problem")
    .map((entry) => `${entry.on} ${entry.text}`);

const rule = (day: string, condition = "") => `on ${day}${condition}\n  Visits rises by 1\n`;

describe("a day that becomes known only when it is over", () => {
  const set =
    "given Test Date: date = 2024-01-05\nCall Day is a date, at first not set\non Test Date\n  Call Day becomes today\n";

  // The calendar of 5 January is looked at before it sets the day: on the 6th, the 5th is over.
  test("as the calendar sets it", () =>
    expect(problemsOf(set + rule("Call Day"), "2024-01-08")).toEqual([
      "2024-01-06 Visits does not change on 2024-01-05: that this is the day of the clause was known only later",
    ]));

  test("each time that the calendar sets it", () => {
    const again = "given Other Date: date = 2024-01-09\non Other Date\n  Call Day becomes today\n";
    expect(problemsOf(set + again + rule("Call Day"), "2024-01-12")).toEqual([
      "2024-01-06 Visits does not change on 2024-01-05: that this is the day of the clause was known only later",
      "2024-01-10 Visits does not change on 2024-01-09: that this is the day of the clause was known only later",
    ]);
  });

  test("as an event says a day before its own", () =>
    expect(
      problemsOf(
        `event Call by Holder\n  Day: date\nCall Day is a date, at first not set\nwhen Call\n  Call Day becomes its Day\n${rule("Call Day")}`,
        "2024-01-08",
        [{ on: "2024-01-06", event: "Call", Day: "2024-01-04" }],
      ),
    ).toEqual([
      "2024-01-06 Visits does not change on 2024-01-04: that this is the day of the clause was known only later",
    ]));

  test("not where the rule would do nothing", () =>
    expect(problemsOf(set + rule("Call Day", " if Visits is more than 0"), "2024-01-08")).toEqual([]));

  test("not where an event sets it to its own day", () =>
    expect(
      problemsOf(
        `event Call by Holder\nCall Day is a date, at first not set\nwhen Call\n  Call Day becomes today\n${rule("Call Day")}`,
        "2024-01-08",
        [
          { on: "2024-01-06", event: "Call" },
          { on: "2024-01-09", event: "Call" },
        ],
      ),
    ).toEqual([]));

  test("not of a day before the note", () => expect(problemsOf(rule("2024-01-01"), "2024-01-08")).toEqual([]));

  test("not of days that come again", () =>
    expect(problemsOf(rule("10 days before the last day of the month of today"), "2024-03-08")).toEqual([]));
});

describe("a day that moves on before it comes", () => {
  // 31 March 2024 is a Sunday; on 1 April, the first business day on or after the end of the quarter is 1 July.
  test("to that of the next period", () =>
    expect(
      problemsOf(rule("the first business day on or after the last day of the quarter of today"), "2024-04-03"),
    ).toEqual([
      "2024-04-01 Visits does not change on 2024-04-01: the day of the clause moved on to 2024-07-01 before it came",
    ]));

  test("not where an event puts it off", () =>
    expect(
      problemsOf(
        `event Put Off by Holder\nCall Day starts at 2024-01-08\nwhen Put Off\n  Call Day becomes 2024-01-10\n${rule("Call Day")}`,
        "2024-01-12",
        [{ on: "2024-01-08", event: "Put Off" }],
      ),
    ).toEqual([]));
});
