import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Definition, Expression, Identifier, ScheduleDeclaration } from "../../../syntax/ast.ts";
import { plainNumber } from "../../../units/value-type.ts";
import type { StatementOf } from "../../tree.ts";
import { inferRange } from "../expressions/ranges.ts";
import { bareOfKind } from "../expressions/references.ts";
import type { Inference } from "../inference.ts";
import { inferDay, inferSetKind } from "../inference.ts";
import { scopeOf } from "../scope.ts";

/** The days that a schedule is made of. */
export function inferSchedule(schedule: ScheduleDeclaration, context: Inference): StatementOf<"ScheduleDeclaration"> {
  const scope = scopeOf();
  const { cycle } = schedule;
  const count =
    cycle.kind === "Interval" && cycle.count !== undefined
      ? inferSetKind(context, cycle.count, scope, plainNumber, `The number of ${cycle.unit}s`, "a schedule")
      : undefined;
  const day = (part: Expression | undefined, place: string) => part && inferDay(context, part, scope, place);
  const anchor = day(schedule.anchor, "The day from which dates are counted");
  const begins = day(schedule.begins, "The day on which the first period begins");
  return {
    ...schedule,
    ...(cycle.kind === "Interval" && { cycle: { ...cycle, ...(count && { count }) } }),
    range: inferRange(schedule.range, scope, context),
    ...(anchor && { anchor }),
    ...(begins && { begins }),
  };
}

/** A value of each date of a schedule changes with the day. */
export function requireLiveSchedule({ verb, name }: Definition, owner: Identifier, context: Inference): void {
  const schedule = bareOfKind(owner, "Schedule", "a schedule", context);
  if (schedule && verb === "is fixed as") context.say(diagnostic("TN4050", name.span, { name: name.text }));
}
