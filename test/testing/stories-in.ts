/** Templates with their stories loaded, for tests of what stories reach and notice. */
import { readFileSync } from "node:fs";
import type { LoadedScenario, Template } from "../../src/index.ts";
import { compile, loadStory, storiesOf } from "../../src/index.ts";

export const shortLoan = "test/data/testing/short-loan.tenor";
export const shortLoanText = readFileSync(shortLoan, "utf8");

export function templateOf(source: string, file = shortLoan): Template {
  const compiled = compile(source, file);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  return compiled.value;
}

export function storiesIn(template: Template): LoadedScenario[] {
  return storiesOf(template).map((story) => {
    const loaded = loadStory(template, story, {});
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
    return loaded.value;
  });
}
