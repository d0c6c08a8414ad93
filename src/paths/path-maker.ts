/**
 * Makes price paths, a day at a time: the row of a day is made when the days before it are over, from what was sold on them.
 * So no row can depend on what comes later.
 *
 * A figure is a decimal with a fixed count of digits: an integer of ticks, divided by a power of ten. The binary number in
 * a column is the one nearest to that decimal, so the exact engine and the fast one read the same figure. The same seed and
 * path give the same rows on any machine.
 */
import type { Exact } from "../units/exact.ts";
import { exact } from "../units/exact.ts";
import type { DayFigures } from "./columns.ts";
import { dayFigures } from "./columns.ts";
import { Impact } from "./impact.ts";
import { Listing } from "./listing.ts";
import type { DayLoops } from "./loops.ts";
import type { PathColumn, PathModel } from "./model.ts";
import type { MoveMaker } from "./moves.ts";
import { moveMaker } from "./moves.ts";
import type { Seed } from "./streams.ts";
import { fillStream, wordsFor } from "./streams.ts";
import { fastLoops } from "./vectors/vector-loops.ts";

/** The rows of one path, by trading day. Those of days that have not come are of another path. */
export interface PathRows {
  readonly columns: ReadonlyMap<PathColumn, Float64Array>;
  /** How many old shares are one new share from the start of a day on, by the rules of the listing; 1 on other days. */
  readonly splits: Float64Array;
  /** 1 from the first day without a listing on. */
  readonly delisted: Uint8Array;
}

/** A column of prices, with its multiples of the close where it is not the close itself. */
interface PriceColumn {
  readonly figures: Float64Array;
  readonly multiples: Float64Array | undefined;
}

export class PathMaker {
  readonly rows: PathRows;
  /** All trading days, those before the note's first one among them. */
  readonly days: number;
  readonly history: number;
  readonly moves: MoveMaker;
  readonly #loops: DayLoops;
  readonly #model: PathModel;
  readonly #scale: number;
  readonly #figures: DayFigures;
  readonly #prices: readonly PriceColumn[];
  /** Shares traded as rounded; undefined where nothing reads them. */
  readonly #volumes: Float64Array | undefined;
  /** Before they are rounded. */
  readonly #closes: Float64Array;
  readonly #listing: Listing;
  readonly #delistings: Uint32Array;
  readonly #impact: Impact | undefined;
  #price = 0;
  #volumeScale = 1;
  #day = 0;
  #opened = 0;

  /** `days` counts from the note's first day on; the columns are those that anything reads. */
  constructor(
    model: PathModel,
    days: number,
    columns: readonly PathColumn[],
    loops: DayLoops = fastLoops(model.history + days, columns.length),
  ) {
    this.#loops = loops;
    this.#model = model;
    this.history = model.history;
    this.days = model.history + days;
    this.#scale = Number(`1e${model.digits}`);
    this.#closes = loops.figures(this.days);
    this.moves = moveMaker(model.moves, this.days, loops);
    this.#listing = new Listing(model.listing);
    this.#impact = model.impact && new Impact(model.impact, this.moves.daily);
    this.#delistings = wordsFor(this.#listing.draws ? this.days : 0, loops);
    const needsVolume = columns.includes("volume") || model.impact !== undefined;
    this.#volumes = needsVolume ? loops.figures(this.days) : undefined;
    const figures = dayFigures(model, this.moves, columns, needsVolume, loops);
    const made = columns.flatMap((name) => (name === "volume" ? [] : [[name, loops.figures(this.days)] as const]));
    this.#figures = figures;
    this.#prices = made.map(([name, it]) => ({ figures: it, multiples: figures.multiples.get(name) }));
    const volume = this.#volumes === undefined ? [] : [["volume", this.#volumes] as const];
    this.rows = {
      columns: new Map<PathColumn, Float64Array>([...made, ...volume]),
      splits: new Float64Array(this.days).fill(1),
      delisted: new Uint8Array(this.days),
    };
  }

