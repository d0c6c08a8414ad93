/** A value restated in the shares of another moment, with the ratio of each share adjustment in between. */

import { entryIn } from "../../base/entry-in.ts";
import type { Exact } from "../../units/exact.ts";
import { equal } from "../../units/exact.ts";
import type { Moment, Occurrence } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import type { Explaining } from "./explaining.ts";
import type { ReasonFact } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";

interface Restated {
  readonly fact: ReasonFact;
  readonly exponent: number;
  /** Undefined for the shares with which the note began. */
  readonly from: Moment | undefined;
  readonly to: Moment;
  readonly result: Exact | Problem;
}

export function inShares({ fact, exponent, from, to, result }: Restated, explaining: Explaining): ReasonFact {
  const began = from?.point ?? -1;
  const isLater = began <= to.point;
  const { kind, name, of, type, section, day } = fact;
  const isNamed = kind !== "operation" && kind !== "constant";
  return new Reason({
    kind: "share basis",
    name: isNamed ? name : "",
    day: isNamed ? day : to.day,
    of,
    result,
    type,
    section,
    because: { kind: "share basis", on: to.day },
    made: () => ({
      operation: { kind: "share basis", exponent: isLater ? exponent : -exponent },
      operands: [fact, ...ratiosBetween(Math.min(began, to.point), Math.max(began, to.point), explaining)],
    }),
  });
}

/** The ratios that took effect after one point, up to another, in order. */
function ratiosBetween(after: number, upTo: number, { replay, recorded }: Explaining): readonly ReasonFact[] {
  const { machine, run, occurrences } = replay;
  const { shareAdjustments } = machine.program;
  const counted = occurrences
    .filter(({ appliedAt, type }) => shareAdjustments.has(type.name) && isBetween(appliedAt, after, upTo))
    .toSorted((a, b) => (a.appliedAt ?? 0) - (b.appliedAt ?? 0));
  return counted.flatMap((occurrence) => {
    const { ratio } = entryIn(shareAdjustments, occurrence.type.name);
    const [before, at] = [momentOf(occurrence.fixedAt), momentOf(occurrence.appliedAt)];
    // A ratio that can't be used left the basis as it was.
    if (equal(run.sharesAt(before).splitFactor, run.sharesAt(at).splitFactor)) return [];
    return recorded(() => machine.traced(ratio)(before, { occurrence, outer: undefined }));
  });

  function momentOf(point: Occurrence["appliedAt"]): Moment {
    return run.momentAt(point ?? 0);
  }
}

function isBetween(point: number | undefined, after: number, upTo: number): boolean {
  return point !== undefined && point > after && point <= upTo;
}
