import { fc, test as property } from "@fast-check/vitest";
import { expect } from "vitest";
import { renderText } from "../../src/diagnostics/render-text.ts";
import type { Result } from "../../src/diagnostics/result.ts";
import { readCalendar } from "../../src/inputs/calendar-file.ts";
import { readMarket } from "../../src/inputs/market.ts";
import { readScenario } from "../../src/inputs/scenario.ts";
import { filesOf, parseScenario } from "../../src/inputs/scenario-file.ts";
import { sampleProgram } from "./sample-program.ts";

/** Whatever a file holds, it is read or it has problems that can be shown; nothing throws. */
const pieces = [
  ...["date", "open", "high", "low", "close", "vwap", "volume", "holiday", "2024-02-29", "2024-02-30", "1", "-1", ".5"],
  ...[",", '"', "\n", "\r\n", " ", "\t", "\0", "\uFEFF", "😀", "\uD800", "{", "}", "[", "]", ":", "\\", "null", "true"],
  ...['"events": [', '"on": ', '"event": "Payment Made"', '"for": "p1"', '"__proto__": ', '"ask": [{ "value": '],
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces)).map((list) => list.join("")),
  fc.string({ unit: "binary" }),
);
const value = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom("Payment Made", "Loan Amount", "2024-02-01", "p1", "3.7", "5", "wire", true),
  },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
);
const keys = [
  "on",
  "at",
  "event",
  "id",
  "for",
  "Amount",
  "Method",
  "value",
  "of",
  "expect",
  "error",
  "Rate",
  "days of grace",
];
const item = fc.dictionary(fc.constantFrom(...keys), value);
const anyScenario = fc.record(
  { scenario: value, note: value, terms: item, readings: item, events: fc.array(item), ask: fc.array(item) },
  { requiredKeys: [] },
);

property.prop([anyText])("any text as a market, a calendar or a scenario", (text) => {
  expectToBeShown(readMarket(text, "a.csv"));
  expectToBeShown(readCalendar(text, "a.csv"));
  expectToBeShown(filesOf(parseScenario(text, "a.json")));
  expectToBeShown(readScenario(parseScenario(text, "a.json"), sampleProgram));
});

property.prop([anyScenario])("anything in the form of a scenario", (scenario) => {
  const file = parseScenario(JSON.stringify(scenario, null, 1), "a.json");
  expectToBeShown(filesOf(file));
  expectToBeShown(readScenario(file, sampleProgram));
});

function expectToBeShown(result: Result<unknown>): void {
  if (result.ok) return;
  expect(result.diagnostics.length).toBeGreaterThan(0);
  for (const found of result.diagnostics) {
    const { source, start, end } = found.span;
    expect([start >= 0, start <= end, end <= source.text.length]).toEqual([true, true, true]);
    expect(renderText(found)).toContain(found.code);
  }
}
