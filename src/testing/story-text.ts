/** A story as text, from what was made of another one. */
import type { CoreProgram, ListRow, MarketFile, Story, StoryEvent, Value, ValueType } from "../core/core.ts";
import { wordsOf } from "../source/span.ts";
import { formatDate } from "../units/plain-date.ts";
import { renderValue } from "../units/render-value.ts";
import { formatTime } from "../units/time-of-day.ts";
import { plainNumber } from "../units/value-type.ts";

/** The story, with comments in place of what it expects: a person works out the answers. */
export function openStoryText(
  program: CoreProgram,
  title: string,
  { terms, lists, readings, market, calendar, events }: StoryParts,
  notes: readonly string[],
): string {
  const lines = [
    ...[...terms].map(([name, value]) => `with: ${name} = ${written(value, program.params.get(name)?.type)}`),
    ...[...(lists ?? [])].flatMap(([name, rows]) => rows.map((row) => rowText(program, name, row))),
    ...[...readings].map(([name, choice]) => `reading: "${name}" = "${choice}"`),
    ...market.map(marketText),
    ...(calendar === undefined ? [] : [`calendar: "${calendar}"`]),
    ...events.map((event) => eventText(program, event)),
    ...notes.map((note) => `-- ${note}`),
  ];
  return `test "${title.replaceAll('"', "'")}"\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

/** The parts of a story that are written out. */
type StoryParts = Pick<Story, "terms" | "readings" | "market" | "calendar" | "events"> & Partial<Pick<Story, "lists">>;

function rowText({ schedules }: CoreProgram, name: string, { on, fields }: ListRow): string {
  const types = schedules.get(name)?.rows.fields;
  const columns = [...fields].map(([column, value]) => `, ${column} ${written(value, types?.get(column)?.type)}`);
  return `with: ${name} on ${formatDate(on)}${columns.join("")}`;
}

function marketText({ span }: MarketFile): string {
  const words = wordsOf(span);
  return words.startsWith("market:") ? words : `market: ${words}`;
}

function eventText({ events }: CoreProgram, { on, at, event, id, for: refersTo, fields }: StoryEvent): string {
  const types = events.get(event)?.fields;
  const head = `on ${formatDate(on)}${at === undefined ? "" : ` at ${formatTime(at)}`}: ${event}`;
  const named = `${id === undefined ? "" : ` "${id}"`}${refersTo === undefined ? "" : ` for "${refersTo}"`}`;
  return `${head}${named}${[...fields].map(([name, value]) => `, ${name} ${written(value, types?.get(name)?.type)}`).join("")}`;
}

function written(value: Value, type: ValueType | undefined): string {
  if (typeof value === "string") return `"${value}"`;
  return renderValue(value, type ?? plainNumber);
}
