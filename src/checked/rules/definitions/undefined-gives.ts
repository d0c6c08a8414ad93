import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import type { CheckRule } from "../rule.ts";

/** A clause gives a name that it does not define, or not for the event that it says. */
export const undefinedGives: CheckRule = (program) =>
  statementsOf(program, "Gives").flatMap(({ statement: { name, owner } }) => {
    const { noteLevel, perEvent, broken } = program.symbols;
    if (broken.has(name.text)) return [];
    const isDefined = owner === undefined ? noteLevel.has(name.text) : perEvent.get(owner.text)?.has(name.text);
    if (isDefined) return [];
    const where = owner === undefined ? "" : ` for each ${owner.text}`;
    return [diagnostic("TN2022", name.span, { name: `${name.text}${where}` })];
  });
