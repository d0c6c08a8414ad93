/**
 * What each party may do on a day, as things stand at its end, and why not. The event of a power is put behind all that
 * happened on the day, with nothing said in it but its start values, and the conditions of the power are looked at one by
 * one. Nothing is changed by it.
 */
import { entryIn } from "../../../base/entry-in.ts";
import { largest } from "../../../base/largest.ts";
import type { EventType, Field, Power, Value } from "../../../core/core.ts";
import type { Scenario } from "../../../inputs/scenario.ts";
import type { Exact } from "../../../units/exact.ts";
import { compare, isUnlimited } from "../../../units/exact.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import { asPlainDate } from "../../../units/plain-date.ts";
import type { CompiledPower, Machine } from "../../compile/machine.ts";
import type { Environment } from "../../evaluate.ts";
import { replayScenario } from "../../evaluate.ts";
import { failedCondition } from "../../replay/events/apply-event.ts";
import { occurrenceOf } from "../../replay/events/occurrence.ts";
import type { Daily, Replay } from "../../replay/replay.ts";
import { occurrencesAt } from "../../state/applied.ts";
import type { Binding, Moment, Occurrence, Run } from "../../state/run.ts";
import { bindingOf } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";
import { Absent, Failure, isProblem } from "../../values/problem.ts";
import type { FailedCondition } from "../../values/refused.ts";
import type { DutyOwed } from "../owed.ts";
import { owedBy, standsUndone } from "../owed.ts";
import type { FieldBounds } from "./supposed-fields.ts";
import { fieldBounds, isOpen, supposedFields } from "./supposed-fields.ts";

/** A power as it stands on a day: it may be used, or conditions fail, or it is unknown. */
export interface PowerFact {
  readonly power: Power;
  readonly event: EventType;
  /** The event that it would be for. */
  readonly of: Occurrence | undefined;
  /** Where it is there for an event, and there is none. */
  readonly lacksTarget: boolean;
  /** The day on which it would take effect, and on which its conditions are looked at; undefined where that is not known. */
  readonly effectiveOn: PlainDate | undefined;
  /** The conditions that do not hold, whatever the event says. */
  readonly failed: readonly FailedCondition[];
  /** The reasons of conditions that hold or fail by what the event says. */
  readonly open: readonly string[];
  /** Why another condition is unknown. */
  readonly unknown: Problem | undefined;
  /** The least of its limits; a problem where one of them is unknown, undefined where there is none. */
  readonly limit: Exact | Problem | undefined;
  readonly bounds: readonly FieldBounds[];
  /** What its event would say if it were used as far as it goes; what stays open is not there. */
  readonly supposes: ReadonlyMap<string, Value>;
  /** What would be owed for the event, or may be by what it says, as of the same moment. */
  readonly asks: readonly DutyOwed[];
}

/** In the order of the template; of a power that is there for an event, one for each of these. */
export function powersOn(
  on: PlainDate,
  scenario: Scenario,
  environment: Environment,
  machine: Machine,
): readonly PowerFact[] {
  const look = lookAtPowers(on, machine);
  return look.found(replayScenario(machine, scenario, environment, on, look.daily));
}

/** What a replay does each day to look at the powers of one, and what it has found; it goes on as far as that takes. */
export interface LookAtPowers {
  readonly daily: Daily;
  found(replay: Replay): readonly PowerFact[];
}

export function lookAtPowers(on: PlainDate, machine: Machine): LookAtPowers {
  let facts: readonly PowerFact[] = [];
  let asked: readonly Asked[] = [];
  const closes = (replay: Replay) => {
    const { now } = replay.run;
    if (now.day === on) {
      asked = askedOn(on, replay);
      facts = asked.map(notLookedAt);
    }
    facts = facts.map((fact, index) => {
      const it = asked[index];
      if (it === undefined || dayOf(it, on) !== now.day) return fact;
      return { ...fact, ...supposing(replay.run, () => conditionsOf(it, now, machine)) };
    });
    return [];
  };
  const found = (replay: Replay) => {
    // What takes effect later is looked at on that day, as nothing else happens until then.
    const days = facts.flatMap(({ effectiveOn }) => effectiveOn ?? []);
    replay.runOn(asPlainDate(largest(days, on)));
    return facts;
  };
  return { daily: { closes }, found };
}

/** What is read of a supposed event begins its states and accounts; none of them stays. */
function supposing<T>({ states, accounts, ledgers }: Run, look: () => T): T {
  const held = [states, accounts, ledgers].map((map) => ({ map, size: map.size }));
  const found = look();
  for (const { map, size } of held) for (const slot of [...map.keys()].slice(size)) map.delete(slot);
  return found;
}

/** A power, with its event as it would be given; without one where it is for an event that has not happened. */
interface Asked {
  readonly compiled: CompiledPower;
  readonly type: EventType;
  readonly occurrence: Occurrence | undefined;
}

function askedOn(day: PlainDate, { machine, run }: Replay): Asked[] {
  return [...machine.powers.values()].flatMap((compiled): Asked[] => {
    const type = entryIn(machine.program.events, compiled.power.event);
    const targets = type.refersTo === undefined ? [undefined] : [...occurrencesAt(type.refersTo, run.now)];
    if (targets.length === 0) return [{ compiled, type, occurrence: undefined }];
    return targets.map((target) => ({
      compiled,
      type,
      occurrence: supposed(compiled.power, type, day, target, machine, run),
    }));
  });
}

