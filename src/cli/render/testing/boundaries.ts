/** The thresholds of a template, and the stories on each side of them. */
import type { BoundaryReport, ExplainedBoundarySide as Side } from "../../testing/explained.ts";
import type { Paint } from "../parts/paint.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { counted, wrap } from "../parts/text.ts";
import { lineOf, short, staleWords } from "./places.ts";

/** For reading; text that ends with a line end. The stories to be completed stand below the list. */
export function renderBoundaries({ found, stale }: BoundaryReport, width: number, paint: Paint): string {
  const all = found.flatMap(({ sides }) => sides);
  const isOpen = (side: Side) => !isCovered(side) && side.why === undefined;
  const open = found.filter(({ sides }) => sides.some(isOpen));
  const made = all.filter(isOpen).flatMap((side) => side.made ?? []);
  const rows = open.map(({ threshold, sides }) =>
    [threshold.section, lineOf(threshold), short(threshold.words), ...sides.map(sideWords)].map((text) => ({ text })),
  );
  const columns = [
    "Section",
    { head: "Line", align: "right" as const },
    flexible("Threshold"),
    flexible("At the edge"),
    flexible("A step beyond"),
  ];
  const covered = all.filter(isCovered).length;
  const far = all.filter(({ furtherOff }) => furtherOff !== undefined).length;
  const explained = all.filter((side) => !isCovered(side) && side.why !== undefined).length;
  const head =
    `${counted(found.length, "threshold")}, ${covered} of ${all.length} sides covered, ${far} of them further off where no ` +
    `input comes nearer; ${explained === 0 ? "" : `${explained} explained; `}${made.length} more as stories whose answers are open`;
  return [
    ...(rows.length === 0 ? [] : [renderTable(columns, rows, width, paint)]),
    ...made.map(({ text }) => text.trimEnd()),
    ...(stale.length === 0 ? [] : [wrap(staleWords(stale), width).join("\n")]),
    covered + explained === all.length ? paint.green(head) : paint.red(head),
  ]
    .map((it) => `${it}\n`)
    .join("\n");
}

/** Whether a story stands on a side: at a step from the edge, or as near as any input gets. */
export function isCovered({ coveredBy, furtherOff }: Side): boolean {
  return coveredBy !== undefined || furtherOff !== undefined;
}

function sideWords({ coveredBy, furtherOff, made, isReached, why }: Side): string {
  if (coveredBy !== undefined) return "covered";
  if (furtherOff !== undefined) return "covered further off";
  if (why !== undefined) return "explained";
  if (made !== undefined) return `${made.moved}, in "${made.from}"`;
  return isReached ? "no input found" : "no story gets here";
}

/** As `tenor test --boundaries --json` prints them. */
export function boundariesJson(template: string, { found, stale }: BoundaryReport): object {
  const all = found.flatMap(({ sides }) => sides);
  return {
    format: "tenor/boundaries@1",
    template,
    totals: {
      thresholds: found.length,
      sides: all.length,
      covered: all.filter(({ coveredBy }) => coveredBy !== undefined).length,
      furtherOff: all.filter(({ furtherOff }) => furtherOff !== undefined).length,
      made: all.filter(({ made }) => made !== undefined).length,
      explained: all.filter((side) => !isCovered(side) && side.why !== undefined).length,
    },
    thresholds: found.map(({ threshold, sides }) => ({
      section: threshold.section,
      line: Number(lineOf(threshold)),
      threshold: threshold.words,
      sides: sides.map(({ side, coveredBy, furtherOff, made, isReached, why }) => ({
        side,
        reached: isReached,
        ...(coveredBy !== undefined && { coveredBy }),
        ...(furtherOff !== undefined && { furtherOff }),
        ...(made && { made: { from: made.from, moved: made.moved, story: made.text } }),
        ...(why !== undefined && { why }),
      })),
    })),
    stale,
  };
}
