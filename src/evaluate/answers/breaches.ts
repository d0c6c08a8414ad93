/**
 * Breaches up to a moment: duties that are late or were performed late, events that were not to be given, and each time
 * of a state of things that was not to be.
 */
import { invariant } from "../../base/invariant.ts";
import type { Covenant, Duty, Prohibition } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, nextDay } from "../../units/plain-date.ts";
import type { Replay } from "../replay/replay.ts";
import { occurrencesAt } from "../state/applied.ts";
import type { Evaluation, Moment, Occurrence } from "../state/run.ts";
import { bindingOf } from "../state/run.ts";
import { Failure } from "../values/problem.ts";

export interface Breach {
  readonly what: Duty | Covenant | Prohibition;
  /** The event that a duty is owed for, or that was not to be given. */
  readonly occurrence: Occurrence | undefined;
  /** The first day of the breach; a failure where that, or whether there is one, can't be determined. */
  readonly since: PlainDate | Failure;
  /** The first day on which it was over; undefined while it continues. */
  readonly until: PlainDate | undefined;
}

/** Of each duty and covenant in the order of the text. */
export function breachesAt(replay: Replay, moment: Moment): Breach[] {
  const { duties, covenants, prohibitions } = replay.machine.program;
  return [
    ...duties.flatMap((duty) => breachesOfDuty(duty, replay, moment)),
    ...prohibitions.flatMap((it) => actsAgainst(it, replay, moment)),
    ...covenants.flatMap((it) => timesOf(it, replay, moment)),
  ];
}

/** Without a name, a duty is only owed. */
function breachesOfDuty(duty: Duty, replay: Replay, moment: Moment): Breach[] {
  const { standing, owner } = duty;
  const compiled = replay.machine.duties.find((it) => it.duty === duty);
  if (standing === undefined || compiled === undefined) return [];
  const subjects = owner === undefined ? [undefined] : [...occurrencesAt(owner, moment)];
  return subjects.flatMap((occurrence): Breach[] => {
    // What is due later is not late, whatever else it is.
    const due = compiled.due(moment, bindingOf(occurrence));
    if (typeof due === "number" && due >= moment.day) return [];
    const read = reader(replay, occurrence, moment);
    const word = read(standing.word);
    if (word instanceof Failure) return [{ what: duty, occurrence, since: word, until: undefined }];
    if (word === "breached") return [{ what: duty, occurrence, since: dayIn(read(standing.breach)), until: undefined }];
    if (word !== "late") return [];
    const done = dayIn(read(standing.performance));
    if (done instanceof Failure) return [{ what: duty, occurrence, since: done, until: undefined }];
    const last = dayIn(compiled.due(replay.run.endOf(done, moment), bindingOf(occurrence)));
    return [{ what: duty, occurrence, since: last instanceof Failure ? last : nextDay(last), until: done }];
  });
}

function actsAgainst(what: Prohibition, replay: Replay, moment: Moment): Breach[] {
  return occurrencesAt(what.event, moment).flatMap((occurrence): Breach[] => {
    const isBreach = reader(replay, occurrence, moment)(what.key);
    if (isBreach === false) return [];
    const since = isBreach instanceof Failure ? isBreach : dayIn(occurrence.effectiveOn);
    return [{ what, occurrence, since, until: undefined }];
  });
}

/** Each time, from its first day to the first day on which it was over, by the ends of days. */
function timesOf(what: Covenant, replay: Replay, moment: Moment): Breach[] {
  const found: Breach[] = [];
  const { run } = replay;
  let since: PlainDate | Failure | undefined;
  for (let day = run.start; day <= moment.day; day = nextDay(day)) {
    const word = reader(replay, undefined, run.endOf(day, moment))(what.standing.word);
    const isBreached = word === "breached";
    if (isBreached) since ??= day;
    else if (word instanceof Failure) since = word;
    else if (since !== undefined) {
      if (!(since instanceof Failure)) found.push({ what, occurrence: undefined, since, until: day });
      since = undefined;
    }
  }
  if (since !== undefined) found.push({ what, occurrence: undefined, since, until: undefined });
  return found;
}

function reader({ machine }: Replay, occurrence: Occurrence | undefined, moment: Moment): (key: string) => Evaluation {
  return (key) => machine.definitions.read(key, occurrence, moment);
}

function dayIn(value: Evaluation): PlainDate | Failure {
  if (value instanceof Failure) return value;
  invariant(typeof value === "number", "what is late, or in breach, has its days");
  return asPlainDate(value);
}
