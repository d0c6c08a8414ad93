/** A template tried by its stories: what they notice. */
import type { Mutation } from "../testing/mutation.ts";
import { mutationOf } from "../testing/mutation.ts";
import type { LoadedScenario } from "./scenarios.ts";
import type { Template } from "./templates.ts";

/**
 * Every change to what is written in one file of a template, by its name, to be tried on loaded stories and scenarios. A
 * change is tried when the next result is asked for.
 */
export function mutate({ program }: Template, file: string, stories: readonly LoadedScenario[]): Mutation {
  const tried = stories.map(({ scenario, environment }) => ({ name: scenario.name, scenario, environment }));
  return mutationOf(program, file, tried);
}
