/** What a run records, as data: entries, what is owed, refusals. */
import { describe, expect, test } from "vitest";
import { parseDate } from "../../src/index.ts";
import { parseDecimal } from "../../src/units/exact.ts";
import { dueFactsOf, factsOf } from "./asked.ts";

const figure = (text: string) => parseDecimal(text);

const statements =
  'section 1 "Balance"\nBalance starts at $0\naccount Fee owed by Borrower to Holder\n' +
  'section 2 "Notices"\nwhen Notice\n  Balance rises by its Amount\n  Fee is charged its Amount due on today, payable on 2024-01-05\n' +
  "on 2024-01-06\n  Balance falls by $1\n";
const events = [{ on: "2024-01-03", event: "Notice", id: "n", Amount: "5" }];
const ask = [{ value: "Issue Date", on: "2024-01-08" }];
const recorded = () => factsOf(statements, { events, ask });

describe("a journal entry", () => {
  test("of an event has its occurrence, its day and its phase", () => {
    expect(recorded().journal[0]).toMatchObject({
      kind: "EventApplied",
      day: parseDate("2024-01-03"),
      phase: "event",
      section: "",
      occurrence: { id: "n" },
    });
  });

  test("of a state has exact values and the event that made it", () => {
    expect(recorded().journal[1]).toMatchObject({
      kind: "StateChanged",
      state: { name: "Balance" },
      from: figure("0"),
      to: figure("5"),
      cause: { id: "n" },
      section: "2",
    });
  });

  test("of an account has each posting with its amount and section", () => {
    expect(recorded().journal[2]).toMatchObject({
      kind: "AccountPosted",
      account: "Fee",
      postings: [{ verb: "charge", amount: figure("5"), section: "2" }],
      before: figure("0"),
      after: figure("5"),
    });
  });

  test("that the calendar brings about has no cause", () => {
    expect(recorded().journal[3]).toMatchObject({
      kind: "StateChanged",
      phase: "calendar",
      cause: undefined,
      to: figure("4"),
    });
  });
});

test("an item of an account is owed with its dates", () => {
  expect(recorded().owed).toMatchObject([
    {
      kind: "AccountItemOwed",
      account: { name: "Fee", debtor: "Borrower", creditor: "Holder" },
      amount: figure("5"),
      payableOn: parseDate("2024-01-05"),
      isOverdue: true,
    },
  ]);
});

const answering = `event Request by Holder
event Reply for Request by Borrower
section 1 "Replies"
the Borrower must give Reply by 2 days after its date for each Request called Answer
section 2 "Default"
Default occurs for each Request
  when its Reply has not happened
  unless cured by the end of: 4 days after its date
section 3 "Fee"
the Borrower must pay $5 to Holder by 2024-01-20 called Fee
`;
const requested = { events: [{ on: "2024-01-03", event: "Request", id: "r" }], ask };

test("a duty is owed with its event or its amount, and the last day for it", () => {
  expect(factsOf(answering, requested).owed).toMatchObject([
    {
      kind: "DutyOwed",
      duty: { name: "Answer", party: "Borrower", event: "Reply", section: "1" },
      occurrence: { id: "r" },
      amount: undefined,
      payableOn: parseDate("2024-01-05"),
      isOverdue: true,
    },
    {
      kind: "DutyOwed",
      duty: { name: "Fee", to: "Holder" },
      occurrence: undefined,
      amount: figure("5"),
      payableOn: parseDate("2024-01-20"),
      isOverdue: false,
    },
  ]);
});

test("what is due has its status, and what follows if it is not done", () => {
  // As of the 6th the reply is a day late, the time to cure that runs to the 7th, and the fee is not due in a week.
  expect(dueFactsOf(answering, requested, "2024-01-06", 7)).toMatchObject([
    {
      what: { kind: "DutyOwed", duty: { name: "Answer" } },
      status: "overdue",
      consequences: [{ kind: "default", name: "Default", section: "2" }],
    },
    {
      what: { kind: "PendingGround", occurrence: { id: "r" }, deadline: parseDate("2024-01-07") },
      status: "pending",
      consequences: [{ kind: "default", name: "Default", section: "2" }],
    },
  ]);
});

