/** Lists among the deal terms: rows of the scenario, or of a CSV file that it names, each with its day and what its columns have. */
import type { CoreProgram, EventType, ListRow, Schedule, Value } from "../../core/core.ts";
import { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import { columnNames, eachRow, noRows, readCsv } from "../csv.ts";
import type { JsonMember, JsonNode, JsonObject, JsonText } from "../json.ts";
import { describeNode } from "../json.ts";
import { describeType } from "../read-value.ts";
import { openingOf } from "../scenario-shape.ts";
import type { ReadingContext } from "./context.ts";
import { asObjects, memberOf, membersIn, named } from "./context.ts";
import type { RowTexts } from "./event-rows.ts";
import { nodeOf } from "./event-rows.ts";
import type { FirstDay } from "./types.ts";

export type Lists = ReadonlyMap<string, readonly ListRow[]>;

/** The lists that a template asks for, by name. */
export function listsAsked({ schedules }: Pick<CoreProgram, "schedules">): Map<string, Schedule> {
  return new Map([...schedules].filter(([, { dates }]) => dates.made === "given"));
}

/** Files that stand for lists: each path of a CSV file among the deal terms that may be lists. */
export function listFilesIn(root: JsonNode, mayBeList: (name: string) => boolean): string[] {
  return [...membersIn(memberOf(root, "terms")?.value)].flatMap(({ key, value }) =>
    value.kind === "text" && /^[^\n]+\.csv$/i.test(value.text) && mayBeList(key) ? [value.text] : [],
  );
}

/** The files that the scenario names for its lists, by their names. */
export function filesOfLists(root: JsonNode, { program }: ReadingContext): Map<string, string> {
  const given = memberOf(root, "terms")?.value;
  return new Map(
    [...listsAsked(program).keys()].flatMap((name) => {
      const value = memberOf(given, name)?.value;
      return value?.kind === "text" ? [[name, value.text] as const] : [];
    }),
  );
}

/** Each list that is given; one that is missing, and not needed, has no rows. */
export function readLists(
  root: JsonNode,
  texts: RowTexts,
  start: FirstDay | undefined,
  context: ReadingContext,
  needed: "all" | "as far as given" = "all",
): Lists {
  const given = memberOf(root, "terms")?.value;
  const lists = new Map<string, readonly ListRow[]>();
  if (given?.kind !== "object") return lists;
  for (const [name, { rows, dates }] of listsAsked(context.program)) {
    const value = given.members.get(name)?.value;
    const isNeeded = dates.made === "given" && !dates.isOptional;
    if (value !== undefined) {
      const nodes = nodesIn(value, rows, texts, context);
      if (isNeeded && nodes?.length === 0) reportNoRow(name, value.span, context);
      const from = happensOnEach(name, context) ? start : undefined;
      const placed = (nodes ?? []).flatMap((it) => rowOf(it, rows, from, context) ?? []);
      lists.set(name, inOrder(name, placed, context));
    } else if (needed === "all" && isNeeded) reportMissing(name, given, context);
  }
  return lists;
}

/** Whether something happens on each of its days: on one before the note nothing would. Rows that are only read may lie there. */
function happensOnEach(list: string, { program: { rules, events } }: ReadingContext): boolean {
  const triggers = [...rules.map(({ trigger }) => trigger), ...[...events.values()].map(({ happens }) => happens)];
  return triggers.some((it) => it?.kind === "Schedule" && it.schedule === list);
}

function reportMissing(name: string, given: JsonObject, context: ReadingContext): void {
  const place = context.isStory ? given.span : openingOf(given);
  const help = context.isStory
    ? `add a line \`with: ${name} on D, …\` for each of its rows`
    : `add \`"${name}": [{ "on": "2024-02-29", … }]\`, or the path of a CSV file`;
  context.report("TN5205", place, { name, lack: "is missing", note: context.note }, () => ({ help }));
}

function reportNoRow(name: string, place: Span, context: ReadingContext): void {
  const help = "add a row for each of its days";
  context.report("TN5205", place, { name, lack: "has no rows", note: context.note }, () => ({ help }));
}

interface Placed extends ListRow {
  readonly span: Span;
}

/** The rows as they are written; undefined where they can't be read as such, which is reported. */
function nodesIn(
  value: JsonNode,
  type: EventType,
  texts: RowTexts,
  context: ReadingContext,
): readonly JsonObject[] | undefined {
  if (value.kind === "text") return objectsOfFile(value, type, texts, context);
  const items = value.kind === "array" ? value.items : [value];
  const rows = value.kind === "array" ? asObjects(items) : [];
  for (const item of items) if (item.kind !== "object" || value === item) reportNoList(item, type.name, context);
  return rows.length === 0 && items.length > 0 ? undefined : rows;
}

function reportNoList(node: JsonNode, name: string, context: ReadingContext): void {
  const facts = { name, expected: "a list of rows", text: "this", found: describeNode(node) };
  const example = `\`[{ "on": "2024-02-29", … }]\`, or the path of a CSV file`;
  context.report("TN5213", node.span, { ...facts, example });
}

function rowOf(
  node: JsonObject,
  { name, fields }: EventType,
  start: FirstDay | undefined,
  context: ReadingContext,
): Placed | undefined {
  const values = new Map<string, Value>();
  for (const member of node.members.values()) {
    if (member.key === "on") continue;
    const field = fields.get(member.key);
    if (field !== undefined) context.readInto(values, member.value, field.type, member.key, "term");
    else {
      const facts = { list: name, name: member.key };
      context.reportUnknown("TN5497", named(member), facts, ["on", ...fields.keys()], "columns");
    }
  }
  const lacking = [...fields.values()].filter((it) => !it.isOptional && !node.members.has(it.name));
  for (const it of lacking) {
    const help = `add \`${it.name}\`, ${describeType(it.type)}`;
    context.report("TN5498", node.span, { list: name, name: it.name }, () => ({ help }));
  }
  const on = context.readDay(node);
  if (!node.members.has("on")) context.report("TN5498", node.span, { list: name, name: "on" });
  if (on !== undefined) context.checkNotBefore(start, on, `This row of \`${name}\``);
  return on && { on: on.day, fields: values, span: node.span };
}

/** Rising, and each day once. */
function inOrder(list: string, rows: readonly Placed[], context: ReadingContext): ListRow[] {
  const seen = new Map<PlainDate, Span>();
  for (const { on, span } of rows) {
    const first = seen.get(on);
    if (first === undefined) seen.set(on, span);
    else {
      const related = [{ span: first, label: "first here" }];
      context.report("TN5499", span, { list, day: formatDate(on) }, () => ({ related }));
    }
  }
  return rows.map(({ on, fields }) => ({ on, fields })).toSorted((a, b) => a.on - b.on);
}

function objectsOfFile(
  file: JsonText,
  type: EventType,
  texts: RowTexts,
  context: ReadingContext,
): JsonObject[] | undefined {
  const text = texts.get(file.text);
  if (text === undefined) {
    context.report("TN5430", file.span, { file: file.text }, () => ({
      label: "its rows are a deal term",
      help: "give the text of the file, or write its rows here; a comparison and a variant read no file of rows",
    }));
    return undefined;
  }
  const source = new SourceFile(text.name, text.text);
  const names = columnNames(source, () => noRows({ source }, ["on", ...type.fields.keys()]));
  const wanted = names.ok ? [...new Set(["on", ...names.value.map(({ name }) => name)])] : [];
  const read = names.ok ? readCsv(source, wanted) : names;
  if (!read.ok) {
    for (const found of read.diagnostics) context.problems.push(found.span, () => found);
    return undefined;
  }
  const { table, columns } = read.value;
  const objects: JsonObject[] = [];
  eachRow(table, context.problems, (row) => {
    const members = new Map<string, JsonMember>();
    for (const [index, key] of wanted.entries()) {
      const [cell, span] = [row.cell(columns[index] ?? -1), row.spanOf(columns[index] ?? -1, source)];
      // An empty cell says nothing.
      if (cell === "") continue;
      const value = nodeOf(cell, span, type.fields.get(key)?.type.kind === "yes or no");
      members.set(key, { key, keySpan: span, value });
    }
    objects.push({ kind: "object", members, span: { source, start: row.start, end: row.end } });
  });
  return objects.length === 0 && table.rowCount > 0 ? undefined : objects;
}
