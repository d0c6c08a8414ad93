import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "./rule.ts";
import { firstLineOf, statementsOf } from "./rule.ts";

/** A second event that is said to change the share basis. */
export const severalShareBases: Rule = (program) => {
  const [first, ...rest] = statementsOf(program, "ShareBasis");
  if (first === undefined) return [];
  const related = [{ span: firstLineOf(first.statement.span), label: "the first is here" }];
  return rest.map(({ statement }) => diagnostic("TN4014", firstLineOf(statement.span), {}, related));
};
