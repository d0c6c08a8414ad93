import { byKind } from "../base/by-kind.ts";
import type {
  Askable,
  CoreProgram,
  EventType,
  Expr,
  Field,
  Param,
  Reading,
  Schedule,
  Series,
  ValueType,
} from "../core/core.ts";
import { theMarket } from "../units/market-columns.ts";
import { plainValue } from "../units/render-value.ts";
import { unitName } from "../units/value-type.ts";
import { figurePattern } from "./read-quantity.ts";
import { describeType } from "./read-value.ts";
import { scenarioSchema } from "./scenario-schema.ts";

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The shape of one template's scenarios as a JSON Schema (draft 2020-12), for completion in an editor.
 *
 * Names of deal terms, readings, events with their fields, and values to ask for are those of the template; each says
 * where it stands in the contract. What no schema can say (that `for` names an event of the right kind, that no event
 * comes before the note exists) is left to the reader of scenarios.
 */
export function templateSchema(program: CoreProgram): JsonSchema {
  const { properties } = scenarioSchema;
  return {
    $schema: scenarioSchema.$schema,
    title: `A scenario of ${program.title}`,
    description: "What happens to the note, and what is asked about it.",
    type: "object",
    required: scenarioSchema.required,
    additionalProperties: false,
    properties: {
      $schema: { description: "Where this schema is, for the editor.", type: "string" },
      scenario: { ...properties.scenario, description: "The scenario's name; by default that of its file." },
      title: { ...properties.title, description: "What happens, in a sentence." },
      note: { ...properties.note, description: "The name of the template under terms/, or a path to it." },
      terms: termsSchema([...program.params.values()], [...program.schedules.values()]),
      readings: readingsSchema([...program.readings.values()]),
      market: marketSchema([...program.series.values()]),
      calendar: calendarSchema(program),
      through: {
        ...properties.through,
        description: "The last day of the run, where it goes on after the last event.",
      },
      rows: rowsSchema([...program.events.values()]),
      events: {
        description: "What happens, in order.",
        type: "array",
        items: { oneOf: [...program.events.values()].filter(({ happens }) => happens === undefined).map(eventSchema) },
      },
      ask: { description: "What is asked.", type: "array", items: questionSchema(program) },
    },
  };
}

/** A file; for a note that declares its series, one for each. Only a note with one may leave out its name. */
function marketSchema(series: readonly Series[]): JsonSchema {
  const declared = series.filter(({ name }) => name !== theMarket);
  const [only, ...others] = series;
  const unnamed = only !== undefined && others.length === 0 ? fileSchemas(only) : [];
  const bySeries = {
    description: "A file for each series.",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      declared.map((it) => [it.name, { description: `${inSection(it.section)}${it.name}`, anyOf: fileSchemas(it) }]),
    ),
  };
  return { description: "The market data.", anyOf: [...unnamed, ...(declared.length > 0 ? [bySeries] : [])] };
}

function fileSchemas({ columns }: Series): JsonSchema[] {
  const path = { description: "A CSV file, its path from this file.", type: "string", minLength: 1 };
  const name = (column: string) => ({ description: `What the file calls the column ${column}.`, type: "string" });
  return [
    path,
    {
      description: "A file with names of its own for columns.",
      type: "object",
      required: ["file"],
      additionalProperties: false,
      properties: {
        file: path,
        columns: {
          type: "object",
          additionalProperties: false,
          properties: Object.fromEntries([...columns.keys()].map((column) => [column, name(column)])),
        },
        date: name("date"),
      },
    },
  ];
}

function calendarSchema({ calendar }: CoreProgram): JsonSchema {
  const description =
    "The calendar of business days: a CSV file, its path from this file, or the name of a built-in one.";
  const byDefault = calendar === undefined ? {} : { default: calendar };
  return { ...scenarioSchema.properties.calendar, description, ...byDefault };
}

function rowsSchema(events: readonly EventType[]): JsonSchema {
  const { items } = scenarioSchema.properties.rows;
  const { properties } = items;
  return {
    description: "Files whose rows are events.",
    type: "array",
    items: {
      ...items,
      description: "A CSV file with an event in each row.",
      properties: {
        file: { ...properties.file, description: "A CSV file, its path from this file." },
        event: { description: "The kind of event that each row is.", enum: events.map(({ name }) => name) },
        on: { ...properties.on, description: "The day of all rows; without it, the file has a column `on`." },
        columns: { ...properties.columns, description: "What the file calls each key or field of the event." },
      },
    },
  };
}

function termsSchema(params: readonly Param[], schedules: readonly Schedule[]): JsonSchema {
  const lists = schedules.flatMap(({ dates, rows }) => (dates.made === "given" ? [{ ...dates, rows }] : []));
  return {
    description: "The deal terms by name.",
    type: "object",
    required: [
      ...params.filter(({ initial, isOptional }) => initial === undefined && !isOptional).map(({ name }) => name),
      ...lists.filter(({ isOptional }) => !isOptional).map(({ rows }) => rows.name),
    ],
    additionalProperties: false,
    properties: Object.fromEntries([
      ...params.map((param) => [param.name, declaredSchema(param, param.initial, param.isOptional)] as const),
      ...lists.map((list) => [list.rows.name, listSchema(list)] as const),
    ]),
  };
}

