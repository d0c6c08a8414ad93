/** Where the parties stand, over days of one replay, by the roles that a template marks. */
import { describe, expect, test } from "vitest";
import type { PlainDate } from "../../src/index.ts";
import { compile, loadScenarioData, parseDate, Replay } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";

// $36,500 at 10% are $10 a day.
const note = `note "Small Loan"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date

given Issue Date: date = 2024-01-02
given Principal: money
section 1 "Interest"
event Interest Paid by Borrower
  Amount: money
Outstanding Principal starts at Principal
account Interest owed by Borrower to Holder
  accrues: 10% per year on Outstanding Principal by actual/365
  from and including: Issue Date
Month End means the last day of the month of today
on Month End
  Interest falls due on Month End
when Interest Paid
  its Amount is applied to due Interest, then Interest
Interest Due means due Interest
Part for each Interest Paid is fixed as its Amount / Principal

section 2 "Repayment"
the Borrower must pay Outstanding Principal to Holder by 2024-12-31 called Repayment

section 3 "Failure to pay"
Event of Default occurs
  when overdue Interest is more than $0
Default Amount means 2 * Outstanding Principal only while Event of Default

section 4 "Price"
Price means market close
role "default": Event of Default
role "price of conversion": Price
role "interest due": Interest Due
role "interest": Interest
role "default amount": Default Amount
role "principal left": Outstanding Principal
role "discount": Outstanding Principal
role "interest due": Part
`;

const template = ensured(compile(note, "small.tenor"));
const paid = { on: "2024-02-05", event: "Interest Paid", id: "p1", Amount: "290" };
const data = { scenario: "small", note: "small", terms: { Principal: "36500" }, events: [paid], ask: [] };
const replay = () => new Replay(template, ensured(loadScenarioData(template, data)));
const day = (text: string) => parseDate(text) as PlainDate;

function positionsOn(...days: readonly string[]) {
  return ensured(replay().positions(days.map(day)));
}

const amounts = (on: string) =>
  Object.fromEntries(
    positionsOn(on).flatMap(({ balances }) => balances.map((it) => [it.role, "error" in it ? "unknown" : it.amount])),
  );

describe("positions", () => {
  test("have the note's own values of the roles of positions, in the order of the roles", () => {
    const [first] = positionsOn("2024-01-31");
    expect(first?.balances.map(({ role, value, section }) => [role, value, section])).toEqual([
      ["price of conversion", "Price", "4"],
      ["default", "Event of Default", "3"],
      ["principal left", "Outstanding Principal", "1"],
      ["interest", "Interest", "1"],
      ["interest due", "Interest Due", "1"],
      ["default amount", "Default Amount", "3"],
    ]);
  });

  test("have figures, reasons where there is none, and why one is unknown", () => {
    const [first] = positionsOn("2024-01-30");
    // The days from 2 January to the 29th are 28; they fall due on the 31st.
    expect(first?.balances).toMatchObject([
      { error: { kind: "missing data" } },
      { amount: false, unit: "yes or no" },
      { amount: "36500", unit: "USD" },
      { amount: "280", unit: "USD" },
      { amount: "0", unit: "USD" },
      { amount: null, because: "Event of Default does not hold" },
    ]);
  });

  test("of several days come from one replay, in the order that is asked", () => {
    // 31 days to 2 February, of which two are after January; 34 to the 5th, on which $290 are paid.
    const shown = ["2024-02-05", "2024-02-02"].map((on) => amounts(on));
    expect(shown).toMatchObject([
      { interest: "50", "interest due": "0", default: false },
      { interest: "310", "interest due": "290", default: true, "default amount": "73000" },
    ]);
    const together = positionsOn("2024-02-05", "2024-02-02");
    expect(together).toEqual([...positionsOn("2024-02-05"), ...positionsOn("2024-02-02")]);
  });

  test("name the defaults that continue, and since when", () => {
    const standing = { value: "Event of Default", section: "3", title: "Failure to pay", since: "2024-01-31" };
    // An amount is overdue as the day ends on which it was to be paid.
    const found = positionsOn("2024-01-30", "2024-02-02", "2024-02-05");
    expect(found.map(({ defaults }) => defaults)).toEqual([[], [standing], []]);
  });

  test("reach beyond the last day of the timeline", () => {
    // 24 days from 5 February to the 28th more: 50 + 240, due on the 29th.
    expect(amounts("2024-02-29")).toMatchObject({ interest: "290", "interest due": "290" });
  });
});

