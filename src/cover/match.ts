/** Which clauses say which sentence: named above the clause, or found by what both are about. */
import type { ContractPart, Sentence } from "../contract/contract-text.ts";
import type { Clause } from "./clauses.ts";
import { figuresOf, runOfStems, stem, stemsOf, termsDefined } from "./words.ts";

export interface Match {
  readonly clause: Clause;
  /** Whether the template itself names the sentence; else a person should confirm it. */
  readonly isNamed: boolean;
}

/** By sentence, the best match first. */
export function matchesOf(
  parts: readonly ContractPart[],
  clauses: readonly Clause[],
): ReadonlyMap<Sentence, readonly Match[]> {
  const sentences = parts.flatMap((part) => part.sentences);
  const alone = new Set(parts.flatMap((part) => (part.sentences.length === 1 ? part.sentences : [])));
  const weigher = new Weigher(sentences, clauses);
  return new Map(sentences.map((sentence) => [sentence, matchesFor(sentence, alone.has(sentence), clauses, weigher)]));
}

/** From this weight on a clause and a sentence are about the same. */
const enough = 5;
/** What a clause has that declares a term which the sentence defines. */
const defining = 4 * enough;
/** Less is enough for the only sentence of a section. */
const enoughAlone = 0.5;
/** A sentence is rarely said by more clauses than these. */
const mostMatches = 4;

function matchesFor(sentence: Sentence, isAlone: boolean, clauses: readonly Clause[], weigher: Weigher): Match[] {
  const named = clauses.filter((it) => it.section === sentence.section && isNamed(sentence, it));
  if (named.length > 0) return named.map((clause) => ({ clause, isNamed: true }));
  const least = isAlone ? enoughAlone : enough;
  const weighed = clauses
    .filter((clause) => clause.sentences.length === 0)
    .map((clause) => ({ clause, weight: weigher.weightOf(sentence, clause) }))
    .filter(({ clause, weight }) => weight >= (clause.section === sentence.section ? least : enough))
    .toSorted((a, b) => b.weight - a.weight);
  const best = weighed[0]?.weight ?? 0;
  const near = weighed.filter(({ weight }) => weight >= best / 2).slice(0, mostMatches);
  if (near.length === 0) {
    const terms = clauses.filter((clause) => weigher.isTermOf(sentence, clause));
    return terms.map((clause) => ({ clause, isNamed: false }));
  }
  return near.map(({ clause }) => ({ clause, isNamed: false }));
}

export function isNamed({ ordinal }: Sentence, { sentences }: Pick<Clause, "sentences">): boolean {
  return sentences.some(({ from, to }) => from <= ordinal && ordinal <= to);
}

/** Whether one section is the other or a part of it: 4(c) and 4(c)(i). */
export function isRelated(one: string, other: string): boolean {
  const within = (outer: string, inner: string) =>
    inner === outer || (inner.startsWith(outer) && /^[^A-Za-z0-9]/.test(inner.slice(outer.length)));
  return within(one, other) || within(other, one);
}

/** In a short text, a word that occurs once says as much as in one of a hundred sentences. */
function rarity(count: number, sentences: number): number {
  return Math.log2(1 + Math.max(sentences, 100) / count);
}

class Weigher {
  readonly #runs: ReadonlyMap<Sentence, string>;
  readonly #defined: ReadonlyMap<Sentence, ReadonlySet<string>>;
  readonly #figures: ReadonlyMap<Sentence, ReadonlySet<string>>;
  readonly #stems: ReadonlyMap<Sentence, ReadonlySet<string>>;
  /** By name, how much it says that both have it: the fewer sentences have it, the more. */
  readonly #rarity: ReadonlyMap<string, number>;
  readonly #rarityOfStems = new Map<string, number>();
  readonly #wordsOf = new Map<Clause, readonly string[]>();
  /** Also those of its names. */
  readonly #allWordsOf = new Map<Clause, readonly string[]>();

