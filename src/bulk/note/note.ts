/** What a note holds on a path: its states, the fields and fixed values of events, prices, and the moments of the past. */

import type { Expr, State, ValueType } from "../../core/core.ts";
import { directDependencies } from "../../core/dependencies.ts";
import { shareExponent } from "../../units/value-type.ts";
import type { Index, Mask, Num } from "../routine/ir.ts";
import { at, choose, figure } from "../routine/ir.ts";
import type { Accounts } from "./accounts.ts";
import type { Bound, Compiling, Moment, Scope } from "./compiling.ts";
import type { Defaults } from "./defaults.ts";
import type { EventBook, EventPlaces } from "./events.ts";
import type { Expressions, Holdings } from "./expressions.ts";
import type { Folds } from "./folds.ts";
import { Shares } from "./shares.ts";

export class Note implements Holdings {
  readonly events: EventBook;
  readonly shares: Shares;
  readonly #compiling: Compiling;
  readonly #parts: () => {
    expressions: Expressions;
    folds: Folds;
    accounts: Accounts;
    defaults: Defaults;
  };
  /** Where each state of the note is kept between two calls, and the local that it has within one. */
  readonly #states = new Map<string, { readonly local: number; readonly place: number }>();
  readonly #histories = new Map<string, number>();
  readonly #columns = new Map<string, number>();
  /** The event that is being applied, with what was worked out of it. */
  applying: { readonly bound: Bound; readonly values: Map<string, Num> } | undefined;

  constructor(compiling: Compiling, events: EventBook, parts: Note["parts"]) {
    this.#compiling = compiling;
    this.events = events;
    this.#parts = parts;
    for (const column of [...compiling.program.series.values()].flatMap((it) => [...it.columns.keys()])) {
      if (!this.#columns.has(column) && compiling.needed.has(`column ${column}`)) {
        this.#columns.set(column, compiling.builder.room(compiling.setting.rowDays.length));
      }
    }
    if (compiling.setting.hasSignals === true) {
      for (const { name, isSignal } of this.#ownStates()) {
        if (isSignal === true)
          this.#columns.set(signalColumn(name), compiling.builder.room(compiling.setting.rowDays.length));
      }
    }
    this.shares = new Shares(compiling);
    for (const { key } of this.#ownStates()) {
      this.#states.set(key, {
        local: compiling.builder.local(),
        place: compiling.builder.room(1),
      });
      if (compiling.needed.has(`history ${key}`)) {
        this.#histories.set(key, compiling.builder.room(compiling.days.last + 1));
      }
    }
  }

  get parts(): () => {
    expressions: Expressions;
    folds: Folds;
    accounts: Accounts;
    defaults: Defaults;
  } {
    return this.#parts;
  }

  get columns(): ReadonlyMap<string, number> {
    return this.#columns;
  }

  #ownStates(): State[] {
    return [...this.#compiling.program.states.values()].filter(({ owner }) => owner === undefined);
  }

  // ---------------------------------------------------------------- states

  state({ name }: { readonly name: string }, { moment }: Scope, bound: Bound | undefined): Num {
    const { builder, needed } = this.#compiling;
    if (bound !== undefined) return this.#ofEvent(name, moment, bound);
    const known = this.#states.get(name);
    if (known === undefined) return this.#gap("a state that is not there");
    const local: Num = { kind: "Local", id: known.local };
    if (moment.isNow) return builder.keep(local);
    needed.ask(`history ${name}`);
    needed.ask("every day");
    const history = this.#histories.get(name);
    if (history === undefined) return figure(0);
    const before: Mask = {
      kind: "Flagged",
      flag: builder.listed(builder.list(this.#isBefore()), moment.day),
    };
    this.#parts().expressions.fail(before);
    const past = builder.memory(history, moment.day);
    return moment.mayBeToday ? choose(this.#isToday(moment), local, past) : past;
  }

  #isBefore(): number[] {
    const { days } = this.#compiling;
    return Array.from({ length: days.last + 1 }, (_, day) => Number(day < days.first));
  }

  #isToday({ day }: Moment): Mask {
    const { builder, days, today } = this.#compiling;
    const all = builder.table(Array.from({ length: days.last + 1 }, (_, it) => it));
    return {
      kind: "Compares",
      operator: "===",
      left: builder.tabled(all, day),
      right: builder.tabled(all, today),
    };
  }

  #ofEvent(name: string, moment: Moment, bound: Bound): Num {
    if (!moment.isNow) return this.#gap("a past state of an event");
    const places = this.events.of(bound.event);
    if (places === undefined) return figure(Number.NaN);
    const { builder, needed } = this.#compiling;
    needed.ask(`${bound.event} state ${name}`);
    return builder.memory(this.events.roomFor(places, `state ${name}`), bound.slot);
  }

  localOf(name: string): number | undefined {
    return this.#states.get(name)?.local;
  }

  /** Takes the states in as a call begins, and puts them down as it ends. */
  load(): void {
    const { builder } = this.#compiling;
    for (const { local, place } of this.#states.values()) builder.set(local, builder.memory(place, at(0)));
    this.shares.load();
  }
  save(): void {
    const { builder } = this.#compiling;
    for (const { local, place } of this.#states.values()) builder.store(place, at(0), { kind: "Local", id: local });
    this.shares.save();
  }
  remember(): void {
    this.shares.remember();
    const { builder, today } = this.#compiling;
    for (const [key, base] of this.#histories) {
      const local = this.#states.get(key)?.local;
      if (local !== undefined) builder.store(base, today, { kind: "Local", id: local });
    }
  }

  /** States as the note begins. One may read another. */
  begin(scope: Scope): void {
    this.shares.begin();
    const { builder, program } = this.#compiling;
    const { expressions } = this.#parts();
    const done = new Set<string>();
    const put = (key: string): void => {
      const state = program.states.get(key);
      const local = this.#states.get(key)?.local;
      if (done.has(key) || state === undefined || local === undefined) return;
      done.add(key);
      const read = state.initial === undefined ? [] : directDependencies(state.initial);
      for (const other of read) if (other.kind === "state") put(other.name);
      builder.set(local, state.initial === undefined ? figure(Number.NaN) : expressions.number(state.initial, scope));
      builder.forget();
    };
    for (const { key } of this.#ownStates()) put(key);
  }

  /** As a day begins: what the path says of it. What is no number, such as a delisting, stays as it is on days without a row. */
  hear(hasRow: Index, row: Index): void {
    const { builder } = this.#compiling;
    for (const { key, name, type, isSignal } of this.#ownStates()) {
      const base = isSignal === true ? this.#columns.get(signalColumn(name)) : undefined;
      const local = this.#states.get(key)?.local;
      if (base === undefined || local === undefined) continue;
      const keep = () => (type.kind === "quantity" ? builder.set(local, figure(1)) : undefined);
      builder.ifFlag(hasRow, () => builder.set(local, builder.memory(base, row)), keep);
    }
    builder.forget();
  }

  /** Each share becomes so many: states that follow the share are restated. */
  split(ratio: Num): void {
    const { builder } = this.#compiling;
    for (const { key, type, isRestated } of this.#ownStates()) {
      const local = this.#states.get(key)?.local;
      if (isRestated !== true || local === undefined) continue;
      builder.set(local, this.shares.split({ kind: "Local", id: local }, type, ratio));
    }
    this.shares.become(ratio);
    builder.forget();
  }

  // ---------------------------------------------------------------- events

  field(name: string, { moment }: Scope, bound: Bound): Num {
    const known = this.#applied(`field ${name}`, bound);
    if (known !== undefined) return known;
    const field = this.#compiling.program.events.get(bound.event)?.fields.get(name);
    if (field?.asOf !== undefined && this.shares.canChange && shareExponent(field.type) !== 0)
      return this.#gap("a field in the shares of another day");
    return this.#kept(`field ${name}`, field?.type, moment, bound);
  }

  fixed(key: string, { moment }: Scope, bound: Bound): Num {
    if (this.applying?.bound.key !== bound.key)
      return this.#kept(`fixed ${key}`, this.#compiling.program.definitions.get(key)?.type, moment, bound);
    const known = this.#applied(`fixed ${key}`, bound);
    if (known !== undefined) return known;
    const { expressions } = this.#parts();
    const value = expressions.clause(key, { moment, bound: [bound] });
    this.applying.values.set(`fixed ${key}`, value);
    return value;
  }

  #applied(name: string, bound: Bound): Num | undefined {
    return this.applying?.bound.key === bound.key ? this.applying.values.get(name) : undefined;
  }

  /** In the shares of a moment; it is kept in those of the moment at which its event took effect. */
  #kept(name: string, type: ValueType | undefined, moment: Moment, bound: Bound): Num {
    const places = this.events.of(bound.event);
    if (places === undefined) return figure(Number.NaN);
    const { builder, needed } = this.#compiling;
    needed.ask(`${bound.event} ${name}`);
    const value = builder.memory(this.events.roomFor(places, name), bound.slot);
    if (type === undefined) return value;
    const basis = () => builder.memory(this.basisOf(places), bound.slot);
    return this.shares.restated(value, type, basis, () => this.shares.on(moment));
  }

  /** Where it is kept what a share was when an event took effect. */
  basisOf(places: EventPlaces): number {
    return this.events.roomFor(places, "basis");
  }

  // ---------------------------------------------------------------- the rest

  price({ column }: Extract<Expr, { kind: "MarketPrice" }>, { row, day }: Moment): Num {
    const { builder, needed, days } = this.#compiling;
    needed.ask(`column ${column}`);
    const base = this.#columns.get(column);
    if (base === undefined) return figure(0);
    if (row === undefined) return this.#gap("a price of a day that is not known yet");
    if (days.rowOf.includes(-1) && row.kind === "Listed") {
      const flags = builder.list(days.rowOf.map((it) => Number(it < 0)));
      if (row.base === builder.list(days.rowOf)) {
        builder.fail({ kind: "Flagged", flag: builder.listed(flags, day) });
        // What such a path reads is of no use, but it lies within the column.
        const inColumn = builder.list(days.rowOf.map((it) => Math.max(it, 0)));
        return builder.memory(base, builder.listed(inColumn, row.at));
      }
    }
    return builder.memory(base, row);
  }

  measure(expr: Extract<Expr, { kind: "AccountMeasure" }>, scope: Scope): Num {
    return this.#parts().accounts.measure(expr, scope);
  }
  family(expr: Extract<Expr, { kind: "FamilyHolds" | "FamilyStart" }>, scope: Scope): Num {
    return this.#parts().defaults.read(expr, scope);
  }
  fold(expr: Extract<Expr, { kind: "DayFold" | "EventFold" }>, scope: Scope): Num {
    return this.#parts().folds.fold(expr, scope);
  }

  past(scope: Scope, date: Expr): Scope | undefined {
    const moment = this.#parts().folds.pastMoment(date, scope);
    return moment && { ...scope, moment };
  }

  onDay(scope: Scope, date: Num, read: (scope: Scope) => Num): Num {
    return this.#parts().folds.onDay(scope, date, read);
  }

  #gap(what: string): Num {
    return this.#parts().expressions.gap(what);
  }
}

export function nowAt(today: Index, row: Index | undefined, isEnded: boolean): Moment {
  return {
    key: "now",
    day: today,
    ...(row && { row }),
    isNow: true,
    isEnded,
    mayBeToday: false,
  };
}

/** The column in which a path says what a signal is. */
export function signalColumn(name: string): string {
  return `signal ${name}`;
}
