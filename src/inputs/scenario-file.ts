import type { CoreProgram, MarketFile } from "../core/core.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../diagnostics/result.ts";
import { SourceFile } from "../source/source-file.ts";
import type { JsonDocument } from "./json.ts";
import { readJson } from "./json.ts";
import { textIn } from "./scenario/context.ts";
import { rowFilesIn } from "./scenario/event-rows.ts";
import { listFilesIn, listsAsked } from "./scenario/lists.ts";
import { marketFilesIn } from "./scenario/market-files.ts";
import type { ShapeProblem } from "./scenario-shape.ts";
import { shapeProblems } from "./scenario-shape.ts";

/** A scenario's text, parsed once for everything that is read from it. */
export interface ScenarioFile {
  readonly name: string;
  readonly text: string;
  readonly source: SourceFile;
  readonly document: Result<JsonDocument>;
  /** Where its shape is not that of a scenario. */
  readonly shape: readonly ShapeProblem[];
}

/** Which template a scenario is for: a name under `terms/`, or the path of a `.tenor` file from the scenario's folder. */
export interface NoteReference {
  readonly kind: "name" | "path";
  readonly text: string;
}

/** The files that a scenario needs, as it names them; finding them, and staying in a folder, is the caller's matter. */
export interface ScenarioFiles {
  readonly note: NoteReference;
  readonly market: readonly MarketFile[];
  /** A path, or the name of a built-in calendar. */
  readonly calendar?: string | undefined;
  /** Files whose rows are events, or those of a list among the deal terms. */
  readonly rows: readonly string[];
}

export function parseScenario(text: string, name: string): ScenarioFile {
  const source = new SourceFile(name, text);
  const document = readJson(source);
  const shape = document.ok ? [...shapeProblems(document.value), ...noteProblems(document.value)] : [];
  return { name, text, source, document, shape };
}

/** A note that is a text, but neither a name nor a path. */
function noteProblems({ root }: JsonDocument): ShapeProblem[] {
  const note = textIn(root, "note");
  if (note === undefined || referenceFrom(note.text) !== undefined) return [];
  return [{ pointer: "/note", found: diagnostic("TN5222", note.span, { text: note.text }) }];
}

/**
 * Reads the keys `note`, `market`, `calendar` and `rows`. A problem elsewhere in the shape is left to the reader of the whole
 * scenario; but that one needs the template, so where these keys have a problem, all that the shape shows is said here.
 * Which deal terms are lists, the template says: without its program, each path of a CSV file among them may stand for one.
 */
export function filesOf(
  { document, shape }: ScenarioFile,
  program?: Pick<CoreProgram, "schedules">,
): Result<ScenarioFiles> {
  if (!document.ok) return document;
  const { root } = document.value;
  const stops = shape.some(({ pointer, meant = pointer }) => fileKeys.includes(meant));
  const text = textIn(root, "note");
  const note = text && referenceFrom(text.text);
  if (note === undefined || stops) return { ok: false, diagnostics: shape.map((it) => it.found) };
  const lists = program && listsAsked(program);
  const ofLists = listFilesIn(root, (name) => lists?.has(name) ?? true);
  const rows = [...new Set([...rowFilesIn(root).map(({ file }) => file), ...ofLists])];
  return { ok: true, value: { note, market: marketFilesIn(root), calendar: textIn(root, "calendar")?.text, rows } };
}

const fileKeys = ["", "/note", "/market", "/calendar"];

function referenceFrom(text: string): NoteReference | undefined {
  if (/^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/.test(text)) return { kind: "name", text };
  // No drive letters, web addresses or back strokes: the same text has to mean the same file everywhere.
  const isPath = text.endsWith(".tenor") && !/^\/|[\\:\p{Cc}]|\/\//u.test(text) && !/(?:^|\/)\.tenor$/.test(text);
  return isPath ? { kind: "path", text } : undefined;
}
