import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Quoted } from "../../syntax/ast.ts";
import { expressionsOfKind } from "../../syntax/walk.ts";
import { nearestQuoted } from "../infer/references.ts";
import { mostSuggestions } from "../types.ts";
import type { Rule } from "./rule.ts";
import { statementsOf } from "./rule.ts";

/** A reading that is asked for and not declared. */
export const unknownReadings: Rule = (program) => {
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
