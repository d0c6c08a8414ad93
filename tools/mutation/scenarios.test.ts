/**
 * Some acceptance scenarios for mutation tests: each stands or falls as a whole, so that every question counts.
 *
 * One of each note compiles it anew, for changes of the compiler; the others share what was compiled once.
 */
import { describe, expect, test } from "vitest";
import type { Template } from "../../src/index.ts";
import { compile, testScenario } from "../../src/index.ts";
import { acceptanceScenario, ensured, loadedScenario, templateOf, termsText } from "../../test/support/acceptance.ts";
import { clausesFor } from "../../test/support/library.ts";

describe("compiled anew", () => {
  test.each([
    ["juniper-2005", "20"],
    ["secured-services-2006", "23"],
  ])("%s %s", (note, number) => {
    const text = termsText(note);
    const template = ensured(compile(text, `terms/${note}.tenor`, ...clausesFor(text)));
    expect(mistakesOf(template, note, number)).toEqual([]);
  });
});

describe("compiled once", () => {
  test.each([
    ["juniper-2005", "11"],
    ["juniper-2005", "22"],
    ["secured-services-2006", "13"],
    ["secured-services-2006", "18"],
  ])("%s %s", (note, number) => expect(mistakesOf(templateOf(note), note, number)).toEqual([]));
});

/** Questions that are not answered as expected, those that are not judged at all included. */
function mistakesOf(template: Template, note: string, number: string): string[] {
  const scenario = acceptanceScenario(note, number);
  const verdicts = ensured(testScenario(template, loadedScenario(template, scenario)));
  return scenario.ask.flatMap(({ value }, index) => (verdicts[index]?.passed ? [] : [value]));
}
