/** A template with the files that belong to it: clauses that it uses, and the template that a file of stories is about. */
import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { NamedText } from "../index.ts";
import { clausesUsed } from "../index.ts";
import { readText, standardInput } from "./files.ts";
import { packageFolder } from "./folders.ts";
import type { Loaded } from "./problem.ts";

export interface TemplateFiles {
  readonly template: NamedText;
  /** Stories and clauses; `compile` and `check` tell them apart. */
  readonly additions: readonly NamedText[];
}

const storiesEnding = ".stories.tenor";

/**
 * Reads a template. `note.stories.tenor` holds stories of `note.tenor` beside it. A clause is looked for by its title in
 * the folder `library` beside the template, then among the clauses that come with Tenor; one that is not there is left
 * for the checker to find.
 */
export async function readTemplate(path: string, namedBy: "command" | "scenario"): Promise<Loaded<TemplateFiles>> {
  const read = await readText(path, "template", namedBy);
  if (!read.ok) return read;
  const folder = path === standardInput ? process.cwd() : dirname(resolve(path));
  if (!path.endsWith(storiesEnding)) {
    return { ok: true, value: { template: read.value, additions: await clausesFor(read.value, folder) } };
  }
  const about = join(dirname(path), `${basename(path, storiesEnding)}.tenor`);
  const template = await readText(about, "template", namedBy);
  if (!template.ok) return template;
  const clauses = await clausesFor(template.value, folder);
  return { ok: true, value: { template: template.value, additions: [read.value, ...clauses] } };
}

async function clausesFor(template: NamedText, folder: string): Promise<NamedText[]> {
  const found = new Map<string, NamedText>();
  const waiting = clausesUsed(template.text);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { title, from } = next;
    if (found.has(title)) continue;
    const path = from === undefined ? libraryPath(title, folder) : join(folder, from);
    if (path === undefined) continue;
    const read = await readText(path, "template", "scenario");
    if (!read.ok) continue;
    found.set(title, read.value);
    waiting.push(...clausesUsed(read.value.text));
  }
  return [...found.values()];
}

function libraryPath(title: string, folder: string): string | undefined {
  const file = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.tenor`;
  const places = [join(folder, "library", file), join(folder, file), join(packageFolder(), "terms", "library", file)];
  return places.find((path) => existsSync(path));
}
