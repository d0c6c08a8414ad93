/** Events that speak of one another: which is meant, and from when on it counts. */
import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

const notice = (on: string, Amount: string, id: string) => ({ on, event: "Notice", id, Amount });
const payment = (on: string, Amount: string) => ({ on, event: "Payment", Amount });
const reply = (on: string, Amount: string, of: string, id = `reply-${on}`) => ({
  on,
  event: "Reply",
  id,
  for: of,
  Amount,
});
const replies = "event Reply for Notice\n  Amount: money\nevent Withdrawal for Notice\n  Amount: money\n";

describe("an event for another", () => {
  const statements =
    `${replies}Answered for each Notice holds when its Reply has happened\n` +
    "Answer for each Notice means its Reply's Amount if its Reply has happened, otherwise $0\n" +
    "Asked for each Reply means its Notice's Amount\n";
  const events = [
    notice("2024-01-03", "10", "a"),
    notice("2024-01-03", "20", "b"),
    reply("2024-01-04", "1", "a"),
    { on: "2024-01-05", event: "Withdrawal", for: "a", Amount: "7" },
    reply("2024-01-08", "2", "a"),
    reply("2024-01-09", "3", "b"),
  ];
  const of = (value: string, id: string, ...days: string[]) => days.map((on) => ({ value, of: id, on }));

  test("is the latest of its kind that is for that one", () => {
    const days = ["2024-01-03", "2024-01-04", "2024-01-05", "2024-01-08", "2024-01-09"];
    expect(answersOf(statements, { events, ask: of("Answer", "a", ...days) })).toEqual(["0", "1", "1", "2", "2"]);
    expect(answersOf(statements, { events, ask: of("Answered", "b", ...days) })).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  test("names the one that it is for", () => {
    const ask = [
      { value: "Asked", of: "reply-2024-01-08" },
      { value: "Asked", of: "reply-2024-01-09" },
    ];
    expect(answersOf(statements, { events, ask })).toEqual(["10", "20"]);
  });

  test("may be listed before the one that it is for", () => {
    const ask = [{ value: "Asked", of: "reply-2024-01-09" }];
    expect(answersOf(statements, { events: events.toReversed(), ask })).toEqual(["20"]);
  });

  test("finds nothing before that one has taken effect", () => {
    const later =
      "event Call by Holder\n  takes effect on: 2024-01-08\nevent Call Reply for Call\n" +
      "Reaches for each Call Reply holds when its Call has happened";
    const calls = [
      { on: "2024-01-03", event: "Call", id: "c" },
      { on: "2024-01-04", event: "Call Reply", id: "r", for: "c" },
    ];
    const ask = of("Reaches", "r", "2024-01-04", "2024-01-07", "2024-01-08");
    expect(answersOf(later, { events: calls, ask })).toEqual([false, false, true]);
  });
});

describe("one event among others", () => {
  const events = [
    notice("2024-01-03", "10", "a"),
    notice("2024-01-04", "30", "b"),
    payment("2024-01-05", "20"),
    payment("2024-01-08", "50"),
  ];

  test("is compared with the one that the statement is about", () => {
    const statements =
      "Covered for each Notice holds when some Payment has (its Amount is at least this Notice's Amount)\n" +
      "Number Covered means the number of Notice events where (its Covered)\n" +
      "Pairs means the sum of (the number of Payment events where (its Amount is more than $40)) over Notice events\n";
    const ask = [
      ...["2024-01-05", "2024-01-08"].map((on) => ({ value: "Covered", of: "b", on })),
      ...["2024-01-04", "2024-01-05", "2024-01-08"].map((on) => ({ value: "Number Covered", on })),
      ...["2024-01-05", "2024-01-08"].map((on) => ({ value: "Pairs", on })),
    ];
    // $20 covers $10 but not $30; $50 covers both. One payment of more than $40 for each of two notices.
    expect(answersOf(statements, { events, ask })).toEqual([false, true, "0", "1", "2", "0", "2"]);
  });

  test("may have a name, also as one of each event", () => {
    const statements =
      `${replies}Best Reply for each Notice means the first of Reply events where (its Notice is this Notice and its Amount is more than $1)\n` +
      "Best for each Notice means (its Best Reply's Amount, or else $0)\nLatest Notice means the last of Notice events\nLatest Amount means (Latest Notice's Amount, or else $0)\n";
    const answered = [
      ...events,
      reply("2024-01-08", "1", "b"),
      reply("2024-01-09", "2", "b"),
      reply("2024-01-10", "3", "b"),
      reply("2024-01-10", "9", "a", "r"),
    ];
    const ask = [
      ...["2024-01-08", "2024-01-09", "2024-01-10"].map((on) => ({ value: "Best", of: "b", on })),
      { value: "Best", of: "a", on: "2024-01-10" },
      ...["2024-01-02", "2024-01-03", "2024-01-04"].map((on) => ({ value: "Latest Amount", on })),
    ];
    expect(answersOf(statements, { events: answered, ask })).toEqual(["0", "2", "2", "9", "0", "10", "30"]);
  });

  test("one that can't be determined is the answer", () => {
    const statements =
      "Found means the first of Notice events where ($1 * (market close as of its date / market close as of its date) is $1)\nAmount Found means (Found's Amount, or else $0)";
    expect(
      answersOf(statements, { events, ask: ["2024-01-02", "2024-01-03"].map((on) => ({ value: "Amount Found", on })) }),
    ).toEqual(["0", "missing data"]);
  });
});

test("whether an event of a kind has happened goes by the day, and a refused one has not", () => {
  const statements =
    'the Holder may give Notice\n  only if its Amount is at most $20, else "too much"\nAsked holds when Notice has happened\nSilent holds when Notice has not happened';
  const events = [notice("2024-01-03", "30", "large"), notice("2024-01-05", "10", "small")];
  const ask = ["2024-01-02", "2024-01-03", "2024-01-05"].flatMap((on) => [
    { value: "Asked", on },
    { value: "Silent", on },
  ]);
  expect(answersOf(statements, { events, ask })).toEqual([false, true, false, true, true, false]);
});

test("an event counts among those of its kind from its own point on", () => {
  const statements =
    `${replies}So Far for each Notice means the number of Notice events\nAny Yet for each Notice holds when Notice has happened\n` +
    "Before for each Notice is fixed as the number of Notice events\nLast Reply for each Reply means its Notice's Reply's Amount";
  const events = [notice("2024-01-03", "10", "a"), notice("2024-01-03", "20", "b"), reply("2024-01-04", "5", "a", "r")];
  const ask = ["So Far", "Any Yet", "Before"].flatMap((value) => ["a", "b"].map((of) => ({ value, of })));
  expect(answersOf(statements, { events, ask: [...ask, { value: "Last Reply", of: "r" }] })).toEqual([
    "1",
    "2",
    true,
    true,
    "0",
    "1",
    "5",
  ]);
});

test("an event's own date and time are those of the report, whenever it takes effect", () => {
  const statements =
    "event Call by Holder\n  takes effect on: 2 days after its date\nReported for each Call is fixed as its date\nEarly for each Call holds when (its time, or else 12:00) is before 12:00";
  const events = [{ on: "2024-01-03", at: "09:30", event: "Call", id: "c" }];
  expect(
    answersOf(statements, {
      events,
      ask: [
        { value: "Reported", of: "c" },
        { value: "Early", of: "c" },
      ],
    }),
  ).toEqual(["2024-01-03", true]);
});