/** Rows in order of their days, or a file that has them. */
function listSchema({ rows, isOptional }: Pick<Schedule, "rows"> & { readonly isOptional?: true }): JsonSchema {
  const { name, section, fields } = rows;
  const columns = [...fields.values()];
  const { on } = scenarioSchema.properties.events.items.properties;
  const row = {
    description: "A row.",
    type: "object",
    required: ["on", ...columns.filter(({ isOptional }) => !isOptional).map((column) => column.name)],
    additionalProperties: false,
    properties: {
      on: { ...on, description: "The day." },
      ...Object.fromEntries(columns.map((column) => [column.name, fieldSchema(column)])),
    },
  };
  const file = { description: "A CSV file with these columns, its path from this file.", type: "string", minLength: 1 };
  return {
    description: `${inSection(section)}${name}`,
    anyOf: [{ type: "array", items: row, ...(!isOptional && { minItems: 1 }) }, file],
  };
}

function readingsSchema(readings: readonly Reading[]): JsonSchema {
  return {
    description:
      "For passages that can be read in more than one way, which way applies; the others have their default.",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      readings.map(({ name, section, passage, choices, chosen }) => [
        name,
        { description: `${inSection(section)}${passage}`, enum: choices, default: chosen },
      ]),
    ),
  };
}

function eventSchema(event: EventType): JsonSchema {
  const { name, section, by, refersTo } = event;
  const fields = [...event.fields.values()];
  const { on, at, id } = scenarioSchema.properties.events.items.properties;
  const needed = fields.filter(({ initial, isOptional }) => initial === undefined && !isOptional);
  return {
    title: name,
    description: `${inSection(section)}${name}${by === undefined ? "" : ` by ${by}`}`,
    type: "object",
    required: ["on", "event", ...(refersTo === undefined ? [] : ["for"]), ...needed.map((field) => field.name)],
    additionalProperties: false,
    properties: {
      on: { ...on, description: "The day." },
      at: { ...at, description: timeDescription, pattern: timePattern },
      event: { const: name, description: `${inSection(section)}${name}` },
      id: { ...id, description: "A name by which others can refer to this event." },
      ...(refersTo !== undefined && {
        for: { description: `The id of the ${refersTo} that it is for.`, type: "string" },
      }),
      ...Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    },
  };
}

function fieldSchema(field: Field): JsonSchema {
  return declaredSchema(field, field.initial, field.isOptional);
}

/** A declared name: its type, its section, and what holds where it is left out. */
function declaredSchema(
  { section, type }: { readonly section: string; readonly type: ValueType },
  initial: Expr | undefined,
  isOptional = false,
): JsonSchema {
  const notes = [
    describeType(type),
    ...hintFor(type),
    ...(isOptional ? ["may be left out"] : []),
    ...defaultWords(initial),
  ];
  const constant = initial?.kind === "Constant" ? { default: plainValue(initial.value, initial.type) } : {};
  const words = notes.join("; ").replaceAll("`", "");
  return { description: `${inSection(section)}${words}`, ...typeSchema(type), ...constant };
}

function defaultWords(initial: Expr | undefined): string[] {
  if (initial === undefined || initial.kind === "Constant") return [];
  return [initial.kind === "ReadParam" ? `by default ${initial.name}` : "has a default"];
}

function hintFor(type: ValueType): string[] {
  const unit = unitName(type);
  return unit === "percent" || unit === "per year" ? ['"8%", or a fraction: "0.08"'] : [];
}

const inSection = (section: string) => (section === "" ? "" : `${section}: `);

const timeDescription = "The time of day; without one, the event stands right after the one listed before it.";
const timePattern = "^([01]\\d|2[0-3]):[0-5]\\d$";

const decimalExamples: Readonly<Partial<Record<string, string>>> = {
  USD: "500000",
  "USD/share": "0.0425",
  shares: "100000000",
  percent: "0.08",
  "per year": "0.08",
  days: "30",
};

const typeSchema = byKind<ValueType, JsonSchema>({
  quantity: (type) => {
    const example = decimalExamples[unitName(type)];
    return { type: "string", pattern: figurePattern(type), ...(example !== undefined && { examples: [example] }) };
  },
  date: () => ({ type: "string", format: "date", examples: ["2024-02-29"] }),
  time: () => ({ type: "string", pattern: timePattern, examples: ["17:30"] }),
  "yes or no": () => ({ type: "boolean" }),
  text: () => ({ type: "string" }),
  occurrence: () => ({ type: "string" }),
  choice: ({ options }) => ({ enum: options }),
});

function questionSchema({ askable, sections }: CoreProgram): JsonSchema {
  const { items } = scenarioSchema.properties.ask;
  const { on, expect } = items.properties;
  const names = [...askable.keys()];
  return {
    description: "A question.",
    type: "object",
    required: items.required,
    additionalProperties: false,
    properties: {
      value: { description: "The value's name.", enum: names },
      on: { ...on, description: "As of the end of this day." },
      of: { description: ofWords([...askable.values()]), type: "string" },
      section: {
        description: "Where the answer stands in the contract.",
        type: "string",
        examples: sections.map(({ label }) => label),
      },
      expect: {
        ...expect,
        description: 'The answer that the contract gives, null where it gives none, or { "error": KIND }.',
        properties: { error: { ...expect.properties.error, description: "Why the question can't be answered." } },
      },
    },
  };
}

function ofWords(asked: readonly Askable[]): string {
  const owners = [...new Set(asked.flatMap(({ perEvent }) => [...perEvent.keys()]))].sort();
  const events = owners.length === 0 ? "" : ` (values belong to ${owners.join(", ")})`;
  return `The id of the event that the value belongs to${events}, or a section.`;
}
