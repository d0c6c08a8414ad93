/** Which events count at a moment. */
import { invariant } from "../../base/invariant.ts";
import { entriesOfStep } from "../values/limits.ts";
import { Absent, Failure, unknownSince } from "../values/problem.ts";
import type { Moment, Occurrence } from "./run.ts";

/** Occurrences of an event that count at a moment, in the order in which they were applied. */
export function occurrencesAt(event: string, { run, point }: Moment): readonly Occurrence[] {
  const all = run.applied.get(event) ?? [];
  const last = all.at(-1);
  if (last === undefined || hasApplied(last, point)) return all;
  run.spend(all.length / entriesOfStep);
  return appliedBy(point, all);
}

/** Apart from what calls it, which is asked all day long and would make a closure each time. */
function appliedBy(point: number, all: readonly Occurrence[]): readonly Occurrence[] {
  return all.filter((occurrence) => hasApplied(occurrence, point));
}

/** Whether an occurrence counts at a point. */
export function hasApplied({ appliedAt }: Occurrence, point: number): boolean {
  return appliedAt !== undefined && appliedAt <= point;
}

/** Why it is unknown whether an event of the kind has taken effect by now; undefined where that is known. */
export function undeterminedOf(
  event: string,
  moment: Moment,
  isMeant: (it: Occurrence) => boolean = always,
): Failure | undefined {
  const { length } = moment.run.undetermined;
  if (length === 0) return undefined;
  moment.run.spend(length / entriesOfStep);
  return firstUndetermined(event, moment, isMeant);
}

const always = () => true;

function firstUndetermined(event: string, moment: Moment, isMeant: (it: Occurrence) => boolean): Failure | undefined {
  const { undetermined } = moment.run;
  const found = undetermined.find((it) => it.type.name === event && mayCount(it, moment) && isMeant(it));
  return found && undeterminedReason(found);
}

/** An event that may have been refused counts from the point after the one at which it was, if not from none. */
function mayCount({ undecided, fixedAt, mayCountFrom }: Occurrence, { point, day }: Moment): boolean {
  return undecided === undefined ? mayCountFrom <= day : fixedAt !== undefined && fixedAt < point;
}

export function undeterminedReason({ on, undecided, effectiveOn, mayCountFrom }: Occurrence): Failure {
  if (undecided instanceof Absent) return new Failure("undefined", { kind: "needs a value", because: undecided });
  // A price that is missing on that day is missing for good, also where the next day has one.
  if (undecided !== undefined) return unknownSince(typeof effectiveOn === "number" ? effectiveOn : on, undecided);
  invariant(effectiveOn instanceof Failure, "an event that is undetermined has no effective day");
  return unknownSince(mayCountFrom, effectiveOn);
}
