/** The figure that a circle gives back, found by halving (docs/semantics.md, 4). */
import type { CircleShape } from "../../../src/core/core.ts";
import type { Exact } from "../../../src/units/exact.ts";
import {
  add,
  compare,
  divide,
  equal,
  exact,
  isUnlimited,
  isZero,
  multiply,
  one,
  sign,
  subtract,
  zero,
} from "../../../src/units/exact.ts";
import type { Outcome } from "./world.ts";
import { failure, having } from "./world.ts";

class Stopped extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super("no figure");
    this.outcome = outcome;
  }
}

export function fixedPoint(shape: CircleShape, give: (figure: Exact) => Outcome): Outcome {
  const excess = (figure: Exact) => {
    const outcome = give(figure);
    if (outcome.kind !== "value") throw new Stopped(outcome);
    const value = outcome.value as Exact;
    if (isUnlimited(value)) throw new Stopped(failure("undefined"));
    return of(subtract(value, figure));
  };
  try {
    const found = shape === "straight" ? onLine(excess) : onLines(shape, excess);
    // Nothing divides by nothing, nor is it an answer that is not given back.
    return found === undefined || (isZero(found) && !isZero(excess(zero))) ? failure("undefined") : having(found);
  } catch (stopped) {
    if (stopped instanceof Stopped) return stopped.outcome;
    throw stopped;
  }
}

type Excess = (figure: Exact) => Exact;

/** Where the line through two points comes down to nothing. */
function rootOf(low: Exact, high: Exact, excess: Excess): Exact | undefined {
  const [a, b] = [excess(low), excess(high)];
  const rise = of(subtract(b, a));
  if (isZero(rise)) return undefined;
  return of(subtract(low, of(divide(of(multiply(a, of(subtract(high, low)))), rise))));
}

function onLine(excess: Excess): Exact | undefined {
  const root = rootOf(exact(3), exact(7), excess);
  return root === undefined || sign(root) < 0 ? undefined : root;
}

function onLines(shape: CircleShape, excess: Excess): Exact | undefined {
  const start = exact(1n, 2n ** 80n);
  const atStart = sign(excess(start));
  if (atStart < 0)
    return equal(excess(start), of(subtract(zero, start))) && isOnly(zero, shape, excess) ? zero : undefined;
  let [low, high] = [start, start];
  while (sign(excess(high)) > 0) {
    low = high;
    high = of(multiply(high, exact(2)));
    if (compare(high, exact(2n ** 320n)) > 0) return undefined;
  }
  for (let step = 0; step < 150 && sign(excess(high)) !== 0; step += 1) {
    const middle = of(divide(of(add(low, high)), exact(2)));
    if (sign(excess(middle)) > 0) low = middle;
    else high = middle;
  }
  const width = of(subtract(high, low));
  const lines = [
    rootOf(low, high, excess),
    rootOf(of(subtract(low, width)), low, excess),
    rootOf(high, of(add(high, width)), excess),
  ];
  const root = isZero(excess(high)) ? high : lines.find((it) => it !== undefined && isZero(excess(it)));
  return root !== undefined && isOnly(root, shape, excess) ? root : undefined;
}

function isOnly(root: Exact, shape: CircleShape, excess: Excess): boolean {
  const base = compare(root, one) > 0 ? root : one;
  const far = shape === "convex" ? of(multiply(base, exact(2n ** 100n))) : of(multiply(base, exact(2)));
  return sign(excess(far)) < 0;
}

function of(value: Exact | undefined): Exact {
  if (value === undefined) throw new Error("a figure");
  return value;
}
