import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { StatementKind } from "../../tree.ts";
import type { CheckRule } from "../rule.ts";
import { firstLineOf } from "../rule.ts";

const ofPlans: ReadonlySet<StatementKind> = new Set([
  "PlanHead",
  "PlanRule",
  "Sale",
  "PriceImpact",
  "Given",
  "Definition",
  "StateDeclaration",
  "BrokenStatement",
  // Files of stories may follow.
  "Story",
]);

/** What stands behind the head of a plan and says how the note works, and sales that change a state of the note. */
export const notesChangedByPlans: CheckRule = ({ statements }) => {
  const first = statements.findIndex(({ statement }) => statement.kind === "PlanHead");
  if (first < 0) return [];
  const own = statements.slice(first);
  const states = new Set(
    own.flatMap(({ statement }) => (statement.kind === "StateDeclaration" ? [statement.name.text] : [])),
  );
  return own.flatMap(({ statement }) => {
    if (!ofPlans.has(statement.kind)) return [diagnostic("TN4111", firstLineOf(statement.span), {})];
    if (statement.kind !== "Sale" || statement.leaving === undefined) return [];
    const { text, span } = statement.leaving;
    return states.has(text) ? [] : [diagnostic("TN4114", span, { name: text })];
  });
};
