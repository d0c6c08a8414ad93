import { displayWidth, visibleText } from "../../../index.ts";
import type { Paint } from "./paint.ts";
import { widest, wrap } from "./text.ts";

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

const gap = 2;
const indent = 2;
const leastWidth = 12;

/** Rows under headings without rules, at most `width` wide where the words allow it. A column of empty cells is left out. */
export function renderTable(
  allColumns: readonly (Column | string)[],
  allRows: readonly (readonly Cell[])[],
  width: number,
  paint: Paint,
): string {
  const isUsed = allColumns.map((_, column) => allRows.some((row) => row[column]?.text !== ""));
  const used = <T>(items: readonly T[]) => items.filter((_, column) => isUsed[column]);
  const columns: readonly Column[] = used(allColumns).map((it) => (typeof it === "string" ? { head: it } : it));
  const rows = allRows.map(used);
  const widths = columnWidths(columns, rows, width - indent);
  const head = columns.map(({ head: text }) => ({ text, paint: paint.dim }));
  const lines = [head, ...rows].flatMap((row) => rowLines(row, columns, widths));
  return lines.map((line) => `${" ".repeat(indent)}${line}`.trimEnd()).join("\n");
}

/** A row takes as many lines as its longest cell. */
function rowLines(row: readonly Cell[], columns: readonly Column[], widths: readonly number[]): string[] {
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
  // A column keeps room for its longest word, even where the line then gets too long: words are never cut.
  const least = texts.map((cells) => Math.max(leastWidth, widest(cells.flatMap((text) => text.split(" ")))));
  const mayGive = (column: number) => columns[column]?.isFlexible && (widths[column] ?? 0) > (least[column] ?? 0);
  for (let excess = sum(widths) + gap * (columns.length - 1) - room; excess > 0; excess -= 1) {
    const giving = widths.map((_, column) => column).filter(mayGive);
    const column = giving.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (column === undefined) break;
    widths[column] = (widths[column] ?? 0) - 1;
  }
  return widths;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

const asItIs = (text: string) => text;
