import { invariant } from "../base/invariant.ts";
import { lastUpTo } from "../base/last-up-to.ts";
import { ProblemList } from "../diagnostics/problem-list.ts";
import type { Result } from "../diagnostics/result.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { MarketRows } from "../units/calendars/market-rows.ts";
import { rowsReachTo } from "../units/calendars/market-rows.ts";
import type { Exact } from "../units/exact.ts";
import { divide, exact, parseDecimal } from "../units/exact.ts";
import { percentReadings } from "../units/percent-readings.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { formatDate } from "../units/plain-date.ts";
import type { CsvTable, RowCells } from "./csv.ts";
import { dateIn, eachRow, noRows, readCsv } from "./csv.ts";
import type { ColumnLayout, MarketLayout } from "./scenario/market-layout.ts";
import { usualLayout } from "./scenario/market-layout.ts";

/** The figures of one series, one row a day, in order of time; prices as they traded. */
export interface Market extends MarketRows {
  /** The file's name, for messages and explanations. */
  readonly name: string;
  /** The columns of the series that the file has. */
  readonly columns: readonly string[];
  /** The days with a row, each a `PlainDate`, rising. */
  readonly days: Int32Array;
  /** The row of a day, or -1 where the day has none. */
  rowOf(day: PlainDate): number;
  /** The last row on or before a day, or -1 where there is none. */
  lastRowOnOrBefore(day: PlainDate): number;
  /** A figure of a row, in the unit of its column. Kept as text until it is first asked for. */
  value(row: number, column: string): Exact;
  /** All figures of a row in binary, in the order of `columns`: for what only looks at their size. */
  roughFigures(row: number): readonly number[];
  /** Where the date of a row stands in the file. */
  spanOf(row: number): Span;
}

const digitLimit = 40;

/** A column of the series, its place in a row and its index among the columns that are read. */
interface Column extends ColumnLayout {
  readonly place: number;
  readonly index: number;
}

/**
 * Reads a file of market data: CSV with the columns that the layout names, in any order.
 *
 * Each problem is a finding at its line, twenty at most and a count of the rest. A price outside the day's low and high
 * is no problem: closing and average prices come from other sources than the range often enough.
 */
export function readMarket(text: string, fileName: string, layout: MarketLayout = usualLayout): Result<Market> {
  const source = new SourceFile(fileName, text);
  const header = [layout.date, ...layout.columns.flatMap(({ isNeeded, written }) => (isNeeded ? [written] : []))];
  const csv = readCsv(source, header, [layout.date, ...layout.columns.map(({ written }) => written)]);
  if (!csv.ok) return csv;
  const { table, columns: places } = csv.value;
  const [dateColumn = 0] = places;
  const columns = layout.columns
    .map((column, index) => ({ ...column, place: places[index + 1] ?? -1 }))
    .filter(({ place }) => place >= 0)
    .map((column, index): Column => ({ ...column, index }));
  const problems = new ProblemList();
  const checkRow = checkOf(source, columns, problems);
  const days = new Int32Array(table.rowCount);
  const rough: (readonly number[])[] = [];
  // Each row is compared with the one before it, so that one mistyped year is one finding.
  let before: { readonly day: PlainDate; readonly row: number } | undefined;
  eachRow(table, problems, (row, index) => {
    const date = row.cell(dateColumn);
    const figures = roughFigures(row, columns);
    checkRow(row, date, figures);
    const day = dateIn(row, dateColumn, source, problems);
    if (day === undefined) return;
    if (before !== undefined && day <= before.day) {
      const span = row.spanOf(dateColumn, source);
      const related = [{ span: table.row(before.row).spanOf(dateColumn, source), label: "the row before it" }];
      if (day === before.day) problems.add("TN5106", span, { date }, related);
      else problems.add("TN5105", span, { date, earlier: formatDate(before.day) }, related);
    }
    before = { day, row: index };
    days[index] = day;
    if (index < mostKept) rough.push(figures);
  });
  if (table.rowCount === 0) return { ok: false, diagnostics: [noRows(table, header)] };
  if (!problems.isEmpty) return { ok: false, diagnostics: problems.list() };
  return { ok: true, value: marketIn(table, dateColumn, columns, days, rough) };
}

