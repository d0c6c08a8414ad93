import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import type { Quoted } from "../../tree.ts";
import { expressionsOfKind } from "../../walk.ts";
import type { CheckRule } from "../rule.ts";

/** A choice that stands twice: in a reading, in a field, or among the lines of `as … is read`. */
export const repeatedChoices: CheckRule = (program) => {
  const readings = statementsOf(program, "ReadingDeclaration").map(({ statement }) => statement.choices);
  const fields = statementsOf(program, "EventDeclaration").flatMap(({ statement }) => statement.fields);
  const terms = statementsOf(program, "Given").map(({ statement }) => statement.type.options);
  // What a power does beyond its limit can depend on a reading as well; its lines are found the same way.
  const arms = expressionsOfKind(program.statements, "AsRead").map((it) => it.arms.map(({ choice }) => choice));
  return [...readings, ...fields.map(({ type }) => type.options), ...terms, ...arms].flatMap(repeated);
};

function repeated(choices: readonly Quoted[]): Diagnostic[] {
  return choices.flatMap(({ text, span }, index) => {
    const earlier = choices.slice(0, index).find((choice) => choice.text === text);
    if (earlier === undefined) return [];
    return [diagnostic("TN4019", span, { choice: text }, [{ span: earlier.span, label: "listed here first" }])];
  });
}
