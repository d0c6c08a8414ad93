/** What a scenario asks. */
import { nearestName } from "../../base/nearest-name.ts";
import type { Askable, CoreProgram, ValueType } from "../../core/core.ts";
import type { Span } from "../../source/span.ts";
import { partsOfDatedId } from "../../units/calendars/dated-id.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { yesOrNo } from "../../units/value-type.ts";
import type { JsonObject, JsonText } from "../json.ts";
import { anyOf, readValue } from "../read-value.ts";
import type { ReadingContext } from "./context.ts";
import { renamed, textIn } from "./context.ts";
import type { Listed } from "./references.ts";
import type { Expectation, Question } from "./types.ts";

type Ids = ReadonlyMap<string, Listed>;

export function readQuestion(node: JsonObject, ids: Ids, context: ReadingContext): Question | undefined {
  const on = context.readDay(node);
  const name = textIn(node, "value");
  if (name === undefined) return undefined;
  const { askable } = context.program;
  const ofItself = eventItself(node, name.text, ids);
  if (ofItself !== undefined) return askedOfEvent(node, ofItself, on?.day, context);
  const marked = askable.has(name.text) || context.writtenAs !== "command" ? [] : markedAs(name.text, context.program);
  const asked = askable.get(name.text) ?? (marked.length === 1 ? marked[0] : undefined);
  if (asked === undefined) {
    const others = marked.map((it) => `\`${it.name}\``).join(" and ");
    const help = `several values have this role: ask for ${others} one by one`;
    if (marked.length > 1)
      context.report("TN5212", name.span, { note: context.note, name: name.text }, () => ({ help }));
    else context.reportUnknown("TN5212", name, { note: context.note, name: name.text }, askable.keys(), "values");
    return undefined;
  }
  const of = textIn(node, "of");
  const type =
    node.members.has("of") && of === undefined ? undefined : typeOf(asked, of, node, name.span, ids, context);
  const expect = readExpectation(node, type, asked.name, context);
  const section = textIn(node, "section")?.text;
  return { value: asked.name, on: on?.day, of: of?.text, section, expect, span: node.span };
}

/** The id of an event of which it is asked whether it was taken: `{ "value": "Notice", "of": "n1" }`. */
function eventItself(
  node: JsonObject,
  name: string,
  ids: Ids,
): { readonly event: string; readonly id: string } | undefined {
  const of = textIn(node, "of")?.text;
  const event = of === undefined ? undefined : ids.get(of)?.event;
  return of !== undefined && event === name ? { event, id: of } : undefined;
}

function askedOfEvent(
  node: JsonObject,
  { event, id }: { readonly event: string; readonly id: string },
  on: PlainDate | undefined,
  context: ReadingContext,
): Question {
  const section = textIn(node, "section")?.text;
  return { value: event, on, of: id, section, expect: readExpectation(node, yesOrNo, event, context), span: node.span };
}

/** What can be asked for and has a role: on the command line a value may be named by it. */
function markedAs(role: string, { roles, askable }: CoreProgram): Askable[] {
  const names = new Set(roles.flatMap((it) => (it.role === role ? [it.name] : [])));
  return [...names].flatMap((name) => askable.get(name) ?? []);
}

