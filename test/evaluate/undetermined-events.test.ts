/** Events of which it can't be determined whether they have taken effect: from when on, and what that leaves unknown. */
import { describe, expect, test } from "vitest";
import { formatDate } from "../../src/index.ts";
import { answersOf, factsOf, outcomeOf } from "./asked.ts";

// The second trading day after the 4th lies beyond the data, which end on the 5th: it is the 6th or later.
const prices = [
  ["2024-01-03", "1"],
  ["2024-01-04", "1"],
  ["2024-01-05", "1"],
] as const;
const called = { on: "2024-01-04", event: "Call", id: "c" };
const call = `section 1 "Calls"
event Call by Holder
  Ratio: number = 2
  takes effect on: 2 trading days after its date
Sum starts at $1
Held starts at 100 shares, restated for splits
Other starts at 100 shares, not restated for splits
account Fee owed by Borrower to Holder
account Charges owed by Borrower to Holder
Kitty starts at $9
section 2 "Changes"
`;
const asked = (value: string, ...days: string[]) => days.map((on) => ({ value, on }));
const days = ["2024-01-04", "2024-01-05", "2024-01-06", "2024-01-07"];

describe("what an event would change that may have taken effect", () => {
  const statements = `${call}when Call
  Sum rises by $2
when Call if Sum is more than $50
  Other rises by 5 shares, not restated for splits
when Call
  $5 is applied to Fee, then Kitty
when Call
  Charges is charged $5 due on today
`;
  const timeline = { events: [called], prices, ask: [] };

  test("is known through the last day of the data, and unknown after it", () => {
    expect(answersOf(statements, { ...timeline, ask: asked("Sum", ...days) })).toEqual([
      ...["1", "1"],
      ...["missing data", "missing data"],
    ]);
    expect(answersOf(statements, { ...timeline, ask: asked("Fee", ...days) })).toEqual([
      ...["0", "0"],
      ...["missing data", "missing data"],
    ]);
    // On the 6th the sum was $1, and the rule did not apply; on the 7th it is unknown, and so is whether it does.
    expect(answersOf(statements, { ...timeline, ask: asked("Other", ...days) })).toEqual([
      ...["100", "100", "100"],
      "missing data",
    ]);
    expect(answersOf(statements, { ...timeline, ask: asked("Held", ...days) })).toEqual(["100", "100", "100", "100"]);
  });

  test("is said once, with the first day, however often the event may take effect", () => {
    const { journal } = factsOf(statements, { ...timeline, ask: asked("Sum", "2024-01-20") });
    expect(journal.map(({ kind, day, phase, section }) => [kind, formatDate(day), phase, section])).toEqual([
      ["EventUndecided", "2024-01-04", "event", "1"],
      ["StateChanged", "2024-01-06", "put-off", "2"],
      ["StateChanged", "2024-01-06", "put-off", "2"],
      ["AccountPosted", "2024-01-06", "put-off", "2"],
      ["AccountPosted", "2024-01-06", "put-off", "2"],
      ["StateChanged", "2024-01-07", "put-off", "2"],
    ]);
    expect(
      journal.map((it) => (it.kind === "StateChanged" ? it.state.name : it.kind === "AccountPosted" && it.account)),
    ).toEqual([false, "Kitty", "Sum", "Charges", "Fee", "Other"]);
    expect(journal[0]).toMatchObject({ occurrence: { id: "c" }, whether: "has taken effect" });
    expect(journal.map(({ cause }) => cause?.id)).toEqual(["c", "c", "c", "c", "c", "c"]);
    const { answers } = outcomeOf(statements, { ...timeline, ask: asked("Sum", "2024-01-06", "2024-01-20") });
    expect(answers.map((answer) => "error" in answer && answer.error.message.slice(0, 28))).toEqual([
      "unknown from 2024-01-06 on: ",
      "unknown from 2024-01-06 on: ",
    ]);
  });

  test("is known where the data reach", () => {
    const more = [...prices, ["2024-01-08", "1"] as const];
    const ask = asked("Sum", "2024-01-05", "2024-01-07", "2024-01-08");
    expect(answersOf(statements, { events: [called], prices: more, ask })).toEqual(["1", "1", "3"]);
  });
});

