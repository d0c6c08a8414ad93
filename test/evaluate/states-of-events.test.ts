/** States of each event: what a tranche, a series or a holder has of its own, each figure worked out by hand. */
import { describe, expect, test } from "vitest";
import { asPlainDate, parseDate } from "../../src/index.ts";
import { exact } from "../../src/units/exact.ts";
import { ensured } from "../support/acceptance.ts";
import { answersOf, explained, factsOf, outcomeOf, replayOf } from "./asked.ts";

const tranches = `section 1 "Tranches"
event Split by Borrower
  Ratio: number
share basis changes on Split by its Ratio
event Tranche
  Amount: money
event Repaid for Tranche
  Sum: money
event Prepaid
  Sum: money
Outstanding for each Tranche starts at its Amount
Lot for each Tranche starts at its Amount / $2 * 1 share, restated for splits
Total means the sum of its Outstanding over Tranche events
when Repaid
  its Tranche's Outstanding falls by its Sum
when Prepaid
  Outstanding for each Tranche where (its Outstanding is more than $50) falls by this Prepaid's Sum * its Outstanding / Total
`;

const two = [
  { on: "2024-01-03", event: "Tranche", id: "a", Amount: "100" },
  { on: "2024-01-04", event: "Tranche", id: "b", Amount: "300" },
];
const of = (id: string, on: string, value = "Outstanding") => ({ value, of: id, on });

describe("a state of each event", () => {
  test("begins as its event is applied, and is changed by itself", () => {
    const events = [...two, { on: "2024-01-05", event: "Repaid", for: "a", Sum: "60" }];
    const ask = [of("a", "2024-01-02"), of("a", "2024-01-04"), of("a", "2024-01-05"), of("b", "2024-01-05")];
    expect(answersOf(tranches, { events, ask })).toEqual([null, "100", "40", "300"]);
  });

  test("is as it is at the end where no day is named", () => {
    const events = [...two, { on: "2024-01-05", event: "Repaid", for: "a", Sum: "60" }];
    expect(answersOf(tranches, { events, ask: [{ value: "Outstanding", of: "a" }] })).toEqual(["40"]);
  });

  test("is changed for all for which something holds, from what all were before", () => {
    // 60 of 100 repaid leave 40, which is not more than 50. Of 34, 34 * 300/340 = 30 falls on the other.
    const events = [
      ...two,
      { on: "2024-01-05", event: "Repaid", for: "a", Sum: "60" },
      { on: "2024-01-06", event: "Prepaid", Sum: "34" },
    ];
    const ask = [of("a", "2024-01-06"), of("b", "2024-01-06"), { value: "Total", on: "2024-01-06" }];
    expect(answersOf(tranches, { events, ask })).toEqual(["40", "270", "310"]);
  });

  test("has its event beside its name in the journal", () => {
    const events = [...two, { on: "2024-01-05", event: "Repaid", for: "a", Sum: "60" }];
    const { journal } = outcomeOf(tranches, { events, ask: [] });
    expect(journal.at(-1)).toMatchObject({
      name: "Outstanding",
      of: "a",
      from: "100",
      to: "40",
      text: "Outstanding of a falls to $40",
    });
  });

  test("follows a change of what a share is, one that begins later does not", () => {
    const split = { on: "2024-01-04", event: "Split", Ratio: "3" };
    const ask = [of("a", "2024-01-03", "Lot"), of("a", "2024-01-04", "Lot"), of("b", "2024-01-04", "Lot")];
    expect(answersOf(tranches, { events: [...two, split], ask })).toEqual(["50", "150", "150"]);
  });
});

