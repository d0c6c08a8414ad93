import type { Story } from "../core/core.ts";
import type { TimeOfDay } from "../units/time-of-day.ts";
import type { Scenario } from "./scenario.ts";

const noon = (12 * 60) as TimeOfDay;

/**
 * A story of a template as the scenario that it tells. Its questions are its expectations, in their order; one that names
 * no section is answered under that of its value, wherever the story stands.
 */
export function scenarioOf(story: Story): Scenario {
  return {
    name: story.name,
    title: story.name,
    terms: story.terms,
    readings: story.readings,
    events: story.events.map(({ at, ...event }) => ({ ...event, at: at ?? noon })),
    ask: story.expectations.map(({ expected, ...question }) => ({ ...question, expect: expected })),
  };
}
