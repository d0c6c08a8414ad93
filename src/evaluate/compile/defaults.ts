/**
 * Events of default and the like: a default is clear, pending until its deadline, occurred, and clear again.
 *
 * A default with a cure period occurs as the last day of that period ends, if its condition still holds; one without
 * occurs as soon as the condition holds. It continues while the condition does, or for good where the template says so.
 */
import type { CoreProgram, DefaultCondition } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { occurrencesAt, undeterminedOf } from "../state/applied.ts";
import type { Code, DefaultStatus, Moment, Occurrence } from "../state/run.ts";
import { bindingOf, isBetweenPrices } from "../state/run.ts";
import { History } from "../values/history.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";
import type { TypedCompiler } from "./typed-compiler.ts";

interface CompiledDefault {
  readonly defaultCondition: DefaultCondition;
  /** Compiled when it is first read. */
  readonly code: { readonly condition: Code<boolean>; readonly deadline: Code<PlainDate> | undefined };
}

/** A default, for one occurrence where there is one for each. */
interface DefaultSubject {
  readonly defaultCondition: DefaultCondition;
  readonly occurrence: Occurrence | undefined;
}

export interface DefaultMove extends DefaultSubject {
  readonly status: DefaultStatus;
  readonly kind: "pending" | "occurs" | "ends" | "clears" | "problem" | "occurred unseen" | "is determined";
  /** The last day of the cure period, for a default that becomes pending, where that day is known. */
  readonly deadline?: PlainDate;
}

const clearStatus: DefaultStatus = { pendingSince: undefined, occurredOn: undefined, problem: undefined };

/** A default as it stands at a moment. */
export interface DefaultGround extends DefaultSubject {
  readonly status: DefaultStatus;
  /** Whether it has occurred and goes on. */
  readonly continues: boolean | Problem;
}

export class EventsOfDefault {
  readonly #compiled: readonly CompiledDefault[];

