/** Runs a scenario whose further events are given by the rules of a plan. */
import { largest } from "../../base/largest.ts";
import type { CoreProgram, Plan } from "../../core/core.ts";
import type { Scenario, ScenarioEvent } from "../../inputs/scenario.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, earliestDate } from "../../units/plain-date.ts";
import type { Machine } from "../compile/machine.ts";
import type { Environment } from "../evaluate.ts";
import { completed } from "../evaluate.ts";
import { noTime, placesInTime } from "../replay/events/occurrence.ts";
import type { Replay } from "../replay/replay.ts";
import { replay } from "../replay/replay.ts";
import type { MarketSource } from "./market-source.ts";
import type { PlanFacts } from "./plan-facts.ts";
import { listedAt, Planner } from "./planner.ts";

export interface PlanRun {
  readonly replayed: Replay;
  readonly facts: PlanFacts;
  /** The scenario that was made: run by itself, it gives the same journal. */
  readonly made: Scenario;
}

/**
 * Runs a plan through a day: the one that is named, or the last that the scenario names or that has a row of market data. The
 * market may come day by day, from a source that is told what has been sold.
 */
export function runPlan(
  machine: Machine,
  plan: Plan,
  scenario: Scenario,
  environment: Environment,
  {
    source = { series: environment.series },
    through,
  }: { readonly source?: MarketSource; readonly through?: PlainDate | undefined } = {},
): PlanRun {
  const { program } = machine;
  const listed = inOrder(withIds(scenario.events, plan), program);
  const inputs = completed(machine, scenario, { ...environment, series: source.series });
  const asked = [...scenario.ask.flatMap(({ on }) => on ?? []), ...scenario.events.map(({ on }) => on)];
  const last = through ?? scenario.through ?? asPlainDate(largest([...asked, ...lastRows(source)], earliestDate));
  const takenIds = new Set(listed.flatMap(({ event: { id } }) => id ?? []));
  const lastTimes = new Map(listed.flatMap(({ event, time }) => (time === noTime ? [] : [[event.on, time] as const])));
  const planner = new Planner(plan, machine, source, { through: last, takenIds, lastTimes });
  const events = listed.map(({ event, place }) => ({ ...event, listedAt: place }));
  const { limits, meter } = environment;
  const end = asPlainDate(largest(asked, last));
  const replayed = replay(machine, inputs, events, end, limits, meter, planner);
  const all = [...listed, ...planner.made].toSorted((a, b) => a.place - b.place);
  return {
    replayed,
    facts: planner.facts(replayed.run.now),
    made: { ...scenario, events: all.map(({ event }) => event), through: replayed.lastDay },
  };
}

/** Events in the order of days and times, each with its place among all that are still to come. */
function inOrder(events: readonly ScenarioEvent[], program: CoreProgram) {
  const times = placesInTime(events, program);
  const sorted = events
    .map((event, index) => ({ event, time: times[index] ?? noTime }))
    .toSorted((a, b) => a.event.on - b.event.on || a.time - b.time);
  return sorted.map((it, index) => ({ ...it, place: listedAt(it.event.on, "listed", index) }));
}

/** What a plan may give something for has an id. */
function withIds(events: readonly ScenarioEvent[], { rules }: Plan): ScenarioEvent[] {
  const owners = new Set(rules.flatMap(({ trigger }) => ("owner" in trigger ? trigger.owner : undefined) ?? []));
  const taken = new Set(events.flatMap(({ id }) => id ?? []));
  let count = 1;
  return events.map((event) => {
    if (event.id !== undefined || !owners.has(event.event)) return event;
    while (taken.has(`event ${count}`)) count += 1;
    return { ...event, id: `event ${count++}` };
  });
}

function lastRows({ series }: MarketSource): PlainDate[] {
  return [...series.values()].flatMap(({ days }) => {
    const last = days[days.length - 1];
    return last === undefined ? [] : [asPlainDate(last)];
  });
}
