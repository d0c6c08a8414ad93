/** Data that end earlier may leave an answer unknown. They never change it to another. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer } from "../../src/index.ts";
import { loadScenario, parseDate, Replay } from "../../src/index.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { formatDate } from "../../src/units/plain-date.ts";
import { templateOf } from "../support/acceptance.ts";
import { drawFrom } from "../support/random-note/draw.ts";
import { ownEvents, someQuestions } from "../support/random-note/own-events.ts";
import { scenarioText, weekdays } from "../support/random-note/timeline.ts";

const subjects = [
  { note: "juniper-2005", from: "2005-12-28", terms: { Principal: "500000", "Shares Outstanding": "100000000" } },
  {
    note: "secured-services-2006",
    from: "2006-02-15",
    terms: { Principal: "500000", "Shares Outstanding": "10000000" },
  },
] as const;

const shown = (answer: Answer) => ("error" in answer ? answer.error.kind : String(answer.answer));

test.each(subjects)(
  "$note: market data that end earlier change no answer to another",
  { timeout: 120_000 },
  (subject) => {
    const template = templateOf(subject.note);
    const first = parseDate(subject.from) as PlainDate;
    const stretch = { from: first, days: 120, events: 12 };
    const property = fc.property(fc.noShrink(fc.nat()), (seed) => {
      const draw = drawFrom(seed);
      const events = ownEvents(template.program, stretch, draw);
      const ask = someQuestions(template.program, { events }, stretch, draw).filter(({ on }) => on !== undefined);
      const market = weekdays(draw, first - 40, first + 160, 40);
      const scenario = { terms: subject.terms, readings: {}, events, ask, market, calendar: "" };
      const last = formatDate((first + draw(120)) as PlainDate);
      const [header, ...rows] = market.trimEnd().split("\n");
      const cut = [header, ...rows.filter((row) => row.slice(0, 10) <= last)].join("\n");
      const answersWith = (text: string) => {
        const texts = { scenario: { name: "s.json", text: scenarioText(scenario) }, market: { name: "m.csv", text } };
        const loaded = loadScenario(template, texts);
        if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
        const run = new Replay(template, loaded.value).outcome();
        if (!run.ok) throw new Error(run.diagnostics.map(({ message }) => message).join("\n"));
        return run.value.outcome.answers.map(shown);
      };
      const [whole, known] = [answersWith(market), answersWith(`${cut}\n`)];
      const changed = ask.flatMap((question, index) =>
        known[index] === whole[index] || known[index] === "missing data"
          ? []
          : [{ ...question, whole: whole[index], known: known[index], last }],
      );
      expect({ changed, events: changed.length > 0 ? events : [] }).toEqual({ changed: [], events: [] });
    });
    fc.assert(property, { numRuns: 25 });
  },
);
