/** What a note holds on a path: its states, the fields and fixed values of events, prices, and the moments of the past. */

import type { Expr, State } from "../../core/core.ts";
import { directDependencies } from "../../core/dependencies.ts";
import type { Index, Mask, Num } from "../routine/ir.ts";
import { at, choose, figure } from "../routine/ir.ts";
import type { Accounts } from "./accounts.ts";
import type { Bound, Compiling, Moment, Scope } from "./compiling.ts";
import type { Defaults } from "./defaults.ts";
import type { EventBook } from "./events.ts";
import type { Expressions, Holdings } from "./expressions.ts";
import type { Folds } from "./folds.ts";

export class Note implements Holdings {
  readonly events: EventBook;
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
    return this.#compiling.builder.memory(this.events.roomFor(places, `state ${name}`), bound.slot);
  }

  localOf(name: string): number | undefined {
    return this.#states.get(name)?.local;
  }

  /** Takes the states in as a call begins, and puts them down as it ends. */
  load(): void {
    const { builder } = this.#compiling;
    for (const { local, place } of this.#states.values()) builder.set(local, builder.memory(place, at(0)));
  }
  save(): void {
    const { builder } = this.#compiling;
    for (const { local, place } of this.#states.values()) builder.store(place, at(0), { kind: "Local", id: local });
  }
  remember(): void {
    const { builder, today } = this.#compiling;
    for (const [key, base] of this.#histories) {
      const local = this.#states.get(key)?.local;
      if (local !== undefined) builder.store(base, today, { kind: "Local", id: local });
    }
  }

  /** States as the note begins. One may read another. */
  begin(scope: Scope): void {
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

  // ---------------------------------------------------------------- events

  field(name: string, { moment }: Scope, bound: Bound): Num {
    const known = this.#applied(`field ${name}`, bound);
    if (known !== undefined) return known;
    return this.#kept(`field ${name}`, moment, bound);
  }

  fixed(key: string, { moment }: Scope, bound: Bound): Num {
    if (this.applying?.bound.key !== bound.key) return this.#kept(`fixed ${key}`, moment, bound);
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

  #kept(name: string, _moment: Moment, bound: Bound): Num {
    const places = this.events.of(bound.event);
    if (places === undefined) return figure(Number.NaN);
    this.#compiling.needed.ask(`${bound.event} ${name}`);
    return this.#compiling.builder.memory(this.events.roomFor(places, name), bound.slot);
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
      if (row.base === builder.list(days.rowOf)) builder.fail({ kind: "Flagged", flag: builder.listed(flags, day) });
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
