/** The events that are listed, as the run has them. */
import { entryIn } from "../../../base/entry-in.ts";
import type { CoreProgram, Value } from "../../../core/core.ts";
import { reckonsForward } from "../../../core/forward-dates.ts";
import type { ScenarioEvent } from "../../../inputs/scenario.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import { asPlainDate } from "../../../units/plain-date.ts";
import type { Machine } from "../../compile/machine.ts";
import type { Occurrence, Run } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";
import { Failure, isProblem, liesAfter } from "../../values/problem.ts";

/** An event with its place among all of a timeline, where that is not the one in the list. */
export interface ListedEvent extends ScenarioEvent {
  readonly listedAt?: number;
}

/** What is listed; `dated` finds what happens by itself, where an event is for it. */
export function readOccurrences(
  events: readonly ListedEvent[],
  machine: Machine,
  run: Run,
  dated: (id: string) => Occurrence | undefined,
): Occurrence[] {
  const numbers = new Map(events.flatMap(({ id }, index) => (id === undefined ? [] : [[id, index] as const])));
  const made = new Map<number, Occurrence>();
  const places = placesInTime(events, machine.program);
  for (const first of events.keys()) {
    // An event may name one that is listed after it, so each is made after the one that it names.
    const waiting: number[] = [];
    for (let next: number | undefined = first; next !== undefined && !made.has(next); ) {
      waiting.push(next);
      const named: string | undefined = events[next]?.for;
      next = named === undefined ? undefined : numbers.get(named);
    }
    for (const index of waiting.toReversed()) {
      const event = events[index];
      if (event === undefined) continue;
      const target = event.for === undefined ? undefined : numbers.get(event.for);
      const named = event.for === undefined || target !== undefined ? undefined : dated(event.for);
      const refersTo = target === undefined ? named : made.get(target);
      const place = { index: event.listedAt ?? index, placedAt: places[index] ?? noTime };
      made.set(index, occurrenceOf(event, place, refersTo, machine, run));
    }
  }
  return events.flatMap((_, index) => made.get(index) ?? []);
}

/** The place of an event before all that have times. */
export const noTime = -1;

/** The time by which each event stands in the day of its report. What opens a day has no part in that order. */
export function placesInTime(events: readonly ScenarioEvent[], { events: types }: CoreProgram): number[] {
  const latest = new Map<PlainDate, number>();
  return events.map(({ event, on, at }) => {
    if (entryIn(types, event).opensDay) return noTime;
    const place = at ?? latest.get(on) ?? noTime;
    latest.set(on, place);
    return place;
  });
}

export function occurrenceOf(
  event: Omit<ScenarioEvent, "fields"> & { readonly fields: ReadonlyMap<string, Value | Problem> },
  place: Pick<Occurrence, "index" | "placedAt">,
  refersTo: Occurrence | undefined,
  { program, compiler }: Machine,
  run: Run,
): Occurrence {
  const type = entryIn(program.events, event.event);
  const fields = new Map<string, Value | Problem>(event.fields);
  const occurrence: Occurrence = {
    type,
    ...place,
    on: event.on,
    at: event.at,
    id: event.id,
    refersTo,
    fields,
    reported: new Set(event.fields.keys()),
    effectiveOn: event.on,
    mayCountFrom: event.on,
    fixedAt: undefined,
    appliedAt: undefined,
    refused: undefined,
    undecided: undefined,
    fixed: new Map(),
  };
  // Start values and the effective day look at nothing but fields, deal terms, readings and calendars.
  const moment = { run, point: -1, day: event.on, hasEnded: false, version: -1 };
  const binding = { occurrence, outer: undefined };
  for (const { name, initial } of type.fields.values()) {
    if (!fields.has(name) && initial !== undefined) fields.set(name, compiler.value(initial)(moment, binding));
  }
  if (type.takesEffectOn !== undefined) {
    const day = compiler.day(type.takesEffectOn)(moment, binding);
    occurrence.effectiveOn = isProblem(day) || day >= event.on ? day : event.on;
    const end = day instanceof Failure && reckonsForward(type.takesEffectOn, program) ? liesAfter(day) : undefined;
    if (end !== undefined && end >= event.on) occurrence.mayCountFrom = asPlainDate(end + 1);
  }
  return occurrence;
}
