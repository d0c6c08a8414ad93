/** What is said of market data when a scenario is loaded; what each review finds is tested beside it. */
import { describe, expect, test } from "vitest";
import { check, checkReport, compile, loadScenarioData, loadStory, renderText, storiesOf } from "../../src/index.ts";
import { textOf } from "../../src/source/span.ts";
import { ensured } from "../support/acceptance.ts";

const template = ensured(
  compile(`note "Splits"
  language: 1
  parties: Company, Holder
  exists from: Issue Date
  business days: "nyse"

given Issue Date: date = 2020-08-03
event Stock Split by Company
  New: number
  Old: number
event Combination by Company
  Ratio: number
section 1 "Price"
share basis changes on Stock Split by (its New / its Old)
share basis changes on Combination by its Ratio
Low means the lowest of market close over 2 trading days ending today
`),
);
// Thursday, Friday, Monday, Tuesday: four trading days in a row.
const days = ["2020-08-27", "2020-08-28", "2020-08-31", "2020-09-01"];
const split = { on: "2020-08-31", event: "Stock Split", New: "4", Old: "1" };

function codesFor(closes: readonly number[], events: readonly object[]): string[] {
  const rows = days.map((day, index) => `${day},1,999,1,${closes[index]},1,100`);
  const market = { name: "m.csv", text: `date,open,high,low,close,vwap,volume\n${rows.join("\n")}\n` };
  const scenario = { note: "splits", terms: {}, events, ask: [] };
  return ensured(loadScenarioData(template, scenario, { market })).warnings.map(({ code }) => code);
}

test.each([
  ["a price that falls to a quarter as the split says", [400, 401, 100, 101], [split], []],
  ["a price that stays over a split of four for one", [100, 101, 102, 101], [split], ["TN5115"]],
  [
    "a price that stays over a combination of one for ten",
    [100, 101, 102, 101],
    [{ on: "2020-08-31", event: "Combination", Ratio: "1/10" }],
    ["TN5115"],
  ],
  ["a price that falls to a quarter without a split", [400, 401, 100, 101], [], ["TN5114"]],
])("%s", (_, closes, events, codes) => {
  expect(codesFor(closes, events)).toEqual(codes);
});

describe("market data that the note asks to be strict", () => {
  const head = (line: string) =>
    `note "Strict"\n  language: 1\n  parties: Company, Holder\n  exists from: Issue Date\n  business days: "nyse"\n${line}\n` +
    "given Issue Date: date = 2020-08-03\nHigh means market high\n";

  /** Severity and code of what is found where 1 September 2020 has a volume of 0, and whether it can be run. */
  function foundIn(line: string, volume: string, story = ""): unknown {
    const note = ensured(compile(head(line) + story));
    const rows = days.map((day, index) => `${day},1,1,1,${index + 1},1,${index < 3 ? index + 1 : volume}`);
    const market = {
      name: "m.csv",
      text: `date,open,high,low,close,vwap,volume\n${rows.join("\n")}\n`.replaceAll(",1,1,1,", ",1,9,1,"),
    };
    const [noteStory] = storiesOf(note);
    const loaded =
      noteStory === undefined
        ? loadScenarioData(note, { note: "strict", terms: {}, events: [], ask: [] }, { market })
        : loadStory(note, noteStory, { market });
    const found = loaded.ok ? loaded.value.warnings : loaded.diagnostics;
    return [loaded.ok, ...found.map(({ severity, code }) => `${severity} ${code}`)];
  }

  const strict = "  market data: strict";
  const story = 'test "high"\n  market: "m.csv"\n  expect: High on 2020-08-31 is $9 per share\n';

  test.each([
    ["without the line, what looks wrong is a warning", "", "0", "", [true, "warning TN5117"]],
    ["with it, an error", strict, "0", "", [false, "error TN5117"]],
    ["with it, an error of a story, too", strict, "0", story, [false, "error TN5117"]],
    ["with it, data in which nothing looks wrong are taken", strict, "4", "", [true]],
    ["and so they are by a story", strict, "4", story, [true]],
  ])("%s", (_, line, volume, text, expected) => {
    expect(foundIn(line, volume, text)).toEqual(expected);
  });

  test("shows where the note asks for it", () => {
    const note = ensured(compile(head(strict)));
    const market = { name: "m.csv", text: "date,open,high,low,close,vwap,volume\n2020-08-27,1,1,1,1,1,0\n" };
    const loaded = loadScenarioData(note, { note: "strict", terms: {}, events: [], ask: [] }, { market });
    if (loaded.ok) throw new Error("a day without volume passes as strict");
    const [found] = loaded.diagnostics;
    expect(found?.related.map(({ span, label }) => [textOf(span), label])).toEqual([
      ["strict", "the note asks for it here"],
    ]);
    expect(found && renderText(found)).toContain("error[TN5117]: ");
    expect(checkReport(loaded.diagnostics).diagnostics[0]?.severity).toBe("error");
  });

  test("is said in one word, once", () => {
    const codes = (line: string) => check(head(line)).map(({ code }) => code);
    expect(codes("  market data: loose")).toEqual(["TN1001"]);
    expect(codes(`${strict}\n${strict}`)).toEqual(["TN1027"]);
    expect(codes(strict)).toEqual([]);
  });
});
