/** A template with the files that belong to it: clauses that it uses, and the template that a file of stories is about. */
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { NamedText } from "../../../index.ts";
import { clausesUsed, tableFilesNamed } from "../../../index.ts";
import type { Loaded } from "../../problem.ts";
import { readText, standardInput } from "../files.ts";
import { packageFolder } from "../folders.ts";
import type { Reach } from "../reach.ts";
import { reachFrom } from "../reach.ts";

export interface TemplateFiles {
  readonly template: NamedText;
  /** Stories and clauses; `compile` and `check` distinguish them. */
  readonly additions: readonly NamedText[];
}

/** Endings of files that speak of the template beside them. */
const endings = [".stories.tenor", ".plans.tenor"];

/**
 * Reads a template. `note.stories.tenor` holds stories of `note.tenor` beside it, `note.plans.tenor` plans. A clause is looked for by its title in
 * the folder `library` beside the template, then among the clauses that come with Tenor; one that is not there is left
 * for the checker to find, with all those that are, so that it can name the nearest.
 */
export async function readTemplate(path: string, reach: Reach): Promise<Loaded<TemplateFiles>> {
  const read = await readText(path, "template", reach);
  if (!read.ok) return read;
  const folder = path === standardInput ? process.cwd() : dirname(resolve(path));
  const ending = endings.find((it) => path.endsWith(it));
  if (ending === undefined) {
    return { ok: true, value: { template: read.value, additions: await filesFor(read.value, folder, reach) } };
  }
  const about = join(dirname(path), `${basename(path, ending)}.tenor`);
  const template = await readText(about, "template", reach);
  if (!template.ok) return template;
  const others = await filesFor(template.value, folder, reach);
  return { ok: true, value: { template: template.value, additions: [read.value, ...others] } };
}

/** A template that is in no file yet, with the clauses that it would have in a folder. */
export async function withClauses(template: NamedText, folder: string): Promise<TemplateFiles> {
  return { template, additions: await filesFor(template, resolve(folder), "command") };
}

/** The clauses, and the files of rows that tables of these texts name. */
async function filesFor(template: NamedText, folder: string, reach: Reach): Promise<NamedText[]> {
  const inside = [...reachFrom(folder, reach === "command" ? [] : reach), ownLibrary()];
  const clauses = await clausesFor(template, folder, inside);
  const named = [
    ...tableFilesNamed(template.text).map((path) => ({ path, from: folder })),
    ...clauses.flatMap(({ name, text }) =>
      tableFilesNamed(text).map((path) => ({ path, from: dirname(resolve(name)) })),
    ),
  ];
  const paths = new Set(named.map(({ path, from }) => join(from, path)));
  const tables = await Promise.all([...paths].map((path) => readText(path, "table", inside)));
  return [...clauses, ...tables.flatMap((it) => (it.ok ? [it.value] : []))];
}

/** Clauses of one depth are read side by side: a template may use twenty, and each waits for the disk. */
async function clausesFor(template: NamedText, folder: string, inside: Reach): Promise<NamedText[]> {
  const found = new Map<string, NamedText | undefined>();
  let isMissing = false;
  for (let uses = clausesUsed(template.text); uses.length > 0; ) {
    const fresh = uses.filter(({ title }, index) => {
      const isFirst = uses.findIndex((other) => other.title === title) === index;
      return isFirst && !found.has(title);
    });
    const texts = await Promise.all(fresh.map((use) => clauseOf(use, folder, inside)));
    for (const [index, { title, from }] of fresh.entries()) {
      found.set(title, texts[index]);
      isMissing ||= from === undefined && texts[index] === undefined;
    }
    uses = texts.flatMap((it) => (it === undefined ? [] : clausesUsed(it.text)));
  }
  const clauses = [...found.values()].filter((it) => it !== undefined);
  return isMissing ? [...(await wholeLibrary(folder, inside)), ...clauses] : clauses;
}

async function clauseOf({ title, from }: ClauseUse, folder: string, inside: Reach): Promise<NamedText | undefined> {
  const path = from === undefined ? libraryPath(title, folder) : join(folder, from);
  const read = path === undefined ? undefined : await readText(path, "template", inside);
  return read?.ok ? read.value : undefined;
}

type ClauseUse = ReturnType<typeof clausesUsed>[number];

/** Every clause that can be had, those beside the template last: of two with one title the later counts. */
async function wholeLibrary(folder: string, inside: Reach): Promise<NamedText[]> {
  const folders = [ownLibrary(), join(folder, "library")].filter((it) => existsSync(it));
  const paths = folders.flatMap((it) =>
    readdirSync(it)
      .toSorted()
      .map((file) => join(it, file)),
  );
  const files = paths.filter((path) => path.endsWith(".tenor"));
  const read = await Promise.all(files.map((path) => readText(path, "template", inside)));
  return read.flatMap((it) => (it.ok ? [it.value] : []));
}

/** The clauses that come with Tenor. */
const ownLibrary = () => join(packageFolder(), "terms", "library");

function libraryPath(title: string, folder: string): string | undefined {
  return libraryPlaces(title, folder).find((path) => existsSync(path));
}

/** Where a clause is looked for by its title, the first place first. */
export function libraryPlaces(title: string, folder: string): string[] {
  const file = `${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.tenor`;
  return [join(folder, "library", file), join(folder, file), join(ownLibrary(), file)];
}
