/**
 * Compiles a note and a plan to a routine over arrays, or says what of them can't be compiled. It never looks at the exact
 * engine; where doubles can't tell what holds on a path, the path is marked for it.
 */
import { invariant } from "../base/invariant.ts";
import type { CoreProgram, Plan } from "../core/core.ts";
import { isBusinessDay } from "../units/business-days.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { asPlainDate, firstOfMonth } from "../units/plain-date.ts";
import { Accounts } from "./note/accounts.ts";
import { Batches } from "./note/applying.ts";
import type { Compiling, Gap, Moment } from "./note/compiling.ts";
import { daysOf, Needed } from "./note/compiling.ts";
import type { CountedDefault } from "./note/defaults.ts";
import { Defaults } from "./note/defaults.ts";
import { EventBook } from "./note/events.ts";
import { Expressions } from "./note/expressions.ts";
import { Folds } from "./note/folds.ts";
import { gapIn } from "./note/gaps.ts";
import { Given } from "./note/giving.ts";
import { Note, nowAt } from "./note/note.ts";
import type { SalesPlaces } from "./note/sales.ts";
import { Sales } from "./note/sales.ts";
import { SteadyValues } from "./note/steady.ts";
import type { CountedLimit, LevelPlaces } from "./note/watch.ts";
import { Watch } from "./note/watch.ts";
import { Builder } from "./routine/builder.ts";
import type { Index, Num, Routine } from "./routine/ir.ts";
import { at, figure, plus } from "./routine/ir.ts";
import type { BulkSetting } from "./setting.ts";

/** A compiled note, not yet JavaScript or WebAssembly. */
export interface CompiledNote {
  readonly routine: Routine;
  /** Where the rows of each column go. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: number;
  /** Where each metric is read, in the order of the setting. */
  readonly results: number;
  readonly metrics: number;
  /** How many days a path has. */
  readonly days: number;
  readonly sales: SalesPlaces | undefined;
  /** Where the levels of tracked values are, and what says which defaults occurred and which limits cut something back. */
  readonly levels: LevelPlaces;
  readonly defaults: readonly CountedDefault[];
  readonly limits: readonly CountedLimit[];
  /** The first day that there is, of history or of the note. */
  readonly origin: PlainDate;
}

export type Compiled =
  | { readonly ok: true; readonly note: CompiledNote }
  | { readonly ok: false; readonly gaps: readonly Gap[] };

export function compileBulk(program: CoreProgram, plan: Plan, setting: BulkSetting): Compiled {
  const needed = new Needed();
  let found = new Compiler(program, plan, setting, needed).compile();
  // What is read of events, accounts and days is known once all has been gone through.
  for (let round = 0; needed.hasGrown(); round += 1) {
    invariant(round < 20, "what is needed comes to an end");
    found = new Compiler(program, plan, setting, needed).compile();
  }
  return found;
}

class Compiler {
  readonly #compiling: Compiling;
  readonly #note: Note;
  readonly #accounts: Accounts;
  readonly #expressions: Expressions;
  readonly #batches: Batches;
  readonly #given: Given;
  readonly #defaults: Defaults;
  readonly #watch: Watch;
  readonly #failed: number;
  readonly #sales: Sales | undefined;

