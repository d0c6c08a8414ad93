import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

const notice = { on: "2024-01-02", event: "Notice", id: "n1", Amount: "100" };

test("a fixed value is no value before its event, also before the note exists", () => {
  const ask = ["2023-12-31", "2024-01-02"].map((on) => ({ value: "Fee", of: "n1", on }));
  expect(answersOf("Fee for each Notice is fixed as its Amount", { events: [notice], ask })).toEqual([null, "100"]);
});

test("a live value that rests on a fixed one is no value before its event, one that does not has a value", () => {
  const statements =
    "Fee for each Notice is fixed as its Amount\nDouble Fee for each Notice means 2 * its Fee\n" +
    "Last Day for each Notice means 3 days after its date";
  const events = [{ ...notice, on: "2024-01-05" }];
  const ask = ["Double Fee", "Last Day"].map((value) => ({ value, of: "n1", on: "2024-01-04" }));
  expect(answersOf(statements, { events, ask })).toEqual([null, "2024-01-08"]);
});

test("a formula that looks back to a day before an event can't know what the event fixed", () => {
  const statements =
    "Fee for each Notice is fixed as its Amount\nLater Fee for each Notice means its Fee as of 1 day before today";
  const events = [{ ...notice, on: "2024-01-05" }];
  const ask = ["2024-01-05", "2024-01-06"].map((on) => ({ value: "Later Fee", of: "n1", on }));
  // On the 5th it looks to the 4th.
  expect(answersOf(statements, { events, ask })).toEqual(["undefined", "100"]);
});

test("an exception to a fixed value counts as it is fixed", () => {
  const statements =
    'section 1 "Fee"\nFee for each Notice is fixed as its Amount\n' +
    'section 2 "Large"\nnotwithstanding Fee of 1\n  while: its Amount is more than $150\n  it is: Fee under 1 / 2';
  const events = [notice, { ...notice, id: "n2", Amount: "200" }];
  const ask = ["n1", "n2"].map((of) => ({ value: "Fee", of }));
  // $200 is more than $150, so half of it.
  expect(answersOf(statements, { events, ask })).toEqual(["100", "100"]);
});

test("an exception to a live value of an event displaces the value of that event", () => {
  const statements =
    'section 1 "Fee"\nFee for each Notice means its Amount\n' +
    'section 2 "Late"\nnotwithstanding Fee of 1\n  while: today is after 2024-01-04\n  it is: Fee under 1 + $1';
  const events = [notice, { ...notice, id: "n2", Amount: "200" }];
  const ask = ["n1", "n2"].map((of) => ({ value: "Fee", of, on: "2024-01-05" }));
  expect(answersOf(statements, { events, ask })).toEqual(["101", "201"]);
});

test("where a power can't be determined, a rule that would not apply changes nothing", () => {
  const statements =
    'Count starts at $0\nSum starts at $0\nthe Holder may give Notice\n  only if market close is more than $1 per share, not restated for splits, else "too low"\n' +
    "when Notice\n  Sum rises by its Amount\nwhen Notice if its Amount is more than $150\n  Count rises by $1";
  const ask = ["Sum", "Count"].map((value) => ({ value, on: "2024-01-02" }));
  // There are no prices; $100 is not more than $150, so Count is as it was either way.
  expect(answersOf(statements, { events: [notice], ask })).toEqual(["missing data", "0"]);
});

test("a field of a refused event can't be asked for; of another it stands as given, or is restated as of a day", () => {
  const statements =
    'event Grant by Holder\n  Count: shares\nthe Holder may give Grant\n  only if its Count is less than 50 shares, not restated for splits, else "too many"';
  const events = [
    { on: "2024-01-03", event: "Grant", id: "g1", Count: "20" },
    { on: "2024-01-03", event: "Grant", id: "g2", Count: "60" },
    { on: "2024-01-05", event: "Stock Split", Ratio: "3" },
  ];
  const value = "Count";
  const ask = [
    { value, of: "g1" },
    { value, of: "g1", on: "2024-01-05" },
    { value, of: "g2" },
  ];
  expect(answersOf(statements, { events, ask })).toEqual(["20", "60", "refused"]);
});
