/**
 * Two evaluators of one page: the exact engine, and a plain one written from docs/semantics.md alone. Where they differ, one
 * of them or the page is wrong. What they differ in is cut down to the smallest template and timeline that still shows it.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileFile } from "../src/cli/files/open-scenario.ts";
import { openStory } from "../src/cli/files/open-story.ts";
import type { Template } from "../src/index.ts";
import { formatDate, parseDate, storiesOf } from "../src/index.ts";
import type { PlainDate } from "../src/units/plain-date.ts";
import { acceptanceScenarios, loadedScenario, templateOf } from "./support/acceptance.ts";
import {
  compileLeniently,
  differences,
  disagreements,
  shownCase,
  smallest,
  smallestScenario,
} from "./support/random-note/disagreement.ts";
import { drawFrom, pickFrom } from "./support/random-note/draw.ts";
import { wordsToDraw } from "./support/random-note/fitting-words.ts";
import type { Stretch } from "./support/random-note/own-events.ts";
import { ownEvents, someQuestions } from "./support/random-note/own-events.ts";
import { randomTemplate, templateText } from "./support/random-note/template.ts";
import type { RandomScenario } from "./support/random-note/timeline.ts";
import { questionsAbout, randomTimeline, weekdays } from "./support/random-note/timeline.ts";

// A seed stands for a template and its timelines. Smaller seeds are no smaller cases, so fast-check does not shrink them.
const seed = fc.noShrink(fc.nat());

/** How many templates are drawn; `TENOR_RANDOM_NOTES=10000 npx vitest run test/differential.test.ts` draws more. */
const notesDrawn = Number(process.env.TENOR_RANDOM_NOTES ?? 250);

