import Table from "cli-table3";
import { displayWidth, visibleText } from "../../index.ts";
import type { Paint } from "./paint.ts";
import { wrap } from "./text.ts";

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
/** A flexible column keeps so much, even where the line then gets too long: words are never cut. */
const leastWidth = 12;

/** Rows under headings without rules, at most `width` columns wide where the words allow it. */
export function renderTable(
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
  const natural = columns.map(({ head }, column) =>
    Math.max(displayWidth(head), ...rows.map((row) => displayWidth(visibleText(row[column]?.text ?? "")))),
  );
  let excess = natural.reduce((sum, width) => sum + width + gap, -gap) - room;
  const widths = [...natural];
  while (excess > 0) {
    const flexible = columns.flatMap(({ isFlexible }, column) => (isFlexible ? [column] : []));
    const column = flexible.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (column === undefined || (widths[column] ?? 0) <= leastWidth) break;
    widths[column] = (widths[column] ?? 0) - 1;
    excess -= 1;
  }
  // A word that is longer than its column widens it: nothing may be cut.
  return widths.map((width, column) => Math.max(width, ...rows.flatMap((row) => longestLine(row[column], width))));
}

function longestLine(cell: Cell | undefined, width: number): number[] {
  return wrap(cell?.text ?? "", width).map(displayWidth);
}

const asItIs = (text: string) => text;

const noLines = Object.fromEntries(
  ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"]
    .concat(["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"])
    .map((name) => [name, ""]),
);
