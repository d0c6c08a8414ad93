/** The deal terms and readings of a scenario. */
import { nearestName } from "../../base/nearest-name.ts";
import type { Value } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { parseDate } from "../../units/plain-date.ts";
import type { JsonNode } from "../json.ts";
import { anyOf } from "../read-value.ts";
import { openingOf } from "../scenario-shape.ts";
import type { ReadingContext } from "./context.ts";
import { memberOf, membersIn, named, renamed } from "./context.ts";
import { listsAsked } from "./lists.ts";
import type { FirstDay } from "./types.ts";

export function readTerms(root: JsonNode, context: ReadingContext): Map<string, Value> {
  const terms = new Map<string, Value>();
  const { note, program } = context;
  const given = memberOf(root, "terms")?.value;
  if (given?.kind !== "object") return terms;
  const lists = listsAsked(program);
  for (const member of given.members.values()) {
    if (lists.has(member.key)) continue;
    const param = program.params.get(member.key);
    if (param !== undefined) context.readInto(terms, member.value, param.type, member.key, "term");
    else {
      const facts = { note, name: member.key };
      context.reportUnknown("TN5204", named(member), facts, [...program.params.keys(), ...lists.keys()], "deal terms");
    }
  }
  for (const { name, type, initial, isOptional } of program.params.values()) {
    if (initial !== undefined || isOptional || given.members.has(name)) continue;
    const place = context.isStory ? given.span : openingOf(given);
    context.reportMissing("TN5205", place, { name, lack: "is missing", note }, name, type);
  }
  return terms;
}

export function readReadings(root: JsonNode, context: ReadingContext): Map<string, string> {
  const chosen = new Map<string, string>();
  const { note, program } = context;
  for (const member of membersIn(memberOf(root, "readings")?.value)) {
    const { key, value } = member;
    const reading = program.readings.get(key);
    if (reading === undefined) {
      context.reportUnknown("TN5209", named(member), { note, name: key }, program.readings.keys(), "readings");
    } else if (value.kind === "text" && reading.choices.includes(value.text)) chosen.set(key, value.text);
    else if (value.kind === "text") {
      const choices = anyOf(reading.choices);
      context.report("TN5210", value.span, { name: key, choice: value.text, choices }, () => {
        const near = nearestName(value.text, reading.choices);
        return near === undefined ? {} : renamed(value.span, near, `; the choices are ${choices}`);
      });
    }
  }
  return chosen;
}

/** The note's first day, and where the scenario gives it; undefined where only the engine can determine it. */
export function startOfNote(root: JsonNode, { program }: ReadingContext): FirstDay | undefined {
  const given = memberOf(root, "terms")?.value;
  const seen = new Set<string>();
  for (let name = program.existsFrom; !seen.has(name); ) {
    const node = memberOf(given, name)?.value;
    if (node !== undefined) {
      // A term that was given, but wrongly, says nothing about its default.
      const day = node.kind === "text" ? parseDate(node.text) : undefined;
      return day && { day, span: node.span };
    }
    const initial = program.params.get(name)?.initial;
    if (initial?.kind === "Constant" && typeof initial.value === "number") {
      // cast: what a note exists from is a date, and so is what it is by default.
      // oxlint-disable-next-line typescript/consistent-type-assertions
      return { day: initial.value as PlainDate, span: undefined };
    }
    if (initial?.kind !== "ReadParam") return undefined;
    seen.add(name);
    name = initial.name;
  }
  return undefined;
}
