import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { Checked } from "../../tree.ts";
import { shown } from "../../words.ts";
import { meantEachDay } from "../meant-by.ts";
import type { CheckRule } from "../rule.ts";

/**
 * The date of a rule, or of an event that happens by itself, that is counted on from the end of the period in which today lies: once
 * it comes, that is another period.
 */
export const daysThatMoveOn: CheckRule = (program) =>
  calendarDates(program).flatMap((date) => {
    const period = periodLeft(date, program);
    if (period === undefined) return [];
    return [diagnostic("TN4096", date.span, { date: shown(date.span), period, schedule: "Dates" })];
  });

function calendarDates(program: CheckedProgram): Checked[] {
  const triggers = [
    ...statementsOf(program, "Rule").map(({ statement }) => statement.trigger),
    ...statementsOf(program, "EventDeclaration").map(({ statement }) => statement.happens),
  ];
  return triggers.flatMap((trigger) => (trigger?.kind === "CalendarTrigger" ? [trigger.date] : []));
}

/** The period behind whose end a date may lie, where it is counted on from that end. */
function periodLeft(date: Checked, program: CheckedProgram): string | undefined {
  const found = meantEachDay(date, program);
  if (found.kind === "DateShift") {
    return found.direction === "after" ? endOf(found.from, program) : undefined;
  }
  if (found.kind === "DateStep") {
    if (found.relation === "after") return endOf(found.from, program);
    return found.relation === "on or after" ? endOf(found.from, program, found) : undefined;
  }
  if (found.kind !== "Adjusted") return undefined;
  const isKeptInMonth =
    found.convention === "modified following" && meantEachDay(found.date, program).kind === "PeriodEdge";
  const movesOn = found.convention === "following" || found.convention === "modified following";
  return movesOn && !isKeptInMonth ? endOf(found.date, program, found) : undefined;
}

/** The period that ends with a date; undefined where the date is a day of the kind that it is moved to. */
function endOf(date: Checked, program: CheckedProgram, moved?: { readonly unit: string }): string | undefined {
  const end = meantEachDay(date, program);
  if (end.kind === "PeriodEdge" && end.which === "last" && end.of.kind === "Today") {
    return end.unit === moved?.unit ? undefined : end.period;
  }
  const isNext = end.kind === "EveryStep" && end.which === "first" && end.from.kind === "Today";
  return isNext ? "period" : undefined;
}
