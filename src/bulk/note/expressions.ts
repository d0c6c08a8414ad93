/**
 * Expressions of the core as numbers and conditions in binary. A value that is not there is NaN. Where doubles can't tell
 * what holds (no value where one is needed, a division by zero) the path is marked: it needs the exact engine.
 */
import { assertNever } from "../../base/assert-never.ts";
import type { Arithmetic, Case, Compare, Expr, Extreme, Logic, Override, Round, Value } from "../../core/core.ts";
import { toBinary } from "../../units/binary/to-binary.ts";
import type { Index, Mask, Num } from "../routine/ir.ts";
import { at, both, choose, either, figure, no, not, operation, yes } from "../routine/ir.ts";
import type { Bound, Compiling, Found, Moment, Scope } from "./compiling.ts";
import type { Part } from "./conjunction.ts";
import { cheapFirst, partsOfWord } from "./conjunction.ts";
import type { EventBook } from "./events.ts";
import { gapIn } from "./gaps.ts";
import type { Shares } from "./shares.ts";
import type { Needs, Steady } from "./steady.ts";
import { absent, fault } from "./steady.ts";

/** What the note holds, for expressions that read it. */
export interface Holdings {
  readonly events: EventBook;
  readonly shares: Shares;
  state(expr: Extract<Expr, { kind: "ReadState" }>, scope: Scope, bound: Bound | undefined): Num;
  measure(expr: Extract<Expr, { kind: "AccountMeasure" }>, scope: Scope): Num;
  family(expr: Extract<Expr, { kind: "FamilyHolds" | "FamilyStart" }>, scope: Scope): Num;
  field(name: string, scope: Scope, bound: Bound): Num;
  fixed(key: string, scope: Scope, bound: Bound): Num;
  price(expr: Extract<Expr, { kind: "MarketPrice" }>, moment: Moment): Num;
  fold(expr: Extract<Expr, { kind: "DayFold" | "EventFold" }>, scope: Scope): Num;
  /** The scope at the end of another day; undefined where it differs from path to path. */
  past(scope: Scope, date: Expr): Scope | undefined;
  /** What is read at the end of a day that differs from path to path; no value where there is no such day. */
  onDay(scope: Scope, date: Num, read: (scope: Scope) => Num): Num;
}

/** So much a figure may lie below a whole number that it was meant to be, after a few operations: 2^-44 of it. */
const nearly = 1 + 2 ** -44;

export class Expressions {
  readonly #compiling: Compiling;
  readonly #holdings: Holdings;
  readonly #texts = new Map<string, number>();
  /** Clauses that are being compiled, each with the exceptions that are taken away. */
  readonly #entered = new Set<string>();

  constructor(compiling: Compiling, holdings: Holdings) {
    this.#compiling = compiling;
    this.#holdings = holdings;
  }

  get shares(): Shares {
    return this.#holdings.shares;
  }

  number(expr: Expr, scope: Scope): Num {
    const needs = this.#compiling.steady.needsOf(expr);
    if (needs !== undefined && needs.bound.length + Number(needs.day) < 2) return this.#steady(expr, needs, scope);
    return this.#kept(this.#number(expr, scope));
  }

