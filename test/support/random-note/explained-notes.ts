import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LoadedScenario, Template } from "../../../src/index.ts";
import { acceptanceScenarios, exampleScenarios, loadedScenario, templateOf } from "../acceptance.ts";
import { compileLeniently, loadedCase } from "./disagreement.ts";
import { drawFrom } from "./draw.ts";
import { randomTemplate, templateText } from "./template.ts";
import { questionsAbout, randomTimeline } from "./timeline.ts";

/** How many templates are drawn; `TENOR_RANDOM_NOTES=10000` draws more. */
const notesDrawn = Number(process.env.TENOR_RANDOM_NOTES ?? 100);

/** Finds no mistake in the explanations of all acceptance scenarios, examples and random templates. */
export function testExplanations(
  what: string,
  mistakesOf: (template: Template, loaded: LoadedScenario) => readonly string[],
): void {
  describe.each([...acceptanceScenarios(), ...exampleScenarios()])("$note $name", (scenario) => {
    test(`of its answers: ${what}`, () => {
      const template = templateOf(scenario.note);
      expect(mistakesOf(template, loadedScenario(template, scenario))).toEqual([]);
    });
  });

  test(`of random templates: ${what}`, { timeout: 60_000 + notesDrawn * 500 }, () => {
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
}
