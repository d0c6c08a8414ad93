/** What a plan sells of the shares received: at the end of each day with a row, from what there was as the day opened. */
import type { PlanSales } from "../../core/core.ts";
import type { Index, Mask, Num } from "../routine/ir.ts";
import { at, figure, operation } from "../routine/ir.ts";
import type { Compiling, Moment } from "./compiling.ts";
import type { Expressions } from "./expressions.ts";
import type { Note } from "./note.ts";

/** Where a path keeps what it has left to sell, what it sold on the last day that was run, and what it sold and got in all. */
export interface SalesPlaces {
  readonly left: number;
  readonly soldToday: number;
  readonly sold: number;
  readonly proceeds: number;
  /** By row, from one place on: what was got for what was sold on its day. */
  readonly proceedsByRow: number;
}

export class Sales {
  readonly places: SalesPlaces;
  readonly #sales: PlanSales;
  readonly #compiling: Compiling;
  readonly #note: Note;
  readonly #expressions: Expressions;

  constructor(sales: PlanSales, compiling: Compiling, note: Note, expressions: Expressions) {
    this.#sales = sales;
    this.#compiling = compiling;
    this.#note = note;
    this.#expressions = expressions;
    const { builder, needed, setting } = compiling;
    needed.ask("every day");
    this.places = {
      left: builder.room(1),
      soldToday: builder.room(1),
      sold: builder.room(1),
      proceeds: builder.room(1),
      proceedsByRow: builder.room(setting.rowDays.length),
    };
  }

  #read(place: number): Num {
    return this.#compiling.builder.memory(place, at(0));
  }
  #write(place: number, value: Num): void {
    this.#compiling.builder.store(place, at(0), value);
  }

  /** As a day begins, the state that holds what is left becomes that. */
  begin(): void {
    const { builder } = this.#compiling;
    this.#write(this.places.soldToday, figure(0));
    const local = this.#sales.leaving === undefined ? undefined : this.#note.localOf(this.#sales.leaving);
    if (local !== undefined) builder.set(local, this.#read(this.places.left));
    builder.forget();
  }

  /** Each share becomes so many. */
  split(ratio: Num): void {
    for (const place of [this.places.left, this.places.sold])
      this.#write(place, operation("*", this.#read(place), ratio));
  }

  end(moment: Moment, hasRow: Index): void {
    const { builder, plan } = this.#compiling;
    this.#compiling.section = plan.name;
    const scope = { moment, bound: [] };
    builder.ifFlag(hasRow, () => {
      const held = builder.keep(this.#read(this.places.left));
      builder.when({ kind: "Compares", operator: "<", left: figure(0), right: held }, () => {
        const most = builder.keep(this.#expressions.number(this.#sales.most, scope));
        this.#expressions.fail(this.#expressions.isLacking(most));
        const least = builder.keep(builder.least(held, most));
        const whole = builder.keep(this.#expressions.wholeOf(least, "down"));
        const isSome: Mask = {
          kind: "Compares",
          operator: "<",
          left: figure(0),
          right: whole,
        };
        builder.when(isSome, () => this.#sell(whole, moment));
      });
    });
    const received = this.#expressions.number(this.#sales.received, scope);
    this.#write(this.places.left, operation("-", received, this.#read(this.places.sold)));
  }

  #sell(count: Num, moment: Moment): void {
    const price = this.#expressions.number(this.#sales.price, {
      moment,
      bound: [],
    });
    this.#expressions.fail(this.#expressions.isLacking(price));
    const { builder } = this.#compiling;
    const got = builder.keep(operation("*", count, price));
    this.#write(this.places.soldToday, count);
    if (moment.row !== undefined) builder.store(this.places.proceedsByRow, moment.row, got);
    this.#write(this.places.sold, operation("+", this.#read(this.places.sold), count));
    this.#write(this.places.proceeds, operation("+", this.#read(this.places.proceeds), got));
  }
}
