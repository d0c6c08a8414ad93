/** Ids of events that happen by themselves: `Instalment Due 2026-03-01`. */
import type { PlainDate } from "../plain-date.ts";
import { formatDate, parseDate } from "../plain-date.ts";

/** By this id other events are for it, and questions ask of it. */
export function datedId(event: string, day: PlainDate): string {
  return `${event} ${formatDate(day)}`;
}

/** The event and the day that an id names, if it has that form; whether there is such an event is another matter. */
export function partsOfDatedId(id: string): { readonly event: string; readonly day: PlainDate } | undefined {
  const [, event, date] = /^(.+) (\d{4}-\d\d-\d\d)$/.exec(id) ?? [];
  const day = date === undefined ? undefined : parseDate(date);
  return event === undefined || day === undefined ? undefined : { event, day };
}
