/** What a simulation found, as plain data with figures as decimals: what `--json` prints, tables and pages show. */
import type { Merging } from "./chunks.ts";
import type { Metric } from "./path-facts.ts";
import type { ClauseShare, MetricSummary, PercentileName, Share, Summary } from "./summary.ts";
import { percentileNames, summaryOf } from "./summary.ts";
import type { Extreme } from "./tally.ts";
import { Tally } from "./tally.ts";

export interface MetricResult extends Metric {
  /** How many paths have a figure. */
  readonly paths: number;
  readonly mean: string | null;
  readonly standardError: string | null;
  readonly percentiles: Readonly<Record<string, string>>;
  /** The means of the lowest and the highest twentieth. */
  readonly tails: { readonly lowest: string; readonly highest: string } | null;
  /** The paths with the least and the greatest figure. */
  readonly lowest: { readonly value: string; readonly path: number } | null;
  readonly highest: { readonly value: string; readonly path: number } | null;
  /** How many paths have no figure, and why the first of them has none. */
  readonly without: { readonly paths: number; readonly because: string } | null;
}

/** A share of the paths, as a fraction. */
export interface ShareResult {
  readonly share: string;
  readonly standardError: string;
}

/** A clause, and the share of paths that it has to do with. */
export interface ClauseResult extends ShareResult {
  readonly section: string;
  readonly what: string;
}

export interface DefaultResult extends ClauseResult {
  /** The share of paths of which it was the first default. */
  readonly first: string;
}

/** How many paths ran in the compiled note, and how many in the exact engine. */
export interface Engines {
  readonly compiled: number;
  readonly exact: number;
}

/** The same paths with something changed. */
export interface VariantResult {
  readonly changes: Readonly<Record<string, string>>;
  readonly engines: Engines;
  readonly metrics: readonly MetricResult[];
  /** Path by path, what the variant came to less what the simulation came to. */
  readonly differences: readonly MetricResult[];
  /** The paths on which any default occurred. */
  readonly anyDefault: ShareResult;
  readonly defaults: readonly DefaultResult[];
  readonly caps: readonly ClauseResult[];
}

export interface SimulationResult {
  readonly paths: number;
  readonly engines: Engines;
  readonly metrics: readonly MetricResult[];
  /** The paths on which any default occurred. */
  readonly anyDefault: ShareResult;
  readonly defaults: readonly DefaultResult[];
  readonly caps: readonly ClauseResult[];
  readonly variants: readonly VariantResult[];
}

export function resultOf(
  merged: Merging,
  metrics: readonly Metric[],
  changes: readonly VariantResult["changes"][],
): SimulationResult {
  const base = merged.base ?? new Tally(0, []);
  const variants = merged.variants.map(({ own, differences }, index) => {
    const { engines, metrics: figures, ...clauses } = shown(summaryOf(own, metrics));
    const { metrics: apart } = shown(summaryOf(differences, metrics));
    return { changes: changes[index] ?? {}, engines, metrics: figures, differences: apart, ...clauses };
  });
  return { paths: base.paths, ...shown(summaryOf(base, metrics)), variants };
}

function shown(summary: Summary): Omit<SimulationResult, "paths" | "variants"> {
  const { paths, exactly, metrics, anyDefault, defaults, caps } = summary;
  return {
    engines: { compiled: paths - exactly, exact: exactly },
    metrics: metrics.map(metricResult),
    anyDefault: shareResult(anyDefault),
    defaults: defaults.map((it) => ({ ...clauseResult(it), first: decimalOf(it.first, "percent") })),
    caps: caps.map(clauseResult),
  };
}

function metricResult(summary: MetricSummary): MetricResult {
  const { metric, rule, unit, paths, mean, standardError, percentiles, tails, lowest, highest, without } = summary;
  const decimal = (figure: number) => decimalOf(figure, unit);
  const extreme = (it: Extreme | undefined) => (it === undefined ? null : { value: decimal(it.value), path: it.path });
  const named = (name: PercentileName) => [name, decimal(percentiles?.[name] ?? 0)] as const;
  return {
    metric,
    rule,
    unit,
    paths,
    mean: mean === undefined ? null : decimal(mean),
    standardError: standardError === undefined ? null : decimalOf(standardError, unit, 2),
    percentiles: percentiles === undefined ? {} : Object.fromEntries(percentileNames.map(named)),
    tails: tails === undefined ? null : { lowest: decimal(tails.lowest), highest: decimal(tails.highest) },
    lowest: extreme(lowest),
    highest: extreme(highest),
    without: without ?? null,
  };
}

/** A clause is its section with what it says in quotes. */
function clauseResult({ clause, ...share }: ClauseShare): ClauseResult {
  const at = clause.indexOf(' "');
  return {
    section: clause.slice(0, at),
    what: clause.slice(at + 2, -1),
    ...shareResult(share),
  };
}

function shareResult({ share, standardError }: Share): ShareResult {
  return { share: decimalOf(share, "percent"), standardError: decimalOf(standardError, "percent") };
}

/** A binary figure as a decimal with as many digits as its unit is read with, and some more where that is asked for. */
export function decimalOf(figure: number, unit: string, more = 0): string {
  if (!Number.isFinite(figure)) return String(figure);
  const digits = (digitsOfUnit.get(unit) ?? (/^[A-Z]{3}$/.test(unit) ? 2 : 6)) + more;
  const text = figure.toFixed(Math.min(20, digits));
  return Number(text) === 0 ? "0" : text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

const digitsOfUnit: ReadonlyMap<string, number> = new Map([
  ["shares", 0],
  ["percent", 6],
  ["days", 1],
]);
