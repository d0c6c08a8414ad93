/** Events that stand in a table, a row for each: an opening cap table, a list of instalments. */
import type { EventType } from "../../core/core.ts";
import { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";
import type { CsvTable, RowCells } from "../csv.ts";
import { columnNames, eachRow, noRows, readCsv } from "../csv.ts";
import type { JsonMember, JsonNode, JsonObject, JsonText } from "../json.ts";
import type { ReadingContext } from "./context.ts";
import { memberOf, membersIn, objectsIn, textIn } from "./context.ts";

/** A file of rows as the scenario names it. */
export interface RowFile {
  /** Its path, as written. */
  readonly file: string;
  readonly event: JsonText;
  /** The day of all its events; without it, the column `on` has them. */
  readonly on: JsonText | undefined;
  /** What the file calls a key or a field of the event; where it is said, no other column is read. */
  readonly columns: readonly JsonMember[] | undefined;
  readonly span: Span;
}

/** The text of a file of rows, with the name that messages show. */
interface RowText {
  readonly name: string;
  readonly text: string;
}

/** The texts of files of rows by their paths, as the scenario writes them. */
export type RowTexts = ReadonlyMap<string, RowText>;

/** As far as they are well formed. */
export function rowFilesIn(root: JsonNode): RowFile[] {
  return objectsIn(root, "rows").flatMap((node): RowFile[] => {
    const [file, event] = [textIn(node, "file"), textIn(node, "event")];
    if (file === undefined || event === undefined) return [];
    const mapped = memberOf(node, "columns")?.value;
    const columns = mapped && [...membersIn(mapped)];
    return [{ file: file.text, event, on: textIn(node, "on"), columns, span: file.span }];
  });
}

/** The events of the rows, in the shape of those that a scenario lists; each part knows its place in its file. */
export function eventsOfRows(root: JsonNode, texts: RowTexts, context: ReadingContext): JsonObject[] {
  return rowFilesIn(root).flatMap((file) => {
    const type = context.program.events.get(file.event.text);
    if (type === undefined) {
      const facts = { note: context.note, name: file.event.text };
      context.reportUnknown("TN5206", file.event, facts, context.program.events.keys(), "events");
      return [];
    }
    const text = texts.get(file.file);
    if (text !== undefined) return eventsIn(file, new SourceFile(text.name, text.text), type, context);
    context.report("TN5430", file.span, { file: file.file });
    return [];
  });
}

function eventsIn(file: RowFile, source: SourceFile, type: EventType, context: ReadingContext): JsonObject[] {
  const layout = layoutOf(file, source, type, context);
  const read = layout && readCsv(source, [...layout.values()]);
  if (read?.ok !== true) {
    for (const found of read?.diagnostics ?? []) context.problems.push(found.span, () => found);
    return [];
  }
  const { table, columns } = read.value;
  const places = [...(layout?.keys() ?? [])].map((key, index) => [key, columns[index] ?? -1] as const);
  const events: JsonObject[] = [];
  eachRow(table, context.problems, (row) => events.push(eventOf(row, places, file, type, table)));
  return events;
}

/** Which column of the file has which key of the event; undefined where one can't be told. */
function layoutOf(
  { columns, on }: RowFile,
  source: SourceFile,
  type: EventType,
  context: ReadingContext,
): Map<string, string> | undefined {
  const written = columns?.flatMap(({ value }) => (value.kind === "text" ? [value.text] : []));
  const header = columnNames(source, () => noRows({ source }, written ?? neededKeys(type, on === undefined)));
  if (!header.ok) {
    for (const found of header.diagnostics) context.problems.push(found.span, () => found);
    return undefined;
  }
  const keys = keysOf(type, on === undefined);
  const said = columns?.flatMap(({ key, keySpan, value }) =>
    value.kind === "text" ? [{ key, span: keySpan, column: value.text }] : [],
  );
  const found = said ?? header.value.map(({ name, span }) => ({ key: name, span, column: name }));
  const strangers = found.filter(({ key }) => !keys.includes(key));
  for (const { key, span } of strangers) {
    context.reportUnknown("TN5207", { text: key, span }, { event: type.name, name: key }, keys, "keys");
  }
  if (strangers.length > 0) return undefined;
  const layout = new Map(found.map(({ key, column }) => [key, column]));
  for (const key of neededKeys(type, on === undefined)) if (!layout.has(key)) layout.set(key, key);
  return layout;
}

/** What a row may give of an event. */
function keysOf({ fields }: EventType, hasDays: boolean): string[] {
  return [...(hasDays ? ["on"] : []), "at", "id", "for", ...fields.keys()];
}

/** What each row has to give; a column that is not there is reported under that name. */
function neededKeys({ fields, refersTo }: EventType, hasDays: boolean): string[] {
  const needed = [...fields.values()].filter(({ initial, isOptional }) => initial === undefined && !isOptional);
  return [...(hasDays ? ["on"] : []), ...(refersTo === undefined ? [] : ["for"]), ...needed.map(({ name }) => name)];
}

function eventOf(
  row: RowCells,
  places: readonly (readonly [key: string, place: number])[],
  { event, on }: RowFile,
  { fields }: EventType,
  { source }: CsvTable,
): JsonObject {
  const members = new Map<string, JsonMember>();
  const add = (key: string, value: JsonNode) => members.set(key, { key, keySpan: value.span, value });
  add("event", event);
  if (on !== undefined) add("on", on);
  for (const [key, place] of places) {
    const [text, span] = [row.cell(place), row.spanOf(place, source)];
    // An empty cell says nothing; but a row without its day is no event, and has to be told.
    if (text !== "" || key === "on") add(key, nodeOf(text, span, fields.get(key)?.type.kind === "yes or no"));
  }
  return { kind: "object", members, span: { source, start: row.start, end: row.end } };
}

/** A cell as a value of JSON. */
export function nodeOf(text: string, span: Span, isYesOrNo: boolean): JsonNode {
  const value = isYesOrNo ? yesOrNo.get(text.toLowerCase()) : undefined;
  return value === undefined ? { kind: "text", text, span } : { kind: "boolean", value, span };
}

const yesOrNo = new Map([
  ["yes", true],
  ["true", true],
  ["no", false],
  ["false", false],
]);
