import { invariant } from "../base/invariant.ts";
import { nearestName } from "../base/nearest-name.ts";
import type { Askable, CoreProgram, EventType, Expr, Story, Value, ValueType } from "../core/core.ts";
import type { Extras, Labelled } from "../diagnostics/diagnostic.ts";
import { ProblemList } from "../diagnostics/problem-list.ts";
import type { Code, Facts } from "../diagnostics/registry.ts";
import type { Result } from "../diagnostics/result.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import type { Exact } from "../units/exact.ts";
import { sign } from "../units/exact.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { formatDate, parseDate } from "../units/plain-date.ts";
import type { TimeOfDay } from "../units/time-of-day.ts";
import { parseTime } from "../units/time-of-day.ts";
import { money, yesOrNo } from "../units/value-type.ts";
import type { JsonDocument, JsonMember, JsonNode, JsonObject } from "./json.ts";
import { readJson } from "./json.ts";
import { notADate } from "./read-date.ts";
import { anyOf, exampleOf, listed, readValue } from "./read-value.ts";
import { mostProblems, openingOf, shapeProblems } from "./scenario-shape.ts";

/** What happens to a note, and what is asked about it, with every name known to the note's template. */
export interface Scenario {
  readonly name: string;
  readonly title?: string;
  /** Deal terms that the scenario gives; the rest have their defaults. */
  readonly terms: ReadonlyMap<string, Value>;
  /** Choices that the scenario makes; the rest stay as the template has them. */
  readonly readings: ReadonlyMap<string, string>;
  /** In the order of the file. */
  readonly events: readonly ScenarioEvent[];
  readonly ask: readonly Question[];
}

export interface ScenarioEvent {
  readonly on: PlainDate;
  /** New York time; noon where the scenario gives none. */
  readonly at: TimeOfDay;
  readonly event: string;
  readonly id?: string;
  /** The id of the event that this one refers to. */
  readonly for?: string;
  /** Fields that the scenario gives; the rest have their defaults or no value. */
  readonly fields: ReadonlyMap<string, Value>;
  readonly span: Span;
}

export interface Question {
  readonly value: string;
  readonly on?: PlainDate;
  /** The id of an event, or a section. */
  readonly of?: string;
  /** Where the answer stands in the contract, as the scenario says. */
  readonly section?: string;
  readonly expect?: Expectation;
  readonly span: Span;
}

export type Expectation =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "null" }
  | { readonly kind: "error"; readonly error: string };

/**
 * Reads a scenario for a compiled template.
 *
 * First the shape, by its schema, then the meaning, against what the template declares. A part whose shape is wrong is
 * passed over in the second step, so every problem shows in one run, and none twice. Nothing is run here: whether the
 * contract allows an event is the engine's matter.
 */
export function readScenario(source: SourceFile, program: CoreProgram): Result<Scenario> {
  const read = readJson(source);
  if (!read.ok) return read;
  const reader = new ScenarioReader(read.value, program);
  const scenario = reader.read();
  const diagnostics = [...shapeProblems(read.value).map(({ found }) => found), ...reader.problems.list()];
  if (scenario === undefined || diagnostics.length > 0) {
    invariant(diagnostics.length > 0, "a scenario that was not read has a problem");
    return { ok: false, diagnostics: diagnostics.toSorted((a, b) => a.span.start - b.span.start) };
  }
  return { ok: true, value: scenario };
}

/**
 * A story of a template as the scenario that it tells. Its questions are its expectations, in their order; one that names
 * no section is answered under that of its value, wherever the story stands.
 */
export function scenarioOf(story: Story): Scenario {
  return {
    name: story.name,
    title: story.name,
    terms: story.terms,
    readings: story.readings,
    events: story.events.map(({ at, ...event }) => ({ ...event, at: at ?? noon })),
    ask: story.expectations.map(({ expected, ...question }) => ({ ...question, expect: expected })),
  };
}

