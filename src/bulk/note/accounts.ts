/**
 * Accounts on a path: lots by month, and items, each with its place and its dates beforehand. A day's interest is taken in
 * as the day closes; where nothing changes for some days, for all of them at once.
 */

import type { Account, AccountPosting, ApplyPayment, Expr } from "../../core/core.ts";
import { isTimeless } from "../../core/dependencies.ts";
import { toBinary } from "../../units/binary/to-binary.ts";
import type { DayCount } from "../../units/day-count.ts";
import { goesByPeriods, isDayCount, weightIn, yearBasis } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import { add, divide, exact, multiply, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, nextDay, partsOf } from "../../units/plain-date.ts";
import type { Index, Mask, Num } from "../routine/ir.ts";
import { at, both, choose, figure, not, operation, yes } from "../routine/ir.ts";
import type { Compiling, Scope } from "./compiling.ts";
import type { EventBook } from "./events.ts";
import type { Expressions } from "./expressions.ts";
import { gapIn } from "./gaps.ts";
import type { Steady } from "./steady.ts";
import { isExact } from "./steady.ts";

/** A posting that makes an item, with the days on which it may. */
interface Source {
  readonly change: AccountPosting;
  readonly event: string | undefined;
  readonly place: number;
  readonly day: number;
}

interface Room {
  readonly account: Account;
  readonly lots: number;
  readonly lotsPaid: number;
  readonly waived: number;
  readonly items: readonly Source[];
  readonly charged: number;
  readonly itemsPaid: number;
  readonly dueOn: readonly number[];
  readonly payableOn: readonly number[];
  readonly paid: number;
  /** By day: the first month in which there may be a lot. */
  readonly from: readonly number[];
}

export class Accounts {
  readonly #compiling: Compiling;
  readonly #events: EventBook;
  readonly #expressions: () => Expressions;
  readonly #rooms = new Map<string, Room>();
  readonly #months: number[];

  constructor(compiling: Compiling, events: EventBook, expressions: () => Expressions) {
    this.#compiling = compiling;
    this.#events = events;
    this.#expressions = expressions;
    const { days } = compiling;
    const monthOf = (day: number) => {
      const { year, month } = partsOf(events.dateOf(day));
      return year * 12 + month;
    };
    this.#months = Array.from({ length: days.last + 1 }, (_, day) => monthOf(day) - monthOf(0));
    for (const account of compiling.program.accounts.values()) {
      if (compiling.needed.has(`account ${account.name}`)) this.#rooms.set(account.name, this.#roomFor(account));
    }
  }

  get any(): boolean {
    return this.#rooms.size > 0;
  }

