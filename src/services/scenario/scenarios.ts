/** Scenarios as an editor has them open: for which template one is, and what is wrong with it there. */
import { isCalendarPath } from "../../checked/calendars.ts";
import type { CoreProgram } from "../../core/core.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Result } from "../../diagnostics/result.ts";
import type { LoadedScenario, NamedText } from "../../driver/scenarios.ts";
import { loadScenario } from "../../driver/scenarios.ts";
import type { Template } from "../../driver/templates.ts";
import type { ScenarioFile } from "../../inputs/scenario-file.ts";
import { filesOf, parseScenario } from "../../inputs/scenario-file.ts";
import type { Finding } from "../place.ts";
import { placeOf } from "../place.ts";
import type { Files } from "../project.ts";
import { folderOf, joined } from "../project.ts";

/** Whether a file may be a scenario: other data files have no events and questions. */
export function isScenario(path: string, text: string): boolean {
  return path.endsWith(".json") && !path.endsWith(".binding.json") && noteIn(text) !== undefined;
}

/** The note that a scenario names, also where the rest of it can't be read. */
function noteIn(text: string): string | undefined {
  const written = /"note"\s*:\s*"([^"\n]+)"/.exec(text)?.[1];
  return written !== undefined && /"(?:ask|events|terms)"\s*:/.test(text) ? written : undefined;
}

/** The template of a scenario: a path from its folder, or a name below a folder `terms` there, above, or of Tenor itself. */
export function templateFor(path: string, files: Files): string | undefined {
  const note = noteIn(files.read(path) ?? "");
  if (note === undefined) return undefined;
  if (note.endsWith(".tenor")) {
    const template = joined(folderOf(path), note);
    return files.read(template) === undefined ? undefined : template;
  }
  const own = files.library === undefined ? [] : [joined(files.library, "..")];
  const places = [...foldersUp(folderOf(path)).map((it) => joined(it, "terms")), ...own];
  return places.map((it) => joined(it, `${note}.tenor`)).find((it) => files.read(it) !== undefined);
}

function foldersUp(folder: string): string[] {
  return folder === "" || folder === "/" ? [""] : [folder, ...foldersUp(folderOf(folder))];
}

/** Reads a scenario again only where it, its template or its data has changed. */
export class Scenarios {
  readonly #known = new Map<string, { readonly key: readonly unknown[]; readonly loaded: LoadedIn }>();

  /** What is wrong with a scenario; of a template with errors, only what holds for every template. */
  findings(path: string, template: Template | undefined, files: Files): Finding[] {
    const { file, loaded } = this.load(path, template, files);
    const found = loaded === undefined ? shapeOf(file) : loaded.ok ? loaded.value.warnings : loaded.diagnostics;
    return found
      .map((diagnostic) => ({ diagnostic, place: placeOf(diagnostic.span) }))
      .filter(({ place }) => place.file === path);
  }

  load(path: string, template: Template | undefined, files: Files): LoadedIn {
    const file = parseScenario(files.read(path) ?? "", path);
    const named = filesOf(file, template?.program);
    const markets = named.ok ? named.value.market : [];
    const folder = folderOf(path);
    const data = markets.map((it) => ({ series: it.series, text: readIn(it.file, folder, files) }));
    const calendar = calendarOf(named.ok ? named.value.calendar : undefined, folder, files);
    const ofNote = calendarOf(template?.program.calendar, folder, files);
    const rows = rowsIn(named.ok ? named.value.rows : [], folder, files);
    const read = [...data.map(({ text }) => text), calendar ?? ofNote, ...rows.values()];
    const key = [file.text, template, ...read.map((it) => it?.text)];
    const known = this.#known.get(path);
    if (known?.key.length === key.length && known.key.every((it, index) => it === key[index])) return known.loaded;
    const days = calendar ?? ofNote;
    const only = data.find(({ series }) => series === undefined)?.text;
    const series = data.flatMap(({ series: name, text }) =>
      name === undefined || text === undefined ? [] : [[name, text] as const],
    );
    const texts = {
      scenario: file,
      ...(only && { market: only }),
      ...(series.length > 0 && { series: new Map(series) }),
      ...(days && { calendar: days }),
      ...(rows.size > 0 && { rows }),
    };
    const loaded = { file, loaded: template === undefined ? undefined : loadScenario(template, texts) };
    this.#known.set(path, { key, loaded });
    return loaded;
  }
}

interface LoadedIn {
  readonly file: ScenarioFile;
  readonly loaded: Result<LoadedScenario> | undefined;
}

function shapeOf({ document, shape }: ScenarioFile): readonly Diagnostic[] {
  return document.ok ? shape.map(({ found }) => found) : document.diagnostics;
}

function calendarOf(name: CoreProgram["calendar"], folder: string, files: Files): NamedText | undefined {
  return name !== undefined && isCalendarPath(name) ? readIn(name, folder, files) : undefined;
}

/** The files whose rows are events, or those of a list, by the paths that the scenario writes. */
function rowsIn(named: readonly string[], folder: string, files: Files): ReadonlyMap<string, NamedText> {
  return new Map(
    named.flatMap((file) => {
      const text = readIn(file, folder, files);
      return text === undefined ? [] : [[file, text] as const];
    }),
  );
}

function readIn(file: string, folder: string, files: Files): NamedText | undefined {
  const name = joined(folder, file);
  const text = files.read(name);
  return text === undefined ? undefined : { name, text };
}
