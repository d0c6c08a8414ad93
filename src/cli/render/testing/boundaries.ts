/** The thresholds of a template, and the stories on each side of them. */
import type { Boundary } from "../../../index.ts";
import type { Paint } from "../parts/paint.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { counted } from "../parts/text.ts";
import { lineOf, short } from "./places.ts";

type Side = Boundary["sides"][number];

/** For reading; text that ends with a line end. The stories to be completed stand below the list. */
export function renderBoundaries(found: readonly Boundary[], width: number, paint: Paint): string {
  const all = found.flatMap(({ sides }) => sides);
  const open = found.filter(({ sides }) => sides.some((it) => !isCovered(it)));
  const made = all.flatMap((side) => side.made ?? []);
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
  const head =
    `${counted(found.length, "threshold")}, ${covered} of ${all.length} sides covered, ${far} of them further off where no ` +
    `input comes nearer; ${made.length} more as stories whose answers are open`;
  return [
    ...(rows.length === 0 ? [] : [renderTable(columns, rows, width, paint)]),
    ...made.map(({ text }) => text.trimEnd()),
    covered === all.length ? paint.green(head) : paint.red(head),
  ]
    .map((it) => `${it}\n`)
    .join("\n");
}

/** Whether a story stands on a side: at a step from the edge, or as near as any input gets. */
export function isCovered({ coveredBy, furtherOff }: Side): boolean {
  return coveredBy !== undefined || furtherOff !== undefined;
}

function sideWords({ coveredBy, furtherOff, made, isReached }: Side): string {
  if (coveredBy !== undefined) return "covered";
  if (furtherOff !== undefined) return "covered further off";
  if (made !== undefined) return `${made.moved}, in "${made.from}"`;
  return isReached ? "no input found" : "no story gets here";
}

/** As `tenor test --boundaries --json` prints them. */
export function boundariesJson(template: string, found: readonly Boundary[]): object {
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
    },
    thresholds: found.map(({ threshold, sides }) => ({
      section: threshold.section,
      line: Number(lineOf(threshold)),
      threshold: threshold.words,
      sides: sides.map(({ side, coveredBy, furtherOff, made, isReached }) => ({
        side,
        reached: isReached,
        ...(coveredBy !== undefined && { coveredBy }),
        ...(furtherOff !== undefined && { furtherOff }),
        ...(made && { made: { from: made.from, moved: made.moved, story: made.text } }),
      })),
    })),
  };
}
