import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "./findings.ts";

const declared =
  "Call Date is a date, at first not set\nevent Notice\n  Reply By: date, optional\nevent Answer for Notice\n  Amount: money\n" +
  "Price means $1 only while today is Issue Date\n";

test.each([
  ["a comparison of a state that is not set", "A holds when today is after «Call Date»", "`Call Date`"],
  ["a comparison of a value only while", "A holds when «Price» is more than $1", "`Price`"],
  ["a comparison of what follows from it", "A holds when «Price + $1» is more than $1", "`Price + $1`"],
  ["a comparison of an optional field", "A for each Notice holds when today is after «its Reply By»", "`its Reply By`"],
  ["a comparison of a time", "A for each Notice holds when «its time» is before 18:00", "`its time`"],
  [
    "a time that was tested of another event",
    "A for each Answer holds when its time is set and «its Notice's time» is before 18:00",
    "`its Notice's time`",
  ],
  ["a field of an event that may not have come", "A for each Notice holds when «its Answer's Amount» is $1", "Answer"],
  ["a sum of what may be missing", "A means the sum of «its Answer's Amount» over Notice events", "a sum"],
  ["a change to what may be missing", "A starts at $1\nwhen Notice\n  A becomes «Price»", "a change"],
  [
    "a limit that may be missing",
    "the Holder may give Answer\n  asking for: its Amount\n  up to the least of\n    (i) $5\n    (ii) «Price»\n  beyond that: void\n  giving: Taken\nA means the sum of its Taken over Answer events",
    "a limit",
  ],
  [
    "a day that moves another one",
    "A starts at Issue Date\non (Call Date, following)\n  A becomes «Call Date»",
    "`Call Date`",
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
  ["in the rule of that day", "A starts at Issue Date\non Call Date\n  A becomes Call Date"],
  ["a time that is tested", "A for each Notice holds when its time is set and its time is before 18:00"],
  ["a time that counts as none", "A for each Notice holds when its time is not set or its time is before 18:00"],
  ["a time with or else", "A for each Notice holds when (its time, or else 12:00) is before 18:00"],
  ["the date of a report", "A for each Notice holds when its date is before today"],
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

describe("what a condition has tested is known where it holds, and the opposite where it does not", () => {
  const named = "Day is a date, at first not set\nevent Sale\n  Amount: money\n";
  const latest = "the latest of its date over Sale events";
  const known = (condition: string, value: string) =>
    `A holds when all of\n  (i) ${condition}\n  (ii) today is after ${value}`;
  const otherwise = (condition: string, value: string) =>
    `A means Issue Date if ${condition}, otherwise ${value}\nB holds when today is after A`;
  const list = (word: string, ...items: string[]) => `(${word}\n    (a) ${items.join("\n    (b) ")})`;
  const fine = [
    ["not the opposite", known("not Day is not set", "Day")],
    ["and", known("(Day is set and today is Issue Date)", "Day")],
    ["all of a list", known(list("all of", "today is Issue Date", "Day is set"), "Day")],
    ["none of a list of opposites", known(list("none of", "today is Issue Date", "Day is not set"), "Day")],
    ["an event that has happened", known("Sale has happened", `(${latest})`)],
    [
      "some event",
      known("(some Sale has (its Amount is $1))", "(the latest of its date over Sale events where (its Amount is $1))"),
    ],
    ["otherwise, not", otherwise("not Day is set", "Day")],
    ["otherwise, or", otherwise("(Day is not set or today is Issue Date)", "Day")],
    ["otherwise, any of a list", otherwise(list("any of", "Day is not set", "today is Issue Date"), "Day")],
    ["otherwise, an event that has not happened", otherwise("Sale has not happened", `(${latest})`)],
    [
      "otherwise, no event",
      otherwise(
        "(no Sale has (its Amount is $1))",
        "(the latest of its date over Sale events where (its Amount is $1))",
      ),
    ],
  ] as const;
  const missing = [
    ["the opposite", known("Day is not set", "«Day»")],
    ["or", known("(Day is set or today is Issue Date)", "«Day»")],
    ["any of a list", known(list("any of", "today is Issue Date", "Day is set"), "«Day»")],
    ["none of a list", known(list("none of", "today is Issue Date", "Day is set"), "«Day»")],
    ["an event that has not happened", known("Sale has not happened", `(«${latest}»)`)],
    [
      "every event",
      known(
        "(every Sale has (its Amount is $1))",
        "(«the latest of its date over Sale events where (its Amount is $1)»)",
      ),
    ],
    [
      "some other event",
      known(
        "(some Sale has (its Amount is $2))",
        "(«the latest of its date over Sale events where (its Amount is $1)»)",
      ),
    ],
    ["otherwise, and", otherwise("(Day is not set and today is Issue Date)", "Day").replace("after A", "after «A»")],
    [
      "otherwise, all of a list",
      otherwise(list("all of", "Day is not set", "today is Issue Date"), "Day").replace("after A", "after «A»"),
    ],
    ["any of a list of opposites", known(list("any of", "today is Issue Date", "Day is not set"), "«Day»")],
    [
      "otherwise, some event",
      otherwise(
        "(some Sale has (its Amount is $1))",
        "(the latest of its date over Sale events where (its Amount is $1))",
      ).replace("after A", "after «A»"),
    ],
    ["otherwise, the opposite", otherwise("Day is set", "Day").replace("after A", "after «A»")],
    [
      "otherwise, an event that has happened",
      otherwise("Sale has happened", `(${latest})`).replace("after A", "after «A»"),
    ],
    [
      "of another event inside a sum",
      "A for each Notice means 1 if its Reply By is set and (the latest of «its Reply By» over Notice events, or else today) is today, otherwise 0",
    ],
  ] as const;

  test.each(fine)("%s is enough", (_, statement) => expectNoFinding(`${declared}${named}${statement}\n`));
  test.each(missing)("%s is not enough", (_, statement) =>
    expectFinding(`${declared}${named}${statement}\n`, "TN3005", "may have no value"),
  );

  test.each([
    [
      "the first day of a range",
      "on every day from and including «Day» to and including today, market close is $1 per share",
    ],
    [
      "the last day of a range",
      "on every day from and including Issue Date to and including «Day», market close is $1 per share",
    ],
  ])("%s is needed", (_, value) => expectFinding(`${named}A holds when ${value}\n`, "TN3005", "a stretch of days"));

  test.each([
    [
      "a number of days",
      "the highest of market close over «$3» trading days ending today",
      "The number of days is a plain number",
    ],
    [
      "the end of a window",
      "the highest of market close over 3 trading days ending «$3»",
      "The end of these days is a date",
    ],
    [
      "the first of a range",
      "the number of days from and including «$3» to and including today",
      "The first of these days is a date",
    ],
    [
      "the last of a range",
      "the number of days from and including Issue Date to and including «$3»",
      "The last of these days is a date",
    ],
  ])("%s of another kind", (_, value, message) => expectFinding(`A means ${value}\n`, "TN3004", message));
});

test.each([
  ["a state", "A holds when «Call Date» is Issue Date\n", "declared here", 7],
  ["a value", "A holds when «Price» is $1 per share\n".replace(" per share", ""), "defined here", 12],
  ["a field", "A for each Notice holds when «its Reply By» is Issue Date\n", "a field, declared here", 9],
] as const)("the finding points at where it may be missing: %s", (_, statement, label, line) => {
  const [finding] = findingsIn(`${declared}${statement}`.replaceAll(/[«»]/g, ""));
  expect(finding?.related.map(({ span, label: words }) => [span.source.positionAt(span.start).line, words])).toEqual([
    [line, label],
  ]);
});

test("what follows from a value that may be missing may be missing", () => {
  expect(() =>
    expectNoFinding(`${declared}A means 3 days after Call Date\nB means A, or else Issue Date\n`),
  ).not.toThrow();
});
