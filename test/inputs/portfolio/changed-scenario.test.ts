import { expect, test } from "vitest";
import { changedScenario, emptyScenario } from "../../../src/inputs/portfolio/changed-scenario.ts";

test("what a row says is put in, and every other letter stays", () => {
  const text =
    '{\n  "note": "loan", // theirs\n  "terms": { "A": 0.10000000000000000001, "B": "2" },\n  "events": []\n}\n';
  const changed = changedScenario(text, [
    [["terms", "B"], "3"],
    [["readings", "days"], "business"],
  ]);
  expect(changed).toContain('"note": "loan", // theirs\n  "terms": { "A": 0.10000000000000000001, "B": "3" },');
  expect(changed).toMatch(/"readings":\s*\{\s*"days":\s*"business"\s*\}/);
});

test("a note without a scenario begins with nothing", () => {
  expect(JSON.parse(changedScenario(emptyScenario, [[["note"], "loan"]]))).toEqual({
    note: "loan",
    terms: {},
    events: [],
    ask: [],
  });
});
