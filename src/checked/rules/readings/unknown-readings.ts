import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import { mostSuggestions } from "../../infer/checker.ts";
import { nearestQuoted } from "../../infer/expressions/references.ts";
import type { Quoted } from "../../tree.ts";
import { expressionsOfKind } from "../../walk.ts";
import type { CheckRule } from "../rule.ts";

/** A reading that is asked for and not declared. */
export const unknownReadings: CheckRule = (program) => {
  const { readings, broken } = program.symbols;
  const asked: Quoted[] = [
    ...expressionsOfKind(program.statements, "AsRead").map(({ reading }) => reading),
    ...expressionsOfKind(program.statements, "ReadingTest").map(({ reading }) => reading),
    ...statementsOf(program, "Story").flatMap(({ statement }) => statement.readings.map(({ name }) => name)),
  ];
  return asked
    .filter(({ text }) => !readings.has(text) && !broken.has(text))
    .map((name, index) => {
      const near = nearestQuoted({ suggests: index < mostSuggestions }, name, readings.keys());
      return diagnostic("TN2008", name.span, { name: name.text }, [], near);
    });
};
