/** What explanations say of defaults: which of them, under which section, and since when. */
import { describe, expect, test } from "vitest";
import type { ReasonFact } from "../../src/index.ts";
import { describeValue, usesOf } from "../../src/index.ts";
import { explained } from "./asked.ts";

// The first can be cured until the 20th; the third section has no title, so its default has the name of the family.
const statements = `section 3.1 "First"
Default occurs
  when Notice has happened
  unless cured by the end of: 2024-01-20
section 3.2 "Second"
Default occurs
  when today is on or after 2024-01-10
section 3.3
Default occurs for each Payment
  when its Amount is less than $5
Since means start of Default
`;
const events = [
  { on: "2024-01-04", event: "Notice", id: "n", Amount: "5" },
  { on: "2024-01-12", event: "Payment", id: "p", Amount: "4" },
];

/** Name, event or section asked about, section, figure and words: of the family, and of each of its defaults. */
function linesOf(on: string, of?: string): unknown[][] {
  const [fact] = explained(statements, { events, ask: [{ value: "Default", on, ...(of !== undefined && { of }) }] });
  return fact === undefined ? [] : [fact, ...usesOf(fact)].map(line);
}

function line(fact: ReasonFact): unknown[] {
  const { value, of, section, answer, because } = describeValue(fact);
  expect(fact.kind).toBe("family");
  return [value, of, section, answer, because];
}

const first = "since 2024-01-20: Notice has happened";
const second = "since 2024-01-10: today is on or after 2024-01-10";
const third = "since 2024-01-12: its Amount is less than $5";
const pending = "pending since 2024-01-04, with time left to cure it";

describe("a family of defaults", () => {
  test("of which none has occurred says so", () => {
    expect(linesOf("2024-01-03")).toEqual([["Default", undefined, "", false, "no Default continues or is pending"]]);
    expect(linesOf("2024-01-03", "3.2")).toEqual([
      ["Default", "3.2", "3.2", false, "no Default under 3.2 continues or is pending"],
    ]);
  });

  test("of which one is pending names that one", () => {
    expect(linesOf("2024-01-05")).toEqual([
      ["Default", undefined, "3.1", false, pending],
      ["First", undefined, "3.1", false, `${pending}: Notice has happened`],
    ]);
  });

  test("of which one continues names that one, and lists what is pending too", () => {
    expect(linesOf("2024-01-10")).toEqual([
      ["Default", undefined, "3.2", true, "since 2024-01-10"],
      ["First", undefined, "3.1", false, `${pending}: Notice has happened`],
      ["Second", undefined, "3.2", true, second],
    ]);
    expect(linesOf("2024-01-10", "3.1")).toEqual([
      ["Default", "3.1", "3.1", false, pending],
      ["First", undefined, "3.1", false, `${pending}: Notice has happened`],
    ]);
  });

  test("of which several continue has stood since the earliest of them", () => {
    expect(linesOf("2024-01-20")).toEqual([
      ["Default", undefined, "3.2", true, "since 2024-01-10"],
      ["First", undefined, "3.1", true, first],
      ["Second", undefined, "3.2", true, second],
      ["Default", "p", "3.3", true, third],
    ]);
    expect(linesOf("2024-01-20", "3.1")).toEqual([
      ["Default", "3.1", "3.1", true, "since 2024-01-20"],
      ["First", undefined, "3.1", true, first],
    ]);
  });
});

describe("the start of a family", () => {
  const start = (on: string) => {
    const [since] = explained(statements, { events, ask: [{ value: "Since", on }] });
    return since === undefined ? [] : usesOf(since).map(line);
  };

  test("is the day since which it has stood, with the default that occurred on it", () => {
    expect(start("2024-01-20")).toEqual([["Default", undefined, "3.2", "2024-01-10", "since 2024-01-10"]]);
  });

  test("is absent while none continues", () => {
    expect(start("2024-01-05")).toEqual([["Default", undefined, "3.1", null, pending]]);
  });
});