  /** Starts a path; its days before the note's first one are made at once. */
  start(seed: Seed, path: number): void {
    this.moves.draw(seed, path);
    this.#figures.draw(seed, path);
    if (this.#listing.draws) fillStream(seed, path, "delisting", this.#delistings, this.#loops);
    this.#listing.restart();
    this.#impact?.restart();
    this.rows.splits.fill(1);
    this.rows.delisted.fill(0);
    this.#day = 0;
    this.#opened = 0;
    this.#volumeScale = 1;
    this.#price = this.#firstPrice();
    this.#makeRows(this.history);
  }

  /** Decides what the next day opens with, a split or a delisting, from the closes before it; asked again, it stays. */
  open(): void {
    const day = this.#day;
    if (day < Math.max(1, this.history) || this.#opened === day) return;
    this.#opened = day;
    this.#openListing(day);
  }

  /** Makes the row of the next day, and gives its number; `sold` is what was sold on the day before it, in that day's shares. */
  next(sold: number): number {
    this.open();
    if (this.#day > this.history) this.#impact?.passDay(sold, this.#volumes?.[this.#day - 1] ?? 0);
    return this.#makeRow();
  }

  /** Makes the rows that are left of a path of which nothing more is sold. */
  finish(): void {
    if (this.#impact === undefined && !this.#listing.acts) this.#makeRows(this.days);
    while (this.#day < this.days) this.next(0);
  }

  /** A figure as the exact engine reads it. */
  exactly(column: PathColumn, day: number): Exact {
    const figure = this.rows.columns.get(column)?.[day] ?? 0;
    return column === "volume" ? exact(figure) : exact(Math.round(figure * this.#scale), this.#scale);
  }

  /** Such that the last close before the note's first day is the price of the model. */
  #firstPrice(): number {
    let price = this.#model.price;
    for (let day = this.history - 1; day >= 0; day -= 1) price /= this.moves.drawn.factors[day] ?? 1;
    return price;
  }

  #openListing(day: number): void {
    const close = this.#price * (this.#impact?.factor ?? 1);
    this.rows.delisted[day] = this.rows.delisted[day - 1] ?? 0;
    // Where no word is drawn, one that no chance reaches.
    if (this.#listing.endsAfter(close, this.#delistings[day - 1] ?? 4294967295)) {
      const { loss = 0, volumeLeft = 1 } = this.#model.listing.delisting ?? {};
      this.rows.delisted[day] = 1;
      this.#price *= 1 - loss;
      this.#volumeScale *= volumeLeft;
    }
    const old = this.#listing.splitAfter(close);
    this.rows.splits[day] = old;
    const all = old * (this.#model.listing.scheduled?.get(day) ?? 1);
    this.#price *= all;
    this.#volumeScale /= all;
  }

  /** The rows before a day that nothing but the moves decides: each column in a loop of its own. */
  #makeRows(end: number): void {
    const [from, scale, closes, { factors }] = [this.#day, this.#scale, this.#closes, this.moves.drawn];
    let price = this.#price;
    for (let day = from; day < end; day += 1) {
      price *= factors[day] ?? 1;
      closes[day] = price;
    }
    this.#price = price;
    for (const { figures, multiples } of this.#prices)
      this.#loops.ticks(closes, multiples, figures, scale, { from, end });
    if (this.#volumes !== undefined) {
      const { volumes } = this.#figures;
      for (let day = from; day < end; day += 1) {
        this.#volumes[day] = Math.floor((volumes[day] ?? 0) * this.#volumeScale + 0.5);
      }
    }
    this.#day = end;
  }

  #makeRow(): number {
    const day = this.#day;
    this.#price *= this.moves.drawn.factors[day] ?? 1;
    const close = this.#price * (this.#impact?.factor ?? 1);
    for (const { figures, multiples } of this.#prices) {
      const price = multiples === undefined ? close : close * (multiples[day] ?? 1);
      const ticks = Math.floor(price * this.#scale + 0.5);
      figures[day] = (ticks < 1 ? 1 : ticks) / this.#scale;
    }
    if (this.#volumes !== undefined) {
      this.#volumes[day] = Math.floor((this.#figures.volumes[day] ?? 0) * this.#volumeScale + 0.5);
    }
    this.#day = day + 1;
    return day;
  }
}
