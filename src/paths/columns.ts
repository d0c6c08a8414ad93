/**
 * The other figures of a day, each as a multiple of the day's close, drawn for all days of a path at once.
 *
 * Rows of a file keep the multiples that they have there. Else the day opens at the last close, and highs, lows and averages
 * are those of a Brownian path between open and close, of which the extremes and the spread of the mean are known.
 */
import { exponential } from "./elementary.ts";
import type { DayLoops, Trades } from "./loops.ts";
import type { PastRows, PathColumn, PathModel, VolumeModel } from "./model.ts";
import type { MoveMaker } from "./moves.ts";
import { normalQuantile, tableSize } from "./normal.ts";
import type { Seed } from "./streams.ts";
import { fillStream, wordsFor } from "./streams.ts";

/** What belongs to a day beside its close, for the path that was last drawn. */
export interface DayFigures {
  /** By column the multiples of the close; a column that is the close itself has none. */
  readonly multiples: ReadonlyMap<PathColumn, Float64Array>;
  /** Shares traded, before splits and delisting; of no use where no volume is asked for. */
  readonly volumes: Float64Array;
  /** To be called after the moves of the path have been drawn. */
  draw(seed: Seed, path: number): void;
}

export function dayFigures(
  model: PathModel,
  moves: MoveMaker,
  columns: readonly PathColumn[],
  needsVolume: boolean,
  loops: DayLoops,
): DayFigures {
  const days = moves.drawn.factors.length;
  const words = wordsFor(days, loops);
  const multiples = new Map(columns.filter(hasMultiple).map((name) => [name, loops.figures(days)]));
  const volumes = loops.figures(days);
  const file = "file" in model.moves ? model.moves.file : undefined;
  const fills = [...multiples].map(([name, figures]) =>
    file === undefined ? between(name, figures, moves, words, loops) : fromFile(name, figures, moves, file),
  );
  const fillVolumes =
    file?.volume === undefined
      ? modelVolumes(model.volume, volumes, moves, words)
      : fileVolumes(model.volume, volumes, moves, file.volume);
  const draws = needsVolume || multiples.size > 0;
  const draw = (seed: Seed, path: number) => {
    if (draws) fillStream(seed, path, "trade", words, loops);
    for (const fill of fills) fill(seed, path);
    if (needsVolume) fillVolumes();
  };
  return { multiples, volumes, draw };
}

type Fill = (seed: Seed, path: number) => void;

const withMultiple = ["open", "high", "low", "vwap"] as const;
type WithMultiple = (typeof withMultiple)[number];

function hasMultiple(name: PathColumn): name is WithMultiple {
  return withMultiple.some((it) => it === name);
}

/** A trade word is taken apart: eleven bits for the volume, eleven for the average price. */
/** The middles of so many equal shares of the normal distribution. */
const normals = Float64Array.from({ length: tableSize }, (_, index) => normalQuantile((index + 0.5) / tableSize));

/** The standard deviation of the mean of a Brownian path between two fixed ends, for one of 1: the square root of 1/12. */
const meanSpread = 0.28867513459481287;

function distancesOf(daily: number, loops: DayLoops): Float64Array {
  const distances = loops.figures(tableSize);
  distances.set(normals.map((it) => exponential(daily * meanSpread * it)));
  return distances;
}

function between(
  name: WithMultiple,
  figures: Float64Array,
  { drawn, daily }: MoveMaker,
  words: Uint32Array,
  loops: DayLoops,
): Fill {
  const { factors } = drawn;
  if (name === "open") {
    return () => {
      for (let day = 0; day < figures.length; day += 1) figures[day] = 1 / (factors[day] ?? 1);
    };
  }
  const trades: Trades = { words, distances: distancesOf(daily, loops) };
  return name === "vwap"
    ? () => loops.averages(trades, factors, figures)
    : extremes(name, figures, { drawn, daily }, trades, loops);
}

function extremes(
  name: "high" | "low",
  figures: Float64Array,
  { drawn, daily }: Pick<MoveMaker, "drawn" | "daily">,
  trades: Trades,
  loops: DayLoops,
): Fill {
  const words = wordsFor(figures.length, loops);
  const stream = name === "high" ? "highs" : "lows";
  const moved = { ...drawn, daily };
  return (seed, path) => {
    fillStream(seed, path, stream, words, loops);
    loops.extremes(name, words, trades, moved, figures);
  };
}

function fromFile(name: WithMultiple, figures: Float64Array, { drawn }: MoveMaker, file: PastRows): Fill {
  const multiples = (file[name] ?? file.close).map((it, row) => it / (file.close[row] ?? 1));
  return () => {
    for (let day = 0; day < figures.length; day += 1) figures[day] = multiples[drawn.rows[day] ?? 0] ?? 1;
  };
}

function modelVolumes(
  model: VolumeModel,
  volumes: Float64Array,
  { drawn }: MoveMaker,
  trades: Uint32Array,
): () => void {
  const { logs, sizes: moved } = drawn;
  const noise = normals.map((it) => exponential(model.noise * it - (model.noise * model.noise) / 2));
  return () => {
    let level = 0;
    for (let day = 0; day < volumes.length; day += 1) {
      level += logs[day] ?? 0;
      const move = 1 + model.withMoves * (moved[day] ?? 0);
      const drawnNoise = noise[((trades[day] ?? 0) >>> 11) & (tableSize - 1)] ?? 1;
      const withPrice = model.withPrice === 0 ? 1 : exponential(model.withPrice * level);
      volumes[day] = model.mean * drawnNoise * (move > 0.05 ? move : 0.05) * withPrice;
    }
  };
}

function fileVolumes(
  model: VolumeModel,
  volumes: Float64Array,
  { drawn }: MoveMaker,
  ofFile: Float64Array,
): () => void {
  return () => {
    let level = 0;
    for (let day = 0; day < volumes.length; day += 1) {
      level += drawn.logs[day] ?? 0;
      const withPrice = model.withPrice === 0 ? 1 : exponential(model.withPrice * level);
      volumes[day] = (ofFile[drawn.rows[day] ?? 0] ?? 0) * withPrice;
    }
  };
}
