/** Default conditions on a path: watched as each day ends, and read by what asks whether one has occurred and continues. */
import { assertNever } from "../../base/assert-never.ts";
import type { DefaultCondition, Expr } from "../../core/core.ts";
import { isTimeless } from "../../core/dependencies.ts";
import type { Index, Mask, Num } from "../routine/ir.ts";
import { at, both, choose, either, figure, no, not, yes } from "../routine/ir.ts";
import type { Compiling, Moment, Scope } from "./compiling.ts";
import type { EventBook } from "./events.ts";
import type { Expressions } from "./expressions.ts";
import { appliedOf } from "./expressions.ts";

/** A default condition, and where a path keeps the day of its first occurrence: counted from the first day there is, plus one. */
export interface CountedDefault {
  readonly condition: DefaultCondition;
  readonly place: number;
}

/** Where a default stands, for the note or for each event: the days since when it is pending and has occurred, plus one; or 0. */
interface Watched {
  readonly condition: DefaultCondition;
  readonly since: number;
  readonly on: number;
  readonly first: number;
}

export class Defaults {
  readonly #compiling: Compiling;
  readonly #events: EventBook;
  readonly #expressions: () => Expressions;
  readonly #watched: readonly Watched[];
  #isSettling = false;

  constructor(compiling: Compiling, events: EventBook, expressions: () => Expressions) {
    this.#compiling = compiling;
    this.#events = events;
    this.#expressions = expressions;
    const { program, setting, needed } = compiling;
    const isWatched = setting.counts === true || needed.has("defaults");
    this.#watched = isWatched ? program.defaultConditions.flatMap((it) => this.#roomFor(it)) : [];
  }

  get counted(): readonly CountedDefault[] {
    return this.#watched.map(({ condition, first }) => ({ condition, place: first }));
  }

  /** A condition for each of some events that the plan never gives is not watched. */
  #roomFor(condition: DefaultCondition): Watched[] {
    const { builder, needed, program } = this.#compiling;
    const count = condition.owner === undefined ? 1 : (this.#events.of(condition.owner)?.days.length ?? 0);
    if (count === 0) return [];
    if (condition.deadline !== undefined || !isTimeless(condition.condition, program)) needed.ask("every day");
    return [{ condition, since: builder.room(count), on: builder.room(count), first: builder.room(1) }];
  }

  // ---------------------------------------------------------------- as a day ends

  settle(moment: Moment): void {
    this.#isSettling = true;
    for (const watched of this.#watched) {
      this.#compiling.section = watched.condition.section;
      this.#eachSubject(watched.condition, { moment, bound: [] }, (scope, slot) => this.#move(watched, scope, slot));
      this.#compiling.builder.forget();
    }
    this.#isSettling = false;
  }