/** Of so many rows the rough figures are kept as they are read; of more, they would take more room than the text. */
const mostKept = 20_000;

function roughFigures(row: RowCells, columns: readonly Column[]): number[] {
  return columns.map((column) => roughFigure(row.cell(column.place), column));
}

function roughFigure(text: string, { share }: Pick<Column, "share">): number {
  const percent = share && withoutSign(text);
  return percent === undefined ? Number(text) : Number(percent) / 100;
}

/** The figure before a percent sign; undefined where there is none. */
function withoutSign(text: string): string | undefined {
  return text.endsWith("%") ? text.slice(0, -1).trimEnd() : undefined;
}

/** The market as it was known at the end of a day. */
export function marketUpTo(market: Market, day: PlainDate): Market {
  const rows = market.lastRowOnOrBefore(day) + 1;
  const known = (row: number) => Math.min(row, rows - 1);
  return {
    name: market.name,
    columns: market.columns,
    days: market.days.subarray(0, (market.days[0] ?? Infinity) <= day ? rows : 0),
    // Where the file goes on after the day, the days behind the last row that is kept have none.
    ...(rowsReachTo(market) > day && { knownThrough: day }),
    rowOf: (asked) => (asked > day ? -1 : market.rowOf(asked)),
    lastRowOnOrBefore: (asked) => known(market.lastRowOnOrBefore(asked)),
    value: (row, column) => market.value(row, column),
    roughFigures: (row) => market.roughFigures(row),
    spanOf: (row) => market.spanOf(row),
  };
}

function marketIn(
  table: CsvTable,
  dateColumn: number,
  columns: readonly Column[],
  days: Int32Array,
  rough: readonly (readonly number[])[],
): Market {
  const known = new Map<string, { readonly column: Column; readonly values: (Exact | undefined)[] }>(
    columns.map((column) => [column.name, { column, values: [] }]),
  );
  const read = (row: number, { place, share }: Column): Exact => {
    const text = table.row(row).cell(place);
    const percent = share && withoutSign(text);
    const figure = parseDecimal(percent ?? text, digitLimit);
    const value = percent === undefined ? figure : figure && divide(figure, exact(100));
    invariant(value !== undefined, "the market's figures were checked when it was read");
    return value;
  };
  const lastRowOnOrBefore = (day: PlainDate): number => lastUpTo(days, day);
  return {
    name: table.source.name,
    columns: columns.map(({ name }) => name),
    days,
    lastRowOnOrBefore,
    rowOf: (day) => {
      const row = lastRowOnOrBefore(day);
      return days[row] === day ? row : -1;
    },
    value: (row, column) => {
      invariant(row >= 0 && row < days.length, "the market has the row that is asked for");
      const found = known.get(column);
      invariant(found !== undefined, "the market has the column that is asked for");
      found.values[row] ??= read(row, found.column);
      return found.values[row];
    },
    roughFigures: (row) => rough[row] ?? roughFigures(table.row(row), columns),
    spanOf: (row) => table.row(row).spanOf(dateColumn, table.source),
  };
}

type Check = (row: RowCells, date: string, figures: readonly number[]) => void;

/** What looks at the figures of each row. */
function checkOf(source: SourceFile, columns: readonly Column[], problems: ProblemList): Check {
  const indexOf = (name: string) => columns.findIndex((column) => column.name === name);
  const [low, high] = [indexOf("low"), indexOf("high")];
  const [lowColumn, highColumn] = [columns[low], columns[high]];
  const check = { source, problems, inDoubt: new Set<Column>() };
  return (row, date, figures) => {
    let areGood = true;
    for (const column of columns) {
      const looked = checkFigure(row, date, column, figures[column.index] ?? 0, check);
      if (looked !== "good") areGood = false;
      // The same is the matter with the rest of the row.
      if (looked === "no figures") break;
    }
    if (!areGood || lowColumn === undefined || highColumn === undefined) return;
    // Rounding to binary never turns two numbers around, so only equal ones need a closer look.
    const isClear = (figures[low] ?? 0) < (figures[high] ?? 0);
    if (!isClear) checkRange(source, row, date, [lowColumn.place, highColumn.place], problems);
  };
}

