import type { Span } from "../source/span.ts";

/** The words of the template at a place, on one line, for messages and reasons. */
export function printSource({ source, start, end }: Span): string {
  return source.text
    .slice(start, end)
    .replaceAll(/--[^\n]*/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
