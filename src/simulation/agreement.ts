/** How far the compiled note agrees with the exact engine, on paths that both ran. */

import type { Seed } from "../paths/streams.ts";
import { fillStream, wordsFor } from "../paths/streams.ts";
import { isCurrency } from "../units/money/currencies.ts";
import type { Known, Metric } from "./path-facts.ts";
import { decimalOf } from "./result.ts";

/** A path that both engines ran: its figures in the order of the metrics. */
export interface CheckedPath {
  readonly path: number;
  /** False where the compiled note left it to the exact engine: then there is nothing to compare. */
  readonly isCompiled: boolean;
  readonly compiled: readonly Known<number>[];
  readonly exact: readonly Known<number>[];
  /** Whether the same defaults occurred, and the same limits cut something back. */
  readonly hasSameClauses: boolean;
}

export interface MetricAgreement {
  readonly metric: string;
  readonly unit: string;
  /** On how many paths one engine has a figure and the other has none. */
  readonly apart: number;
  /** Over the paths on which both have one: the greatest difference with its path, and by how much the means differ. */
  readonly largest: { readonly difference: string; readonly path: number } | null;
  readonly meanDifference: string | null;
  /** The difference of the means as a part of the exact mean; null where that is 0. */
  readonly relative: string | null;
}

export interface Agreement {
  readonly paths: number;
  /** How many of them the compiled note decided. */
  readonly compared: number;
  readonly sharesEqual: number;
  readonly clausesEqual: number;
  /** The greatest difference of all amounts of money; null where no path has one. */
  readonly money: {
    readonly metric: string;
    readonly unit: string;
    readonly difference: string;
    readonly path: number;
  } | null;
  readonly metrics: readonly MetricAgreement[];
}

/** So many paths below a number, drawn by the seed, each once; in their order. */
export function checkedPaths(seed: Seed, paths: number, count: number): number[] {
  const wanted = Math.min(count, paths);
  const words = wordsFor(2 * wanted);
  fillStream(seed, 0, "checks", words);
  const drawn = new Set<number>();
  for (let index = 0; index < wanted; index += 1) {
    const last = paths - wanted + index;
    const share = ((words[2 * index] ?? 0) + (words[2 * index + 1] ?? 0) / 4294967296) / 4294967296;
    const path = Math.floor(share * (last + 1));
    drawn.add(drawn.has(path) ? last : path);
  }
  return [...drawn].toSorted((a, b) => a - b);
}

export function agreementOf(checked: readonly CheckedPath[], metrics: readonly Metric[]): Agreement {
  const compared = checked.filter(({ isCompiled }) => isCompiled);
  const shares = metrics.findIndex(({ metric }) => metric === "shares issued to the holder");
  const found = metrics.map((metric, index) => comparison(metric, index, compared));
  const money = found.filter(({ unit, worst }) => isCurrency(unit) && worst !== undefined);
  const most = money.toSorted((a, b) => (b.worst?.by ?? 0) - (a.worst?.by ?? 0))[0];
  return {
    paths: checked.length,
    compared: compared.length,
    sharesEqual: compared.filter(({ compiled, exact }) => isSame(compiled[shares], exact[shares])).length,
    clausesEqual: compared.filter(({ hasSameClauses }) => hasSameClauses).length,
    money:
      most?.worst === undefined
        ? null
        : { metric: most.metric, unit: most.unit, difference: small(most.worst.by, most.unit), path: most.worst.path },
    metrics: found.map(agreement),
  };
}

/** To a millionth of a share: after an odd split there are fractions, which have no end in either engine's binary numbers. */
function isSame(a: Known<number> | undefined, b: Known<number> | undefined): boolean {
  return typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= 1e-6 : a === b;
}

interface Comparison extends Metric {
  readonly apart: number;
  readonly worst: { readonly by: number; readonly path: number } | undefined;
  readonly means: readonly [compiled: number, exact: number];
}

function comparison(metric: Metric, index: number, compared: readonly CheckedPath[]): Comparison {
  let [apart, count, ofCompiled, ofExact]: [number, number, number, number] = [0, 0, 0, 0];
  let worst: Comparison["worst"];
  for (const { path, compiled, exact } of compared) {
    const [a = "", b = ""] = [compiled[index], exact[index]];
    if (typeof a === "string" || typeof b === "string") {
      if (typeof a !== typeof b) apart += 1;
      continue;
    }
    [count, ofCompiled, ofExact] = [count + 1, ofCompiled + a, ofExact + b];
    const by = Math.abs(a - b);
    if (worst === undefined || by > worst.by) worst = { by, path };
  }
  return { ...metric, apart, worst, means: [ofCompiled / count, ofExact / count] };
}

function agreement({ metric, unit, apart, worst, means: [compiled, exact] }: Comparison): MetricAgreement {
  const by = Math.abs(compiled - exact);
  return {
    metric,
    unit,
    apart,
    largest: worst === undefined ? null : { difference: small(worst.by, unit), path: worst.path },
    meanDifference: worst === undefined ? null : small(by, unit),
    relative: worst === undefined || exact === 0 ? null : small(by / Math.abs(exact), ""),
  };
}

/** A difference is small, so it is shown to more digits than a figure. */
function small(figure: number, unit: string): string {
  return decimalOf(figure, unit, 8);
}
