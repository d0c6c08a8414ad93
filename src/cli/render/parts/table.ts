import Table from "cli-table3";
import { visibleText } from "../../../index.ts";
import type { Paint } from "./paint.ts";
import { widest, wrap } from "./text.ts";

export interface Column {
  readonly head: string;
  readonly align?: "left" | "right";
  /** Whether the column gives way where the table is too wide. */
  readonly isFlexible?: boolean;
}

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
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paint: Paint,
): string {
  const isUsed = columns.map((_, column) => rows.some((row) => row[column]?.text !== ""));
  const used = <T>(items: readonly T[]) => items.filter((_, column) => isUsed[column]);
  return renderUsed(used(columns), rows.map(used), width, paint);
}

function renderUsed(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paint: Paint,
): string {
  const widths = columnWidths(columns, rows, width - indent);
  const table = new Table({
    chars: noLines,
    style: { head: [], border: [], "padding-left": 0, "padding-right": gap },
    colWidths: widths.map((it) => it + gap),
    colAligns: columns.map(({ align = "left" }) => align),
  });
  table.push(columns.map(({ head }) => paint.dim(head)));
  for (const row of rows) table.push(row.map((cell, column) => brokenCell(cell, widths[column] ?? leastWidth)));
  const lines = table.toString().split("\n");
  return lines.map((line) => `${" ".repeat(indent)}${line}`.trimEnd()).join("\n");
}

function brokenCell({ text, paint = asItIs }: Cell, width: number): string {
  return wrap(text, width).map(paint).join("\n");
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

const noLines = Object.fromEntries(
  ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
    .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"])
    .map((name) => [name, ""]),
);
