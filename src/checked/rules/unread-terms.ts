import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { statementsOf } from "../ast.ts";
import { namesMentioned } from "../mentions.ts";
import type { CheckRule } from "./rule.ts";

/** A deal term, an event, or a series, that no clause speaks of. A draft without sections is asked for nothing. */
export const unreadTerms: CheckRule = (program) => {
  if (program.symbols.sections.size === 0) return [];
  const mentioned = namesMentioned(program);
  const terms = statementsOf(program, "Given").map(({ statement: { name } }) => ({ name, code: "TN4030" as const }));
  const events = statementsOf(program, "EventDeclaration").map(({ statement: { name } }) => {
    return { name, code: "TN4031" as const };
  });
  const series = statementsOf(program, "SeriesDeclaration").flatMap(({ statement: { name, columns } }) => {
    const column = columns[0]?.column.text ?? "close";
    return mentioned.has(name.text) ? [] : [diagnostic("TN4045", name.span, { name: name.text, column })];
  });
  const unread = [...terms, ...events].flatMap(({ name, code }) =>
    mentioned.has(name.text) ? [] : [diagnostic(code, name.span, { name: name.text })],
  );
  return [...unread, ...series];
};
