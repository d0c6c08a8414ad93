import type { CoreProgram } from "../core/core.ts";
import type { ContractText } from "./contract-text.ts";
import type { ContractSection, Note, Section } from "./page.ts";

/** The sections that a page cites, in the contract's order, each with the clauses that its notes use. */
export function contractSections(
  text: ContractText | undefined,
  program: Pick<CoreProgram, "sections">,
  page: { readonly sections: readonly Section[]; readonly notes: readonly Note[] },
): ContractSection[] {
  if (text === undefined) return [];
  const cited = new Set<string>();
  collectCited([page.sections, page.notes], cited);
  return program.sections.flatMap(({ label, title }) => {
    if (!cited.has(label)) return [];
    return [{ label, title, text: text.get(label) ?? [], clauses: clausesOf(label, page.notes) }];
  });
}

/** Citations stand in cells, entries of timelines and notes. */
function collectCited(part: unknown, found: Set<string>): void {
  if (Array.isArray(part)) for (const it of part) collectCited(it, found);
  else if (typeof part === "object" && part !== null) {
    for (const [key, value] of Object.entries(part)) {
      const isCitation = typeof value === "string" && (key === "section" || key === "sections");
      if (isCitation) for (const label of value.split(", ")) found.add(label);
      else collectCited(value, found);
    }
  }
}

function clausesOf(label: string, notes: readonly Note[]): ContractSection["clauses"] {
  const clauses = new Map<string, { readonly name: string; readonly words: string }>();
  for (const { name, section, because, isClause } of notes) {
    if (isClause && section.split(", ").includes(label)) clauses.set(`${name}\n${because}`, { name, words: because });
  }
  return [...clauses.values()];
}
