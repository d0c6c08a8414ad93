import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { Checked } from "../../tree.ts";
import { shown } from "../../words.ts";
import { meantEachDay } from "../meant-by.ts";
import type { CheckRule } from "../rule.ts";

/** The date of a rule of the calendar that is a state which only the calendar, or a condition, sets to today. */
export const daysKnownTooLate: CheckRule = (program) => {
  const late = setAsDaysEnd(program);
  if (late.size === 0) return [];
  return statementsOf(program, "Rule").flatMap(({ statement: { trigger } }) => {
    if (trigger.kind !== "CalendarTrigger") return [];
    const state = statesIn(trigger.date, program).find((name) => late.has(name));
    if (state === undefined) return [];
    return [diagnostic("TN4097", trigger.date.span, { date: shown(trigger.date.span), state })];
  });
};

/** The states that a rule sets to today behind the events of a day. */
function setAsDaysEnd(program: CheckedProgram): ReadonlySet<string> {
  return new Set(
    statementsOf(program, "Rule").flatMap(({ statement: { trigger, changes } }) => {
      if (trigger.kind === "EventTrigger") return [];
      return changes.flatMap((change) =>
        change.kind === "SetChange" && change.value.kind === "Today" ? [change.state.text] : [],
      );
    }),
  );
}

/** The states that a date may be as they stand, not counted on from them. */
function statesIn(date: Checked, program: CheckedProgram): readonly string[] {
  const found = meantEachDay(date, program);
  if (found.meaning?.kind === "State") return [found.meaning.name];
  switch (found.kind) {
    case "OrElse":
      return statesIn(found.value, program);
    case "Cases":
      return [...found.arms.map(({ value }) => value), found.otherwise].flatMap((value) => statesIn(value, program));
    case "Extreme":
      return found.operands.flatMap((operand) => statesIn(operand.value, program));
    default:
      return [];
  }
}
