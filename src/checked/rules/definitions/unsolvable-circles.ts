import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { definitionKey, statementsOf } from "../../ast.ts";
import { circleOf } from "../../circles/circles.ts";
import type { StatementOf } from "../../tree.ts";
import { shown } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

/** A value that says that it is solved, but has no circle, or none that has one answer for certain. */
export const unsolvableCircles: CheckRule = (program) =>
  statementsOf(program, "Definition").flatMap(({ statement }) =>
    statement.solved === undefined ? [] : findingsIn(statement, program),
  );

function findingsIn({ name, owner, solved, value }: StatementOf<"Definition">, program: CheckedProgram): Diagnostic[] {
  const key = definitionKey(name.text, owner?.text);
  if (program.symbols.definitions.get(key)?.name !== name || value.type === undefined) return [];
  if (value.type.kind !== "quantity") {
    return [diagnostic("TN4102", name.span, { name: name.text, found: solved?.name ?? "this" })];
  }
  const { isClosed, bend, fault } = circleOf(key, program);
  if (!isClosed) return [diagnostic("TN4100", name.span, { name: name.text })];
  if (bend !== undefined) return [];
  const part = fault?.span ?? value.span;
  return [
    diagnostic("TN4101", part, { name: name.text, part: shown(part) }, [{ span: name.span, label: "solved here" }]),
  ];
}
