/** The ids of a scenario's events, and what an event says under `for`. */
import { nearestName } from "../../base/nearest-name.ts";
import type { EventType } from "../../core/core.ts";
import type { Span } from "../../source/span.ts";
import { partsOfDatedId } from "../../units/calendars/dated-id.ts";
import { momentHere, placeOfTime } from "../../units/calendars/time-zones.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate, parseDate } from "../../units/plain-date.ts";
import type { TimeOfDay } from "../../units/time-of-day.ts";
import { formatTime, timeIn } from "../../units/time-of-day.ts";
import type { JsonNode, JsonObject, JsonText } from "../json.ts";
import { anyOf } from "../read-value.ts";
import type { ReadingContext } from "./context.ts";
import { renamed, textIn } from "./context.ts";

/** An event that was listed under an id. */
export interface Listed {
  readonly event: string | undefined;
  readonly idSpan: Span;
}

interface ListedNode extends Listed {
  readonly node: JsonObject;
}

export interface EventIds {
  readonly byId: ReadonlyMap<string, ListedNode>;
  /** Ids of events that are for one another in a circle; of each circle, one. */
  readonly circles: ReadonlySet<string>;
  /** Where each event stands in its day; what opens a day has no place among the others. */
  readonly places: ReadonlyMap<JsonNode, Place>;
}

/** The time by which an event stands in its day, its own or that of the one it stands behind, and its number in the list. */
interface Place {
  readonly at: number;
  readonly index: number;
}

/** Ids are gathered before anything refers to them: an event may be for one that is listed after it. */
export function readIds(events: readonly JsonObject[], context: ReadingContext): EventIds {
  const byId = new Map<string, ListedNode>();
  for (const node of events) {
    const id = textIn(node, "id");
    if (id === undefined || id.text === "") continue;
    const first = byId.get(id.text);
    const event = textIn(node, "event")?.text;
    // Of a kind that is not known, nothing more is said: that is reported at the event itself.
    const known = event !== undefined && context.program.events.has(event) ? event : undefined;
    if (first === undefined) byId.set(id.text, { node, event: known, idSpan: id.span });
    else {
      context.report("TN5220", id.span, { id: id.text }, () => ({
        related: [{ span: first.idSpan, label: "used first here" }],
      }));
    }
    if (first !== undefined || !context.sections.has(id.text)) continue;
    const example = `e${id.text.replaceAll(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "")}`;
    context.report("TN5221", id.span, { id: id.text, note: context.note, example });
  }
  return { byId, circles: circlesIn(byId), places: placesIn(events, context) };
}

/** As docs/semantics.md, 7, says it: one without a time stands behind the one listed before it on that day. */
function placesIn(events: readonly JsonObject[], { program }: ReadingContext): Map<JsonNode, Place> {
  const places = new Map<JsonNode, Place>();
  const latest = new Map<string, number>();
  for (const [index, node] of events.entries()) {
    const [on, at, event] = [textIn(node, "on"), textIn(node, "at"), textIn(node, "event")];
    if (on === undefined || program.events.get(event?.text ?? "")?.opensDay) continue;
    const place = (at && timeIn(at.text).time) ?? latest.get(on.text) ?? beforeAnyTime;
    latest.set(on.text, place);
    places.set(node, { at: place, index });
  }
  return places;
}

const beforeAnyTime = -1;

function circlesIn(byId: EventIds["byId"]): Set<string> {
  const circles = new Set<string>();
  /** For each id that was come by: from which one on. */
  const seen = new Map<string, string>();
  for (const first of byId.keys()) {
    let id: string | undefined = first;
    while (id !== undefined && byId.has(id) && !seen.has(id)) {
      seen.set(id, first);
      id = textIn(byId.get(id)?.node, "for")?.text;
    }
    if (id !== undefined && seen.get(id) === first) circles.add(id);
  }
  return circles;
}

/** The id that an event refers to, if its kind refers to another and the one named is of that kind. */
export function readFor(
  node: JsonObject,
  type: EventType,
  place: Span,
  ids: EventIds,
  context: ReadingContext,
): string | undefined {
  const member = node.members.get("for");
  const wanted = type.refersTo;
  if (wanted === undefined) {
    if (member !== undefined) context.report("TN5218", member.keySpan, { event: type.name });
    return undefined;
  }
  if (member === undefined) {
    // Where another key stands in its place, that key is reported.
    if (isForMisnamed(node, type)) return undefined;
    context.report("TN5217", place, { event: type.name, wanted }, () => {
      const [id, another] = candidates(ids, wanted, node);
      const line = (named: string) => `add \`${context.isStory ? "for" : '"for":'} ${named}\``;
      const quoted = context.isStory
        ? `give that event an id in quotes behind its name, and ${line('"ID"')}`
        : undefined;
      const help = id === undefined ? quoted : line(`"${id}"`);
      return { help: another === undefined ? help : `${help}, or the id of another ${wanted}, whichever is meant` };
    });
    return undefined;
  }
  if (member.value.kind !== "text") return undefined;
  return checkFor(node, type.name, wanted, member.value, ids, context) ? member.value.text : undefined;
}

