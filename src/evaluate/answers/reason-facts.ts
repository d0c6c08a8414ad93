/** One value of an explanation, as data, and those that nothing is under: event fields and market rows. */
import type { Expr, Value, ValueType } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { date, price, shares, time, yesOrNo } from "../../units/value-type.ts";
import type { DefaultGround } from "../compile/defaults.ts";
import type { JournalPlace } from "../replay/journal-facts.ts";
import type { Evaluation, Occurrence } from "../state/run.ts";
import { Absent } from "../values/problem.ts";

export type ReasonKind = "definition" | "state" | "account" | "field" | "deal term" | "market" | "family";

/** One value with what it was made of. A leaf uses nothing. */
export interface ReasonFact {
  readonly kind: ReasonKind;
  /** The name of the value; of a market row, its column. */
  readonly name: string;
  readonly day: PlainDate;
  /** The event that it belongs to, or the sections of the defaults that are asked about. */
  readonly of: Occurrence | readonly string[] | undefined;
  readonly result: Evaluation;
  readonly type: ValueType;
  readonly section: string;
  readonly because: Because;
  readonly uses: readonly ReasonFact[];
}

/** Why a value is what it is. */
export type Because =
  | { readonly kind: "no reason" }
  | { readonly kind: "shown before" }
  | { readonly kind: "absent"; readonly problem: Absent }
  /** The clause that gives it, and the section of the exception where one holds. */
  | { readonly kind: "clause"; readonly expr: Expr; readonly exceptionIn: string | undefined }
  /** What last changed a state or an account; undefined where it is as it started. */
  | { readonly kind: "last change"; readonly change: JournalPlace | undefined }
  | { readonly kind: "given by event"; readonly event: string }
  | { readonly kind: "deal term" }
  | { readonly kind: "market data" }
  | { readonly kind: "no default"; readonly family: string; readonly sections: readonly string[] }
  | { readonly kind: "default"; readonly ground: DefaultGround }
  /** The same, with the condition of the default. */
  | { readonly kind: "ground of default"; readonly ground: DefaultGround };

export function fieldReason(occurrence: Occurrence, name: string, result: Evaluation): ReasonFact {
  const type = name === "date" ? date : name === "time" ? time : (occurrence.type.fields.get(name)?.type ?? yesOrNo);
  return {
    kind: "field",
    name,
    day: occurrence.on,
    of: occurrence,
    result,
    type,
    section: occurrence.type.section,
    because:
      result instanceof Absent
        ? { kind: "absent", problem: result }
        : { kind: "given by event", event: occurrence.type.name },
    uses: [],
  };
}

export function marketReason(column: string, day: PlainDate, result: Value): ReasonFact {
  const type = column === "volume" ? shares : price;
  return {
    kind: "market",
    name: column,
    day,
    of: undefined,
    result,
    type,
    section: "",
    because: { kind: "market data" },
    uses: [],
  };
}
