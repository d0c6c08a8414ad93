/** The positions of several instruments over time, by role: at month ends, and on days on which something happens. */
import type { Exact } from "../../units/exact.ts";
import { equal } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate, lastOfMonth, nextDay } from "../../units/plain-date.ts";
import type { Answer } from "../../wording/outcome.ts";
import type { Comparison, OutcomeValue } from "../comparison.ts";

/** What a subject holds on a day, in words and, where it is a figure, exactly. */
export interface Held {
  readonly answer: Answer;
  readonly figure: Exact | undefined;
}

/** One subject day by day: what it marks with a role, or undefined where it marks nothing. */
export type PositionOf = (role: string, day: PlainDate) => Held | undefined;

/** The days to show, in order: month ends from the first day through the last, both of these, and the days given: those on which something happens or a role parts. */
export function daysToShow(from: PlainDate, through: PlainDate, eventful: Iterable<PlainDate>): PlainDate[] {
  const days = new Set<PlainDate>([from, through]);
  for (let end = lastOfMonth(from); end <= through; end = lastOfMonth(nextDay(end))) days.add(end);
  for (const day of eventful) if (day >= from && day <= through) days.add(day);
  return [...days].toSorted((a, b) => a - b);
}

export function outcomeOn(
  days: readonly PlainDate[],
  roles: readonly string[],
  subjects: readonly PositionOf[],
): Comparison["outcome"] {
  return days.flatMap((day) =>
    roles.map((role) => ({
      on: formatDate(day),
      role,
      values: subjects.map((it) => outcomeValue(it(role, day), role)),
    })),
  );
}

function outcomeValue(held: Held | undefined, role: string): OutcomeValue {
  if (held === undefined) return { answer: null, because: `it marks no value as \`${role}\`` };
  const { answer } = held;
  if ("error" in answer) return { error: answer.error };
  if (answer.answer === null) return { answer: null, because: answer.because };
  return { answer: answer.answer, unit: answer.unit };
}

/** Whether two subjects hold the same: equal figures, the same word, no value both, or the same kind of failure. */
export function isSameHeld(a: Held, b: Held): boolean {
  if (a.figure !== undefined && b.figure !== undefined) return equal(a.figure, b.figure);
  if ("error" in a.answer || "error" in b.answer) {
    return "error" in a.answer && "error" in b.answer && a.answer.error.kind === b.answer.error.kind;
  }
  return a.answer.answer === b.answer.answer;
}
