/** Thresholds of a template, and which stories stand on each side of them. */
import type { Compare, CoreProgram, Expr } from "../core/core.ts";
import type { Evaluation } from "../evaluate/state/run.ts";
import { isFigure } from "../evaluate/state/run.ts";
import type { Span } from "../source/span.ts";
import { wordsOf } from "../source/span.ts";
import type { Exact } from "../units/exact.ts";
import { compare, exact, isUnlimited, isZero, multiply, subtract } from "../units/exact.ts";
import { currenciesIn } from "../units/value-type.ts";
import { comparisonIn } from "./expression-changes.ts";
import { stepOf } from "./next-value.ts";
import { placesIn } from "./places.ts";
import type { Told, Tried } from "./trial.ts";
import { watchAll } from "./trial.ts";

export interface Threshold {
  readonly section: string;
  readonly span: Span;
  readonly words: string;
  /** The equal comparisons that it was lowered to. */
  readonly copies: readonly Compare[];
  /** What counts as one step over the edge, in the unit of what is compared. */
  readonly step: Exact;
  /** On which side of the edge the other truth begins: -1 below it, 1 above it. */
  readonly other: -1 | 1;
}

export type Side = "at the edge" | "a step beyond";

/** How far the left side stood from the right side: 0 is the edge. */
export interface Sighting {
  readonly story: Tried;
  readonly distance: Exact;
}

/** How near stories come to a threshold. */
export interface Approach {
  readonly threshold: Threshold;
  /** The first story on each side. */
  readonly covered: ReadonlyMap<Side, Tried>;
  /** Where none is, the one that comes nearest from that side. */
  readonly further: ReadonlyMap<Side, Sighting>;
  /** For each story that gets there, where it comes nearest to the edge; the nearest story first. */
  readonly nearest: readonly Sighting[];
}

export const sides: readonly Side[] = ["at the edge", "a step beyond"];

/** Comparisons of figures, dates and times that have an edge, as they are written in one file. */
export function thresholdsOf(program: CoreProgram, file: string): readonly Threshold[] {
  return placesIn(program, file).flatMap(({ section, span, copies }): Threshold[] => {
    const comparisons = copies.filter((it) => it.kind === "Compare");
    const [first] = comparisons;
    if (first === undefined || first.operator === "=" || first.operator === "≠") return [];
    const { operator, left, right } = first;
    const words = `${wordsOf(left.span)} ${comparisonIn(operator, left.type)} ${wordsOf(right.span)}`;
    const other = operator === "<" || operator === "≥" ? -1 : 1;
    return [{ section, span, words, copies: comparisons, step: stepAt(first), other }];
  });
}

/** What is written says how fine it is; else a dollar, a share, a hundredth of a percent, a ten-thousandth of a price. */
function stepAt({ left, right }: Compare): Exact {
  for (const part of [right, left]) {
    if (part.kind !== "Constant" || typeof part.value !== "object") continue;
    const step = stepOf(part.value, wordsOf(part.span), "last written");
    if (step !== undefined && !isZero(step)) return step;
  }
  const { type } = left;
  if (type.kind !== "quantity") return exact(1);
  const { share, year, shownAs } = type.unit;
  const isMoney = currenciesIn(type.unit).length > 0;
  return (isMoney && share !== 0) || year !== 0 || shownAs === "percent" ? exact(1n, 10_000n) : exact(1);
}

/** How near each story comes to each threshold; a story that fails counts as well, as it gets there all the same. */
export function approachesTo(
  program: CoreProgram,
  thresholds: readonly Threshold[],
  stories: readonly Tried[],
): readonly Approach[] {
  const sightings = new Map<Threshold, Map<Tried, Near>>(thresholds.map((it) => [it, new Map()]));
  const watch = watcherOf(thresholds);
  watchAll(program, stories, (story) =>
    watch((threshold, distance) => {
      const known = sightings.get(threshold);
      const near: Near = known?.get(story) ?? { bySide: new Map() };
      known?.set(story, near);
      if (near.edge === undefined || compare(size(distance), size(near.edge)) < 0) near.edge = distance;
      const side = sideOf(threshold, distance);
      const before = near.bySide.get(side);
      if (before === undefined || compare(size(distance), size(before)) < 0) near.bySide.set(side, distance);
    }),
  );
  return thresholds.map((threshold) => approachOf(threshold, [...(sightings.get(threshold) ?? [])]));
}

