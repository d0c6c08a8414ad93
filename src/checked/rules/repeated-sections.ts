import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { comesBefore } from "../../source/span.ts";
import { statementsOf } from "../ast.ts";
import type { CheckRule } from "./rule.ts";

/**
 * Two sections of one number: what cites it can't be looked up in one place. A heading of the same title, or of none, goes
 * on with the section.
 */
export const repeatedSections: CheckRule = (program) =>
  statementsOf(program, "SectionHeading").flatMap(({ statement: { label, title } }) => {
    const { sections } = program.symbols;
    const own = sections.get(label.text);
    const [other] = otherForms(label.text).flatMap((it) => sections.get(it) ?? []);
    const first = other !== undefined && own !== undefined && comesBefore(other.span, own.span) ? other : own;
    if (first?.title === undefined || title === undefined || title.text === first.title.text) return [];
    const related = [{ span: first.label.span, label: "opened here first" }];
    return [diagnostic("TN2023", label.span, { section: label.text }, related)];
  });

/** `§ 2` and 2 are one number. */
function otherForms(label: string): readonly string[] {
  if (label.startsWith("§ ")) return [label.slice(2)];
  return /^\d/.test(label) ? [`§ ${label}`] : [];
}
