/** A mistake in a story is found as the same mistake in a scenario, under the same code, at its place in the template. */
import { expect, test } from "vitest";
import { loadScenario } from "../../src/driver/scenarios.ts";
import { checkSource, compileSource, templateFrom } from "../../src/driver/templates.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { textOf } from "../../src/source/span.ts";
import { isAboutUnused } from "../support/unused.ts";

const note = `note "Example"
  language: 1
  parties: Company, Investor
  exists from: Start
given Start: date = 2025-03-15
given Cap: money
given Share: number = 1
event Line by Company
  Shares: shares
  Paid: money, optional
event Void for Line by Company
event Reply for Void by Investor
reading "days"
  passage: "p"
  choices: "actual", "thirty"
  chosen: "actual"
Basis holds when "days" is read "actual"
All Shares means the sum of its Shares over Line events where (its Void has not happened)
section 3.7 "Sum"
All Paid means the sum of its Paid over Line events where (its Paid is set)
`;

/** Code and text under the carets of what is found in a story with these lines. */
function inStory(lines: readonly string[]): string[] {
  const text = `${note}test "a story"\n${lines.map((line) => `  ${line}\n`).join("")}  expect: All Shares on 2025-05-01 is 0 shares\n`;
  return checkSource(new SourceFile("note.tenor", text))
    .diagnostics.filter((it) => !isAboutUnused(it))
    .map(({ code, span }) => `${code} ${textOf(span)}`);
}

/** The codes of what is found in a scenario with these keys. */
function inScenario(keys: string): string[] {
  const core = compileSource(new SourceFile("note.tenor", note));
  if (!core.ok) throw new Error("the note of this test has a fault");
  const text = `{ "scenario": "s", "note": "note.tenor", ${keys}, "ask": [] }`;
  const loaded = loadScenario(templateFrom(core.value), { scenario: { name: "s.json", text } });
  return loaded.ok ? [] : loaded.diagnostics.map(({ code }) => code);
}

const terms = '"terms": { "Cap": "5" }';
const cap = "with: Cap = $5";
const first = 'on 2025-04-01: Line "a", Shares 5 shares';
const line = '{ "on": "2025-04-01", "event": "Line", "id": "a", "Shares": "5" }';
const withEvents = (...events: readonly string[]) => `${terms}, "events": [${events.join(", ")}]`;
const event = (on: string, name: string, more: string) => `{ "on": "${on}", "event": "${name}", ${more} }`;

test.each<[name: string, story: readonly string[], scenario: string, code: string, under: string]>([
  [
    "an event before the note exists",
    [cap, "on 2023-05-01: Line, Shares 5 shares"],
    withEvents(event("2023-05-01", "Line", '"Shares": "5"')),
    "TN5214",
    "2023-05-01",
  ],
  [
    "an event listed before the one of the same day that it is for",
    [cap, 'on 2025-04-01: Void for "a"', first],
    withEvents(event("2025-04-01", "Void", '"for": "a"'), line),
    "TN5226",
    "2025-04-01",
  ],
  ["a deal term that is missing", [first], `"terms": {}, "events": [${line}]`, "TN5205", '"a story"'],
  ["a deal term given twice", [cap, cap], '"terms": { "Cap": "5", "Cap": "5" }, "events": []', "TN5005", "Cap"],
  ["a deal term below zero", ["with: Cap = ($1 - $6)"], '"terms": { "Cap": "-5" }, "events": []', "TN5227", "$1 - $6"],
  [
    "a reading chosen twice",
    [cap, 'reading: "days" = "actual"', 'reading: "days" = "thirty"'],
    `${terms}, "events": [], "readings": { "days": "actual", "days": "thirty" }`,
    "TN5005",
    '"days"',
  ],
  [
    "a field that is missing",
    [cap, 'on 2025-04-01: Line "a"'],
    withEvents(event("2025-04-01", "Line", '"id": "a"')),
    "TN5208",
    "Line",
  ],
  [
    "a field given twice",
    [cap, `${first}, Shares 6 shares`],
    withEvents(event("2025-04-01", "Line", '"Shares": "5", "Shares": "6"')),
    "TN5005",
    "Shares",
  ],
  [
    "shares below zero",
    [cap, "on 2025-04-01: Line, Shares (0 shares - 5 shares)"],
    withEvents(event("2025-04-01", "Line", '"Shares": "-5"')),
    "TN5227",
    "0 shares - 5 shares",
  ],
  [
    "money below zero",
    [cap, `${first}, Paid ($0 - $5)`],
    withEvents(event("2025-04-01", "Line", '"Shares": "5", "Paid": "-5"')),
    "TN5227",
    "$0 - $5",
  ],
  ["one id for two events", [cap, first, first], withEvents(line, line), "TN5220", '"a"'],
  [
    "an id that is a section",
    [cap, 'on 2025-04-01: Line "3.7", Shares 5 shares'],
    withEvents(event("2025-04-01", "Line", '"id": "3.7", "Shares": "5"')),
    "TN5221",
    '"3.7"',
  ],
  [
    "an event for one that is not there",
    [cap, first, 'on 2025-04-02: Void for "b"'],
    withEvents(line, event("2025-04-02", "Void", '"for": "b"')),
    "TN5215",
    '"b"',
  ],
  [
    "an event that does not say for which one it is",
    [cap, first, "on 2025-04-02: Void"],
    withEvents(line, '{ "on": "2025-04-02", "event": "Void" }'),
    "TN5217",
    "Void",
  ],
  [
    "an event for another kind of event",
    [cap, first, 'on 2025-04-02: Reply for "a"'],
    withEvents(line, event("2025-04-02", "Reply", '"for": "a"')),
    "TN5216",
    '"a"',
  ],
  [
    "an event that is for none, and says so",
    [cap, first, 'on 2025-04-02: Line for "a", Shares 1 share'],
    withEvents(line, event("2025-04-02", "Line", '"for": "a", "Shares": "1"')),
    "TN5218",
    '"a"',
  ],
  [
    "an event before the one that it is for",
    [cap, first, 'on 2025-03-20: Void for "a"'],
    withEvents(line, event("2025-03-20", "Void", '"for": "a"')),
    "TN5226",
    "2025-03-20",
  ],
])("%s", (_, story, scenario, code, under) => {
  expect(inStory(story)).toEqual([`${code} ${under}`]);
  expect(inScenario(scenario)).toEqual([code]);
});

