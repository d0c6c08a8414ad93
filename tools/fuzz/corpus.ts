/** What the random inputs are changed from: the project's own templates, clauses, examples and scenarios. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { NamedText } from "../../src/index.ts";
import { entryOf, isCode, registry } from "../../src/index.ts";

/** A scenario with the texts of all that it names. */
export interface Story {
  readonly template: NamedText;
  readonly clauses: readonly NamedText[];
  readonly scenario: NamedText;
  readonly market: NamedText | undefined;
  readonly calendar: NamedText | undefined;
}

export interface Corpus {
  /** Templates with the library of clauses, the small ones. */
  readonly templates: readonly NamedText[];
  readonly clauses: readonly NamedText[];
  readonly stories: readonly Story[];
}

/** Larger templates take too long to be read a million times; their statements come in as parts of others. */
const largestTemplate = 15_000;

export function readCorpus(): Corpus {
  const clauses = globSync("terms/library/*.tenor").toSorted().map(named);
  const notes = globSync("terms/*.tenor").toSorted().map(named);
  const examples = Object.keys(registry)
    .filter(isCode)
    .flatMap((code) => {
      const { language, wrong, right } = entryOf(code);
      return language === "tenor" ? [wrong, right].map((text) => ({ name: `${code}.tenor`, text })) : [];
    });
  const templates = [...clauses, ...notes, ...examples].filter(({ text }) => text.length < largestTemplate);
  return {
    templates,
    clauses,
    stories: globSync("examples/*/*.json")
      .toSorted()
      .flatMap((path) => storyAt(path, notes, clauses)),
  };
}

function named(path: string): NamedText {
  return { name: path, text: readFileSync(path, "utf8") };
}

function storyAt(path: string, notes: readonly NamedText[], clauses: readonly NamedText[]): Story[] {
  const scenario = named(path);
  const { note, market, calendar } = JSON.parse(scenario.text) as Readonly<Record<string, string | undefined>>;
  // Series have files of their own, and none here.
  const prices = typeof market === "string" ? market : undefined;
  const template = notes.find(({ name }) => name === `terms/${note}.tenor`);
  if (template === undefined) return [];
  const beside = (file: string | undefined) => (file === undefined ? undefined : named(join(dirname(path), file)));
  const isFile = calendar?.endsWith(".csv") ?? false;
  return [{ template, clauses, scenario, market: beside(prices), calendar: isFile ? beside(calendar) : undefined }];
}
