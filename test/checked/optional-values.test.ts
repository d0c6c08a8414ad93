import { expect, test } from "vitest";
import { expectFinding, expectNoFinding } from "./findings.ts";

const declared =
  "Call Date is a date, at first not set\nevent Notice\n  Reply By: date, optional\nevent Answer for Notice\n  Amount: money\n" +
  "Price means $1 only while today is Issue Date\n";

test.each([
  ["a comparison of a state that is not set", "A holds when today is after «Call Date»", "`Call Date`"],
  ["a comparison of a value only while", "A holds when «Price» is more than $1", "`Price`"],
  ["a comparison of what follows from it", "A holds when «Price + $1» is more than $1", "`Price + $1`"],
  ["a comparison of an optional field", "A for each Notice holds when today is after «its Reply By»", "`its Reply By`"],
  ["a field of an event that may not have come", "A for each Notice holds when «its Answer's Amount» is $1", "Answer"],
  ["a sum of what may be missing", "A means the sum of «its Answer's Amount» over Notice events", "a sum"],
  ["a change to what may be missing", "A starts at $1\nwhen Notice\n  A becomes «Price»", "a change"],
  [
    "a limit that may be missing",
    "the Holder may give Answer\n  asking for: its Amount\n  up to the least of\n    (i) $5\n    (ii) «Price»\n  beyond that: void\n  giving: Taken\nA means the sum of its Taken over Answer events",
    "a limit",
  ],
  ["a test on the wrong side of or", "A holds when Call Date is set or today is after «Call Date»", "`Call Date`"],
  [
    "a test of another name",
    "B is a date, at first not set\nA holds when B is set and today is after «Call Date»",
    "`Call Date`",
  ],
  [
    "a test of today for another day",
    "A holds when Call Date is set and (on every trading day from and including Issue Date to and including today, today is after «Call Date»)",
    "`Call Date`",
  ],
  [
    "the highest of events that may be none",
    "A holds when «the highest of its Amount over Answer events» is $1",
    "the highest",
  ],
  ["a state that an event clears", "A starts at $1\nwhen Notice\n  A becomes not set\nB holds when «A» is $1", "`A`"],
  [
    "an exception that may have no value",
    "A means $1\nnotwithstanding A\n  while: today is Issue Date\n  it is: Price\nB holds when «A» is $1",
    "`A`",
  ],
] as const)("%s", (_, statement, message) => {
  expectFinding(`${declared}${statement}\n`, "TN3005", message);
});

test.each([
  ["after a test", "A holds when Call Date is set and today is after Call Date"],
  ["before a test, as their order means nothing", "A holds when today is after Call Date and Call Date is set"],
  [
    "with or, beside the opposite test",
    "A holds when any of\n  (i) Call Date is not set\n  (ii) today is after Call Date",
  ],
  ["in the case that tests it", "A means today - Call Date if Call Date is set, otherwise 0"],
  ["in the cases behind the one that lacks it", "A means 0 if Call Date is not set, otherwise today - Call Date"],
  ["under the condition of a rule", "A starts at Issue Date\nwhen Notice if Call Date is set\n  A becomes Call Date"],
  ["with or else", "A holds when today is after (Call Date, or else Issue Date)"],
  [
    "left out of an earliest",
    "A holds when today is after (the earliest of\n  (i) Issue Date\n  (ii) Call Date, if set)",
  ],
  ["of an event that has come", "A for each Notice holds when its Answer has happened and its Answer's Amount is $1"],
  [
    "of an event that has not come, the other way round",
    "A for each Notice holds when any of\n  (i) its Answer has not happened\n  (ii) its Answer's date is today",
  ],
  [
    "in a sum over those that have it",
    "A means the latest of its Reply By over Notice events where (its Reply By is set)\nB means A, or else today",
  ],
  [
    "the highest, where there is some",
    "A holds when (some Answer has (its Amount is $1)) and (the highest of its Amount over Answer events where (its Amount is $1)) is $1",
  ],
  ["as a day that does not come", "on Call Date\n  B becomes $2\nB starts at $1"],
] as const)("a value that may be missing is fine %s", (_, statement) => {
  expectNoFinding(`${declared}${statement}\n`);
});

test("what follows from a value that may be missing may be missing", () => {
  expect(() =>
    expectNoFinding(`${declared}A means 3 days after Call Date\nB means A, or else Issue Date\n`),
  ).not.toThrow();
});
