import { dirname, resolve } from "node:path";
import type { LoadedScenario, NamedText, Template } from "../../index.ts";
import { builtInCalendarNames, filesOf, loadScenario, parseScenario, templateFrom } from "../../index.ts";
import { programOf } from "../compiled/compiled.ts";
import { limitsAsked } from "../limits.ts";
import type { Loaded } from "../problem.ts";
import { refused } from "../problem.ts";
import { readText, standardInput } from "./files.ts";
import { findTemplate } from "./find-template.ts";
import type { Reach } from "./reach.ts";
import { foldersBeside, reachFrom } from "./reach.ts";
import { readTemplate } from "./template-files.ts";

/** A scenario ready to run, with what it is made of. */
export interface OpenScenario {
  readonly template: Template;
  readonly loaded: LoadedScenario;
}

/** Compiled templates by path: each is read once, however many scenarios are for it. */
export class Templates {
  /** Folders that the command vouches for, beside that of each file. */
  readonly folders: readonly string[];
  readonly #known = new Map<string, Promise<Loaded<Template>>>();

  constructor(folders: readonly string[] = []) {
    this.folders = folders;
  }

  /** The paths of the templates that were asked for. */
  get paths(): readonly string[] {
    return [...this.#known.keys()];
  }

  get(path: string): Promise<Loaded<Template>> {
    const known = this.#known.get(path) ?? compileFile(path, reachFrom(dirname(path), this.folders));
    this.#known.set(path, known);
    return known;
  }
}

/** Reads and compiles a template. */
export async function compileFile(path: string, reach: Reach): Promise<Loaded<Template>> {
  const read = await readTemplate(path, reach);
  if (!read.ok) return read;
  const compiled = await programOf(read.value);
  if (!compiled.ok) return refused(...compiled.diagnostics);
  const { program, printed } = compiled.value;
  return { ok: true, value: templateFrom(program, printed) };
}

/** Opens the scenario that a command names, `-` for standard input. */
export async function openScenario(
  path: string,
  templates: Templates = new Templates(),
): Promise<Loaded<OpenScenario>> {
  const read = await readText(path, "scenario", "command");
  return read.ok ? openText(read.value, folderOf(path), templates) : read;
}

function folderOf(path: string): string {
  return path === standardInput ? process.cwd() : dirname(resolve(path));
}

/** Opens a scenario that has been read; what it names counts from `folder`. Every problem of every file shows at once. */
export async function openText(
  { text, name }: NamedText,
  folder: string,
  templates: Templates,
): Promise<Loaded<OpenScenario>> {
  const scenario = parseScenario(text, name);
  const files = filesOf(scenario);
  if (!files.ok) return refused(...files.diagnostics);
  const { note, ...data } = files.value;
  const path = findTemplate(note, folder, name, reachFrom(folder, templates.folders));
  const [template, market, calendar] = await Promise.all([
    path.ok ? templates.get(path.value) : path,
    readData(data, "market", folder, templates.folders),
    readData(data, "calendar", folder, templates.folders),
  ]);
  const problems = [template, market, calendar].flatMap((read) => (read === undefined || read.ok ? [] : read.problems));
  if (!template.ok) return refused(...problems);
  const texts = {
    scenario,
    ...(market?.ok && { market: market.value }),
    ...(calendar?.ok && { calendar: calendar.value }),
  };
  const loaded = loadScenario(template.value, texts, limitsAsked());
  if (!loaded.ok) {
    // A calendar file that can't be had is told already, so that no calendar has its name is no news.
    const news = loaded.diagnostics.filter(({ code }) => code !== "TN5302" || calendar?.ok !== false);
    return refused(...problems, ...news);
  }
  if (problems.length > 0) return refused(...problems);
  return { ok: true, value: { template: template.value, loaded: loaded.value } };
}

/** The market or calendar file that a scenario or a story names; undefined where it names none, or a calendar that is built in. */
export async function readData(
  files: { readonly market?: string; readonly calendar?: string },
  kind: "market" | "calendar",
  folder: string,
  named: readonly string[],
): Promise<Loaded<NamedText> | undefined> {
  const name = files[kind];
  if (name === undefined || (kind === "calendar" && !isPath(name))) return undefined;
  return readText(resolve(folder, name), kind, [...reachFrom(folder, named), ...foldersBeside(folder, name)]);
}

/** A calendar without a folder or an ending is a name; one that is not built in gets a finding of its own. */
function isPath(calendar: string): boolean {
  return !builtInCalendarNames.includes(calendar) && /[/\\]|\.csv$/i.test(calendar);
}
