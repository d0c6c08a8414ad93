/** The events of a scenario. */
import type { EventType, Value } from "../../core/core.ts";
import type { Span } from "../../source/span.ts";
import { momentHere, placeOfTime, placesOfTime } from "../../units/calendars/time-zones.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import { timeIn } from "../../units/time-of-day.ts";
import type { JsonObject } from "../json.ts";
import type { ReadingContext } from "./context.ts";
import { named, renamed, textIn } from "./context.ts";
import type { EventIds } from "./references.ts";
import { isForMisnamed, readFor } from "./references.ts";
import type { FirstDay, ScenarioEvent } from "./types.ts";

const eventKeys = new Set(["on", "at", "event", "id", "for"]);

/** Reads the events of a list, in its order. */
export function readEvents(
  events: readonly JsonObject[],
  ids: EventIds,
  start: FirstDay | undefined,
  context: ReadingContext,
): ScenarioEvent[] {
  return events.flatMap((node) => readEvent(node, ids, start, context) ?? []);
}

function readEvent(
  node: JsonObject,
  ids: EventIds,
  start: FirstDay | undefined,
  context: ReadingContext,
): ScenarioEvent | undefined {
  const { note, program } = context;
  const on = context.readDay(node);
  if (on !== undefined) context.checkNotBefore(start, on, "This event");
  const moment = readMoment(node, on?.day, context);
  const name = textIn(node, "event");
  if (name === undefined) return undefined;
  const type = program.events.get(name.text);
  if (type === undefined) {
    context.reportUnknown("TN5206", name, { note, name: name.text }, program.events.keys(), "events");
    return undefined;
  }
  if (type.happens !== undefined) {
    context.report("TN2097", name.span, { event: type.name });
    return undefined;
  }
  // An event of a row is named in the scenario, and stands in its own file.
  const isOfRow = node.span.source !== name.span.source;
  const place = isOfRow ? node.span : name.span;
  const refersTo = readFor(node, type, place, ids, context);
  const fields = readFields(node, type, place, isOfRow, context);
  const id = textIn(node, "id")?.text;
  if (on === undefined) return undefined;
  return { on: on.day, ...moment, event: type.name, id, for: refersTo, fields, span: node.span };
}

/** The time of a report, and its day where another clock shows another day. */
function readMoment(node: JsonObject, on: PlainDate | undefined, context: ReadingContext) {
  const text = textIn(node, "at");
  if (text === undefined) return {};
  const { time, place } = timeIn(text.text);
  if (time === undefined) context.report("TN5223", text.span, { text: text.text });
  if (time === undefined || place === undefined) return { at: time };
  const [known, here] = [placeOfTime(place), context.program.place];
  if (known === undefined) {
    context.report("TN2095", text.span, { place }, () => ({ help: `clocks are known of ${placesOfTime.join(", ")}` }));
  } else if (here === undefined) context.report("TN2096", text.span, { place });
  else if (on !== undefined) {
    const found = momentHere(on, time, known, here);
    if (found !== undefined) return found;
    context.report("TN4095", text.span, { place, here, day: formatDate(on) });
  }
  return {};
}

function readFields(
  node: JsonObject,
  type: EventType,
  place: Span,
  isOfRow: boolean,
  context: ReadingContext,
): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const member of node.members.values()) {
    const { key, keySpan, value } = member;
    if (eventKeys.has(key)) continue;
    const field = type.fields.get(key);
    const facts = { event: type.name, name: key };
    if (field !== undefined) context.readInto(values, value, field.type, key, "event");
    else if (key === "of" && isForMisnamed(node, type)) {
      context.report("TN5207", keySpan, facts, () => renamed(keySpan, "for"));
    } else context.reportUnknown("TN5207", named(member), facts, [...type.fields.keys(), ...eventKeys], "keys");
  }
  for (const { name, type: fieldType, initial, isOptional } of type.fields.values()) {
    if (initial !== undefined || isOptional || node.members.has(name)) continue;
    const facts = { event: type.name, name };
    if (isOfRow) context.reportEmpty(place, facts, fieldType);
    else context.reportMissing("TN5208", place, facts, name, fieldType);
  }
  return values;
}
