/** How far what must, and must not, be done has come: the day before, on and after each day on which it turns. */
import { describe, expect, test } from "vitest";
import { parseDate } from "../../src/index.ts";
import { answersOf, dueOf, outcomeOf, replayOf } from "./asked.ts";

const delivery =
  'section 4.1 "Delivery"\nevent Delivered for Notice by Borrower\n' +
  "the Borrower must give Delivered by 5 days after its date for each Notice called Delivery\n" +
  "Fine for each Notice means the days of delay of its Delivery * $2 if its Delivery is late by more than 3 days, otherwise $0\n" +
  "Done for each Notice means the day of performance of its Delivery\n" +
  "In Breach holds when the Borrower is in breach of 4.1\n" +
  "Words for each Notice means 1 if its Delivery is open, 2 if its Delivery is breached, 3 if its Delivery is excused, 4 if its Delivery is late, 5 if its Delivery is performed, otherwise 6\n";
const notice = { on: "2024-01-10", event: "Notice", id: "n", Amount: "1" };
const delivered = (on: string, id = "n") => ({ on, event: "Delivered", for: id });

/** What each question of a day is answered, with `of` the notice. */
function ask(statements: string, events: readonly Record<string, unknown>[], value: string, ...days: string[]) {
  return answersOf(statements, { events, ask: days.map((on) => ({ value, on, of: "n" })) });
}
function askBare(statements: string, events: readonly Record<string, unknown>[], value: string, ...days: string[]) {
  return answersOf(statements, { events, ask: days.map((on) => ({ value, on })) });
}

