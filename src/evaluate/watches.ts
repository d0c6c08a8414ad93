/**
 * Events of default and what is like them: a limb is clear, pending until its deadline, occurred, and clear again.
 *
 * A limb with a time for cure occurs as the last day of that time ends, if its condition still holds; one without
 * occurs as soon as the condition holds. It continues while the condition does, or for good where the template says so.
 */
import type { CoreProgram, Watch } from "../core/core.ts";
import { isTimeless } from "../core/dependencies.ts";
import type { PlainDate } from "../units/plain-date.ts";
import type { Code } from "./compile.ts";
import { History } from "./history.ts";
import { occurrencesAt } from "./occurrences.ts";
import type { Problem } from "./problem.ts";
import { Absent, Failure, isProblem } from "./problem.ts";
import type { Moment, Occurrence, Result, WatchStatus } from "./run.ts";
import { bindingOf } from "./run.ts";

interface CompiledWatch {
  readonly watch: Watch;
  condition: Code | undefined;
  deadline: Code | undefined;
  /** Whether its condition stays the same until something is changed. */
  readonly isTimeless: boolean;
}

export interface WatchMove {
  readonly watch: Watch;
  readonly occurrence: Occurrence | undefined;
  readonly status: WatchStatus;
  readonly kind: "pending" | "occurs" | "ends" | "clears" | "problem";
  /** The last day of the time for cure, for a limb that becomes pending where that day can be told. */
  readonly deadline?: PlainDate;
}

const clearStatus: WatchStatus = { pendingSince: undefined, occurredOn: undefined, problem: undefined };

/** A limb as it stands at a moment. */
export interface Limb {
  readonly watch: Watch;
  readonly occurrence: Occurrence | undefined;
  readonly status: WatchStatus;
  /** Whether it has occurred and goes on. */
  readonly continues: Result;
}

export class Watches {
  readonly #compiled: readonly CompiledWatch[];

  constructor(program: CoreProgram) {
    this.#compiled = program.watches.map((watch) => ({
      watch,
      condition: undefined,
      deadline: undefined,
      isTimeless: isTimeless(watch.condition, program),
    }));
  }

  compileAll(compile: (expr: Watch["condition"]) => Code): void {
    for (const compiled of this.#compiled) {
      compiled.condition = compile(compiled.watch.condition);
      if (compiled.watch.deadline !== undefined) compiled.deadline = compile(compiled.watch.deadline);
    }
  }

  /** Whether a limb of the family has occurred and continues, in one of the sections where any are named. */
  holds(family: string, sections: readonly string[], moment: Moment): Result {
    let problem: Problem | undefined;
    for (const compiled of this.#members(family, sections)) {
      for (const occurrence of subjects(compiled.watch, moment)) {
        const continues = this.#continues(compiled, occurrence, moment);
        if (continues === true) return true;
        if (isProblem(continues)) problem ??= continues;
      }
    }
    return problem ?? false;
  }

  /** The day on which the earliest limb that continues occurred. */
  start(family: string, sections: readonly string[], moment: Moment): Result {
    let earliest: PlainDate | undefined;
    for (const compiled of this.#members(family, sections)) {
      for (const occurrence of subjects(compiled.watch, moment)) {
        const continues = this.#continues(compiled, occurrence, moment);
        if (isProblem(continues)) return continues;
        if (continues !== true) continue;
        const began = statusAt(compiled.watch, occurrence, moment).occurredOn ?? moment.day;
        if (earliest === undefined || began < earliest) earliest = began;
      }
    }
    return earliest ?? new Absent(`no ${family} continues`, "");
  }

  /** What moves as a day ends; `done` holds the moves already made today, which are not made again. */
  movesAt(moment: Moment, done: ReadonlySet<string>): WatchMove[] {
    const { quiet } = moment.run;
    return this.#compiled.flatMap((compiled) => {
      if (compiled.isTimeless && quiet.get(compiled.watch) === moment.version) return [];
      const moves = subjects(compiled.watch, moment).flatMap(
        (occurrence) => nextMove(compiled, occurrence, moment) ?? [],
      );
      // What was made today already may be made again tomorrow: then the limb is not at rest.
      if (compiled.isTimeless && moves.length === 0 && !isWaiting(compiled.watch, moment)) {
        quiet.set(compiled.watch, moment.version);
      }
      return moves.filter((move) => !done.has(moveKey(move)));
    });
  }

  /** Limbs whose condition holds and whose time for cure still runs, with the day on which it runs out. */
  pendingAt(moment: Moment): { watch: Watch; occurrence: Occurrence | undefined; deadline: PlainDate }[] {
    return this.#compiled.flatMap(({ watch, deadline }) =>
      subjects(watch, moment).flatMap((occurrence) => {
        const { pendingSince, occurredOn } = statusAt(watch, occurrence, moment);
        if (deadline === undefined || pendingSince === undefined || occurredOn !== undefined) return [];
        const day = deadline(moment, bindingOf(occurrence));
        return isProblem(day) ? [] : [{ watch, occurrence, deadline: day as PlainDate }];
      }),
    );
  }

  /** Limbs of a family that have occurred, are pending or cannot be told. */
  stirredAt(family: string, sections: readonly string[], moment: Moment): Limb[] {
    return this.#members(family, sections).flatMap((compiled) =>
      subjects(compiled.watch, moment).flatMap((occurrence) => {
        const status = statusAt(compiled.watch, occurrence, moment);
        const continues = this.#continues(compiled, occurrence, moment);
        const isStirred = continues !== false || status.pendingSince !== undefined;
        return isStirred ? [{ watch: compiled.watch, occurrence, status, continues }] : [];
      }),
    );
  }

  /** Works a limb's condition out, for an explanation. */
  workOut({ watch, occurrence }: Limb, moment: Moment): void {
    this.#compiled.find((it) => it.watch === watch)?.condition?.(moment, bindingOf(occurrence));
  }

  #members(family: string, sections: readonly string[]): CompiledWatch[] {
    return this.#compiled.filter(
      ({ watch }) => watch.family === family && (sections.length === 0 || sections.includes(watch.section)),
    );
  }

  #continues(
    { watch, condition, deadline }: CompiledWatch,
    occurrence: Occurrence | undefined,
    moment: Moment,
  ): Result {
    const { occurredOn, problem } = statusAt(watch, occurrence, moment);
    if (problem !== undefined) return problem;
    if (occurredOn !== undefined && watch.ends === "never") return true;
    if (occurredOn === undefined && deadline !== undefined) return false;
    return (condition as Code)(moment, bindingOf(occurrence));
  }
}

