/** What makes price paths: how prices move from day to day, and what else belongs to a stock. All figures are binary. */

/** Yearly figures are for 252 trading days. */
export const tradingDaysOfYear = 252;

export interface PathModel {
  readonly moves: Moves;
  /** The close of the last day before the note's first one; prices of a file are scaled to it. */
  readonly price: number;
  /** How many digits after the point a price has. */
  readonly digits: number;
  readonly volume: VolumeModel;
  /** Trading days before the note's first day that have rows as well, since a clause may look back. */
  readonly history: number;
  readonly listing: ListingRules;
  readonly impact?: PriceImpact | undefined;
}

export type Moves = Replay | Bootstrap | Brownian | Jumps;

/** The rows of a file, from row `path` on: path 0 is what happened. */
export interface Replay {
  readonly kind: "replay";
  readonly file: PastRows;
}

/** Blocks of so many days of a file, each from a day that is drawn; behind the last row the first one comes again. */
export interface Bootstrap {
  readonly kind: "bootstrap";
  readonly file: PastRows;
  readonly block: number;
}

/** Geometric Brownian motion: volatility and expected growth a year, as fractions. */
export interface Brownian {
  readonly kind: "gbm";
  readonly volatility: number;
  readonly drift: number;
}

/** The same with jumps (Merton): how many a year, the mean of their logarithms and how far these spread. */
export interface Jumps extends Omit<Brownian, "kind"> {
  readonly kind: "jumps";
  readonly rate: number;
  readonly mean: number;
  readonly spread: number;
}

/** Rows of a file, oldest first; of the columns that it lacks, the close stands in, and for the volume that of the model. */
export interface PastRows {
  readonly close: Float64Array;
  readonly open?: Float64Array | undefined;
  readonly high?: Float64Array | undefined;
  readonly low?: Float64Array | undefined;
  readonly vwap?: Float64Array | undefined;
  readonly volume?: Float64Array | undefined;
}

/**
 * Shares traded a day: the mean, times a lognormal noise of mean 1, times 1 + `withMoves` × (the size of the day's move in standard
 * deviations, less its mean), times (price ÷ start price) to the power of `withPrice`.
 */
export interface VolumeModel {
  readonly mean: number;
  readonly noise: number;
  readonly withMoves: number;
  readonly withPrice: number;
}

export interface ListingRules {
  /** Splits that are known beforehand: by row, how many old shares are one new share from its start on. */
  readonly scheduled?: ReadonlyMap<number, number> | undefined;
  /** After so many closes in a row below the price, the next day starts with a reverse split that brings it to the target. */
  readonly split?: { readonly below: number; readonly closes: number; readonly target: number } | undefined;
  /** The chance of a delisting in a year, and after how many closes in a row below a price there is one anyway. */
  readonly delisting?: Delisting | undefined;
}

export interface Delisting {
  readonly yearly: number;
  readonly below?: { readonly price: number; readonly closes: number } | undefined;
  /** The part of the price that is lost on that day, and the part of the volume that is left. */
  readonly loss: number;
  readonly volumeLeft: number;
}

/**
 * What is sold on a day moves the prices of the next days: their logarithms fall by coefficient × daily volatility × the square root of the
 * share of the day's volume. A part stays; the rest fades with a half life in trading days.
 */
export interface PriceImpact {
  readonly coefficient: number;
  readonly stays: number;
  readonly halfLife: number;
}

/** The columns of a market that a path has figures for. */
export const pathColumns = [
  "open",
  "high",
  "low",
  "close",
  "vwap",
  "volume",
  "price",
  "last",
  "mid",
  "bid",
  "ask",
] as const;

export type PathColumn = (typeof pathColumns)[number];
