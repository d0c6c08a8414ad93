/** Why there is no value, or why it is unknown, as a fact. */
import { describe, expect, test } from "vitest";
import { parseDate } from "../../src/index.ts";
import { explained, factsOf } from "./asked.ts";

const notice = (on: string, id: string) => ({ on, event: "Notice", id, Amount: "5" });
const rows = [
  ["2024-01-03", "1"],
  ["2024-01-04", "1"],
] as const;

test.each([
  [
    "a state, before the note exists",
    "Balance starts at $5\nA means Balance as of 2023-12-31",
    { kind: "before the note", name: "Balance", start: parseDate("2024-01-02") },
  ],
  ["the highest of nothing", "A means the highest of its Amount over Payment events", { kind: "nothing to fold" }],
  [
    "a sum that has days to come in it",
    "A means the sum of $1 over days from and including today to and including 2024-01-06",
    { kind: "day ahead", day: parseDate("2024-01-06"), today: parseDate("2024-01-05") },
  ],
  [
    "the lowest one and a half of some values",
    "A means the average of the (3 / 2) lowest of $1 over 3 days ending today",
    { kind: "no whole number", of: "values picked" },
  ],
  [
    "interest on no limit, on a day that does not count",
    "A means interest at 5% per year on (the greater of $1 and unlimited) from and including 2023-12-30 to and including 2023-12-31 by 30E/360",
    { kind: "no fold result" },
  ],
  [
    "a month beyond the years that dates have",
    "A means the first of every 100,000 months from Issue Date after today",
    { kind: "period out of reach", months: 100_000, anchor: parseDate("2024-01-02"), reach: { kind: "years" } },
  ],
])("%s", (_, statement, fact) => {
  const { answers } = factsOf(statement, { prices: rows, ask: [{ value: "A", on: "2024-01-05" }] });
  expect(answers.map(({ result }) => result)).toMatchObject([{ fact }]);
});

describe("of an event", () => {
  const ask = [{ value: "A", of: "n", on: "2024-01-05" }];
  const result = (statements: string, events = [notice("2024-01-04", "n")]) =>
    factsOf(statements, { events, ask }).answers.map((it) => it.result);

  test("a field that was not given", () => {
    const statements = "event Call by Holder\n  Day: date, optional\nA for each Call means its Day";
    const events = [{ on: "2024-01-04", event: "Call", id: "n", Amount: undefined }];
    expect(factsOf(statements, { events, ask }).answers.map((it) => it.result)).toMatchObject([
      { fact: { kind: "not given", name: "Day" } },
    ]);
  });

  test("what it fixes, as of a day before it", () => {
    const statements =
      "Struck for each Notice is fixed as its Amount\nA for each Notice means its Struck as of 2024-01-03";
    expect(result(statements)).toMatchObject([{ fact: { kind: "not fixed yet", name: "Struck", event: "Notice" } }]);
  });
});

test("of two deal terms each is explained by its own value", () => {
  const statements = "given First: money = $1\ngiven Second: money = $2\nBoth means First + Second";
  const [reason] = explained(statements, { ask: [{ value: "Both", on: "2024-01-05" }] });
  expect(reason?.operands.map(({ name, result }) => [name, result])).toMatchObject([
    ["First", { n: 1n }],
    ["Second", { n: 2n }],
  ]);
});
