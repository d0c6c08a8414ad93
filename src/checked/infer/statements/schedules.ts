import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type {
  CycleDates,
  Definition,
  GivenDates,
  Identifier,
  JoinedDates,
  ScheduleDeclaration,
} from "../../../syntax/ast.ts";
import { plainNumber } from "../../../units/value-type.ts";
import { scheduleNamed } from "../../ast.ts";
import type { StatementOf } from "../../tree.ts";
import { inferRange } from "../expressions/ranges.ts";
import { bareOfKind } from "../expressions/references.ts";
import type { Inference } from "../inference.ts";
import { inferDay, inferSetKind } from "../inference.ts";
import { scopeOf } from "../scope.ts";

/** The days that a schedule is made of. */
export function inferSchedule(schedule: ScheduleDeclaration, context: Inference): StatementOf<"ScheduleDeclaration"> {
  const { dates } = schedule;
  const begins =
    schedule.begins && inferDay(context, schedule.begins, scopeOf(), "The day on which the first period begins");
  return {
    ...schedule,
    dates: inferDates(dates, context),
    ...(begins && { begins }),
  };
}

function inferDates(
  dates: ScheduleDeclaration["dates"],
  context: Inference,
): StatementOf<"ScheduleDeclaration">["dates"] {
  if (dates.kind === "GivenDates") return inferGiven(dates, context);
  return dates.kind === "CycleDates" ? inferCycle(dates, context) : inferJoined(dates, context);
}

/** A row says what its columns have, or leaves it out: nothing else stands for it. */
function inferGiven(dates: GivenDates, context: Inference): DatesOf<"GivenDates"> {
  const columns = dates.columns.map(({ initial, asOf, ...column }) => {
    const more = initial ?? asOf;
    if (more) context.say(diagnostic("TN3142", more.span, { name: column.name.text }));
    return column;
  });
  return { ...dates, columns };
}

type DatesOf<K> = Extract<StatementOf<"ScheduleDeclaration">["dates"], { readonly kind: K }>;

function inferCycle(dates: CycleDates, context: Inference): DatesOf<"CycleDates"> {
  const scope = scopeOf();
  const { cycle } = dates;
  const count =
    cycle.kind === "Interval" && cycle.count !== undefined
      ? inferSetKind(context, cycle.count, scope, plainNumber, `The number of ${cycle.unit}s`, "a schedule")
      : undefined;
  const anchor = dates.anchor && inferDay(context, dates.anchor, scope, "The day from which dates are counted");
  return {
    ...dates,
    ...(cycle.kind === "Interval" && { cycle: { ...cycle, ...(count && { count }) } }),
    range: inferRange(dates.range, scope, context),
    ...(anchor && { anchor }),
  };
}

/** A name alone may be that of a schedule, and stands for its dates. */
function inferJoined(dates: JoinedDates, context: Inference): DatesOf<"JoinedDates"> {
  const parts = dates.parts.map((part) => {
    const { date: written, each, span } = part;
    if (each === undefined && written.kind === "NameReference" && scheduleNamed(context.symbols, written.name.text)) {
      const its = { kind: "ItsReference", name: { text: "date", span }, span } as const;
      return { ...part, each: written.name, date: inferDay(context, its, scopeOf(written.name.text), "A date") };
    }
    if (each) bareOfKind(each, "Schedule", "a schedule", context);
    return { ...part, date: inferDay(context, written, scopeOf(each?.text), "A date of a schedule") };
  });
  return { ...dates, parts };
}

/** A value of each date of a schedule changes with the day. */
export function requireLiveSchedule({ verb, name }: Definition, owner: Identifier, context: Inference): void {
  const schedule = bareOfKind(owner, "Schedule", "a schedule", context);
  if (schedule && verb === "is fixed as") context.say(diagnostic("TN4050", name.span, { name: name.text }));
}
