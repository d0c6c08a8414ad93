/**
 * The day-by-day model of the note of 28 December 2005, compared with the acceptance scenarios and, on random timelines,
 * against the template. TENOR_MODEL_CASES says how many timelines; `npm run models` runs the large number.
 */
import { env } from "node:process";
import { describe, expect, test } from "vitest";
import { acceptanceScenarios } from "../support/acceptance.ts";
import { compare, scenarioOfSeed, shownDifference } from "./juniper-2005/comparison.ts";
import { modelAnswers } from "./juniper-2005/scenario.ts";

interface Expecting {
  readonly ask: readonly { readonly expect: unknown }[];
}

describe("the acceptance scenarios", () => {
  test.each(acceptanceScenarios("juniper-2005"))("$name", (scenario) => {
    const { ask } = JSON.parse(scenario.texts.scenario.text) as Expecting;
    expect(modelAnswers(scenario)).toEqual(ask.map((question) => question.expect));
  });
});

const cases = Number(env.TENOR_MODEL_CASES ?? 50);

test(`${cases} random timelines`, { timeout: 60_000 + cases * 1_000 }, () => {
  let compared = 0;
  for (let seed = 1; seed <= cases; seed++) {
    const scenario = scenarioOfSeed(seed);
    const result = compare(scenario);
    const [first] = result.differences;
    if (first !== undefined) throw new Error(`seed ${seed}\n${shownDifference(scenario, first)}`);
    compared += result.compared;
  }
  // So that the timelines go on asking something.
  expect(compared).toBeGreaterThan(cases * 25);
});