test("what falls due next is what is not owed yet", () => {
  const report = ensured(replay().fallingDue(undefined, { count: 1, unit: "month" }));
  // The duty to repay stands already, whatever its day.
  expect(report.due).toMatchObject([{ due: "2024-02-29", amount: "290", text: "Interest of $290", status: "due" }]);
});

test("the first day is that from which the note exists", () => {
  expect(ensured(replay().firstDay())).toBe(day("2024-01-02"));
});

test("what an event has is not owed before the event counts, and leaves no gap in what is owed in all", () => {
  const tranches = `note "Tranches"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
given Issue Date: date = 2024-01-02
section 1 "Principal"
event Tranche Drawn by Borrower
  Amount: money
Left for each Tranche Drawn starts at its Amount
role "principal left": Left
`;
  const drawn = ensured(compile(tranches, "tranches.tenor"));
  const events = [
    { on: "2024-01-10", event: "Tranche Drawn", id: "a", Amount: "100" },
    { on: "2024-02-10", event: "Tranche Drawn", id: "b", Amount: "50" },
  ];
  const loaded = ensured(loadScenarioData(drawn, { note: "tranches", terms: {}, events, ask: [] }));
  const days = ["2024-01-31", "2024-02-29"].map(day);
  const owed = ensured(new Replay(drawn, loaded).positions(days)).map((it) => it.owed?.amount);
  // Of the first alone, then 100 + 50.
  expect(owed).toEqual(["100", "150"]);
});

describe("totals take in all values of a role", () => {
  const head = `note "Tranches"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
given Issue Date: date = 2024-01-02
section 1 "Principal"
event Tranche Drawn by Borrower
  Amount: money
event Tranche Failed for Tranche Drawn
Left for each Tranche Drawn starts at its Amount
role "principal left": Left
`;
  const drawn = (id: string, Amount: string) => ({ on: "2024-01-10", event: "Tranche Drawn", id, Amount });
  const failed = (id: string) => ({ on: "2024-01-20", event: "Tranche Failed", for: id });
  const owedInAll = (statements: string, ...events: readonly Readonly<Record<string, unknown>>[]) => {
    const small = ensured(compile(head + statements, "tranches.tenor"));
    const scenario = {
      scenario: "s",
      note: "n",
      terms: {},
      events: [drawn("a", "100"), drawn("b", "50"), ...events],
      ask: [],
    };
    const [position] = ensured(
      new Replay(small, ensured(loadScenarioData(small, scenario))).positions([day("2024-01-31")]),
    );
    return position;
  };
  const inDefault =
    "Default Sum for each Tranche Drawn is money, at first not set\nwhen Tranche Failed\n  its Tranche Drawn's Default Sum becomes 2 * its Tranche Drawn's Left\nrole \"default amount\": Default Sum\n";

  // 2 * 100 + 2 * 50.
  test("the default amounts of several events", () =>
    expect(owedInAll(inDefault, failed("a"), failed("b"))?.owed).toMatchObject({
      amount: "300",
      of: ["default amount"],
    }));

  test("none where only some have one", () =>
    expect(owedInAll(inDefault, failed("a"))?.owed).toMatchObject({
      because: expect.stringContaining("Default Sum"),
    }));

  // 100 + 50.
  test("principal where none has one", () =>
    expect(owedInAll(inDefault)?.owed).toMatchObject({ amount: "150", of: ["principal left"] }));

  // 30 and 20 of 1,000 shares.
  test("shares that the holder has in two ways", () =>
    expect(
      owedInAll(
        'Converted starts at 30 shares, not restated for splits\nPaid In starts at 20 shares, not restated for splits\nAll Shares starts at 1,000 shares, not restated for splits\nrole "shares to the holder": Converted\nrole "shares to the holder": Paid In\nrole "shares outstanding": All Shares\n',
      )?.dilution?.amount,
    ).toBe("0.05"));
});
