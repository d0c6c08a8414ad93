import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { ProblemList } from "../../diagnostics/problem-list.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";
import type { RowCells } from "../csv.ts";
import { columnNames, eachRow, readCsv } from "../csv.ts";

/** A cell as it is written, and where. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
}

export interface TableFileRow {
  readonly reach: "at" | "from" | "up to" | "to" | "below";
  readonly opens?: Cell;
  readonly closes?: Cell;
  readonly cells: readonly Cell[];
  readonly span: Span;
}

/** The cells of a table's file, in the order of its rows, with what is wrong with its form. */
export interface TableFileRows {
  /** What the columns of values are for, where the table goes by two values. */
  readonly columns: readonly Cell[];
  readonly rows: readonly TableFileRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Cells of values in one file. Each becomes an expression of the note. */
const mostCells = 10_000;

const formsByOne = [
  ["at", "value"],
  ["from", "to", "value"],
  ["from", "to but excluding", "value"],
] as const;

/** The first column has the heads of the rows. */
const headsByTwo = "date,$20,$25";

/**
 * Reads the file of a table. By one value its columns are `at,value`, `from,to,value` or `from,to but excluding,value`, where an
 * empty end is open; by two, the first column has the heads of rows and the line of names those of columns.
 */
export function readTableFile(source: SourceFile, isByTwo: boolean): TableFileRows {
  const names = columnNames(source, () => noRows(source, isByTwo));
  if (!names.ok) return nothing(names.diagnostics);
  const columns = names.value.map(({ name: text, span }) => ({ text, span }));
  const wanted = isByTwo ? [] : columnsOf(columns.map(({ text }) => text));
  const read = readCsv(source, wanted);
  if (!read.ok) return nothing(read.diagnostics);
  const strangers = isByTwo ? [] : columns.filter(({ text }) => !wanted.includes(text));
  if (strangers.length > 0) return nothing(strangers.map((it) => unknownColumn(it, wanted)));
  const { table, columns: places } = read.value;
  const first = isByTwo ? 1 : places.length - 1;
  if (table.rowCount * Math.max(table.width - first, 1) > mostCells) return nothing([tooManyCells(source)]);
  const problems = new ProblemList();
  const rows: TableFileRow[] = [];
  eachRow(table, problems, (row) => {
    const at = isByTwo ? columns.map((_, index) => index) : places;
    rows.push({ ...reachOf(row, at.slice(0, first), wanted[1], source), ...valuesOf(row, at.slice(first), source) });
  });
  if (rows.length === 0 && problems.isEmpty) problems.push(wholeOf(source), () => noRows(source, isByTwo));
  return { columns: isByTwo ? columns.slice(1) : [], rows, diagnostics: problems.list() };
}

const nothing = (diagnostics: readonly Diagnostic[]): TableFileRows => ({ columns: [], rows: [], diagnostics });

/** Which of the forms a file has, by what its line of names holds. */
function columnsOf(names: readonly string[]): readonly string[] {
  const [points, closed, open] = formsByOne;
  if (names.includes("to but excluding")) return open;
  return names.includes("from") || names.includes("to") ? closed : points;
}

function reachOf(
  row: RowCells,
  [opensAt, closesAt]: readonly number[],
  end: string | undefined,
  source: SourceFile,
): Pick<TableFileRow, "reach" | "opens" | "closes"> {
  const [opens, closes] = [cellAt(row, opensAt, source), cellAt(row, closesAt, source)];
  if (closesAt === undefined || opens === undefined) return { reach: "at", ...(opens && { opens }) };
  const isOpen = { opens: opens.text === "", closes: closes === undefined || closes.text === "" };
  if (isOpen.opens && !isOpen.closes && closes) return { reach: end === "to" ? "up to" : "below", closes };
  if (isOpen.closes || closes === undefined) return { reach: "from", opens };
  return { reach: end === "to" ? "to" : "below", opens, closes };
}

function valuesOf(row: RowCells, at: readonly number[], source: SourceFile): Pick<TableFileRow, "cells" | "span"> {
  return {
    cells: at.map((column) => ({ text: row.cell(column), span: row.spanOf(column, source) })),
    span: { source, start: row.start, end: row.end },
  };
}

function cellAt(row: RowCells, column: number | undefined, source: SourceFile): Cell | undefined {
  return column === undefined ? undefined : { text: row.cell(column), span: row.spanOf(column, source) };
}

function tooManyCells(source: SourceFile): Diagnostic {
  return diagnostic("TN5003", wholeOf(source), { file: source.name, what: "long", limit: `${mostCells} values` });
}

const wholeOf = (source: SourceFile): Span => ({ source, start: 0, end: source.text.length });

/** A column that nobody reads may be one that somebody counts on. */
function unknownColumn({ text: name, span }: Cell, wanted: readonly string[]): Diagnostic {
  return diagnostic("TN5494", span, { name, header: wanted.join(",") });
}

function noRows(source: SourceFile, isByTwo: boolean): Diagnostic {
  const header = isByTwo ? headsByTwo : formsByOne.map((it) => it.join(",")).join("` or `");
  const help = `begin the file with ${isByTwo ? "a line such as" : "the line"} \`${header}\`, then write one line for each row of the table`;
  return diagnostic("TN5101", wholeOf(source), { file: source.name, rows: "rows", header }, [], { help });
}
