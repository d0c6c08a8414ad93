/** What falls due next and what may be done come from one run of the timeline, and are what each is when asked for alone. */
import { expect, test } from "vitest";
import { Replay } from "../../src/index.ts";
import { acceptanceScenarios, ensured, loadedScenario, templateOf } from "../support/acceptance.ts";

const scenarios = acceptanceScenarios().filter((_, index) => index % 3 === 0);

test.each(scenarios.map((it) => [it.name, it] as const))("%s", (_, scenario) => {
  const template = templateOf(scenario.note);
  const replay = () => new Replay(template, loadedScenario(template, scenario));
  const { next, powers } = ensured(replay().standing());
  expect(next).toEqual(ensured(replay().fallingDue(undefined)));
  expect(powers).toEqual(ensured(replay().powers(undefined, () => false)));
});
