import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import type { CheckRule } from "../rule.ts";

/** Events that open their day, given when it is over. */
export const openingsAtTheClose: CheckRule = (program) => {
  const opening = new Set([
    ...statementsOf(program, "ShareBasis").map(({ statement }) => statement.event.text),
    ...statementsOf(program, "EventDeclaration").flatMap(({ statement: { name, opensDay } }) =>
      opensDay ? [name.text] : [],
    ),
  ]);
  return statementsOf(program, "PlanRule").flatMap(({ statement: { isAtClose, gives, otherwise } }) => {
    const given = isAtClose ? [gives, ...(otherwise ? [otherwise] : [])] : [];
    return given.flatMap(({ event }) =>
      opening.has(event.text) ? [diagnostic("TN4112", event.span, { event: event.text })] : [],
    );
  });
};