  #roomFor(account: Account): Room {
    const { builder } = this.#compiling;
    const items = this.#sources(account.name);
    const months = (this.#months.at(-1) ?? 0) + 1;
    const dated = (pick: (change: AccountPosting) => Expr | undefined) =>
      items.map((it) => this.#dateOf(it, pick(it.change)));
    return {
      account,
      lots: builder.room(months),
      lotsPaid: builder.room(months),
      waived: builder.room(months),
      items,
      charged: builder.room(items.length),
      itemsPaid: builder.room(items.length),
      dueOn: dated((it) => it.dueOn ?? it.payableOn),
      payableOn: dated((it) => it.payableOn ?? it.dueOn),
      paid: builder.room(1),
      from: this.#firstMonths(account.name),
    };
  }

  #dateOf({ day, event }: Source, expr: Expr | undefined): number {
    const date = this.#events.dateOf(day);
    if (expr === undefined) return date;
    const found = this.#compiling.steady.valueOf(expr, {
      day: date,
      bound: event === undefined ? [] : [date],
    });
    if (typeof found === "number") return found;
    gapIn(this.#compiling, "a day of payment that differs from path to path", expr.span);
    return date;
  }

  /** Each posting with each day on which it may make an item, in the order in which they come. */
  #sources(name: string): Source[] {
    const found: (Source & {
      readonly phase: number;
      readonly verb: number;
    })[] = [];
    const { program } = this.#compiling;
    for (const rule of program.rules) {
      for (const change of rule.changes) {
        if (change.kind !== "AccountPosting" || change.account !== name) continue;
        if (change.verb !== "charge" && change.verb !== "fall due") continue;
        const verb = change.verb === "charge" ? 0 : 1;
        if (rule.trigger.kind === "Calendar") {
          const phase = 1;
          for (const day of this.calendarDays(rule.trigger.date))
            found.push({
              change,
              event: undefined,
              place: 0,
              day,
              phase,
              verb,
            });
        } else if (rule.trigger.kind === "Event") {
          const { event } = rule.trigger;
          for (const [place, day] of (this.#events.of(event)?.days ?? []).entries())
            found.push({ change, event, place, day, phase: 0, verb });
        }
      }
    }
    return found.toSorted((a, b) => a.day - b.day || a.phase - b.phase || a.verb - b.verb);
  }

  /** The days on which a rule of the calendar has its day. */
  calendarDays(date: Expr): number[] {
    const { steady, days } = this.#compiling;
    if (steady.needsOf(date) === undefined) return [];
    return Array.from({ length: days.last - days.first + 1 }, (_, index) => days.first + index).filter((day) => {
      const today = this.#events.dateOf(day);
      return steady.valueOf(date, { day: today, bound: [] }) === today;
    });
  }

  #firstMonths(name: string): number[] {
    const { program, days } = this.#compiling;
    const clearing = new Set(
      program.rules
        .filter(({ condition, changes }) => condition === undefined && changes.some((it) => fallsDueWhole(it, name)))
        .flatMap(({ trigger }) => (trigger.kind === "Calendar" ? this.calendarDays(trigger.date) : [])),
    );
    let from = this.#months[days.first] ?? 0;
    return Array.from({ length: days.last + 1 }, (_, day) => {
      const before = from;
      if (clearing.has(day)) from = this.#months[day] ?? from;
      return before;
    });
  }

  #room(name: string): Room | undefined {
    this.#compiling.needed.ask(`account ${name}`);
    if (this.#compiling.program.accounts.get(name)?.accrual !== undefined) this.#compiling.needed.ask("month starts");
    return this.#rooms.get(name);
  }

  // ---------------------------------------------------------------- reading

  measure(expr: Extract<Expr, { kind: "AccountMeasure" }>, scope: Scope): Num {
    const { builder } = this.#compiling;
    const expressions = this.#expressions();
    if (expr.of !== undefined) return expressions.gap("an account that each event has", expr);
    if (!scope.moment.isNow) return expressions.gap("an account as of another day", expr);
    const room = this.#room(expr.account);
    if (room === undefined) return figure(0);
    const { measure, on } = expr;
    if (on !== undefined && measure !== "payable")
      return expressions.gap("the part of an account that accrued on some of its base", expr);
    switch (measure) {
      case "unpaid":
        return this.unpaid(expr.account, scope);
      case "accruing":
        return this.#lots(room);
      case "paid":
        return builder.keep(builder.memory(room.paid, at(0)));
      case "due":
        return this.#items(room, (slot) => this.#isBy(room.dueOn, slot, 0));
      case "overdue":
        return this.#items(room, (slot) => this.#isBy(room.payableOn, slot, scope.moment.isEnded ? 0 : 1));
      case "payable": {
        const date = on === undefined ? figure(0) : expressions.number(on, scope);
        return this.#items(
          room,
          (slot) => ({
            kind: "Compares",
            operator: "===",
            left: builder.tabled(builder.table(room.payableOn), slot),
            right: date,
          }),
          true,
        );
      }
      case "first overdue":
        return expressions.gap("the first day of what is overdue", expr);
      default:
        return figure(0);
    }
  }

  unpaid(name: string, scope: Scope): Num {
    const room = this.#room(name);
    if (room === undefined || !scope.moment.isNow) return figure(0);
    return operation(
      "+",
      this.#items(room, () => undefined),
      this.#lots(room),
    );
  }

  /** Whether a date of an item is so many days before today, or more. */
  #isBy(dates: readonly number[], slot: Index, before: number): Mask {
    const { builder, today, days } = this.#compiling;
    const limits = Array.from({ length: days.last + 1 }, (_, day) => days.origin + day - before);
    return {
      kind: "Compares",
      operator: "<=",
      left: builder.tabled(builder.table(dates), slot),
      right: builder.tabled(builder.table(limits), today),
    };
  }

  #sum(from: Index, end: Index, each: (place: Index, put: (value: Num) => void) => void): Num {
    const { builder } = this.#compiling;
    const id = builder.local();
    builder.emit({
      kind: "SetNumber",
      local: id,
      value: figure(0),
      isFresh: true,
    });
    const sum: Num = { kind: "Local", id };
    builder.loop(from, end, (place) => each(place, (value) => builder.set(id, operation("+", sum, value))));
    return sum;
  }

  #items(room: Room, counts: (slot: Index) => Mask | undefined, isCharged = false): Num {
    const { builder } = this.#compiling;
    return this.#sum(at(0), this.#itemsBy(room), (slot, put) => {
      const value = isCharged ? builder.memory(room.charged, slot) : this.#open(room, slot);
      const mask = counts(slot);
      if (mask === undefined) put(value);
      else builder.when(mask, () => put(value));
    });
  }

  /** Places of items up to today; those that are yet to come are nothing. */
  #itemsBy(room: Room): Index {
    const { builder, days, today } = this.#compiling;
    const by = Array.from({ length: days.last + 1 }, (_, day) => room.items.filter((it) => it.day <= day).length);
    return builder.listed(builder.list(by), today);
  }

  #open(room: Room, slot: Index): Num {
    const { builder } = this.#compiling;
    return operation("-", builder.memory(room.charged, slot), builder.memory(room.itemsPaid, slot));
  }

  #lots(room: Room): Num {
    const { builder } = this.#compiling;
    return this.#sum(this.#monthFrom(room), this.#monthEnd(), (month, put) =>
      put(operation("-", builder.memory(room.lots, month), builder.memory(room.lotsPaid, month))),
    );
  }

  #monthFrom(room: Room): Index {
    const { builder, today } = this.#compiling;
    return builder.listed(builder.list(room.from), today);
  }
  #monthEnd(): Index {
    const { builder, today } = this.#compiling;
    return builder.listed(builder.list(this.#months.map((it) => it + 1)), today);
  }

  // ---------------------------------------------------------------- posting

  post(change: AccountPosting, amount: Num | undefined, scope: Scope): void {
    const room = this.#room(change.account);
    if (room === undefined) return;
    const { builder } = this.#compiling;
    switch (change.verb) {
      case "charge":
        builder.store(room.charged, this.#itemOf(room, change, scope), amount ?? figure(0));
        return;
      case "fall due":
        this.#fallDue(room, change, amount, scope);
        return;
      case "waive":
        this.#waive(room, change, scope);
        return;
      case "convert":
      case "clear":
        gapIn(this.#compiling, `an account that is ${change.verb === "clear" ? "cleared" : "converted"}`, change.span);
        return;
    }
  }

  #itemOf(room: Room, change: AccountPosting, { bound }: Scope): Index {
    const { builder, days, today } = this.#compiling;
    const [owner] = bound;
    const mine = room.items.flatMap((it, index) => (it.change === change ? [{ ...it, index }] : []));
    if (mine.length === 0) gapIn(this.#compiling, "an account that an edge makes due", change.span);
    if (owner !== undefined) {
      const places = this.#events.of(owner.event)?.days.length ?? 0;
      const list = Array.from({ length: places }, (_, place) => mine.find((it) => it.place === place)?.index ?? 0);
      return builder.listed(builder.list(list), owner.slot);
    }
    const list = Array.from({ length: days.last + 1 }, (_, day) => mine.find((it) => it.day === day)?.index ?? 0);
    return builder.listed(builder.list(list), today);
  }

  #fallDue(room: Room, change: AccountPosting, amount: Num | undefined, scope: Scope): void {
    const { builder } = this.#compiling;
    if (amount !== undefined || change.monthOf !== undefined || change.inFull === true) {
      gapIn(this.#compiling, "an account of which a part falls due", change.span);
      return;
    }
    const slot = this.#itemOf(room, change, scope);
    const [from, end] = [this.#monthFrom(room), this.#monthEnd()];
    const charged = this.#sum(from, end, (month, put) => put(builder.memory(room.lots, month)));
    const paid = this.#sum(from, end, (month, put) => put(builder.memory(room.lotsPaid, month)));
    builder.store(room.charged, slot, charged);
    builder.store(room.itemsPaid, slot, paid);
    builder.loop(from, end, (month) => {
      builder.store(room.lots, month, figure(0));
      builder.store(room.lotsPaid, month, figure(0));
    });
  }

  #waive(room: Room, change: AccountPosting, scope: Scope): void {
    const { builder } = this.#compiling;
    const gone = (month: Index) => {
      // What was paid of it would be money paid ahead.
      builder.fail({
        kind: "Compares",
        operator: "!==",
        left: builder.memory(room.lotsPaid, month),
        right: figure(0),
      });
      builder.store(room.lots, month, figure(0));
    };
    if (change.monthOf === undefined) {
      builder.loop(this.#monthFrom(room), this.#monthEnd(), gone);
      return;
    }
    const month = this.#monthOf(change.monthOf, scope);
    if (month === undefined) return;
    gone(month);
    builder.store(room.waived, month, figure(1));
  }

  #monthOf(expr: Expr, { moment }: Scope): Index | undefined {
    const { steady, builder, days } = this.#compiling;
    const needs = steady.needsOf(expr);
    if (needs === undefined || needs.bound.length > 0) {
      gapIn(this.#compiling, "a month that differs from path to path", expr.span);
      return undefined;
    }
    const list = Array.from({ length: days.last + 1 }, (_, day) => {
      const date = steady.valueOf(expr, {
        day: this.#events.dateOf(day),
        bound: [],
      });
      return typeof date === "number" ? (this.#months[date - days.origin] ?? 0) : 0;
    });
    return builder.listed(builder.list(list), moment.day);
  }

  // ---------------------------------------------------------------- payments

  /** Pays as far as the money goes, and gives what is left. */
  pay({ targets, span }: ApplyPayment, money: Num, scope: Scope, put: (state: string, taken: Num) => void): void {
    const { builder } = this.#compiling;
    const rest = builder.local();
    builder.emit({
      kind: "SetNumber",
      local: rest,
      value: money,
      isFresh: true,
    });
    for (const target of targets) {
      if (target.kind === "State") {
        const held = this.#expressions().number(
          {
            kind: "ReadState",
            name: target.state,
            type: { kind: "date" },
            span,
          },
          scope,
        );
        const taken = builder.keep(this.#takenOf({ kind: "Local", id: rest }, held));
        put(target.state, taken);
        builder.set(rest, operation("-", { kind: "Local", id: rest }, taken));
      } else if (target.kind === "Due" && target.lateCharges === undefined)
        this.#payDue(target.account, rest, span, scope);
      else gapIn(this.#compiling, "a payment that goes to all of an account, or to late charges", span);
    }
  }

  /** As much as there is and as is open, and never less than nothing. */
  #takenOf(money: Num, open: Num): Num {
    const { builder } = this.#compiling;
    return builder.greatest(figure(0), builder.least(money, open));
  }

  #payDue(name: string, rest: number, span: AccountPosting["span"], scope: Scope): void {
    const { builder } = this.#compiling;
    const room = this.#room(name);
    if (room === undefined) return;
    this.#checkFalling(name, span, scope);
    const money: Num = { kind: "Local", id: rest };
    const held = builder.local();
    builder.emit({
      kind: "SetNumber",
      local: held,
      value: money,
      isFresh: true,
    });
    const before: Num = { kind: "Local", id: held };
    const order = [...room.items.keys()].toSorted((a, b) => (room.dueOn[a] ?? 0) - (room.dueOn[b] ?? 0) || a - b);
    const { days, today } = this.#compiling;
    const due = Array.from(
      { length: days.last + 1 },
      (_, day) =>
        room.dueOn.filter((date, index) => date <= days.origin + day && (room.items[index]?.day ?? 0) <= day).length,
    );
    const isInTime = order.every(
      (item, place) => place === 0 || (room.items[order[place - 1] ?? 0]?.day ?? 0) <= (room.items[item]?.day ?? 0),
    );
    if (!isInTime) gapIn(this.#compiling, "items that fall due in another order than they arise", span);
    builder.loop(at(0), builder.listed(builder.list(due), today), (place) => {
      builder.emit({
        kind: "Leave",
        mask: {
          kind: "Compares",
          operator: "<=",
          left: money,
          right: figure(0),
        },
      });
      const slot = order.every((item, index) => item === index) ? place : builder.listed(builder.list(order), place);
      const open = builder.keep(this.#open(room, slot));
      const taken = builder.keep(this.#takenOf(money, open));
      const isAll: Mask = {
        kind: "Compares",
        operator: "===",
        left: taken,
        right: open,
      };
      const [charged, paid] = [builder.memory(room.charged, slot), builder.memory(room.itemsPaid, slot)];
      // What is paid in full is so to the last bit.
      builder.store(room.itemsPaid, slot, choose(isAll, charged, operation("+", paid, taken)));
      builder.set(rest, operation("-", money, taken));
    });
    const taken = operation("-", before, money);
    builder.store(room.paid, at(0), operation("+", builder.memory(room.paid, at(0)), taken));
  }

  /** On a day on which a rule of the calendar posts on the account, a payment goes to that, too. */
  #checkFalling(name: string, span: AccountPosting["span"], { bound }: Scope): void {
    const { program } = this.#compiling;
    const places = bound[0] === undefined ? undefined : this.#events.of(bound[0].event);
    const days = new Set(
      program.rules
        .filter(({ changes }) => changes.some((it) => it.kind === "AccountPosting" && it.account === name))
        .flatMap(({ trigger }) => (trigger.kind === "Calendar" ? this.calendarDays(trigger.date) : [])),
    );
    if (places?.days.some((day) => days.has(day)) !== false) {
      gapIn(this.#compiling, "a payment on a day on which more of the account falls due", span);
    }
  }

  // ---------------------------------------------------------------- the close

  /** Takes in the days from today until the next day that the run looks at. */
  close(nextOf: readonly number[], scope: Scope): void {
    for (const room of this.#rooms.values()) this.#accrue(room, nextOf, scope);
  }

  #accrue(room: Room, nextOf: readonly number[], scope: Scope): void {
    const { accrual, name, section } = room.account;
    if (accrual === undefined) return;
    const { builder, steady, days, needed } = this.#compiling;
    this.#compiling.section = section;
    const { basis, rate, condition, from } = accrual;
    const count = dayCountOf(
      steady.valueOf(basis, {
        day: this.#events.dateOf(days.first),
        bound: [],
      }),
    );
    if (count === undefined || accrual.onEach !== undefined || steady.needsOf(from) === undefined) {
      gapIn(this.#compiling, `the interest of ${name}`, room.account.span);
      return;
    }
    const expressions = this.#expressions();
    const isRateSteady = steady.needsOf(rate) !== undefined;
    const isConditionSteady = condition === undefined || steady.needsOf(condition) !== undefined;
    for (const part of [
      accrual.base,
      ...(isRateSteady ? [] : [rate]),
      ...(isConditionSteady || condition === undefined ? [] : [condition]),
    ]) {
      if (!isTimeless(part, this.#compiling.program)) needed.ask("every day");
    }
    const weights = nextOf.map((next, day) => {
      // The last day is read once it has closed.
      if (day === days.last) return 0;
      let sum: Exact = zero;
      for (let it = day; it < next; it += 1) {
        const date = this.#events.dateOf(it);
        sum =
          add(
            sum,
            this.#weight(date, {
              count,
              from,
              rate: isRateSteady ? rate : undefined,
              condition: isConditionSteady ? condition : undefined,
            }),
          ) ?? sum;
      }
      return toBinary(sum);
    });
    const month = builder.listed(builder.list(this.#months), scope.moment.day);
    const put = () => {
      const base = expressions.number(accrual.base, scope);
      const yearly = isRateSteady ? base : operation("*", base, expressions.number(rate, scope));
      const grown = operation("*", yearly, builder.tabled(builder.table(weights), scope.moment.day));
      const lot = builder.memory(room.lots, month);
      builder.store(room.lots, month, operation("+", lot, grown));
    };
    const isWaived: Mask = {
      kind: "Compares",
      operator: "!==",
      left: builder.memory(room.waived, month),
      right: figure(0),
    };
    const holds = condition === undefined || isConditionSteady ? undefined : expressions.mask(condition, scope);
    const mayBe = this.#mayBeWaived(name);
    const close = (mask: Mask) => builder.when(holds === undefined ? mask : both(mask, holds), put);
    const flagged = (is: boolean) =>
      builder.listed(builder.list(mayBe.map((it) => Number(it === is))), scope.moment.day);
    const isOpen = () => close(yes);
    if (mayBe.includes(true)) builder.ifFlag(flagged(true), () => close(not(isWaived)), isOpen);
    else isOpen();
  }

  /** By day: whether a month may have been waived by then in which days are taken in from then on. */
  #mayBeWaived(name: string): boolean[] {
    const { program, days } = this.#compiling;
    const first: (number | undefined)[] = [];
    for (const { trigger, changes } of program.rules) {
      const isWaived = changes.some((it) => it.kind === "AccountPosting" && it.account === name && it.verb === "waive");
      if (!isWaived) continue;
      const on = trigger.kind === "Calendar" ? this.calendarDays(trigger.date) : [days.first];
      if (trigger.kind !== "Calendar" || changes.some((it) => "monthOf" in it && !isOfToday(it.monthOf)))
        return this.#months.map(() => true);
      for (const day of on) {
        const month = this.#months[day] ?? 0;
        first[month] = Math.min(first[month] ?? day, day);
      }
    }
    return this.#months.map((month, day) => day >= (first[month] ?? Number.POSITIVE_INFINITY));
  }

  /** What a day counts for: its part of a year, times the rate where that is the same on every path. */
  #weight(
    date: PlainDate,
    {
      count,
      from,
      rate,
      condition,
    }: {
      count: DayCount;
      from: Expr;
      rate: Expr | undefined;
      condition: Expr | undefined;
    },
  ): Exact {
    const { steady, setting, program } = this.#compiling;
    const scene = { day: date, bound: [] };
    const first = steady.valueOf(from, scene);
    if (typeof first !== "number" || date < first) return zero;
    if (condition !== undefined && steady.valueOf(condition, scene) !== true) return zero;
    const ends = program.maturesOn === undefined ? undefined : steady.termOf(program.maturesOn);
    const maturity = typeof ends === "number" ? asPlainDate(ends) : undefined;
    const weight = weightIn(date, nextDay(date), { name: count, calendar: setting.calendar, maturity }, date);
    const part = divide(weight, exact(yearBasis(count))) ?? zero;
    const perYear = rate === undefined ? exact(1) : steady.valueOf(rate, scene);
    return isExact(perYear) ? (multiply(part, perYear) ?? zero) : zero;
  }
}

function isOfToday(expr: Expr | undefined): boolean {
  return expr?.kind === "Today";
}

function fallsDueWhole(change: { readonly kind: string }, name: string): boolean {
  if (change.kind !== "AccountPosting" || !("account" in change) || !("verb" in change)) return false;
  return change.account === name && change.verb === "fall due" && !("amount" in change) && !("monthOf" in change);
}

/** A day count by which each day stands alone. */
function dayCountOf(value: Steady): DayCount | undefined {
  if (typeof value !== "string" || !isDayCount(value)) return undefined;
  return goesByPeriods(value) || value === "30/360" || value === "30U/360" ? undefined : value;
}