interface Checking {
  readonly source: SourceFile;
  readonly problems: ProblemList;
  /** Columns of rates that may be meant as percentages: what is so of one row is so of all. */
  readonly inDoubt: Set<Column>;
}

function checkFigure(
  row: RowCells,
  date: string,
  column: Column,
  figure: number,
  { source, problems, inDoubt }: Checking,
): "good" | "wrong" | "no figures" {
  const { place, written, least, share } = column;
  const text = row.cell(place);
  if (share === undefined && isPlainlyPositive(figure, text)) return "good";
  const percent = share && withoutSign(text);
  const found = findingOn(percent ?? text);
  const span = row.spanOf(place, source);
  if (found !== "positive" && found !== "zero" && found !== "negative") {
    const help = helpWith(text);
    problems.add("TN5107", span, { column: written, date, text, problem: found }, [], { help });
    return help === undefined ? "wrong" : "no figures";
  }
  if (share !== undefined && percent === undefined && !inDoubt.has(column)) {
    const value = parseDecimal(text, digitLimit);
    const doubt = value && percentReadings(value, share, "term");
    if (doubt !== undefined) {
      problems.add("TN5495", span, { column: written, date, text, ...doubt });
      inDoubt.add(column);
    }
  }
  if (found === "positive" || least === undefined || (found === "zero" && least === "zero or more")) return "good";
  problems.add("TN5108", span, { column: written, date, text, expected: least });
  return "wrong";
}

function helpWith(text: string): string | undefined {
  if (/^(?:(?:#?n\/?a ?)+|null|nan|none|-*)$/i.test(text)) {
    return "take the row out if the stock did not trade on that day; else fill in the figure";
  }
  const plain = text.replaceAll(",", "");
  const hasCommas = plain !== text && parseDecimal(plain, digitLimit) !== undefined;
  return hasCommas ? `write ${plain}, and the other figures without commas, too` : undefined;
}

function checkRange(
  source: SourceFile,
  row: RowCells,
  date: string,
  [lowPlace, highPlace]: readonly [low: number, high: number],
  problems: ProblemList,
): void {
  const [lowText, highText] = [row.cell(lowPlace), row.cell(highPlace)];
  if (!isAbove(lowText, highText)) return;
  const related = [{ span: row.spanOf(highPlace, source), label: "the high" }];
  problems.add("TN5109", row.spanOf(lowPlace, source), { date, low: lowText, high: highText }, related);
}

function isAbove(a: string, b: string): boolean {
  const [roundA, roundB] = [Number(a), Number(b)];
  if (roundA !== roundB || a === b) return roundA > roundB;
  const [exactA, exactB] = [parseDecimal(a, digitLimit), parseDecimal(b, digitLimit)];
  return exactA !== undefined && exactB !== undefined && exactA.n * exactB.d > exactB.n * exactA.d;
}

/** Of nearly all figures this says all there is to say. */
function isPlainlyPositive(figure: number, text: string): boolean {
  return figure > 0 && text.length <= digitLimit && plainDecimal.test(text);
}

const plainDecimal = /^-?(?:\d+|\d*\.\d+)$/;

/** What a cell holds: a plain decimal by its sign, or in words why it is not one. */
function findingOn(text: string): string {
  if (text === "") return "the cell is empty";
  if (!plainDecimal.test(text)) return "it is not a plain decimal";
  const digits = text.replaceAll(/[-.]/g, "");
  if (digits.length > digitLimit) return `it has more than ${digitLimit} digits`;
  if (/^0*$/.test(digits)) return "zero";
  return text.startsWith("-") ? "negative" : "positive";
}
