import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CheckRule } from "./rule.ts";

/** A section under which nothing stands, nor a part of it: 1 is opened for 1.1 and 1(a). */
export const emptySections: CheckRule = ({ statements, symbols }) => {
  const labels = [...symbols.sections.keys()];
  return statements.flatMap(({ statement }, index) => {
    const next = statements[index + 1]?.statement;
    if (statement.kind !== "SectionHeading" || (next !== undefined && next.kind !== "SectionHeading")) return [];
    const { text, span } = statement.label;
    const hasParts = labels.some((label) => label.startsWith(text) && /^[^\p{L}\d]/u.test(label.slice(text.length)));
    return hasParts ? [] : [diagnostic("TN4032", span, { section: text })];
  });
};