  constructor(program: CoreProgram, compilerFor: () => TypedCompiler) {
    const compiler = compilerFor();
    this.#compiled = program.defaultConditions.map((defaultCondition) => {
      const { condition, deadline } = defaultCondition;
      const code = { condition: compiler.condition(condition), deadline: deadline && compiler.day(deadline) };
      return { defaultCondition, code };
    });
  }

  /** Whether a default of the family has occurred and continues, in one of the sections where any are named. */
  holds(family: string, sections: readonly string[], moment: Moment): boolean | Problem {
    let problem: Problem | undefined;
    for (const compiled of this.#members(family, sections)) {
      problem ??= undeterminedMember(compiled, moment);
      for (const occurrence of subjects(compiled.defaultCondition, moment)) {
        const continues = this.#continues(compiled, occurrence, moment);
        if (isProblem(continues)) problem ??= continues;
        else if (continues) return true;
      }
    }
    return problem ?? false;
  }

  /** The day on which the earliest default that continues occurred. */
  start(family: string, sections: readonly string[], moment: Moment): PlainDate | Problem {
    let earliest: PlainDate | undefined;
    for (const compiled of this.#members(family, sections)) {
      const undetermined = undeterminedMember(compiled, moment);
      if (undetermined !== undefined) return undetermined;
      for (const occurrence of subjects(compiled.defaultCondition, moment)) {
        const continues = this.#continues(compiled, occurrence, moment);
        if (isProblem(continues)) return continues;
        if (!continues) continue;
        const { occurredOn, startUnknown } = statusAt(compiled.defaultCondition, occurrence, moment);
        if (startUnknown !== undefined) return startUnknown;
        if (occurredOn === undefined) moment.run.hasReadTime = true;
        const began = occurredOn ?? moment.day;
        if (earliest === undefined || began < earliest) earliest = began;
      }
    }
    return earliest ?? new Absent({ kind: "no default continues", family });
  }

  /** What moves as a day ends; `done` holds the moves already made today, which are not made again. */
  movesAt(moment: Moment, done: ReadonlySet<string>): DefaultMove[] {
    const { run, version } = moment;
    const { quiet } = run;
    const moves: DefaultMove[] = [];
    // On most days nothing moves, so nothing is made for those.
    for (const compiled of this.#compiled) {
      const { defaultCondition } = compiled;
      if (quiet.get(defaultCondition) === version) continue;
      const all = subjects(defaultCondition, moment);
      run.spend(all.length, defaultCondition.span);
      let isAtRest = true;
      run.hasReadTime = false;
      for (const occurrence of all) {
        const move = nextMove(compiled, occurrence, moment);
        if (move === undefined) continue;
        // What moved today already may move again tomorrow: then the default is not at rest.
        isAtRest = false;
        if (!done.has(moveKey(move))) moves.push(move);
      }
      if (!run.hasReadTime && isAtRest && !isWaiting(defaultCondition, moment)) quiet.set(defaultCondition, version);
    }
    return moves;
  }

  /** Defaults whose condition holds and whose cure period still runs, with its last day. */
  pendingAt(moment: Moment): (DefaultSubject & { deadline: PlainDate })[] {
    return this.#compiled.flatMap(({ defaultCondition, code }) =>
      subjects(defaultCondition, moment).flatMap((occurrence) => {
        const { pendingSince, occurredOn } = statusAt(defaultCondition, occurrence, moment);
        if (pendingSince === undefined || occurredOn !== undefined) return [];
        const deadline = code.deadline?.(moment, bindingOf(occurrence));
        return typeof deadline === "number" ? [{ defaultCondition, occurrence, deadline }] : [];
      }),
    );
  }

  /** Defaults of a family that have occurred, are pending or are unknown. */
  occurredOrPendingAt(family: string, sections: readonly string[], moment: Moment): DefaultGround[] {
    return this.groundsAt(family, sections, moment).filter(isStirred);
  }

  /** Every default of a family, for each event that it is watched for, as it stands. */
  groundsAt(family: string, sections: readonly string[], moment: Moment): DefaultGround[] {
    return this.#members(family, sections).flatMap((compiled) =>
      subjects(compiled.defaultCondition, moment).map((occurrence) => {
        const status = statusAt(compiled.defaultCondition, occurrence, moment);
        const continues = this.#continues(compiled, occurrence, moment);
        return { defaultCondition: compiled.defaultCondition, occurrence, status, continues };
      }),
    );
  }

  #members(family: string, sections: readonly string[]): CompiledDefault[] {
    return this.#compiled.filter(
      ({ defaultCondition }) =>
        defaultCondition.family === family && (sections.length === 0 || sections.includes(defaultCondition.section)),
    );
  }

  #continues(
    { defaultCondition, code }: CompiledDefault,
    occurrence: Occurrence | undefined,
    moment: Moment,
  ): boolean | Problem {
    const { condition, deadline } = code;
    const { occurredOn, problem } = statusAt(defaultCondition, occurrence, moment);
    if (problem !== undefined) return asFailure(problem, defaultCondition);
    if (occurredOn !== undefined && defaultCondition.ends === "never") return true;
    if (occurredOn === undefined && deadline !== undefined) return false;
    return condition(moment, bindingOf(occurrence));
  }
}

export function isStirred({ continues, status }: DefaultGround): boolean {
  return continues !== false || status.pendingSince !== undefined;
}

/** Whether a day may move a default by itself: its cure period runs, or its end was unknown. */
function isWaiting(defaultCondition: DefaultCondition, moment: Moment): boolean {
  return subjects(defaultCondition, moment).some((occurrence) => {
    const { pendingSince, occurredOn, problem } = statusAt(defaultCondition, occurrence, moment);
    return problem !== undefined || (pendingSince !== undefined && occurredOn === undefined);
  });
}

export function moveKey({ defaultCondition, occurrence, kind }: DefaultMove): string {
  return `${defaultCondition.id}|${occurrence?.index ?? ""}|${kind}`;
}

