/** Which names of the template a scenario writes, and where: as keys and as texts. */
import type { CheckedSymbols } from "../../checked/ast.ts";
import type { JsonMember, JsonNode, JsonObject, JsonText } from "../../inputs/json.ts";
import type { Span } from "../../source/span.ts";
import type { Place } from "../place.ts";
import { placeOf } from "../place.ts";
import type { Term } from "../terms.ts";
import { asDeclared } from "../terms.ts";

export interface DataTerm extends Place {
  readonly term: Term;
}

const ownKeys = new Set(["on", "at", "event", "id", "for"]);

/** In the order of the text; only names that the template has. */
export function dataTerms(root: JsonNode, symbols: CheckedSymbols): DataTerm[] {
  const found: DataTerm[] = [];
  const enter = (span: Span, term: Term) => {
    const { file, start, end } = placeOf(span);
    if (isKnown(term, symbols)) found.push({ file, start: start + 1, end: end - 1, term: asDeclared(term, symbols) });
  };
  for (const { key, keySpan, value } of membersOf(root, "terms")) {
    enter(keySpan, { kind: "name", name: key });
    for (const { members } of objectsOf(value)) {
      for (const column of members.values()) enter(column.keySpan, { kind: "member", name: column.key, of: key });
    }
  }
  for (const { key, keySpan, value } of membersOf(root, "readings")) {
    enter(keySpan, { kind: "reading", name: key });
    if (value.kind === "text") enter(value.span, { kind: "choice", name: value.text, of: key });
  }
  const events = itemsOf(root, "events");
  for (const { members } of events) {
    const event = textAt(members, "event");
    if (event === undefined) continue;
    enter(event.span, { kind: "name", name: event.text });
    for (const { key, keySpan } of members.values()) {
      if (!ownKeys.has(key)) enter(keySpan, { kind: "member", name: key, of: event.text });
    }
  }
  const ids = new Map(
    events.flatMap(({ members }) => {
      const [id, event] = [textAt(members, "id"), textAt(members, "event")];
      return id === undefined || event === undefined ? [] : [[id.text, event.text] as const];
    }),
  );
  for (const { members } of itemsOf(root, "ask")) {
    const [value, of, section] = [textAt(members, "value"), textAt(members, "of"), textAt(members, "section")];
    const event = of === undefined ? undefined : ids.get(of.text);
    const isMember = event !== undefined && symbols.perEvent.get(event)?.has(value?.text ?? "") === true;
    if (value !== undefined) {
      enter(
        value.span,
        isMember ? { kind: "member", name: value.text, of: event } : { kind: "name", name: value.text },
      );
    }
    for (const label of [section, event === undefined ? of : undefined]) {
      if (label !== undefined) enter(label.span, { kind: "section", name: label.text });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** The one at an offset; also where the offset is just behind it. */
export function dataTermAt(terms: readonly DataTerm[], offset: number): DataTerm | undefined {
  return terms.find(({ start, end }) => start <= offset && offset <= end);
}

function isKnown(term: Term, { noteLevel, perEvent, readings, sections }: CheckedSymbols): boolean {
  switch (term.kind) {
    case "name":
      return noteLevel.has(term.name);
    case "member":
      return perEvent.get(term.of)?.has(term.name) === true;
    case "reading":
      return readings.has(term.name);
    case "choice":
      return readings.get(term.of)?.statement.choices.some(({ text }) => text === term.name) === true;
    case "section":
      return sections.has(term.name);
    default:
      return false;
  }
}

function membersOf(root: JsonNode, key: string): JsonMember[] {
  const value = root.kind === "object" ? root.members.get(key)?.value : undefined;
  return value?.kind === "object" ? [...value.members.values()] : [];
}

function itemsOf(root: JsonNode, key: string): JsonObject[] {
  const value = root.kind === "object" ? root.members.get(key)?.value : undefined;
  return value === undefined ? [] : objectsOf(value);
}

function objectsOf(value: JsonNode): JsonObject[] {
  return value.kind === "array" ? value.items.flatMap((it) => (it.kind === "object" ? [it] : [])) : [];
}

function textAt(members: JsonObject["members"], key: string): JsonText | undefined {
  const value = members.get(key)?.value;
  return value?.kind === "text" ? value : undefined;
}
