/** Questions about single events, names that nothing has, and families of defaults. */
import { describe, expect, test } from "vitest";
import { factsOf, outcomeOf, replayOf } from "./asked.ts";

const sale =
  'section 1 "Sales"\nevent Sale by Borrower\n  Price: price\nTwice for each Sale is fixed as 2 * its Price\n';
const sold = { on: "2024-01-05", event: "Sale", id: "s", Price: "2" };

describe("a name", () => {
  const asked = (query: { value: string; of?: string }) => {
    const answer = replayOf(sale, {
      events: [sold, { on: "2024-01-06", event: "Notice", id: "n", Amount: "1" }],
      ask: [],
    }).answer(query);
    return answer.ok && "error" in answer.value ? [answer.value.error.kind, answer.value.error.message] : answer;
  };

  test.each([
    ["that nothing has", { value: "Nothing" }, ["undefined", expect.stringContaining("Nothing")]],
    ["of a value of each event, without one", { value: "Twice" }, ["undefined", expect.stringContaining("Twice")]],
    ["of a value of another event", { value: "Twice", of: "n" }, ["undefined", expect.stringContaining("Notice")]],
  ])("%s has no answer, and the message says so", (_, query, expected) => {
    expect(asked(query)).toEqual(expected);
  });
});

describe("an event of which it can't be determined whether it may be given", () => {
  const power =
    'the Borrower may give Sale only if market close is more than $1 per share, not restated for splits, else "too low"\n' +
    "All Prices means the sum of its Twice over Sale events\n";
  const answers = (ask: { value: string; of?: string; on?: string }[]) =>
    factsOf(sale + power, { events: [sold], ask }).answers.map(({ result }) => result);

  test("has its fields and values unknown for the same reason, alone and in a sum", () => {
    const found = answers([
      { value: "Price", of: "s" },
      { value: "Price", of: "s", on: "2024-01-06" },
      { value: "Twice", of: "s" },
      { value: "All Prices", on: "2024-01-06" },
    ]);
    const why = { error: "missing data", fact: { kind: "no market data" } };
    // The event's own values are explained by the reason itself, what rests on it by since when that is unknown.
    const since = { error: "missing data", fact: { kind: "unknown since", because: why } };
    expect(found).toMatchObject([why, why, why, since]);
  });
});

test("a value of a refused event is refused in the words of a question", () => {
  const power = 'the Borrower may give Sale only if today is before Issue Date, else "too late"\n';
  const ask = [
    { value: "Price", of: "s" },
    { value: "Twice", of: "s" },
  ];
  for (const { result } of factsOf(sale + power, { events: [sold], ask }).answers) {
    expect(result).toMatchObject({
      error: "refused",
      fact: { kind: "event refused", event: "Sale", named: "in a question", because: { kind: "ConditionsFailed" } },
    });
  }
});

test("a value that a split fixes is in the shares of before it, and restated in those of after", () => {
  const statements = "Base starts at $2 per share, restated for splits\nBefore for each Stock Split is fixed as Base\n";
  const events = [{ on: "2024-01-05", event: "Stock Split", id: "x", Ratio: "2" }];
  const ask = [
    { value: "Before", of: "x" },
    { value: "Before", of: "x", on: "2024-01-05" },
  ];
  // Two shares for one: $2 is $1.
  expect(outcomeOf(statements, { events, ask }).answers).toMatchObject([{ answer: "2" }, { answer: "1" }]);
});

test("a family is answered under the sections of its defaults that continue, or else of all of them", () => {
  const statements = `section 3.1 "First"
Default occurs
  when Notice has happened
  unless cured by the end of: 2024-01-20
section 3.2 "Second"
Default occurs
  when today is on or after 2024-01-10
section 3.3 "Third"
Default occurs
  when today is on or after 2024-01-12
section 4 "Other"
Breach occurs
  when today is on or after 2024-01-10
`;
  const events = [{ on: "2024-01-04", event: "Notice", Amount: "1" }];
  const ask = ["2024-01-09", "2024-01-10", "2024-01-12"].map((on) => ({ value: "Default", on }));
  expect(outcomeOf(statements, { events, ask }).answers.map(({ section }) => section)).toEqual([
    "3.1, 3.2, 3.3",
    "3.2",
    "3.2, 3.3",
  ]);
});

test("on a split the lines of restated states come by name, the first split's before the second's", () => {
  const statements =
    'section 1 "Shares"\nZeal starts at 10 shares, restated for splits\nArea starts at 10 shares, restated for splits\nMost starts at 10 shares, not restated for splits\n';
  const events = [
    { on: "2024-01-05", event: "Stock Split", id: "x", Ratio: "2" },
    { on: "2024-01-05", event: "Stock Split", id: "y", Ratio: "3" },
  ];
  const { journal } = factsOf(statements, { events, ask: [] });
  const lines = journal.flatMap((it) => (it.kind === "StateChanged" ? [[it.state.name, it.cause?.id]] : []));
  expect(lines).toEqual([
    ["Area", "x"],
    ["Zeal", "x"],
    ["Area", "y"],
    ["Zeal", "y"],
  ]);
});

describe("an event that may have taken effect stands in its place among those of its day", () => {
  // Without market data it may have taken effect from the day of its report on.
  const statements = `event Call by Holder
  takes effect on: 1 trading day after its date
Sum starts at $1
Last starts at $0
when Call
  Sum rises by $2
when Notice
  Last becomes Sum
`;
  const call = { on: "2024-01-05", event: "Call", id: "c" };
  const notice = { on: "2024-01-05", event: "Notice", id: "n", Amount: "1" };
  test.each([
    ["before what is listed after it", [call, notice], "missing data"],
    ["after what is listed before it", [notice, call], "1"],
  ])("%s", (_, events, expected) => {
    const [answer] = outcomeOf(statements, { events, ask: [{ value: "Last", on: "2024-01-05" }] }).answers;
    expect(answer && ("error" in answer ? answer.error.kind : answer.answer)).toBe(expected);
  });
});