const noon = (12 * 60) as TimeOfDay;
const eventKeys = new Set(["on", "at", "event", "id", "for"]);

/** An event that was listed under an id. */
interface Listed {
  readonly node: JsonObject;
  readonly event: string | undefined;
  readonly idSpan: Span;
}

/** The ids that open a circle of events each of which is for the next. */
function circlesIn(ids: ReadonlyMap<string, Listed>): Set<string> {
  const next = (id: string) => textIn(ids.get(id)?.node as JsonObject, "for")?.text;
  const circles = new Set<string>();
  /** For each id that was come by: from which one on. */
  const seen = new Map<string, string>();
  for (const first of ids.keys()) {
    let id: string | undefined = first;
    while (id !== undefined && ids.has(id) && !seen.has(id)) {
      seen.set(id, first);
      id = next(id);
    }
    if (id !== undefined && seen.get(id) === first) circles.add(id);
  }
  return circles;
}

class ScenarioReader {
  readonly problems = new ProblemList(mostProblems);
  readonly #root: JsonNode;
  readonly #program: CoreProgram;
  readonly #note: string;
  readonly #ids = new Map<string, Listed>();
  readonly #sections: ReadonlySet<string>;
  /** Ids of events that are for one another in a circle; of each circle, one. */
  #circles: ReadonlySet<string> = new Set();

  constructor(document: JsonDocument, program: CoreProgram) {
    this.#root = document.root;
    this.#program = program;
    this.#note = textIn(document.root, "note")?.text ?? program.title;
    const watched = program.defaultConditions.map(({ section }) => section);
    this.#sections = new Set([...program.sections.map(({ label }) => label), ...watched]);
  }

  /** Undefined where the scenario is none at all; else as much as could be read. */
  read(): Scenario | undefined {
    const root = this.#root;
    if (root.kind !== "object") return undefined;
    const events = objectsIn(root, "events");
    for (const event of events) this.#readId(event);
    this.#circles = circlesIn(this.#ids);
    const terms = this.#readTerms(root);
    const start = this.#startOfNote(terms);
    const title = textIn(root, "title")?.text;
    return {
      name: textIn(root, "scenario")?.text ?? "",
      ...(title !== undefined && { title }),
      terms,
      readings: this.#readReadings(root),
      events: events.flatMap((event) => this.#readEvent(event, start) ?? []),
      ask: objectsIn(root, "ask").flatMap((question) => this.#readQuestion(question) ?? []),
    };
  }

  #readTerms(root: JsonObject): Map<string, Value> {
    const terms = new Map<string, Value>();
    const member = root.members.get("terms");
    if (member?.value.kind !== "object") return terms;
    const { params } = this.#program;
    for (const { key, keySpan, value } of member.value.members.values()) {
      const param = params.get(key);
      if (param === undefined) {
        this.#unknown("TN5204", keySpan, { note: this.#note, name: key }, key, params.keys(), "deal terms");
      } else this.#readInto(terms, value, param.type, key);
    }
    for (const { name, type, initial } of params.values()) {
      if (initial !== undefined || member.value.members.has(name)) continue;
      this.#report("TN5205", openingOf(member.value), { name, note: this.#note, expected: exampleOf(type) });
    }
    return terms;
  }

  #readReadings(root: JsonObject): Map<string, string> {
    const chosen = new Map<string, string>();
    const { readings } = this.#program;
    for (const { key, keySpan, value } of membersIn(root.members.get("readings")?.value)) {
      const reading = readings.get(key);
      if (reading === undefined) {
        this.#unknown("TN5209", keySpan, { note: this.#note, name: key }, key, readings.keys(), "readings");
      } else if (value.kind === "text" && reading.choices.includes(value.text)) {
        chosen.set(key, value.text);
      } else if (value.kind === "text") {
        const [near, choices] = [nearestName(value.text, reading.choices), anyOf(reading.choices)];
        const extras = near === undefined ? {} : renamed(value.span, near, `; the choices are ${choices}`);
        this.#report("TN5210", value.span, { name: key, choice: value.text, choices }, [], extras);
      }
    }
    return chosen;
  }

