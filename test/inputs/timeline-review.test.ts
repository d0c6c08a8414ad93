/** Warnings about days whose events are listed against their times: of scenarios, of scenarios as data, of stories. */
import { expect, test } from "vitest";
import { compile, loadScenario, loadScenarioData, loadStory, storiesOf } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";

const template = ensured(
  compile(`note "Times"
  language: 1
  parties: Company, Holder
  exists from: Issue Date
given Issue Date: date = 2024-01-02
section 1 "Calls"
event Call by Holder
event Split by Company
  Ratio: number
share basis changes on Split by its Ratio
Calls means the number of Call events
test "against the times"
  on 2024-01-03 at 15:00: Call "late"
  on 2024-01-03 at 09:00: Call
  expect: Calls on 2024-01-03 is 2
test "by the times"
  on 2024-01-03 at 09:00: Call
  on 2024-01-03 at 15:00: Call "late"
  expect: Calls on 2024-01-03 is 2
`),
);
type Listed = readonly [at: string | undefined, id?: string, on?: string];

function scenarioOf(listed: readonly Listed[]): object {
  const events = listed.map(([at, id, on = "2024-01-03"]) => ({ on, at, event: "Call", id }));
  return { note: "times", terms: {}, events, ask: [] };
}
const warningsOf = (scenario: object) => ensured(loadScenarioData(template, scenario)).warnings;

test.each<[string, Listed[]]>([
  ["by their times", [["09:00"], ["16:00"]]],
  ["at equal times", [["09:00"], ["09:00"]]],
  ["without times", [[undefined], [undefined]]],
  ["one of them without a time", [["16:00"], [undefined]]],
  [
    "a later time on an earlier day",
    [
      ["09:00", "b", "2024-01-04"],
      ["16:00", "a"],
    ],
  ],
  ["an earlier time on a later day", [["16:00"], ["09:00", "b", "2024-01-04"]]],
])("no warning: %s", (_, listed) => expect(warningsOf(scenarioOf(listed))).toEqual([]));

test.each<[string, Listed[], string[]]>([
  [
    "the later first",
    [
      ["16:00", "a"],
      ["09:00", "b"],
    ],
    ["/events/1 On 2024-01-03, `Call a` at 16:00 is listed before `Call b` at 09:00, but runs after it"],
  ],
  [
    "events without an id",
    [["16:00"], ["09:00"]],
    ["/events/1 On 2024-01-03, `Call` at 16:00 is listed before `Call` at 09:00, but runs after it"],
  ],
  [
    "one without a time between them",
    [["16:00", "a"], [undefined], ["09:00", "b"]],
    ["/events/2 On 2024-01-03, `Call a` at 16:00 is listed before `Call b` at 09:00, but runs after it"],
  ],
  [
    "a day once, and each day",
    [
      ["16:00", "a"],
      ["10:00", "b"],
      ["09:00", "c"],
      ["08:01", "d", "2024-01-04"],
      ["08:00", "e", "2024-01-04"],
    ],
    [
      "/events/1 On 2024-01-03, `Call a` at 16:00 is listed before `Call b` at 10:00, but runs after it",
      "/events/4 On 2024-01-04, `Call d` at 08:01 is listed before `Call e` at 08:00, but runs after it",
    ],
  ],
])("a warning: %s", (_, listed, expected) => {
  const found = warningsOf(scenarioOf(listed));
  expect(found.map(({ pointer, message }) => `${pointer} ${message}`)).toEqual(expected);
  expect(found.map(({ code }) => code)).toEqual(expected.map(() => "TN5240"));
});

test("what opens its day does so at any time", () => {
  const split = { on: "2024-01-03", at: "09:00", event: "Split", Ratio: "2" };
  const call = { on: "2024-01-03", at: "16:00", event: "Call" };
  expect(warningsOf({ note: "times", terms: {}, events: [call, split], ask: [] })).toEqual([]);
});

test("both places are shown, in the text of the scenario", () => {
  const text = JSON.stringify(scenarioOf([["16:00"], ["09:00"]]), null, 1);
  const [found] = ensured(loadScenario(template, { scenario: { name: "s.json", text } })).warnings;
  // A brace, the note, the terms and the head of the list are lines 1 to 4; an event has five lines.
  const lineOf = (span = found?.span) => span?.source.positionAt(span.start).line;
  expect([lineOf(), lineOf(found?.related[0]?.span)]).toEqual([10, 5]);
});

test("a story is warned of at its own lines", () => {
  const found = storiesOf(template).flatMap((story) =>
    ensured(loadStory(template, story, {})).warnings.map(({ span, related, message }) => ({
      at: [span, ...related.map((it) => it.span)].map((it) => it.source.positionAt(it.start).line),
      message,
    })),
  );
  const message = "On 2024-01-03, `Call late` at 15:00 is listed before `Call` at 09:00, but runs after it";
  expect(found).toEqual([{ at: [14, 13], message }]);
});
