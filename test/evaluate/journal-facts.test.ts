/** What a run records, as data: entries, what is owed, refusals. */
import { describe, expect, test } from "vitest";
import { parseDate } from "../../src/index.ts";
import { parseDecimal } from "../../src/units/exact.ts";
import { factsOf } from "./asked.ts";

const figure = (text: string) => parseDecimal(text);

const statements =
  'section 1 "Balance"\nBalance starts at $0\naccount Fee owed by Borrower to Holder\n' +
  'section 2 "Notices"\nwhen Notice\n  Balance rises by its Amount\n  Fee is charged its Amount due on today, payable on 2024-01-05\n' +
  "on 2024-01-06\n  Balance falls by $1\n";
const events = [{ on: "2024-01-03", event: "Notice", id: "n", Amount: "5" }];
const ask = [{ value: "Issue Date", on: "2024-01-08" }];
const { journal, owed } = factsOf(statements, { events, ask });

describe("a journal entry", () => {
  test("of an event has its occurrence, its day and its phase", () => {
    expect(journal[0]).toMatchObject({
      kind: "EventApplied",
      day: parseDate("2024-01-03"),
      phase: "event",
      section: "",
      occurrence: { id: "n" },
    });
  });

  test("of a state has exact values and the event that made it", () => {
    expect(journal[1]).toMatchObject({
      kind: "StateChanged",
      state: { name: "Balance" },
      from: figure("0"),
      to: figure("5"),
      cause: { id: "n" },
      section: "2",
    });
  });

  test("of an account has each posting with its amount and section", () => {
    expect(journal[2]).toMatchObject({
      kind: "AccountPosted",
      account: "Fee",
      postings: [{ verb: "charge", amount: figure("5"), section: "2" }],
      before: figure("0"),
      after: figure("5"),
    });
  });

  test("that the calendar brings about has no cause", () => {
    expect(journal[3]).toMatchObject({ kind: "StateChanged", phase: "calendar", cause: undefined, to: figure("4") });
  });
});

test("an item of an account is owed with its dates", () => {
  expect(owed).toMatchObject([
    {
      kind: "AccountItemOwed",
      account: { name: "Fee", debtor: "Borrower", creditor: "Holder" },
      amount: figure("5"),
      payableOn: parseDate("2024-01-05"),
      isOverdue: true,
    },
  ]);
});
