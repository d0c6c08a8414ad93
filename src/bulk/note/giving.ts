/** The events of a plan: decided together, then applied one after the other. */
import { assertNever } from "../../base/assert-never.ts";
import type { PlanRule, Power } from "../../core/core.ts";
import type { Index, Mask, Num } from "../routine/ir.ts";
import { both, choose, figure, not, yes } from "../routine/ir.ts";
import type { Batches } from "./applying.ts";
import type { Bound, Compiling, Moment } from "./compiling.ts";
import type { EventBook, EventPlaces, Giving } from "./events.ts";
import type { Expressions } from "./expressions.ts";
import { appliedOf } from "./expressions.ts";
import { gapIn } from "./gaps.ts";
import type { Note } from "./note.ts";
import type { Watch } from "./watch.ts";

export class Given {
  readonly #compiling: Compiling;
  readonly #events: EventBook;
  readonly #note: Note;
  readonly #expressions: Expressions;
  readonly #batches: Batches;
  readonly #watch: Watch;

  constructor(compiling: Compiling, note: Note, expressions: Expressions, batches: Batches, watch: Watch) {
    this.#compiling = compiling;
    this.#events = note.events;
    this.#note = note;
    this.#expressions = expressions;
    this.#batches = batches;
    this.#watch = watch;
    for (const places of this.#events.all()) this.#check(places);
  }

  #check({ event, days }: EventPlaces): void {
    const { program, steady } = this.#compiling;
    const type = program.events.get(event);
    if (type === undefined) return;
    this.#compiling.section = type.section;
    if (type.opensDay || program.shareAdjustments.has(event))
      gapIn(this.#compiling, `${event}, which opens its day`, type.span);
    const { takesEffectOn } = type;
    if (takesEffectOn === undefined) return;
    const isAtOnce = days.every((day) => {
      const date = this.#events.dateOf(day);
      const found = steady.needsOf(takesEffectOn) && steady.valueOf(takesEffectOn, { day: date, bound: [date] });
      return typeof found === "number" && found <= date;
    });
    if (!isAtOnce) gapIn(this.#compiling, `${event}, which takes effect later`, type.span);
  }

  /** Decides the rules of a moment of the day, then applies what they give. */
  at(decided: PlanRule["decided"], deciding: Moment, applying: Moment): void {
    const givings = this.#events.givings.filter(({ rule }) => rule.decided === decided);
    // Where no two of them have a day in common, none sees what another does anyhow.
    const days = givings.flatMap(({ days }) => [...days]);
    const isApart = new Set(days).size === days.length;
    const { builder, today, days: all } = this.#compiling;
    const apply = (giving: Giving, slot: Index) => {
      const given = builder.memory(this.#events.roomFor(giving.places, "given"), slot);
      builder.when(appliedOf(given), () => this.#apply(giving, slot, applying));
      this.#pass(giving.places, slot);
    };
    const isAny = builder.list(Array.from({ length: all.last + 1 }, (_, day) => Number(days.includes(day))));
    builder.ifFlag(builder.listed(isAny, today), () => {
      if (isApart) {
        this.#oneOf(givings, (giving, slot) => {
          this.#decide(giving, slot, deciding, () => this.#apply(giving, slot, applying));
          this.#pass(giving.places, slot);
        });
        return;
      }
      for (const giving of givings) this.#eachPlace(giving, (slot) => this.#decide(giving, slot, deciding));
      builder.forget();
      for (const giving of givings) this.#eachPlace(giving, (slot) => apply(giving, slot));
    });
    builder.forget();
  }

  /** Of rules that never have a day in common, one after the other is asked whether it is its day. */
  #oneOf([giving, ...others]: readonly Giving[], fill: (giving: Giving, slot: Index) => void): void {
    if (giving === undefined) return;
    this.#eachPlace(
      giving,
      (slot) => fill(giving, slot),
      () => this.#oneOf(others, fill),
    );
  }