  /** Ids are gathered before anything refers to them: an event may be for one that is listed after it. */
  #readId(node: JsonObject): void {
    const id = textIn(node, "id");
    if (id === undefined || id.text === "") return;
    const first = this.#ids.get(id.text);
    if (first !== undefined) {
      this.#report("TN5220", id.span, { id: id.text }, [{ span: first.idSpan, label: "used first here" }]);
      return;
    }
    this.#ids.set(id.text, { node, event: textIn(node, "event")?.text, idSpan: id.span });
    if (!this.#sections.has(id.text)) return;
    const example = `e${id.text.replaceAll(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "")}`;
    this.#report("TN5221", id.span, { id: id.text, note: this.#note, example });
  }

  #readEvent(node: JsonObject, start: FirstDay | undefined): ScenarioEvent | undefined {
    const on = this.#readDate(node);
    if (on !== undefined && start !== undefined && on.day < start.day) {
      const related = start.span && [{ span: start.span, label: "the note exists from here" }];
      const help = `write a day from ${formatDate(start.day)}, or correct the deal term \`${this.#program.existsFrom}\``;
      const facts = { date: formatDate(on.day), start: formatDate(start.day) };
      this.#report("TN5214", on.span, facts, related, { help });
    }
    const at = this.#readTime(node);
    const name = textIn(node, "event");
    if (name === undefined) return undefined;
    const { events } = this.#program;
    const type = events.get(name.text);
    if (type === undefined) {
      this.#unknown("TN5206", name.span, { note: this.#note, name: name.text }, name.text, events.keys(), "events");
      return undefined;
    }
    const refersTo = this.#readFor(node, type, name.span);
    const fields = this.#readFields(node, type, name.span);
    const id = textIn(node, "id")?.text;
    if (on === undefined) return undefined;
    return {
      on: on.day,
      at,
      event: type.name,
      ...(id !== undefined && { id }),
      ...(refersTo !== undefined && { for: refersTo }),
      fields,
      span: node.span,
    };
  }

  #readTime(node: JsonObject): TimeOfDay {
    const at = textIn(node, "at");
    const time = at && parseTime(at.text);
    if (at !== undefined && time === undefined) this.#report("TN5223", at.span, { text: at.text });
    return time ?? noon;
  }

  #readDate(node: JsonObject): DayWithPlace | undefined {
    const on = textIn(node, "on");
    if (on === undefined) return undefined;
    const day = parseDate(on.text);
    if (day !== undefined) return { day, span: on.span };
    this.problems.push(notADate(on.text, on.span));
    return undefined;
  }

  /** The id that an event refers to, if its kind refers to another and the one named is of that kind. */
  #readFor(node: JsonObject, type: EventType, place: Span): string | undefined {
    const member = node.members.get("for");
    const event = type.name;
    const wanted = type.refersTo;
    if (wanted === undefined) {
      if (member !== undefined) this.#report("TN5218", member.keySpan, { event });
      return undefined;
    }
    // Looked for only where there is something to tell: a scenario may have very many events.
    const candidates = () =>
      [...this.#ids].filter(([, it]) => it.event === wanted && it.node !== node).map(([id]) => id);
    const help = () => {
      const ids = candidates().slice(0, 9);
      return ids.length === 0 ? undefined : `write ${anyOf(ids)}`;
    };
    if (member === undefined) {
      const [id, another] = candidates();
      const one = id === undefined ? undefined : `add \`"for": "${id}"\``;
      const which = `${one}, or the id of another ${wanted}, whichever is meant`;
      // Another key in its place is told by its own name.
      if (!isForMisnamed(node, type))
        this.#report("TN5217", place, { event, wanted }, [], { help: another === undefined ? one : which });
      return undefined;
    }
    if (member.value.kind !== "text") return undefined;
    const { text: id, span } = member.value;
    const other = this.#ids.get(id);
    if (other === undefined) {
      const near = nearestName(id, candidates());
      const none = `give the ${wanted} that is meant \`"id": "${id}"\``;
      this.#report("TN5215", span, { id }, [], near === undefined ? { help: help() ?? none } : renamed(span, near));
    } else if (other.node === node) {
      this.#report("TN5219", span, { id }, [], { help: help() });
    } else if (other.event !== wanted) {
      const related = [{ span: other.idSpan, label: `\`${id}\` is here` }];
      const found = other.event === undefined ? "another event" : `a ${other.event}`;
      const none = `name the id of a ${wanted}`;
      this.#report("TN5216", span, { event, wanted: `a ${wanted}`, id, found }, related, { help: help() ?? none });
    } else if (this.#circles.has(textIn(node, "id")?.text ?? "")) {
      const related = [{ span: other.idSpan, label: "this one is in the end for it" }];
      this.#report("TN5219", span, { id: textIn(node, "id")?.text ?? "" }, related, {
        help: "name an event that is not for this one",
      });
    } else if (!this.#comesBefore(node, other, id)) return id;
    return undefined;
  }

  /** Reports an event on an earlier day than the one that it is for. */
  #comesBefore(node: JsonObject, other: { readonly node: JsonObject; readonly idSpan: Span }, id: string): boolean {
    const [on, later] = [textIn(node, "on"), textIn(other.node, "on")];
    const days = [on, later].map((text) => text && parseDate(text.text)) as [PlainDate?, PlainDate?];
    const [day, otherDay] = days;
    if (on === undefined || day === undefined || otherDay === undefined || day >= otherDay) return false;
    const related = [{ span: other.idSpan, label: `\`${id}\` is here` }];
    this.#report("TN5226", on.span, { id, date: formatDate(day), later: formatDate(otherDay) }, related);
    return true;
  }

  #readFields(node: JsonObject, type: EventType, place: Span): Map<string, Value> {
    const values = new Map<string, Value>();
    for (const { key, keySpan, value } of node.members.values()) {
      if (eventKeys.has(key)) continue;
      const field = type.fields.get(key);
      if (field !== undefined) this.#readInto(values, value, field.type, key);
      else {
        const names = [...type.fields.keys(), ...eventKeys];
        const facts = { event: type.name, name: key };
        if (key === "of" && isForMisnamed(node, type))
          this.#report("TN5207", keySpan, facts, [], renamed(keySpan, "for"));
        else this.#unknown("TN5207", keySpan, facts, key, names, "keys");
      }
    }
    for (const { name, type: fieldType, initial, isOptional } of type.fields.values()) {
      if (initial !== undefined || isOptional || node.members.has(name)) continue;
      this.#report("TN5208", place, { event: type.name, name, expected: exampleOf(fieldType) });
    }
    return values;
  }

  #readQuestion(node: JsonObject): Question | undefined {
    const on = this.#readDate(node);
    const name = textIn(node, "value");
    if (name === undefined) return undefined;
    const { askable } = this.#program;
    const asked = askable.get(name.text);
    if (asked === undefined) {
      this.#unknown("TN5212", name.span, { note: this.#note, name: name.text }, name.text, askable.keys(), "values");
      return undefined;
    }
    const of = textIn(node, "of");
    const type = node.members.has("of") && of === undefined ? undefined : this.#typeOf(asked, of, node, name.span);
    const expect = this.#readExpectation(node, type, name.text);
    const section = textIn(node, "section")?.text;
    return {
      value: name.text,
      ...(on !== undefined && { on: on.day }),
      ...(of !== undefined && { of: of.text }),
      ...(section !== undefined && { section }),
      ...(expect !== undefined && { expect }),
      span: node.span,
    };
  }

  /** The type of what is asked; undefined, with a finding, where the value does not belong to what `of` names. */
  #typeOf(asked: Askable, of: TextNode | undefined, node: JsonObject, place: Span): ValueType | undefined {
    const { name: value, noteLevel, perEvent } = asked;
    const owner = perEvent.size === 0 ? "the whole note" : `each ${[...perEvent.keys()].join(" and each ")}`;
    if (of === undefined) {
      if (noteLevel === undefined) {
        const ids = [...this.#ids]
          .filter(([, { event }]) => event !== undefined && perEvent.has(event))
          .map(([id]) => id);
        const way =
          ids.length === 0 ? 'give the event an `id`, and add `"of": ID`' : `add \`"of"\`: ${anyOf(ids.slice(0, 9))}`;
        this.#report("TN5224", place, { value, owner, found: "names none", way });
        return undefined;
      }
      if (!node.members.has("on")) this.#report("TN5225", place, { value });
      return this.#typeOfBare(noteLevel);
    }
    const listedEvent = this.#ids.get(of.text);
    if (listedEvent === undefined) {
      if (!this.#sections.has(of.text)) {
        const near = nearestName(of.text, [...this.#ids.keys(), ...this.#sections]);
        const help = "name the `id` of an event of this scenario, or a section of the template";
        const extras = near === undefined ? { help } : renamed(of.span, near);
        this.#report("TN5215", of.span, { id: of.text }, [], extras);
        return undefined;
      }
      if (noteLevel?.kind === "family") {
        if (!node.members.has("on")) this.#report("TN5225", place, { value });
        return yesOrNo;
      }
      const way = noteLevel === undefined ? "name the `id` of such an event" : "take `of` out";
      this.#report("TN5224", of.span, { value, owner, found: `names the section ${of.text}`, way });
      return undefined;
    }
    if (listedEvent.event === undefined) return undefined;
    const key = perEvent.get(listedEvent.event);
    if (key === undefined) {
      const way = perEvent.size === 0 ? "take `of` out" : "name the `id` of such an event";
      const related = [{ span: listedEvent.idSpan, label: `\`${of.text}\` is here` }];
      this.#report("TN5224", of.span, { value, owner, found: `names a ${listedEvent.event}`, way }, related);
      return undefined;
    }
    if (key.kind === "definition") return this.#program.definitions.get(key.key)?.type;
    return this.#program.events.get(listedEvent.event)?.fields.get(key.key)?.type;
  }

  #typeOfBare({ kind, key }: NonNullable<Askable["noteLevel"]>): ValueType | undefined {
    const { definitions, states, params } = this.#program;
    switch (kind) {
      case "definition":
        return definitions.get(key)?.type;
      case "state":
        return states.get(key)?.type;
      case "param":
        return params.get(key)?.type;
      case "family":
        return yesOrNo;
      case "account":
        return money;
    }
  }

  #readExpectation(node: JsonObject, type: ValueType | undefined, name: string): Expectation | undefined {
    const expected = node.members.get("expect")?.value;
    if (expected === undefined) return undefined;
    if (expected.kind === "null") return { kind: "null" };
    if (expected.kind === "object") return { kind: "error", error: textIn(expected, "error")?.text ?? "" };
    // A list or a number is the schema's to find.
    if (type === undefined || (expected.kind !== "text" && expected.kind !== "boolean")) return undefined;
    const read = readValue(expected, type, name);
    if (read.ok) return { kind: "value", value: read.value };
    this.problems.push(read.diagnostic);
    return undefined;
  }

  /** The note's first day, and where the scenario gives it; undefined where only the engine can tell. */
  #startOfNote(terms: ReadonlyMap<string, Value>): FirstDay | undefined {
    const { existsFrom, params } = this.#program;
    const seen = new Set<string>();
    let name = existsFrom;
    for (;;) {
      const given = terms.get(name);
      if (typeof given === "number") return { day: given as PlainDate, span: this.#spanOfTerm(name) };
      const initial: Expr | undefined = params.get(name)?.initial;
      // A term that was given, but wrongly, says nothing about its default.
      if (this.#spanOfTerm(name) !== undefined || initial === undefined) return undefined;
      if (initial.kind === "Constant" && typeof initial.value === "number") {
        return { day: initial.value as PlainDate, span: undefined };
      }
      if (initial.kind !== "ReadParam" || seen.has(initial.name)) return undefined;
      name = initial.name;
      seen.add(name);
    }
  }

  #spanOfTerm(name: string): Span | undefined {
    return membersIn(memberOf(this.#root, "terms")?.value).find(({ key }) => key === name)?.value.span;
  }

  #readInto(values: Map<string, Value>, node: JsonNode, type: ValueType, name: string): void {
    const read = readValue(node, type, name);
    if (!read.ok) this.problems.push(read.diagnostic);
    else if (isNegativeAmount(read.value, type)) {
      this.#report("TN5227", node.span, { name, text: node.kind === "text" ? node.text : "negative" });
    } else values.set(name, read.value);
  }

  /** A name that the template does not have: help with the one that was meant, or else with those that it has. */
  #unknown<C extends Code>(
    code: C,
    span: Span,
    facts: Facts<C>,
    name: string,
    known: Iterable<string>,
    what: string,
  ): void {
    if (this.problems.isFull) {
      this.#report(code, span, facts);
      return;
    }
    const names = [...known];
    const near = nearestName(name, names);
    const shown = names.length > 12 ? `${listed(names.slice(0, 12))} and ${names.length - 12} more` : listed(names);
    const all = names.length === 0 ? `it has no ${what}; take this out` : `its ${what} are ${shown}`;
    this.#report(code, span, facts, [], near === undefined ? { help: all } : renamed(span, near));
  }

  #report<C extends Code>(
    code: C,
    span: Span,
    facts: Facts<C>,
    related: readonly Labelled[] | undefined = [],
    extras: Extras = {},
  ): void {
    this.problems.add(code, span, facts, related, extras);
  }
}

