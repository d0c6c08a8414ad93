import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Identifier } from "../../../syntax/ast.ts";
import { statementsOf } from "../../ast.ts";
import type { CheckRule } from "../rule.ts";

/** A section that has two places in the order of a day, or none of whose clauses changes anything. */
export const dayOrders: CheckRule = (program) => {
  const first = new Map<string, Identifier>();
  const withRules = new Set(["Rule", "StatusDefinition"] satisfies string[]);
  const isDated = ({ statement }: (typeof program.statements)[number]) =>
    statement.kind === "EventDeclaration" && statement.happens !== undefined;
  const changing = new Set(
    program.statements.flatMap((it) => (withRules.has(it.statement.kind) || isDated(it) ? [it.section] : [])),
  );
  const sections = statementsOf(program, "DayOrder").flatMap(({ statement }) => statement.sections);
  return sections.flatMap((section): Diagnostic[] => {
    const { text, span } = section;
    const earlier = first.get(text);
    if (earlier !== undefined) {
      return [diagnostic("TN4051", span, { section: text }, [{ span: earlier.span, label: "its other place" }])];
    }
    first.set(text, section);
    const isIdle = program.symbols.sections.has(text) && !changing.has(text);
    return isIdle ? [diagnostic("TN4052", span, { section: text })] : [];
  });
};
