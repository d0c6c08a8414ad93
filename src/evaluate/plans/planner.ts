/** Decides, day by day, what the parties to a plan do. */

import { entryIn } from "../../base/entry-in.ts";
import type { Plan, PlanRule, Value } from "../../core/core.ts";
import type { ScenarioEvent } from "../../inputs/scenario.ts";
import { zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Machine } from "../compile/machine.ts";
import { noTime, occurrenceOf } from "../replay/events/occurrence.ts";
import type { Daily, Replay } from "../replay/replay.ts";
import type { Binding, Moment, Occurrence, Run } from "../state/run.ts";
import { isSame } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { CompiledGift, CompiledPlanRule } from "./compile-plan.ts";
import { compileRules } from "./compile-plan.ts";
import type { MarketSource } from "./market-source.ts";
import type { GivenByPlan, PlanFacts } from "./plan-facts.ts";
import { Undetermined } from "./plan-facts.ts";
import { Selling } from "./selling.ts";

/** Where the events of a day stand in the list: those of the open, those that a scenario lists, those of the close. */
export type PlaceInDay = "open" | "listed" | "close";
const placesInDay: readonly PlaceInDay[] = ["open", "listed", "close"];
const mostADay = 1_000_000;

/** A number by which events are in the order of the list that has them all. */
export function listedAt(day: PlainDate, place: PlaceInDay, count: number): number {
  return (day * placesInDay.length + placesInDay.indexOf(place)) * mostADay + count;
}

/** An event as the plan gave it, for the scenario that it makes. */
export interface MadeEvent {
  readonly event: ScenarioEvent;
  readonly place: number;
}

export class Planner implements Daily {
  readonly made: MadeEvent[] = [];
  readonly #plan: Plan;
  readonly #machine: Machine;
  readonly #rules: readonly CompiledPlanRule[];
  readonly #selling: Selling | undefined;
  readonly #source: MarketSource;
  readonly #through: PlainDate;
  readonly #takenIds: ReadonlySet<string>;
  /** By which time the events of a close stand in their day: that of the last one that is listed. */
  readonly #lastTimes: ReadonlyMap<PlainDate, number>;
  readonly #given: GivenByPlan[] = [];
  readonly #undetermined = new Undetermined();
  /** Sales of which the source has not been told. */
  #untold = 0;
  #today = { day: Number.NaN, count: 0 };

  constructor(
    plan: Plan,
    machine: Machine,
    source: MarketSource,
    {
      through,
      takenIds,
      lastTimes,
    }: {
      readonly through: PlainDate;
      readonly takenIds: ReadonlySet<string>;
      readonly lastTimes: ReadonlyMap<PlainDate, number>;
    },
  ) {
    this.#plan = plan;
    this.#machine = machine;
    this.#rules = compileRules(plan, machine);
    this.#selling = plan.sales && new Selling(plan.sales, machine, this.#undetermined);
    this.#source = source;
    this.#through = through;
    this.#takenIds = takenIds;
    this.#lastTimes = lastTimes;
  }

  facts(end: Moment): PlanFacts {
    const { name } = this.#plan;
    return {
      plan: name,
      through: this.#through,
      given: this.#given,
      undecided: this.#undetermined.all,
      sales: this.#selling?.sales ?? [],
      sold: this.#selling?.sold(end) ?? zero,
    };
  }

  readonly opens = ({ run }: Replay): readonly Occurrence[] => {
    this.#tell(run);
    return this.#decide(run, "at the open", true);
  };

  readonly decides = ({ run }: Replay): readonly Occurrence[] => {
    const given = this.#decide(run, "at the open", false);
    const { sales = [] } = this.#selling ?? {};
    this.#source.reveal?.(run.now.day, sales.slice(this.#untold));
    this.#untold = sales.length;
    return given;
  };

  readonly closes = ({ run }: Replay): readonly Occurrence[] => this.#decide(run, "at the close", false);

  readonly ended = ({ run }: Replay): void => {
    if (this.#isOver(run.now)) return;
    const { hasExpected } = run;
    this.#selling?.endDay(run.now);
    run.hasExpected = hasExpected;
  };

  #isOver({ day }: Moment): boolean {
    return day > this.#through;
  }

