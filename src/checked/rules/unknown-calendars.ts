import { builtInCalendar } from "../../units/calendars/built-in.ts";
import { statementsOf } from "../ast.ts";
import { isCalendarPath, unknownCalendar } from "../calendars.ts";
import type { CheckRule } from "./rule.ts";

/** A calendar of the note's head or of a story that is neither a file nor built in: TN5302. */
export const unknownCalendars: CheckRule = (program) => {
  const stories = statementsOf(program, "Story").map(({ statement }) => statement.calendar);
  const { head } = program.symbols;
  const trading = head?.tradingDays?.calendar;
  return [head?.businessDays, trading, ...stories].flatMap((calendar) => {
    if (calendar === undefined || (calendar !== trading && isCalendarPath(calendar.text))) return [];
    return builtInCalendar(calendar.text) !== undefined ? [] : [unknownCalendar(calendar.text, calendar.span)];
  });
};
