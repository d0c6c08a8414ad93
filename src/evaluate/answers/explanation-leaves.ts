/** One value of an explanation, and those that nothing is under: event fields and market rows. */
import type { Value, ValueType } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import { plainValue } from "../../units/render-value.ts";
import { date, price, shares, time, unitName, yesOrNo } from "../../units/value-type.ts";
import type { Occurrence, Result } from "../state/run.ts";
import type { AnswerValue } from "../values/outcome.ts";
import type { ErrorKind } from "../values/problem.ts";
import { Absent, isProblem } from "../values/problem.ts";

/** One value with what it was made of. A leaf uses nothing. */
export interface Reason {
  readonly value: string;
  readonly on: string;
  readonly of?: string;
  readonly answer: AnswerValue | null;
  readonly error?: { readonly kind: ErrorKind; readonly message: string };
  readonly unit: string;
  readonly section: string;
  readonly kind: "definition" | "state" | "account" | "field" | "deal term" | "market" | "family";
  /** The words of the clause, the condition that is absent, or what last changed it. */
  readonly because: string;
  readonly uses: readonly Reason[];
}

export const nameOf = ({ id, type, on }: Occurrence): string => id ?? `${type.name} of ${formatDate(on)}`;

export function answerOf(
  result: Result,
  type: ValueType,
): Pick<Reason, "answer" | "unit"> & Partial<Pick<Reason, "error">> {
  const unit = unitName(type);
  if (result instanceof Absent) return { answer: null, unit };
  if (isProblem(result)) return { answer: null, unit, error: { kind: result.error, message: result.message } };
  // An occurrence is shown by the name of its event.
  if (type.kind === "occurrence") return { answer: nameOf(result as Occurrence), unit: "event" };
  return { answer: plainValue(result as Exact, type), unit };
}

export function field(occurrence: Occurrence, name: string, value: Result): Reason {
  const type = name === "date" ? date : name === "time" ? time : (occurrence.type.fields.get(name)?.type ?? yesOrNo);
  const of = nameOf(occurrence);
  const because = value instanceof Absent ? value.because : `as ${occurrence.type.name} says`;
  return {
    value: name,
    on: formatDate(occurrence.on),
    of,
    ...answerOf(value, type),
    section: occurrence.type.section,
    kind: "field",
    because,
    uses: [],
  };
}

export function market(column: string, day: PlainDate, value: Value): Reason {
  const type = column === "volume" ? shares : price;
  const on = formatDate(day);
  return {
    value: `market ${column}`,
    on,
    ...answerOf(value, type),
    section: "",
    kind: "market",
    because: "market data",
    uses: [],
  };
}