/** The event given on a day, behind all others. What it has to say is left open. */
function supposed(
  { span }: Power,
  type: EventType,
  on: PlainDate,
  target: Occurrence | undefined,
  machine: Machine,
  run: Run,
): Occurrence {
  const said = [...type.fields.values()].filter(isOpen);
  const fields = new Map(said.map((field) => [field.name, leftOpen(type, field)] as const));
  const place = { index: Number.MAX_SAFE_INTEGER, placedAt: Number.MAX_SAFE_INTEGER };
  return occurrenceOf({ on, event: type.name, for: target?.id, fields, span }, place, target, machine, run);
}

/** The day on which an event would take effect, where that is known; if it goes by what the event says, the day itself. */
function dayOf({ occurrence }: Asked, on: PlainDate): PlainDate | undefined {
  if (occurrence === undefined) return undefined;
  const { effectiveOn } = occurrence;
  if (isProblem(effectiveOn)) return isLeftOpen(effectiveOn) ? on : undefined;
  return effectiveOn;
}

function leftOpen({ name: event }: EventType, { name }: Field): Failure {
  return new Failure("undefined", { kind: "left open", name, event });
}

function isLeftOpen(problem: unknown): boolean {
  return problem instanceof Failure && problem.fact.kind === "left open";
}

function conditionsOf({ compiled, type, occurrence }: Asked, moment: Moment, machine: Machine) {
  const binding = bindingOf(occurrence);
  if (occurrence !== undefined) occurrence.fixedAt = moment.point;
  const failed: FailedCondition[] = [];
  const open: string[] = [];
  let unknown: Problem | undefined;
  for (const condition of compiled.conditions) {
    const holds = condition.code(moment, binding);
    if (isLeftOpen(holds)) open.push(condition.reason);
    else if (isProblem(holds)) unknown ??= holds;
    else if (holds !== true) failed.push(failedCondition(condition, moment));
  }
  const limit = leastOf(compiled, binding, moment);
  if (occurrence === undefined || binding === undefined) return { failed, open, unknown, limit };
  const bounds = fieldBounds({ power: compiled.power, event: type, limit }, binding, moment, machine);
  const supposes = allowedDates(supposedFields(bounds), bounds, compiled, occurrence, moment);
  return { failed, open, unknown, limit, bounds, supposes, asks: dutiesFor(occurrence, moment, machine) };
}

/** With the first date that is not refused, where its conditions say more of it than a bound. */
function allowedDates(
  fields: ReadonlyMap<string, Value>,
  bounds: readonly FieldBounds[],
  { conditions }: CompiledPower,
  occurrence: Occurrence,
  moment: Moment,
): ReadonlyMap<string, Value> {
  const date = bounds.find(({ field: { type, name } }) => type.kind === "date" && fields.has(name));
  const first = date && fields.get(date.field.name);
  if (date === undefined || typeof first !== "number" || fields.size < bounds.length) return fields;
  const last = typeof date.atMost === "number" ? Math.min(date.atMost, first + mostDates) : first + mostDates;
  for (let day: number = first; day <= last; day += 1) {
    const said = new Map([...fields, [date.field.name, asPlainDate(day)] as const]);
    // What is fixed may go by the date: it is not that of the first look.
    const binding = bindingOf({ ...occurrence, fields: new Map([...occurrence.fields, ...said]), fixed: new Map() });
    if (conditions.every(({ code }) => code(moment, binding) === true)) return said;
  }
  return fields;
}

const mostDates = 60;

/** The duties that there are for each such event, with amounts as of a moment; not those that would not be owed for it. */
function dutiesFor(occurrence: Occurrence, moment: Moment, machine: Machine): DutyOwed[] {
  return machine.duties
    .filter(({ duty, amount }) => duty.owner === occurrence.type.name && amount !== undefined)
    .flatMap((duty) => {
      const holds = standsUndone(duty, moment, bindingOf(occurrence));
      if (holds instanceof Absent || holds === false) return [];
      const day = holds instanceof Failure ? holds : leftOpenDay(occurrence);
      return owedBy({ ...duty, occurrence, day }, moment) ?? [];
    });
}

/** It would be owed by a day that hangs on what nobody has said. */
function leftOpenDay({ type }: Occurrence): Failure {
  const field = [...type.fields.values()].find(isOpen);
  return new Failure("undefined", { kind: "left open", name: field?.name ?? type.name, event: type.name });
}

function leastOf({ limits }: CompiledPower, binding: Binding | undefined, moment: Moment): Exact | Problem | undefined {
  let least: Exact | undefined;
  for (const code of limits) {
    const value = code(moment, binding);
    if (isProblem(value)) return value;
    if (!isUnlimited(value) && (least === undefined || compare(value, least) < 0)) least = value;
  }
  return least;
}

function notLookedAt({ compiled: { power }, type, occurrence }: Asked): PowerFact {
  const day = occurrence?.effectiveOn;
  return {
    power,
    event: type,
    of: occurrence?.refersTo,
    lacksTarget: occurrence === undefined,
    effectiveOn: typeof day === "number" ? day : undefined,
    failed: [],
    open: [],
    unknown: typeof day === "number" ? undefined : day,
    limit: undefined,
    bounds: [],
    supposes: new Map(),
    asks: [],
  };
}
