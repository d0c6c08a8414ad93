/** Where the parties stand at the end of a day: the values that the template marks with roles, and what is in default. */
import type { CoreProgram, DefaultCondition } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { RoleKind } from "../../units/roles.ts";
import { isRoleFor, roles } from "../../units/roles.ts";
import type { Replay } from "../replay/replay.ts";
import type { Occurrence } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import type { AnswerFact } from "./answer.ts";
import { answer } from "./answer.ts";

export interface PositionFact {
  readonly day: PlainDate;
  /** In the order of the published roles, then by name. */
  readonly balances: readonly BalanceFact[];
  readonly continuing: readonly ContinuingDefault[];
}

/** A value under the role with which the template marks it. */
export interface BalanceFact {
  readonly role: RoleKind;
  readonly answer: AnswerFact;
}

/** A default that has occurred and continues. */
export interface ContinuingDefault {
  readonly defaultCondition: DefaultCondition;
  readonly occurrence: Occurrence | undefined;
  /** The day on which it occurred, or why that is unknown. */
  readonly since: PlainDate | Problem;
}

/** The position at the end of a day that the replay has reached. */
export function positionAt(replay: Replay, day: PlainDate): PositionFact {
  const marks = positionMarks(replay.machine.program);
  return {
    day,
    balances: marks.map(({ role, name: value }) => ({ role, answer: answer({ value, on: day }, replay) })),
    continuing: marks.flatMap(({ name }) => continuingAt(name, replay, day)),
  };
}

/** A value of each event has no single figure, so a mark on one gives no balance. */
function positionMarks({ roles: marks, askable }: CoreProgram): { readonly role: RoleKind; readonly name: string }[] {
  return roles.flatMap((role) => {
    if (!isRoleFor("position", role)) return [];
    const named = marks.filter((it) => it.role === role.name && askable.get(it.name)?.noteLevel !== undefined);
    return named.map(({ name }) => ({ role, name }));
  });
}

function continuingAt(name: string, { machine, run }: Replay, day: PlainDate): ContinuingDefault[] {
  const what = machine.program.askable.get(name)?.noteLevel;
  if (what?.kind !== "family") return [];
  const grounds = machine.eventsOfDefault.groundsAt(what.key, [], run.endOf(day, run.now));
  return grounds.flatMap(({ defaultCondition, occurrence, status, continues }) => {
    const since = status.startUnknown ?? status.occurredOn ?? day;
    return continues === true ? [{ defaultCondition, occurrence, since }] : [];
  });
}
