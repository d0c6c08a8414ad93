import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { statementsOf } from "../ast.ts";
import { namesMentioned } from "../mentions.ts";
import type { CheckRule } from "./rule.ts";

/** A deal term, or an event, that no clause speaks of. A draft without sections is asked for nothing. */
export const unreadTerms: CheckRule = (program) => {
  if (program.symbols.sections.size === 0) return [];
  const mentioned = namesMentioned(program);
  const terms = statementsOf(program, "Given").map(({ statement: { name } }) => ({ name, code: "TN4030" as const }));
  const events = statementsOf(program, "EventDeclaration").map(({ statement: { name } }) => {
    return { name, code: "TN4031" as const };
  });
  return [...terms, ...events].flatMap(({ name, code }) =>
    mentioned.has(name.text) ? [] : [diagnostic(code, name.span, { name: name.text })],
  );
};
