/** What each party may do on a day, in English. */
import type { PowerFact } from "../../evaluate/answers/powers.ts";
import { isProblem } from "../../evaluate/values/problem.ts";
import { toDecimalText } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import { unitName } from "../../units/value-type.ts";
import { problemWords } from "../problems.ts";
import { refusalWords } from "../refusals.ts";

/** A power on a day. */
export interface PowerWords {
  readonly party: string;
  readonly event: string;
  /** The id of the event that it would be for. */
  readonly of?: string;
  readonly section: string;
  readonly may: "yes" | "no" | "unknown";
  /** Why not, or why that is unknown. */
  readonly because?: string;
  /** What it is refused for, by what the event says. */
  readonly refusedIf: readonly string[];
  /** The least of its limits. */
  readonly upTo?: { readonly amount: string; readonly unit: string };
  /** Why its limit is unknown. */
  readonly limitUnknown?: string;
  /** The day on which it would take effect, where that is another. */
  readonly effectiveOn?: string;
}

export function describePower(fact: PowerFact, on: PlainDate): PowerWords {
  const { power, event, of, open, effectiveOn } = fact;
  return {
    party: power.party,
    event: event.name,
    ...(of?.id !== undefined && { of: of.id }),
    section: power.section,
    ...verdict(fact),
    refusedIf: open,
    ...limitWords(fact),
    ...(effectiveOn !== undefined && effectiveOn !== on && { effectiveOn: formatDate(effectiveOn) }),
  };
}

function verdict({ power, event, lacksTarget, failed, unknown }: PowerFact): Pick<PowerWords, "may" | "because"> {
  if (lacksTarget) return { may: "no", because: `there is no ${event.refersTo ?? "event"} that it can be for` };
  if (failed.length > 0) {
    return {
      may: "no",
      because: refusalWords({ kind: "ConditionsFailed", conditions: failed, section: power.section }),
    };
  }
  return unknown === undefined ? { may: "yes" } : { may: "unknown", because: problemWords(unknown) };
}

function limitWords({ power, limit }: PowerFact): Pick<PowerWords, "upTo" | "limitUnknown"> {
  const [first] = power.limits;
  if (limit === undefined || first === undefined) return {};
  if (isProblem(limit)) return { limitUnknown: problemWords(limit) };
  return { upTo: { amount: toDecimalText(limit), unit: unitName(first.type) } };
}