/** What one story saw: the least distance, and the least on each side. */
interface Near {
  edge?: Exact;
  readonly bySide: Map<Side, Exact>;
}

function approachOf(threshold: Threshold, seen: readonly (readonly [Tried, Near])[]): Approach {
  const covered = new Map<Side, Tried>();
  const further = new Map<Side, Sighting>();
  for (const side of sides) {
    const all = seen.flatMap(([story, { bySide }]): Sighting[] => {
      const distance = bySide.get(side);
      return distance === undefined ? [] : [{ story, distance }];
    });
    const found = all.find(({ distance }) => isOn(threshold, side, distance));
    const nearest = inOrder(all)[0];
    if (found !== undefined) covered.set(side, found.story);
    else if (nearest !== undefined) further.set(side, nearest);
  }
  const nearest = seen.flatMap(([story, { edge }]) => (edge === undefined ? [] : [{ story, distance: edge }]));
  return { threshold, covered, further, nearest: inOrder(nearest) };
}

function inOrder(sightings: readonly Sighting[]): Sighting[] {
  return sightings.toSorted((a, b) => compare(size(a.distance), size(b.distance)));
}

/** On which side of the edge a distance is, however far off. */
export function sideOf({ other }: Threshold, distance: Exact): Side {
  const over = multiply(distance, exact(other));
  return over !== undefined && compare(over, exact(0)) > 0 ? "a step beyond" : "at the edge";
}

/** Calls back with each distance that a run comes upon. */
export function watcherOf(
  thresholds: readonly Threshold[],
): (see: (threshold: Threshold, distance: Exact) => void) => Told {
  const byExpr = new Map<Expr, Threshold>(
    thresholds.flatMap((it) => it.copies.map((expr): [Expr, Threshold] => [expr, it])),
  );
  const operands = new Set<Expr>(
    thresholds.flatMap(({ copies }) => copies.flatMap(({ left, right }) => [left, right])),
  );
  return (see) => {
    const last = new Map<Expr, Evaluation>();
    return (expr, result) => {
      if (operands.has(expr)) last.set(expr, result);
      const threshold = byExpr.get(expr);
      if (threshold === undefined || typeof result !== "boolean" || expr.kind !== "Compare") return;
      const distance = distanceBetween(last.get(expr.left), last.get(expr.right));
      if (distance !== undefined) see(threshold, distance);
    };
  };
}

function distanceBetween(left: Evaluation | undefined, right: Evaluation | undefined): Exact | undefined {
  if (typeof left === "number" && typeof right === "number") return exact(left - right);
  if (left === undefined || right === undefined || !isFigure(left) || !isFigure(right)) return undefined;
  return isUnlimited(left) || isUnlimited(right) ? undefined : subtract(left, right);
}

/** The distance at which a side is met at best. */
export function aimOf({ step, other }: Threshold, side: Side): Exact {
  return side === "at the edge" ? exact(0) : (multiply(step, exact(other)) ?? step);
}

export function isOn(threshold: Threshold, side: Side, distance: Exact): boolean {
  if (side === "at the edge") return isZero(distance);
  const over = multiply(distance, exact(threshold.other));
  return over !== undefined && compare(over, exact(0)) > 0 && compare(over, threshold.step) <= 0;
}

/** Whether a distance is nearer to a side than another one. */
export function isNearer(threshold: Threshold, side: Side, distance: Exact, than: Exact | undefined): boolean {
  if (than === undefined || isOn(threshold, side, than)) return than === undefined;
  if (isOn(threshold, side, distance)) return true;
  const aim = aimOf(threshold, side);
  return compare(awayFrom(aim, distance), awayFrom(aim, than)) < 0;
}

function awayFrom(aim: Exact, distance: Exact): Exact {
  return size(subtract(distance, aim) ?? distance);
}

function size(value: Exact): Exact {
  return compare(value, exact(0)) < 0 ? (subtract(exact(0), value) ?? value) : value;
}
