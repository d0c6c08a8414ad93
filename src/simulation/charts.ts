/** Distributions as numbers to be drawn: over time, and of each metric. */
import type { Metric } from "./path-facts.ts";
import type { Sketch } from "./sketch.ts";
import type { Tally } from "./tally.ts";

/** Percentiles of a series on each of its days. */
export interface Fan {
  readonly days: readonly FanDay[];
}

export interface FanDay {
  readonly on: string;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export interface MetricHistogram extends Metric {
  readonly mean: number;
  readonly bins: readonly { readonly from: number; readonly to: number; readonly share: number }[];
}

/** A fan for each series of the tally; `days` names the days that were charted. */
export function fansOf({ series }: Pick<Tally, "series">, days: readonly string[]): Fan[] {
  return series.map((sketches) => ({
    days: sketches.flatMap((sketch, index) => {
      const on = days[index];
      return on === undefined || sketch.count === 0 ? [] : [fanDay(on, sketch)];
    }),
  }));
}

function fanDay(on: string, sketch: Sketch): FanDay {
  const at = (share: number) => sketch.percentile(share) ?? 0;
  return { on, p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) };
}

const parts = 40;

/** Between the first percentile and the last; the few figures beyond them count in the outer parts. None where all are alike. */
export function histogramsOf(tally: Pick<Tally, "metrics">, metrics: readonly Metric[]): MetricHistogram[] {
  return metrics.flatMap((metric, index) => {
    const { sketch, mean } = tally.metrics[index] ?? {};
    const [from, to] = [sketch?.percentile(0.01), sketch?.percentile(0.99)];
    if (sketch === undefined || mean === undefined || from === undefined || to === undefined || from === to) return [];
    const width = (to - from) / parts;
    const bins = sketch.histogram(from, to, parts).map((count, part) => ({
      from: from + part * width,
      to: from + (part + 1) * width,
      share: count / sketch.count,
    }));
    return [{ ...metric, mean, bins }];
  });
}