describe("a change of what a share is that may have taken effect", () => {
  const basis = "share basis changes on Call by its Ratio\n";

  test("leaves unknown what is restated, and nothing else", () => {
    const timeline = { events: [called], prices };
    const ask = [...asked("Held", ...days), ...asked("Other", "2024-01-07"), ...asked("Sum", "2024-01-07")];
    expect(answersOf(call, { ...timeline, ask })).toEqual(["100", "100", "100", "100", "100", "1"]);
    expect(answersOf(call + basis, { ...timeline, ask })).toEqual([
      ...["100", "100"],
      ...["missing data", "missing data"],
      ...["100", "1"],
    ]);
  });

  test("is said once of each state, under the section that says what a share is", () => {
    const { journal } = factsOf(call + basis, { events: [called], prices, ask: asked("Held", "2024-01-20") });
    expect(journal.map(({ kind, day, section }) => [kind, formatDate(day), section])).toEqual([
      ["EventUndecided", "2024-01-04", "1"],
      ["StateChanged", "2024-01-06", "2"],
    ]);
  });
});

describe("an event for another that may have taken effect", () => {
  const statements = `event Request by Holder
event Reply for Request by Borrower
  Amount: money
  takes effect on: 2 trading days after its date
event Receipt for Reply by Holder
Answer for each Request means its Reply's Amount if its Reply has happened, otherwise $0
Received for each Receipt means its Reply's Amount, or else $9
`;
  const events = [
    { on: "2024-01-03", event: "Request", id: "a" },
    { on: "2024-01-03", event: "Request", id: "b" },
    { on: "2024-01-03", event: "Reply", id: "early", for: "a", Amount: "1" },
    { on: "2024-01-04", event: "Reply", id: "late", for: "b", Amount: "2" },
    { on: "2024-01-04", event: "Receipt", id: "x", for: "early" },
    { on: "2024-01-04", event: "Receipt", id: "y", for: "late" },
  ];
  const of = (value: string, id: string) =>
    ["2024-01-04", "2024-01-05", "2024-01-06"].map((on) => ({ value, of: id, on }));

  test("leaves unknown what asks for it by the one that it is for, and no other", () => {
    // The first reply takes effect on the 5th.
    expect(answersOf(statements, { events, prices, ask: of("Answer", "a") })).toEqual(["0", "1", "1"]);
    expect(answersOf(statements, { events, prices, ask: of("Answer", "b") })).toEqual(["0", "0", "missing data"]);
  });

  test("leaves unknown what asks for it by one that is for it, and no other", () => {
    expect(answersOf(statements, { events, prices, ask: of("Received", "x") })).toEqual(["9", "1", "1"]);
    expect(answersOf(statements, { events, prices, ask: of("Received", "y") })).toEqual(["9", "9", "missing data"]);
  });

  test("is absent for one that nothing is for, with the reason", () => {
    const unset = statements.replace(
      "its Reply's Amount if its Reply has happened, otherwise $0",
      "its Reply's Amount",
    );
    const { answers } = factsOf(unset, { events, prices, ask: of("Answer", "b").slice(0, 1) });
    expect(answers.map(({ result }) => result)).toMatchObject([
      { fact: { kind: "no event refers to it", event: "Reply", target: "Request" } },
    ]);
  });

  test("is absent for one that speaks of it before, with the reason", () => {
    const unset = statements.replace(", or else $9", "");
    const { answers } = factsOf(unset, { events, prices, ask: of("Received", "x").slice(0, 1) });
    expect(answers.map(({ result }) => result)).toMatchObject([
      { fact: { kind: "event does not count", event: "Reply" } },
    ]);
  });
});

describe("what asks for events of its kind", () => {
  const statements = `${call}Notes Called means the number of Call events
Any Called holds when some Call has its Ratio is more than 1
Was Called holds when Call has happened
Over for each Call holds when today is after its date
`;

  test("is known as long as it can't have taken effect", () => {
    const ask = ["Notes Called", "Any Called", "Was Called"].flatMap((value) =>
      asked(value, "2024-01-05", "2024-01-06"),
    );
    expect(answersOf(statements, { events: [called], prices, ask })).toEqual([
      ...["0", "missing data"],
      ...[false, "missing data"],
      ...[false, "missing data"],
    ]);
  });
});

test.each([
  ["", ["1", "missing data"]],
  // Whether its further condition holds is a question of the event too.
  [" if its Ratio is more than 99", ["1", "missing data"]],
])("a condition of it may begin from the day on which it may count%s", (further, expected) => {
  const statements = `${call}Over for each Call holds when today is after its date
when Over for each Call begins${further}
  Sum rises by $2
`;
  expect(answersOf(statements, { events: [called], prices, ask: asked("Sum", "2024-01-05", "2024-01-06") })).toEqual(
    expected,
  );
});

