/** Which events count at a moment. */
import { invariant } from "../../base/invariant.ts";
import { Failure, unknownSince } from "../values/problem.ts";
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

/** Why it can't be told whether an event of the kind has taken effect by now; undefined where that is known. */
export function untoldOf(
  event: string,
  { run, day }: Moment,
  isMeant: (it: Occurrence) => boolean = () => true,
): Failure | undefined {
  const found = run.untold.find((it) => it.type.name === event && it.mayCountFrom <= day && isMeant(it));
  return found && untoldReason(found);
}

export function untoldReason({ effectiveOn, mayCountFrom }: Occurrence): Failure {
  invariant(effectiveOn instanceof Failure, "an event that is untold has no effective day");
  return unknownSince(mayCountFrom, effectiveOn);
}
