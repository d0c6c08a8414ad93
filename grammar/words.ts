import type { Meaning, NameIn, Role, Row, TokenName } from "./vocabulary.ts";
import { vocabulary } from "./vocabulary.ts";

// Questions to the vocabulary: which words play a role, what they mean, how they are written.

/** The row of a word. */
export function rowOf(name: TokenName): Row {
  return vocabulary[name];
}

export function isTokenName(name: string): name is TokenName {
  return Object.hasOwn(vocabulary, name);
}

/** Every word, by the name of its token, in the order of the table. */
export function allNames(): readonly TokenName[] {
  return Object.keys(vocabulary).filter(isTokenName);
}

/** The words of some roles, by the names of their tokens, in the order of the table. */
export function namesIn<R extends Role>(...of: readonly R[]): readonly NameIn<R>[] {
  return allNames().filter((name): name is NameIn<R> => of.some((role) => isIn(name, role)));
}

/** The other words of a row, each choice written out. */
export function wordingsOf(name: TokenName): readonly string[] {
  return (rowOf(name).wordings ?? []).flatMap(writtenOut);
}

function writtenOut(words: string): readonly string[] {
  const [choice, options] = /\(([^)]*)\)/.exec(words) ?? [];
  if (choice === undefined || options === undefined) return [words];
  return options.split("|").flatMap((option) => writtenOut(words.replace(choice, option)));
}

/** Whether a token plays a role. */
export function isIn(name: string, ...of: readonly Role[]): boolean {
  if (!isTokenName(name)) return false;
  const { role, also } = rowOf(name);
  return of.some((it) => it === role || it === also);
}

export function isRole(name: string): name is Role {
  return allNames().some((it) => rowOf(it).role === name || rowOf(it).also === name);
}

/** What a word means in a role that it plays. */
export function meaningOf<R extends Role>(role: R, token: string): Meaning<R> {
  const means = isTokenName(token) ? rowOf(token).means : undefined;
  if (isMeaning(role, means)) return means;
  throw new Error(`The grammar has no ${role} ${token}`);
}

/** What can be meant in a role. */
export function meaningsIn<R extends Role>(role: R): readonly Meaning<R>[] {
  return [...meanings(role).keys()].filter((means) => isMeaning(role, means));
}

/** The words for a meaning in a role, or in the first of several that has it. */
export function wordsFor<R extends Role>(means: Meaning<R>, ...of: readonly R[]): string {
  return of.map((role) => meanings(role).get(means)).find((words) => words !== undefined) ?? means;
}

/** Whether something is meant in a role. */
export function isMeaning<R extends Role>(role: R, means: string | undefined): means is Meaning<R> {
  return means !== undefined && meanings(role).has(means);
}

/** By role, the words for each meaning; made when first asked for. */
const meaningsByRole = new Map<Role, ReadonlyMap<string, string>>();

function meanings(role: Role): ReadonlyMap<string, string> {
  const known = meaningsByRole.get(role);
  if (known !== undefined) return known;
  const rows = namesIn(role).map(rowOf);
  const made = new Map(rows.flatMap(({ means, words }) => (means === undefined ? [] : [[means, words] as const])));
  meaningsByRole.set(role, made);
  return made;
}

/** The keywords and phrases as written, without labels. */
export function phraseWords(): readonly string[] {
  return wordsOf((name) => !isIn(name, "figure", "literal", "fraction", "section", "mark") && name !== "Name").filter(
    (words) => !words.endsWith(":"),
  );
}

/** The labels as written, without the colon. */
export function labelWords(): readonly string[] {
  return wordsOf((name) => isIn(name, "line")).map((words) => words.slice(0, -1));
}

function wordsOf(isWanted: (name: TokenName) => boolean): readonly string[] {
  return allNames().flatMap((name) => (isWanted(name) ? [rowOf(name).words] : []));
}

/** Whether a name is declared that follows a word. */
export function declares(token: string): boolean {
  return isTokenName(token) && rowOf(token).declares === true;
}