test("a refusal names the conditions that fail, with their parts, and the event that it takes with it", () => {
  const calling = `event Call by Borrower
event Objection for Call by Holder
Callable holds when all of
  (i) today is after Issue Date
  (ii) today is before 2024-03-01
section 4 "Call"
the Borrower may give Call only if Callable, else "the note may not be called"
`;
  const called = [
    { on: "2024-01-02", event: "Call", id: "c" },
    { on: "2024-01-03", event: "Objection", for: "c" },
  ];
  expect(factsOf(calling, { events: called, ask }).refused).toMatchObject([
    {
      occurrence: { id: "c" },
      refused: {
        kind: "ConditionsFailed",
        section: "4",
        conditions: [{ reason: "the note may not be called", failedParts: ["today is after Issue Date"] }],
      },
    },
    { refused: { kind: "TargetRefused", target: { event: "Call", id: "c" } } },
  ]);
});

test("a refusal has its place among the entries of the day", () => {
  const power = `section 5 "Call"
event Call by Borrower
event Withdrawal by Borrower
Called starts at no
the Borrower may give Call only if not Called, else "one was given"
when Call
  Called becomes yes
when Withdrawal
  Called becomes no
`;
  const called = ["Call", "Call", "Withdrawal"].map((event) => ({ on: "2024-01-03", event }));
  const facts = factsOf(power, { events: called, ask });
  // The first call and what it changes, then the refusal, then the withdrawal and what that changes.
  expect(facts.journal.map(({ kind }) => kind)).toEqual([
    "EventApplied",
    "StateChanged",
    "EventApplied",
    "StateChanged",
  ]);
  expect(facts.refused).toMatchObject([{ day: parseDate("2024-01-03"), entriesBefore: 2 }]);
});

test("refusals stand in the order in which their events are listed", () => {
  const power = `event Call by Borrower
event Offer by Borrower
the Borrower may give Call only if today is before Issue Date, else "too late"
the Borrower may give Offer only if today is before Issue Date, else "too late"
`;
  // The day runs by times: the offer is refused first.
  const listed = [
    { on: "2024-01-03", at: "15:00", event: "Call" },
    { on: "2024-01-03", at: "09:00", event: "Offer" },
  ];
  const { refused } = factsOf(power, { events: listed, ask });
  expect(refused.map(({ occurrence }) => occurrence.type.name)).toEqual(["Call", "Offer"]);
});

test.each([
  ["its parts that fail, where nothing displaces it", "", "Callable", ["today is after Issue Date"]],
  [
    "itself alone, where an exception may",
    'section 5 "Waiver"\nnotwithstanding Callable of 4\n  while: Notice has happened\n  it is: yes\n',
    "Callable",
    [],
  ],
  ["itself alone, where it is written in place", "", "(today is after Issue Date and today is before 2024-03-01)", []],
  ["itself alone, where it is one of several that would do", "", "Either", []],
])("a refusal under the name of a condition names %s", (_, exception, condition, failedParts) => {
  const calling = `event Call by Borrower
section 4 "Call"
Callable holds when all of
  (i) today is after Issue Date
  (ii) today is before 2024-03-01
Either holds when any of
  (i) today is after 2024-02-01
  (ii) Callable
the Borrower may give Call only if ${condition}, else "not now"
${exception}`;
  const { refused } = factsOf(calling, { events: [{ on: "2024-01-02", event: "Call" }], ask });
  expect(refused).toMatchObject([{ refused: { conditions: [{ reason: "not now", failedParts }] } }]);
});

test("a default that is pending stays so over days without a price", () => {
  const cheap = `section 6 "Price"
Default occurs
  when market close is less than $1 per share, not restated for splits
  unless cured by the end of: 2024-01-09
`;
  const movesWith = (monday: string) => {
    // Tuesday, then Friday, Monday and Tuesday.
    const prices = [
      ["2024-01-02", "2"],
      ["2024-01-05", "0.5"],
      ["2024-01-08", monday],
      ["2024-01-09", "0.5"],
    ] as const;
    const facts = factsOf(cheap, { prices, ask: [{ value: "Default", on: "2024-01-09" }] });
    return facts.journal.flatMap((it) => (it.kind === "DefaultMoved" ? [[it.move.kind, it.day]] : []));
  };
  const [friday, monday, tuesday] = ["2024-01-05", "2024-01-08", "2024-01-09"].map(parseDate);
  expect(movesWith("0.5")).toEqual([
    ["pending", friday],
    ["occurs", tuesday],
  ]);
  expect(movesWith("2")).toEqual([
    ["pending", friday],
    ["clears", monday],
    ["occurs", tuesday],
  ]);
});

