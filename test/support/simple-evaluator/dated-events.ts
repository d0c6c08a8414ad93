import type { EventType, Value } from "../../../src/core/core.ts";
import { reckonsForward } from "../../../src/core/forward-dates.ts";
import { exact } from "../../../src/units/exact.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import { formatDate } from "../../../src/units/plain-date.ts";
import { datedKinds } from "./dated-kinds.ts";
import { evaluateDate, reportOf, rowsOf } from "./interpret.ts";
import type { Failed, Occurrence, Outcome, World } from "./world.ts";
import { having } from "./world.ts";

/** Enters what happens on a day, and what may from it on; gives all of that for the day, in order. */
export function happening(world: World, day: PlainDate): Occurrence[] {
  return datedKinds(world.program).flatMap((type) => {
    const id = `${type.name} ${formatDate(day)}`;
    const found = rowOn(world, type, day);
    if (found.kind === "value" && found.value !== undefined) enter(world, type, day, found.value);
    else if (found.kind === "failure" && mayBe(world, type, found, day)) {
      const isFirst = !world.occurrences.some(({ event, never }) => event.event === type.name && never !== undefined);
      const isNamed = type.happens?.kind === "Calendar" && world.scenario.events.some((it) => it.for === id);
      if (isFirst || isNamed) {
        const occurrence = enter(world, type, day, {});
        occurrence.never = found;
        occurrence.undeterminedFrom = day;
      }
    }
    const own = world.occurrences.filter(({ event }) => event.event === type.name);
    return own.filter(({ event, never }) => event.on === day || never !== undefined);
  });
}

interface Row {
  readonly start?: PlainDate | undefined;
  readonly number?: ReturnType<typeof exact>;
  /** Of a row of a list, what stands in its columns. */
  readonly fields?: ReadonlyMap<string, Value>;
}

/** What an event of the kind has that happens on a day; undefined where none does. */
function rowOn(world: World, { happens }: EventType, day: PlainDate): Outcome<Row | undefined> {
  if (happens === undefined) return having(undefined);
  const at = { event: { on: day } } as Occurrence;
  if (happens.kind === "Calendar") {
    const date = evaluateDate(happens.date, { world, now: reportOf(at), bound: [] });
    return date.kind === "value" ? having(date.value === day ? {} : undefined) : date;
  }
  const first = { event: { on: world.firstDay } } as Occurrence;
  const rows = rowsOf(happens.schedule, { world, now: reportOf(first), bound: [] });
  if (rows.kind !== "value") return rows;
  const row = rows.value.find(({ event }) => event.on === day);
  return having(row && { start: row.row?.start, number: exact(row.index + 1), fields: row.event.fields });
}

function mayBe(world: World, { happens }: EventType, found: Failed, day: PlainDate): boolean {
  if (happens?.kind !== "Calendar") return true;
  const isBehind = found.liesAfter !== undefined && reckonsForward(happens.date, world.program);
  return !found.isBeforeData && !(isBehind && day <= (found.liesAfter ?? day));
}

/** Before all that is listed, behind what happened by itself on earlier days. */
function enter(world: World, { name, span }: EventType, on: PlainDate, dated: Row): Occurrence {
  const event = { event: name, on, id: `${name} ${formatDate(on)}`, fields: dated.fields ?? new Map(), span };
  const count = world.occurrences.filter((it) => it.dated !== undefined).length;
  const occurrence: Occurrence = { index: -1_000_000 - count, event, isRefused: false, dated, fixed: new Map() };
  world.occurrences.splice(count, 0, occurrence);
  return occurrence;
}
