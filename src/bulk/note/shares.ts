/**
 * What a share is on a path: how many shares of now one share of the note's beginning has become. Figures in shares, or per
 * share, that were taken at one moment are restated when they are read at another.
 */
import type { ValueType } from "../../core/core.ts";
import { shareExponent } from "../../units/value-type.ts";
import type { Mask, Num } from "../routine/ir.ts";
import { at, choose, figure, operation } from "../routine/ir.ts";
import type { Compiling, Moment } from "./compiling.ts";

interface Held {
  /** Within a call, between two calls, and by day. */
  readonly local: number;
  readonly place: number;
  readonly history: number;
}

export class Shares {
  readonly #compiling: Compiling;
  readonly #held: Held | undefined;

  constructor(compiling: Compiling) {
    this.#compiling = compiling;
    const { builder, steady, days } = compiling;
    if (!steady.canSplit) return;
    this.#held = { local: builder.local(), place: builder.room(1), history: builder.room(days.last + 1) };
    compiling.needed.ask("every day");
  }

  get canChange(): boolean {
    return this.#held !== undefined;
  }

  /** As the note begins a share is one share. */
  begin(): void {
    if (this.#held !== undefined) this.#compiling.builder.set(this.#held.local, figure(1));
  }
  load(): void {
    const { builder } = this.#compiling;
    if (this.#held !== undefined) builder.set(this.#held.local, builder.memory(this.#held.place, at(0)));
  }
  save(): void {
    if (this.#held !== undefined) this.#compiling.builder.store(this.#held.place, at(0), this.now());
  }
  /** As a day ends. */
  remember(): void {
    const { builder, today } = this.#compiling;
    if (this.#held !== undefined) builder.store(this.#held.history, today, this.now());
  }

  now(): Num {
    return this.#held === undefined ? figure(1) : { kind: "Local", id: this.#held.local };
  }

  /** What a share had become at a moment; before the note, one is one. */
  on(moment: Moment): Num {
    if (this.#held === undefined) return figure(1);
    if (moment.isNow) return this.now();
    const { builder, days, today } = this.#compiling;
    const flags = (is: (day: number) => boolean) =>
      builder.list(Array.from({ length: days.last + 1 }, (_, it) => Number(is(it))));
    const isBefore: Mask = {
      kind: "Flagged",
      flag: builder.listed(
        flags((day) => day < days.first),
        moment.day,
      ),
    };
    const past = choose(isBefore, figure(1), builder.memory(this.#held.history, moment.day));
    if (!moment.mayBeToday) return builder.keep(past);
    const all = builder.table(Array.from({ length: days.last + 1 }, (_, it) => it));
    const isToday: Mask = {
      kind: "Compares",
      operator: "===",
      left: builder.tabled(all, moment.day),
      right: builder.tabled(all, today),
    };
    return builder.keep(choose(isToday, this.now(), past));
  }

  /** A figure of a type in the shares of one moment, as it is in those of another. */
  restated(value: Num, type: ValueType, from: () => Num, to: () => Num): Num {
    const exponent = shareExponent(type);
    if (this.#held === undefined || exponent === 0) return value;
    const { builder } = this.#compiling;
    const ratio = builder.keep(operation("/", to(), from()));
    return builder.keep(this.#scaled(value, ratio, exponent));
  }

  /** A figure of a type when each share becomes so many. */
  split(value: Num, type: ValueType, ratio: Num): Num {
    return this.#scaled(value, ratio, shareExponent(type));
  }

  #scaled(value: Num, ratio: Num, exponent: number): Num {
    const operator = exponent > 0 ? "*" : "/";
    return Array.from({ length: Math.abs(exponent) }, () => ratio).reduce<Num>(
      (scaled, it) => operation(operator, scaled, it),
      value,
    );
  }

  become(ratio: Num): void {
    if (this.#held !== undefined) this.#compiling.builder.set(this.#held.local, operation("*", this.now(), ratio));
  }
}
