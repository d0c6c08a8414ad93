import type { Span } from "../../source/span.ts";
import { exact } from "../../units/exact.ts";
import type { ValueType } from "../../units/value-type.ts";
import { date, days, plainNumber, text, yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";

/** The definitions that one statement stands for while they are made; what they read is built here. */
export class Making {
  readonly definitions: core.Definition[] = [];
  readonly of: core.Occurrence | undefined;
  readonly #owner: string | undefined;
  readonly #place: { readonly section: string; readonly span: Span };
  readonly #start: string;
  /** What is made has no words of its own in the text. */
  readonly at: { readonly span: Span };

  constructor(owner: string | undefined, place: { section: string; span: Span }, start: string) {
    this.#owner = owner;
    this.#place = place;
    this.#start = start;
    const { source, start: from } = place.span;
    this.at = { span: { source, start: from, end: from } };
    this.of = owner === undefined ? undefined : { kind: "Bound", event: owner, depth: 0 };
  }

  define(key: string, value: core.Expr, isOptional = false, owner = this.#owner, isFixed = false): core.Expr {
    const { type } = value;
    // What belongs to it is named by the same words as its key.
    const name = key.split(" / ")[0] ?? key;
    const rest = { isFixed, isOptional, value, ...(owner !== undefined && { owner }) };
    this.definitions.push({ name, key, type, ...rest, ...this.#place });
    return this.read(key, type);
  }

  read(key: string, type: ValueType, of = this.of): core.Expr {
    return { kind: "ReadDefinition", key, ...(of && { of }), type, ...this.at };
  }

  /** An expression that the words of the statement stand for. */
  said(value: core.Expr): core.Expr {
    return { ...value, span: this.#place.span };
  }

  text(value: string): core.Expr {
    return { kind: "Constant", value, type: text, ...this.at };
  }

  number(value: number): core.Expr {
    return { kind: "Constant", value: exact(value), type: plainNumber, ...this.at };
  }

  get today(): core.Expr {
    return { kind: "Today", type: date, ...this.at };
  }

  /** The first day of which the statement can speak: of its event, or of the note. */
  get start(): core.Expr {
    if (this.of !== undefined) return { kind: "EventMoment", moment: "date", of: this.of, type: date, ...this.at };
    return { kind: "ReadParam", name: this.#start, type: date, ...this.at };
  }

  is(left: core.Expr, operator: core.Compare["operator"], right: core.Expr): core.Expr {
    return { kind: "Compare", operator, left, right, type: yesOrNo, ...this.at };
  }

  isOneOf(value: core.Expr, ...words: readonly string[]): core.Expr {
    const tests = words.map((word) => this.is(value, "=", this.text(word)));
    return { kind: "Logic", operator: "any", conditions: tests, type: yesOrNo, ...this.at };
  }

  not(condition: core.Expr): core.Expr {
    return { kind: "Not", condition, type: yesOrNo, ...this.at };
  }

  all(...conditions: readonly core.Expr[]): core.Expr {
    return { kind: "Logic", operator: "all", conditions, type: yesOrNo, ...this.at };
  }

  isSet(value: core.Expr): core.Expr {
    return { kind: "IsSet", value, type: yesOrNo, ...this.at };
  }

  cases(arms: readonly (readonly [condition: core.Expr, value: core.Expr])[], otherwise: core.Expr): core.Expr {
    const all = arms.map(([condition, value]) => ({ condition, value }));
    return { kind: "Case", arms: all, otherwise, type: otherwise.type, ...this.at };
  }

  onlyWhile(value: core.Expr, condition: core.Expr): core.Expr {
    return { kind: "OnlyWhile", value, condition, type: value.type, ...this.at };
  }

  shift(direction: core.Shift["direction"], from: core.Expr): core.Expr {
    return { kind: "Shift", count: this.number(1), unit: "day", direction, from, type: date, ...this.at };
  }

  daysBetween(from: core.Expr, to: core.Expr): core.Expr {
    return { kind: "Arithmetic", operator: "-", left: to, right: from, type: days, ...this.at };
  }

  asOf(value: core.Expr, on: core.Expr): core.Expr {
    return { kind: "AsOf", value, date: on, type: value.type, ...this.at };
  }

  /** The first or last day of some at whose end a condition holds. */
  dayOn(operation: "first" | "last", range: Omit<core.DayRange, "kind" | "unit">, where: core.Expr): core.Expr {
    return {
      kind: "DayFold",
      operation,
      days: { kind: "DayRange", unit: "day", ...range },
      where,
      type: date,
      ...this.at,
    };
  }

  /** The last day before today at whose end a condition held. */
  lastDayBefore(where: core.Expr): core.Expr {
    const range = { from: this.start, fromIncluded: true, to: this.today, toIncluded: false };
    return this.dayOn("last", range, where);
  }

  orElse(value: core.Expr, fallback: core.Expr): core.Expr {
    return { kind: "OrElse", value, fallback, type: value.type, ...this.at };
  }

  phrase(...parts: readonly (string | core.Expr)[]): core.Expr {
    return { kind: "Phrase", parts, type: text, ...this.at };
  }
}
