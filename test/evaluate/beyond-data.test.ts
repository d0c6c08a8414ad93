/** From when on something is unknown where the data end: dates of rules, effective days of events, and what both would change. */
import { describe, expect, test } from "vitest";
import { answersOf, dueOf } from "./asked.ts";

const asked = (value: string, ...days: string[]) => days.map((on) => ({ value, on }));
// Trading days are known from the 3rd through the 5th.
const prices = ["03", "04", "05"].map((day) => [`2024-01-${day}`, "1"] as const);
const missing = "missing data";

describe("a rule on a date that the data do not reach", () => {
  const sum = (date: string) => `Sum starts at $1\non ${date}\n  Sum rises by $2\n`;

  test("may apply on any day after their end, and on none before", () => {
    // The third trading day after the 4th is the 9th or later, as the 5th is the first of them.
    const ask = asked("Sum", "2024-01-02", "2024-01-04", "2024-01-05", "2024-01-06");
    expect(answersOf(sum("3 trading days after 2024-01-04"), { prices, ask })).toEqual(["1", "1", "1", missing]);
  });

  test("that lies before them applies on no day at all", () => {
    const ask = asked("Sum", "2024-01-02", "2024-01-10");
    expect(answersOf(sum("2 trading days before 2024-01-03"), { prices, ask })).toEqual(["1", "1"]);
  });
});

describe("an event whose effective day the data do not reach", () => {
  const call = (day: string) =>
    `event Call by Holder\n  takes effect on: ${day}\nCalls means the number of Call events\n`;
  const called = (...days: string[]) => days.map((on) => ({ on, event: "Call" }));

  test("may count from the day of its report on, not from the end of the data", () => {
    const statements = call("9 trading days after Issue Date");
    const ask = asked("Calls", "2024-01-08", "2024-01-09", "2024-01-10");
    expect(answersOf(statements, { prices, events: called("2024-01-10"), ask })).toEqual(["0", "0", missing]);
  });

  test("may count from its report on, where its day is counted back", () => {
    // From a day after the end of the data there is no counting back.
    const statements = call("1 trading day before 2024-03-01");
    const ask = asked("Calls", "2024-01-03", "2024-01-04", "2024-01-20");
    expect(answersOf(statements, { prices, events: called("2024-01-04"), ask })).toEqual(["0", missing, missing]);
  });

  test("of two of them, the first makes unknown what goes by their number", () => {
    const statements = `${call("2 trading days after its date")}Any Call holds when Calls is more than 0\nSum starts at $1\nwhen Any Call begins\n  Sum rises by $2\n`;
    // The second trading day after the 4th is the 6th or later.
    const ask = asked("Sum", "2024-01-05", "2024-01-06", "2024-01-12");
    expect(answersOf(statements, { prices, events: called("2024-01-04", "2024-01-12"), ask })).toEqual([
      "1",
      missing,
      missing,
    ]);
  });

  describe("makes unknown what it would change and is still known", () => {
    // From the 3rd on the sum is unknown: 2 January has no price.
    const unknownSum =
      "Sum starts at $1\non 2024-01-03\n  Sum becomes $1 * (market close as of Issue Date / market close as of Issue Date)\n";

    test("though something else that it would change is unknown already", () => {
      const statements = `${call("2 trading days after its date")}${unknownSum}Mark starts at $0\nwhen Call\n  Sum rises by $2\n  Mark becomes $1\n`;
      const ask = asked("Mark", "2024-01-05", "2024-01-06");
      expect(answersOf(statements, { prices, events: called("2024-01-04"), ask })).toEqual(["0", missing]);
    });

    test("though another target of its payment is unknown already", () => {
      const statements = `${call("2 trading days after its date")}${unknownSum}Kitty starts at $9\nwhen Call\n  $5 is applied to Sum, then Kitty\n`;
      const ask = asked("Kitty", "2024-01-05", "2024-01-06");
      expect(answersOf(statements, { prices, events: called("2024-01-04"), ask })).toEqual(["9", missing]);
    });
  });
});

describe("a day without a row, on which one looks at what is due", () => {
  const statements =
    "Counted means $10 * (the number of trading days from and including 2024-01-03 to and including today)\n" +
    "the Borrower must pay (Counted as of 2024-01-06) to Holder by 2024-01-10 called Fee\n";
  // Wednesday to Friday: three days at $10. The file may have Monday, too.
  const week = [
    ["2024-01-03", "1"],
    ["2024-01-04", "1"],
    ["2024-01-05", "1"],
  ] as const;
  const shown = (on: string, prices: readonly (readonly [string, string])[]) =>
    dueOf(statements, { prices, ask: [] }, on, 9).map(({ text }) => text);

  test("is known to have none where the file goes on behind it", () => {
    expect(shown("2024-01-06", [...week, ["2024-01-08", "1"]])).toEqual(["Fee: $30"]);
  });

  test("is not known where the file ends before it, nor on the day before", () => {
    const unknown = [expect.stringMatching(/^Fee: an amount that can't be determined/)];
    expect(shown("2024-01-06", week)).toEqual(unknown);
    expect(shown("2024-01-05", [...week, ["2024-01-08", "1"]])).toEqual(unknown);
  });
});
