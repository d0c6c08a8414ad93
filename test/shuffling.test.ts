/** The order of statements and of changes means nothing: shuffled, a template gives the same bytes. */
import { describe, expect, test } from "vitest";
import { compile } from "../src/index.ts";
import type { AcceptanceScenario } from "./support/acceptance.ts";
import { acceptanceScenarios, ensured, runOf, templateOf, termsText } from "./support/acceptance.ts";
import { clausesFor } from "./support/library.ts";
import { shuffledTemplate } from "./support/shuffling.ts";

const notes = [...new Set(acceptanceScenarios().map(({ note }) => note))];
const seeds = Array.from({ length: 32 }, (_, index) => index + 1);

describe.each(notes)("%s", (note) => {
  const scenarios = acceptanceScenarios(note);
  const asWritten = new Map<AcceptanceScenario, string>();
  const bytesAsWritten = (scenario: AcceptanceScenario) => {
    const known = asWritten.get(scenario) ?? bytesOf(runOf(templateOf(note), scenario));
    asWritten.set(scenario, known);
    return known;
  };

  // Each shuffle runs a few scenarios, so that together they run all of them several times.
  test.each(seeds)("shuffle %i", (seed) => {
    const text = shuffledTemplate(termsText(note), seed);
    expect(text).not.toBe(shuffledTemplate(termsText(note), seed + 1));
    const template = ensured(compile(text, "shuffled.tenor", ...clausesFor(text)));
    const chosen = scenarios.filter((_, index) => index % 6 === seed % 6);
    const bytes = chosen.map((scenario) => [scenario.name, bytesOf(runOf(template, scenario))]);
    expect(bytes).toEqual(chosen.map((scenario) => [scenario.name, bytesAsWritten(scenario)]));
  });
});

/** What others see of a run, to the byte. */
function bytesOf({ outcome, receipt }: ReturnType<typeof runOf>): string {
  return JSON.stringify({ outcome, receipt });
}
