import { invariant } from "../../base/invariant.ts";
import type { Calendar } from "../business-days.ts";
import { builtInCalendar } from "./built-in.ts";

/** Kinds of day. Business days are those of the scenario's calendar, or of one that the clause names itself. */
export type DayUnit = "day" | "business day" | "trading day" | NamedBusinessDay;

/** `"london" business day`: the unit as a clause writes it. */
export type NamedBusinessDay = `"${string}" business day`;

export function namedBusinessDay(calendar: string): NamedBusinessDay {
  return `"${calendar}" business day`;
}

/** The calendar by which a kind of day is counted; undefined where it is not by one. */
export function calendarOf(unit: DayUnit | "month" | "year", given: Calendar): Calendar | undefined {
  if (unit === "business day") return given;
  if (!unit.startsWith('"')) return undefined;
  const named = calendarsOf.get(unit) ?? builtInCalendar(unit.slice(1, unit.lastIndexOf('"')));
  invariant(named !== undefined, "a program without errors names calendars that there are");
  calendarsOf.set(unit, named);
  return named;
}

/** What was looked up before; it does not affect any result. */
const calendarsOf = new Map<string, Calendar>();
