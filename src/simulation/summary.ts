/** A tally in the figures that are shown: means with their standard errors, percentiles, tails, and shares of paths by clause. */
import type { Metric } from "./path-facts.ts";
import type { Extreme, MetricTally, Tally } from "./tally.ts";

export interface MetricSummary extends Metric {
  /** How many paths have a figure. */
  readonly paths: number;
  /** Undefined where no path has a figure. */
  readonly mean: number | undefined;
  /** Undefined for fewer than two figures. */
  readonly standardError: number | undefined;
  readonly percentiles: Readonly<Record<PercentileName, number>> | undefined;
  /** The means of the lowest and the highest twentieth. */
  readonly tails: { readonly lowest: number; readonly highest: number } | undefined;
  readonly lowest: Extreme | undefined;
  readonly highest: Extreme | undefined;
  readonly without: MetricTally["without"];
}

export const percentileNames = ["1", "5", "25", "50", "75", "95", "99"] as const;
export type PercentileName = (typeof percentileNames)[number];

/** A share of the paths, with its standard error. */
export interface Share {
  readonly share: number;
  readonly standardError: number;
}

/** A clause, with the share of paths that it has to do with. */
export interface ClauseShare extends Share {
  readonly clause: string;
}

export interface Summary {
  readonly paths: number;
  /** How many of them the exact engine ran. */
  readonly exactly: number;
  readonly metrics: readonly MetricSummary[];
  /** The paths on which any default occurred. */
  readonly anyDefault: Share;
  /** The most frequent first; `first` is the share of paths of which it was the first default. */
  readonly defaults: readonly (ClauseShare & { readonly first: number })[];
  readonly caps: readonly ClauseShare[];
}

export function summaryOf(tally: Tally, metrics: readonly Metric[]): Summary {
  const { paths, exactly } = tally;
  return {
    paths,
    exactly,
    metrics: metrics.flatMap((metric, index) => {
      const of = tally.metrics[index];
      return of === undefined ? [] : [metricSummary(metric, of)];
    }),
    anyDefault: shareOf(tally.inDefault, paths),
    defaults: sharesOf(tally.defaults, paths).map((it) => ({
      ...it,
      first: (tally.firstDefaults.get(it.clause) ?? 0) / paths,
    })),
    caps: sharesOf(tally.caps, paths),
  };
}

function metricSummary(metric: Metric, { count, mean, squares, lowest, highest, without, sketch }: MetricTally) {
  const at = (name: PercentileName) => sketch.percentile(Number(name) / 100) ?? Number.NaN;
  const [low, high] = [sketch.tailMean(0.05, "lowest"), sketch.tailMean(0.05, "highest")];
  return {
    ...metric,
    paths: count,
    mean: count === 0 ? undefined : mean,
    standardError: count < 2 ? undefined : Math.sqrt(squares / (count - 1) / count),
    percentiles:
      count === 0
        ? undefined
        : {
            "1": at("1"),
            "5": at("5"),
            "25": at("25"),
            "50": at("50"),
            "75": at("75"),
            "95": at("95"),
            "99": at("99"),
          },
    tails: low === undefined || high === undefined ? undefined : { lowest: low, highest: high },
    lowest,
    highest,
    without,
  };
}

function sharesOf(counts: ReadonlyMap<string, number>, paths: number): ClauseShare[] {
  return [...counts]
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([clause, count]) => ({ clause, ...shareOf(count, paths) }));
}

function shareOf(count: number, paths: number): Share {
  const share = count / paths;
  return { share, standardError: Math.sqrt((share * (1 - share)) / paths) };
}
