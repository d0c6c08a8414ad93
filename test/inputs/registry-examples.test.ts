import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { comparisons } from "../../src/diagnostics/registry/comparisons.ts";
import type { Entry } from "../../src/diagnostics/registry/entry.ts";
import { exampleHead } from "../../src/diagnostics/registry/example-head.ts";
import { contractTexts } from "../../src/diagnostics/registry/files/contract-texts.ts";
import { portfolios } from "../../src/diagnostics/registry/files/portfolios.ts";
import { inputs } from "../../src/diagnostics/registry/inputs.ts";
import { simulation } from "../../src/diagnostics/registry/simulation.ts";
import { entryOf, isCode } from "../../src/diagnostics/registry.ts";
import type { Result } from "../../src/diagnostics/result.ts";
import { contractFindings } from "../../src/driver/cover.ts";
import { checkSource } from "../../src/driver/templates.ts";
import { parseBinding, readBinding } from "../../src/inputs/binding/read-binding.ts";
import { readCalendar } from "../../src/inputs/calendar-file.ts";
import { readMarket } from "../../src/inputs/market.ts";
import type { Split } from "../../src/inputs/market-review.ts";
import { reviewMarket } from "../../src/inputs/market-review.ts";
import { readPortfolio } from "../../src/inputs/portfolio/read-portfolio.ts";
import { layoutOf, usualLayout } from "../../src/inputs/scenario/market-layout.ts";
import { reviewTimeline } from "../../src/inputs/scenario/timeline-review.ts";
import { readScenario } from "../../src/inputs/scenario.ts";
import { parseScenario } from "../../src/inputs/scenario-file.ts";
import { parseStory, readStory } from "../../src/inputs/story/read-story.ts";
import { readModelText } from "../../src/paths/read-model.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import type { Calendar } from "../../src/units/business-days.ts";
import { builtInCalendar } from "../../src/units/calendars/built-in.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { parseDate } from "../../src/units/plain-date.ts";
import { rate } from "../../src/units/value-type.ts";
import { sampleProgram } from "./sample-program.ts";

/** Found where the files of a scenario are put together, not by a reader of one file. */
const foundByDriver = [
  "TN5302",
  "TN5404",
  "TN5421",
  "TN5525",
  "TN5526",
  "TN5527",
  "TN5528",
  "TN5529",
  "TN5530",
  "TN5531",
  "TN5544",
  "TN5560",
];
const usBank = builtInCalendar("us-bank") as Calendar;
const examples = Object.keys({
  ...inputs,
  ...comparisons,
  ...simulation,
  ...portfolios,
  ...contractTexts,
  TN5496: true,
})
  .filter(isCode)
  .filter((code) => !foundByDriver.includes(code));
const tableNote = `${exampleHead}given Days Held: number
Premium means by the table of Days Held
  from "premium.csv": percent
role "penalty": Premium
`;

const ofContract = `${exampleHead}section 1.1 "Notices"
event Notice by Holder
section 2.1 "Payment"
sentence 2
Paid means $1
`;

test.each(examples)("the examples of %s give it and nothing", (code) => {
  const { language, wrong, right } = entryOf(code);
  const splits = code === "TN5115" ? [{ on: parseDate("2024-01-04") as PlainDate, ratio: 2 }] : [];
  const found = findings(language, wrong, splits).map((it) => it.code);
  expect(found).toContain(code);
  // A problem is reported once, though some examples have to have it many times.
  expect(code === "TN5110" ? [code] : found).toEqual([code]);
  expect(findings(language, right, splits)).toEqual([]);
});

function findings(language: Entry["language"], text: string, splits: readonly Split[]): readonly Diagnostic[] {
  switch (language) {
    case "market": {
      const columns = new Map([["rate", { type: rate, isRead: true }]]);
      const layout = text.startsWith("date,rate") ? layoutOf({ columns }, { columns: new Map() }) : usualLayout;
      const market = readMarket(text, "example.csv", layout);
      return market.ok ? reviewMarket(market.value, usBank, splits) : market.diagnostics;
    }
    case "calendar":
      return problemsOf(readCalendar(text, "example.csv"));
    case "scenario": {
      const read = readScenario(parseScenario(text, "example.json"), sampleProgram);
      return read.ok ? reviewTimeline(read.value.events, sampleProgram) : read.diagnostics;
    }
    case "story":
      return problemsOf(readStory(parseStory(text, "example.json")));
    case "binding":
      return problemsOf(readBinding(parseBinding(text, "example.json"), sampleProgram));
    case "model":
      return problemsOf(readModelText(text));
    case "portfolio": {
      const rows = readPortfolio(text, "example.csv");
      return rows.ok ? rows.value.flatMap(({ read }) => problemsOf(read)) : rows.diagnostics;
    }
    case "table": {
      const rows = new SourceFile("premium.csv", text);
      return checkSource(new SourceFile("note.tenor", tableNote), [rows]).diagnostics;
    }
    case "contract":
      return contractFindings({ name: "note.tenor", text: ofContract }, { name: "contract.txt", text });
    case "subject":
    case "tenor":
      throw new Error("no reader of one file finds this");
  }
}

function problemsOf(result: Result<unknown>) {
  return result.ok ? [] : result.diagnostics;
}
