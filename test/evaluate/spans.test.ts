/** Spans of days are arithmetic: the same at every moment. Only a condition waits for a day to end. */
import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

// The 3rd is a Wednesday; the 6th and 7th are a weekend.
const prices = [
  ["2024-01-03", "5"],
  ["2024-01-04", "2"],
  ["2024-01-05", "7"],
  ["2024-01-08", "4"],
  ["2024-01-09", "4"],
  ["2024-01-10", "9"],
] as const;

describe("an end that lies ahead", () => {
  const asked = (value: string, on = "2024-01-05") =>
    answersOf(`Balance starts at $36,500\nwhen Payment\n  Balance falls by its Amount\nA means ${value}`, {
      prices,
      events: [{ on: "2024-01-05", event: "Payment", Amount: "18250" }],
      ask: [{ value: "A", on }],
    });
  const ahead = "from and including 2024-01-04 to but excluding 2024-01-10";
  const far = "from and including 2024-01-04 to and including 2024-02-01";

  test.each([
    // 28 days of January from the 4th on, and the 1st of February.
    ["days", `the number of days ${far}`, "29"],
    ["the wrong way round", "the number of days from and including 2024-01-10 to but excluding 2024-01-04", "0"],
    // Thursday and Friday; three weeks of five of which Monday the 15th is a holiday; Monday the 29th to Thursday the 1st.
    ["business days", `the number of business days ${far}`, "20"],
    ["trading days as far as the data reach", `the number of trading days ${ahead}`, "4"],
    ["trading days beyond the data", `the number of trading days ${far}`, "missing data"],
    ["the last day", `the last of business days ${ahead}`, "2024-01-09"],
    // $10 on the 4th; on the 5th and the four days after it $5 each, as the balance stands then.
    ["interest", `interest at 10% per year on Balance ${ahead} by actual/365`, "35"],
  ])("plays no part in the span itself: %s", (_, value, expected) => {
    expect(asked(value)).toEqual([expected]);
  });

  test.each([
    ["a sum", `the sum of $1 over days ${ahead}`],
    ["a price of the data", `the highest of market close over trading days ${ahead}`],
    ["a window", "the sum of $1 over 2 days ending 2024-01-08"],
  ])("is not known for what is taken on each day: %s", (_, value) => {
    expect(asked(value)).toEqual(["missing data"]);
  });

  test("leaves a test open until a day decides it", () => {
    const statements =
      `Dear holds when on some trading day ${ahead}, market close is at least $7 per share, not restated for splits\n` +
      `Cheap holds when on every trading day ${ahead}, market close is less than $7 per share, not restated for splits`;
    const ask = ["2024-01-04", "2024-01-05"].flatMap((on) => ["Dear", "Cheap"].map((value) => ({ value, on })));
    expect(answersOf(statements, { prices, ask })).toEqual(["missing data", "missing data", true, false]);
  });

  test("is no part of the days on which something holds", () => {
    expect(asked(`the number of days ${ahead} on which (Balance is less than $20,000)`)).toEqual(["1"]);
  });
});

