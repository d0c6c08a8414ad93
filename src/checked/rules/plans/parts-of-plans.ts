import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedStatement } from "../../tree.ts";
import type { CheckRule } from "../rule.ts";
import { firstLineOf } from "../rule.ts";

/** Parts of a plan that stand in none, and what a file or a plan says twice. */
export const partsOfPlans: CheckRule = ({ statements }) => {
  const titles = new Map<string, CheckedStatement>();
  let said: Map<string, CheckedStatement> | undefined;
  return statements.flatMap(({ statement }) => {
    const part = partIn(statement);
    if (part === undefined) return [];
    if (statement.kind === "PlanHead") said = new Map();
    if (said === undefined) return [diagnostic("TN4110", firstLineOf(statement.span), {})];
    if (part === "rule") return [];
    const known = statement.kind === "PlanHead" ? titles : said;
    const earlier = known.get(part);
    if (earlier === undefined) {
      known.set(part, statement);
      return [];
    }
    const related = [{ span: firstLineOf(earlier.span), label: "first here" }];
    return [diagnostic("TN4113", firstLineOf(statement.span), { what: part }, related)];
  });
};

/** What of a plan a statement is; a rule may come again and again. */
function partIn(statement: CheckedStatement): string | undefined {
  if (statement.kind === "PlanHead") return `the plan "${statement.title.text}"`;
  if (statement.kind === "PlanRule") return "rule";
  if (statement.kind === "StateDeclaration" && statement.isSignal) return "rule";
  if (statement.kind === "Sale") return "what the plan sells";
  return statement.kind === "PriceImpact" ? "the price impact" : undefined;
}
