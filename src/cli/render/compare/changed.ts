/** Of two drafts: each clause that differs, the old words above the new, and the positions that this moves. */
import type { ClauseOfDrafts, Comparison } from "../../../index.ts";
import { visibleText } from "../../../index.ts";
import type { Paint } from "../parts/paint.ts";
import { counted, wrap } from "../parts/text.ts";
import { inset } from "./columns.ts";

/** Empty where the subjects are no drafts of one note. With `isFull`, every clause and every line of it. */
export function renderChanged({ changed, parts }: Comparison, isFull: boolean, width: number, paint: Paint): string {
  if (changed.length === 0) return "";
  const moved = parts === null ? "no position" : parts.roles.map(({ role }) => role).join(", ");
  const blocks = changed.flatMap(({ section, title, change, clauses }) => {
    const heading = `[${section}] ${title}${change === "changed" ? "" : ` (${change})`}`;
    return clauses.map((clause, index) => [
      ...(index === 0 ? inset(heading, width) : []),
      ...clauseLines(clause, isFull, width, paint),
    ]);
  });
  const shown = isFull ? blocks : blocks.slice(0, mostClauses);
  const more = blocks.length - shown.length;
  return [
    paint.bold(`${counted(changed.length, "section")} changed from A to B`),
    ...shown.flat(),
    ...(more === 0 ? [] : inset(`and ${counted(more, "clause")} more, with --full`, width).map(paint.dim)),
    ...inset(`that moves ${moved}`, width).map(paint.dim),
  ].join("\n");
}

const mostClauses = 8;

function clauseLines({ before, after }: ClauseOfDrafts, isFull: boolean, width: number, paint: Paint): string[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const shown = isFull ? [old, now] : differing(old, now);
  return [
    ...draftLines("A", shown[0] ?? [], width).map(paint.red),
    ...draftLines("B", shown[1] ?? [], width).map(paint.green),
  ];
}

const linesOf = (text: string | null) => (text === null ? ["–"] : text.split("\n"));

/** The first line of each, and the lines in which they differ; lines that both begin or end with are left out. */
function differing(old: readonly string[], now: readonly string[]): (readonly string[])[] {
  const most = Math.min(old.length, now.length);
  let same = 0;
  while (same < most && old[same] === now[same]) same += 1;
  let last = 0;
  while (last < most - same && old.at(-1 - last) === now.at(-1 - last)) last += 1;
  return [old, now].map((lines) => {
    const middle = lines.slice(same, lines.length - last);
    const head = same === 0 ? [] : [lines[0] ?? "", ...(same > 1 ? ["  …"] : [])];
    return [...head, ...middle, ...(last > 0 ? ["  …"] : [])];
  });
}

/** Behind the letter of its draft, with the lines as the template has them. */
function draftLines(letter: string, lines: readonly string[], width: number): string[] {
  return lines.flatMap((line, index) => {
    const indent = " ".repeat(line.length - line.trimStart().length);
    return wrap(visibleText(line.trim()), width - 7 - indent.length).map((part, at) => {
      const head = index === 0 && at === 0 ? letter : " ";
      return `    ${head}  ${indent}${at === 0 ? "" : "  "}${part}`;
    });
  });
}
