/** One question put to a replay. Questions only look: asked twice, or among others, each has one answer. */

import { assertNever } from "../../base/assert-never.ts";
import { entryIn } from "../../base/entry-in.ts";
import type { Askable, Field, ValueType } from "../../core/core.ts";
import { datedIn } from "../../core/dated-events.ts";
import type { Question } from "../../inputs/scenario.ts";
import { zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { shareExponent, yesOrNo } from "../../units/value-type.ts";
import { ledgerAt } from "../compile/account-ledgers.ts";
import { shareBasisOf } from "../compile/expressions/reads.ts";
import type { Machine } from "../compile/machine.ts";
import { unpaid } from "../ledger/measures.ts";
import type { Replay } from "../replay/replay.ts";
import { undeterminedOf } from "../state/applied.ts";
import type { Evaluation, Moment, Occurrence } from "../state/run.ts";
import { restate } from "../state/run.ts";
import type { ExpectedDays } from "../values/expected-days.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";
import type { Refused } from "../values/refused.ts";

export type Query = Pick<Question, "value" | "on" | "of" | "section">;

/** What a question finds: the value, its type, and where it stands. */
export interface AnswerFact {
  readonly query: Query;
  readonly result: Evaluation;
  readonly type: ValueType;
  readonly section: string;
  /** The definition behind it, where there is one, with the moment and the occurrence. */
  /** Where it rests on trading days that are only expected. */
  readonly expected?: ExpectedDays;
  readonly source?: { readonly key: string; readonly owner: Occurrence | undefined; readonly moment: Moment };
}

type Found = Omit<AnswerFact, "query">;

/** A value of the note at a moment, which may lie within a day. */
export function valueAt(name: string, moment: Moment, replay: Replay): Evaluation {
  const askable = replay.machine.program.askable.get(name);
  return askable === undefined
    ? new Failure("undefined", { kind: "unknown name", name })
    : bare(askable, [], moment, replay).result;
}

export function answer(query: Query, replay: Replay): AnswerFact {
  return { query, ...find(query, replay) };
}

/** Of one event, whether or not it has an id. */
export function answerOf(name: Askable, occurrence: Occurrence, on: PlainDate, replay: Replay): AnswerFact {
  const query = { value: name.name, on, of: occurrence.id };
  return { query, ...ofOccurrence(name, occurrence, query, replay) };
}

function find(query: Query, replay: Replay): Found {
  const occurrence = query.of === undefined ? undefined : replay.occurrences.find(({ id }) => id === query.of);
  if (occurrence?.type.name === query.value) return ofEvent(occurrence, query, replay);
  const askable = replay.machine.program.askable.get(query.value);
  if (askable === undefined) return nothing(new Failure("undefined", { kind: "unknown name", name: query.value }));
  if (occurrence !== undefined) return ofOccurrence(askable, occurrence, query, replay);
  const moment = momentOf(query.on, replay);
  const never = query.of === undefined ? undefined : datedIn(query.of, replay.machine.program);
  if (never !== undefined) return nothing(undeterminedOf(never.type.name, moment) ?? neverHappens(never));
  return bare(askable, query.of === undefined ? [] : [query.of], moment, replay);
}

/** What would happen by itself, on a day that is none of its dates or that the run does not reach. */
function neverHappens({ type, day }: NonNullable<ReturnType<typeof datedIn>>): Failure {
  return new Failure("undefined", { kind: "never happens", event: type.name, day });
}

const nothing = (result: Evaluation): Found => ({ result, type: yesOrNo, section: "" });

/** The end of a day; of the last one where no day is named. */
function momentOf(day: PlainDate | undefined, { run }: Replay): Moment {
  return day === undefined ? run.now : run.endOf(day, run.now);
}

function bare(
  { name, noteLevel: what }: Askable,
  sections: readonly string[],
  moment: Moment,
  { machine }: Replay,
): Found {
  const { program, definitions, eventsOfDefault } = machine;
  if (what === undefined) return nothing(new Failure("undefined", { kind: "name of an event", name }));
  switch (what.kind) {
    case "family":
      return {
        result: eventsOfDefault.holds(what.key, sections, moment),
        type: yesOrNo,
        section: sections[0] ?? sectionsOf(what.key, moment, machine),
      };
    case "account": {
      const ledger = moment.point < 0 ? undefined : ledgerAt(what.key, moment);
      const { section, type } = entryIn(program.accounts, what.key);
      const result = ledger === undefined ? zero : isProblem(ledger) ? ledger : unpaid(ledger);
      return { result, type, section };
    }
    case "param": {
      const { type, section, isRestated } = entryIn(program.params, what.key);
      const given = moment.run.inputs.terms.get(what.key);
      const value = isRestated && given !== undefined ? restate(given, shareExponent(type), undefined, moment) : given;
      return { result: value ?? new Absent({ kind: "left out", name }), type, section };
    }
    case "state": {
      const { type, section } = entryIn(program.states, what.key);
      const value = entryIn(moment.run.states, what.key).history.at(moment.point);
      const before = new Failure("missing data", { kind: "before the note", name, start: moment.run.start });
      return { result: value ?? before, type, section };
    }
    case "definition": {
      const { type } = definitions.definition(what.key);
      const section = definitions.sectionAt(what.key, moment);
      const result = definitions.read(what.key, undefined, moment);
      return { result, type, section, source: { key: what.key, owner: undefined, moment } };
    }
    default:
      return assertNever(what.kind);
  }
}

/** The sections under which a family continues; where it does not, all that have a member of it. */
function sectionsOf(family: string, moment: Moment, { program, eventsOfDefault }: Machine): string {
  const continuing = eventsOfDefault
    .occurredOrPendingAt(family, [], moment)
    .filter(({ continues }) => continues === true);
  const members =
    continuing.length > 0 ? continuing.map(({ defaultCondition }) => defaultCondition) : program.defaultConditions;
  return [...new Set(members.filter((it) => it.family === family).map(({ section }) => section))].join(", ");
}

function ofOccurrence({ name, perEvent }: Askable, occurrence: Occurrence, { on }: Query, replay: Replay): Found {
  const { definitions } = replay.machine;
  const what = perEvent.get(occurrence.type.name);
  if (what === undefined)
    return nothing(new Failure("undefined", { kind: "name of another event", name, event: occurrence.type.name }));
  if (what.kind === "field") {
    const field = entryIn(occurrence.type.fields, what.key);
    const result = fieldOf(occurrence, field, on, replay);
    return { result, type: field.type, section: field.section };
  }
  const definition = definitions.definition(what.key);
  const found = (result: Evaluation, moment: Moment): Found => ({
    result,
    type: definition.type,
    section: definition.section,
    source: { key: what.key, owner: occurrence, moment },
  });
  const stood = standing(occurrence, replay);
  if (isProblem(stood)) return found(stood, replay.run.now);
  // Without a day it stands as it was fixed, or is as it was once its event was applied; a state or an account is as at the end.
  const { states, accounts } = replay.machine.program;
  const goesOn = states.has(what.key) || accounts.has(what.key);
  const moment = on === undefined && !goesOn ? stood : momentOf(on, replay);
  const isEarly = moment.point < stood.point;
  if (!definition.isFixed) {
    const live = definitions.read(what.key, occurrence, moment);
    // Before its event counts, a value that depends on what that event fixes is absent.
    const isNone = isEarly && live instanceof Failure && live.error === "undefined";
    return found(isNone ? new Absent({ kind: "event counts later", from: stood.day }) : live, moment);
  }
  if (on === undefined) return found(entryIn(occurrence.fixed, what.key), moment);
  if (isEarly) return found(new Absent({ kind: "fixed later", on: stood.day }), moment);
  const fixedAt = occurrence.fixedAt === undefined ? stood : replay.run.momentAt(occurrence.fixedAt);
  return found(restate(entryIn(occurrence.fixed, what.key), shareExponent(definition.type), fixedAt, moment), moment);
}

/** Whether an event was taken, and counts on the day. */
function ofEvent(occurrence: Occurrence, { on }: Query, replay: Replay): Found {
  const stood = standing(occurrence, replay);
  const result = isProblem(stood) ? stood : momentOf(on, replay).point >= stood.point;
  return { result, type: yesOrNo, section: occurrence.type.section };
}

/** Without a day a field is as it was given; on a day, restated in the shares of that day. */
function fieldOf(occurrence: Occurrence, field: Field, on: PlainDate | undefined, replay: Replay): Evaluation {
  const { name, type } = field;
  if (occurrence.refused !== undefined) return refusedFailure(occurrence.type.name, occurrence.refused);
  if (occurrence.undecided !== undefined) return occurrence.undecided;
  const value = occurrence.fields.get(name) ?? new Absent({ kind: "not given", name });
  if (on === undefined || isProblem(value)) return value;
  const moment = momentOf(on, replay);
  return restate(value, shareExponent(type), shareBasisOf(occurrence, field, moment), moment);
}

function refusedFailure(event: string, because: Refused): Failure {
  return new Failure("refused", { kind: "event refused", event, because, named: "in a question" });
}

/** The point from which an event counts, or why it does not. */
function standing(occurrence: Occurrence, { run }: Replay): Moment | Problem {
  const { refused, undecided, appliedAt, effectiveOn, type } = occurrence;
  if (refused !== undefined) return refusedFailure(type.name, refused);
  if (undecided !== undefined) return undecided;
  if (appliedAt !== undefined) return run.momentAt(appliedAt);
  if (effectiveOn instanceof Failure) return effectiveOn;
  const because = isProblem(effectiveOn) ? effectiveOn : undefined;
  return new Failure("missing data", { kind: "event not effective", event: type.name, because });
}
