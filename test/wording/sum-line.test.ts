/** The sum on the first line of an explanation, read and worked out again by a parser of the tests' own. */
import { describe, expect, test } from "vitest";
import type { ReasonFact } from "../../src/index.ts";
import { Absent, Failure, Replay, renderValue, sumLine } from "../../src/index.ts";
import { acceptanceScenarios, ensured, exampleScenarios, loadedScenario, templateOf } from "../support/acceptance.ts";
import { mistakeIn } from "../support/sum-line/mistake-in.ts";

/** The answer as a line shows it. */
function shownAnswer({ result, type }: ReasonFact): string {
  if (typeof result === "object" && "refersTo" in result) return `"${result.id ?? result.type.name}"`;
  if (result instanceof Absent || result instanceof Failure) throw new Error("there is no answer");
  return typeof result === "string" ? `"${result}"` : renderValue(result, type);
}

describe.each([...acceptanceScenarios(), ...exampleScenarios()])("$note $name", (scenario) => {
  test("every sum gives its answer", () => {
    const template = templateOf(scenario.note);
    const loaded = loadedScenario(template, scenario);
    const replay = new Replay(template, loaded);
    const mistakes = loaded.scenario.ask.flatMap((question) => {
      const fact = ensured(replay.explain(question));
      const line = sumLine(fact);
      const hasValue = !(fact.result instanceof Absent || fact.result instanceof Failure);
      expect(line !== undefined).toBe(hasValue);
      return line === undefined ? [] : (mistakeIn(line, shownAnswer(fact), loaded.environment) ?? []);
    });
    expect(mistakes).toEqual([]);
  });
});