  /** A condition as 1 or 0 stays the condition that it is. */
  #kept(value: Num): Num {
    const { builder } = this.#compiling;
    const truth = truthOf(value);
    return truth === undefined ? builder.keep(value) : choose(builder.keepMask(truth), figure(1), figure(0));
  }

  mask(expr: Expr, scope: Scope): Mask {
    const needs = this.#compiling.steady.needsOf(expr);
    if (needs !== undefined && needs.bound.length + Number(needs.day) < 2) return this.#steadyMask(expr, needs, scope);
    return this.#mask(expr, scope);
  }

  gap(what: string, expr?: Expr): Num {
    gapIn(this.#compiling, what, expr?.span);
    return figure(Number.NaN);
  }

  /** A path on which it is so goes to the exact engine. */
  fail(mask: Mask): void {
    this.#compiling.builder.fail(mask);
  }

  isLacking(value: Num): Mask {
    if (value.kind === "Figure") return Number.isNaN(value.value) ? yes : no;
    const kept = this.#compiling.builder.keep(value);
    return { kind: "Compares", operator: "!==", left: kept, right: kept };
  }

  binary(value: Steady): number {
    if (value === absent || value === fault) return Number.NaN;
    return this.#binaryOf(value);
  }

  #binaryOf(value: Value): number {
    if (typeof value === "object") return toBinary(value);
    if (typeof value === "string") {
      const known = this.#texts.get(value) ?? this.#texts.size;
      this.#texts.set(value, known);
      return known;
    }
    return Number(value);
  }

  // ---------------------------------------------------------------- the same on every path

  #steadyFigures(expr: Expr, needs: Needs, scope: Scope): { readonly values: Steady[]; readonly place: Index } {
    const { steady } = this.#compiling;
    const { events } = this.#holdings;
    const [depth] = needs.bound;
    if (depth !== undefined) {
      const bound = scope.bound[depth];
      const places = bound && events.of(bound.event);
      const scenes = (places?.days ?? []).map((day) => {
        const date = events.dateOf(day);
        return {
          day: date,
          bound: Array.from({ length: depth + 1 }, () => date),
        };
      });
      return {
        values: scenes.map((it) => steady.valueOf(expr, it)),
        place: bound?.slot ?? at(0),
      };
    }
    if (!needs.day)
      return {
        values: [steady.valueOf(expr, { day: events.dateOf(0), bound: [] })],
        place: at(0),
      };
    const { last } = this.#compiling.days;
    const days = Array.from({ length: last + 1 }, (_, day) => events.dateOf(day));
    return {
      values: days.map((day) => steady.valueOf(expr, { day, bound: [] })),
      place: scope.moment.day,
    };
  }

  #steady(expr: Expr, needs: Needs, scope: Scope): Num {
    if (expr.type.kind === "yes or no") return choose(this.#steadyMask(expr, needs, scope), figure(1), figure(0));
    const { values, place } = this.#steadyFigures(expr, needs, scope);
    this.#failAt(values, place);
    return this.#tabled(
      values.map((it) => this.binary(it)),
      place,
    );
  }

  #tabled(values: readonly number[], place: Index): Num {
    const [first = Number.NaN] = values;
    if (values.every((it) => Object.is(it, first))) return figure(first);
    const { builder } = this.#compiling;
    return builder.tabled(builder.table(values), place);
  }

  #failAt(values: readonly Steady[], place: Index): void {
    if (!values.includes(fault)) return;
    const { builder } = this.#compiling;
    const flag = builder.listed(builder.list(values.map((it) => Number(it === fault))), place);
    this.fail({ kind: "Flagged", flag });
  }

  #steadyMask(expr: Expr, needs: Needs, scope: Scope): Mask {
    const { values, place } = this.#steadyFigures(expr, needs, scope);
    this.#failAt(
      values.map((it) => (it === absent ? fault : it)),
      place,
    );
    return this.flagged(
      values.map((it) => it === true),
      place,
    );
  }

  flagged(values: readonly boolean[], place: Index): Mask {
    if (values.every((it) => it)) return yes;
    if (!values.includes(true)) return no;
    const { builder } = this.#compiling;
    return {
      kind: "Flagged",
      flag: builder.listed(builder.list(values.map(Number)), place),
    };
  }

  // ---------------------------------------------------------------- numbers

  #number(expr: Expr, scope: Scope): Num {
    switch (expr.kind) {
      case "Constant":
        return this.#ofTheStart(figure(this.binary(expr.value)), expr, scope);
      case "ReadParam":
        return this.#ofTheStart(figure(this.binary(this.#compiling.steady.termOf(expr.name))), expr, scope);
      case "Today": {
        const { last } = this.#compiling.days;
        return this.#tabled(
          Array.from({ length: last + 1 }, (_, day) => this.#holdings.events.dateOf(day)),
          scope.moment.day,
        );
      }
      case "ReadState":
        return expr.of === undefined
          ? this.#holdings.state(expr, scope, undefined)
          : this.#of(expr.of, scope, (bound) => this.#holdings.state(expr, scope, bound));
      case "ReadDefinition":
        return expr.of === undefined
          ? this.definition(expr.key, scope, undefined)
          : this.#of(expr.of, scope, (bound) => this.definition(expr.key, scope, bound));
      case "ReadDisplaced":
        return this.clause(expr.key, scope);
      case "ReadField":
        return this.#of(expr.of, scope, (bound) => this.#holdings.field(expr.name, scope, bound));
      case "EventMoment": {
        const { events } = this.#holdings;
        if (expr.moment !== "date") return this.gap(`the ${expr.moment} of an event`, expr);
        return this.#of(expr.of, scope, (bound) =>
          this.#tabled(
            (events.of(bound.event)?.days ?? []).map((day) => events.dateOf(day)),
            bound.slot,
          ),
        );
      }
      case "MarketPrice":
        return this.#holdings.price(expr, scope.moment);
      case "Arithmetic":
        return this.#arithmetic(expr, scope);
      case "Extreme":
        return this.#extreme(expr, scope);
      case "Total":
        return expr.operands
          .map(({ value, ifSet }) => {
            const it = this.number(value, scope);
            return ifSet && this.mayLack(value) ? choose(this.isLacking(it), figure(0), it) : it;
          })
          .reduce((sum, it) => ({
            kind: "Operation",
            operator: "+",
            left: sum,
            right: it,
          }));
      case "Case":
        return this.#case(expr, scope, 0);
      case "ByReading": {
        const arm = expr.arms.get(this.#compiling.steady.choiceOf(expr.reading));
        return arm === undefined ? this.gap("a reading", expr) : this.number(arm, scope);
      }
      case "OnlyWhile": {
        const holds = this.mask(expr.condition, scope);
        return this.#chosen(
          holds,
          () => this.number(expr.value, scope),
          () => figure(Number.NaN),
        );
      }
      case "OrElse": {
        const value = this.number(expr.value, scope);
        if (!this.mayLack(expr.value)) return value;
        return this.#chosen(
          this.isLacking(value),
          () => this.number(expr.fallback, scope),
          () => value,
        );
      }
      case "Round":
        return this.#round(expr, scope);
      case "AsOf": {
        const past = this.#holdings.past(scope, expr.date);
        const { shares } = this.#holdings;
        const read = (inner: Scope) =>
          shares.restated(
            this.number(expr.value, inner),
            expr.type,
            () => shares.on(inner.moment),
            () => shares.on(scope.moment),
          );
        if (past !== undefined) return read(past);
        const date = this.#compiling.builder.keep(this.number(expr.date, scope));
        return this.#holdings.onDay(scope, date, read);
      }
      case "AccountMeasure":
        return this.#holdings.measure(expr, scope);
      case "DayFold":
      case "EventFold":
        return this.#holdings.fold(expr, scope);
      case "Shift":
        return this.#shift(expr, scope);
      case "FamilyHolds":
      case "FamilyStart":
        return this.#holdings.family(expr, scope);
      case "RoundedPower":
        return this.gap("a power that is rounded", expr);
      case "Interest":
        return this.gap("interest over a range of days", expr);
      case "Step":
      case "PeriodEdge":
      case "DatePart":
      case "Every":
        return this.gap("a date counted from one that differs from path to path", expr);
      case "TimeElsewhere":
      case "TimeShift":
        return this.gap("a time of the day", expr);
      case "Phrase":
        return this.gap("words", expr);
      case "OccurrenceValue":
        return this.gap("an event as a value", expr);
      case "Compare":
      case "IsSet":
      case "HasHappened":
      case "ReadingIs":
      case "Not":
      case "Logic":
        return choose(this.mask(expr, scope), figure(1), figure(0));
      default:
        return assertNever(expr);
    }
  }

  /** A figure in the shares with which the note began. */
  #ofTheStart(value: Num, { type }: Expr, { moment }: Scope): Num {
    const { shares } = this.#holdings;
    return shares.restated(
      value,
      type,
      () => figure(1),
      () => shares.on(moment),
    );
  }

  /** One of two values, worked out only where it is the one. */
  #chosen(mask: Mask, whenSo: () => Num, otherwise: () => Num): Num {
    const { builder } = this.#compiling;
    if (mask.kind === "Fixed") return mask.value ? whenSo() : otherwise();
    const kept = builder.keepMask(mask);
    let [first, second]: [Num, Num] = [figure(0), figure(0)];
    const one = builder.block(() => {
      first = whenSo();
    });
    const other = builder.block(() => {
      second = otherwise();
    });
    if (one.length === 0 && other.length === 0) return choose(kept, first, second);
    const local = builder.local();
    const put = (value: Num, steps: typeof one) => [
      ...steps,
      { kind: "SetNumber", local, value, isFresh: false } as const,
    ];
    builder.emit({ kind: "When", mask: kept, body: put(first, one) });
    builder.emit({ kind: "When", mask: not(kept), body: put(second, other) });
    return { kind: "Local", id: local };
  }

  #case({ arms, otherwise }: Case, scope: Scope, from: number): Num {
    const arm = arms[from];
    if (arm === undefined) return this.number(otherwise, scope);
    return this.#chosen(
      this.mask(arm.condition, scope),
      () => this.number(arm.value, scope),
      () =>
        this.#case(
          {
            ...{
              kind: "Case",
              arms,
              otherwise,
              type: otherwise.type,
              span: otherwise.span,
            },
          },
          scope,
          from + 1,
        ),
    );
  }

  #arithmetic({ left, right, operator }: Arithmetic, scope: Scope): Num {
    const [a, b] = [this.number(left, scope), this.number(right, scope)];
    if (operator === "^") {
      const times = b.kind === "Figure" ? b.value : Number.NaN;
      if (!(Number.isInteger(times) && times >= 1 && times <= 16)) return this.gap("a power", left);
      return Array.from({ length: times }, () => a).reduce(multiplied);
    }
    if (operator === "/" && !(b.kind === "Figure" && b.value !== 0)) {
      this.fail({
        kind: "Compares",
        operator: "===",
        left: b,
        right: figure(0),
      });
    }
    return { kind: "Operation", operator, left: a, right: b };
  }

  #extreme({ operands, which }: Extreme, scope: Scope): Num {
    const kind = which === "least" ? "Least" : "Greatest";
    const parts = operands.map(({ value, ifSet }) => {
      const lacks = this.mayLack(value);
      return {
        value: this.number(value, scope),
        isLeftOut: ifSet && lacks,
        lacks,
      };
    });
    const found = parts.reduce((best, it) => {
      const lesser: Num = { kind, left: best.value, right: it.value };
      // With a value that is not there no comparison holds, so the left one would stand.
      const left = best.isLeftOut ? choose(this.isLacking(best.value), it.value, lesser) : lesser;
      const value = it.lacks ? choose(this.isLacking(it.value), it.isLeftOut ? best.value : it.value, left) : left;
      return {
        value: this.#compiling.builder.keep(value),
        isLeftOut: best.isLeftOut && it.isLeftOut,
        lacks: best.lacks || it.lacks,
      };
    });
    return found.value;
  }

  #round({ value, mode, step }: Round, scope: Scope): Num {
    const { builder } = this.#compiling;
    const size = this.number(step, scope);
    if (size.kind !== "Figure" || !(size.value > 0)) return this.gap("a step of rounding that is not fixed", step);
    const parts = Math.round(1 / size.value);
    const isInverse = Math.abs(parts * size.value - 1) < 1e-12;
    const scaled = isInverse
      ? operation("*", this.number(value, scope), figure(parts))
      : operation("/", this.number(value, scope), size);
    const count = builder.keep(scaled);
    const whole = builder.keep(this.wholeOf(count, mode));
    return isInverse ? operation("/", whole, figure(parts)) : operation("*", whole, size);
  }

  wholeOf(count: Num, mode: Round["mode"]): Num {
    const { builder } = this.#compiling;
    const whole = (of: Num): Num => ({
      kind: "Whole",
      towards: "zero",
      value: of,
    });
    const sign = choose({ kind: "Compares", operator: "<", left: count, right: figure(0) }, figure(-1), figure(1));
    switch (mode) {
      case "down":
        return whole(operation("*", count, figure(nearly)));
      case "up": {
        const less = builder.keep(operation("*", count, figure(2 - nearly)));
        const cut = builder.keep(whole(less));
        const isWhole: Mask = {
          kind: "Compares",
          operator: "===",
          left: cut,
          right: less,
        };
        return choose(isWhole, cut, operation("+", cut, sign));
      }
      case "half up":
        return whole(operation("+", operation("*", count, figure(nearly)), operation("*", sign, figure(0.5))));
      case "half even":
        return { kind: "Whole", towards: "even", value: count };
      default:
        return assertNever(mode);
    }
  }

  #shift({ unit, count, direction, from }: Extract<Expr, { kind: "Shift" }>, scope: Scope): Num {
    if (unit !== "day") return this.gap("a date counted from one that differs from path to path", from);
    const by = this.number(count, scope);
    return operation(direction === "after" ? "+" : "-", this.number(from, scope), by);
  }

  // ---------------------------------------------------------------- conditions

  #mask(expr: Expr, scope: Scope): Mask {
    const { builder } = this.#compiling;
    switch (expr.kind) {
      case "Compare":
        return builder.keepMask(this.#compare(expr, scope));
      case "Not":
        return not(this.mask(expr.condition, scope));
      case "Logic":
        return this.#logic(expr, scope);
      case "IsSet":
        return not(this.isLacking(this.number(expr.value, scope)));
      case "HasHappened":
        return this.#happened(expr, scope);
      default: {
        const value = this.number(expr, scope);
        const truth = truthOf(value);
        if (truth !== undefined) return truth;
        if (this.mayLack(expr)) this.fail(this.isLacking(value));
        return value.kind === "Figure"
          ? value.value === 1
            ? yes
            : no
          : builder.keepMask({
              kind: "Compares",
              operator: "!==",
              left: value,
              right: figure(0),
            });
      }
    }
  }

  #compare(compare: Compare, scope: Scope): Mask {
    const parts = partsOfWord(compare, scope, this.#compiling.program, ({ of }, { bound }) =>
      of?.kind === "Bound" ? bound[of.depth] : undefined,
    );
    return parts === undefined ? this.#compared(compare, scope) : this.#together(parts);
  }

  #compared({ operator, left, right }: Compare, scope: Scope): Mask {
    const [a, b] = [this.number(left, scope), this.number(right, scope)];
    for (const [expr, value] of [
      [left, a],
      [right, b],
    ] as const) {
      if (this.mayLack(expr)) this.fail(this.isLacking(value));
    }
    const compared = (sign: "<" | "<=" | "===", one: Num, other: Num): Mask => ({
      kind: "Compares",
      operator: sign,
      left: one,
      right: other,
    });
    switch (operator) {
      case "=":
        return compared("===", a, b);
      case "≠":
        return not(compared("===", a, b));
      case "<":
        return compared("<", a, b);
      case "≤":
        return compared("<=", a, b);
      case ">":
        return compared("<", b, a);
      case "≥":
        return compared("<=", b, a);
      default:
        return assertNever(operator);
    }
  }

  #logic({ operator, conditions }: Logic, scope: Scope): Mask {
    const isNegated = operator === "any";
    const holds = this.#together(conditions.map((condition) => ({ condition, scope, isNegated })));
    return isNegated ? not(holds) : holds;
  }

  /** One after the other, each only where those before it have not decided. */
  #together(parts: readonly Part[]): Mask {
    const { builder, steady, program } = this.#compiling;
    let open: Mask = yes;
    for (const { condition, scope, isNegated } of cheapFirst(parts, steady, program)) {
      let next: Mask = yes;
      const steps = builder.block(() => {
        const holds = this.mask(condition, scope);
        next = isNegated ? not(holds) : holds;
      });
      if (steps.length === 0 || (open.kind === "Fixed" && open.value)) {
        builder.emit(...steps);
        open = both(open, next);
        continue;
      }
      const local = builder.maskLocal();
      builder.setMask(local, open);
      const so: Mask = { kind: "MaskLocal", id: local };
      builder.emit({
        kind: "When",
        mask: so,
        body: [...steps, { kind: "SetMask", local, value: next, isFresh: false }],
      });
      open = so;
    }
    return open;
  }

  #happened({ event, occurrence }: Extract<Expr, { kind: "HasHappened" }>, scope: Scope): Mask {
    const { events } = this.#holdings;
    if (occurrence !== undefined) {
      const found = this.find(occurrence, scope);
      return found === undefined ? no : found.exists;
    }
    const places = events.of(event ?? "");
    if (places === undefined) return no;
    const { builder } = this.#compiling;
    const local = builder.maskLocal();
    builder.emit({ kind: "SetMask", local, value: no, isFresh: true });
    builder.loop(at(0), this.passedAt(places.event, scope), (slot) => {
      const applied: Mask = {
        kind: "Compares",
        operator: "!==",
        left: builder.memory(places.applied, slot),
        right: figure(0),
      };
      builder.setMask(local, either({ kind: "MaskLocal", id: local }, applied));
    });
    return { kind: "MaskLocal", id: local };
  }

  /** How many places of an event have been passed at a moment. */
  passedAt(event: string, { moment }: Scope): Index {
    const places = this.#holdings.events.of(event);
    if (places === undefined) return at(0);
    if (moment.isNow) {
      this.#compiling.needed.ask(`passed ${event}`);
      return places.passed;
    }
    const { builder, days } = this.#compiling;
    const by = Array.from({ length: days.last + 1 }, (_, day) => places.days.filter((it) => it <= day).length);
    return builder.listed(builder.list(by), moment.day);
  }

  // ---------------------------------------------------------------- events

  #of(occurrence: Parameters<typeof this.find>[0], scope: Scope, use: (bound: Bound) => Num): Num {
    const found = this.find(occurrence, scope);
    if (found === undefined) return figure(Number.NaN);
    return this.#chosen(
      found.exists,
      () => use(found.bound),
      () => figure(Number.NaN),
    );
  }

  /** The event that is meant; undefined where the plan gives none of its kind. */
  find(occurrence: Extract<Expr, { kind: "OccurrenceValue" }>["of"], scope: Scope): Found | undefined {
    const { builder } = this.#compiling;
    const { events } = this.#holdings;
    switch (occurrence.kind) {
      case "Bound": {
        const bound = scope.bound[occurrence.depth];
        return bound && { bound, exists: yes };
      }
      case "Referring":
      case "Referred": {
        const of = this.find(occurrence.of, scope);
        const places = events.of(occurrence.event);
        const own = of && events.of(of.bound.event);
        if (of === undefined || places === undefined || own === undefined) return undefined;
        const referring = occurrence.kind === "Referring" ? places : own;
        const slots = (occurrence.kind === "Referring" ? own : places).days.length;
        const back = Array.from({ length: slots }, (_, slot) => referring.targets.filter((it) => it === slot).length);
        if (back.some((it) => it > 1)) this.gap(`several events that refer to one`);
        const list =
          occurrence.kind === "Referred"
            ? own.targets.map((it) => Math.max(it, 0))
            : Array.from({ length: slots }, (_, slot) => Math.max(places.targets.indexOf(slot), 0));
        const isThere = (occurrence.kind === "Referred" ? own.targets : back.map((it) => it - 1)).map((it) => it >= 0);
        const slot = builder.listed(builder.list(list), of.bound.slot);
        const bound = {
          key: `${occurrence.event}@${of.bound.key}`,
          event: occurrence.event,
          slot,
        };
        const exists = both(
          both(of.exists, this.flagged(isThere, of.bound.slot)),
          both(this.#isPassed(bound, scope), appliedOf(builder.memory(places.applied, slot))),
        );
        return { bound, exists: builder.keepMask(exists) };
      }
      case "Found":
      case "Named":
        if (occurrence.kind === "Found" && events.of(occurrence.event) === undefined) return undefined;
        this.gap("the first or last event that meets a condition");
        return undefined;
      default:
        return assertNever(occurrence);
    }
  }

  /** Whether the day of an event had come at a moment of the past; of now it is known from whether it was applied. */
  #isPassed({ event, slot }: Bound, { moment }: Scope): Mask {
    if (moment.isNow) return yes;
    const { events } = this.#holdings;
    const { last } = this.#compiling.days;
    const all = Array.from({ length: last + 1 }, (_, day) => day);
    return {
      kind: "Compares",
      operator: "<=",
      left: this.#tabled(events.of(event)?.days ?? [], slot),
      right: this.#tabled(all, moment.day),
    };
  }

  // ---------------------------------------------------------------- definitions

  definition(key: string, scope: Scope, bound: Bound | undefined): Num {
    const { program, builder } = this.#compiling;
    const definition = program.definitions.get(key);
    if (definition === undefined) return this.gap(`a definition that is not there`);
    if (definition.isFixed && bound !== undefined) return this.#holdings.fixed(key, scope, bound);
    if (definition.solved !== undefined)
      return this.#in(definition.section, () => this.gap("a value that depends on itself"));
    const memo = `${key} ${scope.moment.key} ${bound?.key ?? ""}`;
    const known = builder.known(memo);
    if (known !== undefined && isNumber(known)) return known;
    const inner = {
      moment: scope.moment,
      bound: bound === undefined ? [] : [bound],
    };
    const value = this.#kept(this.#in(definition.section, () => this.clause(key, inner)));
    builder.remember(memo, value);
    return value;
  }

  #in<T>(section: string, work: () => T): T {
    const outer = this.#compiling.section;
    this.#compiling.section = section;
    const done = work();
    this.#compiling.section = outer;
    return done;
  }

  /** What the clause of a definition gives, with the exceptions that are not taken away. */
  clause(key: string, scope: Scope): Num {
    const { program } = this.#compiling;
    const all = program.overrides.filter((it) => it.definition === key);
    const gone = scope.gone ?? [];
    const place = [key, ...gone.map((it) => all.indexOf(it))].join(" ");
    // Two exceptions that each read the clause as it stands without the one alone would be followed without end.
    if (this.#entered.has(place)) return this.gap("a value that depends on itself");
    this.#entered.add(place);
    const value = this.#clause(key, scope, all);
    this.#entered.delete(place);
    return value;
  }

  #clause(key: string, scope: Scope, all: readonly Override[]): Num {
    const definition = this.#compiling.program.definitions.get(key);
    if (definition === undefined) return this.gap("a definition that is not there");
    const gone = scope.gone ?? [];
    const left = all.filter((it) => !gone.includes(it));
    const plain = { moment: scope.moment, bound: scope.bound };
    const guards = left.map((it) => this.#in(it.section, () => this.mask(it.guard, plain)));
    return this.#standing(left, guards, all, plain, () => this.number(definition.value, plain));
  }

  #standing(
    left: readonly Override[],
    guards: readonly Mask[],
    all: readonly Override[],
    scope: Scope,
    own: () => Num,
  ): Num {
    const stands = left.map((one, index) =>
      left.reduce<Mask>((so, other, place) => {
        if (place === index || goesBefore(one, other, all)) return so;
        return both(so, not(guards[place] ?? no));
      }, guards[index] ?? no),
    );
    const any = guards.reduce(either, no);
    this.fail(both(any, not(stands.reduce(either, no))));
    const next = (place: number): Num => {
      const one = left[place];
      if (one === undefined) return own();
      const gone = all.filter((other) => other === one || goesBefore(other, one, all));
      return this.#chosen(
        stands[place] ?? no,
        () => this.#in(one.section, () => this.number(one.value, { ...scope, gone })),
        () => next(place + 1),
      );
    };
    return next(0);
  }

  // ---------------------------------------------------------------- what may have no value

  /** Whether an expression may be without a value and not fail for that. */
  mayLack(expr: Expr): boolean {
    const { program, setting, steady } = this.#compiling;
    switch (expr.kind) {
      case "ReadParam":
        return steady.termOf(expr.name) === absent && !setting.terms.has(expr.name);
      case "ReadState":
        return expr.of?.kind !== undefined && expr.of.kind !== "Bound"
          ? true
          : program.states.get(expr.name)?.isOptional === true;
      case "ReadDefinition":
        if (expr.of !== undefined && expr.of.kind !== "Bound") return true;
        return program.definitions.get(expr.key)?.isOptional === true;
      case "ReadField":
      case "OnlyWhile":
      case "FamilyStart":
      case "ReadDisplaced":
        return true;
      case "EventMoment":
        return expr.of.kind !== "Bound";
      case "Arithmetic":
      case "Compare":
        return this.mayLack(expr.left) || this.mayLack(expr.right);
      case "Extreme":
        return (
          expr.operands.every((it) => it.ifSet && this.mayLack(it.value)) ||
          expr.operands.some((it) => !it.ifSet && this.mayLack(it.value))
        );
      case "Total":
        return expr.operands.some((it) => !it.ifSet && this.mayLack(it.value));
      case "Case":
        return this.mayLack(expr.otherwise) || expr.arms.some(({ value }) => this.mayLack(value));
      case "ByReading":
        return [...expr.arms.values()].some((it) => this.mayLack(it));
      case "OrElse":
        return this.mayLack(expr.fallback);
      case "Round":
      case "AsOf":
        return this.mayLack(expr.value);
      case "Shift":
        return this.mayLack(expr.from);
      case "AccountMeasure":
        return expr.measure === "first overdue";
      case "DayFold":
      case "EventFold":
        return !["sum", "product", "number", "every", "some", "no"].includes(expr.operation);
      default:
        return false;
    }
  }
}

function isNumber(value: Num | Mask): value is Num {
  return !["Fixed", "MaskLocal", "Flagged", "Compares", "Both", "Either", "Not"].includes(value.kind);
}

/** The condition that a number stands for, where it is 1 or 0 as that holds. */
export function truthOf(value: Num): Mask | undefined {
  if (value.kind !== "Choose" || value.yes.kind !== "Figure" || value.no.kind !== "Figure") return undefined;
  if (value.yes.value === 1 && value.no.value === 0) return value.mask;
  return value.yes.value === 0 && value.no.value === 1 ? not(value.mask) : undefined;
}

export function appliedOf(value: Num): Mask {
  return { kind: "Compares", operator: "!==", left: value, right: figure(0) };
}

function multiplied(left: Num, right: Num): Num {
  return operation("*", left, right);
}

function goesBefore(one: Override, other: Override, all: readonly Override[]): boolean {
  return one.over.some(
    (section) =>
      section === other.section || all.some((middle) => middle.section === section && goesBefore(middle, other, all)),
  );
}