describe("inside an event", () => {
  const to = "from and including 2024-01-09 to and including today";
  const taken = (value: string, on = "2024-01-10") =>
    answersOf(`Balance starts at $36,500\nTaken for each Notice is fixed as ${value}`, {
      prices,
      events: [{ on, event: "Notice", id: "n", Amount: "1" }],
      ask: [{ value: "Taken", of: "n" }],
    });

  test.each([
    ["days", `the number of days ${to}`, "2"],
    ["business days", `the number of business days ${to}`, "2"],
    ["trading days", `the number of trading days ${to}`, "2"],
    ["the last of them", `the last of days ${to}`, "2024-01-10"],
    // Two days at $10 a day.
    ["interest", `interest at 10% per year on Balance ${to} by actual/365`, "20"],
    ["a sum", `the sum of market close over trading days ${to}`, "13"],
    ["an average", `the average of market close over trading days ${to}`, "6.5"],
    ["the highest", `the highest of market close over trading days ${to}`, "9"],
    ["the average of the lowest", `the average of the 2 lowest of market close over trading days ${to}`, "6.5"],
    ["the same as a window", "the average of market close over 2 trading days ending today", "6.5"],
  ])("today is in a range that names it: %s", (_, value, expected) => {
    expect(taken(value)).toEqual([expected]);
  });

  test.each([
    ["every", "on every trading day", "less than", false],
    ["some", "on some trading day", "more than", true],
    ["no", "on no trading day", "more than", false],
  ])("today is in what %s day has to meet", (_, days, relation, expected) => {
    // $4 on the 9th, $9 on the 10th: today decides.
    const statements = `Met holds when ${days} ${to}, market close is ${relation} $5 per share, not restated for splits\nTaken for each Notice is fixed as Met`;
    const events = [{ on: "2024-01-10", event: "Notice", id: "n", Amount: "1" }];
    expect(answersOf(statements, { prices, events, ask: [{ value: "Taken", of: "n" }] })).toEqual([expected]);
  });

  test.each([
    [
      "days of a range",
      `the number of days ${to} on which (market close is more than $1 per share, not restated for splits)`,
      "1",
    ],
    [
      "days of a window",
      "the number of 2 trading days ending today on which (market close is more than $1 per share, not restated for splits)",
      "1",
    ],
    ["a penalty as a sum", `the sum of $2,000 over days ${to} on which (Balance is more than $0)`, "2000"],
  ])("a day on which something holds counts at its end: %s", (_, value, expected) => {
    expect(taken(value)).toEqual([expected]);
  });

  test("the edges of steps by days since the first are those of the end of the day", () => {
    // The 2nd is day 0: on day 3 the second step holds.
    const statements =
      "Days Since means the number of days from but excluding Issue Date to and including today\n" +
      "Step means 120% if Days Since is at most 2, otherwise 125%\nTaken for each Notice is fixed as Step";
    const events = ["2024-01-04", "2024-01-05"].map((on) => ({ on, event: "Notice", id: on, Amount: "1" }));
    const ask = events.map(({ id }) => ({ value: "Taken", of: id }));
    expect(answersOf(statements, { events, ask })).toEqual(["1.2", "1.25"]);
  });
});

describe("a count of what each day brings goes on from what was counted", () => {
  const prices = ["02", "03", "04", "05", "08", "09"].map((day, index) => [`2024-01-${day}`, `${index + 1}`] as const);
  const asked = (value: string, days: readonly string[]) => ({
    prices,
    ask: days.map((day) => ({ value, on: `2024-01-${day}` })),
  });
  // Closes are $1 on the 2nd to $6 on the 9th; more than $2 from the 4th on, with a weekend on the 6th and 7th.
  const high =
    "to and including today on which (market close is more than Bar)\nBar means $2 per share, not restated for splits";

  test.each<[string, string[], string[]]>([
    ["from day to day", ["03", "04", "05", "08", "09"], ["0", "1", "2", "3", "4"]],
    ["back, and further than before", ["08", "04", "09"], ["3", "1", "4"]],
  ])("%s", (_, days, expected) => {
    const statements = `High Days means the number of trading days from and including Issue Date ${high}`;
    expect(answersOf(statements, asked("High Days", days))).toEqual(expected);
  });

  test("while a first day that moves begins it anew", () => {
    // On the 5th from the 3rd: the 4th and 5th. On the 9th from the 5th: the 5th, 8th and 9th.
    const statements = `High Days means the number of trading days from and including (2 trading days before today) ${high}`;
    expect(answersOf(statements, asked("High Days", ["05", "09"]))).toEqual(["2", "3"]);
  });

  test("and an unknown day is said of the whole range", () => {
    const statements = `High Days means the number of trading days from and including Issue Date ${high}`;
    expect(answersOf(statements, asked("High Days", ["09", "10", "08"]))).toEqual(["4", "missing data", "3"]);
  });

  test("but not beyond the day that asks, where a later day asked before", () => {
    // The range is the 4th alone, on which the condition holds. Changes of the 3rd, 4th and 5th cut the days into stretches.
    const statements =
      "Balance starts at $90\nwhen Payment\n  Balance falls by its Amount\n" +
      "Days means the number of days from but excluding 2024-01-03 to but excluding 2024-01-05 on which (Balance is more than $0)";
    const events = ["03", "04", "05"].map((day) => ({ on: `2024-01-${day}`, event: "Payment", Amount: "10" }));
    const ask = ["2024-02-01", "2024-01-04", "2024-02-01"].map((on) => ({ value: "Days", on }));
    expect(answersOf(statements, { events, ask })).toEqual(["1", "1", "1"]);
  });
});