/** The type of what is asked; undefined, with a finding, where the value does not belong to what `of` names. */
function typeOf(
  asked: Askable,
  of: JsonText | undefined,
  node: JsonObject,
  place: Span,
  ids: Ids,
  context: ReadingContext,
): ValueType | undefined {
  const { name: value, noteLevel, perEvent } = asked;
  const { program, sections } = context;
  const isCommand = context.writtenAs === "command";
  const takeOut = `take \`${isCommand ? "--of" : "of"}\` out`;
  const owner = perEvent.size === 0 ? "the whole note" : `each ${[...perEvent.keys()].join(" and each ")}`;
  const doesNotFit = (found: string, way: string, listed?: Listed) =>
    context.report("TN5224", of?.span ?? place, { value, owner, found, way }, () => ({
      related: listed && of && [{ span: listed.idSpan, label: `\`${of.text}\` is here` }],
    }));
  const requireDay = () => {
    if (node.members.has("on")) return;
    context.report("TN5225", place, { value }, () => ({ help: isCommand ? "add `--on DATE`" : undefined }));
  };
  if (of === undefined) {
    if (noteLevel === undefined) {
      doesNotFit("names none", wayToName(perEvent, ids, isCommand));
      return undefined;
    }
    requireDay();
    return typeOfBare(noteLevel, program);
  }
  const listed = ids.get(of.text) ?? datedNamed(of, program);
  if (listed === undefined && !sections.has(of.text)) {
    context.report("TN5215", of.span, { id: of.text, where: "this scenario" }, () => {
      const near = nearestName(of.text, [...ids.keys(), ...sections]);
      if (near !== undefined) return renamed(of.span, near);
      return { help: "name the `id` of an event of this scenario, or a section of the template" };
    });
  } else if (listed === undefined) {
    if (noteLevel?.kind === "family") {
      requireDay();
      return yesOrNo;
    }
    doesNotFit(`names the section ${of.text}`, noteLevel === undefined ? "name the `id` of such an event" : takeOut);
  } else if (listed.event !== undefined) {
    const key = perEvent.get(listed.event);
    if (key?.kind === "definition") return program.definitions.get(key.key)?.type;
    if (key?.kind === "field") return program.events.get(listed.event)?.fields.get(key.key)?.type;
    const way = perEvent.size === 0 ? takeOut : "name the `id` of such an event";
    doesNotFit(`names a ${listed.event}`, way, listed);
  }
  return undefined;
}

/** What happens by itself is named by its kind and its day. */
function datedNamed({ text, span }: JsonText, { events }: CoreProgram): Listed | undefined {
  const event = partsOfDatedId(text)?.event ?? "";
  return events.get(event)?.happens === undefined ? undefined : { event, idSpan: span };
}

/** What to write where a question has to name an event. */
function wayToName(perEvent: Askable["perEvent"], ids: Ids, isCommand: boolean): string {
  const fitting = [...ids].filter(([, { event }]) => event !== undefined && perEvent.has(event)).map(([id]) => id);
  if (fitting.length === 0) return `give the event an \`id\`, and add \`${isCommand ? "--of ID" : '"of": ID'}\``;
  if (isCommand) return `add ${anyOf(fitting.slice(0, 9).map((id) => `--of ${id}`))}`;
  return `add \`"of"\`: ${anyOf(fitting.slice(0, 9))}`;
}

type Bare = NonNullable<Askable["noteLevel"]>;

function typeOfBare({ kind, key }: Bare, program: CoreProgram): ValueType | undefined {
  return bareTypes[kind](key, program);
}

const bareTypes: { readonly [K in Bare["kind"]]: (key: string, program: CoreProgram) => ValueType | undefined } = {
  definition: (key, { definitions }) => definitions.get(key)?.type,
  state: (key, { states }) => states.get(key)?.type,
  param: (key, { params }) => params.get(key)?.type,
  account: (key, { accounts }) => accounts.get(key)?.type,
  family: () => yesOrNo,
};

function readExpectation(
  node: JsonObject,
  type: ValueType | undefined,
  name: string,
  context: ReadingContext,
): Expectation | undefined {
  const expected = node.members.get("expect")?.value;
  if (expected === undefined) return undefined;
  if (expected.kind === "null") return { kind: "null" };
  if (expected.kind === "object") return { kind: "error", error: textIn(expected, "error")?.text ?? "" };
  // A list or a number is the schema's to find.
  if (type === undefined || (expected.kind !== "text" && expected.kind !== "boolean")) return undefined;
  const read = readValue(expected, type, name);
  if (read.ok) return { kind: "value", value: read.value };
  context.problems.push(expected.span, () => read.diagnostic);
  return undefined;
}
