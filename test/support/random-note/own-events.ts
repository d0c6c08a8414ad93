import type { CoreProgram, EventType, ValueType } from "../../../src/core/core.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import { firstOfMonth, formatDate } from "../../../src/units/plain-date.ts";
import { currencyOf } from "../../../src/units/value-type.ts";
import type { Draw } from "./draw.ts";
import { pickFrom } from "./draw.ts";
import type { RandomEvent, RandomQuestion, RandomScenario } from "./timeline.ts";
import { notBefore } from "./timeline.ts";

/** The stretch of days on which events fall, and their number at most. */
export interface Stretch {
  readonly from: PlainDate;
  readonly days: number;
  readonly events: number;
}

/** Events of a template's own kinds, each with all that it needs, some of which the template may well refuse. */
export function ownEvents(program: CoreProgram, { from, days, events }: Stretch, draw: Draw): RandomEvent[] {
  const kinds = [...program.events.values()].filter(({ happens }) => happens === undefined);
  const someDays = Array.from({ length: 1 + draw(6) }, () => draw(days));
  const made: RandomEvent[] = [];
  for (let count = draw(events + 1); count > 0; count--) {
    const type = pickFrom(draw, kinds);
    const on = (from + pickFrom(draw, someDays)) as PlainDate;
    const target = datedTarget(type, on, program, draw) ?? targetOf(type, made, draw);
    if (type.refersTo !== undefined && target === undefined) continue;
    const report = {
      on: formatDate(on),
      ...(draw(4) === 0 && { at: pickFrom(draw, ["09:30", "18:00", "20:15"]) }),
    };
    made.push({
      ...(target === undefined ? report : notBefore(report, target)),
      event: type.name,
      id: `event-${made.length + 1}`,
      ...(target !== undefined && { for: target.id as string }),
      ...fieldsOf(type, on, draw),
    });
  }
  return made;
}

/** What happens by itself, on some day up to the event's own; it may well be none of its dates. */
function datedTarget(
  { refersTo }: EventType,
  on: PlainDate,
  { events }: CoreProgram,
  draw: Draw,
): RandomEvent | undefined {
  const target = refersTo === undefined ? undefined : events.get(refersTo);
  if (target?.happens === undefined) return undefined;
  const day = formatDate(pickFrom(draw, [on, (on - draw(20)) as PlainDate, firstOfMonth(on), firstOfMonth(on)]));
  return { on: day, event: target.name, id: `${target.name} ${day}` };
}

function targetOf({ refersTo }: EventType, made: readonly RandomEvent[], draw: Draw): RandomEvent | undefined {
  const targets = made.filter(({ event }) => event === refersTo);
  return targets.length === 0 ? undefined : pickFrom(draw, targets);
}

function fieldsOf({ fields }: EventType, on: PlainDate, draw: Draw): RandomEvent {
  const given = [...fields.values()].filter(
    ({ isOptional, initial }) => (!isOptional && initial === undefined) || draw(2) === 0,
  );
  return Object.fromEntries(given.map(({ name, type }) => [name, figure(type, on, draw)]));
}

/** A figure as a scenario has it; of counts and amounts also none at all, and much more than there is. */
function figure(type: ValueType, on: PlainDate, draw: Draw): string | boolean {
  switch (type.kind) {
    case "quantity": {
      const { share, year } = type.unit;
      const isMoney = currencyOf(type) !== undefined;
      if (isMoney && share === 0) return pickFrom(draw, ["0", "100", "25000", "33333.33", "250000", "1000000"]);
      if (isMoney && share === -1) return pickFrom(draw, ["0.01", "0.04", "0.5", "1.25"]);
      if (share === 1) return pickFrom(draw, ["0", "1", "1000", "250000", "90000000"]);
      // A percentage of more than 1 wants its sign.
      if (type.unit.shownAs === "percent") return pickFrom(draw, ["1", "0.5", "0.1", "300%"]);
      return year === 0 ? pickFrom(draw, ["2", "0.5", "0.1", "3"]) : "0.08";
    }
    case "date":
      return formatDate((on - 10 + draw(40)) as PlainDate);
    case "time":
      return pickFrom(draw, ["08:00", "21:00"]);
    case "yes or no":
      return draw(2) === 0;
    case "choice":
      return pickFrom(draw, type.options);
    default:
      return pickFrom(draw, ["1.3", "3.4", "existing", "something else"]);
  }
}

/** Some of all that can be asked, on days of the stretch and a little after it. */
export function someQuestions(
  program: CoreProgram,
  { events }: Pick<RandomScenario, "events">,
  { from, days }: Stretch,
  draw: Draw,
): RandomQuestion[] {
  const names = [...program.askable.values()];
  const day = () => formatDate((from + draw(days + 20)) as PlainDate);
  const bare = names.flatMap(({ name, noteLevel: of }) =>
    of === undefined || draw(3) > 0 ? [] : [{ value: name, on: day() }],
  );
  const owned = events.flatMap(({ event, id }) =>
    names.flatMap(({ name, perEvent: by }) => {
      if (!by.has(event as string) || draw(3) > 0) return [];
      return [{ value: name, of: id as string, ...(draw(2) === 0 && { on: day() }) }];
    }),
  );
  return [...bare, ...owned];
}
