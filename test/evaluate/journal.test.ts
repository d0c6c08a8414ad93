/** The journal: what is written down, under which event, and in an order that the template's order has no say in. */
import { describe, expect, test } from "vitest";
import { outcomeOf } from "./asked.ts";

const notice = (id: string | undefined, Amount: string, on = "2024-01-03") => ({
  on,
  at: "10:30",
  event: "Notice",
  ...(id && { id }),
  Amount,
});

describe("the line of an event", () => {
  const statements =
    'section 1 "Calls"\nevent Call by Holder\n  Price: price\n  Kind: "stock", "cash" = "cash"\n  Memo: text, optional\n  takes effect on: 2 days after its date\nevent Answer for Call\nevent Reply for Notice\n';
  const texts = (...events: Readonly<Record<string, unknown>>[]) =>
    outcomeOf(statements, { events, ask: [] }).journal.map(({ on, at, section, text }) => [on, at, section, text]);

  test("has its id, what was reported, and the day of the report where that is another", () => {
    const call = { on: "2024-01-03", at: "09:15", event: "Call", id: "c", Price: "2", Kind: "stock" };
    expect(texts(call)).toEqual([["2024-01-05", "09:15", "1", "Call c of 2024-01-03: Kind stock, Price $2 per share"]]);
    // What has its start value was not reported, unless it was reported as just that.
    const { Kind: _, ...without } = call;
    expect(texts(without)).toEqual([["2024-01-05", "09:15", "1", "Call c of 2024-01-03: Price $2 per share"]]);
    expect(texts({ ...call, Kind: "cash" })).toEqual([
      ["2024-01-05", "09:15", "1", "Call c of 2024-01-03: Kind cash, Price $2 per share"],
    ]);
    expect(texts({ ...call, Memo: "soon" })).toEqual([
      ["2024-01-05", "09:15", "1", expect.stringMatching(/^Call c of 2024-01-03: .*Memo soon/)],
    ]);
  });

  test("names the one that it is for", () => {
    expect(texts(notice("n", "5"), { on: "2024-01-04", at: "11:00", event: "Reply", for: "n" })).toEqual([
      ["2024-01-03", "10:30", "", "Notice n: Amount $5"],
      ["2024-01-04", "11:00", "1", "Reply for n"],
    ]);
  });
});

describe("the lines of what changes", () => {
  const statements =
    'section 1 "Balance"\nBalance starts at $0\nLast is a date, at first not set\nOpen starts at yes\n' +
    "when Notice\n  Balance rises by its Amount\n  Last becomes today\n  Open becomes no\n" +
    "when Payment\n  Balance falls by its Amount\n  Last becomes not set\non 2024-01-05\n  Balance falls by $1";
  const lines = (...events: Readonly<Record<string, unknown>>[]) =>
    outcomeOf(statements, { events, ask: [{ value: "Issue Date", on: "2024-01-05" }] }).journal.filter(
      ({ kind }) => kind !== "event",
    );

  test("have the value before and after, and the event that made them", () => {
    const place = { on: "2024-01-03", event: "n", kind: "state", section: "1" };
    expect(lines(notice("n", "5"))).toEqual([
      { ...place, name: "Balance", from: "0", to: "5", unit: "USD", text: "Balance rises to $5" },
      { ...place, name: "Last", from: null, to: "2024-01-03", unit: "date", text: "Last becomes 2024-01-03" },
      { ...place, name: "Open", from: true, to: false, unit: "yes or no", text: "Open becomes no" },
      // By the calendar: no event made it.
      {
        on: "2024-01-05",
        kind: "state",
        section: "1",
        name: "Balance",
        from: "5",
        to: "4",
        unit: "USD",
        text: "Balance falls to $4",
      },
    ]);
  });

  test("name the kind of an event without an id", () => {
    expect(lines(notice(undefined, "5"))[0]).toMatchObject({ event: "Notice" });
  });

  test("are not there where nothing changes", () => {
    const again = lines(notice("n", "5"), notice("m", "0"), { on: "2024-01-04", event: "Payment", Amount: "0" });
    expect(again.filter(({ event }) => event === "m")).toEqual([]);
    expect(again.filter(({ event }) => event === "Payment").map(({ text }) => text)).toEqual(["Last becomes not set"]);
  });

  test("say what can't be determined any more", () => {
    const unknown = `${statements}\nwhen Stock Split\n  Balance rises by $1 * (market close / market close)`;
    const { journal } = outcomeOf(unknown, {
      events: [{ on: "2024-01-03", event: "Stock Split", Ratio: "1" }],
      ask: [],
    });
    expect(journal.at(-1)).toMatchObject({
      kind: "problem",
      name: "Balance",
      from: "0",
      to: null,
      text: "Balance becomes unknown: the scenario names no market data",
    });
  });

  test("of an account give its balance", () => {
    const fee =
      'section 2 "Fee"\naccount Fee owed by Borrower to Holder\nwhen Notice\n  Fee is charged its Amount due on today\nwhen Payment\n  Fee is charged ($1 * (market close / market close)) due on today';
    const { journal } = outcomeOf(fee, {
      events: [notice("n", "5"), { on: "2024-01-04", event: "Payment", Amount: "0" }],
      ask: [],
    });
    expect(journal.filter(({ kind }) => kind !== "event")).toEqual([
      {
        on: "2024-01-03",
        event: "n",
        kind: "account",
        section: "2",
        name: "Fee",
        from: "0",
        to: "5",
        amount: "5",
        unit: "USD",
        text: "Fee: charge; $5 unpaid",
      },
      expect.objectContaining({ kind: "problem", section: "2", name: "Fee", from: "5", to: null }),
    ]);
  });
});

test("the order of the statements plays no part", () => {
  const statements = [
    "Zeal starts at 1 share, restated for splits",
    "Alpha starts at 1 share, restated for splits",
    "account Zone owed by Borrower to Holder",
    "account Area owed by Borrower to Holder",
    "when Notice\n  Zeal rises by 1 share, not restated for splits\n  Zone is charged $1 due on today",
    "when Notice\n  Alpha rises by 2 shares, not restated for splits\n  Area is charged $2 due on today",
  ];
  const timeline = {
    events: [notice("n", "5"), { on: "2024-01-04", event: "Stock Split", Ratio: "2" }],
    ask: [{ value: "Alpha", on: "2024-01-05" }],
  };
  const outcome = outcomeOf(statements.join("\n"), timeline);
  expect(outcomeOf(statements.toReversed().join("\n"), timeline)).toEqual(outcome);
  expect(outcome.journal).toHaveLength(8);
});

test.each([
  ["unlimited less", "Total falls by (its Amount * Much)", "Total", "an unlimited amount cannot be taken away"],
  [
    "an unlimited charge",
    "Fee is charged (its Amount * Much) due on today",
    "Fee",
    "an unlimited amount cannot be posted",
  ],
  ["no share of a share", "Total rises by $0", "Held", "shares cannot be restated by a ratio of zero or less"],
] as const)("why something has no result: %s", (_, change, value, message) => {
  const statements = `Total starts at $1\nHeld starts at 1 share, restated for splits\nMuch means the greater of 1 and unlimited\naccount Fee owed by Borrower to Holder\nwhen Notice\n  ${change}`;
  const events = [notice("n", "5"), { on: "2024-01-03", event: "Stock Split", Ratio: "0" }];
  const [answer] = outcomeOf(statements, { events, ask: [{ value, on: "2024-01-03" }] }).answers;
  expect(answer).toMatchObject({ error: { kind: "undefined", message: expect.stringContaining(message) } });
});