/** Whether a day may move a limb by itself: its time for cure runs, or when that runs out could not be told. */
function isWaiting(watch: Watch, moment: Moment): boolean {
  return subjects(watch, moment).some((occurrence) => {
    const { pendingSince, occurredOn, problem } = statusAt(watch, occurrence, moment);
    return problem !== undefined || (pendingSince !== undefined && occurredOn === undefined);
  });
}

export function moveKey({ watch, occurrence, kind }: WatchMove): string {
  return `${watch.id}|${occurrence?.index ?? ""}|${kind}`;
}

export function recordMove({ watch, occurrence, status }: WatchMove, moment: Moment): void {
  const { statuses } = moment.run;
  const byOccurrence = statuses.get(watch) ?? new Map<Occurrence | undefined, History<WatchStatus>>();
  statuses.set(watch, byOccurrence);
  const history = byOccurrence.get(occurrence) ?? new History<WatchStatus>();
  byOccurrence.set(occurrence, history);
  history.record(moment.point, status);
}

function statusAt(watch: Watch, occurrence: Occurrence | undefined, { run, point }: Moment): WatchStatus {
  return run.statuses.get(watch)?.get(occurrence)?.at(point) ?? clearStatus;
}

function subjects({ owner }: Watch, moment: Moment): readonly (Occurrence | undefined)[] {
  return owner === undefined ? [undefined] : occurrencesAt(owner, moment);
}

function nextMove(compiled: CompiledWatch, occurrence: Occurrence | undefined, moment: Moment): WatchMove | undefined {
  const { watch } = compiled;
  const status = statusAt(watch, occurrence, moment);
  const { occurredOn, pendingSince } = status;
  if (occurredOn !== undefined && watch.ends === "never") return undefined;
  const move = (kind: WatchMove["kind"], next: Partial<WatchStatus>): WatchMove => ({
    watch,
    occurrence,
    kind,
    status: { ...clearStatus, ...next },
  });
  const holds = (compiled.condition as Code)(moment, bindingOf(occurrence));
  if (isProblem(holds))
    return status.problem === undefined ? move("problem", { problem: asFailure(holds, watch) }) : undefined;
  if (holds !== true) {
    if (occurredOn !== undefined) return move("ends", {});
    return pendingSince === undefined && status.problem === undefined ? undefined : move("clears", {});
  }
  if (occurredOn !== undefined) return undefined;
  const deadline = compiled.deadline?.(moment, bindingOf(occurrence));
  if (deadline instanceof Failure) {
    return status.problem === undefined ? move("problem", { problem: deadline }) : undefined;
  }
  const since = pendingSince ?? moment.day;
  // Without a date by which to cure it there is nothing to wait for; a deadline without a value never comes.
  const hasRunOut = deadline === undefined || (!isProblem(deadline) && moment.day >= (deadline as PlainDate));
  if (hasRunOut) return move("occurs", { pendingSince: since, occurredOn: moment.day });
  if (pendingSince !== undefined) return undefined;
  const pending = move("pending", { pendingSince: since });
  return isProblem(deadline) ? pending : { ...pending, deadline: deadline as PlainDate };
}

function asFailure(problem: Problem, watch: Watch): Failure {
  return problem instanceof Failure ? problem : new Failure("undefined", problem.because, watch.span);
}
