/** The acceptance scenarios: what the contract's text gives, calculated apart from this project. */
import { describe, expect, test } from "vitest";
import type { Verdict } from "../src/index.ts";
import { Replay } from "../src/index.ts";
import type { AskedQuestion } from "./support/acceptance.ts";
import { acceptanceScenarios, ensured, loadedScenario, templateOf } from "./support/acceptance.ts";

describe.each(acceptanceScenarios())("$note $name", (scenario) => {
  let verdicts: readonly Verdict[] | undefined;

  /** The scenario runs once, when the first of its questions is asked. */
  const judged = () => {
    const template = templateOf(scenario.note);
    verdicts ??= ensured(new Replay(template, loadedScenario(template, scenario)).test());
    return verdicts;
  };

  test.each(scenario.ask.map((question, index) => [inWords(question), index] as const))("%s", (_, index) => {
    // The verdict as a whole, so that a failure shows what was expected and what was got.
    expect(judged()[index]).toMatchObject({ passed: true });
  });

  test("every question is judged", () => {
    expect(judged()).toHaveLength(scenario.ask.length);
  });
});

function inWords({ value, of, on }: AskedQuestion): string {
  return [value, of && `of ${of}`, on && `on ${on}`].filter((part) => part !== undefined).join(" ");
}