test("templates of all constructs, on random timelines", { timeout: 60_000 + notesDrawn * 500 }, () => {
  const property = fc.property(seed, (start) => {
    const draw = drawFrom(start);
    const template = randomTemplate(draw);
    const compiled = compileLeniently(templateText(template));
    // A draw can make a definition that needs itself, or a circle that nothing solves: neither can be run.
    fc.pre(typeof compiled !== "string" || !/depends on itself|can't be solved/.test(compiled));
    if (typeof compiled === "string") throw new Error(`${compiled}\n${templateText(template)}`);
    for (let count = 0; count < 2; count++) {
      const timeline = randomTimeline(draw);
      const scenario = { ...timeline, ask: questionsAbout(compiled.program, timeline, draw) };
      const found = disagreements(compiled, scenario);
      const [first] = typeof found === "string" ? [] : found;
      if (first !== undefined) throw new Error(shownCase(smallest(template, scenario, first)));
    }
  });
  fc.assert(property, { numRuns: notesDrawn });
});

test("every word of a value or a condition is drawn", () => {
  const text = Array.from({ length: 150 }, (_, start) => templateText(randomTemplate(drawFrom(start)))).join("\n");
  // The months of an anniversary are drawn, too.
  const missing = wordsToDraw().filter((words) => !text.includes(words.replace("3-month", "1-month")));
  expect(missing).toEqual([]);
});

interface Subject {
  readonly note: string;
  readonly stretch: Stretch;
  readonly terms: readonly Readonly<Record<string, string>>[];
}

const stretchFrom = (day: string): Stretch => ({ from: parseDate(day) as PlainDate, days: 150, events: 14 });

const subjects: readonly Subject[] = [
  {
    note: "juniper-2005",
    stretch: stretchFrom("2005-12-28"),
    terms: [
      { Principal: "500000", "Shares Outstanding": "100000000" },
      { Principal: "250000", "Shares Outstanding": "3000000", "Authorized Shares Available": "900000" },
    ],
  },
  {
    note: "secured-services-2006",
    stretch: stretchFrom("2006-02-15"),
    terms: [
      { Principal: "500000", "Shares Outstanding": "10000000" },
      { Principal: "1000000", "Shares Outstanding": "100000" },
    ],
  },
  {
    note: "term-loan",
    stretch: stretchFrom("2024-01-31"),
    terms: [
      {
        "Loan Amount": "120000",
        "Drawdown Date": "2024-01-15",
        "Interest Rate": "0.09",
        "Number of Instalments": "12",
      },
      { "Loan Amount": "1000", "Drawdown Date": "2024-01-31", "Interest Rate": "0", "Number of Instalments": "3" },
    ],
  },
  {
    note: "post-money-safe",
    stretch: stretchFrom("2024-01-15"),
    terms: [{ "Purchase Amount": "250000", "Issue Date": "2024-01-15", "Post-Money Valuation Cap": "1000000" }],
  },
  {
    note: "preferred-conversion",
    stretch: stretchFrom("2024-01-15"),
    terms: [
      {
        "Series A Issued": "250000",
        "Original Issue Price": "2",
        "Original Issue Date": "2024-01-15",
        "Common at Issue": "1000000",
      },
    ],
  },
  {
    note: "convertible-note-series",
    stretch: stretchFrom("2025-01-15"),
    terms: [{ "Issue Date": "2025-01-15", "Closing Deadline": "2025-03-31", "Maturity Date": "2025-05-30" }],
  },
  {
    note: "amortising-note",
    stretch: { ...stretchFrom("2024-02-01"), days: 70 },
    terms: [{}, { Principal: "350000", "Maturity Date": "2024-04-01", "Shares at Issue": "2000000" }],
  },
  {
    note: "listed-convertible",
    stretch: { ...stretchFrom("2026-06-04"), days: 60 },
    terms: [
      { "Closing Date": "2026-06-04", "First Conversion Day": "2026-06-08" },
      {
        ...{ "Closing Date": "2026-06-04", "First Conversion Day": "2026-06-08", "Number of Bonds": "4" },
        ...{ "First Call Date": "2026-06-22", "Put Date": "2026-07-20", "Maturity Date": "2026-08-03" },
      },
    ],
  },
];

test.each(subjects)("$note, on random timelines of its own events", { timeout: 60_000 }, (subject) => {
  const template = templateOf(subject.note);
  const property = fc.property(seed, (start) => {
    const scenario = ownScenario(template, subject, start);
    const found = disagreements(template, scenario);
    if (typeof found === "string") throw new Error(found);
    const [first] = found;
    if (first !== undefined) throw new Error(smallestScenario(template, scenario, first));
  });
  fc.assert(property, { numRuns: 20 });
});

function ownScenario({ program }: Template, { stretch, terms }: Subject, start: number): RandomScenario {
  const draw = drawFrom(start);
  const events = ownEvents(program, stretch, draw);
  const readings = [...program.readings.values()].filter(() => draw(4) === 0);
  return {
    terms: pickFrom(draw, terms),
    readings: Object.fromEntries(readings.map(({ name, choices }) => [name, pickFrom(draw, choices)])),
    events,
    ask: someQuestions(program, { events }, stretch, draw),
    market: weekdays(draw, stretch.from - 40, stretch.from + stretch.days - 10, 40),
    calendar: `date,holiday\n${[2005, 2008, 2023, 2026].map((year) => `${year}-12-26,holiday\n`).join("")}`,
  };
}

// The simple evaluator takes long for the years to maturity.
test.each([
  ["listed-convertible", "2026-01-01"],
  ["amortising-note", "2024-04-01"],
])("the stories of %s that end before %s", { timeout: 120_000 }, async (note, day) => {
  const compiled = opened(await compileFile(`terms/${note}.stories.tenor`, "command"));
  let compared = 0;
  for (const story of storiesOf(compiled)) {
    const loaded = opened(await openStory(story, compiled, "terms"));
    if (loaded.scenario.ask.some(({ on }) => on !== undefined && formatDate(on) >= day)) continue;
    expect([story.name, differences(compiled, loaded)]).toEqual([story.name, []]);
    compared++;
  }
  expect(compared).toBeGreaterThan(10);
});

type Opened<T> = { ok: true; value: T } | { ok: false; diagnostics: readonly { message: string }[] };

function opened<T>(result: Opened<T>): T {
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("\n"));
  return result.value;
}

describe("the acceptance scenarios", () => {
  test.each(acceptanceScenarios())("$note $name", (scenario) => {
    const template = templateOf(scenario.note);
    expect(differences(template, loadedScenario(template, scenario))).toEqual([]);
  });
});
