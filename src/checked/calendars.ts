import { nearestName } from "../base/nearest-name.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";
import { builtInCalendarNames, partsOfCalendarName } from "../units/calendars/built-in.ts";

/** Whether a calendar is named by the path of its file: a text with a folder or an ending is no name. */
export function isCalendarPath(name: string): boolean {
  return /[/\\]|\.csv$/i.test(name);
}

/** What is found where a name is that of no calendar. */
export function unknownCalendar(name: string, place: Span): Diagnostic {
  const near = nearestCalendar(name);
  const fix = near === undefined || place.start === place.end ? undefined : { span: place, text: `"${near}"` };
  const known = builtInCalendarNames.join(", ");
  const nearest = near === undefined ? undefined : `write "${near}"; the built-in calendars are ${known}`;
  const isMixed = partsOfCalendarName(name).joins === "mixed";
  const help = isMixed ? "join the names with `and` alone, or with `or` alone" : nearest;
  return diagnostic("TN5302", place, { name, known }, [], { help, fix });
}

/** The name with each part that is no calendar replaced by the nearest; undefined where one has none near. */
function nearestCalendar(name: string): string | undefined {
  const { parts, joins } = partsOfCalendarName(name);
  const near = parts.flatMap((part) =>
    builtInCalendarNames.includes(part) ? part : (nearestName(part, builtInCalendarNames) ?? []),
  );
  return near.length < parts.length || joins === "mixed" ? undefined : near.join(` ${joins} `);
}
