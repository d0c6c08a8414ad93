import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { textOf } from "../../../source/span.ts";
import type { CheckRule } from "../rule.ts";
import { firstLineOf } from "../rule.ts";

/** A template without the head of a note, or with one that does not say from when the note exists. */
export const missingHead: CheckRule = ({ statements, symbols, span }) => {
  const { head } = symbols;
  if (head !== undefined) {
    return head.existsFrom === undefined ? [diagnostic("TN4016", head.title.span, {})] : [];
  }
  // A head with a mistake in it has been reported.
  const isBroken = statements.some(
    ({ statement }) => statement.kind === "BrokenStatement" && /^note\b/.test(textOf(statement.span)),
  );
  if (isBroken) return [];
  return [diagnostic("TN4015", firstLineOf(statements[0]?.statement.span ?? span), {})];
};
