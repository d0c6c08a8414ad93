import { describe, expect, test } from "vitest";
import type { LoadedScenario, Reason, Template } from "../../src/index.ts";
import { compile, describeReason, loadScenario, parseDate, Replay, runScenario } from "../../src/index.ts";
import { acceptanceScenarios, ensured, loadedScenario, templateOf } from "../support/acceptance.ts";

const terms = `note "Example"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date

given Issue Date: date = 2024-01-02
given Principal: money = $1,000
section 1 "Terms"

reading "base"
  passage: "of the amount, without saying which"
  choices: "Principal", "half of it"
  chosen: "half of it"

event Payment Missed by Borrower
event Payment Made for Payment Missed by Borrower
event Waiver by Holder

Base means $10 + (as "base" is read
  "Principal": Principal
  "half of it": (Principal / 2))
Fee means 10% * Base
Early Fee means Fee only while all of
  (i) Fee is more than $0
  (ii) today is before 2024-02-01
section 2 "Waiver"
notwithstanding Fee of 1
  while: Waiver has happened
  it is: $0
section 3 "Default"
Default occurs for each Payment Missed
  when its Payment Made has not happened
  unless cured by the end of: 3 days after its date
Bad holds when Default
`;

const template: Template = ensured(compile(terms, "example.tenor"));

function loadedWith(events: readonly object[]): LoadedScenario {
  const ask = [{ value: "Default", on: "2024-03-01" }];
  const scenario = { scenario: "s", note: "example", terms: {}, events, ask };
  return ensured(loadScenario(template, { scenario: { name: "s.json", text: JSON.stringify(scenario) } }));
}

function reasonOf(query: { value: string; on: string; of?: string }, ...events: readonly object[]): Reason {
  const { on, ...asked } = query;
  const day = parseDate(on);
  const replay = new Replay(template, loadedWith(events));
  return describeReason(ensured(replay.explain({ ...asked, ...(day !== undefined && { on: day }) })));
}

const missed = { on: "2024-02-01", event: "Payment Missed", id: "february" };

describe("a reason", () => {
  test("has the words of the choice in force in the place of the passage", () => {
    expect(reasonOf({ value: "Base", on: "2024-01-02" })).toMatchObject({
      answer: "510",
      because: '$10 + ("base" is read "half of it": Principal / 2)',
      operation: "sum",
      uses: [
        { kind: "constant", answer: "10", uses: [] },
        {
          kind: "operation",
          operation: 'the last, as "base" is read',
          uses: [
            {
              answer: "500",
              operation: "quotient",
              uses: [
                { value: "Principal", kind: "deal term", answer: "1000", uses: [] },
                { kind: "constant", answer: "2" },
              ],
            },
          ],
        },
      ],
    });
  });

  test("of conditions for a value has the first that does not hold", () => {
    const none = { answer: null, because: "today is before 2024-02-01 does not hold" };
    expect(reasonOf({ value: "Early Fee", on: "2024-02-01" })).toMatchObject(none);
  });

  test("has the words of the exception that holds", () => {
    expect(reasonOf({ value: "Fee", on: "2024-01-02" })).toMatchObject({ answer: "51", because: "10% * Base" });
    expect(reasonOf({ value: "Fee", on: "2024-02-01" }, { on: "2024-02-01", event: "Waiver" })).toMatchObject({
      answer: "0",
      section: "1",
      because: "exception in 2: $0",
    });
  });

  test("of a family names the ground that is pending, then the one that holds, with its event", () => {
    const pending = reasonOf({ value: "Bad", on: "2024-02-02" }, missed);
    expect(pending).toMatchObject({
      answer: false,
      uses: [
        { value: "Default", answer: false, kind: "family", section: "3", uses: [{ value: "Default", of: "february" }] },
      ],
    });
    expect(pending.uses[0]?.because).toBe("pending since 2024-02-01, with time left to cure it");
    expect(reasonOf({ value: "Default", on: "2024-02-04" }, missed)).toMatchObject({
      answer: true,
      because: "since 2024-02-04",
      uses: [{ of: "february", because: "since 2024-02-04: its Payment Made has not happened" }],
    });
    expect(reasonOf({ value: "Default", on: "2024-02-01" })).toMatchObject({
      answer: false,
      because: "no Default continues or is pending",
      uses: [],
    });
  });
});

test("the journal gives the last day on which a ground that is pending can be cured", () => {
  const { journal } = ensured(runScenario(template, loadedWith([missed]))).outcome;
  expect(journal.filter(({ kind }) => kind === "default").map(({ on, text }) => `${on} ${text}`)).toEqual([
    "2024-02-01 Default under 3 (february) is pending until the end of 2024-02-04",
    "2024-02-04 Default under 3 (february) occurs",
  ]);
});

test.each(acceptanceScenarios())("each question of $note $name has a reason with the answer's figure", (scenario) => {
  const it = templateOf(scenario.note);
  const loaded = loadedScenario(it, scenario);
  const replay = new Replay(it, loaded);
  for (const question of loaded.scenario.ask) {
    const { answer, error } = describeReason(ensured(replay.explain(question)));
    const got = error === undefined ? (answer === null ? "null" : "value") : "error";
    expect(got).toBe(question.expect?.kind);
  }
});
