/**
 * Reads the binding of a template: its shape, by its schema, then each name in it, against the common vocabulary and
 * against what the template declares. A binding is read before any story; what is wrong with it shows at once.
 */
import type { CoreProgram, EventType, Value, ValueType } from "../../core/core.ts";
import type { Result } from "../../diagnostics/result.ts";
import type { Span } from "../../source/span.ts";
import type { CommonEvent } from "../../units/common-events.ts";
import { commonEvents, fieldTypes } from "../../units/common-events.ts";
import { commonTerms } from "../../units/common-terms.ts";
import { currencyOf, inCurrency } from "../../units/value-type.ts";
import type { JsonMember, JsonNode, JsonObject } from "../json.ts";
import { pointerParts } from "../json.ts";
import { describeType } from "../read-value.ts";
import type { Named } from "../scenario/context.ts";
import { asObjects, memberOf, membersIn, named, ReadingContext, textIn } from "../scenario/context.ts";
import type { FileShape } from "../shape/file-shape.ts";
import { openingOf } from "../shape/file-shape.ts";
import type { InputFile } from "../shape/input-file.ts";
import { parseInput, readOr } from "../shape/input-file.ts";
import { vocabulary } from "../story/common-program.ts";
import { bindingSchema } from "./binding-schema.ts";
import { validateBinding } from "./binding-validator.generated.ts";
import { readDue } from "./read-due.ts";
import { canStandFor } from "./same-kind.ts";
import type { Binding, BoundEvent, BoundEvents } from "./types.ts";

export function parseBinding(text: string, name: string): InputFile {
  return parseInput(text, name, bindingShape);
}

export function readBinding({ document, shape }: InputFile, program: CoreProgram): Result<Binding> {
  if (!document.ok) return document;
  const { root } = document.value;
  const context = new BindingContext(program, program.title);
  const binding = {
    deal: readDeal(root, context),
    terms: readTermConstants(root, context),
    events: readBoundEvents(root, context),
    currencies: context.currencies,
  };
  return readOr(binding, shape, context.problems.list());
}

/** Whatever its currency, an amount of the story stands for one of the template; which ones do is kept. */
class BindingContext extends ReadingContext {
  readonly currencies = new Map<string, Span>();
}

function readDeal(root: JsonNode, context: BindingContext): Map<string, string> {
  const { program, note } = context;
  const deal = new Map<string, string>();
  for (const member of membersIn(memberOf(root, "deal")?.value)) {
    const { key, value } = member;
    const fact = facts.get(key);
    if (fact === undefined) {
      const where = { note: vocabulary, name: key };
      context.reportUnknown("TN5204", named(member), where, facts.keys(), "facts of a deal");
    }
    if (value.kind !== "text") continue;
    const param = program.params.get(value.text);
    if (param === undefined) {
      context.reportUnknown("TN5204", value, { note, name: value.text }, program.params.keys(), "deal terms");
    } else if (fact !== undefined && isOfKind(param, fact.type, { text: key, span: value.span }, context)) {
      deal.set(key, value.text);
    }
  }
  return deal;
}

function readTermConstants(root: JsonNode, context: BindingContext): Map<string, Value> {
  const { program, note } = context;
  const terms = new Map<string, Value>();
  for (const member of membersIn(memberOf(root, "terms")?.value)) {
    const param = program.params.get(member.key);
    if (param !== undefined) context.readInto(terms, member.value, param.type, member.key, "term");
    else {
      const facts = { note, name: member.key };
      context.reportUnknown("TN5204", named(member), facts, program.params.keys(), "deal terms");
    }
  }
  return terms;
}

function readBoundEvents(root: JsonNode, context: BindingContext): Map<string, BoundEvents> {
  const bound = new Map<string, BoundEvents>();
  for (const member of membersIn(memberOf(root, "events")?.value)) {
    const common = events.get(member.key);
    if (common !== undefined) bound.set(member.key, readOne(member, common, root, context));
    else {
      const where = { note: vocabulary, name: member.key };
      context.reportUnknown("TN5206", named(member), where, events.keys(), "events");
    }
  }
  return bound;
}

function readOne(member: JsonMember, common: CommonEvent, root: JsonNode, context: BindingContext): BoundEvents {
  const { key, value } = member;
  const nodes = value.kind === "array" ? asObjects(value.items) : asObjects([value]);
  const none = value.kind === "object" ? textIn(value, "none")?.text : undefined;
  if (none !== undefined) return { events: [], none };
  return { events: nodes.flatMap((node) => readBoundEvent(node, { key, common, root }, context) ?? []) };
}

/** A common event, and the binding in which it is bound. */
interface Place {
  readonly key: string;
  readonly common: CommonEvent;
  readonly root: JsonNode;
}

