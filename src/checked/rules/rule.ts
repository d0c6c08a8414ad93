import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import type { CheckedProgram } from "../ast.ts";

/** Finds one kind of fault in a program whose names and types are known, as far as they are. */
export type CheckRule = (program: CheckedProgram) => readonly Diagnostic[];

/** The first line of a statement, where the whole of it would be too much to mark. */
export function firstLineOf({ source, start, end }: Span): Span {
  const lineEnd = source.text.slice(start, end).search(/[\r\n]/);
  return { source, start, end: lineEnd < 0 ? end : start + lineEnd };
}
