/** A statement in the one style, as lines: its author's words and comments, with the indentation and breaks of the printer. */

import { brokenLines, indentAt, openedIn } from "./break-line.ts";
import type { Gap, Word } from "./layout.ts";
import type { Piece, WrittenStatement } from "./pieces.ts";

/** A line of the statement's form with the tokens on it; its author or its length may break it further. */
interface FormLine {
  readonly indent: number;
  readonly words: readonly Word[];
}

export function formatStatement({ pieces, under }: WrittenStatement, gaps: readonly Gap[]): string[] {
  const texts = indented(formLines(pieces, gaps)).flatMap(({ line, further }) => printLine(line, further));
  return [...texts, ...under.map((line) => (/^[ \t]/.test(line) ? `  ${line.trim()}` : line))];
}

/** Each line with the indentation of what runs on from it: apart from the lines under it, or with its own list under it. */
function indented(lines: readonly FormLine[]): { readonly line: FormLine; readonly further: number }[] {
  const moved: { readonly beyond: number; readonly by: number }[] = [];
  return lines.map((line, index) => {
    while ((moved.at(-1)?.beyond ?? -1) >= line.indent) moved.pop();
    const indent = line.indent + moved.reduce((sum, { by }) => sum + by, 0);
    const next = lines[index + 1];
    const hasMore = next !== undefined && next.indent > line.indent;
    const hasList = hasMore && opensEntry(next);
    const shown = { indent, words: line.words };
    // A list stands under the line that it belongs to, which may be one that runs on.
    if (hasList) moved.push({ beyond: line.indent, by: marginOf(printLine(shown, indent + 2).at(-1)) - indent });
    return { line: shown, further: indent + (hasMore && !hasList ? 4 : 2) };
  });
}

function marginOf(text = ""): number {
  return text.length - text.trimStart().length;
}

/** `(i)` of a list, or `"choice":` of what is read in several ways. */
function opensEntry({ words }: FormLine): boolean {
  const [opening = "", next] = words.map(({ piece }) => piece.text);
  return /^\([a-z]+\)$/.test(opening) || (opening.startsWith('"') && next === ":");
}

function formLines(pieces: readonly Piece[], gaps: readonly Gap[]): FormLine[] {
  const lines: { indent: number; words: Word[] }[] = [];
  for (const [index, piece] of pieces.entries()) {
    const gap = gaps[index] ?? { kind: "blank" };
    if (gap.kind === "line") lines.push({ indent: gap.indent, words: [] });
    lines.at(-1)?.words.push({ piece, gap });
  }
  return lines;
}

function printLine({ indent, words }: FormLine, further: number): string[] {
  let open = 0;
  return runsOf(words).flatMap((run, index) => {
    const first = index === 0 ? indent : indentAt(further, open);
    const texts = brokenLines(run, { first, further }, open);
    open += openedIn(run);
    const above = run[0]?.piece.above.map((line) => (line === "" ? "" : " ".repeat(first) + line)) ?? [];
    const behind = run.at(-1)?.piece.behind;
    const end = behind === undefined ? [] : [`${texts.at(-1) ?? ""} ${behind}`];
    return [...above, ...texts.slice(0, texts.length - end.length), ...end];
  });
}

/** A line breaks where its author broke it, and where a comment stands. */
function runsOf(words: readonly Word[]): Word[][] {
  const runs: Word[][] = [];
  let endsLine = true;
  for (const word of words) {
    if (endsLine || word.gap.kind === "author's line" || word.piece.above.length > 0) runs.push([]);
    runs.at(-1)?.push(word);
    endsLine = word.piece.behind !== undefined;
  }
  return runs;
}
