/** Where the parties stand at the end of a day: the values that the template marks with roles, and what is in default. */
import type { CoreProgram, DefaultCondition } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { RoleKind } from "../../units/roles.ts";
import { isRoleFor, roles } from "../../units/roles.ts";
import type { Replay } from "../replay/replay.ts";
import type { Occurrence } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { answer, answerOf } from "./answer.ts";
import type { BalanceFact } from "./balance.ts";
import type { OwedTotal } from "./position-totals.ts";
import { dilution, owedTotal } from "./position-totals.ts";

export interface PositionFact {
  readonly day: PlainDate;
  /** In the order of the published roles, then by name. */
  readonly balances: readonly BalanceFact[];
  /** Undefined where the template marks nothing that is owed. */
  readonly owed: OwedTotal | undefined;
  /** The holder's part of the shares, or the balance that has no figure; undefined where the template does not mark both. */
  readonly dilution: Exact | BalanceFact | undefined;
  readonly continuing: readonly ContinuingDefault[];
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
  const balances = marks.flatMap(({ role, name: value }): BalanceFact[] => {
    const entries = entriesOf(value, replay, day);
    const ofNote = replay.machine.program.askable.get(value)?.noteLevel;
    return [
      ...(ofNote ? [{ role, answer: answer({ value, on: day }, replay) }] : []),
      ...entries.map((it) => ({ role, ...it })),
    ];
  });
  return {
    day,
    balances,
    owed: owedTotal(balances),
    dilution: dilution(balances),
    continuing: marks.flatMap(({ name }) => continuingAt(name, replay, day)),
  };
}

function positionMarks({ roles: marks }: CoreProgram): { readonly role: RoleKind; readonly name: string }[] {
  return roles.flatMap((role) => {
    if (!isRoleFor("position", role)) return [];
    return marks.filter((it) => it.role === role.name).map(({ name }) => ({ role, name }));
  });
}

/** A state, or an account, of each event is a balance of each; what else an event has is no balance. On each day they are the same ones. */
function entriesOf(name: string, replay: Replay, day: PlainDate): Pick<BalanceFact, "answer" | "of">[] {
  const { askable, states, accounts } = replay.machine.program;
  const named = askable.get(name);
  if (named === undefined) return [];
  const having = replay.occurrences.filter(({ type, refused }) => {
    const key = named.perEvent.get(type.name)?.key;
    return refused === undefined && key !== undefined && (states.has(key) || accounts.has(key));
  });
  return having.map((of) => ({ of, answer: answerOf(named, of, day, replay) }));
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
