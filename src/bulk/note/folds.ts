/** Sums, extremes and conditions over days and over events, as loops over rows, days or places. */
import { assertNever } from "../../base/assert-never.ts";
import type { DayFold, DayRange, DayWindow, EventFold, Expr } from "../../core/core.ts";
import { isBusinessDay } from "../../units/business-days.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import type { Index, Mask, Num } from "../routine/ir.ts";
import { at, both, choose, either, figure, no, not, operation, plus, yes } from "../routine/ir.ts";
import type { Compiling, Moment, Scope } from "./compiling.ts";
import type { EventBook } from "./events.ts";
import type { Expressions } from "./expressions.ts";
import { appliedOf, truthOf } from "./expressions.ts";

/** Which rows, or days, a fold goes over. */
interface Span {
  readonly from: Index;
  readonly end: Index;
  readonly moment: (counter: Index) => Moment;
  /** Whether a day counts, where the loop passes others, too. */
  readonly counts: ((counter: Index) => Index) | undefined;
  /** How many there are, where that is fixed. */
  readonly count: number | undefined;
}

type Operation = DayFold["operation"] | EventFold["operation"];

export class Folds {
  readonly #compiling: Compiling;
  readonly #events: EventBook;
  readonly #expressions: () => Expressions;

  constructor(compiling: Compiling, events: EventBook, expressions: () => Expressions) {
    this.#compiling = compiling;
    this.#events = events;
    this.#expressions = expressions;
  }

  fold(fold: DayFold | EventFold, scope: Scope): Num {
    return fold.kind === "DayFold" ? this.#overDays(fold, scope) : this.#overEvents(fold, scope);
  }

  // ---------------------------------------------------------------- over days

