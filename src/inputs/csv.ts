import { nearestName } from "../base/nearest-name.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { ProblemList } from "../diagnostics/problem-list.ts";
import type { Result } from "../diagnostics/result.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import { textOf } from "../source/span.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { parseDate } from "../units/plain-date.ts";
import { notADate } from "./read-date.ts";

/**
 * A CSV file as rows that know where they stand.
 *
 * Comes in: text with a line of column names. Goes out: a table that finds the cells of a row when asked; only the
 * offsets of rows are kept, so that a file of a million rows costs little more than its text. Lines end with LF, CR LF or
 * CR; empty lines are passed over, and so are lines that begin with `#` above the names; a cell may stand in double quotes and ends on its line; blanks around a cell don't
 * count. What the cells mean is the caller's matter.
 */
export class CsvTable {
  readonly source: SourceFile;
  readonly rowCount: number;
  /** How many cells the line of names has. */
  readonly width: number;
  readonly #starts: readonly number[];
  readonly #cells: RowCells;

  constructor(source: SourceFile, starts: readonly number[], width: number) {
    this.source = source;
    this.rowCount = starts.length;
    this.width = width;
    this.#starts = starts;
    this.#cells = new RowCells(source.text);
  }

  /** Cells of a row, counted from 0 below the names; good until the next call. */
  row(index: number): RowCells {
    this.#cells.read(this.#starts[index] ?? this.source.text.length);
    return this.#cells;
  }
}

/** The cells of one row: offsets into the text, quotes and blanks left out. Reused from row to row. */
export class RowCells {
  readonly text: string;
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  count = 0;
  start = 0;
  end = 0;
  /** A double quote has no partner, or something stands beside the quotes. */
  hasBrokenQuotes = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Reads the row that begins at an offset, up to the end of its line. */
  read(start: number): void {
    this.start = start;
    this.count = 0;
    this.hasBrokenQuotes = false;
    let at = start;
    for (;;) {
      at = this.#readCell(at);
      if (this.text.charCodeAt(at) !== comma) break;
      at++;
    }
    this.end = at;
  }

  /** What a cell says; two double quotes within quotes are one. */
  cell(index: number): string {
    const text = this.text.slice(this.starts[index], this.ends[index]);
    return text.includes('"') ? text.replaceAll('""', '"') : text;
  }

  /** Where a cell stands; the row's end for a cell that it does not have. */
  spanOf(index: number, source: SourceFile): Span {
    return { source, start: this.starts[index] ?? this.end, end: this.ends[index] ?? this.end };
  }

  /** Reads one cell and gives the offset of what ends it: a comma, a line's end or the text's end. */
  #readCell(from: number): number {
    const { text } = this;
    let at = from;
    while (isBlank(text.charCodeAt(at))) at++;
    let start = at;
    let end = at;
    if (text.charCodeAt(at) === quote) {
      start = at + 1;
      at = start;
      while (!endsLine(text.charCodeAt(at)) && (text.charCodeAt(at) !== quote || text.charCodeAt(at + 1) === quote)) {
        at += text.charCodeAt(at) === quote ? 2 : 1;
      }
      end = at;
      if (text.charCodeAt(at) === quote) at++;
      else this.hasBrokenQuotes = true;
      while (isBlank(text.charCodeAt(at))) at++;
      if (!endsCell(text.charCodeAt(at))) this.hasBrokenQuotes = true;
    }
    const stop = firstFrom(at, cellEnd, text);
    if (stop > at) {
      end = stop;
      while (isBlank(text.charCodeAt(end - 1))) end--;
      at = stop;
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
    return at;
  }
}

/** A table and where in each row the columns stand, in the order in which they were looked for. */
export interface CsvColumns {
  readonly table: CsvTable;
  readonly columns: readonly number[];
}

/**
 * Finds the rows and the columns. Every wanted column has to be there once; others are allowed. One that is only looked for
 * has the place -1 where it is not there.
 */
export function readCsv(
  source: SourceFile,
  wanted: readonly string[],
  lookedFor: readonly string[] = wanted,
): Result<CsvColumns> {
  const notText = findNotText(source);
  if (notText !== undefined) return { ok: false, diagnostics: [notText] };
  const [first, ...starts] = rowStarts(source.text);
  if (first === undefined) return { ok: false, diagnostics: [noRows({ source }, wanted)] };
  const header = new RowCells(source.text);
  header.read(first);
  const diagnostics = headerProblems(source, header, wanted);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const names = namesIn(header);
  const columns = lookedFor.map((name) => names.indexOf(name));
  return { ok: true, value: { table: new CsvTable(source, starts, header.count), columns } };
}

/** Goes through the rows that are whole; one with broken quotes or too few or too many cells is a problem. */
export function eachRow(table: CsvTable, problems: ProblemList, take: (row: RowCells, index: number) => void): void {
  for (let index = 0; index < table.rowCount; index++) {
    const row = table.row(index);
    const wrong = rowProblem(table, row);
    if (wrong === undefined) take(row, index);
    else problems.push(wrong.span, () => wrong);
  }
}

/** The date in a cell; undefined, with a problem, where the cell holds no date. */
export function dateIn(
  row: RowCells,
  column: number,
  source: SourceFile,
  problems: ProblemList,
): PlainDate | undefined {
  const text = row.cell(column);
  const day = parseDate(text);
  const span = row.spanOf(column, source);
  if (day === undefined) problems.push(span, () => notADate(text, span));
  return day;
}

