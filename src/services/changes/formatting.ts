/** Edits that bring statements into the one style; a statement that does not parse stays as it is. */
import { once } from "../../base/once.ts";
import { formatUnit, lineEndOf } from "../../format/format.ts";
import type { StandingUnit } from "../../syntax/standing-units.ts";
import type { FileView } from "../analysis.ts";
import type { Place } from "../place.ts";

export interface TextEdit {
  readonly place: Place;
  readonly text: string;
}

/** A statement that has not changed is not formatted again. */
const inForm = once(({ text, statement, currencies }: StandingUnit) =>
  formatUnit({ text }, statement, false, currencies),
);

/** With a stretch, only statements that have something in it change. */
export function formatEdits(file: FileView, stretch?: { readonly start: number; readonly end: number }): TextEdit[] {
  const ends = lineEndOf(file.text);
  return file.units.flatMap((unit, index) => {
    const { text, statement, diagnostics, source } = unit;
    const { startsAt } = source;
    const first = startsAt + text.length - text.trimStart().length;
    const isMeant =
      stretch === undefined || (first <= stretch.end && startsAt + text.trimEnd().length >= stretch.start);
    if (!isMeant || diagnostics.some(({ severity }) => severity === "error")) return [];
    const formatted = (index === 0 ? formatUnit({ text }, statement, true, unit.currencies) : inForm(unit)).replaceAll(
      "\n",
      ends,
    );
    const place = { file: file.name, start: startsAt, end: startsAt + text.length };
    return formatted === file.text.slice(place.start, place.end) ? [] : [{ place, text: formatted }];
  });
}