describe("something to be given for each event", () => {
  // Five days after 10 January are over as the 15th ends.
  test.each([
    ["on the day of the notice", "2024-01-10", "open until 2024-01-15", 1, "0"],
    ["on its last day", "2024-01-15", "open until 2024-01-15", 1, "0"],
    ["on the day after it", "2024-01-16", "breached since 2024-01-16", 2, "0"],
    ["three days late is not more than three", "2024-01-18", "breached since 2024-01-16", 2, "0"],
    // Four days after the 15th: 4 × $2.
    ["four days late", "2024-01-19", "breached since 2024-01-16", 2, "8"],
  ])("not done: %s", (_, on, answer, word, fine) => {
    expect(ask(delivery, [notice], "Delivery", on)).toEqual([answer]);
    expect(ask(delivery, [notice], "Words", on)).toEqual([String(word)]);
    expect(ask(delivery, [notice], "Fine", on)).toEqual([fine]);
  });

  test.each([
    ["on the first day", "2024-01-10", "performed on 2024-01-10", 5, "0"],
    ["on its last day", "2024-01-15", "performed on 2024-01-15", 5, "0"],
    ["on the day after it", "2024-01-16", "late by 1 day", 4, "0"],
    ["three days late", "2024-01-18", "late by 3 days", 4, "0"],
    ["ten days late: 10 × $2", "2024-01-25", "late by 10 days", 4, "20"],
  ])("done %s, and asked then and later", (_, on, answer, word, fine) => {
    const events = [notice, delivered(on), delivered("2024-01-28")];
    expect(ask(delivery, events, "Delivery", on, "2024-01-31")).toEqual([answer, answer]);
    expect(ask(delivery, events, "Words", on)).toEqual([String(word)]);
    expect(ask(delivery, events, "Fine", on, "2024-01-31")).toEqual([fine, fine]);
    expect(ask(delivery, events, "Done", "2024-01-31")).toEqual([on]);
  });

  test("a thousand days late", () => {
    // 731 days to 15 January 2026, and 269 from there to 11 October.
    expect(ask(delivery, [notice, delivered("2026-10-11")], "Delivery", "2026-10-11")).toEqual(["late by 1,000 days"]);
  });

  test("each is done by what is given for it", () => {
    const other = { ...notice, id: "m" };
    const events = [notice, other, delivered("2024-01-12", "m")];
    expect(ask(delivery, events, "Delivery", "2024-01-20")).toEqual(["breached since 2024-01-16"]);
    const asked = [{ value: "Delivery", on: "2024-01-20", of: "m" }];
    expect(answersOf(delivery, { events, ask: asked })).toEqual(["performed on 2024-01-12"]);
  });

  test("the party is in breach of the section as long as any is overdue", () => {
    const events = [notice, { ...notice, id: "m" }, delivered("2024-01-17"), delivered("2024-01-19", "m")];
    const days = ["2024-01-15", "2024-01-16", "2024-01-18", "2024-01-19"];
    expect(askBare(delivery, events, "In Breach", ...days)).toEqual([false, true, true, false]);
  });

  test("what takes effect later is done on that day", () => {
    const later = delivery.replace("by Borrower\n", "by Borrower\n  Day: date\n  takes effect on: its Day\n");
    const events = [notice, { ...delivered("2024-01-12"), Day: "2024-01-18" }];
    const days = ["2024-01-14", "2024-01-16", "2024-01-18"];
    expect(ask(later, events, "Delivery", ...days)).toEqual([
      "open until 2024-01-15",
      "breached since 2024-01-16",
      "late by 3 days",
    ]);
  });

  test("without a day, or while its condition is false, it is not owed", () => {
    const head =
      'section 4.1 "D"\nevent Delivered for Notice by Borrower\nDay is a date, at first not set\nOff starts at no\n';
    const set = "when Payment\n  Day becomes 2024-01-14\nwhen Delivered\n  Off becomes yes\n";
    const duty = "the Borrower must give Delivered by Day for each Notice while not Off called Delivery\n";
    const events = [notice, { on: "2024-01-12", event: "Payment", Amount: "1" }];
    const days = ["2024-01-11", "2024-01-12", "2024-01-15"];
    expect(ask(head + set + duty, events, "Delivery", ...days)).toEqual([
      "not owed",
      "open until 2024-01-14",
      "breached since 2024-01-15",
    ]);
    // What was given when nothing was owed is not late.
    const other = [...events, { ...notice, id: "m" }, delivered("2024-01-13", "m"), delivered("2024-01-20")];
    expect(ask(head + set + duty, other, "Delivery", "2024-01-18", "2024-01-20")).toEqual([
      "not owed",
      "performed on 2024-01-20",
    ]);
  });

  test("an exception excuses, and says by which section", () => {
    const excused = `${delivery}section 9.2 "Storm"\nStormy starts at no\nwhen Payment\n  Stormy becomes its Amount is $1\nnotwithstanding Delivery of 4.1\n  while: Stormy\n  it is: "excused"\n`;
    const storm = (on: string, Amount: string) => ({ on, event: "Payment", Amount });
    const events = [notice, storm("2024-01-18", "1"), storm("2024-01-22", "2")];
    expect(ask(excused, events, "Delivery", "2024-01-17", "2024-01-18", "2024-01-21", "2024-01-22")).toEqual([
      "breached since 2024-01-16",
      "excused under 9.2",
      "excused under 9.2",
      "breached since 2024-01-16",
    ]);
    expect(askBare(excused, events, "In Breach", "2024-01-17", "2024-01-18", "2024-01-22")).toEqual([
      true,
      false,
      true,
    ]);
    // As the day of performance begins it was excused: no breach, and so not late.
    const done = [...events, delivered("2024-01-20")];
    expect(ask(excused, done, "Delivery", "2024-01-20", "2024-01-25")).toEqual([
      "performed on 2024-01-20",
      "performed on 2024-01-20",
    ]);
    // What is excused is nothing to be done.
    const owed = (on: string) => dueOf(excused, { events, ask: [] }, on, 0).map(({ text }) => text);
    expect(owed("2024-01-17")).toEqual(["Delivery: Delivered for n"]);
    expect(owed("2024-01-19")).toEqual([]);
  });
});

