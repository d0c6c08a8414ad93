/**
 * Two evaluators of one page: the exact engine, and a plain one written from docs/semantics.md alone. Where they differ, one
 * of them or the page is wrong. What they differ in is cut down to the smallest template and timeline that still shows it.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDate } from "../src/index.ts";
import type { PlainDate } from "../src/units/plain-date.ts";
import { acceptanceScenarios, loadedScenario, templateOf } from "./support/acceptance.ts";
import {
  compileLeniently,
  differences,
  disagreements,
  shownCase,
  smallest,
} from "./support/random-note/disagreement.ts";
import { drawFrom, pickFrom } from "./support/random-note/draw.ts";
import type { Stretch } from "./support/random-note/own-events.ts";
import { ownEvents, someQuestions } from "./support/random-note/own-events.ts";
import { randomTemplate, templateText } from "./support/random-note/template.ts";
import { questionsAbout, randomTimeline, weekdays } from "./support/random-note/timeline.ts";

// A seed stands for a template and its timelines. Smaller seeds are no smaller cases, so fast-check does not shrink them.
const seed = fc.noShrink(fc.nat());

test("templates of all constructs, on random timelines", { timeout: 60_000 }, () => {
  const property = fc.property(seed, (start) => {
    const draw = drawFrom(start);
    const template = randomTemplate(draw);
    const compiled = compileLeniently(templateText(template));
    if (typeof compiled === "string") throw new Error(`${compiled}\n${templateText(template)}`);
    for (let count = 0; count < 2; count++) {
      const timeline = randomTimeline(draw);
      const scenario = { ...timeline, ask: questionsAbout(compiled.program, timeline, draw) };
      const found = disagreements(compiled, scenario);
      const [first] = typeof found === "string" ? [] : found;
      if (first !== undefined) throw new Error(shownCase(smallest(template, scenario, first)));
    }
  });
  fc.assert(property, { numRuns: 120 });
});

interface Subject {
  readonly note: string;
  readonly stretch: Stretch;
  readonly terms: readonly Readonly<Record<string, string>>[];
}

const subjects: readonly Subject[] = [
  {
    note: "juniper-2005",
    stretch: { from: parseDate("2005-12-28") as PlainDate, days: 150, events: 14 },
    terms: [
      { Principal: "500000", "Shares Outstanding": "100000000" },
      { Principal: "250000", "Shares Outstanding": "3000000", "Authorized Shares Available": "900000" },
    ],
  },
];

test.each(subjects)("$note, on random timelines of its own events", { timeout: 60_000 }, ({ note, stretch, terms }) => {
  const template = templateOf(note);
  const { program } = template;
  const property = fc.property(seed, (start) => {
    const draw = drawFrom(start);
    const events = ownEvents(program, stretch, draw);
    const readings = [...program.readings.values()].filter(() => draw(4) === 0);
    const scenario = {
      terms: pickFrom(draw, terms),
      readings: Object.fromEntries(readings.map(({ name, choices }) => [name, pickFrom(draw, choices)])),
      events,
      ask: someQuestions(program, { events }, stretch, draw),
      market: weekdays(draw, stretch.from - 40, stretch.from + stretch.days - 10, 40),
      calendar: "date,holiday\n2005-12-26,holiday\n2006-01-02,holiday\n2007-01-01,holiday\n",
    };
    const found = disagreements(template, scenario);
    expect(found, JSON.stringify(scenario.events, undefined, 1)).toEqual([]);
  });
  fc.assert(property, { numRuns: 25 });
});

describe("the acceptance scenarios", () => {
  test.each(acceptanceScenarios())("$note $name", (scenario) => {
    const template = templateOf(scenario.note);
    expect(differences(template, loadedScenario(template, scenario))).toEqual([]);
  });
});