describe("where something is not known", () => {
  test("two changes that meet are a conflict of that event alone", () => {
    const statements = `${tranches}when Repaid\n  its Tranche's Outstanding becomes $5\n`.replace(
      "when Repaid\n  its Tranche's Outstanding falls by its Sum",
      "when Repaid if its Sum is $60\n  its Tranche's Outstanding falls by its Sum",
    );
    const events = [...two, { on: "2024-01-05", event: "Repaid", for: "a", Sum: "60" }];
    const ask = [of("a", "2024-01-05"), of("b", "2024-01-05")];
    expect(answersOf(statements, { events, ask })).toEqual(["conflict", "300"]);
  });

  test("a condition that can't be determined for one leaves the others known", () => {
    const statements = `${tranches}when Prepaid\n  Lot for each Tranche where (1 / (its Amount - $100) is more than 1 / $1) becomes 1 share, not restated for splits\n`;
    const events = [...two, { on: "2024-01-06", event: "Prepaid", Sum: "0" }];
    const ask = [of("a", "2024-01-06", "Lot"), of("b", "2024-01-06", "Lot")];
    expect(answersOf(statements, { events, ask })).toEqual(["undefined", "150"]);
  });

  test("what is for an event that is refused is refused with it", () => {
    const power = `the Holder may give Tranche\n  only if its Amount is less than $200, else "too much"\n`;
    const events = [...two, { on: "2024-01-05", event: "Repaid", for: "b", Sum: "60" }];
    const ask = [of("b", "2024-01-05"), { value: "Total", on: "2024-01-05" }];
    expect(answersOf(tranches + power, { events, ask })).toEqual(["refused", "100"]);
  });
});

test("a change of what has not taken effect yet changes nothing, and the journal says so", () => {
  const statements = `${tranches}event Later\n  Start: date\n  takes effect on: its Start\nevent Cut for Later\nOpen for each Later starts at $7\nwhen Cut\n  its Later's Open becomes $1\n`;
  const events = [
    { on: "2024-01-03", event: "Later", id: "x", Start: "2024-01-08" },
    { on: "2024-01-04", event: "Cut", for: "x" },
  ];
  const timeline = { events, ask: [{ value: "Open", of: "x", on: "2024-01-09" }] };
  expect(answersOf(statements, timeline)).toEqual(["7"]);
  const said = outcomeOf(statements, timeline).journal.find(({ kind }) => kind === "problem");
  expect(said?.text).toContain("Open of no event is changed");
});

test("the start may be read as the event is applied", () => {
  const statements =
    `${tranches}Half for each Tranche starts at its Outstanding / 2\n` +
    "Taken for each Tranche is fixed as its Half + its Outstanding\n" +
    "when Tranche\n  its Half falls by its Outstanding / 10\n";
  const ask = [of("a", "2024-01-04", "Half"), of("a", "2024-01-04", "Taken")];
  expect(answersOf(statements, { events: two, ask })).toEqual(["40", "150"]);
});

test("an entry of the journal and an explanation say of which event it is", () => {
  const events = [...two, { on: "2024-01-05", event: "Repaid", for: "a", Sum: "60" }];
  const ask = [of("a", "2024-01-05")];
  const changed = factsOf(tranches, { events, ask }).journal.find(({ kind }) => kind === "StateChanged");
  expect(changed).toMatchObject({ of: { id: "a" }, section: "1" });
  const [fact] = explained(tranches, { events, ask });
  const state = fact?.operands[0];
  expect([state?.kind, state?.name, state?.of]).toMatchObject(["state", "Outstanding", { id: "a" }]);
  const [start, change] = state?.operands ?? [];
  expect(start?.operands.map(({ name }) => name)).toEqual(["Amount"]);
  expect(change?.operands.map(({ name }) => name)).toEqual(["Sum"]);
});

test("the condition of a rule that changes the states of all speaks of the rule's own event", () => {
  // $34 is more than $10, and falls on the one tranche: 100 - 34 = 66.
  const statements = `${tranches}when Prepaid if (its Sum is more than $10)
  Outstanding for each Tranche becomes its Amount - this Prepaid's Sum
`.replace(
    "when Prepaid\n  Outstanding for each Tranche where (its Outstanding is more than $50) falls by this Prepaid's Sum * its Outstanding / Total\n",
    "",
  );
  const events = [...two.slice(0, 1), { on: "2024-01-06", event: "Prepaid", id: "p", Sum: "34" }];
  const [fact] = explained(statements, { events, ask: [of("a", "2024-01-06")] });
  expect(fact?.result).toEqual(exact(66));
  const change = fact?.operands[0]?.operands[1];
  const condition = change?.operands[0];
  expect([condition?.operands[0]?.name, condition?.operands[0]?.of]).toMatchObject(["Sum", { id: "p" }]);
});