function readBoundEvent(node: JsonObject, place: Place, context: BindingContext): BoundEvent | undefined {
  const { program, note } = context;
  const name = textIn(node, "event");
  if (name === undefined) {
    const facts = { place: `\`${place.key}\``, key: "event", expected: bindingSchema.properties.events.description };
    if (!node.members.has("event")) context.report("TN5202", openingOf(node), facts);
    return undefined;
  }
  const type = program.events.get(name.text);
  if (type === undefined) {
    context.reportUnknown("TN5206", name, { note, name: name.text }, program.events.keys(), "events");
    return undefined;
  }
  if (type.happens !== undefined) context.report("TN2097", name.span, { event: type.name });
  checkReference(type, name, place, context);
  const fields = readFields(node, type, place, context);
  const constants = readConstants(node, type, context);
  for (const { name: field, initial, isOptional } of type.fields.values()) {
    if (initial !== undefined || isOptional || fields.has(field) || constants.has(field)) continue;
    if (hasMember(node, "fields", field) || hasMember(node, "constants", field)) continue;
    context.report("TN5402", name.span, { event: type.name, name: field });
  }
  const due = readDue(memberOf(node, "due")?.value, context);
  if (place.common.cash !== undefined && !node.members.has("due")) {
    context.report("TN5406", name.span, { event: place.key });
  }
  return { event: type.name, fields, constants, due };
}

function hasMember(node: JsonObject, key: string, name: string): boolean {
  return memberOf(memberOf(node, key)?.value, name) !== undefined;
}

/** An event that is for another needs a common event that is for one, too, which is bound to that other. */
function checkReference(type: EventType, name: Named, { key, common, root }: Place, context: BindingContext): void {
  if (type.refersTo === undefined) return;
  const target = memberOf(memberOf(root, "events")?.value, common.refersTo ?? "")?.value;
  const targets = target?.kind === "array" ? target.items : target === undefined ? [] : [target];
  if (targets.some((it) => textIn(it, "event")?.text === type.refersTo)) return;
  const found =
    common.refersTo === undefined ? "for no other event" : `for \`${common.refersTo}\`, which is bound otherwise`;
  context.report("TN5216", name.span, { event: type.name, wanted: `a ${type.refersTo}`, id: key, found });
}

function readFields(node: JsonObject, type: EventType, { key: event, common }: Place, context: BindingContext) {
  const read = new Map<string, string>();
  const known = new Map(Object.entries({ ...factTypes, ...fieldTypes(common) }));
  for (const member of membersIn(memberOf(node, "fields")?.value)) {
    const field = fieldOf(member, type, context);
    const { value } = member;
    if (value.kind !== "text") continue;
    const source = known.get(value.text);
    if (source === undefined) {
      context.reportUnknown("TN5207", value, { event, name: value.text }, known.keys(), "fields and facts");
    } else if (field !== undefined && isOfKind(field, source, value, context)) read.set(field.name, value.text);
  }
  return read;
}

// Keys of a file may be any words, `constructor` too, which an object seems to have.
const facts = new Map(Object.entries(commonTerms));
const events = new Map(Object.entries(commonEvents));
const factTypes = Object.fromEntries(Object.entries(commonTerms).map(([name, { type }]) => [name, type]));

function readConstants(node: JsonObject, type: EventType, context: BindingContext): Map<string, Value> {
  const constants = new Map<string, Value>();
  for (const member of membersIn(memberOf(node, "constants")?.value)) {
    const field = fieldOf(member, type, context);
    if (field !== undefined) context.readInto(constants, member.value, field.type, field.name, "event");
  }
  return constants;
}

function fieldOf(member: JsonMember, type: EventType, context: BindingContext) {
  const field = type.fields.get(member.key);
  const facts = { event: type.name, name: member.key };
  if (field === undefined) context.reportUnknown("TN5207", named(member), facts, type.fields.keys(), "fields");
  return field;
}

/** Whether what the template declares takes what a story gives; reports where it does not. */
function isOfKind(
  { name, type }: { readonly name: string; readonly type: ValueType },
  given: ValueType,
  { text: source, span }: Named,
  context: BindingContext,
): boolean {
  const currency = currencyOf(type);
  if (canStandFor(currency === undefined ? given : inCurrency(given, currency), type)) {
    if (currency !== undefined && !context.currencies.has(currency)) context.currencies.set(currency, span);
    return true;
  }
  context.report("TN5401", span, { name, expected: describeType(type), source, found: describeType(given) });
  return false;
}

function placeName(pointer: string): string {
  const parts = pointerParts(pointer);
  const [first, second] = parts;
  if (first === undefined) return "The binding";
  return `\`${second ?? first}\``;
}

const otherNames: Readonly<Record<string, readonly string[]>> = {
  deal: ["facts", "deal terms"],
  terms: ["constants", "parameters"],
  events: ["happenings", "timeline"],
};

const bindingShape: FileShape = { schema: bindingSchema, validate: validateBinding, placeName, otherNames };
