/**
 * What looks wrong in a timeline that can be read: days whose events are listed against their times. Of each day, one
 * warning; the events run by their times all the same.
 */
import { groupBy } from "../../base/group-by.ts";
import type { CoreProgram } from "../../core/core.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { formatDate } from "../../units/plain-date.ts";
import type { TimeOfDay } from "../../units/time-of-day.ts";
import { formatTime } from "../../units/time-of-day.ts";
import { oddTimes } from "./odd-times.ts";
import type { ScenarioEvent } from "./types.ts";

/** What opens a day does so at any time, so its time is against no other. */
export function reviewTimeline(events: readonly ScenarioEvent[], { events: types }: CoreProgram): Diagnostic[] {
  const shown = events.flatMap(({ elsewhere, on, at, span }) =>
    elsewhere === undefined || at === undefined ? [] : oddTimes({ on, at, elsewhere }, span),
  );
  const timed = events.filter(isTimed).filter(({ event }) => !types.get(event)?.opensDay);
  return [...shown, ...[...groupBy(timed, ({ on }) => on).values()].flatMap(reviewDay)];
}

type TimedEvent = ScenarioEvent & { readonly at: TimeOfDay };

function isTimed(event: ScenarioEvent): event is TimedEvent {
  return event.at !== undefined;
}

/** The first event that is earlier than the one with a time listed before it. */
function reviewDay(listed: readonly TimedEvent[]): Diagnostic[] {
  for (const [index, event] of listed.entries()) {
    const before = listed[index - 1];
    if (before === undefined || before.at <= event.at) continue;
    const facts = {
      day: formatDate(event.on),
      event: nameOf(event),
      time: formatTime(event.at),
      before: nameOf(before),
      beforeTime: formatTime(before.at),
    };
    return [diagnostic("TN5240", event.span, facts, [{ span: before.span, label: "listed first, but later" }])];
  }
  return [];
}

const nameOf = ({ event, id }: ScenarioEvent) => (id === undefined ? event : `${event} ${id}`);
