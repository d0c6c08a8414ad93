import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";
import { placeInFile } from "../source/span.ts";

/** A stretch of a file: offsets in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export function placeOf(span: Span): Place {
  return { file: span.source.name, ...placeInFile(span) };
}

/** A finding with its place; one in the copy of a clause stands where the template uses the clause. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly place: Place;
}
