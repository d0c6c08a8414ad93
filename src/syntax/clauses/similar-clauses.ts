import { nearestName } from "../../base/nearest-name.ts";
import type { SyntaxTree } from "../ast.ts";

/** Clauses by title, as read. */
type Library = ReadonlyMap<string, { readonly value: SyntaxTree }>;

const most = 3;

/**
 * Titles of the clauses that may be meant by one that there is not, the likeliest first: those that are also known as it, the
 * one with a slip in its title or other name, or those that share its rarest words. None where nothing is near.
 */
export function clausesNear(title: string, library: Library): readonly string[] {
  const names = new Map([...library].map(([known, { value }]) => [known, [known, ...otherNames(value)].map(plain)]));
  const known = (name: string) => [...names].filter(([, all]) => all.includes(name)).map(([it]) => it);
  const wanted = plain(title);
  const same = known(wanted);
  if (same.length > 0) return same.slice(0, most);
  const near = nearestName(wanted, [...names.values()].flat());
  return near === undefined ? sharingWords(wanted, names) : known(near).slice(0, most);
}

function otherNames({ statements }: SyntaxTree): string[] {
  const head = statements.find((it) => it.kind === "ClauseHead");
  return head?.alsoKnownAs.map(({ text }) => text) ?? [];
}

/** Hyphens and capitals make no other name. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

/** A word counts the less, the more clauses have it; a clause with less than half of the best one's count is not near. */
function sharingWords(wanted: string, names: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const wordsOf = new Map([...names].map(([title, all]) => [title, new Set(all.flatMap(wordsIn))]));
  const weights = new Map(
    wordsIn(wanted).map((word) => [word, 1 / [...wordsOf.values()].filter((words) => words.has(word)).length]),
  );
  const scored = [...wordsOf].map(([title, words]) => {
    const shared = [...weights].filter(([word]) => words.has(word));
    return { title, score: shared.reduce((sum, [, weight]) => sum + weight, 0) };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= best / 2)
    .toSorted((a, b) => b.score - a.score || (a.title < b.title ? -1 : 1))
    .slice(0, most)
    .map(({ title }) => title);
}

/** Words of more than two letters, without the `s` of a plural. */
function wordsIn(text: string): string[] {
  return (text.match(/[a-z0-9]{3,}/g) ?? []).filter((word) => !small.has(word)).map((word) => word.replace(/s$/, ""));
}

const small = new Set(["and", "the", "for", "not", "with", "that", "its"]);
