/** What states of each event ask of what changes them. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "./findings.ts";

const tranches = `section 1 "Tranches"
event Tranche
  Amount: money
event Repaid for Tranche
  Sum: money
event Note Sold for Tranche
event Tick
Outstanding for each Tranche starts at its Amount
Mark for each Tranche is a date, at first not set
Twice for each Tranche means 2 * its Outstanding
Total means the sum of its Outstanding over Tranche events
`;

describe("what can't be changed", () => {
  test.each([
    ["a field", "when Repaid\n  its Tranche's «Amount» falls by its Sum", "TN3085", "`Amount` is no state"],
    ["a definition", "when Tick\n  «Twice» for each Tranche becomes $5", "TN3085", "`Twice` is no state"],
    ["what no event has", "when Tick\n  «Interest Due» for each Tranche becomes $5", "TN2003", "Interest Due"],
    ["a kind of event that is none", "when Tick\n  Outstanding for each «Total» becomes $5", "TN2011", "`Total`"],
    ["one of all, alone", "when Tick\n  «Outstanding» falls by $5", "TN2005", "`Outstanding` is a value of each"],
    ["an amount by a date", "when Tick\n  Outstanding for each Tranche becomes «today»", "TN3002", "a date"],
    ["what may not be set, by some", "when Repaid\n  its Tranche's «Mark» rises by 3", "TN3008", "`Mark`"],
    [
      "that of an event that may not be",
      "when Tick\n  Mark for each Tranche becomes today\nwhen Tranche\n  «its Note Sold»'s Day becomes today\nDay for each Note Sold is a date, at first not set",
      "TN3005",
      "its Note Sold",
    ],
    [
      "one twice at once",
      "when Repaid\n  its Tranche's Outstanding becomes $5\n  «its Tranche's Outstanding falls by $1»",
      "TN4010",
      "Outstanding",
    ],
  ])("%s", (_, rule, code, message) => {
    expectFinding(`${tranches}${rule}\n`, code, message);
  });

  test.each([
    [
      "for an event that is for one of them",
      "when Repaid\n  «Outstanding» falls by $5",
      "`its Tranche's Outstanding`, or `Outstanding for each Tranche`",
    ],
    [
      "for one of them itself",
      "when Tranche\n  «Outstanding» falls by $5",
      "`its Outstanding`, or `Outstanding for each Tranche`",
    ],
    ["for another", "when Tick\n  «Outstanding» falls by $5", "write `Outstanding for each Tranche`"],
  ])("one of all, alone, %s: says how it is named", (_, rule, help) => {
    const [finding] = findingsIn(`${tranches}${rule}\n`.replaceAll(/[«»]/g, ""));
    expect(finding?.help).toContain(help);
  });

  test.each([
    ["of the event that another is for", "when Repaid\n  its Tranche's Outstanding falls by its Sum"],
    ["of all", "when Tick\n  Outstanding for each Tranche falls by its Amount / 10"],
    [
      "of some, by what brings it about",
      "when Repaid\n  Outstanding for each Tranche where (its Mark is set) falls by this Repaid's Sum",
    ],
    ["not set any more", "when Repaid\n  its Tranche's Mark becomes not set"],
    [
      "two of different events",
      "when Repaid\n  its Tranche's Outstanding becomes $5\n  Outstanding for each Tranche where (its Mark is set) falls by $1",
    ],
  ])("%s is fine", (_, rule) => {
    expectNoFinding(`${tranches}${rule}\n`);
  });
});

test("a start that needs itself", () => {
  const circle = (start: string) =>
    `event Tranche\n«First» for each Tranche starts at its Second\nSecond for each Tranche starts at ${start}\n`;
  expectFinding(circle("its First"), "TN4001", "First");
  expectNoFinding(circle("$5").replaceAll(/[«»]/g, ""));
});

test("an exception to a state", () => {
  const exception = (name: string) =>
    `${tranches}section 2 "Exception"\nnotwithstanding ${name} of 1\n  while: Total is $5\n  it is: $7\n`;
  expectNoFinding(exception("Twice"));
  expectFinding(exception("«Outstanding»"), "TN2011", "Outstanding");
});

describe("what is fixed on an event", () => {
  const fixed = (rest: string) => `${tranches}Kept for each Tranche is fixed on Tick to be its Outstanding\n${rest}`;

  test("is changed by no rule", () => {
    expectFinding(fixed("when Tick\n  «Kept» for each Tranche becomes $5\n"), "TN3086", "`Kept` is fixed on `Tick`");
    expectFinding(fixed("Seen is fixed on Tick to be Total\nwhen Tick\n  «Seen» becomes $5\n"), "TN3086", "`Seen`");
    expectNoFinding(fixed("when Tick\n  Outstanding for each Tranche becomes $5\n"));
  });

  test("speaks of both events, and may have no value", () => {
    expectNoFinding(
      fixed("Sold Sum for each Tranche is fixed on Repaid to be this Repaid's Sum + this Tranche's Amount\n"),
    );
    expectFinding(fixed("Large for each Tranche holds when «its Kept» is more than $5\n"), "TN3005", "its Kept");
    expectFinding(fixed("Other for each Tranche is fixed on Tick to be «this Repaid»'s Sum\n"), "TN2013", "Repaid");
  });

  test("does not need itself", () => {
    const circle = "«Some» is fixed on Tick to be Doubled, or else $1\nDoubled means 2 * (Some, or else $0)\n";
    expectFinding(`event Tick\n${circle}`, "TN4001", "Some");
    expectNoFinding("event Tick\nSome is fixed on Tick to be $1\nDoubled means 2 * (Some, or else $0)\n");
  });
});