  constructor(sentences: readonly Sentence[], clauses: readonly Clause[]) {
    this.#runs = new Map(sentences.map((it) => [it, runOfStems(it.text)]));
    this.#defined = new Map(sentences.map((it) => [it, new Set(termsDefined(it.text).map(keyOf))]));
    this.#figures = new Map(sentences.map((it) => [it, new Set(figuresOf(it.text).map(({ digits }) => digits))]));
    this.#stems = new Map(sentences.map((it) => [it, new Set(stemsOf(it.text))]));
    const names = new Set(clauses.flatMap((clause) => [...clause.names]));
    this.#rarity = new Map([...names].map((name) => [name, this.#rarityOf(name)]));
    for (const clause of clauses) {
      const words = stemsOf(clause.words);
      this.#wordsOf.set(clause, [...new Set(words)]);
      this.#allWordsOf.set(clause, [...new Set([...words, ...stemsOf([...clause.names].join(" "))])]);
    }
    const all = [...this.#stems.values()].flatMap((stems) => [...stems]);
    const counts = new Map<string, number>();
    for (const it of all) counts.set(it, (counts.get(it) ?? 0) + 1);
    for (const [it, count] of counts) this.#rarityOfStems.set(it, rarity(count, sentences.length));
  }

  #rarityOf(name: string): number {
    const key = keyOf(name);
    const count = [...this.#runs.values()].filter((run) => run.includes(key)).length;
    return count === 0 ? 0 : rarity(count, this.#runs.size);
  }

  weightOf(sentence: Sentence, clause: Clause): number {
    const defined = this.#defined.get(sentence);
    const isDefined = [...clause.declares].some((name) => defined?.has(keyOf(name)));
    if (!isRelated(sentence.section, clause.section))
      return isDefined && clause.statement.kind !== "Use" ? defining : 0;
    const run = this.#runs.get(sentence) ?? "";
    const names = [...clause.names].filter((name) => run.includes(keyOf(name)));
    const shared = names.reduce((sum, name) => sum + (this.#rarity.get(name) ?? 0), 0);
    const figures = [...clause.figures].filter(
      (it) => it !== "0" && it !== "1" && this.#figures.get(sentence)?.has(it),
    );
    const near = sentence.section === clause.section ? 1 : 0.7;
    const words = this.#wordWeight(sentence, clause) + this.#stemWeight(sentence, clause);
    return (isDefined ? defining : 0) + near * (shared * 0.6 + figures.length * 3 + words);
  }

  /** Whether a clause is a deal term with a figure of the sentence, under a name of which the sentence has at least one word in two. */
  isTermOf(sentence: Sentence, { statement, declares, figures, sentences }: Clause): boolean {
    if (statement.kind !== "Given" || sentences.length > 0) return false;
    const own = this.#figures.get(sentence);
    if (![...figures].some((it) => it !== "0" && it !== "1" && own?.has(it))) return false;
    const words = stemsOf([...declares].join(" "));
    const shared = words.filter((word) => this.#stems.get(sentence)?.has(word));
    return shared.length > 0 && shared.length * 2 >= words.length;
  }

  /** Words that both have, the rare ones more. */
  #stemWeight(sentence: Sentence, clause: Clause): number {
    const stems = this.#stems.get(sentence);
    const shared = (this.#allWordsOf.get(clause) ?? []).filter((word) => stems?.has(word));
    return 0.25 * shared.reduce((sum, word) => sum + (this.#rarityOfStems.get(word) ?? 0), 0);
  }

  /** How much of what a clause says in words the sentence has. */
  #wordWeight(sentence: Sentence, clause: Clause): number {
    const words = this.#wordsOf.get(clause) ?? [];
    if (words.length < 3) return 0;
    const shared = words.filter((word) => this.#stems.get(sentence)?.has(word)).length;
    const part = shared / words.length;
    return shared >= 3 && part >= 0.35 ? part * 12 : 0;
  }
}

const keys = new Map<string, string>();

/** A name as it is looked for among the stems of a text. */
function keyOf(name: string): string {
  const known = keys.get(name) ?? ` ${(name.match(/[A-Za-z][A-Za-z-]*/g) ?? []).map(stem).join(" ")} `;
  keys.set(name, known);
  return known;
}