  #pass({ event, passed }: EventPlaces, slot: Index): void {
    const { builder, needed } = this.#compiling;
    if (passed.kind === "Counter" && needed.has(`passed ${event}`))
      builder.emit({
        kind: "SetCounter",
        id: passed.id,
        value: builder.next(slot),
      });
  }

  #eachPlace({ from, end, mostOfDay }: Giving, fill: (slot: Index) => void, otherwise?: () => void): void {
    const { builder, today } = this.#compiling;
    const slot = builder.listed(from, today);
    if (mostOfDay === 1) {
      builder.ifFlag(builder.listed(end, today), () => fill(builder.settled(slot)), otherwise);
      return;
    }
    builder.loop(slot, builder.listed(end, today), fill);
    otherwise?.();
  }

  #boundOf(event: string, slot: Index): Bound {
    return { key: `${event} ${JSON.stringify(slot)}`, event, slot };
  }

  /** Where a rule gives its event, the event is marked as given, or what is said is done at once. */
  #decide(giving: Giving, slot: Index, moment: Moment, then?: () => void): void {
    const { builder, program, needed } = this.#compiling;
    const { rule, gives, places, target } = giving;
    this.#compiling.section = this.#compiling.plan.name;
    const own = target && this.#boundOf(target.event, builder.listed(builder.list(places.targets), slot));
    const scope = { moment, bound: own === undefined ? [] : [own] };
    const isTargetThere: Mask =
      target === undefined || own === undefined ? yes : appliedOf(builder.memory(target.applied, own.slot));
    builder.when(isTargetThere, () => {
      const holds = rule.condition === undefined ? yes : this.#expressions.mask(rule.condition, scope);
      builder.when(giving.isOtherwise ? not(holds) : holds, () => {
        if (then === undefined) builder.store(this.#events.roomFor(places, "given"), slot, figure(1));
        for (const [name, field] of program.events.get(gives.event)?.fields ?? []) {
          if (!needed.has(`${gives.event} field ${name}`)) continue;
          const said = gives.fields.get(name);
          const inner = said === undefined ? { moment, bound: [this.#boundOf(gives.event, slot)] } : scope;
          const expr = said ?? field.initial;
          const value = expr === undefined ? figure(Number.NaN) : this.#expressions.number(expr, inner);
          if (said !== undefined) builder.fail(this.#expressions.isLacking(value));
          builder.store(this.#events.roomFor(places, `field ${name}`), slot, value);
        }
        then?.();
      });
    });
  }

  #apply({ places }: Giving, slot: Index, moment: Moment): void {
    const { builder, program } = this.#compiling;
    const { event } = places;
    const bound = this.#boundOf(event, slot);
    const scope = { moment, bound: [bound] };
    const values = new Map<string, Num>();
    this.#note.applying = { bound, values };
    const power = program.powers.get(event);
    if (power !== undefined) this.#compiling.section = power.section;
    const gate = (power?.conditions ?? []).reduce<Mask>((so, { condition }) => {
      const holds = this.#expressions.mask(condition, scope);
      return both(so, holds);
    }, yes);
    builder.when(builder.keepMask(gate), () => {
      if (power !== undefined) this.#limit(power, places, slot, moment, values);
      this.#keep(places, slot, moment);
      const rules = program.rules.filter(({ trigger }) => trigger.kind === "Event" && trigger.event === event);
      this.#batches.make(
        rules.map((rule) => ({ rule, bound: [bound] })),
        moment,
      );
      builder.store(places.applied, slot, figure(1));
    });
    this.#note.applying = undefined;
  }

  /** Cuts back what is asked for, or makes nothing of it, where it is more than the least limit. */
  #limit(power: Power, places: EventPlaces, slot: Index, moment: Moment, values: Map<string, Num>): void {
    const { builder, steady } = this.#compiling;
    if (power.askingFor === undefined || power.giving === undefined) return;
    const scope = { moment, bound: [this.#boundOf(places.event, slot)] };
    const asked = this.#expressions.number(power.askingFor, scope);
    const limits = power.limits.map((it) => this.#expressions.number(it, scope));
    for (const [index, it] of limits.entries()) {
      const expr = power.limits[index];
      if (expr !== undefined && this.#expressions.mayLack(expr))
        this.#expressions.fail(this.#expressions.isLacking(it));
    }
    const [first, ...others] = limits;
    if (first === undefined) {
      values.set(`fixed ${power.giving}`, asked);
      return;
    }
    const least = builder.keep(others.reduce((best, it) => builder.least(best, it), first));
    const { reading, rules, otherwise } = power.beyond;
    const rule = (reading === undefined ? undefined : rules.get(steady.choiceOf(reading))) ?? otherwise;
    const isBeyond: Mask = {
      kind: "Compares",
      operator: "<",
      left: least,
      right: asked,
    };
    this.#watch.countLimits(power, isBeyond, least, limits);
    values.set(`fixed ${power.giving}`, builder.keep(choose(isBeyond, this.#beyond(rule, least), asked)));
  }

  #beyond(rule: Power["beyond"]["otherwise"], least: Num): Num {
    switch (rule) {
      case "cut back":
        return this.#compiling.builder.keep(this.#compiling.builder.greatest(figure(0), least));
      case "void":
        return figure(0);
      default:
        return assertNever(rule);
    }
  }

  /** What is fixed on the event, where it is read later on. */
  #keep(places: EventPlaces, slot: Index, moment: Moment): void {
    const { builder, program, needed } = this.#compiling;
    const bound = this.#boundOf(places.event, slot);
    for (const { key, owner, isFixed, section } of program.definitions.values()) {
      if (owner !== places.event || !isFixed || !needed.has(`${owner} fixed ${key}`)) continue;
      this.#compiling.section = section;
      const value = this.#note.fixed(key, { moment, bound: [bound] }, bound);
      builder.store(this.#events.roomFor(places, `fixed ${key}`), slot, value);
    }
    for (const state of program.states.values()) {
      if (state.owner !== places.event || !places.kept.has(`state ${state.key}`)) continue;
      const value =
        state.initial === undefined
          ? figure(Number.NaN)
          : this.#expressions.number(state.initial, { moment, bound: [bound] });
      builder.store(this.#events.roomFor(places, `state ${state.key}`), slot, value);
    }
  }

  /** As a call begins a day: how many places of each event lie before it. */
  startDay(): void {
    const { builder, days, today } = this.#compiling;
    for (const places of this.#events.all()) {
      const before = Array.from({ length: days.last + 1 }, (_, day) => places.days.filter((it) => it < day).length);
      if (places.passed.kind !== "Counter" || !this.#compiling.needed.has(`passed ${places.event}`)) continue;
      builder.emit({
        kind: "SetCounter",
        id: places.passed.id,
        value: builder.listed(builder.list(before), today),
      });
    }
  }
}
