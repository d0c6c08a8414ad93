import { expect, test } from "vitest";
import { compile, loadScenario, runScenario } from "../../src/index.ts";

const note = `note "Small"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
given Issue Date: date = 2024-01-02
Left starts at $100
event Payment by Borrower
  Amount: money
when Payment
  Left falls by its Amount
event Call by Borrower
event Offer by Borrower
Callable holds when all of
  (i) Left is more than $0
  (ii) today is after Issue Date
  (iii) today is before 2024-03-01
the Borrower may give Call only if Callable, else "the note may not be called"
the Borrower may give Offer only if Left is $0, else "there is still something to pay"
`;

/** Why each refused event was refused. */
function reasonsFor(events: readonly object[]): string[] {
  const template = compile(note);
  if (!template.ok) throw new Error("the note compiles");
  const text = JSON.stringify({ scenario: "small", note: "small", terms: {}, events, ask: [] });
  const loaded = loadScenario(template.value, { scenario: { name: "small.json", text } });
  if (!loaded.ok) throw new Error("the scenario is in order");
  const run = runScenario(template.value, loaded.value);
  if (!run.ok) throw new Error("the run was stopped");
  return run.value.outcome.refused.map(({ because }) => because);
}

test.each([
  [
    "one part of a condition under a name",
    [{ on: "2024-01-02", event: "Call" }],
    ["the note may not be called, as `today is after Issue Date` does not hold"],
  ],
  [
    "two of them",
    [
      { on: "2024-01-03", event: "Payment", Amount: "100" },
      { on: "2024-03-01", event: "Call" },
    ],
    ["the note may not be called, as `Left is more than $0` and `today is before 2024-03-01` do not hold"],
  ],
  ["a condition of its own", [{ on: "2024-01-03", event: "Offer" }], ["there is still something to pay"]],
  ["nothing, where all of it holds", [{ on: "2024-01-03", event: "Call" }], []],
])("a refusal tells %s", (_, events, reasons) => expect(reasonsFor(events)).toEqual(reasons));
