/** A template tried by its stories: what they notice, what they reach, and how near they come to its thresholds. */
import type { Boundaries } from "../testing/boundaries.ts";
import { boundariesOf } from "../testing/boundaries.ts";
import type { Mutation } from "../testing/mutation.ts";
import { mutationOf } from "../testing/mutation.ts";
import type { StoryCoverage } from "../testing/story-coverage.ts";
import { storyCoverage } from "../testing/story-coverage.ts";
import type { Tried } from "../testing/trial.ts";
import type { LoadedScenario } from "./scenarios.ts";
import type { Template } from "./templates.ts";

/**
 * Every change to what is written in one file of a template, by its name, to be tried on loaded stories and scenarios. A
 * change is tried when its result is asked for.
 */
export function mutate({ program }: Template, file: string, stories: readonly LoadedScenario[]): Mutation {
  return mutationOf(program, file, stories.map(asTried));
}

/** Which clauses, branches, readings, exceptions and refusals of one file the stories get to. */
export function coverByStories({ program }: Template, file: string, stories: readonly LoadedScenario[]): StoryCoverage {
  return storyCoverage(program, file, stories.map(asTried));
}

/** The thresholds of one file, and the stories on each side of them. Others are searched for when they are asked for. */
export function boundaries({ program }: Template, file: string, stories: readonly LoadedScenario[]): Boundaries {
  return boundariesOf(program, file, stories.map(asTried));
}

function asTried({ scenario, environment }: LoadedScenario): Tried {
  return { name: scenario.name, scenario, environment };
}