test("what one event changes is written down by name, states before accounts, in whatever order it is said", () => {
  const changes = [
    "Zeal rises by $1",
    "Area rises by $1",
    "Yard is charged $1 due on today",
    "Beam is charged $1 due on today",
  ];
  for (const said of [changes, changes.toReversed()]) {
    const statements = `Zeal starts at $0\nArea starts at $0\naccount Yard owed by Borrower to Holder\naccount Beam owed by Borrower to Holder\nwhen Notice\n  ${said.join("\n  ")}\n`;
    const names = factsOf(statements, { events, ask }).journal.flatMap((it) => {
      if (it.kind === "StateChanged") return [it.state.name];
      return it.kind === "AccountPosted" ? [it.account] : [];
    });
    expect(names).toEqual(["Area", "Zeal", "Beam", "Yard"]);
  }
});

describe("what changes nothing has no line", () => {
  const linesOf = (rules: string, ...reported: object[]) => {
    const note = `section 1 "States"
Room starts at $70
Day is a date, at first not set
Open starts at yes
account Fee owed by Borrower to Holder
account Interest owed by Borrower to Holder
  accrues: 10% per year on $36,500 by actual/365
  from and including: 2024-01-10
section 1.1 "Payments"
when Payment
  its Amount is applied to Fee
section 2 "Changes"
${rules}`;
    const said = [{ on: "2024-01-03", event: "Notice", id: "n", Amount: "70" }, ...reported].map((it) => ({ ...it }));
    return factsOf(note, { events: said, ask }).journal.flatMap((it) => {
      if (it.kind === "StateChanged") return [[it.state.name, it.section]];
      return it.kind === "AccountPosted" ? [[it.account, it.section]] : [];
    });
  };

  test.each([
    ["a figure set to what it is", "when Notice\n  Room becomes its Amount", []],
    ["a figure set to another", "when Notice\n  Room becomes its Amount + $1", [["Room", "2"]]],
    ["yes set to yes", "when Notice\n  Open becomes yes", []],
    ["yes set to no", "when Notice\n  Open becomes no", [["Open", "2"]]],
    ["a date cleared that is not set", "when Notice\n  Day becomes not set", []],
    ["a date set", "when Notice\n  Day becomes today", [["Day", "2"]]],
    [
      "a figure that can't be determined any more",
      "when Notice\n  Room rises by $1 * (market close / market close)",
      [["Room", "2"]],
    ],
    ["a waiver of nothing", "when Notice\n  Interest is waived", []],
    ["nothing that falls due", "when Notice\n  Interest falls due on today", []],
    ["a charge", "when Notice\n  Fee is charged its Amount due on today", [["Fee", "2"]]],
    ["a charge that is cleared at once", "when Notice\n  Fee is charged its Amount due on today\n  Fee is cleared", []],
  ])("%s", (_, rules, expected) => {
    expect(linesOf(`${rules}\n`)).toEqual(expected);
  });

  test("but a payment has, though nothing is owed before or after it", () => {
    const payment = { on: "2024-01-04", event: "Payment", Amount: "5" };
    expect(linesOf("", payment)).toEqual([["Fee", "1.1"]]);
    // It is held, and pays a charge of the same event.
    expect(linesOf("when Payment\n  Fee is charged its Amount due on today\n", payment)).toEqual([["Fee", "1.1, 2"]]);
  });
});

test("each entry has the part of the day to which it belongs", () => {
  const note = `section 1 "Day"
event Call by Holder
  takes effect on: 1 day after its date
Held starts at 10 shares, restated for splits
Sum starts at $0
when Notice
  Sum rises by $1
when Call
  Sum rises by $2
on 2024-01-04
  Sum rises by $4
when Rich begins
  Sum rises by $8
Rich holds when Sum is at least $7
Default occurs
  when Sum is at least $7
`;
  const reported = [
    { on: "2024-01-03", event: "Call", id: "c" },
    { on: "2024-01-04", event: "Notice", id: "n", Amount: "1" },
    { on: "2024-01-04", event: "Stock Split", id: "s", Ratio: "2" },
  ];
  const { journal } = factsOf(note, { events: reported, ask });
  expect(journal.map(({ kind, phase, cause }) => [kind, phase, cause?.id])).toEqual([
    ["EventApplied", "opening", "s"],
    ["StateChanged", "opening", "s"],
    ["EventApplied", "put-off", "c"],
    ["StateChanged", "put-off", "c"],
    ["EventApplied", "event", "n"],
    ["StateChanged", "event", "n"],
    ["StateChanged", "calendar", undefined],
    ["DefaultMoved", "round", undefined],
    ["StateChanged", "round", undefined],
  ]);
});
