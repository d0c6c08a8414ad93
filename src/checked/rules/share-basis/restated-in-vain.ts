import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { shareExponent } from "../../../units/value-type.ts";
import { definitionKey, statementsOf } from "../../ast.ts";
import { expressionsOfKind } from "../../walk.ts";
import { kindInWords, shown, typeNamed } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

/** What is said to follow a change of the share basis and cannot: it has no shares in its unit, or is a figure of an event. */
export const restatedInVain: CheckRule = (program) => {
  const states = statementsOf(program, "StateDeclaration").map(({ statement: { name, owner, basis } }) => {
    return {
      name: name.text,
      span: name.span,
      basis,
      type: program.stateTypes.get(definitionKey(name.text, owner?.text))?.type,
    };
  });
  const terms = statementsOf(program, "Given").map(({ statement: { name, basis, type } }) => {
    return { name: name.text, span: name.span, basis, type: typeNamed(type) };
  });
  const figures = expressionsOfKind(
    program.statements.map((it) => it.statement),
    "NumberLiteral",
  ).map(({ span, basis, type }) => ({ name: shown(span), span, basis, type }));
  return [...states, ...terms, ...figures].flatMap(({ name, span, basis, type }) => {
    if (basis !== "restated" || type === undefined || shareExponent(type) !== 0) return [];
    return [diagnostic("TN3019", span, { name, found: kindInWords(type) })];
  });
};
