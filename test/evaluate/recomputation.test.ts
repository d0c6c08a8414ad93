/** Explanations add up: every value follows from what it is said to be made of, by the operation that is named. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LoadedScenario, ReasonFact, Template } from "../../src/index.ts";
import { describeValue, Replay } from "../../src/index.ts";
import { acceptanceScenarios, ensured, exampleScenarios, loadedScenario, templateOf } from "../support/acceptance.ts";
import { compileLeniently, loadedCase } from "../support/random-note/disagreement.ts";
import { drawFrom } from "../support/random-note/draw.ts";
import { randomTemplate, templateText } from "../support/random-note/template.ts";
import { questionsAbout, randomTimeline } from "../support/random-note/timeline.ts";
import { Books } from "../support/recomputation/books.ts";
import { mistakesIn } from "../support/recomputation/recompute.ts";

function mistakesOf(template: Template, loaded: LoadedScenario): string[] {
  const replay = new Replay(template, loaded);
  const [seen, books] = [new Set<ReasonFact>(), new Books()];
  return loaded.scenario.ask.flatMap((question) => {
    const explained = ensured(replay.explain(question));
    const { answer, error, unit } = describeValue(explained);
    const expected = error === undefined ? { answer } : { error };
    expect(ensured(replay.answer(question))).toMatchObject(answer === null ? expected : { ...expected, unit });
    return mistakesIn(explained, loaded.environment, books, seen);
  });
}

describe.each([...acceptanceScenarios(), ...exampleScenarios()])("$note $name", (scenario) => {
  test("every explanation follows from its leaves", () => {
    const template = templateOf(scenario.note);
    expect(mistakesOf(template, loadedScenario(template, scenario))).toEqual([]);
  });
});

/** How many templates are drawn; `TENOR_RANDOM_NOTES=10000` draws more. */
const notesDrawn = Number(process.env.TENOR_RANDOM_NOTES ?? 100);

test("explanations of random templates follow from their leaves", { timeout: 60_000 + notesDrawn * 500 }, () => {
  const property = fc.property(fc.noShrink(fc.nat()), (start) => {
    const draw = drawFrom(start);
    const template = compileLeniently(templateText(randomTemplate(draw)));
    fc.pre(typeof template !== "string");
    if (typeof template === "string") return;
    const timeline = randomTimeline(draw);
    const loaded = loadedCase(template, { ...timeline, ask: questionsAbout(template.program, timeline, draw) });
    fc.pre(loaded.ok);
    const mistakes = loaded.ok ? mistakesOf(template, loaded.value) : [];
    if (mistakes.length > 0) throw new Error(mistakes.join("\n"));
  });
  fc.assert(property, { numRuns: notesDrawn });
});
