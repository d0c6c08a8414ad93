import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { NamedText } from "../../src/index.ts";
import { clausesUsed, tableFilesNamed } from "../../src/index.ts";

/** The file of a clause, by its title. */
export function clauseFile(title: string): NamedText {
  const name = `terms/library/${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.tenor`;
  return { name, text: readFileSync(name, "utf8") };
}

/** The clauses that a text uses, and the files of its tables: those of the pages stand in `terms/`. */
export function filesFor(text: string): NamedText[] {
  const tables = tableFilesNamed(text).map((name) => ({ name, text: readFileSync(`terms/${name}`, "utf8") }));
  return [...clausesFor(text), ...tables];
}

/** The same for the text of a template file, whose tables stand beside it. */
export function filesBeside(template: string, text: string): NamedText[] {
  const tables = tableFilesNamed(text).map((name) => join(dirname(template), name));
  return [...clausesFor(text), ...tables.map((name) => ({ name, text: readFileSync(name, "utf8") }))];
}

/** The clauses that a text uses, with those that they use, each once. */
export function clausesFor(text: string): NamedText[] {
  const found = new Map<string, NamedText>();
  const waiting = clausesUsed(text);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next.title)) continue;
    const clause = clauseFile(next.title);
    found.set(next.title, clause);
    waiting.push(...clausesUsed(clause.text));
  }
  return [...found.values()];
}