test.each<[name: string, story: readonly string[], scenario: string]>([
  [
    "an event on the first day",
    [cap, "on 2025-03-15: Line, Shares 5 shares"],
    withEvents(event("2025-03-15", "Line", '"Shares": "5"')),
  ],
  ["an event without an optional field", [cap, first], withEvents(line)],
  [
    "an event of the same day as the one that it is for, listed after it",
    [cap, first, 'on 2025-04-01: Void for "a"'],
    withEvents(line, event("2025-04-01", "Void", '"for": "a"')),
  ],
  ["a deal term without limit", ["with: Cap = unlimited"], '"terms": { "Cap": "unlimited" }, "events": []'],
  ["an exact quotient", [cap, "with: Share = 1 / 190"], '"terms": { "Cap": "5", "Share": "1/190" }, "events": []'],
  ["a plain number below zero", [cap, "with: Share = (0 - 1)"], '"terms": { "Cap": "5", "Share": "-1" }, "events": []'],
  [
    "a figure of more digits than a scenario may have",
    [cap, "with: Share = 10 to the power of 50"],
    '"terms": { "Cap": "5", "Share": "10" }, "events": []',
  ],
])("%s is fine", (_, story, scenario) => {
  expect(inStory(story)).toEqual([]);
  expect(inScenario(scenario)).toEqual([]);
});

test("what is to be written is in the words of a story", () => {
  const help = (lines: string) =>
    checkSource(new SourceFile("note.tenor", `${note}test "a story"\n${lines}`))
      .diagnostics.filter((it) => !isAboutUnused(it))
      .map((it) => it.help);
  expect(help(`  ${first}\n  on 2025-04-02: Void\n  on 2025-04-02: Line "b"\n`)).toEqual([
    "add `with: Cap = …`, an amount of money",
    'add `for "a"`, or the id of another Line, whichever is meant',
    "add `, Shares …`, a number of shares",
  ]);
  expect(help(`  ${cap}\n  on 2025-04-02: Void\n`)).toEqual([
    'give that event an id in quotes behind its name, and add `for "ID"`',
  ]);
  expect(help(`  ${cap}\n  on 2025-04-02: Void for "a"\n`)).toEqual([
    'give the Line that is meant `"a"` behind its name',
  ]);
});

test("a listing against the times is a warning on the event that runs first", () => {
  const at = (day: string, time: string, id: string) =>
    `on ${day}${time && ` at ${time}`}: Line "${id}", Shares 5 shares`;
  const listed = (...events: readonly string[]) => inStory([cap, ...events]);
  const late = at("2025-04-01", "16:00", "a");
  const early = at("2025-04-01", "09:00", "b");
  expect(listed(late, early)).toEqual([`TN5240 ${early}`]);
  // One without a time stands right after the one before it.
  expect(listed(late, at("2025-04-01", "", "c"), early)).toEqual([`TN5240 ${early}`]);
  expect(listed(early, late)).toEqual([]);
  expect(listed(late, at("2025-04-02", "09:00", "b"))).toEqual([]);
});

test.each(["17:00", "5:00 p.m.", "5:00pm", "12:00 a.m."])("a report of %s has a time", (time) => {
  expect(inStory([cap, `on 2025-04-01 at ${time}: Line, Shares 5 shares`])).toEqual([]);
});

test("a warning about its times does not keep a story from running", () => {
  const text = `${note}test "a story"\n  ${cap}\n  on 2025-04-01 at 16:00: Line, Shares 5 shares\n  on 2025-04-01 at 09:00: Line, Shares 5 shares\n`;
  expect(compileSource(new SourceFile("note.tenor", text)).ok).toBe(true);
});
