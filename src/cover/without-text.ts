/** What a template names of the contract's text and the text does not have, as findings in the template. */
import type { ContractPart } from "../contract/contract-text.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { SyntaxTree } from "../syntax/ast.ts";
import { standsIn } from "./coverage.ts";

/** `file` is the name of the text. A section is named once, where it first stands. */
export function findingsWithoutText(
  { statements }: SyntaxTree,
  parts: readonly ContractPart[],
  file: string,
): readonly Diagnostic[] {
  const counts = new Map(parts.map(({ label, sentences }) => [label, sentences.length]));
  const seen = new Set<string>();
  let section = "";
  return statements.flatMap((statement) => {
    if (statement.kind === "SectionHeading") {
      const { label } = statement;
      section = label.text;
      if (seen.has(section) || standsIn(parts, section)) return [];
      seen.add(section);
      return [diagnostic("TN5241", label.span, { section, file })];
    }
    const has = counts.get(section);
    if (statement.kind !== "SentenceMark" || has === undefined) return [];
    const beyond = statement.sentences.find(({ to }) => to > has);
    const facts = beyond && { section, sentence: beyond.to, has: has === 1 ? "one" : has };
    return facts === undefined ? [] : [diagnostic("TN5242", statement.span, facts)];
  });
}
