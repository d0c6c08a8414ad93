import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Result } from "../../diagnostics/result.ts";
import { SourceFile } from "../../source/source-file.ts";
import type { JsonDocument } from "../json.ts";
import { readJson } from "../json.ts";
import type { FileShape } from "./file-shape.ts";
import { shapeProblemsOf } from "./file-shape.ts";

/** A JSON file's text, parsed once for everything that is read from it. */
export interface InputFile {
  readonly source: SourceFile;
  readonly document: Result<JsonDocument>;
  /** Where its shape is not that of its kind of file. */
  readonly shape: readonly Diagnostic[];
}

export function parseInput(text: string, name: string, shape: FileShape): InputFile {
  const source = new SourceFile(name, text);
  const document = readJson(source);
  const found = document.ok ? shapeProblemsOf(document.value, shape).map((it) => it.found) : [];
  return { source, document, shape: found };
}

/** All findings in the order of the text, or what was read where there are none. */
export function readOr<T>(value: T | undefined, ...found: readonly (readonly Diagnostic[])[]): Result<T> {
  const diagnostics = found.flat().toSorted((a, b) => a.span.start - b.span.start);
  return value === undefined || diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value };
}
