/** Scenarios made as data: the same as their text, with a JSON pointer for each finding. */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { compile, loadScenario, loadScenarioData, Replay } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { fencedBlocks } from "../support/markdown.ts";

const template = ensured(
  compile(`note "Example"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date

given Issue Date: date = 2023-01-01
given Principal: money
section 1 "Payment"
event Drawing by Borrower
  Amount: money
Twice means Principal * 2
`),
);
const scenario = {
  scenario: "made",
  note: "example",
  terms: { Principal: "365" },
  events: [{ on: "2023-01-11", event: "Drawing", Amount: "10" }],
  ask: [{ value: "Twice", on: "2023-01-11", expect: "730" }],
};

/** Code and pointer of each finding. */
function found(data: object): string[] {
  const loaded = loadScenarioData(template, data);
  return loaded.ok ? [] : loaded.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);
}

test("a scenario made as data is the scenario of its text", () => {
  const made = ensured(loadScenarioData(template, scenario));
  expect(ensured(new Replay(template, made).test()).map(({ passed }) => passed)).toEqual([true]);
  const text = { name: "scenario.json", text: JSON.stringify(scenario, null, 2) };
  const read = ensured(loadScenario(template, { scenario: text }));
  const receipts = [made, read].map((it) => ensured(new Replay(template, it).outcome()).receipt);
  expect(receipts[0]).toBe(receipts[1]);
});

const circle: Record<string, unknown> = { ...scenario };
circle.terms = circle;

test.each<[string, object, string[]]>([
  ["a key too many", { ...scenario, "a/b": 1 }, ["TN5201 /a~1b"]],
  ["a number for an amount", { ...scenario, terms: { Principal: 365 } }, ["TN5203 /terms/Principal"]],
  [
    "a day that is not one",
    { ...scenario, events: [{ ...scenario.events[0], on: "2023-02-30" }] },
    ["TN5006 /events/0/on"],
  ],
  ["an unknown value", { ...scenario, ask: [{ value: "Thrice" }] }, ["TN5212 /ask/0/value"]],
  ["a missing key, at what lacks it", { ...scenario, terms: {} }, ["TN5205 /terms"]],
  ["no list", { ...scenario, ask: {} }, ["TN5001 /ask"]],
  ["a Date", { ...scenario, events: [{ on: new Date(0), event: "Drawing" }] }, ["TN5001 /events/0/on"]],
  ["a bigint", { ...scenario, terms: { Principal: 365n } }, ["TN5001 /terms/Principal"]],
  ["not a number", { ...scenario, terms: { Principal: Number.NaN } }, ["TN5001 /terms/Principal"]],
  ["undefined in a list", { ...scenario, ask: [undefined] }, ["TN5001 /ask/0"]],
  ["an object in itself", circle, ["TN5001 /terms"]],
])("%s", (_, data, expected) => {
  expect(found(data)).toEqual(expected);
});

test("a key without a value is left out, as JSON leaves it out", () => {
  expect(found({ ...scenario, title: undefined })).toEqual([]);
});

test("the guide for importers works", () => {
  const [block] = fencedBlocks(readFileSync("docs/importing.md", "utf8")).filter(({ kind }) => kind === "js");
  const context = { tenor: { compile, loadScenarioData, Replay } };
  const result: unknown = runInNewContext(`${block?.text}\n[answers, problems]`, context);
  // As plain data: lists of another context are of another class.
  expect(JSON.parse(JSON.stringify(result))).toEqual([["1250"], ["/events/0/on"]]);
});
