import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { shareExponent } from "../../../units/value-type.ts";
import { definitionKey, statementsOf } from "../../ast.ts";
import { kindInWords } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

/** A state with shares in its unit that does not say whether it follows a change of the share basis. */
export const unrestatedStates: CheckRule = (program) =>
  statementsOf(program, "StateDeclaration").flatMap(({ statement: { name, owner, basis, fixing } }) => {
    const type = program.stateTypes.get(definitionKey(name.text, owner?.text))?.type;
    if (basis !== undefined || fixing !== undefined || type === undefined || shareExponent(type) === 0) return [];
    return [diagnostic("TN3011", name.span, { name: name.text, found: kindInWords(type) })];
  });
