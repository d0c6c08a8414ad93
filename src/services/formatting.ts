/** Edits that bring statements into the one style; a statement that does not parse stays as it is. */
import { formatUnit, lineEndOf } from "../format/format.ts";
import type { FileView, Place } from "./analysis.ts";

export interface TextEdit {
  readonly place: Place;
  readonly text: string;
}

/** With a stretch, only statements that have something in it change. */
export function formatEdits(file: FileView, stretch?: { readonly start: number; readonly end: number }): TextEdit[] {
  const ends = lineEndOf(file.text);
  return file.units.flatMap(({ text, statement, diagnostics, source: { startsAt } }, index) => {
    const first = startsAt + text.length - text.trimStart().length;
    const isMeant =
      stretch === undefined || (first <= stretch.end && startsAt + text.trimEnd().length >= stretch.start);
    if (!isMeant || diagnostics.some(({ severity }) => severity === "error")) return [];
    const formatted = formatUnit({ text }, statement, index === 0).replaceAll("\n", ends);
    const place = { file: file.name, start: startsAt, end: startsAt + text.length };
    return formatted === file.text.slice(place.start, place.end) ? [] : [{ place, text: formatted }];
  });
}
