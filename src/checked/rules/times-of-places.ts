import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { momentHere, placeOfTime } from "../../units/calendars/time-zones.ts";
import { formatDate } from "../../units/plain-date.ts";
import { statementsOf } from "../ast.ts";
import { fixedDay, fixedTime } from "../constants.ts";
import { ownPlace, unknownPlace } from "../places.ts";
import type { Checked } from "../tree.ts";
import { expressionsOfKind } from "../walk.ts";
import type { CheckRule } from "./rule.ts";

/** Times by the clock of another place than the note's: of which nothing is known, or that do not say on which day. */
export const timesOfPlaces: CheckRule = (program) => {
  const here = ownPlace(program.symbols.head);
  const reports = statementsOf(program, "Story").flatMap(({ statement }) => statement.events);
  const reported = new Map<Checked, Checked>(
    reports.flatMap(({ at, on }) => (at === undefined ? [] : [[at, on] as const])),
  );
  return expressionsOfKind(program.statements, "TimeLiteral").flatMap((time) =>
    time.place === undefined ? [] : findingsIn(time, time.place, { on: reported.get(time), here }),
  );
};

type Time = ReturnType<typeof expressionsOfKind<"TimeLiteral">>[number];

function findingsIn(
  time: Time,
  name: NonNullable<Time["place"]>,
  { on, here }: { readonly on: Checked | undefined; readonly here: string | undefined },
): Diagnostic[] {
  const place = placeOfTime(name.text);
  if (place === undefined) return [unknownPlace(name)];
  if (here === undefined) return [diagnostic("TN2096", name.span, { place })];
  const day = on ?? time.on;
  if (day === undefined)
    return place === here ? [] : [diagnostic("TN3115", time.span, { time: time.text, place, here })];
  const [date, shown] = [fixedDay(day), fixedTime(time)];
  if (date === undefined || shown === undefined) return [];
  if (momentHere(date, shown, place, here) !== undefined) return [];
  return [diagnostic("TN4095", time.span, { place, here, day: formatDate(date) })];
}
