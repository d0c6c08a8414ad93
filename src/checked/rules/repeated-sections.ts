import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { statementsOf } from "../ast.ts";
import type { CheckRule } from "./rule.ts";

/**
 * Two sections of one number: what cites it can't be looked up in one place. A heading of the same title, or of none, goes
 * on with the section.
 */
export const repeatedSections: CheckRule = (program) =>
  statementsOf(program, "SectionHeading").flatMap(({ statement: { label, title } }) => {
    const first = program.symbols.sections.get(label.text);
    if (first?.title === undefined || title === undefined || title.text === first.title.text) return [];
    const related = [{ span: first.label.span, label: "opened here first" }];
    return [diagnostic("TN2023", label.span, { section: label.text }, related)];
  });