  /** What the path says of the day, and what is left to be sold. */
  #tell(run: Run): void {
    if (this.#isOver(run.now)) return;
    const told = new Map<string, Value | Problem>(this.#source.signals?.(run.now.day));
    const leaving = this.#plan.sales?.leaving;
    if (leaving !== undefined && this.#selling !== undefined) told.set(leaving, this.#selling.left(run.now));
    const changed = [...told].filter(([name, value]) => {
      const latest = run.states.get(name)?.history.latest;
      return latest !== undefined && (isProblem(latest) || isProblem(value) || !isSame(latest, value));
    });
    if (changed.length === 0) return;
    const { point } = run.advance(run.now.day, false, true);
    for (const [name, value] of changed) entryIn(run.states, name).history.record(point, value);
  }

  /** The events that the rules of a moment give, all decided from the same state. */
  #decide(run: Run, when: CompiledPlanRule["rule"]["decided"], isOpening: boolean): readonly Occurrence[] {
    if (this.#isOver(run.now)) return [];
    const { now, hasExpected } = run;
    run.unopened = when === "at the open" ? now.day : undefined;
    const given = this.#rules
      .filter(({ rule }) => rule.decided === when && this.#mayOpenDay(rule) === isOpening)
      .flatMap((rule) => rule.acts(now).flatMap((acts) => this.#decided(rule, acts, now)));
    run.unopened = undefined;
    // What was looked at to decide is no part of what the note's values rest on.
    run.hasExpected = hasExpected;
    return given.map((it) => this.#give(it, now, run));
  }

  /** Which of its events a rule gives is known only when it is decided. */
  #mayOpenDay({ gives, otherwise }: PlanRule): boolean {
    const { events } = this.#machine.program;
    return [gives, otherwise].some((it) => it !== undefined && entryIn(events, it.event).opensDay);
  }

  #decided(
    rule: CompiledPlanRule,
    { binding, problem }: ReturnType<CompiledPlanRule["acts"]>[number],
    now: Moment,
  ): readonly Decided[] {
    const { index } = rule;
    const of = binding?.occurrence;
    const undecided = (what: string, because: Problem) => {
      this.#undetermined.note({ rule: index, what, of, problem: because }, now.day);
      return [];
    };
    if (problem !== undefined) return undecided("the day", problem);
    const holds = rule.condition?.(now, binding) ?? true;
    if (isProblem(holds)) return undecided("the condition", holds);
    const gift = holds ? rule.gives : rule.otherwise;
    if (gift === undefined) {
      rule.done(of);
      return [];
    }
    const fields = fieldsOf(gift, binding, now);
    if (!(fields instanceof Map)) return undecided(fields.name, fields.problem);
    rule.done(of);
    return [{ rule, gift, of, fields }];
  }

  #give({ rule, gift, of, fields }: Decided, { day }: Moment, run: Run): Occurrence {
    if (this.#today.day !== day) this.#today = { day, count: 0 };
    const place = rule.rule.decided === "at the open" ? "open" : "close";
    const index = listedAt(day, place, this.#today.count++);
    const refersTo = gift.gift.isFor ? of : undefined;
    const event: ScenarioEvent = {
      on: day,
      event: gift.gift.event,
      id: this.#nextId(),
      for: refersTo?.id,
      fields,
      span: gift.gift.span,
    };
    const placedAt = place === "open" ? noTime : (this.#lastTimes.get(day) ?? noTime);
    const occurrence = occurrenceOf(event, { index, placedAt }, refersTo, this.#machine, run);
    this.made.push({ event, place: index });
    this.#given.push({ rule: rule.index, day, occurrence });
    return occurrence;
  }

  #nextNumber = 1;

  #nextId(): string {
    for (;;) {
      const id = `plan ${this.#nextNumber++}`;
      if (!this.#takenIds.has(id)) return id;
    }
  }
}

interface Decided {
  readonly rule: CompiledPlanRule;
  readonly gift: CompiledGift;
  readonly of: Occurrence | undefined;
  readonly fields: ReadonlyMap<string, Value>;
}

function fieldsOf(
  { fields }: CompiledGift,
  binding: Binding | undefined,
  now: Moment,
): Map<string, Value> | { readonly name: string; readonly problem: Problem } {
  const found = new Map<string, Value>();
  for (const [name, code] of fields) {
    const value = code(now, binding);
    if (isProblem(value)) return { name, problem: value };
    found.set(name, value);
  }
  return found;
}
