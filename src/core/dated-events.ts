import { partsOfDatedId } from "../units/calendars/dated-id.ts";
import type { PlainDate } from "../units/plain-date.ts";
import type { CoreProgram, EventType, Happens } from "./core.ts";

/** An event that happens by itself, on dates that are known from the beginning. */
export type DatedEvent = EventType & { readonly happens: Happens };

/** In the order in which those of one day happen: by their turns, then by their names. */
export function datedEvents({ events }: CoreProgram): DatedEvent[] {
  return [...events.values()].filter(isDated).toSorted((a, b) => (a.happens.turn ?? 0) - (b.happens.turn ?? 0));
}

/** The event and the day that an id names, where it is that of one that happens by itself. */
export function datedIn(
  id: string,
  { events }: Pick<CoreProgram, "events">,
): { readonly type: DatedEvent; readonly day: PlainDate } | undefined {
  const parts = partsOfDatedId(id);
  const type = parts && events.get(parts.event);
  return parts === undefined || type === undefined || !isDated(type) ? undefined : { type, day: parts.day };
}

function isDated(type: EventType): type is DatedEvent {
  return type.happens !== undefined;
}