export function recordMove({ defaultCondition, occurrence, status }: DefaultMove, moment: Moment): void {
  const { statuses } = moment.run;
  const byOccurrence = statuses.get(defaultCondition) ?? new Map<Occurrence | undefined, History<DefaultStatus>>();
  statuses.set(defaultCondition, byOccurrence);
  const history = byOccurrence.get(occurrence) ?? new History<DefaultStatus>();
  byOccurrence.set(occurrence, history);
  history.record(moment.point, status);
}

function statusAt(
  defaultCondition: DefaultCondition,
  occurrence: Occurrence | undefined,
  { run, point }: Moment,
): DefaultStatus {
  return run.statuses.get(defaultCondition)?.get(occurrence)?.at(point) ?? clearStatus;
}

function subjects({ owner }: DefaultCondition, moment: Moment): readonly (Occurrence | undefined)[] {
  return owner === undefined ? [undefined] : occurrencesAt(owner, moment);
}

/** An event that may have taken effect may have brought a default with it. */
function undeterminedMember({ defaultCondition: { owner } }: CompiledDefault, moment: Moment): Failure | undefined {
  return owner === undefined ? undefined : undeterminedOf(owner, moment);
}

function nextMove(
  compiled: CompiledDefault,
  occurrence: Occurrence | undefined,
  moment: Moment,
): DefaultMove | undefined {
  const { defaultCondition } = compiled;
  const { code } = compiled;
  const status = statusAt(defaultCondition, occurrence, moment);
  const { occurredOn, pendingSince } = status;
  if (occurredOn !== undefined && defaultCondition.ends === "never") return undefined;
  const move = (kind: DefaultMove["kind"], next: Partial<DefaultStatus>): DefaultMove => ({
    defaultCondition,
    occurrence,
    kind,
    status: { ...clearStatus, ...next },
  });
  // A condition without a value was not met; one that failed may have been.
  // What is pending until a day that can't be determined is known to hold.
  const unknown = status.problem instanceof Failure && pendingSince === undefined ? status.problem : undefined;
  const condition = code.condition(moment, bindingOf(occurrence));
  // Between two prices it stands as it last stood.
  const isKept = condition instanceof Failure && unknown === undefined && isBetweenPrices(condition, moment.run);
  const holds = isKept ? pendingSince !== undefined || occurredOn !== undefined : condition;
  if (isProblem(holds)) {
    const isKnown = unknown !== undefined || (holds instanceof Absent && status.problem !== undefined);
    return isKnown ? undefined : move("problem", { problem: holds });
  }
  if (!holds) {
    if (occurredOn !== undefined) return move("ends", {});
    // What goes on for good may have occurred while it was unknown.
    if (status.problem instanceof Failure && defaultCondition.ends === "never") return undefined;
    if (status.problem !== undefined) return move("is determined", {});
    return pendingSince === undefined ? undefined : move("clears", {});
  }
  if (occurredOn !== undefined) return undefined;
  const deadline = code.deadline?.(moment, bindingOf(occurrence));
  if (deadline instanceof Failure) {
    if (status.problem instanceof Failure) return undefined;
    return move("problem", { problem: deadline, pendingSince: pendingSince ?? moment.day });
  }
  const since = pendingSince ?? moment.day;
  // Without a date by which to cure it there is nothing to wait for; a deadline without a value never comes.
  const hasRunOut = deadline === undefined || (!isProblem(deadline) && moment.day >= deadline);
  if (unknown !== undefined) {
    return hasRunOut ? move("occurred unseen", { occurredOn: moment.day, startUnknown: unknown }) : undefined;
  }
  if (hasRunOut) return move("occurs", { pendingSince: since, occurredOn: moment.day });
  if (pendingSince !== undefined && status.problem === undefined) return undefined;
  const pending = move("pending", { pendingSince: since });
  return typeof deadline === "number" ? { ...pending, deadline } : pending;
}

function asFailure(problem: Problem, defaultCondition: DefaultCondition): Failure {
  if (problem instanceof Failure) return problem;
  return new Failure("undefined", { kind: "needs a value", because: problem }, defaultCondition.span);
}
