import { invariant } from "../base/invariant.ts";
import { lastUpTo } from "../base/last-up-to.ts";
import { ProblemList } from "../diagnostics/problem-list.ts";
import type { Result } from "../diagnostics/result.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { Exact } from "../units/exact.ts";
import { parseDecimal } from "../units/exact.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { formatDate } from "../units/plain-date.ts";
import type { CsvTable, RowCells } from "./csv.ts";
import { dateIn, eachRow, noRows, readCsv } from "./csv.ts";
import type { ColumnLayout, MarketLayout } from "./scenario/market-layout.ts";
import { usualLayout } from "./scenario/market-layout.ts";

/** The figures of one series, one row a day, in order of time; prices as they traded. */
export interface Market {
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
  const checkRow = checkOf(source, columns);
  const problems = new ProblemList();
  const days = new Int32Array(table.rowCount);
  const rough: (readonly number[])[] = [];
  // Each row is compared with the one before it, so that one mistyped year is one finding.
  let before: { readonly day: PlainDate; readonly row: number } | undefined;
  eachRow(table, problems, (row, index) => {
    const date = row.cell(dateColumn);
    const figures = roughFigures(row, columns);
    checkRow(row, date, figures, problems);
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
  return columns.map(({ place }) => Number(row.cell(place)));
}

/** The market as it was known at the end of a day. */
export function marketUpTo(market: Market, day: PlainDate): Market {
  const rows = market.lastRowOnOrBefore(day) + 1;
  const known = (row: number) => Math.min(row, rows - 1);
  return {
    name: market.name,
    columns: market.columns,
    days: market.days.subarray(0, (market.days[0] ?? Infinity) <= day ? rows : 0),
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
  const known = new Map<string, { readonly place: number; readonly values: (Exact | undefined)[] }>(
    columns.map(({ name, place }) => [name, { place, values: [] }]),
  );
  const read = (row: number, place: number): Exact => {
    const value = parseDecimal(table.row(row).cell(place), digitLimit);
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
      found.values[row] ??= read(row, found.place);
      return found.values[row];
    },
    roughFigures: (row) => rough[row] ?? roughFigures(table.row(row), columns),
    spanOf: (row) => table.row(row).spanOf(dateColumn, table.source),
  };
}

type Check = (row: RowCells, date: string, figures: readonly number[], problems: ProblemList) => void;

/** What looks at the figures of each row. */
function checkOf(source: SourceFile, columns: readonly Column[]): Check {
  const indexOf = (name: string) => columns.findIndex((column) => column.name === name);
  const [low, high] = [indexOf("low"), indexOf("high")];
  const [lowColumn, highColumn] = [columns[low], columns[high]];
  return (row, date, figures, problems) => {
    if (!checkFigures(source, row, date, columns, figures, problems)) return;
    if (lowColumn === undefined || highColumn === undefined) return;
    // Rounding to binary never turns two numbers around, so only equal ones need a closer look.
    const isClear = (figures[low] ?? 0) < (figures[high] ?? 0);
    if (!isClear) checkRange(source, row, date, [lowColumn.place, highColumn.place], problems);
  };
}

function checkFigures(
  source: SourceFile,
  row: RowCells,
  date: string,
  columns: readonly Column[],
  figures: readonly number[],
  problems: ProblemList,
): boolean {
  let allGood = true;
  for (const { place, index, written: column, least } of columns) {
    if (isPlainlyPositive(figures[index] ?? 0, row, place)) continue;
    const found = findingOn(row.text, row.starts[place] ?? 0, row.ends[place] ?? 0);
    const isFigure = found === "positive" || found === "zero" || found === "negative";
    if (isFigure && (found === "positive" || least === undefined)) continue;
    if (found === "zero" && least === "zero or more") continue;
    allGood = false;
    const span = row.spanOf(place, source);
    const text = row.cell(place);
    if (isFigure) {
      problems.add("TN5108", span, { column, date, text, expected: least ?? "" });
      continue;
    }
    const plain = text.replaceAll(",", "");
    const isNone = /^(?:(?:#?n\/?a ?)+|null|nan|none|-*)$/i.test(text);
    const hasCommas = plain !== text && parseDecimal(plain, digitLimit) !== undefined;
    const help = isNone
      ? "take the row out if the stock did not trade on that day; else fill in the figure"
      : hasCommas
        ? `write ${plain}, and the other figures without commas, too`
        : undefined;
    problems.add("TN5107", span, { column, date, text, problem: found }, [], { help });
    // The same is the matter with the rest of the row.
    if (isNone || hasCommas) break;
  }
  return allGood;
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
function isPlainlyPositive(figure: number, row: RowCells, place: number): boolean {
  const text = row.cell(place);
  return figure > 0 && text.length <= digitLimit && /^\d*\.?\d+$/.test(text);
}

/** What a cell holds: a plain decimal by its sign, or in words why it is not one. */
function findingOn(text: string, start: number, end: number): string {
  if (start === end) return "the cell is empty";
  const isNegative = text.charCodeAt(start) === minus;
  let digits = 0;
  let points = 0;
  let isZero = true;
  for (let at = isNegative ? start + 1 : start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= digitZero && code <= digitNine) {
      digits++;
      if (code !== digitZero) isZero = false;
    } else if (code === point) points++;
    else return "it is not a plain decimal";
  }
  if (digits === 0 || points > 1 || text.charCodeAt(end - 1) === point) return "it is not a plain decimal";
  if (digits > digitLimit) return `it has more than ${digitLimit} digits`;
  return isZero ? "zero" : isNegative ? "negative" : "positive";
}

const minus = 0x2d;
const point = 0x2e;
const digitZero = 0x30;
const digitNine = 0x39;
