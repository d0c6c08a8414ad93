import { groupBy } from "../../../base/group-by.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import type { CheckRule } from "../rule.ts";
import { firstLineOf } from "../rule.ts";

/** An event that is said twice to change the share basis. */
export const severalShareBases: CheckRule = (program) => {
  const byEvent = groupBy(statementsOf(program, "ShareBasis"), ({ statement }) => statement.event.text);
  return [...byEvent].flatMap(([event, [first, ...rest]]) => {
    const related = first ? [{ span: firstLineOf(first.statement.span), label: "the first is here" }] : [];
    return rest.map(({ statement }) => diagnostic("TN4014", firstLineOf(statement.span), { event }, related));
  });
};
