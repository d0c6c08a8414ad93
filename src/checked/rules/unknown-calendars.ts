import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { builtInCalendar } from "../../units/calendars/built-in.ts";
import { statementsOf } from "../ast.ts";
import { isCalendarPath, unknownCalendar } from "../calendars.ts";
import type { Checked, Quoted } from "../tree.ts";
import { expressionsIn } from "../walk.ts";
import type { CheckRule } from "./rule.ts";

/** A calendar that is neither built in nor a file: TN5302. A file says the days of a whole note or story: TN2055. */
export const unknownCalendars: CheckRule = (program) => {
  const stories = statementsOf(program, "Story").map(({ statement }) => statement.calendar);
  const { head } = program.symbols;
  const schedules = statementsOf(program, "ScheduleDeclaration").flatMap(
    ({ statement: { dates } }) => (dates.kind === "CycleDates" ? dates.moved?.calendar : undefined) ?? [],
  );
  const inClauses = [...schedules, ...expressionsIn(program.statements).flatMap((it) => namedIn(it) ?? [])];
  const files = inClauses.filter(({ text }) => isCalendarPath(text));
  const unknown = [head?.businessDays, head?.exchange, ...stories, ...inClauses].flatMap((calendar) => {
    if (calendar === undefined || isCalendarPath(calendar.text)) return [];
    return builtInCalendar(calendar.text) !== undefined ? [] : [unknownCalendar(calendar.text, calendar.span)];
  });
  return [...files.map(({ text, span }) => diagnostic("TN2055", span, { name: text })), ...unknown];
};

/** The calendar that a phrase names for the days that it counts. */
function namedIn(it: Checked): Quoted | undefined {
  if ("calendar" in it) return it.calendar;
  if ("days" in it) return it.days.calendar;
  return undefined;
}
