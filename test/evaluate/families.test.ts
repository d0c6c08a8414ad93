import { expect, test } from "vitest";
import { compile, loadScenario, runScenario } from "../../src/index.ts";

const note = `note "Small"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
given Issue Date: date = 2024-01-02
event Receiver Appointed
event Delisting

section 3.6 "Receiver"
Event of Default occurs
  when Receiver Appointed has happened
section 3.9 "Delisting"
Event of Default occurs
  when Delisting has happened
`;

test.each([
  ["2024-02-01", undefined, false, "3.6, 3.9"],
  ["2024-02-02", undefined, true, "3.9"],
  ["2024-02-03", undefined, true, "3.6, 3.9"],
  ["2024-02-02", "3.6", false, "3.6"],
])(
  "a default asked about on %s, of %s, names the sections under which it continues, or all",
  (on, of, answer, section) => {
    const events = [
      { on: "2024-02-02", event: "Delisting" },
      { on: "2024-02-03", event: "Receiver Appointed" },
    ];
    const ask = [{ value: "Event of Default", on, ...(of === undefined ? {} : { of }) }];
    const text = JSON.stringify({ scenario: "small", note: "small", terms: {}, events, ask });
    const template = compile(note);
    if (!template.ok) throw new Error("the note compiles");
    const loaded = loadScenario(template.value, { scenario: { name: "small.json", text } });
    if (!loaded.ok) throw new Error("the scenario is in order");
    const run = runScenario(template.value, loaded.value);
    expect(run.ok && run.value.outcome.answers).toMatchObject([{ answer, section }]);
  },
);
