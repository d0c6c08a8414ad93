import { displayWidth, visibleText } from "../../../index.ts";
import type { Paint } from "./paint.ts";
import { unbroken, widest, wrap } from "./text.ts";

export interface Column {
  readonly head: string;
  readonly align?: "left" | "right";
  /** Whether the column gives way where the table is too wide. */
  readonly isFlexible?: boolean;
}

/** A column of words that gives way. */
export const flexible = (head: string): Column => ({ head, isFlexible: true });

/** A cell, with what colours it; colour goes on after the text is broken into lines. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** A line of its own between rows, above those that belong to it. */
export interface Title {
  readonly title: string;
}

const gap = 2;
const indent = 2;
/** A column of words is no narrower than this, one of figures no narrower than the other. */
const leastWidth = 12;
const leastOfFigures = 8;

/** Rows under headings without rules, at most `width` wide where the words allow it. A column of empty cells is left out. */
export function renderTable(
  allColumns: readonly (Column | string)[],
  everything: readonly (readonly Cell[] | Title)[],
  width: number,
  paint: Paint,
): string {
  const allRows = everything.flatMap((row) => ("title" in row ? [] : [row]));
  const isUsed = allColumns.map((_, column) => allRows.some((row) => row[column]?.text !== ""));
  const used = <T>(items: readonly T[]) => items.filter((_, column) => isUsed[column]);
  const columns: readonly Column[] = used(allColumns).map((it) => (typeof it === "string" ? { head: it } : it));
  const rows = allRows.map(used);
  const widths = columnWidths(columns, rows, width - indent);
  const head = columns.map(({ head: text }) => ({ text, paint: paint.dim }));
  const hasHead = columns.some(({ head: text }) => text !== "");
  const lines = everything.flatMap((row) =>
    "title" in row ? [paint.bold(visibleText(row.title))] : rowLines(used(row), columns, widths),
  );
  const all = [...(hasHead ? rowLines(head, columns, widths) : []), ...lines];
  return all.map((line) => `${" ".repeat(indent)}${line}`.trimEnd()).join("\n");
}

/** A row takes as many lines as its longest cell. A name that its first column can't hold stands whole, above the rest. */
function rowLines(row: readonly Cell[], columns: readonly Column[], widths: readonly number[]): string[] {
  const [first, ...others] = row;
  const isTooWide = first !== undefined && widest(unbroken(first.text, true)) > (widths[0] ?? 0);
  if (!isTooWide) return linesOf(row, columns, widths);
  const whole = wrap(first.text, sum(widths) + gap * (widths.length - 1)).map(first.paint ?? asItIs);
  return [...whole, ...linesOf([{ text: "" }, ...others], columns, widths)];
}

function linesOf(row: readonly Cell[], columns: readonly Column[], widths: readonly number[]): string[] {
  const cells = row.map(({ text }, column) => wrap(text, widths[column] ?? leastWidth));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map(({ paint = asItIs }, column) => {
        const text = cells[column]?.[line] ?? "";
        const space = " ".repeat(Math.max(0, (widths[column] ?? leastWidth) - displayWidth(text)));
        const painted = text === "" ? "" : paint(text);
        return columns[column]?.align === "right" ? space + painted : painted + space;
      })
      .join(" ".repeat(gap)),
  );
}

function columnWidths(columns: readonly Column[], rows: readonly (readonly Cell[])[], room: number): number[] {
  const texts = columns.map(({ head }, column) => [head, ...rows.map((row) => visibleText(row[column]?.text ?? ""))]);
  const widths = texts.map(widest);
  // First words give way, then names in the first column, which has a way out, then whatever is left.
  for (const stage of [0, 1, 2]) {
    // A column keeps room for its longest word, even where the line then gets too long: words are never cut.
    const least = texts.map((cells, column) =>
      leastWidthOf(cells, columns[column]?.align, stage === 0 || (stage === 1 && column > 0)),
    );
    const mayGive = (column: number) => columns[column]?.isFlexible && (widths[column] ?? 0) > (least[column] ?? 0);
    for (let excess = sum(widths) + gap * (columns.length - 1) - room; excess > 0; excess -= 1) {
      const giving = widths.map((_, column) => column).filter(mayGive);
      const column = giving.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
      if (column === undefined) break;
      widths[column] = (widths[column] ?? 0) - 1;
    }
  }
  return widths;
}

/** What a column has to have so that no word, or where they are kept no name, is broken. */
export function leastWidthOf(texts: readonly string[], align: Column["align"], isKept = true): number {
  const least = align === "right" ? leastOfFigures : leastWidth;
  return Math.max(least, widest(texts.flatMap((text) => unbroken(text, isKept))));
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

const asItIs = (text: string) => text;
