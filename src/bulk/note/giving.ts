/** The events of a plan: decided together, then applied one after the other. */
import { assertNever } from "../../base/assert-never.ts";
import type { EventType, PlanRule, Power } from "../../core/core.ts";
import { shareExponent } from "../../units/value-type.ts";
import type { Index, Mask, Num } from "../routine/ir.ts";
import { both, choose, figure, not, yes } from "../routine/ir.ts";
import type { Batches } from "./applying.ts";
import type { Bound, Compiling, Moment, Scope } from "./compiling.ts";
import type { EventBook, EventPlaces, Giving } from "./events.ts";
import type { Expressions } from "./expressions.ts";
import { appliedOf } from "./expressions.ts";
import { gapIn } from "./gaps.ts";
import type { Note } from "./note.ts";
import type { Sales } from "./sales.ts";
import type { Watch } from "./watch.ts";

export class Given {
  readonly #compiling: Compiling;
  readonly #events: EventBook;
  readonly #note: Note;
  readonly #expressions: Expressions;
  readonly #batches: Batches;
  readonly #watch: Watch;
  readonly #sales: () => Sales | undefined;

  constructor(
    compiling: Compiling,
    note: Note,
    expressions: Expressions,
    batches: Batches,
    watch: Watch,
    sales: () => Sales | undefined,
  ) {
    this.#compiling = compiling;
    this.#events = note.events;
    this.#note = note;
    this.#expressions = expressions;
    this.#batches = batches;
    this.#watch = watch;
    this.#sales = sales;
    for (const places of this.#events.all()) this.#check(places);
  }

  #check({ event, days }: EventPlaces): void {
    const { program, steady } = this.#compiling;
    const type = program.events.get(event);
    if (type === undefined) return;
    this.#compiling.section = type.section;
    this.#checkSplit(event, type);
    const { takesEffectOn } = type;
    if (takesEffectOn === undefined) return;
    const isAtOnce = days.every((day) => {
      const date = this.#events.dateOf(day);
      const found = steady.needsOf(takesEffectOn) && steady.valueOf(takesEffectOn, { day: date, bound: [date] });
      return typeof found === "number" && found <= date;
    });
    if (!isAtOnce) gapIn(this.#compiling, `${event}, which takes effect later`, type.span);
  }

  /** What a split changes has to be known: nothing of it in a later stage, and no state of an event with it. */
  #checkSplit(event: string, { opensDay, span }: EventType): void {
    const { program } = this.#compiling;
    const givings = this.#events.givings.filter(({ gives }) => gives.event === event);
    const isLate = givings.some(({ rule }) => rule.decided === "at the close");
    if (opensDay && isLate) gapIn(this.#compiling, `${event}, which opens its day, given at its close`, span);
    if (!program.shareAdjustments.has(event) || !this.#note.shares.canChange) return;
    const rules = program.rules.filter(({ trigger }) => trigger.kind === "Event" && trigger.event === event);
    const hasStages = rules.some(({ changes }) => changes.some(({ stage = 0 }) => stage > 0));
    if (hasStages) gapIn(this.#compiling, `${event}, which changes something in stages`, span);
    const ofEvents = [...program.states.values()].filter(
      ({ owner, isRestated, type }) => owner !== undefined && isRestated === true && shareExponent(type) !== 0,
    );
    if (ofEvents.some(({ owner = "" }) => this.#events.of(owner) !== undefined))
      gapIn(this.#compiling, "a state of an event that is restated for splits", span);
  }

  /** What a rule may give to open a day is given before everything else of it. */
  #opensDay({ rule: { gives, otherwise } }: Giving): boolean {
    const { events } = this.#compiling.program;
    return [gives, otherwise].some((it) => it !== undefined && events.get(it.event)?.opensDay === true);
  }

  /** Decides the rules that may open a day, then applies what they give. */
  open(moment: Moment): void {
    this.#decideAll(
      this.#events.givings.filter((it) => it.rule.decided === "at the open" && this.#opensDay(it)),
      moment,
      moment,
    );
  }

  /** Decides the rules of a moment of the day, then applies what they give. */
  at(decided: PlanRule["decided"], deciding: Moment, applying: Moment): void {
    const isOpening = (it: Giving) => decided === "at the open" && this.#opensDay(it);
    const givings = this.#events.givings.filter((it) => it.rule.decided === decided && !isOpening(it));
    this.#decideAll(givings, deciding, applying);
  }

  #decideAll(givings: readonly Giving[], deciding: Moment, applying: Moment): void {
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
        this.#keepBasis(places, slot);
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

  #keepBasis(places: EventPlaces, slot: Index): void {
    const { shares } = this.#note;
    if (shares.canChange) this.#compiling.builder.store(this.#note.basisOf(places), slot, shares.now());
  }

  #apply({ places }: Giving, slot: Index, moment: Moment): void {
    const { builder, program } = this.#compiling;
    const { event } = places;
    const bound = this.#boundOf(event, slot);
    const scope = { moment, bound: [bound] };
    const values = new Map<string, Num>();
    this.#keepBasis(places, slot);
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
      const split = this.#splitBy(event, scope);
      this.#batches.make(
        rules.map((rule) => ({ rule, bound: [bound] })),
        moment,
      );
      split?.();
      builder.store(places.applied, slot, figure(1));
    });
    this.#note.applying = undefined;
  }

  /** The ratio is worked out before what the event changes; then all of it is restated. */
  #splitBy(event: string, scope: Scope): (() => void) | undefined {
    const { builder, program } = this.#compiling;
    const adjustment = program.shareAdjustments.get(event);
    if (adjustment === undefined || !this.#note.shares.canChange) return undefined;
    this.#compiling.section = adjustment.section;
    const id = builder.local();
    builder.emit({ kind: "SetNumber", local: id, value: figure(1), isFresh: true });
    builder.set(id, this.#expressions.number(adjustment.ratio, scope));
    const ratio: Num = { kind: "Local", id };
    builder.fail(not({ kind: "Compares", operator: "<", left: figure(0), right: ratio }));
    return () => {
      this.#note.split(ratio);
      this.#sales()?.split(ratio);
    };
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
      if (state.owner !== places.event || !needed.has(`${places.event} state ${state.key}`)) continue;
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
