import { tokenize } from "../../grammar/tokenize.ts";
import type { Token } from "../../grammar/tokens.ts";
import type { ScenarioRun, Template } from "../../src/index.ts";
import { currencyCodes } from "../../src/units/money/currencies.ts";

/** Gives every defined name and every choice of a template another word; what it does not know stays as it is. */
export interface Renaming {
  readonly of: (text: string) => string;
  /** As many as it renames. */
  readonly size: number;
}

/**
 * Other names for all that a template defines: parties, terms, events, fields, values, states, accounts, families, powers,
 * duties, readings and choices. A name keeps its shape: its words, connectors, hyphens and capitals. Another seed gives others.
 * The clauses that it uses are renamed along with it; `templateText` holds their texts, too.
 */
export function renamingOf(templateText: string, { program }: Template, seed: number): Renaming {
  const { tokens } = tokenize(templateText);
  const names = new Set(
    tokens.flatMap((token, index) => (isName(token) ? namePart(token, tokens[index - 1]).name : [])),
  );
  // Codes of currencies are the world's, and the names of series are those of market data: not the note's alone.
  const kept = new Set([...currencyCodes, ...program.series.keys()]);
  for (const name of names) if (name.split(" ").some((word) => kept.has(word))) names.delete(name);
  const texts = new Set([
    ...[...program.readings.values()].flatMap(({ name, choices }) => [name, ...choices]),
    ...[...program.events.values()].flatMap(({ fields }) =>
      [...fields.values()].flatMap(({ type }) => (type.kind === "choice" ? type.options : [])),
    ),
  ]);
  const words = new Words(seed);
  const renamed = new Map([...names, ...texts].map((text) => [text, words.inShapeOf(text)]));
  const of = (text: string): string => renamed.get(text) ?? keptByClause(text, of) ?? text;
  return { of, size: renamed.size };
}

/** `Late From (late-delivery penalty: Grace End)`: a name that a clause keeps to itself, with what the note gets from it. */
function keptByClause(text: string, of: (text: string) => string): string | undefined {
  const [, name, clause, gift] = /^(.+) \(([^():]+): (.+)\)$/.exec(text) ?? [];
  return name === undefined || gift === undefined ? undefined : `${of(name)} (${clause}: ${of(gift)})`;
}

/** The template with other names; its layout, its figures and its sentences stay. */
export function renamedTemplate(templateText: string, renaming: Renaming): string {
  let renamed = "";
  let end = 0;
  const { tokens } = tokenize(templateText);
  for (const [index, token] of tokens.entries()) {
    renamed += templateText.slice(end, token.startOffset) + renamedToken(token, tokens[index - 1], renaming);
    end = token.startOffset + token.image.length;
  }
  return renamed + templateText.slice(end);
}

/** Behind a comma of a test a number at the end of a name is the value of a field: `Ratio 2`. */
function namePart(token: Token, before: Token | undefined): { readonly name: string; readonly figure: string } {
  const [, name = nameIn(token), figure = ""] =
    before?.tokenType.name === "Comma" ? (/^(.*?)([ \t]+\d+)$/.exec(nameIn(token)) ?? []) : [];
  return { name, figure };
}

function renamedToken(token: Token, before: Token | undefined, renaming: Renaming): string {
  if (isName(token)) {
    const { name, figure } = namePart(token, before);
    return renaming.of(name) + figure;
  }
  // Roles are a published vocabulary and no note's own words.
  const isOwnText = token.tokenType.name === "Text" && before?.tokenType.name !== "Role";
  return isOwnText ? `"${renaming.of(token.image.slice(1, -1))}"` : token.image;
}

/** A scenario's JSON with other names: in its keys, and wherever a whole text is one of them. */
export function renamedScenario(scenarioText: string, renaming: Renaming): string {
  return JSON.stringify(renamedData(JSON.parse(scenarioText), renaming));
}

/**
 * Plain data with every text that is a name put into its new words. Keys of the format itself stay: those with a capital
 * are names, and so are all under `readings`.
 */
export function renamedData(data: unknown, renaming: Renaming, isReadings = false): unknown {
  if (typeof data === "string") return renamedText(data, renaming);
  if (Array.isArray(data)) return data.map((item) => renamedData(item, renaming));
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      isReadings || /^[A-Z]/.test(key) ? renaming.of(key) : key,
      // A choice may be called as a unit is.
      key === "unit" ? value : renamedData(value, renaming, key === "readings"),
    ]),
  );
}

/** A name, or that of a state of one event with the id of the event; or an event that happens by itself, with its day. */
function renamedText(text: string, renaming: Renaming): string {
  const [, itself = "", day = ""] = /^(.+) (\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
  if (renaming.of(itself) !== itself) return `${renaming.of(itself)} ${day}`;
  const [, name = "", id = ""] = /^(.+) of (\S+)$/.exec(text) ?? [];
  const renamed = renaming.of(name);
  return renaming.of(text) === text && renamed !== name ? `${renamed} of ${id}` : renaming.of(text);
}

/**
 * What of a run must not change with its names: no sentences, and the entries of a day without their order, which goes
 * by name where it means nothing.
 */
export function namelessOutcome({ outcome }: ScenarioRun, renaming?: Renaming): unknown {
  const { answers, journal, owed, refused, readings } = outcome;
  const inNewWords = (data: unknown) => (renaming === undefined ? data : renamedData(data, renaming));
  return {
    answers: answers.map((answer) =>
      inNewWords("error" in answer ? { ...answer, error: answer.error.kind } : without(answer)),
    ),
    happened: journal.filter(({ kind }) => kind === "event").map((entry) => inNewWords(without(entry))),
    journal: inAnyOrder(journal.map((entry) => inNewWords(without(entry)))),
    owed: inAnyOrder(owed.map((entry) => inNewWords(without(entry)))),
    refused: refused.map((entry) => inNewWords(without(entry))),
    readings: (inNewWords({ readings }) as { readings: unknown }).readings,
  };
}

function without(entry: object): object {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== "text" && key !== "because"));
}

function inAnyOrder(entries: readonly unknown[]): string[] {
  return entries.map((entry) => JSON.stringify(entry)).toSorted();
}

function isName({ tokenType }: Token): boolean {
  return tokenType.name === "Name";
}

function nameIn({ image }: Token): string {
  return image.replaceAll(/[ \t]+/g, " ");
}

/** Invented words, none of them twice. */
class Words {
  #state: number;
  readonly #taken = new Set<string>();

  constructor(seed: number) {
    this.#state = seed;
  }

  /** Other words with the same capitals, blanks, hyphens and connectors. */
  inShapeOf(text: string): string {
    return text.replaceAll(/[A-Za-z0-9]+/g, (word) => {
      if (/^(?:of|per|as|at|in)$/.test(word)) return word;
      const invented = this.#word();
      if (/^[A-Z][A-Z0-9]+$/.test(word)) return invented.toUpperCase();
      return /^[A-Z]/.test(word) ? invented.charAt(0).toUpperCase() + invented.slice(1) : invented;
    });
  }

  #word(): string {
    for (;;) {
      const word = Array.from({ length: 3 }, () => this.#oneOf("bdfgklmnprstvz") + this.#oneOf("aeiou")).join("");
      if (this.#taken.has(word)) continue;
      this.#taken.add(word);
      return word;
    }
  }

  #oneOf(letters: string): string {
    // Numerical Recipes' generator: small, and the same on every machine.
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return letters.charAt(Math.floor((this.#state / 2 ** 32) * letters.length));
  }
}
