/** The sum on the first line of an explanation, read and worked out again by a parser of the tests' own. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LoadedScenario, ReasonFact, Template } from "../../src/index.ts";
import { Absent, Failure, Replay, renderValue, sumLine } from "../../src/index.ts";
import { acceptanceScenarios, ensured, exampleScenarios, loadedScenario, templateOf } from "../support/acceptance.ts";
import { compileLeniently, loadedCase } from "../support/random-note/disagreement.ts";
import { drawFrom } from "../support/random-note/draw.ts";
import { randomTemplate, templateText } from "../support/random-note/template.ts";
import { questionsAbout, randomTimeline } from "../support/random-note/timeline.ts";
import type { Data } from "../support/recomputation/dates.ts";
import { mistakeIn } from "../support/sum-line/mistake-in.ts";

/** The answer as a line shows it. */
function shownAnswer({ result, type }: ReasonFact): string {
  if (typeof result === "object" && "refersTo" in result) return `"${result.id ?? result.type.name}"`;
  if (result instanceof Absent || result instanceof Failure) throw new Error("there is no answer");
  return typeof result === "string" ? `"${result}"` : renderValue(result, type);
}

function mistakesOf(template: Template, loaded: LoadedScenario): string[] {
  const replay = new Replay(template, loaded);
  return loaded.scenario.ask.flatMap((question) => {
    const fact = ensured(replay.explain(question));
    const line = sumLine(fact);
    expect(line !== undefined).toBe(!(fact.result instanceof Absent || fact.result instanceof Failure));
    return line === undefined ? [] : (mistakeIn(line, shownAnswer(fact), loaded.environment) ?? []);
  });
}

describe.each([...acceptanceScenarios(), ...exampleScenarios()])("$note $name", (scenario) => {
  test("every sum gives its answer", () => {
    const template = templateOf(scenario.note);
    expect(mistakesOf(template, loadedScenario(template, scenario))).toEqual([]);
  });
});

/** How many templates are drawn; `TENOR_RANDOM_NOTES=10000` draws more. */
const notesDrawn = Number(process.env.TENOR_RANDOM_NOTES ?? 100);

test("sums of random templates give their answers", { timeout: 60_000 + notesDrawn * 500 }, () => {
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

test.each([
  ["a sum that is wrong", "$2,000 × 7 days = $14,001", "$14,001"],
  ["another result than the answer", "$2,000 × 7 days = $14,000", "$14,001"],
  ["fewer days than are counted", "$2,000 × 7 days, 17–22 November 2006 = $14,000", "$14,000"],
  ["an average of another number", "($1 + $2 + $6) ÷ 2 = $3", "$3"],
  ["the wrong one of two", "the least of $1 and $2 = $2", "$2"],
  ["a rounding that goes the other way", "$1.237 = $1.237, rounded down to a multiple of $0.01 = $1.24", "$1.24"],
  ["a date that is a day off", "2 days after 2024-02-28 = 2024-02-29", "2024-02-29"],
  ["a condition that does not hold", "$1 > $2, so yes", "yes"],
  ["a figure that is cut but not marked", "$1 ÷ 3 = $0.333333", "$0.333333"],
  ["words that are no sum", "nonsense = $1", "$1"],
])("the parser of the tests reports %s", (_, line, shown) => {
  const calendar = { from: 0, to: 0, isHoliday: () => false } as unknown as Data["calendar"];
  expect(mistakeIn(line, shown, { calendar, market: undefined })).toBeDefined();
});