describe("an amount to be paid", () => {
  const fee =
    'section 4.2 "Fee"\nFee starts at $0\nwhen Notice\n  Fee rises by its Amount\nwhen Payment\n  Fee falls by its Amount\n' +
    "the Borrower must pay Fee to Holder by 2024-01-20 called Paying\n";
  const owes = { ...notice, Amount: "60" };
  const pays = (on: string, Amount: string) => ({ on, event: "Payment", Amount });

  test.each<[string, Record<string, unknown>[], string, string]>([
    ["nothing is owed yet", [], "2024-01-10", "not owed"],
    ["owed", [owes], "2024-01-20", "open until 2024-01-20"],
    ["paid in part", [owes, pays("2024-01-19", "59")], "2024-01-21", "breached since 2024-01-21"],
    [
      "paid in two parts, in time",
      [owes, pays("2024-01-12", "20"), pays("2024-01-20", "40")],
      "2024-01-31",
      "performed on 2024-01-20",
    ],
    [
      "paid in two parts, the rest six days late",
      [owes, pays("2024-01-12", "20"), pays("2024-01-26", "40")],
      "2024-01-31",
      "late by 6 days",
    ],
    ["owed and paid on one day", [owes, pays("2024-01-10", "60")], "2024-01-31", "not owed"],
  ])("%s", (_, events, on, answer) => {
    expect(askBare(fee, events, "Paying", on)).toEqual([answer]);
  });
});

describe("a state of things that must not be", () => {
  const debt =
    'section 4.3 "Debt"\nDebt starts at $0\nwhen Notice\n  Debt rises by its Amount\nwhen Payment\n  Debt falls by its Amount\n' +
    "the Borrower must not let Debt be more than $100 at any time, called Debt Limit\n" +
    "Default occurs\n  when Debt Limit is breached\n  unless cured by the end of: 5 days after the first day of breach of Debt Limit\n";
  const events = [
    { ...notice, Amount: "100" },
    { ...notice, on: "2024-01-12", id: "m", Amount: "0.01" },
    { on: "2024-01-15", event: "Payment", Amount: "50" },
    { ...notice, on: "2024-01-20", id: "o", Amount: "60" },
  ];

  test("is kept at the limit, breached beyond it, and cured", () => {
    const days = ["2024-01-10", "2024-01-12", "2024-01-14", "2024-01-15", "2024-01-20", "2024-01-31"];
    expect(askBare(debt, events, "Debt Limit", ...days)).toEqual([
      "kept",
      "breached since 2024-01-12",
      "breached since 2024-01-12",
      "cured on 2024-01-15",
      "breached since 2024-01-20",
      "breached since 2024-01-20",
    ]);
  });

  test("its consequence counts from the first day: five days after the 20th", () => {
    expect(askBare(debt, events, "Default", "2024-01-17", "2024-01-24", "2024-01-25")).toEqual([false, false, true]);
  });

  test("an excess within a day is none at its end", () => {
    const within = [
      { ...notice, Amount: "500" },
      { on: "2024-01-10", event: "Payment", Amount: "450" },
    ];
    expect(askBare(debt, within, "Debt Limit", "2024-01-10")).toEqual(["kept"]);
  });

  test("what is allowed, and what is excused, is no breach", () => {
    const agreed = `${debt.replace("at any time,", "at any time unless Count is 1,")}Count starts at 1\n`;
    expect(askBare(agreed, events, "Debt Limit", "2024-01-13")).toEqual(["kept"]);
    const excused = `${debt}section 9 "Waiver"\nnotwithstanding Debt Limit of 4.3\n  while: today is before 2024-01-14\n  it is: "excused"\n`;
    expect(askBare(excused, events, "Debt Limit", "2024-01-13", "2024-01-14")).toEqual([
      "excused under 9",
      "breached since 2024-01-14",
    ]);
  });
});

