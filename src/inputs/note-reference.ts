import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../diagnostics/result.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { JsonDocument } from "./json.ts";
import { readJson } from "./json.ts";
import { shapeProblems } from "./scenario-shape.ts";

/** Which template a scenario is for: a name under `terms/`, or the path of a `.tenor` file from the scenario's folder. */
export interface NoteReference {
  readonly kind: "name" | "path";
  readonly text: string;
}

/** The files that a scenario needs, as it names them; finding them, and staying in a folder, is the caller's matter. */
export interface ScenarioFiles {
  readonly note: NoteReference;
  readonly market?: string;
  /** A path, or the name of a built-in calendar. */
  readonly calendar?: string;
}

/** Reads the keys `note`, `market` and `calendar` of a scenario, and finds fault with nothing else but broken JSON. */
export function readNoteName(source: SourceFile): Result<ScenarioFiles> {
  const read = readJson(source);
  if (!read.ok) return read;
  const document = read.value;
  const problems: Diagnostic[] = shapeProblems(document)
    .filter(({ pointer }) => ["", "/note", "/market", "/calendar"].includes(pointer))
    .map(({ found }) => found);
  const text = textAt(document, "/note");
  const note = text === undefined ? undefined : referenceFrom(text);
  const node = document.nodeAt("/note");
  if (text !== undefined && note === undefined && node !== undefined) {
    problems.push(diagnostic("TN5222", node.span, { text }));
  }
  if (note === undefined || problems.length > 0) return { ok: false, diagnostics: problems };
  const [market, calendar] = [textAt(document, "/market"), textAt(document, "/calendar")];
  return {
    ok: true,
    value: { note, ...(market !== undefined && { market }), ...(calendar !== undefined && { calendar }) },
  };
}

/** Reads the key `note` of a scenario. A path may still lead upwards; how far it may is the caller's matter. */
export function noteReference(source: SourceFile): Result<NoteReference> {
  const read = readNoteName(source);
  return read.ok ? { ok: true, value: read.value.note } : read;
}

function referenceFrom(text: string): NoteReference | undefined {
  if (/^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/.test(text)) return { kind: "name", text };
  // No drive letters, web addresses or back strokes: the same text has to mean the same file everywhere.
  const isPath = text.endsWith(".tenor") && !/^\/|[\\:\p{Cc}]|\/\//u.test(text) && !/(?:^|\/)\.tenor$/.test(text);
  return isPath ? { kind: "path", text } : undefined;
}

function textAt(document: JsonDocument, pointer: string): string | undefined {
  const node = document.nodeAt(pointer);
  return node?.kind === "text" ? node.text : undefined;
}
