import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { expressionsOfKind } from "../../walk.ts";
import type { CheckRule } from "../rule.ts";

/** A reading on which nothing depends. A template with a broken statement may use it there. */
export const unusedReadings: CheckRule = ({ statements, symbols }) => {
  if (statements.some(({ statement }) => statement.kind === "BrokenStatement")) return [];
  const used = new Set([
    ...expressionsOfKind(statements, "AsRead").map(({ reading }) => reading.text),
    ...expressionsOfKind(statements, "ReadingTest").map(({ reading }) => reading.text),
  ]);
  return [...symbols.readings.values()]
    .filter(({ statement }) => !used.has(statement.name.text))
    .map(({ statement: { name } }) => diagnostic("TN4008", name.span, { name: name.text }));
};