describe("an election by a day", () => {
  const election =
    'section 5 "Elections"\nevent Choice for Notice by Holder\n  Form: "cash", "shares"\n' +
    "the Holder may give Choice by 10 days after its date for each Notice called Form of Payment\n" +
    '  electing: its Form\n  if none is made: "cash"\n' +
    "event Exit by Holder\nthe Holder may give Exit by 2024-01-25\nCount starts at 0\nwhen Exit\n  Count rises by 1\n";
  const choice = (on: string, Form: string) => ({ on, event: "Choice", for: "n", Form });

  test.each<[string, Record<string, unknown>[], string]>([
    ["none is made", [], "cash"],
    ["on its last day", [choice("2024-01-20", "shares")], "shares"],
    ["a day too late", [choice("2024-01-21", "shares")], "cash"],
    ["twice, the later one stands", [choice("2024-01-12", "shares"), choice("2024-01-13", "cash")], "cash"],
    ["once in time and once too late", [choice("2024-01-12", "shares"), choice("2024-01-22", "cash")], "shares"],
  ])("%s", (_, events, answer) => {
    expect(ask(election, [notice, ...events], "Form of Payment", "2024-01-31")).toEqual([answer]);
  });

  test("what is too late is refused, and the reason says so", () => {
    const { refused } = outcomeOf(election, { events: [notice, choice("2024-01-21", "shares")], ask: [] });
    expect(refused).toMatchObject([{ event: "Choice", because: "the last day for Choice has passed" }]);
  });

  test("what lapses is listed, when, and to what", () => {
    const lapses = (on: string, events: readonly Record<string, unknown>[] = [notice]) => {
      const replay = replayOf(election, { events, ask: [] });
      const found = replay.due(parsed(on), { count: 5, unit: "day" });
      return found.ok ? found.value.lapses.map(({ by, text, to }) => [by, text, to]) : undefined;
    };
    const form = ["2024-01-20", "Choice for n: if none is given, Form of Payment is cash", "cash"];
    const exit = ["2024-01-25", "Exit: if none is given, the right to it ends", undefined];
    expect(lapses("2024-01-14")).toEqual([]);
    expect(lapses("2024-01-15")).toEqual([form]);
    expect(lapses("2024-01-20")).toEqual([form, exit]);
    expect(lapses("2024-01-21")).toEqual([exit]);
    expect(lapses("2024-01-15", [notice, choice("2024-01-12", "cash")])).toEqual([]);
  });
});

describe("breaches are listed", () => {
  const limit =
    'section 4.3 "Debt"\nDebt starts at $0\nwhen Notice\n  Debt rises by its Amount\nwhen Payment\n  Debt falls by its Amount\n' +
    "the Borrower must not let Debt be more than $100 at any time, called Debt Limit\n" +
    'section 4.4 "Payments"\nthe Holder must not give Payment unless its Amount is at most $150, called Overpaid\n';
  const events = [
    { ...notice, Amount: "120" },
    delivered("2024-01-18"),
    { on: "2024-01-14", event: "Payment", id: "p", Amount: "20" },
    { ...notice, on: "2024-01-20", id: "o", Amount: "200" },
    { on: "2024-01-22", event: "Payment", id: "q", Amount: "151" },
    { ...notice, on: "2024-01-23", id: "r", Amount: "1" },
  ];

  test("late, over, continuing, and what was not to be given", () => {
    const ask = [{ value: "Issue Date", on: "2024-01-26" }];
    const { breaches } = outcomeOf(delivery + limit, { events, ask });
    expect(breaches.map(({ since, until, text, section }) => [since, until, text, section])).toEqual([
      // $120 from the 10th until $20 are paid on the 14th.
      ["2024-01-10", "2024-01-14", "Debt Limit: breached from 2024-01-10, cured on 2024-01-14", "4.3"],
      ["2024-01-16", "2024-01-18", "Delivery (n): breached from 2024-01-16, performed on 2024-01-18", "4.1"],
      // $300 from the 20th, $149 after $151 on the 22nd.
      ["2024-01-20", undefined, "Debt Limit: breached since 2024-01-20", "4.3"],
      ["2024-01-22", undefined, "Overpaid (q): Payment on 2024-01-22", "4.4"],
      ["2024-01-26", undefined, "Delivery (o): breached since 2024-01-26", "4.1"],
    ]);
  });

  test("around a day, those that continue", () => {
    const found = replayOf(delivery + limit, { events, ask: [] }).due(parsed("2024-01-17"), { count: 1, unit: "day" });
    expect(found.ok && found.value.breaches.map(({ text }) => text)).toEqual([
      "Delivery (n): breached since 2024-01-16",
    ]);
  });
});

function parsed(text: string) {
  const day = parseDate(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}
