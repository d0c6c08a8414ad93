import type { CoreProgram, EventType } from "../../../src/core/core.ts";
import { parseDate } from "../../../src/units/plain-date.ts";
import type { Occurrence, World } from "./world.ts";

/** What happens by itself, in the order in which those of one day happen. */
export function datedKinds({ events }: CoreProgram): EventType[] {
  const dated = [...events.values()].filter(({ happens }) => happens !== undefined);
  const turns = [...new Set(dated.map(({ happens }) => happens?.turn ?? 0))].toSorted((a, b) => a - b);
  return turns.flatMap((turn) => dated.filter(({ happens }) => (happens?.turn ?? 0) === turn));
}

export function isDatedKind({ events }: CoreProgram, event: string): boolean {
  return events.get(event)?.happens !== undefined;
}

/** The one that an id names, where it is that of a schedule whose dates can't be determined: one stands for all. */
export function standingFor(world: World, id: string): Occurrence | undefined {
  const type = kindOf(world, id);
  const day = parseDate(id.slice(-10));
  // None of them happens before the note exists.
  if (type?.happens?.kind !== "Schedule" || day === undefined || day < world.firstDay) return undefined;
  return world.occurrences.find(({ event, never }) => event.event === type.name && never !== undefined);
}

/** The kind that an id names, where it is that of an event that happens by itself. */
export function kindOf({ program }: World, id: string): EventType | undefined {
  const name = id.slice(0, -11);
  return parseDate(id.slice(-10)) !== undefined && isDatedKind(program, name) ? program.events.get(name) : undefined;
}
