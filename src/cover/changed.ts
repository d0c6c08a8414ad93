/** What a changed text of a contract makes stale: the clauses of sentences that changed, and the stories that cite their sections. */
import type { ContractPart, Sentence } from "../contract/contract-text.ts";
import type { SyntaxTree } from "../syntax/ast.ts";
import type { Clause } from "./clauses.ts";
import type { Coverage } from "./coverage.ts";
import { isRelated } from "./match.ts";

export interface StaleSentence {
  readonly sentence: Sentence;
  readonly change: "new" | "gone";
  readonly clauses: readonly Clause[];
}

export interface Stale {
  readonly sentences: readonly StaleSentence[];
  readonly stories: readonly string[];
}

/** A sentence that changed is gone and new; one that only moved within its section is neither. */
export function staleAfter({ parts }: Coverage, changed: readonly ContractPart[], { statements }: SyntaxTree): Stale {
  const before = new Map(parts.map(({ part, sentences }) => [part.label, sentences]));
  const after = new Map(changed.map((part) => [part.label, part.sentences]));
  const sentences = [...new Set([...before.keys(), ...after.keys()])].flatMap((label): StaleSentence[] => {
    const [old, fresh] = [before.get(label) ?? [], after.get(label) ?? []];
    const [oldTexts, freshTexts] = [new Set(old.map(({ sentence }) => keyOf(sentence))), new Set(fresh.map(keyOf))];
    const gone = old.filter(({ sentence }) => !freshTexts.has(keyOf(sentence)));
    const clausesOfSection = [...new Set(gone.flatMap(({ matches }) => matches.map(({ clause }) => clause)))];
    return [
      ...gone.map(({ sentence, matches }) => {
        return { sentence, change: "gone" as const, clauses: matches.map(({ clause }) => clause) };
      }),
      ...fresh
        .filter((sentence) => !oldTexts.has(keyOf(sentence)))
        .map((sentence) => ({ sentence, change: "new" as const, clauses: clausesOfSection })),
    ];
  });
  const sections = sentences.map(({ sentence: { section } }) => section);
  return { sentences, stories: storiesOn(sections, statements) };
}

/** Layout and capital letters make no other sentence. */
function keyOf({ text }: Sentence): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s"“”'’]+/g, " ")
    .trim();
}

/** Stories under one of the sections, or with an expectation that cites one. */
function storiesOn(sections: readonly string[], statements: SyntaxTree["statements"]): string[] {
  let section = "";
  const found: string[] = [];
  for (const statement of statements) {
    if (statement.kind === "SectionHeading") section = statement.label.text;
    if (statement.kind !== "Story") continue;
    const cited = [section, ...statement.expectations.flatMap((it) => it.section?.text ?? [])];
    if (cited.some((it) => it !== "" && sections.some((changed) => isRelated(it, changed))))
      found.push(statement.title.text);
  }
  return found;
}
