import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { Checked } from "../../tree.ts";
import { shown } from "../../words.ts";
import { meantEachDay } from "../meant-by.ts";
import type { CheckRule } from "../rule.ts";

/** The last day of a duty, or of a cure, that is counted from today: it lies ahead on every day, so nothing is ever late. */
export const deadlinesThatMoveOn: CheckRule = (program) => {
  const duties = statementsOf(program, "Duty").map(({ statement: { due } }) => due);
  const cures = statementsOf(program, "DefaultDeclaration").flatMap(({ statement: { cureBy } }) => cureBy ?? []);
  return [...duties, ...cures]
    .filter((date) => movesOn(date, program))
    .map((date) => diagnostic("TN4098", date.span, { date: shown(date.span) }));
};

/** Whether a date is today or later, whatever day today is. */
function movesOn(date: Checked, program: CheckedProgram): boolean {
  const found = meantEachDay(date, program);
  const moves = (part: Checked) => movesOn(part, program);
  const isAhead = (part: Checked) => meantEachDay(part, program).kind === "Today" || moves(part);
  switch (found.kind) {
    case "PeriodEdge":
      return found.which === "last" && isAhead(found.of);
    case "EveryStep":
      return found.which === "first" && isAhead(found.from);
    case "DateShift":
      return found.direction === "after" && isAhead(found.from);
    case "DateStep":
      return found.which === "first" && isAhead(found.from);
    case "Adjusted":
      return moves(found.date);
    case "EventsFold":
      return found.operation === "first" && found.dates?.from !== undefined && isAhead(found.dates.from);
    case "OrElse":
      return moves(found.value);
    default:
      return false;
  }
}