  constructor(program: CoreProgram, plan: Plan, setting: BulkSetting, needed: Needed) {
    const steady = new SteadyValues(program, plan, setting);
    const builder = new Builder();
    const begins = steady.termOf(program.existsFrom);
    const first = typeof begins === "number" ? asPlainDate(begins) : setting.last;
    const days = daysOf(setting, first);
    const today = builder.counter();
    const compiling: Compiling = {
      program,
      plan,
      setting,
      steady,
      builder,
      days,
      needed,
      gaps: [],
      section: "",
      today,
    };
    this.#compiling = compiling;
    this.#failed = builder.room(1);
    const events = new EventBook(compiling);
    const expressions = () => this.#expressions;
    const accounts = new Accounts(compiling, events, expressions);
    const folds = new Folds(compiling, events, expressions);
    const defaults = new Defaults(compiling, events, expressions);
    this.#note = new Note(compiling, events, () => ({
      expressions: this.#expressions,
      folds,
      accounts,
      defaults,
    }));
    this.#expressions = new Expressions(compiling, this.#note);
    this.#accounts = accounts;
    this.#defaults = defaults;
    this.#batches = new Batches(compiling, this.#note, this.#expressions, accounts);
    this.#watch = new Watch(compiling);
    this.#given = new Given(compiling, this.#note, this.#expressions, this.#batches, this.#watch, () => this.#sales);
    this.#sales = plan.sales && new Sales(plan.sales, compiling, this.#note, this.#expressions);
  }

  compile(): Compiled {
    const { builder, setting, days, gaps, today } = this.#compiling;
    const results = builder.room(setting.metrics.length);
    const [first, end] = [builder.counter(), builder.counter()];
    this.#check();
    const active = this.#activeDays();
    const nextOf = this.#nextOf(active);
    this.#note.load();
    builder.ifFlag(this.#isAt(first, 0), () => this.#begin());
    const body = builder.block(() => this.#day(nextOf, active));
    invariant(today.kind === "Counter", "the day is counted");
    // `whole` lists for each day the next one to look at; for the day before the first, that is the first.
    const next = builder.list([...nextOf.slice(0, -1).map((it) => it), days.last + 1, days.last + 1]);
    const starts = builder.list(this.#startsAt(active));
    const from = builder.listed(starts, plus(first, at(days.first)));
    builder.emit({
      kind: "Loop",
      counter: today.id,
      from,
      to: plus(end, at(days.first)),
      next: next - 1,
      body,
    });
    builder.ifFlag(this.#isAt(end, days.last - days.first + 1), () => this.#finish(results));
    this.#note.save();
    if (gaps.length > 0) return { ok: false, gaps };
    const note: CompiledNote = {
      routine: builder.routine(first, end, this.#failed),
      columns: this.#note.columns,
      rows: setting.rowDays.length,
      results,
      metrics: setting.metrics.length,
      days: days.last - days.first + 1,
      sales: this.#sales?.places,
      levels: this.#watch.levels,
      defaults: this.#defaults.counted,
      limits: this.#watch.limits,
      origin: days.origin,
    };
    return { ok: true, note };
  }

  // ---------------------------------------------------------------- days

  /** The days on which anything can happen. */
  #activeDays(): boolean[] {
    const { days, needed, program } = this.#compiling;
    const events = this.#note.events;
    const isEvery = needed.has("every day");
    const active = Array.from(
      { length: days.last + 1 },
      (_, day) => isEvery || day === days.first || day === days.last,
    );
    for (const { days: on } of events.all()) for (const day of on) active[day] = true;
    for (const { trigger } of program.rules) {
      if (trigger.kind === "Calendar") for (const day of this.#accounts.calendarDays(trigger.date)) active[day] = true;
    }
    if (needed.has("month starts")) {
      for (let day = 1; day <= days.last; day += 1) {
        if (events.dateOf(day) === firstOfMonth(events.dateOf(day))) active[day] = true;
      }
    }
    return active.map((it, day) => it && day >= days.first);
  }

  #nextOf(active: readonly boolean[]): number[] {
    let next = active.length;
    return active
      .map((_, index) => active.length - 1 - index)
      .map((day) => {
        const found = next;
        if (active[day]) next = day;
        return found;
      })
      .toReversed();
  }

  /** By day: itself where it is looked at, else the next that is. */
  #startsAt(active: readonly boolean[]): number[] {
    const next = this.#nextOf(active);
    return [...active.map((it, day) => (it ? day : (next[day] ?? active.length))), active.length];
  }

  /** Whether a run begins, or ends, at a day counted from the note's first. */
  #isAt(day: Index, is: number): Index {
    const { builder, days } = this.#compiling;
    const count = days.last - days.first + 2;
    return builder.listed(builder.list(Array.from({ length: count }, (_, it) => Number(it === is))), day);
  }

  #goTo(day: number): void {
    const { builder, today } = this.#compiling;
    if (today.kind === "Counter") builder.emit({ kind: "SetCounter", id: today.id, value: at(day) });
  }

  #begin(): void {
    const { days, today } = this.#compiling;
    this.#goTo(days.first);
    this.#note.begin({ moment: nowAt(today, undefined, false), bound: [] });
  }

  /** What is asked is read as the last day ends. */
  #finish(results: number): void {
    const { builder, days, today } = this.#compiling;
    this.#goTo(days.last);
    const row = builder.listed(builder.list(days.rowOf), today);
    this.#read(nowAt(today, row, true), results);
  }

  #day(nextOf: readonly number[], active: readonly boolean[]): void {
    const { builder, days, today, program } = this.#compiling;
    const row = builder.listed(builder.list(days.rowOf), today);
    const flag = (is: (day: number) => boolean): Index =>
      builder.listed(builder.list(Array.from({ length: days.last + 1 }, (_, day) => Number(is(day)))), today);
    const hasRow = flag((day) => (days.rowOf[day] ?? -1) >= 0);
    const open = nowAt(today, undefined, false);
    const inDay = nowAt(today, row, false);
    const evening = nowAt(today, row, true);
    this.#sales?.begin();
    this.#note.hear(hasRow, row);
    this.#given.startDay();
    this.#given.open(open);
    this.#given.at("at the open", open, inDay);
    this.#given.at("at the close", inDay, inDay);
    this.#calendar(evening);
    for (const rule of program.rules) {
      this.#compiling.section = rule.section;
      if (rule.trigger.kind === "Edge") gapIn(this.#compiling, "a rule for when a condition begins or ends", rule.span);
    }
    this.#sales?.end(evening, hasRow);
    builder.forget();
    this.#defaults.settle(evening);
    this.#compiling.section = "";
    this.#watch.keepLevels(evening, active, this.#note.shares, (name, moment) => this.#metric(name, moment));
    this.#accounts.close(nextOf, { moment: evening, bound: [] });
    this.#note.remember();
  }

  #calendar(moment: Moment): void {
    const { builder, days, today, program, steady } = this.#compiling;
    const fired = program.rules.flatMap((rule) => {
      if (rule.trigger.kind !== "Calendar") return [];
      const on = new Set(this.#accounts.calendarDays(rule.trigger.date));
      if (steady.needsOf(rule.trigger.date) === undefined) {
        this.#compiling.section = rule.section;
        gapIn(this.#compiling, "a rule whose day differs from path to path", rule.span);
      }
      if (on.size === 0) return [];
      const list = builder.list(Array.from({ length: days.last + 1 }, (_, day) => Number(on.has(day))));
      return [{ rule, bound: [], flag: builder.listed(list, today), on }];
    });
    for (const { trigger, section, span } of program.rules) {
      this.#compiling.section = section;
      if (trigger.kind === "Schedule") gapIn(this.#compiling, "a rule for the dates of a schedule", span);
      // What nothing depends on is not looked up, so that it is no gap.
      if (trigger.kind === "Event") this.#note.events.of(trigger.event);
    }
    const any = new Set(fired.flatMap(({ on }) => [...on]));
    const list = builder.list(Array.from({ length: days.last + 1 }, (_, day) => Number(any.has(day))));
    builder.forget();
    builder.ifFlag(builder.listed(list, today), () => this.#batches.make(fired, moment));
  }

  // ---------------------------------------------------------------- what is asked

  #read(moment: Moment, results: number): void {
    const { builder, setting } = this.#compiling;
    for (const [index, name] of setting.metrics.entries()) {
      builder.store(results, at(index), this.#metric(name, moment));
    }
  }

  #metric(name: string, moment: Moment): Num {
    const { program } = this.#compiling;
    const scope = { moment, bound: [] };
    const asked = program.askable.get(name)?.noteLevel;
    if (asked === undefined) return this.#expressions.gap(`${name}, which is asked`);
    switch (asked.kind) {
      case "definition":
        return this.#expressions.definition(asked.key, scope, undefined);
      case "state":
        return this.#note.state({ name: asked.key }, scope, undefined);
      case "param":
        return this.#term(asked.key, moment);
      case "account":
        return this.#accounts.unpaid(asked.key, scope);
      case "family": {
        const { span } = this.#compiling.plan;
        const type = { kind: "yes or no" } as const;
        return this.#defaults.read({ kind: "FamilyHolds", family: asked.key, sections: [], type, span }, scope);
      }
    }
  }

  #term(name: string, moment: Moment): Num {
    const { program, steady } = this.#compiling;
    const value = figure(this.#expressions.binary(steady.termOf(name)));
    const param = program.params.get(name);
    if (param?.isRestated !== true) return value;
    const { shares } = this.#note;
    return shares.restated(
      value,
      param.type,
      () => figure(1),
      () => shares.on(moment),
    );
  }

  /** Whether the exchange was open on a day between the rows that has none. */
  #lacksDay(): boolean {
    const { rowDays, exchange } = this.#compiling.setting;
    if (exchange === undefined) return false;
    return rowDays.some((row, index) => {
      const next = rowDays[index + 1] ?? row;
      for (let day = row + 1; day < next; day += 1) {
        if (isBusinessDay(exchange, asPlainDate(day)) === true) return true;
      }
      return false;
    });
  }

  #check(): void {
    const { program, gaps, plan } = this.#compiling;
    this.#compiling.section = plan.name;
    if (program.series.size > 1)
      gaps.push({
        section: "",
        what: "several series of market data",
        span: undefined,
      });
    if (this.#lacksDay())
      gaps.push({ section: "", what: "market data without a trading day of the exchange", span: undefined });
  }
}
