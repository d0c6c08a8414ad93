import { nearestName } from "../../base/nearest-name.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Result } from "../../diagnostics/result.ts";
import { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";
import { parseDate } from "../../units/plain-date.ts";
import type { CsvTable, RowCells } from "../csv.ts";
import { columnNames, readCsv, rowProblem } from "../csv.ts";
import { notADate } from "../read-date.ts";

/** A note of a portfolio, as its row names it. Paths are as they are written. */
export interface PortfolioRow {
  /** A template's name or path; without it, the scenario says. */
  readonly note: string | undefined;
  readonly scenario: string | undefined;
  /** The story with this name, of the template. */
  readonly story: string | undefined;
  readonly market: string | undefined;
  readonly calendar: string | undefined;
  /** The day at whose end the answers are given; without it, the last of the scenario. */
  readonly asOf: string | undefined;
  /** Deal terms and readings that stand in place of those of the scenario. */
  readonly terms: ReadonlyMap<string, string>;
  readonly readings: ReadonlyMap<string, string>;
}

/** A row in its place, or what is wrong with it; one that is wrong stands in nobody's way. */
export interface ReadRow {
  /** Counted from 1. */
  readonly row: number;
  /** As the row says, or its number. */
  readonly id: string;
  readonly read: Result<PortfolioRow>;
}

const columns = ["id", "note", "scenario", "story", "market", "calendar", "as of"] as const;
const groups = ["terms.", "readings."] as const;

/** Reads the rows of a portfolio: CSV with a line of column names. */
export function readPortfolio(text: string, name: string): Result<readonly ReadRow[]> {
  const source = new SourceFile(name, text);
  const names = columnNames(source);
  if (!names.ok) return names;
  const wanted = names.value.map(({ name: column }) => column);
  const strangers = names.value.flatMap((it) => strangerIn(it));
  if (strangers.length > 0) return { ok: false, diagnostics: strangers };
  const read = readCsv(source, wanted);
  if (!read.ok) return read;
  const { table } = read.value;
  const seen = new Map<string, number>();
  return { ok: true, value: Array.from({ length: table.rowCount }, (_, index) => readRow(table, wanted, index, seen)) };
}

function strangerIn({ name, span }: { readonly name: string; readonly span: Span }): Diagnostic[] {
  if (columns.some((it) => it === name) || groups.some((it) => name.startsWith(it) && name !== it)) return [];
  const near = nearestName(name, columns);
  const help = near === undefined ? undefined : { help: `write \`${near}\``, fix: { span, text: near } };
  return [diagnostic("TN5540", span, { column: name, columns: columns.join(", ") }, [], help)];
}

function readRow(table: CsvTable, names: readonly string[], index: number, seen: Map<string, number>): ReadRow {
  const row = table.row(index);
  const texts = new Map(names.map((name, column) => [name, row.cell(column)]));
  const given = (name: string) => texts.get(name) || undefined;
  const id = given("id") ?? String(index + 1);
  const first = seen.get(id);
  seen.set(id, first ?? index + 1);
  const place = { source: table.source, start: row.start, end: row.end };
  const found = rowProblem(table, row) ?? problemOf(row, names, texts, table.source, place);
  const twice = first === undefined ? undefined : diagnostic("TN5542", place, { id, first });
  const problem = found ?? twice;
  if (problem !== undefined) return { row: index + 1, id, read: { ok: false, diagnostics: [problem] } };
  const value: PortfolioRow = {
    note: given("note"),
    scenario: given("scenario"),
    story: given("story"),
    market: given("market"),
    calendar: given("calendar"),
    asOf: given("as of"),
    terms: ofGroup("terms.", texts),
    readings: ofGroup("readings.", texts),
  };
  return { row: index + 1, id, read: { ok: true, value } };
}

/** The cells of a group that say something, by the names behind its point. */
function ofGroup(group: string, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const own = [...texts].filter(([name, text]) => name.startsWith(group) && text !== "");
  return new Map(own.map(([name, text]) => [name.slice(group.length), text]));
}

function problemOf(
  row: RowCells,
  names: readonly string[],
  texts: ReadonlyMap<string, string>,
  source: SourceFile,
  place: Span,
): Diagnostic | undefined {
  const says = (name: string) => Boolean(texts.get(name));
  if (!says("note") && !says("scenario")) return diagnostic("TN5541", place, {});
  const asOf = texts.get("as of");
  if (asOf && parseDate(asOf) === undefined) return notADate(asOf, row.spanOf(names.indexOf("as of"), source));
  if (!says("story")) return undefined;
  const besides = names.find((it) => it !== "id" && it !== "note" && it !== "story" && it !== "as of" && says(it));
  return besides === undefined ? undefined : diagnostic("TN5543", place, { column: besides });
}
