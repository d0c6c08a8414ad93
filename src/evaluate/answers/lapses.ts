/** Powers that end by a day without having been used, and what then holds. */
import { invariant } from "../../base/invariant.ts";
import type { Election, ValueType } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import type { Replay } from "../replay/replay.ts";
import { hasApplied, occurrencesAt } from "../state/applied.ts";
import type { Evaluation, Moment, Occurrence } from "../state/run.ts";
import { Failure, isProblem } from "../values/problem.ts";

export interface Lapse {
  readonly election: Election;
  /** The event that the power is there for. */
  readonly occurrence: Occurrence | undefined;
  /** Its last day, or why that is unknown. */
  readonly last: PlainDate | Failure;
  /** What holds if it is not used, as things stand; undefined where nothing is elected by it. */
  readonly otherwise: { readonly value: Evaluation; readonly type: ValueType } | undefined;
}

/**
 * As things stand at a moment: what ends on its day or later, through a last day. Also what is there for events that
 * happen by themselves until then, each as it stands on its day.
 */
export function lapsesBetween(replay: Replay, moment: Moment, until: PlainDate): Lapse[] {
  const { machine, run } = replay;
  const later = run.endOf(until, run.now);
  return machine.program.elections.flatMap((election) => {
    const { owner } = election;
    const subjects = owner === undefined ? [undefined] : [...occurrencesAt(owner, later)];
    return subjects
      .filter((occurrence) => !isUsed(election, occurrence, moment))
      .flatMap((occurrence) => lapseOf(election, occurrence, replay, standingOf(occurrence, moment)) ?? [])
      .filter(({ last }) => last instanceof Failure || (last >= moment.day && last <= until));
  });
}

/** What has not happened yet is looked at as it happens. */
function standingOf(occurrence: Occurrence | undefined, moment: Moment): Moment {
  const { appliedAt } = occurrence ?? {};
  return appliedAt === undefined || appliedAt <= moment.point ? moment : moment.run.momentAt(appliedAt);
}

function lapseOf(
  election: Election,
  occurrence: Occurrence | undefined,
  { machine: { definitions } }: Replay,
  moment: Moment,
): Lapse | undefined {
  const { due, elected } = election;
  const last = definitions.read(due, occurrence, moment);
  if (isProblem(last) && !(last instanceof Failure)) return undefined;
  invariant(last instanceof Failure || typeof last === "number", "a power ends on a day");
  const value = elected === undefined ? undefined : definitions.read(elected, occurrence, moment);
  return {
    election,
    occurrence,
    last: typeof last === "number" ? asPlainDate(last) : last,
    otherwise:
      value === undefined || elected === undefined ? undefined : { value, type: definitions.definition(elected).type },
  };
}

function isUsed({ event }: Election, occurrence: Occurrence | undefined, moment: Moment): boolean {
  const given = occurrence === undefined ? occurrencesAt(event, moment) : (moment.run.referring.get(occurrence) ?? []);
  return given.some((it) => it.type.name === event && hasApplied(it, moment.point));
}