  #eachSubject({ owner }: DefaultCondition, scope: Scope, act: (scope: Scope, slot: Index) => void): void {
    if (owner === undefined) {
      act(scope, at(0));
      return;
    }
    const { builder } = this.#compiling;
    const places = this.#events.of(owner);
    if (places === undefined) return;
    builder.loop(at(0), this.#expressions().passedAt(owner, scope), (slot) => {
      const bound = { key: `watched ${JSON.stringify(slot)}`, event: owner, slot };
      builder.when(appliedOf(builder.memory(places.applied, slot)), () =>
        act({ moment: scope.moment, bound: [bound] }, slot),
      );
    });
  }

  #move({ condition: watched, since, on, first }: Watched, scope: Scope, slot: Index): void {
    const { builder } = this.#compiling;
    const { condition, deadline, ends } = watched;
    const hasOccurred = (): Mask => appliedOf(builder.memory(on, slot));
    builder.when(ends === "never" ? not(hasOccurred()) : yes, () => {
      const holds = builder.keepMask(this.#expressions().mask(condition, scope));
      if (ends === "with the condition") builder.when(not(holds), () => builder.store(on, slot, figure(0)));
      if (deadline !== undefined) builder.when(not(holds), () => builder.store(since, slot, figure(0)));
      builder.when(both(holds, not(hasOccurred())), () => {
        const occur = () => {
          builder.store(on, slot, this.#today());
          builder.when(not(appliedOf(builder.memory(first, at(0)))), () => builder.store(first, at(0), this.#today()));
        };
        if (deadline === undefined) occur();
        else builder.when(this.#hasRunOut(deadline, since, scope, slot), occur);
      });
    });
  }

  #hasRunOut(deadline: Expr, since: number, scope: Scope, slot: Index): Mask {
    const { builder, days } = this.#compiling;
    const isPending = appliedOf(builder.memory(since, slot));
    builder.when(not(isPending), () => builder.store(since, slot, this.#today()));
    const dates = builder.table(Array.from({ length: days.last + 1 }, (_, day) => days.origin + day));
    const last = builder.keep(this.#expressions().number(deadline, scope));
    // A deadline without a value never comes.
    return { kind: "Compares", operator: "<=", left: last, right: builder.tabled(dates, scope.moment.day) };
  }

  #today(): Num {
    const { builder, days, today } = this.#compiling;
    return builder.tabled(builder.table(Array.from({ length: days.last + 1 }, (_, day) => day + 1)), today);
  }

  // ---------------------------------------------------------------- what reads a family

  read(expr: Extract<Expr, { kind: "FamilyHolds" | "FamilyStart" }>, scope: Scope): Num {
    const { program, needed } = this.#compiling;
    const { family, sections } = expr;
    const isMember = (it: DefaultCondition) =>
      it.family === family && (sections.length === 0 || sections.includes(it.section));
    if (!program.defaultConditions.some(isMember)) return figure(expr.kind === "FamilyHolds" ? 0 : Number.NaN);
    if (this.#isSettling) return this.#expressions().gap("a default that hangs on another", expr);
    if (!scope.moment.isNow) return this.#expressions().gap("a default as of another day", expr);
    needed.ask("defaults");
    const members = this.#watched.filter(({ condition }) => isMember(condition));
    switch (expr.kind) {
      case "FamilyHolds":
        return this.#holds(members, scope);
      case "FamilyStart":
        return this.#start(members, scope);
      default:
        return assertNever(expr);
    }
  }

  #holds(members: readonly Watched[], scope: Scope): Num {
    const { builder } = this.#compiling;
    const id = builder.maskLocal();
    builder.emit({ kind: "SetMask", local: id, value: no, isFresh: true });
    const local: Mask = { kind: "MaskLocal", id };
    this.#eachContinuing(members, scope, (continues) => builder.setMask(id, either(local, continues)));
    return choose(local, figure(1), figure(0));
  }

  /** The earliest of the days on which those that continue occurred; one that holds before it was looked at, today. */
  #start(members: readonly Watched[], scope: Scope): Num {
    const { builder, days } = this.#compiling;
    const id = builder.local();
    builder.emit({ kind: "SetNumber", local: id, value: figure(Number.POSITIVE_INFINITY), isFresh: true });
    const local: Num = { kind: "Local", id };
    this.#eachContinuing(members, scope, (continues, on) => {
      const counted = choose(appliedOf(on), on, this.#today());
      builder.when(continues, () => builder.set(id, builder.least(local, counted)));
    });
    const isNone: Mask = { kind: "Compares", operator: "===", left: local, right: figure(Number.POSITIVE_INFINITY) };
    const date: Num = { kind: "Operation", operator: "+", left: local, right: figure(days.origin - 1) };
    return choose(isNone, figure(Number.NaN), builder.keep(date));
  }

  #eachContinuing(members: readonly Watched[], scope: Scope, act: (continues: Mask, on: Num) => void): void {
    const { builder } = this.#compiling;
    for (const { condition, on } of members) {
      this.#eachSubject(condition, { moment: scope.moment, bound: [] }, (inner, slot) => {
        const place = builder.keep(builder.memory(on, slot));
        const { ends, deadline } = condition;
        if (ends === "never" && deadline !== undefined) {
          act(appliedOf(place), place);
          return;
        }
        const now = () => this.#expressions().mask(condition.condition, inner);
        if (ends === "never") act(either(appliedOf(place), builder.keepMask(now())), place);
        else if (deadline === undefined) act(builder.keepMask(now()), place);
        else builder.when(appliedOf(place), () => act(builder.keepMask(now()), place));
      });
    }
  }
}
