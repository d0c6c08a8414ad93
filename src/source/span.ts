import type { SourceFile } from "./source-file.ts";

/** A stretch of a file: offsets in UTF-16 units, `end` excluded. An empty span marks a place between two characters. */
export interface Span {
  readonly source: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** The least span that holds both. They lie in one file, in either order. */
export function spanFrom(a: Span, b: Span): Span {
  return { source: a.source, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** The text that a span covers. */
export function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

/** The words at a place, on one line and without comments, for messages and reasons. */
export function wordsOf(span: Span): string {
  const text = textOf(span)
    .replaceAll(/--[^\n]*/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return span.source.reword(text);
}
