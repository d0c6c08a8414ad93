import type { Span } from "../source/span.ts";
import { wordsOf } from "../source/span.ts";

/** The words of the template at a place, on one line, for messages and reasons; those of a clause as the note has them. */
export function printSource(span: Span): string {
  return wordsOf(span);
}
