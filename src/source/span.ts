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

/** Where a span lies in the file that its text was cut from. */
export function placeInFile({ source: { startsAt }, start, end }: Span): {
  readonly start: number;
  readonly end: number;
} {
  return { start: startsAt + start, end: startsAt + end };
}

/** Whether one place stands before another of its file. */
export function comesBefore(a: Span, b: Span): boolean {
  return placeInFile(a).start < placeInFile(b).start;
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