function checkFor(
  node: JsonObject,
  event: string,
  wanted: string,
  { text: id, span }: JsonText,
  ids: EventIds,
  context: ReadingContext,
): boolean {
  const other = ids.byId.get(id);
  const dated = other === undefined ? partsOfDatedId(id) : undefined;
  if (dated !== undefined && context.program.events.get(dated.event)?.happens !== undefined) {
    return checkForDated(node, { event, wanted, id, span }, dated, context);
  }
  const others = () => {
    const known = candidates(ids, wanted, node).slice(0, 9);
    return known.length === 0 ? undefined : `write ${anyOf(known)}`;
  };
  const here = (label: string) => (other === undefined ? [] : [{ span: other.idSpan, label }]);
  const own = textIn(node, "id")?.text ?? "";
  if (other === undefined) {
    context.report("TN5215", span, { id, where: context.isStory ? "this test" : "this scenario" }, () => {
      const near = nearestName(id, candidates(ids, wanted, node));
      const given = context.isStory ? `\`"${id}"\` behind its name` : `\`"id": "${id}"\``;
      return near === undefined
        ? { help: others() ?? `give the ${wanted} that is meant ${given}` }
        : renamed(span, near);
    });
  } else if (other.node === node) {
    context.report("TN5219", span, { id }, () => ({ help: others() }));
  } else if (other.event !== undefined && other.event !== wanted) {
    const found = `a ${other.event}`;
    context.report("TN5216", span, { event, wanted: `a ${wanted}`, id, found }, () => ({
      related: here(`\`${id}\` is here`),
      help: others() ?? `name the id of a ${wanted}`,
    }));
  } else if (ids.circles.has(own)) {
    context.report("TN5219", span, { id: own }, () => ({
      related: here("this one is in the end for it"),
      help: "name an event that is not for this one",
    }));
  } else return !comesBefore(node, other, id, ids, context);
  return false;
}

/** What happens by itself is named by its kind and its day; nothing that is for it comes before that day. */
function checkForDated(
  node: JsonObject,
  {
    event,
    wanted,
    id,
    span,
  }: { readonly event: string; readonly wanted: string; readonly id: string; readonly span: Span },
  dated: { readonly event: string; readonly day: PlainDate },
  context: ReadingContext,
): boolean {
  if (dated.event !== wanted) {
    context.report("TN5216", span, { event, wanted: `a ${wanted}`, id, found: `a ${dated.event}` });
    return false;
  }
  const report = reportIn(node, context);
  if (report === undefined || report.day >= dated.day) return true;
  context.report("TN5226", report.on.span, { id, date: momentWords(report), later: formatDate(dated.day) });
  return false;
}

/** Reports an event on an earlier day, at an earlier time of the day or earlier in its list than the one that it is for. */
function comesBefore(
  node: JsonObject,
  other: ListedNode,
  id: string,
  { places }: EventIds,
  context: ReadingContext,
): boolean {
  const [report, later] = [reportIn(node, context), reportIn(other.node, context)];
  if (report === undefined || later === undefined) return false;
  const isListedFirst = report.day === later.day && standsBefore(places.get(node), places.get(other.node));
  if (!isBefore(report, later) && !isListedFirst) return false;
  const related = [{ span: other.idSpan, label: `\`${id}\` is here` }];
  if (isBefore(report, later)) {
    const facts = { id, date: momentWords(report), later: momentWords(later) };
    context.report("TN5226", report.on.span, facts, () => ({ related }));
  } else {
    const facts = { id, date: momentWords(report), later: "the same day, and runs after it" };
    const help = `list \`${id}\` before it, or give both a time`;
    context.report("TN5226", report.on.span, facts, () => ({ related, help }));
  }
  return true;
}

function standsBefore(one: Place | undefined, other: Place | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.at !== other.at ? one.at < other.at : one.index < other.index;
}

interface Report {
  readonly on: JsonText;
  readonly day: PlainDate;
  readonly at: TimeOfDay | undefined;
}

/** By the note's own clock, where the time is that of another place. */
function reportIn(node: JsonObject, { program: { place: here } }: ReadingContext): Report | undefined {
  const [on, at] = [textIn(node, "on"), textIn(node, "at")];
  const day = on && parseDate(on.text);
  if (on === undefined || day === undefined) return undefined;
  const { time, place } = at === undefined ? {} : timeIn(at.text);
  const known = place === undefined ? undefined : placeOfTime(place);
  const isElsewhere = time !== undefined && known !== undefined && here !== undefined;
  const moment = isElsewhere ? momentHere(day, time, known, here) : undefined;
  return { on, day: moment?.on ?? day, at: moment?.at ?? time };
}

function isBefore(report: Report, { day, at }: Report): boolean {
  if (report.day !== day) return report.day < day;
  return report.at !== undefined && at !== undefined && report.at < at;
}

function momentWords({ day, at }: Report): string {
  return at === undefined ? formatDate(day) : `${formatDate(day)} at ${formatTime(at)}`;
}

/** Ids of the events that could be meant. A scenario may have very many events, so it is asked only for a message. */
function candidates({ byId }: EventIds, wanted: string, node: JsonObject): string[] {
  return [...byId].filter(([, it]) => it.event === wanted && it.node !== node).map(([id]) => id);
}

/** Whether an event that has to say what it is for says it under the key that questions have. */
export function isForMisnamed({ members }: JsonObject, { refersTo, fields }: EventType): boolean {
  return refersTo !== undefined && !members.has("for") && members.has("of") && !fields.has("of");
}
