import { assertNever } from "../../base/assert-never.ts";
import { invariant } from "../../base/invariant.ts";
import type { Faulty, MemberMeaning, NodeOf, Occurrence, Value } from "../../checked/tree.ts";
import { isOccurrence } from "../../checked/tree.ts";
import type * as core from "../core.ts";
import type { Lower } from "./lower.ts";
import { typeAndPlace } from "./lower.ts";

/** Names in expressions. */
export const names = {
  NameReference: (it: NodeOf<"NameReference">, lower: Lower): core.Expr => {
    const rest = typeAndPlace(it);
    const { meaning } = it;
    switch (meaning.kind) {
      case "Given":
        return { kind: "ReadParam", name: meaning.name, ...rest };
      case "State":
        return { kind: "ReadState", name: meaning.name, ...rest };
      case "Family":
        return { kind: "FamilyHolds", family: meaning.name, sections: [], ...rest };
      case "Party":
        return { kind: "Constant", value: meaning.name, ...rest };
      case "Definition":
        return isOccurrence(it) ? occurrenceValue(it, lower) : { kind: "ReadDefinition", key: meaning.key, ...rest };
      case "Event":
        throw new Error("an event stands alone only where it is said to have happened");
      default:
        return assertNever(meaning);
    }
  },

  ItsReference: (it: NodeOf<"ItsReference">, lower: Lower): core.Expr =>
    isOccurrence(it) ? occurrenceValue(it, lower) : lowerMember(it, spokenOf(it.meaning)),

  ThisReference: (it: NodeOf<"ThisReference">, lower: Lower): core.Expr => occurrenceValue(it, lower),

  MemberReference: (it: NodeOf<"MemberReference">, lower: Lower): core.Expr =>
    isOccurrence(it) ? occurrenceValue(it, lower) : lowerMember(it, lowerOccurrence(it.target, lower)),

  UnderSection: (it: NodeOf<"UnderSection">): core.Expr => {
    const { meaning } = it;
    if (meaning.kind === "Displaced") return { kind: "ReadDisplaced", key: meaning.key, ...typeAndPlace(it) };
    const sections = it.sections.map((section) => section.text).toSorted();
    return { kind: "FamilyHolds", family: meaning.name, sections, ...typeAndPlace(it) };
  },
};

function lowerMember(it: NodeOf<"ItsReference" | "MemberReference">, of: core.Occurrence): core.Expr {
  const rest = typeAndPlace(it);
  const { meaning } = it;
  switch (meaning.kind) {
    case "Moment":
      return { kind: "EventMoment", moment: meaning.moment, of, ...rest };
    case "Field":
      return { kind: "ReadField", name: meaning.name, of, ...rest };
    case "Definition":
      return { kind: "ReadDefinition", key: meaning.key, of, ...rest };
    case "Referring":
    case "Referred":
      throw new Error("what is tied with `for` is an event");
    default:
      return assertNever(meaning);
  }
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
