/** Which files belong to a template: its stories, the clauses that it may use, the contract's text, its scenarios. */
import type { NamedText } from "../driver/scenarios.ts";
import { tableFilesNamed } from "../driver/tables/table-files.ts";
import { clausesUsed } from "../syntax/clauses/expand.ts";

/** Files as the service asks for them: paths with `/`. What an editor has open goes before what is stored. */
export interface Files {
  /** The text of a file; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /** The names of the files in a folder; none where there is no such folder. */
  readonly list: (folder: string) => readonly string[];
  /** Paths of the data files (.json) around, in which a rename looks for scenarios. */
  readonly dataFiles?: (() => readonly string[]) | undefined;
  /** The folder of the clauses that come with Tenor. */
  readonly library?: string | undefined;
}

export interface Project {
  readonly template: NamedText;
  /** Its stories and plans, then clauses. */
  readonly additions: readonly NamedText[];
  readonly contract?: NamedText | undefined;
}

const templateEnding = ".tenor";
/** Of files that speak of the template beside them. */
const besideEndings = [".stories.tenor", ".plans.tenor"];
const endingOf = (path: string) => besideEndings.find((it) => path.endsWith(it));

/** The template that a file belongs to: of stories and plans, the one beside them. */
export function templateOf(path: string, files: Files): string {
  const ending = endingOf(path);
  if (ending === undefined) return path;
  const template = path.slice(0, -ending.length) + templateEnding;
  return files.read(template) === undefined ? path : template;
}

export function projectOf(path: string, files: Files): Project {
  const template = { name: path, text: files.read(path) ?? "" };
  const folder = folderOf(path);
  const beside = besideEndings.map((ending) => `${path.slice(0, -templateEnding.length)}${ending}`);
  const contract = /^ {2,}text:\s*"([^"\n]+)"/m.exec(template.text)?.[1];
  return {
    template,
    additions: withTables(
      [...(endingOf(path) === undefined ? named(beside, files) : []), ...clausesFor(template, folder, files)],
      template,
      files,
    ),
    contract: contract === undefined ? undefined : named([joined(folder, contract)], files)[0],
  };
}

/** All that can be had, those beside the template last: of two with one title the later counts. */
function clausesFor({ name, text }: NamedText, folder: string, files: Files): NamedText[] {
  const folders = [files.library, joined(folder, "library"), folder].filter((it) => it !== undefined);
  const own = clausesUsed(text).flatMap(({ from }) => (from === undefined ? [] : [joined(folder, from)]));
  const paths = folders.flatMap((it) =>
    files
      .list(it)
      .filter((file) => file.endsWith(templateEnding) && endingOf(file) === undefined)
      .toSorted()
      .map((file) => joined(it, file)),
  );
  const others = [...new Set([...paths, ...own])].filter((path) => path !== name);
  return named(others, files).filter((it) => isClauseText(it.text));
}

/** With the files that tables of these texts name: inside the folder of the text, never out of it. */
function withTables(additions: readonly NamedText[], template: NamedText, files: Files): NamedText[] {
  const paths = [template, ...additions].flatMap(({ name, text }) =>
    tableFilesNamed(text).map((path) => joined(folderOf(name), path)),
  );
  return [...additions, ...named([...new Set(paths)], files)];
}

/** Whether a text opens a clause that notes take. */
export function isClauseText(text: string): boolean {
  return /^clause[ \t]/m.test(text);
}

function named(paths: readonly string[], files: Files): NamedText[] {
  return paths.flatMap((name) => {
    const text = files.read(name);
    return text === undefined ? [] : [{ name, text }];
  });
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** A path as seen from a folder. */
export function joined(folder: string, path: string): string {
  if (path.startsWith("/") || /^\w+:/.test(path)) return path;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split(/[/\\]/)) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
