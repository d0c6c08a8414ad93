import { invariant } from "../../base/invariant.ts";
import type { Expression, ItsReference, MemberReference, NameReference } from "../../checked/ast.ts";
import type { Occurrence } from "../core.ts";
import type { Lowering, Place } from "./lowering.ts";
import { innermost, meaningOf, typeOf, within } from "./lowering.ts";

/** The occurrence that an expression stands for: the type checker lets only these stand where one is spoken of. */
export function lowerOccurrence(it: Expression, lowering: Lowering, place: Place): Occurrence {
  switch (it.kind) {
    case "ThisReference":
      return { kind: "Bound", event: it.event.text, depth: place.events.length - 1 };
    case "NameReference":
      return tied(it, lowering);
    case "ItsReference":
      return tied(it, lowering, innermost(place));
    case "MemberReference":
      return tied(it, lowering, lowering.occurrence(it.target, place));
    case "EventsFold": {
      const { operation, event, where } = it;
      invariant(operation === "first" || operation === "last", "only the first or last of events is an event");
      const condition = where && lowering.lower(where, within(place, event.text));
      return { kind: "Found", event: event.text, which: operation, ...(condition && { where: condition }) };
    }
    default:
      throw new Error(`A ${it.kind} does not stand for an event`);
  }
}

function tied(it: NameReference | ItsReference | MemberReference, lowering: Lowering, of?: Occurrence): Occurrence {
  const meaning = meaningOf(lowering, it);
  const type = typeOf(lowering, it);
  invariant(type.kind === "occurrence", "what is spoken of is an event");
  const { event } = type;
  if (meaning.kind === "Definition") return { kind: "Named", event, key: meaning.key, ...(of && { of }) };
  const isTied = meaning.kind === "Referring" || meaning.kind === "Referred";
  invariant(isTied && of !== undefined, "events are tied with `for`, or named by a definition");
  return { kind: meaning.kind, event, of };
}
