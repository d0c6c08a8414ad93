import { assertNever } from "../../base/assert-never.ts";
import { invariant } from "../../base/invariant.ts";
import type { Faulty, MemberMeaning, NodeOf, Occurrence, Value } from "../../checked/tree.ts";
import { isOccurrence } from "../../checked/tree.ts";
import type * as core from "../core.ts";
import type { Lower, Placeless } from "./lower.ts";
import { sectionLabels, typeAndPlace } from "./lower.ts";

/** Names in expressions. */
export const names = {
  NameReference: (it: NodeOf<"NameReference">, lower: Lower): Placeless => {
    const { meaning } = it;
    switch (meaning.kind) {
      case "Given":
        return { kind: "ReadParam", name: meaning.name };
      case "State":
        return { kind: "ReadState", name: meaning.name };
      case "Family":
        return { kind: "FamilyHolds", family: meaning.name, sections: [] };
      case "Party":
        return { kind: "Constant", value: meaning.name };
      case "Definition":
        return isOccurrence(it) ? occurrenceValue(it, lower) : { kind: "ReadDefinition", key: meaning.key };
      case "Event":
        throw new Error("an event stands alone only where it is said to have happened");
      default:
        return assertNever(meaning);
    }
  },

  ItsReference: (it: NodeOf<"ItsReference">, lower: Lower): Placeless =>
    isOccurrence(it) ? occurrenceValue(it, lower) : lowerMember(it, ownerOf(it)),

  ThisReference: (it: NodeOf<"ThisReference">, lower: Lower): Placeless => occurrenceValue(it, lower),

  MemberReference: (it: NodeOf<"MemberReference">, lower: Lower): Placeless =>
    isOccurrence(it) ? occurrenceValue(it, lower) : lowerMember(it, lowerOccurrence(it.target, lower)),

  UnderSection: (it: NodeOf<"UnderSection">): Placeless => {
    const { meaning } = it;
    if (meaning.kind === "Displaced") return { kind: "ReadDisplaced", key: meaning.key };
    return { kind: "FamilyHolds", family: meaning.name, sections: sectionLabels(it.sections) };
  },
};

/** The event spoken of, or the row of a schedule before it. */
function ownerOf({ meaning, isPrevious }: NodeOf<"ItsReference">): core.Occurrence {
  const of = spokenOf(meaning);
  return isPrevious ? { kind: "Referred", event: of.event, of } : of;
}

function lowerMember(it: NodeOf<"ItsReference" | "MemberReference">, of: core.Occurrence): Placeless {
  const { meaning } = it;
  switch (meaning.kind) {
    case "Moment":
      return { kind: "EventMoment", moment: meaning.moment, of };
    case "Field":
      return { kind: "ReadField", name: meaning.name, of };
    case "Definition":
      return { kind: "ReadDefinition", key: meaning.key, of };
    case "Referring":
    case "Referred":
      throw new Error("what is tied with `for` is an event");
    default:
      return assertNever(meaning);
  }
}

/** The key of what an event has, and the event: `its X`, `its E's X`. */
export function lowerMemberOfEvent(
  it: Value | Faulty,
  lower: Lower,
): { readonly key: string; readonly of: core.Occurrence } {
  const read = lower(it);
  invariant(read.kind === "ReadDefinition" && read.of !== undefined, "what is of an event is a value of it");
  return { key: read.key, of: read.of };
}

export function occurrenceValue(it: Value, lower: Lower): core.OccurrenceValue {
  invariant(isOccurrence(it), "what is spoken of is an event");
  return { kind: "OccurrenceValue", of: lowerOccurrence(it, lower), ...typeAndPlace(it) };
}

/** The occurrence that an expression stands for. */
export function lowerOccurrence(it: Occurrence | Faulty, lower: Lower): core.Occurrence {
  invariant(it.type !== undefined, "a program without errors has no faulty node");
  const { event } = it.type;
  switch (it.kind) {
    case "ThisReference":
      return { kind: "Bound", event, depth: it.meaning.depth };
    case "NameReference": {
      const { meaning } = it;
      invariant(meaning.kind === "Definition", "a name alone stands for an event where a definition says which");
      return { kind: "Named", event, key: meaning.key };
    }
    case "ItsReference":
      return tied(it.meaning, event, spokenOf(it.meaning));
    case "MemberReference":
      return tied(it.meaning, event, lowerOccurrence(it.target, lower));
    case "EventsFold": {
      const { operation, where } = it;
      invariant(operation === "first" || operation === "last", "only the first or last of events is an event");
      return { kind: "Found", event, which: operation, ...(where && { where: lower(where) }) };
    }
    default:
      return assertNever(it);
  }
}

/** The occurrence in the middle of what is spoken of. */
function spokenOf({ of }: MemberMeaning): core.Occurrence {
  return { kind: "Bound", event: of, depth: 0 };
}

function tied(meaning: MemberMeaning, event: string, of: core.Occurrence): core.Occurrence {
  if (meaning.kind === "Definition") return { kind: "Named", event, key: meaning.key, of };
  invariant(meaning.kind === "Referring" || meaning.kind === "Referred", "events are tied with `for`");
  return { kind: meaning.kind, event, of };
}