interface DayWithPlace {
  readonly day: PlainDate;
  readonly span: Span;
}

/** The first day of a note; without a place where it is the template's default. */
interface FirstDay {
  readonly day: PlainDate;
  readonly span: Span | undefined;
}

type TextNode = Extract<JsonNode, { kind: "text" }>;

/** Whether an event that has to say what it is for says it under the key that questions have. */
function isForMisnamed({ members }: JsonObject, { refersTo, fields }: EventType): boolean {
  return refersTo !== undefined && !members.has("for") && members.has("of") && !fields.has("of");
}

/** Help and fix that put another text in the place of one in quotes. */
function renamed(span: Span, text: string, rest = ""): Extras {
  return { help: `write \`${text}\`${rest}`, fix: { span, text: JSON.stringify(text) } };
}

function memberOf(node: JsonNode, key: string): JsonMember | undefined {
  return node.kind === "object" ? node.members.get(key) : undefined;
}

function membersIn(node: JsonNode | undefined): JsonMember[] {
  return node?.kind === "object" ? [...node.members.values()] : [];
}

function textIn(node: JsonNode, key: string): TextNode | undefined {
  const value = memberOf(node, key)?.value;
  return value?.kind === "text" ? value : undefined;
}

function objectsIn(node: JsonObject, key: string): JsonObject[] {
  const list = node.members.get(key)?.value;
  return list?.kind === "array" ? list.items.filter((item) => item.kind === "object") : [];
}

/** Only money, prices and shares: a rate, a percent or a plain number may lie below zero. */
function isNegativeAmount(value: Value, type: ValueType): boolean {
  if (type.kind !== "quantity" || (type.unit.usd === 0 && type.unit.share === 0)) return false;
  return sign(value as Exact) < 0;
}
