/** What an expression reads, and whether that changes with time alone. */
import { expect, test } from "vitest";
import { directDependencies, isTimeless } from "../../src/core/dependencies.ts";
import { head, lowered } from "./lowered.ts";

const declared =
  "given Cap: money\nevent Notice by Holder\n  Amount: money\nevent Reply for Notice\nBalance starts at $0\n" +
  "account Interest owed by Borrower to Holder\n  accrues: 5% per year on Balance by actual/365\n  from and including: Issue Date\n" +
  'reading "grace"\n  passage: "p"\n  choices: "short", "long"\n  chosen: "short"\n' +
  'Short holds when "grace" is read "short"\n' +
  "Half means Balance / 2\nDays means today - Issue Date\nMore means Days * 2\n" +
  'section 2 "Two"\nDefault occurs\n  when Balance is $1\nMoved means $1\nnotwithstanding Moved\n  while: today is Issue Date\n  it is: $2\n' +
  "Later means Moved\n";

function wanted(value: string) {
  const program = lowered(`${head}${declared}Wanted for each Notice means ${value}\n`);
  const definition = program.definitions.get("Wanted / Notice");
  if (definition === undefined) throw new Error("the definition is missing");
  return { program, expr: definition.value };
}

test.each([
  ["a deal term", "Cap", [{ kind: "deal term", name: "Cap" }]],
  ["what an event was given: nothing", "its Amount", []],
  ["a state", "Balance", [{ kind: "state", name: "Balance" }]],
  ["a definition", "Half", [{ kind: "definition", key: "Half" }]],
  [
    "two, in the order of the text",
    "Half + Balance",
    [
      { kind: "definition", key: "Half" },
      { kind: "state", name: "Balance" },
    ],
  ],
  [
    "an account, with what is asked of it",
    "unpaid Interest",
    [{ kind: "account", name: "Interest", measure: "unpaid" }],
  ],
  ["events", "the sum of its Amount over Notice events", [{ kind: "event", name: "Notice" }]],
  ["an event that is tied to it", "its Reply's date", [{ kind: "event", name: "Reply" }]],
  ["whether an event has happened", "$1 if Reply has happened, otherwise $2", [{ kind: "event", name: "Reply" }]],
  ["a default", "$1 if Default, otherwise $2", [{ kind: "family", name: "Default" }]],
  ["the start of a default", "start of Default", [{ kind: "family", name: "Default" }]],
  ["today", "today", [{ kind: "today" }]],
  ["prices", "market close", [{ kind: "market" }]],
  [
    "other days",
    "Balance as of Issue Date",
    [{ kind: "days" }, { kind: "state", name: "Balance" }, { kind: "deal term", name: "Issue Date" }],
  ],
  [
    "a reading: what each choice reads, in the order of their names",
    'as "grace" is read\n  "short": Balance\n  "long": Half',
    [
      { kind: "definition", key: "Half" },
      { kind: "state", name: "Balance" },
    ],
  ],
] as const)("reads %s", (_, value, expected) => {
  expect(directDependencies(wanted(value).expr)).toEqual(expected);
});

test.each([
  ["a deal term", "Cap"],
  ["what an event was given", "its Amount"],
  ["a state, which events change", "Balance"],
  ["what reads states alone", "Half"],
  ["a sum over events", "the sum of its Amount over Notice events"],
])("the same until something is changed: %s", (_, value) => {
  const { expr, program } = wanted(value);
  expect(isTimeless(expr, program)).toBe(true);
});

test.each([
  ["today", "today"],
  ["prices", "market close"],
  ["what accrues", "unpaid Interest"],
  ["a default, which may ask for days", "$1 if Default, otherwise $2"],
  ["another day", "Balance as of Issue Date"],
  ["what reads today", "Days"],
  ["what reads what reads today", "More"],
  ["what has an exception that reads today", "Moved"],
  ["what reads that", "Later"],
])("another on another day: %s", (_, value) => {
  const { expr, program } = wanted(value);
  expect(isTimeless(expr, program)).toBe(false);
});
