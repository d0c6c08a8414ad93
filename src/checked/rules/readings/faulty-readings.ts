import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import { nearestQuoted } from "../../infer/expressions/references.ts";
import type { StatementOf } from "../../tree.ts";
import { listInWords } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

/** A reading that does not say which of its choices is in force. */
export const faultyReadings: CheckRule = (program) =>
  statementsOf(program, "ReadingDeclaration").flatMap(({ statement }) => withoutChosen(statement));

function withoutChosen({ name, choices, chosen }: StatementOf<"ReadingDeclaration">): Diagnostic[] {
  const known = choices.map((choice) => choice.text);
  if (chosen === undefined) {
    return [diagnostic("TN4006", name.span, { name: name.text, found: "the `chosen:` line is missing" })];
  }
  if (known.length === 0 || known.includes(chosen.text)) return [];
  const found = `"${chosen.text}" is not one of ${listInWords(known)}`;
  return [
    diagnostic("TN4006", chosen.span, { name: name.text, found }, [], nearestQuoted({ suggests: true }, chosen, known)),
  ];
}