test("an event that was put off, one that opens its day and one that is reported have their phases", () => {
  const statements = `event Call by Holder
  takes effect on: 1 day after its date
Held starts at 100 shares, restated for splits
`;
  const events = [
    { on: "2024-01-04", event: "Notice", id: "n", Amount: "1" },
    { on: "2024-01-03", event: "Call", id: "c" },
    { on: "2024-01-04", event: "Stock Split", id: "s", Ratio: "2" },
  ];
  const { journal } = factsOf(statements, { events, ask: [] });
  const phases = journal.flatMap((it) => (it.kind === "EventApplied" ? [[it.occurrence.id, it.phase]] : []));
  expect(phases).toEqual([
    ["s", "opening"],
    ["c", "put-off"],
    ["n", "event"],
  ]);
});

describe("two beginnings on one day, of which one may have been earlier", () => {
  // What is read as of the 12th is unknown until then: the condition of the first letter may have begun on the 9th.
  const statements = `section 1 "Letters"
event Letter by Holder
Ready for each Letter holds when (today is on or after Issue Date) as of 2024-01-12
Mark is a date, at first not set
when Ready of each Letter begins
  Mark becomes today
`;
  const first = { on: "2024-01-09", event: "Letter", id: "first" };
  const second = { on: "2024-01-12", event: "Letter", id: "second" };
  const mark = (...events: (typeof first)[]) =>
    answersOf(statements, { events, ask: asked("Mark", "2024-01-08", "2024-01-11", "2024-01-12") });

  test("leave unknown what both would set", () => {
    expect(mark(first, second)).toEqual([null, "missing data", "missing data"]);
  });

  test("leave known what only the one sets that begins on this day", () => {
    expect(mark(second)).toEqual([null, null, "2024-01-12"]);
  });
});

describe("an event that may have been refused", () => {
  const statements = `section 1 "Requests"
event Ask by Holder
  takes effect on: 3 days after its date
High holds when market close is more than $1 per share, not restated for splits
the Holder may give Ask
  only if High, else "too low"
Was Asked holds when Ask has happened
Mark starts at $0
when Payment if Ask has not happened
  Mark becomes its Amount
`;
  const ask = { on: "2024-01-06", event: "Ask", id: "a" };

  test("is unknown from the day on which it would have taken effect, not from that of its report", () => {
    const { answers } = outcomeOf(statements, { events: [ask], prices, ask: asked("Was Asked", "2024-01-10") });
    expect(answers.map((answer) => "error" in answer && answer.error.message.slice(0, 28))).toEqual([
      "unknown from 2024-01-09 on: ",
    ]);
  });

  test("has not happened for what comes before it on its day, and is unknown for what comes after", () => {
    const payment = (at: string, Amount: string) => ({ on: "2024-01-09", at, event: "Payment", Amount });
    const direct = statements.replace("  takes effect on: 3 days after its date\n", "");
    const onDay = { ...ask, on: "2024-01-09", at: "10:00" };
    const mark = (...events: object[]) =>
      answersOf(direct, { events: events.map((it) => ({ ...it })), prices, ask: asked("Mark", "2024-01-09") });
    expect(mark(payment("09:00", "5"), onDay)).toEqual(["5"]);
    expect(mark(onDay, payment("11:00", "6"))).toEqual(["missing data"]);
  });
});

describe("a beginning beside that of an event which may have been refused", () => {
  // The 6th is a Saturday without a price: whether its letter was allowed is unknown. That of the 8th is.
  const statements = `section 1 "Letters"
event Letter by Holder
the Holder may give Letter
  only if market close is more than $1 per share, not restated for splits
Ready for each Letter holds when today is on or after Issue Date
Mark is a date, at first not set
when Ready of each Letter begins
  Mark becomes today
`;
  const prices = [
    ["2024-01-05", "2"],
    ["2024-01-08", "2"],
    ["2024-01-09", "2"],
  ] as const;
  const doubtful = { on: "2024-01-06", event: "Letter", id: "doubtful" };
  const sure = { on: "2024-01-08", event: "Letter", id: "sure" };
  const mark = (...events: (typeof sure)[]) =>
    answersOf(statements, { events, prices, ask: asked("Mark", "2024-01-05", "2024-01-06", "2024-01-08") });

  test("leaves unknown what the condition of either would set", () => {
    expect(mark(doubtful, sure)).toEqual([null, "missing data", "missing data"]);
  });

  test("is known alone", () => {
    expect(mark(sure)).toEqual([null, null, "2024-01-08"]);
  });
});
