/** What can stand at a place of a scenario: its keys, and the template's events with their fields, deal terms, readings and values. */
import type { Askable, CoreProgram, EventType, Param, ValueType } from "../../core/core.ts";
import { describeType } from "../../inputs/read-value.ts";
import { jsonCursor, looseJson } from "../../inputs/scenario/json-cursor.ts";
import { scenarioSchema } from "../../inputs/scenario-schema.ts";
import { builtInCalendarNames } from "../../units/calendars/built-in.ts";
import type { Completion } from "../completion/complete.ts";

interface Option {
  readonly label: string;
  readonly detail: string;
  /** Without quotes, as it stands in JSON: `true`. */
  readonly isBare?: boolean;
  readonly kind?: Completion["kind"];
}

export function completionsInScenario(path: string, text: string, offset: number, program: CoreProgram): Completion[] {
  const cursor = jsonCursor(text, offset);
  const data = looseJson(text);
  const options = cursor.isAtKey ? keysAt(cursor.path, data, program) : valuesAt(cursor.path, data, program);
  const typed = cursor.typed.toLowerCase();
  const replaces = { file: path, start: cursor.start, end: cursor.end };
  const colon = cursor.isAtKey && !cursor.hasColon ? ": " : "";
  return options
    .filter(({ label }) => label.toLowerCase().includes(typed))
    .map(({ label, detail, isBare, kind = "text" }) => {
      const insert = isBare === true ? label : `${JSON.stringify(label)}${colon}`;
      return { label, kind, detail, insert, replaces };
    });
}

type Path = readonly (string | number)[];

function keysAt(path: Path, data: unknown, program: CoreProgram): Option[] {
  const [top, index] = path;
  const { properties } = scenarioSchema;
  if (path.length === 1) return missing(keysOf(properties), data);
  if (path.length === 2 && top === "terms") {
    return missing([...program.params.values()].map(declaredOption), inside(data, ["terms"]));
  }
  if (path.length === 2 && top === "readings") {
    const all = [...program.readings.values()].map(({ name, passage }) => ({ label: name, detail: passage }));
    return missing(all, inside(data, ["readings"]));
  }
  if (path.length !== 3 || index === undefined) return [];
  if (top === "ask") return missing(keysOf(properties.ask.items.properties), inside(data, [top, index]));
  if (top !== "events") return [];
  const event = eventAt(data, index, program);
  const own = event === undefined ? [] : [...event.fields.values()].map(declaredOption);
  const common = keysOf(properties.events.items.properties).filter(
    ({ label }) => label !== "for" || event === undefined || event.refersTo !== undefined,
  );
  return missing([...own.map((it) => ({ ...it, kind: "member" as const })), ...common], inside(data, [top, index]));
}

function keysOf(properties: Readonly<Record<string, { readonly description?: string }>>): Option[] {
  return Object.entries(properties).map(([label, { description = "" }]) => ({
    label,
    detail: description,
    kind: "word",
  }));
}

const declaredOption = ({ name, type }: Pick<Param, "name" | "type">): Option => {
  return { label: name, detail: describeType(type).replaceAll("`", ""), kind: "name" };
};

/** Keys that the object does not have yet; that which is being written stands in it without a value. */
function missing(options: readonly Option[], data: unknown): Option[] {
  const known = typeof data === "object" && data !== null ? new Map(Object.entries(data)) : new Map<string, unknown>();
  return options.filter(({ label }) => known.get(label) === undefined);
}

function valuesAt(path: Path, data: unknown, program: CoreProgram): Option[] {
  const [top, index, key] = path;
  if (top === "calendar") return builtInCalendarNames.map((label) => ({ label, detail: "a built-in calendar" }));
  if (top === "readings" && path.length === 2) {
    const reading = program.readings.get(String(index));
    return (reading?.choices ?? []).map((label) => ({
      label,
      detail: label === reading?.chosen ? "chosen by the template" : "",
    }));
  }
  if (top === "terms" && path.length === 2) return optionsOf(program.params.get(String(index))?.type);
  if (path.length !== 3 || index === undefined) return [];
  if (top === "ask" && key === "value") return [...program.askable.values()].map(askableOption);
  if (key === "for" || (top === "ask" && key === "of")) return idsIn(data);
  if (top === "ask" && key === "section")
    return program.sections.map(({ label, title }) => ({ label, detail: title, kind: "section" }));
  if (top !== "events") return [];
  if (key === "event")
    return [...program.events.values()].map(({ name, section, by }) => ({
      label: name,
      detail: [section, by === undefined ? "" : `by ${by}`].filter((it) => it !== "").join(", "),
      kind: "name",
    }));
  return optionsOf(eventAt(data, index, program)?.fields.get(String(key))?.type);
}

function askableOption({ name, perEvent }: Askable): Option {
  const owners = [...perEvent.keys()];
  return { label: name, detail: owners.length === 0 ? "" : `of ${owners.join(", ")}`, kind: "name" };
}

/** Of a choice its options; of yes or no, both. */
function optionsOf(type: ValueType | undefined): Option[] {
  if (type?.kind === "choice") return type.options.map((label) => ({ label, detail: "" }));
  if (type?.kind !== "yes or no") return [];
  return [
    { label: "true", detail: "yes", isBare: true },
    { label: "false", detail: "no", isBare: true },
  ];
}

function idsIn(data: unknown): Option[] {
  const events = inside(data, ["events"]);
  return (Array.isArray(events) ? events : []).flatMap((it: unknown) => {
    const [id, event] = [inside(it, ["id"]), inside(it, ["event"])];
    return typeof id === "string" ? [{ label: id, detail: typeof event === "string" ? event : "" }] : [];
  });
}

function eventAt(data: unknown, index: string | number, program: CoreProgram): EventType | undefined {
  const name = inside(data, ["events", index, "event"]);
  return typeof name === "string" ? program.events.get(name) : undefined;
}

/** What stands at a path of plain data. */
function inside(data: unknown, path: Path): unknown {
  let at = data;
  for (const key of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = new Map<string, unknown>(Object.entries(at)).get(String(key));
  }
  return at;
}
