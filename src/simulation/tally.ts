/**
 * What a stretch of paths came to: counts, means, squares and distributions, without the paths. Two of neighbouring stretches
 * add up to one; where they are merged in the order of the paths, the sums are the same to the last digit.
 */
import type { Known, PathFacts } from "./path-facts.ts";
import type { SketchData } from "./sketch.ts";
import { Sketch } from "./sketch.ts";

/** One metric over paths. The squares are those of the distances from the mean. */
export interface MetricTally {
  count: number;
  mean: number;
  squares: number;
  lowest: Extreme | undefined;
  highest: Extreme | undefined;
  /** Paths without a figure, and why the first of them has none. */
  without: { readonly paths: number; readonly because: string } | undefined;
  readonly sketch: Sketch;
}

export interface Extreme {
  readonly value: number;
  readonly path: number;
}

/** A tally as plain data, which JSON keeps to the last digit. */
export interface TallyData {
  readonly paths: number;
  readonly exactly: number;
  readonly inDefault: number;
  readonly metrics: readonly (Omit<MetricTally, "sketch"> & { readonly sketch: SketchData })[];
  readonly defaults: readonly (readonly [clause: string, paths: number])[];
  readonly firstDefaults: readonly (readonly [clause: string, paths: number])[];
  readonly caps: readonly (readonly [clause: string, paths: number])[];
  readonly series: readonly (readonly SketchData[])[];
}

export class Tally {
  paths = 0;
  /** How many of them the exact engine ran. */
  exactly = 0;
  /** On how many of them any default occurred. */
  inDefault = 0;
  readonly metrics: readonly MetricTally[];
  /** By clause the paths on which it occurred, on which it was the first of all, and on which it cut something back. */
  readonly defaults = new Map<string, number>();
  readonly firstDefaults = new Map<string, number>();
  readonly caps = new Map<string, number>();
  /** For each series that is charted, its distribution on each of its days. */
  readonly series: readonly (readonly Sketch[])[];

  /** So many metrics, those of the values that are asked for among them, and series with so many days each. */
  constructor(metrics: number, series: readonly number[]) {
    this.metrics = Array.from({ length: metrics }, () => metricTally(new Sketch()));
    this.series = series.map((days) => Array.from({ length: days }, () => new Sketch()));
  }

  static from(data: TallyData): Tally {
    const tally = new Tally(0, []);
    const metrics = data.metrics.map(({ sketch, ...rest }) => ({ ...rest, sketch: Sketch.from(sketch) }));
    const series = data.series.map((days) => days.map((day) => Sketch.from(day)));
    const { paths: all, exactly, inDefault } = data;
    const made = Object.assign(tally, { paths: all, exactly, inDefault, metrics, series });
    for (const kind of counted) for (const [clause, paths] of data[kind]) made[kind].set(clause, paths);
    return made;
  }

  /** Adds a path, of which the number comes after those that are in it. */
  add(
    path: number,
    facts: Pick<PathFacts, "isExact" | "defaults" | "caps" | "series">,
    figures: readonly Known<number>[],
  ): void {
    this.addFigures(path, figures);
    if (facts.isExact) this.exactly += 1;
    if (facts.defaults.length > 0) this.inDefault += 1;
    for (const clause of new Set(facts.defaults)) countOne(this.defaults, clause);
    for (const clause of facts.defaults.slice(0, 1)) countOne(this.firstDefaults, clause);
    for (const clause of new Set(facts.caps)) countOne(this.caps, clause);
    for (const [index, figures] of facts.series.entries()) {
      for (const [day, figure] of figures.entries()) if (!Number.isNaN(figure)) this.series[index]?.[day]?.add(figure);
    }
  }

  /** The same of a path of which there are figures alone. */
  addFigures(path: number, figures: readonly Known<number>[]): void {
    this.paths += 1;
    for (const [index, figure] of figures.entries()) {
      const metric = this.metrics[index];
      if (metric !== undefined) addFigure(metric, path, figure);
    }
  }

  /** Adds the tally of the paths that come next. */
  merge(next: Tally): void {
    this.paths += next.paths;
    this.exactly += next.exactly;
    this.inDefault += next.inDefault;
    for (const [index, metric] of next.metrics.entries()) {
      const into = this.metrics[index];
      if (into !== undefined) mergeMetric(into, metric);
    }
    for (const kind of counted) for (const [clause, paths] of next[kind]) countOne(this[kind], clause, paths);
    for (const [index, days] of next.series.entries()) {
      for (const [day, sketch] of days.entries()) this.series[index]?.[day]?.merge(sketch);
    }
  }

  toData(): TallyData {
    const inOrder = (counts: ReadonlyMap<string, number>) => [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return {
      paths: this.paths,
      exactly: this.exactly,
      inDefault: this.inDefault,
      metrics: this.metrics.map(({ sketch, ...rest }) => ({ ...rest, sketch: sketch.toData() })),
      defaults: inOrder(this.defaults),
      firstDefaults: inOrder(this.firstDefaults),
      caps: inOrder(this.caps),
      series: this.series.map((days) => days.map((sketch) => sketch.toData())),
    };
  }
}

const counted = ["defaults", "firstDefaults", "caps"] as const;

function metricTally(sketch: Sketch): MetricTally {
  return { count: 0, mean: 0, squares: 0, lowest: undefined, highest: undefined, without: undefined, sketch };
}

function countOne(counts: Map<string, number>, clause: string, paths = 1): void {
  counts.set(clause, (counts.get(clause) ?? 0) + paths);
}

/** Welford's way: no sum of squares grows until small distances are lost in it. */
function addFigure(metric: MetricTally, path: number, figure: Known<number>): void {
  if (typeof figure === "string") {
    metric.without = { paths: (metric.without?.paths ?? 0) + 1, because: metric.without?.because ?? figure };
    return;
  }
  metric.count += 1;
  const distance = figure - metric.mean;
  metric.mean += distance / metric.count;
  metric.squares += distance * (figure - metric.mean);
  if (metric.lowest === undefined || figure < metric.lowest.value) metric.lowest = { value: figure, path };
  if (metric.highest === undefined || figure > metric.highest.value) metric.highest = { value: figure, path };
  metric.sketch.add(figure);
}

function mergeMetric(into: MetricTally, next: MetricTally): void {
  const count = into.count + next.count;
  if (next.count > 0) {
    const distance = next.mean - into.mean;
    into.squares += next.squares + (distance * distance * into.count * next.count) / count;
    into.mean += (distance * next.count) / count;
  }
  into.count = count;
  if (next.lowest && !(into.lowest && into.lowest.value <= next.lowest.value)) into.lowest = next.lowest;
  if (next.highest && !(into.highest && into.highest.value >= next.highest.value)) into.highest = next.highest;
  if (next.without) {
    const before = into.without;
    into.without = {
      paths: (before?.paths ?? 0) + next.without.paths,
      because: before?.because ?? next.without.because,
    };
  }
  into.sketch.merge(next.sketch);
}
