import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { Checked } from "../../tree.ts";
import { shown } from "../../words.ts";
import { meantEachDay } from "../meant-by.ts";
import type { CheckRule } from "../rule.ts";

/** A power that each event of a kind has, through a day before the event's own: it is over before there is an event to give it for. */
export const powersOverBeforeTheyBegin: CheckRule = (program) =>
  statementsOf(program, "Power").flatMap(({ statement: { due, owner, event } }) =>
    due !== undefined && owner !== undefined && isBeforeItsDate(due, program)
      ? [diagnostic("TN4099", due.span, { event: event.text, owner: owner.text, date: shown(due.span) })]
      : [],
  );

function isBeforeItsDate(date: Checked, program: CheckedProgram): boolean {
  const found = meantEachDay(date, program);
  if (found.kind === "DateShift") return found.direction === "before" && isItsDate(found.from) && isSome(found.count);
  return found.kind === "DateStep" && found.relation === "before" && isItsDate(found.from);
}

const isItsDate = (date: Checked): boolean =>
  date.kind === "ItsReference" && date.meaning?.kind === "Moment" && date.meaning.moment === "date";

const isSome = (count: Checked): boolean => count.kind === "NumberLiteral" && Number(count.digits) > 0;