/** The finding for a file without rows, where there have to be some. */
export function noRows({ source }: Pick<CsvTable, "source">, wanted: readonly string[]): Diagnostic {
  const span = { source, start: 0, end: source.text.length };
  return diagnostic("TN5101", span, { file: source.name, rows: "rows", header: wanted.join(",") });
}

/** What is wrong with a row as such: its quotes, or how many cells it has. */
export function rowProblem({ source, width }: CsvTable, row: RowCells): Diagnostic | undefined {
  const span = { source, start: row.start, end: row.end };
  if (row.hasBrokenQuotes) return diagnostic("TN5111", span, {});
  if (row.count === width) return undefined;
  return diagnostic("TN5104", span, { found: cells(row.count), expected: cells(width) });
}

/** Where a text holds what no plain text holds: NUL, or the sign that stands for bytes that are not UTF-8. */
export function findNotText(source: SourceFile): Diagnostic | undefined {
  const start = source.text.search(/[\0\uFFFD]/);
  if (start < 0) return undefined;
  const found = source.text[start] === "\0" ? "it holds a NUL character" : "some of its bytes are not UTF-8";
  return diagnostic("TN5002", { source, start, end: start + 1 }, { file: source.name, found });
}

const comma = 0x2c;
const quote = 0x22;
const hash = 0x23;

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** The code is NaN past the end of the text. */
function endsLine(code: number): boolean {
  return code === 0x0a || code === 0x0d || Number.isNaN(code);
}

function endsCell(code: number): boolean {
  return code === comma || endsLine(code);
}

/** A pattern looks through a text at once, where a loop over its characters is slow until it has run for long. */
const cellEnd = /[,\r\n]/g;
const lineEnd = /[\r\n]/g;

/** Where the pattern, of one character, is found from an offset on; the text's end where it is not. */
function firstFrom(at: number, pattern: RegExp, text: string): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - 1 : text.length;
}

function rowStarts(text: string): number[] {
  const starts: number[] = [];
  for (let start = 0; start < text.length; ) {
    let at = start;
    while (isBlank(text.charCodeAt(at))) at++;
    const isNote = starts.length === 0 && text.charCodeAt(at) === hash;
    if (!endsLine(text.charCodeAt(at)) && !isNote) starts.push(start);
    start = firstFrom(at, lineEnd, text) + 1;
  }
  return starts;
}

/** The names of the columns with their places, for a file whose columns are not known before. */
export function columnNames(
  source: SourceFile,
  ifEmpty: () => Diagnostic = () => noRows({ source }, []),
): Result<readonly { readonly name: string; readonly span: Span }[]> {
  const notText = findNotText(source);
  if (notText !== undefined) return { ok: false, diagnostics: [notText] };
  const [first] = rowStarts(source.text);
  if (first === undefined) return { ok: false, diagnostics: [ifEmpty()] };
  const header = new RowCells(source.text);
  header.read(first);
  const names = namesIn(header).map((name, column) => ({ name, span: header.spanOf(column, source) }));
  return { ok: true, value: names };
}

function namesIn(header: RowCells): string[] {
  return Array.from({ length: header.count }, (_, index) => header.cell(index));
}

function headerProblems(source: SourceFile, header: RowCells, wanted: readonly string[]): Diagnostic[] {
  const line = { source, start: header.start, end: header.end };
  if (header.hasBrokenQuotes) return [diagnostic("TN5111", line, {})];
  const names = namesIn(header);
  const strangers = names.filter((name) => !wanted.includes(name));
  const whole = wholeHeader(source.name, line, names, wanted);
  if (whole !== undefined) return [whole];
  return wanted.flatMap((column) => {
    const first = names.indexOf(column);
    if (first < 0) return [missingColumn(column, strangers)];
    const second = names.indexOf(column, first + 1);
    if (second < 0) return [];
    const related = [{ span: header.spanOf(first, source), label: "first here" }];
    return [diagnostic("TN5103", header.spanOf(second, source), { file: source.name, column }, related)];
  });

  function missingColumn(column: string, others: readonly string[]): Diagnostic {
    const near = nearestName(column, others);
    if (near === undefined) {
      const help = `add \`${column}\` to the first line: \`${wanted.join(",")}\``;
      return diagnostic("TN5102", line, { file: source.name, column }, [], { help });
    }
    const span = header.spanOf(names.indexOf(near), source);
    const extras = { label: "perhaps meant here", help: `write \`${column}\``, fix: { span, text: column } };
    return diagnostic("TN5102", span, { file: source.name, column }, [], extras);
  }
}

/** One finding where the line of names is another kind of line, rather than one for each column that it lacks. */
function wholeHeader(
  file: string,
  line: Span,
  names: readonly string[],
  wanted: readonly string[],
): Diagnostic | undefined {
  const [first = ""] = names;
  const header = `\`${wanted.join(",")}\``;
  const report = (found: string, help: string) => diagnostic("TN5118", line, { file, found }, [], { help });
  if (names.length === 1 && /[;\t|]/.test(textOf(line))) {
    const help = "save it with commas between the cells, and a point in decimals";
    return report("does not have commas between its cells", help);
  }
  if (/^\d/.test(first))
    return report("begins with a row instead of the names of its columns", `put the line ${header} first`);
  const small = names.map((name) => name.toLowerCase());
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length < 2) return undefined;
  const inSmall = missing.every((name) => small.includes(name));
  const columns = `lacks the columns ${missing.map((name) => `\`${name}\``).join(", ")}`;
  return report(
    columns,
    inSmall ? `write the names in small letters: ${header}` : `name the columns in the first line: ${header}`,
  );
}

function cells(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}