describe("a value that is fixed as another event happens", () => {
  const round = `section 2 "Round"
event Split by Borrower
  Ratio: number
share basis changes on Split by its Ratio
event Sold
  Amount: money
event Round
  Price: price
event Own Round for Sold
  Price: price
Price Paid is a price, at first not set, restated for splits
when Round if Price Paid is not set
  Price Paid becomes its Price
Due for each Sold means its Amount / (Price Paid, or else unlimited)
Taken for each Sold is fixed on Round to be its Due, rounded down to 1 share
Rest for each Sold is fixed on Round to be its Amount - (its Taken, or else 0 shares) * this Round's Price
Alone for each Sold is fixed on Own Round to be its Amount / this Own Round's Price
First Price is fixed on Round to be its Price
`;
  const sold = [
    { on: "2024-01-03", event: "Sold", id: "a", Amount: "100" },
    { on: "2024-01-04", event: "Sold", id: "b", Amount: "50" },
  ];
  const closed = { on: "2024-01-05", event: "Round", Price: "3" };
  const shares = (id: string, on: string) => of(id, on, "Taken");

  test("is calculated behind what that event changes, once, and follows a split", () => {
    // 100 / 3 = 33.3, 50 / 3 = 16.6; at the later price of $1, they would be 100 and 50. Two for one: 66.
    const events = [
      ...sold,
      closed,
      { on: "2024-01-06", event: "Round", Price: "1" },
      { on: "2024-01-08", event: "Split", Ratio: "2" },
    ];
    const ask = [
      shares("a", "2024-01-04"),
      shares("a", "2024-01-05"),
      shares("b", "2024-01-06"),
      shares("a", "2024-01-08"),
    ];
    expect(answersOf(round, { events, ask })).toEqual([null, "33", "16", "66"]);
  });

  test("comes behind what is fixed with it and is read", () => {
    // 100 - 33 * 3 = 1, 50 - 16 * 3 = 2.
    const ask = [
      of("a", "2024-01-05", "Rest"),
      of("b", "2024-01-05", "Rest"),
      { value: "First Price", on: "2024-01-09" },
    ];
    const later = { on: "2024-01-09", event: "Round", Price: "7" };
    expect(answersOf(round, { events: [...sold, closed, later], ask })).toEqual(["1", "2", "3"]);
  });

  test("is fixed by the next event of the kind where it began later", () => {
    const late = { on: "2024-01-06", event: "Sold", id: "c", Amount: "30" };
    const again = { on: "2024-01-07", event: "Round", Price: "9" };
    // The price of the clause stays that of the first round: 30 / 3 = 10.
    const ask = [shares("c", "2024-01-06"), shares("c", "2024-01-07")];
    expect(answersOf(round, { events: [...sold, closed, late, again], ask })).toEqual([null, "10"]);
  });

  test("is that of the one alone that the event is for", () => {
    const own = { on: "2024-01-05", event: "Own Round", for: "a", Price: "4" };
    const ask = [of("a", "2024-01-05", "Alone"), of("b", "2024-01-05", "Alone")];
    expect(answersOf(round, { events: [...sold, own], ask })).toEqual(["25", null]);
  });
});

test("a position lists the state of each event, on each day the same ones", () => {
  const timeline = { events: two, ask: [of("b", "2024-01-04")] };
  const replay = replayOf(`${tranches}role "principal left": Outstanding\n`, timeline);
  const balances = (day: string) =>
    ensured(replay.positions([parseDate(day) ?? asPlainDate(0)])).flatMap((it) =>
      it.balances.map((balance) => [balance.value, "amount" in balance && balance.amount]),
    );
  expect(balances("2024-01-03")).toEqual([
    ["Outstanding of a", "100"],
    ["Outstanding of b", null],
  ]);
  expect(balances("2024-01-04")).toEqual([
    ["Outstanding of a", "100"],
    ["Outstanding of b", "300"],
  ]);
});

test.each([
  ["the sum of its Outstanding over Tranche events", "400"],
  ["the total of its Outstanding over Tranche events", "400"],
  ["the total of its Outstanding for each Tranche", "400"],
  ["the total of its Outstanding for each Tranche where (its Amount is less than $200)", "100"],
  ["the highest of its Outstanding for each Tranche", "300"],
  ["the total of (i) Total (ii) $1", "401"],
])("%s", (total, expected) => {
  const ask = [{ value: "Asked", on: "2024-01-05" }];
  expect(answersOf(`${tranches}Asked means ${total}\n`, { events: two, ask })).toEqual([expected]);
});