  #overDays(fold: DayFold, scope: Scope): Num {
    const { builder } = this.#compiling;
    const span = fold.days.kind === "DayRange" ? this.#range(fold, fold.days, scope) : this.#window(fold.days, scope);
    if (span === undefined) return this.#expressions().gap("a range of days that differs from path to path", fold);
    const tally = this.#tally(fold.operation, fold, span.count, scope);
    const inner = (moment: Moment): Scope => ({ ...scope, moment });
    builder.loop(span.from, span.end, (counter) => {
      const moment = span.moment(counter);
      const one = () =>
        this.#within(fold.where, inner(moment), () => {
          if (fold.operation === "first" || fold.operation === "last") tally.add(this.#dayOf(moment));
          else tally.add(fold.body === undefined ? figure(1) : this.#bodyThen(fold, fold.body, inner(moment), scope));
        });
      if (span.counts === undefined) one();
      else builder.ifFlag(span.counts(counter), one);
    });
    return tally.result();
  }

  #dayOf({ day }: Moment): Num {
    const { builder, days } = this.#compiling;
    const dates = Array.from({ length: days.last + 1 }, (_, index) => days.origin + index);
    return builder.tabled(builder.table(dates), day);
  }

  /** Of another day, in the shares of the moment at which it is read. */
  #bodyThen(fold: DayFold, body: Expr, inner: Scope, { moment }: Scope): Num {
    const value = this.#body(fold, body, inner);
    if (body.type.kind !== "quantity") return value;
    const { shares } = this.#expressions();
    return shares.restated(
      value,
      body.type,
      () => shares.on(inner.moment),
      () => shares.on(moment),
    );
  }

  #body({ operation: kind }: { readonly operation: Operation }, body: Expr, scope: Scope): Num {
    const expressions = this.#expressions();
    if (kind === "every" || kind === "some" || kind === "no") {
      return choose(expressions.mask(body, scope), figure(1), figure(0));
    }
    const value = expressions.number(body, scope);
    if (expressions.mayLack(body)) expressions.fail(expressions.isLacking(value));
    return value;
  }

  #within(where: Expr | undefined, scope: Scope, fill: () => void): void {
    if (where === undefined) fill();
    else this.#compiling.builder.when(this.#expressions().mask(where, scope), fill);
  }

  #window({ count, unit, where, ending }: DayWindow, scope: Scope): Span | undefined {
    const { steady, days } = this.#compiling;
    const counted = this.#expressions().number(count, scope);
    const known = (today: PlainDate) => this.#lastKnown(scope, today);
    if (where !== undefined || counted.kind !== "Figure" || counted.value < 1) return undefined;
    if (unit === "trading day") {
      const end = this.#placeOf(ending, scope, (date, today) => this.#rowsUpTo(date, known(today), counted.value));
      if (end === undefined) return undefined;
      const from: Index = {
        kind: "Plus",
        left: end,
        right: at(-counted.value),
      };
      return {
        from,
        end,
        moment: (row) => this.#ofRow(row, true),
        counts: undefined,
        count: counted.value,
      };
    }
    const first = (date: PlainDate) => steady.windowFrom(unit, date, counted.value)?.[0];
    const from = this.#placeOf(ending, scope, (date, today) => {
      const found = date > known(today) ? undefined : first(date);
      return found === undefined || found < days.origin ? undefined : found - days.origin;
    });
    const end = this.#placeOf(ending, scope, (date) => date - days.origin + 1);
    if (from === undefined || end === undefined) return undefined;
    return { ...this.#ofDays(from, end, unit, true), count: counted.value };
  }

  /** The last day whose prices are known: before a day's row is known, the day before. */
  #lastKnown({ moment }: Scope, today: PlainDate): PlainDate {
    return moment.isNow && moment.row === undefined ? asPlainDate(today - 1) : today;
  }

  /** The number of rows up to a day, where there are enough of them. */
  #rowsUpTo(date: PlainDate, today: PlainDate, least: number): number | undefined {
    const { rowsBy, origin, last } = this.#compiling.days;
    const isOut = date > today || date < origin || date > origin + last || !this.#isReached(date);
    const rows = isOut ? undefined : rowsBy[date - origin];
    return rows === undefined || rows < least ? undefined : rows;
  }

  /** Whether it is known which days up to a day are trading days: beyond the rows, the exchange may say so. */
  #isReached(date: PlainDate): boolean {
    const { rowDays, exchange } = this.#compiling.setting;
    for (let day = date; day > (rowDays.at(-1) ?? day); day = asPlainDate(day - 1)) {
      if (exchange === undefined || isBusinessDay(exchange, day) !== false) return false;
    }
    return true;
  }

  #range(fold: DayFold, { unit, from, fromIncluded, to, toIncluded }: DayRange, scope: Scope): Span | undefined {
    const { origin, last, rowsBy } = this.#compiling.days;
    const { rowDays } = this.#compiling.setting;
    const isWaiting = fold.where !== undefined;
    // Where the last day hangs on an event, whether it has come differs from day to day.
    const isOfEvent = (this.#compiling.steady.needsOf(to)?.bound.length ?? 0) > 0;
    if (isOfEvent && (isWaiting || fold.body !== undefined)) return undefined;
    const within = (day: number) => Math.min(Math.max(day, 0), last + 1);
    // Of days before those that there are, a condition or a figure may still say something.
    const first = this.#placeOf(from, scope, (date) => {
      const start = (fromIncluded ? date : date + 1) - origin;
      const hasRows = unit !== "trading day" || start + origin >= (rowDays[0] ?? origin);
      return start < 0 || !hasRows ? undefined : within(start);
    });
    const end = this.#placeOf(to, scope, (date, today) => {
      const final = toIncluded ? date : date - 1;
      const known = this.#lastKnown(scope, today);
      const reached = asPlainDate(Math.min(final, known));
      if (unit === "trading day" && !this.#isReached(reached)) return undefined;
      const ended = scope.moment.isEnded ? today : today - 1;
      if (!isWaiting && final > known) return fold.body === undefined ? within(final - origin + 1) : undefined;
      return within((isWaiting ? Math.min(final, ended) : final) - origin + 1);
    });
    if (first === undefined || end === undefined) return undefined;
    if (unit !== "trading day") return { ...this.#ofDays(first, end, unit, true), count: undefined };
    const { builder } = this.#compiling;
    const before = builder.list([0, ...rowsBy]);
    return {
      from: builder.listed(before, first),
      end: builder.listed(before, end),
      moment: (row) => this.#ofRow(row, true),
      counts: undefined,
      count: undefined,
    };
  }

  #ofRow(row: Index, mayBeToday: boolean): Moment {
    const { builder, setting, days } = this.#compiling;
    const list = builder.list(setting.rowDays.map((day) => day - days.origin));
    const key = `row ${JSON.stringify(row)}`;
    return {
      key,
      day: builder.listed(list, row),
      row,
      isNow: false,
      isEnded: true,
      mayBeToday,
    };
  }

  #ofDays(from: Index, end: Index, unit: DayRange["unit"], mayBeToday: boolean): Omit<Span, "count"> {
    const { builder, steady, days } = this.#compiling;
    const isDay = Array.from(
      { length: days.last + 1 },
      (_, day) => steady.isDay(unit, this.#events.dateOf(day)) === true,
    );
    const moment = (day: Index): Moment => ({
      key: `day ${JSON.stringify(day)}`,
      day,
      row: builder.listed(builder.list(days.rowOf), day),
      ...{ isNow: false, isEnded: true, mayBeToday },
    });
    const counts = isDay.every((it) => it)
      ? undefined
      : (day: Index) => builder.listed(builder.list(isDay.map(Number)), day);
    return { from, end, moment, counts };
  }

  /** A place by a date that is the same on every path; a path on which it is not known is marked. */
  #placeOf(
    expr: Expr,
    scope: Scope,
    place: (date: PlainDate, today: PlainDate) => number | undefined,
  ): Index | undefined {
    const { steady, builder, days } = this.#compiling;
    const needs = steady.needsOf(expr);
    const [depth] = needs?.bound ?? [];
    if (needs === undefined || needs.bound.length + Number(needs.day) > 1) return undefined;
    const bound = depth === undefined ? undefined : scope.bound[depth];
    const onDays =
      bound === undefined
        ? Array.from({ length: days.last + 1 }, (_, day) => day)
        : (this.#events.of(bound.event)?.days ?? []);
    const found = onDays.map((day) => {
      const date = this.#events.dateOf(day);
      const value = steady.valueOf(expr, {
        day: date,
        bound: Array.from({ length: (depth ?? -1) + 1 }, () => date),
      });
      // What hangs on an event is looked at on any day from then on.
      const today = bound === undefined ? date : this.#events.dateOf(days.last);
      return typeof value === "number" ? place(this.#events.dateOf(value - days.origin), today) : undefined;
    });
    const index = bound?.slot ?? scope.moment.day;
    if (found.includes(undefined)) {
      const flags = builder.list(found.map((it) => Number(it === undefined)));
      builder.fail({ kind: "Flagged", flag: builder.listed(flags, index) });
    }
    const [only] = found;
    if (only !== undefined && found.every((it) => it === only)) return at(only);
    return builder.listed(builder.list(found.map((it) => it ?? this.#compiling.setting.rowDays.length)), index);
  }

  /** The end of another day, that is the same on every path. */
  pastMoment(date: Expr, scope: Scope): Moment | undefined {
    const { builder, days } = this.#compiling;
    let mayBeToday = false;
    const day = this.#placeOf(date, scope, (found, today) => {
      if (found >= today) mayBeToday = true;
      return found > today || found < days.origin ? undefined : found - days.origin;
    });
    if (day === undefined) return undefined;
    if (this.#compiling.steady.needsOf(date)?.bound.length === 1) {
      const all = builder.table(Array.from({ length: days.last + 1 }, (_, index) => index));
      const [then, now] = [builder.tabled(all, day), builder.tabled(all, scope.moment.day)];
      builder.fail({ kind: "Compares", operator: "<", left: now, right: then });
      mayBeToday = true;
    }
    const row = builder.listed(builder.list(days.rowOf), day);
    return {
      key: `day ${JSON.stringify(day)}`,
      day,
      row,
      isNow: false,
      isEnded: true,
      mayBeToday,
    };
  }

  /** Each day is asked whether it is the one, so it is worth it only where little else is read first. */
  onDay(scope: Scope, date: Num, read: (scope: Scope) => Num): Num {
    const { builder, days } = this.#compiling;
    const value = this.#start(figure(Number.NaN));
    const found = builder.maskLocal();
    builder.emit({ kind: "SetMask", local: found, value: no, isFresh: true });
    const span = this.#ofDays(at(days.first), plus(scope.moment.day, at(1)), "day", true);
    builder.loop(span.from, span.end, (day) => {
      const moment = span.moment(day);
      const isIt: Mask = { kind: "Compares", operator: "===", left: date, right: this.#dayOf(moment) };
      builder.when(isIt, () => {
        builder.setMask(found, yes);
        builder.set(value, read({ ...scope, moment }));
      });
    });
    const isMissing = not({ kind: "MaskLocal", id: found });
    this.#expressions().fail(both(isMissing, not(this.#expressions().isLacking(date))));
    return { kind: "Local", id: value };
  }

  // ---------------------------------------------------------------- over events

  #overEvents(fold: EventFold, scope: Scope): Num {
    const { builder } = this.#compiling;
    if (fold.dates !== undefined) return this.#expressions().gap("a sum over the dates of a schedule", fold);
    const places = this.#events.of(fold.event);
    const tally = this.#tally(fold.operation, {}, undefined, scope);
    if (places === undefined) return tally.result();
    builder.loop(at(0), this.#expressions().passedAt(fold.event, scope), (slot) => {
      const bound = {
        key: `of ${JSON.stringify(slot)}`,
        event: fold.event,
        slot,
      };
      const inner: Scope = {
        moment: scope.moment,
        bound: [bound, ...scope.bound],
      };
      builder.when(appliedOf(builder.memory(places.applied, slot)), () =>
        this.#within(fold.where, inner, () => this.#addEvent(fold, inner, tally)),
      );
    });
    return tally.result();
  }

  #addEvent(fold: EventFold, scope: Scope, tally: Tally): void {
    const expressions = this.#expressions();
    const { operation: kind, body } = fold;
    const isTruth = kind === "every" || kind === "some" || kind === "no";
    if (body === undefined || isTruth) {
      tally.add(body === undefined ? figure(1) : this.#body(fold, body, scope));
      return;
    }
    const value = expressions.number(body, scope);
    const isThere = expressions.mayLack(body) ? not(expressions.isLacking(value)) : yes;
    this.#compiling.builder.when(isThere, () => tally.add(value));
  }

  // ---------------------------------------------------------------- what is made of the members

  #tally(
    kind: Operation,
    { pick }: { readonly pick?: DayFold["pick"] | undefined },
    count: number | undefined,
    scope: Scope,
  ): Tally {
    if (pick !== undefined) return this.#picked(kind, pick, count, scope);
    switch (kind) {
      case "sum":
      case "number":
        return this.#running(figure(0), (sum, it) => operation("+", sum, it));
      case "product":
        return this.#running(figure(1), (sum, it) => operation("*", sum, it));
      case "average":
        return this.#average(count);
      case "highest":
      case "latest":
        return this.#edge("Greatest", Number.NEGATIVE_INFINITY);
      case "lowest":
      case "earliest":
        return this.#edge("Least", Number.POSITIVE_INFINITY);
      case "last":
        return this.#running(figure(Number.NaN), (_, it) => it);
      case "first":
        return this.#running(figure(Number.NaN), (first, it) =>
          choose(this.#expressions().isLacking(first), it, first),
        );
      case "every":
        return this.#decided(yes, both, false);
      case "some":
        return this.#decided(no, either, false);
      case "no":
        return this.#decided(no, either, true);
      default:
        return assertNever(kind);
    }
  }

  #start(value: Num): number {
    const { builder } = this.#compiling;
    const local = builder.local();
    builder.emit({ kind: "SetNumber", local, value, isFresh: true });
    return local;
  }

  #running(start: Num, next: (sum: Num, it: Num) => Num): Tally {
    const { builder } = this.#compiling;
    const id = this.#start(start);
    const local: Num = { kind: "Local", id };
    return {
      add: (it) => builder.set(id, next(local, it)),
      result: () => local,
    };
  }

  #average(count: number | undefined): Tally {
    const sum = this.#running(figure(0), (total, it) => operation("+", total, it));
    if (count !== undefined)
      return {
        add: sum.add,
        result: () => operation("/", sum.result(), figure(count)),
      };
    const number = this.#running(figure(0), (total) => operation("+", total, figure(1)));
    const add = (it: Num) => {
      sum.add(it);
      number.add(it);
    };
    // Nothing by nothing is not a number: no value.
    return { add, result: () => operation("/", sum.result(), number.result()) };
  }

  #edge(kind: "Least" | "Greatest", start: number): Tally {
    const running = this.#running(figure(start), (best, it) => ({
      kind,
      left: best,
      right: this.#compiling.builder.keep(it),
    }));
    const result = () =>
      choose(
        {
          kind: "Compares",
          operator: "===",
          left: running.result(),
          right: figure(start),
        },
        figure(Number.NaN),
        running.result(),
      );
    return { add: running.add, result };
  }

  #decided(start: Mask, next: (so: Mask, it: Mask) => Mask, isNegated: boolean): Tally {
    const { builder } = this.#compiling;
    const id = builder.maskLocal();
    builder.emit({ kind: "SetMask", local: id, value: start, isFresh: true });
    const local: Mask = { kind: "MaskLocal", id };
    const truth = (it: Num): Mask => truthOf(it) ?? appliedOf(it);
    const isSettled = start.kind === "Fixed" && start.value ? not(local) : local;
    return {
      add: (it) => {
        builder.setMask(id, next(local, it.kind === "Figure" ? (it.value === 0 ? no : yes) : truth(it)));
        builder.emit({ kind: "Leave", mask: isSettled });
      },
      result: () => choose(isNegated ? not(local) : local, figure(1), figure(0)),
    };
  }

  /** The n lowest or highest are kept in order. */
  #picked(kind: Operation, pick: NonNullable<DayFold["pick"]>, count: number | undefined, scope: Scope): Tally {
    const { builder } = this.#compiling;
    const expressions = this.#expressions();
    const counted = expressions.number(pick.count, scope);
    const size = counted.kind === "Figure" ? counted.value : 0;
    if (size < 1 || size > 12)
      return {
        add: () => undefined,
        result: () => expressions.gap("so many figures picked", pick.count),
      };
    const end = pick.which === "lowest" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    const locals = Array.from({ length: size }, () => this.#start(figure(end)));
    const all = locals.map((id): Num => ({ kind: "Local", id }));
    const [first = figure(0), last = figure(0)] = [all[0], all.at(-1)];
    const result = () => {
      if (count === undefined || count < size) {
        expressions.fail({
          kind: "Compares",
          operator: "===",
          left: last,
          right: figure(end),
        });
      }
      const sum = all.reduce((total, it) => operation("+", total, it));
      if (kind === "average") return operation("/", sum, figure(size));
      if (kind === "sum") return sum;
      const isFirst = (kind === "lowest") === (pick.which === "lowest");
      return isFirst ? first : last;
    };
    return {
      add: (value) => builder.emit({ kind: "Insert", which: pick.which, locals, value }),
      result,
    };
  }
}

interface Tally {
  readonly add: (value: Num) => void;
  readonly result: () => Num;
}
