/** Two acceptance scenarios for mutation tests: each compiles its note anew, and stands or falls as a whole. */
import { expect, test } from "vitest";
import { compile, Replay } from "../../src/index.ts";
import { acceptanceScenario, ensured, loadedScenario, termsText } from "../../test/support/acceptance.ts";
import { clausesFor } from "../../test/support/library.ts";

test.each([
  ["juniper-2005", "20"],
  ["secured-services-2006", "23"],
])("%s %s", (note, number) => {
  const text = termsText(note);
  const template = ensured(compile(text, `terms/${note}.tenor`, ...clausesFor(text)));
  const scenario = acceptanceScenario(note, number);
  const verdicts = ensured(new Replay(template, loadedScenario(template, scenario)).test());
  // A question that is not judged at all is a mistake, too.
  const mistaken = scenario.ask.filter((_, index) => verdicts[index]?.passed !== true);
  expect(mistaken).toEqual([]);
});
