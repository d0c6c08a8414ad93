/** Which events count at a moment. */
import type { Moment, Occurrence } from "./run.ts";

/** Occurrences of an event that count at a moment, in the order in which they were applied. */
export function occurrencesAt(event: string, { run, point }: Moment): readonly Occurrence[] {
  const all = run.applied.get(event) ?? [];
  const last = all.at(-1);
  if (last === undefined || hasApplied(last, point)) return all;
  return all.filter((occurrence) => hasApplied(occurrence, point));
}

/** Whether an occurrence counts at a point. */
export function hasApplied({ appliedAt }: Occurrence, point: number): boolean {
  return appliedAt !== undefined && appliedAt <= point;
}
